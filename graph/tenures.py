"""Who held an office on a day: terms of the register, and terms learnt from names seen with an office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from liqaa.graph import offices
from liqaa.graph.names import PersonName, person_name
from liqaa.graph.offices import OfficeWords
from liqaa.graph.periods import period_of
from liqaa.ontology import lexicon
from liqaa.ontology.lexicon_parties import Register as Sheet

Post = tuple[str, str]
"""A party, and one of its offices as ``OfficeWords.single_offices`` names it."""

# An office is not in the news every day: who was seen with it held it for some days before and after, too.
_MARGIN = timedelta(days=30)
# One article may be wrong about who holds an office.
_LEAST_ARTICLES = 2


@dataclass(frozen=True, slots=True)
class Term:
    """One person's term in an office, as the register has it.

    Attributes:
        name: the fullest form.
        words: the same as it is written.
        aliases: every form of the name that says more than the surname.
        first: first day.
        last: last day.
    """

    name: PersonName
    words: str
    aliases: tuple[PersonName, ...]
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Register:
    """Who held which office, from the lexicon.

    Attributes:
        words: how offices are compared.
        terms: by post.
    """

    words: OfficeWords
    terms: Mapping[Post, tuple[Term, ...]]

    def posts(self, office: str | None, party: str | None) -> tuple[Post, ...]:
        """The offices that one person of the party holds at a time, of those that a title names."""
        return tuple((party, key) for key in self.words.single_offices(office)) if office and party else ()

    def holder(self, post: Post, first: date, last: date) -> Term | None:
        """The one person who held an office from ``first`` to ``last``; None when nobody or several did."""
        held = [term for term in self.terms.get(post, ()) if term.first <= last and first <= term.last]
        people = {term.name for term in held}
        whole = [term for term in held if term.first <= first and last <= term.last]
        return whole[0] if len(people) == 1 and whole else None

    def knows(self, post: Post, first: date, last: date) -> bool:
        """Whether the register has anybody in the office at that time."""
        return any(term.first <= last and first <= term.last for term in self.terms.get(post, ()))


def compiled(words: OfficeWords, sheets: Iterable[Sheet]) -> Register:
    """The register made ready for looking up."""
    terms: dict[Post, list[Term]] = defaultdict(list)
    for sheet in sheets:
        for office in sheet.offices:
            for key in words.single_offices(office.title_ar):
                for holder in office.holders:
                    began, ended = period_of(holder.start), period_of(holder.end)
                    forms = [person_name(form) for form in (holder.name_ar, *holder.aliases_ar)]
                    terms[sheet.party, key].append(
                        Term(
                            name=forms[0],
                            words=holder.name_ar,
                            aliases=tuple(dict.fromkeys(name for name in forms if len(name.tokens) > 1)),
                            first=began[0] if began else date.min,
                            last=ended[1] if ended else date.max,
                        )
                    )
    return Register(words, {post: tuple(found) for post, found in terms.items()})


@cache
def load() -> Register:
    """The register that ships with Liqaa."""
    return compiled(offices.load(), lexicon.load().register)


@dataclass(slots=True)
class Seen:
    """When an office was seen with a person: first and last day, and up to two of the articles."""

    first: date
    last: date
    articles: tuple[str, ...]


class Sightings:
    """The days on which articles gave an office to a person."""

    def __init__(self) -> None:
        """Begin with none."""
        self._seen: dict[Post, dict[str, Seen]] = defaultdict(dict)

    def add(self, post: Post, actor: str, day: date, doc_id: str) -> None:
        """Note that an article gives the office to an actor."""
        seen = self._seen[post].get(actor)
        if seen is None:
            self._seen[post][actor] = Seen(day, day, (doc_id,))
            return
        seen.first, seen.last = min(seen.first, day), max(seen.last, day)
        if len(seen.articles) < _LEAST_ARTICLES and doc_id not in seen.articles:
            seen.articles = (*seen.articles, doc_id)

    def holder(self, post: Post, first: date, last: date) -> str | None:
        """The actor who alone was seen with the office around that time; None when nobody or several were.

        One whom a single article gives it counts as little against the others as for himself.
        """
        fitting = [
            actor
            for actor, seen in self._seen.get(post, {}).items()
            if len(seen.articles) >= _LEAST_ARTICLES
            and _minus(seen.first) <= last
            and first <= _plus(seen.last)
        ]
        return fitting[0] if len(fitting) == 1 else None


def _minus(day: date) -> date:
    """A day less the margin, within the calendar."""
    return day - _MARGIN if day - date.min > _MARGIN else date.min


def _plus(day: date) -> date:
    """A day and the margin, within the calendar."""
    return day + _MARGIN if date.max - day > _MARGIN else date.max
