"""The benchmark of the shelf runs every query on a small drawn graph, and says so query by query."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

from liqaa.graph.schema import EDGES, NODES
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue

PROGRAM = Path(__file__).with_name("shelf.py")
EVENTS = 1500


def test_the_benchmark_measures_every_query(tmp_path: Path) -> None:
    command = [sys.executable, str(PROGRAM), "--events", str(EVENTS), "--store", "ladybug", "--runs", "2"]
    command += ["--format", "json", "--keep", str(tmp_path / "kept")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    asked = {figure["query"]: figure for figure in figures if figure["asked"] in ("busy", "whole")}
    assert set(asked) == set(catalogue.load(fold).queries)
    assert all(figure["p95"] and figure["p50"] > 0 for figure in figures)
    # Most of what is asked has an answer, or nothing would be measured.
    assert sum(figure["most_rows"] > 0 for figure in asked.values()) > len(asked) * 0.8
    files = tmp_path / "kept" / "csv"
    counts = {}
    for table in (*(node.label for node in NODES), *(edge.type for edge in EDGES)):
        with (files / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            counts[table] = sum(1 for _ in csv.reader(file))
    assert counts["Event"] == EVENTS
    assert counts["Party"] == 250
    assert 1.4 * EVENTS < counts["Report"] < 2.8 * EVENTS
    empty = {table for table, rows in counts.items() if not rows}
    assert empty <= {"CANCELLED_BY"}, counts  # so rare that so few events may have none
