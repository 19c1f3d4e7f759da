"""Courtesy calls: somebody visits a person, which is a meeting: "زار السفير أ رئيس الحكومة ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill
from liqaa.ingest.extraction.clauses.frames import Frame, meeting_of, parties_differ
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.text.document import COMMAS


def read_courtesy_call(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The talks that a verb of visiting states whose object is an official right beside it."""
    if hit.form.trigger.id != "visit-verb":
        return []
    caller, host = _sides(hit, clause)
    if not caller or not host:
        return []
    frame = meeting_of(hit, clause)
    fill(frame, scene, caller, "party", scene.person(host[0]))
    fill(frame, scene, host, "party", scene.person(caller[0]))
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def is_of_diplomat(call: Frame, clause: Clause) -> bool:
    """Whether who calls on somebody serves abroad."""
    head = call.fillers[0].mention.office_key.partition(" ")[0]
    return head in clause.knowledge.lexicon.offices.diplomats


def _sides(hit: Hit, clause: Clause) -> tuple[list[Argument], list[Argument]]:
    """Who calls and on whom: two officials after the verb, or one on each side of it."""
    people = [a for a in clause.right(hit.last) if _is_official(clause, a)]
    beside = people and people[0].first == clause.past_time(hit.last)
    if not beside:
        return [], []
    if not clause.at_clause_start(hit.first):
        return nearest_subject(clause, hit.first)[:1], people[:1]
    met = people[1:2]
    between = clause.words[people[0].last : met[0].first] if met else []
    if met and all(word in COMMAS or clause.tells_when(word) for word in between):
        return people[:1], met
    return [], []


def _is_official(clause: Clause, argument: Argument) -> bool:
    """Whether an argument is a person with an office that nothing governs."""
    entity, mention = argument.entity, clause.cast.mentions[argument.index]
    person = entity is not None and entity.kind == "person"
    bare = not argument.preposition and not argument.joined
    return bare and person and (bool(mention.office) or mention.anaphor == "counterpart")
