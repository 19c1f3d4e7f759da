"""Noun status: when a noun of contact is, by what governs it and by the relative clause about it."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses import Clause
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.knowledge import Knowledge
from liqaa.ingest.extraction.phrasebook import is_among

# Tokens before a noun among which stands the time it is counted from: "قبل ستة أيام من".
_COUNT = 4
# Tokens after a noun and those who take part within which a relative clause about it begins.
_RELATIVE = 3


class NounStatus:
    """Tells of nouns whether their event has taken place or is still to."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.cues = knowledge.lexicon.cues

    def has_passed(self, frame: Frame, clause: Clause) -> bool:
        """Whether something is told to come after the event, or its relative clause is in the perfect."""
        if not _is_noun(frame):
            return False
        told = self._told_of_it(frame, clause)
        if told is not None:
            return told == "perfect"
        return self._relates(frame, clause, self.cues.after) and not self._is_called_next(frame, clause)

    def lies_ahead(self, frame: Frame, clause: Clause) -> bool:
        """Whether something is told to come before the event, or it is only agreed on or promised."""
        if not _is_noun(frame):
            return False
        told = self._told_of_it(frame, clause)
        if told is not None:
            return told == "future"
        return self._relates(frame, clause, self.cues.before) or self._is_spoken_of(frame, clause)

    def _is_called_next(self, frame: Frame, clause: Clause) -> bool:
        after = range(frame.last, min(frame.last + 6, clause.sentence.last))
        return any(clause.words[t] in self.cues.planned for t in after if t not in clause.inside)

    def _relates(self, frame: Frame, clause: Clause, words: frozenset[str]) -> bool:
        """Whether a noun stands after one of some words, or after a time counted from it."""
        at = self._governor(frame, clause)
        if at < clause.sentence.first or at in clause.inside:
            return False
        if is_among(clause.words[at], words):
            return True
        if clause.words[at] not in ("من", "علي"):
            return False
        before = clause.words[max(clause.sentence.first, at - _COUNT) : at]
        opens = next((i for i, w in enumerate(before) if is_among(w, words)), None)
        return opens is not None and before[-1] in self.cues.countdown

    def _governor(self, frame: Frame, clause: Clause) -> int:
        """The token before a noun, over a noun of holding: "قبل انعقاد القمة"."""
        at = frame.first - 1
        while at > clause.sentence.first and at not in clause.inside and self._holds(clause.words[at]):
            at -= 1
        return at

    def _holds(self, word: str) -> bool:
        return word in self.cues.holding

    def _is_spoken_of(self, frame: Frame, clause: Clause) -> bool:
        """Whether an event is held only in what is agreed or said: "اتفقا على عقد لقاء", "وعد بزيارة"."""
        words, at = clause.words, self._governor(frame, clause)
        if at < clause.sentence.first or at in clause.inside:
            return False
        if words[at] in self.cues.held_for and at < frame.first - 1:
            return True
        near = words[max(clause.sentence.first, at - 3) : at]
        if words[at] == "علي" and any(is_among(w, self.cues.agreeing) for w in near):
            return True
        promised = words[max(clause.sentence.first, frame.first - 4) : frame.first]
        return words[frame.first].startswith("ب") and any(is_among(w, self.cues.promising) for w in promised)

    def _told_of_it(self, frame: Frame, clause: Clause) -> str | None:
        """The tense of the relative clause about a noun: "اللقاء الذي جمع أ وب", "المباحثات التي سيعقدها"."""
        ends = [f.mention.last for f in frame.fillers if f.mention.sentence == frame.sentence]
        reach = max([frame.last, *(e for e in ends if e - frame.last < 14)]) + _RELATIVE
        for token in range(frame.last, min(reach, clause.sentence.last - 1)):
            if clause.words[token] not in ("الذي", "التي") or token in clause.inside:
                continue
            verb = clause.words[token + 1]
            if verb in ("قد", "كان", "كانت"):
                return None
            stem = verb[1:] if verb.startswith(("سي", "ست")) else verb
            if self.knowledge.light_verb(stem) is None and not self._takes_place(stem):
                return None
            if verb != stem:
                return "future"
            return None if verb.startswith(("ي", "ت")) and verb not in ("تم", "تمت") else "perfect"
        return None

    def _takes_place(self, verb: str) -> bool:
        return verb in self.knowledge.lexicon.events.taking_place or verb in ("تم", "تمت")


def _is_noun(frame: Frame) -> bool:
    return frame.rule.endswith("-noun")
