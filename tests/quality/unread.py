"""Triggers that no rule read: what a sample of them states, and how much of that is told now.

``tests/gold/unread_triggers.jsonl`` holds 2,100 words of the corpus at which a contact event could be
told and nothing was read when they were drawn (at most two an article, of its first nine sentences, with two parties
beside them that no report of that type had). Readers said of each whether it states an event, and of whom.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gold_scorer

LABELS = gold_scorer.ROOT / "tests" / "gold" / "unread_triggers.jsonl"


def label_rows() -> list[dict[str, Any]]:
    """The labels: ``doc_id``, ``at`` (the span), ``type``, and ``event``, null where none is stated."""
    return list(gold_scorer.rows(LABELS))


def told_now(folder: Path) -> Counter[tuple[str, bool]]:
    """How many of the events are told by a report of their article now, by salience and whether they are.

    Args:
        folder: an empty folder, for the articles and the program's events.

    Raises:
        NoGoldError: the corpus is not there.
    """
    stated = defaultdict(list)
    for row in label_rows():
        if row["event"]:
            stated[row["doc_id"]].append(row["event"])
    docs, out = folder / "unread.docs.jsonl", folder / "unread.system.jsonl"
    with docs.open("w", encoding="utf-8") as file:
        for article in _articles(set(stated)):
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    gold_scorer.read_system([docs], out)
    reports = gold_scorer.saved(out)
    return Counter(
        (event["salience"], _is_told(event, reports.get(doc_id, [])))
        for doc_id, events in stated.items()
        for event in events
    )


def print_told(told: Counter[tuple[str, bool]]) -> None:
    """Print the shares, and how many triggers state nothing."""
    rows = label_rows()
    print(f"{len(rows)} triggers, {sum(not row['event'] for row in rows)} of them state no event in scope")
    for salience in ("main", "background"):
        now, missing = told[salience, True], told[salience, False]
        print(
            f"{salience:10s} {now:4d} of {now + missing:4d} events are told now ({now / (now + missing):.3f})"
        )


def _articles(wanted: set[str]) -> Iterator[dict[str, Any]]:
    for path in sorted(gold_scorer.shared("corpus").glob("*.jsonl.xz")):
        yield from (row for row in gold_scorer.rows(path) if row["doc_id"] in wanted)


def _is_told(event: gold_scorer.Event, reports: list[gold_scorer.Event]) -> bool:
    """Whether a report of the type has two of the parties of one of the events, or its only one."""
    told = [_parties(report) for report in reports if report["type"] == event["type"]]
    return any(
        len(parties & set(wanted)) >= min(2, len(wanted)) for parties in told for wanted in event["parties"]
    )


def _parties(report: gold_scorer.Event) -> set[str]:
    return {p["country"] for p in report["participants"] if p["country"] and p["role"] != "attendee"}
