"""What must change in a store so that it holds the graph that should be there, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from liqaa.graph.projection import Projection
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
    wanted = digests_of(desired)
    return Delta(
        remove_edges=tuple(sorted(key for key in digests.edges if key not in wanted.edges)),
        remove_nodes=tuple(sorted(key for key in digests.nodes if key not in wanted.nodes)),
        put_nodes=tuple(
            node
            for node in sorted(desired.nodes, key=node_key)
            if digests.nodes.get(node_key(node)) != wanted.nodes[node_key(node)]
        ),
        put_edges=tuple(
            edge
            for edge in sorted(desired.edges, key=edge_key)
            if digests.edges.get(edge_key(edge)) != wanted.edges[edge_key(edge)]
        ),
    )
