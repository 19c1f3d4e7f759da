"""How fast RDF is written beside rdflib, in how much memory, what a day's delta costs, and the round trip.

usage: python tests/benchmarks/rdf.py [--reports N] [--small-reports N] [--rdflib-on small|large]
       [--round-trip] [--spans] [--folder DIR]

A year of synthesised reports, one an event, lies in an archive with a run a day, and goes the whole way:
identity, projection, history, export. Each measurement runs in a process of its own and is in CPU time.
With --spans only a delta of the last day is published, out of a month, a year and three years that end with
the same days of as many reports.
rdflib serialises one of the two graphs in the same run: the small one unless told otherwise, since the large
one takes more memory than most machines have. Rates are per statement, and each format is compared on the
graph that rdflib had. With --round-trip the export is imported and exported again, and the bytes are
compared.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from liqaa.graph.rdf.export import canonical_hash, write
from liqaa.graph.rdf.header import Profile
from liqaa.graph.rdf.history import HISTORY_FILE, History
from liqaa.graph.rdf.items import Cited, Told, items_of
from liqaa.graph.rdf.patch import write_patch
from liqaa.graph.rdf.writers import FORMATS
from liqaa.graph.recall import Recall
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.archive.restore import restore
from liqaa.ingest.jobs.facts import facts_at
from liqaa.ingest.jobs.labels import load_labels
from liqaa.ingest.jobs.rdf import Request, export_rdf
from liqaa.ingest.jobs.rdf_import import import_rdf
from liqaa.ontology import vocabulary
from liqaa.ontology.model import Participant, Report, Span, digest_of
from liqaa.ontology.sketch import sketch_of

DAYS = 365
LEAST_TIMES_AS_FAST = 10
SPANS = {"a month": 30, "a year": DAYS, "three years": 3 * DAYS}
_LAST_DAY = date(2031, 12, 31)
_BEGIN = datetime(2031, 1, 1, tzinfo=UTC)
# An office that several hold: of two defence ministers on a day one would be taken for the other misread.
_OFFICE = "مستشار"
_GIVEN = ("سالم", "فهد", "مازن", "طارق", "نبيل", "وليد", "عماد", "رامي", "زياد", "هاني", "كريم", "باسل")
# So many people meet so few well-known ones that hardly two reports tell of one event, and that the news of
# a day is of people who are in the news every week.
_PEOPLE = 100_003
_KNOWN = 1_999
_MANY = 10_000_000
_LETTERS = "بتجدرزسشطعفقكلمن"
_KINDS = (
    ("visit", "official", "visitor", "host"),
    ("call", "phone", "caller", "callee"),
    ("talks", "meeting", "party", "party"),
    ("honor", "medal", "honoree", "conferrer"),
)


def main() -> None:
    """Measure, print, and end with 1 where a format that must be is not ten times as fast as rdflib."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--small-reports", type=int, default=2_000)
    parser.add_argument("--rdflib-on", choices=("small", "large"), default="small")
    parser.add_argument("--round-trip", action="store_true")
    parser.add_argument("--spans", action="store_true", help="only deltas, out of a month and of years")
    parser.add_argument("--folder", type=Path, help="where to work; what is there already is used again")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)  # a measurement, in this process
    options = parser.parse_args()
    if options.one:
        vocabulary.load()  # the ontology is read once a process
        step, form, folder = options.one
        print(json.dumps(STEPS[step](form, Path(folder))))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        if options.spans:
            for name, days in SPANS.items():
                built(folder / name, options.reports, days)
                deltas(folder / name, f"the last day of {name}")
            return
        small, large = folder / "small", folder / "large"
        for where, reports in ((small, options.small_reports), (large, options.reports)):
            built(where, reports)
        failed = compared(small, large, options.rdflib_on)
        deltas(large)
        if options.round_trip:
            failed |= not _in_a_process("round_trip", "nquads", large)["same"]
    sys.exit(1 if failed else 0)


