"""The archive: it only grows, what counts is the newest, and every trouble with its file says what to do."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from liqaa.ingest.archive.archive import Archive, ArchiveError, Reading
from liqaa.ingest.archive.schema import VERSION
from liqaa.ingest.report_json import from_json, to_json
from liqaa.ontology.judgement import Judgement, Undoing
from liqaa.ontology.model import Issue, Participant, Report, Span
from told import told, written

KING, CARTER = "SA:سلمان بن عبدالعزيز/الملك", "US:آشتون كارتر/وزير الدفاع"


def add(archive: Archive, *reports: Report, text: str = "نص", extractor: str = "x1") -> int:
    """Archive one article with its reports, as one run."""
    run = archive.begin_run("2018-06-05T10:00:00+00:00", extractor)
    doc_id = reports[0].doc_id if reports else "a"
    archive.add(run, extractor, [Reading(written(doc_id, text=text), reports)], ())
    return run


def current(archive: Archive) -> list[tuple[str, str]]:
    return [(kept.report.doc_id, kept.extractor) for kept in archive.current_reports()]


def test_the_newest_extraction_of_the_newest_version_counts(tmp_path: Path) -> None:
    talks, call = told("a", "talks", KING, CARTER), told("a", "call", KING, CARTER)
    with Archive.open(tmp_path / "a.sqlite") as archive:
        add(archive, talks, call)
        add(archive, told("b", "call", KING, CARTER))
        assert current(archive) == [("a", "x1"), ("a", "x1"), ("b", "x1")]
        add(archive, call, extractor="x2")
        assert current(archive) == [("b", "x1"), ("a", "x2")]
        add(archive, talks, text="نص آخر", extractor="x1")
        assert current(archive) == [("b", "x1"), ("a", "x1")]
        add(archive, call, extractor="x2")  # the first text comes back: it is the newest version again
        assert [kept.report for kept in archive.reports_of("a")] == [call]
        assert archive.counts().articles == 2
    with Archive.open(tmp_path / "a.sqlite") as archive:
        assert current(archive) == [("b", "x1"), ("a", "x2")]


def test_a_version_that_was_not_read_has_no_reports(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite") as archive:
        run = add(archive, told("a", "talks", KING, CARTER))
        archive.add(run, "x1", [Reading(written("a", text="نص آخر"), None)], ())
        assert current(archive) == []
        assert [header.doc_id for header in archive.headers()] == []
        assert archive.known(["a", "b"])["a"].extractor is None
        assert "b" not in archive.known(["a", "b"])


def test_everything_comes_back_as_it_went_in(tmp_path: Path) -> None:
    article = replace(written("مقال/١", None, "سطر\n\x00\u200f\U0001f54a"), source=None, url=None)
    issue = Issue("encoding", "a.jsonl:3", "رسالة", None)
    judgement = Judgement("r-1", "r-2", "same", "السبب", "محرر", "2018-06-05T10:00:00+03:00")
    with Archive.open(tmp_path / "new folder" / "a.sqlite") as archive:
        run = archive.begin_run("2018-06-05", "x1")
        archive.add(run, "x1", [Reading(article, ())], [issue])
        assert archive.judge(judgement) == 1
        assert archive.last_run() == ("2018-06-05", None)
        archive.end_run(run, "2018-06-06", "{}")
        assert list(archive.articles()) == [archive.article("مقال/١")] == [article]
        assert archive.article("b") is None
        assert archive.issues(run) == archive.issues() == (issue,)
        assert archive.issues(run + 1) == ()
        assert archive.judgements() == (replace(judgement, number=1),)
        assert archive.last_run() == ("2018-06-05", "2018-06-06")
        assert archive.counts().judgements == archive.counts().issues == archive.counts().runs == 1


def test_articles_come_page_by_page_while_the_archive_is_written(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite") as archive:
        run = archive.begin_run("2018-06-05", "x1")
        archive.add(run, "x1", [Reading(written(f"d{i:04}"), ()) for i in range(1200)], ())
        seen = []
        for article in archive.articles():
            seen.append(article.doc_id)
            if len(seen) % 400 == 0:
                archive.add(run, "x2", [Reading(article, ())], ())
        assert seen == [f"d{i:04}" for i in range(1200)]


@pytest.mark.parametrize(
    "table",
    [
        "runs",
        "articles",
        "extractions",
        "reports",
        "issues",
        "judgements",
        "run_ends",
        "undoings",
        "sketches",
    ],
)
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid + 1"])
def test_nothing_is_ever_changed_or_removed(tmp_path: Path, table: str, change: str) -> None:
    path = tmp_path / "a.sqlite"
    with Archive.open(path) as archive:
        run = add(archive, told("a", "talks", KING, CARTER))
        archive.add(run, "x1", (), [Issue("c", "w", "m")])
        archive.undo(archive.judge(Judgement("r-1", "r-2", "same", "", "", "")), Undoing("", "", ""))
        archive.end_run(run, "", "")
    outside = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        outside.execute(change.format(table))
    outside.close()


def test_a_batch_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite") as archive:
        run = archive.begin_run("2018-06-05", "x1")
        bad = replace(written("b"), text="\ud800")
        with pytest.raises(UnicodeEncodeError):
            archive.add(run, "x1", [Reading(written("a"), ()), Reading(bad, ())], ())
        assert list(archive.articles()) == []


NAMES = st.none() | st.text(st.characters(codec="utf-8"), min_size=1)
SPANS = st.builds(Span, st.sampled_from(("title", "text")), st.integers(0, 9), st.integers(0, 9))
PEOPLE = st.builds(
    Participant, NAMES, NAMES, NAMES, st.sampled_from(("host", "party")), st.just("person"),
    st.none() | SPANS, st.none() | SPANS,
)  # fmt: skip


@given(st.lists(PEOPLE, max_size=3), NAMES, SPANS, st.lists(st.text(max_size=4), max_size=2))
def test_a_report_survives_json(
    people: list[Participant], words: str | None, span: Span, topics: list[str]
) -> None:
    report = replace(
        told("a", "talks", KING),
        participants=tuple(people),
        place=words,
        evidence_span=span,
        topics=tuple(topics),
    )
    assert from_json(to_json(report)) == report
    assert from_json(to_json(report)).report_id == report.report_id


def code_of(path: Path, *, wait: float = 0.1, create: bool = True) -> str:
    """The code of the error that opening and writing an archive gives; its message must name the file."""
    with pytest.raises(ArchiveError) as caught, Archive.open(path, wait=wait, create=create) as archive:
        add(archive, told("a", "talks", KING, CARTER))
    assert str(path.parent) in caught.value.message
    assert caught.value.message.endswith((".", "command."))
    return caught.value.code


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    text, other = tmp_path / "text.sqlite", tmp_path / "other.sqlite"
    text.write_text("ليس أرشيفا\n" * 400, encoding="utf-8")
    database = sqlite3.connect(other)
    database.execute("CREATE TABLE articles (id)")
    database.close()
    before = [file.read_bytes() for file in (text, other)]
    assert code_of(text) == code_of(other) == "not-an-archive"
    assert [file.read_bytes() for file in (text, other)] == before


def test_an_archive_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    Archive.open(path).close()
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {VERSION + 1}")
    database.close()
    assert code_of(path) == "newer"


def test_an_archive_from_before_sketches_gets_them(tmp_path: Path) -> None:
    text = " ".join(f"كلمة{number}" for number in range(30))
    with Archive.open(tmp_path / "new.sqlite") as archive:
        add(archive, told("a", "talks", KING, CARTER), text=text)
        (new,) = archive.headers()
    assert new.sketch
    shutil.copy(tmp_path / "new.sqlite", tmp_path / "old.sqlite")
    with closing(sqlite3.connect(tmp_path / "old.sqlite")) as database:
        database.executescript("DROP TABLE sketches; PRAGMA user_version = 3;")
    with Archive.open(tmp_path / "old.sqlite") as archive:
        assert list(archive.headers()) == [new]


def test_a_missing_archive_is_not_made_for_reading(tmp_path: Path) -> None:
    assert code_of(tmp_path / "a.sqlite", create=False) == "missing"
    assert not (tmp_path / "a.sqlite").exists()


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").mkdir()
    (tmp_path / "file").write_text("x")
    assert code_of(tmp_path / "a.sqlite") == code_of(tmp_path / "file" / "a.sqlite") == "unreachable"


def test_a_truncated_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with Archive.open(path) as archive:
        for number in range(40):
            add(archive, told(f"d{number}", "talks", KING, CARTER), text="نص " * 400)
    data = path.read_bytes()
    path.write_bytes(data[: 4096 * 3] + b"\xff" * (len(data) - 4096 * 3))
    assert code_of(path) == "damaged"


def test_a_writer_that_does_not_end(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with Archive.open(path) as held, held.transaction():
        assert code_of(path) == "locked"
    with Archive.open(path) as archive:
        add(archive, told("a", "talks", KING, CARTER))


def test_a_first_run_waits_while_another_makes_the_archive(tmp_path: Path) -> None:
    # SQLite itself would not wait: to change the journal mode of a file in use is refused at once.
    path = tmp_path / "a.sqlite"

    def runs() -> int:
        with Archive.open(path) as archive:
            return archive.counts().runs

    with ThreadPoolExecutor() as pool, closing(sqlite3.connect(path, isolation_level=None)) as other:
        with closing(sqlite3.connect(tmp_path / "a.sqlite.lock", isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            other.execute("BEGIN IMMEDIATE")
            opened = pool.submit(runs)
            with pytest.raises(TimeoutError):
                opened.result(timeout=0.3)
            other.execute("ROLLBACK")
        assert opened.result(timeout=30) == 0


def test_only_one_run_at_a_time_and_readers_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with Archive.open(path) as first, Archive.open(path) as second:
        with first.exclusive():
            with pytest.raises(ArchiveError) as caught, second.exclusive(wait=0.1):
                pass
            assert caught.value.code == "locked"
            assert second.counts().articles == 0
        with second.exclusive(wait=0.1):
            pass


def test_a_full_archive_keeps_what_it_has(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.sqlite") as archive:
        add(archive, told("a", "talks", KING, CARTER))
        (pages,) = archive._connection.execute("PRAGMA page_count").fetchone()
        archive._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(ArchiveError) as caught:
            add(archive, told("b", "talks", KING, CARTER), text="نص " * 100_000)
        assert caught.value.code == "full"
        assert current(archive) == [("a", "x1")]
        archive._connection.execute("PRAGMA max_page_count = 100000")
        add(archive, told("b", "talks", KING, CARTER), text="نص " * 100_000)
        assert len(current(archive)) == 2


def test_a_full_disk(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("this user can not mount a small disk; max_page_count stands in for it")
    try:
        with Archive.open(disk / "a.sqlite") as archive:
            with pytest.raises(ArchiveError) as caught:
                for number in range(400):
                    add(archive, told(f"d{number}", "talks", KING, CARTER), text="نص " * 1_000)
            assert caught.value.code == "full"
        # The same files where there is room.
        shutil.copytree(disk, tmp_path / "roomy")
        with Archive.open(tmp_path / "roomy" / "a.sqlite") as archive:
            kept = [doc_id for doc_id, _ in current(archive)]
            assert kept == [f"d{number}" for number in range(len(kept))] != []
            add(archive, told("late", "talks", KING, CARTER))
            assert archive._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o444, 0o555), (0o000, 0o555)])
def test_an_archive_that_may_not_be_written(file_mode: int, folder_mode: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "a.sqlite"
        with Archive.open(path) as archive:
            add(archive, told("a", "talks", KING, CARTER))
        path.chmod(file_mode)
        folder.chmod(folder_mode)
        try:
            if os.geteuid() == 0:
                os.seteuid(65534)  # nothing is read-only for root, so another user tries
            assert code_of(path) in {"read-only", "unreachable"}
        finally:
            if os.getuid() == 0:
                os.seteuid(0)
            folder.chmod(0o700)
