"""Where a mention may begin: at a word that opens one whatever follows, else by what stands around it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from liqaa.ingest.extraction.mentions.names import NAME_LIMIT
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import KEPT_WORDS, readings

# Words of a name before the office that tells who bears it, with a comma between.
_NAME = range(2, NAME_LIMIT + 2)


class _Opener(NamedTuple):
    """What a word that may open a mention needs.

    Attributes:
        alone: it needs nothing.
        given: it is a name, which somebody bears whose office follows.
        seconds: the words one of which stands behind it where it begins a phrase.
    """

    alone: bool
    given: bool
    seconds: frozenset[str]


class Openers:
    """Tells the tokens at which no mention can begin, before anybody looks closer: two in three."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        syntax = knowledge.lexicon.syntax
        premiers = knowledge.lexicon.offices.premiers
        self._bare = knowledge.bare_openers | premiers | syntax.towns | syntax.half_lands.keys()
        self._announcing = syntax.led_by | syntax.accrediting
        self._opener = lru_cache(maxsize=KEPT_WORDS)(self._find_opener)

    def may_begin(self, words: list[str], at: int) -> bool:
        """Whether a mention may begin at a token.

        Args:
            words: the folded words of the document.
            at: index of the token.
        """
        opener = self._opener(words[at])
        if opener is None:
            return at > 0 and words[at - 1] in self._knowledge.lexicon.syntax.accrediting
        if opener.alone or (at > 0 and words[at - 1] in self._announcing):
            return True
        if at + 1 < len(words) and words[at + 1] in opener.seconds:
            return True
        offices = self._knowledge.offices
        return opener.given and any(word in offices for word in words[at + _NAME.start : at + _NAME.stop])

    def _find_opener(self, word: str) -> _Opener | None:
        """What a word opens a mention with; None where it opens none."""
        known = self._knowledge
        if not known.opens_mention(word):
            return None
        books = (known.geo, known.adjectives, known.offices, known.honorifics, known.people)
        seconds = [book.seconds(word) for book in books]
        alone = known.opens_by_itself(word) or any(stem in self._bare for _, stem in readings(word))
        alone = alone or None in seconds
        return _Opener(alone, word in known.given, frozenset().union(*(s or () for s in seconds)))