def compared(small: Path, large: Path, rdflib_on: str) -> bool:
    """Print the rates of each format, and of rdflib on one of the graphs; whether one is too slow."""
    plain = _in_a_process("rdflib", "trig", {"small": small, "large": large}[rdflib_on])
    print(f"rdflib TriG: {plain['rate']:,.0f} statements/s of {plain['statements']:,} statements")
    print(
        "format     statements   small/s   large/s   times rdflib's TriG   memory grown, small and large, MB"
    )
    failed = False
    for form in FORMATS:
        few, many = _in_a_process("write", form, small), _in_a_process("write", form, large)
        times = {"small": few, "large": many}[rdflib_on]["rate"] / plain["rate"]
        print(
            f"{form:9} {many['statements']:11,} {few['rate']:9,.0f} {many['rate']:9,.0f} {times:12.1f}"
            f" {few['grown']:20.0f} {many['grown']:6.0f}"
        )
        failed |= form in ("nquads", "trig") and times < LEAST_TIMES_AS_FAST
    return failed


def deltas(folder: Path, of: str = "one day") -> None:
    """Print what a delta of the last day costs beside the whole, both published as the command does it."""
    day = _in_a_process("delta", "nquads", folder)
    print(
        f"delta of {of}: {day['seconds']:.2f} s for {day['statements']:,.0f} of {day['all']:,.0f}"
        f" statements, {day['patch']:.2f} s of it for the patch; the whole took {day['whole']:.1f} s:"
        f" {day['seconds'] / day['whole']:.4f} of the time for {day['statements'] / day['all']:.4f} of all"
    )


def built(folder: Path, reports: int, days: int = DAYS) -> None:
    """An archive with a history of its last two days, unless it is there.

    Args:
        folder: where.
        reports: of a year.
        days: up to the end of the year.
    """
    if (folder / HISTORY_FILE).exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    told = list(synthesised(reports, days))
    runs = [(run, _moment(run, 0), _moment(run, 1), "synthesised-1") for run in range(1, days + 1)]
    articles = [
        Cited(
            one.report.doc_id, "خبر اليوم", "صحيفة الميناء", f"https://example.org/{number}", one.report.date,
            digest_of(one.report.doc_id), sketch_of(_text(number)), one.run,
        )
        for number, one in enumerate(told)
    ]  # fmt: skip
    restore(folder / "archive.sqlite", runs, articles, told, ())
    began, recall = time.process_time(), Recall()
    with (
        Archive.open(folder / "archive.sqlite", create=False) as archive,
        History(folder / "making.sqlite") as history,
    ):
        for run in (days - 1, days):
            moment = archive.moment_of(run)
            facts = facts_at(archive, moment, recall=recall)
            state = history.record(moment.run, moment.at, items_of(facts))
    (folder / "making.sqlite").rename(folder / HISTORY_FILE)
    print(
        f"{len(told):,} reports of {state.counts['Event']:,} events: two states resolved and kept in"
        f" {time.process_time() - began:.0f} s"
    )


