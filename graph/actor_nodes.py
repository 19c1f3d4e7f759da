"""Actors in the graph: their names, the parties they represent and the offices seen with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from liqaa.graph.actors import Actor
from liqaa.graph.agreement import majority
from liqaa.graph.identity import Resolution
from liqaa.graph.labels import Labels
from liqaa.graph.names import person_name
from liqaa.graph.periods import day_of
from liqaa.graph.schema import Value, search_form
from liqaa.graph.sheet import Sheet, office_id_of
from liqaa.ontology.model import Report


class Dated(Protocol):
    """An article, as far as its day goes."""

    @property
    def date(self) -> str | None:
        """Day of publication, ``YYYY-MM-DD``."""


def write_actors(
    sheet: Sheet, resolution: Resolution, reports: Mapping[str, Report], articles: Mapping[str, Dated]
) -> dict[str, str]:
    """Write every actor with its party and offices.

    Returns:
        The name of each actor, by id.
    """
    names: dict[str, str] = {}
    for actor in resolution.actors:
        names[actor.id] = display_name(actor, sheet.labels)
        aliases = sorted({form for form, _ in actor.forms} | {names[actor.id]})
        sheet.node(
            "Actor",
            actor.id,
            {
                "name": names[actor.id],
                "name_latin": None,
                "kind": actor.kind,
                "aliases": list(aliases),
                "search": search_form(actor.id, *aliases, *actor.former),
            },
        )
        if actor.party:
            sheet.edge("REPRESENTS", actor.id, sheet.party(actor.party))
    _write_offices(sheet, resolution, reports, articles)
    return names


def display_name(actor: Actor, labels: Labels) -> str:
    """What an actor is called: a person by the most complete form of the name, others by office and party."""
    if actor.name:
        return max(actor.forms, key=lambda form: (len(person_name(form[0]).tokens), form[1], form[0]))[0]
    party = labels.party(actor.party).ar if actor.party else ""
    if actor.kind == "state" and party:
        return party
    called = majority(form for form, count in actor.forms for _ in range(count)) or ""
    if actor.kind == "organisation" and actor.party and len(actor.forms) != 1:
        return party
    return f"{called} ({party})" if called and party else called or party


def _write_offices(
    sheet: Sheet, resolution: Resolution, reports: Mapping[str, Report], articles: Mapping[str, Dated]
) -> None:
    """An office seen with a person's name is held from the first to the last day it was seen."""
    actors = {actor.id: actor for actor in resolution.actors if actor.name}
    seen: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for (report_id, index), actor_id in resolution.actor_of.items():
        who = reports[report_id].participants[index]
        if who.office and who.name and actor_id in actors:
            day = _seen_on(reports[report_id], articles)
            office_id = office_id_of(who.office, actors[actor_id].party)
            seen[actor_id, office_id].append((day, report_id, who.office))
    words: dict[str, list[str]] = defaultdict(list)
    for (_, office_id), sightings in seen.items():
        words[office_id] += [office for *_, office in sightings]
    for (actor_id, office_id), sightings in sorted(seen.items()):
        sheet.office(majority(words[office_id]) or "", actors[actor_id].party)
        sheet.edge("HELD", actor_id, office_id, properties=_tenure(sorted(sightings)))


def _tenure(sightings: Sequence[tuple[str, str, str]]) -> dict[str, Value]:
    """What is known of a tenure from its sightings (day or nothing, report, words), sorted."""
    dated = [sighting for sighting in sightings if sighting[0]] or sightings
    (first, first_report, _), (last, last_report, _) = dated[0], dated[-1]
    return {
        "first_seen": first or None,
        "last_seen": last or None,
        "source": "reports",
        "report_count": len({report_id for _, report_id, _ in sightings}),
        "evidence": list(dict.fromkeys((first_report, last_report))),
    }


def _seen_on(report: Report, articles: Mapping[str, Dated]) -> str:
    """The day of the event, else of the article; empty when neither is known."""
    day = day_of(report.date) or day_of(articles[report.doc_id].date)
    return day.isoformat() if day else ""
