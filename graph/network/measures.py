"""Who stands where in the network of contacts: centrality, brokerage, communities, and what changed.

A network has a node for each actor or party and a link between two that were in contact. The weight of a link
is the number of events, not of reports. The measures are those of networkx.
"""

from __future__ import annotations

import importlib
import logging
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from liqaa.ontology.errors import LiqaaError

if TYPE_CHECKING:
    import networkx as nx

_log = logging.getLogger(__name__)

_SEED = 20210315
"""Of every step that draws by chance, so that equal networks give equal figures."""
_STEPS = 30_000_000
"""Nodes and links to visit for betweenness; above that it is estimated from some of the nodes."""
_LEAST_PIVOTS = 64
_MOST_FOR_HOLES = 3_000
"""Nodes up to which constraint and effective size, cubic in the busiest node, are worked out."""


class NoNetworkxError(LiqaaError):
    """The library of the measures is not installed; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class Member:
    """An actor or a party of a network.

    Attributes:
        id: id of the actor, code of the party.
        name: in Arabic.
        latin: in Latin letters, empty where unknown.
        parties: codes of whom an actor represents; empty for a party.
    """

    id: str
    name: str
    latin: str = ""
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """Two that were in contact.

    Attributes:
        one: the one.
        two: the other.
        events: events that both took part in, at least 1.
        first: day of the first dated one, ``YYYY-MM-DD``.
        last: day of the last.
    """

    one: Member
    two: Member
    events: int
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a member stands in the network.

    Attributes:
        member: who.
        degree: with how many others it was in contact.
        contacts: sum of the events with each of them; an event of three counts for both others.
        betweenness: share of the shortest ways between others that lead through it, 0 to 1.
        pagerank: PageRank by events; that of all members together is 1.
        community: number of its community by Louvain's method, 1 the biggest.
        constraint: Burt's constraint by events; the lower, the more it brokers between others. None in
            networks of more than 3,000 members.
        effective_size: Burt's effective size: others, less the ties among them. None as above.
        contacts_before: as ``contacts``, in the period compared with; None where there is none.
        change: contacts less those before.
    """

    member: Member
    degree: int
    contacts: int
    betweenness: float
    pagerank: float
    community: int
    constraint: float | None
    effective_size: float | None
    contacts_before: int | None = None
    change: int | None = None


def network_of(contacts: Iterable[Contact]) -> nx.Graph[int]:
    """The network as networkx holds it, its nodes numbered in the order of their ids.

    Numbers, because networkx walks through sets of nodes, and sets of text differ in order by process.

    Args:
        contacts: each pair once.

    Returns:
        A graph whose nodes have ``member``, and whose links have ``weight`` (events), ``first`` and ``last``.

    Raises:
        NoNetworkxError: networkx is not installed.
    """
    graph: nx.Graph[int] = networkx().Graph()
    found = list(contacts)
    members = {member.id: member for contact in found for member in (contact.one, contact.two)}
    number = {id_: at for at, id_ in enumerate(sorted(members))}
    graph.add_nodes_from((at, {"member": members[id_]}) for id_, at in number.items())
    for contact in sorted(found, key=lambda one: (one.one.id, one.two.id)):
        ends = number[contact.one.id], number[contact.two.id]
        graph.add_edge(*ends, weight=contact.events, first=contact.first, last=contact.last)
    return graph


