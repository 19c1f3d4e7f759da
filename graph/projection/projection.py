"""The graph that the current reports support: nodes and edges, sorted, byte for byte the same every time."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial

from liqaa.graph.actors.actors import Actor
from liqaa.graph.actors.namesakes import Mention
from liqaa.graph.changes import changed
from liqaa.graph.collector import collector_paused
from liqaa.graph.identity import Event, Resolution
from liqaa.graph.projection.actor_nodes import actor_page
from liqaa.graph.projection.book import Book
from liqaa.graph.projection.contacts import TOOK_PART, Contact, ContactPages, Subject
from liqaa.graph.projection.event_pages import Citation, cited, event_page
from liqaa.graph.projection.labels import Labels
from liqaa.graph.projection.office_pages import OfficePages
from liqaa.graph.projection.sheet import Page
from liqaa.graph.recall import Recall
from liqaa.graph.schema import Edge, Node, Value
from liqaa.ontology.model import Report

Pages = dict[Hashable, Page | None]
"""Pages to be written, by what they are of; None where there is no longer one."""


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
    with (recall or Recall()).kept("projection", labels, partial(_Pages, labels)) as pages:
        given = _Given(resolution, dict(reports), dict(articles), dict(extractors))
        return pages.projection(given)


@dataclass(frozen=True, slots=True)
class _Given:
    """What a graph is written from; nobody changes it afterwards."""

    resolution: Resolution
    reports: Mapping[str, Report]
    articles: Mapping[str, Citation]
    extractors: Mapping[str, str]


class _Pages:
    """The pages of a graph, as the last run left them."""

    def __init__(self, labels: Labels) -> None:
        """Begin with no page."""
        self._labels = labels
        self._book = Book()
        self._contacts = ContactPages()
        self._offices = OfficePages(labels)
        self._names: dict[str, str] = {}
        self._actors: dict[str, Page] = {}
        self._contact_of: dict[str, Contact] = {}
        nothing = Resolution((), (), (), {}, {}, frozenset(), {}, {}, {})
        self._written = _Given(nothing, {}, {}, {})

    def projection(self, given: _Given) -> Projection:
        """Write the pages that are stale, and put all of them together."""
        before, self._written = self._written, given
        then, now = before.resolution, given.resolution
        pages: Pages = {}
        actors = _by_id(now.actors)
        altered = changed(_by_id(then.actors), actors)
        renamed = self._write_actors(altered, actors, pages)
        mentions = changed(then.actor_of, now.actor_of) | (then.by_office ^ now.by_office)
        stale = _cited_otherwise(before, given)
        mentions |= {mention for id_ in stale for mention in _mentions_of(id_, given.reports)}
        pages.update(self._offices.update(mentions, now.actor_of, given.reports, given.articles))
        stale |= {report_id for report_id, _ in mentions} | changed(then.claims, now.claims)
        stale |= {mention[0] for mention, id_ in now.actor_of.items() if id_ in renamed} if renamed else set()
        moved = changed(then.event_of, now.event_of)
        events = {then.event_of[id_] for id_ in moved if id_ in then.event_of}
        events |= {now.event_of[id_] for id_ in moved | stale if id_ in now.event_of}
        altered |= self._write_events(events, given, pages)
        for id_ in altered:
            self._count_events(id_, pages)
        _write_links(then, now, pages)
        self._book.update(pages)
        return Projection(self._book.nodes(), self._book.edges())

    def _write_actors(self, altered: Iterable[str], now: Mapping[str, Actor], pages: Pages) -> set[str]:
        """Write what is known of actors; those that go by another name than before."""
        renamed: set[str] = set()
        for id_ in altered:
            before = self._names.pop(id_, None)
            pages[id_] = None
            self._actors.pop(id_, None)
            if id_ in now:
                self._names[id_], self._actors[id_] = actor_page(now[id_], self._labels)
                if before not in (None, self._names[id_]):
                    renamed.add(id_)
        return renamed

    def _count_events(self, actor_id: str, pages: Pages) -> None:
        """Write the page of an actor with what its events come to."""
        if page := self._actors.get(actor_id):
            counts = self._contacts.of_actor(actor_id)
            pages[actor_id] = replace(page, nodes=tuple(_completed(n, actor_id, counts) for n in page.nodes))

    def _write_events(self, stale: Iterable[str], given: _Given, pages: Pages) -> set[str]:
        """Write the pages of events and of their contacts; those are given who took part in them."""
        contacts: set[Subject] = set()
        events = {event.id: event for event in given.resolution.events}
        for event_id in stale:
            pages[event_id] = None
            if event_id in self._contact_of:
                contacts |= self._contacts.remove(self._contact_of.pop(event_id))
            if event_id in events:
                pages[event_id], contact = self._event_page(events[event_id], given)
                contacts |= self._contacts.add(contact)
                self._contact_of[event_id] = contact
        actors = {actor_id for kind, actor_id, _ in contacts if kind == TOOK_PART}
        for subject in contacts:
            if subject[0] != TOOK_PART:
                pages[subject] = self._contacts.page(subject)
        return actors

    def _event_page(self, event: Event, given: _Given) -> tuple[Page, Contact]:
        """An event with its reports and their articles, and what is counted of it."""
        told = {id_: given.reports[id_] for id_ in event.reports}
        sources = [
            cited(given.articles[report.doc_id], given.extractors[id_]) for id_, report in told.items()
        ]
        return event_page(event, told, sources, given.resolution, self._names, self._labels)


def _completed(node: Node, actor_id: str, counts: Mapping[str, Value]) -> Node:
    """An actor's node with what its events come to; any other as it is."""
    if (node.label, node.id) != ("Actor", actor_id):
        return node
    return Node(node.label, node.id, {**node.properties, **counts})


def _by_id(actors: Iterable[Actor]) -> dict[str, Actor]:
    return {actor.id: actor for actor in actors}


def _mentions_of(report_id: str, reports: Mapping[str, Report]) -> Iterator[Mention]:
    """The participants of a report, if there is one."""
    if report := reports.get(report_id):
        yield from ((report_id, index) for index in range(len(report.participants)))


def _cited_otherwise(before: _Given, given: _Given) -> set[str]:
    """The reports whose article, or extractor, is another one or told of otherwise."""
    stale = changed(before.extractors, given.extractors)
    articles = changed(before.articles, given.articles)
    return stale | {id_ for id_, report in given.reports.items() if report.doc_id in articles}


def _write_links(then: Resolution, now: Resolution, pages: Pages) -> None:
    """Write how events hang together, and where former ids lead."""
    links = set(now.links)
    for link in links.symmetric_difference(then.links):
        edge = Edge(link.type, link.source, link.target, "", {})
        pages[link] = Page((), (edge,), ()) if link in links else None
    for former in changed(then.redirects, now.redirects):
        target = now.redirects.get(former)
        kind = "event" if (target or "").startswith("e-") else "actor"
        node = Node("Redirect", former, {"kind": kind, "target": target})
        pages["redirect", former] = Page((node,), (), ()) if target else None
