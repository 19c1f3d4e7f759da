"""What papers take from one agency: the same words are further reports, and no further evidence.

What a claim tells of that names neither a day nor anybody is only known by what else was told. The same
sentence in two papers within some days tells of one event, whatever was read in it; of the reports of an
event, copies are told from what was written anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from liqaa.graph.claims import Claim
from liqaa.graph.clustering import Forest
from liqaa.graph.fitting import Group, fits, judged_apart
from liqaa.ontology.folding import fold
from liqaa.ontology.judgement import Pair
from rapidfuzz.fuzz import token_set_ratio
from rapidfuzz.process import extractOne

# Of 100: so alike are sentences that two papers took from one agency; shorter ones may be alike by chance.
_COPIED, _RETOLD = 92, 60
_LEAST_WORDS = 8
# Days within which papers print one sentence of an agency.
_REPRINTED = 15


def join_reprints(groups: Sequence[Group], apart: frozenset[Pair]) -> list[Group]:
    """Put groups together that have one sentence, word for word.

    Args:
        groups: the events of a block.
        apart: pairs of reports judged different.
    """
    by_key = {group.key: group for group in groups}
    forest = Forest(sorted(by_key))
    for told in _by_sentence(groups):
        for (left, one), (right, other) in pairwise(told):
            keys = sorted((forest.root(left), forest.root(right)))
            if keys[0] == keys[1] or not (one.published and other.published):
                continue
            if (other.published - one.published).days > _REPRINTED:
                continue
            low, high = by_key[keys[0]], by_key[keys[1]]
            same = {claim.doc_id for claim in low.claims} & {claim.doc_id for claim in high.claims}
            if not same and not judged_apart(low.claims, high.claims, apart):
                forest.join(*keys)
                low.claims += by_key.pop(keys[1]).claims
    return [by_key[key] for key in sorted(by_key)]


def _by_sentence(groups: Sequence[Group]) -> list[list[tuple[str, Claim]]]:
    """Claims of groups, by their keys, that have one sentence and status, in the order of their days."""
    told: dict[tuple[str, str], list[tuple[str, Claim]]] = defaultdict(list)
    for group in groups:
        key = group.key
        for claim in group.claims:
            if claim.words.count(" ") >= _LEAST_WORDS:
                told[claim.status, claim.words].append((key, claim))
    several = {sentence: found for sentence, found in told.items() if len({key for key, _ in found}) > 1}
    return [
        sorted(found, key=lambda one: (one[1].published or date.max, one[1].report_id))
        for _, found in sorted(several.items())
    ]


def join_copies(groups: Sequence[Group], claims: Sequence[Claim], apart: frozenset[Pair]) -> list[Group]:
    """Put together what two papers have in the same words; let the rest join the one event there is.

    Args:
        groups: the events of an island.
        claims: those of the island that name neither a day nor anybody, sorted by report id.
        apart: pairs of reports judged different.
    """
    before = [tuple(group.claims) for group in groups]
    lonely: list[Group] = []
    for copies in _copied(claims, apart):
        fitting = [
            at
            for at, told in enumerate(before)
            if _in_one_land(copies.claims, told) and fits(copies.claims, told, apart)
        ]
        # Whether it still fits: another may have joined from the same article.
        if len(fitting) == 1 and fits(copies.claims, groups[fitting[0]].claims, apart):
            groups[fitting[0]].claims += copies.claims
        else:
            lonely.append(copies)
    return [*groups, *lonely]


def _in_one_land(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether both say where it was, and it was in one land."""
    lands = {claim.land for claim in left if claim.land}
    return bool(lands) and lands == {claim.land for claim in right if claim.land}


def _needed(left: Claim, right: Claim) -> int:
    """How alike sentences must be: less so of what was in one land, in papers of a day or two."""
    near = left.published and right.published and abs((left.published - right.published).days) <= 1
    return _RETOLD if near and left.land and left.land == right.land else _COPIED


def _copied(claims: Sequence[Claim], apart: frozenset[Pair]) -> list[Group]:
    """The claims, those in the same words together."""
    words = [claim.words for claim in claims]
    groups = {at: Group([claim]) for at, claim in enumerate(claims)}
    forest = Forest(range(len(claims)))
    for at, text in enumerate(words):
        for to in range(at + 1, len(words)):
            one, other = forest.root(at), forest.root(to)
            if one == other or min(text.count(" "), words[to].count(" ")) < _LEAST_WORDS:
                continue
            if not fits(groups[one].claims, groups[other].claims, apart):
                continue
            if token_set_ratio(text, words[to]) >= _needed(claims[at], claims[to]):
                forest.join(one, other)
                joined = groups.pop(max(one, other))
                groups[min(one, other)].claims += joined.claims
    return [groups[at] for at in sorted(groups)]


def copies_of(told: Mapping[str, tuple[str, str, str]]) -> dict[str, str]:
    """Which reports of one event are in the words of another article.

    Args:
        told: article, day of publication (empty where unknown) and sentence of each report, by report id.

    Returns:
        For each copy the report that it copies: the one published first, by id where days are equal.
    """
    copied: dict[str, str] = {}
    originals: dict[str, str] = {}
    for report_id in sorted(told, key=lambda one: (told[one][1] or "9999", one)):
        article, _, sentence = told[report_id]
        words = fold(sentence)
        if words.count(" ") < _LEAST_WORDS:
            continue
        others = {one: text for one, text in originals.items() if told[one][0] != article}
        found = extractOne(words, others, scorer=token_set_ratio, score_cutoff=_COPIED)
        if found is None:
            originals[report_id] = words
        else:
            copied[report_id] = found[2]
    return copied
