"""Rows for people and for programs: terminal tables that stand right to left, JSON and CSV."""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from liqaa.ingest.cli.options import Format

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# A terminal that reorders text takes two Arabic cells and the line between them for one run of text and swaps
# them; a left-to-right mark on both sides of the line keeps each cell in its column.
LEFT_TO_RIGHT_MARK = "\u200e"
PIPE_WIDTH = 10_000
PAGE_WIDTH = 160
"""Widest table, in columns, that is written where no terminal says how wide it is."""

_UNSHOWABLE = {"Cc", "Cs", "Zl", "Zp"}
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def write_rows(
    columns: Sequence[str], rows: Iterable[Sequence[object]], form: Format, out: TextIO | None = None
) -> None:
    """Write an answer.

    Args:
        columns: names, in order.
        rows: values in the order of the columns: text, numbers, booleans, None, tuples of text.
        form: table for people; json (a list of objects) and csv (with a heading) for programs.
        out: where to, standard output by default.
    """
    out = out or sys.stdout
    if form is Format.JSON:
        found = [dict(zip(columns, row, strict=True)) for row in rows]
        json.dump(found, out, ensure_ascii=False, indent=2)
        out.write("\n")
    elif form is Format.CSV:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([plain(value, " | ") for value in row] for row in rows)
    else:
        _write_table(columns, [[_cell(value) for value in row] for row in rows], out)


def console(out: TextIO | None = None) -> Console:
    """A console for people: as wide as the terminal, or unlimited where a file or a program reads."""
    from rich.console import Console

    out = out or sys.stdout
    width = None if out.isatty() else PIPE_WIDTH
    return Console(file=out, width=width, highlight=False, markup=False, emoji=False)


def plain(value: object, separator: str) -> str:
    """A value as one line: nothing for None, the parts of a list joined."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return separator.join(plain(part, separator) for part in value)
    return one_line(str(value))


def _cell(value: object) -> str:
    """A value for people: names with commas between them, but sentences end with a full stop already."""
    sentences = isinstance(value, list | tuple) and all(str(part).endswith(".") for part in value)
    return plain(value, " " if sentences else "، ")


def one_line(text: str) -> str:
    """Text from an article without what would move a terminal's cursor or turn the line round."""
    shown = "".join(" " if unicodedata.category(char) in _UNSHOWABLE else char for char in text)
    return _TURNS.sub("", shown)


def _write_table(columns: Sequence[str], rows: list[list[str]], out: TextIO) -> None:
    target = console(out)
    filled = [number for number in range(len(columns)) if any(row[number] for row in rows)]
    if not rows:
        target.print("No rows.")
        return
    names = [columns[number] for number in filled]
    cells = [[row[number] for number in filled] for row in rows]
    grid = _grid(names, cells)
    wide = _width(target, grid) > min(target.width, PAGE_WIDTH)
    _print_marked(target, _cards(names, cells) if wide else grid, out)


def _width(target: Console, renderable: RenderableType) -> int:
    """Columns that something takes where nothing limits it."""
    from rich.measure import Measurement

    unlimited = target.options.update(max_width=PIPE_WIDTH)
    return Measurement.get(target, unlimited, renderable).maximum


def _grid(names: Sequence[str], rows: list[list[str]]) -> RenderableType:
    from rich import box
    from rich.table import Table

    table = Table(*names, box=box.SQUARE)
    for row in rows:
        table.add_row(*row)
    return table


def _cards(names: Sequence[str], rows: list[list[str]]) -> RenderableType:
    """A block a row, for what is too wide: a line for each value."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for number, row in enumerate(rows):
        if number:
            table.add_row("", "")
        for name, value in zip(names, row, strict=True):
            if value:
                table.add_row(name, value)
    return table


def _print_marked(target: Console, renderable: RenderableType, out: TextIO) -> None:
    with target.capture() as captured:
        target.print(renderable)
    for line in captured.get().splitlines():
        marked = line.replace("│", f"{LEFT_TO_RIGHT_MARK}│{LEFT_TO_RIGHT_MARK}")
        out.write(marked.rstrip() + "\n")
