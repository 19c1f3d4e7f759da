"""``extract``: one line an article, in order, whole or not at all."""

from __future__ import annotations

import errno
import json
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from line_extractor import LineExtractor, given, load, newspaper
from liqaa.ingest.jobs.ingest import Extracted, FailureLimit, JobError, extract
from liqaa.ontology.model import Article, Issue

ARTICLES = [
    Article(doc_id, "", "\n".join(lines), date="2018-06-05")
    for doc_id, *lines in (
        ("b", "أول", "EVENT talks 2018-06-05 | SA:سلمان بن عبدالعزيز/الملك | US:جون كيري/وزير الخارجية"),
        ("empty", "لا خبر"),
        (
            "a",
            "EVENT talks 2018-06-05 | US:جون كيري/الوزير | SA:سلمان بن عبدالعزيز آل سعود/",
            "EVENT visit 2018-06-05 | US:جون كيري/الوزير | SA:",
        ),
    )
]
FIELDS = [
    "type", "subtype", "status", "salience", "participants", "date", "date_text", "place", "place_country",
    "topics", "evidence", "event_id", "offsets", "rule", "confidence", "signals",
]  # fmt: skip


def write(
    out: Path, items: Sequence[Article | Issue], **options: Any
) -> tuple[Extracted, list[dict[str, Any]]]:
    done = extract([], out, **{"extractor": LineExtractor(), "read": given(items), **options})
    return done, [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_one_line_an_article_with_the_guides_fields(tmp_path: Path) -> None:
    done, rows = write(tmp_path / "out.jsonl", ARTICLES)
    assert done == Extracted(articles=3, reports=3, events=2, failed=0, issues=0)
    assert [row["doc_id"] for row in rows] == ["b", "empty", "a"]
    assert [len(row["events"]) for row in rows] == [1, 0, 2]
    (first,), (second, visit) = rows[0]["events"], rows[2]["events"]
    assert list(first) == FIELDS
    assert list(first["participants"][0]) == ["name", "office", "country", "role", "kind"]
    assert first["event_id"] == second["event_id"] != visit["event_id"]
    assert list(tmp_path.iterdir()) == [tmp_path / "out.jsonl"]


def test_the_african_union_is_written_as_the_guide_writes_it(tmp_path: Path) -> None:
    line = "EVENT talks 2018-06-05 | AFU:موسى فكي/رئيس المفوضية | AU:جولي بيشوب/وزيرة الخارجية"
    _, (row,) = write(tmp_path / "out.jsonl", [Article("a", "", line, date="2018-06-05")])
    assert [who["country"] for who in row["events"][0]["participants"]] == ["AU", "AU"]


def test_offsets_lead_to_the_words(tmp_path: Path) -> None:
    _, rows = write(tmp_path / "out.jsonl", ARTICLES)
    for article, row in zip(ARTICLES, rows, strict=True):
        for event in row["events"]:
            assert words(article, event["offsets"]["evidence"]) == event["evidence"]
            people = zip(event["participants"], event["offsets"]["participants"], strict=True)
            for who, where in people:
                assert list(where) == ["mention", "name", "office"]
                assert (who["name"] is None) == (where["name"] is None)
                assert who["name"] is None or words(article, where["name"]) == who["name"]


def words(article: Article, span: dict[str, Any]) -> str:
    return (article.title if span["field"] == "title" else article.text)[span["start"] : span["end"]]


def test_workers_and_batches_give_the_same_file(tmp_path: Path) -> None:
    articles = newspaper(50)
    write(tmp_path / "one", articles)
    write(tmp_path / "two", articles, workers=2, load=load, batch_size=16)
    write(tmp_path / "three", articles, batch_size=1)
    assert (
        (tmp_path / "one").read_bytes()
        == (tmp_path / "two").read_bytes()
        == (tmp_path / "three").read_bytes()
    )


def test_a_repeated_id_keeps_both_lines_in_order(tmp_path: Path) -> None:
    other = replace(ARTICLES[2], doc_id="b")
    done, rows = write(tmp_path / "out.jsonl", [ARTICLES[0], other, ARTICLES[0]])
    assert [row["doc_id"] for row in rows] == ["b", "b", "b"]
    assert rows[0] == rows[2]
    assert done.articles == 3


def test_a_fault_leaves_out_its_article_only(tmp_path: Path) -> None:
    heard: list[Issue] = []
    done, rows = write(
        tmp_path / "out.jsonl", [ARTICLES[0], Article("x", "", "FAULT")], on_issue=heard.append
    )
    assert (done.articles, done.failed, done.issues) == (1, 1, 1)
    assert [(issue.code, issue.doc_id) for issue in heard] == [("extraction", "x")]
    assert [row["doc_id"] for row in rows] == ["b"]


def test_a_run_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    write(out, ARTICLES)
    before = out.read_bytes()
    with pytest.raises(JobError, match="1 of 1 inputs failed"):
        write(out, [Article("x", "", "FAULT")], limit=FailureLimit(at_least=1, share=0.5))

    def broken(_inputs: Sequence[str]) -> Iterator[Article]:
        yield ARTICLES[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(out, [], read=broken)
    assert out.read_bytes() == before
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(JobError, match=r"can not be written \(No such file or directory\)"):
        write(tmp_path / "missing" / "out.jsonl", ARTICLES)


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this user can not mount a small disk")
    try:
        out = disk / "out.jsonl"
        write(out, ARTICLES)
        before = out.read_bytes()
        with pytest.raises(JobError) as caught:
            write(out, newspaper(3000))
        assert isinstance(caught.value.__cause__, OSError)
        assert caught.value.__cause__.errno == errno.ENOSPC
        assert out.read_bytes() == before
        assert list(disk.iterdir()) == [out]
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)
