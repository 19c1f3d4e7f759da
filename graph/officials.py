"""Officials whom a report gives by office only: the holder on the day, where exactly one person fits.

The register is asked first. Where it knows nobody in the office at that time, the reports themselves are:
whom they name with the office around that day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from liqaa.graph import name_ids
from liqaa.graph.actors import Actor, Cast, Mention
from liqaa.graph.names import PersonName, person_name
from liqaa.graph.people import Person
from liqaa.graph.periods import day_of, period_of
from liqaa.graph.tenures import Post, Register, Sightings
from liqaa.ontology.model import Participant, Report

Published = Mapping[str, str | None]
"""Day of publication (``YYYY-MM-DD``) by article."""


def with_holders(cast: Cast, reports: Mapping[str, Report], published: Published, register: Register) -> Cast:
    """Give every official without a name the actor who held the office on that day.

    Args:
        cast: the actors as their names tell.
        reports: by id.
        published: day of each article.
        register: who held which office.

    Returns:
        The cast with those mentions moved to the holders, whose name they then have in ``meant``; a holder
        whom no report names is a new actor, and an actor with no mention left is gone.
    """
    actors = {actor.id: actor for actor in cast.actors}
    sightings = _sightings(cast, actors, reports, published, register)
    known = {actor.person.key: actor for actor in cast.actors if actor.person}
    moved: dict[Mention, Actor] = {}
    for mention, who in _bare_officials(cast, actors, reports):
        report = reports[mention[0]]
        period = _period(report, published.get(report.doc_id))
        holder = period and _holder(who, *period, register, sightings, known, actors)
        if holder:
            moved[mention] = holder
    return _moved(cast, moved) if moved else cast


def _bare_officials(
    cast: Cast, actors: Mapping[str, Actor], reports: Mapping[str, Report]
) -> Iterator[tuple[Mention, Participant]]:
    """The mentions of persons that give an office of a party and no name."""
    for mention, actor_id in cast.actor_of.items():
        actor = actors[actor_id]
        if actor.kind == "person" and not actor.named:
            who = reports[mention[0]].participants[mention[1]]
            if who.office and who.country and not who.name:
                yield mention, who


def _sightings(
    cast: Cast,
    actors: Mapping[str, Actor],
    reports: Mapping[str, Report],
    published: Published,
    register: Register,
) -> Sightings:
    """What the reports tell of who holds which office."""
    sightings = Sightings()
    posts: dict[tuple[str, str | None], tuple[Post, ...]] = {}
    for (report_id, index), actor_id in cast.actor_of.items():
        who = reports[report_id].participants[index]
        if not who.office or not actors[actor_id].named:
            continue
        period = _period(reports[report_id], published.get(reports[report_id].doc_id))
        title = (who.office, who.country)
        if title not in posts:
            posts[title] = register.posts(*title)
        if period and period[0] == period[1]:
            for post in posts[title]:
                sightings.add(post, actor_id, period[0], reports[report_id].doc_id)
    return sightings


def _period(report: Report, published: str | None) -> tuple[date, date] | None:
    """First and last day on which an event may have been; that of the article for news without a date.

    None for what is told in passing without a date, which may be from any time.
    """
    if report.date:
        return period_of(report.date)
    day = day_of(published) if report.salience == "main" else None
    return (day, day) if day else None


def _holder(
    who: Participant,
    first: date,
    last: date,
    register: Register,
    sightings: Sightings,
    known: Mapping[tuple[str, ...], Actor],
    actors: Mapping[str, Actor],
) -> Actor | None:
    """The one actor who held the office, None when nobody or several fit."""
    found: dict[str, Actor] = {}
    for post in register.posts(who.office, who.country):
        person, taken = register.holders(post, first, last)
        learnt = None if taken else sightings.holder(post, first, last)
        actor = (known.get(person.key) or _unseen(post[0], person)) if person else actors.get(learnt or "")
        if actor:
            found[actor.id] = actor
    return next(iter(found.values())) if len(found) == 1 else None


def _unseen(party: str, person: Person) -> Actor:
    """The actor of a person of the register whom no report names."""
    return Actor(name_ids.actor_id(("name", *person.key)), "person", (party,), True, (), person)


def _name_of(actor: Actor) -> PersonName:
    """The name of a named actor for comparing: that of the register, else the fullest."""
    if actor.person:
        return person_name(actor.person.name_ar)
    names = (person_name(alias.words) for alias in actor.aliases)
    return max(names, key=lambda name: (len(name.tokens), name))


def _moved(cast: Cast, moved: Mapping[Mention, Actor]) -> Cast:
    """The cast with mentions given to other actors."""
    actors = {actor.id: actor for actor in cast.actors} | {actor.id: actor for actor in moved.values()}
    actor_of = {
        mention: moved[mention].id if mention in moved else actor_id
        for mention, actor_id in cast.actor_of.items()
    }
    kept = set(actor_of.values())
    meant = {mention: _name_of(actor) for mention, actor in moved.items()}
    return replace(
        cast,
        actors=tuple(actor for actor_id, actor in sorted(actors.items()) if actor_id in kept),
        actor_of=actor_of,
        meant=meant,
        registered=cast.registered | {actor.id for actor in moved.values() if actor.person},
    )
