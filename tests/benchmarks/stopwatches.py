"""Asking a store for the time, within a limit, and for where a plan begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol, Self

import ladybug
import neo4j
from neo4j.exceptions import Neo4jError
from neo4j_server import Server

TIME_LIMIT = 30
"""Seconds that a query may take before it is given up."""
COLD_LIMIT = 300
"""The same while a query reads from the disc what nothing has read before."""


class NoAnswerError(Exception):
    """A query took longer than the time limit, or the store refused it; says which in one line."""


class Watch(Protocol):
    """A store that is asked."""

    name: str

    def count(self, cypher: str, parameters: Mapping[str, object], limit: float) -> int:
        """Ask, fetch every row, and say how many there were.

        Args:
            cypher: the query.
            parameters: of it.
            limit: seconds after which it is given up.

        Raises:
            NoAnswerError: it took too long, or failed.
        """

    def plan(self, cypher: str, parameters: Mapping[str, object]) -> tuple[str, int | None]:
        """The operators with which the plan begins, and the accesses to the database."""


class Neo4jWatch:
    """A Neo4j server over Bolt."""

    name = "neo4j"

    def __init__(self, server: Server) -> None:
        self._driver = neo4j.GraphDatabase.driver(
            server.uri, auth=(server.username, server.password), notifications_min_severity="OFF"
        )
        self._session = self._driver.session(database=server.database, fetch_size=10_000)

    def count(self, cypher: str, parameters: Mapping[str, object], limit: float) -> int:
        """As ``Watch``."""
        return len(self._asked(cypher, parameters, limit)[0])

    def plan(self, cypher: str, parameters: Mapping[str, object]) -> tuple[str, int | None]:
        """As ``Watch``; the leaves of the profile, first to last."""
        profile = self._asked("PROFILE " + cypher, parameters)[1].profile
        assert profile is not None
        return ", ".join(dict.fromkeys(leaves(profile))), sum(_hits(profile))

    def starts(self, cypher: str, parameters: Mapping[str, object]) -> list[str]:
        """The operators with which the plan begins, without running it."""
        plan = self._asked("EXPLAIN " + cypher, parameters)[1].plan
        assert plan is not None
        return list(dict.fromkeys(leaves(plan)))

    def _asked(
        self, cypher: str, parameters: Mapping[str, object], limit: float = TIME_LIMIT
    ) -> tuple[list[Any], neo4j.ResultSummary]:
        query = neo4j.Query(cypher, timeout=limit)  # type: ignore[arg-type]
        try:
            result = self._session.run(query, dict(parameters))
            return list(result), result.consume()
        except Neo4jError as error:
            late = "TimedOut" in (error.code or "") or "Terminated" in (error.code or "")
            raise NoAnswerError(_late(limit) if late else _line(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()
        self._driver.close()


def _late(limit: float) -> str:
    return f"took longer than {limit:g} s"


def _line(error: Exception) -> str:
    """What an error says, in one line."""
    return " ".join(str(error).split())


def leaves(plan: Mapping[str, Any]) -> Iterator[str]:
    """The operators that a plan begins with, without what only hands on what is known."""
    children = plan.get("children", [])
    for child in children:
        yield from leaves(child)
    operator = str(plan["operatorType"]).partition("@")[0]
    if not children and operator != "Argument":
        details = str(plan.get("args", {}).get("Details", ""))
        label = details.partition(":")[2].partition("(")[0].partition(" ")[0] if ":" in details else ""
        yield f"{operator}({label})" if label else operator


def _hits(plan: Mapping[str, Any]) -> Iterator[int]:
    yield int(plan.get("dbHits", 0) or plan.get("args", {}).get("DbHits", 0))
    for child in plan.get("children", []):
        yield from _hits(child)


class LadybugWatch:
    """An embedded store."""

    name = "ladybug"

    def __init__(self, path: Path) -> None:
        self._database = ladybug.Database(path, buffer_pool_size=2 << 30, read_only=True)

    def count(self, cypher: str, parameters: Mapping[str, object], limit: float) -> int:
        """As ``Watch``."""
        with ladybug.Connection(self._database) as connection:
            connection.set_query_timeout(round(limit * 1000))
            try:
                result = connection.execute(cypher, dict(parameters))
                assert not isinstance(result, list)
                return len(result.get_all())
            except RuntimeError as error:
                late = "nterrupted" in str(error) or "imeout" in str(error)
                raise NoAnswerError(_late(limit) if late else _line(error)) from error

    def plan(self, cypher: str, parameters: Mapping[str, object]) -> tuple[str, int | None]:
        """As ``Watch``; it tells no accesses, and starts are not asked for."""
        return "", None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()
