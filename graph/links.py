"""How events hang together: a plan and what became of it, a visit and what was done on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from liqaa.graph.claims import Block, Claim
from liqaa.graph.coreference import leads_agree

LinkType = Literal["FULFILLED_BY", "CANCELLED_BY", "PART_OF"]

Claims = tuple[Claim, ...]

_PARTS = ("talks", "honor")
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


def links_of(events: Mapping[str, Claims]) -> tuple[Link, ...]:
    """Find the links between events; one that could lead to several events is left out.

    Args:
        events: the claims of each event, by id.

    Returns:
        The links, sorted.
    """
    families: dict[Block, dict[str, Claims]] = defaultdict(dict)
    for event_id, claims in events.items():
        for block in sorted({claim.block for claim in claims if claim.block}):
            families[block][event_id] = claims
    found = {link for family in families.values() for link in _outcomes(family)}
    found.update(_parts(families))
    return tuple(sorted(found))


def _outcomes(family: Mapping[str, Claims]) -> Iterator[Link]:
    """What became of the plans among events of the same type and parties."""
    if len(family) < 2:
        return
    by_status: dict[str, list[str]] = defaultdict(list)
    for event_id, claims in family.items():
        by_status[status_of(claims)].append(event_id)
    types: tuple[tuple[LinkType, str], ...] = (("FULFILLED_BY", "occurred"), ("CANCELLED_BY", "cancelled"))
    for plan_id in by_status["planned"]:
        plan = family[plan_id]
        for type_, status in types:
            fitting = {id_: family[id_] for id_ in by_status[status] if _becomes(plan, family[id_])}
            if outcome := _nearest(plan, fitting):
                yield Link(type_, plan_id, outcome)


def status_of(claims: Claims) -> str:
    """The status of an event; only judgements put reports of several together."""
    given = {claim.status for claim in claims}
    return next(status for status in ("occurred", "cancelled", "planned") if status in given)


def _becomes(plan: Claims, outcome: Claims) -> bool:
    """Whether an event may be what became of a plan."""
    if {claim.doc_id for claim in plan} <= {claim.doc_id for claim in outcome} and not _on_one_day(
        plan, outcome
    ):
        return False  # where only articles that tell of both tell of the plan, they tell them apart
    first, last = _window(plan)
    began, ended = _window(outcome)
    spread = timedelta(days=plan[0].spread)
    return bool(
        first and last and began and ended
        and _minus(first, spread) <= ended and began <= _plus(last, spread)
        and any(claim.named for claim in plan)
        and leads_agree(list(plan), list(outcome))
    )  # fmt: skip


def _on_one_day(left: Claims, right: Claims) -> bool:
    """Whether both give one day."""
    return bool({claim.day for claim in left if claim.day} & {claim.day for claim in right})


def _window(claims: Claims) -> tuple[date | None, date | None]:
    """First and last day on which an event may have been; the days given count before all else."""
    days = [claim.day for claim in claims if claim.day]
    if days:
        return min(days), max(days)
    bounded = [(claim.first, claim.last) for claim in claims if claim.first and claim.last]
    if not bounded:
        return None, None
    # Without a day, each report narrows the time that the others leave.
    first, last = max(first for first, _ in bounded), min(last for _, last in bounded)
    return (first, last) if first <= last else (last, first)


def _nearest(event: Claims, others: Mapping[str, Claims]) -> str | None:
    """The one of several events that fits best: both say who led, on the nearest day, in most papers."""
    if len(others) < 2:
        return next(iter(others), None)
    days = [claim.day for claim in event if claim.day]
    ranks: dict[str, tuple[int, int, int]] = {}
    for event_id, claims in others.items():
        theirs = [claim.day for claim in claims if claim.day]
        gaps = [abs((one - other).days) for one in days for other in theirs]
        ranks[event_id] = (-_alike(event, claims), min(gaps, default=_FAR), -len(claims))
    best = [event_id for event_id, rank in ranks.items() if rank == min(ranks.values())]
    return best[0] if len(best) == 1 else None


def _alike(left: Claims, right: Claims) -> int:
    """For how many parties both events tell who led."""
    ours = {party for claim in left for party, lead in claim.leads if lead.specific}
    return len(ours & {party for claim in right for party, lead in claim.leads if lead.specific})


def _parts(families: Mapping[Block, Mapping[str, Claims]]) -> Iterator[Link]:
    """The talks and honours that belong to a visit."""
    for block, family in families.items():
        kind, *parties = block
        if kind.partition("/")[0] not in _PARTS:
            continue
        visits = {
            visit_id: (host, visitor, claims)
            for host in parties
            for visitor in parties
            if host != visitor
            for visit_id, claims in families.get(("visit", host, visitor), {}).items()
        }
        for event_id, claims in family.items() if visits else ():
            fitting = {
                visit_id: visit
                for visit_id, (host, visitor, visit) in visits.items()
                if _belongs(claims, visit, host, visitor, len(parties))
            }
            if visit := _nearest(claims, fitting):
                yield Link("PART_OF", event_id, visit)


def _belongs(event: Claims, visit: Claims, host: str, visitor: str, parties: int) -> bool:
    """Whether talks or an honour were on a visit: its visitor took part, in the host's land, in its days."""
    if status_of(event) not in _STATUSES[status_of(visit)]:
        return False
    lands = {claim.land for claim in event if claim.land}
    if (lands and host not in lands) or (not lands and parties > 2):
        return False
    if not _same_person(event, visit, visitor):
        return False
    days = [claim.day for claim in event if claim.day]
    stay = [claim.day for claim in visit if claim.day]
    if days and stay:
        spread = visit[0].spread
        return any((day - min(stay)).days >= -1 and (day - max(stay)).days <= spread for day in days)
    # Without a day only an article that tells of both says that they belong together.
    return bool({claim.doc_id for claim in event} & {claim.doc_id for claim in visit})


def _same_person(event: Claims, visit: Claims, party: str) -> bool:
    """Whether both tell who stood for a party, and it may be one person."""
    ours = [lead for claim in event for code, lead in claim.leads if code == party and lead.specific]
    theirs = [lead for claim in visit for code, lead in claim.leads if code == party and lead.specific]
    return bool(ours and theirs) and all(one.agrees(other) for one in set(ours) for other in set(theirs))


def _minus(day: date, span: timedelta) -> date:
    """A day less a span, within the calendar."""
    return day - span if day - date.min > span else date.min


def _plus(day: date, span: timedelta) -> date:
    """A day and a span, within the calendar."""
    return day + span if date.max - day > span else date.max
