"""The options that several commands share, so that each means the same everywhere."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from liqaa.ingest.archive.file import ARCHIVE_FILE
from liqaa.ontology.errors import LiqaaError

if TYPE_CHECKING:
    from liqaa.graph.stores.store import Store


class StoreChoice(StrEnum):
    """The graph stores."""

    LADYBUG = "ladybug"
    NEO4J = "neo4j"


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


DEFAULT_DATA = Path("liqaa-data")

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT…",
        show_default=False,
        help="Text files, HTML pages, JSONL of articles (plain, .gz, .xz, .zst), folders of these, "
        "or - for standard input.",
    ),
]
SourcesOption = Annotated[
    Path | None,
    typer.Option(
        "--sources",
        metavar="DIR",
        envvar="LIQAA_SOURCES",
        show_default="sources in the data folder",
        help="Folder of your own sources.",
    ),
]
Data = Annotated[
    Path,
    typer.Option(
        "--data", metavar="DIR", envvar="LIQAA_DATA", help="Folder of the archive and the embedded store."
    ),
]
StoreOption = Annotated[
    StoreChoice | None,
    typer.Option(
        "--store", show_default="neo4j where NEO4J_URI is set, else ladybug", help="The graph store to use."
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        min=0.0,
        max=1.0,
        envvar="LIQAA_MIN_CONFIDENCE",
        show_default="as shipped",
        help="Leave out reports that are less sure: higher for precision, 0 for all.",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write the rows.")]


class NothingThereError(LiqaaError):
    """What a command needs has not been made yet; the message says how to make it."""


def archive_path(data: Path) -> Path:
    """The archive's file in a data folder."""
    return data / ARCHIVE_FILE


def existing_archive_path(data: Path) -> Path:
    """The archive's file, which must be there.

    Raises:
        NothingThereError: nothing was ingested there.
    """
    path = archive_path(data)
    if not path.is_file():
        raise NothingThereError(
            f"No archive in {data}: name the folder with --data, or fill it with"
            f" `liqaa ingest INPUT… --data {data}` (`liqaa demo` shows the whole way)."
        )
    return path


def store_kind(chosen: StoreChoice | None) -> StoreChoice:
    """The store asked for, else the one that the environment suggests."""
    from liqaa.graph.stores.store import chosen_kind

    return chosen or StoreChoice(chosen_kind(os.environ))


def open_graph(chosen: StoreChoice | None, data: Path) -> Store:
    """Open the store asked for, ready to be written to.

    Raises:
        StoreError: it cannot be opened.
    """
    from liqaa.graph.stores.store import open_store

    return open_store(store_kind(chosen).value, data, os.environ)


def open_filled_graph(chosen: StoreChoice | None, data: Path) -> Store:
    """Open the store asked for, to be asked.

    Raises:
        NothingThereError: the embedded store was never filled; asking must not make an empty one.
        StoreError: it cannot be opened.
    """
    from liqaa.graph.stores.store import LADYBUG_FILE

    if store_kind(chosen) is StoreChoice.LADYBUG and not (data / LADYBUG_FILE).exists():
        existing_archive_path(data)
        raise NothingThereError(
            f"The archive in {data} has no embedded store yet: run `liqaa ingest` there once."
        )
    return open_graph(chosen, data)
