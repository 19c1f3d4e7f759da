"""Meeting nouns: who met whom where a noun states it: "لقاء", "مباحثات", "استقباله"."""

from __future__ import annotations

import re

from liqaa.ingest.extraction.clauses import Argument, Clause, Hit
from liqaa.ingest.extraction.frames import Frame, Scene, nearest_subject
from liqaa.ingest.extraction.joint_meetings import read_joint, read_own_members
from liqaa.ingest.extraction.nouns import Noun, noun_of
from liqaa.ingest.extraction.sides import by_party, first_object, with_entity, with_topic

_OBJECT_SUFFIX = re.compile(r"(?<=.{4})(?:ه|ها|هم)$")


def read_nominal(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "لقاء بين أ وب", "أجرى أ مباحثات مع ب", "خلال لقائه ب", "عقد الرئيسان محادثات"."""
    if _only_attended(hit, clause):
        return []
    noun = noun_of(hit, clause, scene)
    together = read_joint(noun)
    if together:
        return together
    objects = _objects(noun)
    return _with_objects(noun, objects) if objects else read_own_members(noun)


def read_reception(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "لدى استقباله ب": the owner is host. "كان في استقباله" is an airport welcome, no talks."""
    word = clause.words[hit.last - 1]
    before = clause.words[hit.first - 1] if hit.first > clause.sentence.first else ""
    if before == "في":
        return []
    right = clause.right(hit.last, 26)
    objects = first_object(clause, right, ("",))
    if not objects:
        return []
    if _OBJECT_SUFFIX.search(word):
        subject = nearest_subject(clause, hit.first)
        if not subject:
            return with_topic(hit, clause, scene, objects)
        return by_party(hit, clause, scene, subject, objects)
    rest = [a for a in right if a.first >= objects[-1].last]
    guests = first_object(clause, rest, ("", "ل"))
    return by_party(hit, clause, scene, objects, guests) if guests else []


def _only_attended(hit: Hit, clause: Clause) -> bool:
    """Whether the noun names what somebody was present at: "حضر اللقاء"."""
    attending = clause.knowledge.lexicon.events.attending
    begins = hit.first == clause.sentence.first
    return not begins and clause.words[hit.first - 1].lstrip("و") in attending


# -- the counterpart -----------------------------------------------------------------------------------


def _objects(noun: Noun) -> list[Argument]:
    """With whom: after مع, also past what was spoken about, after ب, before the noun, or as its genitive."""
    clause = noun.clause
    return (
        first_object(clause, noun.right, ("مع",))
        or first_object(clause, clause.right(noun.start, 26, over=clause.lists.topical), ("مع",))
        or _with_b(noun)
        or _before(noun)
        or _genitive(noun)
    )


def _with_b(noun: Noun) -> list[Argument]:
    """Such as "لقائه ب", "لقاء أ بب"."""
    if "ب" not in noun.hit.form.trigger.prepositions:
        return []
    found = first_object(noun.clause, noun.right, ("ب",))
    before = [a.last for a in noun.right if found and a.last <= found[0].first]
    return found if found and found[0].first - max(noun.hit.last, *before, 0) <= 4 else []


def _before(noun: Noun) -> list[Argument]:
    """Such as "عقد أ مع ب جلسة مباحثات": the counterpart stands between the light verb and the noun."""
    verb = noun.light_verb()
    if verb is None:
        return []
    between = [a for a in noun.clause.arguments if verb < a.first < noun.hit.first]
    return first_object(noun.clause, between, ("مع",))


def _genitive(noun: Noun) -> list[Argument]:
    """Such as "رفض أ لقاء ب", "وصل أ للقاء ب", "خلال لقائه ب": what follows the noun is whom it is with."""
    found = first_object(noun.clause, noun.right, ("",))
    if not found:
        return []
    refused = noun.word == "لقاء" and _refused(noun)
    come_for = noun.purpose and noun.right[0].first - noun.hit.last <= 2
    owned = noun.possessed and found[0].first - noun.hit.last <= 4
    return found if refused or come_for or owned else []


def _refused(noun: Noun) -> bool:
    """Whether a verb makes the noun's genitive the one refused: "رفض أ لقاء ب"."""
    clause = noun.clause
    first = max(clause.sentence.first, noun.hit.first - 10)
    refusals = clause.knowledge.lexicon.events.refusals
    return any(clause.words[t].lstrip("و") in refusals for t in range(first, noun.hit.first))


# -- the subject ---------------------------------------------------------------------------------------


def _with_objects(noun: Noun, objects: list[Argument]) -> list[Frame]:
    """The frames of whoever met the objects: the owner, the subject, or whom the text is about."""
    hit, clause, scene = noun.hit, noun.clause, noun.scene
    if noun.possessed and scene.agent >= 0:
        return with_entity(hit, clause, scene, scene.agent, objects)
    subject = _subject(noun, objects)
    if subject:
        return by_party(hit, clause, scene, subject, objects)
    if noun.purpose and scene.agent >= 0:
        return with_entity(hit, clause, scene, scene.agent, objects)
    if noun.purpose or noun.possessed or noun.light_verb() is not None:
        return with_topic(hit, clause, scene, objects)
    return []


def _subject(noun: Noun, objects: list[Argument]) -> list[Argument]:
    """Who held the talks a noun names: the noun's genitive, the light verb's subject, or the sentence's."""
    clause = noun.clause
    near = [a for a in noun.right if a.first < objects[0].first and not a.preposition and not a.joined]
    if near and near[0].first - noun.start <= 1:
        return clause.chain(noun.right, noun.right.index(near[0]))
    verb = noun.light_verb()
    if verb is not None:
        between = [a for a in clause.arguments if verb < a.first < noun.hit.first and not a.preposition]
        if between and between[0].first - verb <= 3:
            return clause.chain(clause.arguments, clause.arguments.index(between[0]))
    return [a for a in nearest_subject(clause, noun.hit.first, states=True) if a not in objects]
