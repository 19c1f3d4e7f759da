"""New clauses: a state joined by و that does something itself: "اجتماع الحلف وفرنسا تدعو أ إلى ب"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liqaa.ingest.extraction.text.document import COMMAS

if TYPE_CHECKING:
    from liqaa.ingest.extraction.clauses.arguments import Argument
    from liqaa.ingest.extraction.clauses.clauses import Clause, Hit

# Letters with which an imperfect begins, of him and of her.
_HIS, _HERS = "ي", "ت"
# Letters of the shortest imperfect of two.
_OF_TWO = 5
# Endings of feminine nouns.
_FEMININE = ("ه", "ات")


def opening_clauses(clause: Clause) -> frozenset[int]:
    """The tokens at which a state opens a clause of its own, so that it is none of those who met before it.

    Args:
        clause: a sentence with its triggers and arguments.
    """
    out: set[int] = set()
    for before, argument in zip(clause.arguments, clause.arguments[1:], strict=False):
        if _acts(argument, clause):
            out.add(argument.first)
        elif argument.first == before.last and _act_together(before, argument, clause):
            out.add(before.first)
    return frozenset(out)


def _is_state(argument: Argument, clause: Clause) -> bool:
    """Whether an argument is a state that is joined to what stands before it."""
    return argument.joined and clause.cast.mentions[argument.index].kind == "state"


def _acts(argument: Argument, clause: Clause) -> bool:
    """Whether a verb right after a state is the state's, and none of the meeting's before it."""
    word = clause.words[argument.last] if argument.last < clause.sentence.last else ""
    hits = [h for h in clause.hits if h.last <= argument.first]
    if not hits or not _is_state(argument, clause) or word not in clause.knowledge.lexicon.cues.reacting:
        return False
    return _is_of_no_meeting(hits[-1], word, clause)


def _is_of_no_meeting(hit: Hit, verb: str, clause: Clause) -> bool:
    """Whether a verb cannot be said of what a trigger names: it does not agree, or a body has met."""
    if hit.form.trigger.id.endswith("-verb"):
        return True
    body = next((a for a in clause.arguments if hit.last <= a.first <= hit.last + 1), None)
    if body is not None and clause.cast.mentions[body.index].kind == "organisation":
        return True
    feminine = clause.words[hit.last - 1].endswith(_FEMININE)
    return verb[0] == (_HIS if feminine else _HERS)


def _act_together(first: Argument, second: Argument, clause: Clause) -> bool:
    """Whether two states behind a comma do something together: "قمة الحلف، وأ وب توحدان"."""
    word = clause.words[second.last] if second.last < clause.sentence.last else ""
    dual = len(word) >= _OF_TWO and word[0] in (_HIS, _HERS) and word.endswith("ان")
    paused = clause.words[first.first - 1] in COMMAS
    return dual and paused and _is_state(first, clause) and _is_state(second, clause)
