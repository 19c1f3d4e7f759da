"""The commands of sources: what there is, what it gives, one run of it, and how it all is in numbers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from liqaa.ingest.cli.options import (
    DEFAULT_DATA,
    Data,
    Format,
    FormatOption,
    MinConfidence,
    NothingThereError,
    SourcesOption,
    StoreOption,
    existing_archive_path,
)
from liqaa.ingest.cli.output import write_rows
from liqaa.ingest.cli.workshop import all_sources, now, open_web, run_and_tell, wanted_sources, workshop
from liqaa.ontology.errors import LiqaaError

if TYPE_CHECKING:
    from liqaa.ingest.archive.records import SourceRun
    from liqaa.ingest.fetching.source import Source
    from liqaa.ingest.jobs.status import SourceState

_TRIED_PAGES = 3
_SHOWN = 90  # characters
_NO_DATE = "date: Neither the page nor the list says a day of publication; name it in selectors."


class Action(StrEnum):
    """What to do with sources."""

    LIST = "list"
    CHECK = "check"


Names = Annotated[
    list[str] | None, typer.Argument(metavar="[SOURCE…]", show_default="all that are enabled", help="Ids.")
]


def sources(
    action: Annotated[
        Action, typer.Argument(help="List what there is, or fetch a little of each.")
    ] = Action.LIST,
    names: Names = None,
    data: Data = DEFAULT_DATA,
    own: SourcesOption = None,
    output: FormatOption = Format.TABLE,
) -> None:
    """List the sources, or fetch a list and a few pages of each and show what was read.

    ``check`` keeps nothing. It ends with 1 when a source gives nothing that can be read.
    """
    known = all_sources(own, data)
    if action is Action.LIST:
        heading = (
            "source",
            "name",
            "publisher",
            "country",
            "kind",
            "cadence",
            "min",
            "max",
            "enabled",
            "address",
        )
        found = wanted_sources(names, known) if names else list(known.values())
        write_rows(heading, [_listed(source) for source in found], output)
        return
    columns = ("source", "listed", "page", "title", "date", "characters", "begins", "ends", "problem")
    rows = [row for source in wanted_sources(names, known) for row in _checked(source)]
    write_rows(columns, rows, output)
    read = {row[0] for row in rows if row[3]}
    if any(row[0] not in read for row in rows):
        raise typer.Exit(1)


def run(
    names: Names = None,
    data: Data = DEFAULT_DATA,
    store: StoreOption = None,
    own: SourcesOption = None,
    min_confidence: MinConfidence = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read all kept pages again, and fetch nothing.")
    ] = False,
) -> None:
    """Run sources once, one after another: fetch what is new, archive it, and bring the graph up to date.

    A source that fails does not keep the others from running; the command then ends with 1.
    """
    wanted = wanted_sources(names, all_sources(own, data))
    shop = workshop(data, store, min_confidence)
    done = [run_and_tell(source, shop, again=again) for source in wanted]
    for one in done:
        if one is not None:
            print(said(one))
    if None in done:
        raise typer.Exit(1)


def metrics(
    data: Data = DEFAULT_DATA,
    own: SourcesOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write there at once, not to stdout.")
    ] = None,
) -> None:
    """Write how the sources are as Prometheus text, for its textfile collector."""
    from liqaa.ingest.jobs.status import metrics as registered
    from prometheus_client import generate_latest, write_to_textfile

    registry = registered(states(data, own))
    if out is not None:
        if not out.parent.is_dir():  # the library would name the file that it writes first
            raise NothingThereError(f"There is no folder {out.parent}: make it, or name another one.")
        write_to_textfile(str(out), registry)
    else:
        print(generate_latest(registry).decode(), end="")


def states(data: Path, own: Path | None) -> list[SourceState]:
    """How every source is that is enabled or was ever run."""
    from liqaa.ingest.archive.archive import Archive
    from liqaa.ingest.fetching.pages import Pages
    from liqaa.ingest.fetching.pages_file import PAGES_FILE
    from liqaa.ingest.jobs.status import state_of

    known = all_sources(own, data)
    with (
        Archive.open(existing_archive_path(data), create=False) as archive,
        Pages.open(data / PAGES_FILE) as pages,
    ):
        found = [state_of(source, archive, pages, now()) for source in known.values()]
    return [state for state in found if state.last is not None]


def said(run: SourceRun) -> str:
    """What a run did, on one line."""
    looked, got, change = (run.figures.get(part, {}) for part in ("harvest", "gathered", "change"))
    listed = f"{looked['listed']:,} listed, " if looked else ""  # kept pages that are read again are not
    fetched = f"{looked['fetched']:,} fetched, {looked['waiting']:,} waiting; " if "fetched" in looked else ""
    return (
        f"{run.source}: {listed}{fetched}"
        f"{got['new']:,} articles new, {got['changed']:,} changed, {got['failed']:,} left out;"
        f" {change['events_added']:,} events new, {change['events_changed']:,} changed,"
        f" {change['events_removed']:,} removed."
    )


def _listed(source: Source) -> tuple[object, ...]:
    return (
        source.id, source.name_ar, source.name_en, source.country, source.kind, _length(source),
        source.volume.min, source.volume.max, source.enabled, source.address,
    )  # fmt: skip


def _length(source: Source) -> str:
    minutes = int(source.cadence.total_seconds() // 60)
    return f"{minutes // 60}h" if minutes % 60 == 0 else f"{minutes}m"


def _checked(source: Source) -> Iterator[tuple[object, ...]]:
    """A row for each page that was tried, or one that says why there is none."""
    try:
        yield from _tried(source)
    except (LiqaaError, OSError) as error:
        yield source.id, *[None] * 7, str(error)


def _tried(source: Source) -> Iterator[tuple[object, ...]]:
    from liqaa.ingest.fetching.harvest import harvest
    from liqaa.ingest.fetching.page_articles import articles
    from liqaa.ingest.fetching.pages import Pages
    from liqaa.ingest.fetching.source import LOCAL
    from liqaa.ingest.jobs.local import local_articles
    from liqaa.ontology.model import Article, Issue

    figures: dict[str, dict[str, int]] = {}
    if source.kind in LOCAL:
        for record in local_articles(source, figures):
            yield _row(source, figures["harvest"]["listed"], record)
            if isinstance(record, Article):
                return
        return
    few = source.model_copy(
        update={"politeness": source.politeness.model_copy(update={"most_pages": _TRIED_PAGES})}
    )
    issues: list[Issue] = []
    with tempfile.TemporaryDirectory() as folder, Pages.open(Path(folder) / "pages") as pages:
        with open_web(source) as web:
            found = harvest(few, pages, web, clock=now, on_issue=issues.append)
        read = [record for _, record in articles(pages.all(source.id), source, pages)]
        for record in [*issues, *read]:
            yield _row(source, found.listed, record)
        if not (issues or read):
            nothing = f"It lists {found.listed} pages, and nothing came of them: look at it with a browser."
            yield source.id, found.listed, *[None] * 6, nothing


def _row(source: Source, listed: int, record: object) -> tuple[object, ...]:
    from liqaa.ontology.model import Article, Issue

    if isinstance(record, Issue):
        return source.id, listed, record.where, *[None] * 5, f"{record.code}: {record.message}"
    assert isinstance(record, Article)
    return (
        source.id, listed, record.url or record.doc_id, record.title or "…", record.date, len(record.text),
        _cut(record.text), _cut(record.text, from_end=True), None if record.date else _NO_DATE,
    )  # fmt: skip


def _cut(text: str, *, from_end: bool = False) -> str:
    """The first or last words of a text, on one line."""
    words = text.split()
    kept: list[str] = []
    for word in reversed(words) if from_end else words:
        if sum(map(len, kept)) + len(kept) + len(word) > _SHOWN:
            break
        kept.append(word)
    if from_end:
        kept.reverse()
    more = len(kept) < len(words)
    return ("… " if more and from_end else "") + " ".join(kept) + (" …" if more and not from_end else "")
