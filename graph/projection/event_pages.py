"""The page of an event: what its reports agree on, the reports and their articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from liqaa.graph.events.copies import Printed, copies_of
from liqaa.graph.identity import Event, Resolution
from liqaa.graph.periods import day_of
from liqaa.graph.projection.contacts import Contact, contact_edges
from liqaa.graph.projection.event_nodes import Told, write_event
from liqaa.graph.projection.labels import Labels
from liqaa.graph.projection.sheet import Page, Sheet
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

    @property
    def sketch(self) -> str:
        """What its text is made of, by ``liqaa.ontology.sketch``."""


class Cited(NamedTuple):
    """An article, as the graph has it, and the version of the extractor that read it."""

    doc_id: str
    title: str
    source: str | None
    url: str | None
    published: date | None
    sketch: str
    extractor: str


def cited(article: Citation, extractor: str) -> Cited:
    """What the graph holds of an article, with the extractor of one of its reports."""
    day = day_of(article.date)
    return Cited(article.doc_id, article.title, article.source, article.url, day, article.sketch, extractor)


def event_page(
    event: Event,
    told: Mapping[str, Report],
    sources: Sequence[Cited],
    resolution: Resolution,
    names: Mapping[str, str],
    labels: Labels,
) -> tuple[Page, Contact]:
    """An event with its reports and their articles, and what is counted of it.

    Args:
        event: the event.
        told: its reports, by id.
        sources: the article of each, in the same order.
        resolution: who took part, and when.
        names: the name of each actor.
        labels: what parties, topics and types are called.
    """
    sheet = Sheet(labels)
    issued = dict(zip(told, sources, strict=True))
    copied = copies_of({id_: _printed(report, issued[id_]) for id_, report in told.items()})
    papers = {issued[id_].source for id_ in told if id_ not in copied}
    dated = {id_: Told(report, issued[id_].published) for id_, report in told.items()}
    contact = write_event(sheet, event, dated, len(papers - {None}), resolution, names)
    for report_id, report in told.items():
        _write_report(sheet, report_id, report, issued[report_id].extractor, copied.get(report_id))
        _write_article(sheet, issued[report_id])
        sheet.edge("REPORTS", report_id, event.id)
        sheet.edge("IN_ARTICLE", report_id, report.doc_id)
    sheet.edge("QUOTES", event.id, min(told))
    for edge in contact_edges(contact):
        sheet.edge(edge.type, edge.source, edge.target)
    return sheet.page(), contact


def printed(report: Report, article: Citation) -> Printed:
    """What of a report and its article says whether it is a copy."""
    return _printed(report, cited(article, ""))


def _printed(report: Report, article: Cited) -> Printed:
    return Printed(article.doc_id, str(article.published or ""), report.evidence, article.sketch)


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


def _write_article(sheet: Sheet, article: Cited) -> None:
    """The node of an article."""
    published = article.published
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
