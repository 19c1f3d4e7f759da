"""How events hang together: a plan and what became of it, a visit and what was done on it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from liqaa.graph.calendar_shelf import CalendarShelf
from liqaa.graph.changes import Grouped
from liqaa.graph.claims import Block, Claim
from liqaa.graph.fitting import Account, Group, leading
from liqaa.graph.misreading import MISREAD, days_between, is_one_person, same_people

LinkType = Literal["FULFILLED_BY", "CANCELLED_BY", "PART_OF"]

Claims = tuple[Claim, ...]

Told = tuple[str, Account]
"""An event of a known time: its id, and what its claims come to."""

Events = Mapping[str, Account]

Family = tuple[Told, ...]
"""Events of one block."""

Stay = tuple[str, str, Family]
"""A host and a visitor, and the visits of one to the other."""

_OUTCOMES: tuple[tuple[LinkType, str], ...] = (("FULFILLED_BY", "occurred"), ("CANCELLED_BY", "cancelled"))

_PARTS = ("talks", "honor")
# The length of the block of a visit of one party: visit, host and visitor.
_OF_TWO = 3
# Days after the first day of a visit on which something may still belong to it.
_LONGEST_STAY = 3
# Days to an event that gives none.
_FAR = 99
# What may be part of a visit of a status: talks are announced for a visit that is under way.
_STATUSES = {
    "occurred": {"occurred", "planned"},
    "planned": {"planned"},
    "cancelled": {"cancelled"},
}


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A relationship between two events.

    Attributes:
        type: ``FULFILLED_BY`` from a plan to its happening, ``CANCELLED_BY`` from a plan to its being called
            off, ``PART_OF`` from talks or an honour to the visit they belong to.
        source: id of the event it leads from.
        target: id of the event it leads to.
    """

    type: LinkType
    source: str
    target: str


class Links:
    """The links between events, kept while events come and go; one that could lead to several is left out.

    Attributes:
        found: the links, sorted.
    """

    def __init__(self) -> None:
        """Begin with no event."""
        self.found: list[Link] = []
        self._events: dict[str, Account] = {}
        self._families: Grouped[Block, str] = Grouped()
        self._of: dict[tuple[str, Block], tuple[Link, ...]] = {}
        self._counts: Counter[Link] = Counter()

    def update(self, events: Mapping[str, Claims | None]) -> None:
        """Find the links after a change.

        Args:
            events: the claims of those that came or changed, by id; None for those gone.
        """
        stale: set[Block] = set()
        for event_id, claims in events.items():
            self._events.pop(event_id, None)
            account = Account(claims) if claims else None
            blocks: set[Block] = set()
            if account and account.window is not None:
                self._events[event_id] = account
                blocks = _blocks_of(account.claims)
            stale.update(self._families.place(event_id, tuple(blocks)), blocks)
        programmes = {block for block in stale if _is_part(block)}
        pairs = {tuple(sorted(block[1:])) for block in stale if _is_visit(block)}
        if pairs:
            programmes |= {
                block
                for block in self._families.groups()
                if _is_part(block) and not pairs.isdisjoint(_pairs(block))
            }
        before = set(self._counts)
        for block in stale:
            self._put("outcomes", block, _outcomes(self._family(block)))
        for block in programmes:
            stays = [
                (host, visitor, family)
                for pair in _pairs(block)
                for host, visitor in (pair, pair[::-1])
                if (family := self._family(("visit", host, visitor)))
            ]
            self._put("parts", block, _parts(len(block) - 1, self._family(block), stays) if stays else ())
        for link in before - self._counts.keys():
            del self.found[bisect_left(self.found, link)]
        self.found += self._counts.keys() - before
        self.found.sort(key=lambda link: (link.type, link.source, link.target))

    def _put(self, kind: str, block: Block, links: tuple[Link, ...]) -> None:
        """Note the links of a family, in the place of those it had."""
        for link in self._of.pop((kind, block), ()):
            self._counts[link] -= 1
            if not self._counts[link]:
                del self._counts[link]
        if links:
            self._of[kind, block] = links
            self._counts.update(links)

    def _family(self, block: Block) -> Family:
        """The events of a block, by id."""
        return tuple((id_, self._events[id_]) for id_ in sorted(self._families[block]))


def _is_part(block: Block) -> bool:
    """Whether the events of a block may belong to a visit."""
    return block[0].partition("/")[0] in _PARTS


def _is_visit(block: Block) -> bool:
    """Whether the events of a block are visits of one party to another."""
    return block[0] == "visit" and len(block) == _OF_TWO


def _pairs(block: Block) -> list[tuple[str, ...]]:
    """Every two of the parties of a block, sorted."""
    return list(combinations(block[1:], 2))


def _blocks_of(claims: Claims) -> set[Block]:
    """The blocks of an event; only judgements and misread fields put reports of several together."""
    return {claim.block for claim in claims if claim.block}


def _shelved(events: Iterable[Told]) -> CalendarShelf:
    """Events by the days on which they may have been."""
    shelf = CalendarShelf()
    for event_id, event in events:
        if event.window:
            shelf.add(event_id, *event.window)
    return shelf


