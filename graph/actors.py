"""Who is who: from the participants of reports to actors, strictly.

A person is a party and a name. Two names of one party are one actor when they are one name in two spellings,
when one is the other with words left out and no third name fits as well, or, within one article, when the
shorter means exactly one of the names that the article gives. Everything else stays apart. What
somebody judged of two names overrules all of this.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from liqaa.graph.clustering import Forest
from liqaa.graph.joined_names import actor_id_of, joined_names, name_id
from liqaa.graph.names import PersonName, person_name, stands_for
from liqaa.ontology.folding import fold
from liqaa.ontology.judgement import Pair, Verdict
from liqaa.ontology.model import Kind, Participant

Mention = tuple[str, int]
"""A participant of a report: the report's id and the place in its list of participants."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, an unnamed official, a delegation, an organisation or a state.

    Attributes:
        id: ``a-`` and twelve hex digits of the identity key.
        kind: person, delegation, organisation or state.
        party: code of the party represented, None when unknown.
        name: the name most often given, None when it is no person known by name.
        forms: every spelling of the name (or of the office, when unnamed) and how often it stands, sorted.
        former: ids under which it would go if another of its names were given most often, sorted: those it
            had, or that actors had which are now one with it.
    """

    id: str
    kind: Kind
    party: str | None
    name: PersonName | None
    forms: tuple[tuple[str, int], ...]
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors.

    Attributes:
        actors: sorted by id.
        actor_of: the actor of each mention; a participant without name, office or party has none.
        meant: the name of the holder, for mentions that only give an office.
    """

    actors: tuple[Actor, ...]
    actor_of: Mapping[Mention, str]
    meant: Mapping[Mention, PersonName] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Person:
    """A named person as one article gives it."""

    mention: Mention
    doc_id: str
    party: str
    words: str
    name: PersonName


def resolve_actors(
    mentions: Iterable[tuple[Mention, str, Participant]], verdicts: Mapping[Pair, Verdict] | None = None
) -> Cast:
    """Find the actors.

    Args:
        mentions: each mention with the id of its article and the participant, in any order.
        verdicts: what was judged by pair of names, as ``name_id`` gives them; other pairs are passed over.

    Returns:
        The cast; it does not depend on the order.
    """
    people: dict[str, list[_Person]] = defaultdict(list)
    ids: dict[Mention, str] = {}
    unnamed: dict[tuple[str, ...], list[tuple[Mention, Participant]]] = defaultdict(list)
    for mention, doc_id, who in mentions:
        name = person_name(who.name) if who.name and who.kind == "person" else None
        if name and name.tokens:
            people[who.country or ""].append(
                _Person(mention, doc_id, who.country or "", who.name or "", name)
            )
        elif key := unnamed_key(who):
            unnamed[key].append((mention, who))
    actors = []
    for key, told in unnamed.items():
        actor = _unnamed(key, [who for _, who in told])
        ids |= {mention: actor.id for mention, _ in told}
        actors.append(actor)
    for party in sorted(people):
        for actor, mine in _people(party, people[party], verdicts or {}):
            ids |= dict.fromkeys(mine, actor.id)
            actors.append(actor)
    return Cast(
        tuple(sorted(actors, key=lambda actor: actor.id)), {mention: ids[mention] for mention in sorted(ids)}
    )


def _unnamed(key: tuple[str, ...], told: list[Participant]) -> Actor:
    """The actor of an identity key that is no name."""
    forms = Counter(who.name or who.office or "" for who in told)
    return Actor(actor_id_of(key), told[0].kind, key[1] or None, None, _counted(forms))


def _counted(forms: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Forms and how often each stands, sorted."""
    return tuple(sorted((form, n) for form, n in forms.items() if form))


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


def _people(
    party: str, people: list[_Person], verdicts: Mapping[Pair, Verdict]
) -> Iterable[tuple[Actor, list[Mention]]]:
    """The actors of one party's named people, each with its mentions."""
    counts = Counter(person.name for person in people)
    forest = joined_names(party, sorted(counts), verdicts)
    meant = _meant_in_article(people, forest)
    attested: dict[PersonName, list[PersonName]] = defaultdict(list)
    for name in counts:
        attested[forest.root(name)].append(name)
    mine: dict[PersonName, list[_Person]] = defaultdict(list)
    for person in people:
        mine[meant.get((person.doc_id, person.name), forest.root(person.name))].append(person)
    for root, persons in sorted(mine.items()):
        main = max(attested[root], key=lambda name: (counts[name], len(name.tokens), name))
        actor_id = name_id(party, main)
        former = {name_id(party, name) for name in attested[root]} - {actor_id}
        forms = _counted(Counter(person.words for person in persons))
        actor = Actor(actor_id, "person", party or None, main, forms, tuple(sorted(former)))
        yield actor, [person.mention for person in persons]


def _meant_in_article(
    people: list[_Person], forest: Forest[PersonName]
) -> dict[tuple[str, PersonName], PersonName]:
    """For a name that means exactly one other person of its article: that person's root."""
    by_article: dict[str, set[PersonName]] = defaultdict(set)
    for person in people:
        by_article[person.doc_id].add(person.name)
    meant: dict[tuple[str, PersonName], PersonName] = {}
    for doc_id, names in sorted(by_article.items()):
        for short in sorted(names):
            roots = {forest.root(long) for long in names if stands_for(short, long)}
            if len(roots) == 1:
                meant[doc_id, short] = roots.pop()
    return meant
