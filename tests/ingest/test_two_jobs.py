"""Two programs at once on one archive and one graph end as one after the other."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.store import LADYBUG_FILE, Store
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.jobs.ingest import graph_of
from neo4j_server import Server
from news_server import Given, NewsServer, serving
from newsroom import story
from running import NOW, newspaper, own_source, program
from web_sources import rss

EACH = 8  # articles of a paper; some tell of one meeting with those of the other
TWO_SOURCES = (("run", "paper-a"), ("run", "paper-b"))
SOURCE_AND_FILE = (("run", "paper-a"), ("ingest", "dump.jsonl"))
Jobs = tuple[tuple[str, ...], ...]
Held = tuple[list[str], object]


@pytest.fixture
def server() -> Iterator[NewsServer]:
    with serving() as server:
        links = newspaper(server, 2 * EACH)
        for at, name in enumerate("ab"):
            server.put(f"/feed-{name}", rss((link, "خبر", NOW) for link in links[at::2]))
        yield server


def prepared(folder: Path, server: NewsServer) -> Path:
    """A folder with two sources and a file to ingest."""
    folder.mkdir()
    for name in "ab":
        own_source(folder, server, f"paper-{name}", path=f"/feed-{name}")
    lines = []
    for number in range(100, 100 + EACH):
        title, paragraphs = story(number, date(2026, 11, 25))
        line = {"doc_id": f"d-{number}", "title": title, "text": "\n".join(paragraphs), "date": "2026-11-26"}
        lines.append(json.dumps(line, ensure_ascii=False))
    (folder / "dump.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def meet(server: NewsServer, *paths: str) -> threading.Barrier:
    """Let these paths answer once all of them have been asked; the barrier breaks where that never comes."""
    barrier = threading.Barrier(len(paths), timeout=60)

    def late(given: Given) -> Callable[[BaseHTTPRequestHandler], Given]:
        def answer(_: BaseHTTPRequestHandler) -> Given:
            barrier.wait()
            return given

        return answer

    for path in paths:
        given = server.routes[path]
        assert isinstance(given, Given)
        server.routes[path] = late(given)
    return barrier


def held(data: Path, store: Store) -> Held:
    """What the archive supports, and what the store has, which must be as much."""
    with Archive.open(data / "archive.sqlite") as archive:
        graph, _ = graph_of(archive)
    digests = store.digests()
    assert set(digests.nodes) == {(node.label, node.id) for node in graph.nodes}
    return list(graph.lines()), digests


def run(folder: Path, job: tuple[str, ...], env: dict[str, str]) -> None:
    done = program(folder, *job, **env)
    assert done.returncode == 0, done.stderr


def test_two_programs_on_one_archive_and_one_ladybug(server: NewsServer, tmp_path: Path) -> None:
    def of(folder: Path) -> Held:
        with LadybugStore(folder / "liqaa-data" / LADYBUG_FILE) as store:
            return held(folder / "liqaa-data", store)

    together, apart = (prepared(tmp_path / name, server) for name in ("together", "apart"))
    at_once(SOURCE_AND_FILE, server, together, {})
    for job in SOURCE_AND_FILE:
        run(apart, job, {})
    assert of(together) == of(apart)


def test_two_programs_on_one_archive_and_one_neo4j(
    server: NewsServer, tmp_path: Path, neo4j_server: Server, neo4j_store: Store
) -> None:
    together, apart = (prepared(tmp_path / name, server) for name in ("together", "apart"))
    at_once(TWO_SOURCES, server, together, neo4j_server.environ)
    found = held(together / "liqaa-data", neo4j_store)
    neo4j_store.clear()
    for job in TWO_SOURCES:
        run(apart, job, neo4j_server.environ)
    assert found == held(apart / "liqaa-data", neo4j_store)


def at_once(jobs: Jobs, server: NewsServer, folder: Path, env: dict[str, str]) -> None:
    """Start the programs at once; two that fetch wait for each other at their lists."""
    kept = dict(server.routes)
    lists = [f"/feed-{name[-1]}" for verb, name in jobs if verb == "run"]
    barrier = meet(server, *lists)
    with ThreadPoolExecutor(len(jobs)) as pool:
        list(pool.map(lambda job: run(folder, job, env), jobs))
    assert not barrier.broken
    server.routes.update(kept)
