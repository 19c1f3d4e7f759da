"""The embedded store: one Ladybug file, no server, one process at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import ladybug
from liqaa.graph.schema import EDGES, NODES, EdgeTable, NodeTable, PropertyType
from liqaa.graph.stores.delta import Delta, StoreDigests
from liqaa.graph.stores.rows import (
    Row,
    edge_batches,
    edge_key_batches,
    node_batches,
    node_key_batches,
)
from liqaa.graph.stores.statements import edge_removal, ends, node_removal, read_digests
from liqaa.graph.stores.store import StoreError, Table, plain

# Left alone, the library takes four fifths of the machine's memory.
_CACHE_BYTES = 512 * 1024 * 1024
_PAUSE = 0.1  # seconds between two tries to open a file that another process holds


class LadybugStore:
    """A ``Store`` in one file.

    Args:
        path: the file; it and its folder are made when missing.
        wait: how long to wait for another process that holds the file, in seconds; a question takes few.

    Raises:
        StoreError: the file is held by another process, written by another version, damaged or out of reach.
    """

    name: Literal["ladybug"] = "ladybug"

    def __init__(self, path: Path, wait: float = 10.0) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = _opened(path, time.monotonic() + wait)
            self._connection = ladybug.Connection(self._database)
        except (OSError, RuntimeError) as error:
            raise StoreError(_why_not_open(path, str(error))) from error

    @property
    def version(self) -> str:
        """Version of the library."""
        return str(ladybug.version)

    def prepare(self) -> None:
        """Create the tables; those of another version of Liqaa are dropped, for the archive refills them."""
        present = {str(row[0]) for row in self._rows("CALL show_tables() RETURN name")}
        if present and not self._fits(present):
            for table in [*(t.type for t in EDGES), *(t.label for t in NODES)]:
                self._rows(f"DROP TABLE IF EXISTS `{table}`")
        for node in NODES:
            self._rows(_node_ddl(node))
        for edge in EDGES:
            self._rows(_edge_ddl(edge))

    def digests(self) -> StoreDigests:
        """Read the digest of every node and relationship."""
        return read_digests(self._rows)

    def apply(self, delta: Delta) -> None:
        """Carry out a delta; every batch is one statement and so one transaction.

        Raises:
            ValueError: a node or relationship does not fit the schema.
            StoreError: an end of a relationship is missing, or the store refuses.
        """
        for edge, rows in edge_key_batches(delta.remove_edges):
            self._write(edge_removal(edge), rows)
        for node, rows in node_key_batches(delta.remove_nodes):
            self._write(node_removal(node), rows)
        for node, rows in node_batches(delta.put_nodes):
            merge = f"UNWIND $rows AS row MERGE (n:`{node.label}` {{id: row.id}})"
            self._write(f"{merge} SET {_assignments('n', node.properties)}", rows)
        for edge, rows in edge_batches(delta.put_edges):
            merge = f"{ends(edge)} MERGE (a)-[r:`{edge.type}` {{key: row.key}}]->(b)"
            written = self._write(f"{merge} SET {_assignments('r', edge.properties)} RETURN count(*)", rows)
            if written != len(rows):
                raise StoreError(f"{len(rows) - written} of {len(rows)} {edge.type} lack one of their ends.")

    def run(self, cypher: str, parameters: Mapping[str, object]) -> Table:
        """Answer one reading statement.

        Raises:
            StoreError: the store refuses the statement.
        """
        # A connection keeps every plan it made, with megabytes each: the whole shelf would fill the pool.
        with self._explained(), ladybug.Connection(self._database) as connection:
            result = _executed(connection, cypher, parameters)
            columns = tuple(result.get_column_names())
            rows = tuple(tuple(plain(value) for value in row) for row in _fetch(result))
        return Table(columns, rows)

    def clear(self) -> None:
        """Empty every table."""
        for table in NODES:
            self._rows(f"MATCH (n:`{table.label}`) DETACH DELETE n")

    def close(self) -> None:
        """Write out what is in the log and let go of the file."""
        self._connection.close()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _fits(self, present: set[str]) -> bool:
        """Whether the tables there are those of this version."""
        return all(
            name in present and set(self._columns(name)) == columns for name, columns in _columns_by_table()
        )

    def _columns(self, table: str) -> list[str]:
        return [str(row[0]) for row in self._rows(f"CALL table_info('{table}') RETURN name")]

    def _write(self, cypher: str, rows: list[Row]) -> int:
        answer = self._rows(cypher, {"rows": rows})
        return int(str(answer[0][0])) if answer else 0

    def _rows(self, cypher: str, parameters: Mapping[str, object] | None = None) -> list[list[object]]:
        with self._explained():
            return list(_fetch(_executed(self._connection, cypher, parameters or {})))

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn the library's errors (it knows one class for all) into ours."""
        try:
            yield
        except RuntimeError as error:
            if "does not exist" in str(error) and "Table" in str(error):
                raise StoreError(f"No graph in {self._path} yet: run `liqaa ingest` first.") from error
            raise StoreError(f"The embedded store refused: {str(error).splitlines()[0]}") from error


