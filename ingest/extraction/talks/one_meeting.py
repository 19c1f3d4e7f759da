"""One meeting: several counterparts met at a time: "اجتماع مع نظيريه الفرنسي والألماني"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.text.phrasebook import readings

_COUNTERPART = "counterpart"


def is_one_meeting(hit: Hit, clause: Clause, scene: Scene, objects: list[Argument]) -> bool:
    """Whether one word for several counterparts stands behind a noun for one meeting.

    Those whom a verb names are met one by one, "التقى أ نظيريه ب وج", and so may those be at several
    meetings, "أجرى أ محادثات مع نظيريه ب وج".
    """
    if len(objects) < 2 or objects[0].preposition != "مع":
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
