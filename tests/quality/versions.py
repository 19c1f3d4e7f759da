"""What two versions of the extractor read in every article at hand: kept in a file, and set side by side."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import gold_scorer
import system_changes
import unread
from gold_scorer import Annotated, Events

ANNOTATED = ("development", "more", "later", "wide", "further", "again", "ahead", "anew")
HELD = "held"  # scored as often as one likes, and never looked into
ATTRIBUTES = ("status", "date_when_given", "place_country")  # told where events are found at all
NEVER_SHOWN = (HELD, "fresh")


def articles_of(name: str) -> Annotated:
    """The articles of one set by its name."""
    named = {"development": gold_scorer.development, "seed": gold_scorer.seed}
    return named[name]() if name in named else gold_scorer.more(name)


def save(file: Path, unlabelled: int, triggers: bool) -> None:
    """Write the program's events for all sets, and for other articles of the corpus where they are wanted.

    Args:
        file: to be written, an article a line.
        unlabelled: how many articles of the corpus, evenly drawn, without those that nobody looks into.
        triggers: whether the articles of the labelled triggers are read as well.
    """
    sets = [articles_of(name) for name in (*ANNOTATED, "seed", HELD)]
    known = {doc_id for articles in sets for doc_id in articles.docs} | _never_shown()
    with tempfile.TemporaryDirectory() as folder:
        others = Path(folder) / "others.jsonl"
        with others.open("w", encoding="utf-8") as out:
            for row in _others(unlabelled, triggers):
                if row["doc_id"] not in known:
                    known.add(row["doc_id"])
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
        gold_scorer.read_system([*(articles.docs_path for articles in sets), others], file)


def _others(unlabelled: int, triggers: bool) -> Iterator[dict[str, Any]]:
    if unlabelled:
        yield from gold_scorer.unlabelled(unlabelled)
    if triggers:
        yield from unread.articles({row["doc_id"] for row in unread.label_rows()}).values()


def _never_shown() -> set[str]:
    """Articles of the sets that nobody looks into."""
    folder = gold_scorer.ROOT / "tests" / "gold"
    return {row["doc_id"] for name in NEVER_SHOWN for row in gold_scorer.rows(folder / f"{name}.ids.jsonl")}


def compare(old: Events, new: Events, limit: int) -> None:
    """Print the figures of both by set, then what changed in the articles that may be looked into.

    Args:
        old: events by article before.
        new: events by article now.
        limit: changes shown.
    """
    sets = {name: articles_of(name) for name in (*ANNOTATED, "seed", HELD)}
    for name in (*ANNOTATED, HELD):
        if sets[name].docs.keys() <= old.keys() & new.keys():
            _print_set(name, sets[name], old, new)
    hidden = _never_shown()
    gold = {doc_id: events for articles in sets.values() for doc_id, events in articles.gold.items()}
    shown = [{doc_id: read for doc_id, read in saved.items() if doc_id not in hidden} for saved in (old, new)]
    system_changes.print_changes(system_changes.compare(*shown, gold), limit)
    unread.print_newly_read(*shown)


def _print_set(name: str, articles: Annotated, old: Events, new: Events) -> None:
    before, now = (
        _figures(gold_scorer.figures(articles, {d: saved[d] for d in articles.docs})[0])
        for saved in (old, new)
    )
    moved = "  ".join(f"{key} {before[key]:.3f} -> {now[key]:.3f}" for key in before if key in now)
    print(f"{name:12s} {moved}")


def _figures(scored: Mapping[str, Any]) -> dict[str, float]:
    events, attributes = scored["events"], scored["attributes"]
    return {
        "F1": events["f1"],
        "P": events["precision"],
        "whole": scored["whole_event"]["f1"],
        **{name: attributes[name]["share"] for name in ATTRIBUTES if name in attributes},
        "topics": scored["topics"]["f1"],
    }
