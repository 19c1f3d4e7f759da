"""How identity grows: time and memory a report at 10 k, 100 k and 1 M reports, and the cost of a day more.

The same day is added to the month, the year and the ten years before it, in a run that remembers the last.

usage: python tests/benchmarks/merging.py --reports FILE [--sizes N …] [--spans]

FILE is what ``python tests/identity corpus --reports FILE`` keeps of the shared corpus. Its reports are the
pattern: each further copy is moved a year on, with article and report ids of its own, and the names of three
people in ten are others, so that an archive grows as a real one does, in years and in people. Each size runs
in a process of its own and is measured in CPU time, the sizes one after the other.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from zlib import crc32

sys.path.insert(0, str(Path(__file__).parents[1] / "identity"))

import corpus_reports
from liqaa.graph.actors import tenures
from liqaa.graph.identity import resolve
from liqaa.graph.periods import day_of
from liqaa.graph.projection.projection import project
from liqaa.graph.recall import Recall
from liqaa.ingest.archive.records import Header
from liqaa.ingest.jobs.labels import load_labels
from liqaa.ontology.model import Participant, Report

SIZES = (10_000, 100_000, 1_000_000)
MOST_TIMES_AS_LONG = 1.5
YEAR = timedelta(days=365)
SPANS = {"a month": 30, "a year": 365, "ten years": 3650}
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"

Published = dict[str, str | None]


def main() -> None:
    """Measure, print, and end with 1 where time per report grows beyond its bound."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reports", type=Path, required=True, help="file of what the corpus reports")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument(
        "--spans", action="store_true", help="only add a day to a month, a year and ten years"
    )
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)  # a size, measured in this process
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measured(options.reports, options.one)))
        return
    if options.spans:
        print_days_more(corpus_reports.load(options.reports))
        return
    figures = [_in_a_process(options.reports, size) for size in options.sizes]
    print("reports     events   seconds   ms a report   kB a report")
    for found in figures:
        each = 1000 * found["seconds"] / found["reports"]
        kilobytes = found["bytes"] / found["reports"] / 1000
        counts = f"{found['reports']:9,.0f} {found['events']:8,.0f}"
        print(f"{counts} {found['seconds']:9.1f} {each:13.3f} {kilobytes:13.1f}")
    ratio = _each(figures[-1]) / _each(figures[0])
    print(f"time per report, largest to smallest: {ratio:.2f} (at most {MOST_TIMES_AS_LONG})")
    sys.exit(0 if ratio <= MOST_TIMES_AS_LONG else 1)


def _each(found: dict[str, float]) -> float:
    return found["seconds"] / found["reports"]


def _in_a_process(path: Path, size: int) -> dict[str, float]:
    """A size measured in a fresh process, so that none has the memory of another."""
    command = [sys.executable, __file__, "--reports", str(path), "--one", str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def measured(path: Path, size: int) -> dict[str, float]:
    """Resolve so many reports."""
    corpus = corpus_reports.load(path)
    tenures.load()  # the lexicon is read once a process
    resolve(dict(islice(corpus.reports.items(), 10)), published=corpus.published)
    reports, published = synthesised(corpus, size)
    gc.collect()
    gc.freeze()  # the pattern and the reports: what the collector would walk through again and again
    before = _peak()
    began = time.process_time()
    resolution = resolve(reports, published=published)
    seconds = time.process_time() - began
    grown = _peak() - before
    events = len(resolution.events)
    del resolution
    return {"reports": len(reports), "events": events, "seconds": seconds, "bytes": grown}


def print_days_more(corpus: corpus_reports.Corpus) -> None:
    """Add one day to the month, the year and the ten years before it."""
    reports, published = synthesised(corpus, 10 * len(corpus.reports))
    last = date.fromisoformat(max(filter(None, published.values())))
    tenures.load()
    load_labels()
    print("             reports   seconds: identity, graph   for the day more   of them the day's")
    for name, days in SPANS.items():
        start = (last - timedelta(days)).isoformat()
        near = {id_: report for id_, report in reports.items() if start < (published[report.doc_id] or "")}
        before = {id_: report for id_, report in near.items() if published[report.doc_id] != last.isoformat()}
        recall = Recall()
        whole = _seconds(before, published, recall)
        more = _seconds(near, published, recall)
        seconds = f"{whole[0]:17.2f} {whole[1]:6.2f} {more[0]:10.2f} {more[1]:6.2f}"
        print(f"{name:10s} {len(before):9,d} {seconds} {len(near) - len(before):19d}")


def _seconds(reports: dict[str, Report], published: Published, recall: Recall) -> tuple[float, float]:
    """How long identity takes, and writing down its graph."""
    articles = {
        report.doc_id: Header(report.doc_id, "", None, None, published[report.doc_id], "")
        for report in reports.values()
    }
    began = time.process_time()
    resolution = resolve(reports, published=published, recall=recall)
    resolved = time.process_time()
    extractors = dict.fromkeys(reports, "synthesised")
    project(resolution, reports, articles, load_labels(), extractors=extractors, recall=recall)
    return resolved - began, time.process_time() - resolved


def _peak() -> int:
    """Most memory this process had, in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def synthesised(corpus: corpus_reports.Corpus, size: int) -> tuple[dict[str, Report], Published]:
    """Reports like those of the corpus, as many as asked for; the first are its own."""
    every = _copies(corpus)
    reports: dict[str, Report] = {}
    published: Published = {}
    for report_id, report, day in islice(every, size):
        reports[report_id] = report
        published[report.doc_id] = day
    return reports, published


def _copies(corpus: corpus_reports.Corpus) -> Iterator[tuple[str, Report, str | None]]:
    """The reports of the corpus again and again, each time a year later and of other people."""
    copy = 0
    while True:
        for report_id, report in corpus.reports.items():
            day = _later(corpus.published[report.doc_id], copy)
            if copy == 0:
                yield report_id, report, day
                continue
            people = tuple(_somebody(who, copy) for who in report.participants)
            moved = replace(
                report, doc_id=f"{report.doc_id}-{copy}", date=_later(report.date, copy), participants=people
            )
            yield f"{report_id}-{copy}", moved, day
        copy += 1


def _later(text: str | None, years: int) -> str | None:
    """A day, month or year some years later; within the calendar."""
    if text is None:
        return None
    day = day_of(text)
    if day:
        return (day + min(years * YEAR, date.max - day)).isoformat()
    return f"{min(int(text[:4]) + years, 9999):04}{text[4:]}"


def _somebody(who: Participant, copy: int) -> Participant:
    """The same participant, or, for three names in ten, somebody else of a like name."""
    if not who.name or crc32(f"{who.name} {copy}".encode()) % 10 >= 3:
        return who
    return replace(who, name=" ".join(_turned(word, copy) for word in who.name.split()))


def _turned(word: str, copy: int) -> str:
    """A word with every letter as many places further in the alphabet as there were copies."""
    return "".join(_next(letter, copy) for letter in word)


def _next(letter: str, places: int) -> str:
    at = _LETTERS.find(letter)
    return _LETTERS[(at + places) % len(_LETTERS)] if at >= 0 else letter


if __name__ == "__main__":
    main()
