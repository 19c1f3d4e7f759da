"""``liqaa schedule``: run the sources at their cadences until told to stop."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from liqaa.ingest.cli.options import (
    DEFAULT_DATA,
    Data,
    MinConfidence,
    SourcesOption,
    StoreOption,
    archive_path,
)
from liqaa.ingest.cli.sources import Names, said, states
from liqaa.ingest.cli.workshop import all_sources, now, run_and_tell, wanted_sources, workshop
from liqaa.ontology.errors import LiqaaError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from liqaa.ingest.fetching.source import Source
    from prometheus_client import CollectorRegistry
    from prometheus_client.metrics_core import Metric


class MetricsError(LiqaaError):
    """The metrics can not be served; the message says what to do."""


def schedule(
    names: Names = None,
    data: Data = DEFAULT_DATA,
    store: StoreOption = None,
    own: SourcesOption = None,
    min_confidence: MinConfidence = None,
    at_once: Annotated[int, typer.Option("--at-once", min=1, max=32, help="Most runs at a time.")] = 4,
    metrics_port: Annotated[
        int | None,
        typer.Option(
            "--metrics-port", min=1, max=65535, help="Serve Prometheus metrics on this port of localhost."
        ),
    ] = None,
    metrics_host: Annotated[
        str, typer.Option("--metrics-host", help="Address on which metrics are served.")
    ] = "127.0.0.1",
) -> None:
    """Run sources at their cadences until stopped; what fell due while nothing ran is caught up with.

    SIGTERM and SIGINT end it gracefully: runs that go on keep what they fetched and end, none begins.
    """
    from liqaa.ingest.jobs.schedule import serve

    wanted = wanted_sources(names, all_sources(own, data))
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    shop = workshop(data, store, min_confidence, stopped=stop.is_set)
    if metrics_port is not None:
        _serve_metrics(metrics_host, metrics_port, data, own)

    def run(source: Source) -> None:
        done = run_and_tell(source, shop)
        if done is not None:
            print(said(done), flush=True)

    serve(wanted, run, last=lambda source: _last(source, data), clock=now, stop=stop, at_once=at_once)


def _last(source: Source, data: Path) -> str | None:
    """When the newest run of a source began."""
    from liqaa.ingest.archive.archive import Archive

    if not archive_path(data).is_file():
        return None
    with Archive.open(archive_path(data), create=False) as archive:
        return next((run.started for run in archive.source_runs(source.id)), None)


def _serve_metrics(host: str, port: int, data: Path, own: Path | None) -> None:
    """Serve metrics that are read from the archive whenever they are asked for."""
    from liqaa.ingest.jobs.status import metrics as registered
    from prometheus_client import CollectorRegistry, start_http_server
    from prometheus_client.registry import Collector

    class Now(Collector):
        def collect(self) -> Iterable[Metric]:
            found: CollectorRegistry = registered(states(data, own) if archive_path(data).is_file() else [])
            return found.collect()

    registry = CollectorRegistry()
    registry.register(Now())
    try:
        start_http_server(port, host, registry)
    except OSError as error:
        message = (
            f"No metrics can be served at {host}:{port} ({error.strerror}): name another --metrics-port."
        )
        raise MetricsError(message) from error
