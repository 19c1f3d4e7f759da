"""The schedule: each source at its cadence, a few at once, caught up after downtime, stopped gracefully."""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger
from liqaa.ingest.fetching.source import Source

JITTER = 0.1
"""Of a cadence: so far a run may be put off, so that sources do not all run at the full hour."""
_SPREAD = timedelta(seconds=30)
"""Over how long runs that are overdue at the start are spread, for each source."""

log = logging.getLogger("liqaa")


def first_run(last: str | None, cadence: timedelta, now: datetime, chance: random.Random) -> datetime:
    """When a source runs first: at its time, or soon where that passed while nothing ran.

    Args:
        last: when its newest run began, ISO 8601; None when there was none.
        cadence: of the source.
        now: the time.
        chance: spreads the runs that are overdue.
    """
    due = datetime.fromisoformat(last) + cadence if last else now
    return due if due > now else now + chance.random() * min(_SPREAD, cadence * JITTER)


def serve(
    sources: Iterable[Source],
    run: Callable[[Source], object],
    *,
    last: Callable[[Source], str | None],
    clock: Callable[[], datetime],
    stop: threading.Event,
    at_once: int = 4,
    chance: random.Random | None = None,
) -> None:
    """Run sources at their cadences until told to stop, and then wait for the runs that go on.

    Args:
        sources: which.
        run: runs one; it tells of failures itself.
        last: when the newest run of a source began, ISO 8601.
        clock: the time now, with its zone.
        stop: set to end; runs see it too.
        at_once: most runs at a time.
        chance: where jitter comes from.
    """
    chance = chance or random.Random()
    scheduler = BackgroundScheduler(
        executors={"default": ThreadPoolExecutor(at_once)},
        # A run that could not begin in time begins late, once; a source never runs twice at a time.
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        timezone="UTC",
    )
    for source in sources:
        seconds = source.cadence.total_seconds()
        scheduler.add_job(
            _unless_stopped(run, stop),
            IntervalTrigger(seconds=int(seconds), jitter=int(seconds * JITTER), timezone="UTC"),
            args=[source],
            id=source.id,
            next_run_time=first_run(last(source), source.cadence, clock(), chance),
        )
    scheduler.start()
    log.info("%s sources are scheduled, %s at once", len(scheduler.get_jobs()), at_once)
    try:
        stop.wait()
    finally:
        stop.set()
        log.info("stopping: waiting for the runs that go on")
        scheduler.shutdown(wait=True)


def _unless_stopped(run: Callable[[Source], object], stop: threading.Event) -> Callable[[Source], None]:
    """Runs that waited for their turn when the stop came do not begin."""

    def begin(source: Source) -> None:
        if not stop.is_set():
            run(source)

    return begin
