"""The Cypher that builds and fills a Neo4j database, made from the schema's tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from liqaa.graph.schema import FULL_TEXT, FURTHER_LABELS, INDEXED, NODES, SEARCHED, EdgeTable, NodeTable
from liqaa.graph.stores.rows import EDGE_TABLES, Row
from liqaa.graph.stores.statements import ends


def ddl() -> Iterator[str]:
    """Constraints and indexes; repeating is harmless, and the names keep clear of those that others gave."""
    for table in NODES:
        yield (
            f"CREATE CONSTRAINT liqaa_{table.label.lower()}_id IF NOT EXISTS "
            f"FOR (n:`{table.label}`) REQUIRE n.id IS UNIQUE"
        )
    for of, names in INDEXED:
        index = "_".join((of.lower(), *names))
        on = ", ".join(f"n.`{name}`" for name in names)
        what = f"()-[n:`{of}`]-()" if of in EDGE_TABLES else f"(n:`{of}`)"
        yield f"CREATE INDEX liqaa_{index} IF NOT EXISTS FOR {what} ON ({on})"
    for label, name in SEARCHED:
        yield (
            f"CREATE TEXT INDEX liqaa_{label.lower()}_{name}_text IF NOT EXISTS "
            f"FOR (n:`{label}`) ON (n.`{name}`)"
        )
    for index, (labels, names) in FULL_TEXT.items():
        yield (
            f"CREATE FULLTEXT INDEX liqaa_{index} IF NOT EXISTS FOR (n:{'|'.join(labels)}) "
            f"ON EACH [{', '.join(f'n.`{name}`' for name in names)}] "
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'arabic'}}"
        )


def node_merge(table: NodeTable) -> str:
    """Statement that adds or replaces the nodes of ``$rows`` as ``labelled`` makes them."""
    merge = f"UNWIND $rows AS row MERGE (n:`{table.label}` {{id: row.properties.id}}) SET n = row.properties"
    if table.label not in FURTHER_LABELS:
        return merge
    given = FURTHER_LABELS[table.label].values()
    every = "".join(f":{label}" for labels in given for label in labels.values())
    return f"{merge} REMOVE n{every} SET n:$(row.labels)"


def edge_merge(table: EdgeTable) -> str:
    """Statement that adds or replaces the relationships of ``$rows`` as ``packed`` makes them."""
    merge = f"MERGE (a)-[r:`{table.type}` {{key: row.properties.key}}]->(b)"
    return f"{ends(table)} {merge} SET r = row.properties RETURN count(*)"


def labelled(table: NodeTable, rows: list[Row]) -> list[Row]:
    """Rows with the further labels that the values of properties give.

    Raises:
        ValueError: the value has no label.
    """
    if table.label not in FURTHER_LABELS:
        return [{"properties": row} for row in rows]
    for name, labels in FURTHER_LABELS[table.label].items():
        odd = {row[name] for row in rows} - {None, *labels}
        if odd:
            raise ValueError(f"{table.label}.{name}: no label for {', '.join(sorted(map(str, odd)))}")
    return [{"properties": row, "labels": further_labels(table.label, row)} for row in rows]


def further_labels(label: str, properties: Mapping[str, object]) -> list[str]:
    """The labels that the values of a node's properties give."""
    return [
        labels[str(properties[name])]
        for name, labels in FURTHER_LABELS.get(label, {}).items()
        if properties[name] is not None
    ]


def packed(table: EdgeTable, rows: list[Row]) -> list[Row]:
    """Rows whose properties stand in one map, so that one SET replaces all."""
    names = ("key", "digest", *table.properties)
    return [
        {
            "source_id": row["source_id"],
            "target_id": row["target_id"],
            "properties": {name: row[name] for name in names},
        }
        for row in rows
    ]
