"""The people of the register: by which names they go, and when they held which office of which party."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from liqaa.graph.actors.names import PersonName, person_name
from liqaa.graph.clustering import Forest
from liqaa.ontology import lexicon
from liqaa.ontology.folding import fold
from liqaa.ontology.lexicon_parties import HeldOffice, Holder, Register


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A time in an office.

    Attributes:
        party: whose office it is.
        title: its title, folded.
        start: first day, month or year, ``0001`` when unknown.
        end: last day, month or year, ``9999`` when it has not ended.
    """

    party: str
    title: str
    start: str
    end: str

    @property
    def office(self) -> frozenset[str]:
        """The words of its title."""
        return frozenset(self.title.split())

    def holds(self, day: str, years: int = 0) -> bool:
        """Whether the term, made longer by some years at both ends, has a day (``YYYY-MM-DD``)."""
        return _moved(self.start, -years) <= day and day[: len(self.end)] <= _moved(self.end, years)


@dataclass(frozen=True)
class Person:
    """A person of the register.

    Attributes:
        home: party of the first term.
        name_ar: name in Arabic.
        name_latin: name in Latin letters.
        aliases: further spellings of the name, sorted; surnames are among them.
        wikidata: id there, None when not known.
        terms: sorted.
    """

    home: str
    name_ar: str
    name_latin: str
    aliases: tuple[str, ...]
    wikidata: str | None
    terms: tuple[Term, ...]

    @cached_property
    def key(self) -> tuple[str, ...]:
        """What tells the person from others; namesakes differ in how their Latin names are qualified."""
        return (self.home, *person_name(self.name_ar).tokens, fold(self.name_latin))

    def names(self) -> list[PersonName]:
        """Every spelling of the name for comparing, each once, sorted."""
        return sorted({person_name(name) for name in (self.name_ar, *self.aliases)})

    def held(self, party: str, day: str | None, years: int = 0) -> list[Term]:
        """The terms for a party that have a day; all for it when no day is given."""
        return [
            term for term in self.terms if term.party == party and (day is None or term.holds(day, years))
        ]


People = Mapping[str, tuple[Person, ...]]
"""The people of each party, by its code; who stood for two parties is in both."""


@cache
def registered() -> People:
    """The people of the register that ships with Liqaa."""
    return people_of(lexicon.load().register)


def people_of(register: Iterable[Register]) -> People:
    """Put the terms of each person together.

    Args:
        register: sheets of parties. Holders are one person when they have one Wikidata id, or one name in
            both scripts.

    Returns:
        The people, sorted by key.
    """
    held = [
        (sheet.party, office, holder)
        for sheet in register
        for office in sheet.offices
        for holder in office.holders
    ]
    forest: Forest[int] = Forest(range(len(held)))
    first: dict[tuple[str, ...], int] = {}
    for at, (_, _, holder) in enumerate(held):
        for sign in _signs(holder):
            forest.join(first.setdefault(sign, at), at)
    groups: dict[int, list[tuple[str, HeldOffice, Holder]]] = defaultdict(list)
    for at, entry in enumerate(held):
        groups[forest.root(at)].append(entry)
    by_party: dict[str, list[Person]] = defaultdict(list)
    for group in groups.values():
        person = _person(group)
        for party in sorted({party for party, _, _ in group}):
            by_party[party].append(person)
    return {
        party: tuple(sorted(people, key=lambda person: person.key))
        for party, people in sorted(by_party.items())
    }


def _signs(holder: Holder) -> list[tuple[str, ...]]:
    """What two entries of one person have in common."""
    names = ("name", fold(holder.name_ar), fold(holder.name_latin))
    return [names, ("wikidata", holder.wikidata)] if holder.wikidata else [names]


def _person(group: list[tuple[str, HeldOffice, Holder]]) -> Person:
    """One person of all entries, called as the first of them says."""
    holders = [holder for _, _, holder in group]
    aliases = {
        name for holder in holders for name in (holder.name_ar, *holder.aliases_ar, *holder.surname_ar)
    }
    terms = sorted(
        (holder.start or "0001", holder.end or "9999", party, fold(office.title_ar))
        for party, office, holder in group
    )
    return Person(
        home=terms[0][2],
        name_ar=holders[0].name_ar,
        name_latin=holders[0].name_latin,
        aliases=tuple(sorted(aliases - {holders[0].name_ar})),
        wikidata=next((holder.wikidata for holder in holders if holder.wikidata), None),
        terms=tuple(Term(party, title, start, end) for start, end, party, title in terms),
    )


def _moved(day: str, years: int) -> str:
    """A day, month or year some years later."""
    year = min(max(int(day[:4]) + years, 1), 9999)
    return f"{year:04}{day[4:]}"
