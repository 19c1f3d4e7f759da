"""Archives filled by the small extractor of tests, run after run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count

from line_extractor import PEOPLE, LineExtractor, given, newspaper
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.jobs.ingest import ingest
from liqaa.ingest.jobs.reading import Extractor
from liqaa.ontology.model import Article
from memory_store import MemoryStore

_BEGIN = datetime(2030, 1, 1, tzinfo=UTC)


def ran(archive: Archive, articles: Sequence[Article], extractor: Extractor | None = None) -> int:
    """One run; its clock goes on from that of the run before. Returns its number."""
    last = archive.last_run()
    began = datetime.fromisoformat(last[1] or last[0]) if last else _BEGIN
    ticks = count(1)
    summary = ingest(
        ["-"],
        archive=archive,
        store=MemoryStore(),
        extractor=extractor or LineExtractor(),
        read=given(articles),
        clock=lambda: began + timedelta(minutes=next(ticks)),
    )
    return summary.run


def sound_newspaper(count: int, first: int = 0) -> list[Article]:
    """Articles whose events conform to the shapes: each between two parties, in all four types."""
    articles = []
    for number in range(first, first + count):
        one, other = PEOPLE[number % len(PEOPLE)], PEOPLE[(number * 3 + 2) % len(PEOPLE)]
        if one[:2] == other[:2]:
            other = "GB:ديفيد كاميرون/رئيس الوزراء"
        kind, day = (
            ("visit", "call", "talks", "honor")[number % 4],
            f"2015-{number % 12 + 1:02}-{number % 28 + 1:02}",
        )
        text = f"نشرت الصحيفة خبرها رقم {number}.\nEVENT {kind} {day} | {one} | {other}"
        address = f"https://example.org/{number}"
        articles.append(Article(f"s-{number:05}", f"خبر {number}", text, "صحيفة الميناء", address, day))
    return articles


def filled(archive: Archive, articles: int, runs: int = 3) -> list[Article]:
    """An archive after some runs, each with its share of a newspaper."""
    every = newspaper(articles)
    for number in range(runs):
        ran(archive, every[number::runs])
    return every
