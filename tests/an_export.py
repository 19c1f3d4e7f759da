"""Exports for tests: of a hand-made graph, of an archive, and what a SPARQL example answers over one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
import rdflib
from liqaa.graph.projection.projection import Projection
from liqaa.graph.rdf.blocks import Block, BlockWriter
from liqaa.graph.rdf.export import Written
from liqaa.graph.rdf.history import History, State
from liqaa.graph.rdf.items import Item, _body, edge_owner, in_order
from liqaa.graph.rdf.mapping import load as load_mapping
from liqaa.graph.rdf.terms import Names, owner_of
from liqaa.graph.rdf.writers import nquads
from liqaa.ingest.archive.archive import Archive
from liqaa.queries import sparql
from liqaa.queries.header import Query


@dataclass
class Demo:
    """The demo's archive, its history, and files of it by format."""

    folder: Path
    archive: Archive
    history: History
    state: State
    files: dict[str, Path]
    written: dict[str, Written]


def items_of_graph(graph: Projection) -> list[Item]:
    """A projection as items, reports by their nodes alone: a hand-made graph has no records of them."""
    found = []
    left_out = load_mapping().omitted
    for node in graph.nodes:
        if node.label in left_out:
            continue
        row = {**node.properties, "subtype": None} if node.label == "Report" else node.properties
        found.append(Item(owner_of(node.label, node.id), _body(node.label, node.id, row)))
    for edge in graph.edges:
        if edge.type in left_out:
            continue
        owner = edge_owner(load_mapping(), edge.type, edge.source, edge.target)
        found.append(Item(owner, _body(edge.type, edge.source, edge.target, edge.key, edge.properties)))
    return sorted(found, key=in_order)


def loaded(blocks: Iterable[Block]) -> pyoxigraph.Store:
    """Blocks in a store."""
    store = pyoxigraph.Store()
    data = "".join(nquads(block) for block in blocks).encode()
    store.bulk_load(data, format=pyoxigraph.RdfFormat.N_QUADS)
    return store


def store_of_graph(graph: Projection) -> pyoxigraph.Store:
    """A projection in a store."""
    return loaded(BlockWriter(Names()).blocks(items_of_graph(graph)))


def store_of_file(path: Path) -> pyoxigraph.Store:
    """An export in a store."""
    store = pyoxigraph.Store()
    store.bulk_load(path=path)
    return store


def answer(
    store: pyoxigraph.Store, query: Query, text: str, values: Mapping[str, object]
) -> list[tuple[object, ...]]:
    """What an example answers, as the catalogue gives the answer of its Cypher."""
    found = store.query(sparql.with_values(query, text, values), use_default_graph_as_union=True)
    assert [variable.value for variable in found.variables] == [column.name for column in query.columns]
    return [tuple(_value(row[column.name], column.type) for column in query.columns) for row in found]


def answer_of_rdflib(
    graph: rdflib.Dataset, query: Query, text: str, values: Mapping[str, object]
) -> list[tuple[object, ...]]:
    """What an example answers in rdflib, likewise."""
    found = graph.query(sparql.with_values(query, text, values))
    assert [str(name) for name in found.vars or ()] == [column.name for column in query.columns]
    rows = [row for row in found if isinstance(row, rdflib.query.ResultRow)]
    return [tuple(_value(row[column.name], column.type) for column in query.columns) for row in rows]


def _value(term: object, type_: str) -> object:
    text = str(term) if isinstance(term, rdflib.Literal) else getattr(term, "value", None)
    if type_ == "set":
        return tuple(sorted(text.split(sparql.SEPARATOR))) if text else ()
    if text is None:
        return None
    return int(text) if type_ == "integer" else text
