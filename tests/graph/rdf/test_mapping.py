"""The mapping as data: it fits the schema, the ontology and the vocabulary, and a broken one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from liqaa.graph.rdf.blocks import BlockWriter
from liqaa.graph.rdf.mapping import FILE, MappingError, load, read
from liqaa.graph.rdf.terms import Names
from liqaa.ontology.turtle import NAMESPACE
from liqaa.ontology.vocabulary import ONTOLOGY_FILE
from rdflib import Graph, Literal, URIRef

TERM = URIRef(f"{NAMESPACE}graphTerm")
RECORD = URIRef(f"{NAMESPACE}recordTerm")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ONTOLOGY_FILE)


def test_every_iri_of_the_mapping_is_what_the_ontology_says_of_the_term(ontology: Graph) -> None:
    found = {where: one.iri for where, one in load().properties() if one.iri}
    assert len(found) > 70
    for where, iri in found.items():
        terms = {str(term) for name in (TERM, RECORD) for term in ontology.objects(URIRef(iri), name)}
        assert where in terms, (where, iri)
    for label, node in load().nodes.items():
        assert (URIRef(node.iri), TERM, Literal(label)) in ontology
    for type_, edge in load().edges.items():
        assert (URIRef(edge.iri or edge.property.iri), TERM, Literal(type_)) in ontology  # type: ignore[union-attr]


def test_every_term_that_is_written_is_in_the_ontology(ontology: Graph, demo: object) -> None:
    text = demo.files["ntriples"].read_text(encoding="utf-8")  # type: ignore[attr-defined]
    used = {
        word.strip("<>")
        for line in text.splitlines()
        for word in line.split()[:3]
        if word.startswith(f"<{NAMESPACE}")
    }
    defined = {str(subject) for subject in ontology.subjects()}
    assert {iri for iri in used - defined if not iri.startswith(f"{NAMESPACE}topic-conflict-")} == set()
    assert len(used) > 90
    assert BlockWriter(Names()).mapping is load()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("      name: {iri: liqaa:name, language: ar, also: rdfs:label}\n", "", "Actor: name is missing"),
        ("      sounds:", "      smells:", "Actor: smells is not in the schema"),
        ("  AT: {owner: source", "  AT: {owner: middle", "AT: owner must be source or target"),
        ("{iri: liqaa:code}", "{iri: nowhere:code}", "Party.code: prefix of nowhere:code"),
        ("{iri: liqaa:date, type: date}", "{iri: liqaa:date, type: day}", "Event.date: type day is none of"),
        ("{omit: it is the month of the date}", "{}", "Event.month: must have either an iri or a reason"),
        ("ref: Topic}", "ref: Subject}", "Report.topics: ref Subject is none of"),
        (
            "{iri: liqaa:kind, concept: kind-}",
            "{iri: liqaa:kind, concept: kind-, language: ar}",
            "has both language and concept",
        ),
        ("edges:", "edgs:", "must hold prefixes, nodes, records and edges"),
        ("prefixes:", "prefixes: [", "can not be read"),
    ],
)
def test_a_mapping_that_does_not_add_up_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "mapping.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(MappingError, match=r"mapping\.yml: ") as refused:
        read(tmp_path / "mapping.yml")
    assert said in str(refused.value)
