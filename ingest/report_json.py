"""Reports as JSON text and back: how the archive keeps them and how worker files carry them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from liqaa.ontology.model import Participant, Report, Span


def to_json(report: Report) -> str:
    """A report as one line of JSON."""
    return json.dumps(asdict(report), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Report:
    """The report that ``to_json`` wrote; ``from_json(to_json(r)) == r``."""
    row = json.loads(text)
    people = tuple(_participant(who) for who in row.pop("participants"))
    span = Span(**row.pop("evidence_span"))
    return Report(participants=people, topics=tuple(row.pop("topics")), evidence_span=span, **row)


def _participant(row: dict[str, Any]) -> Participant:
    """A participant of a report."""
    spans = {key: Span(**row[key]) if row[key] else None for key in ("mention", "name_span", "office_span")}
    return Participant(**{**row, **spans})
