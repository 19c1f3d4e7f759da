"""The Cypher that both stores share, made from the schema's tables; values travel as parameters."""

from __future__ import annotations

from liqaa.graph.schema import EdgeTable, NodeTable


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
