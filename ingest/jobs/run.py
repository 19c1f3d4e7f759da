"""One run of a source: look, keep, check, read, archive, load; each step safe to kill and to repeat.

What was fetched is kept before it is read, and the archive has an article before its page counts as read. A
run that fails or is killed leaves the rest to the next: pages that nothing has read yet, and a graph that is
brought to what the archive supports.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

from liqaa.graph.projection.labels import Labels
from liqaa.graph.recall import Recall
from liqaa.graph.stores.store import Store, StoreError
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.archive.errors import ArchiveError
from liqaa.ingest.archive.file import ARCHIVE_FILE, alone
from liqaa.ingest.archive.records import SourceRun
from liqaa.ingest.fetching.harvest import StoppedError, harvest
from liqaa.ingest.fetching.pages import Pages
from liqaa.ingest.fetching.pages_file import PAGES_FILE
from liqaa.ingest.fetching.source import LOCAL, Source
from liqaa.ingest.fetching.web import Web
from liqaa.ingest.jobs.facts import keep_up_if_kept
from liqaa.ingest.jobs.ingest import gather, update_graph
from liqaa.ingest.jobs.local import local_articles
from liqaa.ingest.jobs.pages import page_records
from liqaa.ingest.jobs.reading import Extractor, FailureLimit, JobError, batches, extracting, silent, unheard
from liqaa.ingest.jobs.summary import Change, Gathered
from liqaa.ontology.errors import LiqaaError
from liqaa.ontology.model import Issue
from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_exponential

log = logging.getLogger("liqaa")

_MAY_PASS = frozenset({"ServiceUnavailable", "SessionExpired", "TransientError", "DatabaseUnavailable"})


@dataclass(frozen=True, slots=True)
class Workshop:
    """What every run of a process shares.

    Attributes:
        data: folder of archive, pages and embedded store.
        extractor: turns an article into reports.
        open_store: opens the graph; only called while no other run holds the archive.
        open_web: opens what asks the web for a source.
        clock: the time now, with its zone.
        labels: what parties, topics and types are called; those that ship by default.
        recall: what the runs before worked out of the archive, of which one at a time makes use.
        on_issue: told of every issue.
        stopped: whether runs are to end early.
        wait: seconds to wait for another run on the archive.
        store_wait: seconds to wait for a store that does not answer.
    """

    data: Path
    extractor: Extractor
    open_store: Callable[[], Store]
    open_web: Callable[[Source], Web]
    clock: Callable[[], datetime]
    labels: Labels | None = None
    recall: Recall = field(default_factory=Recall)
    on_issue: Callable[[Issue], None] = unheard
    stopped: Callable[[], bool] = lambda: False
    wait: float = 600.0
    store_wait: float = 60.0


@dataclass(slots=True)
class _Progress:
    """How far a run came."""

    run: int
    issues: list[Issue] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Note how long a step takes, also when it fails."""
        began = time.monotonic()
        try:
            yield
        finally:
            self.seconds[name] = round(time.monotonic() - began, 3)

    @property
    def summary(self) -> str:
        """All of it as JSON."""
        return json.dumps({**self.figures, "seconds": self.seconds}, sort_keys=True)


def run_source(source: Source, shop: Workshop, *, again: bool = False) -> SourceRun:
    """Run a source once.

    Args:
        source: the source.
        shop: what runs share.
        again: read all kept pages again, and fetch nothing.

    Returns:
        What was done.

    Raises:
        LiqaaError: the run failed; it is recorded, as after any other error, and what was fetched is kept.
            Nothing was loaded when the source gave too little, too much, or pages that can not be read.
    """
    with ExitStack() as open_files:
        open_files.enter_context(_one_at_a_time(source, shop))
        archive = open_files.enter_context(Archive.open(shop.data / ARCHIVE_FILE))
        pages = open_files.enter_context(Pages.open(shop.data / PAGES_FILE))
        started = shop.clock().isoformat()
        done = _Progress(archive.begin_run(started, shop.extractor.version, source.id))
        try:
            _fetch(source, shop, pages, done, again=again)
            _keep_articles(source, shop, pages, archive, done, again=again)
            _load(shop, archive, done)
        except Exception as error:
            _failed(archive, shop, done, error)
            raise
        ended = shop.clock().isoformat()
        archive.end_run(done.run, ended, done.summary)
        keep_up_if_kept(archive, shop.data, shop.labels, shop.recall)
    return SourceRun(done.run, source.id, started, ended, None, json.loads(done.summary))