def _outcomes(family: Family) -> tuple[Link, ...]:
    """What became of the plans among events of the same type and parties."""
    return tuple(_outcome_links(family))


def _outcome_links(family: Family) -> Iterator[Link]:
    """The links from each plan to its happening, and to its being called off."""
    events = dict(family)
    plans = [told for told in family if told[1].status == "planned"]
    if not plans or len(family) == len(plans):
        return
    for type_, status in _OUTCOMES:
        shelf = _shelved(told for told in family if told[1].status == status)
        for plan_id, plan in plans:
            fitting = _fitting(plan, shelf, events)
            # A plan that names nobody is of the one event there is, or of that which most papers tell of.
            if not any(claim.named for claim in plan.claims):
                fitting = _told_most(fitting)
            if outcome := _nearest(plan, fitting):
                yield Link(type_, plan_id, outcome)


def _fitting(plan: Account, shelf: CalendarShelf, events: Events) -> Events:
    """What a plan may have become: what was in its time, else what the very same people did near it."""
    if plan.window is None:
        return {}
    spread = plan.claims[0].spread
    gaps: dict[str, int] = {}
    for id_ in shelf.near(*plan.window, max(spread, MISREAD)):
        window = events[id_].window
        if window and _becomes(plan, events[id_]):
            gaps[id_] = days_between(plan.window, window)
    in_time = {id_: events[id_] for id_, gap in gaps.items() if gap <= spread}
    if in_time or plan.claims[0].type == "call":
        return in_time
    return {
        id_: events[id_] for id_, gap in gaps.items() if gap <= MISREAD and same_people(plan, events[id_])
    }


def _told_most(events: Events) -> Events:
    """Of several events the one that most papers tell of, by far; none where none leads so."""
    groups = {id_: Group(list(event.claims)) for id_, event in events.items()}
    found = leading(range(len(groups)), list(groups.values()))
    return {id_: events[id_] for at, id_ in enumerate(groups) if found == [at]}


def _becomes(plan: Account, outcome: Account) -> bool:
    """Whether an event of the same time may be what became of a plan."""
    if plan.articles <= outcome.articles and not _on_one_day(plan, outcome):
        return False  # where only articles that tell of both tell of the plan, they tell them apart
    theirs = outcome.chief
    return all(lead.agrees(theirs[party]) for party, lead in plan.chief.items() if party in theirs)


def _on_one_day(left: Account, right: Account) -> bool:
    """Whether both give one day."""
    ours, theirs = ({claim.day for claim in event.claims if claim.day} for event in (left, right))
    return bool(ours & theirs)


def _nearest(event: Account, others: Events) -> str | None:
    """The one of several events that fits best: both say who led, on the nearest day, in most papers."""
    if len(others) < 2:
        return next(iter(others), None)
    ranks: dict[str, tuple[int, int, int]] = {}
    for event_id, other in others.items():
        gaps = [abs((ours - theirs).days) for ours in event.days for theirs in other.days]
        ranks[event_id] = (-_alike(event, other), min(gaps, default=_FAR), -len(other.claims))
    best = [event_id for event_id, rank in ranks.items() if rank == min(ranks.values())]
    return best[0] if len(best) == 1 else None


def _alike(left: Account, right: Account) -> int:
    """For how many parties both events tell who led; twice where it was one person of the register."""
    ours, theirs = left.chief, right.chief
    return sum(1 + is_one_person(ours[party], theirs[party]) for party in ours.keys() & theirs.keys())


def _parts(parties: int, family: Family, stays: Sequence[Stay]) -> tuple[Link, ...]:
    """The talks and honours of a family, of so many parties, that belong to a visit."""
    shelves = [(host, visitor, dict(visits), _shelved(visits)) for host, visitor, visits in stays]
    found: list[Link] = []
    for id_, event in family:
        fitting = {
            visit: visits[visit]
            for host, visitor, visits, shelf in shelves
            for visit in (shelf.near(*event.window, _LONGEST_STAY) if event.window else ())
            if _belongs(event, visits[visit], host, visitor, parties)
        }
        if nearest := _nearest(event, fitting):
            found.append(Link("PART_OF", id_, nearest))
    return tuple(found)


def _belongs(event: Account, visit: Account, host: str, visitor: str, parties: int) -> bool:
    """Whether talks or an honour were on a visit: its visitor took part, in the host's land, in its days."""
    if event.status not in _STATUSES[visit.status]:
        return False
    if (event.lands and host not in event.lands) or (not event.lands and parties > 2):
        return False
    if event.days and visit.days:
        in_time = any(
            (day - visit.days[0]).days >= -1 and (day - visit.days[-1]).days <= _LONGEST_STAY
            for day in event.days
        )
    else:
        # Without a day only an article that tells of both says that they belong together.
        in_time = bool(event.articles & visit.articles)
    return in_time and _same_person(event, visit, visitor)


def _same_person(event: Account, visit: Account, party: str) -> bool:
    """Whether both tell who stood for a party, and it may be one person."""
    ours, theirs = (
        {lead for claim in one.claims for code, lead in claim.leads if code == party and lead.specific}
        for one in (event, visit)
    )
    return bool(ours and theirs) and all(one.agrees(other) for one in ours for other in theirs)
