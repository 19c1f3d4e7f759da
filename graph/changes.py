"""What came, went or changed between two runs, and things that are looked up by what they have in common."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from typing import Generic, Protocol, TypeVar


class _Key(Protocol):
    """What can be a key."""

    def __hash__(self) -> int: ...


G = TypeVar("G", bound=_Key)
K = TypeVar("K", bound=_Key)
V = TypeVar("V")

_NONE = object()


def changed(before: Mapping[K, V], now: Mapping[K, V]) -> set[K]:
    """The keys that came, went, or have another value."""
    found = {
        key for key, value in now.items() if (known := before.get(key, _NONE)) is not value and known != value
    }
    return found | (before.keys() - now.keys())


class Grouped(Generic[G, K]):
    """Keys by the groups that they are in."""

    def __init__(self) -> None:
        """Begin with no key."""
        self._members: dict[G, dict[K, None]] = {}
        self._groups: dict[K, tuple[G, ...]] = {}

    def place(self, key: K, groups: Collection[G]) -> tuple[G, ...]:
        """Put a key into these groups and take it out of all others; none where there are none.

        Returns:
            The groups that it was in.
        """
        before = self._groups.pop(key, ())
        for group in before:
            members = self._members[group]
            del members[key]
            if not members:
                del self._members[group]
        if groups:
            self._groups[key] = tuple(groups)
            for group in groups:
                self._members.setdefault(group, {})[key] = None
        return before

    def groups(self) -> Set[G]:
        """Every group that has a member."""
        return self._members.keys()

    def of(self, key: K) -> tuple[G, ...]:
        """The groups that a key is in."""
        return self._groups.get(key, ())

    def __getitem__(self, group: G) -> Collection[K]:
        """The keys of a group, in no order that counts."""
        return self._members.get(group, {})

    def around(self, groups: Iterable[G]) -> set[K]:
        """The keys of any of these groups."""
        return {key for group in groups for key in self._members.get(group, ())}
