"""How the sources are: last runs, silences, backlog; as records, and as metrics for Prometheus."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.archive.records import SourceRun
from liqaa.ingest.fetching.pages import Pages
from liqaa.ingest.fetching.source import LOCAL, Source
from prometheus_client import CollectorRegistry, Counter, Gauge, disable_created_metrics


@dataclass(frozen=True, slots=True)
class SourceState:
    """How a source is.

    Attributes:
        source: its id.
        last: its newest run, None when there was none.
        succeeded: when the newest run that did not fail began.
        newest: when a page was last found that was not there before.
        silent: whether that is longer ago than the source's ``silent_after``.
        late: whether no run began for three times its cadence.
        backlog: pages that are kept and that nothing has read.
        runs: how many runs began.
        failures: how many of them failed.
    """

    source: str
    last: SourceRun | None
    succeeded: str | None
    newest: str | None
    silent: bool
    late: bool
    backlog: int
    runs: int
    failures: int

    def figure(self, part: str, name: str) -> int | float | None:
        """A figure of the newest run, None where it did not come so far."""
        found = self.last.figures.get(part, {}).get(name) if self.last else None
        return found if isinstance(found, int | float) else None

    @property
    def seconds(self) -> float | None:
        """How long the newest run took."""
        taken = self.last.figures.get("seconds") if self.last else None
        return round(sum(taken.values()), 1) if taken else None


def state_of(source: Source, archive: Archive, pages: Pages, now: datetime) -> SourceState:
    """How a source is now."""
    last = next(iter(archive.source_runs(source.id)), None)
    newest = pages.newest(source.id)
    runs, failures = archive.run_totals(source.id)
    silent = late = False
    if last and source.kind not in LOCAL:
        silent = newest is None or now - datetime.fromisoformat(newest) > source.silent_after
    if last:
        late = now - datetime.fromisoformat(last.started) > 3 * source.cadence
    return SourceState(
        source.id, last, archive.last_success(source.id), newest, silent, late, pages.backlog(source.id),
        runs, failures,
    )  # fmt: skip


COLUMNS = (
    "source", "last run", "outcome", "listed", "fetched", "new", "changed", "failed", "events", "seconds",
    "newest", "silent", "late", "backlog", "reason",
)  # fmt: skip


def row_of(state: SourceState) -> tuple[object, ...]:
    """The values of ``COLUMNS``; ``events`` are those new in the graph."""
    last = state.last
    return (
        state.source, last and last.started, last and last.outcome, state.figure("harvest", "listed"),
        state.figure("harvest", "fetched"), state.figure("gathered", "new"),
        state.figure("gathered", "changed"), state.figure("gathered", "failed"),
        state.figure("change", "events_added"), state.seconds, state.newest, state.silent, state.late,
        state.backlog, last and last.reason,
    )  # fmt: skip


_GAUGES = {
    "last_run_timestamp_seconds": "When the newest run began.",
    "last_success_timestamp_seconds": "When the newest run that did not fail began.",
    "newest_page_timestamp_seconds": "When a page was last found that was not there before.",
    "up": "1 when the newest run did not fail.",
    "silent": "1 when no new page came for longer than the source's silent_after.",
    "late": "1 when no run began for three times the source's cadence.",
    "backlog_pages": "Pages that are kept and that nothing has read.",
    "run_seconds": "How long the newest run took.",
    "listed": "Articles that the source listed in the newest run.",
    "fetched": "Pages asked for in the newest run.",
    "articles_new": "Articles never seen before in the newest run.",
    "articles_changed": "Articles with other content in the newest run.",
    "articles_failed": "What could not be used in the newest run.",
    "events_new": "Events new in the graph by the newest run.",
}


def metrics(states: Iterable[SourceState]) -> CollectorRegistry:
    """The states as metrics, one value a source."""
    disable_created_metrics()  # type: ignore[no-untyped-call]  # when this process made them says nothing
    registry = CollectorRegistry()
    gauges = {
        name: Gauge(f"liqaa_source_{name}", text, ["source"], registry=registry)
        for name, text in _GAUGES.items()
    }
    runs = Counter("liqaa_source_runs", "Runs that began.", ["source"], registry=registry)
    failures = Counter("liqaa_source_failures", "Runs that failed.", ["source"], registry=registry)
    for state in states:
        for name, value in _values(state).items():
            if value is not None:
                gauges[name].labels(state.source).set(value)
        runs.labels(state.source).inc(state.runs)
        failures.labels(state.source).inc(state.failures)
    return registry


def _values(state: SourceState) -> dict[str, float | None]:
    last = state.last
    return {
        "last_run_timestamp_seconds": _seconds(last.started if last else None),
        "last_success_timestamp_seconds": _seconds(state.succeeded),
        "newest_page_timestamp_seconds": _seconds(state.newest),
        "up": float(last.outcome != "failed") if last else None,
        "silent": float(state.silent),
        "late": float(state.late),
        "backlog_pages": float(state.backlog),
        "run_seconds": state.seconds,
        "listed": state.figure("harvest", "listed"),
        "fetched": state.figure("harvest", "fetched"),
        "articles_new": state.figure("gathered", "new"),
        "articles_changed": state.figure("gathered", "changed"),
        "articles_failed": state.figure("gathered", "failed"),
        "events_new": state.figure("change", "events_added"),
    }


def _seconds(moment: str | None) -> float | None:
    return datetime.fromisoformat(moment).timestamp() if moment else None
