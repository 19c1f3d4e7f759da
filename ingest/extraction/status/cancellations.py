"""Cancellations: whether the words around a trigger call its event off, deny it or put it off."""

from __future__ import annotations

from collections.abc import Sequence

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.status.denied_after import is_denied_after
from liqaa.ingest.extraction.status.tenses import is_future_verb, is_imperfect_verb
from liqaa.ingest.extraction.status.untrue import ABOUT, is_untrue
from liqaa.ingest.extraction.status.withdrawn import PUT_OFF_TO, is_abandoned, is_unplanned
from liqaa.ingest.extraction.text.knowledge import Knowledge, phrases
from liqaa.ingest.extraction.text.phrasebook import is_among, readings
from liqaa.ontology.model import Status

# Words between a cancellation and what it is thought of by: "دعا إلى إلغاء", "احتمال تأجيل أو إلغاء".
_BETWEEN = frozenset(("او", "الي", "في", "ان"))
# Words of "that" and "that he" after a denial: "نفى أنه التقى أ".
_THAT = frozenset(("ان", "انه", "انها", "انهما", "انهم"))
# Words before a verb that holds an event by which what calls it off still governs it: "رفض أن يعقد".
_GOVERNING = frozenset(("ان", "لم", "لن", "لا", "ما", "كان", "كانت", "قد", "سوف"))


