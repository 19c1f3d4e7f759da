"""The table of extraction: articles of our own making and what must come out of each."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from liqaa.ingest import extraction
from liqaa.ontology.model import Article, Participant, Report

ROWS = Path(__file__).parent / "ingest" / "extraction_rows.yml"
CONSTRUCTIONS = sorted(ROWS.parent.glob("constructions_*.yml"))
PUBLISHED = "2024-03-12"
FIELDS = {
    "type", "subtype", "status", "salience", "who", "date", "date_text", "place", "place_country", "topics",
}  # fmt: skip


class _Text(yaml.SafeLoader):
    """YAML whose dates stay text."""


_Text.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def rows(path: Path = ROWS) -> tuple[dict[str, Any], ...]:
    """The rows of the table, checked: a field that is not known would test nothing."""
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=_Text)
    for row in found:
        assert set(row) - {"date", "title", "source"} == {"id", "text", "events"}, row["id"]
        assert all(set(event) <= FIELDS and "type" in event for event in row["events"]), row["id"]
    assert len({row["id"] for row in found}) == len(found), "two rows have one id"
    return tuple(found)


def article_of(row: dict[str, Any]) -> Article:
    """The article of a row."""
    source, day = row.get("source"), row.get("date", PUBLISHED)
    return Article("row", row.get("title", ""), row["text"], source=source, date=day)


def said(who: Participant) -> str:
    """A participant as the table writes one."""
    if who.kind in ("state", "organisation"):
        return f"{who.role} {who.country}"
    office = f"~{who.office}" if who.kind == "delegation" else who.office
    return f"{who.role} {who.country}:{who.name or ''}/{office or ''}"


def told(report: Report, fields: set[str]) -> dict[str, Any]:
    """The wanted fields of a report as the table writes them."""
    shown: dict[str, Any] = {name: getattr(report, name) for name in fields - {"who", "topics"}}
    if "who" in fields:
        shown["who"] = sorted(said(who) for who in report.principals)
    if "topics" in fields:
        shown["topics"] = sorted(report.topics)
    return shown


def wanted(event: dict[str, Any]) -> dict[str, Any]:
    """An event of the table, its lists sorted."""
    return {key: sorted(value) if isinstance(value, list) else value for key, value in event.items()}


def differences(row: dict[str, Any]) -> list[str]:
    """What is wrong with the reports of a row's article; nothing when each event has come out once."""
    reports = list(extraction.load().extract(article_of(row)))
    missing = []
    for event in map(wanted, row["events"]):
        fitting = [report for report in reports if told(report, set(event)) == event]
        if fitting:
            reports.remove(fitting[0])
        else:
            missing.append(event)
    shown = [told(report, set(FIELDS)) for report in reports]
    return [f"missing: {event}" for event in missing] + [f"came out: {report}" for report in shown]
