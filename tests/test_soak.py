"""A few short months in one process, and what is said of growth; ``tests/soak.py`` soaks for hours."""

from __future__ import annotations

from pathlib import Path

import pytest
from soak import Sample, growing, soak


def months(memory: list[float], handles: list[int] | None = None) -> list[Sample]:
    return [
        Sample(2.0 * at, at, held, opened, 3)
        for at, (held, opened) in enumerate(zip(memory, handles or [6] * len(memory), strict=True), start=1)
    ]


WARMED = [300.0, 340.0, 350.0, 355.0]  # caches fill


@pytest.mark.parametrize(
    ("samples", "said"),
    [
        (months([*WARMED, 356, 355, 357, 356, 355, 357, 356, 356]), ""),
        (months([*WARMED, 358, 361, 364, 367, 370, 373, 376, 379]), "memory grows by 3.00 MiB a month"),
        (months([*WARMED, *[356] * 8], [6] * 8 + [7] * 4), "handles grow"),
        (months([*WARMED, *[356] * 8], [6, 9, 6, 8, 6, 9, 6, 9, 6, 9, 6, 9]), ""),
        (months([300, 300]), "too few to tell"),
    ],
    ids=["flat", "memory", "handles", "handles that come and go", "short"],
)
def test_growth_is_told_from_noise(samples: list[Sample], said: str) -> None:
    problems = list(growing(samples))
    assert len(problems) == (1 if said else 0)
    assert all(said in problem for problem in problems)


def test_a_month_that_went_wrong_is_named() -> None:
    samples = [*months([*WARMED, *[356] * 8]), Sample(26, 13, 356, 6, 3, ended_right=False)]
    assert list(growing(samples)) == ["1 months did not end as a clean run does: [13]"]


def test_short_months_leave_no_handle_open(tmp_path: Path) -> None:
    left = iter([True, True, False])
    samples = soak(tmp_path, lambda: next(left), days=2, papers=1)
    assert [one.months for one in samples] == [1, 2, 3]
    assert all(one.ended_right for one in samples)
    assert samples[2].handles == samples[1].handles
    assert samples[2].threads == samples[1].threads
    assert list(tmp_path.iterdir()) == []
