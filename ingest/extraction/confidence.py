"""Confidence: how sure a report is, as the share of reports with its signals that readers found right.

The weights are those of a logistic regression over the signals, learnt from annotated articles by
``python tests/quality train``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

_DIGITS = 2


class Confidence:
    """Weighs signals.

    Attributes:
        weights: log odds that each signal adds; one that is not listed adds nothing.
        bias: log odds without any signal.
        threshold: reports that are less sure are left out.
    """

    def __init__(self, weights: Mapping[str, float], bias: float, threshold: float) -> None:
        self.weights = weights
        self.bias = bias
        self.threshold = threshold

    def of(self, signals: Iterable[str]) -> float:
        """Probability, to two digits, that a report with these signals is right."""
        odds = self.bias + sum(self.weights.get(signal, 0.0) for signal in signals)
        return round(1 / (1 + math.exp(-odds)), _DIGITS)

    def reasons(self, signals: Iterable[str]) -> tuple[tuple[str, float], ...]:
        """The signals that weigh at all, the heaviest first, each with its log odds."""
        weighed = [(signal, self.weights.get(signal, 0.0)) for signal in signals]
        return tuple(sorted((w for w in weighed if w[1]), key=lambda w: (-abs(w[1]), w[0])))


@cache
def load() -> Confidence:
    """The weights that ship with Liqaa."""
    text = (files("liqaa.ingest.extraction") / "confidence.json").read_text(encoding="utf-8")
    row = json.loads(text)
    return Confidence(row["weights"], row["bias"], row["threshold"])
