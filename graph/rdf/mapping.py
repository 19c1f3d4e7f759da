"""The mapping of the graph to RDF, out of ``mapping.yml``, checked against the graph's schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from liqaa.graph.schema import EDGES, NODES
from liqaa.ontology.errors import LiqaaError

FILE = Path(__file__).with_name("mapping.yml")

RECORDS = {
    "Report": ("type", "salience", "date_text", "topics", "signals"),
    "Participant": ("name", "office", "country", "role", "kind", "mention", "name_span", "office_span"),
}
"""The fields of records that are written beside what the graph has of them."""

_KINDS = ("language", "type", "concept", "ref", "omit")
_TYPES = ("date", "integer", "boolean", "double", "anyURI", "date-part")
_REFS = ("Node", "Span", *(table.label for table in NODES))


class MappingError(LiqaaError):
    """``mapping.yml`` does not add up; the message names file, key and reason, one problem a line."""


@dataclass(frozen=True, slots=True)
class Property:
    """How one property is written.

    Attributes:
        iri: full IRI, empty where it is not written.
        kind: text, language, type, concept, ref or omit.
        detail: the language, datatype, beginning of the concept, label of the node, or reason.
        also: full IRIs that say the same again.
        words: whether its values are words of an article.
    """

    iri: str
    kind: str = "text"
    detail: str = ""
    also: tuple[str, ...] = ()
    words: bool = False


@dataclass(frozen=True, slots=True)
class NodeMapping:
    """How a node is written: its class, by the value of the property ``by`` where there is one."""

    label: str
    iri: str
    properties: Mapping[str, Property]
    by: str = ""
    classes: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class EdgeMapping:
    """How a relationship is written.

    Attributes:
        type: of the relationship.
        owner: the end among whose statements it stands, ``source`` or ``target``.
        property: the one statement it is; None for a node of its own.
        iri: class of the node it is; empty for one statement.
        link: from its owner to that node; empty where the node leads to both ends.
        source: from the node to the source; empty where the link does.
        target: from the node to the target; the same.
        properties: of the node.
    """

    type: str
    owner: str
    property: Property | None
    iri: str
    link: str
    source: str
    target: str
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class RdfMapping:
    """The whole mapping.

    Attributes:
        prefixes: namespaces by prefix.
        nodes: by label.
        edges: by type.
        omitted: labels and types that are not written, with the reason.
        records: by record, its fields.
    """

    prefixes: Mapping[str, str]
    nodes: Mapping[str, NodeMapping]
    edges: Mapping[str, EdgeMapping]
    omitted: Mapping[str, str]
    records: Mapping[str, Mapping[str, Property]]

    def iri(self, name: str) -> str:
        """The full IRI of a prefixed name."""
        prefix, _, local = name.partition(":")
        return self.prefixes[prefix] + local

    def properties(self) -> Iterator[tuple[str, Property]]:
        """Every property with where it stands (``Actor.name``, ``TOOK_PART.role``, ``REPRESENTS``)."""
        for label, node in self.nodes.items():
            yield from ((f"{label}.{name}", one) for name, one in node.properties.items())
        for type_, edge in self.edges.items():
            yield from ((f"{type_}.{name}", one) for name, one in edge.properties.items())
            if edge.property:
                yield type_, edge.property
        for record, fields in self.records.items():
            yield from ((f"{record}.{name}", one) for name, one in fields.items())


@cache
def load() -> RdfMapping:
    """The mapping of the package, read once.

    Raises:
        MappingError: it does not add up.
    """
    return read(FILE)


def read(path: Path) -> RdfMapping:
    """Read and check a mapping.

    Raises:
        MappingError: something is missing, unknown or twice.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise MappingError(f"{path.name}: can not be read: {error}") from error
    found = [f"{path.name}: {problem}" for problem in _problems(data)]
    if found:
        raise MappingError("\n".join(found))
    prefixes = data["prefixes"]
    return RdfMapping(
        prefixes=prefixes,
        nodes={label: _node(label, entry, prefixes) for label, entry in _written(data["nodes"]).items()},
        edges={type_: _edge(type_, entry, prefixes) for type_, entry in _written(data["edges"]).items()},
        omitted={name: entry["omit"] for name, entry in _omitted(data).items()},
        records={record: _properties(fields, prefixes) for record, fields in data["records"].items()},
    )


def _written(entries: Mapping[str, Any]) -> dict[str, Any]:
    """The entries of labels or types that RDF has."""
    return {name: entry for name, entry in entries.items() if "omit" not in entry}


def _omitted(data: Mapping[str, Any]) -> dict[str, Any]:
    """The entries of labels and types that RDF leaves out."""
    both = {**data["nodes"], **data["edges"]}
    return {name: entry for name, entry in both.items() if "omit" in entry}


