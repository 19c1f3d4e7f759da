"""The ontology as RDF: what it describes, labels, alignments, consistency."""

from __future__ import annotations

import dataclasses
import re

import pytest
from liqaa.graph import schema
from liqaa.ontology import model
from liqaa.ontology.turtle import NAMESPACE
from liqaa.ontology.vocabulary import ONTOLOGY_FILE, load
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef, namespace

# What stores add for their own use and partners do not get.
STORE_ONLY = {
    *("Event.month", "Event.day_number", "Event.first_day", "Event.last_day", "Event.party_count"),
    "Event.source_count",
    *(f"Actor.{name}" for name in ("named", "party_count", "event_count", "first_date", "last_date")),
    "Article.day",
    *("Tie", "Tie.alike", "MET", "CONTACT_OF", "LINKS", "QUOTES", "VISITS", "CONNECTS", "CONNECTS.rang"),
    *(f"{table}.{name}" for table in ("Tie", "MET") for name in schema.COUNTED),
}
# rdflib lists every term of these.
CLOSED = (namespace.DCTERMS, namespace.PROV, namespace.SDO, namespace.VOID)
SEM_TERMS = {
    "Event", "Actor", "Place", "Role", "eventType", "roleType",
    "hasActor", "hasPlace", "hasBeginTimeStamp", "hasEndTimeStamp",
}  # fmt: skip
OA_TERMS = {"Annotation", "TextPositionSelector"}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ONTOLOGY_FILE)


def test_what_the_ontology_says_of_itself(ontology: Graph) -> None:
    (self,) = ontology.subjects(RDF.type, OWL.Ontology)
    version = ontology.value(self, OWL.versionInfo)
    assert str(self) == "https://w3id.org/liqaa/ontology"
    assert ontology.value(self, OWL.versionIRI) == URIRef(f"{self}/{version}")
    assert load().version == str(version)
    licence = ontology.value(self, namespace.DCTERMS.license)
    assert licence == URIRef("https://www.apache.org/licenses/LICENSE-2.0")


def graph_terms() -> set[str]:
    terms = {table.label for table in schema.NODES} | {table.type for table in schema.EDGES}
    terms |= {f"{table.label}.{name}" for table in schema.NODES for name in table.properties}
    terms |= {f"{table.type}.{name}" for table in schema.EDGES for name in table.properties}
    return terms - STORE_ONLY


def record_terms() -> set[str]:
    records = (model.Span, model.Article, model.Participant, model.Report, model.Issue)
    fields = {f"{record.__name__}.{field.name}" for record in records for field in dataclasses.fields(record)}
    return fields | {record.__name__ for record in records}


@pytest.mark.parametrize(
    ("annotation", "expected"), [("graphTerm", graph_terms()), ("recordTerm", record_terms())]
)
def test_every_term_of_the_graph_and_of_the_records_is_in_the_ontology_once(
    ontology: Graph, annotation: str, expected: set[str]
) -> None:
    described = [str(term) for term in ontology.objects(None, URIRef(NAMESPACE + annotation))]
    assert sorted(described) == sorted(expected)


def test_classes_and_properties_are_labelled_and_properties_have_domain_and_range(ontology: Graph) -> None:
    terms = {
        term
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
        for term in ontology.subjects(RDF.type, kind)
        if isinstance(term, URIRef)
    }
    assert len(terms) > 70
    for term in terms:
        assert {
            label.language for label in ontology.objects(term, RDFS.label) if isinstance(label, Literal)
        } == {"ar", "en"}, term
        assert ontology.value(term, RDFS.comment), term
        if (term, RDF.type, OWL.ObjectProperty) in ontology or (
            term,
            RDF.type,
            OWL.DatatypeProperty,
        ) in ontology:
            assert ontology.value(term, RDFS.domain) is not None, term
            assert ontology.value(term, RDFS.range) is not None, term


