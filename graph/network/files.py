"""A network as a file for other programs: GraphML and GEXF, as networkx writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from liqaa.graph.network.measures import Member, Standing, networkx

if TYPE_CHECKING:
    import networkx as nx

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write; section 2.2, Char."""
_DAY_WRITTEN = re.compile(r' lastmodifieddate="[^"]*"')

Attributes = dict[str, str | int | float]


def write_graphml(graph: nx.Graph[int], found: Sequence[Standing], path: Path) -> None:
    """Write a network as GraphML.

    Args:
        graph: as ``network_of`` makes it.
        found: the standings of its members; others are passed over.
        path: the file; one that is there is replaced.
    """
    lines = networkx().generate_graphml(_exported(graph, found), encoding="utf-8")
    path.write_text('<?xml version="1.0" encoding="utf-8"?>\n' + "\n".join(lines) + "\n", encoding="utf-8")


def write_gexf(graph: nx.Graph[int], found: Sequence[Standing], path: Path) -> None:
    """Write a network as GEXF, without the day of writing, so that equal networks give equal bytes.

    Args:
        graph: as ``network_of`` makes it.
        found: the standings of its members; others are passed over.
        path: the file; one that is there is replaced.
    """
    text = "\n".join(networkx().generate_gexf(_exported(graph, found), encoding="utf-8"))
    path.write_text(_DAY_WRITTEN.sub("", text, count=1) + "\n", encoding="utf-8")


def _exported(graph: nx.Graph[int], found: Sequence[Standing]) -> nx.Graph[str]:
    """The network with ids for nodes, and values that both formats take."""
    standing = {one.member.id: one for one in found}
    exported: nx.Graph[str] = networkx().Graph()
    for _, data in graph.nodes(data=True):
        member: Member = data["member"]
        exported.add_node(_text(member.id), **_of_member(member, standing.get(member.id)))
    for one, two, data in graph.edges(data=True):
        one_id, two_id = (_text(graph.nodes[node]["member"].id) for node in (one, two))
        exported.add_edge(one_id, two_id, **_given(data))
    return exported


def _of_member(member: Member, standing: Standing | None) -> Attributes:
    names: dict[str, object] = {
        "label": member.name or member.id,
        "name": member.name,
        "name_latin": member.latin,
        "parties": "|".join(member.parties),
    }
    if standing is None:
        return _given(names)
    return _given(names | {name: getattr(standing, name) for name in MEASURES})


MEASURES = (
    *("degree", "contacts", "betweenness", "pagerank", "community"),
    *("constraint", "effective_size", "contacts_before", "change"),
)
"""The figures of a standing, in the order in which they are shown."""


def _given(values: Mapping[str, object]) -> Attributes:
    """The values that are known; neither format can say that one is not."""
    return {
        name: value if isinstance(value, int | float) else _text(str(value))
        for name, value in values.items()
        if value is not None and value != ""
    }


def _text(text: str) -> str:
    """Text with a space for each character that XML does not know."""
    return _NOT_IN_XML.sub(" ", text)
