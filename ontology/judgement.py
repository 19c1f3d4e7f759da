"""A person's word on whether two reports tell of one happening: the log that overrules the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One entry of the log; a later entry on the same pair replaces an earlier one.

    Attributes:
        left: id of one report.
        right: id of the other.
        verdict: ``unsure`` takes an earlier verdict back and leaves the pair to the rules.
        why: the reason, in the judge's words.
        by: who judged.
        at: when, ISO 8601 with offset; entries are replaced in this order.
    """

    left: str
    right: str
    verdict: Verdict
    why: str
    by: str
    at: str

    @property
    def pair(self) -> tuple[str, str]:
        """The two reports, in the order of their ids."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)


def standing(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Verdict]:
    """The verdict that stands for each pair, whatever the order in which the log is given.

    Args:
        judgements: the log.

    Returns:
        By pair, sorted; pairs whose last verdict is ``unsure`` are left out.
    """
    last: dict[tuple[str, str], tuple[str, str, Verdict]] = {}
    for entry in judgements:
        mark = (entry.at, entry.by, entry.verdict)
        last[entry.pair] = max(last.get(entry.pair, mark), mark)
    return {pair: verdict for pair, (_, _, verdict) in sorted(last.items()) if verdict != "unsure"}
