"""``liqaa register``: which offices of which parties have a known holder in which years."""

from __future__ import annotations

import datetime
import logging
from typing import Annotated

import typer
from liqaa.ingest.cli.options import Format, FormatOption
from liqaa.ingest.cli.output import write_rows

_log = logging.getLogger(__name__)


def register(
    party: Annotated[
        list[str] | None, typer.Argument(metavar="CODE…", show_default=False, help="Only these parties.")
    ] = None,
    gaps: Annotated[bool, typer.Option("--gaps", help="Only offices with years without a holder.")] = False,
    year: Annotated[
        int | None,
        typer.Option("--year", min=2012, max=9999, show_default="this year", help="The last year to audit."),
    ] = None,
    output: FormatOption = Format.TABLE,
) -> None:
    """Say in which years the offices of the register have a known holder, and in which none."""
    from liqaa.ontology import lexicon
    from liqaa.ontology.register_coverage import as_ranges, coverage

    sheets = {sheet.party: sheet for sheet in lexicon.load().register}
    wanted = [code.upper() for code in party or sorted(sheets)]
    if unknown := [code for code in wanted if code not in sheets]:
        raise typer.BadParameter(f"No sheet for {', '.join(unknown)}. There is: {', '.join(sorted(sheets))}.")
    audited = list(
        coverage((sheets[code] for code in wanted), year or datetime.datetime.now(datetime.UTC).year)
    )
    write_rows(
        ("party", "office", "title", "holders", "held", "without"),
        (
            (one.party, one.office, one.title_ar, one.holders, as_ranges(one.years), as_ranges(one.missing))
            for one in audited
            if one.missing or not gaps
        ),
        output,
    )
    held = sum(len(one.years) for one in audited)
    whole = held + sum(len(one.missing) for one in audited)
    parties = len({one.party for one in audited})
    _log.info("%d parties, %d offices, %d of %d years held.", parties, len(audited), held, whole)
