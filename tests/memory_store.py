"""A store in memory: a dictionary that applies deltas, for tests of what is written and when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

from liqaa.graph.schema import Edge, Node
from liqaa.graph.stores.delta import Delta, StoreDigests, edge_key, node_key
from liqaa.graph.stores.store import StoreError, Table
from liqaa.ontology.model import digest_of


class MemoryStore:
    """Keeps nodes and relationships by key; refuses to leave a relationship without its ends.

    Args:
        fails: how many times ``apply`` fails half way before it works.
    """

    name: Literal["ladybug"] = "ladybug"
    version = "0"

    def __init__(self, fails: int = 0) -> None:
        self.nodes: dict[tuple[str, str], Node] = {}
        self.edges: dict[tuple[str, str, str, str], Edge] = {}
        self.applied = 0
        self._fails = fails

    def prepare(self) -> None:
        pass

    def digests(self) -> StoreDigests:
        return StoreDigests(
            {key: digest_of(node.properties) for key, node in self.nodes.items()},
            {key: digest_of(edge.properties) for key, edge in self.edges.items()},
        )

    def apply(self, delta: Delta) -> None:
        self.applied += 1
        for edge in delta.remove_edges:
            del self.edges[edge]
        for key in delta.remove_nodes:
            del self.nodes[key]
        self.nodes |= {node_key(node): node for node in delta.put_nodes}
        if self._fails:
            self._fails -= 1
            raise StoreError("the connection broke off")
        self.edges |= {edge_key(edge): edge for edge in delta.put_edges}

    def run(self, cypher: str, parameters: Mapping[str, object]) -> Table:
        raise StoreError("this store answers no Cypher")

    def clear(self) -> None:
        self.nodes.clear()
        self.edges.clear()

    def close(self) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass
