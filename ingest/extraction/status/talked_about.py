"""Talked about: talks that others only speak of or call for: "بحثا سبل دفع المفاوضات بين أ وب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.phrasebook import readings

# Words before talks among which stands what is said of them: "جهود الوساطة والمفاوضات".
_NEAR = 4
# Rules of talks that may be spoken of in general, and tokens after whom with among which is how they go.
_SPOKEN_OF = ("negotiate-noun", "talks-noun")
_PREDICATE = 6


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


def is_told_to_go_on(frame: Frame, clause: Clause) -> bool:
    """Whether a speaker only says of talks with others how they go on: "قال أ إن المفاوضات مع ب لم تتقدم".

    Not where the sentence tells where they are held or names the counterpart.

    Args:
        frame: an event.
        clause: its sentence.
    """
    cues, words, first = clause.knowledge.lexicon.cues, clause.words, frame.first
    if frame.rule not in _SPOKEN_OF or first <= clause.sentence.first or not words[first].startswith("ال"):
        return False
    behind = [f.mention for f in frame.fillers if f.mention.first >= frame.last]
    if words[first - 1] != "ان" or frame.place or any(m.name for m in behind):
        return False
    end = max([frame.last, *(m.last for m in behind)])
    after = range(end, min(end + _PREDICATE, clause.sentence.last))
    near = (t for t in after if t not in clause.inside)
    return any(words[t] in cues.progress for t in near)


def _is_spoken_about(token: int, clause: Clause) -> bool:
    """Whether a verb of speaking about something stands before a token: "تناول الاتصال سير المفاوضات"."""
    before = range(clause.sentence.first, token)
    discussed = any(h.form.trigger.pattern == "discuss" and h.last <= token for h in clause.hits)
    cues = clause.knowledge.lexicon.cues
    return discussed or any(stem in cues.treating for t in before for _, stem in readings(clause.words[t]))
