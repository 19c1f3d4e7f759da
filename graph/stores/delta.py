"""What must change in a store so that it holds the graph that should be there, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from liqaa.graph.projection.projection import Projection
from liqaa.graph.schema import Edge, Node
from liqaa.ontology.model import digest_of

NodeKey = tuple[str, str]
"""A node in a store: its label and its id."""

EdgeKey = tuple[str, str, str, str]
"""A relationship in a store: its type, the ids of its source and target, and its key."""


@dataclass(frozen=True, slots=True)
class StoreDigests:
    """What a store holds, as digests of the properties of every node and relationship.

    Attributes:
        nodes: digest by label and id.
        edges: digest by type, source, target and key.
    """

    nodes: Mapping[NodeKey, str] = field(default_factory=dict)
    edges: Mapping[EdgeKey, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Delta:
    """The steps from what a store holds to what it should hold; each part is sorted by key.

    Attributes:
        remove_edges: relationships that nothing supports any more.
        remove_nodes: nodes that nothing supports any more; their relationships are all in ``remove_edges``.
        put_nodes: nodes to add, or whose properties changed.
        put_edges: relationships to add, or whose properties changed.
    """

    remove_edges: tuple[EdgeKey, ...] = ()
    remove_nodes: tuple[NodeKey, ...] = ()
    put_nodes: tuple[Node, ...] = ()
    put_edges: tuple[Edge, ...] = ()

    @property
    def empty(self) -> bool:
        """True when the store already holds what it should."""
        return not (self.remove_edges or self.remove_nodes or self.put_nodes or self.put_edges)

    def parts(self, size: int) -> Iterator[Delta]:
        """The same steps as deltas to be applied in this order, each of at most ``size`` steps.

        Args:
            size: one or more.

        Yields:
            No delta that is empty.
        """
        for at in range(0, len(self.remove_edges), size):
            yield Delta(remove_edges=self.remove_edges[at : at + size])
        for at in range(0, len(self.remove_nodes), size):
            yield Delta(remove_nodes=self.remove_nodes[at : at + size])
        for at in range(0, len(self.put_nodes), size):
            yield Delta(put_nodes=self.put_nodes[at : at + size])
        for at in range(0, len(self.put_edges), size):
            yield Delta(put_edges=self.put_edges[at : at + size])


def node_key(node: Node) -> NodeKey:
    """The key of a node in a store."""
    return node.label, node.id


def edge_key(edge: Edge) -> EdgeKey:
    """The key of a relationship in a store."""
    return edge.type, edge.source, edge.target, edge.key


def digests_of(projection: Projection) -> StoreDigests:
    """The digests of a store that holds exactly this projection."""
    return StoreDigests(
        nodes={node_key(node): digest_of(node.properties) for node in projection.nodes},
        edges={edge_key(edge): digest_of(edge.properties) for edge in projection.edges},
    )


def diff(desired: Projection, digests: StoreDigests) -> Delta:
    """Compare the graph that should be with the digests of the one that is.

    Args:
        desired: the projection of all current reports.
        digests: what the store holds, as ``Store.digests`` returns it.

    Returns:
        The delta that turns one into the other; empty when they agree.
    """
    # One pass, and no second copy of all digests: a graph of a million relationships must fit in memory.
    unwanted_nodes, unwanted_edges = set(digests.nodes), set(digests.edges)
    put_nodes: list[Node] = []
    put_edges: list[Edge] = []
    for node in desired.nodes:
        unwanted_nodes.discard(node_key(node))
        if digests.nodes.get(node_key(node)) != digest_of(node.properties):
            put_nodes.append(node)
    for edge in desired.edges:
        unwanted_edges.discard(edge_key(edge))
        if digests.edges.get(edge_key(edge)) != digest_of(edge.properties):
            put_edges.append(edge)
    return Delta(
        remove_edges=tuple(sorted(unwanted_edges)),
        remove_nodes=tuple(sorted(unwanted_nodes)),
        put_nodes=tuple(put_nodes),
        put_edges=tuple(put_edges),
    )
