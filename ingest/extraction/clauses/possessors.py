"""Possessors: whom the pronoun of a noun means: "his meeting with B"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.text.document import COMMAS

# Tokens from somebody to the body that he speaks of: "أ ينتقد "تطرف" ب".
_SPOKEN_OF = 5


def person_before(clause: Clause, subject: list[Argument]) -> list[Argument]:
    """Whom "he" means where who or what somebody speaks of stands nearer; nobody where that is the subject.

    Such as "أطلع أ مجلس الأمن على لقائه ب", "أ ينتقد الاتحاد الأوروبي قبل استقباله ب"; of a person only after
    a verb of telling: "أطلع أ ب على نتائج لقائه ج".
    """
    told = subject[0]
    nearest = None if told.joined else next(iter(clause.left(told.first, _SPOKEN_OF)), None)
    if nearest is None or nearest.preposition or clause.cast.mentions[nearest.index].kind != "person":
        return []
    tells = clause.words[clause.before_time(nearest.first)] in clause.knowledge.lexicon.events.telling_verbs
    if not tells and clause.cast.mentions[told.index].kind != "organisation":
        return []
    between = clause.words[nearest.last : told.first]
    conjunctions = clause.knowledge.lexicon.cues.conjunctions
    parted = any(word in COMMAS or word in conjunctions or word[0] == "و" for word in between)
    return [] if parted else nearest_subject(clause, told.first)