def _node(label: str, entry: Mapping[str, Any], prefixes: Mapping[str, str]) -> NodeMapping:
    classes = {value: _full(name, prefixes) for value, name in entry.get("classes", {}).items()}
    iri = _full(entry["class"], prefixes)
    return NodeMapping(label, iri, _properties(entry["properties"], prefixes), entry.get("by", ""), classes)


def _edge(type_: str, entry: Mapping[str, Any], prefixes: Mapping[str, str]) -> EdgeMapping:
    part = {key: _full(entry[key], prefixes) for key in ("class", "link", "source", "target") if key in entry}
    return EdgeMapping(
        type=type_,
        owner=entry["owner"],
        property=_property(entry, prefixes) if "iri" in entry else None,
        iri=part.get("class", ""),
        link=part.get("link", ""),
        source=part.get("source", ""),
        target=part.get("target", ""),
        properties=_properties(entry.get("properties", {}), prefixes),
    )


def _properties(entries: Mapping[str, Any], prefixes: Mapping[str, str]) -> dict[str, Property]:
    return {name: _property(entry, prefixes) for name, entry in entries.items()}


def _property(entry: Mapping[str, Any], prefixes: Mapping[str, str]) -> Property:
    kind = next((kind for kind in _KINDS if kind in entry), "text")
    also = entry.get("also", [])
    return Property(
        iri=_full(entry["iri"], prefixes) if "iri" in entry else "",
        kind=kind,
        detail=entry.get(kind, ""),
        also=tuple(_full(name, prefixes) for name in ([also] if isinstance(also, str) else also)),
        words=entry.get("words", False),
    )


def _full(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, local = name.partition(":")
    return prefixes[prefix] + local


def _problems(data: Any) -> Iterator[str]:
    """Everything that does not add up: key and reason."""
    if not isinstance(data, dict) or set(data) != {"prefixes", "nodes", "records", "edges"}:
        yield "must hold prefixes, nodes, records and edges, and nothing else"
        return
    tables = {table.label: table.properties for table in NODES}
    types = {table.type: table.properties for table in EDGES}
    records = {record: dict.fromkeys(fields) for record, fields in RECORDS.items()}
    yield from _differences("nodes", data["nodes"], tables)
    yield from _differences("edges", data["edges"], types)
    yield from _differences("records", data["records"], records)
    for name, entry in sorted(_omitted(data).items()):
        if set(entry) != {"omit"}:
            yield f"{name}: is omitted and has something else"
    for label, entry in _written(data["nodes"]).items():
        yield from _differences(label, entry.get("properties", {}), tables.get(label, {}))
    for type_, entry in _written(data["edges"]).items():
        yield from _differences(type_, entry.get("properties", {}), types.get(type_, {}))
        if entry.get("owner") not in ("source", "target"):
            yield f"{type_}: owner must be source or target"
        if ("iri" in entry) == ("class" in entry):
            yield f"{type_}: must have either an iri or a class"
    for record, fields in data["records"].items():
        yield from _differences(record, fields, records.get(record, {}))
    for where, entry in _entries(data):
        yield from (f"{where}: {reason}" for reason in _property_problems(entry, data["prefixes"]))


def _differences(where: str, given: Mapping[str, Any], wanted: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{where}: {name} is missing" for name in wanted if name not in given)
    yield from (f"{where}: {name} is not in the schema" for name in given if name not in wanted)


def _entries(data: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for part in ("nodes", "edges"):
        for key, entry in data[part].items():
            yield from ((f"{key}.{name}", one) for name, one in entry.get("properties", {}).items())
    for record, fields in data["records"].items():
        yield from ((f"{record}.{name}", one) for name, one in fields.items())


def _property_problems(entry: Mapping[str, Any], prefixes: Mapping[str, str]) -> Iterator[str]:
    kinds = [kind for kind in _KINDS if kind in entry]
    if len(kinds) > 1:
        yield f"has both {' and '.join(kinds)}"
    if ("iri" in entry) == ("omit" in entry):
        yield "must have either an iri or a reason to omit it"
    if "iri" in entry and entry["iri"].partition(":")[0] not in prefixes:
        yield f"prefix of {entry['iri']} is not among the prefixes"
    if entry.get("type", "date") not in _TYPES:
        yield f"type {entry['type']} is none of {', '.join(_TYPES)}"
    if entry.get("ref", "Node") not in _REFS:
        yield f"ref {entry['ref']} is none of {', '.join(_REFS)}"
    if unknown := set(entry) - {*_KINDS, "iri", "also", "words"}:
        yield f"unknown: {', '.join(sorted(unknown))}"
