"""Relations: whose a text speaks of, as those of others are no topic of who met."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import takewhile

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import Phrasebook

# Tokens after a word for relations among which stands between whom they are.
_NAMED = 7


# What phrases tell that go on with the affairs of a land: "العلاقات والأوضاع في اليمن".
_AFFAIRS = "conflict"


def are_of_others(first: int, lands: Set[str | None], clause: Clause, phrases: Phrasebook[str]) -> bool:
    """Whether relations are those of a land that takes no part: "العلاقات بين روسيا وقطر" of one who met A.

    Where two lands that take part are named, a third one beside them is told of them.

    Args:
        first: the token after the word for relations.
        lands: the lands of those who met.
        clause: the sentence.
        phrases: the phrases that tell topics.
    """
    named = set(_lands(first, _last(first, clause, phrases), clause))
    return bool(named - lands) and len(named & lands) < 2


def _last(first: int, clause: Clause, phrases: Phrasebook[str]) -> int:
    """The token up to which may stand whose relations are: "بين البلدين" says it, as do affairs of a land."""
    last = min(clause.sentence.last, first + _NAMED)
    mentions = (clause.cast.mentions[a.index] for a in clause.arguments)
    pairs = [m.first for m in mentions if m.anaphor == "pair" and first <= m.first < last]
    found = ((t, phrases.match(clause.words, t)) for t in range(first, last))
    affairs = [t for t, match in found if match is not None and match.value == _AFFAIRS]
    return min([last, *pairs, *affairs])


def _lands(first: int, last: int, clause: Clause) -> Iterator[str]:
    """The lands and nationalities that a few words name, up to a comma."""
    words, knowledge = clause.words, clause.knowledge
    for token in takewhile(lambda t: words[t] not in COMMAS, range(first, last)):
        adjective, geo = knowledge.adjectives.match(words, token), knowledge.geo.match(words, token)
        called = adjective.value.code if adjective else None
        if called in knowledge.lexicon.topics.by_name:
            continue  # "العلاقات المالية"
        codes = (called, geo.value.country if geo else None)
        yield from (code for code in codes if code and len(code) == 2)
