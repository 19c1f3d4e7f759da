"""The pages of a graph put together, in which a page can be written anew."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import chain
from typing import Generic, TypeVar

from liqaa.graph.agreement import commonest
from liqaa.graph.projection.sheet import Page
from liqaa.graph.schema import Edge, Node, Value

T = TypeVar("T", Node, Edge)
Key = tuple[str, ...]

# Where more than one in so many things changes, all are sorted again.
_MANY = 50


class Book:
    """Every node and relationship of the pages, each once however many pages have it.

    What several pages have is the same on each of them.
    """

    def __init__(self) -> None:
        """Begin with no page."""
        self._pages: dict[Hashable, Page] = {}
        self._nodes: _Index[Node] = _Index(lambda node: (node.label, node.id))
        self._edges: _Index[Edge] = _Index(lambda edge: (edge.type, edge.source, edge.target, edge.key))
        self._called: dict[str, Counter[str]] = defaultdict(Counter)

    def update(self, pages: Mapping[Hashable, Page | None]) -> None:
        """Write pages.

        Args:
            pages: by what they are of; None takes a page out.
        """
        places: set[str] = set()
        # All that is out of date goes before anything comes: what several pages have changes on all of them.
        for subject in pages:
            if page := self._pages.pop(subject, None):
                self._nodes.remove(page.nodes)
                self._edges.remove(page.edges)
                for place, words in page.places:
                    self._called[place][words] -= 1
                    places.add(place)
        for subject, page in pages.items():
            if page:
                self._pages[subject] = page
                self._nodes.add(page.nodes)
                self._edges.add(page.edges)
                for place, words in page.places:
                    self._called[place][words] += 1
                    places.add(place)
        for place in places:
            self._call(place)

    def _call(self, place: str) -> None:
        """Give a place that is called by words the words that most events call it by."""
        called = self._called[place] = +self._called[place]
        if not called:
            del self._called[place]
        elif node := self._nodes.get(("Place", place)):
            properties: dict[str, Value] = {**node.properties, "name_ar": commonest(called)}
            self._nodes.replace(Node("Place", place, properties))

    def nodes(self) -> tuple[Node, ...]:
        """Every node, sorted by label and id."""
        return self._nodes.sorted()

    def edges(self) -> tuple[Edge, ...]:
        """Every relationship, sorted by type, ends and key."""
        return self._edges.sorted()


class _Index(Generic[T]):
    """Things by their keys, sorted within each kind, and how many pages have each."""

    def __init__(self, key: Callable[[T], Key]) -> None:
        """Begin with nothing."""
        self._key: Callable[[T], Key] = key
        self._things: dict[Key, T] = {}
        self._further: Counter[Key] = Counter()
        self._sorted: dict[str, list[T]] = {}
        self._stale: dict[str, set[Key]] = defaultdict(set)

    def get(self, key: Key) -> T | None:
        """What has a key."""
        return self._things.get(key)

    def add(self, things: Iterable[T]) -> None:
        """Let one more page have these."""
        for thing in things:
            key = self._key(thing)
            if key in self._things:
                self._further[key] += 1
            else:
                self._things[key] = thing
                self._stale[key[0]].add(key)

    def remove(self, things: Iterable[T]) -> None:
        """Let one page less have these."""
        for thing in things:
            key = self._key(thing)
            if self._further[key]:
                self._further[key] -= 1
            else:
                del self._further[key], self._things[key]
                self._stale[key[0]].add(key)

    def replace(self, thing: T) -> None:
        """Put a thing in the place of what has its key."""
        key = self._key(thing)
        self._things[key] = thing
        self._stale[key[0]].add(key)

    def sorted(self) -> tuple[T, ...]:
        """Everything, sorted by key."""
        for kind, keys in self._stale.items():
            things = self._sorted.get(kind, [])
            if _MANY * len(keys) > len(things):
                kept = [thing for thing in things if self._key(thing) not in keys]
                kept += [self._things[key] for key in keys if key in self._things]
                self._sorted[kind] = sorted(kept, key=self._key)
                continue
            for key in keys:
                at = bisect_left(things, key, key=self._key)
                there = at < len(things) and self._key(things[at]) == key
                things[at : at + there] = [self._things[key]] if key in self._things else []
        self._stale.clear()
        return tuple(chain.from_iterable(things for _, things in sorted(self._sorted.items())))
