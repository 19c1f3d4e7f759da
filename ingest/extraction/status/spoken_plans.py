"""What a speaker says he will do next, in a verb written like the perfect: "سأزور أ وألتقي ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame

# The first letters of verbs of who speaks, alone or with others, folded: "ألتقي", "نلتقي".
_I, _WE = "ا", "ن"
_WILL = "سوف"


def is_spoken_plan(frame: Frame, clause: Clause) -> bool:
    """Whether a verb is joined to one in the future of who speaks.

    Args:
        frame: an event.
        clause: its sentence.
    """
    word = clause.words[frame.first]
    if not frame.rule.endswith("-verb") or word[:1] != "و" or not word[1:].startswith(_I):
        return False
    if "ي" + word[2:] not in clause.knowledge.triggers:
        return False  # no verb has such an imperfect
    before = [h for h in clause.hits if h.last <= frame.first]
    return bool(before) and _is_spoken(before[-1], clause)


def _is_spoken(hit: Hit, clause: Clause) -> bool:
    """Whether a verb is in the future of who speaks: "سأزور", "سوف نزور"."""
    verb = clause.words[hit.last - 1]
    if clause.words[hit.first].removeprefix("و") == _WILL:
        return verb.startswith((_I, _WE))
    return hit.form.future and verb.removeprefix("و")[1:].startswith((_I, _WE))
