"""Items as statements: everything that is said of one owner, in one graph, sorted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from liqaa.graph.rdf.items import Item
from liqaa.graph.rdf.mapping import EdgeMapping, NodeMapping, RdfMapping
from liqaa.graph.rdf.record_blocks import RecordBlocks, Triple
from liqaa.graph.rdf.terms import Names, encoded, label, literal, topic_name
from liqaa.graph.schema import EDGES
from liqaa.ontology.model import digest_of


class Block(NamedTuple):
    """What is said of one owner: the graph it stands in, and its triples, sorted, each once."""

    owner: str
    graph: str
    triples: list[Triple]


class BlockWriter(RecordBlocks):
    """Turns the items of an owner into a block.

    Args:
        names: the IRIs.
        quotes: False to leave out the words of articles.
        mapping: how the graph is mapped; that of the package by default.
    """

    def __init__(self, names: Names, *, quotes: bool = True, mapping: RdfMapping | None = None) -> None:
        """Make everything ready that does not depend on the items."""
        super().__init__(names, quotes=quotes, mapping=mapping)
        self._edges = {
            type_: (edge, self._written(edge.properties)) for type_, edge in self.mapping.edges.items()
        }
        self._ends = {table.type: (table.source, table.target) for table in EDGES}

    def blocks(self, items: Iterable[Item]) -> Iterator[Block]:
        """The blocks of items that come owner by owner."""
        for owner, group in groupby(items, key=itemgetter(0)):
            yield self.block(owner, [body for _, body in group])

    def block(self, owner: str, bodies: Iterable[str]) -> Block:
        """The block of one owner's items."""
        triples: list[Triple] = []
        graph = self.names.agreed
        for body in bodies:
            parts = json.loads(body)
            kind = parts[0]
            if kind in self._nodes:
                self._node(triples, *parts)
            elif kind in self._edges:
                self._edge(triples, *parts)
            else:
                graph = self._special[kind](triples, parts) or graph
        return Block(owner, graph, sorted(set(triples)))

    def _node(self, out: list[Triple], kind: str, node_id: str, row: dict[str, Any]) -> None:
        mapping, written = self._nodes[kind]
        subject = self.names.node(kind, node_id)
        out.append((subject, self._type, f"<{_class_of(mapping, row)}>"))
        if kind == "Actor":
            self._aliases(out, subject, node_id, row)
            row = {**row, "alias_reports": None}
        elif kind == "Topic":
            out.append((subject, self._iri("skos:notation"), literal(node_id)))
        self._properties(out, subject, written, row)

    def _aliases(self, out: list[Triple], subject: str, actor_id: str, row: Mapping[str, Any]) -> None:
        """A node for each alias, so that it keeps the report that gives it."""
        for words, report_id in zip(row["aliases"] or (), row["alias_reports"] or (), strict=False):
            alias = self.names.local(f"{encoded(actor_id)}-alias-{digest_of(words)[:8]}")
            out += [
                (subject, self._liqaa("hasAlias"), alias),
                (alias, self._type, self._liqaa("Alias")),
                (alias, self._liqaa("alias"), f"{label(words)}@ar"),
                (alias, self._liqaa("aliasReport"), self.names.node("Report", report_id)),
            ]

    def _edge(
        self, out: list[Triple], type_: str, source_id: str, target_id: str, key: str, row: dict[str, Any]
    ) -> None:
        edge, written = self._edges[type_]
        labels = self._ends[type_]
        source, target = self.names.node(labels[0], source_id), self.names.node(labels[1], target_id)
        if edge.property:
            for predicate in (edge.property.iri, *edge.property.also):
                out.append((source, f"<{predicate}>", target))
            return
        owner, other = (source_id, target_id) if edge.owner == "source" else (target_id, source_id)
        subject = self.names.local("-".join(encoded(part) for part in (owner, other, key) if part))
        out.append((subject, self._type, f"<{edge.iri}>"))
        self._links(out, edge, subject, source, target)
        self._properties(out, subject, written, row)

    def _links(self, out: list[Triple], edge: EdgeMapping, subject: str, source: str, target: str) -> None:
        if edge.link:
            out.append((source if edge.owner == "source" else target, f"<{edge.link}>", subject))
        if edge.source:
            out.append((subject, f"<{edge.source}>", source))
        if edge.target:
            out.append((subject, f"<{edge.target}>", target))


def _class_of(mapping: NodeMapping, row: Mapping[str, Any]) -> str:
    """The class of a node: that of its type or kind where there is one."""
    return (mapping.classes or {}).get(row[mapping.by], mapping.iri) if mapping.by else mapping.iri


def is_topic(owner: str) -> bool:
    """Whether an owner is a topic, whose IRI is in the ontology's namespace."""
    return owner.startswith(topic_name(""))
