"""Fellow travellers: who goes somewhere together and meets somebody there.

Two, "وصل أ وب إلى ج حيث التقيا د", or a delegation and who leads it, "وصل وفد برئاسة أ إلى ب حيث سيلتقي ج".
"""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Filler, Frame
from liqaa.ingest.extraction.clauses.scene import Scene

# Endings of a verb that two or several are the subject of, and the pronoun of two whom it has as its object.
_SEVERAL = ("ا", "ان", "وا", "ون")
_BOTH = "هما"
# Tokens before the noun of talks among which stands the verb that carries it: "أجريا مع أ محادثات".
_CARRIED = 8


def with_fellows(
    frames: list[Frame], hit: Hit, clause: Clause, scene: Scene, before: list[Frame]
) -> list[Frame]:
    """The frames of a trigger, in which who travelled with him who met or was received takes part as well.

    Args:
        frames: as the trigger states them.
        hit: the trigger.
        clause: its sentence.
        scene: what was told before, with those who travelled together.
        before: the frames of the sentence that were read before.
    """
    frames = [_led(frame, scene) for frame in frames]
    if len(scene.fellows) < 2 or not _is_of_both(hit, clause):
        return frames
    alone = [set(scene.pair), *(set(f.entities()) for f in before if f.type == "talks")]
    # "التقى أ ج، وبحثا الأزمة": the two are those who met
    return [f if set(f.entities()) in alone else _joined(f, scene) for f in frames]


def _led(frame: Frame, scene: Scene) -> Frame:
    """A frame of talks of a delegation that travels with who leads it, where none of them is named."""
    entities = scene.cast.entities
    at = next((i for i, f in enumerate(frame.fillers) if f.entity in scene.led), None)
    if frame.type != "talks" or at is None:
        return frame
    group, leader = frame.fillers[at], entities[scene.led[frame.fillers[at].entity]]
    if any(entities[f.entity].country == leader.country for f in frame.fillers if f is not group):
        return frame
    named = Filler(leader.index, group.role, scene.cast.mentions[leader.mentions[0]])
    return replace(frame, fillers=[*frame.fillers[: at + 1], named, *frame.fillers[at + 1 :]])


def _joined(frame: Frame, scene: Scene) -> Frame:
    """A frame of talks with the fellows of the one traveller who takes part beside another party."""
    entities = scene.cast.entities
    own = [f for f in frame.fillers if f.entity in scene.fellows]
    parties = {entities[index].country for index in scene.fellows}
    met = [f for f in frame.fillers if entities[f.entity].country not in parties]
    if frame.type != "talks" or len(own) != 1 or not met:
        return frame
    fellows = (entities[index] for index in scene.fellows if index != own[0].entity)
    named = [Filler(e.index, own[0].role, scene.cast.mentions[e.mentions[0]]) for e in fellows if e.mentions]
    at = frame.fillers.index(own[0]) + 1
    return replace(frame, fillers=[*frame.fillers[:at], *named, *frame.fillers[at:]])


def _is_of_both(hit: Hit, clause: Clause) -> bool:
    """Whether a verb, or the one that carries a noun, is that of two or means two: "التقيا", "استقبلهما"."""
    words, first = clause.words, hit.first
    if hit.form.trigger.id.endswith("-verb"):
        both = clause.lists.with_pronouns | clause.lists.by_pronouns
        after = words[hit.last : min(hit.last + 1, clause.sentence.last)]
        means = any(word.endswith(_BOTH) and word in both for word in after)
        return words[first].endswith((*_SEVERAL, _BOTH)) or means
    if words[hit.last - 1].endswith(_BOTH):
        return True  # "خلال لقائهما أ"
    before = range(max(clause.sentence.first, first - _CARRIED), first)
    told = (words[t] for t in before if t not in clause.inside and clause.knowledge.light_verb(words[t]))
    return any(word.endswith(_SEVERAL) for word in told)
