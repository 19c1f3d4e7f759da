"""An archive made of what was read back from an export: runs, reports and judgements, without texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.report_json import to_json
from liqaa.ontology.judgement import Judgement
from liqaa.ontology.model import Report

Cited = tuple[str, str, str | None, str | None, str | None, str, str, int]
"""Id, title, source, url, date, digest, sketch and run of an article."""


class Kept(Protocol):
    """A report with its id, extractor and run."""

    @property
    def report_id(self) -> str:
        """Its id."""

    @property
    def report(self) -> Report:
        """The record."""

    @property
    def extractor(self) -> str:
        """Version of the extractor."""

    @property
    def run(self) -> int:
        """Number of the run."""


def restore(
    path: Path,
    runs: Iterable[tuple[int, str, str | None, str]],
    articles: Iterable[Cited],
    reports: Iterable[Kept],
    judgements: Iterable[Judgement],
) -> None:
    """Make an archive, in one transaction.

    Args:
        path: the file, which is not there yet.
        runs: number, start, end and extractor.
        articles: those of the reports; their texts are empty, their digests and sketches those of the texts
            they had.
        reports: in any order; of one article in the order of their ids.
        judgements: the log.

    Raises:
        ArchiveError: it can not be written, or what is given does not hang together.
    """
    told: dict[str, list[Kept]] = defaultdict(list)
    for one in sorted(reports, key=lambda one: one.report_id):
        told[one.report.doc_id].append(one)
    with Archive.open(path) as archive, archive.transaction():
        run_all = archive.writing()
        for number, started, ended, extractor in runs:
            run_all("INSERT INTO runs VALUES (?, ?, ?)", (number, started, extractor))
            if ended:
                run_all("INSERT INTO run_ends VALUES (?, ?, '{}')", (number, ended))
        for row, article in enumerate(sorted(articles), 1):
            doc_id, title, source, url, date, digest, sketch, run = article
            kept = told[doc_id]
            run_all(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, '', ?, ?, ?)",
                (row, doc_id, digest, run, title, source, url, date),
            )
            run_all("INSERT INTO sketches VALUES (?, ?)", (row, sketch))
            run_all(
                "INSERT INTO extractions VALUES (?, ?, ?, ?, ?)", (row, row, digest, kept[0].extractor, run)
            )
            for one in kept:
                run_all(
                    "INSERT INTO reports (extraction, report_id, body) VALUES (?, ?, ?)",
                    (row, one.report_id, to_json(one.report)),
                )
        for entry in judgements:
            fields = (entry.left, entry.right, entry.verdict, entry.why, entry.by, entry.at)
            run_all("INSERT INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?)", (entry.number, *fields))
            if undone := entry.undone:
                run_all(
                    "INSERT INTO undoings VALUES (?, ?, ?, ?)",
                    (entry.number, undone.why, undone.by, undone.at),
                )
