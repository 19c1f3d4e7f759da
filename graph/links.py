"""How events hang together: a plan and what became of it, a visit and what was done on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import permutations
from typing import Literal

from liqaa.graph.agreement import agreed_status
from liqaa.graph.calendar_shelf import CalendarShelf
from liqaa.graph.claims import Block, Claim
from liqaa.graph.fitting import Group, chief_leads, days_of, leading, window_of
from liqaa.graph.misreading import MISREAD, days_between, is_one_person, same_people
from liqaa.graph.recall import Recall
from liqaa.ontology.model import Status

LinkType = Literal["FULFILLED_BY", "CANCELLED_BY", "PART_OF"]

Claims = tuple[Claim, ...]

Window = tuple[date, date]
"""First and last day on which an event may have been."""

_OUTCOMES: tuple[tuple[LinkType, str], ...] = (("FULFILLED_BY", "occurred"), ("CANCELLED_BY", "cancelled"))

_PARTS = ("talks", "honor")
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


def links_of(events: Mapping[str, Claims], recall: Recall) -> tuple[Link, ...]:
    """Find the links between events; one that could lead to several events is left out.

    Args:
        events: the claims of each event, by id.
        recall: what became of the plans of a family that has not changed is remembered.

    Returns:
        The links, sorted.
    """
    families: dict[Block, list[str]] = defaultdict(list)
    for event_id, claims in events.items():
        for block in sorted({claim.block for claim in claims if claim.block}):
            families[block].append(event_id)
    windows = {event_id: window for event_id, claims in events.items() if (window := window_of(claims))}
    found: set[Link] = set()
    for family in families.values():
        asked = tuple((id_, events[id_]) for id_ in family)
        found.update(recall.of("outcomes", asked, partial(_outcomes, family, events, windows)))
    found.update(_parts(families, events, windows))
    return tuple(sorted(found))


def _outcomes(
    family: Sequence[str], events: Mapping[str, Claims], windows: Mapping[str, Window]
) -> tuple[Link, ...]:
    """What became of the plans among events of the same type and parties."""
    return tuple(_outcome_links(family, events, windows))


def _outcome_links(
    family: Sequence[str], events: Mapping[str, Claims], windows: Mapping[str, Window]
) -> Iterator[Link]:
    """The links from each plan to its happening, and to its being called off."""
    plans = [id_ for id_ in family if id_ in windows and _status_of(events[id_]) == "planned"]
    if not plans or len(family) == len(plans):
        return
    for type_, status in _OUTCOMES:
        shelf = CalendarShelf()
        for id_ in family:
            if id_ in windows and _status_of(events[id_]) == status:
                shelf.add(id_, *windows[id_])
        for plan in plans:
            fitting = _fitting(plan, shelf, events, windows)
            # A plan that names nobody is of the one event there is, or of that which most papers tell of.
            if not any(claim.named for claim in events[plan]):
                fitting = _told_most(fitting)
            if outcome := _nearest(events[plan], fitting):
                yield Link(type_, plan, outcome)


def _fitting(
    plan: str, shelf: CalendarShelf, events: Mapping[str, Claims], windows: Mapping[str, Window]
) -> dict[str, Claims]:
    """What a plan may have become: what was in its time, else what the very same people did near it."""
    ours, window, spread = events[plan], windows[plan], events[plan][0].spread
    near = {id_: events[id_] for id_ in shelf.near(*window, max(spread, MISREAD))}
    near = {id_: claims for id_, claims in near.items() if _becomes(ours, claims)}
    gaps = {id_: days_between(window, windows[id_]) for id_ in near}
    in_time = {id_: claims for id_, claims in near.items() if gaps[id_] <= spread}
    if in_time or ours[0].type == "call":
        return in_time
    chief = chief_leads(ours)
    return {
        id_: claims
        for id_, claims in near.items()
        if gaps[id_] <= MISREAD and same_people(ours, claims, chief, chief_leads(claims))
    }


def _told_most(events: Mapping[str, Claims]) -> dict[str, Claims]:
    """Of several events the one that most papers tell of, by far; none where none leads so."""
    groups = {id_: Group(list(claims)) for id_, claims in events.items()}
    found = leading(range(len(groups)), list(groups.values()))
    return {id_: events[id_] for at, id_ in enumerate(groups) if found == [at]}


def _status_of(claims: Claims) -> Status:
    """The status of an event; only judgements put reports of several together."""
    return agreed_status({claim.status for claim in claims})


def _becomes(plan: Claims, outcome: Claims) -> bool:
    """Whether an event of the same time may be what became of a plan."""
    articles = {claim.doc_id for claim in outcome}
    if all(claim.doc_id in articles for claim in plan) and not _on_one_day(plan, outcome):
        return False  # where only articles that tell of both tell of the plan, they tell them apart
    ours, theirs = chief_leads(plan), chief_leads(outcome)
    return all(lead.agrees(theirs[party]) for party, lead in ours.items() if party in theirs)


def _on_one_day(left: Claims, right: Claims) -> bool:
    """Whether both give one day."""
    return bool({claim.day for claim in left if claim.day} & {claim.day for claim in right})


def _nearest(event: Claims, others: Mapping[str, Claims]) -> str | None:
    """The one of several events that fits best: both say who led, on the nearest day, in most papers."""
    if len(others) < 2:
        return next(iter(others), None)
    days = days_of(event)
    ranks: dict[str, tuple[int, int, int]] = {}
    for event_id, claims in others.items():
        theirs = days_of(claims)
        gaps = [abs((one - other).days) for one in days for other in theirs]
        ranks[event_id] = (-_alike(event, claims), min(gaps, default=_FAR), -len(claims))
    best = [event_id for event_id, rank in ranks.items() if rank == min(ranks.values())]
    return best[0] if len(best) == 1 else None


def _alike(left: Claims, right: Claims) -> int:
    """For how many parties both events tell who led; twice where it was one person of the register."""
    ours, theirs = chief_leads(left), chief_leads(right)
    return sum(1 + is_one_person(ours[party], theirs[party]) for party in ours.keys() & theirs.keys())


def _parts(
    families: Mapping[Block, Sequence[str]],
    events: Mapping[str, Claims],
    windows: Mapping[str, Window],
) -> Iterator[Link]:
    """The talks and honours that belong to a visit."""
    stays: dict[tuple[str, str], CalendarShelf] = defaultdict(CalendarShelf)
    for (kind, *parties), family in families.items():
        if kind == "visit" and len(parties) == 2:
            for id_ in family:
                if id_ in windows:
                    stays[parties[0], parties[1]].add(id_, *windows[id_])
    for (kind, *parties), family in families.items():
        if kind.partition("/")[0] not in _PARTS:
            continue
        ends = [(host, visitor) for host, visitor in permutations(parties, 2) if (host, visitor) in stays]
        for id_ in family:
            if id_ not in windows:
                continue
            fitting = {
                visit: events[visit]
                for host, visitor in ends
                for visit in stays[host, visitor].near(*windows[id_], _LONGEST_STAY)
                if _belongs(events[id_], events[visit], host, visitor, len(parties))
            }
            if found := _nearest(events[id_], fitting):
                yield Link("PART_OF", id_, found)


def _belongs(event: Claims, visit: Claims, host: str, visitor: str, parties: int) -> bool:
    """Whether talks or an honour were on a visit: its visitor took part, in the host's land, in its days."""
    if _status_of(event) not in _STATUSES[_status_of(visit)]:
        return False
    lands = {claim.land for claim in event if claim.land}
    if (lands and host not in lands) or (not lands and parties > 2):
        return False
    days, stay = days_of(event), days_of(visit)
    if days and stay:
        in_time = any(
            (day - min(stay)).days >= -1 and (day - max(stay)).days <= _LONGEST_STAY for day in days
        )
    else:
        # Without a day only an article that tells of both says that they belong together.
        in_time = bool({claim.doc_id for claim in event} & {claim.doc_id for claim in visit})
    return in_time and _same_person(event, visit, visitor)


def _same_person(event: Claims, visit: Claims, party: str) -> bool:
    """Whether both tell who stood for a party, and it may be one person."""
    ours = [lead for claim in event for code, lead in claim.leads if code == party and lead.specific]
    theirs = [lead for claim in visit for code, lead in claim.leads if code == party and lead.specific]
    return bool(ours and theirs) and all(one.agrees(other) for one in set(ours) for other in set(theirs))
