"""``liqaa export rdf`` and ``liqaa import rdf``: what partners load, and the way back."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from liqaa.ingest.cli.options import DEFAULT_DATA, Data, StoreOption, existing_archive_path

export_app = typer.Typer(name="export", help="Write the graph for other programs.", no_args_is_help=True)
import_app = typer.Typer(name="import", help="Build an archive from what was exported.", no_args_is_help=True)


class RdfFormat(StrEnum):
    """The formats of RDF."""

    TRIG = "trig"
    NQUADS = "nquads"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"


RdfFormatOption = Annotated[RdfFormat, typer.Option("--format", help="Format of the data.")]
SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="RUN",
        help="Only what changed since a run: its number, or the asOf of the export that the partner has.",
    ),
]
PartyOption = Annotated[
    list[str] | None,
    typer.Option("--party", metavar="CODE", help="Only events of this party; repeatable."),
]
FromDayOption = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="Only events from this day.")
]
ToDayOption = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Only events up to this day.")]
QuotesOption = Annotated[
    bool, typer.Option("--quotes/--no-quotes", help="With or without the words of articles.")
]
BaseOption = Annotated[
    str | None,
    typer.Option("--base", metavar="IRI", envvar="LIQAA_BASE", help="Where the IRIs of your data begin."),
]
LicenceOption = Annotated[
    str | None,
    typer.Option("--licence", metavar="IRI", show_default="CC BY 4.0", help="Licence of the data."),
]
VerifyOption = Annotated[
    bool, typer.Option("--verify", help="With --since: work out the canonical hashes of both states.")
]


@export_app.command("rdf")
def export_rdf(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder to publish into.")],
    *,
    form: RdfFormatOption = RdfFormat.TRIG,
    since: SinceOption = None,
    party: PartyOption = None,
    first: FromDayOption = None,
    last: ToDayOption = None,
    quotes: QuotesOption = True,
    base: BaseOption = None,
    licence: LicenceOption = None,
    verify: VerifyOption = False,
    data: Data = DEFAULT_DATA,
) -> None:
    """Publish the graph as RDF, with provenance, ontology, shapes and description, or what changed in it."""
    from liqaa.graph.rdf.description import DEFAULT_LICENCE
    from liqaa.graph.rdf.header import Profile
    from liqaa.graph.rdf.history import HISTORY_FILE, History
    from liqaa.graph.rdf.selection import Selection
    from liqaa.graph.rdf.terms import DEFAULT_BASE, BaseError, Names
    from liqaa.ingest.archive.archive import Archive
    from liqaa.ingest.jobs.rdf import Request
    from liqaa.ingest.jobs.rdf import export_rdf as publish

    selection = Selection(_parties(party or ()), _day(first, "--from"), _day(last, "--to"))
    if first and last and last < first:
        raise typer.BadParameter(
            f"the period ends on {last}, before it begins on {first}.", param_hint="--to"
        )
    try:
        names = Names(base or DEFAULT_BASE)
    except BaseError as error:
        raise typer.BadParameter(str(error), param_hint="--base") from error
    profile = Profile(names, quotes, selection)
    request = Request(form.value, profile, since, licence or DEFAULT_LICENCE, verify)
    path = existing_archive_path(data)
    with Archive.open(path, create=False) as archive, History(data / HISTORY_FILE) as history:
        published = publish(archive, history, out, request)
    if published.delta:
        delta = published.delta
        print(f"{published.data}: {delta.deleted:,} statements deleted, {delta.added:,} added.")
    else:
        print(f"{published.data}: {published.statements:,} statements, SHA-256 {published.hash}.")


@import_app.command("rdf")
def import_rdf(
    source: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="An export: the folder, or its data file.", show_default=False),
    ],
    data: Data = DEFAULT_DATA,
    store: StoreOption = None,
) -> None:
    """Build an archive and its graph from an export, or leave everything as it is."""
    from liqaa.ingest.cli.options import archive_path, open_graph
    from liqaa.ingest.cli.progress import progress
    from liqaa.ingest.jobs.ingest import update_graph
    from liqaa.ingest.jobs.rdf_import import import_rdf as restore

    with progress() as show:
        restored = restore(source, archive_path(data))
        from liqaa.ingest.archive.archive import Archive

        with Archive.open(archive_path(data), create=False) as archive, open_graph(store, data) as graph:
            change = update_graph(archive, graph, progress=show)
    print(
        f"{data}: {restored.articles:,} articles without their text, {restored.reports:,} reports of"
        f" {change.events:,} events, {restored.judgements:,} judgements, {restored.runs:,} runs."
    )


def _parties(given: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Codes as the lexicon has them.

    Raises:
        BadParameter: there is no such party.
    """
    from liqaa.ingest.jobs.labels import load_labels

    known = load_labels().parties if given else {}
    codes = tuple(dict.fromkeys(code.upper() for code in given))
    if unknown := [code for code in codes if code not in known]:
        raise typer.BadParameter(
            f"no party {', '.join(unknown)}: give a code such as EG, TR or UN.", param_hint="--party"
        )
    return codes


def _day(text: str | None, option: str) -> str | None:
    """A day as it was written.

    Raises:
        BadParameter: it is none.
    """
    from liqaa.graph.periods import day_of

    if text is not None and (day_of(text) is None or len(text) != 10):
        raise typer.BadParameter(f"{text!r} is no day; write it as 2021-03-15.", param_hint=option)
    return text


__all__ = ["export_app", "export_rdf", "import_app", "import_rdf"]
