"""The schedule: at its cadence, never twice at a time, caught up with after downtime, stopped gracefully."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.request import urlopen

import pytest
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.fetching.pages import Pages
from liqaa.ingest.fetching.source import Source
from liqaa.ingest.jobs.schedule import first_run, serve
from news_server import NewsServer, serving
from running import LIQAA, newspaper, own_source, program

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with serving() as server:
        yield server


@pytest.mark.parametrize(
    ("ago", "due"),
    [(None, timedelta(0)), (timedelta(minutes=20), timedelta(minutes=40)), (timedelta(days=3), timedelta(0))],
)
def test_the_first_run_is_at_its_time_or_soon(ago: timedelta | None, due: timedelta) -> None:
    last = (NOW - ago).isoformat() if ago is not None else None
    found = first_run(last, HOUR, NOW, random.Random(1)) - NOW
    assert due <= found <= due + timedelta(seconds=30)


def fast(name: str, seconds: float) -> Source:
    source = Source.model_validate(
        {
            "id": name, "name_ar": "الميناء", "name_en": "Port", "kind": "feed", "cadence": "1h",
            "address": f"https://example.org/{name}", "volume": {"min": 1, "max": 9}, "silent_after": "1d",
            "licence": "ours", "attested": "a test",
        }
    )  # fmt: skip
    return source.model_copy(update={"cadence": timedelta(seconds=seconds)})


def test_sources_run_at_their_cadence_a_few_at_once_and_never_twice() -> None:
    stop, lock = threading.Event(), threading.Lock()
    going, most, begun = Counter[str](), Counter[str](), Counter[str]()

    def run(source: Source) -> None:
        with lock:
            begun[source.id] += 1
            going[source.id] += 1
            most[source.id] = max(most[source.id], going[source.id])
            most["all"] = max(most["all"], going.total())
        time.sleep(1.6 if source.id == "slow" else 0.2)
        with lock:
            going[source.id] -= 1

    sources = [fast("slow", 1), *(fast(f"quick-{n}", 1) for n in range(4))]
    ending = threading.Timer(5.0, stop.set)
    ending.start()
    serve(sources, run, last=lambda _: None, clock=lambda: datetime.now(UTC), stop=stop, at_once=2)
    assert going.total() == 0  # the runs that went on were waited for
    assert most["all"] == 2
    assert max(most[source.id] for source in sources) == 1
    assert all(begun[source.id] >= 2 for source in sources)


def test_a_source_that_ran_lately_waits_for_its_time() -> None:
    stop, begun = threading.Event(), Counter[str]()
    threading.Timer(1.5, stop.set).start()
    serve(
        [fast("lately", 3600), fast("long-ago", 3600)],
        lambda source: begun.update([source.id]),
        last=lambda source: (datetime.now(UTC) - HOUR * (0.1 if source.id == "lately" else 50)).isoformat(),
        clock=lambda: datetime.now(UTC),
        stop=stop,
        chance=_Now(),
    )
    assert dict(begun) == {"long-ago": 1}


class _Now(random.Random):
    """No jitter."""

    def random(self) -> float:
        return 0.0


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def until(holds: object, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():  # type: ignore[operator]
            return
        time.sleep(0.2)
    raise AssertionError("it took too long")


def test_the_program_runs_serves_metrics_and_stops_on_sigterm(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 4)
    own_source(tmp_path, server)
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "LIQAA_"))}
    port = free_port()
    words = [LIQAA, "schedule", "port-news", "--metrics-port", str(port)]
    going = subprocess.Popen(words, cwd=tmp_path, env=clean, stdout=subprocess.PIPE, text=True)
    try:
        assert going.stdout is not None
        assert going.stdout.readline().startswith("port-news: 4 listed, 4 fetched")
        with urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
            assert 'liqaa_source_up{source="port-news"} 1.0' in answer.read().decode()
        going.send_signal(signal.SIGTERM)
        assert going.wait(30) == 0
    finally:
        going.kill()
        going.wait()
    assert json.loads(program(tmp_path, "status", "--format", "json").stdout)


def test_a_port_that_is_taken_is_named(server: NewsServer, tmp_path: Path) -> None:
    own_source(tmp_path, server)
    port = server.host.rpartition(":")[2]
    taken = program(tmp_path, "schedule", "port-news", "--metrics-port", port)
    assert taken.returncode == 1
    assert f"No metrics can be served at {server.host}" in taken.stderr


def test_sigterm_in_the_middle_of_a_run_keeps_what_was_fetched(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 6)
    own_source(tmp_path, server)
    slow = server.routes["/n/2"]
    asked = threading.Event()

    def wait(_: object) -> object:
        asked.set()
        time.sleep(2)
        return slow

    server.routes["/n/2"] = wait  # type: ignore[assignment]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "LIQAA_"))}
    going = subprocess.Popen([LIQAA, "schedule", "port-news"], cwd=tmp_path, env=clean)
    try:
        assert asked.wait(60)
        going.send_signal(signal.SIGTERM)
        assert going.wait(30) == 0
    finally:
        going.kill()
        going.wait()
    with Archive.open(tmp_path / "liqaa-data" / "archive.sqlite") as archive:
        (run,) = archive.source_runs("port-news")
    assert "was asked to stop" in str(run.reason)
    with Pages.open(tmp_path / "liqaa-data" / "pages.sqlite") as pages:
        assert pages.backlog("port-news") == 3
    server.routes["/n/2"] = slow
    assert program(tmp_path, "run", "port-news").stdout.startswith("port-news: 6 listed, 3 fetched")
