"""A few runs killed at random moments; ``tests/kills.py`` kills two hundred."""

from __future__ import annotations

from pathlib import Path

from kills import survive
from liqaa.graph.stores.neo4j_store import Neo4jStore
from liqaa.graph.stores.store import Store
from neo4j_server import Server, settings_of
from stores_at_hand import ladybug


def test_killed_runs_lose_and_double_nothing(tmp_path: Path) -> None:
    assert survive(tmp_path, ladybug, kills=5, seed=3)["killed"] == 5


def test_killed_runs_lose_and_double_nothing_in_neo4j(
    tmp_path: Path, neo4j_server: Server, neo4j_store: Store
) -> None:
    assert neo4j_store.name == "neo4j"  # emptied for this test
    assert survive(tmp_path, lambda _: Neo4jStore(settings_of(neo4j_server)), kills=3, seed=4)["killed"] == 3
