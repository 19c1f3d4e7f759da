"""The graph that the current reports support: nodes and edges, sorted, byte for byte the same every time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Protocol

from liqaa.graph.actor_nodes import write_actors
from liqaa.graph.contacts import Contacts
from liqaa.graph.copies import copies_of
from liqaa.graph.event_nodes import Told, write_event
from liqaa.graph.identity import Resolution
from liqaa.graph.labels import Labels
from liqaa.graph.periods import day_of
from liqaa.graph.schema import Edge, Node
from liqaa.graph.sheet import Sheet
from liqaa.ontology.model import Report


class Citation(Protocol):
    """What the graph holds of an article: an ``Article`` has it, and so has an archive's record of one."""

    @property
    def doc_id(self) -> str:
        """Identity of the article."""

    @property
    def title(self) -> str:
        """Headline."""

    @property
    def source(self) -> str | None:
        """Newspaper."""

    @property
    def url(self) -> str | None:
        """Address."""

    @property
    def date(self) -> str | None:
        """Day of publication, ``YYYY-MM-DD``."""


@dataclass(frozen=True, slots=True)
class Projection:
    """A whole graph as it should be.

    Attributes:
        nodes: sorted by label and id, each once.
        edges: sorted by type, source, target and key, each once; both ends are in ``nodes``.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def lines(self) -> Iterator[str]:
        """The graph as JSON lines: equal graphs give equal lines."""
        for part in (self.nodes, self.edges):
            for item in part:
                yield json.dumps(asdict(item), ensure_ascii=False, sort_keys=True)


def project(
    resolution: Resolution,
    reports: Mapping[str, Report],
    articles: Mapping[str, Citation],
    labels: Labels,
    *,
    extractors: Mapping[str, str],
) -> Projection:
    """Write down the graph of a resolution.

    Args:
        resolution: what ``identity.resolve`` made of the reports.
        reports: the same reports by id.
        articles: the article of every report, by ``doc_id``.
        labels: what parties, topics and types are called.
        extractors: version of the extractor behind each report, by report id.

    Returns:
        The graph; equal arguments give equal bytes, whatever the order of the mappings.

    Raises:
        KeyError: a report of the resolution, its article or its extractor is missing.
    """
    sheet = Sheet(labels)
    names = write_actors(sheet, resolution, reports, articles)
    contacts = Contacts()
    for event in resolution.events:
        told = {id_: _told(reports[id_], articles) for id_ in event.reports}
        copied = copies_of(
            {
                id_: (one.report.doc_id, str(one.published or ""), one.report.evidence)
                for id_, one in told.items()
            }
        )
        papers = {articles[one.report.doc_id].source for id_, one in told.items() if id_ not in copied}
        write_event(sheet, event, told, len(papers - {None}), resolution, names, contacts)
        for report_id, (report, _) in told.items():
            _write_report(sheet, report_id, report, extractors[report_id], copied.get(report_id))
            _write_article(sheet, articles[report.doc_id])
            sheet.edge("REPORTS", report_id, event.id)
            sheet.edge("IN_ARTICLE", report_id, report.doc_id)
        sheet.edge("QUOTES", event.id, min(told))
    sheet.add(contacts.nodes(), contacts.edges())
    for link in resolution.links:
        sheet.edge(link.type, link.source, link.target)
    for former, target in resolution.redirects.items():
        kind = "event" if target.startswith("e-") else "actor"
        sheet.node("Redirect", former, {"kind": kind, "target": target})
    return Projection(sheet.nodes(), sheet.edges())


def _told(report: Report, articles: Mapping[str, Citation]) -> Told:
    """A report with the day of its article."""
    return Told(report, day_of(articles[report.doc_id].date))


def _write_report(sheet: Sheet, report_id: str, report: Report, extractor: str, copy_of: str | None) -> None:
    """The node of a report."""
    span = report.evidence_span
    sheet.node(
        "Report",
        report_id,
        {
            "quote": report.evidence,
            "field": span.field,
            "start": span.start,
            "end": span.end,
            "rule": report.rule,
            "confidence": report.confidence,
            "extractor": extractor,
            "subtype": report.subtype,
            "status": report.status,
            "date": report.date,
            "place": report.place,
            "place_country": report.place_country,
            "copy_of": copy_of,
        },
    )


def _write_article(sheet: Sheet, article: Citation) -> None:
    """The node of an article."""
    published = day_of(article.date)
    sheet.node(
        "Article",
        article.doc_id,
        {
            "url": article.url,
            "title": article.title,
            "published": published.isoformat() if published else None,
            "day": (published or date.min).isoformat(),
            "source": article.source,
        },
    )
