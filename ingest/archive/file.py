"""The archive's file: bringing its tables up to date, and the lock between runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from liqaa.ingest.archive.errors import ArchiveError, explaining
from liqaa.ingest.archive.schema import MIGRATIONS, VERSION
from liqaa.ingest.archive.sqlite_file import SqliteFile
from liqaa.ontology.sketch import sketch_of

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
    def open(cls, path: Path, *, wait: float = 30.0, create: bool = True) -> Self:
        """Open an archive, making it or bringing it up to date where needed.

        Args:
            path: the file; its folder is made too.
            wait: how long to wait, in seconds, for another program that is writing it.
            create: False to refuse when there is no archive yet.

        Raises:
            ArchiveError: it can not be opened; the message says what to do.
        """
        if not create and not path.exists():
            raise ArchiveError("missing", f"There is no archive at {path}: run `liqaa ingest` first.")
        return super().open(path, wait=wait)

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

    def _prepare(self, wait: float) -> None:
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.execute("PRAGMA synchronous = FULL")
        if self._version() >= VERSION:
            return
        # SQLite does not wait when two programs change the journal at once: it refuses one of them.
        with alone(self.path, wait):
            version = self._version()  # another program may have done it while this one waited
            if version < VERSION:
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.create_function("sketch_of", 1, sketch_of)
                with self.transaction():
                    self._make("\n".join(MIGRATIONS[version:]), application=_APPLICATION, version=VERSION)

    def _version(self) -> int:
        """Version of the tables; 0 for a new file."""
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        (application,) = self._connection.execute("PRAGMA application_id").fetchone()
        (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if application != _APPLICATION and (tables or version):
            message = "is a database, but not an archive of Liqaa: name another folder with --data."
            raise ArchiveError("not-an-archive", f"{self.path} {message}")
        if version > VERSION:
            message = f"was written by a newer Liqaa (archive version {version}): upgrade Liqaa to use it."
            raise ArchiveError("newer", f"{self.path} {message}")
        return int(version)


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
