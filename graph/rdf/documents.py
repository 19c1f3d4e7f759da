"""What is published beside the data: ontology and its page, shapes, JSON-LD context, Neosemantics mapping."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path

from liqaa.graph.rdf.conformity import shapes_text
from liqaa.graph.rdf.extra import library
from liqaa.graph.rdf.header import Profile
from liqaa.graph.rdf.mapping import RdfMapping, load
from liqaa.graph.rdf.writers import context_of
from liqaa.graph.schema import FURTHER_LABELS
from liqaa.ontology.vocabulary import ONTOLOGY_FILE


def write_documents(folder: Path, profile: Profile) -> None:
    """Write them all.

    Args:
        folder: where to.
        profile: how the data beside them is written.

    Raises:
        ExtraError: the library that makes the page is missing.
    """
    _write(folder / "ontology.ttl", ONTOLOGY_FILE.read_text(encoding="utf-8"))
    _write(folder / "ontology.html", ontology_page())
    _write(folder / "shapes.ttl", shapes_text(quotes=profile.quotes))
    context = {"@context": context_of(profile.names, load())}
    _write(folder / "context.jsonld", json.dumps(context, ensure_ascii=False, indent=2) + "\n")
    _write(folder / "neosemantics.cypher", neosemantics(load()))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def ontology_page() -> str:
    """The ontology as a page for people, made by pyLODE."""
    with _quiet():
        page = str(library("pylode").OntPub(ontology=str(ONTOLOGY_FILE)).make_html())
    return _UNION.sub(_in_order, _SCHEMA_ORG.sub(_in_order_of_ids, page))


# pyLODE keeps both in sets, which come out in another order each time: the same archive gives the same bytes.
_SCHEMA_ORG = re.compile(r'(?<=<script id="schema.org" type="application/ld\+json">).*?(?=</script>)', re.S)
_CLASS = re.compile(r"<span>(?:(?!</?span).)*</span>", re.S)
_JOINER = r'\s*<span class="cardinality">[^<]*</span>\s*'
_UNION = re.compile(rf"{_CLASS.pattern}(?:{_JOINER}{_CLASS.pattern})+", re.S)


def _in_order(union: re.Match[str]) -> str:
    """The classes of a union, sorted; what stands between them stays."""
    classes = iter(sorted(_CLASS.findall(union[0])))
    return _CLASS.sub(lambda _: next(classes), union[0])


def _in_order_of_ids(script: re.Match[str]) -> str:
    """The page's data for search engines, sorted."""
    told = [
        {name: _sorted(value) if isinstance(value, list) else value for name, value in one.items()}
        for one in json.loads(script[0])
    ]
    told.sort(key=itemgetter("@id"))
    return f"\n{json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True)}\n\t"


def _sorted(values: list[object]) -> list[object]:
    return sorted(values, key=lambda value: json.dumps(value, sort_keys=True))


@contextmanager
def _quiet() -> Iterator[None]:
    """PyLODE sets up logging for the whole program when it is loaded; put back what was there."""
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    try:
        logging.disable(logging.WARNING)
        yield
    finally:
        logging.disable(logging.NOTSET)
        root.setLevel(level)
        root.handlers[:] = handlers


def neosemantics(mapping: RdfMapping) -> str:
    """The mapping for Neosemantics (n10s): its export then uses our IRIs, its import our labels."""
    lines = ["// For Neosemantics (n10s); run after CALL n10s.graphconfig.init({handleVocabUris: 'MAP'})."]
    for prefix, iri in mapping.prefixes.items():
        lines.append(f"CALL n10s.nsprefix.add('{prefix}', '{iri}');")
    said: dict[str, str] = {}
    for label, node in mapping.nodes.items():
        said[label] = node.iri
        further = FURTHER_LABELS.get(label, {}).get(node.by, {})
        said |= {further[value]: iri for value, iri in (node.classes or {}).items() if value in further}
    for type_, edge in mapping.edges.items():
        said[type_] = edge.property.iri if edge.property else edge.link or edge.iri
    for where, one in mapping.properties():
        name = where.rpartition(".")[2]
        if "." in where and one.iri and where.partition(".")[0] in (*mapping.nodes, *mapping.edges):
            said.setdefault(name, one.iri)
    name_of: dict[str, str] = {}
    for name, iri in said.items():
        # Neosemantics takes each IRI once: the first name keeps it.
        if name_of.setdefault(iri, name) == name:
            lines.append(f"CALL n10s.mapping.add('{iri}', '{name}');")
    lines += (f"// {name}: {reason}." for name, reason in _unmapped(mapping, name_of))
    return "\n".join(lines) + "\n"


def _unmapped(mapping: RdfMapping, name_of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What Neosemantics does not write as the export does, and why."""
    yield from ((name, f"no IRI, {reason}") for name, reason in mapping.omitted.items())
    for where, one in mapping.properties():
        owner, _, name = where.rpartition(".")
        if not one.iri:
            yield where, f"no IRI, {one.detail}"
        elif owner not in mapping.records and name_of.get(one.iri) != name:
            yield where, f"<{one.iri}> in an export; Neosemantics takes one IRI a name, one name an IRI"
