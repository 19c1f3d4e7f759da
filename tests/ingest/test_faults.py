"""Neo4j down, back, slow or with another password, a full disk: the run says so, the next completes it."""

from __future__ import annotations

import resource
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from liqaa.graph.stores.neo4j_store import Neo4jStore
from liqaa.graph.stores.store import Store, StoreError
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.jobs.ingest import graph_of
from liqaa.ingest.jobs.run import run_source
from neo4j_server import Server, settings_of
from news_server import NewsServer, serving
from running import LIQAA, held, newspaper, own_source, program, shop
from web_sources import a_source


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with serving() as server:
        yield server


class Way:
    """A TCP way to a Neo4j server that can be closed, opened again and slowed down."""

    def __init__(self, server: Server) -> None:
        there = urlsplit(server.uri)
        self._there = (there.hostname or "127.0.0.1", there.port or 7687)
        self.delay = 0.0
        with closing(socket.create_server(("127.0.0.1", 0))) as free:
            self.port = free.getsockname()[1]
        self._listening: socket.socket | None = None
        self._joined: list[socket.socket] = []

    def open(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, args=(self._listening,), daemon=True).start()

    def close(self) -> None:
        if self._listening:
            with suppress(OSError):
                self._listening.shutdown(socket.SHUT_RDWR)  # wakes the thread that accepts
            self._listening.close()
        for one in self._joined:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        self._joined.clear()

    def _accept(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                here, _ = listening.accept()
                there = socket.create_connection(self._there)
                self._joined += [here, there]
                for source, target in ((here, there), (there, here)):
                    threading.Thread(target=self._carry, args=(source, target), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while part := source.recv(1 << 16):
                time.sleep(self.delay)
                target.sendall(part)
            target.shutdown(socket.SHUT_WR)


@pytest.fixture
def way(neo4j_server: Server, neo4j_store: Store) -> Iterator[Way]:
    assert neo4j_store.name == "neo4j"  # emptied for this test
    way = Way(neo4j_server)
    yield way
    way.close()


def through(way: Way, server: Server, **changes: str) -> Callable[[], Store]:
    """Opens the store by the way."""
    settings = replace(settings_of(server), uri=f"bolt://127.0.0.1:{way.port}", **changes)
    return lambda: Neo4jStore(settings)


def complete(folder: Path, store: Store) -> bool:
    """Whether the store holds what the archive supports."""
    with Archive.open(folder / "archive.sqlite") as archive:
        graph, _ = graph_of(archive)
    return set(store.digests().nodes) == {(node.label, node.id) for node in graph.nodes}


def test_neo4j_that_is_down_and_comes_back(
    server: NewsServer, tmp_path: Path, way: Way, neo4j_server: Server, neo4j_store: Store
) -> None:
    newspaper(server, 4)
    opened = through(way, neo4j_server)
    with pytest.raises(StoreError, match="does not answer"):
        run_source(a_source(server), shop(tmp_path, server, open_store=opened, store_wait=1.0))
    with Archive.open(tmp_path / "archive.sqlite") as archive:
        assert archive.counts().articles == 4
    threading.Timer(2.0, way.open).start()
    way.delay = 0.02  # and slow when it is back
    run = run_source(a_source(server), shop(tmp_path, server, open_store=opened, store_wait=60.0))
    assert run.outcome == "done"
    assert complete(tmp_path, neo4j_store)


@pytest.mark.parametrize("after", [0.7, 1.2, 2.2, 3.0])  # seconds: in a transaction, at its commit
def test_a_connection_that_breaks_in_the_middle_of_loading(
    server: NewsServer, tmp_path: Path, way: Way, neo4j_server: Server, neo4j_store: Store, after: float
) -> None:
    newspaper(server, 6)
    way.open()
    way.delay = 0.05

    def restart() -> None:
        way.close()
        time.sleep(0.5)
        way.delay = 0.0
        way.open()

    threading.Timer(after, restart).start()
    run_source(
        a_source(server),
        shop(tmp_path, server, open_store=through(way, neo4j_server), store_wait=90.0),
    )
    assert complete(tmp_path, neo4j_store)


def test_a_wrong_password_is_said_at_once(
    server: NewsServer, tmp_path: Path, way: Way, neo4j_server: Server
) -> None:
    newspaper(server, 3)
    way.open()
    began = time.monotonic()
    opened = through(way, neo4j_server, password="s3cret")
    with pytest.raises(StoreError, match=r"refused user|wrong passwords") as caught:
        run_source(a_source(server), shop(tmp_path, server, open_store=opened, store_wait=300.0))
    assert time.monotonic() - began < 120
    assert "s3cret" not in str(caught.value)
    with Archive.open(tmp_path / "archive.sqlite") as archive:
        (run,) = archive.source_runs("port-news")
    assert run.reason == str(caught.value)


def test_a_full_disk_loses_nothing(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 40)
    own_source(tmp_path, server)

    def nearly_full() -> None:
        # No file may grow beyond this; the signal would kill the program before SQLite could say so.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))

    done = subprocess.run(
        [LIQAA, "run", "port-news"], cwd=tmp_path, preexec_fn=nearly_full, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "disk" in done.stderr or "room" in done.stderr
    assert program(tmp_path, "run", "port-news").returncode == 0
    (tmp_path / "whole").mkdir()
    own_source(tmp_path / "whole", server)
    assert program(tmp_path / "whole", "run", "port-news").returncode == 0
    assert held(tmp_path / "liqaa-data") == held(tmp_path / "whole" / "liqaa-data")
