"""The Cypher that both stores share, made from the schema's tables; values travel as parameters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from liqaa.graph.schema import EDGES, NODES, EdgeTable, NodeTable
from liqaa.graph.stores.delta import EdgeKey, NodeKey, StoreDigests


def pattern(table: EdgeTable) -> str:
    """All relationships of a table, as ``(a)-[r]->(b)``."""
    return f"(a:`{table.source}`)-[r:`{table.type}`]->(b:`{table.target}`)"


def ends(table: EdgeTable) -> str:
    """Find both ends ``a`` and ``b`` of the relationships of ``$rows``.

    Two MATCH clauses: with one comma pattern the look-up is some sixty times slower on Ladybug.
    """
    source = f"MATCH (a:`{table.source}` {{id: row.source_id}})"
    return f"UNWIND $rows AS row {source} MATCH (b:`{table.target}` {{id: row.target_id}})"


def edge_removal(table: EdgeTable) -> str:
    """Statement that removes the relationships of ``$rows`` (``source_id, target_id, key``)."""
    return f"{ends(table)} MATCH (a)-[r:`{table.type}` {{key: row.key}}]->(b) DELETE r"


def node_removal(table: NodeTable) -> str:
    """Statement that removes the nodes of ``$rows`` (``id``)."""
    return f"UNWIND $rows AS row MATCH (n:`{table.label}` {{id: row.id}}) DETACH DELETE n"


def read_digests(ask: Callable[[str], Iterable[Sequence[object]]]) -> StoreDigests:
    """The digest of every node and relationship that Liqaa wrote.

    Args:
        ask: gives the rows of a statement.
    """
    nodes: dict[NodeKey, str] = {}
    for node in NODES:
        found = f"MATCH (n:`{node.label}`) WHERE n.digest IS NOT NULL RETURN n.id, n.digest"
        for node_id, digest in ask(found):
            nodes[node.label, str(node_id)] = str(digest)
    edges: dict[EdgeKey, str] = {}
    for edge in EDGES:
        found = f"MATCH {pattern(edge)} WHERE r.digest IS NOT NULL RETURN a.id, b.id, r.key, r.digest"
        for source, target, key, digest in ask(found):
            edges[edge.type, str(source), str(target), str(key)] = str(digest)
    return StoreDigests(nodes, edges)
