"""Annotations as offsets into the articles: what the repository may keep of texts that belong to others.

An annotation as a reader writes it holds words of the article; as it is kept, each of them is a span
``{"field", "start", "end"}`` in code points of the article's title or text. An office that the article
has in another form only (a plural, نظيره) is written ``=وزير الخارجية`` and kept as ``{"label": ...}``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from corpus import FIELDS, Article, GoldError
from form import EVENT_KEYS, faults

Event = dict[str, Any]

SETTLED = "settled"
EVENT_WORDS = ("date_text", "place", "evidence")
PARTY_WORDS = ("name", "office")


def occurrences(article: Article, words: str) -> list[dict[str, Any]]:
    """Where words stand in the text and then the title; runs of white space count as one space."""
    pieces = [re.escape(piece) for piece in words.split()]
    if not pieces:
        return []
    pattern = re.compile(r"\s+".join(pieces))
    return [
        {"field": field, "start": hit.start(), "end": hit.end()}
        for field in reversed(FIELDS)
        for hit in pattern.finditer(article.field(field))
    ]


def words_of(article: Article, span: Mapping[str, Any] | None) -> str | None:
    """The words of a span, or of a label that is kept as it is."""
    if span is None or "label" in span:
        return span["label"] if span else None
    return article.field(span["field"])[span["start"] : span["end"]]


def located(article: Article, words: str | None, evidence: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The occurrence that is meant: whole words before parts of words, in the evidence before elsewhere."""
    if words is None:
        return None
    if words.startswith("="):
        return {"label": words[1:].strip()}
    found = occurrences(article, words)
    if not found:
        raise GoldError(f"{words!r} does not stand in the article")

    def rank(span: Mapping[str, Any]) -> tuple[bool, bool]:
        text = article.field(span["field"])
        cut = text[span["end"] : span["end"] + 1].isalnum()
        inside = (
            evidence is not None
            and span["field"] == evidence["field"]
            and evidence["start"] <= span["start"]
            and span["end"] <= evidence["end"]
        )
        return cut, not inside

    return min(found, key=rank)


def compiled_event(article: Article, event: Mapping[str, Any]) -> Event:
    """One event with its words as spans.

    Raises:
        GoldError: a label is not allowed, or a word string does not stand in the article; the field is named.
    """
    wrong = faults(event)
    if wrong:
        raise GoldError(wrong[0])

    evidence: dict[str, Any] | None = None

    def span(owner: Mapping[str, Any], key: str, where: str = "") -> dict[str, Any] | None:
        words = owner[key]
        if words is not None and words.startswith("=") and key != "office":
            raise GoldError(f"{where}{key}: only an office may be given in words that are not the article's")
        try:
            return located(article, words, evidence)
        except GoldError as error:
            raise GoldError(f"{where}{key}: {error}") from error

    evidence = span(event, "evidence")
    kept: Event = {key: event[key] for key in EVENT_KEYS}
    kept |= {key: event[key] for key in ("event_key", "note") if event.get(key)}
    kept |= {key: span(event, key) for key in EVENT_WORDS}
    kept["participants"] = [
        {**party, **{key: span(party, key, f"participant {number}, ") for key in PARTY_WORDS}}
        for number, party in enumerate(event["participants"], 1)
    ]
    return kept


def compiled(row: Mapping[str, Any], article: Article, reader: str) -> tuple[dict[str, Any], list[str]]:
    """One article's annotation with offsets in place of words, and its faults: article, event and field."""
    events, wrong = [], []
    for number, event in enumerate(row["events"], 1):
        try:
            events.append(compiled_event(article, event))
        except GoldError as error:
            wrong.append(f"{article.doc_id}, event {number}, {error}")
    return {"doc_id": article.doc_id, "reader": reader, "events": events}, wrong


def joined(row: Mapping[str, Any], article: Article) -> dict[str, Any]:
    """One article's annotation with the words again, as in the gold files that the scorer reads."""
    events = []
    for number, event in enumerate(row["events"], 1):
        told = {**event, **{key: words_of(article, event[key]) for key in EVENT_WORDS}, "id": f"e{number}"}
        told["participants"] = [
            {**party, **{key: words_of(article, party[key]) for key in PARTY_WORDS}}
            for party in event["participants"]
        ]
        events.append(told)
    return {"doc_id": article.doc_id, "events": events}


def of_one_reader(rows: Sequence[Mapping[str, Any]], reader: str | None) -> dict[str, Mapping[str, Any]]:
    """The annotation of each article that counts: a named reader's, else the settled one, else the only one.

    Raises:
        GoldError: two readers read an article and their differences are not settled.
    """
    by_article: dict[str, dict[str, Mapping[str, Any]]] = {}
    for row in rows:
        by_article.setdefault(row["doc_id"], {})[row["reader"]] = row
    counted = {}
    for doc_id, readings in sorted(by_article.items()):
        if reader is not None:
            if reader in readings:
                counted[doc_id] = readings[reader]
        elif SETTLED in readings or len(readings) == 1:
            counted[doc_id] = readings.get(SETTLED) or next(iter(readings.values()))
        else:
            raise GoldError(f"{doc_id}: read by {', '.join(sorted(readings))}, not settled")
    return counted
