"""What the tests of the Browser share: a Chromium, and what the compose file describes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from installation import Installation, ingest_demo, installed
from neo4j_browser import FLAGS, WAIT_MS, Neo4jBrowser
from playwright.sync_api import Browser, expect, sync_playwright
from skipping import skip_or_fail

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SCREENSHOTS = Path(os.environ.get("LIQAA_ARTIFACTS", Path(__file__).parents[2] / "build")) / "screenshots"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not found:
        skip_or_fail("no Chromium to open Neo4j Browser with: install the package chromium")
    expect.set_options(timeout=WAIT_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


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
def opened(chromium: Browser) -> Iterator[Neo4jBrowser]:
    """The page in a new profile; afterwards nothing of ours may have complained."""
    page = Neo4jBrowser(chromium.new_page(viewport={"width": 1500, "height": 1000}))
    yield page
    page.page.context.close()
    assert page.errors == []


@pytest.fixture
def screenshots(request: pytest.FixtureRequest) -> Path:
    """Where this test keeps what it saw."""
    name = request.node.name.removeprefix("test_").replace("[", "-").rstrip("]")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    return SCREENSHOTS / f"{name}.png"
