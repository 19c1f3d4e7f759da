"""The main job: inputs to articles to reports to the archive, and the archive to the graph.

Every step can be repeated: what is archived stays, what is unchanged is skipped, and the graph is always
brought to what the archive supports, also after a run that was killed in between.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import datetime

from liqaa.graph.identity import resolve
from liqaa.graph.projection.labels import Labels
from liqaa.graph.projection.projection import Projection
from liqaa.graph.projection.projection import project as projected
from liqaa.graph.recall import Recall
from liqaa.graph.stores.delta import diff
from liqaa.graph.stores.store import Store
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.archive.records import Known
from liqaa.ingest.jobs.extract import extract
from liqaa.ingest.jobs.judging import current_judgements
from liqaa.ingest.jobs.labels import load_labels
from liqaa.ingest.jobs.reading import (
    Batch,
    ExtractAll,
    Extractor,
    FailureLimit,
    JobError,
    Progress,
    Read,
    batches,
    extracting,
    load_extractor,
    silent,
    unheard,
)
from liqaa.ingest.jobs.summary import Change, Extracted, Gathered, Summary, change_of, gathered_of
from liqaa.ontology.model import Article, Issue

__all__ = [
    "Change",
    "Extracted",
    "Extractor",
    "FailureLimit",
    "Gathered",
    "JobError",
    "Summary",
    "articles_again",
    "extract",
    "gather",
    "graph_of",
    "ingest",
    "update_graph",
]


_PART = 50_000
"""Nodes and relationships handed to the store at a time: it makes a row of each, which must fit in memory."""


def ingest(
    inputs: Sequence[str],
    *,
    archive: Archive,
    store: Store,
    extractor: Extractor,
    read: Read,
    clock: Callable[[], datetime],
    labels: Labels | None = None,
    progress: Progress = silent,
    on_issue: Callable[[Issue], None] = unheard,
    batch_size: int = 200,
    workers: int = 1,
    load: Callable[[], Extractor] = load_extractor,
    limit: FailureLimit | None = None,
    wait: float = 30.0,
    recall: Recall | None = None,
) -> Summary:
    """Ingest articles and bring the graph up to date.

    Args:
        inputs: what ``read`` takes.
        archive: where everything is kept.
        store: where the graph goes.
        extractor: turns an article into reports.
        read: turns inputs into a stream of articles and issues.
        clock: the time now, with its zone.
        labels: what parties, topics and types are called; those of the vocabulary and lexicon by default.
        progress: told how far the run is.
        on_issue: told of every issue as it is found.
        batch_size: articles of one transaction.
        workers: processes that extract.
        load: loads the extractor in a worker process.
        limit: when failures stop the run before anything is loaded.
        wait: how long to wait for another run on this archive, in seconds.
        recall: what other work on this archive finds too, where it is to share.

    Returns:
        What was done.

    Raises:
        JobError: too many failures, or a worker ended by itself; the graph is as it was.
        ArchiveError: the archive can not be written, or another run holds it.
        StoreError: the store can not be written; run again to complete the graph.
    """
    with archive.exclusive(wait), extracting(extractor, workers, load) as extract_all:
        run = archive.begin_run(clock().isoformat(), extractor.version)
        gathered = gather(
            batches(read(inputs), batch_size),
            archive,
            run=run,
            extractor=extractor,
            extract_all=extract_all,
            progress=progress,
            on_issue=on_issue,
        )
        (limit or FailureLimit()).check(gathered.failed, gathered.inputs)
        change = update_graph(archive, store, labels=labels, progress=progress, recall=recall)
        summary = Summary(run, gathered, change)
        archive.end_run(run, clock().isoformat(), json.dumps(asdict(summary), sort_keys=True))
    return summary


def gather(
    parts: Iterator[Batch],
    archive: Archive,
    *,
    run: int,
    extractor: Extractor,
    extract_all: ExtractAll,
    progress: Progress,
    on_issue: Callable[[Issue], None],
) -> Gathered:
    """Archive every batch with the reports of what is new in it.

    Args:
        parts: articles and issues.
        archive: held alone by the caller.
        run: its number.
        extractor: its version goes with every report.
        extract_all: turns articles into readings.
        progress: told how far it is.
        on_issue: told of every issue as it is found.

    Returns:
        What was done.

    Raises:
        ArchiveError: the archive can not be written; whole batches are kept.
    """
    tally: Counter[str] = Counter()
    for batch in parts:
        wanted = _wanted(batch, archive, extractor.version, tally)
        readings = batch.readings(extract_all, wanted)
        archive.add(run, extractor.version, readings, batch.issues)
        tally.update(
            inputs=batch.inputs,
            read=len(batch.articles),
            failed=batch.failed,
            issues=len(batch.issues),
            reports=sum(len(reading.reports or ()) for reading in readings),
        )
        for issue in batch.issues:
            on_issue(issue)
        progress("read", tally["read"])
    return gathered_of(tally)


def _wanted(batch: Batch, archive: Archive, version: str, tally: Counter[str]) -> list[Article]:
    """The articles of a batch that this extractor has not read as they are now."""
    known = archive.known([article.doc_id for article in batch.articles])
    wanted: list[Article] = []
    for article in batch.articles:
        before = known.get(article.doc_id)
        state = _state(before, article.digest, version)
        tally[state] += 1
        if state != "unchanged":
            wanted.append(article)
            known[article.doc_id] = Known(article.digest, version)
    return wanted


def _state(before: Known | None, digest: str, version: str) -> str:
    """Whether an article is new, changed, to be read again, or unchanged."""
    if before is None:
        return "new"
    if before.digest != digest:
        return "changed"
    return "unchanged" if before.extractor == version else "reread"


def update_graph(
    archive: Archive,
    store: Store,
    *,
    labels: Labels | None = None,
    progress: Progress = silent,
    recall: Recall | None = None,
) -> Change:
    """Bring the store to what the archive supports; nothing is written when it is there already.

    Args:
        archive: read only.
        store: prepared and changed.
        labels: what parties, topics and types are called; those of the vocabulary and lexicon by default.
        progress: told how far it is.
        recall: what earlier updates worked out, where there are some; the graph is the same without.

    Returns:
        What became of the graph.

    Raises:
        StoreError: the store can not be written; run again to complete the graph.
    """
    store.prepare()
    graph, reports = graph_of(archive, labels, progress, recall)
    before = store.digests()
    delta = diff(graph, before)
    for part in delta.parts(_PART):
        store.apply(part)
    progress("load", len(delta.put_nodes) + len(delta.put_edges))
    count = Counter(node.label for node in graph.nodes)
    return change_of(delta, before, reports=reports, events=count["Event"], actors=count["Actor"])


def graph_of(
    archive: Archive,
    labels: Labels | None = None,
    progress: Progress = silent,
    recall: Recall | None = None,
) -> tuple[Projection, int]:
    """The graph that an archive supports, and the number of its reports."""
    recall = recall or Recall()
    kept = {kept.report_id: kept for kept in archive.current_reports()}
    headers = {header.doc_id: header for header in archive.headers()}
    reports = {report_id: one.report for report_id, one in kept.items()}
    progress("resolve", len(reports))
    published = {doc_id: header.date for doc_id, header in headers.items()}
    log = current_judgements(archive, reports)
    resolution = resolve(reports, log, published=published, recall=recall)
    progress("project", len(resolution.events))
    extractors = {report_id: one.extractor for report_id, one in kept.items()}
    called = labels or load_labels()
    graph = projected(resolution, reports, headers, called, extractors=extractors, recall=recall)
    return graph, len(reports)


def articles_again(archive: Archive) -> Callable[[Sequence[str]], Iterator[Article | Issue]]:
    """A ``read`` that gives every article of the archive: for a newer extractor to read them all again."""

    def read(_inputs: Sequence[str]) -> Iterator[Article | Issue]:
        yield from archive.articles()

    return read
