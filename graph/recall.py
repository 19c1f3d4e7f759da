"""What earlier runs of identity worked out, so that a further one only works on what has changed.

Every step that is remembered is a pure function of what it is asked by, so a run that remembers gives what a
run that does not would give. What a whole run did not ask for is forgotten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")

_Steps = dict[str, dict[Hashable, object]]
_UNKNOWN = object()


class Recall:
    """Results of steps by name and by what they were asked, those of this run and of the one before."""

    def __init__(self) -> None:
        """Begin with nothing remembered."""
        self._now: _Steps = defaultdict(dict)
        self._before: _Steps = defaultdict(dict)

    def begin(self) -> None:
        """Begin a run: what the run before the last one asked for is forgotten, unless it was asked again."""
        self._before, self._now = self._now, defaultdict(dict)

    def of(self, step: str, asked: Hashable, work: Callable[[], T]) -> T:
        """What a step gives.

        Args:
            step: its name.
            asked: all that the result follows from.
            work: does it; the result must not be changed afterwards.
        """
        now = self._now[step]
        found = now.get(asked, _UNKNOWN)
        if found is _UNKNOWN:
            found = self._before[step].get(asked, _UNKNOWN)
            now[asked] = found = work() if found is _UNKNOWN else found
        return cast("T", found)
