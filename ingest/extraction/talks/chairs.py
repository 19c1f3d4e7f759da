"""Chairs: two who lead the session of a body of their states: "ترأس أ مع نظيره ب أشغال اللجنة المشتركة"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill
from liqaa.ingest.extraction.clauses.frames import Frame, meeting_of, parties_differ
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.chaired_before import acts_for_another, before_whom, meeting_before
from liqaa.ingest.extraction.talks.led_sides import read_led_sides
from liqaa.ingest.extraction.talks.sides import is_party
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import readings

# Words from the second chair to the body: "أشغال الدورة الثالثة للجنة".
_BODY = 6
# Tokens from the first chair within which who is with him follows, past a comma: "أ، رفقة ب".
_COMPANY = 3
# Words of an aside between the two: "، بالاشتراك مع".
_BETWEEN = 3


def read_chaired(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The talks of two who chair a body of their states."""
    if hit.form.trigger.id != "lead-verb":
        return []
    led = read_led_sides(hit, clause)
    if led:
        return led
    people = [a for a in clause.right(hit.last) if is_party(clause, a)]
    first = people[:1] if people and people[0].first == hit.last and not people[0].joined else []
    before = [] if first and not first[0].preposition else nearest_subject(clause, hit.first)
    chairs = before[:2] if len(before) > 1 else _pair(clause, before[:1] + people)
    shared = [] if chairs else _by_halves(hit, clause, before[:1])
    chairs = chairs or shared or _in_company(clause, before[:1] + people)
    attended = [] if len(chairs) > 1 else before_whom(hit, clause, before[:1] + people)
    if attended:
        return meeting_before(hit, clause, scene, attended)
    if len(chairs) < 2 or not (shared or _leads_body(clause, max(hit.last, chairs[1].last))):
        return []
    frame = meeting_of(hit, clause)
    fill(frame, scene, chairs[:1], "party")
    fill(frame, scene, chairs[1:], "party", scene.person(chairs[0]))
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def _pair(clause: Clause, people: list[Argument]) -> list[Argument]:
    """The first two people, of whom the second chairs with the first: "أ مع ب", "أ ونظيره ب"."""
    if len(people) < 2:
        return []
    first, second = people[:2]
    with_him = second.joined or second.preposition == "مع"
    between = [word for word in clause.words[first.last : second.first] if word not in COMMAS]
    return [first, second] if with_him and len(between) <= _BETWEEN else []


def _in_company(clause: Clause, people: list[Argument]) -> list[Argument]:
    """Who chairs and who does it with him: "ترأس أ رفقة نظيره ب أشغال اللجنة", "ترأس أ، رفقة ب، أشغال".

    Of another party he holds an office at home: a diplomat only comes along.
    """
    bringing, first = clause.knowledge.lexicon.events.bringing, people[0] if people else None
    if first is None:
        return []
    near = range(first.last + 1, first.last + _COMPANY)
    beside = [a for a in clause.arguments if a.first in near and clause.words[a.first - 1] in bringing]
    return [first] + [a for a in beside if _chairs_too(clause, first, a)]


def _chairs_too(clause: Clause, first: Argument, other: Argument) -> bool:
    """Whether who is with a chair is his counterpart, or an official at home of another party."""
    if clause.cast.mentions[other.index].anaphor == "counterpart":
        return True
    entity, own = other.entity, first.entity
    if entity is None or entity.kind != "person" or not entity.name or own is None:
        return False
    return acts_for_another(other, own.country, clause)


def _by_halves(hit: Hit, clause: Clause, before: list[Argument]) -> list[Argument]:
    """Who leads a body with another told behind it: "يترأس أعمال اللجنة مناصفة مع نظيره أ"."""
    sharing = clause.knowledge.lexicon.events.shared_by
    after = (a for a in clause.arguments if a.first > hit.last + 1 and a.preposition == "مع")
    other = next((a for a in after if clause.words[a.first - 2] in sharing and is_party(clause, a)), None)
    return [*before, other] if before and other is not None and _leads_body(clause, hit.last) else []


def _leads_body(clause: Clause, token: int) -> bool:
    """Whether a body of states follows soon: "أعمال اللجنة", "أشغال الدورة الثالثة للجنة"."""
    bodies = clause.knowledge.lexicon.events.joint_bodies
    after = range(token, min(token + _BODY, clause.sentence.last))
    return any(stem in bodies for t in after for _, stem in readings(clause.words[t]))
