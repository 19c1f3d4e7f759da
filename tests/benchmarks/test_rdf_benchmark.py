"""The benchmark of RDF measures what it says, on archives of a few reports."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).with_name("rdf.py")


def run(*arguments: str | Path) -> str:
    command = [sys.executable, "-W", "ignore", PROGRAM, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def test_formats_delta_and_round_trip_are_measured(tmp_path: Path) -> None:
    shown = run("--reports", "400", "--small-reports", "365", "--round-trip", "--folder", tmp_path)
    rates = re.findall(r"^(\w+) +[\d,]+ +([\d,]+) +([\d,]+) +[\d.]+", shown, flags=re.MULTILINE)
    assert [name for name, *_ in rates] == ["trig", "nquads", "turtle", "ntriples", "jsonld"]
    assert all(int(rate.replace(",", "")) > 0 for _, *both in rates for rate in both)
    assert re.search(r"^delta of one day: [\d.]+ s for [1-9][\d,]* of", shown, flags=re.MULTILINE)
    assert (tmp_path / "large" / "rdflib.trig").exists() != (tmp_path / "small" / "rdflib.trig").exists()


def test_a_day_is_as_much_whatever_comes_before_it(tmp_path: Path) -> None:
    shown = run("--spans", "--reports", "365", "--folder", tmp_path)
    found = re.findall(r"^delta of the last day of (.*?): .*? for ([\d,]+) of ([\d,]+)", shown, re.MULTILINE)
    assert [name for name, *_ in found] == ["a month", "a year", "three years"]
    day, whole = (sorted(int(row[at].replace(",", "")) for row in found) for at in (1, 2))
    assert day[-1] < 1.5 * day[0]
    assert whole[-1] > 20 * whole[0]
