"""One meeting: several counterparts met at a time: "اجتماع مع نظيريه ب وج", "التقى أ ب وج في قمة ثلاثية"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.text.phrasebook import readings

_COUNTERPART = "counterpart"
# Beginnings of adjectives of a meeting of three and more sides, how far behind those met one stands, and what
# stands before its noun.
OF_SEVERAL = ("ثلاثي", "رباعي", "خماسي", "سداسي")
_WITHIN = 8
_IN = frozenset(("في", "ضمن", "خلال"))


def is_one_meeting(hit: Hit, clause: Clause, scene: Scene, objects: list[Argument]) -> bool:
    """Whether one word for several counterparts stands behind a noun for one meeting.

    Those whom a verb names are met one by one, "التقى أ نظيريه ب وج", and so may those be at several
    meetings, "أجرى أ محادثات مع نظيريه ب وج", but where one of three sides is told behind them.
    """
    if len(objects) < 2:
        return False
    if is_within_one(clause, objects):
        return True
    if objects[0].preposition != "مع":
        return False
    # "سيناقش أ الأزمة خلال اجتماع مع نظيريه ب وج": the last of several triggers tells how they meet.
    told_last = max(
        (h.first for h in clause.hits if hit.first <= h.first < objects[0].first), default=hit.first
    )
    nouns = clause.knowledge.lexicon.events.single_meetings
    if not any(stem in nouns for _, stem in readings(clause.words[told_last])):
        return False
    several = clause.knowledge.lexicon.offices.several_counterparts
    told = [scene.cast.mentions[a.index] for a in objects]
    together = all(one.anaphor == _COUNTERPART for one in told)
    return together and any(stem in several for _, stem in readings(clause.words[told[0].first]))


def is_within_one(clause: Clause, objects: list[Argument]) -> bool:
    """Whether a meeting of three and more sides is told right behind those met: "ب وج، في قمة ثلاثية"."""
    words, begun = clause.words, objects[-1].last
    behind = range(begun, min(begun + _WITHIN, clause.sentence.last))
    at = next((t for t in behind if words[t].removeprefix("ال").startswith(OF_SEVERAL)), None)
    if at is None:
        return False
    cues, told = clause.knowledge.lexicon.cues, words[begun:at]
    elsewhere = clause.knowledge.lexicon.events.margins | cues.before | cues.after | {"ختام"}
    people = any(
        begun <= a.first < at and clause.cast.mentions[a.index].kind == "person" for a in clause.arguments
    )
    others = any(begun <= h.first < at and words[h.first].startswith("و") for h in clause.hits)
    return not (people or others or _IN.isdisjoint(told)) and elsewhere.isdisjoint(told)
