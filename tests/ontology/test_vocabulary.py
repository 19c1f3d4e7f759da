"""The vocabulary: complete against the annotation guide, true to the records, strict about its file."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from typing import get_args

import pytest
from liqaa.ontology import model, vocabulary
from liqaa.ontology.turtle import NAMESPACE
from liqaa.ontology.vocabulary import Concept, load

# The annotation guide, word for word.
SUBTYPES = {
    "visit": "official working arrival departure transit other",
    "call": "phone video",
    "talks": "meeting reception negotiation summit other",
    "honor": "medal guard_of_honour ceremony degree other",
}
ROLES = {
    "visit": "visitor host attendee",
    "call": "caller callee party attendee",
    "talks": "host guest party attendee",
    "honor": "honoree conferrer attendee",
}
FLAT = {
    "types": "visit call talks honor",
    "statuses": "occurred planned cancelled",
    "saliences": "main background",
    "kinds": "person delegation organisation state",
    "party_kinds": "state organisation authority",
    "date_precisions": "day month year",
}
TOPICS = (
    "bilateral_relations regional_security military_cooperation arms counterterrorism peace_process nuclear "
    "economy energy migration humanitarian sanctions maritime_security borders other"
)
LITERALS = {
    "types": model.EventType,
    "statuses": model.Status,
    "saliences": model.Salience,
    "kinds": model.Kind,
}
ARABIC = re.compile(r"[\u0621-\u064a]")


def every_concept() -> list[Concept]:
    words = load()
    groups: list[Mapping[str, Concept]] = [getattr(words, name) for name in FLAT]
    groups += [*words.subtypes.values(), *words.roles.values(), words.topics]
    return [concept for group in groups for concept in group.values()]


@pytest.mark.parametrize("kind", SUBTYPES)
def test_subtypes_and_roles_of_a_type_are_those_of_the_guide(kind: str) -> None:
    assert set(load().subtypes[kind]) == set(SUBTYPES[kind].split())
    assert set(load().roles[kind]) == set(ROLES[kind].split())


@pytest.mark.parametrize("name", FLAT)
def test_values_are_those_of_the_guide(name: str) -> None:
    assert set(getattr(load(), name)) == set(FLAT[name].split())


@pytest.mark.parametrize("name", LITERALS)
def test_values_are_those_of_the_records(name: str) -> None:
    assert set(getattr(load(), name)) == set(get_args(LITERALS[name]))


def test_an_event_may_have_exactly_the_topics_of_the_guide() -> None:
    plain = {topic.id for topic in load().topics.values() if load().accepts_topic(topic.id)}
    assert plain == set(TOPICS.split())


@pytest.mark.parametrize(
    ("topic", "accepted"),
    [
        ("arms", True),
        ("conflict:SY", True),
        ("conflict:XK", True),
        ("conflict", False),  # only with a country
        ("security", False),  # gathers others
        ("conflict:sy", False),
        ("conflict:SYR", False),
        ("arms:SY", False),
        ("nonsense", False),
        ("", False),
    ],
)
def test_topics_that_an_event_may_have(topic: str, accepted: bool) -> None:
    assert load().accepts_topic(topic) is accepted


@pytest.mark.parametrize(
    ("topic", "language", "country", "label"),
    [
        ("arms", "en", None, "Arms"),
        ("arms", "ar", "سوريا", "الأسلحة"),
        ("conflict", "en", None, "Conflicts and crises"),
        ("conflict:SY", "en", "Syria", "Conflict in Syria"),
        ("conflict:SY", "ar", "سوريا", "النزاع في سوريا"),
        ("conflict:SY", "en", None, "Conflict in SY"),
    ],
)
def test_topic_labels(topic: str, language: vocabulary.Language, country: str | None, label: str) -> None:
    assert load().topic_label(topic, language, country) == label


@pytest.mark.parametrize(
    ("topic", "broader"),
    [
        ("conflict:YE", ("conflict", "peace_and_conflict")),
        ("conflict", ("peace_and_conflict",)),
        ("energy", ("economy",)),
        ("arms", ("security",)),
        ("other", ()),
    ],
)
def test_broader_topics(topic: str, broader: tuple[str, ...]) -> None:
    assert load().broader_topics(topic) == broader


@pytest.mark.parametrize("topic", ["nonsense", "arms:SY", "conflict:", "conflict:{country}"])
def test_an_unknown_topic_is_said_by_name(topic: str) -> None:
    for ask in (load().broader_topics, load().topic_iri, lambda t: load().topic_label(t, "en")):
        with pytest.raises(KeyError, match=re.escape(topic)):
            ask(topic)


def test_topic_iris() -> None:
    assert load().topic_iri("arms") == f"{NAMESPACE}topic-arms"
    assert load().topic_iri("conflict:SY") == f"{NAMESPACE}topic-conflict-SY"


@pytest.mark.parametrize("concept", every_concept(), ids=lambda c: c.iri.removeprefix(NAMESPACE))
def test_every_concept_is_labelled_in_both_languages_and_defined(concept: Concept) -> None:
    assert ARABIC.search(concept.label("ar"))
    assert not ARABIC.search(concept.label("en") + concept.definition)
    assert re.fullmatch(r"[A-Z].*", concept.label("en"))
    assert concept.definition.endswith(".")
    assert concept.iri.endswith(f"-{concept.id}")


def test_types_and_party_kinds_name_their_classes() -> None:
    words = load()
    named = {concept.class_iri for concept in (*words.types.values(), *words.party_kinds.values())}
    classes = ["Visit", "Call", "Talks", "Honor", "State", "Organisation", "Authority"]
    assert named == {f"{NAMESPACE}{name}" for name in classes}


@pytest.mark.parametrize(
    ("concept", "codes"),
    [
        ("type-visit", "cameo-042 cameo-043 plover-consult-visit plover-consult-host"),
        ("type-call", "cameo-041 plover-consult-phone"),
        ("type-talks", "cameo-040 cameo-044 cameo-046 plover-consult plover-consult-third-party"),
        ("type-honor", "plover-support"),
        ("status-planned", "cameo-036 plover-agree"),
    ],
)
def test_alignment_to_event_codings(concept: str, codes: str) -> None:
    found = next(c for c in every_concept() if c.iri == f"{NAMESPACE}{concept}")
    ours = {iri.removeprefix(NAMESPACE) for iri in found.matches if iri.startswith(NAMESPACE)}
    assert ours == set(codes.split())


def test_the_vocabulary_is_read_once_cannot_be_changed_and_needs_no_rdflib_until_then() -> None:
    assert load() is load()
    with pytest.raises(TypeError):
        load().types["x"] = load().types["visit"]  # type: ignore[index]
    code = "import sys, liqaa.ontology.vocabulary; print('rdflib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
