"""Events that one misread field keeps apart, put together because all else that tells them apart is one.

A paper's report may have a day that is wrong by some days, or a party too many. Where the very same people
of the register led every side, a second meeting of them within a week is rarer than a misread day, where one
visitor stays in one land at one time, there is one visit, and where many meet on a day, papers leave out one
of them. Leads are compared as most reports have them,
so that one misread name in an event of many does not count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from liqaa.graph.changes import Grouped, changed
from liqaa.graph.clustering import Forest
from liqaa.graph.events.claims import Claim
from liqaa.graph.events.fitting import Account, in_other_lands, judged_apart, leads_agree, window_of
from liqaa.graph.events.months import are_of_one_month, months_of
from liqaa.graph.events.same_people import MANY, are_many, days_off, same_people
from liqaa.graph.events.times import is_of_another_time, time_of_news
from liqaa.ontology.judgement import Pair, pair_of

# Days that may lie between two times given for a meeting of the very same people, of which one is misread.
MISREAD = 8
# Or so many, where some articles tell of both; if they are one in so many at most, they tell of one twice.
_ONE_ARTICLE, _FEW = 1, 3
# Of so many at most papers name all who meet, day or no day.
_TOLD = 6
# One day among so many articles that give none may be that of something else.
_SEVERAL = 3
# One in so many reports of a long stay, at least, gives no day: papers name it while it lasts.
_LASTING = 2
# So many days may pass during it without a word.
_SILENT = 2

_Key = tuple[str, ...]

_Near = tuple[int, str, str]
"""Days between two groups that may be one event, and their keys."""


class Misread:
    """The events of all blocks, those of the same people put together, nearest in time first.

    Kept while events come and go. Groups that may be one event hang together, directly or through others;
    what hangs together with a group that has changed is put together again.
    """

    def __init__(self) -> None:
        """Begin with no event."""
        self.joined: dict[str, tuple[Claim, ...]] = {}
        self._told: dict[str, Account] = {}
        self._shelves: Grouped[_Key, str] = Grouped()
        self._near: dict[_Key, dict[str, list[_Near]]] = {}

    def update(self, groups: Mapping[str, tuple[Claim, ...] | None], apart: frozenset[Pair]) -> set[str]:
        """Put groups together after a change.

        Args:
            groups: by key, those that came or changed, or of which a judgement did; None for those gone.
            apart: pairs of reports judged different.

        Returns:
            The keys under which ``joined`` has other claims than before, or none.
        """
        stale: set[_Key] = set()
        for key, claims in groups.items():
            account = Account(claims) if claims else None
            places = _shelves(account) if account else ()
            stale.update(self._shelves.place(key, places), places)
            if account:
                self._told[key] = account
            else:
                del self._told[key]
        loose = set(groups)
        for place in stale:
            loose.update(self._near.pop(place, {}))
            shelf = [self._told[key] for key in sorted(self._shelves[place])]
            near: dict[str, list[_Near]] = defaultdict(list)
            for found in _near_pairs(shelf, apart) if len(shelf) > 1 else ():
                near[found[1]].append(found)
                near[found[2]].append(found)
            if near:
                self._near[place] = near
                loose.update(near)
        before: dict[str, tuple[Claim, ...]] = {}
        now: dict[str, tuple[Claim, ...]] = {}
        while loose:
            key = loose.pop()
            keys, near_to = self._hanging_together(key)
            loose -= keys
            before.update((one, self.joined.pop(one)) for one in (*keys, key) if one in self.joined)
            now.update(self._put_together(keys, near_to, apart))
        self.joined.update(now)
        return changed(before, now)

    def _hanging_together(self, key: str) -> tuple[set[str], set[_Near]]:
        """All that may be one event with a group, directly or through others; and how near."""
        keys: set[str] = set()
        near: set[_Near] = set()
        ahead = [key]
        while ahead:
            key = ahead.pop()
            if key in keys or key not in self._told:
                continue
            keys.add(key)
            for place in self._shelves.of(key):
                for found in self._near.get(place, {}).get(key, ()):
                    near.add(found)
                    ahead += found[1:]
        return keys, near

    def _put_together(
        self, keys: set[str], near: set[_Near], apart: frozenset[Pair]
    ) -> dict[str, tuple[Claim, ...]]:
        """Groups that hang together, those put together that are one event."""
        told = {key: self._told[key] for key in keys}
        forest = Forest(sorted(keys))
        for _, left, right in sorted(near):
            low, high = sorted((forest.root(left), forest.root(right)))
            if low != high and _gap(told[low], told[high], apart) is not None:
                forest.join(low, high)
                told[low] = Account([*told[low].claims, *told.pop(high).claims])
        return {key: account.claims for key, account in told.items()}


def _shelves(told: Account) -> tuple[_Key, ...]:
    """Where a group is kept; nowhere, where it cannot be compared."""
    if _time(told) is None or any(claim.block is None for claim in told.claims):
        return ()
    return tuple(_places(told))


def _places(told: Account) -> Iterator[_Key]:
    """The shelves of a group: by the people who led, of a visit by block also where nobody is named."""
    first = told.claims[0]
    who = [(party, lead.actor) for party, lead in sorted(told.chief.items()) if lead.registered]
    if first.type == "visit":
        yield ("visit", first.status, *(first.block or ()))
    elif first.type != "call":  # callers ring each other up again the next day
        kind = (first.block or ("",))[0]
        for one, other in combinations(who, 2):
            yield kind, first.status, *one, *other
        if len(first.leads) >= MANY:
            near = {day + timedelta(days=off) for day in told.days for off in range(days_off(told) + 1)}
            for day in sorted(near):
                yield kind, first.status, day.isoformat()
            parties = [party for party, _ in first.leads]
            for some in combinations(parties, MANY) if len(parties) <= _TOLD else ():
                yield kind, first.status, *some
        for month in sorted(months_of(told)):
            yield (month, first.status, *(first.block or ()))


def _near_pairs(shelf: Sequence[Account], apart: frozenset[Pair]) -> Iterator[_Near]:
    """Every two groups of a shelf whose times are near."""
    placed = [(*time, told.key, told) for told in shelf if (time := _reach(told))]
    ordered = sorted(placed, key=lambda one: (one[0], one[2]))
    for at, (_, last, left, one) in enumerate(ordered):
        for first, _, right, other in ordered[at + 1 :]:
            if (first - last).days > MISREAD:
                break
            gap = _gap(one, other, apart)
            if gap is not None:
                yield gap, *pair_of(left, right)


def _reach(told: Account) -> tuple[date, date] | None:
    """First and last day by which a group may be near another."""
    times = [time for time in (_stay(told) or _time(told), _loosely(told)) if time]
    return (min(first for first, _ in times), max(last for _, last in times)) if times else None


def _gap(one: Account, other: Account, apart: frozenset[Pair]) -> int | None:
    """The days between two groups that may be one event, None where they are two."""
    time, other_time = _time(one), _time(other)
    if time is None or other_time is None or judged_apart(one.claims, other.claims, apart):
        return None
    gap = days_between(time, other_time)
    if gap > MISREAD and same_people(one, other):
        gap = days_between(_loosely(one) or time, _loosely(other) or other_time)
    if gap > MISREAD and _is_one_stay(one, other):
        return MISREAD
    return gap if gap <= _allowed(one, other) else None


def _time(told: Account) -> tuple[date, date] | None:
    """When a group may have been: by what it says, or by its articles where its year is of something else."""
    if told.window:
        return told.window
    news = [
        claim.published
        for claim in told.claims
        if claim.nominal and claim.published and is_of_another_time(claim.said, claim.published)
    ]
    if len(news) < len(told.claims):
        return None
    return time_of_news(told.status, min(news))[0], time_of_news(told.status, max(news))[1]


def _loosely(told: Account) -> tuple[date, date] | None:
    """When it may have been by the articles that give no day, where one alone gives a day beside several.

    At least one of these says in which month.
    """
    undated = [claim for claim in told.claims if not claim.day]
    if told.attested or not told.days or len({claim.doc_id for claim in undated}) < _SEVERAL:
        return None
    if not any(claim.said for claim in undated):
        return None
    return window_of(undated)


def _stay(told: Account) -> tuple[date, date] | None:
    """The days on which papers tell of a visit as one that lasts; None where most give it a day."""
    first = told.claims[0]
    news = [claim.published for claim in told.claims if claim.published and not claim.said]
    if first.type != "visit" or told.status != "occurred" or not told.window:
        return None
    if _LASTING * len(news) < len(told.claims) or len(news) < 2:
        return None
    return min(*news, told.window[0]), max(*news, told.window[1])


def _is_one_stay(one: Account, other: Account) -> bool:
    """Whether the same people's visits, of which most papers give no day, are told at one time."""
    stay, other_stay = _stay(one), _stay(other)
    if stay is None or other_stay is None or days_between(stay, other_stay) > _SILENT:
        return False
    return same_people(one, other) and _allowed(one, other) >= 0


