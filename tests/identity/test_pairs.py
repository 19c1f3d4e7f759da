"""Pairs to be judged: drawn by seed, kept as ids and verdict, held against what identity makes of them."""

from __future__ import annotations

import json
from pathlib import Path

import merging
import pairs
import pytest
from corpus_reports import ROOT, Corpus, NoCorpusError, outside
from liqaa.graph.identity import resolve
from pairs import Figures, Verdict
from told import told

KING, CARTER = "SA:سلمان بن عبدالعزيز/الملك", "US:آشتون كارتر/وزير الدفاع"
REPORTS = [
    *(told(doc_id, "talks", KING, CARTER) for doc_id in "abc"),
    *(told(doc_id, "talks", KING, CARTER, date="2018-06-12") for doc_id in "de"),
    told("f", "talks", KING, CARTER, date="2018-06-17"),
]
BY_ID = {report.report_id: report for report in REPORTS}
PUBLISHED: dict[str, str | None] = {report.doc_id: report.date for report in REPORTS}
CORPUS = Corpus(BY_ID, PUBLISHED, {report.doc_id: "صحيفة" for report in REPORTS}, 6)
RESOLUTION = resolve(BY_ID, published=PUBLISHED)


def test_a_seed_draws_the_same_pairs_of_both_kinds() -> None:
    drawn = pairs.draw(RESOLUTION, BY_ID, 7, 200)
    assert drawn == pairs.draw(RESOLUTION, BY_ID, 7, 200)
    for pair in drawn:
        same = RESOLUTION.event_of[pair.left] == RESOLUTION.event_of[pair.right]
        assert same == pair.merged
    assert 1 <= sum(pair.merged for pair in drawn) <= 3
    assert sum(not pair.merged for pair in drawn) == 3
    assert len(pairs.draw(RESOLUTION, BY_ID, 7, 1)) == 2


def test_only_what_was_read_is_kept_and_only_ids_and_verdict(tmp_path: Path) -> None:
    texts, kept = tmp_path / "texts.jsonl", tmp_path / "verdicts.jsonl"
    drawn = pairs.draw(RESOLUTION, BY_ID, 7, 200)
    pairs.write_texts(drawn, CORPUS, texts)
    rows = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines()]
    assert REPORTS[0].evidence in texts.read_text(encoding="utf-8")
    rows[0] |= {"same": True, "read": True}
    texts.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert pairs.keep_verdicts(texts, "قارئ", kept) == 1
    assert pairs.read_verdicts(kept) == [Verdict(drawn[0].left, drawn[0].right, True, "قارئ")]
    assert all(set(json.loads(line)) == {"left", "right", "same", "by"} for line in kept.open())


def test_figures_hold_verdicts_against_identity() -> None:
    a, b, _, d, *_ = BY_ID
    verdicts = [
        Verdict(a, b, True, "q"),
        Verdict(a, b, False, "p"),
        Verdict(a, d, False, "q"),
        Verdict(b, d, True, "q"),
        Verdict(b, d, None, "p"),
        Verdict(a, "r-gone", True, "q"),
    ]
    assert pairs.figures(RESOLUTION, verdicts) == Figures(2, 1, 2, 1, 0, 1, 1)


def test_the_verdicts_kept_name_reports_and_nothing_else() -> None:
    kept = [json.loads(line) for line in pairs.VERDICTS.read_text(encoding="utf-8").splitlines()]
    assert kept
    for row in kept:
        assert set(row) == {"left", "right", "same", "by"}
        assert row["left"].startswith("r-")
        assert row["right"].startswith("r-")
        assert row["by"]


def test_texts_of_others_stay_outside_the_repository(tmp_path: Path) -> None:
    assert outside(tmp_path / "x") == tmp_path / "x"
    with pytest.raises(NoCorpusError, match="name another"):
        outside(ROOT / "x")


def test_the_benchmarks_reports_are_the_corpus_again_a_year_later_and_of_others() -> None:
    reports, published = merging.synthesised(CORPUS, 60)
    assert len(reports) == 60
    assert list(reports)[:6] == list(BY_ID)
    later = [report for id_, report in reports.items() if id_.endswith("-1")]
    assert {report.date for report in later} == {"2019-06-05", "2019-06-12", "2019-06-17"}
    assert {published[report.doc_id] for report in later} == {"2019-06-05", "2019-06-12", "2019-06-17"}
    names = {who.name for report in reports.values() for who in report.participants}
    assert len(names) > 2
    assert len(resolve(reports, published=published).events) == 30


def test_the_ids_of_a_pair_are_sorted_and_each_pair_is_drawn_once() -> None:
    drawn = pairs.draw(RESOLUTION, BY_ID, 7, 200)
    assert all(pair.left < pair.right for pair in drawn)
    assert len({(pair.left, pair.right) for pair in drawn}) == len(drawn)