def _opened(path: Path, deadline: float) -> ladybug.Database:
    """The file opened, until a deadline tried again and again while another process holds it."""
    while True:
        try:
            # What a killed process left half-written at the end of the log is passed over, where the library
            # would refuse the whole file: the next delta writes it again.
            return ladybug.Database(path, buffer_pool_size=_CACHE_BYTES, throw_on_wal_replay_failure=False)
        except RuntimeError as error:
            if not _is_held(path, str(error)) or time.monotonic() > deadline:
                raise
        time.sleep(_PAUSE)


def _executed(
    connection: ladybug.Connection, cypher: str, parameters: Mapping[str, object]
) -> ladybug.QueryResult:
    result = connection.execute(cypher, dict(parameters))
    if isinstance(result, list):
        raise StoreError("A query is one statement.")
    return result


def _fetch(result: ladybug.QueryResult) -> Iterator[list[object]]:
    while result.has_next():
        row = result.get_next()
        yield list(row)
    result.close()


def _columns_by_table() -> Iterator[tuple[str, set[str]]]:
    for node in NODES:
        yield node.label, {"id", "digest", *node.properties}
    for edge in EDGES:
        yield edge.type, {"key", "digest", *edge.properties}


def _node_ddl(table: NodeTable) -> str:
    columns = _column_ddl({"digest": "STRING", **table.properties})
    return f"CREATE NODE TABLE IF NOT EXISTS `{table.label}`(id STRING PRIMARY KEY, {columns})"


def _edge_ddl(table: EdgeTable) -> str:
    columns = _column_ddl({"key": "STRING", "digest": "STRING", **table.properties})
    ends = f"FROM `{table.source}` TO `{table.target}`"
    return f"CREATE REL TABLE IF NOT EXISTS `{table.type}`({ends}, {columns})"


def _column_ddl(properties: Mapping[str, PropertyType]) -> str:
    return ", ".join(f"`{name}` {type_}" for name, type_ in properties.items())


def _assignments(variable: str, properties: Mapping[str, PropertyType]) -> str:
    # Without the cast, a batch whose values are all None has no type and is refused.
    return ", ".join(
        f"{variable}.`{name}` = cast(row.`{name}`, '{type_}')"
        for name, type_ in {"digest": "STRING", **properties}.items()
    )


def _is_held(path: Path, reason: str) -> bool:
    return "lock" in _without_folder(path, reason).lower()


def _without_folder(path: Path, reason: str) -> str:
    """A reason in which no folder is named: one called "blocks" would read as a lock."""
    return reason.replace(str(path), path.name)


def _why_not_open(path: Path, reason: str) -> str:
    reason = _without_folder(path, reason)
    if "No space left" in reason:
        return f"No room is left for {path}: free some space on its disk, then run again; nothing was lost."
    if _is_held(path, reason):
        holder = reason.partition("held by PID ")[2].partition(")")[0]
        who = f"process {holder}" if holder else "another process"
        return f"{path} is in use by {who}: wait until it ends, or give another folder with --data."
    if "different version" in reason:
        return (
            f"{path} was written by another version of ladybug than {ladybug.version}: install that version, "
            "or delete the file, and the next `liqaa ingest` rebuilds it."
        )
    if "not a valid" in reason or "checkpoint" in reason or "directory" in reason:
        return f"{path} is no readable graph: delete it, and the next `liqaa ingest` rebuilds it."
    return f"The embedded store cannot be opened at {path}: {reason.strip()}"
