"""Chaired sessions: who leads the meeting of a body of states: "رأس أ اجتماع مجلس ب", "برئاسة أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.filling import in_place_of_land
from liqaa.ingest.extraction.clauses.frames import Filler, Frame
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.nouns import Noun, takes_place
from liqaa.ingest.extraction.talks.sides import is_party, joint
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from a noun to the body whose meeting it is: "الدورة الثالثة والثلاثين بعد المئة للمجلس الوزاري لب".
_BODY = 14
# Tokens from a noun to who leads the meeting, where and when it was between them.
_CHAIR = 30
# How a body is governed by what it is of: "اجتماع مجلس أ", "لمجلس أ", "لجنة رؤساء الأركان بدول أ".
_OF = ("", "ل", "ب")


def read_chaired_session(noun: Noun) -> list[Frame]:
    """The meeting of a body of states with whoever of another party leads it, and who is named as present.

    Args:
        noun: a noun of meeting that names nobody whom somebody met.
    """
    led = _leader_before(noun)
    if led:
        body = _body_after(noun)
        return joint(noun.hit, noun.clause, noun.scene, [*led, body]) if body is not None else []
    chair = _leader_after(noun)
    if chair is None or not (noun.light_verb() is not None or takes_place(noun)):
        return []
    body = _holder(noun) or _body_after(noun)
    if body is None or body.first >= chair.first:
        return []
    return joint(noun.hit, noun.clause, noun.scene, [body, chair, *_present(noun, chair)])


def name_chair(noun: Noun, frames: list[Frame]) -> list[Frame]:
    """The meeting of a body of two states and who leads it for one: "عقدت اللجنة اجتماعها برئاسة أ", "رأس أ".

    Args:
        noun: the noun of meeting.
        frames: its meetings, of the states.
    """
    chair = _leader_after(noun) or next(iter(_leader_before(noun)), None)
    if chair is None or chair.entity is None:
        return frames
    leader = Filler(chair.entity.index, "party", noun.clause.cast.mentions[chair.index])
    for frame in frames:
        frame.fillers = in_place_of_land(frame.fillers, leader, noun.scene.cast)
    return frames


def _leader_before(noun: Noun) -> list[Argument]:
    """Who stands beside a verb of leading before the noun: "رأس أ أمس في ب اجتماع", "أ يرأس اجتماع"."""
    clause = noun.clause
    people = nearest_subject(clause, noun.hit.first)
    if len(people) != 1 or not is_party(clause, people[0]) or people[0].entity is None:
        return []
    heading, first, last = clause.knowledge.lexicon.events.heading, people[0].first, people[0].last
    before = first > clause.sentence.first and is_among(clause.words[clause.before_time(first)], heading)
    after = last < noun.hit.first and is_among(clause.words[last], heading)
    between = clause.words[last + after : noun.hit.first]
    said = any(word in COMMAS or word in clause.knowledge.lexicon.cues.conjunctions for word in between)
    person = people[0].entity.kind == "person"
    return people if person and (before or after) and not said else []


def _leader_after(noun: Noun) -> Argument | None:
    """Who leads the meeting by what follows it, "اجتماعا في أ أمس برئاسة ب", and no delegation."""
    clause = noun.clause
    for argument in clause.arguments:
        if not noun.hit.last <= argument.first < noun.hit.last + _CHAIR:
            continue
        led = clause.words[argument.first - 1] in clause.knowledge.lexicon.syntax.chaired_by
        before = [a for a in clause.arguments if a.last == argument.first - 1]
        groups = any(clause.cast.mentions[a.index].kind == "delegation" for a in before)
        if led and not groups and argument.entity is not None and argument.entity.kind == "person":
            return None if clause.hit_between(noun.hit.last, argument.first) else argument
    return None


def _holder(noun: Noun) -> Argument | None:
    """The body that holds the meeting: "عقد وزراء خارجية دول أ اجتماعا"."""
    verb = noun.light_verb()
    start = noun.clause.sentence.first if verb is None else verb
    return next((a for a in noun.clause.arguments if start <= a.first < noun.hit.first and _is_body(a)), None)


def _body_after(noun: Noun) -> Argument | None:
    """The body whose meeting it is, the next that is named behind the noun."""
    for argument in noun.clause.arguments:
        if argument.first < noun.hit.last or noun.clause.cast.mentions[argument.index].kind == "state":
            continue
        near = argument.first - noun.hit.last <= _BODY and argument.preposition in _OF and not argument.joined
        between = noun.clause.words[noun.hit.last : argument.first]
        parted = any(word in COMMAS or word in noun.clause.lists.topical for word in between)
        return argument if near and not parted and _is_body(argument) else None
    return None


def _is_body(argument: Argument) -> bool:
    return argument.entity is not None and argument.entity.kind == "organisation"


def _present(noun: Noun, chair: Argument) -> list[Argument]:
    """Those of other parties in whose presence it was held: "برئاسة أ وبحضور ب وج"."""
    clause = noun.clause
    presence = clause.lists.presence
    first = next((a for a in clause.arguments if a.first > chair.first and a.preposition in presence), None)
    if first is None or clause.hit_between(chair.first, first.first):
        return []
    run: list[Argument] = clause.chain(clause.arguments, clause.arguments.index(first))
    return [a for a in run if is_party(clause, a) and a.entity is not None and a.entity.kind == "person"]