def synthesised(reports: int, days: int = DAYS) -> Iterator[Told]:
    """Reports spread evenly: two people of different parties, a place and a topic each.

    Args:
        reports: of a year.
        days: up to the end of the year.
    """
    before = DAYS - days
    for number in range(-(-before * reports // DAYS), reports):
        kind, subtype, first, second = _KINDS[number % 4]
        run = number * DAYS // reports - before + 1
        day = (_LAST_DAY - timedelta(days=days - run)).isoformat()
        one, other = _somebody(number * 7, _PEOPLE, 0), _somebody(number * 11, _KNOWN, 1)
        words = f"{one[0]} و{other[0]} في لقاء رقم {number}"
        people = tuple(
            Participant(name, _OFFICE, code, role, "person", *_spans(words, name))
            for (name, code), role in ((one, first), (other, second))
        )
        doc_id = f"news-{number + _MANY}"
        report = Report(
            doc_id, kind, subtype, "occurred", "main", people, day, "اليوم", "القاهرة", "EG",  # type: ignore[arg-type]
            ("arms",), words, Span("text", 0, len(words)), "synthesised", 0.9, ("day",),
        )  # fmt: skip
        yield Told(report.report_id, report, "synthesised-1", run)


def _text(number: int) -> str:
    """A text that no other article has."""
    return " ".join(str(number * 64 + word) for word in range(40))


def _spans(words: str, name: str) -> tuple[Span, Span, None]:
    at = words.index(name)
    return Span("text", at, at + len(name)), Span("text", at, at + len(name)), None


def _somebody(number: int, people: int, side: int) -> tuple[str, str]:
    """One of so many people, and the party: every second state is of one side, the rest of the other."""
    place = number % people
    surname = "".join(_LETTERS[place // 16**step % 16] for step in range(4))
    states = _states()[side::2]
    return f"{_GIVEN[place % 12]} {_GIVEN[place // 12 % 12]} ال{surname}", states[place % len(states)]


@cache
def _states() -> tuple[str, ...]:
    """The codes of all states."""
    return tuple(sorted(code for code in load_labels().parties if len(code) == 2))


def _moment(run: int, hour: int) -> str:
    return (_BEGIN + timedelta(days=run - 1, hours=hour)).isoformat()


def measured_write(form: str, folder: Path) -> dict[str, float]:
    """Write the newest state in one format."""
    with History(folder / HISTORY_FILE) as history:
        state = history.states()[-1]
        before, began = _peak(), time.process_time()
        written = write(folder / f"liqaa.{FORMATS[form][0]}", form, history, state, Profile())
        seconds = time.process_time() - began
    return {"statements": written.statements, "rate": written.statements / seconds, "grown": _peak() - before}


def measured_rdflib(_form: str, folder: Path) -> dict[str, float]:
    """Let rdflib write the same graph.

    The store is its own, in which equal terms are made one object while the file is read: that is not timed,
    makes what is timed no slower, and leaves a large graph room in memory.
    """
    from rdflib import Dataset
    from rdflib.plugins.stores.memory import Memory

    class Sharing(Memory):
        def add(self, triple: Any, context: Any, quoted: bool = False) -> None:
            super().add(tuple(terms.setdefault(term, term) for term in triple), context, quoted)

    with History(folder / HISTORY_FILE) as history:
        write(folder / "liqaa.nq", "nquads", history, history.states()[-1], Profile())
    terms: dict[Any, Any] = {}
    graph = Dataset(store=Sharing())
    graph.parse(folder / "liqaa.nq", format="nquads")
    terms.clear()
    began = time.process_time()
    graph.serialize(destination=str(folder / "rdflib.trig"), format="trig")
    return {"statements": len(graph), "rate": len(graph) / (time.process_time() - began)}


def measured_delta(form: str, folder: Path) -> dict[str, float]:
    """Publish the last day for a partner who has the day before, then the whole."""
    with (
        Archive.open(folder / "archive.sqlite", create=False) as archive,
        History(folder / HISTORY_FILE) as history,
    ):
        *_, old, new = history.states()
        history.keep_hash(old, Profile().variant, canonical_hash(history, old, Profile()))
        began = time.process_time()
        day = export_rdf(archive, history, folder / "day", Request(form, since=str(old.run)))
        seconds = time.process_time() - began
        began = time.process_time()
        write_patch(folder / "delta.rdfp", history, old, new, Profile())
        patch = time.process_time() - began
        began = time.process_time()
        all_ = export_rdf(archive, history, folder / "whole", Request(form))
        whole = time.process_time() - began
    return {
        "seconds": seconds, "patch": patch, "statements": day.statements,
        "whole": whole, "all": all_.statements,
    }  # fmt: skip


def round_trip(form: str, folder: Path) -> dict[str, float]:
    """Import what was written, and export it again."""
    first = folder / f"liqaa.{FORMATS[form][0]}"
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        made = Path(scratch)
        began = time.process_time()
        import_rdf(first, made / "archive.sqlite")
        seconds = time.process_time() - began
        with History(made / HISTORY_FILE) as history:
            write(made / first.name, form, history, history.states()[-1], Profile())
        same = (made / first.name).read_bytes() == first.read_bytes()
    print(
        f"round trip: imported in {seconds:.0f} s; {'the same bytes' if same else 'OTHER BYTES'}",
        file=sys.stderr,
    )
    return {"same": same, "seconds": seconds}


STEPS = {
    "write": measured_write,
    "rdflib": measured_rdflib,
    "delta": measured_delta,
    "round_trip": round_trip,
}


def _in_a_process(step: str, form: str, folder: Path) -> dict[str, float]:
    command = [sys.executable, "-W", "ignore", __file__, "--one", step, form, str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(done.stdout))


def _peak() -> float:
    """Most memory this process had, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


if __name__ == "__main__":
    main()
