"""One fuzzer over one target, as a process of its own.

usage: python tests/fuzz/hunt.py FUZZER TARGET INPUTS FOLDER

What it saw is kept in ``FOLDER/seen.json``; it ends with another code than 0 where something did not hold.
"""

from __future__ import annotations

import faulthandler
import json
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

HANGS = 120  # seconds after which an input has no end
KEEP_EVERY = 2000  # inputs
WARM_UP = 5  # inputs that fill caches
BATCH = 2500  # inputs that Hypothesis draws before it forgets them


class TooSlowError(AssertionError):
    """An input takes longer than any may."""


class Watch:
    """Counts inputs, and keeps the slowest.

    Attributes:
        inputs: so far.
        slowest: seconds of the processor that one took.
        worst: that input, as Python writes it.
    """

    def __init__(self, folder: Path, seconds: float, inputs: int) -> None:
        self.inputs, self.slowest, self.worst = 0, 0.0, ""
        self._folder, self._seconds, self._last = folder, seconds, inputs
        self._began = time.monotonic()

    def over(self, try_one: Any, value: object) -> None:
        """Try an input.

        Raises:
            TooSlowError: it took longer than one may.
        """
        began = time.process_time()
        try:
            try_one(value)
        finally:
            took = time.process_time() - began
            self.inputs += 1
            if took > self.slowest and self.inputs > WARM_UP:
                self.slowest, self.worst = took, repr(value)
            if self.inputs % KEEP_EVERY == 0 or self.inputs >= self._last:
                self.keep()
        if took > self._seconds and self.inputs > WARM_UP:
            raise TooSlowError(f"{took:.2f} s for {value!r}")

    def keep(self) -> None:
        """Write down what was seen."""
        seen = {
            "inputs": self.inputs,
            "seconds": round(time.monotonic() - self._began, 1),
            "slowest": round(self.slowest, 4),
            "worst": self.worst,
        }
        (self._folder / "seen.json").write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")


def by_strategy(name: str, inputs: int, folder: Path) -> None:
    """Hypothesis draws values, and makes what it finds small."""
    from hypothesis import HealthCheck, Phase, given, seed, settings
    from targets import TARGETS

    target = TARGETS[name]
    watch = Watch(folder, target.seconds, inputs)

    def one(value: object) -> None:
        faulthandler.dump_traceback_later(HANGS, exit=True)
        watch.over(target.try_one, value)

    number = 0
    while watch.inputs < inputs:
        chosen = settings(
            max_examples=min(BATCH, inputs - watch.inputs),
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        number += 1
        seed(number)(chosen(given(target.strategy)(one)))()


def by_coverage(name: str, inputs: int, folder: Path) -> None:
    """Atheris mutates bytes, and goes on from those that reach new branches of our modules."""
    import atheris

    with ExitStack() as instrumented:
        instrumented.enter_context(atheris.instrument_imports(include=["liqaa"]))
        from targets import TARGETS
    target = TARGETS[name]
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    dictionary = folder / "words.dict"
    dictionary.write_text(
        "".join(f'"{_escaped(word)}"\n' for word in target.words) or "# none\n", encoding="ascii"
    )
    watch = Watch(folder, target.seconds, inputs)
    atheris.Setup(
        [
            *("hunt", f"-atheris_runs={inputs}", f"-max_len={target.longest}", f"-timeout={HANGS}"),
            *("-rss_limit_mb=4096", "-print_final_stats=1", "-reload=0", "-len_control=20"),
            *(f"-artifact_prefix={folder}/found-", f"-dict={dictionary}", str(corpus)),
        ],
        lambda raw: watch.over(target.try_one, target.of_bytes(raw)),
    )
    atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02X}" for byte in word.encode())


FUZZERS = {"hypothesis": by_strategy, "atheris": by_coverage}

if __name__ == "__main__":
    FUZZERS[sys.argv[1]](sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
