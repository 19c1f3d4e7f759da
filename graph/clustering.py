"""Union-find over sorted keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, Protocol, TypeVar


class _Ordered(Protocol):
    """What can be sorted and looked up."""

    def __lt__(self, other: Any, /) -> bool: ...

    def __hash__(self) -> int: ...


K = TypeVar("K", bound=_Ordered)


class Forest(Generic[K]):
    """Disjoint sets whose root is their smallest member: the same sets however they came about."""

    def __init__(self, members: Iterable[K]) -> None:
        """Begin with every member alone."""
        self._parent: dict[K, K] = {member: member for member in members}

    def root(self, member: K) -> K:
        """The smallest member of the set that holds ``member``."""
        path = []
        while (parent := self._parent[member]) is not member and parent != member:
            path.append(member)
            member = parent
        for step in path:
            self._parent[step] = member
        return member

    def join(self, left: K, right: K) -> None:
        """Make the sets of both one set."""
        one, other = self.root(left), self.root(right)
        if one != other:
            low, high = (one, other) if one < other else (other, one)
            self._parent[high] = low
