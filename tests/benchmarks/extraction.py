"""How fast extraction is over the shared corpus, beside bare tokenisation of the same text: prints figures.

usage: python tests/benchmarks/extraction.py [--sample N] [--extraction-only]

The corpus is ``corpus/*.jsonl.xz`` of ``$LIQAA_SHARED``, by default ``shared`` beside the repository. It is
streamed: articles are extracted and tokenised by ``spacy.blank("ar")`` block by block in turn, so that
whatever else the machine does slows both. Figures are of this process's CPU time.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from liqaa.ontology.model import Article

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = 38_568  # in the whole corpus, for drawing a sample evenly
BLOCK = 100
MOST_TIMES_TOKENISATION = 4
LEAST_ARTICLES_A_SECOND = 200
MOST_MEGABYTES = 1000


@dataclass(slots=True)
class Spent:
    """Seconds of CPU and of the wall clock."""

    cpu: float = 0.0
    wall: float = 0.0

    def run(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """Do some work and add what it took."""
        cpu, wall = time.process_time(), time.perf_counter()
        done = work(*arguments)
        self.cpu += time.process_time() - cpu
        self.wall += time.perf_counter() - wall
        return done


def corpus(sample: int | None) -> Iterator[Article]:
    """The articles of the corpus, all or evenly drawn, one at a time."""
    folder = Path(os.environ.get("LIQAA_SHARED") or ROOT.parent / "shared") / "corpus"
    files = sorted(folder.glob("*.jsonl.xz"))
    if not files:
        sys.exit(f"{folder} holds no corpus: set LIQAA_SHARED to the shared folder")
    step = max(1, ARTICLES // sample) if sample else 1
    for row in islice(_rows(files), 0, step * sample if sample else None, step):
        yield Article(
            row["doc_id"], row["title"] or "", row["text"] or "", row["source"], row["url"], row["date"]
        )


def _rows(files: Iterable[Path]) -> Iterator[dict[str, Any]]:
    for path in files:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def blocks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles, some at a time."""
    stream = iter(articles)
    while block := list(islice(stream, BLOCK)):
        yield block


@dataclass(slots=True)
class Measured:
    """What has been read, and what it took."""

    extracting: Spent = field(default_factory=Spent)
    tokenising: Spent = field(default_factory=Spent)
    articles: int = 0
    sentences: int = 0
    characters: int = 0
    reports: int = 0


def main() -> None:
    """Measure, print, and end with 1 where a figure is out of its bounds."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sample", type=int, help="so many articles, evenly drawn; default: all")
    parser.add_argument(
        "--extraction-only",
        action="store_true",
        help="leave tokenisation out: the memory of extraction alone",
    )
    options = parser.parse_args()
    loading = Spent()
    extractor = loading.run(_load)
    print(f"extractor loaded in {loading.wall:.2f} s")
    measured = measure(corpus(options.sample), extractor, None if options.extraction_only else _tokeniser())
    sys.exit(0 if told(measured) else 1)


def measure(
    articles: Iterable[Article], extractor: Any, tokenise: Callable[[list[Article]], None] | None
) -> Measured:
    """Extract and tokenise the articles, block by block in turn."""
    measured = Measured()
    for number, block in enumerate(blocks(articles)):
        if tokenise and number % 2:  # neither always comes first to text that is not yet in the caches
            measured.tokenising.run(tokenise, block)
        found = measured.extracting.run(
            lambda block: [extractor.extract(article) for article in block], block
        )
        if tokenise and not number % 2:
            measured.tokenising.run(tokenise, block)
        measured.reports += sum(map(len, found))
        measured.articles += len(block)
        measured.sentences += sum(map(_sentences, block))
        measured.characters += sum(len(article.title) + len(article.text) for article in block)
    return measured


def _load() -> Any:
    from liqaa.ingest import extraction

    return extraction.load()


def _tokeniser() -> Callable[[list[Article]], None]:
    import spacy

    make_doc = spacy.blank("ar").make_doc

    def tokenise(block: list[Article]) -> None:
        for article in block:
            make_doc(f"{article.title}\n{article.text}")

    return tokenise


def _sentences(article: Article) -> int:
    from liqaa.ingest.extraction.text.document import Document

    return len(Document(article).sentences)


def told(measured: Measured) -> bool:
    """Print the figures; whether all are within their bounds."""
    extracting, tokenising = measured.extracting, measured.tokenising
    speed = measured.articles / extracting.cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1_000_000 if sys.platform == "darwin" else 1000
    )
    print(f"{measured.articles} articles, {measured.sentences} sentences, {measured.characters} characters")
    print(f"reports          {measured.reports:8d}")
    print(f"extraction       {extracting.cpu:8.2f} s CPU  {extracting.wall:8.2f} s wall")
    print(f"articles/s       {speed:8.0f}   (at least {LEAST_ARTICLES_A_SECOND})")
    print(f"sentences/s      {measured.sentences / extracting.cpu:8.0f}")
    print(f"peak memory      {peak:8.0f} MB (at most {MOST_MEGABYTES})")
    kept = speed >= LEAST_ARTICLES_A_SECOND and peak <= MOST_MEGABYTES
    if tokenising.cpu:
        ratio = extracting.cpu / tokenising.cpu
        print(f"tokenisation     {tokenising.cpu:8.2f} s CPU  {tokenising.wall:8.2f} s wall")
        print(f"times as long    {ratio:8.2f}   (at most {MOST_TIMES_TOKENISATION})")
        kept = kept and ratio <= MOST_TIMES_TOKENISATION
    return kept


if __name__ == "__main__":
    main()
