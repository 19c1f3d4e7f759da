"""Blocks in each format, one after the other: what is written never depends on what comes later."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from io import TextIOBase
from itertools import groupby
from operator import itemgetter
from typing import Protocol, TextIO

from liqaa.graph.rdf.blocks import Block
from liqaa.graph.rdf.mapping import RdfMapping
from liqaa.graph.rdf.record_blocks import Triple
from liqaa.graph.rdf.terms import Names, unescaped

_RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_LITERAL = re.compile(r'"(.*)"(?:@([A-Za-z0-9-]+)|\^\^(<[^>]*>))?', re.DOTALL)


Out = TextIO | TextIOBase
"""Where text can be written to."""


class Writer(Protocol):
    """Writes blocks to a text file."""

    def write(self, block: Block) -> None:
        """Write one block."""

    def end(self) -> None:
        """Write what closes the file."""


class NQuads:
    """N-Quads: sorted and canonical, as the blocks are."""

    def __init__(self, out: Out, names: Names, mapping: RdfMapping) -> None:
        """Begin."""
        self._out = out

    def write(self, block: Block) -> None:
        """Write one block."""
        self._out.write(nquads(block))

    def end(self) -> None:
        """Nothing closes it."""


class NTriples(NQuads):
    """N-Triples: without the graphs."""

    def write(self, block: Block) -> None:
        """Write one block."""
        self._out.write("".join([f"{s} {p} {o} .\n" for s, p, o in block.triples]))


class Turtle:
    """Turtle: one paragraph a subject."""

    def __init__(self, out: Out, names: Names, mapping: RdfMapping) -> None:
        """Write the prefixes."""
        self._out = out
        self._short = Shortener(names, mapping)
        self._verbs = {_RDF_TYPE: "a"}
        out.writelines(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in self._short.prefixes.items())

    def write(self, block: Block) -> None:
        """Write one block: a paragraph a subject, a line a predicate."""
        term, verbs = self._short, self._verbs
        parts: list[str] = []
        subject = predicate = ""
        for s, p, value in block.triples:
            o = term(value) if value[0] == "<" else value
            if s == subject and p == predicate:
                parts.append(f" , {o}")
                continue
            verb = verbs.get(p) or verbs.setdefault(p, term(p))
            if s == subject:
                parts.append(f" ;\n    {verb} {o}")
            else:
                parts.append(f"{' .' if parts else ''}\n\n{term(s)} {verb} {o}")
            subject, predicate = s, p
        if parts:
            parts[0] = parts[0][1:]  # a block begins on a line of its own
            self._out.write("".join(parts) + " .\n")

    def end(self) -> None:
        """Nothing closes it."""


class TriG(Turtle):
    """TriG: the same inside graphs."""

    def __init__(self, out: Out, names: Names, mapping: RdfMapping) -> None:
        """Write the prefixes."""
        super().__init__(out, names, mapping)
        self._graph = ""

    def write(self, block: Block) -> None:
        """Write one block; a graph goes on as long as blocks are in it."""
        if block.graph != self._graph:
            self._out.write(f"{'}' if self._graph else ''}\n\n{self._short(block.graph)} {{\n")
            self._graph = block.graph
        super().write(block)

    def end(self) -> None:
        """Close the last graph."""
        if self._graph:
            self._out.write("}\n")


class JsonLd:
    """JSON-LD: the context, then a list of graphs, each of a block's nodes."""

    def __init__(self, out: Out, names: Names, mapping: RdfMapping) -> None:
        """Write the context, which is also published alone."""
        self._out = out
        self._short = Shortener(names, mapping)
        self._context = context_of(names, mapping)
        self._terms = {
            f"<{names_iri(entry['@id'], self._short.prefixes)}>": (term, entry)
            for term, entry in self._context.items()
            if isinstance(entry, dict)
        }
        self._first = True
        out.write(f'{{"@context": {_json(self._context)},\n"@graph": [\n')

    def write(self, block: Block) -> None:
        """Write one block."""
        nodes = ",\n  ".join(_json(self._node(s, group)) for s, group in _by_subject(block.triples))
        comma = "" if self._first else ",\n"
        self._first = False
        self._out.write(f'{comma}{{"@id": {_json(self._compact(block.graph))}, "@graph": [\n  {nodes}]}}')

    def end(self) -> None:
        """Close the list."""
        self._out.write("\n]}\n")

    def _compact(self, term: str) -> str:
        return self._short(term).strip("<>")

    def _node(self, subject: str, triples: Iterable[Triple]) -> dict[str, object]:
        node: dict[str, object] = {"@id": self._compact(subject)}
        for predicate, group in groupby(triples, key=itemgetter(1)):
            objects = [value for _, _, value in group]
            if predicate == _RDF_TYPE:
                node["@type"] = [self._compact(value) for value in objects]
                continue
            term, entry = self._terms.get(predicate, (self._compact(predicate), {}))
            values = [self._value(value, entry.get("@type")) for value in objects]
            node[term] = values[0] if len(values) == 1 else values
        return node

    def _value(self, value: str, coerced: str | None) -> object:
        """An object, short where the context says what it is."""
        if value[0] == "<":
            return self._compact(value) if coerced == "@id" else {"@id": self._compact(value)}
        match = _LITERAL.fullmatch(value)
        assert match
        text = unescaped(match[1])
        if match[2]:
            return {"@value": text, "@language": match[2]}
        if not match[3]:
            return text if coerced is None else {"@value": text}
        datatype = self._compact(match[3])
        return text if datatype == coerced else {"@value": text, "@type": datatype}


