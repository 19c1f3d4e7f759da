"""Names of one party joined into families: all names of a family are one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from liqaa.graph.actors.judged_names import Judged
from liqaa.graph.actors.names import PersonName
from liqaa.graph.actors.people import Person
from liqaa.graph.actors.sounds import sound_key
from liqaa.graph.actors.spellings import is_given, one_spelling, within
from liqaa.graph.clustering import Forest


class Families:
    """Names that are one person's, joined; no family holds two people of the register."""

    def __init__(
        self, given: Iterable[PersonName], people: Sequence[Person], judged: Sequence[Judged]
    ) -> None:
        """Begin with every name alone, but for those that a judge or the register gives one person."""
        self._apart = [(left, right) for left, right, verdict in judged if verdict == "different"]
        self._sharing: dict[PersonName, list[Person]] = defaultdict(list)
        for person in people:
            for name in person.names():
                if len(name.tokens) > 1:
                    self._sharing[name].append(person)
        sole = {name: sharing[0] for name, sharing in self._sharing.items() if len(sharing) == 1}
        self.names = sorted({*given, *sole})
        self._members = frozenset(self.names)
        self._forest: Forest[PersonName] = Forest(self.names)
        self._person: dict[PersonName, Person] = dict(sole)
        self._written = {name.tokens: name for name in sorted(sole) if not name.fathers}
        for left, right, verdict in judged:
            if verdict == "same":
                self.join(left, right)
        for person in people:
            forms = [name for name in person.names() if name in sole]
            for left, right in pairwise(forms):
                self.join(left, right)

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

    def as_in(self, others: Families, name: PersonName) -> bool:
        """Whether a name stands for the same family here and among others, and that for the same person."""
        root = self.root(name)
        return root == others.root(name) and self.person(root) == others.person(root)

    def written(self, tokens: tuple[str, ...]) -> PersonName | None:
        """A name of these words that the register gives exactly one person."""
        return self._written.get(tokens)

    def namesake(self, name: PersonName, party: str, day: str | None) -> Person | None:
        """Of several people of the register with one name, the one in office on the day."""
        sharing = self._sharing.get(name, [])
        if len(sharing) < 2 or day is None:
            return None
        holding = [person for person in sharing if person.held(party, day)]
        return holding[0] if len(holding) == 1 else None


def families_of(
    given: Collection[PersonName], people: Sequence[Person], judged: Sequence[Judged]
) -> Families:
    """Join the names of a party by spelling, then those with words left out to the longer ones.

    Args:
        given: the names that articles give, each once.
        people: the party's people in the register.
        judged: what was judged of pairs of the names; it overrules the rest.
    """
    families = Families(given, people, judged)
    for left, right in _spellings(families.names):
        families.join(left, right)
    for short, longer in _extensions(families.names):
        if short in given and _nested(longer, families):
            families.join(short, longer[0])
    for name in sorted(given):
        if known := _overrun(name, families):
            families.join(name, known)
    return families


def _overrun(name: PersonName, families: Families) -> PersonName | None:
    """The name of a person of the register that this one goes on from: a reader took in a word too many.

    One that ends in a given name may go on by itself (أحمد علي, أحمد علي عبدالله صالح).
    """
    if name.fathers or families.person(families.root(name)):
        return None
    for size in range(len(name.tokens) - 1, 1, -1):
        known = families.written(name.tokens[:size])
        if known and not is_given(known.tokens[-1]):
            return known
    return None


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


def _nested(longer: list[PersonName], families: Families) -> bool:
    """Whether the longer names are all forms of one: each holds the one before it."""
    return all(
        within(left, right) or families.root(left) == families.root(right) for left, right in pairwise(longer)
    )
