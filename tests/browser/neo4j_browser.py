"""Neo4j Browser as an analyst uses it: its page in a headless Chromium, by what is seen and clicked."""

from __future__ import annotations

import base64
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from neo4j_server import Server
from playwright.sync_api import ConsoleMessage, Locator, Page, Route, TimeoutError, expect

HERE = ("localhost", "127.0.0.1")
WAIT_MS = 120_000
"""Enough for a machine that does other things too; nothing waits longer than it must."""

# How often all frames are closed, and how long that may take each time: one may open late.
_TURNS, _TURN_MS = 4, 30_000
_FRAME = '[data-testid="stream"] article[data-testid="frame"]'
# What the page of Neo4j 2026 runs of itself while it starts: its frame may open after a question was asked.
_OPENED_BY_THE_PAGE = re.compile(r"^\W*:use ")
_MARK_SEEN = "(frames) => frames.forEach((frame) => { frame.dataset.answer ??= 0; })"
_DROP = """([target, name, content]) => {
  const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
  const data = new DataTransfer();
  data.items.add(new File([bytes], name));
  for (const kind of ['dragenter', 'dragover', 'drop'])
    target.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
}"""
_CIRCLES = """(nodes) => nodes.map((node) => {
  const circle = node.querySelector('circle.b-outline'), look = getComputedStyle(circle);
  const caption = [...node.querySelectorAll('text')].map((one) => one.textContent.trim()).join(' ');
  return [caption, look.fill, look.stroke, look.strokeWidth];
})"""


@dataclass(frozen=True)
class Circle:
    """A node as the Browser draws it; colours as the page computes them, such as ``rgb(1, 2, 3)``."""

    caption: str
    fill: str
    stroke: str
    stroke_width: str


class Neo4jBrowser:
    """The page, and what it complains of.

    Attributes:
        errors: what the console says of addresses on this machine, and errors that nothing caught.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        self._answers = 0
        page.set_default_timeout(WAIT_MS)
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.errors.append(f"uncaught: {error}"))
        page.route("**/*", _answer_from_here)

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error" and urlsplit(message.location["url"]).hostname in HERE:
            self.errors.append(f"{message.text} ({message.location['url']})")

    def log_in(self, server: Server, address: str | None = None) -> None:
        """Open the page, fill in its form, and wait until the server has told it what to run first."""
        self.page.goto(address or f"{server.http}/browser/")
        self.page.get_by_test_id("bolt-scheme-select").select_option("bolt://")
        self.page.get_by_test_id("boltaddress").fill(server.uri.removeprefix("bolt://"))
        self.page.get_by_test_id("username").fill(server.username)
        self.page.get_by_test_id("password").fill(server.password)
        self.page.get_by_test_id("connect").click()
        self.page.get_by_test_id("disconnectedBanner").wait_for(state="detached")
        self.frame(":play start").wait_for()

    def begin(self, server: Server) -> None:
        """Log in, wait for what the server has every Browser run, and close all frames."""
        self.log_in(server)
        self.frame(":play http://").wait_for()
        self.clear()

    def frame(self, command: str) -> Locator:
        """The newest frame of a command that holds this text."""
        return self.page.locator(_FRAME, has_text=command).first

    def drop(self, file: Path) -> None:
        """Drop a file on the stream of frames."""
        content = base64.b64encode(file.read_bytes()).decode()
        stream = self.page.get_by_test_id("stream").element_handle()
        self.page.evaluate(_DROP, [stream, file.name, content])

    def open_favourites(self, folder: str) -> Locator:
        """Open the drawer of favourites and a folder in it.

        Returns:
            The favourites of the folder.
        """
        self.page.locator('[data-testid="navigationFavorites"] button').click()
        self.page.get_by_test_id(f"expandFolder-{folder}").click()
        return self.page.get_by_test_id("savedScriptListItem")

    def choose(self, favourites: Locator, name: str) -> None:
        """Click the favourite of this name, and wait until its text stands in the editor."""
        favourites.filter(has_text=name).click()
        expect(self.page.get_by_test_id("activeEditor")).to_contain_text(name)

    def type(self, text: str) -> None:
        """Put a text into the editor in place of what is there."""
        self.page.locator('[data-testid="activeEditor"] .monaco-editor[role=code]').click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Escape")

    def run(self, text: str | None = None) -> Locator:
        """Run a text, or what stands in the editor already.

        Returns:
            The frame of its answer.
        """
        self.page.locator(_FRAME).evaluate_all(_MARK_SEEN)
        if text is not None:
            self.type(text)
        self.page.get_by_test_id("editor-Run").click()
        unseen = self.page.locator(f"{_FRAME}:not([data-answer])")
        frame = unseen.filter(has_not_text=_OPENED_BY_THE_PAGE).first
        frame.get_by_test_id("frameContents").wait_for()
        self._answers += 1
        frame.evaluate("(frame, number) => { frame.dataset.answer = number; }", self._answers)
        return self.page.locator(f'{_FRAME}[data-answer="{self._answers}"]')

    def clear(self) -> None:
        """Close all frames; those that open late, while the page starts, are closed at the next turn."""
        frames = self.page.locator(_FRAME)
        for _ in range(_TURNS):
            self.type(":clear")
            expect(self.page.get_by_test_id("activeEditor")).to_contain_text(":clear")
            self.page.get_by_test_id("editor-Run").click()
            with suppress(TimeoutError):
                frames.first.wait_for(state="detached", timeout=_TURN_MS)
                return
        expect(frames).to_have_count(0)

    def screenshot(self, path: Path) -> None:
        """Keep what is seen, once the picture of the graph has come to rest."""
        self.page.wait_for_timeout(2_000)
        self.page.screenshot(path=path)


def circles(frame: Locator) -> list[Circle]:
    """The nodes that a frame shows."""
    nodes = frame.locator("svg g.node")
    nodes.first.wait_for()
    return [Circle(*found) for found in nodes.evaluate_all(_CIRCLES)]


def rows(frame: Locator) -> list[list[str]]:
    """The rows that a frame shows as a table, the headings first."""
    if (button := frame.get_by_test_id("cypherFrameSidebarTable")).count():
        button.click()
    cells = frame.locator("[role=row], tr")
    cells.nth(1).wait_for()
    found: list[list[str]] = cells.evaluate_all(
        "(rows) => rows.map((row) => [...row.querySelectorAll('[role=cell], [role=columnheader], th, td')]"
        ".map((cell) => cell.innerText.trim()))"
    )
    return found


def _answer_from_here(route: Route) -> None:
    """The page asks for fonts and counters of elsewhere; no test may depend on them."""
    if urlsplit(route.request.url).hostname in HERE:
        route.continue_()
    else:
        route.abort()
