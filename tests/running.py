"""Runs of sources on the server of the tests, in this process and as the installed program."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.store import LADYBUG_FILE
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.jobs.ingest import graph_of
from liqaa.ingest.jobs.reading import Extractor, load_extractor
from liqaa.ingest.jobs.run import Workshop
from news_server import NewsServer
from newsroom import LAYOUTS, article_page, story
from web_sources import a_source, a_web, rss

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
LIQAA = Path(sys.executable).with_name("liqaa")


@cache
def extractor() -> Extractor:
    return load_extractor()


def newspaper(server: NewsServer, count: int, first: int = 0) -> list[str]:
    """So many articles and a feed of them."""
    links = []
    for number in range(first, first + count):
        title, paragraphs = story(number, date(2026, 11, 25))
        html = article_page(
            title, paragraphs, date(2026, 11, 26), layout=LAYOUTS[number % 3], others=["خبر آخر عن الاقتصاد"]
        )
        links.append(server.put(f"/n/{number}", html))
    server.put("/feed", rss((link, "خبر", NOW) for link in links))
    return links


def shop(folder: Path, server: NewsServer, at: datetime = NOW, **fields: Any) -> Workshop:
    given: dict[str, Any] = {
        "data": folder,
        "extractor": extractor(),
        "open_store": lambda: LadybugStore(folder / LADYBUG_FILE),
        "open_web": lambda _source: a_web(server.host),
        "clock": lambda: at,
        "store_wait": 0.0,
    }
    return Workshop(**given | fields)


def held(folder: Path) -> list[str]:
    """What the archive supports, line by line; the store must hold the same."""
    with Archive.open(folder / "archive.sqlite") as archive:
        graph, _ = graph_of(archive)
    with LadybugStore(folder / LADYBUG_FILE) as store:
        nodes = store.digests().nodes
    assert set(nodes) == {(node.label, node.id) for node in graph.nodes}
    return list(graph.lines())


def program(folder: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "LIQAA_"))}
    return subprocess.run(
        [LIQAA, *words], cwd=folder, env={**clean, **env}, capture_output=True, encoding="utf-8", timeout=120,
        check=False,
    )  # fmt: skip


def own_source(folder: Path, server: NewsServer, name: str = "port-news", **fields: Any) -> None:
    source = a_source(server, **fields).model_dump(mode="json", exclude={"id"}, exclude_defaults=True)
    source |= {"cadence": "1h", "silent_after": "1d", "politeness": {"delay": "0s"}}
    (folder / "liqaa-data" / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "liqaa-data" / "sources" / f"{name}.yml").write_text(yaml.safe_dump(source), encoding="utf-8")
