"""The main job: whatever happens in between, the graph ends as the archive has it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given as given_by
from hypothesis import settings
from hypothesis import strategies as st
from line_extractor import LineExtractor, given, load, load_other, newspaper
from liqaa.graph.projection.labels import Labels
from liqaa.graph.recall import Recall
from liqaa.graph.stores.delta import digests_of
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.store import StoreError
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.archive.records import Header, Kept
from liqaa.ingest.jobs.ingest import (
    FailureLimit,
    JobError,
    Summary,
    articles_again,
    graph_of,
    ingest,
    update_graph,
)
from liqaa.ontology.judgement import Judgement, Undoing, Verdict
from liqaa.ontology.model import Article, Issue
from memory_store import MemoryStore

PROGRAM = Path(__file__).with_name("ingest_lines.py")


def run(archive: Archive, store: Any, items: Sequence[Article | Issue], **options: Any) -> Summary:
    """Ingest with the small extractor, unless the options say otherwise."""
    chosen = {"extractor": LineExtractor(), "read": given(items), "labels": Labels(), **options}
    return ingest([], archive=archive, store=store, clock=lambda: datetime(2018, 6, 5, tzinfo=UTC), **chosen)


@contextmanager
def an_archive() -> Iterator[Archive]:
    """A new archive, for tests that need many."""
    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "archive.sqlite") as archive:
        yield archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive.sqlite") as archive:
        yield archive


def dump(archive: Archive) -> list[str]:
    """The graph that an archive supports, byte for byte."""
    return list(graph_of(archive, Labels())[0].lines())


def test_the_second_time_changes_nothing(archive: Archive, tmp_path: Path) -> None:
    articles = newspaper(60)
    with LadybugStore(tmp_path / "graph.lbug") as store:
        first = run(archive, store, articles)
        held = store.digests()
        second = run(archive, store, random.Random(1).sample(articles, 60))
        assert store.digests() == held
    assert (first.gathered.read, first.gathered.new, first.gathered.unchanged) == (60, 60, 0)
    assert first.change.events == first.change.events_added > 10
    assert first.change.reports == first.gathered.reports > first.change.events
    assert (second.gathered.new, second.gathered.unchanged, second.gathered.reports) == (0, 60, 0)
    assert second.change == replace(first.change, events_added=0, nodes_put=0, edges_put=0)
    assert archive.last_run() == ("2018-06-05T00:00:00+00:00", "2018-06-05T00:00:00+00:00")


class Shuffled:
    """An archive that gives reports and articles in another order: it sorts them, which would hide theirs."""

    def __init__(self, archive: Archive, chance: random.Random) -> None:
        self._archive, self._chance = archive, chance

    def __getattr__(self, name: str) -> Any:
        return getattr(self._archive, name)

    def current_reports(self) -> Iterator[Kept]:
        return self._shuffled(self._archive.current_reports())

    def headers(self) -> Iterator[Header]:
        return self._shuffled(self._archive.headers())

    def _shuffled(self, found: Iterable[Any]) -> Iterator[Any]:
        every = list(found)
        self._chance.shuffle(every)
        return iter(every)


@settings(max_examples=25)
@given_by(
    st.permutations(newspaper(14, seed=3)),
    st.integers(1, 14),
    st.integers(1, 20),
    st.randoms(use_true_random=False),
)
def test_order_and_batching_do_not_matter(
    articles: list[Article], cut: int, batch: int, chance: random.Random
) -> None:
    with an_archive() as whole, an_archive() as parted:
        run(whole, MemoryStore(), newspaper(14, seed=3))
        store = MemoryStore()
        for part in (articles[:cut], articles[cut:]):
            run(parted, store, part, batch_size=batch)
        assert dump(parted) == dump(whole) == dump(cast("Archive", Shuffled(whole, chance)))
        assert update_graph(parted, store, labels=Labels()).nodes_put == 0


ARTICLES = newspaper(14, seed=3)[:4]
EDITIONS = st.lists(
    st.tuples(
        st.sampled_from(ARTICLES),
        st.sampled_from(["", *(article.text for article in ARTICLES[:2])]),
        st.sampled_from(["2018-06-05", "2018-06-09", None]),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40)
@given_by(st.lists(st.tuples(EDITIONS, st.integers(0, 20), st.integers(0, 20)), min_size=2, max_size=6))
def test_an_update_that_remembers_gives_what_one_that_does_not_gives(
    days: list[tuple[list[tuple[Article, str, str | None]], int, int]],
) -> None:
    """Articles come, are edited, emptied and dated otherwise; reports are judged, and that is undone."""
    store, recall, labels = MemoryStore(), Recall(), Labels()
    with an_archive() as archive:
        for number, (edition, one, other) in enumerate(days):
            run(archive, MemoryStore(), [replace(a, text=text, date=day) for a, text, day in edition])
            ids = sorted(kept.report_id for kept in archive.current_reports())
            if ids:
                pair = ids[one % len(ids)], ids[other % len(ids)]
                verdict: Verdict = "same" if one % 2 else "different"
                judgement = archive.judge(Judgement(*pair, verdict, "قرأتهما", "محررة", f"{number}"))
                if other % 3 == 0:
                    update_graph(archive, store, labels=labels, recall=recall)
                    archive.undo(judgement, Undoing("", "محررة", "9"))
            update_graph(archive, store, labels=labels, recall=recall)
            whole = graph_of(archive, labels)[0]
            assert store.digests() == digests_of(whole)
            assert list(graph_of(archive, labels, recall=recall)[0].lines()) == list(whole.lines())


def test_an_edited_article_changes_what_it_said_and_nothing_else(archive: Archive) -> None:
    store = MemoryStore()
    a = Article("a", "", "EVENT talks 2018-06-05 | SA:سلمان/الملك | US:جون كيري/وزير الخارجية")
    b = Article("b", "", "EVENT call 2018-06-05 | FR:فرانسوا هولاند/الرئيس | EG:عبدالفتاح السيسي/الرئيس")
    run(archive, store, [a, b])
    kept = {key: node for key, node in store.nodes.items() if "فرانسوا هولاند" in str(node)}
    edited = run(archive, store, [replace(a, text=a.text.replace("جون كيري", "آشتون كارتر")), b])
    assert (edited.gathered.changed, edited.gathered.unchanged) == (1, 1)
    assert (edited.change.events_added, edited.change.events_removed) == (1, 1)
    assert "جون كيري" not in str(store.nodes)
    assert "آشتون كارتر" in str(store.nodes)
    assert {key: store.nodes[key] for key in kept} == kept
    emptied = run(archive, store, [replace(a, text="لا خبر اليوم."), replace(b, text="ولا غدا.")])
    assert emptied.change.events_removed == 2
    assert (store.nodes, store.edges) == ({}, {})
    back = run(archive, store, [a, b])
    assert back.change.events_added == 2


def test_a_newer_extractor_removes_what_it_does_not_see(archive: Archive) -> None:
    store = MemoryStore()
    before = run(archive, store, newspaper(40))
    fewer = LineExtractor("lines-2", types=("visit", "call"))
    after = run(archive, store, [], read=articles_again(archive), extractor=fewer)
    assert (after.gathered.read, after.gathered.reread) == (40, 40)
    assert 0 < after.change.events < before.change.events
    types = {node.properties["type"] for node in store.nodes.values() if node.label == "Event"}
    assert types == {"visit", "call"}
    assert {node.properties["extractor"] for node in store.nodes.values() if node.label == "Report"} == {
        "lines-2"
    }
    again = run(archive, store, [], read=articles_again(archive), extractor=fewer)
    assert again.gathered.unchanged == 40


def test_a_bad_article_becomes_an_issue_and_the_others_arrive(archive: Archive) -> None:
    heard: list[Issue] = []
    items: list[Article | Issue] = [
        *newspaper(5),
        Issue("json-syntax", "a.jsonl:7", "رسالة"),
        Article("fault", "", "FAULT"),
        Article("half", "", "نصف حرف \ud83d"),
        Issue("date", "a.jsonl:9", "لا تاريخ", "x"),
        Article("x", "", "EVENT call - | FR:فرانسوا هولاند/الرئيس | EG:عبدالفتاح السيسي/الرئيس"),
        Issue("encoding", "\udce3.txt", "رسالة"),
    ]
    summary = run(archive, MemoryStore(), items, on_issue=heard.append, batch_size=2)
    assert (summary.gathered.read, summary.gathered.failed, summary.gathered.issues) == (7, 3, 5)
    assert sorted(issue.code for issue in heard) == [
        "date",
        "encoding",
        "extraction",
        "json-syntax",
        "not-unicode",
    ]
    assert sorted(archive.issues(summary.run), key=repr) == sorted(heard, key=repr)
    assert archive.article("fault") is not None
    assert archive.article("half") is None
    assert len(archive.reports_of("x")) == 1
    retried = run(archive, MemoryStore(), [Article("fault", "", "FAULT")])
    assert (retried.gathered.reread, retried.gathered.failed) == (1, 1)


def test_too_many_failures_stop_before_anything_is_loaded(archive: Archive) -> None:
    store = MemoryStore()
    run(archive, store, newspaper(5))
    held = dict(store.nodes)
    broken = [Article(f"broken-{i}", "", "FAULT") for i in range(10)]
    with pytest.raises(JobError, match="10 of 25 inputs failed"):
        run(archive, store, [*newspaper(15, seed=2), *broken], limit=FailureLimit(at_least=5, share=0.3))
    assert store.nodes == held
    assert archive.last_run() == ("2018-06-05T00:00:00+00:00", None)
    run(archive, store, [*newspaper(15, seed=2), *broken], limit=FailureLimit(at_least=5, share=0.5))
    assert store.nodes != held


def test_a_run_after_the_store_broke_off_completes_the_graph(archive: Archive) -> None:
    store, whole = MemoryStore(fails=1), MemoryStore()
    with pytest.raises(StoreError):
        run(archive, store, newspaper(30))
    assert store.edges == {}
    summary = run(archive, store, newspaper(30))
    assert summary.gathered.unchanged == 30
    update_graph(archive, whole, labels=Labels())
    assert store.digests() == whole.digests()


def test_nothing_is_applied_when_nothing_changed(archive: Archive) -> None:
    store = MemoryStore()
    run(archive, store, newspaper(9))
    before = store.applied
    assert before > 0
    run(archive, store, newspaper(9))
    assert store.applied == before


def test_progress_is_told(archive: Archive) -> None:
    told: list[tuple[str, int]] = []
    run(archive, MemoryStore(), newspaper(9), batch_size=4, progress=lambda *step: told.append(step))
    assert told[:3] == [("read", 4), ("read", 8), ("read", 9)]
    assert [stage for stage, _ in told[3:]] == ["resolve", "project", "load"]


def test_workers_change_nothing(archive: Archive) -> None:
    articles = [*newspaper(40), Article("fault", "", "FAULT")]
    with an_archive() as other:
        one, two = MemoryStore(), MemoryStore()
        alone = run(archive, one, articles)
        together = run(other, two, articles, workers=2, load=load, batch_size=16)
        assert together.gathered == alone.gathered
        assert two.digests() == one.digests()
        assert list(other.articles()) == list(archive.articles()) == articles


def test_a_worker_with_another_extractor_ends_the_run(archive: Archive) -> None:
    with pytest.raises(JobError):
        run(archive, MemoryStore(), newspaper(4), workers=2, load=load_other)


def start(
    folder: Path, first: int = 0, last: int = 120, batch: int = 8, wait: float = 30
) -> subprocess.Popen[str]:
    """Start the job as a program of its own."""
    arguments = [str(folder), str(first), str(last), str(batch), str(wait)]
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), *arguments], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONHASHSEED": "random"},
    )  # fmt: skip


def finished(program: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = program.communicate(timeout=120)
    return program.returncode, out, err


def held_by(folder: Path) -> tuple[list[str], Any]:
    """What archive and store of a folder hold."""
    with Archive.open(folder / "archive.sqlite") as archive, LadybugStore(folder / "graph.lbug") as store:
        assert archive._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return dump(archive), store.digests()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, float]:
    """What a run that nothing disturbs leaves, and how long it takes from its start."""
    folder = tmp_path_factory.mktemp("undisturbed")
    program = start(folder)
    assert program.stdout is not None
    assert program.stdout.readline() == "started\n"
    began = time.monotonic()
    code, _, err = finished(program)
    assert code == 0, err
    return held_by(folder), time.monotonic() - began


def test_killed_ten_times_anywhere_and_run_again(undisturbed: tuple[Any, float], tmp_path: Path) -> None:
    expected, duration = undisturbed
    rng = random.Random(20180605)
    for number in range(10):
        folder = tmp_path / str(number % 3)
        folder.mkdir(exist_ok=True)
        program = start(folder, batch=rng.choice((1, 3, 8)))
        assert program.stdout is not None
        program.stdout.readline()
        time.sleep(rng.uniform(0, duration))
        program.send_signal(signal.SIGKILL)
        program.communicate()
    for folder in sorted(tmp_path.iterdir()):
        code, _, err = finished(start(folder))
        assert code == 0, err
        assert held_by(folder) == expected


def test_two_at_once_wait_for_each_other(undisturbed: tuple[Any, float], tmp_path: Path) -> None:
    programs = [start(tmp_path, 0, 70), start(tmp_path, 50, 120)]
    for code, _, err in map(finished, programs):
        assert code == 0, err
    assert held_by(tmp_path) == undisturbed[0]


def test_a_second_one_that_may_not_wait_says_so(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.sqlite") as archive, archive.exclusive():
        code, _, err = finished(start(tmp_path, wait=0.2))
    assert code == 1
    assert "in use by another run" in err
    assert "Traceback" not in err
