"""Talked about: talks that others only speak of or call for: "بحثا سبل دفع المفاوضات بين أ وب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.phrasebook import readings

# Words before talks among which stands what is said of them: "جهود الوساطة والمفاوضات".
_NEAR = 4


def is_talked_about(frame: Frame, clause: Clause) -> bool:
    """Whether talks of parties of whom nobody is named are only what somebody speaks about.

    Args:
        frame: an event.
        clause: its sentence.
    """
    cues, words, first = clause.knowledge.lexicon.cues, clause.words, clause.sentence.first
    people = (clause.cast.entities[e] for e in frame.entities())
    if frame.type != "talks" or not frame.rule.endswith("-noun") or any(p.kind == "person" for p in people):
        return False
    for token in range(frame.first - 1, max(first, frame.first - _NEAR) - 1, -1):
        if token in clause.inside or not words[token].isalpha():
            return False
        stems = {stem for _, stem in readings(words[token])}
        if stems & cues.furthering:
            return True
        if stems & cues.course_of:
            return _is_spoken_about(token, clause)
    return False


def _is_spoken_about(token: int, clause: Clause) -> bool:
    """Whether a verb of speaking about something stands before a token: "تناول الاتصال سير المفاوضات"."""
    before = range(clause.sentence.first, token)
    discussed = any(h.form.trigger.pattern == "discuss" and h.last <= token for h in clause.hits)
    cues = clause.knowledge.lexicon.cues
    return discussed or any(stem in cues.treating for t in before for _, stem in readings(clause.words[t]))
