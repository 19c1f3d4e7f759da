"""Phrasebooks: folded phrases to what they mean, matched at a word that may carry proclitics."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from liqaa.ontology.folding import fold

T = TypeVar("T")

# Words kept with what they divide into or open: the vocabulary of some thousand articles.
KEPT_WORDS = 100_000


@lru_cache(maxsize=KEPT_WORDS)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    """The ways a folded word divides into proclitics and stem, the undivided word first.

    Returns:
        Pairs (proclitic, stem): ``"وللرييس"`` gives ``("", "وللرييس")``, ``("ول", "الرييس")`` and more.
    """
    out = [("", word)]
    for clitic in ("", "و", "ف"):
        if not word.startswith(clitic):
            continue
        rest = word[len(clitic) :]
        if clitic and len(rest) >= 2:
            out.append((clitic, rest))
        if rest.startswith("لل") and len(rest) > 4:
            out.append((clitic + "ل", "ال" + rest[2:]))
        for preposition in "بلك":
            if rest.startswith(preposition) and len(rest) >= 3:
                out.append((clitic + preposition, rest[1:]))
    return tuple(dict.fromkeys(out))


def is_among(word: str, words: frozenset[str]) -> bool:
    """Whether a word is one of a list, also with a conjunction written onto it."""
    return word in words or (word[:1] in ("و", "ف") and word[1:] in words)


class Match(NamedTuple, Generic[T]):
    """A phrase found: its proclitic, the token after it, and what it means."""

    clitic: str
    last: int
    value: T


class Phrasebook(Generic[T]):
    """Folded phrases to values; matching takes the longest phrase at a token.

    Only the first word of a phrase may carry a proclitic.
    """

    def __init__(self) -> None:
        # By the first word, then by how many words follow it, the most first: what they are, and its value.
        self._by_first: dict[str, dict[int, dict[tuple[str, ...], T]]] = {}
        # Most words of a text open no phrase: what each opens is looked up once.
        self._openings = lru_cache(maxsize=KEPT_WORDS)(self._find_openings)

    def add(self, phrase: str, value: T) -> None:
        """Add a phrase; a phrase added twice keeps its first value."""
        first, *rest = fold(phrase).split()
        by_length = self._by_first.setdefault(first, {})
        if len(rest) not in by_length:
            longest_first = sorted([*by_length, len(rest)], reverse=True)
            self._by_first[first] = {length: by_length.get(length, {}) for length in longest_first}
            self._openings.cache_clear()
        self._by_first[first][len(rest)].setdefault(tuple(rest), value)

    def match(self, words: list[str], at: int, clitics: bool = True) -> Match[T] | None:
        """The longest phrase that begins at a token.

        Args:
            words: folded words of the document.
            at: index of the token; nothing begins at the end of the document.
            clitics: whether a proclitic may be written onto the first word.
        """
        openings = self._openings(words[at]) if at < len(words) else ()
        if not openings:
            return None
        best: Match[T] | None = None
        for clitic, by_length in openings:
            if clitic and not clitics:
                break
            for length, values in by_length.items():
                last = at + 1 + length
                if best is not None and last <= best.last:
                    break
                rest = tuple(words[at + 1 : last])
                if rest in values:
                    best = Match(clitic, last, values[rest])
                    break
        return best

    def where(self, words: list[str], first: int, last: int) -> list[int]:
        """The tokens from ``first`` to ``last`` (exclusive) at which a phrase may begin."""
        openings = self._openings
        return [at for at in range(first, last) if openings(words[at])]

    def opening(self, words: Iterable[str]) -> list[str]:
        """The words, of some, at which a phrase may begin."""
        openings = self._openings
        return [word for word in words if openings(word)]

    @property
    def first_words(self) -> frozenset[str]:
        """The words with which phrases begin."""
        return frozenset(self._by_first)

    def opens(self, word: str) -> bool:
        """Whether a phrase may begin at a word, proclitics allowed."""
        return bool(self._openings(word))

    def seconds(self, word: str) -> frozenset[str] | None:
        """The words of which one must follow for a phrase to begin at a word; None where it is one alone."""
        rests = [
            rest for _, by_length in self._openings(word) for each in by_length.values() for rest in each
        ]
        return frozenset(rest[0] for rest in rests) if all(rests) else None

    def _find_openings(self, word: str) -> tuple[tuple[str, dict[int, dict[tuple[str, ...], T]]], ...]:
        """What a word opens, by the proclitic that it then carries; without one first."""
        by_first = self._by_first
        return tuple((clitic, by_first[stem]) for clitic, stem in readings(word) if stem in by_first)

    def __contains__(self, word: str) -> bool:
        """Whether a phrase begins with the bare word."""
        return word in self._by_first
