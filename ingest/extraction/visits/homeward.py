"""Homeward: lands that somebody leaves who goes nowhere else than home: "غادر أ من ب عائدا إلى بلاده"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause

# The preposition that leads to where somebody goes, besides those that are headings.
_TO = "الي"


def is_left_from(clause: Clause, argument: Argument) -> bool:
    """Whether the sentence says only home, or nothing, of where to after what somebody leaves."""
    after = clause.words[argument.last : clause.sentence.last]
    sought = any(word == _TO or word in clause.lists.headings for word in after)
    return not sought or after[0] in clause.lists.homeward
