"""The benchmark of the shelf runs every query on a small drawn graph, and says so query by query."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from liqaa.graph.schema import EDGES, NODES
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue

sys.path.insert(0, str(Path(__file__).parent))

import shelf
import stopwatches
from questions import Question

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


@pytest.mark.parametrize(
    ("cypher", "why"),
    [
        ("RETURN cast('no number', 'INT64')", "Could not convert"),
        ("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b)", "took longer than"),
    ],
)
def test_a_query_without_an_answer_is_a_miss_that_says_why(
    cypher: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stopwatches, "COLD_LIMIT", 1)
    with LadybugStore(tmp_path / "graph.lbug") as store:
        store.prepare()
    query = replace(catalogue.load(fold).find("coverage"), cypher=cypher)
    with stopwatches.LadybugWatch(tmp_path / "graph.lbug") as watch:
        (figures,) = shelf.measured(watch, query, [Question("any", {})])
    assert not figures.met
    assert figures.p95 is None
    assert figures.missing is not None
    assert why in figures.missing
    assert figures.first == figures.worst
    assert "MISS" in list(shelf.table([figures]))[1]
    assert figures.missing in list(shelf.table([figures]))[1]