def test_every_iri_is_well_formed_and_of_a_vocabulary_that_has_it(ontology: Graph) -> None:
    defined = {str(subject) for subject in ontology.subjects() if isinstance(subject, URIRef)}
    iris = {str(term) for triple in ontology for term in triple if isinstance(term, URIRef)}
    assert len(iris) > 200
    for iri in sorted(iris):
        assert known(iri, defined), iri


def known(iri: str, defined: set[str]) -> bool:
    if iri.startswith(NAMESPACE):
        return iri in defined
    for space in (RDF, RDFS, OWL, SKOS, *CLOSED):
        if iri.startswith(str(space)):
            return URIRef(iri) in space
    if iri.startswith("http://www.w3.org/ns/oa#"):
        return iri.partition("#")[2] in OA_TERMS
    sem = "http://semanticweb.cs.vu.nl/2009/11/sem/"
    return iri.removeprefix(sem) in SEM_TERMS or bool(
        re.fullmatch(
            r"http://www\.wikidata\.org/entity/[PQ][1-9]\d*"
            r"|http://www\.w3\.org/2001/XMLSchema#(string|date|dateTime|integer|double|boolean|anyURI)"
            r"|https://w3id\.org/liqaa/ontology(/\d+\.\d+\.\d+)?"
            r"|https://www\.apache\.org/licenses/LICENSE-2\.0",
            iri,
        )
    )


def test_the_ontology_is_consistent_under_owl_rl(ontology: Graph) -> None:
    closed, contradictions = owl_rl(ontology, "")
    assert contradictions == []
    assert (URIRef(f"{NAMESPACE}Visit"), RDFS.subClassOf, URIRef(f"{namespace.SDO}Event")) in closed


def test_a_visit_that_is_a_call_contradicts_the_ontology(ontology: Graph) -> None:
    _, contradictions = owl_rl(
        ontology,
        "<urn:e> a <urn:v> , <urn:c> .".replace("urn:v", f"{NAMESPACE}Visit").replace(
            "urn:c", f"{NAMESPACE}Call"
        ),
    )
    assert any("urn:e" in said for said in contradictions)


CONCEPT_SHAPE = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
[] a sh:NodeShape ; sh:targetClass skos:Concept ; sh:nodeKind sh:IRI ; sh:property
    [ sh:path skos:prefLabel ; sh:minCount 2 ; sh:maxCount 2 ; sh:uniqueLang true ;
        sh:languageIn ( "ar" "en" ) ] ,
    [ sh:path skos:definition ; sh:minCount 1 ; sh:uniqueLang true ; sh:languageIn ( "ar" "en" ) ] ,
    [ sh:path skos:notation ; sh:minCount 1 ; sh:maxCount 1 ] ,
    [ sh:path skos:inScheme ; sh:minCount 1 ; sh:maxCount 1 ; sh:class skos:ConceptScheme ] ,
    [ sh:path skos:broader ; sh:maxCount 1 ; sh:class skos:Concept ] .
"""


def test_every_concept_fits_a_shape(ontology: Graph) -> None:
    """The same rules as the reader's, by another judge."""
    shape = Graph().parse(data=CONCEPT_SHAPE, format="turtle")
    assert validate(ontology, shacl_graph=shape)[0]
    bare = ontology + Graph().parse(data="<urn:x> a <urn:c> .".replace("urn:c", str(SKOS.Concept)))
    assert not validate(bare, shacl_graph=shape)[0]


def owl_rl(ontology: Graph, more: str) -> tuple[Graph, list[str]]:
    """The closure of the ontology and more statements, and the contradictions found in it."""
    from owlrl import DeductiveClosure, OWLRL_Semantics  # type: ignore[import-untyped]

    closed = Graph() + ontology
    closed.parse(data=more, format="turtle")
    DeductiveClosure(OWLRL_Semantics).expand(closed)
    error = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")  # where owlrl puts them
    return closed, sorted(str(said) for said in closed.objects(None, error))
