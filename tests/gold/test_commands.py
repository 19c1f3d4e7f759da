"""The commands as they are run: check, compile, join, and what they refuse."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import corpus
import pytest
from corpus import rows, write_rows
from small_articles import NOTHING, VISIT, row_of, talks

PROGRAM = Path(__file__).parent
BOTH: list[dict[str, Any]] = [{"doc_id": "t-1", "events": [talks()]}, {"doc_id": "t-2", "events": []}]


def run(shared: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PROGRAM), *map(str, arguments)]
    environment = os.environ | {"LIQAA_SHARED": str(shared), "PYTHONUTF8": "1"}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """What a reader wrote of the two articles."""
    write_rows(tmp_path / "batch-01.jsonl", BOTH)
    return tmp_path / "batch-01.jsonl"


def test_check_passes_what_is_right(shared: Path, written: Path) -> None:
    done = run(shared, "check", written)
    assert (done.returncode, done.stdout) == (0, "2 articles, 1 events, nothing wrong\n")


def test_check_names_every_fault_and_every_article_left_out(shared: Path, written: Path) -> None:
    (written.parent / "batch-01.txt").write_text("doc_id: t-1\ndoc_id: t-2\ndoc_id: t-3\n", encoding="utf-8")
    wrong = talks() | {"place": "روما", "evidence": talks()["evidence"]}
    write_rows(written, [{"doc_id": "t-1", "events": [talks(), wrong]}, BOTH[1], BOTH[1]])
    done = run(shared, "check", written)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "t-2: twice",
        "t-1, event 2, place: 'روما' does not stand in the article",
        "t-3: missing",
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "batch-01.jsonl:1: "),
        ("[]", "batch-01.jsonl:1: not an object"),
        ('{"doc_id": "t-1"}', "t-1: a line is doc_id and a list of events"),
        ('{"doc_id": "t-7", "events": []}', "1 articles are not in corpus/, the first is t-7"),
    ],
)
def test_a_broken_file_is_refused_in_one_line(shared: Path, written: Path, line: str, fault: str) -> None:
    written.write_text(line, encoding="utf-8")
    done = run(shared, "check", written)
    assert done.returncode == 1
    assert done.stderr.startswith(fault)


def test_compile_and_join_go_there_and_back(shared: Path, written: Path, tmp_path: Path) -> None:
    labels, gold, docs = (tmp_path / name for name in ("x.labels.jsonl", "gold.jsonl", "docs.jsonl"))
    assert run(shared, "compile", "a", labels, written).returncode == 0
    assert run(shared, "compile", "a", labels, written).returncode == 0  # again: nothing is there twice
    assert [row["doc_id"] for row in rows(labels)] == ["t-1", "t-2"]
    assert "مارتيني" not in labels.read_text(encoding="utf-8")
    assert run(shared, "join", labels, "--out", gold, "--docs", docs).returncode == 0
    told: Any = rows(gold)[0]["events"]
    assert told[0]["participants"][0] == talks()["participants"][0]
    assert rows(docs) == [row_of(VISIT), row_of(NOTHING)]


def test_a_line_separator_inside_a_string_ends_no_line(tmp_path: Path) -> None:
    write_rows(tmp_path / "x.jsonl", [{"note": "one\u2028two\x85three"}])
    assert rows(tmp_path / "x.jsonl") == [{"note": "one\u2028two\x85three"}]


def test_texts_never_go_into_the_repository(shared: Path, written: Path, tmp_path: Path) -> None:
    labels = tmp_path / "x.labels.jsonl"
    run(shared, "compile", "a", labels, written)
    inside = PROGRAM / "never.jsonl"
    done = run(shared, "join", labels, "--out", inside)
    assert (done.returncode, inside.exists()) == (1, False)
    assert "stay outside the repository" in done.stderr


def test_scoring_is_logged_with_its_figures(shared: Path, written: Path, tmp_path: Path) -> None:
    score = corpus.shared() / "gold" / "score.py"
    if not score.is_file():
        pytest.skip(f"no scorer at {score}")
    (shared / "gold").mkdir()
    shutil.copy(score, shared / "gold" / "score.py")
    labels, log = tmp_path / "fresh.labels.jsonl", tmp_path / "scorings.jsonl"
    run(shared, "compile", "a", labels, written)
    scoring = ("scoring", written, "--what", "the gold itself", "--labels", labels, "--log", log)
    done = run(shared, *scoring, "--day", "2030-01-01")
    assert done.returncode == 0, done.stderr
    (entry,) = rows(log)
    assert (entry["number"], entry["day"], entry["what"]) == (1, "2030-01-01", "the gold itself")
    assert json.loads(json.dumps(entry["figures"]))["events"]["f1"] == 1
    log.write_text(log.read_text(encoding="utf-8") * 10, encoding="utf-8")
    done = run(shared, *scoring)
    assert (done.returncode, len(rows(log))) == (1, 10)
    assert "all 10 scorings" in done.stderr
