"""Inputs to batches of articles with their reports, in the order of the input and in bounded memory."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from liqaa.ingest.archive.records import Reading
from liqaa.ontology.errors import LiqaaError
from liqaa.ontology.model import Article, Issue, Report

Read = Callable[[Sequence[str]], Iterable[Article | Issue]]
"""Inputs, as ``reading.read`` takes them, to a stream of articles and issues."""

Progress = Callable[[str, int], None]
"""Called with the stage (``read``, ``resolve``, ``project``, ``load``) and how much of it is done."""

_BATCH_CHARACTERS = 4_000_000
"""A batch also ends here, so that long articles do not fill the memory."""

_NOTES = frozenset({"encoding", "wrong-ending", "language", "other-files", "trailing-garbage"})
"""Issues that say how something was read or that it is none of ours; nothing was lost by a fault."""


class JobError(LiqaaError):
    """A run that can not go on; the message says why and what to do."""


class Extractor(Protocol):
    """What turns an article into reports; the same article always gives the same ones."""

    @property
    def version(self) -> str:
        """Changes whenever it may give other reports."""

    def extract(self, article: Article) -> tuple[Report, ...]:
        """The reports of an article."""


def silent(_stage: str, _done: int) -> None:
    """Show no progress."""


def unheard(_issue: Issue) -> None:
    """Tell nobody of an issue."""


def load_extractor(threshold: float | None = None) -> Extractor:
    """The extractor that ships with Liqaa.

    Args:
        threshold: reports that are less sure are left out, 0 to 1; the shipped one if left out.
    """
    from liqaa.ingest import extraction  # heavy: it brings the language knowledge

    return extraction.load(threshold)


@dataclass(frozen=True, slots=True)
class FailureLimit:
    """When a run stops before it loads anything: many failures, and a large share of all that was read."""

    at_least: int = 50
    share: float = 0.5

    def check(self, failed: int, inputs: int) -> None:
        """Compare what failed with all that came.

        Raises:
            JobError: too much failed.
        """
        if failed >= self.at_least and failed > self.share * inputs:
            raise JobError(
                f"{failed} of {inputs} inputs failed, so nothing was loaded: look at this run's"
                " issues, mend the input, and run it again."
            )


ExtractAll = Callable[[Sequence[Article]], Iterator[tuple[Reading, Issue | None]]]
"""Articles to readings in the same order, each with an issue when the extractor failed on it."""


@dataclass(slots=True)
class Batch:
    """Articles and issues as they came.

    Attributes:
        articles: what could be read.
        issues: what was noted in reading, and then in extraction.
        unreadable: how many more articles should have come.
        unextracted: on how many articles the extractor failed.
        characters: of all the articles.
    """

    articles: list[Article] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    unreadable: int = 0
    unextracted: int = 0
    characters: int = 0

    @property
    def inputs(self) -> int:
        """How many articles it holds or should hold."""
        return len(self.articles) + self.unreadable

    @property
    def failed(self) -> int:
        """How many of these are left out."""
        return self.unreadable + self.unextracted

    def readings(self, extract_all: ExtractAll, articles: Sequence[Article]) -> list[Reading]:
        """Extract some of its articles; a fault of the extractor becomes an issue of the batch."""
        readings: list[Reading] = []
        for reading, problem in extract_all(articles):
            readings.append(reading)
            if problem:
                self.issues.append(problem)
                self.unextracted += 1
        return readings


def batches(stream: Iterable[Article | Issue], size: int) -> Iterator[Batch]:
    """Cut a stream into batches.

    Args:
        stream: what ``reading.read`` yields: an issue about an article that can be used comes before it.
        size: most articles or issues of a batch.
    """
    batch = Batch()
    waiting: list[Issue] = []
    for item in stream:
        if isinstance(item, Issue):
            waiting.append(item)
            batch.issues.append(storable_issue(item))
        elif problem := _not_unicode(item):
            batch.issues.append(problem)
            batch.unreadable += 1
        else:
            batch.unreadable += _failures(waiting, item.doc_id)
            waiting = []
            batch.articles.append(item)
            batch.characters += len(item.text) + len(item.title)
        if max(len(batch.articles), len(batch.issues)) >= size or batch.characters > _BATCH_CHARACTERS:
            yield batch
            batch = Batch()
    batch.unreadable += _failures(waiting, None)
    if batch.articles or batch.issues or batch.unreadable:
        yield batch


def _failures(issues: Iterable[Issue], arrived: str | None) -> int:
    """How many of the issues mean that something was left out."""
    return sum(
        issue.code not in _NOTES and (issue.doc_id is None or issue.doc_id != arrived) for issue in issues
    )


def _not_unicode(article: Article) -> Issue | None:
    """An issue when the article holds halves of characters, which no file can keep."""
    try:
        for text in (article.doc_id, article.title, article.text, article.source, article.url, article.date):
            (text or "").encode()
    except UnicodeEncodeError as error:
        return storable_issue(
            Issue(
                "not-unicode",
                article.doc_id,
                f"The article holds half a character at {error.start}; save it as UTF-8 again.",
                article.doc_id,
            )
        )
    return None


def storable_issue(issue: Issue) -> Issue:
    """An issue whose texts can be kept: halves of characters are written as escapes."""
    code, where, message, doc_id = (
        text.encode("utf-8", "backslashreplace").decode() if text else text
        for text in (issue.code, issue.where, issue.message, issue.doc_id)
    )
    return Issue(code or "", where or "", message or "", doc_id)


@contextmanager
def extracting(extractor: Extractor, workers: int, load: Callable[[], Extractor]) -> Iterator[ExtractAll]:
    """A way to extract many articles, in this process or in several.

    Args:
        extractor: used here when there is one worker.
        workers: number of processes.
        load: a function of a module that loads the same extractor in another process.

    Yields:
        The way; what it returns does not depend on the number of workers.

    Raises:
        JobError: a worker ended by itself, or loaded another version of the extractor.
    """
    if workers < 2:
        yield lambda articles: (_extract(extractor, article) for article in articles)
        return
    context = multiprocessing.get_context("spawn")  # forking a process that shows progress can hang
    pool = ProcessPoolExecutor(workers, context, _start_worker, (load, extractor.version))
    try:
        with pool:
            yield lambda articles: pool.map(_work, articles, chunksize=8)
    except BrokenProcessPool as error:
        raise JobError(
            "A worker process ended by itself, most often for lack of memory: use fewer workers."
        ) from error


_worker: list[Extractor] = []


def _start_worker(load: Callable[[], Extractor], version: str) -> None:
    """Load the extractor of a worker process, once."""
    _worker[:] = [load()]
    if _worker[0].version != version:
        raise JobError(f"A worker loaded extractor {_worker[0].version} instead of {version}.")


def _work(article: Article) -> tuple[Reading, Issue | None]:
    """Extract one article in a worker process."""
    return _extract(_worker[0], article)


def _extract(extractor: Extractor, article: Article) -> tuple[Reading, Issue | None]:
    """Extract one article; a fault of the extractor concerns this article alone."""
    try:
        return Reading(article, extractor.extract(article)), None
    except MemoryError:
        raise
    except Exception as error:
        message = (
            f"The extractor failed on the article ({type(error).__name__}: {error}); it was kept without"
            " reports. Please report it with the article."
        )
        return Reading(article, None), storable_issue(
            Issue("extraction", article.doc_id, message, article.doc_id)
        )
