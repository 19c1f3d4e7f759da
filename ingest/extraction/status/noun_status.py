"""Noun status: when a noun of contact is, by what governs it and by the relative clause about it."""

from __future__ import annotations

from itertools import islice

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.predicates import predicate_of
from liqaa.ingest.extraction.status.carried_nouns import CarriedNouns
from liqaa.ingest.extraction.status.expected import is_awaited, is_expected
from liqaa.ingest.extraction.status.gone_days import GoneDays
from liqaa.ingest.extraction.status.plans import is_outdone, is_to_join
from liqaa.ingest.extraction.status.programmes import is_paved_for, is_prepared, is_programmed
from liqaa.ingest.extraction.status.promises import is_promised
from liqaa.ingest.extraction.status.relative_clauses import RelativeClauses
from liqaa.ingest.extraction.status.tenses import is_future_verb, is_imperfect_verb, tells_future
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import is_among
from liqaa.ontology.folding import fold_word

# Words that end the reach of a trigger to its right, but not that of a cue to its left: "أعلن أنه سيلتقي".
SEEN_THROUGH = ("ان", "التي", "الذي")
_SEEN_THROUGH_DURING = frozenset((*SEEN_THROUGH, "وذلك", "انه", "انها", '"'))
# Words that lead to what is said: "أعلن أن", "أفاد بأن".
_THAT = ("ان", "بان")
# Words before a noun among which stands the verb of what happens during its event.
_DURING = 20
# Tokens between a word of agreeing and what is agreed on, those who agree left out.
_AGREEING = 12
# Tokens before a noun among which stands the time it is counted from: "قبل ستة أيام من".
_COUNT = 4
# Tokens after a noun that opens its clause among which its verb stands.
_PREDICATE = 14


