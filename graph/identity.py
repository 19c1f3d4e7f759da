"""Identity: which reports are one event and which names one actor, as a pure function of what was reported.

The same reports and judgements give the same events, actors and ids in whatever order they come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from liqaa.graph import offices, tenures
from liqaa.graph.actors import Actor, Cast, Mention, Sighting, resolve_actors
from liqaa.graph.claims import Claim, cast_of, claim_of
from liqaa.graph.collector import collector_paused
from liqaa.graph.coreference import cluster
from liqaa.graph.event_ids import with_ids
from liqaa.graph.links import Link, links_of
from liqaa.graph.officials import Published, with_holders
from liqaa.graph.people import People
from liqaa.graph.periods import day_of
from liqaa.graph.recall import Recall
from liqaa.ontology.judgement import Judgement, standing
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
    by_id = {report_id: known[report_id] for report_id in sorted(known)}
    recall = recall or Recall()
    recall.begin()
    days, verdicts = published or {}, standing(judgements)
    register = tenures.load() if people is None else tenures.compiled(offices.load(), people)
    cast = with_holders(
        resolve_actors(_sightings(by_id, days, recall), people, verdicts, recall), by_id, days, register
    )
    claims = _claims(by_id, cast, days, recall)
    named = with_ids(cluster(claims, verdicts, recall), recall)
    events = tuple(
        Event(event_id, tuple(claim.report_id for claim in members))
        for event_id, members in named.members.items()
    )
    links = links_of(named.members, recall)
    return Resolution(
        events=events,
        actors=cast.actors,
        links=links,
        event_of={report_id: event.id for event in events for report_id in event.reports},
        actor_of=cast.actor_of,
        by_office=frozenset(cast.meant),
        redirects={**_former(cast), **named.redirects},
        claims={claim.report_id: claim for members in named.members.values() for claim in members},
        outcome_of={link.source: link.target for link in links if link.type != "PART_OF"},
    )


def _claims(reports: Mapping[str, Report], cast: Cast, days: Published, recall: Recall) -> list[Claim]:
    """What every report claims; remembered while those it names are the same actors."""
    claims: list[Claim] = []
    for report_id, report in reports.items():
        published = days.get(report.doc_id)
        asked = (report_id, published, cast_of(report_id, report, cast))
        claims.append(recall.of("claim", asked, partial(claim_of, report_id, report, cast, published)))
    return claims


def _sightings(reports: Mapping[str, Report], published: Published, recall: Recall) -> Iterator[Sighting]:
    """Every participant of every report, with the article and the day."""
    for report_id, report in reports.items():
        issued = published.get(report.doc_id)
        yield from recall.of("sightings", (report_id, issued), partial(_seen, report_id, report, issued))


def _seen(report_id: str, report: Report, published: str | None) -> tuple[Sighting, ...]:
    """The participants of a report."""
    day = day_of(report.date) or day_of(published)
    return tuple(
        Sighting((report_id, index), report.doc_id, who, day) for index, who in enumerate(report.participants)
    )


def _former(cast: Cast) -> dict[str, str]:
    """Where the ids lead of actors who went by one of the names of those there are; none to several."""
    leading: dict[str, list[str]] = defaultdict(list)
    for actor in cast.actors:
        for former in actor.former:
            leading[former].append(actor.id)
    present = {actor.id for actor in cast.actors}
    return {
        former: actors[0]
        for former, actors in sorted(leading.items())
        if len(actors) == 1 and former not in present
    }
