"""Any input at all to the reading of days, mentions and pages, and to extraction: no crash, no endless one.

usage: python tests/fuzz [--inputs 1000000] [--target NAME ...] [--fuzzer NAME ...] [--keep DIR]

Two fuzzers share the inputs: Hypothesis draws values that are nearly right, Atheris mutates bytes and goes
on from those that reach new branches. Each runs over each target in a process of its own, one after another.
What an input takes of the processor is measured; one that takes longer than its target allows fails as a
crash does. A case that is found becomes a row of the tables under tests/ingest.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from hunt import FUZZERS
from targets import TARGETS

HUNT = Path(__file__).with_name("hunt.py")


def hunt(fuzzer: str, target: str, inputs: int, folder: Path) -> bool:
    """Run a fuzzer over a target and print a line; whether everything held."""
    folder.mkdir(parents=True)
    with (folder / "log").open("wb") as log:
        done = subprocess.run(
            [sys.executable, HUNT, fuzzer, target, str(inputs), str(folder)],
            stdout=log, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
    kept = folder / "seen.json"
    seen = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    held = done.returncode == 0 and seen.get("inputs", 0) >= inputs
    print(
        f"{target:10}  {fuzzer:10}  {seen.get('inputs', 0):9,} inputs  {seen.get('seconds', 0):7.0f} s  "
        f"slowest {1000 * seen.get('slowest', 0):7.1f} ms  {'held' if held else 'FAILED'}",
        flush=True,
    )
    if held:
        print(f"    {seen['worst'][:100]}", flush=True)
    else:
        said = (folder / "log").read_text(encoding="utf-8", errors="replace").splitlines()
        print("\n".join(line for line in said[-40:] if "Instrumenting" not in line), flush=True)
    return held


def fuzz(inputs: int, targets: Sequence[str], fuzzers: Sequence[str], folder: Path) -> bool:
    """Share so many inputs among targets and fuzzers; whether everything held."""
    shares = {(name, fuzzer): TARGETS[name].share[fuzzer] for name in targets for fuzzer in fuzzers}
    whole = sum(shares.values())
    held = [
        hunt(fuzzer, name, max(1, round(inputs * share / whole)), folder / f"{name}-{fuzzer}")
        for (name, fuzzer), share in shares.items()
    ]
    return all(held)


def main() -> int:
    """Fuzz, print, say whether everything held."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--inputs", type=int, default=1_000_000)
    arguments.add_argument("--target", nargs="+", choices=list(TARGETS), default=list(TARGETS))
    arguments.add_argument("--fuzzer", nargs="+", choices=list(FUZZERS), default=list(FUZZERS))
    arguments.add_argument("--keep", type=Path, help="folder for logs, corpora and what was found")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        return 0 if fuzz(given.inputs, given.target, given.fuzzer, given.keep or Path(scratch)) else 1


if __name__ == "__main__":
    sys.exit(main())
