"""On a graph drawn from the real shape, no curated query begins by reading everything on a real Neo4j.

There the embedded store also shows what it hides in a small one: its joins work in blocks of 2048 rows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import bulk
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.neo4j_store import Neo4jStore
from liqaa.graph.stores.store import Store
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue
from liqaa.queries.header import Query
from neo4j_server import RELEASES, NoServerError, Server, fetch_jars, find_java, running, settings_of
from questions import questions
from skipping import skip_or_fail
from stopwatches import Neo4jWatch
from synthesis import Drawn

SHELF = catalogue.load(fold)
EVENTS = 3000
INDEX_SCANS = ("NodeIndexContainsScan", "NodeIndexScan", "NodeUniqueIndexScan")

# Tables of a few hundred rows, which the planner reads whole rather than by their index.
SMALL = {"Party", "Topic"}
# What leads away from the one asked for: a range or a status that fits every event is no beginning.
RANGES = {"NodeIndexSeek(Event)", "NodeIndexSeekByRange(Event)"}
# But from the ties of a party it goes on by the days that they name.
BY_DAY = {"quality/near_duplicates"}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Drawn]:
    """A synthesised graph in files, and what it holds."""
    folder = tmp_path_factory.mktemp("shelf")
    return folder, bulk.write(folder, EVENTS, seed=1)


@pytest.fixture(scope="module", params=sorted(RELEASES))
def server(
    request: pytest.FixtureRequest, graph: tuple[Path, Drawn], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """A server of each release that holds the graph, with the indexes that the store makes."""
    home = tmp_path_factory.mktemp(f"home-{request.param}")
    try:
        fetch_jars(RELEASES[request.param])
        find_java(RELEASES[request.param].java)
    except NoServerError as error:
        skip_or_fail(str(error))
    bulk.import_into_neo4j(graph[0], request.param, home)
    with running(request.param, home) as one:
        with Neo4jStore(settings_of(one)) as store:
            store.prepare()
        yield one


@pytest.fixture(scope="module")
def watch(server: Server) -> Iterator[Neo4jWatch]:
    """What asks the server for its plans."""
    with Neo4jWatch(server) as one:
        yield one


@pytest.fixture(scope="module")
def embedded(graph: tuple[Path, Drawn], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The embedded store with the same graph."""
    path = tmp_path_factory.mktemp("embedded") / "graph.lbug"
    bulk.import_into_ladybug(graph[0], path)
    with LadybugStore(path) as store:
        yield store


@pytest.mark.parametrize("name", sorted(SHELF.queries))
def test_the_plan_begins_with_an_index(name: str, watch: Neo4jWatch, graph: tuple[Path, Drawn]) -> None:
    query = SHELF.find(name)
    asked = questions(query, SHELF, graph[1], 1)[0]
    starts = watch.starts(query.cypher, asked.parameters)
    assert starts
    scans = {start for start in starts if "Scan" in start and not start.startswith(INDEX_SCANS)}
    assert not scans - {f"NodeByLabelScan({label})" for label in SMALL}, starts
    if {"actor", "party", "event"} & {p.type for p in query.parameters if p.default is None}:
        assert name in BY_DAY or not RANGES & set(starts), starts


@pytest.mark.parametrize("name", sorted(SHELF.queries))
def test_both_stores_give_the_same_rows(
    name: str, server: Server, embedded: Store, graph: tuple[Path, Drawn]
) -> None:
    query = SHELF.find(name)
    with Neo4jStore(settings_of(server)) as store:
        for asked in questions(query, SHELF, graph[1], 3):
            expected = rows(store, query, asked.parameters)
            assert rows(embedded, query, asked.parameters) == expected, asked


def rows(store: Store, query: Query, parameters: Mapping[str, object]) -> list[list[object]]:
    """What a store answers: what is collected in any order, and as neo4j-admin drops an empty list, None."""
    found = list(store.run(query.cypher, parameters).rows)
    catalogue.put_in_order(query, found)
    return [
        [sorted(map(str, value)) or None if isinstance(value, (list, tuple)) else value for value in row]
        for row in found
    ]
