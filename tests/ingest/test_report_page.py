"""The page of a country's year in a real browser, as wide as a phone and as a desk, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from an_archive import liqaa
from chromium import SCREENSHOTS
from liqaa.graph.stores.delta import diff
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.store import LADYBUG_FILE
from year_of_a_country import year_of_a_country

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MOST_BYTES = 3_000_000
EVENTS = 3_000
WIDTHS = {"phone": 390, "desk": 1280}


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph of a year, and its page in each language."""
    folder = tmp_path_factory.mktemp("year")
    with LadybugStore(folder / "data" / LADYBUG_FILE) as store:
        store.prepare()
        store.apply(diff(year_of_a_country(EVENTS), store.digests()))
    for language in ("ar", "en"):
        words = ("report", f"{language}.html", "--party", "مصر", "--period", "2021", "--lang", language)
        run = liqaa(folder, *words, environ={})
        assert (run.returncode, run.stderr) == (0, "")
    return folder


@pytest.fixture
def faults() -> list[str]:
    """What a page said on the console, and what it asked the world for."""
    return []


@pytest.fixture
def page(browser: Browser, faults: list[str], request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as wide as the test's ``screen``, whose faults are noted."""
    width = WIDTHS[request.getfixturevalue("screen")]
    found = browser.new_page(viewport={"width": width, "height": 2400})
    found.on("console", lambda message: faults.append(f"console: {message.text}"))
    found.on("pageerror", lambda error: faults.append(f"error: {error}"))
    found.on(
        "request",
        lambda asked: None if asked.url.startswith("file:") else faults.append(f"request: {asked.url}"),
    )
    yield found
    found.close()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("screen", WIDTHS)
def test_the_page_of_a_year(year: Path, page: Page, faults: list[str], language: str, screen: str) -> None:
    path = year / f"{language}.html"
    assert path.stat().st_size < MOST_BYTES
    page.goto(path.as_uri())
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"report_{language}_{screen}.png")
    assert (
        page.evaluate("getComputedStyle(document.documentElement).direction")
        == {"ar": "rtl", "en": "ltr"}[language]
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[screen]
    for figure, marks, least in (
        ("timeline", ".mark-rect path", 50),
        ("network", ".members path", 12),
        ("topics", ".mark-rect path", 60),
    ):
        (shown,) = [one for one in page.locator(f"#{figure} svg").all() if one.is_visible()]
        assert shown.locator(marks).count() >= least, figure
        inside, screen_width = shown.bounding_box(), WIDTHS[screen]
        assert inside and inside["x"] >= 0 and inside["x"] + inside["width"] <= screen_width
    assert page.locator("#network svg:visible line").count() > 0
    rows = page.locator("tbody tr:not(.month)").count()
    hidden = re.findall(r"[\d,]+", " ".join(page.locator("#events > .note").all_inner_texts()))
    assert rows + sum(int(count.replace(",", "")) for count in hidden) == EVENTS
    assert rows > 0.9 * EVENTS
    statuses = page.locator("ul.statuses li").all()
    looks = {one.evaluate("e => getComputedStyle(e).backgroundColor") for one in statuses}
    assert len(statuses) == len(looks) == 3
    assert page.locator("blockquote").first.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator("td p").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 14
    assert faults == []


@pytest.mark.parametrize("screen", ["desk"])
def test_the_page_can_be_printed(year: Path, page: Page, faults: list[str], screen: str) -> None:
    page.goto((year / "ar.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator("#timeline svg:visible").count() == 1
    assert page.locator("thead").evaluate("e => getComputedStyle(e).display") == "table-header-group"
    assert faults == []
