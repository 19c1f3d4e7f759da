"""The delta: applied to what a store holds, it gives what the store should hold, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from liqaa.graph.projection.projection import Projection
from liqaa.graph.schema import Edge, Node
from liqaa.graph.stores.delta import Delta, StoreDigests, diff, digests_of, edge_key, node_key
from liqaa.ontology.model import digest_of

NODES = st.builds(
    Node,
    st.sampled_from(("Actor", "Event")),
    st.sampled_from("abcd"),
    st.fixed_dictionaries({"x": st.integers(0, 2)}),
)


@st.composite
def graphs(draw: st.DrawFn) -> Projection:
    nodes = {node_key(node): node for node in draw(st.lists(NODES, max_size=8))}
    actors, events = ([id_ for label, id_ in sorted(nodes) if label == kind] for kind in ("Actor", "Event"))
    edges: dict[tuple[str, ...], Edge] = {}
    if actors and events:
        made = st.builds(
            Edge, st.just("TOOK_PART"), st.sampled_from(actors), st.sampled_from(events),
            st.sampled_from(("", "host")),
            st.fixed_dictionaries({"role": st.sampled_from(("host", "guest"))}),
        )  # fmt: skip
        edges = {edge_key(edge): edge for edge in draw(st.lists(made, max_size=8))}
    return Projection(tuple(nodes[k] for k in sorted(nodes)), tuple(edges[k] for k in sorted(edges)))  # type: ignore[index]


def applied(delta: Delta, digests: StoreDigests) -> StoreDigests:
    """The digests of a store after a delta, which removes only what is there."""
    nodes, edges = dict(digests.nodes), dict(digests.edges)
    for edge in delta.remove_edges:
        del edges[edge]
    for label, id_ in delta.remove_nodes:
        assert not any(id_ == (source if label == "Actor" else target) for _, source, target, _ in edges)
        del nodes[label, id_]
    nodes |= {node_key(node): digest_of(node.properties) for node in delta.put_nodes}
    edges |= {edge_key(edge): digest_of(edge.properties) for edge in delta.put_edges}
    return StoreDigests(nodes, edges)


@given(graphs(), graphs())
def test_a_delta_leads_from_any_graph_to_any_other(before: Projection, after: Projection) -> None:
    delta = diff(after, digests_of(before))
    assert applied(delta, digests_of(before)) == digests_of(after)
    assert diff(after, digests_of(after)).empty
    assert delta.empty == (before == after)


@given(graphs(), graphs())
def test_a_delta_touches_only_what_differs(before: Projection, after: Projection) -> None:
    delta = diff(after, digests_of(before))
    kept = set(map(repr, before.nodes))
    assert not [node for node in delta.put_nodes if repr(node) in kept]
    assert list(delta.put_nodes) == sorted(delta.put_nodes, key=node_key)
    assert list(delta.remove_edges) == sorted(delta.remove_edges)


@given(graphs(), graphs(), st.integers(1, 5))
def test_a_delta_in_parts_is_the_same_delta(before: Projection, after: Projection, size: int) -> None:
    digests = digests_of(before)
    for part in diff(after, digests).parts(size):
        assert not part.empty
        assert len(part.remove_edges + part.remove_nodes + part.put_nodes + part.put_edges) <= size
        digests = applied(part, digests)
    assert digests == digests_of(after)


def test_a_store_that_holds_nothing_gets_everything() -> None:
    graph = Projection((Node("Actor", "a", {"x": 1}),), ())
    assert diff(graph, StoreDigests()) == Delta(put_nodes=graph.nodes)
