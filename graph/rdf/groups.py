"""Items by their owners: those of a new state beside those of the newest that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from liqaa.graph.rdf.items import Item

Group = tuple[str, set[str], dict[str, int]]
"""An owner, its items in a new state, and those that the newest has, each with its row."""


def grouped(items: Iterable[Item]) -> Iterator[tuple[str, set[str]]]:
    """Each owner with its items, which come in order."""
    for owner, group in groupby(items, key=itemgetter(0)):
        yield owner, {body for _, body in group}


def merged(new: Iterator[tuple[str, set[str]]], old: Iterator[tuple[str, dict[str, int]]]) -> Iterator[Group]:
    """Both sides owner by owner; empty where one has nothing of an owner."""
    ours, theirs = next(new, None), next(old, None)
    while ours or theirs:
        if theirs is None or (ours and f"{ours[0]}>" < f"{theirs[0]}>"):
            assert ours
            yield ours[0], ours[1], {}
            ours = next(new, None)
        elif ours is None or f"{theirs[0]}>" < f"{ours[0]}>":
            yield theirs[0], set(), theirs[1]
            theirs = next(old, None)
        else:
            yield ours[0], ours[1], theirs[1]
            ours, theirs = next(new, None), next(old, None)
