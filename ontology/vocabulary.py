"""The vocabulary: event types, subtypes, roles, statuses, kinds and topics, out of ``ontology.ttl``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeVar

from liqaa.ontology.concepts import Entry, Scheme, read_concepts
from liqaa.ontology.turtle import NAMESPACE, Problem, VocabularyError
from liqaa.ontology.vocabulary_rules import PARTY_KINDS, PLAIN, ROLES, TOPICS, TYPES, problems

__all__ = ["Concept", "Problem", "Topic", "Vocabulary", "VocabularyError", "load", "read"]

Language = Literal["ar", "en"]
TopicKind = Literal["plain", "group", "open"]

ONTOLOGY_FILE = Path(__file__).with_name("ontology.ttl")
SHAPES_FILE = Path(__file__).with_name("shapes.ttl")

_OPEN_TOPIC = re.compile(r"([a-z_]+):([A-Z]{2})")
_TOPIC_KINDS: dict[str, TopicKind] = {
    f"{NAMESPACE}TopicGroup": "group",
    f"{NAMESPACE}OpenTopic": "open",
    f"{NAMESPACE}Topic": "plain",
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Concept:
    """One value that a field may take.

    Attributes:
        id: the value as reports and the graph have it.
        iri: the value as RDF has it.
        ar: Arabic label.
        en: English label.
        definition: what it means, in English.
        class_iri: the class of what carries it; None but for event types and party kinds.
        matches: IRIs of corresponding terms (CAMEO, PLOVER, schema.org, Wikidata), sorted.
    """

    id: str
    iri: str
    ar: str
    en: str
    definition: str
    class_iri: str | None
    matches: tuple[str, ...]

    def label(self, language: Language) -> str:
        """The label in one language."""
        return self.ar if language == "ar" else self.en


@dataclass(frozen=True, slots=True)
class Topic(Concept):
    """A topic.

    Attributes:
        broader: id of the broader topic, None at the top.
        kind: plain; group, which is never given to an event; or open, given only with a country.
        template_ar: Arabic label of a member of an open topic, with ``{country}``; else None.
        template_en: the same in English.
    """

    broader: str | None
    kind: TopicKind
    template_ar: str | None
    template_en: str | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every value there is; all mappings are by id, in alphabetical order, and read-only.

    Attributes:
        version: version of the ontology.
        types: the event types.
        subtypes: by type, its subtypes.
        roles: by type, the roles that its participants may have.
        statuses: occurred, planned, cancelled.
        saliences: main, background.
        kinds: the kinds of participant.
        party_kinds: the kinds of party.
        date_precisions: day, month, year.
        topics: topics as defined; the members of an open one (``conflict:SY``) are not listed.
    """

    version: str
    types: Mapping[str, Concept]
    subtypes: Mapping[str, Mapping[str, Concept]]
    roles: Mapping[str, Mapping[str, Concept]]
    statuses: Mapping[str, Concept]
    saliences: Mapping[str, Concept]
    kinds: Mapping[str, Concept]
    party_kinds: Mapping[str, Concept]
    date_precisions: Mapping[str, Concept]
    topics: Mapping[str, Topic]

    def accepts_topic(self, topic_id: str) -> bool:
        """Whether an event may have this topic: a plain one, or a member of an open one."""
        plain = self.topics.get(topic_id)
        return plain.kind == "plain" if plain else self._opened(topic_id) is not None

    def topic_label(self, topic_id: str, language: Language, country_name: str | None = None) -> str:
        """The label of a topic.

        Args:
            topic_id: a topic, or a member of an open one such as ``conflict:SY``.
            language: ar or en.
            country_name: name of the country of a member, in that language; its code when None.

        Returns:
            Such as ``Arms`` or ``Conflict in Syria``.

        Raises:
            KeyError: there is no such topic.
        """
        if topic_id in self.topics:
            return self.topics[topic_id].label(language)
        topic, code = self._member(topic_id)
        template = topic.template_ar if language == "ar" else topic.template_en
        return (template or topic.label(language)).replace("{country}", country_name or code)

    def topic_iri(self, topic_id: str) -> str:
        """The IRI of a topic, also of a member of an open one; KeyError when there is none."""
        if topic_id in self.topics:
            return self.topics[topic_id].iri
        topic, code = self._member(topic_id)
        return f"{topic.iri}-{code}"

    def broader_topics(self, topic_id: str) -> tuple[str, ...]:
        """Ids of all broader topics, nearest first; KeyError when there is no such topic."""
        if topic_id in self.topics:
            above = self.topics[topic_id].broader
            return (above, *self.broader_topics(above)) if above else ()
        topic, _ = self._member(topic_id)
        return (topic.id, *self.broader_topics(topic.id))

    def _opened(self, topic_id: str) -> tuple[Topic, str] | None:
        match = _OPEN_TOPIC.fullmatch(topic_id)
        topic = self.topics.get(match[1]) if match else None
        return (topic, match[2]) if match and topic and topic.kind == "open" else None

    def _member(self, topic_id: str) -> tuple[Topic, str]:
        opened = self._opened(topic_id)
        if opened is None:
            raise KeyError(f"no topic {topic_id!r} in the vocabulary")
        return opened


