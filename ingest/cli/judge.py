"""The commands on what is one and what is two: review, judge and judgements."""

from __future__ import annotations

import datetime
import getpass
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from liqaa.ingest.cli.options import (
    DEFAULT_DATA,
    Data,
    Format,
    FormatOption,
    StoreOption,
    existing_archive_path,
    open_graph,
)
from liqaa.ingest.cli.output import write_rows
from liqaa.ingest.cli.pairs import row_of, show, spellings_of
from liqaa.ingest.cli.progress import progress

if TYPE_CHECKING:
    from liqaa.graph.judging.review import Candidates
    from liqaa.graph.recall import Recall
    from liqaa.ingest.archive.archive import Archive
    from liqaa.ingest.jobs.judging import Known
    from liqaa.ontology.judgement import Verdict

COLUMNS = ("kind", "now", "score", "left", "right", "left_says", "right_says", "for", "against")
LOG_COLUMNS = (
    "number",
    "verdict",
    "left",
    "right",
    "why",
    "by",
    "at",
    "undone_why",
    "undone_by",
    "undone_at",
)


class Kind(StrEnum):
    """What can be judged."""

    EVENT = "event"
    ACTOR = "actor"


class Word(StrEnum):
    """What can be said of a pair, and of an earlier word."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    UNDO = "undo"


KindOption = Annotated[
    Kind | None, typer.Option("--kind", show_default="both", help="Only events, or only actors.")
]
By = Annotated[str | None, typer.Option("--by", show_default="your user name", help="Who judges.")]


def review(
    data: Data = DEFAULT_DATA,
    store: StoreOption = None,
    kind: KindOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="So many pairs.")] = 20,
    ask: Annotated[
        bool, typer.Option("--judge", help="Ask for a verdict on each pair, and keep it.")
    ] = False,
    by: By = None,
    output: FormatOption = Format.TABLE,
) -> None:
    """List the pairs nearest the threshold between one and two, with the reasons for and against."""
    from liqaa.graph.recall import Recall
    from liqaa.ingest.archive.archive import Archive
    from liqaa.ingest.jobs.judging import known, pairs_to_judge

    recall = Recall()
    with Archive.open(existing_archive_path(data), create=False) as archive:
        found = known(archive, recall)
        pairs = pairs_to_judge(found, kind.value if kind else None)[:limit]
        if not ask:
            spellings = spellings_of(found)
            write_rows(COLUMNS, [row_of(pair, found, spellings) for pair in pairs], output)
        elif _asked(pairs, found, archive, _judge(by)):
            _warn(archive, {entry.number for entry in found.judgements}, recall)
            _update(archive, data, store, recall)


def judge(
    word: Annotated[Word, typer.Argument(metavar="VERDICT", help="same, different, unsure, or undo.")],
    left: Annotated[
        str,
        typer.Argument(metavar="A", help="Id of an event, report or actor; after undo, of the judgement."),
    ],
    right: Annotated[
        str | None, typer.Argument(metavar="B", show_default=False, help="The other one.")
    ] = None,
    why: Annotated[str, typer.Option("--why", show_default=False, help="The reason.")] = "",
    by: By = None,
    data: Data = DEFAULT_DATA,
    store: StoreOption = None,
) -> None:
    """Say that two events, reports or actors are the same or different, or undo that; the graph follows."""
    from liqaa.ingest.archive.archive import Archive

    if (right is None) != (word is Word.UNDO):
        wanted = "the number of one judgement" if word is Word.UNDO else "two ids"
        raise typer.BadParameter(f"{word.value} takes {wanted}.")
    if word is not Word.UNDO and not why.strip():
        raise typer.BadParameter("Say why, with --why: whoever reads the log must be able to follow.")
    with Archive.open(existing_archive_path(data), create=False) as archive, archive.exclusive():
        if right is None:
            _undo(archive, left, why, _judge(by))
        else:
            _keep(archive, word, left, right, why, _judge(by))
        _update(archive, data, store)


def judgements(data: Data = DEFAULT_DATA, output: FormatOption = Format.TABLE) -> None:
    """List the log of judgements, with what was undone; as JSON or CSV it can be handed on."""
    from liqaa.ingest.archive.archive import Archive

    with Archive.open(existing_archive_path(data), create=False) as archive:
        log = archive.judgements()
    rows = [
        (entry.number, entry.verdict, entry.left, entry.right, entry.why, entry.by, entry.at)
        + ((entry.undone.why, entry.undone.by, entry.undone.at) if entry.undone else (None, None, None))
        for entry in log
    ]
    write_rows(LOG_COLUMNS, rows, output)


def _judge(by: str | None) -> str:
    return by or getpass.getuser()


def _now() -> str:
    # Two judgements in one second are two moments of the archive.
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")


def _keep(archive: Archive, word: Word, left: str, right: str, why: str, by: str) -> None:
    from liqaa.graph.recall import Recall
    from liqaa.ingest.jobs.judging import known, subjects

    recall = Recall()
    found = known(archive, recall)
    number = _record(archive, subjects(found, left, right), _VERDICTS[word], why, by)
    print(
        f"Judgement {number}: {left} and {right} are {word.value}. `liqaa judge undo {number}` takes it back."
    )
    _warn(archive, {entry.number for entry in found.judgements}, recall)


def _warn(archive: Archive, before: set[int], recall: Recall | None = None) -> None:
    """Say which of the judgements just made can not take effect."""
    from liqaa.ingest.jobs.judging import known, without_effect

    for entry in without_effect(known(archive, recall)):
        if entry.number not in before:
            pair = f"{entry.verdict}: {entry.left}, {entry.right}"
            print(
                f"Judgement {entry.number} ({pair}) can not take effect: the register or another judgement"
                " says otherwise. It is kept, and counts once that changes.",
                file=sys.stderr,
            )


_VERDICTS: dict[Word, Verdict] = {
    Word.SAME: "same",
    Word.DIFFERENT: "different",
    Word.UNSURE: "unsure",
}


def _record(archive: Archive, pair: tuple[str, str], verdict: Verdict, why: str, by: str) -> int:
    from liqaa.ontology.judgement import Judgement

    return archive.judge(Judgement(*pair, verdict, why, by, _now()))


def _undo(archive: Archive, number: str, why: str, by: str) -> None:
    from liqaa.ontology.judgement import Undoing

    if not number.isdecimal():
        raise typer.BadParameter(f"{number!r} is no number of a judgement: `liqaa judgements` lists them.")
    entry = archive.undo(int(number), Undoing(why, by, _now()))
    print(f"Judgement {number} ({entry.verdict}: {entry.left}, {entry.right}) no longer stands.")


def _update(archive: Archive, data: Path, store: StoreOption, recall: Recall | None = None) -> None:
    from liqaa.graph.recall import Recall
    from liqaa.ingest.jobs.facts import keep_up_if_kept
    from liqaa.ingest.jobs.ingest import update_graph

    recall = recall or Recall()
    with open_graph(store, data) as graph, progress() as show:
        change = update_graph(archive, graph, progress=show, recall=recall)
        keep_up_if_kept(archive, data, recall=recall)
    print(
        f"Graph of {data}: {change.events:,} events ({change.events_added:,} new, {change.events_changed:,}"
        f" changed, {change.events_removed:,} removed) and {change.actors:,} actors."
    )


def _asked(pairs: list[Candidates], found: Known, archive: Archive, by: str) -> int:
    """Ask for a verdict on each pair; how many were given."""
    given, spellings = 0, spellings_of(found)
    for at, pair in enumerate(pairs, start=1):
        show(at, len(pairs), pair, found, spellings)
        answer = typer.prompt("(s)ame, (d)ifferent, (u)nsure, (n)ext or (q)uit", default="n")[:1].lower()
        if answer == "q":
            break
        for word, verdict in _VERDICTS.items():
            if answer == word.value[0]:
                why = typer.prompt("Why", default="", show_default=False)
                _record(archive, (pair.left, pair.right), verdict, why, by)
                given += 1
    return given
