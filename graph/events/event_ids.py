"""Ids of events, and what became of the ids they had before.

Every report gives its event an id by itself, from the fewest fields that tell a happening from others: type,
status, day, parties and leads, all as the report has them. An event takes the id that most of its reports
give. So an id that was ever published is always among those that a report gives: when events become one, or
one is parted, the ids that are no longer in use lead to the event that now holds the report. Nothing needs to
be remembered for that, and undoing a judgement brings every id back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liqaa.graph.changes import Grouped, changed
from liqaa.graph.events.claims import Claim
from liqaa.ontology.model import digest_of

Members = tuple[Claim, ...]
"""The claims of one event, by report id."""


class EventIds:
    """The id of every event, and where the others lead; kept while reports come and go.

    Attributes:
        members: the claims of each event, by its id.
        event_of: the event of each report.
        claims: what each report claims.
        redirects: the event that now holds what an id stood for; none is an id of ``members``.
    """

    def __init__(self) -> None:
        """Begin with no event."""
        self.members: dict[str, Members] = {}
        self.event_of: dict[str, str] = {}
        self.claims: dict[str, Claim] = {}
        self.redirects: dict[str, str] = {}
        self._wanted: dict[str, _Wanted] = {}
        self._wanting: Grouped[str, str] = Grouped()
        self._contested: set[str] = set()
        self._settled: dict[str, str] = {}
        self._id_of: dict[str, str] = {}
        self._giving: Grouped[str, str] = Grouped()
        self._anchored: dict[str, str] = {}
        self._leading: dict[str, Counter[str]] = {}

    def update(self, events: Mapping[str, Iterable[Claim]]) -> set[str]:
        """Give every event its id after a change.

        Args:
            events: the claims of those that came or changed, by a key that lasts; none for those gone.

        Returns:
            The ids that now stand for other claims than before, or for none.
        """
        for key, claims in events.items():
            self._wanted.pop(key, None)
            if told := tuple(sorted(claims, key=lambda claim: claim.report_id)):
                self._wanted[key] = _wanted(told)
            ids = (self._wanted[key].id,) if told else ()
            for id_ in {*self._wanting.place(key, ids), *ids}:
                self._contested.discard(id_)
                if len(self._wanting[id_]) > 1:
                    self._contested.add(id_)
        before_settled, self._settled = self._settled, self._settle()
        stale = {*events, *before_settled, *self._settled}
        stale = {key for key in stale if key in events or self._id_of[key] != self._wanted_id(key)}
        before = {old: self.members.pop(old) for key in stale if (old := self._id_of.pop(key, ""))}
        now: dict[str, _Wanted] = {}
        for key in stale & self._wanted.keys():
            id_ = self._id_of[key] = self._wanted_id(key)
            now[id_] = self._wanted[key]
        self.members.update((id_, event.claims) for id_, event in now.items())
        self._lead_on(before, now)
        return changed(before, {id_: event.claims for id_, event in now.items()})

    def _wanted_id(self, key: str) -> str:
        """The id of an event."""
        return self._settled.get(key) or self._wanted[key].id

    def _settle(self) -> dict[str, str]:
        """The ids of events of which several would have one: the biggest has it."""
        settled: dict[str, str] = {}
        taken: set[str] = set()
        for id_ in sorted(self._contested):
            rivals = [(self._wanted[key], key) for key in self._wanting[id_]]
            rivals.sort(key=lambda rival: (-rival[0].count, *_first(rival[0].chief)))
            settled[rivals[0][1]] = id_
            for rival, key in rivals[1:]:
                anchored = _anchored_id(rival.chief)
                free = anchored not in taken and anchored not in self._wanting.groups()
                settled[key] = anchored if free else _own_id(rival.chief)
                taken.add(settled[key])
        return settled

    def _lead_on(self, before: Mapping[str, Members], now: Mapping[str, _Wanted]) -> None:
        """Find where ids lead that reports give and no event has.

        An id by place is only needed where reports of two events may have given one id.
        """
        stale = {*before, *now}
        moved = {claim.report_id for members in before.values() for claim in members}
        shared: dict[str, bool] = {}
        for report_id in moved:
            stale |= self._forget_leads(report_id)
            (given,) = self._giving.of(report_id)
            shared.setdefault(given, len(self._giving[given]) > 1)
        for report_id in moved:
            self._giving.place(report_id, ())
            del self.event_of[report_id], self.claims[report_id]
        for id_, event in now.items():
            for claim, given in zip(event.claims, event.given, strict=True):
                shared.setdefault(given, len(self._giving[given]) > 1)
                self._giving.place(claim.report_id, (given,))
                self.event_of[claim.report_id], self.claims[claim.report_id] = id_, claim
                moved.add(claim.report_id)
        for given, was_shared in shared.items():
            if was_shared != (len(self._giving[given]) > 1):
                for report_id in set(self._giving[given]) - moved:
                    stale |= self._forget_leads(report_id)
                    moved.add(report_id)
        for report_id in moved & self.event_of.keys():
            stale |= self._keep_leads(report_id)
        for old in stale:
            counts = self._leading.get(old)
            self.redirects.pop(old, None)
            if counts and old not in self.members:
                self.redirects[old] = min(counts, key=lambda event_id: (-counts[event_id], event_id))

    def _keep_leads(self, report_id: str) -> set[str]:
        """Let the ids that a report gives lead to its event; those ids."""
        claim, (given,) = self.claims[report_id], self._giving.of(report_id)
        if claim.day and len(self._giving[given]) > 1:
            self._anchored[report_id] = _anchored_id(claim)
        leads = {given, self._anchored.get(report_id, given)}
        for old in leads:
            self._leading.setdefault(old, Counter())[self.event_of[report_id]] += 1
        return leads

    def _forget_leads(self, report_id: str) -> set[str]:
        """Let the ids that a report gives no longer lead to its event; those ids."""
        (given,) = self._giving.of(report_id)
        leads = {given, self._anchored.pop(report_id, given)}
        for old in leads:
            counts = self._leading[old]
            counts[self.event_of[report_id]] -= 1
            self._leading[old] = counts = +counts
            if not counts:
                del self._leading[old]
        return leads


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


def _first(claim: Claim) -> tuple[str, tuple[str, str, int], str]:
    """By this the first report of an event is found: day of the article, place in it."""
    published = claim.published.isoformat() if claim.published else "9999"
    return published, claim.place_in_article, claim.report_id
