"""How pairs to be judged are shown: in the terminal one by one, and as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liqaa.ingest.cli_output import console, one_line

if TYPE_CHECKING:
    from liqaa.graph.review import Candidates
    from liqaa.ingest.job_judging import Known


def show(at: int, of: int, pair: Candidates, found: Known) -> None:
    """Show one pair of several, with the reasons for and against."""
    target = console()
    now = "one" if pair.merged else "two"
    target.print(f"\n{at} of {of} · {pair.kind} · now {now} · score {pair.likeness.score}", style="bold")
    for id_ in (pair.left, pair.right):
        target.print(one_line(f"{id_}  {_says(id_, pair, found)}"))
    for sign, reasons in (("+", pair.likeness.reasons_for), ("-", pair.likeness.reasons_against)):
        for reason in reasons:
            target.print(one_line(f"  {sign} {reason}"))


def row_of(pair: Candidates, found: Known) -> tuple[object, ...]:
    """A pair as a row of the review."""
    return (
        pair.kind,
        "one" if pair.merged else "two",
        pair.likeness.score,
        pair.left,
        pair.right,
        _says(pair.left, pair, found),
        _says(pair.right, pair, found),
        pair.likeness.reasons_for,
        pair.likeness.reasons_against,
    )


def _says(id_: str, pair: Candidates, found: Known) -> str:
    """What a report or a name says, on one line."""
    if pair.kind == "event":
        report = found.reports[id_]
        day = found.published.get(report.doc_id) or "no date"
        return f"[{day}] {report.evidence}"
    return _words_of(id_, found)


def _words_of(id_: str, found: Known) -> str:
    """The spellings that a name id stands for."""
    from liqaa.graph.name_ids import name_id
    from liqaa.graph.names import person_name

    words = {
        who.name
        for report_id, index in found.resolution.actor_of
        if (who := found.reports[report_id].participants[index]).name
        and who.kind == "person"
        and name_id(who.country or "", person_name(who.name)) == id_
    }
    return "، ".join(sorted(word for word in words if word))
