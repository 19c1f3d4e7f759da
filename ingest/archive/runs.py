"""The archive's log of runs: when each began, how it ended, and of which source it was."""

from __future__ import annotations

import json
from typing import Any

from liqaa.ingest.archive.file import ArchiveFile
from liqaa.ingest.archive.records import SourceRun

_SOURCE_RUNS = (
    "SELECT s.run, s.source, r.started, coalesce(e.ended, f.ended), f.reason, coalesce(e.summary, f.summary)"
    " FROM run_sources AS s JOIN runs AS r ON r.id = s.run"
    " LEFT JOIN run_ends AS e ON e.run = s.run LEFT JOIN run_failures AS f ON f.run = s.run"
)


class RunLog(ArchiveFile):
    """An archive file with its log of runs."""

    def begin_run(self, started: str, extractor: str, source: str | None = None) -> int:
        """Note that a run began, with the extractor it uses and the source it is of. Returns its number."""
        with self.transaction():
            cursor = self._connection.execute(
                "INSERT INTO runs (started, extractor) VALUES (?, ?)", (started, extractor)
            )
            if source is not None:
                self._connection.execute("INSERT INTO run_sources VALUES (?, ?)", (cursor.lastrowid, source))
        return int(cursor.lastrowid or 0)

    def end_run(self, run: int, ended: str, summary: str) -> None:
        """Note that a run came to its end; one that was killed has no end."""
        with self.transaction():
            self._connection.execute("INSERT INTO run_ends VALUES (?, ?, ?)", (run, ended, summary))

    def fail_run(self, run: int, ended: str, reason: str, summary: str) -> None:
        """Note that a run failed, why, and how far it came."""
        with self.transaction():
            self._connection.execute(
                "INSERT INTO run_failures VALUES (?, ?, ?, ?)", (run, ended, reason, summary)
            )

    def last_run(self) -> tuple[str, str | None] | None:
        """When the newest run began, and when it was done or failed; None where neither is so."""
        rows = self._rows(
            "SELECT r.started, coalesce(e.ended, f.ended) FROM runs AS r"
            " LEFT JOIN run_ends AS e ON e.run = r.id"
            " LEFT JOIN run_failures AS f ON f.run = r.id ORDER BY r.id DESC LIMIT 1"
        )
        return (rows[0][0], rows[0][1]) if rows else None

    def source_runs(self, source: str, count: int = 1) -> tuple[SourceRun, ...]:
        """The newest runs of a source, the newest first."""
        rows = self._rows(f"{_SOURCE_RUNS} WHERE s.source = ? ORDER BY s.run DESC LIMIT ?", (source, count))
        return tuple(_source_run(row) for row in rows)

    def last_success(self, source: str) -> str | None:
        """When the newest run of a source began that came to its end."""
        rows = self._rows(
            "SELECT started FROM run_sources AS s JOIN runs AS r ON r.id = s.run"
            " JOIN run_ends AS e ON e.run = s.run WHERE s.source = ? ORDER BY s.run DESC LIMIT 1",
            (source,),
        )
        return str(rows[0][0]) if rows else None

    def run_totals(self, source: str) -> tuple[int, int]:
        """Of a source: how many runs began, and how many failed."""
        ((began, failed),) = self._rows(
            "SELECT count(*), count(f.run) FROM run_sources AS s"
            " LEFT JOIN run_failures AS f ON f.run = s.run WHERE s.source = ?",
            (source,),
        )
        return int(began), int(failed)


def _source_run(row: tuple[Any, ...]) -> SourceRun:
    run, source, started, ended, reason, summary = row
    figures = json.loads(summary) if summary else {}
    return SourceRun(int(run), source, started, ended, reason, figures)
