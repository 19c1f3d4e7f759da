"""The bridge for py2neo notebooks, against a real server."""

from __future__ import annotations

import pytest
from hand_built import SMALL, actor, event, large, projection
from liqaa.graph.projection.projection import Projection
from liqaa.graph.stores.delta import digests_of
from liqaa.graph.stores.store import Store

py2neo = pytest.importorskip("py2neo", reason="py2neo is not installed (extra py2neo)")


@pytest.fixture
def graph(neo4j_server, neo4j_store: Store):  # type: ignore[no-untyped-def]
    """A connection of py2neo to the prepared, empty server."""
    return py2neo.Graph(neo4j_server.uri, auth=(neo4j_server.username, neo4j_server.password))


@pytest.mark.parametrize("whole", [SMALL, large(200), projection(actor("a-1", "'}) 😀\u202e"))])
def test_push_and_read_back(graph, neo4j_store: Store, whole: Projection) -> None:  # type: ignore[no-untyped-def]
    from liqaa.graph.stores import py2neo_bridge

    py2neo_bridge.push(graph, py2neo_bridge.subgraph(whole))
    assert neo4j_store.digests() == digests_of(whole)
    assert py2neo_bridge.rows_of(py2neo_bridge.pull(graph)) == whole
    py2neo_bridge.push(graph, py2neo_bridge.subgraph(whole))
    assert neo4j_store.digests() == digests_of(whole)


def test_without_a_server_the_rows_are_the_same() -> None:
    from liqaa.graph.stores import py2neo_bridge

    held = py2neo_bridge.subgraph(SMALL)
    assert py2neo_bridge.rows_of(held) == SMALL
    assert held.labels() >= {"Event", "Visit", "Country", "Authority"}


def test_what_py2neo_pushed_is_typed_and_labelled_as_by_our_own_store(graph, neo4j_store: Store) -> None:  # type: ignore[no-untyped-def]
    from liqaa.graph.stores import py2neo_bridge

    py2neo_bridge.push(graph, py2neo_bridge.subgraph(projection(event("e-1", "visit", "2021-03-14"))))
    said = neo4j_store.run(
        "MATCH (e:Event:Visit) WHERE e.date = date('2021-03-14') RETURN e.id AS id, e.report_count + 1 AS n",
        {},
    )
    assert said.rows == (("e-1", 2),)
