"""The graph that the current reports support: nodes and edges, sorted, byte for byte the same every time."""

from __future__ import annotations

from dataclasses import dataclass

from liqaa.graph.schema import Edge, Node


@dataclass(frozen=True, slots=True)
class Projection:
    """A whole graph as it should be.

    Attributes:
        nodes: sorted by label and id, each once.
        edges: sorted by type, source, target and key, each once; both ends are in ``nodes``.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
