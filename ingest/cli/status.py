"""``liqaa status``: what there is, and how the runs of each source ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from liqaa.ingest.cli.options import (
    DEFAULT_DATA,
    Data,
    Format,
    FormatOption,
    NothingThereError,
    SourcesOption,
    StoreOption,
    existing_archive_path,
    open_filled_graph,
)
from liqaa.ingest.cli.output import write_rows
from liqaa.ingest.cli.sources import states

if TYPE_CHECKING:
    from liqaa.graph.stores.store import Store
    from liqaa.ingest.archive.archive import Archive

_COUNTED = {
    "events": "Event",
    "actors": "Actor",
    "parties": "Party",
    "reports": "Report",
    "articles": "Article",
}


def status(
    data: Data = DEFAULT_DATA,
    store: StoreOption = None,
    own: SourcesOption = None,
    output: FormatOption = Format.TABLE,
) -> None:
    """Say what the archive and the store hold, and how the last runs ended, of each source too.

    Where the store does not answer, the rest is said all the same, and the command ends with 1.
    """
    from liqaa.graph.stores.store import StoreError
    from liqaa.ingest.archive.archive import Archive
    from liqaa.ingest.jobs.status import COLUMNS, row_of

    with Archive.open(existing_archive_path(data), create=False) as archive:
        rows = _archive_status(archive)
    answers = True
    try:
        with open_filled_graph(store, data) as graph:
            rows += _store_status(graph)
    except NothingThereError:
        rows.append(("store", "none yet: no run has loaded anything"))
    except StoreError as error:
        answers = False
        rows.append(("store", str(error)))
    runs = [row_of(state) for state in states(data, own)]
    if output is Format.JSON:
        rows.append(("sources", [dict(zip(COLUMNS, run, strict=True)) for run in runs]))
    write_rows(("what", "value"), rows, output)
    if runs and output is Format.TABLE:
        write_rows(COLUMNS, runs, output)
    if not answers:
        raise typer.Exit(1)


def _archive_status(archive: Archive) -> list[tuple[str, object]]:
    counts, last = archive.counts(), archive.last_run()
    began, ended = last or (None, None)
    return [
        ("archive", str(archive.path)),
        ("articles", counts.articles),
        ("reports", counts.reports),
        ("judgements", counts.judgements),
        ("issues", counts.issues),
        ("runs", counts.runs),
        ("last run began", began),
        ("last run ended", ended or ("goes on, or was killed: the next run completes it" if began else None)),
    ]


def _store_status(graph: Store) -> list[tuple[str, object]]:
    rows: list[tuple[str, object]] = [("store", f"{graph.name} {graph.version}")]
    for plural, label in _COUNTED.items():
        table = graph.run(f"MATCH (n:{label}) RETURN count(n) AS number", {})
        rows.append((f"{plural} in the store", table.rows[0][0]))
    return rows
