"""Who is who: from the participants of reports to actors, strictly.

A person is a party and a name. Two names of one party are one actor when they are one name in two spellings,
when one is the other with words left out and no third name fits as well, or, within one article, when the
shorter means exactly one of the names that the article gives. Everything else stays apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from liqaa.graph.clustering import Forest
from liqaa.graph.names import PersonName, one_spelling, person_name, skeleton, stands_for, within
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Kind, Participant, digest_of

Mention = tuple[str, int]
"""A participant of a report: the report's id and the place in its list of participants."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, an unnamed official, a delegation, an organisation or a state.

    Attributes:
        id: ``a-`` and twelve hex digits of the identity key.
        kind: person, delegation, organisation or state.
        party: code of the party represented, None when unknown.
        named: whether it is a person known by name.
        forms: every spelling of the name (or of the office, when unnamed) and how often it stands, sorted.
    """

    id: str
    kind: Kind
    party: str | None
    named: bool
    forms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors.

    Attributes:
        actors: sorted by id.
        actor_of: the actor of each mention; a participant without name, office or party has none.
    """

    actors: tuple[Actor, ...]
    actor_of: Mapping[Mention, str]


@dataclass(frozen=True, slots=True)
class _Person:
    """A named person as one article gives it."""

    mention: Mention
    doc_id: str
    party: str
    words: str
    name: PersonName


def resolve_actors(mentions: Iterable[tuple[Mention, str, Participant]]) -> Cast:
    """Find the actors.

    Args:
        mentions: each mention with the id of its article and the participant, in any order.

    Returns:
        The cast; it does not depend on the order.
    """
    people: dict[str, list[_Person]] = defaultdict(list)
    keys: dict[Mention, tuple[str, ...]] = {}
    kinds: dict[tuple[str, ...], Kind] = {}
    forms: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for mention, doc_id, who in mentions:
        name = person_name(who.name) if who.name and who.kind == "person" else None
        if name and name.tokens:
            people[who.country or ""].append(
                _Person(mention, doc_id, who.country or "", who.name or "", name)
            )
        elif key := unnamed_key(who):
            keys[mention] = key
            kinds[key] = who.kind
            forms[key].update([who.name or who.office or ""])
    for party in sorted(people):
        for person, key in _people(people[party]):
            keys[person.mention] = key
            kinds[key] = "person"
            forms[key].update([person.words])
    ids = {key: "a-" + digest_of(key)[:12] for key in forms}
    actors = [
        Actor(
            id=ids[key],
            kind=kinds[key],
            party=key[1] or None,
            named=key[0] == "name",
            forms=tuple(sorted((form, n) for form, n in forms[key].items() if form)),
        )
        for key in forms
    ]
    return Cast(
        tuple(sorted(actors, key=lambda actor: actor.id)),
        {mention: ids[keys[mention]] for mention in sorted(keys)},
    )


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


def _people(people: list[_Person]) -> list[tuple[_Person, tuple[str, ...]]]:
    """The identity key of every named person of one party."""
    counts = Counter(person.name for person in people)
    names = sorted(counts)
    forest: Forest[PersonName] = Forest(names)
    for left, right in _spellings(names):
        forest.join(left, right)
    for short, longer in _extensions(names):
        if _nested(longer, forest):
            forest.join(short, longer[0])
    meant = _meant_in_article(people, forest)
    attested: dict[PersonName, list[PersonName]] = defaultdict(list)
    for name in names:
        attested[forest.root(name)].append(name)
    main = {
        root: max(members, key=lambda name: (counts[name], len(name.tokens), name))
        for root, members in attested.items()
    }
    return [
        (
            person,
            (
                "name",
                person.party,
                *main[meant.get((person.doc_id, person.name), forest.root(person.name))].tokens,
            ),
        )
        for person in people
    ]


def _spellings(names: list[PersonName]) -> Iterable[tuple[PersonName, PersonName]]:
    """Pairs of names that are one name in two spellings."""
    groups: dict[tuple[object, ...], list[PersonName]] = defaultdict(list)
    for name in names:
        groups[("same", name.tokens)].append(name)
        for at, token in enumerate(name.tokens):
            rest = name.tokens[:at] + name.tokens[at + 1 :]
            groups[(at, skeleton(token), rest)].append(name)
        if len(name.tokens) > 1:
            groups[("given", name.tokens[0][:3], name.tokens[1:])].append(name)
    for group in groups.values():
        for i, left in enumerate(group):
            for right in group[i + 1 :]:
                if one_spelling(left, right):
                    yield left, right


def _extensions(names: list[PersonName]) -> Iterable[tuple[PersonName, list[PersonName]]]:
    """Every name of two words or more with the longer names that hold it, shortest first."""
    by_pair: dict[tuple[str, str], list[PersonName]] = defaultdict(list)
    for name in names:
        for token in sorted(set(name.tokens[1:])):
            by_pair[name.tokens[0], token].append(name)
    for short in names:
        if len(short.tokens) > 1:
            near = by_pair[short.tokens[0], short.tokens[-1]]
            longer = sorted((n for n in near if within(short, n)), key=lambda n: (len(n.tokens), n))
            if longer:
                yield short, longer


def _nested(longer: list[PersonName], forest: Forest[PersonName]) -> bool:
    """Whether the longer names are all forms of one: each holds the one before it."""
    return all(
        within(left, right) or forest.root(left) == forest.root(right) for left, right in pairwise(longer)
    )


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
