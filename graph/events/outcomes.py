"""What became of a plan: its happening, and its being called off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from liqaa.graph.events.best_fit import best_fit
from liqaa.graph.events.fitting import Account, Group, in_other_lands, leading
from liqaa.graph.events.misreading import MISREAD, days_between
from liqaa.graph.events.same_people import is_one_person, same_people

Events = Mapping[str, Account]

OutcomeType = Literal["FULFILLED_BY", "CANCELLED_BY"]

_OUTCOMES: tuple[tuple[OutcomeType, str], ...] = (("FULFILLED_BY", "occurred"), ("CANCELLED_BY", "cancelled"))


def outcomes(plan: Account, events: Events) -> Iterator[tuple[OutcomeType, str]]:
    """What became of a plan; nothing where several events fit.

    Args:
        plan: the plan.
        events: by id, those of the same type and parties that may be within ``MISREAD`` days of it.

    Yields:
        How it leads to an event, and the event's id.
    """
    for type_, status in _OUTCOMES:
        fitting = _fitting(plan, {id_: event for id_, event in events.items() if event.status == status})
        # A plan that names nobody is of the one event there is, or of that which most papers tell of.
        if not any(claim.named for claim in plan.claims):
            fitting = _told_most(fitting)
        if outcome := best_fit(plan, fitting):
            yield type_, outcome


def held_after_all(off: Account, events: Events) -> str | None:
    """What was held of a meeting that had been called off: the very same people met on its day.

    Args:
        off: what was called off.
        events: by id, those of the same type and parties that may be near it in time.

    Returns:
        The event's id; None where nobody met after all, or several events fit.
    """
    fitting = {
        id_: event
        for id_, event in events.items()
        if event.status == "occurred" and _on_one_day(off, event) and same_people(off, event)
    }
    return best_fit(off, fitting)


def _fitting(plan: Account, events: Events) -> Events:
    """What a plan may have become: what was in its time, else what the very same people did near it."""
    if plan.window is None:
        return {}
    spread = plan.claims[0].spread
    near = {
        id_: gap
        for id_, event in events.items()
        if event.window and (gap := days_between(plan.window, event.window)) <= max(spread, MISREAD)
    }
    gaps = {id_: gap for id_, gap in near.items() if _becomes(plan, events[id_])}
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
    if plan.articles <= outcome.articles and not (_on_one_day(plan, outcome) or _told_twice(plan, outcome)):
        return False  # where only articles that tell of both tell of the plan, they tell them apart
    if _was_told_before(outcome, plan):
        return False
    both = [(lead, outcome.chief[party]) for party, lead in plan.chief.items() if party in outcome.chief]
    return all(ours.agrees(theirs) or ours.is_among(theirs) for ours, theirs in both)


def _was_told_before(outcome: Account, plan: Account) -> bool:
    """Whether all articles on what has been, of which none gives a day, came out before those on the plan."""
    ours, theirs = ([one.published for one in event.claims if one.published] for event in (plan, outcome))
    return bool(ours and theirs) and not outcome.days and max(theirs) < min(ours)


def _told_twice(plan: Account, outcome: Account) -> bool:
    """Whether the very same people did what was still ahead of them when a plan without a day was told."""
    issued = [claim.published for claim in plan.claims if claim.published]
    if plan.days or not issued or not (plan.window and outcome.window):
        return False
    ahead = outcome.window[1] >= min(issued) and days_between(plan.window, outcome.window) == 0
    if not ahead or in_other_lands(plan, outcome):
        return False
    return same_people(plan, outcome) or _with_officials(plan, outcome)


def _with_officials(plan: Account, outcome: Account) -> bool:
    """Whether a plan has people meet officials of a land, whoever these are, and it was done."""
    ours, theirs = plan.chief, outcome.chief
    groups = {party for claim in plan.claims for party, lead in claim.leads if lead.group}
    led = [party for party, _ in plan.claims[0].leads if party not in groups]
    return len(led) > 0 and all(
        party in ours and party in theirs and is_one_person(ours[party], theirs[party]) for party in led
    )


def _on_one_day(left: Account, right: Account) -> bool:
    """Whether both give one day."""
    ours, theirs = ({claim.day for claim in event.claims if claim.day} for event in (left, right))
    return bool(ours & theirs)
