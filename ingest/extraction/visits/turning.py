"""Turning into something: verbs of going that lead to no place: "تحول أ إلى رمز في ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit

# The preposition of where somebody goes and of what he turns into, folded.
_TO = "الي"


def turns_into(hit: Hit, clause: Clause) -> bool:
    """Whether the first "to" behind a verb leads to no place, and none was told before it.

    Args:
        hit: a verb of settling or turning.
        clause: its sentence.
    """
    places = {a.first for a in clause.arguments if clause.cast.mentions[a.index].geo is not None}
    tokens = range(hit.last, clause.sentence.last - 1)
    to = next((t for t in tokens if clause.words[t] == _TO and t not in clause.inside), None)
    if to is None or clause.words[to + 1] in clause.lists.sides:
        return False
    return not any(hit.last <= place <= to + 1 for place in places)
