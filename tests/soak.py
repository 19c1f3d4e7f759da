"""Simulated months in one process, one after another: memory stays flat, no handle is left open.

usage: python tests/soak.py [--minutes 240] [--days 30] [--sources 2] [--seed 1]

Each month is one of ``tests/simulated_month.py`` with other lists and faults, and must end as one clean run
does. After each, memory, open handles and threads of this process are printed. The first third is warm-up;
over the rest memory must not grow by more than ``MOST_GROWTH`` a month, and handles and threads not at all.
The last month begins before the minutes are over and is run to its end.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import psutil
from scipy.stats import theilslopes
from simulated_month import simulate
from stores_at_hand import ladybug

MOST_GROWTH = 0.002  # of the memory, a month; from 300 MiB in a year 7
FEWEST = 6  # months after the warm-up from which a slope can be told
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Sample:
    """The process after so many months.

    Attributes:
        minutes: since it began.
        months: that it has lived through.
        memory: that is resident, in MiB.
        handles: open files, sockets and pipes.
        threads: that live.
        ended_right: whether the month ended as a clean run does.
    """

    minutes: float
    months: int
    memory: float
    handles: int
    threads: int
    ended_right: bool = True


def sample(began: float, months: int) -> Sample:
    """The process as it is now, after what nobody holds is given back."""
    gc.collect()
    me = psutil.Process()
    minutes = (time.monotonic() - began) / 60
    return Sample(minutes, months, me.memory_info().rss / MIB, me.num_fds(), me.num_threads())


def warm(samples: list[Sample]) -> list[Sample]:
    """Those after the warm-up."""
    return samples[len(samples) // 3 :]


def slope(samples: list[Sample]) -> tuple[float, float]:
    """Growth of memory in MiB a month by Theil and Sen, and the least that is 95 % sure."""
    found = theilslopes([one.memory for one in samples], [one.months for one in samples])
    return float(found.slope), float(found.low_slope)


def growing(samples: list[Sample]) -> Iterator[str]:
    """What is wrong with the months or grows over them, each as a line."""
    if wrong := [one.months for one in samples if not one.ended_right]:
        yield f"{len(wrong)} months did not end as a clean run does: {wrong}"
    flat = warm(samples)
    if len(flat) < FEWEST:
        yield f"{len(flat)} months after the warm-up are too few to tell: give more --minutes"
        return
    steepest = MOST_GROWTH * flat[0].memory
    growth, surely = slope(flat)
    if surely > steepest:
        yield f"memory grows by {growth:.2f} MiB a month, surely by {surely:.2f}; {steepest:.2f} are allowed"
    middle = len(flat) // 2
    for name in ("handles", "threads"):
        counts = [getattr(one, name) for one in flat]
        if min(counts[middle:]) > max(counts[:middle]):
            yield f"{name} grow: {counts}"


def soak(folder: Path, goes_on: Callable[[], bool], *, days: int, papers: int, seed: int = 1) -> list[Sample]:
    """Live through months for as long as it goes on; the process after each."""
    began = time.monotonic()
    samples: list[Sample] = []
    while not samples or goes_on():
        number = len(samples)
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            month, clean, _ = simulate(Path(scratch), ladybug, days=days, papers=papers, seed=seed + number)
        same = month == clean
        samples.append(replace(sample(began, number + 1), ended_right=same))
        last = samples[-1]
        print(
            f"{last.minutes:7.1f} min  month {last.months:3}  {last.memory:7.1f} MiB  "
            f"{last.handles:3} handles  {last.threads:3} threads"
            f"{'' if same else f'  NOT as a clean run: seed {seed + number}'}",
            flush=True,
        )
    return samples


def main() -> int:
    """Soak, judge, print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--minutes", type=float, default=240)
    arguments.add_argument("--days", type=int, default=30)
    arguments.add_argument("--sources", type=int, default=2)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    end = time.monotonic() + 60 * given.minutes
    with tempfile.TemporaryDirectory() as folder:
        samples = soak(
            Path(folder),
            lambda: time.monotonic() < end,
            days=given.days,
            papers=given.sources,
            seed=given.seed,
        )
    problems = list(growing(samples))
    if len(samples) >= 3:
        growth, _ = slope(warm(samples))
        print(f"{len(samples)} months, {samples[-1].minutes:.0f} min: memory {growth:+.2f} MiB a month")
    print("\n".join(problems) or "flat: neither memory nor handles nor threads grow")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
