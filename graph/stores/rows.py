"""Nodes and relationships as rows for ``UNWIND``: checked against the schema, by table, in batches."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from liqaa.graph.schema import EDGES, NODES, Edge, EdgeTable, Node, NodeTable, PropertyType, Value
from liqaa.graph.stores.delta import EdgeKey, NodeKey
from liqaa.ontology.model import digest_of

Row = dict[str, object]

BATCH = 5_000
"""Rows a transaction: more is no faster on either store, and a killed run loses less."""

NODE_TABLES: Mapping[str, NodeTable] = {table.label: table for table in NODES}
EDGE_TABLES: Mapping[str, EdgeTable] = {table.type: table for table in EDGES}

_CLASSES: Mapping[PropertyType, type] = {
    "STRING": str,
    "INT64": int,
    "DOUBLE": float,
    "BOOL": bool,
    "DATE": str,
    "STRING[]": list,
}

_Table = TypeVar("_Table", NodeTable, EdgeTable)


def node_batches(nodes: Iterable[Node]) -> Iterator[tuple[NodeTable, list[Row]]]:
    """Rows with ``id``, ``digest`` and every property, dates as ``datetime.date``.

    Raises:
        ValueError: a node does not fit its table.
    """
    by_label: dict[str, list[Row]] = defaultdict(list)
    for node in nodes:
        where = f"{node.label} {node.id}"
        table = _table(NODE_TABLES, node.label, where)
        row = _properties(table.properties, node.properties, where)
        by_label[node.label].append({**row, "id": node.id, "digest": digest_of(node.properties)})
    return _batches(NODE_TABLES, by_label)


def edge_batches(edges: Iterable[Edge]) -> Iterator[tuple[EdgeTable, list[Row]]]:
    """Rows with ``source_id``, ``target_id``, ``key``, ``digest`` and every property, as for nodes.

    Raises:
        ValueError: a relationship does not fit its table.
    """
    by_type: dict[str, list[Row]] = defaultdict(list)
    for edge in edges:
        where = f"{edge.type} {edge.source} -> {edge.target}"
        table = _table(EDGE_TABLES, edge.type, where)
        # HELD has a property "source" of its own, so the ends are named apart.
        row = _properties(table.properties, edge.properties, where)
        ends = {"source_id": edge.source, "target_id": edge.target}
        by_type[edge.type].append({**row, **ends, "key": edge.key, "digest": digest_of(edge.properties)})
    return _batches(EDGE_TABLES, by_type)


def node_key_batches(keys: Iterable[NodeKey]) -> Iterator[tuple[NodeTable, list[Row]]]:
    """Rows with the ``id`` of nodes to remove."""
    by_label: dict[str, list[Row]] = defaultdict(list)
    for label, node_id in keys:
        by_label[_table(NODE_TABLES, label, node_id).label].append({"id": node_id})
    return _batches(NODE_TABLES, by_label)


def edge_key_batches(keys: Iterable[EdgeKey]) -> Iterator[tuple[EdgeTable, list[Row]]]:
    """Rows with the ends and the key of relationships to remove."""
    by_type: dict[str, list[Row]] = defaultdict(list)
    for type_, source, target, key in keys:
        row: Row = {"source_id": source, "target_id": target, "key": key}
        by_type[_table(EDGE_TABLES, type_, source).type].append(row)
    return _batches(EDGE_TABLES, by_type)


def _batches(
    tables: Mapping[str, _Table], rows: Mapping[str, list[Row]]
) -> Iterator[tuple[_Table, list[Row]]]:
    for name, table in tables.items():
        waiting = iter(rows.get(name, ()))
        while batch := list(islice(waiting, BATCH)):
            yield table, batch


def _table(tables: Mapping[str, _Table], name: str, where: str) -> _Table:
    if name not in tables:
        raise ValueError(f"{where}: the schema has no table {name!r}")
    return tables[name]


def _properties(types: Mapping[str, PropertyType], values: Mapping[str, Value], where: str) -> Row:
    if types.keys() != values.keys():
        odd = ", ".join(sorted(types.keys() ^ values.keys()))
        raise ValueError(f"{where}: properties missing or not in the schema: {odd}")
    return {name: _checked(values[name], types[name], f"{where}, {name}") for name in types}


def _checked(value: Value, type_: PropertyType, where: str) -> object:
    if value is None:
        return None
    if type(value) is not _CLASSES[type_]:
        raise ValueError(f"{where}: {value!r} is no {type_}")
    if type_ != "DATE":
        return value
    try:
        return datetime.date.fromisoformat(str(value))
    except ValueError as error:
        raise ValueError(f"{where}: {value!r} is no day (YYYY-MM-DD)") from error
