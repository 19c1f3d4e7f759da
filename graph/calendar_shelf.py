"""What may have been at one time: things with a first and a last day, found by the days they may share."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

_DAYS = 31
"""Days of one compartment; most of what is kept spans a few weeks."""


class CalendarShelf:
    """Ids by the days on which they may have been."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._ids: dict[int, list[str]] = defaultdict(list)

    def add(self, id_: str, first: date, last: date) -> None:
        """Put an id on the days from ``first`` to ``last``."""
        for at in range(first.toordinal() // _DAYS, last.toordinal() // _DAYS + 1):
            self._ids[at].append(id_)

    def near(self, first: date, last: date, days: int) -> list[str]:
        """The ids that may lie within some days of a time, and some more; sorted, each once.

        Args:
            first: first day of the time.
            last: its last day.
            days: how far from it.
        """
        start, end = (first.toordinal() - days) // _DAYS, (last.toordinal() + days) // _DAYS
        return sorted({id_ for at in range(start, end + 1) for id_ in self._ids.get(at, ())})
