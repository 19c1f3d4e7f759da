"""A SQLite file that must not be lost: opening it, transactions and reading, each error with what to do."""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from liqaa.ingest.archive.errors import ArchiveError, explaining


class SqliteFile(ABC):
    """An open file; what it holds is said by a class of its own, in ``_prepare``."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take an open connection; ``open`` is the way in."""
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, wait: float = 30.0) -> Self:
        """Open a file, making it or bringing it up to date where needed.

        Args:
            path: the file; its folder is made too.
            wait: how long to wait, in seconds, for another program that is writing it.

        Raises:
            ArchiveError: it can not be opened; the message says what to do.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError("unreachable", f"{path.parent} can not be made: {error.strerror}.") from error
        with explaining(path):
            file = cls(path, sqlite3.connect(path, timeout=wait, isolation_level=None))
        try:
            with explaining(path):
                file._prepare(wait)
        except ArchiveError:
            file.close()
            raise
        return file

    @abstractmethod
    def _prepare(self, wait: float) -> None:
        """Set the connection up, and bring the tables to this version."""

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept together, or not at all.

        Raises:
            ArchiveError: the file is locked, full, read-only or damaged.
        """
        with explaining(self.path), self._connection:  # which ends what was begun, and only that
            self._connection.execute("BEGIN IMMEDIATE")
            yield

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a statement."""
        with explaining(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def _stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement, one by one: for what may not fit in memory."""
        with explaining(self.path):
            yield from self._connection.execute(sql, parameters)

    def _make(self, script: str, *, application: int, version: int) -> None:
        """Run a script that makes or changes tables, and note whose file it is; inside a transaction.

        Its statements are run one at a time: ``executescript`` would commit in between.
        """
        statement = ""
        for line in script.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                self._connection.execute(statement)
                statement = ""
        self._connection.execute(f"PRAGMA application_id = {application}")
        self._connection.execute(f"PRAGMA user_version = {version}")
