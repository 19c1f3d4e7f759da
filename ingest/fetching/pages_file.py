"""The file of kept pages: its tables, and opening it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Self

from liqaa.ingest.archive_errors import ArchiveError
from liqaa.ingest.sqlite_file import SqliteFile, transaction

PAGES_FILE = "pages.sqlite"
_APPLICATION = 0x4C495047  # "LIPG"
_VERSION = 1
_TABLES = """
CREATE TABLE pages (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    found_at TEXT NOT NULL,
    fetched TEXT NOT NULL,
    published TEXT,
    charset TEXT,
    digest TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX pages_by_address ON pages (address, id);
CREATE INDEX pages_by_source ON pages (source, id);
-- Every look at an address, of a page or a list: what to ask next time, and when.
CREATE TABLE looks (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    looked TEXT NOT NULL,
    outcome TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    changed TEXT,
    listed INTEGER
);
CREATE INDEX looks_by_address ON looks (source, address, id);
-- The newest version of each list: what is to be done with it when the server says that it is the same.
CREATE TABLE lists (
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (source, address)
);
CREATE TABLE readings (
    page INTEGER PRIMARY KEY REFERENCES pages (id),
    run INTEGER NOT NULL
);
"""


class PagesFile(SqliteFile):
    """The open file."""

    @classmethod
    def open(cls, path: Path, *, wait: float = 30.0) -> Self:
        """Open the file, making it where needed.

        Raises:
            ArchiveError: it can not be opened; the message says what to do.
        """
        return cls._opened(path, wait, _prepare)


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == _VERSION and application == _APPLICATION:
        return
    if version or application:
        raise ArchiveError(
            "not-an-archive", f"{path} holds no pages of this Liqaa: move it away, or upgrade Liqaa."
        )
    with transaction(connection, "BEGIN EXCLUSIVE"):
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            for statement in _TABLES.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {_VERSION}")
