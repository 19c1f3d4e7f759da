"""How far a run is, on stderr, and only where somebody watches a terminal."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from liqaa.ontology.model import Issue

STAGES = {
    "read": "articles read",
    "resolve": "reports to resolve",
    "project": "events",
    "load": "nodes and relationships loaded",
}

log = logging.getLogger("liqaa")


@contextmanager
def progress() -> Iterator[Callable[[str, int], None]]:
    """A function to tell the stage and how much of it is done."""
    if not sys.stderr.isatty():
        yield _logged
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,} {task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {stage: bar.add_task(text, total=None, visible=False) for stage, text in STAGES.items()}
        yield lambda stage, done: bar.update(tasks[stage], completed=done, visible=True)


def warn(issue: Issue) -> None:
    """Say on stderr what could not be used."""
    log.warning("%s (%s): %s", issue.where, issue.code, issue.message)


def _logged(stage: str, done: int) -> None:
    log.info("%s %s", f"{done:,}", STAGES[stage])
