"""How long ``liqaa --help`` takes and how much disk the base install does: run by hand, prints figures.

usage: python tests/benchmarks/start.py [--install]
With --install the project is first installed into an empty virtual environment (a minute, needs PyPI).
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 15
MEGABYTE = 1_000_000
HELP_SECONDS = 0.5
BASE_MEGABYTES = 400


def seconds_of_help(program: Path) -> list[float]:
    """Wall-clock seconds of each run, after one that fills the caches."""
    taken = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run([program, "--help"], check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return taken[1:]


def size(folder: Path) -> tuple[int, int]:
    """Bytes of all files in a folder, and bytes of the disk blocks they take."""
    found = [path.lstat() for path in folder.rglob("*")]
    return sum(one.st_size for one in found), sum(one.st_blocks * 512 for one in found)


def install(folder: Path) -> tuple[int, int]:
    """Install into an empty environment; what that added, as ``size`` gives it."""
    venv.create(folder, with_pip=True)
    before = size(folder)
    subprocess.run([folder / "bin" / "pip", "install", "--quiet", "--no-compile", ROOT], check=True)
    after = size(folder)
    return after[0] - before[0], after[1] - before[1]


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--install", action="store_true")
    with tempfile.TemporaryDirectory() as scratch:
        program = Path(sys.executable).with_name("liqaa")
        if arguments.parse_args().install:
            content, blocks = install(Path(scratch))
            program = Path(scratch) / "bin" / "liqaa"
            print(
                f"base install   {content / MEGABYTE:.0f} MB in files, {blocks / MEGABYTE:.0f} MB on disk"
                f" (at most {BASE_MEGABYTES})"
            )
        taken = seconds_of_help(program)
    print(
        f"liqaa --help   median {statistics.median(taken):.2f} s, slowest {max(taken):.2f} s of {RUNS}"
        f" (at most {HELP_SECONDS})"
    )


if __name__ == "__main__":
    main()
