"""Status: whether an event has occurred, lies ahead or was called off, by the words around its trigger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.asked import is_asked_of
from liqaa.ingest.extraction.status.cancellations import CancellationReader
from liqaa.ingest.extraction.status.going_on import is_carried_on, is_going_on
from liqaa.ingest.extraction.status.later_on import is_later_on
from liqaa.ingest.extraction.status.meanwhile import was_held_meanwhile
from liqaa.ingest.extraction.status.not_yet import is_hoped_to_succeed, is_not_yet_held
from liqaa.ingest.extraction.status.noun_status import SEEN_THROUGH, NounStatus
from liqaa.ingest.extraction.status.participles import by_its_verb
from liqaa.ingest.extraction.status.plans import (
    has_no_day_yet,
    is_outdone,
    is_received_later,
    organises_another,
)
from liqaa.ingest.extraction.status.possible import may_be
from liqaa.ingest.extraction.status.purposes import Purposes, is_aim
from liqaa.ingest.extraction.status.spoken_before import is_spoken_before
from liqaa.ingest.extraction.status.spoken_plans import is_spoken_plan
from liqaa.ingest.extraction.status.tales import is_over
from liqaa.ingest.extraction.status.tenses import (
    is_future_verb,
    is_imperfect_verb,
    is_perfect_verb,
    is_perfect_with_t,
    tells_future,
)
from liqaa.ingest.extraction.status.withdrawn import is_withdrawn
from liqaa.ingest.extraction.talks.added_nouns import is_added_to_plan
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import is_among
from liqaa.ontology.model import Status

# Words before a trigger among which its cues stand.
_BEFORE = 8
# Tokens before an event among which "on the condition that" stands.
_FOLLOWING = 5
# Words before a meeting among which the verb that calls it stands, an unread name between them.
_CALLING = 4
# The word before an adjective that denies it.
_UN = "غير"
# Tokens after a verb among which "later" stands, behind a long name and a city.
_LATER = 18
# Tokens before a verb among which stands that somebody is the first to do it.
_FIRST = 6


class StatusReader:
    """Reads the status of frames."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.cues = knowledge.lexicon.cues
        self.nouns = NounStatus(knowledge)
        self.purposes = Purposes(knowledge)
        self.cancellations = CancellationReader(knowledge)

    def read(self, frame: Frame, clause: Clause) -> Status:
        """The status of a frame as its sentence states it."""
        before = list(_words_before(frame, clause))
        if is_not_yet_held(frame, clause):
            return "planned"
        off = self.cancellations.read(frame, clause, before)
        if off is not None:
            return off
        if self.nouns.is_off(frame, clause):
            return "cancelled"
        if self.is_past(frame, clause):
            return "occurred"
        going = by_its_verb(frame, clause)
        if self._is_before_which(going, clause) or self._is_first_to(frame, clause):
            return "occurred"
        if self._is_left_later(frame, clause) or is_over(frame, clause) or is_going_on(frame, clause):
            return "occurred"
        if is_carried_on(frame, clause):
            return "occurred"
        ahead = (
            self.nouns.lies_ahead(frame, clause)
            or self._is_expected(frame, clause)
            or self._is_to_begin(frame, clause)
            or self.purposes.tells(frame, clause)
            or self._is_to_come(frame, clause)
            or frame.future
            or is_future_verb(clause.words[frame.first])
            or any(
                self._looks_ahead(word)
                for at, word in enumerate(before)
                if not self.nouns.is_of_outcome(frame, clause)
                and not self._is_evening(before, at)
                and not self._is_of_last_day(before, at)
                and before[at + 1 : at + 2] != [_UN]  # "في تنازل غير متوقع خلال لقائه"
                and not self._is_said_before(before, at)
                and not self._is_carried_before(word, frame, clause)
            )
            or self._is_set(frame, clause)
            or _is_to_follow(frame, clause)
            or is_received_later(frame, clause)
            or has_no_day_yet(frame, clause)
            or self._is_followed_by_plan(frame, clause)
            or is_later_on(frame, clause)
            or may_be(frame, clause)
            or is_hoped_to_succeed(frame, clause)
            or is_spoken_plan(frame, clause)
            or is_asked_of(frame, clause)
            or self._is_called_for(before)
            or is_added_to_plan(frame, clause, lambda other, within: self.read(other, within) == "planned")
        )
        if ahead and is_withdrawn(frame, clause):
            return "cancelled"
        return "planned" if ahead else "occurred"

    def _is_first_to(self, frame: Frame, clause: Clause) -> bool:
        """Whether an imperfect tells what somebody is the first to do, and no plan is: "أول مسؤول يزور أ"."""
        told = (clause.words[t] for t in range(clause.sentence.first, frame.first) if t not in clause.inside)
        if not is_imperfect_verb(clause.words[frame.first]) or any(map(self._looks_ahead, told)):
            return False
        near = range(max(clause.sentence.first, frame.first - _FIRST), frame.first - 1)
        first = next((t for t in near if is_among(clause.words[t], self.cues.firsts)), None)
        return first is not None and not any(map(clause.is_boundary, range(first + 1, frame.first)))

    def is_past(self, frame: Frame, clause: Clause) -> bool:
        """Whether the words of an event themselves tell that it has taken place, whatever stands beside them.

        A verb in the perfect does, "وقبيل زيارته التقى أ", and a noun after which something else happened.
        """
        verbal = frame.rule.endswith("-verb") and frame.rule != "send-verb"  # which has nouns, too
        verbal = verbal and not is_aim(frame, clause)
        verb = clause.words[frame.first].removeprefix("و")
        told = is_perfect_verb(verb) or is_perfect_with_t(self.knowledge, verb)
        perfect = verbal and not frame.future and told and not is_spoken_plan(frame, clause)
        return perfect or self._is_carried_out(frame, clause) or self.nouns.has_passed(frame, clause)

    def _is_carried_out(self, frame: Frame, clause: Clause) -> bool:
        """Whether a verb in the perfect right before a noun or its subject carries it: "وقد أجرى محادثات"."""
        at = frame.first - 1
        passed = self.cues.latest | QUOTES
        while at > clause.sentence.first and (at in clause.inside or clause.words[at] in passed):
            at -= 1
        if not frame.rule.endswith("-noun") or at < clause.sentence.first or at in clause.inside:
            return False
        if frame.future and is_among(clause.words[at], self.knowledge.lexicon.events.beginning_verbs):
            return False  # "بدأ زيارة لأ وب": the later land is still to come
        verb, before = clause.words[at].removeprefix("و"), clause.words[at - 1 : at]
        carries = self.knowledge.light_verb(clause.words[at]) == verb and verb not in self.cues.holding
        carries = carries or verb in self.cues.coming_before
        return (
            carries
            and is_perfect_verb(verb)
            and not any(w in ("لم", "لن", "ان", "ما", "سوف") for w in before)
        )

    def _is_before_which(self, frame: Frame, clause: Clause) -> bool:
        """Whether a verb after "before" follows one that opens in the perfect: "عمل أ قبل أن يغادر ب"."""
        words, first = clause.words, frame.first
        if words[max(clause.sentence.first, first - 2) : first] != ["قبل", "ان"]:
            return False
        before = words[clause.sentence.first : first]
        if len(before) <= len(("قبل", "ان")) or any(is_among(word, self.cues.planned) for word in before):
            return False  # "قبل أن يتوجه أ إلى ب": what came before is told in another sentence
        hits = [h for h in clause.hits if h.last < first and h.form.trigger.id.endswith("-verb")]
        verbs = [words[h.first] for h in hits]
        told = [words[clause.sentence.first], *verbs][-1].removeprefix("و")
        return is_perfect_verb(told) and (bool(verbs) or told in self.knowledge.lexicon.common_words)

    def _is_left_later(self, frame: Frame, clause: Clause) -> bool:
        """Whether somebody did something where he is before he leaves: "قال أ قبل مغادرته ب", "التقى"."""
        if frame.rule != "leave-noun" or frame.place is None or clause.words[frame.place.first - 1] == "الي":
            return False
        told = clause.words[clause.sentence.first].removeprefix("و")
        before = clause.words[frame.first - 1]
        met = any(
            h.first == clause.sentence.first and h.form.trigger.id.endswith("-verb") for h in clause.hits
        )
        spoke = told in self.knowledge.lexicon.cues.speech
        return before in self.cues.before and (spoke or met) and is_perfect_verb(told)

    def is_open(self, frame: Frame, clause: Clause) -> bool:
        """Whether a verb of a body sentence is in the imperfect, which alone tells no tense.

        Args:
            frame: the event.
            clause: its sentence.
        """
        verb = clause.words[frame.first].removeprefix("و")
        triggers = self.knowledge.triggers
        known = ("ي" + verb[1:]) in triggers and ("ي" + verb) not in triggers  # not "توجه", "تسلم"
        known = known or verb.startswith("ي")
        return known and is_imperfect(frame, clause) and not clause.sentence.title

    def tells_no_tense(self, frame: Frame, clause: Clause) -> bool:
        """Whether an event is told by a verb in the imperfect, or by a noun that one carries.

        Args:
            frame: the event.
            clause: its sentence.
        """
        return is_imperfect(frame, clause) or self.nouns.carried.carrier(frame, clause) is not None

    def _is_expected(self, frame: Frame, clause: Clause) -> bool:
        """Whether the trigger is imperfect and a plan stands before it: "من المقرر أن يلتقي"."""
        if not is_imperfect_verb(clause.words[frame.first].lstrip("و")):
            return False
        before = range(clause.sentence.first, frame.first)
        cues = (self.cues.planned, self.cues.expecting, self.knowledge.lexicon.events.resolving)
        return any(is_among(clause.words[t], c) for t in before if t not in clause.inside for c in cues)

    def is_announced(self, frame: Frame, clause: Clause) -> bool:
        """Whether the words of an event tell the future: "سيزور", "من المقرر أن يزور", "زيارة سيقوم بها"."""
        if frame.rule.endswith("-noun"):
            return self.nouns.is_announced(frame, clause)
        return is_future_verb(clause.words[frame.first].lstrip("و")) or self._is_expected(frame, clause)

    def _is_to_begin(self, frame: Frame, clause: Clause) -> bool:
        """Whether the verb that opens a body sentence says that a journey or talks begin: "يبدأ أ جولة"."""
        words, first = clause.words, clause.sentence.first
        verb = words[first].removeprefix("و")
        begins = verb in self.knowledge.lexicon.events.beginning_verbs and is_imperfect_verb(verb)
        if clause.sentence.title or frame.type not in ("visit", "talks") or not begins:
            return False
        between = range(first + 1, frame.first)
        return not any(clause.is_boundary(t) or words[t] in self.cues.under_way for t in between)

    def is_errand(self, frame: Frame, clause: Clause) -> bool:
        """Whether an event is what somebody has come for or speaks before, not what he is to come for."""
        before = range(clause.sentence.first, frame.first)
        told = (clause.words[t] for t in before if t not in clause.inside)
        ahead = any(self._looks_ahead(word) for word in told if word not in self.cues.before)
        return (self.purposes.tells(frame, clause) or is_spoken_before(frame, clause)) and not ahead

    def _is_to_come(self, frame: Frame, clause: Clause) -> bool:
        """A body sentence whose main verb is imperfect tells what is to come, unless it is under way."""
        frame = by_its_verb(frame, clause)
        words, first = clause.words, clause.sentence.first
        verb = words[frame.first].removeprefix("و")
        if clause.sentence.title or not is_imperfect_verb(verb) or frame.rule.endswith("-noun"):
            return False
        if verb in self.knowledge.lexicon.events.lasting_verbs or self._is_staying(frame, clause):
            return False
        if verb.startswith("ت") and ("ي" + verb[1:]) not in self.knowledge.triggers:
            return False  # a perfect that begins with ت: "تباحث"
        if verb in self.knowledge.lexicon.events.receiving_awards and verb.startswith("ت"):
            return False  # "تقلد وزير الدفاع وساما": a man's verb, so the perfect
        before = words[max(first, frame.first - 3) : frame.first]
        until = min(frame.last + _LATER, clause.sentence.last - 1)
        later = any(words[t : t + 2] == ["وقت", "لاحق"] for t in range(frame.last, until))
        near = range(frame.last, min(frame.last + 10, len(words)))
        after = [words[t] for t in near if not self._is_of_this_time(words, t)]
        after = [word for word in after if word.removeprefix("و") not in ("الذي", "التي")]
        return later or not any(word in self.cues.under_way for word in (*before, *after))

    def _is_of_this_time(self, words: list[str], token: int) -> bool:
        """Whether a word only tells which month or week is meant: "نهاية الشهر الحالي"."""
        dates = self.knowledge.lexicon.dates
        return words[token] in dates.this and words[token - 1] in self.cues.going_on_times | dates.weeks

    def _is_staying(self, frame: Frame, clause: Clause) -> bool:
        """Whether a sentence goes on with where somebody is, one land and no time: "ويزور أ ب لبحث ج"."""
        words, last = clause.words, clause.sentence.last
        verb = words[frame.first].removeprefix("و")
        goes_on = frame.first == clause.sentence.first and verb != words[frame.first]
        if not goes_on and not _follows_that(frame, clause):
            return False
        if verb not in self.knowledge.lexicon.events.staying_verbs:
            return False
        ends = (t for t in range(frame.last, last) if clause.is_boundary(t) or words[t] in COMMAS)
        end = next((t for t in ends if t not in clause.inside), last)
        lands = [a for a in clause.arguments if a.joined and a.first < end]
        return not lands and not any(self._is_timed(words, t) for t in range(frame.last, end))

    def _is_timed(self, words: list[str], token: int) -> bool:
        """Whether a word gives a day or tells of a plan."""
        told = words[token] in self.knowledge.days or words[token] in self.cues.planned
        return told or bool(self.nouns.carried.soon.match(words, token))

    def _is_of_last_day(self, before: Sequence[str], at: int) -> bool:
        """Whether "next" tells until when something goes on: "وإلى غاية الخميس المقبل"; nearest first."""
        until = self.knowledge.lexicon.dates.until
        return before[at] in self.knowledge.lexicon.dates.next and not until.isdisjoint(
            before[at + 1 : at + 4]
        )

    def _is_evening(self, before: Sequence[str], at: int) -> bool:
        """Whether one of the words before a trigger, nearest first, is a day's evening: "عشية الأحد"."""
        evening = before[at] in self.knowledge.lexicon.dates.evenings
        return evening and at > 0 and before[at - 1] in self.knowledge.days

    def _is_said_before(self, before: Sequence[str], at: int) -> bool:
        """Whether a word before a trigger tells before what something was said: "قبيل سفره، قال إن لقاءه"."""
        word, said = before[at].removeprefix("و"), self.cues.speech
        return word in self.cues.before and any(is_among(w, said) for w in before[:at])

    def _is_carried_before(self, word: str, frame: Frame, clause: Clause) -> bool:
        """Whether a word tells before what else an event was held: "عقد أ وب قبيل بدء القمة اجتماعا"."""
        words, first = clause.words, clause.sentence.first
        carried = frame.rule.endswith("-noun") and not words[frame.first].startswith("ال")
        if word not in self.cues.before or not carried:
            return False
        at = next(t for t in range(frame.first - 1, first - 1, -1) if words[t] == word)
        between = range(at + 1, frame.first)
        another = any(words[t].startswith("ال") and not self._looks_ahead(words[t]) for t in between)
        carries = (
            t for t in range(first, at) if self.knowledge.light_verb(words[t]) and t not in clause.inside
        )
        verb = next((t for t in carries if clause.at_clause_start(t)), at)
        return (
            another and is_perfect_verb(words[verb]) and not any(map(clause.is_boundary, range(verb + 1, at)))
        )

    def _looks_ahead(self, word: str) -> bool:
        """Whether a word before the trigger is a plan's or a verb in the future."""
        if is_among(word, self.cues.planned):
            return True
        word = word.removeprefix("و")
        if not is_future_verb(word):
            return False
        carries = word[1:] in self.knowledge.light_verbs and word not in self.knowledge.given
        known = word[1:] in self.knowledge.lexicon.common_words
        return len(word) > 4 and (carries or known)

    def _is_followed_by_plan(self, frame: Frame, clause: Clause) -> bool:
        """Whether the verb after those who meet lies ahead: "اللقاء مع الرئيس سيكون قريبا"."""
        ends = [f.mention.last for f in frame.fillers if frame.last <= f.mention.first < clause.sentence.last]
        after = clause.words[max(ends) : min(max(ends) + 2, clause.sentence.last)] if ends else []
        if any(word in self.cues.conjunctions or word in QUOTES for word in after):
            return False  # "ألمح أثناء زيارته إلى أ أنه سيتدخل"
        return any(tells_future(self.knowledge, word) for word in after if is_future_verb(word))

    def _is_called_for(self, before: Sequence[str]) -> bool:
        """Whether somebody calls a meeting, by the words before it, nearest first: "دعت أ إلى اجتماع"."""
        words = [word for word in before if word not in self.cues.holding]
        asking = self.knowledge.lexicon.events.asking
        return words[:1] == ["الي"] and any(is_among(word, asking) for word in words[1:_CALLING])

    def _is_set(self, frame: Frame, clause: Clause) -> bool:
        """Whether a plan follows the trigger before anybody is named: "زيارة مرتقبة"."""
        if was_held_meanwhile(frame, clause):
            return False
        for token in range(frame.last, min(clause.sentence.last, frame.last + 6)):
            if token in clause.inside or clause.words[token - 1] in ("عن", "علي"):
                return False  # "في زيارة رسمية، عن قرب فتح المعبر"
            if clause.is_boundary(token) and clause.words[token] not in clause.lists.relatives:
                return False  # "جلسة مباحثات حيث من المنتظر أن تتركز"
            if clause.words[token] in self.cues.planned - self.cues.organising:
                return True
        return False


