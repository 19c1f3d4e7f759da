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

from liqaa.graph.claims import Claim
from liqaa.graph.recall import Recall
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


def with_ids(clusters: Iterable[Members], recall: Recall) -> Identified:
    """Give every event its id.

    Args:
        clusters: the claims of each event, in any order.
        recall: the id that a report gives is remembered.
    """
    whole = [tuple(sorted(claims, key=lambda claim: claim.report_id)) for claims in clusters]
    given = {
        claim.report_id: recall.of("given id", claim, partial(given_id, claim))
        for claims in whole
        for claim in claims
    }
    members = _by_id(whole, given)
    return Identified(dict(sorted(members.items())), _redirects(members, given, recall))


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


def _by_id(whole: list[tuple[Claim, ...]], given: Mapping[str, str]) -> dict[str, tuple[Claim, ...]]:
    """Every event under the id that most of its reports give; where two would have one, the bigger has it."""
    wanted: dict[str, list[tuple[int, Claim, tuple[Claim, ...]]]] = defaultdict(list)
    for claims in whole:
        counts = Counter(given[claim.report_id] for claim in claims)
        chief = min(claims, key=lambda claim: (-counts[given[claim.report_id]], *_first(claim)))
        wanted[given[chief.report_id]].append((counts[given[chief.report_id]], chief, claims))
    members: dict[str, tuple[Claim, ...]] = {}
    for event_id, rivals in wanted.items():
        rivals.sort(key=lambda rival: (-rival[0], *_first(rival[1])))
        members[event_id] = rivals[0][2]
    for event_id in sorted(wanted):
        for _, chief, claims in wanted[event_id][1:]:
            anchored = _anchored_id(chief)
            members[anchored if anchored not in members else _own_id(chief)] = claims
    return members


def _first(claim: Claim) -> tuple[str, tuple[str, str, int], str]:
    """By this the first report of an event is found: day of the article, place in it."""
    published = claim.published.isoformat() if claim.published else "9999"
    return published, claim.place_in_article, claim.report_id


def _redirects(
    members: Mapping[str, tuple[Claim, ...]], given: Mapping[str, str], recall: Recall
) -> dict[str, str]:
    """Where the ids lead that reports give and no event has.

    An id by place is only needed where reports of two events may have given one id.
    """
    shared = Counter(given.values())
    leading: dict[str, Counter[str]] = defaultdict(Counter)
    for event_id, claims in members.items():
        for claim in claims:
            mine = given[claim.report_id]
            leading[mine].update([event_id])
            if shared[mine] > 1 and claim.day:
                leading[recall.of("anchored id", claim, partial(_anchored_id, claim))].update([event_id])
    return {
        old: min(counts, key=lambda event_id: (-counts[event_id], event_id))
        for old, counts in sorted(leading.items())
        if old not in members
    }
