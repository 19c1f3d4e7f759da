"""Broken copies of the vocabulary: each is refused, with file, key and reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from liqaa.ontology.turtle import NAMESPACE
from liqaa.ontology.vocabulary import ONTOLOGY_FILE, VocabularyError, read

BROKEN = [
    # what is replaced, by what, the key and the reason that the error must name
    ('skos:prefLabel "زيارة رسمية"@ar , ', "skos:prefLabel ", "visit-official", "no skos:prefLabel@ar"),
    (', "Official visit"@en', "", "visit-official", "no skos:prefLabel@en"),
    ('"Official visit"@en', '"Official visit"@fr', "visit-official", "must be tagged @ar or @en"),
    ('"Official visit"@en', '"Official visit"', "visit-official", "must be tagged @ar or @en"),
    ('"Official visit"@en', '" "@en', "visit-official", "empty skos:prefLabel@en"),
    ('"Official visit"@en', '"A"@en , "B"@en', "visit-official", "more than one skos:prefLabel@en"),
    ('skos:definition "A stop on the way to somewhere else."@en', 'skos:scopeNote "x"@en',
     "visit-transit", "no skos:definition@en"),
    ('"محادثة بالهاتف أو عبر الاتصال المرئي بين ممثلي طرفين أو أكثر."@ar ,', "",
     "type-call", "no skos:definition@ar"),
    ("skos:broader :topic-economy", "skos:broader :topic-trade",
     "topic-energy", "topic-trade, which does not exist"),
    ("skos:broader :topic-economy", "skos:broader :role-host", "topic-energy", "must be one other topic"),
    ("skos:broader :topic-economy", "skos:broader :topic-energy", "topic-energy", "leads back to itself"),
    ('skos:notation "security" ;', 'skos:notation "security" ; skos:broader :topic-arms ;',
     "topic-arms", "leads back to itself"),
    ('skos:notation "callee" ; :ofType :type-call', 'skos:notation "callee"',
     "role-callee", "role without an event type"),
    (":ofType :type-visit , :type-talks ;", ":ofType :type-visit , :kind-state ;",
     "role-host", "kind-state, which is no event type"),
    (":ofType :type-visit , :type-talks ;", ":ofType :type-visit , :type-trip ;",
     "role-host", "type-trip, which is not defined"),
    ('skos:notation "callee"', 'skos:notation "caller"', "role-caller", "notation 'caller' is already taken"),
    ('skos:notation "callee"', 'skos:notation "Called Party"', "role-callee", "must be lower-case words"),
    ('skos:notation "callee" ;', "", "role-callee", "exactly one skos:notation"),
    ('skos:notation "callee"', 'skos:notation "callee" , "called"',
     "role-callee", "exactly one skos:notation"),
    (":role-callee a skos:Concept ; skos:inScheme :Roles", ":role-callee a skos:Concept",
     "role-callee", "exactly one scheme"),
    ("skos:inScheme :Roles ; skos:notation \"callee\"", "skos:inScheme :Parts ; skos:notation \"callee\"",
     "role-callee", "Parts, which does not exist"),
    ('skos:notation "callee"', 'skos:notaton "callee"', "role-callee", "unexpected property"),
    ("skos:closeMatch schema:Person , wd:Q5", "skos:closeMatch schema:Person , wd:Person",
     "kind-person", "aligned to http://www.wikidata.org/entity/Person"),
    ("skos:closeMatch schema:EventCancelled", "skos:closeMatch :cameo-999",
     "status-cancelled", "cameo-999, which is no concept"),
    (":asClass :Talks", ":asClass :Parley", "type-talks", "Parley, which is not defined"),
    ('skos:notation "talks" ; :asClass :Talks', 'skos:notation "talks"', "type-talks", "exactly one class"),
    (":topic-arms a :Topic ,", ":topic-arms a",
     "topic-arms", "exactly one of Topic, TopicGroup and OpenTopic"),
    (' , "Conflict in {country}"@en', "", "topic-conflict", "labelTemplate@en with {country} is missing"),
    (":CallSubtypes a skos:ConceptScheme ; :ofType :type-call", ":CallSubtypes a skos:ConceptScheme",
     "CallSubtypes", "neither a scheme that is read nor"),
    (":CallSubtypes a skos:ConceptScheme ; :ofType :type-call",
     ":CallSubtypes a skos:ConceptScheme ; :ofType :type-talks",
     "TalksSubtypes", "a second scheme of subtypes"),
    ("skos:broader :type-call ; skos:notation \"video\"",
     "skos:broader :type-talks ; skos:notation \"video\"",
     "call-video", "must be its type"),
    ("skos:inScheme :DatePrecisions", "skos:inScheme :Statuses", "DatePrecisions", "scheme without concepts"),
    (":Statuses a skos:ConceptScheme", ":Statuses a skos:Collection", "Statuses", "does not exist"),
    ('owl:versionInfo "0.2.0" ;', "", "", "exactly one owl:versionInfo"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"), BROKEN, ids=[f"{row[2]}-{row[3]}" for row in BROKEN]
)
def test_a_broken_vocabulary_names_file_key_and_reason(
    tmp_path: Path, old: str, new: str, key: str, reason: str
) -> None:
    text = ONTOLOGY_FILE.read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "broken.ttl"
    broken.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        read(broken)
    said = [(p.file, p.key, p.reason) for p in caught.value.problems]
    assert any(f == "broken.ttl" and (key in k or key in r) and reason in r for f, k, r in said), said
    assert all(f"broken.ttl: {p.key}: {p.reason}" in str(caught.value) for p in caught.value.problems)


@pytest.mark.parametrize(
    ("content", "key", "reason"),
    [
        (b"@prefix : <https://w3id.org/liqaa/ontology#> .\n\n:a :b ;;; c\n", "line 3", "not Turtle"),
        (b":a a :b .", "line 1", "Prefix"),
        ("زيارة".encode("cp1256"), "file", "can not be read"),
        (b"", "https://w3id.org/liqaa/ontology", "exactly one owl:versionInfo"),
    ],
    ids=["syntax", "prefix", "encoding", "empty"],
)
def test_a_file_that_is_no_vocabulary(tmp_path: Path, content: bytes, key: str, reason: str) -> None:
    path = tmp_path / "broken.ttl"
    path.write_bytes(content)
    with pytest.raises(VocabularyError) as caught:
        read(path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.key) == ("broken.ttl", key)
    assert reason in problem.reason


def test_a_missing_file_and_missing_schemes(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"absent\.ttl: file: can not be read"):
        read(tmp_path / "absent.ttl")
    bare = tmp_path / "bare.ttl"
    bare.write_text('<https://w3id.org/liqaa/ontology> <http://www.w3.org/2002/07/owl#versionInfo> "1" .')
    with pytest.raises(VocabularyError) as caught:
        read(bare)
    assert {p.key.removeprefix(NAMESPACE) for p in caught.value.problems} == {
        "EventTypes", "Roles", "Statuses", "Saliences", "Kinds", "DatePrecisions", "PartyKinds", "Topics",
    }  # fmt: skip


def test_all_problems_are_said_at_once(tmp_path: Path) -> None:
    text = ONTOLOGY_FILE.read_text(encoding="utf-8")
    broken = tmp_path / "broken.ttl"
    broken.write_text(text.replace(', "Visit"@en', "").replace('"Arms"@en', '"Arms"@de'), encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        read(broken)
    assert {p.key.removeprefix(NAMESPACE) for p in caught.value.problems} == {"type-visit", "topic-arms"}
