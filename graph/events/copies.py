"""What papers take from one agency: the same words are further reports, and no further evidence.

What a claim tells of that names neither a day nor anybody is only known by what else was told. The same
sentence in two papers within some days tells of one event, whatever was read in it; of the reports of an
event, copies are told from what was written anew, by the text of the article as a whole and by the sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from liqaa.graph.clustering import Forest
from liqaa.graph.events.claims import Claim
from liqaa.graph.events.fitting import Group, fits, judged_apart, known_by_then, leading
from liqaa.ontology.folding import fold
from liqaa.ontology.judgement import Pair
from liqaa.ontology.sketch import bands, likeness
from rapidfuzz.fuzz import ratio, token_set_ratio
from rapidfuzz.process import extractOne

# Of 100: so alike are sentences that two papers took from one agency; shorter ones may be alike by chance.
_COPIED, _RETOLD = 92, 60
_LEAST_WORDS = 8
# So many words at its beginning or end a sentence has in common with one that was edited from it.
_ALIKE = 5
# Of the runs of three words in two texts, so large a share is in both when one is a copy of the other.
_SAME_TEXT = 0.6
# Days within which papers print one sentence of an agency.
_REPRINTED = 15


def join_reprints(groups: Sequence[Group], apart: frozenset[Pair]) -> list[Group]:
    """Put groups together that have one sentence, word for word, or but for some words where one is alone.

    Args:
        groups: the events of a block.
        apart: pairs of reports judged different.
    """
    by_key = {group.key: group for group in groups}
    forest = Forest(sorted(by_key))
    for told in [*_by_sentence(groups), *_by_wording(groups)]:
        for (left, one), (right, other) in pairwise(told):
            keys = sorted((forest.root(left), forest.root(right)))
            if keys[0] == keys[1] or not (one.published and other.published):
                continue
            if (other.published - one.published).days > _REPRINTED:
                continue
            low, high = by_key[keys[0]], by_key[keys[1]]
            alone = 1 in (len(low.claims), len(high.claims))
            if one.words != other.words and not (alone and _is_reworded(one, other)):
                continue
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


def _by_wording(groups: Sequence[Group]) -> list[list[tuple[str, Claim]]]:
    """Claims of groups, by their keys, whose sentences begin or end in the same words, by their days."""
    told: dict[tuple[str, ...], list[tuple[str, Claim]]] = defaultdict(list)
    for group in groups:
        key = group.key
        for claim in group.claims:
            words = claim.words.split()
            if len(words) > _LEAST_WORDS:
                told[claim.status, "begins", *words[:_ALIKE]].append((key, claim))
                told[claim.status, "ends", *words[-_ALIKE:]].append((key, claim))
    several = {wording: found for wording, found in told.items() if len({key for key, _ in found}) > 1}
    return [
        sorted(found, key=lambda one: (one[1].published or date.max, one[1].report_id))
        for _, found in sorted(several.items())
    ]


def _is_reworded(one: Claim, other: Claim) -> bool:
    """Whether a sentence is another's but for some words, and tells of no other time and of nobody else."""
    if one.said and other.said and one.said != other.said:
        return False
    first, last = (
        max(one.first or date.min, other.first or date.min),
        min(one.last or date.max, other.last or date.max),
    )
    if first > last:
        return False
    leads = dict(other.leads)
    both = [(lead, leads[party]) for party, lead in one.leads]
    if any(left.registered and right.registered and left.actor != right.actor for left, right in both):
        return False
    return ratio(one.words, other.words) >= _COPIED


def join_copies(groups: Sequence[Group], claims: Sequence[Claim], apart: frozenset[Pair]) -> list[Group]:
    """Put together what two papers have in the same words; let the rest join an event there is.

    They join the only one, or that which most papers tell of by far. What joins none is one event where
    papers of a few days tell as little of it.

    Args:
        groups: the events of an island.
        claims: those of the island that name neither a day nor anybody, sorted by report id.
        apart: pairs of reports judged different.
    """
    copied: dict[bool, list[Group]] = {True: [], False: []}
    for copies in _copied(claims, apart):
        copied[any(claim.land for claim in copies.claims)].append(copies)
    # What says where it was comes first: the rest may mean what only that tells without names.
    lonely = [*_join_told(groups, copied[True], apart), *_join_told(groups, copied[False], apart)]
    lonely.sort(key=lambda copies: copies.key)
    return [*groups, *_told_alike(lonely, apart)]


