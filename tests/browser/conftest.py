"""What the tests of the Browser share: a Chromium, and what the compose file describes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from chromium import SCREENSHOTS
from installation import Installation, ingest_demo, installed
from neo4j_browser import WAIT_MS, Neo4jBrowser
from playwright.sync_api import Browser, expect


@pytest.fixture(scope="module", params=["5.26", "2026"])
def installation(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    """The service ``neo4j`` of the compose file, filled, on each release in turn."""
    folder = tmp_path_factory.mktemp(f"browser-{request.param}")
    with installed(request.param, "neo4j", folder / "neo4j", folder) as found:
        ingest_demo(found.server, folder)
        yield found


@pytest.fixture
def opened(browser: Browser) -> Iterator[Neo4jBrowser]:
    """The page in a new profile; afterwards nothing of ours may have complained."""
    expect.set_options(timeout=WAIT_MS)
    page = Neo4jBrowser(browser.new_page(viewport={"width": 1500, "height": 1000}))
    yield page
    page.page.context.close()
    assert page.errors == []


@pytest.fixture
def screenshots(request: pytest.FixtureRequest) -> Path:
    """Where this test keeps what it saw."""
    name = request.node.name.removeprefix("test_").replace("[", "-").rstrip("]")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    return SCREENSHOTS / f"{name}.png"
