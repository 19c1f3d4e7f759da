"""Extraction, row by row: what must come out of an article, and what must not."""

from __future__ import annotations

from typing import Any

import pytest
from extraction_table import FIELDS, article_of, rows
from liqaa.ingest import extraction
from liqaa.ontology.model import Participant, Report


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


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["id"])
def test_the_events_of_a_row_come_out(row: dict[str, Any]) -> None:
    assert differences(row) == []
