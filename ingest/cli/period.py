"""A period as a person writes it: FROM..TO, a year, a month or a day, and the options --from and --to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="FROM..TO",
        show_default=False,
        help="Days, months or years: 2021-03-01..2021-03-15, 2021-03..2021-06, 2021.. or 2021 alone.",
    ),
]
FromOption = Annotated[
    str | None,
    typer.Option("--from", metavar="DAY", show_default=False, help="First day, month or year of the period."),
]
ToOption = Annotated[
    str | None,
    typer.Option("--to", metavar="DAY", show_default=False, help="Last day, month or year of the period."),
]

Period = dict[str, str]
"""The parameters ``from`` and ``to`` of a query, each where it is given."""


def period(
    text: str | None, first: str | None = None, last: str | None = None, option: str = "--period"
) -> Period:
    """The days from the first to the last that were asked for.

    Args:
        text: ``FROM..TO`` with either end left out, or one day, month or year.
        first: the first day, instead.
        last: the last day, instead.
        option: what ``text`` was given with.

    Raises:
        typer.BadParameter: an end is no day, month or year, is given twice, or the period is reversed.
    """
    if text is not None and (first or last):
        raise typer.BadParameter("give the period once: with it, or with --from and --to.", param_hint=option)
    if text is not None:
        start, dots, end = text.partition("..")
        first, last = (start, end) if dots else (text, text)
        if not (first or last):
            raise typer.BadParameter(
                f"{text!r} names no day: write 2021-03-01..2021-03-15.", param_hint=option
            )
    found = {}
    if first:
        found["from"] = _days(first, option if text else "--from")[0].isoformat()
    if last:
        found["to"] = _days(last, option if text else "--to")[1].isoformat()
    if first and last and found["from"] > found["to"]:
        raise typer.BadParameter(
            f"the period ends on {found['to']}, before it begins on {found['from']}."
            f" Did you mean {last}..{first}?",
            param_hint=option,
        )
    return found


def _days(text: str, option: str) -> tuple[date, date]:
    from liqaa.graph.periods import period_of

    days = period_of(text.strip())
    if days is None:
        raise typer.BadParameter(
            f"{text!r} is no day, month or year: write 2021-03-15, 2021-03 or 2021.", param_hint=option
        )
    return days
