"""Pages as they came, compressed, in one SQLite file beside the archive; rows are added and never changed.

A page is kept before anything reads it. What was read of it is noted after the archive has it, so that a run
that is killed in between is completed by the next, and a page may be read again at any time.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from liqaa.ingest.archive.errors import explaining
from liqaa.ingest.fetching.pages_file import PagesFile
from liqaa.ingest.fetching.web import Answer

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came.

    Attributes:
        id: its number.
        source: id of the source that listed it.
        address: as listed.
        found_at: where redirects led.
        fetched: when, ISO 8601.
        published: day of publication as the list had it.
        charset: encoding that the server named.
        body: bytes.
    """

    id: int
    source: str
    address: str
    found_at: str
    fetched: str
    published: str | None
    charset: str | None
    body: bytes


@dataclass(frozen=True, slots=True)
class Look:
    """The newest look at an address.

    Attributes:
        first: when it was first looked at, ISO 8601.
        looked: when it was last looked at.
        outcome: ``new``, ``changed``, ``same``, or the code of what went wrong.
        etag: of the newest answer.
        last_modified: likewise.
        changed: when the list said that it changed, as written there.
    """

    first: str
    looked: str
    outcome: str
    etag: str | None
    last_modified: str | None
    changed: str | None


class Pages(PagesFile):
    """The open file of kept pages. Use ``Pages.open`` in a ``with`` block."""

    def keep(
        self,
        source: str,
        address: str,
        answer: Answer,
        *,
        now: str,
        published: str | None,
        changed: str | None,
    ) -> str:
        """Keep what a server gave, when it is not what is kept already.

        Returns:
            ``new``, ``changed`` or ``same``.

        Raises:
            ArchiveError: nothing was kept.
        """
        digest = sha256(answer.body).hexdigest()
        with self.transaction():
            row = self._connection.execute(
                "SELECT digest FROM pages WHERE address = ? ORDER BY id DESC LIMIT 1", (address,)
            ).fetchone()
            outcome = "new" if row is None else "same" if row[0] == digest else "changed"
            if outcome != "same":
                self._connection.execute(
                    "INSERT INTO pages (source, address, found_at, fetched, published, charset, digest, body)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        source, address, answer.address, now, published, answer.charset, digest,
                        zstd.compress(answer.body),
                    ),
                )  # fmt: skip
            self._look(source, address, now, outcome, answer, changed, None)
        return outcome

    def note(
        self,
        source: str,
        address: str,
        outcome: str,
        *,
        now: str,
        answer: Answer | None = None,
        changed: str | None = None,
        listed: int | None = None,
    ) -> None:
        """Note a look that brought no page to keep."""
        with explaining(self.path):
            self._look(source, address, now, outcome, answer, changed, listed)

    def _look(
        self,
        source: str,
        address: str,
        now: str,
        outcome: str,
        answer: Answer | None,
        changed: str | None,
        listed: int | None,
    ) -> None:
        self._connection.execute(
            "INSERT INTO looks (source, address, looked, outcome, etag, last_modified, changed, listed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                source, address, now, outcome, answer and answer.etag, answer and answer.last_modified,
                changed, listed,
            ),
        )  # fmt: skip

    def look(self, source: str, address: str) -> Look | None:
        """What is known of an address: the newest look, and what the newest answer said of itself.

        How many articles a source lists is noted under its address, which is that of its one page where it
        has no list; that is no look at the page.
        """
        rows = self._rows(
            "SELECT (SELECT looked FROM looks WHERE source = ?1 AND address = ?2 AND listed IS NULL"
            " ORDER BY id LIMIT 1), l.looked, l.outcome, a.etag, a.last_modified, a.changed FROM looks AS l"
            " LEFT JOIN looks AS a ON a.id = (SELECT max(id) FROM looks"
            " WHERE source = ?1 AND address = ?2 AND outcome IN ('new', 'changed', 'same'))"
            " WHERE l.source = ?1 AND l.address = ?2 AND l.listed IS NULL ORDER BY l.id DESC LIMIT 1",
            (source, address),
        )
        return Look(*rows[0]) if rows else None

    def keep_list(self, source: str, address: str, answer: Answer, *, now: str) -> None:
        """Keep the newest version of a list, and note the look."""
        with self.transaction():
            self._connection.execute(
                "INSERT OR REPLACE INTO lists VALUES (?, ?, ?)", (source, address, zstd.compress(answer.body))
            )
            self._look(source, address, now, "changed", answer, None, None)

    def kept_list(self, source: str, address: str) -> bytes | None:
        """The newest version of a list."""
        rows = self._rows("SELECT body FROM lists WHERE source = ? AND address = ?", (source, address))
        return zstd.decompress(rows[0][0]) if rows else None

    def has(self, address: str) -> bool:
        """Whether some version of a page is kept."""
        return bool(self._rows("SELECT 1 FROM pages WHERE address = ? LIMIT 1", (address,)))

    def unread(self, source: str) -> Iterator[Page]:
        """The newest version of each page that no run has read, in the order they came."""
        return self._newest(source, " AND NOT EXISTS (SELECT 1 FROM readings WHERE page = p.id)")

    def all(self, source: str) -> Iterator[Page]:
        """The newest version of each page, in the order they came."""
        return self._newest(source, "")

    def backlog(self, source: str) -> int:
        """How many pages are kept and not read."""
        ((count,),) = self._rows(
            "SELECT count(DISTINCT address) FROM pages AS p WHERE source = ? AND NOT EXISTS"
            " (SELECT 1 FROM readings WHERE page = p.id)",
            (source,),
        )
        return int(count)

    def newest(self, source: str) -> str | None:
        """When a page of a source was last kept that was not there before."""
        ((found,),) = self._rows(
            "SELECT max(looked) FROM looks WHERE source = ? AND outcome = 'new'", (source,)
        )
        return str(found) if found else None

    def listed(self, source: str, count: int) -> list[int]:
        """How many articles the last lists named, the newest first."""
        rows = self._rows(
            "SELECT listed FROM looks WHERE source = ? AND listed IS NOT NULL ORDER BY id DESC LIMIT ?",
            (source, count),
        )
        return [int(row[0]) for row in rows]

    def mark_read(self, run: int, pages: Iterable[int]) -> None:
        """Note that a run read pages and that the archive has what was in them."""
        with self.transaction():
            self._connection.executemany(
                "INSERT OR IGNORE INTO readings SELECT q.id, ? FROM pages AS p"
                " JOIN pages AS q ON q.address = p.address AND q.id <= p.id WHERE p.id = ?",
                [(run, page) for page in pages],
            )

    def _newest(self, source: str, condition: str) -> Iterator[Page]:
        ids = self._rows(
            "SELECT id FROM pages AS p WHERE source = ? AND NOT EXISTS (SELECT 1 FROM pages AS q"
            f" WHERE q.address = p.address AND q.id > p.id){condition} ORDER BY id",
            (source,),
        )
        for number in ids:
            (row,) = self._rows(
                "SELECT id, source, address, found_at, fetched, published, charset, body FROM pages"
                " WHERE id = ?",
                number,
            )
            kept = Page(*row)
            yield replace(kept, body=zstd.decompress(kept.body))
