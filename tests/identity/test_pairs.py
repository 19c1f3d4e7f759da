"""Pairs to be judged: drawn by seed, kept as ids and verdict, held against what identity makes of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import merging
import pairs
import pytest
import verdicts
from corpus_reports import ROOT, Corpus, NoCorpusError, outside
from liqaa.graph.events.heirs import Whereabouts, whereabouts_of
from liqaa.graph.identity import resolve
from liqaa.ontology.model import Span
from told import told
from verdicts import Found, Share, Verdict

KING, CARTER = "SA:سلمان بن عبدالعزيز/الملك", "US:آشتون كارتر/وزير الدفاع"
REPORTS = [
    *(told(doc_id, "talks", KING, CARTER) for doc_id in "abc"),
    *(told(doc_id, "talks", KING, CARTER, date="2018-06-11") for doc_id in "de"),
    told("f", "talks", KING, CARTER, date="2018-06-20"),
]
NAMED = (("SA", "سلمان بن عبدالعزيز"), ("US", "آشتون كارتر"))
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


def test_a_plan_and_what_became_of_it_are_no_near_miss() -> None:
    plan = told("p", "talks", KING, CARTER, date="2018-06-05", status="planned")
    held = told("h", "talks", KING, CARTER, date="2018-06-05")
    reports = {report.report_id: report for report in (plan, held)}
    published: dict[str, str | None] = {"p": "2018-06-03", "h": "2018-06-05"}
    resolution = resolve(reports, published=published)
    assert len(resolution.events) == 2
    assert pairs.draw(resolution, reports, 7, 200) == []


def test_only_what_was_read_is_kept_and_only_places_and_verdict(tmp_path: Path) -> None:
    texts, kept = tmp_path / "texts.jsonl", tmp_path / "verdicts.jsonl"
    drawn = pairs.draw(RESOLUTION, BY_ID, 7, 200)
    pairs.write_texts(drawn, CORPUS, {"a": "عنوان"}, 7, texts)
    rows = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines()]
    assert REPORTS[0].evidence in texts.read_text(encoding="utf-8")
    assert all("merged" not in row for row in rows)
    rows[0] |= {"found": "same", "why": "one visit"}
    texts.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert verdicts.keep_verdicts(texts, "قارئ", kept) == 1
    left, right = (whereabouts_of(BY_ID[id_]) for id_ in (drawn[0].left, drawn[0].right))
    named = tuple(verdicts.named_by(BY_ID[id_]) for id_ in (drawn[0].left, drawn[0].right))
    assert named == (NAMED, NAMED)
    assert verdicts.read_verdicts(kept) == [Verdict(left, right, "same", "one visit", "قارئ", 7, named)]
    assert "texts" not in kept.read_text(encoding="utf-8")
    rows[0]["found"] = "perhaps"
    texts.write_text(json.dumps(rows[0]), encoding="utf-8")
    with pytest.raises(ValueError, match="perhaps is no verdict"):
        verdicts.keep_verdicts(texts, "قارئ", kept)


def _verdict(left: str, right: str, found: Found) -> Verdict:
    return Verdict(whereabouts_of(BY_ID[left]), whereabouts_of(BY_ID[right]), found, "", "q", 0)


def test_figures_hold_verdicts_against_identity() -> None:
    a, b, _, d, *_ = BY_ID
    gone = Whereabouts("no-such-article", "talks", Span("text", 0, 9), "occurred", ())
    read = [
        _verdict(a, b, "same"),
        _verdict(a, b, "different"),
        _verdict(a, d, "different"),
        _verdict(b, d, "same"),
        _verdict(b, d, "unsure"),
        _verdict(a, d, "unreadable"),
        Verdict(whereabouts_of(BY_ID[a]), gone, "same", "", "q", 0),
    ]
    found = verdicts.figures(RESOLUTION, BY_ID, read)
    assert found.precision == Share(2, 1)
    assert found.missed == found.missed_of_one_status == Share(2, 1)
    assert found.missed_of_two == Share(0, 0)
    assert found.others == {"no longer reported": 1, "unreadable, near": 1, "unsure, near": 1}
    assert "0.500 (0.0" in str(found.precision)


def test_a_report_of_other_parties_or_in_another_sentence_is_told_as_stale() -> None:
    a, b, _, d, *_ = BY_ID
    left, right = whereabouts_of(BY_ID[a]), whereabouts_of(BY_ID[d])
    longer = replace(left, span=Span(left.span.field, left.span.start, left.span.end + 1))
    elsewhere, one_more = replace(left, parties=("EG", "SA")), replace(left, parties=("EG", "SA", "US"))
    read = [
        Verdict(longer, right, "same", "", "q", 0),
        Verdict(elsewhere, right, "different", "", "q", 0),
        Verdict(one_more, right, "same", "", "q", 0),
        Verdict(elsewhere, whereabouts_of(BY_ID[b]), "same", "", "q", 0),
    ]
    assert verdicts.figures(RESOLUTION, BY_ID, read).stale == {
        "merged, other parties": Share(1, 1),
        "near misses, another sentence": Share(1, 1),
        "near misses, other parties": Share(1, 0),
    }


def test_a_report_that_names_other_people_is_told_as_stale_and_counts_by_itself() -> None:
    a, _, _, d, *_ = BY_ID
    left, right = whereabouts_of(BY_ID[a]), whereabouts_of(BY_ID[d])
    nobody, shorter = (), (("US", "كارتر"),)
    another, one_more = (("US", "جون كيري"),), (("US", "جون كيري"), ("US", "أشتون كارتر"))
    read = [
        Verdict(left, right, "same", "", "q", 0, named)
        for named in ((NAMED, NAMED), (shorter, nobody), (one_more, NAMED), (NAMED, another))
    ]
    found = verdicts.figures(RESOLUTION, BY_ID, read)
    assert found.missed == Share(4, 4)
    assert found.stale == {"near misses, other people": Share(1, 1)}
    assert found.missed_as_read == Share(3, 3)
    assert found.precision_as_read == Share(0, 0)


def test_the_verdicts_kept_name_places_and_tell_no_text() -> None:
    kept = verdicts.read_verdicts()
    assert kept
    for verdict in kept:
        assert verdict.by
        assert verdict.why or not verdict.draw
        assert len(verdict.why) < 100


def test_texts_of_others_stay_outside_the_repository(tmp_path: Path) -> None:
    assert outside(tmp_path / "x") == tmp_path / "x"
    with pytest.raises(NoCorpusError, match="name another"):
        outside(ROOT / "x")


def test_the_benchmarks_reports_are_the_corpus_again_a_year_later_and_of_others() -> None:
    reports, published = merging.synthesised(CORPUS, 60)
    assert len(reports) == 60
    assert list(reports)[:6] == list(BY_ID)
    later = [report for id_, report in reports.items() if id_.endswith("-1")]
    assert {report.date for report in later} == {"2019-06-05", "2019-06-11", "2019-06-20"}
    assert {published[report.doc_id] for report in later} == {"2019-06-05", "2019-06-11", "2019-06-20"}
    names = {who.name for report in reports.values() for who in report.participants}
    assert len(names) > 2
    assert len(resolve(reports, published=published).events) == 30


def test_the_ids_of_a_pair_are_sorted_and_each_pair_is_drawn_once() -> None:
    drawn = pairs.draw(RESOLUTION, BY_ID, 7, 200)
    assert all(pair.left < pair.right for pair in drawn)
    assert len({(pair.left, pair.right) for pair in drawn}) == len(drawn)
