"""What the claims of one event come to."""

from __future__ import annotations

from datetime import date

import pytest
from liqaa.graph.events.fitting import usual_day

DAYS = [
    ("the day given most often", [5, 7, 7], 7),
    ("the first of two", [6, 5], 5),
    ("the first of two that stand together, not one far off", [1, 24, 25], 24),
    ("of those given most often, not the first of all", [1, 24, 24, 25, 25], 24),
]


@pytest.mark.parametrize(("days", "usual"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_the_usual_day(days: list[int], usual: int) -> None:
    assert usual_day([date(2018, 4, day) for day in days]) == date(2018, 4, usual)
