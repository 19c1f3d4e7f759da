"""Days: which of an article's dates is that of an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.days.counted_days import WHOLE_DAYS, CountedDays
from liqaa.ingest.extraction.days.date_mentions import DateMention, moved
from liqaa.ingest.extraction.days.dates import DateReader
from liqaa.ingest.extraction.days.dispatch_days import NEWS_DAYS, DispatchDays
from liqaa.ingest.extraction.days.journey_days import dates_an_earlier_stop, is_onward
from liqaa.ingest.extraction.days.other_days import OtherDays
from liqaa.ingest.extraction.status.withdrawn import PUT_OFF_TO
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ontology.model import Status

# Distances in tokens: a trigger between date and event counts for several, and a vague date stands back.
_REACH = 40
_TRIGGER_BETWEEN = 6
_VAGUE = 4
# Tokens from whom somebody meets to the day of that: "ب، في مايو".
_BESIDE = 2
# Tokens before a noun among which stands the verb that carries it.
_CARRIED = 6
WEEK_KINDS = ("week", "weekend")
VAGUE_KINDS = ("year", "relative-year", "month", "relative-month", "season", *WEEK_KINDS)
# Those of them to which nothing is put off that could be dated.
_SPANS = ("year", "relative-year", "season", *WEEK_KINDS)
# How far a journey's day stands back behind the talks' own.
_LENT = 20


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
        self.others = OtherDays(knowledge)
        self.dispatches = DispatchDays(self.dates)

    def written(self, clauses: Sequence[Clause], published: date) -> date:
        """The day an article was written, by its dateline or what it calls today: "اليوم الاثنين".

        Args:
            clauses: the article's sentences.
            published: the article's day, from which it differs where the article came out a day or two later.
        """
        sent = next((c for c in clauses if c.sentence.order < 0), None)
        dispatched = self.dispatches.day(sent.document, sent.sentence, published) if sent else None
        if dispatched is not None:
            return dispatched
        days = {
            then
            for clause in clauses
            for mention in self.dates.read(clause.document, clause.sentence)
            if mention.near is not None and (day := mention.resolve(published, future=False))
            if (then := moved(date.fromisoformat(day), -mention.near))
        }
        told = min(days, default=published)
        return told if len(days) == 1 and 0 < (published - told).days <= NEWS_DAYS else published

    def read(self, frame: Frame, clause: Clause, status: Status) -> DateMention | None:
        """The date words nearest the trigger that date neither a statement nor another event."""
        mentions = self._mentions(clause)
        counted = self.counted.begun(frame, clause, mentions) or self.counted.before(frame, clause, mentions)
        if counted is not None:
            return counted
        onward = self._of_further_land(frame, clause, mentions)
        if onward is not None:
            return onward
        own = (m for m in mentions if not self.others.tells(m, frame, clause, status))
        near = [(_distance(mention, frame, clause), mention) for mention in own]
        distance, nearest = min(near, key=lambda pair: pair[0], default=(_REACH, None))
        if nearest is None and status == "planned":
            return self.counted.ahead(frame, clause)
        if nearest is None or distance >= _REACH or dates_an_earlier_stop(nearest, frame, clause):
            return None
        nearest = (
            _at_place(frame, near)
            or _after_counterpart(frame, near, clause)
            or _set_for(near, frame, clause)
            or _of_further_verb(nearest, near, frame, clause)
            or _beside(nearest, near, frame, clause)
        )
        return self.counted.first_day(_of_week(nearest, near, frame, clause), frame, clause)

    def put_off_to(self, frame: Frame, clause: Clause) -> DateMention | None:
        """The day to which an event is put off, whatever it had: "زيارته المقررة الأربعاء حتى 10 مايو".

        Also where both days read like one span: "أجل زيارته من الأربعاء إلى السبت".

        Args:
            frame: the event.
            clause: its sentence.
        """
        told = (m for m in self._mentions(clause) if m.first > frame.last and m.kind not in _SPANS)
        for mention in told:
            if clause.words[mention.first - 1] in PUT_OFF_TO:
                return mention
            within = range(mention.first, mention.last)
            to = next((t for t in within if clause.words[t] in PUT_OFF_TO), None)
            if to is not None and clause.words[mention.first - 1] == "من":
                rest = replace(clause.sentence, first=to + 1)
                return next(iter(self.dates.read(clause.document, rest)), None)
        return None

    def _of_further_land(
        self, frame: Frame, clause: Clause, mentions: Sequence[DateMention]
    ) -> DateMention | None:
        """The day right after a further land to which a sentence turns: "يزور أ الخميس ثم ب الجمعة"."""
        led = clause.words[frame.place.first - 2 : frame.place.first] if frame.place else []
        if self.cues.turns.isdisjoint(led):
            return None
        return _at_place(frame, [(0, mention) for mention in mentions])

    def _mentions(self, clause: Clause) -> list[DateMention]:
        """The date words of a sentence; those that go back to a day told before mean that one."""
        names = [m.name for m in clause.cast.mentions if m.sentence == clause.sentence.index and m.name]
        here = self.dates.read(clause.document, clause.sentence)
        # "لويجي دي مايو": no month
        here = [m for m in here if not any(name[0] <= m.first and m.last <= name[1] for name in names)]
        return [self._told_before(m, here, clause) if m.kind == "told" else m for m in here]

    def _told_before(self, mention: DateMention, here: list[DateMention], clause: Clause) -> DateMention:
        """Words such as "في اليوم نفسه" with the day that was told last before them."""
        before = [m for m in here if m.last <= mention.first and m.kind in WHOLE_DAYS]
        for sentence in reversed(clause.document.sentences[: clause.sentence.index]):
            if before or sentence.section is not clause.sentence.section:
                break
            before = [m for m in self.dates.read(clause.document, sentence) if m.kind in WHOLE_DAYS]
        if not before:
            return mention
        told = before[-1]
        return replace(told, first=mention.first, last=mention.last, shift=told.shift + mention.day)

    def is_earlier(self, frame: Frame, clause: Clause) -> bool:
        """Whether a frame is told as what had happened before: "وكان أ التقى ب", "بعد أن التقى أ ب"."""
        words, first = clause.words, clause.sentence.first
        if frame.type in ("talks", "call") and self.others.told_as_other_time(frame, words):
            return True
        if words[first].removeprefix("و") not in self.cues.pluperfect or first >= frame.first:
            return False
        between = range(first + 1, frame.first)
        return not any(map(clause.is_boundary, between)) and (
            not frame.rule.endswith("-noun") or "قد" in (words[t] for t in between)
        )


def _at_place(frame: Frame, near: Sequence[tuple[int, DateMention]]) -> DateMention | None:
    """The day right after the land of a visit, one of several: "يزور أ الخميس وب الجمعة"."""
    at = frame.place.last if frame.type == "visit" and frame.place is not None else -1
    return next((mention for _, mention in near if mention.first == at), None)


def _after_counterpart(
    frame: Frame, near: Sequence[tuple[int, DateMention]], clause: Clause
) -> DateMention | None:
    """The day right after whom somebody meets, one of several: "يلتقي أ ب الخميس وج الجمعة"."""
    end = max((f.mention.last for f in frame.fillers), default=-1)
    days = sorted((mention for _, mention in near if mention.first >= frame.last), key=lambda m: m.first)
    after = next((day for day in days if 0 <= day.first - end <= _BESIDE), None)
    own = {f.entity for f in frame.fillers}
    others = [a.last for a in clause.arguments if a.entity and a.entity.index not in own]
    met = [last for last in others if frame.last < last <= end]
    earlier = any(last <= day.first and day.last <= end for day in days for last in met)
    return after if earlier and frame.type != "visit" else None


def _set_for(near: Sequence[tuple[int, DateMention]], frame: Frame, clause: Clause) -> DateMention | None:
    """The day for which a noun is said to be set, whatever day stands before: "القمة المقررة في أ يوم 12"."""
    for _, mention in near:
        between = range(frame.last, mention.first)
        if mention.kind in VAGUE_KINDS or not frame.rule.endswith("-noun"):
            continue
        if clause.hit_between(frame.last, mention.first) or any(map(clause.is_boundary, between)):
            continue
        if any(clause.words[t] in clause.knowledge.lexicon.cues.awaited for t in between):
            return mention
    return None


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


def _of_further_verb(
    mention: DateMention, near: Sequence[tuple[int, DateMention]], frame: Frame, clause: Clause
) -> DateMention | None:
    """The day after a further verb instead of that of the one before it: "يزور أ الجمعة ويلتقي ب السبت"."""
    if not _opens_with_and(frame, clause) or mention.last > frame.first:
        return None
    if not clause.hit_between(clause.sentence.first, mention.first):
        return None
    after = sorted((other for _, other in near if other.first >= frame.last), key=lambda m: m.first)
    for other in after[:1]:
        between = range(frame.last, other.first)
        own = not clause.hit_between(frame.last, other.first) and not any(map(clause.is_boundary, between))
        if own and other.kind not in VAGUE_KINDS and not _is_cut_off(between, clause):
            return other
    return None


def _opens_with_and(frame: Frame, clause: Clause) -> bool:
    """Whether a verb that "and" is written onto states an event or carries its noun: "وأجرى محادثات"."""
    words = clause.words
    if frame.rule.endswith("-verb"):
        return words[frame.first].startswith("و")
    near = range(frame.first - 1, max(clause.sentence.first, frame.first - _CARRIED) - 1, -1)
    carries = (t for t in near if t not in clause.inside and clause.knowledge.light_verb(words[t]))
    return words[next(carries, frame.first)].startswith("و")


def _is_cut_off(between: range, clause: Clause) -> bool:
    """Whether a comma outside mentions stands between a date and a trigger."""
    return any(clause.words[t] in COMMAS and t not in clause.inside for t in between)


def _of_week(
    mention: DateMention, near: Sequence[tuple[int, DateMention]], frame: Frame, clause: Clause
) -> DateMention:
    """The day that stands beside a week: "اجتماع هذا الأسبوع في أ في 30 تموز"."""
    if mention.kind not in WEEK_KINDS:
        return mention
    for _, other in near:
        first, last = sorted((mention.first, other.first))
        aside = first < frame.first < last or clause.hit_between(first, last)
        if other.kind in ("calendar", "hijri", "day") and not aside:
            return other
    return mention


def _distance(mention: DateMention, frame: Frame, clause: Clause) -> int:
    """How far date words stand from a trigger."""
    before = mention.last <= frame.first
    distance = frame.first - mention.last if before else mention.first - frame.last
    if before and any(is_onward(frame, clause, h) for h in clause.hits if h.last <= mention.first):
        distance += _LENT
    for hit in clause.hits:
        if mention.last <= hit.first < frame.first or frame.last <= hit.first < mention.first:
            distance += _TRIGGER_BETWEEN
    return distance + (_VAGUE if mention.kind in VAGUE_KINDS else 0)


def lies_ahead(day: str | None, published: date | None) -> bool:
    """Whether a date, month or year is later than the article's."""
    return day is not None and published is not None and day > published.isoformat()[: len(day)]
