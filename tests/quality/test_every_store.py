"""The development articles, in order, shuffled and twice, on every store: queries give the same rows."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from gold_scorer import Annotated
from liqaa.graph.stores.store import Store
from liqaa.ingest import extraction
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.jobs.ingest import ingest
from liqaa.ingest.reading import read
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue

NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)
Rows = tuple[tuple[object, ...], ...]


@pytest.fixture(scope="module")
def orders(development: Annotated, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The articles as they stand, and two shuffles of them one after the other."""
    folder = tmp_path_factory.mktemp("orders")
    lines = [json.dumps(doc, ensure_ascii=False) for doc in development.docs.values()]
    paths = []
    for number, seed in enumerate((None, 1, 2)):
        if seed is not None:
            random.Random(seed).shuffle(lines)
        paths.append(folder / f"{number}.jsonl")
        paths[-1].write_text("\n".join(lines) + "\n", encoding="utf-8")
    return paths


def load(path: Path, archive_file: Path, store: Store) -> int:
    """Ingest a file; how many nodes and relationships of the graph that changed."""
    with Archive.open(archive_file) as archive:
        done = ingest(
            [str(path)],
            archive=archive,
            store=store,
            extractor=extraction.load(),
            read=read,
            clock=lambda: NOON,
        )
    change = done.change
    return change.nodes_put + change.nodes_removed + change.edges_put + change.edges_removed


# By the types of the parameters that have no default: what the graph holds of them.
MET = {
    (): "RETURN 0",
    ("actor",): "MATCH (a:Actor) RETURN DISTINCT a.name ORDER BY a.name",
    ("actor", "actor"): "MATCH (a:Actor)-[:TOOK_PART]->(:Event)<-[:TOOK_PART]-(b:Actor) WHERE a.id < b.id "
    "RETURN DISTINCT a.name, b.name ORDER BY a.name, b.name",
    ("party",): "MATCH (p:Party) RETURN p.code ORDER BY p.code",
    ("party", "party"): "MATCH (a:Party)<-[:BETWEEN]-(e:Event)-[:BETWEEN]->(b:Party) WHERE a.id < b.id "
    "RETURN a.code, b.code, count(e) ORDER BY count(e) DESC, a.code, b.code",
    ("party", "office"): "MATCH (p:Party)<-[:OF]-(o:Office) RETURN p.code, o.name_ar ORDER BY p.code, o.id",
    ("list",): "MATCH (e:Event) RETURN e.id ORDER BY e.id",
    ("topic",): "MATCH (t:Topic) RETURN t.id ORDER BY t.id",
    ("event",): "MATCH (e:Event) RETURN e.id AS id ORDER BY id "
    "UNION ALL MATCH (r:Redirect {kind: 'event'}) RETURN r.id AS id ORDER BY id "
    "UNION ALL MATCH (:Event)-[:PART_OF]->(v:Event) RETURN DISTINCT v.id AS id ORDER BY id",
}
MOST = 60  # times that a query is asked, at most


def questions(store: Store) -> Iterator[tuple[str, dict[str, str]]]:
    """Every curated query with parameters met in the graph, evenly spread."""
    for query in catalogue.load(fold).queries.values():
        wanted = [parameter for parameter in query.parameters if parameter.default is None]
        rows = store.run(MET[tuple(parameter.type for parameter in wanted)], {}).rows
        for row in rows[:: len(rows) // MOST + 1]:
            yield query.name, {p.name: str(value) for p, value in zip(wanted, row, strict=False)}


def answers(store: Store, asked: list[tuple[str, dict[str, str]]]) -> list[Rows]:
    """The rows of every question."""
    shelf = catalogue.load(fold)
    return [shelf.run(shelf.find(name), store, given).rows for name, given in asked]


def test_every_query_gives_the_same_rows(
    orders: list[Path], stores: dict[str, Store], tmp_path: Path
) -> None:
    asked: list[tuple[str, dict[str, str]]] = []
    expected: list[Rows] = []
    for name, store in stores.items():
        assert load(orders[0], tmp_path / f"{name}-1.sqlite", store) > 0
        assert load(orders[0], tmp_path / f"{name}-1.sqlite", store) == 0
        asked = asked or list(questions(store))
        found = answers(store, asked)
        expected = expected or found
        assert found == expected, name
        for shuffled in orders[1:]:
            assert load(shuffled, tmp_path / f"{name}-2.sqlite", store) == 0, f"{name}: the order told"
        assert answers(store, asked) == expected, name
    assert {name for name, _ in asked} == set(catalogue.load(fold).queries)
    assert sum(map(len, expected)) > 300
