"""Exports of the demo's articles, read by the real extractor, in every format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files

import pytest
from an_export import Demo
from liqaa.graph.rdf.export import write
from liqaa.graph.rdf.header import Profile
from liqaa.graph.rdf.history import History
from liqaa.graph.rdf.writers import FORMATS
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.jobs.facts import keep_up
from liqaa.ingest.jobs.reading import load_extractor
from liqaa.ontology.model import Article
from told_archive import ran


def demo_articles() -> list[Article]:
    lines = (files("liqaa.ingest.demo") / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [
        Article(row["doc_id"], row["title"], row["text"], row.get("source"), row.get("url"), row.get("date"))
        for row in rows
    ]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    folder = tmp_path_factory.mktemp("demo")
    extractor = load_extractor()
    with Archive.open(folder / "archive.sqlite") as archive, History(folder / "history.sqlite") as history:
        every = demo_articles()
        for part in (every[::2], every[1::2]):
            ran(archive, part, extractor)
        state = keep_up(archive, history)
        paths = {form: folder / f"liqaa.{ending}" for form, (ending, _) in FORMATS.items()}
        written = {form: write(path, form, history, state, Profile()) for form, path in paths.items()}
        yield Demo(folder, archive, history, state, paths, written)
