"""Events that one misread field keeps apart, put together because all else that tells them apart is one.

A paper's report may have a day that is wrong by some days, or a party too many. Where the very same people
of the register led every side, a second meeting of them within a week is rarer than a misread day, and where
one visitor stays in one land at one time, there is one visit. Leads are compared as most reports have them,
so that one misread name in an event of many does not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from liqaa.graph.claims import Claim
from liqaa.graph.clustering import Forest
from liqaa.graph.fitting import Group, chief_leads, judged_apart, leads_agree, window_of
from liqaa.graph.leads import Lead
from liqaa.ontology.judgement import Pair, pair_of

# Days that may lie between two times given for a meeting of the very same people, of which one is misread.
MISREAD = 8
# Or so many, where some articles tell of both.
_ONE_ARTICLE = 1

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A group with what it is compared by: its leads as most have them, and its first and last day."""

    group: Group
    chief: dict[str, Lead]
    window: tuple[date, date]

    @property
    def lands(self) -> set[str]:
        """The countries where it was."""
        return {claim.land for claim in self.group.claims if claim.land}

    @property
    def attested(self) -> bool:
        """Whether several articles give its day."""
        return len({claim.doc_id for claim in self.group.claims if claim.day}) > 1

    @property
    def articles(self) -> set[str]:
        """The articles that tell of it."""
        return {claim.doc_id for claim in self.group.claims}


def join_misread(groups: Sequence[Group], apart: frozenset[Pair]) -> list[Group]:
    """Put together groups of the same people, nearest in time first.

    Args:
        groups: the events of all blocks.
        apart: pairs of reports judged different.

    Returns:
        The groups, sorted by key.
    """
    told = {group.key: found for group in groups if (found := _told(group))}
    shelves: dict[_Key, list[str]] = defaultdict(list)
    for key, one in sorted(told.items()):
        for place in _shelves(one):
            shelves[place].append(key)
    near: set[tuple[int, str, str]] = set()
    for shelf in shelves.values():
        near.update(_near(shelf, told, apart))
    whole = {group.key: group for group in groups}
    forest = Forest(sorted(whole))
    for _, left, right in sorted(near):
        low, high = sorted((forest.root(left), forest.root(right)))
        if low != high and _gap(told[low], told[high], apart) is not None:
            forest.join(low, high)
            whole[low].claims += whole.pop(high).claims
            if joined := _told(whole[low]):
                told[low] = joined
    return [whole[key] for key in sorted(whole)]


def _told(group: Group) -> _Told | None:
    """A group as it is compared; None where it cannot be."""
    window = window_of(group.claims)
    if window is None or any(claim.block is None for claim in group.claims):
        return None
    return _Told(group, chief_leads(group.claims), window)


def _shelves(told: _Told) -> Iterator[_Key]:
    """Where a group is kept: by the people who led, of a visit by block also where nobody is named."""
    first = told.group.claims[0]
    who = [(party, lead.actor) for party, lead in sorted(told.chief.items()) if lead.registered]
    if first.type == "visit":
        yield ("visit", first.status, *(first.block or ()))
    elif first.type != "call":  # callers ring each other up again the next day
        for one, other in combinations(who, 2):
            yield (first.block or ("",))[0], first.status, *one, *other


def _near(
    shelf: Sequence[str], told: dict[str, _Told], apart: frozenset[Pair]
) -> Iterator[tuple[int, str, str]]:
    """The pairs of a shelf that may be one event, with the days between them."""
    ordered = sorted(shelf, key=lambda key: (told[key].window[0], key))
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 :]:
            if (told[right].window[0] - told[left].window[1]).days > MISREAD:
                break
            gap = _gap(told[left], told[right], apart)
            if gap is not None:
                yield gap, *pair_of(left, right)


def _gap(one: _Told, other: _Told, apart: frozenset[Pair]) -> int | None:
    """The days between two groups that may be one event, None where they are two."""
    gap = days_between(one.window, other.window)
    allowed = _allowed(one, other)
    if one.articles & other.articles:
        # Where only articles that tell of both tell of one of them, they tell them apart.
        told_apart = one.articles <= other.articles or other.articles <= one.articles
        allowed = -1 if told_apart else min(allowed, _ONE_ARTICLE)
    if gap > allowed or judged_apart(one.group.claims, other.group.claims, apart):
        return None
    return gap


def _allowed(one: _Told, other: _Told) -> int:
    """So many days may lie between two groups; below 0 where they cannot be one."""
    if one.lands and other.lands and not one.lands & other.lands:
        return -1
    ours, theirs = one.group.claims, other.group.claims
    if same_people(ours, theirs, one.chief, other.chief):
        # What two articles say of a day is not misread.
        return ours[0].spread if one.attested and other.attested else MISREAD
    if ours[0].type == "visit" and not one.articles & other.articles and leads_agree(ours, theirs):
        return 0
    return -1


def days_between(one: tuple[date, date], other: tuple[date, date]) -> int:
    """Days between two times, 0 where they touch."""
    return max(0, (one[0] - other[1]).days, (other[0] - one[1]).days)


def same_people(
    left: Sequence[Claim], right: Sequence[Claim], ours: dict[str, Lead], theirs: dict[str, Lead]
) -> bool:
    """Whether the very same people of the register led both; a party that only one has is led by nobody.

    Args:
        left: claims of one event.
        right: claims of the other, of its type.
        ours: who led each party of one, as most have it.
        theirs: the same of the other.
    """
    parties, others = {party for party, _ in left[0].leads}, {party for party, _ in right[0].leads}
    if not (parties <= others or others <= parties):
        return False
    if any(party in ours or party in theirs for party in parties ^ others):
        return False
    both = parties & others
    least = 1 if left[0].type == "visit" else 2
    return len(both) >= least and all(
        party in ours and party in theirs and is_one_person(ours[party], theirs[party]) for party in both
    )


def is_one_person(one: Lead, other: Lead) -> bool:
    """Whether both are the same person of the register."""
    return one.registered and one.actor == other.actor
