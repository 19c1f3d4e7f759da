"""One state of a history as a file, and its canonical hash.

Nothing that is written has a blank node, and the lines of canonical N-Quads come out sorted, so the hash
that RDFC-1.0 asks for is that of these lines.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from liqaa.graph.rdf.blocks import Block, BlockWriter, is_topic
from liqaa.graph.rdf.header import Profile, counted, header
from liqaa.graph.rdf.history import History, State
from liqaa.graph.rdf.items import Item
from liqaa.graph.rdf.mapping import load
from liqaa.graph.rdf.selection import items_within, selected
from liqaa.graph.rdf.writers import FORMATS, nquads
from liqaa.ontology.turtle import NAMESPACE


class Written(NamedTuple):
    """What was written: statements, items by kind, and the canonical hash (SHA-256, hex)."""

    statements: int
    counts: dict[str, int]
    hash: str


def write(path: Path, form: str, history: History, state: State, profile: Profile) -> Written:
    """Write a state to a file, block by block.

    Args:
        path: the file.
        form: trig, nquads, turtle, ntriples or jsonld.
        history: where the state is.
        state: which.
        profile: how.
    """
    hasher = Canonical()
    owners = selected(history, state, profile.selection)
    counts = dict(state.counts) if owners is None else counted(items_within(history, state, owners))
    statements = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        writer = FORMATS[form][1](out, profile.names, load())
        for block in blocks(history, state, profile, counts, owners):
            lines = nquads(block)
            hasher.add(lines)
            writer.write(block)
            statements += len(block.triples)
        writer.end()
    return Written(statements, counts, hasher.digest())


def canonical_hash(history: History, state: State, profile: Profile) -> str:
    """The hash of a state, without writing it."""
    hasher = Canonical()
    owners = selected(history, state, profile.selection)
    counts = dict(state.counts) if owners is None else counted(items_within(history, state, owners))
    for block in blocks(history, state, profile, counts, owners):
        hasher.add(nquads(block))
    return hasher.digest()


def blocks(
    history: History, state: State, profile: Profile, counts: dict[str, int], owners: set[str] | None
) -> Iterator[Block]:
    """Every block of a state, in the order of its IRIs."""
    writer = BlockWriter(profile.names, quotes=profile.quotes)
    top = header(profile, state, counts)
    if profile.names.data < NAMESPACE:
        body: Iterable[Item] = items_within(history, state, owners)
        return chain([top], writer.blocks(body))
    # Topics have IRIs of the ontology, which then come first.
    topics = (item for item in items_within(history, state, owners) if is_topic(item.owner))
    others = (item for item in items_within(history, state, owners) if not is_topic(item.owner))
    first, last = (top, *writer.blocks(topics)), writer.blocks(others)
    return chain(first if profile.names.dataset[1:] < NAMESPACE else (*first[1:], top), last)


class Canonical:
    """SHA-256 over sorted lines, none of which is kept."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._hash = hashlib.sha256()
        self._last = ""

    def add(self, lines: str) -> None:
        """Add the sorted lines of one block."""
        if not lines:
            return
        first, last = lines[: lines.index("\n")], lines[lines.rfind("\n", 0, -1) + 1 : -1]
        if first < self._last:
            raise OutOfOrderError(f"{first} comes after {self._last}")
        self._last = last
        self._hash.update(lines.encode())

    def digest(self) -> str:
        """The hash, in hex."""
        return self._hash.hexdigest()


class OutOfOrderError(RuntimeError):
    """Blocks came in an order in which no hash can be taken: a bug, for ids of archives have one length."""
