"""Trios: three already spoken of who met: "القمة التي جمعت الزعماء الثلاثة", "اجتمع الوزراء الثلاثة"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import pair_frame
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from the noun or the verb that carries it to how many met.
_NEAR = 5


def read_trio(noun: Noun) -> list[Frame]:
    """Such as "للقمة التي جمعت الزعماء الثلاثة": those of whom a sentence before told, nobody named beside.

    Args:
        noun: a noun of meeting.
    """
    return _told(noun.hit, noun.clause, noun.scene) if _are_counted(noun) else []


def read_trio_meeting(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "والتقى الزعماء الثلاثة في أ".

    Args:
        hit: a verb of meeting.
        clause: its sentence.
        scene: what the section has told so far.
    """
    meets = hit.form.trigger.pattern in ("transitive", "prepositional")
    return _told(hit, clause, scene) if meets and _are_three(clause, hit.last) else []


def _told(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """A meeting of the three, where the sentence names nobody else who may have met them."""
    named = [a.entity for a in clause.arguments if a.entity and a.entity.kind == "person" and a.entity.name]
    others = [e for e in named if e.index not in scene.three]
    return [] if others or not scene.three else pair_frame(hit, clause, scene, scene.three)


def _are_counted(noun: Noun) -> bool:
    """Whether "the three leaders" stands right behind the noun, its relative clause or its verb."""
    clause, hit, verb = noun.clause, noun.hit, noun.light_verb()
    after = range(hit.last, min(hit.last + _NEAR, clause.sentence.last))
    if any(_are_three(clause, t) and not clause.hit_between(hit.last, t) for t in after):
        return True
    return verb is not None and any(
        _are_three(clause, t) for t in range(verb + 1, min(verb + _NEAR, hit.first))
    )


def _are_three(clause: Clause, token: int) -> bool:
    """Whether "the three leaders" begins at a token."""
    offices = clause.knowledge.lexicon.offices.threes
    three = token + 1 < clause.sentence.last and clause.words[token + 1] in clause.lists.three_of_them
    return three and is_among(clause.words[token], offices)
