"""Honours: medals, orders, degrees, guards of honour, official welcomes, dinners in someone's honour."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses import Argument, Clause, Hit
from liqaa.ingest.extraction.frames import (
    Filler,
    Frame,
    Scene,
    fill,
    fill_unnamed,
    frame_of,
    nearest_subject,
    parties_differ,
)


def read_honors(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The honour a trigger states, if both sides are known and differ."""
    pattern = hit.form.trigger.pattern
    if pattern == "award":
        return _award(hit, clause, scene)
    return _welcome(hit, clause, scene)


def _award(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "منح أ ب وسام", "حصل ب على وسام من أ", "وسام الذي منح لب"."""
    objects = [
        t
        for t in range(max(clause.sentence.first, hit.first - 12), min(clause.sentence.last, hit.last + 45))
        if clause.words[t] in clause.knowledge.lexicon.events.award_objects
    ]
    if not objects:
        return []
    degree = any(clause.words[t] in clause.knowledge.lexicon.events.degree_objects for t in objects)
    word = clause.words[hit.first].lstrip("وف")
    right = [
        a
        for a in clause.right(hit.last, 40)
        if clause.cast.mentions[a.index].kind != "state" or a.first - hit.last <= 1
    ]
    bare = [a for a in right if not a.preposition and not a.joined]
    to = [a for a in right if a.preposition == "ل"]
    by = [a for a in right if a.preposition in ("من", "قبل")]
    left = nearest_subject(clause, hit.first)
    conferrer: list[Argument] = []
    honoree: list[Argument] = []
    if word in clause.knowledge.lexicon.events.receiving_awards:
        honoree = bare[:1] if bare and clause.at_clause_start(hit.first) else left[:1]
        conferrer = by[:1]
    elif (
        hit.first > clause.sentence.first
        and clause.words[hit.first - 1].lstrip("و") in clause.knowledge.lexicon.events.passive_verbs
    ):
        honoree, conferrer = bare[:1] or to[:1], by[:1]
    elif to and not bare:
        honoree = to[:1]
    elif clause.at_clause_start(hit.first) or not left:
        conferrer, honoree = bare[:1], bare[1:2] or to[:1]
        if len(bare) == 1 and by:
            conferrer, honoree = by[:1], bare[:1]
    else:
        conferrer, honoree = left[:1], bare[:1] or to[:1]
    frame = frame_of(hit, clause, "degree" if degree else None)
    fill(frame, scene, honoree, "honoree", scene.person(conferrer[0]) if conferrer else None)
    fill(frame, scene, conferrer, "conferrer", scene.person(honoree[0]) if honoree else None)
    if honoree and len(frame.fillers) == 1:
        _add_giver(frame, clause, scene, objects[0])
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def _add_giver(frame: Frame, clause: Clause, scene: Scene, near: int) -> None:
    """The state that gives, from the adjective of the award: "الوسام الوطني الفرنسي"."""
    for token in range(near, min(near + 9, clause.sentence.last)):
        match = clause.knowledge.adjectives.match(clause.words, token, clitics=False)
        if match:
            _add_state(frame, scene, match[2].code)
            return
    for argument in clause.arguments:
        mention = clause.cast.mentions[argument.index]
        if (
            mention.kind == "state"
            and argument.entity is not None
            and argument.entity.index not in frame.entities()
        ):
            frame.fillers.append(Filler(argument.entity.index, "conferrer", mention))
            return


def _add_state(frame: Frame, scene: Scene, code: str) -> None:
    for entity in scene.cast.entities:
        if entity.kind == "state" and entity.country == code:
            fill_unnamed(frame, scene, entity, "conferrer")
            return


def _welcome(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """A guard of honour, ceremony or dinner: the guest is honoured by the host present or his state."""
    arguments = [
        a
        for a in clause.arguments
        if clause.cast.mentions[a.index].kind in ("person", "delegation") and a.entity
    ]
    given = [a for a in arguments if a.preposition == "ل" and a.first >= hit.last]
    left = nearest_subject(clause, hit.first)
    frame = frame_of(hit, clause)
    if hit.form.trigger.pattern == "dinner":
        meal = range(max(clause.sentence.first, hit.first - 8), hit.first)
        if not any(clause.words[t] in clause.knowledge.lexicon.events.meals for t in meal):
            return []
        honoree = given[:1] or [a for a in arguments if a.first >= hit.last][:1]
        fill(frame, scene, honoree, "honoree")
        fill(frame, scene, [a for a in left if a not in honoree][:1], "conferrer")
        return [frame] if parties_differ(scene.cast, frame.entities()) else []
    after = [a for a in arguments if not a.preposition]
    reviewer = [a for a in after if a.first < hit.first][-1:] or given[:1] or after[:1]
    guest = scene.visit[0] if scene.visit else scene.topic
    if not reviewer and guest >= 0 and scene.cast.entities[guest].country:
        topic = scene.cast.entities[guest]
        frame.sure = False
        fill_unnamed(frame, scene, topic, "honoree")
    fill(frame, scene, reviewer, "honoree")
    if not frame.fillers:
        return []
    own = scene.cast.entities[frame.fillers[0].entity].country
    others = [
        a for a in arguments if a.entity and a.first < hit.first and a.entity.country not in (None, own)
    ]
    states = [
        a for a in clause.arguments if a.entity and a.entity.kind == "state" and a.entity.country != own
    ]
    fill(frame, scene, (others or states)[:1], "conferrer")
    if len(frame.fillers) == 1 and scene.visit is not None and scene.visit[0] == frame.fillers[0].entity:
        host = scene.state(scene.cast.entities[scene.visit[1]].country or "", clause.sentence.section.index)
        if host.mentions:
            fill_unnamed(frame, scene, host, "conferrer")
    return [frame] if parties_differ(scene.cast, frame.entities()) else []
