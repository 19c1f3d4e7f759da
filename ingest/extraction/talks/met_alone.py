"""Meetings one by one: that somebody met each of several alone: "لقاءات ثنائية مع وزراء خارجية أ وب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit

# How nouns of several meetings end, and tokens from one to what they were like.
_SEVERAL, _LIKE = "ات", 2


def are_apart(hit: Hit, clause: Clause) -> bool:
    """Whether each of several was met alone, by what the meetings were like or "each by himself".

    Args:
        hit: the verb or noun of the meetings.
        clause: its sentence.
    """
    words, events = clause.words, clause.knowledge.lexicon.events
    like = words[hit.first + 1 : min(hit.last + _LIKE, clause.sentence.last)]
    if words[hit.first].endswith(_SEVERAL) and not events.met_alone.isdisjoint(like):
        return True
    near = range(hit.last, clause.sentence.last - 1)
    return any(words[t] == "علي" and words[t + 1] in events.by_themselves for t in near)
