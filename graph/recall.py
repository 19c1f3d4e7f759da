"""What a program keeps of its last run, so that the next one only looks at what has changed.

Every step of identity and of the projection is a class that holds what it found, by what it found it from,
and that is told what came, went or changed since. A run from nothing is one where everything came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

T = TypeVar("T")

_Steps = dict[str, dict[Hashable, object]]
_UNKNOWN = object()


class Recall:
    """The steps of a program, each as its last run left it."""

    def __init__(self) -> None:
        """Begin with nothing kept."""
        self._kept: dict[str, tuple[object, object]] = {}

    @contextmanager
    def kept(self, step: str, made_for: object, begin: Callable[[], T]) -> Iterator[T]:
        """A step as its last run left it; one that a run breaks off is forgotten.

        Args:
            step: its name.
            made_for: all it follows from that it can not be told a change of; with another it begins anew.
            begin: makes one that knows nothing.
        """
        before, state = self._kept.pop(step, (None, None))
        if state is None or before != made_for:
            state = begin()
        yield cast("T", state)
        self._kept[step] = (made_for, state)


class Memo:
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
