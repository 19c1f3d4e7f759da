"""Which reports tell of one event.

Reports are compared only within a block (type and parties), there only with those of their status (a plan,
its happening and its being called off are events of their own), and of these only within an island: reports
so near in time that some may tell of one event. Those that give the day and say who led each side are put
together first, nearest days first; then those that leave one of the two out join when exactly one event fits,
and stay alone when several do. What is said in passing of a meeting that everybody speaks of joins that
(``prominence``), and one sentence in two papers is one event. Last, across blocks, come events that one
misread field keeps apart (``misreading``). Two reports of one article are not one event,
but for what is said in passing. Every step goes through sorted keys, so the order of arrival cannot matter.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import combinations

from liqaa.graph.changes import Grouped, changed
from liqaa.graph.claims import MOST_NEWS_LASTS, Block, Claim
from liqaa.graph.clustering import Forest
from liqaa.graph.copies import join_copies, join_reprints
from liqaa.graph.fitting import Group, fits, judged_apart, leading, leads_agree
from liqaa.graph.misreading import Misread
from liqaa.graph.prominence import join_prominent
from liqaa.graph.recall import Memo
from liqaa.ontology.judgement import Pair, Verdict, pair_of

_WIDEST = timedelta(days=15)


class Clusters:
    """The claims of each event, kept while reports come and go.

    Attributes:
        events: the claims of each event, by its smallest report id.
    """

    def __init__(self) -> None:
        """Begin with no claim."""
        self.events: dict[str, tuple[Claim, ...]] = {}
        self._claims: dict[str, Claim] = {}
        self._blocks: Grouped[Block, str] = Grouped()
        self._memos: dict[Block, Memo] = defaultdict(Memo)
        self._groups: dict[Block, dict[str, tuple[Claim, ...]]] = {}
        self._misread = Misread()
        self._home: dict[str, str] = {}
        self._verdicts: Mapping[Pair, Verdict] = {}
        self._judged: dict[str, tuple[Claim, ...]] = {}

    def update(self, claims: Mapping[str, Claim | None], verdicts: Mapping[Pair, Verdict]) -> set[str]:
        """Put the claims of one event together after a change.

        Args:
            claims: those that came or changed, by report id; None for those gone.
            verdicts: what was judged by pair of reports, smaller id first.

        Returns:
            The keys under which ``events`` has other claims than before, or none.
        """
        apart = frozenset(pair for pair, verdict in verdicts.items() if verdict == "different")
        judged = {id_ for pair in changed(self._verdicts, verdicts) for id_ in pair if id_ in self._claims}
        self._verdicts = dict(verdicts)
        stale = {block for id_ in judged for block in self._blocks.of(id_)}
        for report_id, claim in claims.items():
            blocks = (_block_of(claim),) if claim else ()
            stale.update(self._blocks.place(report_id, blocks), blocks)
            if claim:
                self._claims[report_id] = claim
            else:
                self._claims.pop(report_id, None)
                self._home.pop(report_id, None)
        gone: dict[str, None] = {}
        come: dict[str, tuple[Claim, ...]] = {}
        for block in stale:
            before = self._groups.pop(block, {})
            now = self._groups[block] = self._clustered(block, apart)
            if not now:
                del self._groups[block]
            rejudged = {key for key, told in now.items() if any(one.report_id in judged for one in told)}
            for key in changed(before, now) | rejudged:
                if key in now:
                    come[key] = now[key]
                else:
                    gone[key] = None
        return self._judge(self._misread.update({**gone, **come}, apart), verdicts, apart)

    def _clustered(self, block: Block, apart: frozenset[Pair]) -> dict[str, tuple[Claim, ...]]:
        """The groups of a block, by key."""
        claims: dict[str, list[Claim]] = defaultdict(list)
        for report_id in sorted(self._blocks[block]):
            claim = self._claims[report_id]
            claims[claim.status].append(claim)
        if len(self._blocks[block]) < 2:
            self._memos.pop(block, None)
            return {claim.report_id: (claim,) for told in claims.values() for claim in told}
        memo = self._memos[block]
        memo.begin()
        found = _cluster_block(sorted(claims.items()), apart, memo)
        return {min(claim.report_id for claim in told): told for told in found}

    def _judge(self, stale: set[str], verdicts: Mapping[Pair, Verdict], apart: frozenset[Pair]) -> set[str]:
        """Join what was judged the same, unless that joins what was judged different.

        Args:
            stale: keys of groups that are others than before.
            verdicts: what was judged.
            apart: pairs judged different.

        Returns:
            The keys of events that are others than before.
        """
        groups = self._misread.joined
        for key in stale:
            self._home.update((claim.report_id, key) for claim in groups.get(key, ()))
        same = [pair for pair, verdict in sorted(verdicts.items()) if verdict == "same"]
        joining = [
            (self._home[left], self._home[right])
            for left, right in same
            if left in self._claims and right in self._claims
        ]
        judged = {key: groups[key] for keys in joining for key in keys}
        stale = stale | judged.keys() | self._judged.keys()
        forest = Forest(sorted(judged))
        for left, right in joining:
            one, other = sorted((forest.root(left), forest.root(right)))
            if one != other and not judged_apart(judged[one], judged[other], apart):
                forest.join(one, other)
                judged[one] += judged.pop(other)
        self._judged = {key: judged.get(key, ()) for keys in joining for key in keys}
        before = {key: self.events.pop(key) for key in stale if key in self.events}
        now = {key: self._judged.get(key, groups.get(key, ())) for key in stale}
        now = {key: told for key, told in now.items() if told}
        self.events.update(now)
        return changed(before, now)


def _block_of(claim: Claim) -> Block:
    """Where a claim is compared with others; alone, where it tells too little."""
    if claim.block is None or not (claim.first or claim.published):
        return ("", claim.report_id)
    return claim.block


def _cluster_block(
    block: Sequence[tuple[str, Sequence[Claim]]], apart: frozenset[Pair], recall: Memo
) -> list[tuple[Claim, ...]]:
    """The events of one block, whose claims are given by status."""
    groups: list[Group] = []
    for _, claims in block:
        groups += [Group([claim]) for claim in claims if claim.first is None]
        for island in _islands([claim for claim in claims if claim.first]):
            asked = (tuple(island), apart)
            found = recall.of("island", asked, partial(_cluster_island, *asked))
            groups += [Group(list(members)) for members in found]
    return [tuple(group.claims) for group in join_reprints(join_prominent(groups, apart), apart)]


def _islands(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
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


def _cluster_island(claims: Sequence[Claim], apart: frozenset[Pair]) -> list[tuple[Claim, ...]]:
    """The events of one island: clear reports first, then those that join them."""
    claims = sorted(claims, key=lambda claim: claim.report_id)
    clear = [claim for claim in claims if claim.day and claim.full]
    dated = [claim for claim in claims if claim.day and not claim.full]
    undated = [claim for claim in claims if not claim.day and claim.full]
    vague = [claim for claim in claims if not claim.day and claim.named and not claim.full]
    nameless = [claim for claim in claims if not claim.day and not claim.named]
    groups = _gather(clear, apart)
    for rest in (dated, undated, vague):
        groups = _attach(rest, groups, apart)
    return [tuple(group.claims) for group in join_copies(groups, nameless, apart)]


def _gather(claims: list[Claim], apart: frozenset[Pair]) -> list[Group]:
    """Join pairs nearest in days first, then those that share most, if both groups fit as a whole."""
    ordered = sorted(claims, key=lambda claim: (claim.day or claim.published or date.min, claim.report_id))
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
        fitting = [at for at in near if fits([claim], by_day[at].claims, apart)]
        nearest = _nearest(claim, fitting, by_day)
        if claim.known:
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
    return by_day + _gather(lonely, apart) + _gather(undecided, apart)


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
