"""The scorer and the annotated articles of the shared folder, and the extractor's answer to them.

The shared folder is ``$LIQAA_SHARED``, by default ``shared`` beside the repository; its articles belong to
their publishers, so that nothing of them is kept here.
"""

from __future__ import annotations

import atexit
import importlib.util
import json
import lzma
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from liqaa.ingest.extraction.extractor import Extractor

ROOT = Path(__file__).resolve().parents[2]
CORPUS_SIZE = 38_568  # articles in the shared corpus, for drawing a sample evenly

Event = dict[str, Any]
Events = Mapping[str, list[Event]]
Figures = dict[str, Any]


class NoGoldError(Exception):
    """The shared folder is not there; the message says which path was looked for."""


def shared(*parts: str) -> Path:
    """A path of the shared folder.

    Raises:
        NoGoldError: nothing is there.
    """
    path = Path(os.environ.get("LIQAA_SHARED") or ROOT.parent / "shared").joinpath(*parts)
    if not path.exists():
        raise NoGoldError(f"{path} is not there: set LIQAA_SHARED to the shared folder")
    return path


@cache
def scorer() -> ModuleType:
    """The functions of the shared ``score.py``, as they stand there."""
    spec = importlib.util.spec_from_file_location("liqaa_gold_score", shared("gold", "score.py"))
    if spec is None or spec.loader is None:
        raise NoGoldError("the shared score.py is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True)
class Annotated:
    """Annotated articles: the two files, and what they hold by article."""

    docs_path: Path
    gold_path: Path
    docs: Mapping[str, dict[str, Any]]
    gold: Events


def annotated(folder: str, name: str) -> Annotated:
    """The articles ``folder/name.docs.jsonl`` with their events."""
    docs_path, gold_path = shared(folder, f"{name}.docs.jsonl"), shared(folder, f"{name}.gold.jsonl")
    docs = {row["doc_id"]: row for row in rows(docs_path)}
    return Annotated(docs_path, gold_path, docs, saved(gold_path))


def development() -> Annotated:
    """The 249 development articles."""
    return annotated("gold", "dev")


def more(name: str = "more") -> Annotated:
    """Articles of ``tests/gold`` that rules may be made from, joined with their texts for this process.

    Raises:
        NoGoldError: the corpus lacks them or has them in another wording.
    """
    folder = Path(_joined_folder())
    docs, gold = folder / f"{name}.docs.jsonl", folder / f"{name}.gold.jsonl"
    labels = ROOT / "tests" / "gold" / f"{name}.labels.jsonl"
    program = [sys.executable, str(ROOT / "tests" / "gold")]
    command = [*program, "join", str(labels), "--out", str(gold), "--docs", str(docs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoGoldError(done.stderr.strip())
    texts = {row["doc_id"]: row for row in rows(docs)}
    return Annotated(docs, gold, texts, saved(gold))


@cache
def _joined_folder() -> str:
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return folder.name


def seed() -> Annotated:
    """The page the project began from."""
    return annotated("seed", "seed")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSONL file, ``.xz`` or plain."""
    with (
        lzma.open(path, "rt", encoding="utf-8")
        if path.suffix == ".xz"
        else path.open(encoding="utf-8") as file
    ):
        yield from (json.loads(line) for line in file if line.strip())


def saved(path: Path) -> dict[str, list[Event]]:
    """The events of a gold or system file by article."""
    return {row["doc_id"]: row["events"] for row in rows(path)}


def unlabelled(count: int) -> Iterator[dict[str, Any]]:
    """Articles of the shared corpus, ``count`` of them, evenly drawn and always the same."""
    step = max(1, CORPUS_SIZE // max(1, count))
    files = sorted(shared("corpus").glob("*.jsonl.xz"))
    every = (row for path in files for row in rows(path))
    return islice(every, 0, step * count, step)


def read_system(docs: list[Path], out: Path, threshold: float | None = None) -> None:
    """Write what ``liqaa extract`` writes for files of articles, at the shipped threshold or another."""
    from liqaa.ingest import extraction, reading
    from liqaa.ingest.jobs.extract import extract

    extract([str(path) for path in docs], out, extractor=extraction.load(threshold), read=reading.read)


def events_of(articles: Annotated, extractor: Extractor) -> dict[str, list[Event]]:
    """The events that an extractor of one's own reads in annotated articles."""
    from liqaa.ingest.jobs.extract import event_row
    from liqaa.ontology.model import Article

    fields = ("doc_id", "title", "text", "source", "url", "date")
    told = (extractor.extract(Article(**{f: d.get(f) for f in fields})) for d in articles.docs.values())
    return {d: [event_row(r, "") for r in reports] for d, reports in zip(articles.docs, told, strict=True)}


def system_of(articles: Annotated, threshold: float | None = None) -> dict[str, list[Event]]:
    """The events that the program reads in annotated articles; an article it leaves out has none."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "system.jsonl"
        read_system([articles.docs_path], out, threshold)
        return saved(out)


def figures(articles: Annotated, system: Events) -> tuple[Figures, list[tuple[str, str, Event]]]:
    """The scorer's figures and errors, with two more figures of our own.

    Returns:
        The figures as ``score.py --json`` prints them, with ``names_standing`` (names that stand in the
        article, character for character) and ``invented`` (articles with nothing in scope that yield an
        event); and the scorer's list of errors: ``("missed" or "spurious", article, event)``.
    """
    scored, errors = scorer().score(articles.gold, system, articles.docs)
    scored["names_standing"] = scorer().ratio(_names_standing(articles, system))
    empty = [doc_id for doc_id, events in articles.gold.items() if not events]
    scored["invented"] = scorer().ratio([sum(bool(system.get(doc_id)) for doc_id in empty), len(empty)])
    return scored, errors


def _names_standing(articles: Annotated, system: Events) -> list[int]:
    right = total = 0
    for doc_id, events in system.items():
        doc = articles.docs[doc_id]
        content = f"{doc['title'] or ''}\n{doc['text']}"
        names = [p["name"] for e in events for p in e["participants"] if p["name"]]
        total += len(names)
        right += sum(name in content for name in names)
    return [right, total]


def print_figures(scored: Figures) -> None:
    """The figures as ``score.py`` prints them, and ours below."""

    def row(name: str, m: Mapping[str, Any]) -> None:
        counts = f"(tp {m['tp']}, fp {m['fp']}, fn {m['fn']})"
        print(f"{name:22s} P {m['precision']:.3f}  R {m['recall']:.3f}  F1 {m['f1']:.3f}   {counts}")

    print(f"{scored['articles']} articles")
    row("events", scored["events"])
    for type_, measured in scored["by_type"].items():
        row(f"  {type_}", measured)
    row("whole events", scored["whole_event"])
    row("participants", scored["participants"])
    row("topics", scored["topics"])
    shares = {
        **scored["attributes"],
        **{k: scored[k] for k in ("evidence_verbatim", "names_standing", "invented")},
    }
    for name, measured in shares.items():
        print(f"{name.replace('_', ' '):22s} {measured['share']}  ({measured['right']}/{measured['of']})")
    if "clusters_b3" in scored:
        print(f"clusters (B3)          {scored['clusters_b3']}")
