"""A synthesised graph on disk: as CSV in the shape of the schema, and from there into either store.

Rows travel around the delta, which would take hours for a million events; constraints, indexes and tables are
those that the stores themselves make.
"""

from __future__ import annotations

import csv
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import ladybug
from liqaa.graph.schema import FURTHER_LABELS, PropertyType
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.neo4j_statements import further_labels
from liqaa.graph.stores.rows import EDGE_TABLES, NODE_TABLES
from neo4j_server import FLAGS, RELEASES, find_java
from synthesis import Drawn, Synthesis

_NEO4J_TYPES: Mapping[PropertyType, str] = {
    "STRING": "string",
    "INT64": "long",
    "DOUBLE": "double",
    "BOOL": "boolean",
    "DATE": "date",
    "STRING[]": "string[]",
}
_BETWEEN = ";"  # the values of a list


class _Files:
    """One CSV file a table, without header: first the ends or the id, then key and digest, then the rest."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._columns = {
            name: [column for column, _ in _columns(name)] for name in (*NODE_TABLES, *EDGE_TABLES)
        }
        self._writers = {
            name: csv.writer(
                stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            )
            for name in self._columns
        }
        self._rows = 0

    def write(self, name: str, values: dict[str, Any]) -> None:
        """Write a row; a value that is missing is None."""
        self._rows += 1
        values["digest"] = f"{self._rows:064x}"
        row = [values.get(column) for column in self._columns[name]]
        row = [_BETWEEN.join(value) if type(value) is list else value for value in row]
        # neo4j-admin takes "True" for false.
        row = [str(value).lower() if type(value) is bool else value for value in row]
        if name in FURTHER_LABELS:
            row.append(_BETWEEN.join(further_labels(name, values)))
        self._writers[name].writerow(row)


def write(folder: Path, events: int, seed: int) -> Drawn:
    """Draw a graph into CSV files.

    Args:
        folder: empty.
        events: how many.
        seed: equal seeds give equal files.

    Returns:
        What the graph holds to ask for.
    """
    with ExitStack() as stack:
        return Synthesis(events, seed, _Files(folder, stack).write).run()


def _columns(name: str) -> Iterator[tuple[str, PropertyType]]:
    if name in NODE_TABLES:
        yield from (("id", "STRING"), ("digest", "STRING"))
        yield from NODE_TABLES[name].properties.items()
        return
    yield from (("source_id", "STRING"), ("target_id", "STRING"), ("key", "STRING"), ("digest", "STRING"))
    yield from EDGE_TABLES[name].properties.items()


def import_into_neo4j(folder: Path, release: str, home: Path) -> None:
    """Make the database of a server that does not run yet.

    Args:
        folder: CSV files as ``write`` leaves them.
        release: ``5.26`` or ``2026``.
        home: the server's folder.
    """
    for name in ("conf", "plugins"):
        (home / name).mkdir(parents=True)
    # The command starts a Java of its own, which takes its flags from there; 2026 wants them.
    opened = "".join(f"server.jvm.additional={flag}\n" for flag in FLAGS)
    (home / "conf" / "neo4j.conf").write_text(opened, encoding="utf-8")
    options = []
    for name in NODE_TABLES:
        labels = f"{name}={_header(folder, name)},{folder}/{name}.csv"
        options.append(f"--nodes={labels}")
    for name in EDGE_TABLES:
        options.append(f"--relationships={name}={_header(folder, name)},{folder}/{name}.csv")
    jars = RELEASES[release]
    command = [
        str(find_java(jars.java)),
        *("-Xmx2g", *FLAGS, "-cp", f"{jars.folder}/*"),
        *("org.neo4j.server.startup.Neo4jAdminCommand", "database", "import", "full", "neo4j"),
        *(f"--array-delimiter={_BETWEEN}", "--id-type=string", "--verbose", *options),
    ]
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    with (home / "import.log").open("w", encoding="utf-8") as log:
        done = subprocess.run(command, env=environment, stdout=log, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise RuntimeError(f"neo4j-admin failed; {home}/import.log says why")


def _header(folder: Path, name: str) -> Path:
    """The header that neo4j-admin wants for a table."""
    words = []
    for column, kind in _columns(name):
        ends = {"source_id": "START_ID", "target_id": "END_ID"}
        if name in NODE_TABLES and column == "id":
            words.append(f"id:ID({name})")
        elif name in EDGE_TABLES and column in ends:
            label = EDGE_TABLES[name].source if column == "source_id" else EDGE_TABLES[name].target
            words.append(f":{ends[column]}({label})")
        else:
            words.append(f"{column}:{_NEO4J_TYPES[kind]}")
    if name in FURTHER_LABELS:
        words.append(":LABEL")
    path = folder / f"{name}.header.csv"
    path.write_text(",".join(words) + "\n", encoding="utf-8")
    return path


def import_into_ladybug(folder: Path, path: Path) -> None:
    """Make an embedded store.

    Args:
        folder: CSV files as ``write`` leaves them.
        path: the file to be.
    """
    with LadybugStore(path) as store:
        store.prepare()
    database = ladybug.Database(path, buffer_pool_size=2 << 30)
    with ladybug.Connection(database) as connection:
        for name in (*NODE_TABLES, *EDGE_TABLES):
            if (folder / f"{name}.csv").stat().st_size:
                connection.execute(_copy(name, folder / f"{name}.csv"))
    database.close()


def _copy(name: str, path: Path) -> str:
    """Lists are text in the file, and taken apart on the way in."""
    columns = list(_columns(name))
    read = [f"`{column}` {'STRING' if kind == 'STRING[]' else kind}" for column, kind in columns]
    if name in FURTHER_LABELS:
        read.append("labels STRING")
    given = [_as_list(column) if kind == "STRING[]" else f"`{column}`" for column, kind in columns]
    options = """(header=false, auto_detect=false, delim=',', quote='"', escape='"')"""
    return (
        f"COPY `{name}` FROM (LOAD WITH HEADERS ({', '.join(read)}) FROM '{path}' {options} "
        f"RETURN {', '.join(given)})"
    )


def _as_list(column: str) -> str:
    empty = f"`{column}` IS NULL OR `{column}` = ''"
    return f"CASE WHEN {empty} THEN cast([], 'STRING[]') ELSE string_split(`{column}`, '{_BETWEEN}') END"
