"""Runs of a source that are killed at random moments, each followed by a normal one.

usage: python tests/kills.py [--kills 200] [--store ladybug|neo4j] [--seed 1]

A paper publishes and edits while runs are killed with SIGKILL; after each, a normal run must leave exactly
what runs that nobody kills leave beside it: the same articles, the same graph, the same in the store.
``--store neo4j`` takes the server of ``NEO4J_URI``, which must hold no graph of anybody's, else one of its
own.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.fetching.pages import Pages
from liqaa.ingest.fetching.pages_file import PAGES_FILE
from liqaa.ingest.fetching.web import Limits
from liqaa.ingest.jobs.ingest import graph_of
from liqaa.ingest.jobs.reading import load_extractor
from liqaa.ingest.jobs.run import Workshop, run_source
from news_server import NewsServer, serving
from newsroom import article_page, story
from simulated_month import LATER
from stores_at_hand import NAMES, Opened, at_hand, ladybug
from web_sources import a_source, a_web, rss

START = datetime(2026, 9, 1, tzinfo=UTC)
LISTED = 8  # articles in the feed
PATIENT = Limits(seconds=120.0, silence=60.0, attempts=2, longest_wait=0.0)  # only kills may end a run


def publish(server: NewsServer, cycle: int) -> None:
    """The paper at a cycle: two articles more than before, and one edited."""
    listed = range(max(0, 2 * cycle - LISTED + 4), 2 * cycle + 4)
    for number in listed:
        title, paragraphs = story(number, date(2026, 9, 1 + number % 28))
        if number == 2 * cycle:
            paragraphs = [*paragraphs, LATER]
        html = article_page(title, paragraphs, START.date(), layout="wordpress", others=["خبر آخر"])
        server.put(f"/n/{number}", html)
    server.put("/feed", rss((f"{server.address}/n/{n}", "خبر", START) for n in listed))


def workshop(server: NewsServer, folder: Path, opened: Opened, cycle: int) -> Workshop:
    """What a run needs, at the time of a cycle: the same for all, for when a page is due depends on it."""
    return Workshop(
        data=folder,
        extractor=load_extractor(),
        open_store=lambda: opened(folder),
        open_web=lambda _source: a_web(server.host, limits=PATIENT),
        clock=lambda: START + timedelta(hours=2 * cycle),
        store_wait=20.0,
    )


def killed(run: Callable[[], object], delay: float) -> bool:
    """Run in a process of its own and kill it after so many seconds; whether it was still at work."""
    child = os.fork()
    if child == 0:
        try:
            run()
        finally:
            os._exit(0)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def held(folder: Path, opened: Opened) -> tuple[object, ...]:
    """Articles, graph and store as they are; nothing double, nothing left unread."""
    with Archive.open(folder / "archive.sqlite") as archive, opened(folder) as store:
        articles = sorted((article.doc_id, article.digest) for article in archive.articles())
        graph = list(graph_of(archive)[0].lines())
        digests = store.digests()
    with Pages.open(folder / PAGES_FILE) as pages:
        backlog = pages.backlog("port-news")
    assert len({doc_id for doc_id, _ in articles}) == len(articles)
    return articles, graph, sorted(digests.nodes.items()), sorted(digests.edges.items()), backlog


def survive(folder: Path, opened: Opened, *, kills: int, seed: int = 1) -> Counter[str]:
    """Kill so many runs at work; one that ended before its kill came is compared too, but does not count.

    Returns:
        How many were killed, and how many ended before.

    Raises:
        AssertionError: something was lost, doubled or left over; the cycle is named.
    """
    chance, met, longest = random.Random(seed), Counter[str](), 1.0
    with serving() as server:
        source = a_source(server)
        for cycle in count():
            publish(server, cycle)
            began = time.monotonic()
            run_source(source, workshop(server, folder / "whole", ladybug, cycle))
            longest = time.monotonic() - began
            doomed = workshop(server, folder / "killed", opened, cycle)
            at_work = killed(lambda shop=doomed: run_source(source, shop), chance.uniform(0, 1.2 * longest))  # type: ignore[misc]
            met["killed" if at_work else "ended before"] += 1
            run_source(source, workshop(server, folder / "killed", opened, cycle))
            assert held(folder / "killed", opened) == held(folder / "whole", ladybug), f"cycle {cycle}"
            if cycle % 20 == 19:
                print(f"{cycle + 1} runs: {dict(met)}", file=sys.stderr, flush=True)
            if met["killed"] == kills:
                return met
    raise AssertionError  # never, for runs go on until enough were killed


def main() -> None:
    """Kill, compare, print."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--kills", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--store", choices=NAMES, default="ladybug")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, at_hand(given.store) as opened:
        began = time.monotonic()
        met = survive(Path(folder), opened, kills=given.kills, seed=given.seed)
    print(f"{given.kills} kills on {given.store}: the same as without, every time ({dict(met)});", end=" ")
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