@cache
def load() -> Vocabulary:
    """The vocabulary of the package, read once.

    Raises:
        VocabularyError: ``ontology.ttl`` does not add up.
    """
    return read(ONTOLOGY_FILE)


def read(path: Path) -> Vocabulary:
    """Read and check a vocabulary.

    Args:
        path: Turtle file with the schemes of ``ontology.ttl``.

    Returns:
        The vocabulary.

    Raises:
        VocabularyError: something is missing or breaks a rule; each problem names file, IRI and reason.
    """
    concepts = read_concepts(path)
    found = [Problem(concepts.file, key, reason) for key, reason in problems(concepts)]
    if found:
        raise VocabularyError(found)
    schemes = concepts.schemes
    types = {entry.iri: entry.notation for entry in schemes[TYPES].entries}
    roles = schemes[ROLES].entries
    statuses, saliences, kinds, precisions = (_by_id(schemes[iri].entries) for iri in PLAIN)
    return Vocabulary(
        version=concepts.version,
        types=_by_id(schemes[TYPES].entries),
        subtypes=_frozen({types[s.types[0]]: _by_id(s.entries) for s in schemes.values() if s.types}),
        roles=_frozen({id_: _by_id(r for r in roles if iri in r.types) for iri, id_ in types.items()}),
        statuses=statuses,
        saliences=saliences,
        kinds=kinds,
        party_kinds=_by_id(schemes[PARTY_KINDS].entries),
        date_precisions=precisions,
        topics=_topics(schemes[TOPICS]),
    )


def _frozen(values: dict[str, T]) -> Mapping[str, T]:
    return MappingProxyType(dict(sorted(values.items())))


def _by_id(entries: Iterable[Entry]) -> Mapping[str, Concept]:
    return _frozen({entry.notation: _concept(entry) for entry in entries})


def _concept(entry: Entry) -> Concept:
    return Concept(
        id=entry.notation,
        iri=entry.iri,
        ar=entry.labels["ar"],
        en=entry.labels["en"],
        definition=entry.definitions["en"],
        class_iri=entry.as_class[0] if entry.as_class else None,
        matches=entry.matches,
    )


def _topics(scheme: Scheme) -> Mapping[str, Topic]:
    ids = {entry.iri: entry.notation for entry in scheme.entries}
    return _frozen({entry.notation: _topic(entry, ids) for entry in scheme.entries})


def _topic(entry: Entry, ids: Mapping[str, str]) -> Topic:
    return Topic(
        **asdict(_concept(entry)),
        broader=ids[entry.broader[0]] if entry.broader else None,
        kind=next(kind for name, kind in _TOPIC_KINDS.items() if name in entry.classes),
        template_ar=entry.templates.get("ar"),
        template_en=entry.templates.get("en"),
    )
