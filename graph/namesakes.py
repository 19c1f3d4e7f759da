"""Which names of one party mean one person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from liqaa.graph.clustering import Forest
from liqaa.graph.judged_names import Judged, judged_names
from liqaa.graph.names import PersonName
from liqaa.graph.people import Person
from liqaa.graph.sounds import sound_key
from liqaa.graph.spellings import one_spelling, stands_for, within
from liqaa.graph.surnames import Bearer, Surnames
from liqaa.ontology.judgement import Pair, Verdict


@dataclass(frozen=True, slots=True)
class Named:
    """A named person as one report gives it.

    Attributes:
        mention: id of the report and the place in it.
        doc_id: the article.
        party: code of the party represented, empty when unknown.
        name: the name.
        office: folded words of the office.
        day: ``YYYY-MM-DD``, None when unknown.
    """

    mention: tuple[str, int]
    doc_id: str
    party: str
    name: PersonName
    office: frozenset[str]
    day: str | None


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a mention means: the identity key, and the person of the register, if it is one."""

    key: tuple[str, ...]
    person: Person | None = None


def who_is_meant(
    named: Sequence[Named], people: Sequence[Person], verdicts: Mapping[Pair, Verdict]
) -> dict[tuple[str, int], Who]:
    """Find who is who among the named persons of one party.

    Args:
        named: every mention by name.
        people: the party's people in the register.
        verdicts: what was judged by pair of names, as ``name_id`` gives them; other pairs are passed over.

    Returns:
        Who each mention means.
    """
    counts = Counter(one.name for one in named)
    judged = judged_names({one.party for one in named}, counts, verdicts) if verdicts else ()
    families = _families(counts, people, judged)
    in_article = _meant_in_article(named, families)
    surnames = Surnames(_bearers(named, families, people))
    meant: dict[tuple[str, int], Who] = {}
    for one in named:
        root = in_article.get((one.doc_id, one.name), families.root(one.name))
        alone = one.name.alone if root == families.root(one.name) else None
        bearer = surnames.bearer(alone, one.party, one.office, one.day) if alone else None
        person = families.namesake(one.name, one.party, one.day)
        if bearer and not families.apart(one.name, bearer.root):
            root, person = bearer.root, bearer.person
        meant[one.mention] = _who(person or families.person(root), root, families, one.party)
    return meant


def _who(person: Person | None, root: PersonName, families: _Families, party: str) -> Who:
    """The identity of a person of the register, or of a family of names."""
    if person:
        return Who(("name", *person.key), person)
    return Who(("name", party, *families.main(root).tokens))


class _Families:
    """Names that are one person's, joined; no family holds two people of the register."""

    def __init__(
        self, counts: Mapping[PersonName, int], people: Sequence[Person], judged: Sequence[Judged]
    ) -> None:
        """Begin with every name alone, but for those that a judge or the register gives one person."""
        self._counts = counts
        self._apart = [(left, right) for left, right, verdict in judged if verdict == "different"]
        self._sharing: dict[PersonName, list[Person]] = defaultdict(list)
        for person in people:
            for name in person.names():
                if len(name.tokens) > 1:
                    self._sharing[name].append(person)
        sole = {name: sharing[0] for name, sharing in self._sharing.items() if len(sharing) == 1}
        self.names = sorted({*counts, *sole})
        self._members = frozenset(self.names)
        self._forest: Forest[PersonName] = Forest(self.names)
        self._person: dict[PersonName, Person] = dict(sole)
        for left, right, verdict in judged:
            if verdict == "same":
                self.join(left, right)
        for person in people:
            forms = [name for name in person.names() if name in sole]
            for left, right in pairwise(forms):
                self.join(left, right)
        self._main: dict[PersonName, PersonName] = {}

    def __contains__(self, name: PersonName) -> bool:
        return name in self._members

    def join(self, left: PersonName, right: PersonName) -> None:
        """Make two names one person's, unless they are two people's of the register."""
        one, other = self.root(left), self.root(right)
        people = [self._person[root] for root in (one, other) if root in self._person]
        if len({person.key for person in people}) > 1 or self.apart(one, other):
            return
        self._forest.join(one, other)
        if people:
            self._person[self.root(one)] = people[0]

    def apart(self, left: PersonName, right: PersonName) -> bool:
        """Whether somebody judged a name of one family to be another person's than a name of the other."""
        ends = {self.root(left), self.root(right)}
        return any({self.root(one), self.root(other)} == ends for one, other in self._apart)

    def root(self, name: PersonName) -> PersonName:
        """The name that stands for its family."""
        return self._forest.root(name)

    def person(self, root: PersonName) -> Person | None:
        """The person of the register whose names these are."""
        return self._person.get(root)

    def namesake(self, name: PersonName, party: str, day: str | None) -> Person | None:
        """Of several people of the register with one name, the one in office on the day."""
        sharing = self._sharing.get(name, [])
        if len(sharing) < 2 or day is None:
            return None
        holding = [person for person in sharing if person.held(party, day)]
        return holding[0] if len(holding) == 1 else None

    def main(self, root: PersonName) -> PersonName:
        """The name of a family that stands most often, the longest of those tied."""
        if not self._main:
            members: dict[PersonName, list[PersonName]] = defaultdict(list)
            for name in sorted(self._counts):
                members[self.root(name)].append(name)
            self._main = {
                top: max(names, key=lambda name: (self._counts[name], len(name.tokens), name))
                for top, names in members.items()
            }
        return self._main[root]


