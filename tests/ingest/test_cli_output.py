"""Rows as tables, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json

import pytest
from liqaa.ingest.cli.options import Format
from liqaa.ingest.cli.output import LEFT_TO_RIGHT_MARK, one_line, plain, write_rows

COLUMNS = ("date", "who", "with_whom", "place")
ROWS = [
    ("2030-05-07", "سامر العبادي", ("لوكا مارتيني", "آنا فيرمير"), None),
    ("2030-05-08", 'وزير "الدفاع"، الأول', (), 3),
]


def written(form: Format, rows: list[tuple[object, ...]] | None = None) -> str:
    out = io.StringIO()
    write_rows(COLUMNS, ROWS if rows is None else rows, form, out)
    return out.getvalue()


def test_json_keeps_types_and_letters() -> None:
    text = written(Format.JSON)
    assert "سامر العبادي" in text
    first, second = json.loads(text)
    assert first == {
        "date": "2030-05-07",
        "who": "سامر العبادي",
        "with_whom": ["لوكا مارتيني", "آنا فيرمير"],
        "place": None,
    }
    assert second["with_whom"] == [] and second["place"] == 3


def test_csv_can_be_read_back() -> None:
    rows = list(csv.reader(io.StringIO(written(Format.CSV))))
    assert rows == [
        list(COLUMNS),
        ["2030-05-07", "سامر العبادي", "لوكا مارتيني | آنا فيرمير", ""],
        ["2030-05-08", 'وزير "الدفاع"، الأول', "", "3"],
    ]


def test_a_table_puts_commas_between_names_and_none_between_sentences() -> None:
    table = written(Format.TABLE, [("One day.", "سامر", ("Both were there.", "Both met."), ("أ", "ب"))])
    assert "Both were there. Both met." in table
    assert "أ، ب" in table


def test_a_table_keeps_arabic_cells_apart() -> None:
    """Between two Arabic cells stands a left-to-right mark, or a terminal would swap them."""
    line = next(line for line in written(Format.TABLE).splitlines() if "سامر" in line)
    assert f"سامر العبادي         {LEFT_TO_RIGHT_MARK}│{LEFT_TO_RIGHT_MARK} لوكا" in line


@pytest.mark.parametrize(
    ("rows", "there", "gone"),
    [
        (ROWS, ["│", "with_whom"], []),
        ([("2030-05-07", "س", (), None)], ["who"], ["with_whom", "place"]),  # columns without a value
        ([], ["No rows."], ["who"]),
        (
            [("2030-05-07", "س " * 100, ("ع",), None)],
            ["who        س", "with_whom  ع"],
            ["│"],
        ),  # too wide: a block
    ],
)
def test_a_table_fits(rows: list[tuple[object, ...]], there: list[str], gone: list[str]) -> None:
    text = written(Format.TABLE, rows)
    assert [words for words in there if words not in text] == []
    assert [words for words in gone if words in text] == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (0, "0"),
        (False, "False"),
        (("أ", None, "ب"), "أ; ; ب"),
        ((), ""),
        ("سطر\nسطر", "سطر سطر"),
    ],
)
def test_plain(value: object, expected: str) -> None:
    assert plain(value, "; ") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mأحمر\x1b[0m", " [31mأحمر [0m"),
        ("a\r\nb\tc", "a  b c"),
        ("\u202eأ\u202c \u2066ب\u2069", "أ ب"),
        ("می\u200cروم عمّان", "می\u200cروم عمّان"),
        ("\ud800x", " x"),
    ],
)
def test_one_line_moves_no_cursor(text: str, expected: str) -> None:
    assert one_line(text) == expected
