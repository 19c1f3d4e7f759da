"""The graph that the current reports support: nodes and edges, sorted, byte for byte the same every time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from typing import NamedTuple, Protocol

from liqaa.graph.actor_nodes import write_actors
from liqaa.graph.collector import collector_paused
from liqaa.graph.contacts import Contact, Contacts
from liqaa.graph.copies import Printed, copies_of
from liqaa.graph.event_nodes import Told, write_event
from liqaa.graph.identity import Event, Resolution
from liqaa.graph.labels import Labels
from liqaa.graph.periods import day_of
from liqaa.graph.recall import Recall
from liqaa.graph.schema import Edge, Node
from liqaa.graph.sheet import Page, Sheet
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


@collector_paused()
def project(
    resolution: Resolution,
    reports: Mapping[str, Report],
    articles: Mapping[str, Citation],
    labels: Labels,
    *,
    extractors: Mapping[str, str],
    recall: Recall | None = None,
) -> Projection:
    """Write down the graph of a resolution.

    Args:
        resolution: what ``identity.resolve`` made of the reports.
        reports: the same reports by id.
        articles: the article of every report, by ``doc_id``.
        labels: what parties, topics and types are called.
        extractors: version of the extractor behind each report, by report id.
        recall: what is written of events and actors that have not changed is remembered.

    Returns:
        The graph; equal arguments give equal bytes, whatever the order of the mappings.

    Raises:
        KeyError: a report of the resolution, its article or its extractor is missing.
    """
    sheet, recall = Sheet(labels), recall or Recall()
    names = write_actors(sheet, resolution, reports, articles, recall)
    contacts = Contacts()
    for event in resolution.events:
        told = {id_: reports[id_] for id_ in event.reports}
        cast = _cast(event, told, resolution, names)
        cited = tuple(_cited(articles[report.doc_id], extractors[id_]) for id_, report in told.items())
        work = partial(_page, event, told, cited, resolution, names, labels)
        page, contact = recall.of("page", (event, cast, cited, labels), work)
        sheet.add_page(page)
        sheet.add(edges=contacts.add(contact))
    sheet.add(contacts.nodes(), contacts.edges())
    for actor_id in names:
        sheet.complete("Actor", actor_id, contacts.of_actor(actor_id))
    for link in resolution.links:
        sheet.edge(link.type, link.source, link.target)
    for former, target in resolution.redirects.items():
        kind = "event" if target.startswith("e-") else "actor"
        sheet.node("Redirect", former, {"kind": kind, "target": target})
    return Projection(sheet.nodes(), sheet.edges())


class _Cited(NamedTuple):
    """An article, as the graph has it, and the version of the extractor that read it."""

    doc_id: str
    title: str
    source: str | None
    url: str | None
    published: date | None
    sketch: str
    extractor: str


def _cited(article: Citation, extractor: str) -> _Cited:
    """What the graph holds of an article, with the extractor of one of its reports."""
    day = day_of(article.date)
    return _Cited(article.doc_id, article.title, article.source, article.url, day, article.sketch, extractor)


def _cast(
    event: Event, told: Mapping[str, Report], resolution: Resolution, names: Mapping[str, str]
) -> tuple[object, ...]:
    """All that is written of an event and does not follow from its reports: who took part, and its status."""
    mentions = [(id_, index) for id_, report in told.items() for index in range(len(report.participants))]
    actors = tuple(map(resolution.actor_of.get, mentions))
    by_office = map(resolution.by_office.__contains__, mentions)
    statuses = [resolution.claims[id_].status for id_ in event.reports]
    return actors, *(names.get(actor or "") for actor in actors), *by_office, *statuses


def _page(
    event: Event,
    told: Mapping[str, Report],
    cited: Sequence[_Cited],
    resolution: Resolution,
    names: Mapping[str, str],
    labels: Labels,
) -> tuple[Page, Contact]:
    """An event with its reports and their articles, and what is counted of it."""
    sheet = Sheet(labels)
    issued = dict(zip(told, cited, strict=True))
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
    return sheet.page(), contact


def printed(report: Report, article: Citation) -> Printed:
    """What of a report and its article says whether it is a copy."""
    return _printed(report, _cited(article, ""))


def _printed(report: Report, article: _Cited) -> Printed:
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


def _write_article(sheet: Sheet, article: _Cited) -> None:
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
