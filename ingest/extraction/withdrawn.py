"""Withdrawn plans: what was to be, and what the same sentence then says came of it."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses import Clause
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.phrasebook import is_among

# Tokens from "but" to what called the event off: "لكن اللقاء بينهما تم إلغاؤه".
_REACH = 6
# Words between a word of putting off and the time to which it is put off.
PUT_OFF_TO = frozenset(("الي", "حتي"))


def is_withdrawn(frame: Frame, clause: Clause) -> bool:
    """Whether an event was planned and did not come about: "كان من المقرر أن يزور أ ب، لكن الزيارة ألغيت".

    Args:
        frame: an event that lies ahead where it stands.
        clause: its sentence.
    """
    words, cues = clause.words, clause.knowledge.lexicon.cues
    before = words[clause.sentence.first : frame.first]
    if not any(is_among(word, cues.copulas) for word in before):
        return False
    for turn in range(frame.last, clause.sentence.last):
        if not is_among(words[turn], cues.adversatives):
            continue
        for token in range(turn + 1, min(turn + _REACH, clause.sentence.last)):
            if words[token] in cues.withdrawing and words[token - 1] != "من":
                return not _has_new_day(clause, token)
    return False


def _has_new_day(clause: Clause, token: int) -> bool:
    """Whether a number tells to when an event was put off: "تأجل إلى 19 نيسان", a plan still."""
    led = clause.words[token + 1 : token + 3]
    return len(led) == 2 and led[0] in PUT_OFF_TO and led[1].isdigit()
