"""Reliability: how far confidence says how often reports are right, and what a threshold buys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from liqaa.ingest.extraction.confidence import Confidence
from training import THRESHOLDS, Judged, learn

BINS = 10


@dataclass(frozen=True, slots=True)
class Weighed:
    """A report's confidence and whether it is right."""

    confidence: float
    right: bool


def across_sources(reports: Sequence[Judged]) -> list[Weighed]:
    """Reports with the confidence of weights that were learnt without their newspaper."""
    out = []
    for source in sorted({r.source for r in reports}):
        learnt = learn([r for r in reports if r.source != source])
        weights = Confidence(learnt.weights, learnt.bias, 0.0)
        out += [Weighed(weights.of(r.signals), r.right) for r in reports if r.source == source]
    return out


def brier(weighed: Sequence[Weighed]) -> float:
    """Mean squared difference between confidence and truth; 0 is best, the base rate alone gives p(1-p)."""
    return sum((w.confidence - w.right) ** 2 for w in weighed) / len(weighed)


def print_reliability(weighed: Sequence[Weighed]) -> None:
    """The Brier score, the reliability table, and precision and share of right reports kept by threshold."""
    rate = sum(w.right for w in weighed) / len(weighed)
    alone = rate * (1 - rate)
    print(f"{len(weighed)} reports, {rate:.3f} right; Brier {brier(weighed):.4f}, base rate {alone:.4f}")
    print(f"\n{'confidence':12s} {'reports':>8s} {'mean':>6s} {'right':>6s}")
    for low in range(BINS):
        inside = [w for w in weighed if min(int(w.confidence * BINS), BINS - 1) == low]
        if inside:
            mean = sum(w.confidence for w in inside) / len(inside)
            right = sum(w.right for w in inside) / len(inside)
            print(f"{low / BINS:.1f}-{(low + 1) / BINS:.1f}      {len(inside):8d} {mean:6.2f} {right:6.2f}")
    print(f"\n{'threshold':12s} {'kept':>8s} {'right':>6s} {'of the right, kept':>20s}")
    for threshold in THRESHOLDS:
        kept = [w for w in weighed if w.confidence >= threshold]
        if kept:
            right = sum(w.right for w in kept)
            share, held = right / len(kept), right / (rate * len(weighed))
            print(f"{threshold:9.2f}    {len(kept):8d} {share:6.3f} {held:20.3f}")