FORMATS: Mapping[str, tuple[str, Callable[[Out, Names, RdfMapping], Writer]]] = {
    "trig": ("trig", TriG),
    "nquads": ("nq", NQuads),
    "turtle": ("ttl", Turtle),
    "ntriples": ("nt", NTriples),
    "jsonld": ("jsonld", JsonLd),
}
"""By name: the ending of the file, and the writer."""


class Shortener:
    """Writes terms with prefixes; each IRI is shortened once."""

    def __init__(self, names: Names, mapping: RdfMapping) -> None:
        """Know the prefixes."""
        self.prefixes = {**mapping.prefixes, "d": names.data, "g": f"{names.base}graph/"}
        # Nearly all IRIs are of the data or the ontology: those are tried first.
        first = {name: self.prefixes[name] for name in ("d", "liqaa")}
        self._tried = tuple({**first, **self.prefixes}.items())
        self._known: dict[str, str] = {}

    def __call__(self, term: str) -> str:
        """A term as short as Turtle allows."""
        if term[0] != "<":
            return term
        found = self._known.get(term)
        if found is None:
            found = self._shortened(term)
            # IRIs of the vocabulary come again and again, those of the data a few times, one after the other.
            if len(self._known) > 50_000:
                self._known.clear()
            self._known[term] = found
        return found

    def _shortened(self, term: str) -> str:
        iri = term[1:-1]
        for prefix, space in self._tried:
            if iri.startswith(space) and _LOCAL.fullmatch(iri, len(space)):
                return f"{prefix}:{iri[len(space) :]}"
        return term


def context_of(names: Names, mapping: RdfMapping) -> dict[str, object]:
    """The JSON-LD context: prefixes, and a term for each property of the mapping with what its values are."""
    terms: dict[str, object] = {"d": names.data, "g": f"{names.base}graph/", **mapping.prefixes}
    found: dict[str, set[str | None]] = {}
    for where, one in mapping.properties():
        if "." in where and one.iri.startswith(mapping.prefixes["liqaa"]):
            kind = "@id" if one.kind in ("concept", "ref") else None
            if one.kind == "type" and one.detail != "date-part":
                kind = f"xsd:{one.detail}"
            found.setdefault(one.iri, set()).add(kind if one.kind != "text" else None)
    for edge in mapping.edges.values():
        said = edge.property.iri if edge.property else ""
        for iri in (edge.link, edge.source, edge.target, said):
            if iri.startswith(mapping.prefixes["liqaa"]):
                found.setdefault(iri, set()).add("@id")
    for iri, kinds in sorted(found.items()):
        local = iri.removeprefix(mapping.prefixes["liqaa"])
        (kind,) = kinds if len(kinds) == 1 else (None,)
        terms[local] = {"@id": f"liqaa:{local}", **({"@type": kind} if kind else {})}
    return terms


def names_iri(name: str, prefixes: Mapping[str, str]) -> str:
    """The full IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return prefixes[prefix] + local


def nquads(block: Block) -> str:
    """A block as lines of canonical N-Quads."""
    end = f" {block.graph} .\n"
    return "".join([f"{s} {p} {o}{end}" for s, p, o in block.triples])


def _by_subject(triples: Iterable[Triple]) -> Iterable[tuple[str, Iterable[Triple]]]:
    return groupby(triples, key=itemgetter(0))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
