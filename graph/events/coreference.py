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

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from liqaa.graph.changes import Grouped, changed
from liqaa.graph.clustering import Forest
from liqaa.graph.events.claims import Block, Claim
from liqaa.graph.events.copies import join_reprints
from liqaa.graph.events.fitting import Group, judged_apart
from liqaa.graph.events.islands import cluster_island, islands
from liqaa.graph.events.long_ago import join_years, long_ago
from liqaa.graph.events.misreading import Misread
from liqaa.graph.events.prominence import join_prominent
from liqaa.graph.recall import Memo
from liqaa.ontology.judgement import Pair, Verdict


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
    block: Sequence[tuple[str, Sequence[Claim]]], apart: frozenset[Pair], memo: Memo
) -> list[tuple[Claim, ...]]:
    """The events of one block, whose claims are given by status."""
    groups: list[Group] = []
    for _, claims in block:
        of_a_time: list[Group] = []
        for island in islands([claim for claim in claims if claim.first]):
            asked = (tuple(island), apart)
            found = memo.of("island", asked, partial(cluster_island, *asked))
            of_a_time += [Group(list(members)) for members in found]
        yearly = long_ago([claim for claim in claims if claim.first is None], apart)
        groups += join_years(of_a_time, yearly, apart)
    return [tuple(group.claims) for group in join_reprints(join_prominent(groups, apart, memo), apart)]
