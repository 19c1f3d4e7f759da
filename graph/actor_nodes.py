"""Actors in the graph: their names, the parties they represent and the offices seen with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol

from liqaa.graph.actors import Actor
from liqaa.graph.agreement import commonest, majority
from liqaa.graph.identity import Resolution
from liqaa.graph.labels import Labels
from liqaa.graph.latin import latin_name, latin_office
from liqaa.graph.names import person_name, sound_form
from liqaa.graph.periods import day_of
from liqaa.graph.recall import Recall
from liqaa.graph.schema import Value, search_form
from liqaa.graph.sheet import Page, Sheet, office_id_of
from liqaa.ontology.model import Report


class Dated(Protocol):
    """An article, as far as its day goes."""

    @property
    def date(self) -> str | None:
        """Day of publication, ``YYYY-MM-DD``."""


def write_actors(
    sheet: Sheet,
    resolution: Resolution,
    reports: Mapping[str, Report],
    articles: Mapping[str, Dated],
    recall: Recall,
) -> dict[str, str]:
    """Write every actor with its party and offices; those who stay the same are remembered.

    Returns:
        The name of each actor, by id.
    """
    names: dict[str, str] = {}
    for actor in resolution.actors:
        asked = (actor, sheet.labels)
        names[actor.id], page = recall.of("actor page", asked, partial(_page, *asked))
        sheet.add_page(page)
    _write_offices(sheet, resolution, reports, articles)
    return names


def _page(actor: Actor, labels: Labels) -> tuple[str, Page]:
    """The name of an actor, and its node with its parties."""
    sheet, name, latin = Sheet(labels), display_name(actor, labels), latin_form(actor, labels)
    known = [actor.person.name_latin, *actor.person.aliases] if actor.person else []
    aliases = [alias.words for alias in actor.aliases]
    sheet.node(
        "Actor",
        actor.id,
        {
            "name": name,
            "name_latin": latin,
            "kind": actor.kind,
            "named": actor.named,
            "party_count": len(set(actor.parties)),
            "aliases": aliases,
            "alias_reports": [alias.report for alias in actor.aliases],
            "search": search_form(actor.id, name, latin, *aliases, *known, *actor.former),
            "sounds": sound_form(name, latin, *aliases, *known) if actor.named else None,
        },
    )
    for party in actor.parties:
        sheet.edge("REPRESENTS", actor.id, sheet.party(party))
    return name, sheet.page()


def display_name(actor: Actor, labels: Labels) -> str:
    """What an actor is called: a person as the register does, else by the most complete form of the name.

    Others are called by office and party.
    """
    if actor.person:
        return actor.person.name_ar
    if actor.named:
        return _fullest(actor)
    party = labels.party(actor.party).ar if actor.party else ""
    if actor.kind == "state" and party:
        return party
    called = _usual(actor)
    if actor.kind == "organisation" and actor.party and len(actor.aliases) != 1:
        return party
    return f"{called} ({party})" if called and party else called or party


def latin_form(actor: Actor, labels: Labels) -> str:
    """What an actor is called in Latin letters: by the register, else transliterated; offices in English."""
    if actor.person:
        return actor.person.name_latin
    if actor.named:
        return latin_name(_fullest(actor))
    party = labels.party(actor.party).en if actor.party else ""
    if party and (actor.kind == "state" or (actor.kind == "organisation" and len(actor.aliases) != 1)):
        return party
    called = latin_office(_usual(actor))
    return f"{called} ({party})" if called and party else called or party


def _fullest(actor: Actor) -> str:
    """The spelling with most words, the most frequent of several."""
    return max(
        actor.aliases, key=lambda alias: (len(person_name(alias.words).tokens), alias.count, alias.words)
    ).words


def _usual(actor: Actor) -> str:
    """The spelling that stands most often; empty without any."""
    return commonest({alias.words: alias.count for alias in actor.aliases})


def _write_offices(
    sheet: Sheet, resolution: Resolution, reports: Mapping[str, Report], articles: Mapping[str, Dated]
) -> None:
    """An office seen with a person's name is held from the first to the last day it was seen."""
    actors = {actor.id: actor for actor in resolution.actors if actor.named}
    seen: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    parties: dict[str, str | None] = {}
    for (report_id, index), actor_id in resolution.actor_of.items():
        who = reports[report_id].participants[index]
        if who.office and who.name and actor_id in actors:
            day = _seen_on(reports[report_id], articles)
            office_id = office_id_of(who.office, who.country)
            parties[office_id] = who.country
            seen[actor_id, office_id].append((day, report_id, who.office))
    words: dict[str, list[str]] = defaultdict(list)
    for (_, office_id), sightings in seen.items():
        words[office_id] += [office for *_, office in sightings]
    for (actor_id, office_id), sightings in sorted(seen.items()):
        sheet.office(majority(words[office_id]) or "", parties[office_id])
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
