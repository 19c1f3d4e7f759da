"""Denials that follow what others have told: "ذكرت صحيفة أن أ زار ب، وهو ما نفته ج", "لكن ج نفت ذلك"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.untrue import ABOUT
from liqaa.ingest.extraction.text.phrasebook import is_among

# Words between a verb of denying and what it denies: "نفت الخارجية صحة ذلك".
_DENIED = 4


def is_denied_after(frame: Frame, clause: Clause) -> bool:
    """Whether a sentence tells an event as what somebody says, and then that somebody denies it.

    Not where something else is said between: "التقى أ ب وقال إن ... وهو ما تنفيه ج".

    Args:
        frame: the event.
        clause: its sentence.
    """
    words, cues = clause.words, clause.knowledge.lexicon.cues
    before = range(clause.sentence.first, frame.first)
    if not any(words[t] in clause.lists.that for t in before):
        return False
    for token in range(frame.last, clause.sentence.last):
        word = words[token].removeprefix("و")
        if token in clause.inside:
            continue
        if word in cues.denying_it:
            return words[token - 1] in cues.what_is
        if word in cues.denying_after and _is_of_this(token, clause):
            return True
        if is_among(word, cues.speech) and not _is_of_a_source(token, clause):
            return False
    return False


def _is_of_this(token: int, clause: Clause) -> bool:
    """Whether what has been told is denied, and nothing else: not "نفت الأنباء عن خلاف"."""
    words, last = clause.words, clause.sentence.last
    near = range(token + 1, min(token + 1 + _DENIED, last))
    at = next((t for t in near if words[t] in clause.knowledge.lexicon.cues.denied), None)
    after = words[at + 1 : at + 2] if at is not None and at + 1 < last else []
    return at is not None and not any(word in ABOUT or word in clause.lists.relatives for word in after)


def _is_of_a_source(token: int, clause: Clause) -> bool:
    """Whether a word of saying only tells whose the report is: "وفق", "بحسب"."""
    return clause.words[token] in clause.lists.prepositions
