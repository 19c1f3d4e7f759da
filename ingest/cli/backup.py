"""``liqaa backup`` and ``liqaa restore``: the record in one file, and from it the archive and the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from liqaa.ingest.cli.options import DEFAULT_DATA, Data, StoreOption, open_graph


def backup(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="Where to, such as liqaa-2026-11-28.tar.gz.")],
    data: Data = DEFAULT_DATA,
) -> None:
    """Copy archive, kept pages and your sources into one file, also while runs go on."""
    from liqaa.ingest.jobs.backup import back_up

    names = back_up(data, out)
    print(f"{out}: {', '.join(names)}; {out.stat().st_size:,} bytes. `liqaa restore {out}` puts it back.")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of `liqaa backup`.")],
    data: Data = DEFAULT_DATA,
    store: StoreOption = None,
) -> None:
    """Put a backup into a folder that holds no archive, and bring the graph to what it supports."""
    from liqaa.ingest.jobs.backup import rebuild
    from liqaa.ingest.jobs.backup import restore as put_back

    names = put_back(file, data)
    with open_graph(store, data) as graph:
        change = rebuild(data, graph)
    print(f"{data}: {', '.join(names)}. Graph: {change.events:,} events from {change.reports:,} reports.")
