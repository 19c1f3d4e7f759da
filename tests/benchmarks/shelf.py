"""Every curated query on a graph of a million events: how long it takes, and where its plan begins.

usage: python tests/benchmarks/shelf.py [--events N] [--store neo4j|ladybug|both] [--release 5.26|2026]
                                        [--runs N] [--query NAME …] [--format table|json] [--keep DIR]

The graph is drawn by seed from the shape of the real one (``shape.json``, which shape.py measures) and
imported in bulk; the indexes are those that the store makes. Neo4j runs with 2 GB of heap. Every query runs
with its defaults and parameters drawn from the graph, half of them busy, half any; one that takes none runs
over the whole period and over quarters of a year. The files of the store are read once before the server
starts, so that a disc that is slow at first is not taken for a slow query. Up to three runs before those that
count warm the caches of the store; the first of them is told by itself. A run that is given up after half a
minute (five minutes while the store warms), or fails, is a miss that says why. Ends with 1
where a query misses its limit on Neo4j.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import bulk
import stopwatches
from liqaa.graph.stores.neo4j_store import Neo4jStore
from liqaa.graph.stores.store import neo4j_settings
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue
from liqaa.queries.header import Query
from neo4j_server import running
from questions import Question, questions
from stopwatches import LadybugWatch, Neo4jWatch, NoAnswerError, Watch
from synthesis import Drawn

HEAP = ("-Xms2g", "-Xmx2g", "-XX:+UseG1GC")
TIMELINES = {
    *("who_met_whom/actor_timeline", "who_met_whom/two_actors", "who_met_whom/two_parties"),
    *("evidence/event_words", "evidence/event_versions", "visits/programme"),
}
TIMELINE_MS, AGGREGATE_MS = 100, 1000
WARM_UPS = 3


@dataclass(frozen=True)
class Figures:
    """What was measured of a query.

    Attributes:
        store: which store.
        query: its name.
        asked: with which parameters: ``busy``, ``any``, ``whole`` period or ``quarter`` of a year.
        runs: how often.
        first: milliseconds of the first of the runs that warm the store, which do not count.
        p50: milliseconds.
        p95: milliseconds; None where a run gave no answer.
        worst: milliseconds, until it was given up where a run gave no answer.
        rows: of the answer, median.
        most_rows: the most.
        limit: milliseconds that p95 may take.
        start: operators with which the plan begins.
        hits: accesses to the database of one run, None where they are not told.
        missing: why a run gave no answer, None where all did.
    """

    store: str
    query: str
    asked: str
    runs: int
    first: float
    p50: float
    p95: float | None
    worst: float
    rows: int
    most_rows: int
    limit: int
    start: str
    hits: int | None
    missing: str | None

    @property
    def met(self) -> bool:
        """Whether it keeps its limit."""
        return self.p95 is not None and self.p95 <= self.limit


def main() -> None:
    """Draw, load, measure, print."""
    options = _options()
    shelf = catalogue.load(fold)
    wanted = [query for query in shelf.queries.values() if not options.query or query.name in options.query]
    with ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="liqaa-shelf-")))
        files = folder / "csv"
        drawn = _drawn(files, options.events, options.seed)
        asked = {query.name: questions(query, shelf, drawn, options.runs) for query in wanted}
        figures: list[Figures] = []
        if options.store != "ladybug":
            figures += _on_neo4j(files, folder / "neo4j", options.release, wanted, asked)
        if options.store != "neo4j":
            figures += _on_ladybug(files, folder / "graph.lbug", wanted, asked)
    if options.format == "json":
        print(json.dumps([asdict(one) for one in figures], indent=1))
    else:
        print("\n".join(table(figures)))
    sys.exit(any(not one.met for one in figures if one.store == "neo4j"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", choices=("neo4j", "ladybug", "both"), default="both")
    parser.add_argument("--release", choices=("5.26", "2026"), default="5.26")
    parser.add_argument("--runs", type=int, default=20, help="of each query and kind of parameters")
    parser.add_argument("--query", nargs="*", help="only these")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    parser.add_argument("--keep", type=Path, help="folder for the graph, left there and taken up again")
    return parser.parse_args()


def _drawn(files: Path, events: int, seed: int) -> Drawn:
    """The graph in files, drawn unless an earlier run left it there, and what it holds to ask for."""
    kept = files / "drawn.pickle"
    if kept.exists():
        found: Drawn = pickle.loads(kept.read_bytes())
        return found
    files.mkdir(parents=True)
    began = time.monotonic()
    drawn = bulk.write(files, events, seed)
    _say(f"{events} events drawn in {time.monotonic() - began:.0f} s")
    kept.write_bytes(pickle.dumps(drawn))
    return drawn


def _on_neo4j(
    files: Path, home: Path, release: str, wanted: list[Query], asked: dict[str, list[Question]]
) -> list[Figures]:
    if not home.exists():
        began = time.monotonic()
        bulk.import_into_neo4j(files, release, home)
        _say(f"Neo4j {release}: imported in {time.monotonic() - began:.0f} s")
    _read(home / "data")
    with running(release, home, {"server.memory.pagecache.size": "3g"}, memory=HEAP, in_order=True) as server:
        began = time.monotonic()
        with Neo4jStore(neo4j_settings(server.environ)) as store:
            store.prepare()
        _say(f"Neo4j {release}: constraints and indexes in {time.monotonic() - began:.0f} s")
        with Neo4jWatch(server) as watch:
            return [one for query in wanted for one in measured(watch, query, asked[query.name])]


def _read(folder: Path) -> None:
    """Bring the files below a folder from the disc into memory, as a server that has run for a day has."""
    began, size = time.monotonic(), 0
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb", buffering=0) as file:
                while block := file.read(1 << 24):
                    size += len(block)
    _say(f"{size / 1e9:.1f} GB read in {time.monotonic() - began:.0f} s")


def _on_ladybug(
    files: Path, path: Path, wanted: list[Query], asked: dict[str, list[Question]]
) -> list[Figures]:
    if not path.exists():
        began = time.monotonic()
        bulk.import_into_ladybug(files, path)
        _say(f"Ladybug: copied in {time.monotonic() - began:.0f} s")
    with LadybugWatch(path) as watch:
        return [one for query in wanted for one in measured(watch, query, asked[query.name])]


def measured(watch: Watch, query: Query, asked: list[Question]) -> Iterator[Figures]:
    """The figures of a query, one for each kind of parameters."""
    for kind in dict.fromkeys(question.kind for question in asked):
        chosen = [question.parameters for question in asked if question.kind == kind]
        warming = chosen[:WARM_UPS]
        times: list[float] = []
        rows: list[int] = []
        missing: str | None = None
        for number, parameters in enumerate([*warming, *chosen]):
            limit = stopwatches.COLD_LIMIT if number < len(warming) else stopwatches.TIME_LIMIT
            began = time.perf_counter()
            try:
                rows.append(watch.count(query.cypher, parameters, limit))
            except NoAnswerError as error:
                missing = str(error)
            times.append(1000 * (time.perf_counter() - began))
            if missing:
                break
        first = times[0]
        # Where a run that warms the store fails there is no other.
        times, rows = sorted(times[len(warming) :] or times), sorted(rows[len(warming) :])
        start, hits = ("", None) if missing else watch.plan(query.cypher, chosen[0])
        yield Figures(
            *(watch.name, query.name, kind, len(times), round(first, 1)),
            p50=round(times[len(times) // 2], 1),
            p95=None if missing else round(times[math.ceil(len(times) * 0.95) - 1], 1),  # nearest rank
            worst=round(times[-1], 1),
            rows=rows[len(rows) // 2] if rows else 0,
            most_rows=rows[-1] if rows else 0,
            limit=TIMELINE_MS if query.name in TIMELINES else AGGREGATE_MS,
            start=start,
            hits=hits,
            missing=missing,
        )
        _say(f"{watch.name} {query.name} {kind}: {times[len(times) // 2]:.0f} ms {missing or ''}".rstrip())


def table(figures: list[Figures]) -> Iterator[str]:
    yield (
        f"{'store':8} {'query':30} {'asked':7} {'first ms':>8} {'p50 ms':>7} {'p95 ms':>8} {'max ms':>8}"
        f" {'rows':>6} {'most':>6} {'limit':>5}      {'hits':>9}  begins with"
    )
    for one in figures:
        p95 = "none" if one.p95 is None else f"{one.p95:.1f}"
        mark = "ok  " if one.met else "MISS"
        yield (
            f"{one.store:8} {one.query:30} {one.asked:7} {one.first:8.1f} {one.p50:7.1f} {p95:>8}"
            f" {one.worst:8.1f} {one.rows:6} {one.most_rows:6} {one.limit:5} {mark} {one.hits or '':>9}"
            f"  {one.missing or one.start}"
        )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