def _words_before(frame: Frame, clause: Clause) -> Iterator[str]:
    """The words before a trigger and outside mentions, nearest first, up to the one that ends the clause."""
    aside = False  # "اليوم (15 أيار 2024)"
    outside: list[int] = []
    for token in range(frame.first - 1, clause.sentence.first - 1, -1):
        aside = clause.words[token] == ")" or (aside and clause.words[token] != "(")
        passed = clause.words[token] in COMMAS or clause.words[token] == "("
        passed = passed or is_outdone(token, clause) or organises_another(token, frame, clause)
        if not (aside or passed or token in clause.inside):
            outside.append(token)
    for token in islice(outside, _BEFORE):
        yield clause.words[token]
        beside = token == frame.first - 1  # "سيجري "محادثات" مع أ", "رفض حضور القمة مع أ"
        opens = beside and clause.words[token] in QUOTES | clause.knowledge.lexicon.cues.attendance
        ends = clause.is_boundary(token) and clause.words[token] not in SEEN_THROUGH
        if (ends and not opens) or is_among(clause.words[token], clause.lists.came):
            return


def _is_to_follow(frame: Frame, clause: Clause) -> bool:
    """Whether an event is what is to follow another: "وصل على أن ينتقل إلى ب", "على أن يتم إجراء محادثة"."""
    near = range(max(clause.sentence.first, frame.first - _FOLLOWING), frame.first - 1)
    at = next((t for t in near if clause.words[t : t + 2] == ["علي", "ان"]), None)
    return at is not None and is_imperfect_verb(clause.words[at + 2])


def is_imperfect(frame: Frame, clause: Clause) -> bool:
    """Whether a frame's trigger is a verb in the imperfect."""
    return not frame.rule.endswith("-noun") and is_imperfect_verb(clause.words[frame.first].removeprefix("و"))


def _follows_that(frame: Frame, clause: Clause) -> bool:
    """Whether a verb's subject stands right before it, after "that": "قال إن أ يزور ب"."""
    subject = next((a for a in clause.arguments if a.last == frame.first and not a.preposition), None)
    return subject is not None and clause.words[subject.first - 1] == "ان"
