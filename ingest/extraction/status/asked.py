"""Questions: what an event will bring is asked of one that lies ahead: "هل تنجح قمة أ وب؟"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.tenses import is_imperfect_verb
from liqaa.ingest.extraction.text.phrasebook import is_among


def is_asked_of(frame: Frame, clause: Clause) -> bool:
    """Whether a question asks what will come of an event: "فهل تسفر المحادثات بين أ وب عن ج".

    Args:
        frame: an event.
        clause: its sentence.
    """
    asking, words = frame.first - 2, clause.words
    if not frame.rule.endswith("-noun") or asking < clause.sentence.first:
        return False
    asked = is_among(words[asking], clause.knowledge.lexicon.cues.asking)
    return asked and is_imperfect_verb(words[asking + 1])
