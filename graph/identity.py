"""Identity: which reports are one event and which names one actor, as a pure function of what was reported.

The same reports and judgements give the same events, actors and ids in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liqaa.graph import tenures
from liqaa.graph.actors import Actor, Cast, Mention, resolve_actors
from liqaa.graph.claims import claim_of
from liqaa.graph.coreference import cluster
from liqaa.graph.event_ids import with_ids
from liqaa.graph.links import Link, links_of
from liqaa.graph.officials import with_holders
from liqaa.graph.tenures import Register
from liqaa.ontology.judgement import Judgement, standing
from liqaa.ontology.model import Participant, Report


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
        outcome_of: what became of a plan: its happening, else its being called off; by id.
    """

    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    links: tuple[Link, ...]
    event_of: Mapping[str, str]
    actor_of: Mapping[Mention, str]
    by_office: frozenset[Mention]
    redirects: Mapping[str, str]
    outcome_of: Mapping[str, str]

    def happening_of(self, report_id: str) -> str:
        """The real-world happening a report tells of: of a plan that which became of it, else its event."""
        event_id = self.event_of[report_id]
        return self.outcome_of.get(event_id, event_id)


def resolve(
    reports: Iterable[Report] | Mapping[str, Report],
    judgements: Iterable[Judgement] = (),
    *,
    published: Mapping[str, str | None] | None = None,
    register: Register | None = None,
) -> Resolution:
    """Find the events and actors.

    Args:
        reports: the current reports, in any order; a report given twice counts once. Where their ids are
            known, by id: to work the ids out takes as long as all the rest.
        judgements: the log of judgements, in any order.
        published: day of publication (``YYYY-MM-DD``) by article. Without it an event whose report gives no
            day is never merged with another.
        register: who held which office; that of the lexicon by default.

    Returns:
        The resolution.
    """
    known = reports if isinstance(reports, Mapping) else {report.report_id: report for report in reports}
    by_id = {report_id: known[report_id] for report_id in sorted(known)}
    days, verdicts = published or {}, standing(judgements)
    cast = resolve_actors(_mentions(by_id), verdicts)
    cast = with_holders(cast, by_id, days, register or tenures.load())
    claims = [
        claim_of(report_id, report, cast, days.get(report.doc_id)) for report_id, report in by_id.items()
    ]
    named = with_ids(cluster(claims, verdicts))
    events = tuple(
        Event(event_id, tuple(claim.report_id for claim in members))
        for event_id, members in named.members.items()
    )
    links = links_of(named.members)
    return Resolution(
        events=events,
        actors=cast.actors,
        links=links,
        event_of={report_id: event.id for event in events for report_id in event.reports},
        actor_of=cast.actor_of,
        by_office=frozenset(cast.meant),
        redirects={**dict(sorted(_former(cast).items())), **named.redirects},
        outcome_of={link.source: link.target for link in links if link.type != "PART_OF"},
    )


def _mentions(reports: Mapping[str, Report]) -> Iterable[tuple[Mention, str, Participant]]:
    """Every participant of every report, with the article."""
    for report_id, report in reports.items():
        for index, who in enumerate(report.participants):
            yield (report_id, index), report.doc_id, who


def _former(cast: Cast) -> dict[str, str]:
    """Where the ids lead that actors had under other names of theirs."""
    present = {actor.id for actor in cast.actors}
    return {former: actor.id for actor in cast.actors for former in actor.former if former not in present}
