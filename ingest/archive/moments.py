"""What the archive said at an earlier moment: it only grows, so that nothing of any moment is ever lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from liqaa.ingest.archive.errors import ArchiveError, explaining
from liqaa.ingest.archive.file import ArchiveFile
from liqaa.ingest.report_json import from_json
from liqaa.ontology.judgement import Judgement
from liqaa.ontology.model import Report


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the archive.

    Attributes:
        run: the newest run that counts.
        at: ISO 8601 with offset; later judgements do not count.
    """

    run: int
    at: str


_ARTICLES = (
    "SELECT a.* FROM articles AS a WHERE a.run <= ?1"
    " AND NOT EXISTS (SELECT 1 FROM articles AS b WHERE b.doc_id = a.doc_id AND b.id > a.id AND b.run <= ?1)"
)
_EXTRACTIONS = (
    f"SELECT e.id, e.article, e.extractor, e.run FROM ({_ARTICLES}) AS a"
    " JOIN extractions AS e ON e.article = a.id WHERE e.run <= ?1"
    " AND NOT EXISTS (SELECT 1 FROM extractions AS f"
    " WHERE f.article = e.article AND f.id > e.id AND f.run <= ?1)"
)


class ArchiveMoments(ArchiveFile):
    """An archive that can be read as it was."""

    @contextmanager
    def unchanging(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever another program writes meanwhile."""
        with explaining(self.path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    def newest_moment(self) -> Moment:
        """The newest run, and when the archive last changed; run 0 before the first.

        Of sources that run at once, the one that began first may end last.
        """
        ((run,),) = self._rows("SELECT max(id) FROM runs")
        times = self._rows(
            "SELECT started FROM runs UNION SELECT ended FROM run_ends"
            " UNION SELECT judged_at FROM judgements UNION SELECT undone_at FROM undoings"
        )
        return Moment(run or 0, max((time for (time,) in times), key=instant, default=""))

    def contents(self) -> str:
        """What tells the contents, which only grow, from earlier ones and from those of another archive."""
        (row,) = self._rows(
            "SELECT (SELECT min(started) FROM runs), (SELECT digest FROM articles ORDER BY id DESC LIMIT 1),"
            " (SELECT max(id) FROM articles), (SELECT max(id) FROM extractions),"
            " (SELECT count(*) FROM judgements), (SELECT count(*) FROM undoings)"
        )
        return " ".join(map(str, row))

    def moment_of(self, run: int) -> Moment:
        """When a run ended, or began where it never ended.

        Raises:
            ArchiveError: there is no such run.
        """
        rows = self._rows(
            "SELECT coalesce(ended, started) FROM runs LEFT JOIN run_ends ON run = id WHERE id = ?", (run,)
        )
        if not rows:
            (last,) = self._rows("SELECT max(id) FROM runs")[0]
            there = f"there are runs 1 to {last}" if last else "nothing was ingested yet"
            raise ArchiveError("refused", f"There is no run {run} in {self.path}: {there}.")
        return Moment(run, rows[0][0])

    def reports_at(self, moment: Moment) -> Iterator[tuple[str, Report, str, int]]:
        """The reports that counted: id, report, extractor and run, in the order they were made."""
        rows = self._stream(
            f"SELECT r.report_id, r.body, e.extractor, e.run FROM ({_EXTRACTIONS}) AS e"
            " JOIN reports AS r ON r.extraction = e.id ORDER BY r.id",
            (moment.run,),
        )
        for report_id, body, extractor, run in rows:
            yield report_id, from_json(body), extractor, run

    def articles_at(
        self, moment: Moment
    ) -> Iterator[tuple[str, str, str | None, str | None, str | None, str, str, int]]:
        """The articles of these reports: id, title, source, url, date, digest, sketch, and the run."""
        yield from self._stream(
            "SELECT a.doc_id, a.title, a.source, a.url, a.date, a.digest, s.sketch, e.run"
            f" FROM ({_EXTRACTIONS}) AS e JOIN articles AS a ON a.id = e.article"
            " JOIN sketches AS s ON s.article = a.id"
            " WHERE EXISTS (SELECT 1 FROM reports AS r WHERE r.extraction = e.id)",
            (moment.run,),
        )

    def runs_at(self, moment: Moment) -> Iterator[tuple[int, str, str | None, str]]:
        """Every run until then: number, start, end and extractor."""
        yield from self._stream(
            "SELECT id, started, ended, extractor FROM runs LEFT JOIN run_ends ON run = id"
            " WHERE id <= ? ORDER BY id",
            (moment.run,),
        )

    def judgements_at(self, log: tuple[Judgement, ...], moment: Moment) -> tuple[Judgement, ...]:
        """A log as it was then.

        Args:
            log: as ``judgements`` gives it.
            moment: when.
        """
        then = instant(moment.at)
        return tuple(
            replace(entry, undone=None) if entry.undone and instant(entry.undone.at) > then else entry
            for entry in log
            if instant(entry.at) <= then
        )


def instant(time: str) -> datetime:
    """A time of the archive, to be compared; the beginning of time where there is none."""
    found = datetime.fromisoformat(time) if time else datetime.min
    return found if found.tzinfo else found.replace(tzinfo=UTC)
