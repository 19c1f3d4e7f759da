"""Actors in the graph: their names, and the parties they represent."""

from __future__ import annotations

from liqaa.graph.actors.actors import Actor
from liqaa.graph.actors.latin import latin_name, latin_office
from liqaa.graph.actors.names import person_name, sound_form
from liqaa.graph.agreement import commonest
from liqaa.graph.projection.labels import Labels
from liqaa.graph.projection.sheet import Page, Sheet
from liqaa.graph.schema import search_form


def actor_page(actor: Actor, labels: Labels) -> tuple[str, Page]:
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
