"""The weights of confidence: a logistic regression over the signals of reports that readers have judged.

A report is right when the scorer matches it with an event of the annotation, main or background.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gold_scorer import ROOT, Annotated, scorer, system_of
from liqaa.ingest.extraction.confidence import Confidence

WEIGHTS = ROOT / "ingest" / "extraction" / "confidence.json"
# Inverse strength of the pull of all weights towards 0; chosen by the Brier score of newspapers left out.
STRENGTH = 0.3
# A signal of fewer reports than this gets no weight: it would only remember them.
RARE = 5
# Share of reports that were right on the `later` articles before anybody had seen their errors. The rules
# were mended on all that is trained on, so that more is right there than on a new article.
UNSEEN = 0.80
THRESHOLDS = tuple(step / 100 for step in range(0, 81, 5))


@dataclass(frozen=True, slots=True)
class Judged:
    """A report's signals, whether it is right, and the newspaper it stands in."""

    signals: tuple[str, ...]
    right: bool
    source: str


@dataclass(frozen=True, slots=True)
class Weights:
    """What is learnt: log odds by signal, and without any."""

    bias: float
    weights: dict[str, float]


def judged(articles: Annotated) -> list[Judged]:
    """Every report that the extractor makes of annotated articles, however unsure."""
    out = []
    for doc_id, events in system_of(articles, threshold=0.0).items():
        right = {i for i, _ in scorer().align(events, articles.gold[doc_id])}
        source = str(articles.docs[doc_id]["source"])
        out += [Judged(tuple(e["signals"]), i in right, source) for i, e in enumerate(events)]
    return out


def learn(reports: Sequence[Judged]) -> Weights:
    """The weights that fit the judgements best."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    counts: dict[str, int] = {}
    for report in reports:
        for signal in report.signals:
            counts[signal] = counts.get(signal, 0) + 1
    vectors = DictVectorizer(sparse=False)
    table = vectors.fit_transform([{s: 1.0 for s in r.signals if counts[s] >= RARE} for r in reports])
    model = LogisticRegression(C=STRENGTH, solver="lbfgs", max_iter=1000)
    model.fit(table, [r.right for r in reports])
    names = vectors.get_feature_names_out()
    weights = {str(name): round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True)}
    return Weights(round(float(model.intercept_[0]), 3), {k: v for k, v in sorted(weights.items()) if v})


def for_unseen(learnt: Weights, reports: Sequence[Judged], share: float = UNSEEN) -> Weights:
    """The weights with the bias that makes the mean confidence the share right on unseen articles."""
    low, high = learnt.bias - 10, learnt.bias + 10
    while high - low > 1e-4:
        middle = (low + high) / 2
        sure = Confidence(learnt.weights, middle, 0.0)
        mean = sum(sure.of(r.signals) for r in reports) / len(reports)
        low, high = (middle, high) if mean < share else (low, middle)
    return Weights(round(low, 3), learnt.weights)


def write(weights: Weights, threshold: float, path: Path = WEIGHTS) -> None:
    """Keep weights and threshold as the extractor reads them."""
    row = {"bias": weights.bias, "threshold": threshold, "weights": weights.weights}
    path.write_text(json.dumps(row, indent=1, sort_keys=True) + "\n", encoding="utf-8")
