"""Judgements in the archive: the graph follows them, undoing brings it back, and ids go on leading on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from liqaa.graph.projection.labels import Labels
from liqaa.ingest.archive.archive import Archive, ArchiveError, Reading
from liqaa.ingest.cli import judge as cli_judge
from liqaa.ingest.jobs.ingest import graph_of
from liqaa.ingest.jobs.judging import JudgementError, known, pairs_to_judge, subjects, without_effect
from liqaa.ontology.judgement import Judgement, Undoing, Verdict
from liqaa.ontology.model import Report
from told import told, written

KING, CARTER = "SA:سلمان بن عبدالعزيز/الملك", "US:آشتون كارتر/وزير الدفاع"
PRINCE, OBAMA = "SA:محمد بن سلمان بن عبدالعزيز/وزير الدفاع", "US:باراك أوباما/الرئيس"
FAHMI, FAHIM = "XA:سمير فهمي الحداد/قائد الحرس", "XA:سمير الحداد فهيم/قائد الحرس"
REPORTS = [
    told("a", "talks", KING, CARTER),
    told("b", "talks", KING, CARTER, place="جدة", country="SA"),
    told("c", "talks", PRINCE, CARTER, date="2018-06-06"),
    told("d", "visit", CARTER, "SA:", country="SA"),
    told("e", "visit", "US:/وزير الدفاع", "SA:", date=None, status="planned", country="SA"),
    told("f", "call", OBAMA, KING, date="2018-06-20"),
    told("g", "call", OBAMA, KING, date="2018-06-21"),
    told("h", "talks", FAHMI, CARTER, date="2018-07-01"),
    told("i", "talks", FAHIM, CARTER, date="2018-07-01"),
    told("i", "honor", FAHIM, CARTER, subtype="medal", date="2018-07-01"),
]


def filled(path: Path, batches: Sequence[Sequence[Report]]) -> Archive:
    """An archive to which articles were added in batches, each whole, in the batch it is first in."""
    archive = Archive.open(path)
    seen: set[str] = set()
    for batch in batches:
        run = archive.begin_run("2018-07-10", "x1")
        readings = []
        for doc_id in dict.fromkeys(report.doc_id for report in batch):
            if doc_id not in seen:
                seen.add(doc_id)
                reports = tuple(report for report in REPORTS if report.doc_id == doc_id)
                readings.append(Reading(written(doc_id, "2018-06-06"), reports))
        archive.add(run, "x1", readings, ())
    return archive


def dump(archive: Archive) -> list[str]:
    """The whole graph, as lines."""
    return list(graph_of(archive, Labels())[0].lines())


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return filled(tmp_path / "a.sqlite", [REPORTS])


def event(archive: Archive, doc_id: str, kind: str = "talks") -> str:
    """The event that an article reports."""
    found = known(archive)
    return next(
        found.resolution.event_of[id_]
        for id_, report in found.reports.items()
        if report.doc_id == doc_id and report.type == kind
    )


def said(archive: Archive, verdict: Verdict, left: str, right: str) -> int:
    """Judge two ids as the command does; the number of the judgement."""
    pair = subjects(known(archive), left, right)
    return archive.judge(Judgement(*pair, verdict, "قرأتهما", "محررة", "2018-07-11T10:00:00+00:00"))


@settings(max_examples=20)
@given(st.permutations(REPORTS), st.sets(st.integers(1, len(REPORTS) - 1)))
def test_any_order_and_any_batches_give_the_same_bytes(reports: list[Report], cuts: set[int]) -> None:
    bounds = [0, *sorted(cuts), len(reports)]
    batches = [reports[start:end] for start, end in pairwise(bounds)]
    with TemporaryDirectory() as folder:
        with filled(Path(folder) / "whole.sqlite", [REPORTS]) as whole:
            expected = dump(whole)
        with filled(Path(folder) / "parts.sqlite", batches) as parts:
            assert dump(parts) == expected


IDS = sorted({report.report_id for report in REPORTS})
VERDICTS: st.SearchStrategy[Verdict] = st.sampled_from(get_args(Verdict))


@settings(max_examples=20)
@given(
    st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS), VERDICTS), min_size=1, max_size=8),
    st.randoms(use_true_random=False),
)
def test_judgements_made_and_undone_in_any_order_leave_no_trace(
    verdicts: list[tuple[str, str, Verdict]], chance: random.Random
) -> None:
    with TemporaryDirectory() as folder, filled(Path(folder) / "a.sqlite", [REPORTS]) as archive:
        names = sorted(
            {id_ for actor in known(archive).resolution.actors for id_ in (actor.id, *actor.former)}
        )
        before = dump(archive)
        numbers = []
        for at, (left, right, verdict) in enumerate(verdicts):
            pair = (left, right) if at % 2 else (names[IDS.index(left)], names[IDS.index(right)])
            numbers.append(archive.judge(Judgement(*pair, verdict, "", "ق", f"{9 - at}")))
            dump(archive)
        chance.shuffle(numbers)
        for number in numbers:
            archive.undo(number, Undoing("", "ق", "9"))
        assert dump(archive) == before
        assert all(entry.undone for entry in archive.judgements())


def test_two_events_judged_the_same_are_one_under_either_id(archive: Archive) -> None:
    first, second = event(archive, "h"), event(archive, "c")
    third = event(archive, "a")
    number = said(archive, "same", third, second)
    merged = event(archive, "a")
    assert event(archive, "c") == merged
    redirects = known(archive).resolution.redirects
    assert {redirects.get(id_, id_) for id_ in (second, third)} == {merged}
    assert subjects(known(archive), second, first)[1] == subjects(known(archive), third, first)[1]
    archive.undo(number, Undoing("كان خطأ", "محررة", "9"))
    assert (event(archive, "a"), event(archive, "c")) == (third, second)


def test_one_event_is_parted_by_two_of_its_reports(archive: Archive) -> None:
    ids = {report.doc_id: report.report_id for report in REPORTS}
    whole = event(archive, "a")
    assert event(archive, "b") == whole
    number = said(archive, "different", ids["a"], ids["b"])
    parted = {event(archive, "a"), event(archive, "b")}
    assert len(parted) == 2
    assert whole in parted
    archive.undo(number, Undoing("", "محررة", "9"))
    redirects = known(archive).resolution.redirects
    assert {redirects.get(id_, id_) for id_ in parted} == {whole}


def actors(archive: Archive, doc_id: str, party: str) -> set[str]:
    """The actors of a party in an article."""
    found = known(archive)
    return {
        actor
        for (report_id, index), actor in found.resolution.actor_of.items()
        if found.reports[report_id].doc_id == doc_id
        and found.reports[report_id].participants[index].country == party
    }


def test_two_names_judged_the_same_are_one_actor_until_it_is_undone(archive: Archive) -> None:
    (one,), (other,) = actors(archive, "h", "XA"), actors(archive, "i", "XA")
    assert one != other
    number = said(archive, "same", one, other)
    assert actors(archive, "h", "XA") == actors(archive, "i", "XA")
    (merged,) = actors(archive, "h", "XA")
    redirects = known(archive).resolution.redirects
    assert {redirects.get(id_, id_) for id_ in (one, other)} == {merged}
    archive.undo(number, Undoing("", "محررة", "9"))
    assert (actors(archive, "h", "XA"), actors(archive, "i", "XA")) == ({one}, {other})


def test_a_judgement_holds_for_what_a_newer_extractor_reads_in_the_same_sentence(archive: Archive) -> None:
    ids = {report.doc_id: report.report_id for report in REPORTS}
    said(archive, "different", ids["a"], ids["b"])
    run = archive.begin_run("2018-07-12", "x2")
    newer = [replace(report, rule="newer") for report in REPORTS if report.doc_id in "ab"]
    readings = [Reading(written(report.doc_id, "2018-06-06"), (report,)) for report in newer]
    archive.add(run, "x2", readings, ())
    assert {report.report_id for report in newer}.isdisjoint(ids.values())
    assert event(archive, "a") != event(archive, "b")


def test_what_was_judged_is_not_asked_again_until_it_is_undone(archive: Archive) -> None:
    first = pairs_to_judge(known(archive))[0]
    unsure = Judgement(first.left, first.right, "unsure", "لا يكفي", "محررة", "1")
    number = archive.judge(unsure)
    assert (first.left, first.right) not in {(p.left, p.right) for p in pairs_to_judge(known(archive))}
    archive.undo(number, Undoing("", "محررة", "2"))
    again = pairs_to_judge(known(archive))[0]
    assert (again.left, again.right) == (first.left, first.right)
    assert again.likeness.reasons_for or again.likeness.reasons_against


WRONG = [
    ("e-404404404404", "e-1", "No event, report or actor"),
    ("A", "A", "are the same"),
    ("A", "KING", "of two kinds"),
    ("A", "CALL", "of type talks, .* of type call, and they are two events"),
    ("KING", "OBAMA", "different parties"),
    ("STATE", "KING", "known by no name"),
]


@pytest.mark.parametrize(("left", "right", "message"), WRONG)
def test_what_cannot_be_judged_is_refused_with_a_reason(
    archive: Archive, left: str, right: str, message: str
) -> None:
    ids = {
        "A": event(archive, "a"),
        "CALL": event(archive, "f", "call"),
        "KING": min(actors(archive, "a", "SA")),
        "OBAMA": min(actors(archive, "f", "US")),
        "STATE": min(actors(archive, "d", "SA")),
    }
    with pytest.raises(JudgementError, match=message):
        subjects(known(archive), ids.get(left, left), ids.get(right, right))


def test_a_judgement_is_undone_once(archive: Archive) -> None:
    number = said(archive, "same", event(archive, "a"), event(archive, "c"))
    archive.undo(number, Undoing("", "محررة", "1"))
    with pytest.raises(ArchiveError, match="was undone before"):
        archive.undo(number, Undoing("", "محررة", "2"))
    with pytest.raises(ArchiveError, match="is not in the log"):
        archive.undo(number + 1, Undoing("", "محررة", "3"))


def test_a_judgement_that_can_not_take_effect_is_named(archive: Archive) -> None:
    king, prince = min(actors(archive, "a", "SA")), min(actors(archive, "c", "SA"))
    a, b, c = (event(archive, doc_id) for doc_id in "abc")
    assert a == b
    said(archive, "same", min(actors(archive, "h", "XA")), min(actors(archive, "i", "XA")))
    assert without_effect(known(archive)) == []
    number = said(archive, "same", king, prince)
    assert [entry.number for entry in without_effect(known(archive))] == [number]
    archive.undo(number, Undoing("خطأ", "قارئ", "2026-01-01T00:00:00+00:00"))
    assert without_effect(known(archive)) == []
    said(archive, "same", a, c)
    assert without_effect(known(archive)) == []


def test_the_command_warns_of_what_can_not_take_effect(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {entry.number for entry in archive.judgements()}
    number = said(archive, "same", min(actors(archive, "a", "SA")), min(actors(archive, "c", "SA")))
    cli_judge._warn(archive, before)
    assert f"Judgement {number} " in capsys.readouterr().err
    cli_judge._warn(archive, {number})
    assert not capsys.readouterr().err
