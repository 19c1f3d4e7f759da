"""Places where something is prepared or agreed on, and not held: "اجتمع أ في ج للإعداد لقمة ب ود"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.subjects import subject_of
from liqaa.ingest.extraction.status.agreed_on import is_agreed_on
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens between the noun of talks on whose occasion something is agreed on and where they are held.
_BESIDE = 1


def is_of_preparation(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a place is where others prepare talks: "في ج لتحضير لقاء أ وب", "بحث في ج الترتيبات للقمة".

    Args:
        argument: the place.
        frame: the talks.
        clause: the sentence of both.
    """
    words, cues = clause.words, clause.knowledge.lexicon.cues
    if frame.type != "talks" or not frame.rule.endswith("-noun") or argument.last > frame.first:
        return False
    between = (words[t] for t in range(argument.last, frame.first) if t not in clause.inside)
    if not any(is_among(word, cues.arranging) for word in between):
        return False
    subject = subject_of(clause)
    return subject is not None and subject not in frame.entities()


def is_of_agreement(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a place is where it is agreed to hold talks: "اتفقا خلال محادثات في ج على عقد قمة".

    Args:
        argument: the place.
        frame: the talks.
        clause: the sentence of both.
    """
    if argument.last > frame.first or not is_agreed_on(frame.first, clause):
        return False
    beside = (h for h in clause.hits if 0 <= argument.first - h.last <= _BESIDE)
    return any(is_among(clause.words[h.first - 1], clause.lists.occasions) for h in beside)
