"""Whom a surname alone means: the one person of the party who bears it, by day and office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from liqaa.graph.actors.names import PersonName
from liqaa.graph.actors.offices import one_office
from liqaa.graph.actors.people import Person
from liqaa.graph.actors.sounds import sound_key
from liqaa.graph.actors.spellings import alike, is_given

_YEARS = 2
"""Papers go on naming people so long before and after an office, or before and after they were seen."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody who could be meant by a surname.

    Attributes:
        root: the name that stands for all of theirs.
        person: the person of the register, None when articles alone know them.
        words: the surnames, folded.
        days: days on which articles name them in full (``YYYY-MM-DD``).
        offices: folded words of the offices that articles give them.
        names: what articles call them, where articles alone know them.
    """

    root: PersonName
    person: Person | None
    words: frozenset[str]
    days: frozenset[str]
    offices: frozenset[frozenset[str]]
    names: tuple[PersonName, ...] = ()

    def near(self, party: str, day: str | None) -> bool:
        """Whether the day lies in a term or by a day they were seen, two years more or less."""
        if day is None:
            return True
        if self.person:
            return bool(self.person.held(party, day, _YEARS))
        return not self.days or any(_years_apart(day, seen) <= _YEARS for seen in self.days)

    def holds(self, party: str, day: str | None) -> bool:
        """Whether they are in office on the day."""
        return bool(self.person and day and self.person.held(party, day))

    def known_as(self, party: str, office: frozenset[str]) -> bool:
        """Whether the office is one of theirs."""
        terms = self.person.held(party, None) if self.person else []
        return any(one_office(office, other) for other in [*self.offices, *(term.office for term in terms)])


class Surnames:
    """The bearers of a party's surnames."""

    def __init__(self, bearers: Iterable[Bearer]) -> None:
        """Index them by the sound of the surname."""
        self._bearers: dict[str, list[tuple[str, Bearer]]] = defaultdict(list)
        for bearer in bearers:
            for word in sorted(bearer.words):
                if bearer.person or not is_given(word):
                    self._bearers[sound_key(word)].append((word, bearer))

    def bearer(self, word: str, party: str, office: frozenset[str], day: str | None) -> Bearer | None:
        """The one person whom a surname means.

        Args:
            word: the surname, folded.
            party: the party.
            office: folded words of the office given with it, empty when there is none.
            day: ``YYYY-MM-DD``, None when unknown.

        Returns:
            None when nobody fits, or several do.
        """
        fitting = {
            bearer.root: bearer
            for known, bearer in self._bearers.get(sound_key(word), ())
            if alike(word, known) and bearer.near(party, day)
        }
        bearers = [fitting[root] for root in sorted(fitting)]
        for narrower in (
            bearers,
            [bearer for bearer in bearers if office and bearer.known_as(party, office)],
            [bearer for bearer in bearers if bearer.holds(party, day)],
        ):
            if len(narrower) == 1:
                return narrower[0]
        return None


def _years_apart(left: str, right: str) -> float:
    """Years between two days."""
    return abs((date.fromisoformat(left) - date.fromisoformat(right)).days) / 365
