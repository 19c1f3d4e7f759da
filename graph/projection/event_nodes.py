"""Events in the graph: what their reports agree on, who took part, where and about what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from liqaa.graph.actors.names import person_name
from liqaa.graph.actors.namesakes import Mention
from liqaa.graph.agreement import (
    agreed_date,
    agreed_place,
    agreed_salience,
    agreed_status,
    agreed_topics,
    disputed,
    majority,
)
from liqaa.graph.identity import Event, Resolution
from liqaa.graph.projection.contacts import Contact
from liqaa.graph.projection.sheet import Sheet
from liqaa.graph.schema import Value
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Participant, Report, Status

# In titles whoever acts stands first.
_ROLES = ("visitor", "caller", "conferrer", "host", "guest", "callee", "honoree", "party", "attendee")
_ROLE_ORDER = {role: place for place, role in enumerate(_ROLES)}
_TITLE_NAMES = 4
# A plan without a day is given so long from the last time it was announced.
_PLANS_WAIT = timedelta(days=45)


class Told(NamedTuple):
    """A report, and the day of its article."""

    report: Report
    published: date | None


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in an event, as its reports agree on it.

    Attributes:
        actor: id of the actor.
        party: code of the party, None when unknown.
        role: the role most reports give; one that says more than ``party`` wins a tie.
        office: the office most reports give.
        name: the name most reports give.
        vague: neither named nor known by office: a state, or a delegation that nothing describes.
        report_count: how many reports have the actor take part.
        by_office: whether the actor was found by office and day in all of them.
    """

    actor: str
    party: str | None
    role: str
    office: str | None
    name: str | None
    vague: bool
    report_count: int
    by_office: bool


def write_event(
    sheet: Sheet,
    event: Event,
    told: Mapping[str, Told],
    source_count: int,
    resolution: Resolution,
    names: Mapping[str, str],
) -> Contact:
    """Write an event with its participants, parties, place and topics.

    Args:
        sheet: where to.
        event: the event.
        told: its reports and their articles' days, by report id.
        source_count: newspapers that tell of it, without those that copy another.
        resolution: who the participants are.
        names: the name of each actor.

    Returns:
        What is counted of it in the graph as a whole.
    """
    reports = {report_id: told[report_id].report for report_id in sorted(told)}
    parts = parts_of(reports, resolution)
    status = agreed_status({resolution.claims[report_id].status for report_id in reports})
    properties = _properties(sheet, list(told.values()), parts, names, status)
    properties["source_count"] = source_count
    sheet.node("Event", event.id, properties)
    for part in parts:
        taken: dict[str, Value] = {
            "role": part.role,
            "office": part.office,
            "name_as_reported": part.name,
            "report_count": part.report_count,
            "by_office": part.by_office,
        }
        sheet.edge("TOOK_PART", part.actor, event.id, part.role, taken)
    parties = _parties(parts)
    rang = {part.party for part in parts if part.role == "caller"}
    for party in parties:
        sheet.edge("BETWEEN", event.id, sheet.party(party))
        if properties["type"] == "call":
            sheet.edge("CONNECTS", event.id, party, properties={"rang": party in rang})
    for topic in agreed_topics(list(reports.values())):
        sheet.edge("ABOUT", event.id, sheet.topic(topic))
    land = _write_place(sheet, event.id, list(reports.values()))
    if properties["type"] == "visit":
        hosts = {part.party for part in parts if part.role == "host"}
        for party in filter(None, hosts | {land}):
            sheet.edge("VISITS", event.id, sheet.party(party))
    return Contact(event.id, properties, tuple(part.actor for part in parts), tuple(sorted(parties)))


def _properties(
    sheet: Sheet, told: Sequence[Told], parts: Sequence[Part], names: Mapping[str, str], status: Status
) -> dict[str, Value]:
    """The properties of an event's node."""
    reports = [one.report for one in told]
    when = agreed_date(report.date for report in reports)
    exact = when is None or when[2] == "day"
    return {
        "type": reports[0].type,
        "subtype": majority(_telling(report.subtype for report in reports)) or "other",
        "status": status,
        "salience": agreed_salience(reports),
        "date": when[0].isoformat() if when else None,
        "date_end": when[1].isoformat() if when and not exact else None,
        "date_precision": when[2] if when else None,
        **span_of(when[0] if when else None, when[1] if when else None),
        "month": when[0].isoformat()[:7] if when and when[2] != "year" else None,
        "day_number": when[0].toordinal() if when else None,
        "title": title_of(sheet.labels.type(reports[0].type), parts, names),
        "report_count": len(reports),
        "party_count": len(_parties(parts)),
        "disputed": disputed(reports),
        "expected_by": _expected_by(told, when[1] if when else None) if status == "planned" else None,
    }