def _allowed(one: Account, other: Account) -> int:
    """So many days may lie between two groups; below 0 where they cannot be one."""
    if in_other_lands(one, other):
        return -1
    shared = one.articles & other.articles
    if same_people(one, other):
        often = _FEW * len(shared) > min(len(one.articles), len(other.articles))
        return min(_of_the_same(one, other), _ONE_ARTICLE) if often else _of_the_same(one, other)
    if are_of_one_month(one, other):
        return -1 if _FEW * len(shared) > min(len(one.articles), len(other.articles)) else MISREAD
    if shared:
        whole = one.articles <= other.articles or other.articles <= one.articles
        return days_off(one) if not whole and are_many(one, other) else -1
    if not (one.window and other.window):
        return -1
    if one.claims[0].type == "visit":
        return 0 if leads_agree(one.claims, other.claims) else -1
    return days_off(one) if are_many(one, other) else -1


def _of_the_same(one: Account, other: Account) -> int:
    """So many days may lie between two groups of the very same people; below 0 where they cannot be one."""
    if one.articles <= other.articles or other.articles <= one.articles:
        # Where only articles that tell of both tell of one of them, they tell them apart; but nobody comes to
        # one land twice on one day.
        return 0 if one.claims[0].type == "visit" and not {*one.days}.isdisjoint(other.days) else -1
    if not (one.window and other.window):
        return one.claims[0].spread
    # What two articles say of a day is not misread.
    return one.claims[0].spread if one.attested and other.attested else MISREAD


def days_between(one: tuple[date, date], other: tuple[date, date]) -> int:
    """Days between two times, 0 where they touch."""
    return max(0, (one[0] - other[1]).days, (other[0] - one[1]).days)
