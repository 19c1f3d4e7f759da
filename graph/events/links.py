"""How events hang together: a plan and what became of it, a visit and what was done on it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from liqaa.graph.events.calendar_shelf import COMPARTMENT, CalendarShelf
from liqaa.graph.events.claims import Block, Claim
from liqaa.graph.events.fitting import Account
from liqaa.graph.events.misreading import MISREAD
from liqaa.graph.events.outcomes import held_after_all, outcomes
from liqaa.graph.events.programmes import LONGEST_STAY, Visit, may_be_part, visit_of

LinkType = Literal["FULFILLED_BY", "CANCELLED_BY", "PART_OF"]

Pair = tuple[str, str]
"""Two parties, the smaller code first."""

# The length of the block of a visit: type, host and one visitor.
_OF_TWO = 3


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A relationship between two events.

    Attributes:
        type: ``FULFILLED_BY`` from a plan to its happening, or from what was called off for a day on
            which the same people met after all, ``CANCELLED_BY`` from a plan to its being called off,
            ``PART_OF`` from talks or an honour to the visit they belong to.
        source: id of the event it leads from.
        target: id of the event it leads to.
    """

    type: LinkType
    source: str
    target: str


class Links:
    """The links between events, kept while events come and go; one that could lead to several is left out.

    An event is looked at again where it has changed, and where one has that is near it in time.

    Attributes:
        found: the links, sorted.
    """

    def __init__(self) -> None:
        """Begin with no event."""
        self.found: list[Link] = []
        self._events: dict[str, Account] = {}
        self._families: dict[Block, CalendarShelf] = defaultdict(CalendarShelf)
        self._meeting: dict[Pair, set[Block]] = defaultdict(set)
        self._of: dict[tuple[str, Block], tuple[Link, ...]] = {}
        self._counts: Counter[Link] = Counter()

    def update(self, events: Mapping[str, tuple[Claim, ...] | None]) -> None:
        """Find the links after a change.

        Args:
            events: the claims of those that came or changed, by id; None for those gone.
        """
        stale: set[tuple[str, Block]] = set()
        for event_id in events:
            if before := self._events.get(event_id):
                stale.update(self._near(event_id, before))
                self._take_out(event_id, before)
        for event_id, claims in events.items():
            account = Account(claims) if claims else None
            if account and account.window is not None:
                self._put_in(event_id, account)
                stale.update(self._near(event_id, account))
        links_before = self._counts.copy()
        for place in stale:
            self._link(*place)
        for link in links_before.keys() - self._counts.keys():
            del self.found[bisect_left(self.found, _key(link), key=_key)]
        self.found += self._counts.keys() - links_before.keys()
        self.found.sort(key=_key)

    def _put_in(self, event_id: str, event: Account) -> None:
        """Keep an event where others find it."""
        self._events[event_id] = event
        for block in _blocks_of(event):
            self._families[block].add(event_id, *_window(event))
            if may_be_part(block):
                for pair in combinations(block[1:], 2):
                    self._meeting[pair].add(block)

    def _take_out(self, event_id: str, event: Account) -> None:
        """Let others no longer find an event."""
        del self._events[event_id]
        for block in _blocks_of(event):
            self._families[block].remove(event_id, *_window(event))

    def _near(self, event_id: str, event: Account) -> Iterator[tuple[str, Block]]:
        """An event, and those whose links may be to it; each in its block."""
        for block in _blocks_of(event):
            yield event_id, block
            for other in self._families[block].near(*_window(event), MISREAD):
                yield other, block
            if block[0] == "visit" and len(block) == _OF_TWO:
                for parts in self._meeting.get(_pair(*block[1:]), ()):
                    # What is told of in one article only has to be kept in one compartment.
                    for other in self._families[parts].near(*_window(event), LONGEST_STAY + COMPARTMENT):
                        yield other, parts

    def _link(self, event_id: str, block: Block) -> None:
        """Find the links of an event in one of its blocks, in the place of those it had there."""
        for link in self._of.pop((event_id, block), ()):
            self._counts[link] -= 1
            if not self._counts[link]:
                del self._counts[link]
        event = self._events.get(event_id)
        if event is None or block not in _blocks_of(event):
            return
        if links := tuple(self._links_of(event_id, event, block)):
            self._of[event_id, block] = links
            self._counts.update(links)

    def _links_of(self, event_id: str, event: Account, block: Block) -> Iterator[Link]:
        """The links that lead from an event."""
        window = _window(event)
        if event.status != "occurred":
            near = {id_: self._events[id_] for id_ in self._families[block].near(*window, MISREAD)}
            if event.status == "planned":
                for type_, outcome in outcomes(event, near):
                    yield Link(type_, event_id, outcome)
            elif held := held_after_all(event, near):
                yield Link("FULFILLED_BY", event_id, held)
        if may_be_part(block):
            visits = [
                Visit(id_, host, visitor, self._events[id_])
                for pair in combinations(block[1:], 2)
                for host, visitor in (pair, pair[::-1])
                if ("visit", host, visitor) in self._families
                for id_ in self._families["visit", host, visitor].near(*window, LONGEST_STAY)
            ]
            if visit := visit_of(event, len(block) - 1, visits):
                yield Link("PART_OF", event_id, visit)


def _key(link: Link) -> tuple[str, str, str]:
    """By this links are sorted."""
    return link.type, link.source, link.target


def _pair(one: str, other: str) -> Pair:
    """Two parties, the smaller code first."""
    return (one, other) if one < other else (other, one)


def _window(event: Account) -> tuple[date, date]:
    """First and last day of an event that is kept."""
    if event.window is None:
        raise ValueError("an event without a time is linked with none")
    return event.window


def _blocks_of(event: Account) -> set[Block]:
    """The blocks of an event; only judgements and misread fields put reports of several together."""
    return {claim.block for claim in event.claims if claim.block}
