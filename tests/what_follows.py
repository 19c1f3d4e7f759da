"""What a graph made by hand need not say, for it follows from the rest of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from liqaa.graph.projection.contacts import Contact, ContactPages, contact_edges
from liqaa.graph.schema import Edge, Node

Pairs = set[tuple[str, str]]


def what_follows(nodes: Sequence[Node], edges: Sequence[Edge]) -> Iterator[Node | Edge]:
    """Counts are set in the nodes, and what leads on from events and contacts is given."""
    kinds = {one.id: str(one.properties["type"]) for one in nodes if one.label == "Event"}
    _count(nodes, edges)
    yield from (Edge("QUOTES", event_id, report_id, "", {}) for event_id, report_id in _first_told(edges))
    for event_id, code in _visited(edges):
        if kinds[event_id] == "visit":
            yield Edge("VISITS", event_id, code, "", {})
    rang = _sides(edges, "caller")
    for event_id, code in _pairs(edges, "BETWEEN"):
        if kinds[event_id] == "call":
            yield Edge("CONNECTS", event_id, code, "", {"rang": (event_id, code) in rang})
    yield from _contacts(nodes, edges)


def _pairs(edges: Sequence[Edge], kind: str) -> Pairs:
    return {(e.source, e.target) for e in edges if e.type == kind}


def _count(nodes: Sequence[Node], edges: Sequence[Edge]) -> None:
    paper = {one.id: one.properties["source"] for one in nodes if one.label == "Article"}
    article_of = dict(_pairs(edges, "IN_ARTICLE"))
    copies = {one.id for one in nodes if one.label == "Report" and one.properties["copy_of"]}
    papers = defaultdict(set)
    for report_id, event_id in _pairs(edges, "REPORTS"):
        if report_id in article_of and report_id not in copies:
            papers[event_id].add(paper[article_of[report_id]])
    parties = Counter(source for kind in ("BETWEEN", "REPRESENTS") for source, _ in _pairs(edges, kind))
    for one in nodes:
        if one.label in ("Actor", "Event"):
            one.properties["party_count"] = parties[one.id]
        if one.label == "Event":
            one.properties["source_count"] = len(papers[one.id] - {None})


def _first_told(edges: Sequence[Edge]) -> Pairs:
    """Events, each with the first by id of its reports."""
    told = sorted(_pairs(edges, "REPORTS"), reverse=True)
    return set({event_id: report_id for report_id, event_id in told}.items())


def _visited(edges: Sequence[Edge]) -> Pairs:
    """Events, each with the parties of its hosts and of its place."""
    land = dict(_pairs(edges, "IN"))
    there = {(event_id, land[place]) for event_id, place in _pairs(edges, "AT") if place in land}
    return _sides(edges, "host") | there


def _sides(edges: Sequence[Edge], role: str) -> Pairs:
    """Events, each with the parties of those who had the role."""
    sides = defaultdict(set)
    for actor_id, code in _pairs(edges, "REPRESENTS"):
        sides[actor_id].add(code)
    parts = [e for e in edges if e.type == "TOOK_PART" and e.properties["role"] == role]
    return {(part.target, code) for part in parts for code in sides[part.source]}


def _contacts(nodes: Sequence[Node], edges: Sequence[Edge]) -> Iterator[Node | Edge]:
    actors, parties = defaultdict(list), defaultdict(list)
    for who, event_id in sorted(_pairs(edges, "TOOK_PART")):
        actors[event_id].append(who)
    for event_id, code in sorted(_pairs(edges, "BETWEEN")):
        parties[event_id].append(code)
    contacts = ContactPages()
    for one in nodes:
        if one.label == "Event":
            contact = Contact(one.id, one.properties, actors[one.id], parties[one.id])
            contacts.add(contact)
            yield from contact_edges(contact)
    for one in nodes:
        if one.label == "Actor":
            one.properties.update(contacts.of_actor(one.id))
    for page in contacts.pages():
        yield from (*page.nodes, *page.edges)