def standings(graph: nx.Graph[int], before: nx.Graph[int] | None = None) -> list[Standing]:
    """Every measure of every member, the one with the most contacts first.

    Args:
        graph: as ``network_of`` makes it.
        before: that of another period, to compare with; who is only there stands in the answer too.
    """
    library = networkx()
    if before is not None:
        graph = _with_all_of(graph, before)
    if not graph:
        return []
    betweenness = library.betweenness_centrality(graph, k=_pivots(graph), seed=_SEED)
    pagerank = library.pagerank(graph, weight="weight")
    community = _communities(graph)
    constraint, size = _holes(graph)
    earlier = None if before is None else _contacts_by_id(before)
    found = []
    for node, contacts in graph.degree(weight="weight"):
        member: Member = graph.nodes[node]["member"]
        once = None if earlier is None else earlier.get(member.id, 0)
        found.append(
            Standing(
                member=member,
                degree=graph.degree(node),
                contacts=contacts,
                betweenness=round(betweenness[node], 6),
                pagerank=round(pagerank[node], 6),
                community=community[node],
                constraint=_rounded(constraint.get(node)),
                effective_size=_rounded(size.get(node)),
                contacts_before=once,
                change=None if once is None else contacts - once,
            )
        )
    return sorted(found, key=lambda one: (-one.contacts, -(one.contacts_before or 0), one.member.id))


def networkx() -> Any:
    """The library.

    Raises:
        NoNetworkxError: it is not installed.
    """
    try:
        import networkx as library

        importlib.import_module("scipy")  # PageRank asks for it when it is worked out, after all the rest
    except ImportError as error:
        raise NoNetworkxError(f"{error.name} is missing: pip install 'liqaa[network]'") from error
    return library


def _with_all_of(graph: nx.Graph[int], other: nx.Graph[int]) -> nx.Graph[int]:
    """The network with the members of another one; who has no link here stands alone."""
    return _renumbered(graph, {one.id: one for each in (other, graph) for one in _members(each)})


def _renumbered(graph: nx.Graph[int], members: Mapping[str, Member]) -> nx.Graph[int]:
    number = {id_: at for at, id_ in enumerate(sorted(members))}
    renumbered: nx.Graph[int] = networkx().Graph()
    renumbered.add_nodes_from((at, {"member": members[id_]}) for id_, at in number.items())
    ids = {node: data["member"].id for node, data in graph.nodes(data=True)}
    renumbered.add_edges_from(
        (number[ids[one]], number[ids[two]], data) for one, two, data in graph.edges(data=True)
    )
    return renumbered


def _members(graph: nx.Graph[int]) -> list[Member]:
    return [data["member"] for _, data in graph.nodes(data=True)]


def _contacts_by_id(graph: nx.Graph[int]) -> dict[str, int]:
    return {graph.nodes[node]["member"].id: contacts for node, contacts in graph.degree(weight="weight")}


def _pivots(graph: nx.Graph[int]) -> int | None:
    """From how many nodes betweenness is estimated; None where it is exact."""
    nodes, links = len(graph), graph.number_of_edges()
    pivots = max(_LEAST_PIVOTS, _STEPS // (nodes + links + 1))
    if pivots >= nodes:
        return None
    _log.warning("Betweenness is estimated from %s of %s members.", f"{pivots:,}", f"{nodes:,}")
    return pivots


def _communities(graph: nx.Graph[int]) -> dict[int, int]:
    """The number of each node's community; the biggest is 1, and of equals the one with the first id."""
    found = networkx().community.louvain_communities(graph, weight="weight", seed=_SEED)
    ranked = sorted(found, key=lambda nodes: (-len(nodes), min(nodes)))
    return {node: number for number, nodes in enumerate(ranked, start=1) for node in nodes}


def _holes(graph: nx.Graph[int]) -> tuple[dict[int, float], dict[int, float]]:
    """Constraint and effective size of each node that has them: who has no link has neither."""
    if len(graph) > _MOST_FOR_HOLES:
        _log.warning("Constraint and effective size are left out above %s members.", f"{_MOST_FOR_HOLES:,}")
        return {}, {}
    linked = graph.subgraph([node for node in graph if graph.degree(node)])
    return (
        networkx().constraint(linked, weight="weight"),
        networkx().effective_size(linked),
    )


def _rounded(value: float | None) -> float | None:
    """A figure to six places; nothing where it is none."""
    return None if value is None or math.isnan(value) else round(float(value), 6)
