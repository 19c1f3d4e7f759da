"""Of several events the one that goes best with another."""

from __future__ import annotations

from collections.abc import Mapping

from liqaa.graph.events.fitting import Account, in_other_lands
from liqaa.graph.events.same_people import is_one_person

# Days to an event that gives none.
_FAR = 99


def best_fit(event: Account, others: Mapping[str, Account]) -> str | None:
    """The one of several events that fits best.

    Both say who led, were in one land, are near in days, stand in many papers; the first that tells counts.
    """
    if len(others) < 2:
        return next(iter(others), None)
    ranks: dict[str, tuple[int, bool, int, int]] = {}
    for event_id, other in others.items():
        gaps = [abs((ours - theirs).days) for ours in event.days for theirs in other.days]
        elsewhere = in_other_lands(event, other)
        ranks[event_id] = -_alike(event, other), elsewhere, min(gaps, default=_FAR), -len(other.claims)
    best = [event_id for event_id, rank in ranks.items() if rank == min(ranks.values())]
    return best[0] if len(best) == 1 else None


def _alike(left: Account, right: Account) -> int:
    """For how many parties both events tell who led; twice where it was one person of the register."""
    ours, theirs = left.chief, right.chief
    return sum(1 + is_one_person(ours[party], theirs[party]) for party in ours.keys() & theirs.keys())
