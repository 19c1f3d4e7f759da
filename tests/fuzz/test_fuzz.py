"""A few inputs of each fuzzer, and a fault that each finds; ``python tests/fuzz`` tries a million."""

from __future__ import annotations

import importlib.util
import json
import platform
import subprocess
import sys
from pathlib import Path

import pytest
from hunt import TooSlowError, Watch
from skipping import skip_or_fail
from targets import TARGETS

MAIN = Path(__file__).parent
FAULTY = """
import sys
from dataclasses import replace
from pathlib import Path
sys.path[:0] = sys.argv[3:]
import hunt, targets

def wrong(words):
    assert "20" not in words

targets.TARGETS["days"] = replace(targets.TARGETS["days"], try_one=wrong)
hunt.FUZZERS[sys.argv[1]]("days", 5000, Path(sys.argv[2]))
"""


def fuzzers() -> list[str]:
    if importlib.util.find_spec("atheris"):
        return ["hypothesis", "atheris"]
    if sys.platform == "linux" and platform.machine() == "x86_64" and sys.version_info < (3, 14):
        skip_or_fail("atheris is not installed: pip install '.[dev]'")
    return ["hypothesis"]  # Atheris comes for Linux and Python 3.11 to 3.13


def test_nothing_is_found_in_a_few_inputs(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, MAIN, "--inputs", "3000", "--keep", tmp_path / "kept", "--fuzzer", *fuzzers()],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    seen = [json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "kept").glob("*/seen.json")]
    assert len(seen) == len(TARGETS) * len(fuzzers())
    assert sum(one["inputs"] for one in seen) >= 3000


@pytest.mark.parametrize("fuzzer", ["hypothesis", "atheris"])
def test_a_fault_is_found(fuzzer: str, tmp_path: Path) -> None:
    if fuzzer not in fuzzers():
        pytest.skip(f"{fuzzer} does not come for this Python")
    done = subprocess.run(
        [sys.executable, "-c", FAULTY, fuzzer, tmp_path, MAIN, MAIN.parent],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert "AssertionError" in done.stdout + done.stderr


def test_an_input_that_takes_too_long_is_a_fault(tmp_path: Path) -> None:
    watch = Watch(tmp_path, 0.01, 100)

    def work(size: int) -> None:
        sum(range(size))

    for size in [10] * 10:
        watch.over(work, size)
    with pytest.raises(TooSlowError, match="for 10000000"):
        watch.over(work, 10_000_000)
    watch.keep()
    assert json.loads((tmp_path / "seen.json").read_text(encoding="utf-8"))["worst"] == "10000000"
