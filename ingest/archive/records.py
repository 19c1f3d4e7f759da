"""What goes into the archive and comes out of it, besides articles, reports, issues and judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from liqaa.ontology.model import Article, Report


@dataclass(frozen=True, slots=True)
class Header:
    """An article without its text: what the graph needs of it."""

    doc_id: str
    title: str
    source: str | None
    url: str | None
    date: str | None
    sketch: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the archive has of an article: digest of the newest version, extractor that last read it."""

    digest: str
    extractor: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What an extractor made of an article; None instead of reports when it failed on it."""

    article: Article
    reports: tuple[Report, ...] | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A current report with its id and the version of the extractor that made it."""

    report_id: str
    report: Report
    extractor: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much an archive holds; articles and reports are those that count now."""

    articles: int
    reports: int
    runs: int
    issues: int
    judgements: int


@dataclass(frozen=True, slots=True)
class SourceRun:
    """One run of a source.

    Attributes:
        run: its number in the archive.
        source: id of the source.
        started: ISO 8601.
        ended: likewise; None for one that goes on or was killed.
        reason: why it failed, None when it did not.
        figures: what was done, as far as it came: ``harvest``, ``gathered``, ``change``, ``seconds``.
    """

    run: int
    source: str
    started: str
    ended: str | None = None
    reason: str | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)

    @property
    def outcome(self) -> str:
        """``done``, ``failed`` or ``open``."""
        return "open" if self.ended is None else "failed" if self.reason is not None else "done"
