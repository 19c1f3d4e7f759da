"""What every graph store can do, and how one is opened.

A store holds a projection and answers Cypher. It never decides anything: what goes in and out is a delta.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Literal, Protocol, Self

from liqaa.graph.stores.delta import Delta, StoreDigests
from liqaa.ontology.errors import LiqaaError

Kind = Literal["ladybug", "neo4j"]

LADYBUG_FILE = "graph.lbug"
"""The embedded store's file in the data folder; it can be rebuilt from the archive at any time."""


class StoreError(LiqaaError):
    """A store that cannot be used as it stands; the message says why and what to do about it."""


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query, the same from every store.

    Attributes:
        columns: names, in order.
        rows: values in the order of the columns: text, numbers, booleans, None, dates as ISO text,
            lists as tuples.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


class Store(Protocol):
    """A graph store. Opened by ``open_store``; closed by ``close`` or at the end of a ``with`` block."""

    @property
    def name(self) -> Kind:
        """Which kind of store it is."""

    @property
    def version(self) -> str:
        """Version of the server or library behind it."""

    def prepare(self) -> None:
        """Create tables or constraints and indexes where they are missing."""

    def digests(self) -> StoreDigests:
        """Read the digests of everything that Liqaa wrote there."""

    def apply(self, delta: Delta) -> None:
        """Carry out a delta, one transaction a batch; after an interruption, diff and apply again."""

    def run(self, cypher: str, parameters: Mapping[str, object]) -> Table:
        """Answer one reading statement."""

    def clear(self) -> None:
        """Remove everything that Liqaa wrote there."""

    def close(self) -> None:
        """Let go of the connection or the file."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Neo4jSettings:
    """Where a Neo4j server is and how to log in.

    Attributes:
        uri: ``bolt://`` or ``neo4j://`` address (``+s`` for TLS).
        username: user.
        password: password, None for a server without authentication.
        database: name of the database.
    """

    uri: str
    username: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str = "neo4j"


def neo4j_settings(environ: Mapping[str, str]) -> Neo4jSettings:
    """Read the settings from the environment variables that Neo4j's own tools use.

    Raises:
        StoreError: ``NEO4J_URI`` is not set.
    """
    uri = environ.get("NEO4J_URI")
    if not uri:
        raise StoreError("No Neo4j address: set NEO4J_URI, such as bolt://localhost:7687.")
    return Neo4jSettings(
        uri=uri,
        username=environ.get("NEO4J_USERNAME") or "neo4j",
        password=environ.get("NEO4J_PASSWORD"),
        database=environ.get("NEO4J_DATABASE") or "neo4j",
    )


def chosen_kind(environ: Mapping[str, str]) -> Kind:
    """The store to use when nobody names one: Neo4j where ``NEO4J_URI`` is set, else the embedded one."""
    return "neo4j" if environ.get("NEO4J_URI") else "ladybug"


def open_store(kind: Kind, data_dir: Path, environ: Mapping[str, str]) -> Store:
    """Open a store.

    Args:
        kind: which one.
        data_dir: folder of the embedded store's file, made when missing; not used for Neo4j.
        environ: where the Neo4j settings are read from.

    Raises:
        StoreError: it cannot be opened; the message says what to do.
    """
    # The libraries behind the stores are heavy, and a program uses one of them.
    if kind == "neo4j":
        from liqaa.graph.stores.neo4j_store import Neo4jStore

        return Neo4jStore(neo4j_settings(environ))
    from liqaa.graph.stores.ladybug_store import LadybugStore

    return LadybugStore(data_dir / LADYBUG_FILE)


def plain(value: object) -> object:
    """A value as ``Table`` promises it.

    Args:
        value: as a store's library returns it.

    Raises:
        StoreError: the value is a node, a relationship, a path or a map.
    """
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list | tuple):
        return tuple(plain(item) for item in value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if iso := getattr(value, "iso_format", None):
        return iso()
    raise StoreError(
        f"A query returned a {type(value).__name__}, which every store writes its own way: return properties."
    )
