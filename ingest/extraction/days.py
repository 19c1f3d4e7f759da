"""Days: which of an article's dates is that of an event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from liqaa.ingest.extraction.clauses import Clause, Hit
from liqaa.ingest.extraction.counted_days import CountedDays
from liqaa.ingest.extraction.date_mentions import DateMention, moved
from liqaa.ingest.extraction.dates import DateReader
from liqaa.ingest.extraction.document import COMMAS
from liqaa.ingest.extraction.frames import Frame, is_condition
from liqaa.ingest.extraction.knowledge import Knowledge
from liqaa.ingest.extraction.noun_status import is_future_verb, is_imperfect_verb
from liqaa.ingest.extraction.phrasebook import is_among
from liqaa.ontology.model import Status

# Distances in tokens: a trigger between date and event counts for several, and a vague date stands back.
_REACH = 40
_TRIGGER_BETWEEN = 6
_VAGUE = 4
_WEEK_KINDS = ("week", "weekend")
VAGUE_KINDS = ("year", "relative-year", "month", "relative-month", "season", *_WEEK_KINDS)
# Tokens between a noun and the adjective that says when it is to be.
_ADJECTIVES = 2
# How far a journey's day stands back behind the talks' own.
_LENT = 20
# Tokens from a day on in which a verb of speech follows it: "السبت، قال أ".
_SPEECH = 3
# Tokens before an event among which stands how long before or after it something else was.
_COUNTED = 5
# Tokens between "since" and the day.
_SINCE = 10
# How many days before its publication the news of an article happened at most.
NEWS_DAYS = 3


class Day(NamedTuple):
    """A date and the token range of its words; the date is None where they need that of the article.

    Attributes:
        date: the day of the event.
        words: the tokens that give it.
        shift: how many days before the one that the words give it lies, as a negative number.
    """

    date: str | None
    words: tuple[int, int]
    shift: int = 0

    def as_told(self) -> Day:
        """The day that the words give: of what happened on the third day of a visit."""
        if self.date is None or not self.shift:
            return self
        day = moved(date.fromisoformat(self.date), -self.shift)
        return Day(day.isoformat() if day else None, self.words)


class DayReader:
    """Chooses the date words of a frame."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.cues = knowledge.lexicon.cues
        self.dates = DateReader(knowledge)
        self.counted = CountedDays(knowledge)
        self._leading_on = self.cues.turns | self.cues.towards_plans | self.cues.pictures

    def written(self, clauses: Sequence[Clause], published: date) -> date:
        """The day an article was written, by what it calls today or yesterday: "اليوم الاثنين".

        Args:
            clauses: the article's sentences.
            published: the article's day, from which it differs where the article came out a day or two later.
        """
        days = {
            then
            for clause in clauses
            for mention in self.dates.read(clause.document, clause.sentence)
            if mention.kind == "near-weekday" and (day := mention.resolve(published, future=False))
            if (then := moved(date.fromisoformat(day), -mention.month))
        }
        told = min(days, default=published)
        return told if len(days) == 1 and 0 < (published - told).days <= NEWS_DAYS else published

    def read(self, frame: Frame, clause: Clause, status: Status) -> DateMention | None:
        """The date words nearest the trigger that date neither a statement nor another event."""
        mentions = self.dates.read(clause.document, clause.sentence)
        counted = self.counted.before(frame, clause, mentions)
        if counted is not None:
            return counted
        near: list[tuple[int, DateMention]] = []
        for mention in mentions:
            if (
                self._dates_statement(mention, frame, clause)
                or self._dates_another_thing(mention, frame, clause)
                or _is_said(mention, frame, clause)
                or _dates_journey(mention, frame, clause, status)
                or (status == "planned" and (mention.is_past or self._dates_deed(mention, frame, clause)))
                or (status == "occurred" and self._dates_plan(mention, frame, clause))
                or (status == "cancelled" and self._dates_cancellation(mention, frame, clause))
                or (status != "planned" and self._dates_awaited(mention, frame, clause))
            ):
                continue
            near.append((_distance(mention, frame, clause), mention))
        distance, nearest = min(near, key=lambda pair: pair[0], default=(_REACH, None))
        if nearest is None or distance >= _REACH:
            return None
        nearest = _beside(nearest, near, frame, clause)
        return self.counted.first_day(_of_week(nearest, near, frame, clause), frame, clause)

    def is_earlier(self, frame: Frame, clause: Clause) -> bool:
        """Whether a frame is told as what had happened before: "وكان أ التقى ب", "بعد أن التقى أ ب"."""
        words, first = clause.words, clause.sentence.first
        if frame.type in ("talks", "call") and self.told_as_other_time(frame, words):
            return True
        if words[first].removeprefix("و") not in self.cues.pluperfect or first >= frame.first:
            return False
        between = range(first + 1, frame.first)
        return not any(map(clause.is_boundary, between)) and (
            not frame.rule.endswith("-noun") or "قد" in (words[t] for t in between)
        )

    def told_as_other_time(self, frame: Frame, words: list[str]) -> bool:
        """Whether the frame is what something else came after: "بعد أن التقى".

        Args:
            frame: the frame.
            words: those of its sentence's document.
        """
        return any(word in self.cues.other_time for word in words[max(0, frame.first - 2) : frame.first])

    def _dates_statement(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether the day is that on which somebody spoke, or one before or after which it happened."""
        words = clause.words
        bound = mention.first + 1 if mention.kind == "year" else mention.first  # "منذ عام 2003"
        start = frame.last if mention.first >= frame.last else clause.sentence.first
        opening = range(max(start, mention.first - 3), bound)
        if any(self._bounds(words, t) for t in opening if not frame.first <= t < frame.last):
            return True
        if self._begins_a_time(mention, clause):
            return True
        if mention.last > frame.first:
            between = range(max(frame.last, mention.first - 7), mention.first)
            return any(self.is_speech(words[t]) for t in between if t not in clause.inside)  # "قصر بيان"
        before = range(clause.sentence.first, min(mention.last + _SPEECH, frame.first))
        between = range(mention.last, frame.first)
        if any(self.is_speech(words[t]) for t in between[_SPEECH:] if t not in clause.inside):
            return True  # "رحبت الحكومة السبت بالخطة وقالت إن زيارة أ"
        spoken = any(self.is_speech(words[t]) for t in before)
        return spoken and any(
            words[t] in self.cues.conjunctions
            or words[t] == ":"
            or (words[t] == "عن" and t + 1 not in clause.inside)  # "كشف الأحد عن زيارة"
            for t in between
        )

    def _bounds(self, words: list[str], token: int) -> bool:
        """Whether a word only relates a day to what happened: "بعد الجمعة", not "بعد ظهر الجمعة"."""
        part = words[token + 1 : token + 2]
        return words[token] in self.cues.other_time and (
            not part or part[0].removeprefix("ال") not in self.dates.lists.parts_of_day
        )

    def _begins_a_time(self, mention: DateMention, clause: Clause) -> bool:
        """Whether the day is that since which something has been: "منذ تفجر الحرب يوم 7 أكتوبر"."""
        for token in range(mention.first - 1, max(clause.sentence.first, mention.first - _SINCE) - 1, -1):
            if clause.words[token] in COMMAS:
                return False
            if clause.words[token] in self.cues.since:
                return mention.kind in ("calendar", "month")
        return False

    def _dates_deed(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether the day before a plan is that of what is told as done: "اقترح أ الأحد لقاء ب"."""
        if mention.last > frame.first or mention.kind not in ("weekday", "near-weekday", "relative"):
            return False
        if mention.turn or (mention.kind == "relative" and mention.day > 0):
            return False
        before = [t for t in range(clause.sentence.first, mention.first) if t not in clause.inside]
        deeds = {h.first for h in clause.hits if h.form.trigger.id.endswith("-verb")}
        if before and is_among(clause.words[before[0]], self.cues.deciding):
            return True
        done = any(self.is_speech(clause.words[t]) or t in deeds for t in before)
        return done and not any(self._looks_ahead(clause.words[t]) for t in before)

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

    def _dates_cancellation(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether the day is that on which an event was called off: "ألغى أ الخميس القمة"."""
        if mention.last > frame.first or clause.words[mention.first - 1] == "الي":
            return False  # "أرجئت إلى 21 أبريل زيارة أ"
        before = range(clause.sentence.first, frame.first)
        off = [t for t in before if clause.words[t].lstrip("و") in self.cues.cancelled]
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
        for token in range(frame.last, mention.first - 1):
            if self._bounds(clause.words, token):
                return True
        leading = range(mention.last, frame.first)
        if is_condition(frame, clause) and mention.last < frame.first:
            return True  # "وصل الاثنين إلى أ على أن ينتقل إلى ب"
        if any(clause.words[t] in self._leading_on for t in leading):
            return True
        if mention.last < frame.first and (
            self.told_as_other_time(frame, clause.words) or self._is_counted_from(mention, frame, clause)
        ):
            return True
        between = range(frame.last + 2, mention.first)
        relatives = [t for t in between if clause.words[t] in clause.lists.relatives]
        if relatives and (
            _tells_of_journey(relatives[0], frame, clause)
            or self._tells_when_held(relatives[0], frame, clause)
        ):
            return False
        return bool(relatives) and not any(
            clause.words[t] in COMMAS for t in range(relatives[-1], mention.first)
        )

    def _is_counted_from(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether a day before or after an event is told by it: "الخميس، قبل أسابيع من اجتماع أ وب"."""
        words, near = clause.words, range(max(mention.last, frame.first - _COUNTED), frame.first - 1)
        return words[frame.first - 1] == "من" and any(is_among(words[t], self.cues.other_time) for t in near)

    def _tells_when_held(self, relative: int, frame: Frame, clause: Clause) -> bool:
        """Whether a relative clause tells when talks are: "القمة التي كان من المقرر أن تجمعه"."""
        after = clause.words[relative + 1 : relative + 4]
        plans = any(word in self.cues.planned or word.startswith(("ست", "سي")) for word in after)
        held = clause.words[relative + 1] in clause.knowledge.lexicon.events.taking_place
        return frame.type == "talks" and (plans or held) and not _is_of_another(relative, frame, clause)


def _is_said(mention: DateMention, frame: Frame, clause: Clause) -> bool:
    """Whether a day is in what is said where those who met speak: "قال في مؤتمر صحفي إن أ يصل غدا"."""
    if not frame.implied:
        return False
    return any(map(clause.is_boundary, range(frame.last, mention.first)))


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


def _dates_journey(mention: DateMention, frame: Frame, clause: Clause, status: Status) -> bool:
    """Whether the day is that of a journey on which talks are planned, or of a departure after them."""
    if frame.type == "visit" or mention.last > frame.first:
        return False
    travel = [
        h
        for h in clause.hits
        if h.form.trigger.type == "visit"
        and h.first < frame.first
        and not clause.words[h.first].startswith("ال")  # "اليوم الأول من الزيارة"
    ]
    nearer = [h for h in travel if abs(h.first - mention.first) < frame.first - mention.last]
    if nearer and _is_onward(frame, clause, nearer[-1]):
        return False
    left = [h for h in travel if h.form.trigger.pattern == "leave" and h.last <= mention.first]
    return any(not clause.hit_between(h.last, mention.first) for h in left) or any(
        status == "planned" or h.form.trigger.pattern == "leave" for h in nearer
    )


def _is_onward(frame: Frame, clause: Clause, journey: Hit) -> bool:
    """Whether a journey ahead leads right to talks: "سيتوجه أ الأحد إلى ب حيث سيلتقي ج"."""
    if clause.words[frame.first - 1] not in clause.lists.onward:
        return False
    verb = clause.words[journey.first].removeprefix("و")
    return journey.form.trigger.id.endswith("-verb") and (is_future_verb(verb) or is_imperfect_verb(verb))


def _beside(
    mention: DateMention, near: Sequence[tuple[int, DateMention]], frame: Frame, clause: Clause
) -> DateMention:
    """The date after a trigger instead of one cut off before it: "في لقاء الاثنين، وافق على قمة في أبريل"."""
    if mention.last > frame.first or not _is_cut_off(range(mention.last, frame.first), clause):
        return mention
    for _, other in sorted(near, key=lambda pair: pair[0]):
        between = range(frame.last, other.first)
        beside = other.first >= frame.last and not clause.hit_between(frame.last, other.first)
        if beside and not _is_cut_off(between, clause) and not any(map(clause.is_boundary, between)):
            return other
    return mention


def _is_cut_off(between: range, clause: Clause) -> bool:
    """Whether a comma outside mentions stands between a date and a trigger."""
    return any(clause.words[t] in COMMAS and t not in clause.inside for t in between)


def _of_week(
    mention: DateMention, near: Sequence[tuple[int, DateMention]], frame: Frame, clause: Clause
) -> DateMention:
    """The day that stands beside a week: "اجتماع هذا الأسبوع في أ في 30 تموز"."""
    if mention.kind not in _WEEK_KINDS:
        return mention
    for _, other in near:
        first, last = sorted((mention.first, other.first))
        aside = first < frame.first < last or clause.hit_between(first, last)
        if other.kind in ("calendar", "day") and not aside:
            return other
    return mention


def _distance(mention: DateMention, frame: Frame, clause: Clause) -> int:
    """How far date words stand from a trigger."""
    before = mention.last <= frame.first
    distance = frame.first - mention.last if before else mention.first - frame.last
    if before and any(_is_onward(frame, clause, h) for h in clause.hits if h.last <= mention.first):
        distance += _LENT
    for hit in clause.hits:
        if mention.last <= hit.first < frame.first or frame.last <= hit.first < mention.first:
            distance += _TRIGGER_BETWEEN
    return distance + (_VAGUE if mention.kind in VAGUE_KINDS else 0)


def lies_ahead(day: str | None, published: date | None) -> bool:
    """Whether a date, month or year is later than the article's."""
    return day is not None and published is not None and day > published.isoformat()[: len(day)]
