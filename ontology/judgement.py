"""A person's word on whether two reports tell of one happening, or two names mean one actor.

The log of judgements overrules the rules. An entry is never changed or removed: undoing it is a further
entry, after which the log reads as if the judgement had not been made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "unsure"]

Pair = tuple[str, str]
"""Two reports, or two names of actors, the smaller id first."""


@dataclass(frozen=True, slots=True)
class Undoing:
    """That a judgement was taken back: why, by whom and when (ISO 8601 with offset)."""

    why: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One entry of the log; a later entry on the same pair replaces an earlier one.

    Attributes:
        left: id of one report (``r-…``), or of one name of an actor (``a-…``).
        right: id of the other, of the same kind.
        verdict: ``unsure`` leaves the pair to the rules, and says that somebody looked.
        why: the reason, in the judge's words.
        by: who judged.
        at: when, ISO 8601 with offset.
        number: place in the log, from 1; entries are replaced in this order. 0 before it is kept.
        undone: how it was taken back, None while it stands.
    """

    left: str
    right: str
    verdict: Verdict
    why: str
    by: str
    at: str
    number: int = 0
    undone: Undoing | None = None

    @property
    def pair(self) -> Pair:
        """The two ids, in their order."""
        return pair_of(self.left, self.right)


def pair_of(left: str, right: str) -> Pair:
    """Two ids in their order."""
    return (left, right) if left <= right else (right, left)


def latest(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """The entry that counts for each pair, whatever the order in which the log is given.

    Args:
        judgements: the log; what was undone does not count.

    Returns:
        By pair, sorted.
    """
    last: dict[Pair, Judgement] = {}
    for entry in judgements:
        if entry.undone is None:
            last[entry.pair] = max(last.get(entry.pair, entry), entry, key=_mark)
    return dict(sorted(last.items()))


def standing(judgements: Iterable[Judgement]) -> dict[Pair, Verdict]:
    """The verdict that stands for each pair; pairs whose last verdict is ``unsure`` are left out.

    Args:
        judgements: the log, in any order.

    Returns:
        By pair, sorted.
    """
    return {pair: entry.verdict for pair, entry in latest(judgements).items() if entry.verdict != "unsure"}


def _mark(entry: Judgement) -> tuple[int, str, str, str]:
    """Where an entry stands in the order of the log."""
    return entry.number, entry.at, entry.by, entry.verdict
