"""The concept schemes of a SKOS vocabulary as records, checked against the rules of ``concept_rules``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from liqaa.ontology.concept_rules import MATCHES, VERSION, problems
from liqaa.ontology.turtle import (
    NAMESPACE,
    ONTOLOGY,
    RDF_TYPE,
    SKOS,
    Objects,
    Problem,
    Statements,
    VocabularyError,
    by_language,
    of_class,
    read_statements,
    texts,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept as the file has it.

    Attributes:
        iri: its IRI.
        scheme: IRI of its concept scheme.
        notation: its id, unique in the scheme.
        labels: by language, ar and en.
        definitions: by language, at least en.
        templates: label of the members of an open topic, by language; empty for all others.
        classes: IRIs of its RDF types, sorted.
        broader: IRIs of broader concepts, sorted.
        types: IRIs of the event types it belongs to, sorted.
        as_class: IRIs of the classes whose members carry it, sorted.
        matches: IRIs it is aligned to, sorted.
    """

    iri: str
    scheme: str
    notation: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    templates: Mapping[str, str]
    classes: tuple[str, ...]
    broader: tuple[str, ...]
    types: tuple[str, ...]
    as_class: tuple[str, ...]
    matches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """A concept scheme.

    Attributes:
        iri: its IRI.
        types: IRIs of the event types it belongs to, sorted.
        entries: its concepts, sorted by IRI.
    """

    iri: str
    types: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Concepts:
    """All of a file.

    Attributes:
        file: its name.
        version: ``owl:versionInfo`` of the ontology.
        schemes: by IRI.
    """

    file: str
    version: str
    schemes: Mapping[str, Scheme]


def read_concepts(path: Path) -> Concepts:
    """Read and check every concept scheme of a Turtle file.

    Args:
        path: the file.

    Returns:
        The schemes with their concepts, in an order that depends on nothing but the file's statements.

    Raises:
        VocabularyError: the file can not be read or parsed, or breaks a rule; it lists every breach.
    """
    subjects = read_statements(path)
    found = [Problem(path.name, key, reason) for key, reason in problems(subjects)]
    if found:
        raise VocabularyError(found)
    schemes = {iri: _scheme(iri, subjects) for iri in of_class(subjects, f"{SKOS}ConceptScheme")}
    return Concepts(path.name, texts(subjects[ONTOLOGY], VERSION)[0], schemes)


def _scheme(iri: str, subjects: Statements) -> Scheme:
    concepts = of_class(subjects, f"{SKOS}Concept")
    members = [key for key in concepts if iri in texts(subjects[key], f"{SKOS}inScheme")]
    types = texts(subjects[iri], f"{NAMESPACE}ofType")
    return Scheme(iri, types, tuple(_entry(key, iri, subjects[key]) for key in members))


def _entry(iri: str, scheme: str, found: Mapping[str, Objects]) -> Entry:
    return Entry(
        iri=iri,
        scheme=scheme,
        notation=texts(found, f"{SKOS}notation")[0],
        labels=by_language(found, f"{SKOS}prefLabel"),
        definitions=by_language(found, f"{SKOS}definition"),
        templates=by_language(found, f"{NAMESPACE}labelTemplate"),
        classes=texts(found, RDF_TYPE),
        broader=texts(found, f"{SKOS}broader"),
        types=texts(found, f"{NAMESPACE}ofType"),
        as_class=texts(found, f"{NAMESPACE}asClass"),
        matches=tuple(sorted({text for match in MATCHES for text in texts(found, match)})),
    )
