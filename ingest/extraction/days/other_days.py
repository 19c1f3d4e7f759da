"""Other days: which of an article's dates are those of a statement, a journey, a plan or another event."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.opening_clauses import are_parted
from liqaa.ingest.extraction.clauses.subjects import subject_of
from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.days.journey_days import (
    dates_arrival_from,
    dates_before_next_place,
    dates_journey,
    dates_last_stop,
)
from liqaa.ingest.extraction.days.last_days import dates_its_end
from liqaa.ingest.extraction.days.later_days import (
    dates_what_came_after,
    dates_what_follows,
    dates_what_is_to_be,
)
from liqaa.ingest.extraction.days.old_years import dates_something_old
from liqaa.ingest.extraction.days.reactions import dates_its_telling, dates_occasion, dates_reaction
from liqaa.ingest.extraction.days.said_days import dates_saying, is_said_in_its_course
from liqaa.ingest.extraction.status.agreed_on import is_agreed_on
from liqaa.ingest.extraction.status.tenses import is_imperfect_verb
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import is_among
from liqaa.ontology.model import Status

# Tokens between a noun and the adjective that says when it is to be.
_ADJECTIVES = 2
# Tokens from a day on in which a verb of speech follows it: "السبت، قال أ".
_SPEECH = 3
# Kinds of date words that may be lengths of time, too.
_LENGTHS = ("week", "month", "relative-month", "year", "relative-year", "season")
# Tokens before an event among which stands how long before or after it something else was.
_COUNTED = 5
# Tokens between a word of deciding and the day: "وافق أ يوم الخميس على لقاء ب".
_DECIDED = 4
# Tokens between a day and what was held on it, in a clause that says after what something came.
_TOLD_BEHIND = 2
# Tokens between "since" and the day.
_SINCE = 10


class OtherDays:
    """Tells the date words that are not those of a frame."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.cues = knowledge.lexicon.cues
        self._parts_of_day = knowledge.lexicon.dates.parts_of_day
        self._next = knowledge.lexicon.dates.next
        self.beginning = knowledge.lexicon.events.beginning_verbs
        self._leading_on = self.cues.turns | self.cues.towards_plans | self.cues.pictures

    def tells(self, mention: DateMention, frame: Frame, clause: Clause, status: Status) -> bool:
        """Whether date words tell when something else was or is to be.

        Args:
            mention: the date words.
            frame: the frame.
            clause: the sentence of both.
            status: how far along the frame is.
        """
        if is_said_in_its_course(mention, frame, clause):
            return False
        return (
            self._dates_statement(mention, frame, clause)
            or are_parted(clause, mention.first, frame.first)
            or dates_saying(mention, frame, clause)
            or self._dates_another_thing(mention, frame, clause)
            or dates_something_old(mention, frame, clause)
            or dates_its_end(mention, clause)
            or _is_said(mention, frame, clause)
            or _is_quoted(mention, frame, clause)
            or _dates_agreement(mention, frame, clause)
            or dates_reaction(mention, frame, clause)
            or dates_its_telling(mention, frame, clause)
            or dates_occasion(mention, frame, clause)
            or dates_what_came_after(mention, frame, clause)
            or self._is_said_there(mention, frame, clause)
            or dates_journey(mention, frame, clause, status)
            or dates_last_stop(mention, frame, clause)
            or dates_arrival_from(mention, frame, clause)
            or dates_before_next_place(mention, frame, clause)
            or (status == "planned" and _is_gone_by(mention, clause))
            or (status == "planned" and self._dates_deed(mention, frame, clause))
            or (status == "occurred" and self._dates_plan(mention, frame, clause))
            or (status == "occurred" and dates_what_follows(mention, frame, clause))
            or (status == "occurred" and dates_what_is_to_be(mention, frame, clause))
            or (status == "occurred" and _dates_agreed_talks(mention, frame, clause))
            or (status == "cancelled" and self._dates_cancellation(mention, frame, clause))
            or (status != "planned" and self._dates_awaited(mention, frame, clause))
            or self._dates_held(mention, frame, clause)
        )

    def told_as_other_time(self, frame: Frame, words: list[str]) -> bool:
        """Whether the frame is what something else came after: "بعد أن التقى", "بعد أن أجرى زيارة".

        Args:
            frame: the frame.
            words: those of its sentence's document.
        """
        first = frame.first - 2
        first -= first > 0 and words[first] == "ان"
        return any(word in self.cues.other_time for word in words[max(0, first) : frame.first])

    def _dates_statement(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether the day is that on which somebody spoke, or one before or after which it happened."""
        words = clause.words
        bound = mention.first + 1 if mention.kind == "year" else mention.first  # "منذ عام 2003"
        start = frame.last if mention.first >= frame.last else clause.sentence.first
        opening = range(max(start, mention.first - 3), bound)
        told_behind = 0 <= frame.first - mention.last <= _TOLD_BEHIND  # "بعد أن عقد الجمعة لقاء"
        bounds = (t for t in opening if not frame.first <= t < frame.last and self._bounds(words, t))
        if any(not (told_behind and words[t + 1] in self.cues.conjunctions) for t in bounds):
            return True
        if self._begins_a_time(mention, frame, clause) or self._lasts(mention, words):
            return True
        if mention.last > frame.first:
            passed = clause.inside | clause.passed(mention.first)  # "قصر بيان"; "، بحسب ما أعلن مكتبه، إلى أ"
            told = (t for t in range(frame.last, mention.first) if words[t] not in QUOTES)
            outside = [t for t in told if t not in passed]
            return any(self.is_speech(words[t]) for t in outside[-7:])
        before = range(clause.sentence.first, min(mention.last + _SPEECH, frame.first))
        between = range(mention.last, frame.first)
        if any(self.is_speech(words[t]) for t in between[_SPEECH:] if t not in clause.inside):
            return True  # "رحبت الحكومة السبت بالخطة وقالت إن زيارة أ"
        spoken = any(self.is_speech(words[t]) for t in before)
        if spoken and self._was_said_at(frame, clause):
            return False
        return spoken and any(
            words[t] in self.cues.conjunctions
            or words[t] == ":"
            or (words[t] in self.cues.told_of and t + 1 not in clause.inside)  # "كشف الأحد عن زيارة"
            for t in between
        )

    def _was_said_at(self, frame: Frame, clause: Clause) -> bool:
        """Whether it was at talks that one of those who met spoke: "قال أ الأحد إن، وذلك خلال لقائه ب"."""
        words, at = clause.words, frame.first - 1
        aside = words[at - 1] in COMMAS or is_among(words[at - 1], clause.lists.thus)
        during = frame.type != "visit" and words[at] in self.cues.during and aside
        return during and subject_of(clause) in frame.entities()

    def _bounds(self, words: list[str], token: int) -> bool:
        """Whether a word only relates a day to what happened: "بعد الجمعة", not "بعد ظهر الجمعة"."""
        part = words[token + 1 : token + 2]
        by = words[token] == "قبل" and token > 0 and words[token - 1] == "من"  # "استُقبل من قبل أ أمس"
        return (
            words[token] in self.cues.other_time
            and not by
            and (not part or part[0].removeprefix("ال") not in self._parts_of_day)
        )

    def _lasts(self, mention: DateMention, words: list[str]) -> bool:
        """Whether the words tell how long something lasts: "على مدار السنة المقبلة"."""
        return mention.kind in _LENGTHS and words[mention.first - 1] in self.cues.throughout

    def _begins_a_time(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether the day is that since which something has been: "منذ تفجر الحرب يوم 7 أكتوبر"."""
        for token in range(mention.first - 1, max(clause.sentence.first, mention.first - _SINCE) - 1, -1):
            if clause.words[token] in COMMAS or _is_past_land(token, mention, frame):
                return False
            if clause.words[token] in self.cues.since:
                return mention.kind in ("calendar", "hijri", "month")
        return False

    def _dates_deed(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether the day before a plan is that of what is told as done: "اقترح أ الأحد لقاء ب"."""
        if mention.last > frame.first or mention.kind not in ("weekday", "near-weekday", "relative"):
            return False
        if mention.turn or (mention.kind == "relative" and mention.day > 0):
            return False
        before = [t for t in range(clause.sentence.first, mention.first) if t not in clause.inside]
        deeds = {h.first for h in clause.hits if h.form.trigger.id.endswith("-verb")}
        if any(is_among(clause.words[t], self.cues.deciding) for t in {*before[:1], *before[-_DECIDED:]}):
            return True
        done = any(self._is_done(clause.words[t]) or t in deeds for t in before)
        return done and not any(self._looks_ahead(clause.words[t]) for t in before)

    def _is_done(self, word: str) -> bool:
        """Whether a word is a verb of saying or one in the perfect of beginning: "بدأ", not "يبدأ"."""
        begun = word.removeprefix("و") in self.beginning and not is_imperfect_verb(word.removeprefix("و"))
        return begun or self.is_speech(word)

    def _looks_ahead(self, word: str) -> bool:
        """Whether a word is that of a plan or an imperfect or future verb: not "توصلت"."""
        bare = word.removeprefix("و")
        if bare in self.cues.planned:
            return True
        return len(bare) > 2 and bare.startswith(("ي", "ت", "سي", "ست")) and not bare.endswith("ت")

    def _dates_plan(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether the day is that of a plan told afterwards: "التقى أ، ومن المقرر أن يلتقي ب غدا"."""
        between = range(frame.last, mention.first)
        return any(
            clause.words[t] in self.cues.planned and clause.hit_between(t, mention.first)
            for t in between
            if t not in clause.inside
        )

    def _dates_awaited(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether the day is that of what another noun says is to be: "بحث أ وب القمة المقررة الأحد"."""
        awaited = clause.words[mention.first - 1] in self.cues.awaited
        nouns = (h for h in clause.hits if frame.last <= h.first and h.form.trigger.pattern == "noun")
        return awaited and any(0 <= mention.first - 1 - h.last <= _ADJECTIVES for h in nouns)

    def _dates_held(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether the day is that of what a later noun says is ahead: "القمة المقرر عقدها في 12 مايو"."""
        for hit in clause.hits:
            if hit.first < frame.last or hit.form.trigger.pattern != "noun":
                continue
            after = range(hit.last, min(hit.last + _ADJECTIVES + 1, mention.first - 1))
            at = next((t for t in after if self._tells_of_holding(clause.words, t)), None)
            if at is not None and not clause.hit_between(hit.last, mention.first):
                return True
        return False

    def _tells_of_holding(self, words: list[str], token: int) -> bool:
        """Whether something is to be held: "المقرر عقدها", "الاجتماع المقبل"."""
        if words[token] in self._next and words[token - 1].startswith("ال"):
            return True
        noun = words[token + 1].removesuffix("ا").removesuffix("ه")
        return words[token] in self.cues.awaited and noun != words[token + 1] and noun in self.cues.holding

    def _dates_cancellation(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether the day is that on which an event was called off: "ألغى أ الخميس القمة"."""
        if mention.last > frame.first or clause.words[mention.first - 1] == "الي":
            return False  # "أرجئت إلى 21 أبريل زيارة أ"
        before = range(clause.sentence.first, frame.first)
        off = [t for t in before if is_among(clause.words[t], self.cues.cancelled)]
        return any(t < mention.first or t - mention.last <= _SPEECH for t in off)

    def is_speech(self, word: str) -> bool:
        """Whether a word is of saying.

        Args:
            word: folded.
        """
        return word in self.cues.speech or word.removeprefix("و") in self.cues.speech

    def _dates_another_thing(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether the day is told of something else: "للمشاورات التي تبدأ الاثنين", "بعد جولة في مارس".

        Or of another event, from which the sentence turns: "تصل الاثنين كما ستزور".
        """
        if any(clause.words[t : t + 2] == ["علي", "ان"] for t in range(frame.last, mention.first)):
            return True  # "التقى أ ب على أن يغادر الخميس"
        for token in range(frame.last, mention.first - 1):
            of_another = _had_been_before(token, mention, clause) or self._is_prepared(token, mention, clause)
            bounds = self._bounds(clause.words, token) and not (
                clause.words[token] in self.cues.since and _is_past_land(token, mention, frame)
            )
            if of_another or bounds or self._follows(token, mention, clause):
                return True
        signed = clause.words[max(clause.sentence.first, mention.first - 2) : mention.first]
        if mention.kind in ("year", "month", "calendar") and any(w in clause.lists.signed for w in signed):
            return True  # "الاتفاق المبرم عام 2015"
        leading = range(mention.last, frame.first)
        if leading and self._is_of_what_came_before(mention, clause):
            return True
        if any(clause.words[t : t + 2] == ["علي", "ان"] for t in leading):
            return True  # "وصل الاثنين إلى أ على أن ينتقل إلى ب"
        if any(clause.words[t] in self._leading_on for t in leading):
            return True
        if mention.last < frame.first and (
            self.told_as_other_time(frame, clause.words) or self._is_counted_from(mention, frame, clause)
        ):
            return True
        between = range(frame.last + 2, mention.first)
        relatives = [t for t in between if clause.words[t] in clause.lists.relatives]
        relatives = [t for t in relatives if clause.asides.get(t, mention.last) > mention.first]
        if relatives and (
            _tells_of_journey(relatives[0], frame, clause)
            or self._tells_when_held(relatives[0], frame, clause)
        ):
            return False
        return bool(relatives) and not any(
            clause.words[t] in COMMAS for t in range(relatives[-1], mention.first)
        )

    def _follows(self, token: int, mention: DateMention, clause: Clause) -> bool:
        """Whether the day is that of an event after which something is: "سيلتقي أ عقب قمة ب في 3 مايو".

        Or of one before or after which it is some time: "التقى أ ب قبل يوم من اجتماع ج الخميس".
        """
        words, passed = clause.words, self.cues.after | self.cues.before
        nouns = (h for h in clause.hits if h.form.trigger.pattern == "noun" and h.last <= mention.first)
        if any(h.first == token + 1 for h in nouns):
            return words[token] in self.cues.after
        near = (h for h in clause.hits if 0 < h.first - token <= _COUNTED and h.last <= mention.first)
        return words[token] in passed and any(words[h.first - 1] == "من" for h in near)

    def _is_prepared(self, token: int, mention: DateMention, clause: Clause) -> bool:
        """Whether the day is that of what an event serves: "يستقبل أ ب تحضيرا لاجتماع في 28 يونيو"."""
        nouns = (h for h in clause.hits if h.form.trigger.pattern == "noun" and h.last <= mention.first)
        return clause.words[token] in self.cues.towards_plans and any(h.first == token + 1 for h in nouns)

    def _is_of_what_came_before(self, mention: DateMention, clause: Clause) -> bool:
        """Whether a day is that of an event before another: "بعد محادثات في أ الاثنين، توجه إلى ب"."""
        for token in range(mention.first - 1, clause.sentence.first - 1, -1):
            if clause.words[token] in COMMAS and token not in clause.inside:
                return False
            if self._follows(token, mention, clause):
                return True
        return False

    def _is_said_there(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether a day is in what was said at talks: "أعلن خلال لقائه أ أن القمة ستعقد في مايو"."""
        before = clause.words[max(clause.sentence.first, frame.first - 2) : frame.first]
        if not frame.rule.endswith("-noun") or not any(w in clause.lists.openings for w in before):
            return False
        between = (t for t in range(frame.last, mention.first) if t not in clause.inside)
        said = next((t for t in between if clause.words[t] in self.cues.conjunctions), mention.first)
        return clause.hit_between(said, mention.first)

    def _is_counted_from(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether a day before or after an event is told by it: "الخميس، قبل أسابيع من اجتماع أ وب"."""
        words = clause.words
        outside = [t for t in range(mention.last, frame.first - 1) if t not in clause.inside]
        near = outside[-_COUNTED:]  # "بعد ساعات من عودة أ من زيارة"
        return words[frame.first - 1] == "من" and any(is_among(words[t], self.cues.other_time) for t in near)

    def _tells_when_held(self, relative: int, frame: Frame, clause: Clause) -> bool:
        """Whether a relative clause tells when talks or a visit are: "القمة التي كان من المقرر أن تجمعه"."""
        after = clause.words[relative + 1 : relative + 4]
        plans = any(word in self.cues.planned or word.startswith(("ست", "سي")) for word in after)
        held = clause.words[relative + 1] in clause.knowledge.lexicon.events.taking_place
        if frame.rule == "visit-noun" and clause.words[relative].lstrip("و") == "التي":
            return plans and not _is_of_another(relative, frame, clause)  # "زيارة أ إلى ب التي كانت مقررة"
        return frame.type == "talks" and (plans or held) and not _is_of_another(relative, frame, clause)


def _had_been_before(token: int, mention: DateMention, clause: Clause) -> bool:
    """Whether an earlier event follows, whose day it is: "زيارة أ إلى ب، إذ سبق والتقى ج في مايو"."""
    earlier = clause.words[token] == "سبق" and token not in clause.inside
    return earlier and clause.hit_between(token, mention.first)


def _is_gone_by(mention: DateMention, clause: Clause) -> bool:
    """Whether date words tell of a time gone by: "الشهر الماضي", "في وقت سابق هذا الشهر"."""
    before = clause.words[clause.sentence.first : mention.first][-1:]
    return mention.is_past or any(word in clause.knowledge.lexicon.events.former for word in before)


def _is_said(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether a day is in what is said where those who met speak: "قال في مؤتمر صحفي إن أ يصل غدا"."""
    if not frame.implied:
        return False
    return any(map(clause.is_boundary, range(frame.last, mention.first)))


def _is_quoted(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether a day is in words quoted after an event: "قال أ خلال زيارته ب: "سيستقر السوق في 2026""."""
    if clause.words[mention.last : mention.last + 1] and clause.words[mention.last] in QUOTES:
        return False  # "سيزور أ في "نهاية العام""
    quotes = [t for t in range(clause.sentence.first, mention.first) if clause.words[t] in QUOTES]
    opened = sum(t >= frame.last for t in quotes)
    return opened % 2 == 1 and (len(quotes) - opened) % 2 == 0


def _is_of_another(relative: int, frame: Frame, clause: Clause) -> bool:
    """Whether a noun stands between a trigger and a relative clause about it: "الهدنة التي تبدأ"."""
    between = (t for t in range(frame.last, relative) if t not in clause.inside)
    words = [clause.words[t] for t in between if clause.words[t].isalpha()]
    return len([word for word in words if word not in clause.lists.prepositions]) > 1


def _tells_of_journey(relative: int, frame: Frame, clause: Clause) -> bool:
    """Whether a relative clause says when a journey begins: "زيارة أ إلى ب، التي بدأت الأحد"."""
    verbs = clause.knowledge.lexicon.events.beginning_verbs
    told = any(word.lstrip("س") in verbs for word in clause.words[relative + 1 : relative + 5])
    return frame.rule == "visit-noun" and clause.words[relative] == "التي" and told


def _dates_agreed_talks(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether the day is that of talks agreed on at an event: "اتفقا خلال لقاء على عقد قمة في أبريل"."""
    between = (h for h in clause.hits if frame.last <= h.first and h.last <= mention.first)
    return any(is_agreed_on(h.first, clause) for h in between)


def _dates_agreement(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether the day is that on which what is spoken about was agreed: "اتفاقا تم التوصل إليه أمس"."""
    words, lists = clause.words, clause.lists
    for token in range(frame.last + 1, mention.first):
        made = words[token] in lists.agreeing and words[token - 1] in lists.brought_about
        if made and words[mention.first - 1] in (words[token], words[token + 1]):
            return words[mention.first - 1].endswith(("ه", "ها"))
    return False


def _is_past_land(token: int, mention: DateMention, frame: Frame) -> bool:
    """Whether the land gone to parts a day from a word: "أول زيارة له منذ توليه منصبه إلى ب في مايو"."""
    lands = [f.mention.first for f in frame.fillers if f.role == "host" and f.mention.kind == "state"]
    return any(token < land < mention.first for land in lands)
