"""One SQLite file of ours: opening it with errors that say what to do, closing it, and transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from liqaa.ingest.archive_errors import ArchiveError, explaining


class SqliteFile:
    """An open file. Use it in a ``with`` block, or ``close`` it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take an open connection; ``open`` of what this is the base of is the way in."""
        self.path = path
        self._connection = connection

    @classmethod
    def _opened(cls, path: Path, wait: float, prepare: Callable[[Path, sqlite3.Connection], None]) -> Self:
        """Open a file, its folder made too, and let its tables be prepared.

        Args:
            path: the file.
            wait: how long to wait, in seconds, for another program that is writing it.
            prepare: brings the tables up to date, or refuses the file.

        Raises:
            ArchiveError: it can not be opened; the message says what to do.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveError("unreachable", f"{path.parent} can not be made: {error.strerror}.") from error
        with explaining(path):
            connection = sqlite3.connect(path, timeout=wait, isolation_level=None)
        try:
            with explaining(path):
                prepare(path, connection)
        except ArchiveError:
            connection.close()
            raise
        return cls(path, connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept together, or not at all.

        Raises:
            ArchiveError: the file is locked, full, read-only or damaged.
        """
        with explaining(self.path), transaction(self._connection):
            yield


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """Write at once or not at all; a rollback of our own, since SQLite has done some already."""
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
