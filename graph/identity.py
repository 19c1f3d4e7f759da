"""Identity: which reports are one event and which names one actor, as a pure function of what was reported.

The same reports and judgements give the same events, actors and ids in whatever order they come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from liqaa.graph.actors import offices, tenures
from liqaa.graph.actors.actors import Actor, Cast, Sighting
from liqaa.graph.actors.namesakes import Mention
from liqaa.graph.actors.officials import Officials
from liqaa.graph.actors.people import People, registered
from liqaa.graph.changes import changed
from liqaa.graph.collector import collector_paused
from liqaa.graph.events.claims import Claim, claim_of
from liqaa.graph.events.coreference import Clusters
from liqaa.graph.events.event_ids import EventIds
from liqaa.graph.events.links import Link, Links
from liqaa.graph.periods import day_of, period_of
from liqaa.graph.recall import Recall
from liqaa.ontology.judgement import Judgement, Pair, Verdict, standing
from liqaa.ontology.model import Report


@dataclass(frozen=True, slots=True)
class Event:
    """A set of reports of one happening.

    Attributes:
        id: ``e-`` and twelve hex digits of the identity key.
        reports: ids of its reports, sorted.
    """

    id: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who and what the reports are about.

    Attributes:
        events: sorted by id.
        actors: sorted by id.
        links: how the events hang together, sorted.
        event_of: the event of each report.
        actor_of: the actor of each participant, by report id and place in the report's list.
        by_office: the participants given by office only whose actor is the holder found for the day.
        redirects: where ids lead that are no longer in use, of events and of actors, sorted by id.
        claims: what each report claims, by its id.
        outcome_of: what became of a plan: its happening, else its being called off; by id.
    """

    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    links: tuple[Link, ...]
    event_of: Mapping[str, str]
    actor_of: Mapping[Mention, str]
    by_office: frozenset[Mention]
    redirects: Mapping[str, str]
    claims: Mapping[str, Claim]
    outcome_of: Mapping[str, str]

    def happening_of(self, report_id: str) -> str:
        """The real-world happening a report tells of: of a plan that which became of it, else its event."""
        event_id = self.event_of[report_id]
        return self.outcome_of.get(event_id, event_id)


@collector_paused()
def resolve(
    reports: Iterable[Report] | Mapping[str, Report],
    judgements: Iterable[Judgement] = (),
    *,
    published: Mapping[str, str | None] | None = None,
    people: People | None = None,
    recall: Recall | None = None,
) -> Resolution:
    """Find the events and actors.

    Args:
        reports: the current reports, in any order; a report given twice counts once. Where their ids are
            known, by id: to work the ids out takes as long as all the rest.
        judgements: the log of judgements, in any order.
        published: day of publication (``YYYY-MM-DD``) by article. Without it an event whose report gives no
            day is never merged with another.
        people: the register of office holders; that of the lexicon by default.
        recall: what earlier runs worked out, where there are some; the result is the same without.

    Returns:
        The resolution.
    """
    known = reports if isinstance(reports, Mapping) else {report.report_id: report for report in reports}
    register = registered() if people is None else people
    with (recall or Recall()).kept("identity", register, partial(_Steps, register)) as steps:
        return steps.resolution(known, published or {}, standing(judgements))


class _Steps:
    """The steps from reports to a resolution, each as the last run left it."""

    def __init__(self, people: People) -> None:
        """Begin with no report.

        Args:
            people: the register.
        """
        self._issued: dict[str, str | None] = {}
        self._sightings: dict[str, tuple[Sighting, ...]] = {}
        of_lexicon = people is registered()
        register = tenures.load() if of_lexicon else tenures.compiled(offices.load(), people)
        self._officials = Officials(people, register)
        self._clusters = Clusters()
        self._ids = EventIds()
        self._links = Links()
        self._events: dict[str, Event] = {}

    def resolution(
        self, reports: Mapping[str, Report], days: Mapping[str, str | None], verdicts: Mapping[Pair, Verdict]
    ) -> Resolution:
        """What the reports come to.

        Args:
            reports: by id.
            days: day of publication by article.
            verdicts: what was judged, by pair.
        """
        issued = {report_id: days.get(report.doc_id) for report_id, report in reports.items()}
        news = sorted(changed(self._issued, issued))
        self._issued = issued
        gone = [one for report_id in news for one in self._sightings.pop(report_id, ())]
        for report_id in news:
            if report_id in reports:
                self._sightings[report_id] = _seen(report_id, reports[report_id], issued[report_id])
        come = [one for report_id in news for one in self._sightings.get(report_id, ())]
        recast = self._officials.update(gone, come, verdicts)
        cast = self._officials.cast
        claims = {
            report_id: claim_of(report_id, reports[report_id], cast, issued[report_id])
            if report_id in reports
            else None
            for report_id in recast.union(news)
        }
        grouped = self._clusters.update(claims, verdicts)
        ids = self._ids
        stale = ids.update({key: self._clusters.events.get(key, ()) for key in grouped})
        self._links.update({event_id: ids.members.get(event_id) for event_id in stale})
        for event_id in stale:
            self._events.pop(event_id, None)
            if event_id in ids.members:
                told = tuple(claim.report_id for claim in ids.members[event_id])
                self._events[event_id] = Event(event_id, told)
        links = tuple(self._links.found)
        return Resolution(
            events=tuple(self._events[event_id] for event_id in sorted(self._events)),
            actors=tuple(cast.actors[actor_id] for actor_id in sorted(cast.actors)),
            links=links,
            event_of=dict(ids.event_of),
            actor_of=dict(cast.actor_of),
            by_office=frozenset(cast.meant),
            redirects={**_former(cast), **ids.redirects},
            claims=dict(ids.claims),
            outcome_of={link.source: link.target for link in links if link.type != "PART_OF"},
        )


def _seen(report_id: str, report: Report, published: str | None) -> tuple[Sighting, ...]:
    """The participants of a report."""
    issued = day_of(published)
    day = day_of(report.date) or issued
    # What is told in passing without a date may be from any time.
    news = (issued, issued) if issued and report.salience == "main" else None
    period = period_of(report.date) if report.date else news
    return tuple(
        Sighting((report_id, index), report.doc_id, who, day, period)
        for index, who in enumerate(report.participants)
    )


def _former(cast: Cast) -> dict[str, str]:
    """Where the ids lead of actors who went by one of the names of those there are; none to several."""
    leading: dict[str, list[str]] = defaultdict(list)
    for actor in cast.actors.values():
        for former in actor.former:
            leading[former].append(actor.id)
    return {
        former: actors[0]
        for former, actors in leading.items()
        if len(actors) == 1 and former not in cast.actors
    }
