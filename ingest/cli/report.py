"""``liqaa report``: a page for those without a graph."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from liqaa.ingest.cli.options import DEFAULT_DATA, Data, StoreOption, archive_path, open_filled_graph
from liqaa.ingest.cli.period import FromOption, PeriodOption, ToOption, period


class PageLanguage(StrEnum):
    """Languages of a page."""

    AR = "ar"
    EN = "en"


def report(
    out: Annotated[Path, typer.Argument(metavar="OUT.html", help="The page to write.")],
    *,
    actor: Annotated[
        list[str] | None,
        typer.Option("--actor", metavar="NAME", show_default=False, help="Whose events; may be given often."),
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option(
            "--party", metavar="NAME", show_default=False, help="Code or name of a party; may be given often."
        ),
    ] = None,
    pair: Annotated[
        tuple[str, str] | None,
        typer.Option("--pair", metavar="A B", show_default=False, help="Two parties or two actors."),
    ] = None,
    period_: PeriodOption = None,
    first: FromOption = None,
    last: ToOption = None,
    language: Annotated[
        PageLanguage, typer.Option("--lang", help="Language of the page; quotes stay as they are.")
    ] = PageLanguage.AR,
    data: Data = DEFAULT_DATA,
    store: StoreOption = None,
) -> None:
    """Write a page that opens anywhere: timeline, network, topics, and each event with its words and link.

    What is given narrows the page: --pair SA TR --period 2024 is what the two had to do with each other in
    that year. A page without events says so, and so does stderr.
    """
    from liqaa.ingest.briefing import page, pictures
    from liqaa.ingest.cli.report_events import Wanted, contents_of
    from liqaa.ingest.jobs.labels import load_labels
    from liqaa.ontology import vocabulary
    from liqaa.ontology.folding import fold
    from liqaa.queries import catalogue

    days = period(period_, first, last)
    if not (actor or party or pair or days):
        raise typer.BadParameter("say what the page is about: --actor, --party, --pair or --period.")
    pictures.vega()  # what is missing must not wait for a store to open
    wanted = Wanted(tuple(actor or ()), tuple(party or ()), pair or (), days)
    with open_filled_graph(store, data) as graph:
        contents = contents_of(wanted, catalogue.load(fold), graph, load_labels(), _basis(data))
    written = page.page(contents, vocabulary.load(), language.value)
    out.write_text(written, encoding="utf-8", newline="\n")
    if not contents.happenings:
        print("No events: the page says so.", file=sys.stderr)
    print(out)


def _basis(data: Path) -> str | None:
    """When the archive was last brought up to date; nothing where the graph stands alone."""
    from liqaa.ingest.archive.archive import Archive

    if not archive_path(data).is_file():
        return None
    with Archive.open(archive_path(data), create=False) as archive:
        run = archive.last_run()
    return (run[1] or run[0]) if run else None
