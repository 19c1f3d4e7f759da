"""Runs of sources: each is recorded, fails before it loads anything wrong, and is completed by the next."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from liqaa.graph.rdf.history import HISTORY_FILE, History
from liqaa.graph.stores.store import LADYBUG_FILE, Store, StoreError
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.archive.records import SourceRun
from liqaa.ingest.cli.sources import said
from liqaa.ingest.cli.workshop import run_and_tell
from liqaa.ingest.fetching.harvest import StoppedError, VolumeError
from liqaa.ingest.fetching.pages import Pages
from liqaa.ingest.fetching.source import Source
from liqaa.ingest.fetching.web import Web
from liqaa.ingest.jobs.facts import keep_up
from liqaa.ingest.jobs.reading import JobError
from liqaa.ingest.jobs.run import run_source
from liqaa.ingest.jobs.status import metrics, state_of
from liqaa.ontology.model import Issue
from news_pages import FIRST, SECOND, THIRD, TITLE
from news_pages import page as news_page
from news_server import Given, NewsServer, serving
from newsroom import story
from prometheus_client import generate_latest
from running import NOW, held, newspaper, own_source, program, shop
from web_sources import a_source, rss


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with serving() as server:
        yield server


def last(folder: Path, server: NewsServer) -> SourceRun:
    with Archive.open(folder / "archive.sqlite") as archive:
        (run,) = archive.source_runs(a_source(server).id)
    return run


def test_a_run_is_recorded_and_the_second_does_nothing(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 6)
    first = run_source(a_source(server), shop(tmp_path, server))
    assert first == last(tmp_path, server)
    assert first.outcome == "done"
    assert first.figures["harvest"] == {
        "listed": 6, "fetched": 6, "new": 6, "changed": 0, "same": 0, "failed": 0, "waiting": 0,
    }  # fmt: skip
    assert first.figures["gathered"]["new"] == 6
    assert first.figures["change"]["events_added"] >= 2
    assert set(first.figures["seconds"]) == {"fetch", "read", "archive", "load"}
    before = held(tmp_path)
    second = run_source(a_source(server), shop(tmp_path, server, NOW + timedelta(hours=1)))
    assert second.figures["gathered"]["inputs"] == second.figures["change"]["nodes_put"] == 0
    assert held(tmp_path) == before


def test_too_little_fails_before_anything_is_loaded(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 2)
    with pytest.raises(VolumeError):
        run_source(a_source(server, volume={"min": 3, "max": 9}), shop(tmp_path, server))
    run = last(tmp_path, server)
    assert run.outcome == "failed"
    assert "lists 2 articles, fewer than its 3, so nothing was loaded" in str(run.reason)
    with Archive.open(tmp_path / "archive.sqlite") as archive:
        assert archive.counts().articles == 0
    assert not (tmp_path / LADYBUG_FILE).exists()


def test_a_site_that_changed_fails_and_its_pages_wait_for_a_better_reading(
    server: NewsServer, tmp_path: Path
) -> None:
    links = newspaper(server, 8)
    good = dict(server.routes)
    for number in range(8):
        server.put(f"/n/{number}", "<html><body><p>الموقع قيد الصيانة</p></body></html>")
    with pytest.raises(JobError, match="8 of 8 pages of port-news hold no article"):
        run_source(a_source(server), shop(tmp_path, server))
    with Pages.open(tmp_path / "pages.sqlite") as pages:
        assert pages.backlog("port-news") == 8
    server.routes.update(good)
    run = run_source(a_source(server), shop(tmp_path, server, NOW + timedelta(hours=1)))
    assert run.figures["gathered"]["new"] == len(links)
    with Pages.open(tmp_path / "pages.sqlite") as pages:
        assert pages.backlog("port-news") == 0


def test_a_store_that_is_down_loses_nothing(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 4)

    def down() -> Store:
        raise StoreError("Neo4j does not answer")

    with pytest.raises(StoreError):
        run_source(a_source(server), shop(tmp_path, server, open_store=down))
    run = last(tmp_path, server)
    assert (run.outcome, run.reason) == ("failed", "Neo4j does not answer")
    assert run.figures["gathered"]["new"] == 4
    run_source(a_source(server), shop(tmp_path, server, NOW + timedelta(hours=1)))
    assert len(held(tmp_path)) > 4


def test_what_could_not_be_had_or_read_is_said_once(server: NewsServer, tmp_path: Path) -> None:
    links = newspaper(server, 3)
    server.put("/n/1", "", status=404)
    server.put("/n/2", "%PDF-1.7 ")
    heard: list[Issue] = []
    run = run_source(a_source(server), shop(tmp_path, server, on_issue=heard.append))
    assert sorted((issue.code, issue.where) for issue in heard) == [
        ("gone", links[1]),
        ("unsupported", links[2]),
    ]
    assert run.figures["gathered"]["issues"] == 2


def test_a_run_that_is_stopped_goes_on_next_time(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 5)
    with pytest.raises(StoppedError):
        run_source(a_source(server), shop(tmp_path, server, stopped=lambda: len(server.asked) > 4))
    run = run_source(a_source(server), shop(tmp_path, server, NOW + timedelta(minutes=1)))
    assert run.figures["gathered"]["new"] == 5


def test_kept_pages_are_read_again_without_asking_anybody(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 3)
    run_source(a_source(server), shop(tmp_path, server))
    asked = len(server.asked)
    better = a_source(server, name_ar="صحيفة المرفأ")
    run = run_source(better, shop(tmp_path, server), again=True)
    assert len(server.asked) == asked
    assert run.figures["gathered"]["changed"] == 3
    assert said(run).startswith("port-news: 0 articles new, 3 changed")  # and not "0 listed"


def test_one_run_a_source_at_a_time(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 2)
    second: list[BaseException] = []

    def slow(_: BaseHTTPRequestHandler) -> Given:
        try:
            run_source(a_source(server), shop(tmp_path, server))
        except JobError as error:
            second.append(error)
        return Given(server.routes["/kept"].body)  # type: ignore[union-attr]

    server.routes["/kept"] = server.routes["/feed"]
    server.routes["/feed"] = slow
    run_source(a_source(server), shop(tmp_path, server))
    assert "port-news is being run already" in str(second[0])


def test_two_sources_at_once_end_as_one_after_the_other(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 12)
    server.put("/feed-a", rss((f"{server.address}/n/{n}", "خبر", NOW) for n in range(6)))
    server.put("/feed-b", rss((f"{server.address}/n/{n}", "خبر", NOW) for n in range(6, 12)))
    both = [a_source(server, path=f"/feed-{name}", id=f"paper-{name}") for name in "ab"]
    threads = [
        threading.Thread(target=run_source, args=(source, shop(tmp_path / "together", server)))
        for source in both
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for source in both:
        run_source(source, shop(tmp_path / "apart", server))
    assert held(tmp_path / "together") == held(tmp_path / "apart")


def test_a_run_keeps_the_history_of_exports(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 3)
    run_source(a_source(server), shop(tmp_path, server))
    assert not (tmp_path / HISTORY_FILE).exists()
    with Archive.open(tmp_path / "archive.sqlite") as archive, History(tmp_path / HISTORY_FILE) as history:
        keep_up(archive, history)
    newspaper(server, 3, first=3)
    run_source(a_source(server), shop(tmp_path, server, NOW + timedelta(hours=1)))
    with History(tmp_path / HISTORY_FILE) as history:
        first, second = history.states()
    assert second.run == first.run + 1
    assert second.counts["report"] > first.counts["report"]


def test_files_of_this_machine_are_sources_too(server: NewsServer, tmp_path: Path) -> None:
    title, paragraphs = story(1, date(2026, 11, 25))
    line = {"doc_id": "a", "title": title, "text": "\n".join(paragraphs), "date": "2026-11-26"}
    (tmp_path / "dump.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    source = a_source(server, "jsonl", str(tmp_path / "dump.jsonl")[1:], address=str(tmp_path / "dump.jsonl"))
    run = run_source(source, shop(tmp_path / "data", server))
    assert (run.figures["harvest"]["listed"], run.figures["gathered"]["new"]) == (1, 1)
    (tmp_path / "dump.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(VolumeError, match="lists 0 articles"):
        run_source(source, shop(tmp_path / "data", server))


def test_silence_backlog_and_metrics(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 3)
    source = a_source(server, politeness={"delay": "0s"})
    run_source(source, shop(tmp_path, server))
    with Archive.open(tmp_path / "archive.sqlite") as archive, Pages.open(tmp_path / "pages.sqlite") as pages:
        soon = state_of(source, archive, pages, NOW + timedelta(hours=2))
        later = state_of(source, archive, pages, NOW + timedelta(days=2))
    assert (soon.silent, soon.late, later.silent, later.late) == (False, False, True, True)
    assert (soon.backlog, soon.runs, soon.failures) == (0, 1, 0)
    text = generate_latest(metrics([later])).decode()
    assert 'liqaa_source_silent{source="port-news"} 1.0' in text
    assert 'liqaa_source_articles_new{source="port-news"} 3.0' in text
    assert 'liqaa_source_runs_total{source="port-news"} 1.0' in text
    (newest,) = [line for line in text.splitlines() if line.startswith("liqaa_source_newest_page_timestamp")]
    assert float(newest.split()[-1]) == NOW.timestamp()


class _Webhook(BaseHTTPRequestHandler):
    told: list[dict[str, str]] = []  # noqa: RUF012 - one for the whole test

    def do_POST(self) -> None:
        self.told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def test_the_commands_of_sources(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 4)
    own_source(tmp_path, server)
    checked = program(tmp_path, "sources", "check", "port-news", "--format", "json")
    rows = json.loads(checked.stdout)
    assert checked.returncode == 0
    assert [(row["listed"], row["date"]) for row in rows] == [(4, "2026-11-26")] * 3
    assert rows[0]["begins"].startswith(("التقى", "استقبل"))
    assert rows[0]["ends"].endswith(".")
    assert sorted(path.name for path in (tmp_path / "liqaa-data").iterdir()) == ["sources"]
    own_source(tmp_path, server, "one-page", kind="page", path="/n/0")
    server.put("/empty", rss([]))
    own_source(tmp_path, server, "no-page", path="/empty", volume={"min": 0, "max": 9})
    checked = program(tmp_path, "sources", "check", "no-page", "one-page", "--format", "json")
    none, page = json.loads(checked.stdout)
    assert checked.returncode == 1
    assert (page["listed"], page["date"], page["problem"]) == (1, "2026-11-26", None)
    assert none["problem"].startswith("It lists 0 pages, and nothing came of them")
    server.put("/undated", news_page(FIRST, SECOND, THIRD))
    own_source(tmp_path, server, "undated", kind="page", path="/undated")
    checked = program(tmp_path, "sources", "check", "undated", "--format", "json")
    (undated,) = json.loads(checked.stdout)
    assert (undated["date"], undated["title"], undated["ends"][-9:]) == (None, TITLE, THIRD[-9:])
    assert "says a day of publication" in undated["problem"]
    ran = program(tmp_path, "run", "port-news")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("port-news: 4 listed, 4 fetched, 0 waiting; 4 articles new")
    status = json.loads(program(tmp_path, "status", "--format", "json").stdout)
    (state,) = next(row["value"] for row in status if row["what"] == "sources")
    assert (state["source"], state["outcome"], state["new"], state["silent"]) == (
        "port-news",
        "done",
        4,
        False,
    )
    assert "port-news" in program(tmp_path, "status").stdout
    assert 'liqaa_source_up{source="port-news"} 1.0' in program(tmp_path, "metrics").stdout
    assert program(tmp_path, "metrics", "--out", "liqaa.prom").returncode == 0
    away = program(tmp_path, "metrics", "--out", "away/liqaa.prom")
    assert (away.returncode, "There is no folder away" in away.stderr) == (1, True)
    assert "liqaa_source_up" in (tmp_path / "liqaa.prom").read_text(encoding="utf-8")


def test_a_failure_is_said_recorded_and_told_to_the_webhook(server: NewsServer, tmp_path: Path) -> None:
    own_source(tmp_path, server)
    server.put("/feed", "", status=404)
    hook = HTTPServer(("127.0.0.1", 0), _Webhook)
    threading.Thread(target=hook.serve_forever, daemon=True).start()
    try:
        secret = f"http://127.0.0.1:{hook.server_address[1]}/hook?token=s3cret"
        ran = program(tmp_path, "run", "port-news", LIQAA_WEBHOOK=secret)
        gone = program(tmp_path, "--debug", "run", "port-news", LIQAA_WEBHOOK="http://127.0.0.1:9/s3cret")
    finally:
        hook.shutdown()
    assert ran.returncode == 1
    shown = json.loads(program(tmp_path, "status", "--format", "json").stdout)
    (ended,) = (row["value"] for row in shown if row["what"] == "last run ended")
    assert datetime.fromisoformat(ended)
    down = program(tmp_path, "status", NEO4J_URI="bolt://127.0.0.1:1", NEO4J_PASSWORD="x")
    assert down.returncode == 1
    assert "Traceback" not in down.stderr
    assert "answered 404" in " ".join(down.stdout.split())
    assert "port-news failed: The server answered 404" in " ".join(ran.stderr.split())
    assert [told["source"] for told in _Webhook.told] == ["port-news"]
    assert "answered 404" in _Webhook.told[0]["reason"]
    assert "webhook could not be told" in " ".join(gone.stderr.split())
    assert "s3cret" not in ran.stderr + gone.stderr


def test_a_fault_of_the_program_is_recorded_and_keeps_no_other_source_from_running(
    server: NewsServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    newspaper(server, 2)

    def a_fault(_source: Source) -> Web:
        raise RuntimeError("nobody thought of this")

    assert run_and_tell(a_source(server), shop(tmp_path, server, open_web=a_fault)) is None
    run = last(tmp_path, server)
    assert (run.outcome, run.reason) == (
        "failed",
        "A fault of the program, please report it: RuntimeError: nobody thought of this",
    )
    assert "port-news failed: A fault of the program" in caplog.text
    assert "Traceback" in caplog.text
    assert run_and_tell(a_source(server), shop(tmp_path, server, NOW + timedelta(hours=1))) is not None


def test_runs_leave_out_what_is_less_sure_than_they_are_told(server: NewsServer, tmp_path: Path) -> None:
    newspaper(server, 2)
    own_source(tmp_path, server)
    ran = program(tmp_path, "run", "port-news", LIQAA_MIN_CONFIDENCE="1")
    assert "2 articles new, 0 changed, 0 left out; 0 events new" in ran.stdout
    with_all = program(tmp_path, "run", "port-news", "--again", "--min-confidence", "0")
    assert "0 events new" not in with_all.stdout


def test_an_unknown_source_and_a_wrong_file_are_said(tmp_path: Path, server: NewsServer) -> None:
    for words in (["run"], ["sources", "check"], ["schedule"]):
        unknown = program(tmp_path, *words, "wamm")
        assert unknown.returncode == 2
        assert "No source is named 'wamm'" in unknown.stderr
    assert "wam" in program(tmp_path, "sources").stdout
    own_source(tmp_path, server)
    path = tmp_path / "liqaa-data" / "sources" / "port-news.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("kind: feed", "kind: rss"), encoding="utf-8")
    assert "port-news.yml: kind: Input should be 'feed'" in program(tmp_path, "run", "wam").stderr
