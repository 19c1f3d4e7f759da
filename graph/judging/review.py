"""Which pairs a person should judge: those nearest the threshold between one and two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

from liqaa.graph.actors.name_ids import name_id
from liqaa.graph.actors.names import name_of_person, person_name
from liqaa.graph.actors.sounds import sound_key
from liqaa.graph.agreement import commonest
from liqaa.graph.identity import Resolution
from liqaa.graph.judging.likeness import THRESHOLD, Likeness, likeness_of_reports
from liqaa.graph.judging.name_likeness import Bearing, likeness_of_names
from liqaa.ontology.folding import fold
from liqaa.ontology.judgement import Pair, pair_of
from liqaa.ontology.model import Report

_NEAR = timedelta(days=15)
# An event is compared with so many that follow it, a name with so many that sound alike: the review stays
# near linear, and whoever has more rivals than that is found from their side.
_RIVALS = 12


@dataclass(frozen=True, slots=True)
class Candidates:
    """Two reports, or two names, that are or may be one.

    Attributes:
        kind: whether they are reports of events or names of actors.
        left: id of one, the smaller.
        right: id of the other.
        merged: whether they are one event or actor now.
        likeness: what speaks for and against.
    """

    kind: Literal["event", "actor"]
    left: str
    right: str
    merged: bool
    likeness: Likeness

    @property
    def doubt(self) -> float:
        """How near the threshold the pair is: 0 is on it."""
        return abs(self.likeness.score - THRESHOLD)


def candidates(resolution: Resolution, reports: Mapping[str, Report]) -> Iterator[Candidates]:
    """All pairs worth a look, of events first.

    Args:
        resolution: as it is now.
        reports: by id.
    """
    yield from _merged_reports(resolution, reports)
    yield from _rival_events(resolution, reports)
    yield from _names(resolution, reports)


def in_doubt(found: Iterable[Candidates], judged: Mapping[Pair, object]) -> list[Candidates]:
    """The pairs nobody has judged, nearest the threshold first."""
    unseen = (pair for pair in found if (pair.left, pair.right) not in judged)
    return sorted(unseen, key=lambda pair: (pair.doubt, pair.left, pair.right))


def _merged_reports(resolution: Resolution, reports: Mapping[str, Report]) -> Iterator[Candidates]:
    """Of every event its weakest seam: the report least like the first one."""
    for event in resolution.events:
        if len(event.reports) > 1:
            first, *rest = event.reports
            pairs = [_pair(first, other, resolution, reports, merged=True) for other in rest]
            yield min(pairs, key=lambda pair: (pair.likeness.score, pair.right))


def _rival_events(resolution: Resolution, reports: Mapping[str, Report]) -> Iterator[Candidates]:
    """Events of one type that share two parties and are near in time, and are neither one nor linked."""
    linked = {pair_of(link.source, link.target) for link in resolution.links}
    shelves: dict[tuple[str, str, str], list[tuple[date, str]]] = defaultdict(list)
    for event in resolution.events:
        claim = resolution.claims[event.reports[0]]
        if around := claim.day or claim.published:
            parties = sorted({party for party in (claim.block or ())[1:] if party})
            for one, other in combinations(parties, 2):
                shelves[claim.type, one, other].append((around, event.id))
    members = {event.id: event.reports for event in resolution.events}
    seen: set[Pair] = set()
    for _, shelf in sorted(shelves.items()):
        shelf.sort()
        for at, (day, event_id) in enumerate(shelf):
            for other_day, other in shelf[at + 1 : at + 1 + _RIVALS]:
                pair = pair_of(event_id, other)
                if other_day - day <= _NEAR and pair not in seen and pair not in linked:
                    seen.add(pair)
                    yield _closest(members[event_id], members[other], resolution, reports)


def _closest(
    left: Sequence[str], right: Sequence[str], resolution: Resolution, reports: Mapping[str, Report]
) -> Candidates:
    """Of two events the two reports that are most alike, among the first of each."""
    pairs = [
        _pair(one, other, resolution, reports, merged=False)
        for one in left[:3]
        for other in right[:3]
        if reports[one].doc_id != reports[other].doc_id
    ] or [_pair(left[0], right[0], resolution, reports, merged=False)]
    return max(pairs, key=lambda pair: (pair.likeness.score, pair.left, pair.right))


def _pair(
    one: str, other: str, resolution: Resolution, reports: Mapping[str, Report], *, merged: bool
) -> Candidates:
    """Two reports compared."""
    left, right = pair_of(one, other)
    claims = resolution.claims
    likeness = likeness_of_reports(claims[left], claims[right], (reports[left], reports[right]))
    return Candidates("event", left, right, merged, likeness)


def _names(resolution: Resolution, reports: Mapping[str, Report]) -> Iterator[Candidates]:
    """Names of one party that sound alike in a word, each pair once."""
    shelves: dict[tuple[str, str], list[Bearing]] = defaultdict(list)
    for bearing in _bearings(resolution, reports):
        for sound in sorted({sound_key(token) for token in bearing.name.handles}):
            shelves[bearing.party, sound].append(bearing)
    seen: set[Pair] = set()
    for _, shelf in sorted(shelves.items()):
        for at, one in enumerate(shelf):
            for other in shelf[at + 1 : at + 1 + _RIVALS]:
                pair = pair_of(one.id, other.id)
                if pair not in seen:
                    seen.add(pair)
                    likeness = likeness_of_names(one, other)
                    yield Candidates("actor", *pair, one.actor == other.actor, likeness)


def _bearings(resolution: Resolution, reports: Mapping[str, Report]) -> list[Bearing]:
    """Every name of every party, sorted by id."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    offices: dict[str, set[str]] = defaultdict(set)
    articles: dict[str, set[str]] = defaultdict(set)
    actors: dict[str, Counter[str]] = defaultdict(Counter)
    parties: dict[str, str] = {}
    for (report_id, index), actor in resolution.actor_of.items():
        who = reports[report_id].participants[index]
        name = name_of_person(who)
        if name and who.name:
            id_ = name_id(who.country or "", name)
            words[id_].update([who.name])
            actors[id_].update([actor])
            articles[id_].add(reports[report_id].doc_id)
            parties[id_] = who.country or ""
            if who.office:
                offices[id_].add(fold(who.office))
    return [
        Bearing(
            id=id_,
            party=parties[id_],
            name=person_name(commonest(counts)),
            words=commonest(counts),
            offices=frozenset(offices[id_]),
            articles=frozenset(articles[id_]),
            actor=commonest(actors[id_]),
        )
        for id_, counts in sorted(words.items())
    ]
