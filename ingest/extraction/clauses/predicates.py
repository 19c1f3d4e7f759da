"""Predicates: what a clause says of the noun with which it opens: "إن القمة بين أ وب باتت وشيكة"."""

from __future__ import annotations

from itertools import islice

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.text.document import QUOTES

# Words that lead from a noun to those whose meeting it is.
_LEADING = frozenset(("بين", "مع", "و", "الي", "ب", "كل", "من"))
# Tokens after a noun, those who are named aside, in which its predicate stands.
_REACH = 8


def predicate_of(first: int, last: int, clause: Clause) -> str:
    """The word that says what the noun is with which a clause opens, past those named and words of being.

    Args:
        first: the token of the noun.
        last: the token after it.
        clause: its sentence.

    Returns:
        Such as "وشيكه" of "إن القمة بين أ وب باتت وشيكة"; empty where the noun does not open its clause.
    """
    words, cues = clause.words, clause.knowledge.lexicon.cues
    at = first
    while at > clause.sentence.first and words[at - 1] in cues.holding:
        at -= 1
    if at > clause.sentence.first and words[at - 1].removeprefix("و") != "ان":
        return ""
    outside = (t for t in range(last, clause.sentence.last) if t not in clause.inside)
    for token in islice(outside, _REACH):
        word = words[token]
        adjective = word.startswith("ال") and word.isalpha()  # "القمة التاريخية بين أ وب"
        if not adjective and word not in _LEADING and word not in QUOTES and word not in cues.being:
            return word
    return ""
