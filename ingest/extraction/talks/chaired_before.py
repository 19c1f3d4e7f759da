"""Meetings chaired before officials of other parties: "ترأس أ الاجتماع بحضور كل من رئيس الأركان الكيني ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill
from liqaa.ingest.extraction.clauses.frames import Frame, meeting_of, parties_differ
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.text.phrasebook import is_among

# Words that lead to all who were there, besides the chair.
_THERE = ("بحضور", "بمشاركه")


def before_whom(hit: Hit, clause: Clause, people: list[Argument]) -> list[Argument]:
    """Who chairs a meeting and the officials of other parties at whose presence he does; nobody without them.

    Diplomats only attend.

    Args:
        hit: a verb of chairing.
        clause: its sentence.
        people: who chairs, first.
    """
    chair = people[0].entity if people else None
    words, last = clause.words, clause.sentence.last
    there = next((t for t in range(hit.last, last) if words[t] in _THERE and t not in clause.inside), None)
    if chair is None or chair.kind != "person" or not chair.country or there is None:
        return []
    events = clause.knowledge.lexicon.events
    meetings = events.single_meetings | events.joint_bodies
    if people[0].first > there or not any(is_among(words[t], meetings) for t in range(hit.last, there)):
        return []
    if any(h.form.trigger.subtype == "summit" for h in clause.hits):
        return []  # whose noun tells who is there
    others = [a for a in clause.arguments if a.first > there and a.entity and a.entity.kind == "person"]
    return [people[0], *(a for a in others if acts_for_another(a, chair.country, clause))]


def meeting_before(hit: Hit, clause: Clause, scene: Scene, people: list[Argument]) -> list[Frame]:
    """The meeting of the chair with those who are there; none without somebody of another party."""
    frame = meeting_of(hit, clause)
    fill(frame, scene, people, "party")
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def acts_for_another(argument: Argument, own: str | None, clause: Clause) -> bool:
    """Whether somebody named with an office held at home is of another party."""
    entity = argument.entity
    if entity is None or not entity.country or entity.country == own or not entity.office_key:
        return False
    return not clause.knowledge.is_diplomats(entity.office_key)
