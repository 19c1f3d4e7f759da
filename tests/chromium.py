"""The Chromium of the system, for tests that look at pages as a person sees them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
ARTIFACTS = Path(os.environ.get("LIQAA_ARTIFACTS", "build/screenshots"))
"""Folder of the screenshots, kept to be looked at."""


class NoChromiumError(Exception):
    """No browser to be driven; the message is one line."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser, closed afterwards.

    Raises:
        NoChromiumError: there is none, or the package that drives it is missing.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise NoChromiumError("no Chromium: install the system's package `chromium`")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise NoChromiumError("playwright is not installed: pip install playwright") from error
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()
