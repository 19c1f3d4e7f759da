"""Who comes to an embassy, which stands in another land than that it is of: "زار أ سفارة ب في ج"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.text.phrasebook import readings

_PATTERNS = ("visit", "visit-noun")


def is_of_mission(hit: Hit, clause: Clause) -> bool:
    """Whether the first state behind a visit is the one of whose embassy it is told.

    Args:
        hit: a trigger of a visit.
        clause: its sentence.
    """
    if hit.form.trigger.pattern not in _PATTERNS:
        return False
    outposts = clause.knowledge.lexicon.events.outposts
    for argument in clause.right(hit.last):
        if clause.cast.mentions[argument.index].kind == "state" and not argument.preposition:
            before = readings(clause.words[argument.first - 1]) if argument.first > hit.last else ()
            return any(stem in outposts for clitic, stem in before if clitic in ("", "ل", "ب"))
        if clause.cast.mentions[argument.index].kind == "state":
            return False
    return False
