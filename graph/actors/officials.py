"""Officials whom a report gives by office only: the holder on the day, where exactly one person fits.

The register is asked first. Where it knows nobody in the office at that time, the reports themselves are:
whom they name with the office around that day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Set

from liqaa.graph.actors.actors import Actor, Cast, Sighting
from liqaa.graph.actors.casting import Casting, Recast
from liqaa.graph.actors.name_ids import actor_id, name_id
from liqaa.graph.actors.names import PersonName, person_name
from liqaa.graph.actors.namesakes import Mention, Named
from liqaa.graph.actors.people import People, Person
from liqaa.graph.actors.tenures import Post, Register, Sightings
from liqaa.graph.changes import Grouped
from liqaa.ontology.judgement import Pair, Verdict, pair_of
from liqaa.ontology.model import Participant
from rapidfuzz.fuzz import ratio

# Of 100: names that are as alike in their letters, given with one office on one day, are one.
_MISSPELT = 80


class Officials:
    """The cast with every official who has no name given the actor who held the office on that day.

    A holder whom no report names is an actor of its own, and an actor with no mention left is gone. Kept
    while reports come and go.
    """

    def __init__(self, people: People, register: Register) -> None:
        """Begin with nobody.

        Args:
            people: the register.
            register: who of them held which office.
        """
        self._casting = Casting(people)
        self._register = register
        self._sightings = Sightings()
        self._posts: dict[tuple[str | None, str | None], tuple[Post, ...]] = {}
        self._bare: dict[Mention, Sighting] = {}
        self._titled: dict[Mention, Sighting] = {}
        self._verdicts: Mapping[Pair, Verdict] = {}
        self._asking: Grouped[Post, Mention] = Grouped()
        self._held_by: Grouped[str, Mention] = Grouped()
        self._actors: dict[str, Actor] = {}
        self._actor_of: dict[Mention, str] = {}
        self._mentions: Counter[str] = Counter()
        self._meant: dict[Mention, PersonName] = {}
        self._registered: set[str] = set()
        self.cast = Cast(self._actors, self._actor_of, self._meant, self._casting.obscure, self._registered)

    def update(
        self, gone: Collection[Sighting], come: Collection[Sighting], verdicts: Mapping[Pair, Verdict]
    ) -> set[str]:
        """Find who is who after a change.

        Args:
            gone: sightings that are no longer.
            come: sightings that are new.
            verdicts: what was judged by pair of names.

        Returns:
            Ids of the reports of whose participants something else is known than before.
        """
        obscure = set(self._casting.obscure)
        recast, actors = self._casting.update(gone, come, verdicts)
        posts = self._note_offices(recast)
        unsure = self._asking.around(posts) | self._held_by.around(actors)
        for one in gone:
            self._bare.pop(one.mention, None)
            self._titled.pop(one.mention, None)
        for one in come:
            if _is_bare(one):
                self._bare[one.mention] = one
                unsure.add(one.mention)
            elif one.named and self._posts_of(one.who):
                self._titled[one.mention] = one
        told: set[Mention] = set()
        if verdicts != self._verdicts:
            unsure.update(self._titled)
            self._verdicts = dict(verdicts)
        for mention in unsure | {one.sighting.mention for one in recast}:
            if self._assign(mention, actors):
                told.add(mention)
        classed = {id_ for id_ in actors if self._keep(id_, obscure)}
        reports = {report_id for report_id, _ in told}
        if classed:
            reports |= {mention[0] for mention, id_ in self._actor_of.items() if id_ in classed}
        return reports

    def _note_offices(self, recast: Iterable[Recast]) -> set[Post]:
        """Note who was seen with which office; the posts that another may have held now."""
        posts: set[Post] = set()
        for one, before, after in recast:
            if not (one.who.office and one.named and one.period and one.period[0] == one.period[1]):
                continue
            for post in self._posts_of(one.who):
                if before and self._sightings.remove(post, before, one.period[0], one.doc_id):
                    posts.add(post)
                if after and self._sightings.add(post, after, one.period[0], one.doc_id):
                    posts.add(post)
        return posts

    def _posts_of(self, who: Participant) -> tuple[Post, ...]:
        """The offices that a participant's title names."""
        title = (who.office, who.country)
        if title not in self._posts:
            self._posts[title] = self._register.posts(*title)
        return self._posts[title]

    def _assign(self, mention: Mention, actors: set[str]) -> bool:
        """Give a mention its actor, and note whose mentions are others; whether it is told of otherwise."""
        before = self._actor_of.pop(mention, None), self._meant.pop(mention, None)
        id_, name = self._casting.actor_of.get(mention), None
        holder = self._holder(self._bare[mention]) if mention in self._bare else None
        if mention not in self._bare:
            self._asking.place(mention, ())
        titled = self._titled.get(mention)
        if id_ and titled and not self._casting.actors[id_].person and (meant := self._misspelt(titled)):
            id_, holder = meant[0], meant
        self._held_by.place(mention, (holder[0],) if holder else ())
        if holder and mention in self._bare:
            id_, name = holder
            self._meant[mention] = name
        if id_:
            self._actor_of[mention] = id_
        if before[0] != id_:
            actors.update(one for one in (before[0], id_) if one)
            self._mentions.update([id_] if id_ else ())
            self._mentions.subtract([before[0]] if before[0] else ())
        return before != (id_, name)

    def _holder(self, one: Sighting) -> tuple[str, PersonName] | None:
        """The one actor who held the office, with the name; None when nobody or several fit."""
        found: dict[str, PersonName] = {}
        asked: list[Post] = []
        for post in self._posts_of(one.who):
            if one.period is None:
                break
            person, taken = self._register.holders(post, *one.period)
            if person:
                found[_id_of(person)] = person_name(person.name_ar)
            elif not taken:
                asked.append(post)
                learnt = self._sightings.holder(post, *one.period)
                if learnt:
                    found[learnt] = _name_of(self._casting.actors[learnt])
        self._asking.place(one.mention, asked)
        return next(iter(found.items())) if len(found) == 1 else None

    def _misspelt(self, one: Sighting) -> tuple[str, PersonName] | None:
        """The person of the register who held the office given, and whose name is nearly the same letters."""
        if one.named is None or one.period is None:
            return None
        for post in self._posts_of(one.who):
            person, _ = self._register.holders(post, *one.period)
            if person and self._is_spelt_so(one.named, person.names()):
                return _id_of(person), person_name(person.name_ar)
        return None

    def _is_spelt_so(self, one: Named, names: Collection[PersonName]) -> bool:
        """Whether a name is one of several but for some letters, and judged to be another's than none."""
        own, given = name_id(one.party, one.name), " ".join(one.name.tokens)
        judged = (self._verdicts.get(pair_of(own, name_id(one.party, name))) for name in names)
        return "different" not in judged and any(
            ratio(given, " ".join(name.tokens)) >= _MISSPELT for name in names
        )

    def _keep(self, id_: str, obscure: Set[str]) -> bool:
        """Keep an actor while it has mentions.

        Args:
            id_: its id.
            obscure: who was obscure before.

        Returns:
            Whether it was there and is now of the register or obscure, and was not, or the reverse.
        """
        before, was = self._actors.pop(id_, None), (id_ in self._registered, id_ in obscure)
        self._registered.discard(id_)
        if self._mentions[id_] > 0:
            actor = self._actors[id_] = self._casting.actors.get(id_) or self._unseen(id_)
            if actor.person:
                self._registered.add(id_)
        else:
            del self._mentions[id_]
        return before is not None and was != (id_ in self._registered, id_ in self._casting.obscure)

    def _unseen(self, id_: str) -> Actor:
        """The actor of a person of the register whom no report names."""
        mention = max(self._held_by[id_])
        one = self._bare.get(mention) or self._titled[mention]
        posts = self._posts_of(one.who)
        held = (self._register.holders(post, *one.period)[0] for post in posts if one.period)
        person = next(person for person in held if person and _id_of(person) == id_)
        return Actor(id_, "person", (one.who.country or "",), True, (), person)


def _is_bare(one: Sighting) -> bool:
    """Whether a participant is a person of a party who is given an office and no name."""
    who = one.who
    return bool(who.kind == "person" and who.office and who.country and not who.name)


def _id_of(person: Person) -> str:
    """The actor that a person of the register is."""
    return actor_id(("name", *person.key))


def _name_of(actor: Actor) -> PersonName:
    """The name of a named actor for comparing: that of the register, else the fullest."""
    if actor.person:
        return person_name(actor.person.name_ar)
    names = (person_name(alias.words) for alias in actor.aliases)
    return max(names, key=lambda name: (len(name.tokens), name))
