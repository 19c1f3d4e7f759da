"""Meetings with which a sentence opens, as that in which what it tells happened: "وفي لقاء مع أ، قال ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit


def opens_within(hit: Hit, clause: Clause) -> bool:
    """Whether a sentence opens with a meeting not told before, in which it happened.

    Args:
        hit: the noun of the meeting.
        clause: its sentence.
    """
    words, first = clause.words, clause.sentence.first
    within = hit.first == first + 1 and words[first].removeprefix("و") == "في"
    return within and not words[hit.first].startswith("ال")
