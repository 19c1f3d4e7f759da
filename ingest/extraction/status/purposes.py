"""Purposes: events that somebody comes for, so that they are yet to be: "للقاء أ", "ليجري محادثات"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.talks.nouns import is_for_sake
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens before a noun among which stands the verb that carries it.
_CARRIED = 3
# Tokens from what shows an event to it: "صورا رائعة للاجتماع".
_PICTURED = 4


class Purposes:
    """Tells the events that are what somebody comes for."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.cues = knowledge.lexicon.cues

    def tells(self, frame: Frame, clause: Clause) -> bool:
        """Whether an event is what somebody comes for, so yet to be: "للقاء", "لإجراء محادثات", "لزيارة"."""
        word = clause.words[frame.first]
        if self._is_pictured(frame, clause) or self._goes_on(frame, clause):
            return False
        if word.startswith("لل") or (word.startswith("ل") and word[1:] in self.cues.purpose_nouns):
            return True
        if is_aim(frame, clause) or self._is_carried_as_aim(frame, clause):
            return True
        if is_for_sake(frame.first, clause):
            return True
        before = clause.words[frame.first - 1] if frame.first > clause.sentence.first else ""
        first_one = before.startswith("ل") and before[1:] in self.cues.firsts  # "للتهيئة لأول قمة بين أ وب"
        return first_one or before in self.cues.purpose_verbs

    def _is_carried_as_aim(self, frame: Frame, clause: Clause) -> bool:
        """Whether a verb with ل carries a noun as what somebody comes for: "وصل إلى أ ليجري محادثات"."""
        before = range(max(clause.sentence.first, frame.first - _CARRIED), frame.first)
        verbs = (clause.words[t] for t in before if t not in clause.inside)
        aims = (verb[1:] for verb in verbs if verb.startswith(("لي", "لت")))
        carried = any(self.knowledge.light_verb(verb) for verb in aims)
        return carried and frame.type == "talks" and frame.rule.endswith("-noun")

    def _is_pictured(self, frame: Frame, clause: Clause) -> bool:
        """Whether ل only leads to an event from what shows it, "الصور الأولى للقاء", or from a part of it."""
        before = range(max(clause.sentence.first, frame.first - _PICTURED), frame.first)
        words = self.cues.pictures | self.cues.parts_of_talks  # "الجلسة الختامية لمباحثات أ"
        return any(is_among(clause.words[t], words) for t in before)

    def _goes_on(self, frame: Frame, clause: Clause) -> bool:
        """Whether another event only goes on with this one, which has been: "امتدادا لزيارة قام بها أ"."""
        before = clause.words[frame.first - 1] if frame.first > clause.sentence.first else ""
        return clause.words[frame.first].startswith("ل") and is_among(before, self.cues.carried_on)


def is_aim(frame: Frame, clause: Clause) -> bool:
    """Whether a verb of meeting says what a journey is for: "توجه إلى أ ليلتقي ب"."""
    return frame.rule in ("meet-verb", "gather-verb") and clause.words[frame.first].startswith(("لي", "لت"))
