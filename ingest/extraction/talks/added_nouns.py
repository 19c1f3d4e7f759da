"""Added nouns: contacts that a sentence adds to one it tells: "سيجري أ محادثات مع ب إضافة إلى لقاء مع ج"."""

from __future__ import annotations

from collections.abc import Callable

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of
from liqaa.ingest.extraction.text.document import QUOTES


def added_to(token: int, clause: Clause) -> Hit | None:
    """The trigger of what a noun adds to: "محادثات" in "سيجري محادثات مع أ إلى جانب لقاء ب".

    Args:
        token: where the noun begins.
        clause: its sentence.

    Returns:
        None where no word of adding leads to the noun, and where a quotation begins or ends between.
    """
    words, first = clause.words, clause.sentence.first
    at = token - 1
    while at > first and at not in clause.inside and words[at] in clause.knowledge.lexicon.cues.holding:
        at -= 1  # "إضافة إلى عقد لقاء"
    if at <= first or f"{words[at - 1].lstrip('وب')} {words[at]}" not in clause.lists.adding:
        return None
    before = [h for h in clause.hits if h.last < at]
    if not before or any(words[t] in QUOTES or words[t] == ":" for t in range(before[-1].last, at)):
        return None
    return before[-1]


def is_added_to_plan(frame: Frame, clause: Clause, lies_ahead: Callable[[Frame, Clause], bool]) -> bool:
    """Whether a noun adds to what lies ahead, and so does itself.

    Args:
        frame: the event.
        clause: its sentence.
        lies_ahead: tells it of the event added to.
    """
    hit = added_to(frame.first, clause) if frame.rule.endswith("-noun") else None
    return hit is not None and lies_ahead(frame_of(hit, clause), clause)
