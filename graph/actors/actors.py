"""Participants as reports give them, and the actors that they are."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from liqaa.graph.actors.names import PersonName, name_of_person
from liqaa.graph.actors.namesakes import Mention, Named, Who
from liqaa.graph.actors.people import Person
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Kind, Participant


@dataclass(frozen=True, eq=False)
class Sighting:
    """A participant where a report gives it; two are equal when they are one.

    Attributes:
        mention: the report and the place in it.
        doc_id: the article.
        who: the participant.
        day: day of the event, else of the article; None when neither is known.
        period: first and last day on which it may have been; None for what is told in passing without a date.
    """

    mention: Mention
    doc_id: str
    who: Participant
    day: date | None
    period: tuple[date, date] | None = None

    @cached_property
    def named(self) -> Named | None:
        """A person by name, as compared with others; None for all else."""
        name = name_of_person(self.who)
        if name is None:
            return None
        office = frozenset(fold(self.who.office or "").split())
        day = self.day.isoformat() if self.day else None
        return Named(self.mention, self.doc_id, self.who.country or "", name, office, day)

    @cached_property
    def unnamed(self) -> Who | None:
        """Whom a participant means that is no named person; None for nobody."""
        key = unnamed_key(self.who)
        return Who(key) if key else None


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """A spelling of a name (or of the office, when unnamed).

    Attributes:
        words: as articles give it.
        count: how often it stands.
        report: id of the first of the reports that give it, in the order of ids.
    """

    words: str
    count: int
    report: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, an unnamed official, a delegation, an organisation or a state.

    Attributes:
        id: ``a-`` and twelve hex digits of the identity key.
        kind: person, delegation, organisation or state.
        parties: codes of the parties represented, the one most often first.
        named: whether it is a person known by name.
        aliases: every spelling, sorted.
        person: the person of the register, None when there is none.
        former: ids of its names, each that of an actor who goes by that name alone; without its own, sorted.
    """

    id: str
    kind: Kind
    parties: tuple[str, ...]
    named: bool
    aliases: tuple[Alias, ...]
    person: Person | None = None
    former: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Actors are remembered by the thousand; few that differ have one id."""
        return hash(self.id)

    @property
    def party(self) -> str | None:
        """The party most often represented, None when unknown."""
        return self.parties[0] if self.parties else None


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who.

    Attributes:
        actors: by id.
        actor_of: the actor of each mention; a participant without name, office or party has none.
        meant: the name of the holder, for mentions that only give an office.
        obscure: actors whom no report calls by more than one word, and who are not in the register: where
            their office is given it tells more of who they are.
        registered: actors who are persons of the register.
    """

    actors: Mapping[str, Actor]
    actor_of: Mapping[Mention, str]
    meant: Mapping[Mention, PersonName]
    obscure: Set[str]
    registered: Set[str]


def unnamed_key(who: Participant) -> tuple[str, ...] | None:
    """Identity of a participant that is not a named person.

    A state or an organisation without a name is its party; anybody else is a party and what it is called.
    """
    party, called = who.country or "", fold(who.name or who.office or "")
    if party and (who.kind == "state" or (who.kind == "organisation" and not who.name)):
        return (who.kind, party)
    if called:
        return (who.kind, party, called)
    return (who.kind, party) if party else None
