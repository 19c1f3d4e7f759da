"""The archive's file: bringing its tables up to date, and the lock between runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from liqaa.ingest.archive_errors import ArchiveError, explaining
from liqaa.ingest.archive_schema import MIGRATIONS, VERSION
from liqaa.ingest.sqlite_file import SqliteFile, transaction

ARCHIVE_FILE = "archive.sqlite"
"""Its name in the data folder."""

_APPLICATION = 0x4C494141  # "LIAA" in the file's header tells an archive from any other SQLite file


class ArchiveFile(SqliteFile):
    """An open SQLite file with the archive's tables."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Take an open connection; ``open`` is the way in."""
        super().__init__(path, connection)
        self._exclusive = False

    @classmethod
    def open(cls, path: Path, *, create: bool = True, wait: float = 30.0) -> Self:
        """Open an archive, making it or bringing it up to date where needed.

        Args:
            path: the file; its folder is made too.
            create: False to refuse when there is no archive yet.
            wait: how long to wait, in seconds, for another program that is writing it.

        Raises:
            ArchiveError: it can not be opened; the message says what to do.
        """
        if not create and not path.exists():
            raise ArchiveError("missing", f"There is no archive at {path}: run `liqaa ingest` first.")
        return cls._opened(path, wait, lambda where, connection: _prepare(where, connection, wait))

    @contextmanager
    def exclusive(self, wait: float = 30.0) -> Iterator[None]:
        """Keep other runs out, also while this one writes nothing; reading stays possible.

        The lock is the operating system's, on a file beside the archive: it goes when the process ends,
        however it ends. A run that holds it already may ask again.

        Args:
            wait: how long to wait for another run, in seconds.

        Raises:
            ArchiveError: another run holds it still.
        """
        if self._exclusive:
            yield
            return
        with alone(self.path, wait):
            self._exclusive = True
            try:
                yield
            finally:
                self._exclusive = False

    def writing(self) -> Callable[[str, Sequence[object]], object]:
        """What carries out a statement inside a transaction: for making an archive out of another record."""
        return self._connection.execute

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a statement."""
        with explaining(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def _stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement, one by one: for what may not fit in memory."""
        with explaining(self.path):
            yield from self._connection.execute(sql, parameters)


@contextmanager
def alone(path: Path, wait: float) -> Iterator[None]:
    """Hold the lock on a file, having waited so many seconds for it at most.

    The lock is the operating system's, on another file beside it, and goes when the process ends.

    Raises:
        ArchiveError: ``locked``, another holds it still.
    """
    with explaining(path):
        lock = sqlite3.connect(path.with_name(path.name + ".lock"), timeout=wait, isolation_level=None)
    try:
        with explaining(path):
            lock.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        lock.close()


def _prepare(path: Path, connection: sqlite3.Connection, wait: float) -> None:
    """Set the connection up, and bring the tables to this version."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    if _version(path, connection) >= VERSION:
        return
    # SQLite does not wait when two programs change the journal at once: it refuses one of them.
    with alone(path, wait):
        version = _version(path, connection)  # another program may have done it while this one waited
        if version < VERSION:
            connection.execute("PRAGMA journal_mode = WAL")
            _migrate(connection, version)


def _version(path: Path, connection: sqlite3.Connection) -> int:
    """Version of the tables; 0 for a new file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != _APPLICATION and (tables or version):
        message = f"{path} is a database, but not an archive of Liqaa: name another folder with --data."
        raise ArchiveError("not-an-archive", message)
    if version > VERSION:
        message = f"{path} was written by a newer Liqaa (archive version {version}): upgrade Liqaa to use it."
        raise ArchiveError("newer", message)
    return int(version)


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    """Run the migrations that are missing, all in one transaction."""
    with transaction(connection):
        for step in MIGRATIONS[version:]:
            for statement in _statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one at a time: ``executescript`` would commit in between."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