class NounStatus:
    """Tells of nouns whether their event has taken place or is still to."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.cues = knowledge.lexicon.cues
        self._said_ahead = self.cues.still_ahead | self.cues.awaited
        self.carried = CarriedNouns(knowledge)
        self.relative = RelativeClauses(knowledge, self.carried)
        self.gone = GoneDays(knowledge)
        named = knowledge.lexicon.dates.months.values()
        self.months = {fold_word(part) for forms in named for form in forms for part in form.split()}

    def has_passed(self, frame: Frame, clause: Clause) -> bool:
        """Whether something is told to come after the event, or its relative clause is in the perfect."""
        if not _is_noun(frame):
            return False
        told = self.relative.tense_of(frame, clause)
        if told is not None:
            return told == "perfect"
        if self._relates(frame, clause, self.cues.before) and self.gone.beside(frame, clause):
            return True
        if self.relative.was_made(frame, clause):
            return True
        return self._relates(frame, clause, self.cues.after) and not self._is_called_next(frame, clause)

    def lies_ahead(self, frame: Frame, clause: Clause) -> bool:
        """Whether something is told to come before the event, or it is only agreed on or promised."""
        if not _is_noun(frame):
            return False
        told = self.relative.tense_of(frame, clause)
        if told is not None:
            return told == "future"
        return (
            self._relates(frame, clause, self.cues.before)
            or self._is_spoken_of(frame, clause)
            or is_promised(frame, clause)
            or self._is_on_errand(frame, clause)
            or self._opens_ahead(frame, clause)
            or self.relative.begins_on(frame, clause)
            or self.carried.lies_ahead(frame, clause)
            or self._is_during_plan(frame, clause)
            or self._is_in_prospect(frame, clause)
            or self._is_to_be_secured(frame, clause)
            or self._is_watched(frame, clause)
            or self._is_subject_of_plan(frame, clause)
            or self.carried.is_on_planned_journey(frame, clause)
            or is_awaited(frame, clause)
            or is_expected(frame, clause)
            or is_to_join(frame, clause)
            or is_programmed(frame, clause)
            or is_paved_for(frame, clause)
            or predicate_of(frame.first, frame.last, clause) in self._said_ahead
            or frame.rule == "going-noun"  # which is only intended
        )

    def is_announced(self, frame: Frame, clause: Clause) -> bool:
        """Whether the relative clause about a noun is in the future: "الزيارة التي سيقوم بها"."""
        return _is_noun(frame) and self.relative.tense_of(frame, clause) == "future"

    def is_of_outcome(self, frame: Frame, clause: Clause) -> bool:
        """Whether what lies ahead is what came of an event: "سيعلن أ نتيجة اجتماعه مع ب"."""
        before = clause.words[max(clause.sentence.first, frame.first - 1) : frame.first]
        return any(word in self.cues.outcomes for word in before)

    def is_off(self, frame: Frame, clause: Clause) -> bool:
        """Whether the verb of a noun that opens its clause calls it off: "أن الاجتماع بين أ وب تم إلغاؤه"."""
        words = clause.words
        before = words[frame.first - 1] if frame.first > clause.sentence.first else ""
        opens = not before or before in _THAT or is_among(before, self.cues.adversatives)
        if _is_noun(frame) and self._is_not_done(frame, clause):
            return True
        if not _is_noun(frame) or not opens:
            return False
        for token in range(frame.last, clause.sentence.last):
            told = token not in clause.inside and words[token - 1] not in clause.lists.relatives
            put_off = words[token] in self.cues.put_off and words[token - 1].removeprefix("و") != "من"
            if told and (put_off or self._is_not_held(token, clause)):
                return True  # not "من أجل"
            off = words[token + 1 : token + 2]
            if (
                told
                and self.relative.takes_place(words[token])
                and any(w in self.cues.cancelled | self.cues.withdrawing for w in off)
            ):
                return True
        return False

    def _is_not_held(self, token: int, clause: Clause) -> bool:
        """Whether a noun before a token is not held: "أن لقاء أ وب لن يعقد", "لم يتم"."""
        verb = clause.words[token + 1 : token + 2]
        denied = clause.words[token] in self.cues.never_held and token + 1 not in clause.inside
        return denied and any(
            self.relative.takes_place(word) or word in self.cues.coming_about for word in verb
        )

    def _is_not_done(self, frame: Frame, clause: Clause) -> bool:
        """Whether it is told that an event is not held: "قرر أ عدم زيارة ب", "عدم إجراء أي محادثات"."""
        words, at = clause.words, frame.first - 1
        at -= at > clause.sentence.first and (words[at] == "اي" or words[at] in self.cues.attendance)
        while at > clause.sentence.first and at not in clause.inside and self._holds(words[at]):
            at -= 1
        return at >= clause.sentence.first and is_among(words[at], self.cues.not_done)

    def _is_called_next(self, frame: Frame, clause: Clause) -> bool:
        after = range(frame.last, min(frame.last + 6, clause.sentence.last))
        called = (t for t in after if clause.words[t] in self.cues.planned and t not in clause.inside)
        return any(not is_outdone(t, clause) for t in called)

    def is_preceded(self, frame: Frame, clause: Clause) -> bool:
        """Whether something is said to have come before an event: "قبل زيارة أ إلى ب"."""
        return _is_noun(frame) and self._relates(frame, clause, self.cues.before)

    def _relates(self, frame: Frame, clause: Clause, words: frozenset[str]) -> bool:
        """Whether a noun stands after one of some words, or after a time counted from it."""
        at, noun = self._governor(frame, clause), clause.words[frame.first]
        if at < clause.sentence.first or at in clause.inside:
            return False
        if noun.startswith("لل") or (noun[0] in "لب" and noun[1:] in self.cues.purpose_nouns):
            return False  # "لم يحدد موعد بعد لزيارة أ"
        if is_among(clause.words[at], words):
            return True
        if clause.words[at] not in ("من", "علي"):
            return False
        before = self._counted(clause.words[max(clause.sentence.first, at - _COUNT) : at])
        opens = next((i for i, w in enumerate(before) if is_among(w, words)), None)
        return opens is not None and before[-1] in self.cues.countdown

    def _counted(self, words: list[str]) -> list[str]:
        """Words up to a length of time, without one for how short it is: "قبل أيام قليلة من"."""
        return words[:-1] if len(words) > 1 and words[-1] in self.cues.few else words

    def is_long_over(self, frame: Frame, clause: Clause) -> bool:
        """Whether a time counted from an event is told to have passed: "بعد عشرة أشهر على زيارة أ"."""
        words, at = clause.words, self._governor(frame, clause)
        if not _is_noun(frame) or at <= clause.sentence.first or words[at] not in ("من", "علي"):
            return False
        before = self._counted(words[max(clause.sentence.first, at - _COUNT) : at])
        counts = [is_among(word, self.cues.counting) for word in before]
        days = before[-1] in self.cues.uncounted and counts[-2:-1] == [True]
        return days or (any(counts) and before[-1] in self.cues.long_ago)

    def _governor(self, frame: Frame, clause: Clause) -> int:
        """The token before a noun, over a noun of holding: "قبل انعقاد القمة"."""
        at = frame.first - 1
        holder = next((a for a in clause.arguments if a.last == frame.first), None)
        if holder is not None and holder.first > clause.sentence.first:
            held = not holder.preposition and self._holds(clause.words[holder.first - 1])
            at = holder.first - 1 if held else at  # "أعلن عن عقد أ لقاء مع ب"
        if at > clause.sentence.first and clause.words[at] in self.cues.firsts:
            led = clause.words[at - 1]
            apart = self.cues.before | self.cues.after  # "قبل أول لقاء", "عقب أول اجتماع"
            at -= self._holds(led) or is_among(led, apart)  # "على عقد أول لقاء"
        while at > clause.sentence.first and at not in clause.inside and self._holds(clause.words[at]):
            at -= 1
        return at - (clause.words[at] == "اي" and at > clause.sentence.first)  # "قبل أي لقاء بين أ وب"

    def _holds(self, word: str) -> bool:
        return word in self.cues.holding

    def _is_spoken_of(self, frame: Frame, clause: Clause) -> bool:
        """Whether an event is held only in what is agreed or said: "اتفقا على عقد لقاء", "وعد بزيارة"."""
        words, at = clause.words, self._governor(frame, clause)
        if at < clause.sentence.first or at in clause.inside:
            return False
        if at > clause.sentence.first and words[at] in self.cues.requests:
            at -= 1  # "وافق على طلب عقد لقاء"
        if words[at] in self.cues.held_for and at < frame.first - 1:
            return True
        if words[at] == "علي" and self._is_agreed(at, clause):
            return True
        about = words[at] == "عن" and at > clause.sentence.first and frame.type != "call"
        said = at - about
        while about and said > clause.sentence.first and self._tells_day(words[said], clause):
            said -= 1  # "الإعلان في مارس الماضي عن قمة"
        return (about or at < frame.first - 1) and is_among(words[said], self.cues.announcements)

    def _tells_day(self, word: str, clause: Clause) -> bool:
        """Whether a word belongs to when something was announced."""
        return clause.is_of_time(word) or word == "في" or word.isdecimal() or word in self.months

    def _is_agreed(self, at: int, clause: Clause) -> bool:
        """Whether a word of agreeing, before whoever agrees, leads to a token: "وافق أ على لقاء ب"."""
        outside = (t for t in range(at - 1, clause.sentence.first - 1, -1) if t not in clause.inside)
        for token in islice(outside, _AGREEING):
            if is_among(clause.words[token], self.cues.agreeing):
                return True
            if clause.is_boundary(token) or self._is_of_contact(token, clause):
                return False
        return False

    def _is_of_contact(self, token: int, clause: Clause) -> bool:
        """Whether a trigger begins at a token, other than of the call in which something is agreed on."""
        return any(h.first == token and h.form.trigger.type != "call" for h in clause.hits)

    def _is_in_prospect(self, frame: Frame, clause: Clause) -> bool:
        """Whether only the prospect of an event is told: "مؤشرات بانعقاد قمة", "توقعات بعقد لقاء"."""
        words, at = clause.words, self._governor(frame, clause)
        if at > clause.sentence.first and at not in clause.inside and self._holds(words[at][1:]):
            at -= words[at][0] in "بل"
        return clause.sentence.first <= at < frame.first - 1 and is_among(words[at], self.cues.prospects)

    def _is_to_be_secured(self, frame: Frame, clause: Clause) -> bool:
        """Whether something is done to make sure of an event: "لضمان بقاء القمة", "إنقاذ قمة أ وب"."""
        words, at = clause.words, self._governor(frame, clause)
        if at > clause.sentence.first and words[at] in self.cues.secured:
            at -= 1
        return at >= clause.sentence.first and is_among(words[at], self.cues.securing)

    def _is_watched(self, frame: Frame, clause: Clause) -> bool:
        """Whether eyes are turned to a noun: "تتجه الأنظار إلى القمة", "أنظار العالم نحو لقاء أ وب"."""
        at = frame.first - 1
        if at <= clause.sentence.first or clause.words[at] not in self.cues.towards:
            return False
        near = range(max(clause.sentence.first, at - _COUNT), at)
        return any(is_among(clause.words[t], self.cues.watching) for t in near)

    def _is_subject_of_plan(self, frame: Frame, clause: Clause) -> bool:
        """Whether a noun opens its clause, whose verb lies ahead: "وزيارة أ هذا الشهر ستكون الأولى"."""
        words = clause.words
        opens = frame.first == clause.sentence.first or words[frame.first - 1] in ("ان", "و", '"')
        for token in range(frame.last, min(frame.last + _PREDICATE, clause.sentence.last)) if opens else ():
            if token in clause.inside:
                continue
            if clause.is_boundary(token):
                return False
            if is_future_verb(words[token]) and tells_future(self.knowledge, words[token]):
                return True
            if words[token] == "سوف" or is_prepared(token, clause):
                return True
        return False

    def _is_on_errand(self, frame: Frame, clause: Clause) -> bool:
        """Whether a plan is for a journey's course: "ينتظر أن يترأس أ وفد بلاده خلال زيارته"."""
        words, first = clause.words, clause.sentence.first
        if not frame.rule.endswith("-noun") or frame.first - first < 4 or words[frame.first - 1] != "خلال":
            return False
        return any(
            words[t] in self.cues.planned and words[t + 1] == "ان" and is_imperfect_verb(words[t + 2])
            for t in range(first, frame.first - 3)
            if not any(clause.is_boundary(u) for u in range(t + 2, frame.first))
        )

    def _opens_ahead(self, frame: Frame, clause: Clause) -> bool:
        """Whether the verb that opens a noun's clause is in the future: "وسيخصص أ يومه مع عقد لقاء"."""
        first = clause.sentence.first
        verb = clause.words[first].removeprefix("و")
        future = is_future_verb(verb) and tells_future(self.knowledge, verb)
        if not future or not frame.rule.endswith("-noun") or self.is_of_outcome(frame, clause):
            return False
        return not any(map(clause.is_boundary, range(first + 1, frame.first)))

    def _is_during_plan(self, frame: Frame, clause: Clause) -> bool:
        """Whether what happens during a noun's event lies ahead: "سيناقش ذلك خلال لقائهما", "ينوي بحثه"."""
        words = clause.words
        before = words[frame.first - 1] if frame.first > clause.sentence.first else ""
        if not frame.rule.endswith("-noun") or before not in self.cues.during:
            return False
        for token in range(frame.first - 2, max(clause.sentence.first, frame.first - _DURING) - 1, -1):
            word = words[token].removeprefix("و")
            if token in clause.inside or word in self.cues.organising:
                continue  # "هزيمة تنظيم داعش خلال لقائه ب"
            if tells_future(self.knowledge, word) and (is_future_verb(word) or is_imperfect_verb(word)):
                return not self._is_told_during(frame, clause, token)
            stops = clause.is_boundary(token) and words[token] not in _SEEN_THROUGH_DURING
            if stops or word in self.cues.speech or word in clause.lists.came:
                return False  # "قال أ إن السوق ستستقر، جاء ذلك خلال زيارته"
        return False

    def _is_told_during(self, frame: Frame, clause: Clause, verb: int) -> bool:
        """Whether a verb is only what somebody said during the event: "قال أ: "سنفتح سفارة"، خلال لقائه ب".

        What is to be discussed during it lies ahead with it.
        """
        words, first = clause.words, clause.sentence.first
        stem = words[verb].removeprefix("و").removeprefix("س")
        discussed = stem in self.knowledge.triggers or "س" + stem in self.cues.discussion
        thus = words[frame.first - 2] == "وذلك"
        if discussed or not (thus or frame.type == "talks"):
            return False
        at = frame.first - 2 - thus
        apart = at > verb and (words[at] in COMMAS or words[at] in QUOTES)
        before = (words[t].removeprefix("و") for t in range(first, verb) if t not in clause.inside)
        return apart and any(word in self.cues.speech for word in before)


def _is_noun(frame: Frame) -> bool:
    return frame.rule.endswith("-noun")
