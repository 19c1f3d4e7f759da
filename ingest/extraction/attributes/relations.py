"""Relations: whose a text speaks of, as those of others are no topic of who met."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import takewhile

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.text.document import COMMAS

# Tokens after a word for relations among which stands between whom they are.
_NAMED = 7


def are_of_others(first: int, lands: Set[str | None], clause: Clause) -> bool:
    """Whether relations are those of a land that takes no part: "العلاقات بين روسيا وقطر" of one who met A.

    Where two lands that take part are named, a third one beside them is told of them.

    Args:
        first: the token after the word for relations.
        lands: the lands of those who met.
        clause: the sentence.
    """
    named = set(_lands(first, clause))
    return bool(named - lands) and len(named & lands) < 2


def _lands(first: int, clause: Clause) -> Iterator[str]:
    """The lands and nationalities that a few words name, up to a comma."""
    words, knowledge = clause.words, clause.knowledge
    last = min(clause.sentence.last, first + _NAMED)
    for token in takewhile(lambda t: words[t] not in COMMAS, range(first, last)):
        adjective, geo = knowledge.adjectives.match(words, token), knowledge.geo.match(words, token)
        called = adjective.value.code if adjective else None
        if called in knowledge.lexicon.topics.by_name:
            continue  # "العلاقات المالية"
        codes = (called, geo.value.country if geo else None)
        yield from (code for code in codes if code and len(code) == 2)
