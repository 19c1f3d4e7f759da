"""The commands that answer: query and explain."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from liqaa.ingest.cli.names import as_in_the_graph
from liqaa.ingest.cli.options import (
    DEFAULT_DATA,
    Data,
    Format,
    FormatOption,
    StoreOption,
    existing_archive_path,
    open_filled_graph,
)
from liqaa.ingest.cli.output import write_rows

if TYPE_CHECKING:
    from liqaa.ingest.archive.archive import Archive
    from liqaa.ingest.explain import Telling
    from liqaa.queries.catalogue import Catalogue
    from liqaa.queries.header import Query


def query(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", show_default=False, help="A curated query; none lists them all."),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", metavar="K=V", show_default=False, help="A parameter; may be given often."),
    ] = None,
    data: Data = DEFAULT_DATA,
    store: StoreOption = None,
    output: FormatOption = Format.TABLE,
) -> None:
    """Ask the graph a curated query, or list the queries and their parameters."""
    from liqaa.ontology.folding import fold
    from liqaa.queries import catalogue

    queries = catalogue.load(fold)
    if name is None:
        write_rows(("name", "title", "parameters"), map(_listed, queries.queries.values()), output)
        return
    try:
        wanted, given = queries.find(name), _parameters(param or ())
        queries.bind(wanted, given)  # what is wrong with the question must not wait for a store to open
    except catalogue.QueryUsageError as error:
        raise typer.BadParameter(str(error)) from error
    columns, rows = _answer(queries, wanted, given, data, store)
    write_rows(columns, rows, output)


def explain(
    event_id: Annotated[
        str, typer.Argument(metavar="EVENT_ID", help="Id of an event as queries show it, or its beginning.")
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE.html", show_default=False, help="Write a page instead."),
    ] = None,
    second_opinion: Annotated[
        bool, typer.Option("--second-opinion", help="Add what camel-tools thinks of the words of each name.")
    ] = False,
    data: Data = DEFAULT_DATA,
) -> None:
    """Show every article that reports an event, with the words that became its fields marked."""
    from liqaa.ingest import explain
    from liqaa.ingest.archive.archive import Archive
    from liqaa.ingest.cli import explain as cli_explain
    from liqaa.ingest.morphology import Morphology
    from liqaa.ontology import vocabulary

    with Archive.open(existing_archive_path(data), create=False) as archive:
        found, tellings = _tellings(archive, event_id)
    morphology = Morphology.open(os.environ) if second_opinion else None
    terms = vocabulary.load()
    if out is None:
        cli_explain.show(found, tellings, terms, sys.stdout, morphology)
        return
    out.write_text(explain.page(found, tellings, terms, morphology), encoding="utf-8")
    print(out)


def _answer(
    queries: Catalogue, wanted: Query, given: Mapping[str, str], data: Path, store: StoreOption
) -> tuple[Sequence[str], Iterable[Sequence[object]]]:
    with open_filled_graph(store, data) as graph:
        answers = [
            queries.run(wanted, graph, parameters) for parameters in as_in_the_graph(wanted, given, graph)
        ]
    limit = queries.bind(wanted, given).get("limit")
    if any(len(answer.rows) == limit for answer in answers):
        print(
            f"Only {limit} rows are shown; --param limit={5 * int(str(limit))} shows more.", file=sys.stderr
        )
    # Whoever did most is most likely meant, and comes first.
    answers.sort(key=lambda answer: -len(answer.rows))
    return [column.name for column in wanted.columns], [row for answer in answers for row in answer.rows]


def _listed(found: Query) -> tuple[object, ...]:
    parameters = [
        parameter.name if parameter.default is None else f"{parameter.name}={parameter.default}"
        for parameter in found.parameters
    ]
    return found.name, f"{found.title_ar} · {found.title_en}", " ".join(parameters)


def _parameters(given: Iterable[str]) -> dict[str, str]:
    parameters = {}
    for item in given:
        name, equals, value = item.partition("=")
        if not equals or not name:
            raise typer.BadParameter(f"{item!r} is no parameter: write --param name=value.")
        name = name.strip()
        if name in parameters:
            raise typer.BadParameter(f"--param {name} is given twice: keep one of the two.")
        parameters[name] = value
    return parameters


def _tellings(archive: Archive, asked: str) -> tuple[str, tuple[Telling, ...]]:
    """The event asked for and the articles that report it, in order of publication."""
    from liqaa.graph.events.copies import copies_of
    from liqaa.graph.projection.event_pages import printed
    from liqaa.ingest.explain import Telling
    from liqaa.ingest.jobs.judging import known

    found = known(archive)
    reports, event_of = found.reports, found.resolution.event_of
    asked = found.resolution.redirects.get(asked, asked)
    event_id = _the_event(asked, sorted(set(event_of.values())))
    told = {report_id: reports[report_id] for report_id, event in event_of.items() if event == event_id}
    headers = {header.doc_id: header for header in archive.headers()}
    copied = copies_of({id_: printed(report, headers[report.doc_id]) for id_, report in told.items()})
    tellings = []
    for report_id, report in told.items():
        if article := archive.article(report.doc_id):
            original = headers[told[copied[report_id]].doc_id] if report_id in copied else None
            whose = (original.source or original.doc_id) if original else None
            tellings.append(Telling(article, report, whose))
    return event_id, tuple(sorted(tellings, key=_order))


def _order(telling: Telling) -> tuple[str, str, int]:
    return telling.article.date or "9999", telling.article.doc_id, telling.report.evidence_span.start


def _the_event(asked: str, known: Sequence[str]) -> str:
    matching = [event_id for event_id in known if event_id.startswith(asked)] if asked else []
    if asked in known or len(matching) == 1:
        return asked if asked in known else matching[0]
    if matching:
        some = ", ".join(matching[:3]) + (" and others" if len(matching) > 3 else "")
        message = f"{len(matching):,} events begin with {asked!r}: {some}. Give more of the id."
        raise typer.BadParameter(message)
    near = difflib.get_close_matches(asked, known, n=3, cutoff=0.5)
    advice = f"Did you mean {' or '.join(near)}?" if near else "Queries show ids in the column event_id."
    raise typer.BadParameter(f"No event {asked!r} among {len(known):,}. {advice}")
