"""For notebooks that still use py2neo: our graph as a py2neo ``Subgraph``, pushed and read back.

py2neo is archived and needs ``bolt://`` or ``neo4j://``. Its own push of a ``Subgraph`` merges relationships
by their ends and type alone, which makes one of two roles in one event; so they go in by key here.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import cast

import py2neo  # type: ignore[import-untyped,import-not-found,unused-ignore]
import py2neo.bulk  # type: ignore[import-untyped,import-not-found,unused-ignore]
from liqaa.graph.projection.projection import Projection
from liqaa.graph.schema import EDGES, NODES, Edge, Node, Value
from liqaa.graph.stores.neo4j_statements import further_labels
from liqaa.graph.stores.rows import EDGE_TABLES, NODE_TABLES, edge_batches, node_batches
from liqaa.graph.stores.statements import pattern


def subgraph(projection: Projection) -> py2neo.Subgraph:
    """The graph as py2neo holds one, with labels, ids and digests as the stores write them.

    Raises:
        ValueError: a node or relationship does not fit the schema.
    """
    nodes: dict[tuple[str, str], py2neo.Node] = {}
    for table, rows in node_batches(projection.nodes):
        for row in rows:
            node = py2neo.Node(*_labels(table.label, row), **row)
            node.__primarylabel__, node.__primarykey__ = table.label, "id"
            nodes[table.label, str(row["id"])] = node
    relationships = []
    for edge, rows in edge_batches(projection.edges):
        for row in rows:
            source = nodes[edge.source, str(row.pop("source_id"))]
            target = nodes[edge.target, str(row.pop("target_id"))]
            relationships.append(py2neo.Relationship(source, edge.type, target, **row))
    return py2neo.Subgraph(nodes.values(), relationships)


def push(graph: py2neo.Graph, whole: py2neo.Subgraph) -> None:
    """Write a subgraph that ``subgraph`` made, in one transaction; repeating is harmless.

    Args:
        graph: py2neo's connection; the ids should have their constraints (``Neo4jStore.prepare``).
        whole: nodes and relationships to add or to overwrite.
    """
    by_type = defaultdict(list)
    for relationship in whole.relationships:
        ends = relationship.start_node["id"], relationship.end_node["id"]
        by_type[type(relationship).__name__].append((ends[0], dict(relationship), ends[1]))
    tx = graph.begin()
    tx.merge(py2neo.Subgraph(whole.nodes))
    for kind, rows in sorted(by_type.items()):
        table = EDGE_TABLES[kind]
        ends = (table.source, "id"), (table.target, "id")
        py2neo.bulk.merge_relationships(tx, rows, (kind, "key"), *ends)
    graph.commit(tx)


def pull(graph: py2neo.Graph) -> py2neo.Subgraph:
    """Read everything that Liqaa wrote."""
    nodes = [
        record[0]
        for table in NODES
        for record in graph.run(f"MATCH (n:`{table.label}`) WHERE n.digest IS NOT NULL RETURN n")
    ]
    relationships = [
        record[0]
        for edge in EDGES
        for record in graph.run(f"MATCH {pattern(edge)} WHERE r.digest IS NOT NULL RETURN r, a, b")
    ]
    return py2neo.Subgraph(nodes, relationships)


def rows_of(whole: py2neo.Subgraph) -> Projection:
    """A subgraph back as our own nodes and relationships, sorted, each once."""
    # py2neo takes the internal id 0 for none, and so holds the node that has it once for every relationship.
    nodes = {(node.label, node.id): node for node in map(_node, whole.nodes)}.values()
    edges = [_edge(relationship) for relationship in whole.relationships]
    return Projection(
        tuple(sorted(nodes, key=lambda n: (n.label, n.id))),
        tuple(sorted(edges, key=lambda e: (e.type, e.source, e.target, e.key))),
    )


def _labels(label: str, row: dict[str, object]) -> list[str]:
    return [label, *further_labels(label, row)]


def _node(node: py2neo.Node) -> Node:
    (label,) = NODE_TABLES.keys() & set(node.labels)
    return Node(label, node["id"], _values(node, NODE_TABLES[label].properties))


def _edge(relationship: py2neo.Relationship) -> Edge:
    kind = type(relationship).__name__
    ends = relationship.start_node["id"], relationship.end_node["id"]
    return Edge(kind, *ends, relationship["key"], _values(relationship, EDGE_TABLES[kind].properties))


def _values(entity: py2neo.Entity, names: Iterable[str]) -> dict[str, Value]:
    return {name: _plain(entity[name]) for name in names}


def _plain(value: object) -> Value:
    """A value as our records hold it; py2neo brings its own class for a date."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if iso := getattr(value, "iso_format", None):
        return str(iso())
    return cast(Value, value)
