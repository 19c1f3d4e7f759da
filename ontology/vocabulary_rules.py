"""What our vocabulary must hold besides the rules of all schemes: the schemes that the records rely on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from liqaa.ontology.concept_rules import LANGUAGES
from liqaa.ontology.concepts import Concepts, Entry
from liqaa.ontology.turtle import NAMESPACE

TYPES = f"{NAMESPACE}EventTypes"
ROLES = f"{NAMESPACE}Roles"
TOPICS = f"{NAMESPACE}Topics"
PARTY_KINDS = f"{NAMESPACE}PartyKinds"
PLAIN = tuple(f"{NAMESPACE}{name}" for name in ("Statuses", "Saliences", "Kinds", "DatePrecisions"))
OPEN_TOPIC = f"{NAMESPACE}OpenTopic"
TOPIC_CLASSES = (f"{NAMESPACE}Topic", f"{NAMESPACE}TopicGroup", OPEN_TOPIC)

_REQUIRED = (TYPES, ROLES, *PLAIN, PARTY_KINDS, TOPICS)
_FOREIGN = (f"{NAMESPACE}CAMEO", f"{NAMESPACE}PLOVER")
_NOTATION = re.compile(r"[a-z]+(_[a-z]+)*")

_Found = Iterator[tuple[str, str]]


def problems(concepts: Concepts) -> _Found:
    """Every breach of a rule: the IRI concerned and the reason."""
    missing = [iri for iri in _REQUIRED if iri not in concepts.schemes]
    yield from ((iri, "this scheme is missing") for iri in missing)
    if missing:
        return
    for check in (_scheme_problems, _notation_problems, _type_problems, _role_problems, _topic_problems):
        yield from check(concepts)


def _scheme_problems(concepts: Concepts) -> _Found:
    """Each scheme is one that is read, or the one scheme of subtypes of a type."""
    types = {entry.iri for entry in concepts.schemes[TYPES].entries}
    taken: set[str] = set()
    for scheme in concepts.schemes.values():
        if scheme.iri in (*_REQUIRED, *_FOREIGN):
            continue
        if len(scheme.types) != 1 or scheme.types[0] not in types:
            yield scheme.iri, "neither a scheme that is read nor of exactly one event type (ofType)"
            continue
        if scheme.types[0] in taken:
            yield scheme.iri, f"a second scheme of subtypes for {scheme.types[0]}"
        taken.add(scheme.types[0])
        for entry in scheme.entries:
            if entry.broader != scheme.types:
                yield entry.iri, f"a subtype's skos:broader must be its type, {scheme.types[0]}"
    for iri in sorted(types - taken):
        yield iri, "event type without subtypes"


def _notation_problems(concepts: Concepts) -> _Found:
    for scheme in concepts.schemes.values():
        for entry in scheme.entries:
            if scheme.iri not in _FOREIGN and not _NOTATION.fullmatch(entry.notation):
                yield entry.iri, f"notation {entry.notation!r} must be lower-case words joined by _"


def _type_problems(concepts: Concepts) -> _Found:
    with_roles = {iri for entry in concepts.schemes[ROLES].entries for iri in entry.types}
    for entry in concepts.schemes[TYPES].entries:
        if "ar" not in entry.definitions:
            yield entry.iri, "no skos:definition@ar, which event types need"
        if entry.iri not in with_roles:
            yield entry.iri, "event type without roles"
    for entry in (*concepts.schemes[TYPES].entries, *concepts.schemes[PARTY_KINDS].entries):
        if len(entry.as_class) != 1:
            yield entry.iri, "must name exactly one class (asClass)"


def _role_problems(concepts: Concepts) -> _Found:
    types = {entry.iri for entry in concepts.schemes[TYPES].entries}
    for entry in concepts.schemes[ROLES].entries:
        if not entry.types:
            yield entry.iri, "role without an event type (ofType)"
        for iri in entry.types:
            if iri not in types:
                yield entry.iri, f"ofType names {iri}, which is no event type"


def _topic_problems(concepts: Concepts) -> _Found:
    ids = {entry.iri for entry in concepts.schemes[TOPICS].entries}
    for entry in concepts.schemes[TOPICS].entries:
        if len([iri for iri in entry.classes if iri in TOPIC_CLASSES]) != 1:
            yield entry.iri, "must be exactly one of Topic, TopicGroup and OpenTopic"
        if len(entry.broader) > 1 or not ids.issuperset(entry.broader):
            yield entry.iri, "skos:broader of a topic must be one other topic"
        yield from _template_problems(entry)


def _template_problems(entry: Entry) -> _Found:
    if OPEN_TOPIC not in entry.classes:
        if entry.templates:
            yield entry.iri, "labelTemplate belongs to open topics only"
        return
    for tag in LANGUAGES:
        if "{country}" not in entry.templates.get(tag, ""):
            yield entry.iri, f"labelTemplate@{tag} with {{country}} is missing"
