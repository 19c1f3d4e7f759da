"""The store for teams: a Neo4j server, 5.26 or newer, through the official driver."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Literal, Self, TypeVar

import neo4j
from liqaa.graph.schema import NODES, EdgeTable
from liqaa.graph.stores.delta import Delta, StoreDigests
from liqaa.graph.stores.neo4j_statements import ddl, edge_merge, labelled, node_merge, packed
from liqaa.graph.stores.rows import (
    Row,
    edge_batches,
    edge_key_batches,
    node_batches,
    node_key_batches,
)
from liqaa.graph.stores.statements import edge_removal, node_removal, read_digests
from liqaa.graph.stores.store import Neo4jSettings, StoreError, Table, plain
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
)

T = TypeVar("T")

_OLDEST = (5, 26)
_INDEX_SECONDS = 300
_SCHEMES = tuple(f"{name}{tls}://" for name in ("bolt", "neo4j") for tls in ("", "+s", "+ssc"))


class Neo4jStore:
    """A ``Store`` on a Neo4j server. Only what carries Liqaa's ``digest`` is ever read, changed or removed.

    Args:
        settings: where it is and how to log in.

    Raises:
        StoreError: it does not answer, refuses the login, lacks the database or is too old.
    """

    name: Literal["neo4j"] = "neo4j"

    def __init__(self, settings: Neo4jSettings) -> None:
        self._settings = settings
        if not settings.uri.startswith(_SCHEMES):
            # The driver would take http:// too, as a preview that needs further libraries.
            raise StoreError(_no_address(settings))
        with _explained(settings):
            self._driver = neo4j.GraphDatabase.driver(
                settings.uri,
                auth=(settings.username, settings.password) if settings.password is not None else None,
                # Hints on labels that are not there yet would fill the log of a first run.
                notifications_min_severity="OFF",
                connection_timeout=10,
                user_agent="liqaa",
            )
        try:
            self.version = self._checked_version()
        except BaseException:
            self._driver.close()
            raise

    def prepare(self) -> None:
        """Create constraints and indexes, and wait until they answer."""
        for statement in ddl():
            self._query(statement, writes=True)
        self._query("CALL db.awaitIndexes($seconds)", {"seconds": _INDEX_SECONDS})

    def digests(self) -> StoreDigests:
        """Read the digest of every node and relationship that Liqaa wrote."""
        return read_digests(lambda statement: self._query(statement).rows)

    def apply(self, delta: Delta) -> None:
        """Carry out a delta; every batch is one managed transaction, retried on transient errors.

        Raises:
            ValueError: a node or relationship does not fit the schema.
            StoreError: an end of a relationship is missing, or the server refuses.
        """
        with _explained(self._settings), self._driver.session(database=self._settings.database) as session:
            for edge, rows in edge_key_batches(delta.remove_edges):
                _commit(session, _write, edge_removal(edge), rows)
            for node, rows in node_key_batches(delta.remove_nodes):
                _commit(session, _write, node_removal(node), rows)
            for node, rows in node_batches(delta.put_nodes):
                _commit(session, _write, node_merge(node), labelled(node, rows))
            for edge, rows in edge_batches(delta.put_edges):
                _commit(session, _write_all, edge, rows)

    def run(self, cypher: str, parameters: Mapping[str, object]) -> Table:
        """Answer one reading statement.

        Raises:
            StoreError: the server refuses the statement or does not answer.
        """
        return self._query(cypher, parameters)

    def clear(self) -> None:
        """Remove every node that Liqaa wrote, with its relationships."""
        with _explained(self._settings), self._driver.session(database=self._settings.database) as session:
            for table in NODES:
                session.run(
                    f"MATCH (n:`{table.label}`) WHERE n.digest IS NOT NULL "
                    "CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
                ).consume()

    def close(self) -> None:
        """Close the driver's connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _query(
        self, cypher: str, parameters: Mapping[str, object] | None = None, *, writes: bool = False
    ) -> Table:
        with _explained(self._settings):
            result = _sure(
                lambda: self._driver.execute_query(
                    cypher,
                    dict(parameters or {}),
                    routing_=neo4j.RoutingControl.WRITE if writes else neo4j.RoutingControl.READ,
                    database_=self._settings.database,
                )
            )
        rows = tuple(tuple(plain(value) for value in record.values()) for record in result.records)
        return Table(tuple(result.keys), rows)

    def _checked_version(self) -> str:
        with _explained(self._settings):
            self._driver.verify_connectivity()
        found = self._query("CALL dbms.components() YIELD name, versions RETURN name, versions[0]").rows
        version = next((str(row[1]) for row in found if row[0] == "Neo4j Kernel"), "unknown")
        numbers = tuple(int(part) for part in version.split("-")[0].split(".")[:2] if part.isdigit())
        if numbers < _OLDEST:
            oldest = ".".join(map(str, _OLDEST))
            raise StoreError(
                f"{self._settings.uri} runs Neo4j {version}; Liqaa needs {oldest} or newer: "
                "upgrade the server, or set NEO4J_URI to another one."
            )
        return version


def _commit(session: neo4j.Session, work: Callable[..., None], *arguments: object) -> None:
    """One managed transaction."""
    _sure(lambda: session.execute_write(work, *arguments))


def _sure(work: Callable[[], T]) -> T:
    """Do what may be done twice, once more where the answer to its commit is lost: the driver does not."""
    try:
        return work()
    except IncompleteCommit:
        return work()


def _write(tx: neo4j.ManagedTransaction, statement: str, rows: list[Row]) -> None:
    tx.run(statement, rows=rows).consume()


def _write_all(tx: neo4j.ManagedTransaction, edge: EdgeTable, rows: list[Row]) -> None:
    """Write relationships; a missing end must not pass in silence, and rolls the batch back."""
    written = tx.run(edge_merge(edge), rows=packed(edge, rows)).single(strict=True)[0]
    if written != len(rows):
        raise StoreError(f"{len(rows) - written} of {len(rows)} {edge.type} lack one of their ends.")


@contextmanager
def _explained(settings: Neo4jSettings) -> Iterator[None]:
    """Turn the driver's errors into ones that say what to do."""
    try:
        yield
    except (DriverError, Neo4jError, ValueError) as error:
        if isinstance(error, ValueError) and not isinstance(error, ConfigurationError):
            raise
        raise StoreError(_advice(error, settings)) from error


def _advice(error: Exception, settings: Neo4jSettings) -> str:
    who = f"Neo4j at {settings.uri}"
    code = getattr(error, "code", None) or ""
    by_code = {
        "CredentialsExpired": f"wants {settings.username}'s password changed: log in once in its Browser.",
        "AuthenticationRateLimit": "saw too many wrong passwords: wait, then set NEO4J_PASSWORD.",
        "DatabaseNotFound": f"has no database {settings.database!r}: set NEO4J_DATABASE to one that it has.",
    }
    if advice := by_code.get(code.rpartition(".")[2]):
        return f"{who} {advice}"
    if isinstance(error, AuthError):
        return f"{who} refused user {settings.username}: set NEO4J_USERNAME and NEO4J_PASSWORD."
    if isinstance(error, ConfigurationError):
        return _no_address(settings)
    if isinstance(error, ServiceUnavailable):
        return (
            f"{who} does not answer: start it, set NEO4J_URI to where it runs (the bolt address), "
            "or unset it to use the embedded store."
        )
    return f"{who} refused: {getattr(error, 'message', None) or error}"


def _no_address(settings: Neo4jSettings) -> str:
    return f"NEO4J_URI {settings.uri!r} is no Neo4j address: set it to one such as bolt://localhost:7687."