def _families(
    counts: Mapping[PersonName, int], people: Sequence[Person], judged: Sequence[Judged]
) -> _Families:
    """Join the names of a party by spelling, then those with words left out to the longer ones."""
    families = _Families(counts, people, judged)
    for left, right in _spellings(families.names):
        families.join(left, right)
    for short, longer in _extensions(families.names):
        if short in counts and _nested(longer, families):
            families.join(short, longer[0])
    return families


def _spellings(names: list[PersonName]) -> list[tuple[PersonName, PersonName]]:
    """Pairs of names that are one name in two spellings, sorted."""
    groups: dict[tuple[object, ...], list[PersonName]] = defaultdict(list)
    for name in names:
        groups[("same", name.tokens)].append(name)
        for at, token in enumerate(name.tokens):
            rest = name.tokens[:at] + name.tokens[at + 1 :]
            groups[(at, sound_key(token), rest)].append(name)
        if len(name.tokens) > 1:
            groups[("given", name.tokens[0][:3], name.tokens[1:])].append(name)
    return sorted(
        {
            (left, right)
            for group in groups.values()
            for i, left in enumerate(group)
            for right in group[i + 1 :]
            if one_spelling(left, right)
        }
    )


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


def _nested(longer: list[PersonName], families: _Families) -> bool:
    """Whether the longer names are all forms of one: each holds the one before it."""
    return all(
        within(left, right) or families.root(left) == families.root(right) for left, right in pairwise(longer)
    )


def _meant_in_article(
    named: Sequence[Named], families: _Families
) -> dict[tuple[str, PersonName], PersonName]:
    """For a name that means exactly one other person of its article: that person's root."""
    by_article: dict[str, set[PersonName]] = defaultdict(set)
    for one in named:
        by_article[one.doc_id].add(one.name)
    meant: dict[tuple[str, PersonName], PersonName] = {}
    for doc_id, names in sorted(by_article.items()):
        for short in sorted(names):
            longer = [long for long in names if stands_for(short, long) and not families.apart(short, long)]
            roots = {families.root(long) for long in longer}
            if len(roots) == 1:
                meant[doc_id, short] = roots.pop()
    return meant


def _bearers(named: Sequence[Named], families: _Families, people: Sequence[Person]) -> list[Bearer]:
    """Everybody who could be meant by a surname: the party's people, and those whom articles name in full."""
    seen: dict[PersonName, list[Named]] = defaultdict(list)
    for one in named:
        if len(one.name.tokens) > 1:
            seen[families.root(one.name)].append(one)
    bearers = []
    for root, sightings in sorted(seen.items(), key=lambda item: item[0]):
        if families.person(root) is None:
            words = frozenset(one.name.handles[-1] for one in sightings if one.name.handles)
            days = frozenset(one.day for one in sightings if one.day)
            offices = frozenset(one.office for one in sightings if one.office)
            bearers.append(Bearer(root, None, words, days, offices))
    for person in people:
        names = person.names()
        root = next((families.root(name) for name in names if name in families), names[0])
        words = frozenset(name.alone for name in names if name.alone)
        bearers.append(Bearer(root, person, words, frozenset(), frozenset()))
    return bearers
