"""What the extractor reports of the shared corpus, kept in a file of one's own between runs.

The corpus is ``corpus/*.jsonl.xz`` of ``$LIQAA_SHARED``, by default ``shared`` beside the repository. Its
texts belong to their publishers: what is written here of them goes outside the repository.
"""

from __future__ import annotations

import json
import lzma
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from liqaa.ingest.report_json import from_json, to_json
from liqaa.ontology.model import Article, Report

ROOT = Path(__file__).resolve().parents[2]


class NoCorpusError(Exception):
    """The corpus is not there, or a file would land inside the repository; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Reports of a corpus.

    Attributes:
        reports: by id.
        published: day of each article that has one.
        sources: newspaper of each article.
        articles: how many articles were read, also those that report nothing.
    """

    reports: Mapping[str, Report]
    published: Mapping[str, str | None]
    sources: Mapping[str, str]
    articles: int


def outside(path: Path) -> Path:
    """A path that is not in the repository.

    Raises:
        NoCorpusError: it is.
    """
    if path.resolve().is_relative_to(ROOT):
        raise NoCorpusError(f"{path} lies in the repository, where no text of others belongs: name another.")
    return path


def corpus_articles() -> Iterator[Article]:
    """The articles of the corpus, one at a time.

    Raises:
        NoCorpusError: the corpus is not there.
    """
    folder = Path(os.environ.get("LIQAA_SHARED") or ROOT.parent / "shared") / "corpus"
    files = sorted(folder.glob("*.jsonl.xz"))
    if not files:
        raise NoCorpusError(f"{folder} holds no corpus: set LIQAA_SHARED to the shared folder")
    for path in files:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                title, text = row["title"] or "", row["text"] or ""
                yield Article(row["doc_id"], title, text, row["source"], row["url"], row["date"])


def titles_of(doc_ids: Collection[str]) -> dict[str, str]:
    """The headlines of some articles of the corpus."""
    return {article.doc_id: article.title for article in corpus_articles() if article.doc_id in doc_ids}


def extract_to(path: Path) -> None:
    """Read the whole corpus, some minutes' work, and keep what it reports: a line an article."""
    from liqaa.ingest import extraction

    extractor = extraction.load()
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8") as file:
        for article in corpus_articles():
            reports = [to_json(report) for report in extractor.extract(article)]
            row = [article.doc_id, article.source, article.date, reports]
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    part.replace(path)


def load(path: Path) -> Corpus:
    """The reports kept in a file; made first where it is missing."""
    if not outside(path).exists():
        extract_to(path)
    reports: dict[str, Report] = {}
    published: dict[str, str | None] = {}
    sources: dict[str, str] = {}
    articles = 0
    for doc_id, source, date, bodies in _rows(path):
        articles += 1
        for report in map(from_json, bodies):
            reports[report.report_id] = report
            published[doc_id], sources[doc_id] = date, source or "?"
    return Corpus(reports, published, sources, articles)


def _rows(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
