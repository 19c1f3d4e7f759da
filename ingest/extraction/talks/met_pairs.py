"""Pairs that met: two already spoken of who are a verb's subject: "دعا أ ب عندما التقى الرئيسان"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.talks.agreed_meetings import who_met_before
from liqaa.ingest.extraction.text.phrasebook import is_among

# The ending of two who are a subject, and those of a verb of two; "we" ends alike.
_NOMINATIVE = "ان"
_OF_TWO, _OF_US = ("ا", "ان"), "نا"
# Words between a verb of agreeing and what two agree to do.
_ON_THAT = ["علي", "ان"]


def leads_pair(hit: Hit, clause: Clause) -> bool:
    """Whether two already spoken of stand right after a verb of meeting as its subject.

    Not of discussing, which goes on about a meeting told before: "وبحث الوزيران خلال الاتصال".
    """
    if hit.form.trigger.pattern not in ("transitive", "prepositional"):
        return False
    after = next((a for a in clause.arguments if a.first == hit.last and not a.preposition), None)
    pair = after is not None and clause.cast.mentions[after.index].anaphor == "pair"
    return pair and clause.words[hit.last].endswith(_NOMINATIVE)


def two_again(hit: Hit, clause: Clause, scene: Scene) -> tuple[int, ...]:
    """The two who met last, of whom a verb of two that opens its sentence goes on: "وسيجتمعان مجددا في أ".

    Args:
        hit: a verb of meeting, beside which no subject stands.
        clause: its sentence.
        scene: who met last.
    """
    words, first, begin = clause.words, hit.first, clause.sentence.first
    dual = words[first].endswith(_OF_TWO) and not words[first].endswith(_OF_US)
    if not dual or hit.form.trigger.pattern not in ("transitive", "prepositional"):
        return ()
    agreed = _agreed(first, clause)
    if agreed is not None:
        return who_met_before(agreed, clause, scene)
    if len(scene.pair) != 2:
        return ()
    opens = first == begin or words[first - 1] in clause.lists.before_lone_verbs
    others = any(a.entity is not None and a.entity.kind != "state" for a in clause.arguments)
    return scene.pair if opens and not others else ()


def _agreed(first: int, clause: Clause) -> int | None:
    """The verb of two right before "that" and the verb at a token: "هاتف أ ب واتفقا على أن يلتقيا"."""
    verb = first - len(_ON_THAT) - 1
    if verb < clause.sentence.first or clause.words[verb + 1 : first] != _ON_THAT:
        return None
    two = clause.words[verb].endswith(_OF_TWO[0])
    return verb if two and is_among(clause.words[verb], clause.knowledge.lexicon.cues.agreeing) else None
