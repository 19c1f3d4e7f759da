"""The delegation: who met the one spoken of, which no more than "the delegation" names: "استقبل أ الوفد"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.talks.sides import first_object, is_agent, is_party, met_by, with_entity
from liqaa.ontology.folding import without_article

# What leads to whom somebody met, by the pattern of the verb.
_WANTED = {
    "transitive": frozenset(("", "ب", "مع")),
    "prepositional": frozenset(("ب", "مع")),
    "discuss": frozenset(("ب", "مع")),
}


def read_delegation(hit: Hit, clause: Clause, scene: Scene, right: list[Argument]) -> list[Frame]:
    """The meeting of somebody with the delegation of which the section speaks; none where it names none.

    Args:
        hit: a verb of meeting.
        clause: its sentence.
        scene: whom the text is about.
        right: the arguments after the verb that are its own.
    """
    index, pattern = spoken_delegation(scene), hit.form.trigger.pattern
    people = [a for a in right if is_party(clause, a)]
    if index < 0 or not people or not clause.at_clause_start(hit.first):
        return []
    if stands_at(clause, hit.last, frozenset(("",))):
        return _of_delegation(hit, clause, scene, people, index)
    person, wanted = people[0], _WANTED.get(pattern, frozenset(("",)))
    own = not person.preposition and not person.joined and person.entity is not None
    if own and stands_at(clause, person.last, wanted):
        return met_by(hit, clause, scene, [person], index)
    return []


def _of_delegation(hit: Hit, clause: Clause, scene: Scene, people: list[Argument], index: int) -> list[Frame]:
    """The meeting of a delegation that stands right after the verb, which receives nobody where it is."""
    pattern = hit.form.trigger.pattern
    if pattern == "receive":
        hosts = [a for a in people if is_agent(clause, a)] or [a for a in people[:1] if not a.preposition]
        return met_by(hit, clause, scene, hosts, index) if hosts else []
    objects = first_object(clause, people, ("ب",)) if pattern == "prepositional" else []
    return with_entity(hit, clause, scene, index, objects) if objects else []


def spoken_delegation(scene: Scene) -> int:
    """The delegation of which the section speaks: whom it is about, or who travels; -1 for none."""
    known = (scene.topic, *(scene.visit or ())[:1])
    return next((i for i in known if i >= 0 and scene.cast.entities[i].kind == "delegation"), -1)


def stands_at(clause: Clause, token: int, wanted: frozenset[str]) -> bool:
    """Whether "the delegation" or its members stand at a token, past when it was, behind a preposition."""
    words, events, last = clause.words, clause.knowledge.lexicon.events, clause.sentence.last
    while token < last and clause.tells_when(words[token]):
        token += 1
    led = "مع" in wanted and token < last and words[token] == "مع"
    token += led
    if token < last and words[token].removeprefix("ب") in events.members:
        led, token = led or words[token] not in events.members, token + 1
    accompanying = clause.knowledge.lexicon.offices.accompanying  # "الوفد المرافق له"
    if token >= last or token in clause.inside or (token + 1 < last and words[token + 1] in accompanying):
        return False
    group = words[token].removeprefix("ب") if "ب" in wanted and not led else words[token]
    bare = "" in wanted or led or group != words[token]
    return bare and group.startswith("ال") and without_article(group) in events.headed
