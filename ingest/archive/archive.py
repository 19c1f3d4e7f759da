"""The archive: every article, report, judgement and issue ever seen, in one SQLite file that only grows.

It is the one thing that must never be lost: the graph can be built from it at any time. A batch of articles
is one transaction, written through to the disk, so that killing the program leaves whole batches and nothing
else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from liqaa.ingest.archive.errors import ArchiveError
from liqaa.ingest.archive.moments import ArchiveMoments
from liqaa.ingest.archive.records import Counts, Header, Kept, Known, Reading
from liqaa.ingest.archive.runs import RunLog
from liqaa.ingest.report_json import from_json, to_json
from liqaa.ontology.judgement import Judgement, Undoing
from liqaa.ontology.model import Article, Issue, Report

__all__ = ["Archive", "ArchiveError", "Counts", "Header", "Kept", "Known", "Reading"]

_PAGE = 500

_CURRENT_REPORTS = (
    "SELECT r.report_id, r.body, e.extractor FROM current_extractions AS e"
    " JOIN reports AS r ON r.extraction = e.id"
)


class Archive(RunLog, ArchiveMoments):
    """An open archive. Use ``Archive.open``, and ``close`` it or use it in a ``with`` block."""

    def known(self, doc_ids: Sequence[str]) -> dict[str, Known]:
        """What is known of some articles; those never seen are left out."""
        marks = ",".join("?" * len(doc_ids))
        rows = self._rows(
            "SELECT a.doc_id, a.digest, (SELECT extractor FROM extractions AS e WHERE e.article = a.id"
            f" ORDER BY e.id DESC LIMIT 1) FROM current_articles AS a WHERE a.doc_id IN ({marks})",
            doc_ids,
        )
        return {doc_id: Known(digest, extractor) for doc_id, digest, extractor in rows}

    def add(self, run: int, extractor: str, readings: Iterable[Reading], issues: Iterable[Issue]) -> None:
        """Keep a batch: one transaction, written through to the disk.

        An article whose newest version is the same is not kept again; its reading is.

        Raises:
            ArchiveError: nothing of the batch was kept.
        """
        with self.transaction():
            for reading in readings:
                self._add_reading(run, extractor, reading)
            self._connection.executemany(
                "INSERT INTO issues (run, code, place, message, doc_id) VALUES (?, ?, ?, ?, ?)",
                [(run, issue.code, issue.where, issue.message, issue.doc_id) for issue in issues],
            )

    def _add_reading(self, run: int, extractor: str, reading: Reading) -> None:
        """Keep one article with what was read in it."""
        article, digest = reading.article, reading.article.digest
        newest = self._connection.execute(
            "SELECT id, digest FROM articles WHERE doc_id = ? ORDER BY id DESC LIMIT 1", (article.doc_id,)
        ).fetchone()
        article_row = newest[0] if newest and newest[1] == digest else None
        if article_row is None:
            article_row = self._connection.execute(
                "INSERT INTO articles (doc_id, digest, run, title, text, source, url, date)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    article.doc_id, digest, run, article.title, article.text,
                    article.source, article.url, article.date,
                ),
            ).lastrowid  # fmt: skip
        if reading.reports is None:
            return
        extraction = self._connection.execute(
            "INSERT INTO extractions (article, digest, extractor, run) VALUES (?, ?, ?, ?)",
            (article_row, digest, extractor, run),
        ).lastrowid
        if reading.reports:
            self._connection.execute(
                "INSERT OR IGNORE INTO sketches VALUES (?, ?)", (article_row, article.sketch)
            )
        self._connection.executemany(
            "INSERT INTO reports (extraction, report_id, body) VALUES (?, ?, ?)",
            [(extraction, report.report_id, to_json(report)) for report in reading.reports],
        )

    def current_reports(self) -> Iterator[Kept]:
        """The reports that count: of the newest extraction of the newest version of each article."""
        for report_id, body, extractor in self._stream(f"{_CURRENT_REPORTS} ORDER BY r.id"):
            yield Kept(report_id, from_json(body), extractor)

    def headers(self) -> Iterator[Header]:
        """Newest version of every article that has a current report, without its text."""
        rows = self._stream(
            "SELECT a.doc_id, a.title, a.source, a.url, a.date, s.sketch FROM current_articles AS a"
            " JOIN sketches AS s ON s.article = a.id"
            " JOIN current_extractions AS e ON e.article = a.id"
            " WHERE EXISTS (SELECT 1 FROM reports AS r WHERE r.extraction = e.id)"
        )
        for row in rows:
            yield Header(*row)

    def articles(self) -> Iterator[Article]:
        """Newest version of every article, page by page, so that the archive may be written meanwhile."""
        last = 0
        while rows := self._rows(
            "SELECT id, doc_id, title, text, source, url, date FROM current_articles"
            f" WHERE id > ? ORDER BY id LIMIT {_PAGE}",
            (last,),
        ):
            for _, *fields in rows:
                yield Article(*fields)
            last = rows[-1][0]

    def article(self, doc_id: str) -> Article | None:
        """Newest version of one article."""
        rows = self._rows(
            "SELECT doc_id, title, text, source, url, date FROM articles WHERE doc_id = ?"
            " ORDER BY id DESC LIMIT 1",
            (doc_id,),
        )
        return Article(*rows[0]) if rows else None

    def reports_of(self, doc_id: str) -> tuple[Kept, ...]:
        """The current reports of one article, in the order they were made."""
        rows = self._rows(f"{_CURRENT_REPORTS} WHERE e.doc_id = ? ORDER BY r.id", (doc_id,))
        return tuple(Kept(report_id, from_json(body), extractor) for report_id, body, extractor in rows)

    def judge(self, judgement: Judgement) -> int:
        """Add an entry to the log of judgements. Returns its number."""
        fields = (judgement.left, judgement.right, judgement.verdict)
        with self.transaction():
            cursor = self._connection.execute(
                "INSERT INTO judgements (left_report, right_report, verdict, why, judged_by, judged_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (*fields, judgement.why, judgement.by, judgement.at),
            )
        return int(cursor.lastrowid or 0)

    def undo(self, number: int, undoing: Undoing) -> Judgement:
        """Take a judgement back; its entry stays, and is marked as undone from now on.

        Returns:
            The entry as it stood.

        Raises:
            ArchiveError: there is no such entry, or it was undone before.
        """
        with self.transaction():
            found = [entry for entry in self.judgements() if entry.number == number]
            if not found or found[0].undone:
                state = "was undone before" if found else "is not in the log"
                message = f"Judgement {number} {state}: `liqaa judgements` lists those that stand."
                raise ArchiveError("refused", message)
            self._connection.execute(
                "INSERT INTO undoings VALUES (?, ?, ?, ?)", (number, undoing.why, undoing.by, undoing.at)
            )
        return found[0]

    def judgements(self) -> tuple[Judgement, ...]:
        """The whole log, oldest first."""
        rows = self._rows(
            "SELECT left_report, right_report, verdict, j.why, judged_by, judged_at, id,"
            " u.why, undone_by, undone_at FROM judgements AS j LEFT JOIN undoings AS u ON judgement = id"
            " ORDER BY id"
        )
        return tuple(
            Judgement(
                left, right, verdict, why, by, at, number, Undoing(*undone) if undone[0] is not None else None
            )
            for left, right, verdict, why, by, at, number, *undone in rows
        )

    def once_reported(self, report_ids: Iterable[str]) -> dict[str, Report]:
        """Reports by id, also those that a newer extraction has replaced; unknown ids are left out."""
        found: dict[str, Report] = {}
        for report_id in sorted(set(report_ids)):
            rows = self._rows("SELECT body FROM reports WHERE report_id = ? LIMIT 1", (report_id,))
            if rows:
                found[report_id] = from_json(rows[0][0])
        return found

    def issues(self, run: int | None = None) -> tuple[Issue, ...]:
        """The issues of a run, or of all runs, oldest first."""
        rows = self._rows(
            "SELECT code, place, message, doc_id FROM issues WHERE ?1 IS NULL OR run = ?1 ORDER BY id", (run,)
        )
        return tuple(Issue(*row) for row in rows)

    def counts(self) -> Counts:
        """How much there is."""
        (row,) = self._rows(
            "SELECT (SELECT count(DISTINCT doc_id) FROM articles),"
            " (SELECT count(*) FROM current_extractions AS e JOIN reports AS r ON r.extraction = e.id),"
            " (SELECT count(*) FROM runs), (SELECT count(*) FROM issues), (SELECT count(*) FROM judgements)"
        )
        return Counts(*row)
