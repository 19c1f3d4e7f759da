"""Sources that are files on this machine: counted before they are read, so that too few fail the run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from liqaa.ingest.fetching.harvest import check_volume
from liqaa.ingest.fetching.source import Source
from liqaa.ingest.reading import inputs, jsonl, read, streams
from liqaa.ingest.reading.problem import Unreadable
from liqaa.ontology.model import Article, Issue


def local_articles(source: Source, figures: dict[str, Any]) -> Iterator[Article | Issue]:
    """The articles of a folder or a JSONL file.

    Args:
        source: of kind ``folder`` or ``jsonl``.
        figures: gets how many articles are listed.

    Raises:
        VolumeError: they are too few or too many.
    """
    count = _lines(Path(source.address)) if source.kind == "jsonl" else _files(source.address)
    figures["harvest"] = {"listed": count}
    check_volume(source, count, [])
    return iter(read([source.address]))


def _files(folder: str) -> int:
    return sum(isinstance(found, inputs.Input) for found in inputs.find(folder))


def _lines(path: Path) -> int:
    """Lines that are not empty; none where the file can not be read, which reading it then says."""
    try:
        with path.open("rb") as raw:
            return sum(line is None or bool(line.strip()) for _, line in jsonl.lines(streams.chunks(raw)))
    except (OSError, Unreadable):
        return 0
