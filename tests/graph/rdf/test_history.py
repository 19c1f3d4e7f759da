"""The history of exports is kept by whatever changes the archive, and says what the archive says."""

from __future__ import annotations

import json
import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from liqaa.graph.rdf.history import HISTORY_FILE, History, HistoryError
from liqaa.graph.rdf.items import Item
from liqaa.graph.recall import Recall
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.jobs import facts as job_facts
from liqaa.ingest.jobs.facts import keep_up, keep_up_if_kept
from liqaa.ingest.jobs.rdf import Request, export_rdf
from running import program
from told_archive import filled, ran, sound_newspaper


def is_up_to_date(data: Path) -> bool:
    with Archive.open(data / "archive.sqlite") as archive, History(data / HISTORY_FILE) as history:
        moment, newest = archive.newest_moment(), history.newest()
    return newest is not None and (newest.run, newest.moment) == (moment.run, moment.at)


def test_each_command_that_changes_an_archive_keeps_its_history(tmp_path: Path) -> None:
    articles = [
        {"doc_id": one.doc_id, "title": one.title, "text": text, "source": one.source, "date": one.date}
        for one, text in zip(
            sound_newspaper(3),
            (
                "التقى وزير الدفاع الفرنسي بيير مورو نظيره الإيطالي ماركو ريتشي في روما الاثنين.",
                "استقبل وزير الدفاع الإيطالي ماركو ريتشي في روما وزير الدفاع الفرنسي بيير مورو.",
                "زار وزير الدفاع الفرنسي بيير مورو القاهرة أمس.",
            ),
            strict=True,
        )
    ]
    data = tmp_path / "liqaa-data"
    for number, article in enumerate(articles):
        (tmp_path / f"{number}.jsonl").write_text(json.dumps(article), encoding="utf-8")
        assert program(tmp_path, "ingest", f"{number}.jsonl").returncode == 0
        assert (data / HISTORY_FILE).exists() == bool(number)
        if not number:
            assert program(tmp_path, "export", "rdf", "out").returncode == 0
        assert is_up_to_date(data)
    with Archive.open(data / "archive.sqlite") as archive:
        left, right, *_ = sorted(kept.report_id for kept in archive.current_reports())
    for words in (("different", left, right, "--why", "رأي"), ("undo", "1")):
        assert program(tmp_path, "judge", *words).returncode == 0
        assert is_up_to_date(data)
    with History(data / HISTORY_FILE) as history:
        assert len(history.states()) == 5


def test_a_delta_of_what_is_kept_resolves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive.open(tmp_path / "archive.sqlite") as archive:
        ran(archive, sound_newspaper(12))
        with History(tmp_path / HISTORY_FILE) as history:
            keep_up(archive, history)
        ran(archive, sound_newspaper(3, first=12))
        keep_up_if_kept(archive, tmp_path)
        with monkeypatch.context() as patch, History(tmp_path / HISTORY_FILE) as history:
            patch.setattr(job_facts, "resolve", pytest.fail)
            delta = export_rdf(archive, history, tmp_path / "out", Request(since="1")).delta
        assert delta
        assert delta.added > delta.deleted > 0


def test_runs_that_bring_nothing_resolve_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive.open(tmp_path / "archive.sqlite") as archive, History(tmp_path / "kept") as kept:
        for first in (0, 3):
            ran(archive, sound_newspaper(12, first=first))
            before = keep_up(archive, kept)
        with monkeypatch.context() as patch:
            patch.setattr(job_facts, "resolve", pytest.fail)
            for _ in range(2):
                ran(archive, sound_newspaper(12))
                state = keep_up(archive, kept)
        assert (state.id, state.run) == (before.id + 2, before.run + 2)
        with History(tmp_path / "fresh") as fresh:
            again = keep_up(archive, fresh)
            assert list(fresh.items(again)) == list(kept.items(state))
            assert again.counts == state.counts
        ran(archive, sound_newspaper(3, first=30))
        assert keep_up(archive, kept).counts["report"] > state.counts["report"]


def test_a_history_kept_while_remembering_is_one_made_from_nothing(tmp_path: Path) -> None:
    recall = Recall()
    with Archive.open(tmp_path / "archive.sqlite") as archive, History(tmp_path / "kept") as kept:
        for first in (0, 9, 21):
            ran(archive, sound_newspaper(12, first=first))
            state = keep_up(archive, kept, recall=recall)
        with History(tmp_path / "fresh") as fresh:
            again = keep_up(archive, fresh)
            assert list(fresh.items(again)) == list(kept.items(state))
            assert again.counts == state.counts


def test_the_run_that_began_first_may_end_last(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.sqlite") as archive, History(tmp_path / "kept") as history:
        slow = archive.begin_run("2030-01-01T00:00:00+00:00", "lines-1")
        quick = archive.begin_run("2030-01-01T00:01:00+00:00", "lines-1")
        archive.end_run(quick, "2030-01-01T00:02:00+00:00", "{}")
        before = keep_up(archive, history)
        archive.end_run(slow, "2030-01-01T00:03:00+00:00", "{}")
        after = keep_up(archive, history)
    assert (before.run, after.run, after.moment) == (quick, quick, "2030-01-01T00:03:00+00:00")
    assert history.path.exists()


def test_a_history_that_can_not_be_kept_fails_no_run(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / HISTORY_FILE).write_bytes(b"no database" * 100)
    with Archive.open(tmp_path / "archive.sqlite") as archive, caplog.at_level(logging.WARNING):
        filled(archive, 3, runs=1)
        keep_up_if_kept(archive, tmp_path)
    assert "the next export" in caplog.text
    assert "Remove the file" in caplog.text


def test_a_history_of_another_version_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / HISTORY_FILE).write_bytes(b"no database" * 100)
    with pytest.raises(HistoryError, match="Remove the file"):
        History(tmp_path / HISTORY_FILE)
    (tmp_path / HISTORY_FILE).unlink()
    with History(tmp_path / HISTORY_FILE):
        pass
    for version in (2, 99):
        with closing(sqlite3.connect(tmp_path / HISTORY_FILE)) as file:
            file.execute(f"PRAGMA user_version = {version}")
        with pytest.raises(HistoryError, match=rf"version {version}.*Remove the file"):
            History(tmp_path / HISTORY_FILE)


def test_a_history_of_the_version_before_goes_on(tmp_path: Path) -> None:
    with History(tmp_path / HISTORY_FILE) as history:
        state = history.record(1, "2030-01-01T00:00:00+00:00", [Item("a-1", '["Actor","a-1"]')])
    with closing(sqlite3.connect(tmp_path / HISTORY_FILE)) as file:
        file.executescript(
            "ALTER TABLE states DROP COLUMN contents;"
            "DROP INDEX items_by_owner; CREATE INDEX items_by_owner ON items (owner);PRAGMA user_version = 3"
        )
    with History(tmp_path / HISTORY_FILE) as history:
        assert history.states() == [state]
        assert history.bodies("a-1", state) == ['["Actor","a-1"]']
        indexed = history._connection.execute("SELECT sql FROM sqlite_master WHERE name = 'items_by_owner'")
        assert "(owner, until)" in indexed.fetchone()[0]


def test_a_history_that_goes_on_after_its_archive_is_refused(tmp_path: Path) -> None:
    with History(tmp_path / HISTORY_FILE) as history:
        for number in (1, 2):
            history.record(number, f"2030-01-0{number}T00:00:00+00:00", [])
        with pytest.raises(HistoryError, match=r"goes on after run 1.*Remove the file"):
            history.record(1, "2030-01-01T00:00:00+00:00", [])
