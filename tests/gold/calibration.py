"""Calibration: how far the confidence in a system file says how often its events are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Told = Sequence[Mapping[str, Any]]
Events = Mapping[str, Told]
Align = Callable[[Told, Told], Iterable[tuple[int, int]]]
BINS = 10


def calibration(gold: Events, system: Events, align: Align) -> dict[str, Any] | None:
    """Brier score and reliability table of the events that carry a confidence.

    Args:
        gold: annotated events by article.
        system: events of the program by article.
        align: the shared scorer's alignment, which says which events are right: pairs of indexes of the
            program's events and the annotated ones of an article.

    Returns:
        ``events``, ``right`` (share), ``brier``, ``base`` (the Brier score of the share alone) and ``bins``:
        for each tenth of confidence that holds events their number, mean confidence and share of right ones.
        None where no event carries a confidence.
    """
    judged: list[tuple[float, bool]] = []
    for doc_id, events in gold.items():
        told = list(system.get(doc_id, ()))
        right = {i for i, _ in align(told, events)}
        judged += [(e["confidence"], i in right) for i, e in enumerate(told) if "confidence" in e]
    if not judged:
        return None
    share = sum(right for _, right in judged) / len(judged)
    return {
        "events": len(judged),
        "right": round(share, 4),
        "brier": round(sum((sure - right) ** 2 for sure, right in judged) / len(judged), 4),
        "base": round(share * (1 - share), 4),
        "bins": [_bin(low, judged) for low in range(BINS) if _inside(low, judged)],
    }


def _inside(low: int, judged: Sequence[tuple[float, bool]]) -> list[tuple[float, bool]]:
    return [(sure, right) for sure, right in judged if min(int(sure * BINS), BINS - 1) == low]


def _bin(low: int, judged: Sequence[tuple[float, bool]]) -> dict[str, float]:
    inside = _inside(low, judged)
    return {
        "from": low / BINS,
        "events": len(inside),
        "mean": round(sum(sure for sure, _ in inside) / len(inside), 2),
        "right": round(sum(right for _, right in inside) / len(inside), 2),
    }
