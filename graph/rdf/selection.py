"""A part of an archive: the events of some parties and days, and all that these lead to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from liqaa.graph.rdf.history import History, State
from liqaa.graph.rdf.items import Item, needed_by


@dataclass(frozen=True, slots=True)
class Selection:
    """Which events are wanted.

    Attributes:
        parties: codes; an event is wanted where it is between one of them and another. Empty for all.
        first: first day, ``YYYY-MM-DD``; given, it leaves out events without a date. None for no bound.
        last: last day; the same.
    """

    parties: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return not (self.parties or self.first or self.last)

    def __str__(self) -> str:
        """As it is written into the export; empty for the whole."""
        days = (("from", self.first), ("to", self.last))
        parts = [f"party={code}" for code in self.parties] + [f"{name}={day}" for name, day in days if day]
        return " ".join(parts)

    def wants(self, bodies: Iterable[str]) -> bool:
        """Whether it wants an event, by its items."""
        parties: set[str] = set()
        begins = ends = ""
        for kind, *parts in map(json.loads, bodies):
            if kind == "Event":
                begins = parts[1]["date"] or ""
                ends = parts[1]["date_end"] or begins
            elif kind == "BETWEEN":
                parties.add(parts[1])
        if (self.first or self.last) and not begins:
            return False
        if (self.first and ends < self.first) or (self.last and begins > self.last):
            return False
        return not self.parties or not parties.isdisjoint(self.parties)


def selected(history: History, state: State, selection: Selection) -> set[str] | None:
    """The owners that belong to a selection; None for all of them."""
    if selection.whole:
        return None
    found: set[str] = set()
    redirects: list[tuple[str, str]] = []
    waiting: list[str] = []
    for owner, group in groupby(history.items(state), key=itemgetter(0)):
        bodies = [body for _, body in group]
        if bodies[0].startswith('["Redirect"'):
            redirects.append((owner, json.loads(bodies[0])[2]["target"]))
        elif owner.startswith("e-") and selection.wants(bodies):
            waiting += [owner, *(one for one in history.leading_to(owner, state) if one.startswith("r-"))]
    while waiting:
        owner = waiting.pop()
        if owner not in found:
            found.add(owner)
            waiting += [needed for body in history.bodies(owner, state) for needed in needed_by(body)]
    found.update(owner for owner, target in redirects if target in found)
    return found


def items_within(history: History, state: State, owners: set[str] | None) -> Iterator[Item]:
    """The items of a state, or those of some owners, in order."""
    return (item for item in history.items(state) if owners is None or item.owner in owners)
