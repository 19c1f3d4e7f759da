"""Fixtures that every folder of tests shares: the stores, and the Neo4j servers behind them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from chromium import chromium
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.neo4j_store import Neo4jStore
from liqaa.graph.stores.store import LADYBUG_FILE, Store, neo4j_settings
from neo4j_server import PASSWORD, NoServerError, Server, running, settings_of
from skipping import skip_or_fail

if TYPE_CHECKING:
    from playwright.sync_api import Browser

IMAGES = {"5.26": "neo4j:5.26.30", "2026": "neo4j:2026.08.1"}

# A busy machine is no failure: how long an example takes says nothing about whether it is right.
hypothesis.settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("unhurried")

# Each worker starts servers of its own, of about a gigabyte each.
MOST_WORKERS = 3


def pytest_xdist_auto_num_workers() -> int:
    """How many workers run tests side by side: one where all would wipe the server of ``NEO4J_URI``."""
    return 1 if os.environ.get("NEO4J_URI") else min(os.cpu_count() or 1, MOST_WORKERS)


def docker_answers() -> bool:
    """Whether a Docker engine can be used; the client alone is no engine."""
    try:
        done = subprocess.run(["docker", "info"], capture_output=True, check=False, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


@contextmanager
def a_server(name: str, home: Path) -> Iterator[Server]:
    """A server of a release: from the jars of Maven, else in a container of a Docker engine that answers."""
    try:
        with running(name, home) as server:
            yield server
            return
    except NoServerError as error:
        if not docker_answers():
            skip_or_fail(str(error))
    testcontainers = pytest.importorskip(
        "testcontainers.community.neo4j", reason="testcontainers is not installed"
    )
    with testcontainers.Neo4jContainer(IMAGES[name], password=PASSWORD) as container:
        yield Server(container.get_connection_url(), None, "neo4j", PASSWORD)


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of ``NEO4J_URI``, else a 5.26 of our own."""
    if not os.environ.get("NEO4J_URI"):
        with a_server("5.26", tmp_path_factory.mktemp("neo4j-5.26")) as server:
            yield server
        return
    settings = neo4j_settings(os.environ)
    with Neo4jStore(settings) as store:
        # Tests wipe what Liqaa wrote; somebody's graph must not be among it.
        if store.digests().nodes:
            pytest.exit(f"NEO4J_URI {settings.uri} holds a Liqaa graph, which tests would wipe: use another.")
    yield Server(settings.uri, None, settings.username, settings.password or "", settings.database)


@pytest.fixture(scope="session")
def neo4j_2026_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A 2026 server of our own."""
    with a_server("2026", tmp_path_factory.mktemp("neo4j-2026")) as server:
        yield server


def empty(store: Store) -> Store:
    """The store, prepared and without anything of an earlier test."""
    store.prepare()
    store.clear()
    return store


@pytest.fixture
def neo4j_store(neo4j_server: Server) -> Iterator[Store]:
    """A prepared, empty store on the first server."""
    with Neo4jStore(settings_of(neo4j_server)) as store:
        yield empty(store)


@pytest.fixture
def neo4j_2026_store(neo4j_2026_server: Server) -> Iterator[Store]:
    """A prepared, empty store on the newest server."""
    with Neo4jStore(settings_of(neo4j_2026_server)) as store:
        yield empty(store)


@pytest.fixture
def ladybug_store(tmp_path: Path) -> Iterator[Store]:
    """A prepared, empty embedded store."""
    with LadybugStore(tmp_path / LADYBUG_FILE) as store:
        yield empty(store)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, once for all tests: Playwright does not start a second time in a process."""
    with chromium() as found:
        yield found


STORES = ("ladybug_store", "neo4j_store", "neo4j_2026_store")


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> Store:
    """Each store in turn."""
    found: Store = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def stores(request: pytest.FixtureRequest) -> dict[str, Store]:
    """All the stores at once, for comparing what they answer."""
    return {name: request.getfixturevalue(name) for name in STORES}
