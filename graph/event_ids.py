"""Ids of events, and what became of the ids they had before.

Every report gives its event an id by itself, from the fewest fields that tell a happening from others: type,
status, day, parties and leads, all as the report has them. An event takes the id that most of its reports
give. So an id that was ever published is always among those that a report gives: when events become one, or
one is parted, the ids that are no longer in use lead to the event that now holds the report. Nothing needs to
be remembered for that, and undoing a judgement brings every id back.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from liqaa.graph.claims import Claim
from liqaa.graph.recall import Memo
from liqaa.ontology.model import digest_of

Members = Sequence[Claim]
"""The claims of one event."""


@dataclass(frozen=True, slots=True)
class Identified:
    """The claims of every event by its id.

    Attributes:
        members: by id, sorted; the claims by report id.
        redirects: the event that now holds what an id stood for, by id, sorted; none is an id of ``members``.
    """

    members: Mapping[str, tuple[Claim, ...]]
    redirects: Mapping[str, str]


def with_ids(clusters: Iterable[Members], recall: Memo) -> Identified:
    """Give every event its id.

    Args:
        clusters: the claims of each event, in any order.
        recall: the id that an event would have, as long as it stays the same, is remembered.
    """
    whole = [tuple(sorted(claims, key=lambda claim: claim.report_id)) for claims in clusters]
    named = [recall.of("wanted id", claims, partial(_wanted, claims)) for claims in whole]
    members = _by_id(named)
    return Identified(dict(sorted(members.items())), _redirects(members, named, recall))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The id that an event would have.

    Attributes:
        claims: those of the event.
        given: the id that each of them gives.
        chief: the first of those that give the id most of them give.
        id: that id.
        count: how many give it.
    """

    claims: tuple[Claim, ...]
    given: tuple[str, ...]
    chief: Claim
    id: str
    count: int


def _wanted(claims: tuple[Claim, ...]) -> _Wanted:
    """The id that most reports of an event give."""
    given = tuple(given_id(claim) for claim in claims)
    counts, by_claim = Counter(given), dict(zip(claims, given, strict=True))
    chief = min(claims, key=lambda claim: (-counts[by_claim[claim]], *_first(claim)))
    return _Wanted(claims, given, chief, by_claim[chief], counts[by_claim[chief]])


def given_id(claim: Claim) -> str:
    """The id that a report gives its event; one without a day tells too little and adds where it stands."""
    return _event_id(_key(claim)) if claim.day else _anchored_id(claim)


def _anchored_id(claim: Claim) -> str:
    """An id that no report of another article gives."""
    return _event_id((*_key(claim), *_anchor(claim)))


def _own_id(claim: Claim) -> str:
    """An id that no other report gives at all: one sentence may be read as several happenings."""
    return _event_id((*_key(claim), *_anchor(claim), claim.report_id))


def _event_id(key: tuple[str, ...]) -> str:
    """The id of an identity key."""
    return "e-" + digest_of(key)[:12]


def _key(claim: Claim) -> tuple[str, ...]:
    """What tells a happening from others, as one report has it."""
    block = claim.block or (claim.type,)
    return (claim.type, claim.status, claim.said, *block, *(lead.given for _, lead in claim.leads))


def _anchor(claim: Claim) -> tuple[str, str, str]:
    """Where a report stands: article, field and offset."""
    doc_id, field, start = claim.place_in_article
    return doc_id, field, str(start)


def _by_id(named: Sequence[_Wanted]) -> dict[str, tuple[Claim, ...]]:
    """Every event under the id that most of its reports give; where two would have one, the bigger has it."""
    wanted: dict[str, list[_Wanted]] = defaultdict(list)
    for event in named:
        wanted[event.id].append(event)
    contested = {event_id: rivals for event_id, rivals in wanted.items() if len(rivals) > 1}
    for rivals in contested.values():
        rivals.sort(key=lambda rival: (-rival.count, *_first(rival.chief)))
    members = {event_id: rivals[0].claims for event_id, rivals in wanted.items()}
    for event_id in sorted(contested):
        for rival in contested[event_id][1:]:
            anchored = _anchored_id(rival.chief)
            members[anchored if anchored not in members else _own_id(rival.chief)] = rival.claims
    return members


def _first(claim: Claim) -> tuple[str, tuple[str, str, int], str]:
    """By this the first report of an event is found: day of the article, place in it."""
    published = claim.published.isoformat() if claim.published else "9999"
    return published, claim.place_in_article, claim.report_id


def _redirects(
    members: Mapping[str, tuple[Claim, ...]], named: Sequence[_Wanted], recall: Memo
) -> dict[str, str]:
    """Where the ids lead that reports give and no event has.

    An id by place is only needed where reports of two events may have given one id.
    """
    shared = Counter(chain.from_iterable(event.given for event in named))
    id_of = {claims[0].report_id: event_id for event_id, claims in members.items()}
    leading: dict[str, Counter[str]] = defaultdict(Counter)
    for event in named:
        event_id = id_of[event.claims[0].report_id]
        for claim, given in zip(event.claims, event.given, strict=True):
            if given not in members:
                leading[given][event_id] += 1
            if shared[given] > 1 and claim.day:
                leading[recall.of("anchored id", claim, partial(_anchored_id, claim))][event_id] += 1
    return {
        old: min(counts, key=lambda event_id: (-counts[event_id], event_id))
        for old, counts in sorted(leading.items())
        if old not in members
    }
