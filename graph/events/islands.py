"""Reports of one block and status that are near in time, and which of them tell of one event."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from liqaa.graph.clustering import Forest
from liqaa.graph.events.claims import MOST_NEWS_LASTS, Claim
from liqaa.graph.events.copies import join_copies
from liqaa.graph.events.fitting import Group, fits, known_by_then, leading, leads_agree, month_gone
from liqaa.ontology.judgement import Pair, pair_of

_WIDEST = timedelta(days=15)
# So many days what has been is the news.
_FRESH = 2


def islands(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims of a block in parts so far from each other in time that no claim can join across.

    This keeps the work near linear: an island grows with what happens in a few weeks, not with the years.
    """
    island: list[Claim] = []
    reach = date.min
    for claim in sorted(claims, key=lambda claim: (claim.first or date.min, claim.report_id)):
        first, last = claim.first or date.min, claim.last or date.max
        if island and (first - reach).days > max(claim.spread, MOST_NEWS_LASTS):
            yield island
            island, reach = [], date.min
        island.append(claim)
        reach = max(reach, last)
    if island:
        yield island


def cluster_island(claims: Sequence[Claim], apart: frozenset[Pair]) -> list[tuple[Claim, ...]]:
    """The events of one island: clear reports first, then those that join them."""
    claims = sorted(claims, key=lambda claim: claim.report_id)
    clear = [claim for claim in claims if claim.day and claim.full]
    dated = [claim for claim in claims if claim.day and not claim.full]
    undated = [claim for claim in claims if not claim.day and claim.full]
    vague = [claim for claim in claims if not claim.day and claim.named and not claim.full]
    nameless = [claim for claim in claims if not claim.day and not claim.named]
    groups = gather(clear, apart)
    for rest in (dated, undated, vague):
        groups = _attach(rest, groups, apart)
    return [tuple(group.claims) for group in join_copies(groups, nameless, apart)]


def gather(claims: list[Claim], apart: frozenset[Pair]) -> list[Group]:
    """Join pairs nearest in days first, then those that share most, if both groups fit as a whole.

    Args:
        claims: of one block and status.
        apart: pairs of reports judged different.
    """
    ordered = sorted(claims, key=lambda claim: (_moment(claim) or date.min, claim.report_id))
    pairs: list[tuple[int, int, str, str]] = []
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 :]:
            gap = _gap(left, right)
            if gap > max(left.spread, left.news_lasts):
                break
            if fits([left], [right], apart):
                pairs.append((gap, -_shared(left, right), *pair_of(left.report_id, right.report_id)))
    groups = {claim.report_id: Group([claim]) for claim in ordered}
    forest = Forest(sorted(groups))
    for *_, left_id, right_id in sorted(pairs):
        one, other = forest.root(left_id), forest.root(right_id)
        if one != other and fits(groups[one].claims, groups[other].claims, apart):
            forest.join(one, other)
            whole = groups.pop(max(one, other)).claims
            groups[min(one, other)].claims += whole
    return [groups[key] for key in sorted(groups)]


def _shared(left: Claim, right: Claim) -> int:
    """How much two claims that fit say alike: who led, and in which country it was."""
    leads = dict(right.leads)
    who = sum(lead.specific and leads[party].specific for party, lead in left.leads if party in leads)
    return who + (left.land is not None and left.land == right.land)


def _gap(left: Claim, right: Claim) -> int:
    """Days between two claims that both have a day, or both have only their articles' or a month."""
    one, other = _moment(left), _moment(right)
    return abs((one - other).days) if one and other else 0


def _moment(claim: Claim) -> date | None:
    """A day by which claims are put in order: their own, the last of a month gone by, or their article's."""
    month = month_gone(claim)
    return claim.day or (month[1] if month else claim.published)


def _attach(claims: list[Claim], groups: list[Group], apart: frozenset[Pair]) -> list[Group]:
    """Let each claim join the one group that fits; what none or several fit is gathered among itself.

    Every claim is compared with the groups as they stood before any joined, so that order cannot matter.
    """
    by_day = sorted(groups, key=lambda group: (group.around, group.key))
    starts = [group.around for group in by_day]
    told = [group.claims for group in by_day]
    joining: dict[int, list[Claim]] = defaultdict(list)
    lonely: list[Claim] = []
    undecided: list[Claim] = []
    for claim in claims:
        if claim.first is None or claim.last is None:
            continue
        near = range(bisect_left(starts, claim.first - _WIDEST), bisect_right(starts, claim.last + _WIDEST))
        fitting = [at for at in near if fits([claim], by_day[at].claims, apart)]
        fitting = known_by_then([claim], fitting, told)
        nearest = _just_been(claim, _nearest(claim, fitting, by_day), by_day)
        if claim.named and all(lead.name or not (lead.given or lead.group) for _, lead in claim.leads):
            nearest = leading(nearest, by_day)
        if len(nearest) > 1 and _at_one_time([by_day[at] for at in nearest]):
            nearest = [max(nearest, key=lambda at: (len(by_day[at].claims), -at))]
        if len(nearest) == 1:
            joining[nearest[0]].append(claim)
        elif nearest:
            undecided.append(claim)
        else:
            lonely.append(claim)
    for at, joiners in sorted(joining.items()):
        for claim in sorted(joiners, key=lambda claim: (not claim.full, claim.report_id)):
            if fits([claim], by_day[at].claims, apart):
                by_day[at].claims.append(claim)
            else:
                undecided.append(claim)
    return by_day + gather(lonely, apart) + gather(undecided, apart)


def _just_been(claim: Claim, fitting: list[int], groups: list[Group]) -> list[int]:
    """Of the groups that fit a claim without a day the one that was news when it was told, else all."""
    told = claim.published
    if claim.day or claim.type == "visit" or claim.status != "occurred" or told is None or len(fitting) < 2:
        return fitting
    fresh = [at for at in fitting if sum(0 <= (told - day).days <= _FRESH for day in groups[at].days) > 1]
    return fresh if len(fresh) == 1 else fitting


def _at_one_time(groups: Sequence[Group]) -> bool:
    """Whether groups have their days together, and are led by those who may be the same."""
    days = [day for group in groups for day in group.days]
    if not days or (max(days) - min(days)).days > groups[0].claims[0].spread:
        return False
    return all(leads_agree(one.claims, other.claims) for one, other in combinations(groups, 2))


def _nearest(claim: Claim, fitting: list[int], groups: list[Group]) -> list[int]:
    """Of the groups that fit a claim with a day, those on the nearest day; all when it has none."""
    day = claim.day
    if day is None or len(fitting) < 2:
        return fitting
    gaps = {at: min((abs((day - other).days) for other in groups[at].days), default=99) for at in fitting}
    return [at for at in fitting if gaps[at] == min(gaps.values())]
