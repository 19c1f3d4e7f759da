"""The shapes: a good graph of all four types passes, and each kind of fault is named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
import yaml
from liqaa.ontology.turtle import NAMESPACE
from liqaa.ontology.vocabulary import ONTOLOGY_FILE, SHAPES_FILE, Concept, load
from pyshacl import validate
from rdflib import RDF, RDFS, SH, Graph, URIRef
from rdflib.collection import Collection

HERE = Path(__file__).parent
GOOD = (HERE / "good_events.ttl").read_text(encoding="utf-8")
FAULTS = yaml.safe_load((HERE / "shape_faults.yml").read_text(encoding="utf-8"))

GOOD_TOO = [
    # an unknown party may be the second one
    (":between <sa> , <fr> ; :participation <t1>", ":between <sa> ; :participation <t1>",
     ":alias \"بوركار\" ; :represents <fr>", ":alias \"بوركار\""),
    # merged reports may give one side its role and leave the other's open
    (":participant <thierry> ; :role :role-guest", ":participant <thierry> ; :role :role-party", "", ""),
    (":role :role-caller", ":role :role-party", ":role :role-callee", ":role :role-party"),
    # a background honour need not say who conferred it
    (":role :role-conferrer", ":role :role-attendee",
     ":subtype :honor-medal ; :status :status-occurred ; :salience :salience-main",
     ":subtype :honor-medal ; :status :status-occurred ; :salience :salience-background"),
]  # fmt: skip


@cache
def shapes() -> Graph:
    return Graph().parse(SHAPES_FILE)


@cache
def faults(data: str) -> list[tuple[str, str]]:
    """The local name of each node at fault with the message."""
    conforms, report, _ = validate(Graph().parse(data=data, format="turtle"), shacl_graph=shapes())
    assert isinstance(report, Graph)
    results = list(report.subjects(RDF.type, SH.ValidationResult))
    assert conforms == (not results)
    return [
        (str(report.value(result, SH.focusNode)).rpartition("/")[2], str(message))
        for result in results
        for message in report.objects(result, SH.resultMessage)
    ]


def replaced(data: str, old: str, new: str) -> str:
    assert old in data
    return data.replace(old, new)


def test_a_good_graph_of_all_four_types_passes() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize(("old", "new", "and_old", "and_new"), GOOD_TOO)
def test_what_honest_gaps_leave_passes(old: str, new: str, and_old: str, and_new: str) -> None:
    assert faults(replaced(replaced(GOOD, old, new), and_old, and_new)) == []


@pytest.mark.parametrize("row", FAULTS, ids=[f"{row['node']}: {row['says']}" for row in FAULTS])
def test_a_fault_is_named(row: dict[str, str]) -> None:
    found = faults(replaced(GOOD, row["for"], row["put"]))
    assert any(node == row["node"] and row["says"] in said for node, said in found), found


def test_the_ontology_beside_the_data_changes_nothing() -> None:
    ontology = ONTOLOGY_FILE.read_text(encoding="utf-8")
    assert faults(GOOD + re.sub(r"(?m)^@base.*", "", ontology)) == []


def test_the_shapes_are_valid_shacl() -> None:
    conforms, _, text = validate(Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, text


def test_every_rule_is_tried() -> None:
    """Each message of the shapes is brought about by a row of the table."""
    said = {str(message) for message in shapes().objects(None, SH.message)}
    tried = {said for row in FAULTS for _, said in faults(replaced(GOOD, row["for"], row["put"]))}
    assert said - tried == set()


def lists(name: str) -> list[set[str]]:
    """Every ``sh:in`` list of the property shapes whose path ends in a property, as local names."""
    graph, found = shapes(), []
    for shape, path in graph.subject_objects(SH.path):
        ends = path == URIRef(NAMESPACE + name) or list(Collection(graph, path))[-1:] == [
            URIRef(NAMESPACE + name)
        ]
        for values in graph.objects(shape, SH["in"]) if ends else ():
            found.append({str(v).removeprefix(NAMESPACE) for v in Collection(graph, values)})
    return found


def names(concepts: Iterable[Concept]) -> set[str]:
    return {concept.iri.removeprefix(NAMESPACE) for concept in concepts}


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        ("type", "types"),
        ("status", "statuses"),
        ("salience", "saliences"),
        ("kind", "kinds"),
        ("partyKind", "party_kinds"),
        ("datePrecision", "date_precisions"),
    ],
)
def test_the_values_in_the_shapes_are_those_of_the_vocabulary(path: str, scheme: str) -> None:
    assert lists(path) == [names(getattr(load(), scheme).values())]


@pytest.mark.parametrize("kind", load().types)
def test_the_subtypes_and_roles_in_the_shapes_are_those_of_the_vocabulary(kind: str) -> None:
    assert names(load().subtypes[kind].values()) in lists("subtype")
    assert names(load().roles[kind].values()) in lists("role")


@pytest.mark.parametrize("name", ["Event", "Party"])
def test_the_subclasses_in_the_shapes_are_those_of_the_ontology(name: str) -> None:
    above = URIRef(NAMESPACE + name)
    given = shapes().value(URIRef(f"https://w3id.org/liqaa/shapes#Is{name}"), SH["or"])
    assert given is not None
    listed = {shapes().value(option, SH["class"]) for option in Collection(shapes(), given)}
    targets = set(shapes().objects(URIRef(f"https://w3id.org/liqaa/shapes#{name}"), SH.targetClass))
    assert listed == targets == {above, *Graph().parse(ONTOLOGY_FILE).subjects(RDFS.subClassOf, above)}


def test_topics_that_no_event_may_have_are_those_of_the_vocabulary() -> None:
    barred = [t for t in load().topics.values() if t.kind != "plain"]
    (given,) = [
        {str(v).removeprefix(NAMESPACE) for v in Collection(shapes(), values)}
        for no in shapes().objects(None, SH["not"])
        for values in shapes().objects(no, SH["in"])
    ]
    assert given == names(barred)


def test_every_term_in_the_shapes_is_in_the_ontology() -> None:
    defined = set(Graph().parse(ONTOLOGY_FILE).subjects())
    used = {term for triple in shapes() for term in triple if str(term).startswith(NAMESPACE)}
    assert {str(term) for term in used - defined} == {NAMESPACE}  # the prefix declaration itself
