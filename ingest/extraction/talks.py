"""Talks: who met whom, by the pattern of the trigger."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.clauses import Argument, Clause, Hit
from liqaa.ingest.extraction.frames import (
    Frame,
    Scene,
    nearest_subject,
)
from liqaa.ingest.extraction.hosts import set_host
from liqaa.ingest.extraction.meeting_nouns import read_nominal, read_reception
from liqaa.ingest.extraction.phrasebook import readings
from liqaa.ingest.extraction.sides import by_party, first_object, is_party, joint, met_by, with_entity, with_topic


def read_talks(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The talks a trigger states: one frame for each counterpart party, one for a joint meeting."""
    pattern = hit.form.trigger.pattern
    if pattern in ("transitive", "prepositional", "discuss", "receive"):
        frames = _verbal(hit, clause, scene)
    elif pattern == "receive-noun":
        frames = read_reception(hit, clause, scene)
    else:
        frames = read_nominal(hit, clause, scene)
    for frame in frames:
        set_host(frame, clause, scene)
    if pattern in ("receive", "receive-noun") and _at_an_airport(hit, clause):
        return [_as_visit(frame) for frame in frames if {"host", "guest"} <= {f.role for f in frame.fillers}]
    return frames


def _at_an_airport(hit: Hit, clause: Clause) -> bool:
    """Whether a guest is received where he arrives: a welcome, which belongs to his visit."""
    airports = clause.knowledge.lexicon.events.airports
    after = range(hit.last, min(hit.last + 30, clause.sentence.last))
    return any(stem in airports for t in after for _, stem in readings(clause.words[t]))


def _as_visit(frame: Frame) -> Frame:
    roles = {"host": "host", "guest": "visitor"}
    people = [replace(f, role=roles.get(f.role, f.role)) for f in frame.fillers]
    people.sort(key=lambda f: f.role != "visitor")
    return replace(frame, type="visit", subtype="arrival", fillers=people)


def _verbal(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "التقى أ ب", "أ اجتمع مع ب": subject before or after the verb, then the object."""
    trigger = hit.form.trigger
    if _hosts_an_event(hit, clause):
        return []
    right = _own_arguments(hit, clause)
    if clause.words[hit.first][0] == "و" and scene.agent >= 0:
        objects = first_object(clause, right, ("مع", "ب"))
        if objects and not any(a.first < objects[0].first and not a.preposition for a in right):
            return with_entity(hit, clause, scene, scene.agent, objects)
    bare = [a for a in right if not a.preposition and not a.joined and is_party(clause, a)]
    governed = [a for a in right if a.preposition in ("مع", "ب") and is_party(clause, a)]
    wanted = trigger.prepositions or ("", "مع", "ب")
    subject: list[Argument] = []
    objects: list[Argument] = []
    opening = clause.at_clause_start(hit.first)
    left = nearest_subject(clause, hit.first, states=True)
    if (
        len(left) >= 2
        and trigger.pattern in ("discuss", "prepositional", "transitive")
        and clause.words[hit.first].endswith(("ا", "ان", "وا", "ون"))
    ):
        return joint(hit, clause, scene, left)
    if opening and bare and bare[0].first - hit.last <= 2 and _carries_object(hit, clause):
        return _met_by(hit, clause, scene, clause.chain(right, right.index(bare[0])), left)
    if opening and bare and bare[0].first - hit.last <= 2:
        subject = clause.chain(right, right.index(bare[0]))
        rest = [a for a in right if a.first >= subject[-1].last]
        objects = first_object(clause, rest, wanted)
        if not objects and len(subject) > 1 and trigger.pattern != "receive":
            together = joint(hit, clause, scene, subject)
            if together or trigger.pattern != "transitive":
                return together
        if not objects and trigger.pattern in ("transitive", "receive"):
            subject, objects = left, subject
    elif left and not (opening and not bare and not governed):
        subject = left
        objects = first_object(clause, right, wanted)
    if trigger.pattern == "discuss" and not any(a.preposition == "مع" for a in objects):
        if len(subject) > 1:
            return joint(hit, clause, scene, subject)
        return []
    by = first_object(clause, right, ("قبل",))
    if trigger.pattern == "receive" and by and subject:
        return by_party(hit, clause, scene, by, subject)
    if not subject and objects:
        return with_topic(hit, clause, scene, objects)
    return by_party(hit, clause, scene, subject, objects)


def _carries_object(hit: Hit, clause: Clause) -> bool:
    """Whether a verb carries the pronoun of whom its subject met: "استقبله"."""
    verb = clause.words[hit.first]
    stem = next((verb[: -len(p)] for p in ("هما", "ها", "هم", "ه") if verb.endswith(p)), "")
    forms = (stem, stem[:-1] + "ي") if stem else ()  # التقاه is of التقى
    return any(base in clause.knowledge.triggers for form in forms for _, base in readings(form)[:2])


def _met_by(
    hit: Hit, clause: Clause, scene: Scene, subject: list[Argument], left: list[Argument]
) -> list[Frame]:
    """Such as "وصل أ حيث استقبله ب": whom the pronoun means stands before, or is whom the text is about."""
    frames = by_party(hit, clause, scene, subject, left)
    return frames or met_by(hit, clause, scene, subject, scene.agent if scene.agent >= 0 else scene.topic)


def _own_arguments(hit: Hit, clause: Clause) -> list[Argument]:
    """The arguments after a verb that are its own: what stands after the next verb is that verb's."""
    verbs = (h.first for h in clause.hits if h.first >= hit.last and h.form.trigger.id.endswith("-verb"))
    end = next(verbs, clause.sentence.last)
    return [a for a in clause.right(hit.last, 34) if a.first < end]


def _hosts_an_event(hit: Hit, clause: Clause) -> bool:
    """Such as "استضاف أ قمة جمعت ب وج": the noun that follows states the event."""
    return clause.words[hit.first].lstrip("وس").startswith(
        tuple(clause.knowledge.lexicon.events.hosting_verbs)
    ) and any(h.form.trigger.pattern == "noun" and hit.last <= h.first < hit.last + 14 for h in clause.hits)
