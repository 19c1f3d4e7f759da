"""Status: whether an event has occurred, lies ahead or was called off, by the words around its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from liqaa.ingest.extraction.clauses import Clause
from liqaa.ingest.extraction.frames import Frame, is_condition
from liqaa.ingest.extraction.knowledge import Knowledge, phrases
from liqaa.ingest.extraction.noun_status import NounStatus
from liqaa.ingest.extraction.phrasebook import is_among
from liqaa.ontology.model import Status

# Words that end the reach of a trigger to its right, but not that of a cue to its left: "أعلن أنه سيلتقي".
_SEEN_THROUGH = ("ان", "التي", "الذي")

# Words before a trigger among which its cues stand.
_BEFORE = 8
# Words before a noun among which stands the verb of what happens during its event.
_DURING = 20
# Words after a noun among which stands how soon its event comes.
_SOON = 10


class StatusReader:
    """Reads the status of frames."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.cues = knowledge.lexicon.cues
        self.soon = phrases(self.cues.soon)
        self.nouns = NounStatus(knowledge)

    def read(self, frame: Frame, clause: Clause) -> Status:
        """The status of a frame as its sentence states it."""
        before = list(_words_before(frame, clause))
        off = next((i for i in range(len(before)) if self._is_off(before, i, frame, clause)), None)
        if off is not None:
            retreat = any(word in self.cues.retreats for word in before[off + 1 : off + 3])
            return "planned" if retreat else "cancelled"
        if self._is_denied(frame, clause):
            return "cancelled"
        if self.is_past(frame, clause):
            return "occurred"
        if self._is_before_which(frame, clause):
            return "occurred"
        ahead = (
            self.nouns.lies_ahead(frame, clause)
            or self._is_expected(frame, clause)
            or self._is_on_errand(frame, clause)
            or self._is_to_begin(frame, clause)
            or self.is_purpose(frame, clause)
            or self._is_to_come(frame, clause)
            or frame.future
            or _is_future(clause.words[frame.first])
            or any(self._looks_ahead(word) for word in before)
            or self._opens_ahead(frame, clause)
            or self._is_set(frame, clause)
            or self._begins_on(frame, clause)
            or self._is_carried_today(frame, clause)
            or self._is_carried_soon(frame, clause)
            or (is_condition(frame, clause) and _is_imperfect(clause.words[frame.first]))
            or self._is_followed_by_plan(frame, clause)
            or self._may_be(frame, clause)
            or self._is_during_plan(frame, clause)
        )
        return "planned" if ahead else "occurred"

    def _is_off(self, before: list[str], at: int, frame: Frame, clause: Clause) -> bool:
        """Whether a word calls off the event; "did not" and "will not" only where they govern it.

        Args:
            before: the words before the trigger, nearest first.
            at: which of them.
            frame: the event.
            clause: its sentence.
        """
        word = before[at]
        if not _is_cue(word, self.cues.cancelled) or (word == "اجل" and before[at + 1 : at + 2] == ["من"]):
            return False  # "من أجل"
        if word.removeprefix("و") not in ("لم", "لن"):
            return True
        if any(w in self.cues.not_only for w in clause.words[frame.last : clause.sentence.last]):
            return False
        verb = before[at - 1] if at else ""
        return not verb or verb in self.cues.barred or self.knowledge.light_verb(verb) is not None

    def is_past(self, frame: Frame, clause: Clause) -> bool:
        """Whether the words of an event themselves tell that it has taken place, whatever stands beside them.

        A verb in the perfect does, "وقبيل زيارته التقى أ", and a noun after which something else happened.
        """
        verbal = frame.rule.endswith("-verb") and frame.rule != "send-verb"  # which has nouns, too
        perfect = verbal and not frame.future and _is_perfect(clause.words[frame.first])
        return perfect or self.nouns.has_passed(frame, clause)

    def _is_before_which(self, frame: Frame, clause: Clause) -> bool:
        """Whether a verb after "before" follows one that opens in the perfect: "عمل أ قبل أن يغادر ب"."""
        words, first = clause.words, frame.first
        if words[max(clause.sentence.first, first - 2) : first] != ["قبل", "ان"]:
            return False
        before = words[clause.sentence.first : first]
        if any(_is_cue(word, self.cues.planned) for word in before):
            return False
        hits = [h for h in clause.hits if h.last < first and h.form.trigger.id.endswith("-verb")]
        verbs = [words[h.first] for h in hits]
        told = [words[clause.sentence.first], *verbs][-1].removeprefix("و")
        return _is_perfect(told) and (bool(verbs) or told in self.knowledge.lexicon.common_words)

    def is_postponed(self, frame: Frame, clause: Clause) -> bool:
        """Whether the event was put off: with a new day that is a plan."""
        before = range(max(clause.sentence.first, frame.first - 8), frame.first)
        return any(clause.words[t].lstrip("و") in self.cues.postponements for t in before)

    def _is_expected(self, frame: Frame, clause: Clause) -> bool:
        """Whether the trigger is imperfect and a plan stands before it: "من المقرر أن يلتقي"."""
        if not _is_imperfect(clause.words[frame.first].lstrip("و")):
            return False
        before = range(clause.sentence.first, frame.first)
        return any(clause.words[t] in self.cues.planned for t in before if t not in clause.inside)

    def _is_denied(self, frame: Frame, clause: Clause) -> bool:
        """Whether the event itself is denied: "نفى ما تردد عن زيارة", "نفت أن يكون أ قد أجرى اتصالا"."""
        words, cues = clause.words, self.cues
        before = range(clause.sentence.first, frame.first)
        denial = next((t for t in before if is_among(words[t], cues.denials)), None)
        if denial is None:
            return False
        between = [words[t] for t in range(denial + 1, frame.first) if t not in clause.inside]
        while between and between[-1] in cues.holding:
            between.pop()  # "نفى أنباء عن عقد محادثات"
        if between and between[-1] in ("عن", "بشان", "حول") and any(w in cues.rumours for w in between):
            return True
        since = between[between.index("ان") + 1 :] if "ان" in between else None
        return since is not None and all(
            word in cues.copulas or clause.knowledge.light_verb(word) for word in since
        )

    def _is_on_errand(self, frame: Frame, clause: Clause) -> bool:
        """Whether a plan is for a journey's course: "ينتظر أن يترأس أ وفد بلاده خلال زيارته"."""
        words, first = clause.words, clause.sentence.first
        if not frame.rule.endswith("-noun") or frame.first - first < 4 or words[frame.first - 1] != "خلال":
            return False
        return any(
            words[t] in self.cues.planned and words[t + 1] == "ان" and _is_imperfect(words[t + 2])
            for t in range(first, frame.first - 3)
            if not any(clause.is_boundary(u) for u in range(t + 2, frame.first))
        )

    def _is_to_begin(self, frame: Frame, clause: Clause) -> bool:
        """Whether the verb that opens a body sentence says that a journey begins: "يبدأ أ جولة"."""
        words, first = clause.words, clause.sentence.first
        begins = words[first] in self.knowledge.lexicon.events.beginning_verbs and _is_imperfect(words[first])
        if clause.sentence.title or frame.type != "visit" or not begins:
            return False
        between = range(first + 1, frame.first)
        return not any(clause.is_boundary(t) or words[t] in self.cues.under_way for t in between)

    def is_purpose(self, frame: Frame, clause: Clause) -> bool:
        """Whether an event is what somebody comes for, so yet to be: "للقاء", "لإجراء محادثات", "لزيارة"."""
        word = clause.words[frame.first]
        if word.startswith("لل") or (word.startswith("ل") and word[1:] in self.cues.purpose_nouns):
            return True
        begins = frame.first == clause.sentence.first
        return not begins and clause.words[frame.first - 1] in self.cues.purpose_verbs

    def is_errand(self, frame: Frame, clause: Clause) -> bool:
        """Whether an event is what somebody has come for, not what he is to come for."""
        before = range(clause.sentence.first, frame.first)
        ahead = any(self._looks_ahead(clause.words[t]) for t in before if t not in clause.inside)
        return self.is_purpose(frame, clause) and not ahead

    def _is_to_come(self, frame: Frame, clause: Clause) -> bool:
        """A body sentence whose main verb is imperfect tells what is to come, unless it is under way."""
        words, first = clause.words, clause.sentence.first
        verb = words[frame.first].removeprefix("و")
        if clause.sentence.title or not _is_imperfect(verb) or frame.rule.endswith("-noun"):
            return False
        if verb.startswith("ت") and ("ي" + verb[1:]) not in self.knowledge.triggers:
            return False  # a perfect that begins with ت: "تباحث"
        if verb in self.knowledge.lexicon.events.receiving_awards and verb.startswith("ت"):
            return False  # "تقلد وزير الدفاع وساما": a man's verb, so the perfect
        before = words[max(first, frame.first - 3) : frame.first]
        after = [w for w in words[frame.last : frame.last + 10] if w not in ("الذي", "التي")]
        return not any(word in self.cues.under_way for word in (*before, *after))

    def _looks_ahead(self, word: str) -> bool:
        """Whether a word before the trigger is a plan's or a verb in the future."""
        if _is_cue(word, self.cues.planned):
            return True
        word = word.removeprefix("و")
        if not _is_future(word):
            return False
        carries = word[1:] in self.knowledge.light_verbs and word not in self.knowledge.given
        known = word[1:] in self.knowledge.lexicon.common_words
        return (len(word) > 4 and carries) or (len(word) > 5 and known)

    def _begins_on(self, frame: Frame, clause: Clause) -> bool:
        """Whether it is said on which weekday a noun's event begins: "زيارة أ التي تبدأ الاثنين"."""
        if not frame.rule.endswith("-noun"):
            return False
        ends = [f.mention.last for f in frame.fillers if f.mention.sentence == frame.sentence]
        start = max([frame.last, *ends])
        for token in range(frame.last, min(start + 4, clause.sentence.last - 2)):
            relative, verb = clause.words[token].removeprefix("و"), clause.words[token + 1]
            held = verb in self.knowledge.lexicon.events.taking_place
            if relative in ("التي", "الذي") and held and _is_imperfect(verb):
                after = clause.words[token + 2 : min(token + 5, clause.sentence.last)]
                return any(self._is_open_weekday(after, i) for i in range(len(after)))
        return False

    def _is_carried_today(self, frame: Frame, clause: Clause) -> bool:
        """Whether the imperfect that opens a body sentence carries a noun of today: "يقوم أ اليوم بزيارة"."""
        words, first = clause.words, clause.sentence.first
        verb = words[first].removeprefix("و")
        noun = frame.rule.endswith("-noun") and not clause.sentence.title
        if not noun or not _is_imperfect(verb) or not self.knowledge.light_verb(verb):
            return False
        if not self.knowledge.light_verb("ي" + verb[1:]):
            return False  # a perfect that begins with ت: "ترأس"
        before = range(first + 1, frame.first)
        return "اليوم" in (words[t] for t in before) and not any(map(clause.is_boundary, before))

    def _is_carried_soon(self, frame: Frame, clause: Clause) -> bool:
        """Whether an imperfect carries a noun of the days to come: "يقوم أ بزيارة لب خلال أيام"."""
        words = clause.words
        if not frame.rule.endswith("-noun") or clause.sentence.title:
            return False
        after = range(frame.last, min(frame.last + _SOON, clause.sentence.last))
        soon = any(self.soon.match(words, t, clitics=False) for t in after)
        before = (t for t in range(clause.sentence.first, frame.first) if t not in clause.inside)
        return soon and any(
            _is_imperfect(words[t].removeprefix("و")) and clause.knowledge.light_verb(words[t])
            for t in before
        )

    def _is_open_weekday(self, words: list[str], at: int) -> bool:
        """Whether a weekday stands at a position that is not said to be last or today's."""
        turned = words[at + 1 : at + 2]
        dates = self.knowledge.lexicon.dates
        return words[at] in self.knowledge.weekdays and not any(w in dates.past for w in turned)

    def _opens_ahead(self, frame: Frame, clause: Clause) -> bool:
        """Whether the verb that opens a noun's clause is in the future: "وسيخصص أ يومه مع عقد لقاء"."""
        first = clause.sentence.first
        verb = clause.words[first].removeprefix("و")
        future = _is_future(verb) and self._tells_future(verb)
        if not future or not frame.rule.endswith("-noun"):
            return False
        return not any(map(clause.is_boundary, range(first + 1, frame.first)))

    def _is_followed_by_plan(self, frame: Frame, clause: Clause) -> bool:
        """Whether the verb after those who meet lies ahead: "اللقاء مع الرئيس سيكون قريبا"."""
        ends = [f.mention.last for f in frame.fillers if frame.last <= f.mention.first < clause.sentence.last]
        after = clause.words[max(ends) : min(max(ends) + 2, clause.sentence.last)] if ends else []
        return any(self._tells_future(word) for word in after if _is_future(word))

    def _tells_future(self, word: str) -> bool:
        """Whether a word that looks like a future is one: "ستستمر", not "ستة"."""
        verb = len(word) > 4 and _is_future(word) and word[1:] in self.knowledge.lexicon.common_words
        return verb or word in self.cues.planned

    def _may_be(self, frame: Frame, clause: Clause) -> bool:
        """Whether the verb that the event depends on only may come true: "قد توقع خلال محادثات"."""
        words = clause.words
        before = range(max(clause.sentence.first, frame.first - 5), frame.first - 1)
        return any(words[t] == "قد" and _is_imperfect(words[t + 1]) for t in before)

    def _is_during_plan(self, frame: Frame, clause: Clause) -> bool:
        """Whether what happens during a noun's event lies ahead: "سيناقش ذلك خلال لقائهما", "ينوي بحثه"."""
        words = clause.words
        before = words[frame.first - 1] if frame.first > clause.sentence.first else ""
        if not frame.rule.endswith("-noun") or before not in self.cues.during:
            return False
        for token in range(frame.first - 2, max(clause.sentence.first, frame.first - _DURING) - 1, -1):
            word = words[token].removeprefix("و")
            if token in clause.inside:
                continue
            if self._tells_future(word) and (_is_future(word) or _is_imperfect(word)):
                return True
            stops = clause.is_boundary(token) and words[token] not in (*_SEEN_THROUGH, "وذلك", "انه", "انها")
            if stops or word in self.cues.speech:
                return False
        return False

    def _is_set(self, frame: Frame, clause: Clause) -> bool:
        """Whether a plan follows the trigger before anybody is named: "زيارة مرتقبة"."""
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
    outside = (t for t in range(frame.first - 1, clause.sentence.first - 1, -1) if t not in clause.inside)
    for token in islice(outside, _BEFORE):
        yield clause.words[token]
        if clause.is_boundary(token) and clause.words[token] not in _SEEN_THROUGH:
            return


def _is_cue(word: str, cues: frozenset[str]) -> bool:
    return word in cues or word.lstrip("و") in cues


def is_imperfect(frame: Frame, clause: Clause) -> bool:
    """Whether a frame's trigger is a verb in the imperfect."""
    return not frame.rule.endswith("-noun") and _is_imperfect(clause.words[frame.first].removeprefix("و"))


def _is_perfect(verb: str) -> bool:
    verb = verb.removeprefix("و")
    return verb[:1] != "م" and not _is_imperfect(verb) and not _is_future(verb)


def _is_imperfect(verb: str) -> bool:
    return verb.startswith(("ي", "ت"))


def _is_future(word: str) -> bool:
    return word.startswith(("سي", "ست"))
