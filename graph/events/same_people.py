"""Whether two events have the same people: the very same led both, or both are one meeting of many."""

from __future__ import annotations

from liqaa.graph.actors.offices import LEADER
from liqaa.graph.events.fitting import Account
from liqaa.graph.events.leads import Lead

# Of so many parties papers leave one out, or take in one too many.
MANY = 3


def same_people(left: Account, right: Account) -> bool:
    """Whether the very same people of the register led both; a party that only one has is led by nobody.

    Args:
        left: one event.
        right: the other, of its type.
    """
    ours, theirs = left.chief, right.chief
    parties = {party for party, _ in left.claims[0].leads}
    others = {party for party, _ in right.claims[0].leads}
    if not (parties <= others or others <= parties):
        return False
    if any(party in ours or party in theirs for party in parties ^ others):
        return False
    both = parties & others
    least = 1 if left.claims[0].type == "visit" else 2
    return len(both) >= least and all(
        party in ours and party in theirs and is_one_person(ours[party], theirs[party]) for party in both
    )


def are_many(left: Account, right: Account) -> bool:
    """Whether both are one meeting of many: each tells of all others of its parties but one.

    It was on one day, or is planned for one or the next; or neither gives one, and they share a land and as
    many parties as are many; or one gives a day in the time of the other, which has only parties of it.

    Args:
        left: one event.
        right: the other, of its type.
    """
    ours, theirs = ({party for party, _ in event.claims[0].leads} for event in (left, right))
    odd_ones = max(len(ours - theirs), len(theirs - ours))
    few = min(len(ours), len(theirs)) < MANY or (odd_ones > 1 and not _is_most_of(left, right, ours, theirs))
    of_a_day = any(abs((one - other).days) <= days_off(left) for one in left.days for other in right.days)
    shared = len(ours & theirs) >= MANY
    undated = not (left.days or right.days) and bool(left.lands & right.lands)
    known = bool(left.days) != bool(right.days) and (ours <= theirs if right.days else theirs <= ours)
    if few or not (of_a_day or (shared and (undated or known))):
        return False
    both = left.chief.keys() & right.chief.keys()
    odd = [party for party in both if not left.chief[party].agrees(right.chief[party])]
    return len(odd) < 2 and all(_stands_in(left.chief[party], right.chief[party]) for party in odd)


def _is_most_of(left: Account, right: Account, ours: set[str], theirs: set[str]) -> bool:
    """Whether one tells of most who met in the other, and both of one day and one land."""
    some, all_ = sorted((ours, theirs), key=len)
    if not some < all_ or len(some) <= MANY or 2 * len(some) <= len(all_):
        return False
    return not {*left.days}.isdisjoint(right.days) and not left.lands.isdisjoint(right.lands)


def _stands_in(one: Lead, other: Lead) -> bool:
    """Whether papers say of one only that a leader was to come: somebody else of his land may have."""
    return any(not lead.name and lead.office == LEADER for lead in (one, other))


def is_one_person(one: Lead, other: Lead) -> bool:
    """Whether both are the same person of the register."""
    return one.registered and one.actor == other.actor


def days_off(told: Account) -> int:
    """So many days papers are off of a meeting of many: they tell of a plan before all is settled."""
    return told.claims[0].spread if told.status == "planned" else 0
