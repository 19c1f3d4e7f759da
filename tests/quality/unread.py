"""Triggers that no rule read: what a sample of them states, and how much of that is told now.

``tests/gold/unread_triggers.jsonl`` holds 2,100 words of the corpus at which a contact event could be told
and nothing was read when they were drawn: at most two an article, of its first nine sentences, with two
parties beside them that no report of that type had. Readers said whether each states an event, and of whom.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, Literal

import gold_scorer
from error_classes import line_of
from gold_scorer import Event, Events

LABELS = gold_scorer.ROOT / "tests" / "gold" / "unread_triggers.jsonl"
SHOWN = 330  # characters shown before and after a trigger

Label = dict[str, Any]
Reading = Literal["right", "other parties", "no event stated"]


def label_rows() -> list[Label]:
    """The labels: ``doc_id``, ``at`` (the span), ``type``, and ``event``, null where none is stated."""
    return list(gold_scorer.rows(LABELS))


def read_now(folder: Path) -> Events:
    """What the program reads now in the articles of the triggers.

    Args:
        folder: an empty folder, for the articles and the program's events.

    Raises:
        NoGoldError: the corpus is not there.
    """
    docs, out = folder / "unread.docs.jsonl", folder / "unread.system.jsonl"
    with docs.open("w", encoding="utf-8") as file:
        for article in articles({row["doc_id"] for row in label_rows()}).values():
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    gold_scorer.read_system([docs], out)
    return gold_scorer.saved(out)


def articles(wanted: set[str]) -> dict[str, dict[str, Any]]:
    """The articles of the corpus that are wanted, by their ids."""
    paths = sorted(gold_scorer.shared("corpus").glob("*.jsonl.xz"))
    return {r["doc_id"]: r for path in paths for r in gold_scorer.rows(path) if r["doc_id"] in wanted}


def told(reports: Events) -> Counter[tuple[str, bool]]:
    """How many of the events are told by a report of their article, by salience and whether they are."""
    return Counter(
        (row["event"]["salience"], _is_told(row["event"], reports.get(row["doc_id"], [])))
        for row in label_rows()
        if row["event"]
    )


def print_told(counts: Counter[tuple[str, bool]]) -> None:
    """Print the shares, and how many triggers state nothing."""
    rows = label_rows()
    print(f"{len(rows)} triggers, {sum(not row['event'] for row in rows)} of them state no event in scope")
    for salience in ("main", "background"):
        now, missing = counts[salience, True], counts[salience, False]
        print(
            f"{salience:10s} {now:4d} of {now + missing:4d} events are told now ({now / (now + missing):.3f})"
        )


def print_untold(reports: Events, salience: str, types: set[str]) -> None:
    """Print the labelled events of a salience that no report tells, each with its words.

    Args:
        reports: by article.
        salience: ``main`` or ``background``.
        types: of events, all where it is empty.
    """
    rows = [
        row
        for row in label_rows()
        if (event := row["event"])
        and event["salience"] == salience
        and (not types or event["type"] in types)
        and not _is_told(event, reports.get(row["doc_id"], []))
    ]
    texts = articles({row["doc_id"] for row in rows})
    for row in rows:
        event, article = row["event"], texts[row["doc_id"]]
        parties = " or ".join("+".join(wanted) for wanted in event["parties"])
        print(f"\n[{row['doc_id']}] {event['type']} of {parties}\n   {_in_its_words(row, article)}")
        for report in reports.get(row["doc_id"], []):
            print(f"      read: {line_of(report)}")


def print_newly_read(old: Events, new: Events) -> None:
    """Print the triggers at which only one of two versions reads anything, with what the labels say of it."""
    rows = [row for row in label_rows() if row["doc_id"] in new.keys() & old.keys()]
    texts = articles({row["doc_id"] for row in rows})
    counts: Counter[tuple[str, Reading]] = Counter()
    for row in rows:
        article = texts[row["doc_id"]]
        was, now = (_reading(row, article, saved[row["doc_id"]]) for saved in (old, new))
        for kind, reading in (("gained", now), ("lost", was)):
            if was != now and reading is not None:
                counts[kind, reading] += 1
                print(f"\n[{row['doc_id']}] {kind}: {reading}\n   {_in_its_words(row, article)}")
                for report in _at(row, article, (new if kind == "gained" else old)[row["doc_id"]]):
                    print(f"      read: {line_of(report)}")
    print("\nlabelled triggers")
    for (kind, reading), count in sorted(counts.items()):
        print(f"  {kind:7s} {reading:16s} {count}")


def _in_its_words(row: Label, article: dict[str, Any]) -> str:
    at, words = row["at"], article[row["at"]["field"]]
    before, after = words[max(0, at["start"] - SHOWN) : at["start"]], words[at["end"] :][:SHOWN]
    return " ".join(f"{before}⟦{words[at['start'] : at['end']]}⟧{after}".split())


def _reading(row: Label, article: dict[str, Any], reports: list[Event]) -> Reading | None:
    """What the label says of the reports at a trigger, None where there are none."""
    at_it = _at(row, article, reports)
    if not at_it:
        return None
    if row["event"] is None:
        return "no event stated"
    return "right" if _is_told(row["event"], at_it) else "other parties"


def _at(row: Label, article: dict[str, Any], reports: list[Event]) -> list[Event]:
    """The reports of its type whose words hold the trigger."""
    at, words = row["at"], article[row["at"]["field"]]
    return [r for r in reports if r["type"] == row["type"] and _holds(r.get("evidence") or "", words, at)]


def _holds(evidence: str, words: str, at: dict[str, Any]) -> bool:
    start = words.find(evidence) if evidence else -1
    return start >= 0 and start <= at["start"] and at["end"] <= start + len(evidence)


def _is_told(event: Event, reports: list[Event]) -> bool:
    """Whether a report of the type has two of the parties of one of the events, or its only one."""
    told = [_parties(report) for report in reports if report["type"] == event["type"]]
    return any(
        len(parties & set(wanted)) >= min(2, len(wanted)) for parties in told for wanted in event["parties"]
    )


def _parties(report: Event) -> set[str]:
    return {p["country"] for p in report["participants"] if p["country"] and p["role"] != "attendee"}
