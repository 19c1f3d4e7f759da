"""How pairs to be judged are shown: in the terminal one by one, and as rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from liqaa.ingest.cli.output import console, one_line

if TYPE_CHECKING:
    from liqaa.graph.judging.review import Candidates
    from liqaa.ingest.jobs.judging import Known


Spellings = Mapping[str, Collection[str]]
"""The spellings that the id of a name stands for."""


def show(at: int, of: int, pair: Candidates, found: Known, spellings: Spellings) -> None:
    """Show one pair of several, with the reasons for and against."""
    target = console()
    now = "one" if pair.merged else "two"
    target.print(f"\n{at} of {of} · {pair.kind} · now {now} · score {pair.likeness.score}", style="bold")
    for id_ in (pair.left, pair.right):
        target.print(one_line(f"{id_}  {_says(id_, pair, found, spellings)}"))
    for sign, reasons in (("+", pair.likeness.reasons_for), ("-", pair.likeness.reasons_against)):
        for reason in reasons:
            target.print(one_line(f"  {sign} {reason}"))


def row_of(pair: Candidates, found: Known, spellings: Spellings) -> tuple[object, ...]:
    """A pair as a row of the review."""
    return (
        pair.kind,
        "one" if pair.merged else "two",
        pair.likeness.score,
        pair.left,
        pair.right,
        _says(pair.left, pair, found, spellings),
        _says(pair.right, pair, found, spellings),
        pair.likeness.reasons_for,
        pair.likeness.reasons_against,
    )


def _says(id_: str, pair: Candidates, found: Known, spellings: Spellings) -> str:
    """What a report or a name says, on one line."""
    if pair.kind == "event":
        report = found.reports[id_]
        day = found.published.get(report.doc_id) or "no date"
        return f"[{day}] {report.evidence}"
    return "، ".join(sorted(spellings[id_]))


def spellings_of(found: Known) -> Spellings:
    """The spellings of every name."""
    from liqaa.graph.actors.name_ids import name_id
    from liqaa.graph.actors.names import name_of_person

    spellings: dict[str, set[str]] = defaultdict(set)
    for report_id, index in found.resolution.actor_of:
        who = found.reports[report_id].participants[index]
        name = name_of_person(who)
        if name and who.name:
            spellings[name_id(who.country or "", name)].add(who.name)
    return spellings
