"""Training of confidence: rare signals get no weight, and the bias is that of unseen articles."""

from __future__ import annotations

import pytest
from liqaa.ingest.extraction.confidence import Confidence
from training import RARE, Judged, Weights, for_unseen, learn

GOOD = [Judged(("in-title", "dated"), True, "a")] * 40 + [Judged(("dated",), True, "b")] * 20
BAD = [Judged(("late",), False, "a")] * 20 + [Judged(("late", "dated"), True, "a")] * 5
ONCE = [Judged(("short-item",), False, "b")] * (RARE - 1)


def test_what_right_reports_have_weighs_for_and_what_wrong_ones_have_against() -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed")
    learnt = learn([*GOOD, *BAD, *ONCE])
    assert learnt.weights["in-title"] > 0 > learnt.weights["late"]
    assert "short-item" not in learnt.weights
    assert learn([*GOOD, *BAD, *ONCE]) == learnt


@pytest.mark.parametrize("share", [0.5, 0.8, 0.95])
def test_the_bias_makes_the_mean_that_of_unseen_articles(share: float) -> None:
    reports = [*GOOD, *BAD]
    shifted = for_unseen(Weights(2.0, {"in-title": 1.0, "late": -2.0}), reports, share)
    sure = Confidence(shifted.weights, shifted.bias, 0.0)
    assert sum(sure.of(r.signals) for r in reports) / len(reports) == pytest.approx(share, abs=0.01)
    assert shifted.weights == {"in-title": 1.0, "late": -2.0}