def _parties(parts: Iterable[Part]) -> set[str]:
    """The parties that an event is between."""
    return {part.party for part in parts if part.role != "attendee" and part.party}


def span_of(first: date | None, last: date | None) -> dict[str, str]:
    """The days that queries compare a period with; an undated event is of the first day there is."""
    begins = first or date.min
    return {"first_day": begins.isoformat(), "last_day": (last or begins).isoformat()}


def _expected_by(told: Sequence[Told], last: date | None) -> str | None:
    """The last day on which a plan may happen: the day announced, else some time after the announcement."""
    issued = [one.published for one in told if one.published]
    day = last or (max(issued) + _PLANS_WAIT if issued else None)
    return day.isoformat() if day else None


def _telling(subtypes: Iterable[str]) -> list[str]:
    """Subtypes that say something: ``other`` counts only where nothing else is given."""
    given = list(subtypes)
    return [subtype for subtype in given if subtype != "other"] or given


def title_of(type_name: str, parts: Sequence[Part], names: Mapping[str, str]) -> str:
    """The title of an event, such as ``لقاء: مارك ميلي – هرتسي هاليفي``."""
    who = list(dict.fromkeys(names[part.actor] for part in parts if part.role != "attendee"))
    shown = who[:_TITLE_NAMES] + (["وآخرون"] if len(who) > _TITLE_NAMES else [])
    return f"{type_name}: {' – '.join(shown)}" if shown else type_name


def parts_of(reports: Mapping[str, Report], resolution: Resolution) -> list[Part]:
    """Who took part, agreed among the reports, principals first.

    A state or bare delegation is left out where another principal of its party is known, and an official
    without a name where a named one has the office.
    """
    seen: dict[str, dict[Mention, Participant]] = defaultdict(dict)
    for report_id in sorted(reports):
        for index, who in enumerate(reports[report_id].participants):
            if actor := resolution.actor_of.get((report_id, index)):
                seen[actor][report_id, index] = who
    parts = [_part(actor, mentions, resolution.by_office) for actor, mentions in sorted(seen.items())]
    clear = {part.party for part in parts if not part.vague and part.role != "attendee"}
    kept = [
        part for part in parts if not (part.vague and part.party in clear) and not _known_by_name(part, parts)
    ]
    return sorted(kept, key=lambda part: (_ROLE_ORDER.get(part.role, 0), part.party or "", part.actor))


def _known_by_name(part: Part, parts: Sequence[Part]) -> bool:
    """Whether another part names the holder of the office that this one only gives."""
    if part.name or not part.office:
        return False
    return any(
        other.name and other.office and other.party == part.party and fold(other.office) == fold(part.office)
        for other in parts
    )


def _part(actor: str, mentions: Mapping[Mention, Participant], by_office: frozenset[Mention]) -> Part:
    """The part of one actor."""
    told = list(mentions.values())
    roles = [who.role for who in told]
    role = min(set(roles), key=lambda role: (-roles.count(role), role == "attendee", role == "party", role))
    return Part(
        actor=actor,
        party=told[0].country,
        role=role,
        office=majority(who.office for who in told),
        name=_fullest([who.name for who in told if who.name]),
        vague=not any(who.name or who.office for who in told),
        report_count=len({report_id for report_id, _ in mentions}),
        by_office=all(mention in by_office for mention in mentions),
    )


def _fullest(names: Sequence[str]) -> str | None:
    """The name with the most words, the most frequent of those."""
    return min(
        names, key=lambda name: (-len(person_name(name).tokens), -names.count(name), name), default=None
    )


def _write_place(sheet: Sheet, event_id: str, told: Sequence[Report]) -> str | None:
    """Where the event was: the place, or the country where no place is given; gives the country."""
    words, country = agreed_place(told)
    if words or country:
        sheet.edge("AT", event_id, sheet.place(words, country))
    return country
