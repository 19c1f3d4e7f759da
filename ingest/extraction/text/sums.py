"""Sums: groups of states that are called by one, read as its two numbers: "مجموعة (5+1)"."""

from __future__ import annotations

from typing import NamedTuple

# What may enclose a sum, and the article that may stand before it.
_OPENING, _CLOSING = frozenset('(«"“”'), frozenset(')»"“”')
_ARTICLE = "ال"
_PLUS = "+"


class Sum(NamedTuple):
    """A sum that a text writes, by its tokens: ``first`` to ``last`` (exclusive) with what encloses it."""

    first: int
    last: int
    plus: int


def sums(words: list[str]) -> list[Sum]:
    """The sums of two digits; none of longer numbers, in which a game's minutes are told.

    Args:
        words: the folded words of the document.
    """
    inner = range(1, len(words) - 1)
    return [_whole(words, at) for at in inner if words[at] == _PLUS and _is_sum(words, at)]


def _is_sum(words: list[str], plus: int) -> bool:
    before, after = words[plus - 1].removeprefix(_ARTICLE), words[plus + 1]
    return len(before) == len(after) == 1 and before.isdecimal() and after.isdecimal()


def _whole(words: list[str], plus: int) -> Sum:
    first, last = plus - 1, plus + 2
    if first and last < len(words) and words[first - 1] in _OPENING and words[last] in _CLOSING:
        first, last = first - 1, last + 1
    return Sum(first - (first > 0 and words[first - 1] == _ARTICLE), last, plus)
