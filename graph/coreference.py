"""Which reports tell of one event.

Reports are compared only within a block (type, parties and status: a plan, its happening and its being called
off are events of their own), and there only within an island: reports between which no day is left on which
both may have been. Those that give the day and say who led each side are put together first, nearest days
first; then those that leave one of the two out join when exactly one event fits, and stay alone when several
do. Two reports of one article are never one event. Every step goes through sorted keys, so the order of
arrival cannot matter.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from liqaa.graph.claims import MOST_NEWS_LASTS, Block, Claim, Lead
from liqaa.graph.clustering import Forest
from liqaa.ontology.judgement import Pair, Verdict, pair_of

_WIDEST = timedelta(days=15)
# So many times as many reports as of any other make an event the one that everybody speaks of; so does a
# second report, where all others have but one.
_LEAD = 3


@dataclass(slots=True)
class Group:
    """Claims taken for one event."""

    claims: list[Claim]

    @property
    def key(self) -> str:
        """Its smallest report id."""
        return min(claim.report_id for claim in self.claims)

    @property
    def days(self) -> list[date]:
        """The days its claims give, sorted."""
        return sorted(claim.day for claim in self.claims if claim.day)

    @property
    def around(self) -> date:
        """A day by which to look for it; the first of its claims' first days."""
        return min(claim.first for claim in self.claims if claim.first)


def cluster(claims: Iterable[Claim], verdicts: Mapping[Pair, Verdict]) -> list[list[Claim]]:
    """Put the claims of one event together.

    Args:
        claims: in any order, each report once.
        verdicts: what was judged by pair of reports, smaller id first.

    Returns:
        The claims of each event.
    """
    apart = frozenset(pair for pair, verdict in verdicts.items() if verdict == "different")
    blocks: dict[tuple[Block, str], list[Claim]] = defaultdict(list)
    groups: list[Group] = []
    for claim in sorted(claims, key=lambda claim: claim.report_id):
        if claim.block is None or claim.first is None:
            groups.append(Group([claim]))
        else:
            blocks[claim.block, claim.status].append(claim)
    for block in sorted(blocks):
        for island in _islands(blocks[block]):
            groups += _cluster_island(island, apart)
    return _as_judged(groups, verdicts, apart)


def _islands(claims: list[Claim]) -> Iterator[list[Claim]]:
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


def _cluster_island(claims: list[Claim], apart: frozenset[Pair]) -> list[Group]:
    """The events of one island: clear reports first, then those that join them."""
    claims = sorted(claims, key=lambda claim: claim.report_id)
    clear = [claim for claim in claims if claim.day and claim.full]
    dated = [claim for claim in claims if claim.day and not claim.full]
    undated = [claim for claim in claims if not claim.day and claim.full]
    vague = [claim for claim in claims if not claim.day and claim.named and not claim.full]
    hopeless = [Group([claim]) for claim in claims if not claim.day and not claim.named]
    groups = _gather(clear, apart)
    for rest in (dated, undated, vague):
        groups = _attach(rest, groups, apart)
    return groups + hopeless


def _gather(claims: list[Claim], apart: frozenset[Pair]) -> list[Group]:
    """Join pairs nearest in days first, then those that share most, if both groups fit as a whole."""
    ordered = sorted(claims, key=lambda claim: (claim.day or claim.published or date.min, claim.report_id))
    pairs: list[tuple[int, int, str, str]] = []
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 :]:
            gap = _gap(left, right)
            if gap > max(left.spread, left.news_lasts):
                break
            if _fit([left], [right], apart):
                pairs.append((gap, -_shared(left, right), *pair_of(left.report_id, right.report_id)))
    groups = {claim.report_id: Group([claim]) for claim in ordered}
    forest = Forest(sorted(groups))
    for *_, left_id, right_id in sorted(pairs):
        one, other = forest.root(left_id), forest.root(right_id)
        if one != other and _fit(groups[one].claims, groups[other].claims, apart):
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
    """Days between two claims that both have a day, or both have only their articles'."""
    one, other = left.day or left.published, right.day or right.published
    return abs((one - other).days) if one and other else 0


