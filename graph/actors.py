"""Who is who: from the participants of reports to actors, strictly.

A person is a party and a name, or a person of the register, whatever the party. Two names of one party are
one actor when they are one name in two spellings, when one is the other with words left out and no third name
fits as well, or when the shorter means exactly one person of its article or, by surname, of the party on that
day. Everything else stays apart. What was judged of two names overrules all of this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

from liqaa.graph.name_ids import actor_id, name_id
from liqaa.graph.names import PersonName, name_of_person, person_name
from liqaa.graph.namesakes import Named, Who, who_is_meant
from liqaa.graph.people import People, Person, registered
from liqaa.graph.recall import Recall
from liqaa.ontology.folding import fold
from liqaa.ontology.judgement import Pair, Verdict
from liqaa.ontology.model import Kind, Participant

Mention = tuple[str, int]
"""A participant of a report: the report's id and the place in its list of participants."""


@dataclass(frozen=True, eq=False)
class Sighting:
    """A participant where a report gives it; two are equal when they are one.

    Attributes:
        mention: the report and the place in it.
        doc_id: the article.
        who: the participant.
        day: day of the event, else of the article; None when neither is known.
    """

    mention: Mention
    doc_id: str
    who: Participant
    day: date | None

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
    """All actors.

    Attributes:
        actors: sorted by id.
        actor_of: the actor of each mention; a participant without name, office or party has none.
        meant: the name of the holder, for mentions that only give an office.
        obscure: actors whom no report calls by more than one word, and who are not in the register: where
            their office is given it tells more of who they are.
    """

    actors: tuple[Actor, ...]
    actor_of: Mapping[Mention, str]
    meant: Mapping[Mention, PersonName] = field(default_factory=dict)
    obscure: frozenset[str] = frozenset()
    registered: frozenset[str] = frozenset()


def resolve_actors(
    sightings: Iterable[Sighting],
    people: People | None = None,
    verdicts: Mapping[Pair, Verdict] | None = None,
    recall: Recall | None = None,
) -> Cast:
    """Find the actors.

    Args:
        sightings: the participants of all reports, in any order.
        people: the register; that of the lexicon by default.
        verdicts: what was judged by pair of names, as ``name_id`` gives them; other pairs are passed over.
        recall: whom the names of a party mean, and who an actor is, is remembered while it is the same.

    Returns:
        The cast; it does not depend on the order.
    """
    register = registered() if people is None else people
    recall, judged = recall or Recall(), tuple(sorted((verdicts or {}).items()))
    named: dict[str, list[Named]] = defaultdict(list)
    found: dict[Mention, Who] = {}
    by_mention = {sighting.mention: sighting for sighting in sightings}
    for mention, sighting in sorted(by_mention.items()):
        if person := sighting.named:
            named[person.party].append(person)
        elif who := sighting.unnamed:
            found[mention] = who
    for party in sorted(named):
        asked = (tuple(named[party]), register.get(party, ()), judged)
        found.update(recall.of("party", asked, partial(who_is_meant, *asked[:2], verdicts or {})))
    cast: dict[tuple[str, ...], list[Sighting]] = defaultdict(list)
    persons: dict[tuple[str, ...], Person | None] = {}
    for mention in sorted(found):
        who = found[mention]
        persons[who.key] = who.person
        cast[who.key].append(by_mention[mention])
    actors: dict[tuple[str, ...], Actor] = {}
    for key, seen in cast.items():
        told = (key, tuple(seen), persons[key])
        actors[key] = recall.of("actor", told, partial(_actor, *told))
    return Cast(
        actors=tuple(sorted(actors.values(), key=lambda actor: actor.id)),
        actor_of={mention: actors[found[mention].key].id for mention in sorted(found)},
        obscure=frozenset(actor.id for actor in actors.values() if _is_obscure(actor)),
        registered=frozenset(actor.id for actor in actors.values() if actor.person),
    )


def _is_obscure(actor: Actor) -> bool:
    """Whether a person is only ever called by one word that the register does not have."""
    names = (person_name(alias.words) for alias in actor.aliases)
    return actor.named and actor.person is None and all(len(name.tokens) == 1 for name in names)


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


def _actor(key: tuple[str, ...], seen: Sequence[Sighting], person: Person | None) -> Actor:
    """The actor of all sightings of one identity."""
    reports: dict[str, list[str]] = defaultdict(list)
    parties: dict[str, int] = defaultdict(int)
    for sighting in seen:
        if words := sighting.who.name or sighting.who.office:
            reports[words].append(sighting.mention[0])
        if sighting.who.country:
            parties[sighting.who.country] += 1
    return Actor(
        id=actor_id(key),
        kind=seen[0].who.kind,
        parties=tuple(sorted(parties, key=lambda code: (-parties[code], code))),
        named=key[0] == "name",
        aliases=tuple(Alias(words, len(ids), min(ids)) for words, ids in sorted(reports.items())),
        person=person,
        former=tuple(sorted(_name_ids(seen) - {actor_id(key)})) if key[0] == "name" else (),
    )


def _name_ids(seen: Sequence[Sighting]) -> set[str]:
    """The ids of all names under which somebody was seen."""
    names = {(sighting.who.country or "", sighting.who.name) for sighting in seen if sighting.who.name}
    return {name_id(party, person_name(name)) for party, name in names}
