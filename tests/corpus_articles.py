"""The annotated articles of development in an archive, where the shared data is."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.jobs.reading import load_extractor
from liqaa.ontology.model import Article
from told_archive import ran

SHARED = Path(os.environ.get("LIQAA_SHARED") or Path(__file__).resolve().parents[2] / "shared")


def development_articles(archive: Archive) -> None:
    """Read them with the real extractor; skip the test where they are not there."""
    path = SHARED / "gold" / "dev.docs.jsonl"
    if not path.is_file():
        pytest.skip(f"no shared data at {SHARED}")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    articles = [
        Article(row["doc_id"], row["title"], row["text"], row.get("source"), row.get("url"), row.get("date"))
        for row in rows
    ]
    ran(archive, articles, load_extractor())