def _join_told(groups: Sequence[Group], copied: Sequence[Group], apart: frozenset[Pair]) -> list[Group]:
    """Let copies join the one event that they may mean, as it stands before any joins; the rest."""
    before = [tuple(group.claims) for group in groups]
    lonely: list[Group] = []
    for copies in copied:
        fitting = [
            at
            for at, told in enumerate(before)
            if _may_mean(copies.claims, told) and fits(copies.claims, told, apart)
        ]
        fitting = known_by_then(copies.claims, fitting, before)
        fitting = leading(fitting, [Group(list(told)) for told in before])
        # Whether it still fits: another may have joined from the same article.
        if len(fitting) == 1 and fits(copies.claims, groups[fitting[0]].claims, apart):
            groups[fitting[0]].claims += copies.claims
        else:
            lonely.append(copies)
    return lonely


def _told_alike(lonely: Sequence[Group], apart: frozenset[Pair]) -> list[Group]:
    """Put together what says neither who, when nor where it was: papers name what is on everybody's mind.

    Args:
        lonely: groups of claims that name neither a day nor anybody, in their order.
        apart: pairs of reports judged different.
    """
    joined: list[Group] = []
    for group in lonely:
        alike = [one for one in joined if _tells_as_much(one.claims, group.claims)]
        fitting = [one for one in alike if fits(one.claims, group.claims, apart)]
        if len(fitting) == 1:
            fitting[0].claims += group.claims
        else:
            joined.append(group)
    return joined


def _tells_as_much(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether nouns tell of all, none with a month, in one land, of a summit or none, of groups or states.

    Where both name one place, it may be told in any words: few meet there within some days.
    """
    claims = [*left, *right]
    places = [{claim.place for claim in side if claim.place} for side in (left, right)]
    if places[0] == places[1] and len(places[0]) == 1:
        return True
    told = {(claim.land, claim.summit, claim.of_groups) for claim in claims}
    return len(told) == 1 and all(claim.nominal and not claim.said for claim in claims)


def _may_mean(claims: Sequence[Claim], told: Sequence[Claim]) -> bool:
    """Whether claims that name nobody may mean an event: in one land, or as others tell of it.

    Several articles must do so, and officials of both sides are not those who are all named, unless others
    of the event tell of officials, too.
    """
    lands = {claim.land for claim in claims if claim.land}
    if lands:
        return lands == {claim.land for claim in told if claim.land}
    officials = any(claim.of_groups for claim in claims) and not any(claim.of_groups for claim in told)
    if officials and any(claim.known for claim in told):
        return False
    return any(not claim.named for claim in told) and len({claim.doc_id for claim in told}) > 1


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


class Printed(NamedTuple):
    """A report as it stood in a paper.

    Attributes:
        article: id of the article.
        day: of publication, empty where unknown.
        sentence: the evidence.
        sketch: of the article's text.
    """

    article: str
    day: str
    sentence: str
    sketch: str


def copies_of(told: Mapping[str, Printed]) -> dict[str, str]:
    """Which reports of one event are in the words of another article, as a whole or in their sentence.

    Args:
        told: the reports of the event, by id.

    Returns:
        For each copy the report that it copies: the one published first, by id where days are equal.
    """
    copied: dict[str, str] = {}
    originals = _Originals()
    for report_id in sorted(told, key=lambda one: (told[one].day or "9999", one)):
        one = told[report_id]
        original = originals.with_text(one) or originals.with_sentence(one)
        if original:
            copied[report_id] = original
        else:
            originals.add(report_id, one)
    return copied


class _Originals:
    """Reports of an event that are nobody's copy, by the text of their articles and by their sentence."""

    def __init__(self) -> None:
        self._found: list[tuple[str, Printed]] = []
        self._by_band: dict[tuple[int, str], list[int]] = defaultdict(list)
        self._sentences: dict[int, str] = {}

    def add(self, report_id: str, one: Printed) -> None:
        """Keep one."""
        at = len(self._found)
        self._found.append((report_id, one))
        for band in bands(one.sketch):
            self._by_band[band].append(at)
        words = fold(one.sentence)
        if words.count(" ") >= _LEAST_WORDS:
            self._sentences[at] = words

    def with_text(self, one: Printed) -> str | None:
        """The first whose article has nearly the same text, of those that have a band of its sketch."""
        for at in sorted({at for band in bands(one.sketch) for at in self._by_band.get(band, ())}):
            report_id, other = self._found[at]
            if other.article != one.article and likeness(one.sketch, other.sketch) >= _SAME_TEXT:
                return report_id
        return None

    def with_sentence(self, one: Printed) -> str | None:
        """The one whose sentence is most alike, where it is in the same words."""
        words = fold(one.sentence)
        if words.count(" ") < _LEAST_WORDS:
            return None
        others = {
            at: text for at, text in self._sentences.items() if self._found[at][1].article != one.article
        }
        found = extractOne(words, others, scorer=token_set_ratio, score_cutoff=_COPIED)
        return self._found[found[2]][0] if found else None
