"""The rules that every concept scheme keeps: labels, definitions, notations, hierarchy, alignments."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from liqaa.ontology.turtle import NAMESPACE, ONTOLOGY, RDF_TYPE, SKOS, Objects, Statements, of_class, texts

LANGUAGES = ("ar", "en")
VERSION = "http://www.w3.org/2002/07/owl#versionInfo"
MATCHES = tuple(f"{SKOS}{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related"))
_IGNORED = (f"{SKOS}scopeNote",)
_KNOWN = {
    RDF_TYPE,
    *(f"{SKOS}{name}" for name in ("inScheme", "notation", "prefLabel", "definition", "broader")),
    *(f"{NAMESPACE}{name}" for name in ("ofType", "asClass", "labelTemplate")),
    *MATCHES,
    *_IGNORED,
}
_OUTSIDE = re.compile(r"https://schema\.org/[A-Za-z]+|http://www\.wikidata\.org/entity/[PQ][1-9][0-9]*")


def problems(subjects: Statements) -> Iterator[tuple[str, str]]:
    """Every breach of a rule: the IRI concerned and the reason."""
    for check in (_versions, _scheme_problems, _concept_problems, _notation_clashes, _cycles, _dangling):
        yield from check(subjects)


_Found = Iterator[tuple[str, str]]


def _versions(subjects: Statements) -> _Found:
    if len(texts(subjects.get(ONTOLOGY, {}), VERSION)) != 1:
        yield ONTOLOGY, "must have exactly one owl:versionInfo"


def _scheme_problems(subjects: Statements) -> _Found:
    used = {iri for found in subjects.values() for iri in texts(found, f"{SKOS}inScheme")}
    for key in of_class(subjects, f"{SKOS}ConceptScheme"):
        yield from _language_problems(key, subjects[key], f"{SKOS}prefLabel", LANGUAGES)
        if key not in used:
            yield key, "scheme without concepts"


def _concept_problems(subjects: Statements) -> _Found:
    concepts = set(of_class(subjects, f"{SKOS}Concept"))
    schemes = set(of_class(subjects, f"{SKOS}ConceptScheme"))
    for key in sorted(concepts):
        found = subjects[key]
        yield from _language_problems(key, found, f"{SKOS}prefLabel", LANGUAGES)
        yield from _language_problems(key, found, f"{SKOS}definition", ("en",))
        if len(texts(found, f"{SKOS}notation")) != 1:
            yield key, "must have exactly one skos:notation"
        if len(texts(found, f"{SKOS}inScheme")) != 1:
            yield key, "must be in exactly one scheme (skos:inScheme)"
        for predicate, allowed in (("inScheme", schemes), ("broader", concepts)):
            for target in texts(found, f"{SKOS}{predicate}"):
                if target not in allowed:
                    yield key, f"skos:{predicate} names {target}, which does not exist"
        for predicate in sorted(found.keys() - _KNOWN):
            yield key, f"unexpected property {predicate}"
        for match in MATCHES:
            for target in texts(found, match):
                if target not in concepts and not _OUTSIDE.fullmatch(target):
                    yield key, f"aligned to {target}, which is no concept of ours, schema.org or Wikidata"


def _language_problems(
    key: str, found: Mapping[str, Objects], predicate: str, required: tuple[str, ...]
) -> _Found:
    name = "skos:" + predicate.removeprefix(SKOS)
    tags = [tag for _, tag in found.get(predicate, [])]
    for tag in LANGUAGES:
        if tags.count(tag) > 1:
            yield key, f"more than one {name}@{tag}"
        elif tag in required and tag not in tags:
            yield key, f"no {name}@{tag}"
    for text, given in found.get(predicate, []):
        if given not in LANGUAGES:
            yield key, f"{name} {text!r} must be tagged @ar or @en"
        elif not text.strip():
            yield key, f"empty {name}@{given}"


def _notation_clashes(subjects: Statements) -> _Found:
    holders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in of_class(subjects, f"{SKOS}Concept"):
        for scheme in texts(subjects[key], f"{SKOS}inScheme"):
            for notation in texts(subjects[key], f"{SKOS}notation"):
                holders[scheme, notation].append(key)
    for (scheme, notation), keys in holders.items():
        for key in keys[1:]:
            yield key, f"notation {notation!r} is already taken in {scheme} by {keys[0]}"


def _cycles(subjects: Statements) -> _Found:
    for key in of_class(subjects, f"{SKOS}Concept"):
        seen: set[str] = set()
        ahead = list(texts(subjects[key], f"{SKOS}broader"))
        while ahead:
            step = ahead.pop()
            if step not in seen:
                seen.add(step)
                ahead.extend(texts(subjects.get(step, {}), f"{SKOS}broader"))
        if key in seen:
            yield key, "skos:broader leads back to itself"


def _dangling(subjects: Statements) -> _Found:
    """References to a term of ours that the file does not define, wherever they stand."""
    for key, found in subjects.items():
        targets = {text for objects in found.values() for text, tag in objects if tag is None}
        for term in sorted(targets | found.keys()):
            if term.startswith(NAMESPACE) and term not in subjects:
                # A blank node has no name to report, so the term speaks for itself.
                yield (key, f"names {term}, which is not defined") if ":" in key else (term, "not defined")
