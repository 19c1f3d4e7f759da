"""The articles of the shared corpus, and which of them are like one another."""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILES = ("ant_v2_multisource.jsonl.xz", "saudinewsnet.jsonl.xz")
FIELDS = ("title", "text")
SHINGLE = 5


class GoldError(Exception):
    """What is wrong with a file of annotations, in one line for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the corpus; ``date`` is ``YYYY-MM-DD``, or empty where unknown."""

    doc_id: str
    source: str
    date: str
    title: str
    text: str

    @property
    def whole(self) -> str:
        return f"{self.title}\n{self.text}"

    @property
    def digest(self) -> str:
        """The first 16 hex digits of the SHA-256 of title and text: offsets hold for this wording alone."""
        return hashlib.sha256(self.whole.encode()).hexdigest()[:16]

    def field(self, name: str) -> str:
        return self.title if name == "title" else self.text


def shared() -> Path:
    """The folder of the shared data: ``LIQAA_SHARED``, else ``../shared`` beside the repository."""
    return Path(os.environ.get("LIQAA_SHARED") or HERE.parents[2] / "shared")


def rows(path: Path) -> list[dict[str, object]]:
    """The objects of a JSONL file.

    Raises:
        GoldError: a line is not a JSON object; file and line are named.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{path.name}:{number}: {error}") from error
        if not isinstance(row, dict):
            raise GoldError(f"{path.name}:{number}: not an object")
        found.append(row)
    return found


def write_rows(path: Path, objects: Iterable[Mapping[str, object]]) -> None:
    """Write a JSONL file, one object a line."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in objects)
    path.write_text(lines, encoding="utf-8")


def article_of(row: Mapping[str, object]) -> Article:
    return Article(*(str(row.get(key) or "") for key in ("doc_id", "source", "date", "title", "text")))


def articles(folder: Path) -> Iterator[Article]:
    """Every article under a folder: its ``*.jsonl.xz`` of the corpus, or plain ``*.jsonl`` files."""
    for path in sorted(folder.glob("*.jsonl*")):
        reader = lzma.open if path.suffix == ".xz" else open
        with reader(path, "rt", encoding="utf-8") as lines:
            yield from (article_of(json.loads(line)) for line in lines if line.strip())


def chosen(folder: Path, ids: Iterable[str]) -> dict[str, Article]:
    """The articles with these ids.

    Raises:
        GoldError: an id is not in the corpus.
    """
    wanted = set(ids)
    found = {article.doc_id: article for article in articles(folder) if article.doc_id in wanted}
    missing = sorted(wanted - found.keys())
    if missing:
        raise GoldError(f"{len(missing)} articles are not in {folder.name}/, the first is {missing[0]}")
    return found


def shingles(article: Article) -> frozenset[int]:
    """Digests of the runs of five words: articles that share many tell one story in the same words."""
    words = re.findall(r"\w+", article.whole)
    runs = (" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the shorter article's runs of words that stand in the other one."""
    return len(one & other) / max(1, min(len(one), len(other)))
