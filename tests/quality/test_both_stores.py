"""The development articles, in order, shuffled and twice, on every store: queries give the same rows."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from gold_scorer import Annotated
from liqaa.graph.store import Store
from liqaa.ingest import extraction
from liqaa.ingest.archive import Archive
from liqaa.ingest.job import ingest
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


def questions(store: Store) -> Iterator[tuple[str, dict[str, str]]]:
    """Every curated query with parameters met in the graph."""
    actors = [
        str(row[0]) for row in store.run("MATCH (a:Actor) RETURN DISTINCT a.name ORDER BY a.name", {}).rows
    ]
    events = [str(row[0]) for row in store.run("MATCH (e:Event) RETURN e.id ORDER BY e.id", {}).rows]
    parties = ("SA", "US", "EG", "RU", "IR", "TR", "KP", "UN")
    for name in actors[::4]:
        yield "who_met_whom/actor_timeline", {"name": name}
        yield "honors/of_an_actor", {"name": name}
    for number, first in enumerate(parties):
        for second in parties[number + 1 :]:
            yield "who_met_whom/two_parties", {"first": first, "second": second}
    for event in events[::4]:
        yield "evidence/event_words", {"event": event}
        yield "evidence/event_versions", {"event": event}
    yield "plans/without_outcome", {}
    visits = store.run("MATCH (:Event)-[:PART_OF]->(v:Event) RETURN DISTINCT v.id ORDER BY v.id", {}).rows
    for (visit,) in visits:
        yield "visits/programme", {"event": str(visit)}
    for (former,) in store.run("MATCH (r:Redirect {kind: 'event'}) RETURN r.id ORDER BY r.id", {}).rows[::4]:
        yield "evidence/event_words", {"event": str(former)}


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
