"""The nodes and relationships of a graph while it is being written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from liqaa.graph.agreement import majority
from liqaa.graph.projection.labels import Labels, PartyLabel, TopicLabel
from liqaa.graph.schema import Edge, Node, Value, search_form
from liqaa.ontology.folding import fold
from liqaa.ontology.model import digest_of


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a graph, written down by itself.

    Attributes:
        nodes: each once.
        edges: each once.
        places: id and words of each place that is called by words.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    places: tuple[tuple[str, str], ...]


class Sheet:
    """Collects each node and relationship once; parties and topics bring what they belong to."""

    def __init__(self, labels: Labels) -> None:
        """Begin with nothing."""
        self.labels = labels
        self._nodes: dict[tuple[str, str], Node] = {}
        self._edges: dict[tuple[str, str, str, str], Edge] = {}
        self._places: list[tuple[str, str]] = []

    def node(self, label: str, node_id: str, properties: Mapping[str, Value]) -> str:
        """Write down a node; the first writing of an id counts. Returns the id."""
        self._nodes.setdefault((label, node_id), Node(label, node_id, dict(properties)))
        return node_id

    def edge(
        self,
        kind: str,
        source: str,
        target: str,
        key: str = "",
        properties: Mapping[str, Value] | None = None,
    ) -> None:
        """Write down a relationship."""
        self._edges.setdefault(
            (kind, source, target, key), Edge(kind, source, target, key, dict(properties or {}))
        )

    def page(self) -> Page:
        """What was written down so far."""
        return Page(tuple(self._nodes.values()), tuple(self._edges.values()), tuple(self._places))

    def party(self, code: str) -> str:
        """The node of a party."""
        self._nodes.setdefault(("Party", code), _party_node(code, self.labels.party(code)))
        return code

    def topic(self, topic_id: str) -> str:
        """The node of a topic, with those above it."""
        if ("Topic", topic_id) in self._nodes:
            return topic_id
        label = self.labels.topic(topic_id)
        self._nodes["Topic", topic_id] = _topic_node(topic_id, label)
        if label.broader:
            self.edge("BROADER", topic_id, self.topic(label.broader))
        return topic_id

    def office(self, words: str, party: str | None) -> str:
        """The node of an office of a party."""
        office_id = office_id_of(words, party)
        search = search_form(office_id, words)
        self.node("Office", office_id, {"name_ar": words, "name_en": None, "search": search})
        if party:
            self.edge("OF", office_id, self.party(party))
        return office_id

    def place(self, words: str | None, country: str | None) -> str:
        """The node of a place, or of a country as a place; it is called what most events call it."""
        place_id = place_id_of(words, country)
        label = self.labels.party(country) if country and not words else None
        ar, en = (label.ar, label.en) if label else (None, None)
        self.node("Place", place_id, {"name_ar": ar, "name_en": en})
        if words:
            self._places.append((place_id, words))
        if country:
            self.edge("IN", place_id, self.party(country))
        return place_id

    def nodes(self) -> tuple[Node, ...]:
        """Every node, sorted by label and id."""
        names: dict[str, list[str]] = defaultdict(list)
        for place_id, words in self._places:
            names[place_id].append(words)
        for place_id, called in names.items():
            properties = self._nodes["Place", place_id].properties
            called_most: dict[str, Value] = {**properties, "name_ar": majority(called)}
            self._nodes["Place", place_id] = Node("Place", place_id, called_most)
        return tuple(self._nodes[key] for key in sorted(self._nodes))

    def edges(self) -> tuple[Edge, ...]:
        """Every relationship, sorted by type, ends and key."""
        return tuple(self._edges[key] for key in sorted(self._edges))


@lru_cache(maxsize=10_000)
def _party_node(code: str, label: PartyLabel) -> Node:
    """The node of a party; its many names are folded once."""
    search = search_form(code, label.ar, label.en, *label.aliases)
    names: dict[str, Value] = {"name_ar": label.ar, "name_en": label.en, "search": search}
    return Node("Party", code, {"code": code, "kind": label.kind, **names})


@lru_cache(maxsize=10_000)
def _topic_node(topic_id: str, label: TopicLabel) -> Node:
    """The node of a topic."""
    search = search_form(topic_id, label.ar, label.en)
    return Node("Topic", topic_id, {"name_ar": label.ar, "name_en": label.en, "search": search})


def office_id_of(words: str, party: str | None) -> str:
    """Identity of an office: its folded words and the party it belongs to."""
    return "o-" + digest_of([party, fold(words)])[:12]


def place_id_of(words: str | None, country: str | None) -> str:
    """Identity of a place: its folded words and its country."""
    return "p-" + digest_of([fold(words or ""), country])[:12]