class CancellationReader:
    """Tells what is called off from what takes place or is still to."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.cues = knowledge.lexicon.cues
        self.existing = knowledge.lexicon.events.existing
        self.soon = phrases(self.cues.soon)
        self.unplanned = phrases(self.cues.unplanned)
        self.untrue = phrases(self.cues.untrue)

    def read(self, frame: Frame, clause: Clause, before: Sequence[str]) -> Status | None:
        """Whether an event is called off, or put off and so still planned; None where nothing says either.

        Args:
            frame: the event.
            clause: its sentence.
            before: the words before the trigger, nearest first.
        """
        off = next((i for i in range(len(before)) if self._is_off(before, i, frame, clause)), None)
        if off is not None:
            ahead = self._is_held_off(before[off + 1 :]) or self._may_be_off(before[off:])
            ahead = ahead or self._is_put_off_to(frame, clause)
            ahead = ahead or self._is_made_to_depend(before[off], frame, clause)
            return "planned" if ahead else "cancelled"
        denied = self._is_denied(frame, clause) or is_unplanned(frame, clause, self.unplanned)
        denied = denied or is_abandoned(frame.first, clause) or is_untrue(frame, clause, self.untrue)
        denied = denied or is_denied_after(frame, clause)
        return "cancelled" if denied else None

    def _is_off(self, before: Sequence[str], at: int, frame: Frame, clause: Clause) -> bool:
        """Whether a word calls off the event; "did not" and "will not" only where they govern it.

        Args:
            before: the words before the trigger, nearest first.
            at: which of them.
            frame: the event.
            clause: its sentence.
        """
        if at and before[0][0] == "و" and before[0][1:] in self.existing:
            return False  # "علق الاتفاق، وهناك مباحثات بين أ وب"
        trigger = clause.words[frame.first : frame.first + frame.rule.endswith("-verb")]
        if self._is_held_after([*trigger, *before[:at]], frame):
            return False  # "بعد إلغاء العقوبات، عقد أ وب قمة"
        word = before[at]
        word = word[1:] if self._is_noun_with_b(word) else word
        for_sake = word == "اجل" and before[at + 1 : at + 2] in (["من"], ["ومن"])
        if for_sake or not is_among(word, self.cues.cancelled):
            return False  # "من أجل"
        if word in self.cues.lands_too and before[at + 1 : at + 2] in (["في"], ["من"], ["الي"]):
            return False  # "غادر بلدة في مقاطعة كيبيك متوجها إلى أ"
        apart = self.cues.during | self.cues.after
        held = at and (is_among(before[0], apart) or self._is_on_a_day_of(before[:at]))
        if held or self._only_speaks(before[:at], word):
            return False  # "لم يتفقا خلال اجتماع أ وب", "تعليق المناورات في أعقاب لقاء أ وب": the meeting was
        if word.removeprefix("و") not in ("لم", "لن"):
            return True
        if is_future_verb(clause.words[frame.first]):
            return False  # "الذي لم يعد يتصدر بالرغم من أن أ سيزور ب"
        if any(w in self.cues.not_only for w in clause.words[frame.last : clause.sentence.last]):
            return False
        verb = before[at - 1] if at else ""
        return not verb or verb in self.cues.barred or self.knowledge.light_verb(verb) is not None

    def _is_held_after(self, between: Sequence[str], frame: Frame) -> bool:
        """Whether a verb that tells of the event parts it from a word, which then calls off something else.

        Not one that the word governs: "رفض أن يعقد لقاء".

        Args:
            between: the words from the trigger, where that is a verb, to the word, nearest first.
            frame: the event.
        """
        governing = self.cues.conjunctions | _GOVERNING
        for i, word in enumerate(between):
            before = between[i + 1] if i + 1 < len(between) else ""
            told = (i == 0 and frame.rule.endswith("-verb")) or self._holds(word)
            if told and before and not is_among(before, governing):
                return True
        return False

    def _holds(self, word: str) -> bool:
        """Whether a word is a verb that holds an event, or by which one takes place."""
        verb = word.removeprefix("و")
        carries = bool(verb) and self.knowledge.light_verb(verb) == verb and verb not in self.cues.holding
        return carries or verb in self.knowledge.lexicon.events.taking_place

    def is_called_off_before(self, frame: Frame, clause: Clause) -> bool:
        """Whether an event had been called off before the news: "وكان أ أعلن إلغاء القمة".

        Args:
            frame: an event called off.
            clause: its sentence.
        """
        words, first = clause.words, clause.sentence.first
        opens = words[first].removeprefix("و") in self.cues.pluperfect
        return opens or any(words[t : t + 2] == ["كان", "قد"] for t in range(first, frame.first))

    def _is_held_off(self, before: Sequence[str]) -> bool:
        """Whether a cancellation is taken back or only thought of: "تراجع عن إلغاء", "احتمال تأجيل أو إلغاء".

        Args:
            before: the words before what calls off, nearest first.
        """
        further = [w for w in before if w not in _BETWEEN and not is_among(w, self.cues.cancelled)]
        thought_of = self.cues.prospective | self.cues.hypothetical
        if any(word in self.cues.retreats for word in before[:2]):
            return True
        return any(form in thought_of for word in further[:1] for _, form in readings(word))

    def _may_be_off(self, off: Sequence[str]) -> bool:
        """Whether an event only may be called off, or somebody threatens it: "قد يلغي", "هدد بإلغاء".

        Args:
            off: the word that calls off and those before it, nearest first.
        """
        noun = off[0].removeprefix("ب") in self.cues.calling_off
        verb, *told = off[1:] if noun and len(off) > 1 else off
        before = [word for word in told if word not in _BETWEEN]
        may_be = is_imperfect_verb(verb) and verb not in self.cues.done
        if may_be and any(word.removeprefix("و") in self.cues.maybe for word in before[:1]):
            return True
        threatened = self._is_noun_with_b(off[0]) or (may_be and off[1:2] == ["ان"])
        return threatened and any(is_among(word, self.cues.threatening) for word in off[1:])

    def _is_on_a_day_of(self, between: Sequence[str]) -> bool:
        """Whether what is called off was to be on a day of an event: "ألغى أنشطته في ثاني أيام زيارته".

        Args:
            between: the words from the trigger to what calls off, nearest first.
        """
        counted = between[0] == "من"
        day = between[1:3] if counted else between[:1] if "في" in between[1:3] else ()
        return any(word in self.cues.days_of_it for word in day)

    def _is_noun_with_b(self, word: str) -> bool:
        """Whether a word is a noun of calling off that a verb leads to: "هدد بإلغاء", "قام بتأجيل"."""
        return word[:1] == "ب" and word[1:] in self.cues.calling_off

    def _is_made_to_depend(self, word: str, frame: Frame, clause: Clause) -> bool:
        """Whether an event is not to be but under a condition, and so is still to be: "لن يزور أ إلا بعد".

        Args:
            word: what calls it off.
            frame: the event.
            clause: its sentence.
        """
        after = range(frame.last, clause.sentence.last - 1)
        at = next((t for t in after if clause.words[t] == "الا" and t not in clause.inside), None)
        provided = at is not None and clause.words[at + 1] in self.cues.provided
        return provided and word.removeprefix("و") == "لن"

    def _only_speaks(self, between: Sequence[str], word: str) -> bool:
        """Whether a word that can call off only says what is told of the event: "رفض كشف تفاصيل لقائه".

        Args:
            between: the words from the trigger to it, nearest first.
            word: it.
        """
        about = any(told == "علي" or told in self.cues.told_of for told in between)
        if word.removeprefix("و") in self.cues.commenting and about:
            return True  # "علق أ على زيارة ب"
        return any(told in self.cues.telling for told in between[-2:])

    def is_postponed(self, frame: Frame, clause: Clause) -> bool:
        """Whether the event was put off: with a new day that is a plan.

        Args:
            frame: the event.
            clause: its sentence.
        """
        before = range(max(clause.sentence.first, frame.first - 8), frame.first)
        return any(is_among(clause.words[t], self.cues.postponements) for t in before)

    def is_put_off_to_day(self, when: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether a day is the new one of an event put off, not the one that it had: "التي كانت مقررة غدا".

        Args:
            when: the day that the sentence gives.
            frame: the event.
            clause: its sentence.
        """
        words = clause.words
        postponed = self.is_postponed(frame, clause)
        if not postponed or words[when.first - 1] in PUT_OFF_TO:
            return postponed
        between = (words[t] for t in range(frame.last, when.first) if t not in clause.inside)
        return not any(is_among(word, self.cues.awaited) for word in between)

    def had_its_day(self, when: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether a day is the one for which an event put off had been set: "كانت مقررة غدا إلى أبريل".

        Args:
            when: the day that the sentence gives.
            frame: the event.
            clause: its sentence.
        """
        between = [clause.words[t] for t in range(frame.last, when.first) if t not in clause.inside]
        had = any(word in self.cues.pluperfect for word in between)
        return had and self.is_postponed(frame, clause) and clause.words[when.first - 1] not in PUT_OFF_TO

    def _is_put_off_to(self, frame: Frame, clause: Clause) -> bool:
        """Whether the event was put off to a time that gives no day: "تأجيل الزيارة إلى الأسبوع المقبل"."""
        after = range(frame.last, clause.sentence.last)
        to = (t for t in after if clause.words[t - 1] in PUT_OFF_TO)
        return self.is_postponed(frame, clause) and any(self.soon.match(clause.words, t) for t in to)

    def _is_denied(self, frame: Frame, clause: Clause) -> bool:
        """Whether the event itself is denied: "نفى ما تردد عن زيارة", "نفت أن يكون أ قد أجرى اتصالا"."""
        words, cues = clause.words, self.cues
        before = range(clause.sentence.first, frame.first)
        denial = next((t for t in before if is_among(words[t], cues.denials)), None)
        if denial is None:
            return False
        between = [words[t] for t in range(denial + 1, frame.first) if t not in clause.inside]
        told = len(between)
        while between and (between[-1] in cues.holding or between[-1] == "اي"):
            between.pop()  # "نفى أنباء عن عقد محادثات"
        if len(between) < told and not any(map(clause.is_boundary, range(denial + 1, frame.first))):
            before_it = between[-1] if between else ""
            if before_it not in clause.lists.prepositions:
                return True  # "نفت في وقت سابق إجراء أي محادثات"
        if between and between[-1] in ABOUT and any(w in cues.rumours for w in between):
            return True
        that = next((i for i, word in enumerate(between) if word in _THAT), None)
        affirmed = any(
            is_among(word, cues.speech) for word in between[:that]
        )  # "نفى التهم، مؤكدا أنه التقى أ"
        since = between[that + 1 :] if that is not None and not affirmed else None
        return since is not None and all(
            word in cues.copulas or clause.knowledge.light_verb(word) for word in since
        )
