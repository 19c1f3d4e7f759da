"""Identity: which reports are one event and which names one actor, as a pure function of what was reported.

The same reports and judgements give the same events, actors and ids in whatever order they come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liqaa.graph.actors import Actor, Mention, Sighting, resolve_actors
from liqaa.graph.agreement import agreed_date
from liqaa.graph.claims import Claim, claim_of, day_of
from liqaa.graph.coreference import cluster
from liqaa.graph.people import People
from liqaa.ontology.judgement import Judgement, standing
from liqaa.ontology.model import Report, digest_of


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
        event_of: the event of each report.
        actor_of: the actor of each participant, by report id and place in the report's list.
    """

    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    event_of: Mapping[str, str]
    actor_of: Mapping[Mention, str]


def resolve(
    reports: Iterable[Report] | Mapping[str, Report],
    judgements: Iterable[Judgement] = (),
    *,
    published: Mapping[str, str | None] | None = None,
    people: People | None = None,
) -> Resolution:
    """Find the events and actors.

    Args:
        reports: the current reports, in any order; a report given twice counts once. Where their ids are
            known, by id: to work the ids out takes as long as all the rest.
        judgements: the log of judgements, in any order.
        published: day of publication (``YYYY-MM-DD``) by article. Without it an event whose report gives no
            day is never merged with another.
        people: the register of office holders; that of the lexicon by default.

    Returns:
        The resolution.
    """
    known = reports if isinstance(reports, Mapping) else {report.report_id: report for report in reports}
    by_id = {report_id: known[report_id] for report_id in sorted(known)}
    days = published or {}
    cast = resolve_actors(
        (
            Sighting(
                (report_id, index), report.doc_id, who, day_of(report.date) or day_of(days.get(report.doc_id))
            )
            for report_id, report in by_id.items()
            for index, who in enumerate(report.participants)
        ),
        people,
    )
    claims = [
        claim_of(report_id, report, cast.actor_of, days.get(report.doc_id))
        for report_id, report in by_id.items()
    ]
    events = _with_ids(cluster(claims, standing(judgements)), by_id)
    return Resolution(
        events=events,
        actors=cast.actors,
        event_of={report_id: event.id for event in events for report_id in event.reports},
        actor_of=cast.actor_of,
    )


def _with_ids(clusters: Iterable[list[Claim]], reports: Mapping[str, Report]) -> tuple[Event, ...]:
    """Give every cluster its id."""
    by_key: dict[tuple[str, ...], list[list[Claim]]] = defaultdict(list)
    for claims in clusters:
        by_key[_key(claims, reports)].append(claims)
    events: dict[str, tuple[str, ...]] = {}
    for key, alike in sorted(by_key.items()):
        for at, claims in enumerate(sorted(alike, key=lambda claims: _anchor(claims, reports))):
            *anchor, report_id = _anchor(claims, reports)
            # Only the day tells events of the same people apart; where it is not known, or is not enough,
            # the first place that reports the event does, and two reports of one sentence their content.
            full = (*key, *map(str, anchor)) if at or not key[1] else key
            event_id = _event_id(full)
            if event_id in events:
                event_id = _event_id((*full, str(report_id)))
            events[event_id] = tuple(sorted(claim.report_id for claim in claims))
    return tuple(Event(event_id, events[event_id]) for event_id in sorted(events))


def _event_id(key: tuple[str, ...]) -> str:
    """The id of an identity key."""
    return "e-" + digest_of(key)[:12]


def _key(claims: list[Claim], reports: Mapping[str, Report]) -> tuple[str, ...]:
    """Type, day and leads: the fewest fields that tell an event from others."""
    when = agreed_date(reports[claim.report_id].date for claim in claims)
    day = when[0].isoformat() if when and when[2] == "day" else ""
    block = claims[0].block or (claims[0].type,)
    sides: dict[str, Counter[tuple[bool, str]]] = defaultdict(Counter)
    for claim in claims:
        for party, lead in claim.leads:
            sides[party].update([(lead.name is None, lead.actor)])
    leads = [
        min(counts, key=lambda who: (who[0], -counts[who], who[1]))[1] for _, counts in sorted(sides.items())
    ]
    return (claims[0].type, day, *block, *leads)


def _anchor(claims: list[Claim], reports: Mapping[str, Report]) -> tuple[str, str, int, str, str, str]:
    """The first place, by article id and offset, where the event is reported, and what is said there.

    Returns:
        Article, field, offset, status, date as given, and the report's id.
    """
    return min(
        (*claim.place_in_article, claim.status, reports[claim.report_id].date or "", claim.report_id)
        for claim in claims
    )