def _attach(claims: list[Claim], groups: list[Group], apart: frozenset[Pair]) -> list[Group]:
    """Let each claim join the one group that fits; what none or several fit is gathered among itself.

    Every claim is compared with the groups as they stood before any joined, so that order cannot matter.
    """
    by_day = sorted(groups, key=lambda group: (group.around, group.key))
    starts = [group.around for group in by_day]
    joining: dict[int, list[Claim]] = defaultdict(list)
    lonely: list[Claim] = []
    undecided: list[Claim] = []
    for claim in claims:
        if claim.first is None or claim.last is None:
            continue
        near = range(bisect_left(starts, claim.first - _WIDEST), bisect_right(starts, claim.last + _WIDEST))
        fitting = [at for at in near if _fit([claim], by_day[at].claims, apart)]
        nearest = _leading(claim, _nearest(claim, fitting, by_day), by_day)
        if len(nearest) == 1:
            joining[nearest[0]].append(claim)
        elif nearest:
            undecided.append(claim)
        else:
            lonely.append(claim)
    for at, joiners in sorted(joining.items()):
        for claim in sorted(joiners, key=lambda claim: (not claim.full, claim.report_id)):
            if _fit([claim], by_day[at].claims, apart):
                by_day[at].claims.append(claim)
            else:
                undecided.append(claim)
    return by_day + _gather(lonely, apart) + _gather(undecided, apart)


def _nearest(claim: Claim, fitting: list[int], groups: list[Group]) -> list[int]:
    """Of the groups that fit a claim with a day, those on the nearest day; all when it has none."""
    day = claim.day
    if day is None or len(fitting) < 2:
        return fitting
    gaps = {at: min((abs((day - other).days) for other in groups[at].days), default=99) for at in fitting}
    return [at for at in fitting if gaps[at] == min(gaps.values())]


def _leading(claim: Claim, fitting: list[int], groups: list[Group]) -> list[int]:
    """Of several groups that fit a claim whose leads are all named, the one most papers tell of, by far."""
    if len(fitting) < 2 or not claim.known:
        return fitting
    first, second, *_ = sorted(fitting, key=lambda at: -len(groups[at].claims))
    size, next_size = len(groups[first].claims), len(groups[second].claims)
    leads = size >= _LEAD * next_size if next_size > 1 else size > 1
    return [first] if leads else fitting


def _fit(left: list[Claim], right: list[Claim], apart: frozenset[Pair]) -> bool:
    """Whether two groups of claims can be one event."""
    return (
        not {claim.doc_id for claim in left} & {claim.doc_id for claim in right}
        and _days_fit(left + right)
        and leads_agree(left, right)
        and not (apart and _judged_apart(left, right, apart))
    )


def _days_fit(claims: list[Claim]) -> bool:
    """Whether the days given lie close together and within what the claims without a day allow."""
    days = [claim.day for claim in claims if claim.day]
    loose = [claim for claim in claims if not claim.day]
    if days:
        if (max(days) - min(days)).days > claims[0].spread:
            return False
        return all(
            claim.first is not None
            and claim.last is not None
            and claim.first <= max(days)
            and min(days) <= claim.last
            for claim in loose
        )
    issued = [claim.published for claim in loose if claim.published]
    return not issued or (max(issued) - min(issued)).days <= min(claim.news_lasts for claim in claims)


def leads_agree(left: list[Claim], right: list[Claim]) -> bool:
    """Whether each party's leads may all be one person."""
    return all(
        one.agrees(other) for party, leads in _by_party(left) for one in leads for other in _of(right, party)
    )


def _by_party(claims: list[Claim]) -> list[tuple[str, list[Lead]]]:
    """The leads of each party, each once."""
    return [(party, _of(claims, party)) for party, _ in claims[0].leads]


def _of(claims: list[Claim], party: str) -> list[Lead]:
    """The leads of one party, each once."""
    return list(dict.fromkeys(lead for claim in claims for code, lead in claim.leads if code == party))


def _judged_apart(left: list[Claim], right: list[Claim], apart: frozenset[Pair]) -> bool:
    """Whether somebody judged a report of one to be another event than a report of the other."""
    return any(pair_of(one.report_id, other.report_id) in apart for one in left for other in right)


def _as_judged(
    groups: list[Group],
    verdicts: Mapping[Pair, Verdict],
    apart: frozenset[Pair],
) -> list[list[Claim]]:
    """Join what was judged the same, unless that joins what was judged different."""
    home = {claim.report_id: group.key for group in groups for claim in group.claims}
    members = {group.key: group.claims for group in groups}
    forest = Forest(sorted(members))
    for (left, right), verdict in sorted(verdicts.items()):
        if verdict == "same" and left in home and right in home:
            one, other = sorted((forest.root(home[left]), forest.root(home[right])))
            if one != other and not _judged_apart(members[one], members[other], apart):
                forest.join(one, other)
                members[one] = members[one] + members.pop(other)
    return [members[key] for key in sorted(members)]
