"""Courtesy calls: somebody visits a person, which is a meeting: "زار السفير أ رئيس الحكومة ب".

Also where a noun tells of it: "قام السفير أ بزيارة مجاملة لوزير الدفاع ب".
"""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill
from liqaa.ingest.extraction.clauses.frames import Frame, meeting_of, parties_differ
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.talks.hosts import set_host
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge

# The noun of a visit, folded, and what leads to where it goes.
_VISIT, _TO = "زياره", "الي"
# Words of what kind of visit it is.
_KIND = 1


def read_courtesy_call(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The talks that a verb of visiting states whose object is an official right beside it, or its noun."""
    sides = {"visit-verb": _sides, "visit-noun": _sides_of_noun}.get(hit.form.trigger.id)
    if sides is None:
        return []
    caller, host = sides(hit, clause)
    if not caller or not host:
        return []
    frame = meeting_of(hit, clause)
    fill(frame, scene, caller, "party", scene.person(host[0]))
    fill(frame, scene, host, "party", scene.person(caller[0]))
    if not parties_differ(scene.cast, frame.entities()):
        return []
    set_host(frame, clause, scene)
    if frame.entities(("host",)):  # whose office or palace it is, is clear: "زار أ ب في مكتبه"
        roles = ("guest", "host")
        frame.fillers = [replace(f, role=role) for f, role in zip(frame.fillers, roles, strict=False)]
    return [frame]


def is_of_diplomat(call: Frame, clause: Clause) -> bool:
    """Whether who calls on somebody serves abroad."""
    return clause.knowledge.is_diplomats(call.fillers[0].mention.office_key)


def serves_there(mention: Mention, knowledge: Knowledge) -> bool:
    """Whether who is named stays in the land that receives him, and is no envoy who comes and goes."""
    head = mention.office_key.partition(" ")[0]
    return knowledge.is_diplomats(mention.office_key) and head not in knowledge.lexicon.offices.envoys


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


def _sides_of_noun(hit: Hit, clause: Clause) -> tuple[list[Argument], list[Argument]]:
    """Who makes a visit and to which official, behind one word at most of what kind of visit it is."""
    bare, right = clause.words[hit.last - 1].removeprefix("ب") == _VISIT, clause.right(hit.last)[:1]
    host = [a for a in right if _is_called_on(hit, clause, a)]
    made = any(map(clause.knowledge.light_verb, clause.words[clause.sentence.first : hit.first]))
    return (nearest_subject(clause, hit.first)[:1], host) if bare and host and made else ([], [])


def _is_called_on(hit: Hit, clause: Clause, argument: Argument) -> bool:
    """Whether a visit leads to an official: "زيارة مجاملة لأ", "زيارة إلى أ"."""
    made = argument.first > hit.last or clause.words[hit.last - 1].startswith("ب")  # "قام بزيارة لأ"
    led = argument.preposition == _TO or (argument.preposition == "ل" and made)  # "تنظيم زيارة لأ" is his
    carried = clause.words[hit.last - 1].startswith("ب") and argument.first == hit.last
    led = led or (not argument.preposition and carried)  # "قام بزيارة أ"; "أعلن زيارة أ" is his
    near = argument.first - hit.last - (argument.preposition == _TO) <= _KIND
    return led and near and _is_official(clause, replace(argument, preposition=""))


def _is_official(clause: Clause, argument: Argument) -> bool:
    """Whether an argument is a person with an office, or a rank and a party, that nothing governs."""
    entity, mention = argument.entity, clause.cast.mentions[argument.index]
    person = entity is not None and entity.kind == "person"
    bare = not argument.preposition and not argument.joined
    ranked = person and mention.respected and mention.name is not None and bool(entity and entity.country)
    return bare and person and (bool(mention.office) or mention.anaphor == "counterpart" or ranked)
