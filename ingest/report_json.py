"""Reports as JSON text and back: how the archive keeps them and how worker files carry them."""

from __future__ import annotations

import json
from dataclasses import asdict
from sys import intern
from typing import Any

from liqaa.ontology.model import Participant, Report, Span


def to_json(report: Report) -> str:
    """A report as one line of JSON."""
    return json.dumps(asdict(report), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Report:
    """The report that ``to_json`` wrote; ``from_json(to_json(r)) == r``."""
    row = json.loads(text)
    people = tuple(_participant(who) for who in row.pop("participants"))
    span = _span(row.pop("evidence_span"))
    whole: dict[str, Any] = {
        "topics": tuple(map(intern, row.pop("topics"))),
        "signals": tuple(map(intern, row.pop("signals", ()))),
        "confidence": row.pop("confidence", 1.0),  # an archive of an earlier version knows none
        "evidence": row.pop("evidence"),
    }
    return Report(participants=people, evidence_span=span, **whole, **_shared(row))


def _participant(row: dict[str, Any]) -> Participant:
    """A participant of a report."""
    mention, name, office = (
        _span(where) if (where := row.pop(key)) else None for key in ("mention", "name_span", "office_span")
    )
    return Participant(**_shared(row), mention=mention, name_span=name, office_span=office)


def _span(row: dict[str, Any]) -> Span:
    """A stretch of an article."""
    return Span("title" if row["field"] == "title" else "text", row["start"], row["end"])


def _shared(row: dict[str, str | None]) -> dict[str, Any]:
    """The same values, each text once in memory: a hundred thousand reports repeat a few thousand names."""
    return {key: value if value is None else intern(value) for key, value in row.items()}
