"""Titled pairs: a title with its pronoun beside who is named: "عقد سموه ورئيس وزراء أ جلسة مباحثات"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import is_party, pair_frame

# The conjunction that joins the two.
_AND = "و"


def read_titled_pair(noun: Noun) -> list[Frame]:
    """The talks of who is named and of whom the title stands for: who met, or hosted, him before.

    Args:
        noun: a noun of meeting.
    """
    verb = noun.light_verb()
    return titled_pair(verb, noun.hit, noun.clause, noun.scene) if verb is not None else []


def titled_pair(verb: int, hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The talks of a title and who is named, behind a verb: "بحث سموه ورئيس وزراء أ التعاون".

    Args:
        verb: the token of the verb whose subject they are.
        hit: the trigger of the talks.
        clause: its sentence.
        scene: who met or came before.
    """
    named = _named(verb, clause)
    if named is None or named.entity is None:
        return []
    other = _meant(named.entity, scene)
    people = (other.index, named.entity.index) if other is not None else ()
    return pair_frame(hit, clause, scene, people) if people else []


def _named(verb: int, clause: Clause) -> Argument | None:
    """Who is named beside a title behind a verb: "سموه وأ", "أ وسموه"."""
    for argument in clause.arguments:
        if argument.first <= verb or not is_party(clause, argument):
            continue
        person = argument.entity is not None and argument.entity.kind == "person"
        if not person or argument.preposition:
            continue
        before = argument.first == verb + 2 and _is_titled(verb + 1, clause) and _is_joined(argument, clause)
        after = argument.first == verb + 1 and _is_titled(argument.last, clause, _AND)
        if before or after:
            return argument
    return None


def _is_titled(token: int, clause: Clause, conjunction: str = "") -> bool:
    """Whether a title with its pronoun stands at a token."""
    word = clause.words[token] if token < clause.sentence.last else ""
    bare = word.removeprefix(conjunction)
    return word.startswith(conjunction) and bare in clause.lists.titles_with_pronoun


def _is_joined(argument: Argument, clause: Clause) -> bool:
    return clause.words[argument.first].startswith(_AND)


def _meant(named: Entity, scene: Scene) -> Entity | None:
    """The other of two of whom one is named: who hosts or receives him, met him last, or is spoken of."""
    pairs = (scene.visit or (), scene.received or (), scene.pair)
    others = [i for pair in pairs if named.index in pair for i in pair if i != named.index]
    known = (scene.cast.entities[i] for i in (*others, scene.topic) if i >= 0)
    fits = (e for e in known if e.kind == "person" and e.country not in (None, named.country))
    return next(fits, None)
