"""On a real Neo4j and a graph drawn from the real shape, no curated query begins by reading everything."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import bulk
from liqaa.graph.neo4j_store import Neo4jStore
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue
from neo4j_server import RELEASES, NoServerError, fetch_jars, find_java, running, settings_of
from questions import questions
from skipping import skip_or_fail
from stopwatches import Neo4jWatch
from synthesis import Drawn

SHELF = catalogue.load(fold)
EVENTS = 3000
INDEX_SCANS = ("NodeIndexContainsScan", "NodeIndexScan", "NodeUniqueIndexScan")

# Tables of a few hundred rows, which the planner reads whole rather than by their index.
SMALL = {"Party", "Topic"}
# What has no value to begin with, and why.
WHOLE = {
    "quality/unresolved": "asks for what is missing, of every actor: nothing is indexed where it is not",
    "quality/without_party": "asks for what is missing, of every actor: nothing is indexed where it is not",
}

# What leads away from the one asked for: a range or a status that fits every event is no beginning.
RANGES = {"NodeIndexSeek(Event)", "NodeIndexSeekByRange(Event)"}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Drawn]:
    """A synthesised graph in files, and what it holds."""
    folder = tmp_path_factory.mktemp("shelf")
    return folder, bulk.write(folder, EVENTS, seed=1)


@pytest.fixture(scope="module", params=sorted(RELEASES))
def watch(
    request: pytest.FixtureRequest, graph: tuple[Path, Drawn], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Neo4jWatch]:
    """A server of each release that holds the graph, with the indexes that the store makes."""
    home = tmp_path_factory.mktemp(f"home-{request.param}")
    try:
        fetch_jars(RELEASES[request.param])
        find_java(RELEASES[request.param].java)
    except NoServerError as error:
        skip_or_fail(str(error))
    bulk.import_into_neo4j(graph[0], request.param, home)
    with running(request.param, home) as server:
        with Neo4jStore(settings_of(server)) as store:
            store.prepare()
        with Neo4jWatch(server) as one:
            yield one


@pytest.mark.parametrize("name", sorted(SHELF.queries))
def test_the_plan_begins_with_an_index(name: str, watch: Neo4jWatch, graph: tuple[Path, Drawn]) -> None:
    query = SHELF.find(name)
    asked = next(one for one in questions(query, SHELF, graph[1], 1) if one.kind != "whole")
    starts = watch.starts(query.cypher, asked.parameters)
    assert starts
    scans = [start for start in starts if "Scan" in start and not start.startswith(INDEX_SCANS)]
    allowed = {f"NodeByLabelScan({label})" for label in SMALL}
    if name in WHOLE:
        allowed.add("NodeByLabelScan(Actor)")
    assert not set(scans) - allowed, starts
    if {"actor", "party", "event"} & {p.type for p in query.parameters if p.default is None}:
        assert not RANGES & set(starts), starts


def test_whoever_may_read_everything_still_does(watch: Neo4jWatch, graph: tuple[Path, Drawn]) -> None:
    for name in WHOLE:
        query = SHELF.find(name)
        asked = questions(query, SHELF, graph[1], 1)[0]
        assert "NodeByLabelScan(Actor)" in watch.starts(query.cypher, asked.parameters), name
