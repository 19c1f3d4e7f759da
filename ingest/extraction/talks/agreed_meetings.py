"""Agreed meetings: who meets where two agree on it: "التقى أ ب. واتفقا على عقد لقاء آخر"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import by_party, first_object, is_party, joint, pair_frame
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from a verb of agreeing to what is agreed on, those who agree left out.
_REACH = 6
# The ending of a verb whose subject are two.
_DUAL = "ا"


def read_agreed(noun: Noun) -> list[Frame]:
    """The meeting that the subjects of a verb of agreeing before it will hold."""
    clause, verb = noun.clause, agreeing_verb(noun.hit.first, noun.clause)
    if verb is None:
        return []
    if clause.words[verb].endswith(_DUAL):
        two = _who_agreed_before(clause, verb) or who_met_before(verb, clause, noun.scene)
        return pair_frame(noun.hit, clause, noun.scene, two) if len(two) == 2 else []
    between = [a for a in clause.arguments if verb < a.first < noun.hit.first and is_party(clause, a)]
    subject = [a for a in between[:1] if not a.preposition]
    run = clause.chain(clause.arguments, clause.arguments.index(subject[0])) if subject else []
    if len(run) > 1:
        return joint(noun.hit, clause, noun.scene, run)  # "اتفق أ وب على الاجتماع"
    return by_party(noun.hit, clause, noun.scene, subject, first_object(clause, between, ("مع",)))


def agreeing_verb(first: int, clause: Clause) -> int | None:
    """The verb of agreeing that leads to the noun of a meeting: "اتفقا خلال الاتصال على عقد لقاء".

    Args:
        first: the noun.
        clause: its sentence.
    """
    cues, at = clause.knowledge.lexicon.cues, first - 1
    while at > clause.sentence.first and clause.words[at] in cues.holding | cues.latest:
        at -= 1
    if at <= clause.sentence.first or clause.words[at] != "علي":
        return None
    left = _REACH
    for token in range(at - 1, clause.sentence.first - 1, -1):
        if token in clause.inside:
            continue
        if is_among(clause.words[token], cues.agreeing):
            return token
        left -= 1
        if not left or clause.is_boundary(token):
            return None
    return None


def _who_agreed_before(clause: Clause, verb: int) -> tuple[int, ...]:
    """The two after an earlier verb of agreeing: "اتفق أ وب على إبلاغ ج، كما اتفقا على عقد لقاء"."""
    agreeing = clause.knowledge.lexicon.cues.agreeing
    for token in range(clause.sentence.first, verb):
        if not is_among(clause.words[token], agreeing):
            continue
        first = next((i for i, a in enumerate(clause.arguments) if a.first == token + 1), None)
        run = clause.chain(clause.arguments, first) if first is not None else []
        people = [a.entity.index for a in run if a.entity is not None and is_party(clause, a)]
        if len(people) == 2:
            return tuple(people)
    return ()


def who_met_before(verb: int, clause: Clause, scene: Scene) -> tuple[int, ...]:
    """The two who met or rang last, or whom alone the sentence names before a verb.

    Args:
        verb: the verb of agreeing whose subject they are.
        clause: its sentence.
        scene: who met last.
    """
    people = [a.entity for a in clause.left(verb, verb) if a.entity and a.entity.kind == "person"]
    named = tuple(dict.fromkeys(e.index for e in people))
    if all(index in scene.pair for index in named):
        return scene.pair
    two = len(named) == 2 and len({scene.cast.entities[i].country for i in named}) == 2
    return named[::-1] if two else ()
