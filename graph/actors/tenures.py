"""Who held an office on a day: by the register, and as learnt from names seen with an office."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import islice

from liqaa.graph.actors import offices
from liqaa.graph.actors.offices import OfficeWords
from liqaa.graph.actors.people import People, Person, registered
from liqaa.graph.periods import days_later, period_of
from liqaa.ontology import lexicon
from liqaa.ontology.folding import fold

Post = tuple[str, str]
"""A party, and one of its offices as ``OfficeWords.single_offices`` names it."""

# An office is not in the news every day: who was seen with it held it for so many days before and after, too.
_MARGIN = 30
# One article may be wrong about who holds an office.
_LEAST_ARTICLES = 2


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person's time in an office, as the register has it: first and last day."""

    person: Person
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Register:
    """Who held which office, from the people of the lexicon.

    Attributes:
        words: how offices are compared.
        tenures: by post.
    """

    words: OfficeWords
    tenures: Mapping[Post, tuple[Tenure, ...]]

    def posts(self, office: str | None, party: str | None) -> tuple[Post, ...]:
        """The offices that one person of the party holds at a time, of those that a title names."""
        if not (office and party):
            return ()
        return tuple((party, key) for key in self.words.single_offices(_without_land(office, party)))

    def holders(self, post: Post, first: date, last: date) -> tuple[Person | None, bool]:
        """The one person who held an office from ``first`` to ``last``.

        Returns:
            The person, None when nobody or several did; and whether the register has anybody there then.
        """
        held = [one for one in self.tenures.get(post, ()) if one.first <= last and first <= one.last]
        whole = [one for one in held if one.first <= first and last <= one.last]
        sole = len({one.person.key for one in held}) == 1 and whole
        return (whole[0].person if sole else None), bool(held)


@lru_cache(maxsize=50_000)
def _without_land(office: str, party: str) -> str:
    """A title without the party's own name behind it: "رئيس المكسيك" is "رئيس" of Mexico."""
    title = fold(office)
    name = max((name for name in _names_of(party) if title.endswith(f" {name}")), key=len, default="")
    return title.removesuffix(name).rstrip()


@cache
def _names_of(party: str) -> frozenset[str]:
    """The folded names of a state."""
    states = (state for state in lexicon.load().countries if state.code == party)
    return frozenset(fold(name) for state in states for name in (state.name_ar, *state.names))


def compiled(words: OfficeWords, people: People) -> Register:
    """The register made ready for looking up."""
    tenures: dict[Post, list[Tenure]] = defaultdict(list)
    for party, persons in people.items():
        for person in persons:
            for term in person.terms:
                if term.party != party:
                    continue
                began, ended = period_of(term.start), period_of(term.end)
                for key in words.single_offices(term.title):
                    tenures[party, key].append(
                        Tenure(person, began[0] if began else date.min, ended[1] if ended else date.max)
                    )
    return Register(words, {post: tuple(found) for post, found in tenures.items()})


@cache
def load() -> Register:
    """The register that ships with Liqaa."""
    return compiled(offices.load(), registered())


class Sightings:
    """The days on which articles gave an office to a person, kept while reports come and go."""

    def __init__(self) -> None:
        """Begin with none."""
        self._days: dict[Post, dict[str, list[tuple[date, str]]]] = defaultdict(dict)
        self._seen: dict[Post, dict[str, tuple[date, date]]] = defaultdict(dict)

    def add(self, post: Post, actor: str, day: date, doc_id: str) -> bool:
        """Note that an article gives the office to an actor; whether that may make another the holder."""
        insort(self._days[post].setdefault(actor, []), (day, doc_id))
        return self._seen_otherwise(post, actor)

    def remove(self, post: Post, actor: str, day: date, doc_id: str) -> bool:
        """Take back what was noted; whether that may make another the holder."""
        days = self._days[post][actor]
        del days[bisect_left(days, (day, doc_id))]
        return self._seen_otherwise(post, actor)

    def _seen_otherwise(self, post: Post, actor: str) -> bool:
        """Find when an actor was seen, if enough articles tell so; whether that is another time."""
        days = self._days[post][actor]
        before = self._seen[post].pop(actor, None)
        if not days:
            del self._days[post][actor]
        elif len({doc_id for _, doc_id in islice(days, _LEAST_ARTICLES)}) >= _LEAST_ARTICLES or (
            len({doc_id for _, doc_id in days}) >= _LEAST_ARTICLES
        ):
            self._seen[post][actor] = days[0][0], days[-1][0]
        return before != self._seen[post].get(actor)

    def holder(self, post: Post, first: date, last: date) -> str | None:
        """The actor who alone was seen with the office around that time; None when nobody or several were.

        One whom a single article gives it counts as little against the others as for himself.
        """
        fitting = [
            actor
            for actor, (begun, ended) in self._seen.get(post, {}).items()
            if days_later(begun, -_MARGIN) <= last and first <= days_later(ended, _MARGIN)
        ]
        return fitting[0] if len(fitting) == 1 else None
