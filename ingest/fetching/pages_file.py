"""The file of kept pages: its tables."""

from __future__ import annotations

from liqaa.ingest.archive.errors import ArchiveError
from liqaa.ingest.archive.sqlite_file import SqliteFile

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

    def _prepare(self, wait: float) -> None:
        self._connection.execute("PRAGMA synchronous = FULL")
        if self._is_made():
            return
        with self.transaction():
            if not self._is_made():  # another program may have made it while this one waited
                self._make(_TABLES, application=_APPLICATION, version=_VERSION)

    def _is_made(self) -> bool:
        (application,) = self._connection.execute("PRAGMA application_id").fetchone()
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if (application, version) not in {(_APPLICATION, _VERSION), (0, 0)}:
            message = f"{self.path} holds no pages of this Liqaa: move it away, or upgrade Liqaa."
            raise ArchiveError("not-an-archive", message)
        return bool(version)
