"""What may have been at one time: things with a first and a last day, found by the days they may share."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

COMPARTMENT = 31
"""Days of one compartment; most of what is kept spans a few weeks."""


class CalendarShelf:
    """Ids by the days on which they may have been."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._ids: dict[int, set[str]] = defaultdict(set)

    def add(self, id_: str, first: date, last: date) -> None:
        """Put an id on the days from ``first`` to ``last``."""
        for at in range(first.toordinal() // COMPARTMENT, last.toordinal() // COMPARTMENT + 1):
            self._ids[at].add(id_)

    def remove(self, id_: str, first: date, last: date) -> None:
        """Take an id off the days from ``first`` to ``last``, on which it was put."""
        for at in range(first.toordinal() // COMPARTMENT, last.toordinal() // COMPARTMENT + 1):
            self._ids[at].discard(id_)
            if not self._ids[at]:
                del self._ids[at]

    def near(self, first: date, last: date, days: int) -> list[str]:
        """The ids that may lie within some days of a time, and some more; sorted, each once.

        Args:
            first: first day of the time.
            last: its last day.
            days: how far from it.
        """
        start, end = (first.toordinal() - days) // COMPARTMENT, (last.toordinal() + days) // COMPARTMENT
        return sorted({id_ for at in range(start, end + 1) for id_ in self._ids.get(at, ())})