def _failed(archive: Archive, shop: Workshop, done: _Progress, error: Exception) -> None:
    """Record a failure with the issues that were found; a full disk must not hide the first error."""
    try:
        archive.add(done.run, shop.extractor.version, (), done.issues)
        archive.fail_run(done.run, shop.clock().isoformat(), reason_of(error), done.summary)
    except ArchiveError as second:
        log.warning("the failure of run %s could not be recorded: %s", done.run, second)


def reason_of(error: Exception) -> str:
    """Why a run failed; an error that is none of ours by its kind too, for its words alone say little."""
    if isinstance(error, LiqaaError | OSError):
        return str(error)
    return f"A fault of the program, please report it: {type(error).__name__}: {error}"


@contextmanager
def _one_at_a_time(source: Source, shop: Workshop) -> Iterator[None]:
    """Keep a second run of the source out."""
    shop.data.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        try:
            held.enter_context(alone(shop.data / f"source-{source.id}", 0.0))
        except ArchiveError as error:
            if error.code != "locked":
                raise
            message = f"{source.id} is being run already: wait until that run has ended."
            raise JobError(message) from error
        yield


def _fetch(source: Source, shop: Workshop, pages: Pages, done: _Progress, *, again: bool) -> None:
    if again or source.kind in LOCAL:
        return
    with done.step("fetch"), shop.open_web(source) as web:

        def heard(issue: Issue) -> None:
            done.issues.append(issue)
            shop.on_issue(issue)

        found = harvest(source, pages, web, clock=shop.clock, on_issue=heard, stopped=shop.stopped)
        done.figures["harvest"] = asdict(found)


def _keep_articles(
    source: Source, shop: Workshop, pages: Pages, archive: Archive, done: _Progress, *, again: bool
) -> None:
    """Read what was kept and archive it; pages count as read once the archive has what is in them."""
    read: list[int] = []
    told = [replace(issue, doc_id=None) for issue in done.issues]  # they are about no article

    def hear(issue: Issue) -> None:
        if issue not in told:  # fetching said it at once
            shop.on_issue(issue)

    with done.step("read"):
        stream = (
            local_articles(source, done.figures)
            if source.kind in LOCAL
            else page_records(source, pages, read, again=again)
        )
    with (
        done.step("archive"),
        archive.exclusive(shop.wait),
        extracting(shop.extractor, 1, lambda: shop.extractor) as each,
    ):
        gathered: Gathered = gather(
            batches(chain(told, stream), 200),
            archive,
            run=done.run,
            extractor=shop.extractor,
            extract_all=each,
            progress=silent,
            on_issue=hear,
        )
        done.issues = []
        done.figures["gathered"] = asdict(gathered)
        if source.kind in LOCAL:
            FailureLimit().check(gathered.failed, gathered.inputs)
        pages.mark_read(done.run, read)


def _load(shop: Workshop, archive: Archive, done: _Progress) -> None:
    """Bring the graph to what the archive supports, waiting for a store that does not answer."""
    retrying = Retrying(
        retry=retry_if_exception(_may_pass),
        stop=stop_after_delay(shop.store_wait),
        wait=wait_exponential(multiplier=0.5, max=15),
        before_sleep=lambda state: log.warning("the store does not answer; trying again"),
        reraise=True,
    )
    with done.step("load"):
        change: Change = retrying(_update, shop, archive)
    done.figures["change"] = asdict(change)


def _update(shop: Workshop, archive: Archive) -> Change:
    if shop.stopped():
        raise StoppedError("The run was asked to stop; the archive has its articles, the next loads them.")
    with archive.exclusive(shop.wait), shop.open_store() as store:
        return update_graph(archive, store, labels=shop.labels, recall=shop.recall)


def _may_pass(error: BaseException) -> bool:
    """Whether the store may answer when it is asked again; a wrong password stays wrong."""
    names = {type(cause).__name__ for cause in (error, error.__cause__) if cause is not None}
    return isinstance(error, StoreError) and bool(names & _MAY_PASS)
