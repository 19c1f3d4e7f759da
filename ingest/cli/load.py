"""The commands that fill from what is given: demo, ingest and extract."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from liqaa.ingest.cli.options import (
    DEFAULT_DATA,
    Data,
    Format,
    Inputs,
    MinConfidence,
    NothingThereError,
    StoreChoice,
    StoreOption,
    archive_path,
    open_graph,
)
from liqaa.ingest.cli.output import write_rows
from liqaa.ingest.cli.progress import progress, warn

if TYPE_CHECKING:
    from liqaa.graph.stores.store import Store
    from liqaa.ingest.archive.archive import Archive
    from liqaa.ingest.jobs.summary import Summary

DEMO_DATA = Path("liqaa-demo")
DEMO_NAME = "لوكا مارتيني"

Workers = Annotated[int, typer.Option("--workers", min=1, help="Processes that extract.")]


def demo(
    data: Annotated[
        Path, typer.Option("--data", metavar="DIR", help="Folder for the demo's archive and embedded store.")
    ] = DEMO_DATA,
) -> None:
    """Ingest the bundled articles into a folder of their own, and show what can be asked.

    People and events in them are invented. Neither LIQAA_DATA nor NEO4J_URI is looked at: a demo must not end
    up among real data.
    """
    with as_file(files("liqaa.ingest.demo") / "articles.jsonl") as path:
        _report(_ingested([str(path)], data, StoreChoice.LADYBUG), data)
    print(f"\nWhom did {DEMO_NAME} meet, when, where, and which words say so?\n")
    event_id = _demo_timeline(data)
    print("\nTry next:")
    print(f"  liqaa query --data {data}")
    print(f"  liqaa query two_parties --param first=مصر --param second=تركيا --data {data}")
    print(f"  liqaa explain {event_id} --out why.html --data {data}")
    print(f"  liqaa ingest YOUR-ARTICLES --data {DEFAULT_DATA}")


def ingest(
    inputs: Inputs,
    data: Data = DEFAULT_DATA,
    store: StoreOption = None,
    workers: Workers = 1,
    min_confidence: MinConfidence = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let a new archive take the place of the graph in the store.")
    ] = False,
) -> None:
    """Read articles, keep them and what they report in the archive, and bring the graph up to date."""
    summary = _ingested(inputs, data, store, workers, min_confidence, replace=replace)
    _report(summary, data)
    _end_if_nothing_arrived(summary.gathered.read, summary.gathered.failed)


def extract(
    inputs: Inputs,
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="JSONL file to write, one object an article.")
    ],
    workers: Workers = 1,
    min_confidence: MinConfidence = None,
) -> None:
    """Write what each article reports to a file, without archive or store."""
    from liqaa.ingest.jobs.extract import extract as extract_to
    from liqaa.ingest.jobs.reading import load_extractor
    from liqaa.ingest.reading import read

    load = partial(load_extractor, min_confidence)

    with progress() as show:
        done = extract_to(
            inputs,
            out,
            extractor=load(),
            read=read,
            progress=show,
            on_issue=warn,
            workers=workers,
            load=load,
        )
    print(
        f"{out}: {done.articles:,} articles, {done.reports:,} reports of {done.events:,} events;"
        f" {done.failed:,} left out, {done.issues:,} issues."
    )
    _end_if_nothing_arrived(done.articles, done.failed)


def _ingested(
    inputs: Sequence[str],
    data: Path,
    store: StoreChoice | None,
    workers: int = 1,
    min_confidence: float | None = None,
    *,
    replace: bool = False,
) -> Summary:
    from liqaa.graph.recall import Recall
    from liqaa.ingest.archive.archive import Archive
    from liqaa.ingest.jobs.facts import keep_up_if_kept
    from liqaa.ingest.jobs.ingest import ingest as run_job
    from liqaa.ingest.jobs.reading import load_extractor
    from liqaa.ingest.reading import read

    load, recall = partial(load_extractor, min_confidence), Recall()
    with (
        Archive.open(archive_path(data)) as archive,
        archive.exclusive(),  # before the graph, as runs of sources do: else each may wait for the other
        open_graph(store, data) as graph,
        progress() as show,
    ):
        if not replace:
            _refuse_foreign_graph(archive, graph, data)
        summary = run_job(
            inputs,
            archive=archive,
            store=graph,
            extractor=load(),
            read=read,
            clock=lambda: datetime.datetime.now(datetime.UTC),
            progress=show,
            on_issue=warn,
            workers=workers,
            load=load,
            recall=recall,
        )
        keep_up_if_kept(archive, data, recall=recall)
    return summary


def _refuse_foreign_graph(archive: Archive, graph: Store, data: Path) -> None:
    """Stop before an archive that was just made wipes a graph that came from another one.

    The graph is brought to what the archive supports, so a mistyped folder would empty a team's server.
    """
    if archive.counts().runs:
        return
    graph.prepare()
    if graph.digests().nodes:
        raise NothingThereError(
            f"The {graph.name} store holds a graph, but the archive in {data} is new and would empty it:"
            " name the archive's folder with --data, or give --replace to start anew."
        )


def _report(summary: Summary, data: Path) -> None:
    got, change = summary.gathered, summary.change
    print(
        f"Read {got.read:,} articles: {got.new:,} new, {got.changed:,} changed, {got.reread:,} read again,"
        f" {got.unchanged:,} unchanged; {got.failed:,} left out, {got.issues:,} issues."
    )
    print(
        f"Graph of {data}: {change.events:,} events ({change.events_added:,} new, {change.events_changed:,}"
        f" changed, {change.events_removed:,} removed) and {change.actors:,} actors"
        f" from {change.reports:,} reports."
    )


def _end_if_nothing_arrived(arrived: int, failed: int) -> None:
    if failed and not arrived:
        print("Nothing could be read: see the messages above.")
        raise typer.Exit(1)


def _demo_timeline(data: Path) -> str:
    """Show the timeline of one person; the id of its last event."""
    from liqaa.ontology.folding import fold
    from liqaa.queries import catalogue

    queries = catalogue.load(fold)
    with open_graph(StoreChoice.LADYBUG, data) as graph:
        answer = queries.run(queries.find("actor_timeline"), graph, {"name": DEMO_NAME})
    columns = [column.name for column in answer.columns]
    write_rows(columns, answer.rows, Format.TABLE)
    return str(answer.rows[-1][columns.index("event_id")])
