"""Who is who: from the participants of reports to actors, strictly.

A person is a party and a name, or a person of the register, whatever the party. Two names of one party are
one actor when they are one name in two spellings, when one is the other with words left out and no third name
fits as well, or when the shorter means exactly one person of its article or, by surname, of the party on that
day. Everything else stays apart. What was judged of two names overrules all of this.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from liqaa.graph.actors.actors import Actor, Alias, Sighting
from liqaa.graph.actors.name_ids import actor_id, name_id
from liqaa.graph.actors.names import person_name
from liqaa.graph.actors.namesakes import Mention, Named, Namesakes, Who
from liqaa.graph.actors.people import People, Person
from liqaa.ontology.judgement import Pair, Verdict


class Recast(NamedTuple):
    """A sighting that is of another actor than before.

    Attributes:
        sighting: a participant where a report gives it.
        before: id of the actor it was of, None where it was of none or is new.
        after: id of the actor it is of now, None where it is of none or is gone.
    """

    sighting: Sighting
    before: str | None
    after: str | None


class Casting:
    """The actors of all sightings, kept while reports come and go.

    Attributes:
        actors: by id.
        actor_of: the actor of each mention; a participant without name, office or party has none.
        obscure: ids of persons who are only ever called by one word that the register does not have.
    """

    def __init__(self, people: People) -> None:
        """Begin with no sighting.

        Args:
            people: the register.
        """
        self.actors: dict[str, Actor] = {}
        self.actor_of: dict[Mention, str] = {}
        self.obscure: set[str] = set()
        self._people = people
        self._sighted: dict[Mention, Sighting] = {}
        self._namesakes: dict[str, Namesakes] = {}
        self._verdicts: Mapping[Pair, Verdict] = {}
        self._credits: dict[str, _Credits] = {}

    def update(
        self, gone: Iterable[Sighting], come: Iterable[Sighting], verdicts: Mapping[Pair, Verdict]
    ) -> tuple[list[Recast], set[str]]:
        """Find the actors after a change.

        Args:
            gone: sightings that are no longer.
            come: sightings that are new.
            verdicts: what was judged by pair of names, as ``name_id`` gives them; others are passed over.

        Returns:
            The sightings whose actor is another one, and the ids of actors that came, went or are told of
            otherwise.
        """
        recast: list[Recast] = []
        changed: set[str] = set()
        by_party: dict[str, tuple[list[Mention], list[Named]]] = defaultdict(lambda: ([], []))
        for one in gone:
            if one.named:
                by_party[one.named.party][0].append(one.mention)
            del self._sighted[one.mention]
            self._recast(one, None, recast, changed)
        for one in come:
            self._sighted[one.mention] = one
            if one.named:
                by_party[one.named.party][1].append(one.named)
            elif one.unnamed:
                self._recast(one, one.unnamed, recast, changed)
        if verdicts != self._verdicts:
            for party in self._namesakes:
                by_party[party]  # each has its names judged again
            self._verdicts = dict(verdicts)
        for party, (left, entered) in by_party.items():
            if party not in self._namesakes:
                self._namesakes[party] = Namesakes(party, self._people.get(party, ()))
            for mention, who in self._namesakes[party].update(left, entered, verdicts).items():
                if who:
                    self._recast(self._sighted[mention], who, recast, changed)
        return recast, {id_ for id_ in changed if self._told_otherwise(id_)}

    def _recast(self, one: Sighting, who: Who | None, recast: list[Recast], changed: set[str]) -> None:
        """Note whom a sighting is of now."""
        before, after = self.actor_of.pop(one.mention, None), None
        if before:
            self._credits[before].remove(one)
            changed.add(before)
        if who:
            after = self.actor_of[one.mention] = actor_id(who.key)
            if after not in self._credits:
                self._credits[after] = _Credits(who)
            self._credits[after].add(one)
            changed.add(after)
        if before != after:
            recast.append(Recast(one, before, after))

    def _told_otherwise(self, id_: str) -> bool:
        """Put an actor together from its sightings; whether that makes a difference."""
        before, actor = self.actors.pop(id_, None), self._credits[id_].actor()
        self.obscure.discard(id_)
        if actor is None:
            del self._credits[id_]
            return before is not None
        self.actors[id_] = actor
        if _is_obscure(actor):
            self.obscure.add(id_)
        return before != actor


class _Credits:
    """All sightings of one actor: how often each party and spelling, and in which reports."""

    def __init__(self, who: Who) -> None:
        """Begin with none."""
        self._key = who.key
        self._person: Person | None = who.person
        self._parties: Counter[str] = Counter()
        self._reports: dict[str, list[str]] = defaultdict(list)
        self._names: Counter[tuple[str, str]] = Counter()
        self._count = 0

    def add(self, one: Sighting) -> None:
        """Count a sighting in."""
        self._count += 1
        if words := one.who.name or one.who.office:
            insort(self._reports[words], one.mention[0])
        if one.who.country:
            self._parties[one.who.country] += 1
        if one.named and one.who.name:
            self._names[one.named.party, one.who.name] += 1

    def remove(self, one: Sighting) -> None:
        """Take out a sighting that was counted in."""
        self._count -= 1
        if words := one.who.name or one.who.office:
            reports = self._reports[words]
            del reports[bisect_left(reports, one.mention[0])]
        if one.who.country:
            self._parties[one.who.country] -= 1
        if one.named and one.who.name:
            self._names[one.named.party, one.who.name] -= 1

    def actor(self) -> Actor | None:
        """The actor; None when no sighting is left."""
        if not self._count:
            return None
        named, own = self._key[0] == "name", actor_id(self._key)
        names = {name_id(party, person_name(name)) for (party, name), count in self._names.items() if count}
        parties = {code: count for code, count in self._parties.items() if count}
        spellings = sorted((words, ids) for words, ids in self._reports.items() if ids)
        return Actor(
            id=own,
            kind="person" if named else self._key[0],  # type: ignore[arg-type]
            parties=tuple(sorted(parties, key=lambda code: (-parties[code], code))),
            named=named,
            aliases=tuple(Alias(words, len(ids), ids[0]) for words, ids in spellings),
            person=self._person,
            former=tuple(sorted(names - {own})),
        )


def _is_obscure(actor: Actor) -> bool:
    """Whether a person is only ever called by one word that the register does not have."""
    names = (person_name(alias.words) for alias in actor.aliases)
    return actor.named and actor.person is None and all(len(name.tokens) == 1 for name in names)
