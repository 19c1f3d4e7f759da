"""Counted days: what is told from another day, as the day after it or the last of three."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.days.date_mentions import DateMention, Kind
from liqaa.ingest.extraction.days.months import book_of
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import Phrasebook

WHOLE_DAYS = ("calendar", "hijri", "day", "weekday", "near-weekday", "relative")
# Tokens between a day and what is counted from it, and from an event to how long it took.
_BESIDE = 2
_LENGTH_REACH = 14
# Tokens from "which he began" to the day.
_BEGUN_REACH = 3
# Days from which on a plan is counted from today; "a day later" is told of a story.
_SEVERAL = 2
# Tokens of "in the third and last day of" before an event.
_ORDINAL_REACH = 5


class CountedDays:
    """Finds the day of an event from that of something else."""

    def __init__(self, knowledge: Knowledge) -> None:
        words = knowledge.lexicon.dates
        self.lists = words
        self.ordinals = book_of(words.ordinals)
        self.days = book_of(words.lengths_in_days)
        self.lengths: tuple[tuple[Kind, Phrasebook[int]], ...] = (
            ("relative", self.days),
            ("relative-month", book_of(words.lengths_in_months)),
        )

    def before(self, frame: Frame, clause: Clause, mentions: Sequence[DateMention]) -> DateMention | None:
        """The day of what something else came after: "بعد يومين من القمة", "الأربعاء غداة زيارته".

        Args:
            frame: the event.
            clause: its sentence.
            mentions: the date words of the sentence.
        """
        words, at = clause.words, frame.first
        if words[at - 1 : at] and words[at - 1] in self.lists.day_after:
            told = [m for m in mentions if m.last < at and m.kind in WHOLE_DAYS]
            return replace(told[-1], shift=-1) if told else None
        if at - 3 < clause.sentence.first or words[at - 1] not in ("من", "علي") or _is_series(words[at]):
            return None
        for begin in range(at - 2, max(clause.sentence.first, at - 4), -1):
            for kind, book in self.lengths:
                match = book.match(words, begin, clitics=False)
                if match and match.last == at - 1 and words[begin - 1].removeprefix("و") == "بعد":
                    base = _beside(begin - 1, mentions)
                    if base and kind == "relative":
                        return replace(base, shift=-match.value)  # "في 13 يونيو بعد يوم من لقائه"
                    days, months = (-match.value, 0) if kind == "relative" else (0, -match.value)
                    return DateMention(begin - 1, at - 1, kind, days, months)
        return None

    def begun(self, frame: Frame, clause: Clause, mentions: Sequence[DateMention]) -> DateMention | None:
        """The day on which a visit is said to have begun: "اختتم اليوم زيارة إلى أ بدأها الأحد".

        Args:
            frame: the event.
            clause: its sentence.
            mentions: the date words of the sentence.
        """
        if frame.rule != "visit-noun":
            return None
        for token in range(frame.last, clause.sentence.last):
            if clause.words[token].removeprefix("و") in self.lists.beginning_it:
                after = (m for m in mentions if 0 < m.first - token <= _BEGUN_REACH)
                return None if clause.hit_between(frame.last, token) else next(after, None)
        return None

    def ahead(self, frame: Frame, clause: Clause) -> DateMention | None:
        """The day of a plan, counted from the article's: "سيلتقي أ ب بعد يومين", not "بعد يومين من القمة".

        Args:
            frame: a planned event.
            clause: its sentence.
        """
        words, end = clause.words, clause.sentence.last
        for token in range(frame.last, min(frame.last + _LENGTH_REACH, end - 1)):
            match = self.days.match(words, token + 1, clitics=False) if words[token] == "بعد" else None
            if match is None or match.value < _SEVERAL or token in clause.inside:
                continue
            counted = match.last < end and words[match.last] in ("من", "علي")
            aside = counted or clause.hit_between(frame.last, token)
            return None if aside else DateMention(token, match.last, "relative", match.value)
        return None

    def first_day(self, mention: DateMention, frame: Frame, clause: Clause) -> DateMention:
        """The first day of an event of several, where the words give a later one."""
        if mention.kind not in WHOLE_DAYS:
            return mention
        passed = (self._ordinal(frame, clause) or self._length(frame, clause) or 1) - 1
        return replace(mention, shift=mention.shift - passed)

    def _ordinal(self, frame: Frame, clause: Clause) -> int | None:
        """Which day of an event is told: "في اليوم الثالث والأخير من زيارته"."""
        words, at = clause.words, frame.first
        if at == clause.sentence.first or words[at - 1] != "من":
            return None
        for token in range(at - 3, max(clause.sentence.first, at - _ORDINAL_REACH) - 1, -1):
            match = self.ordinals.match(words, token + 1, clitics=False) if words[token] == "اليوم" else None
            if match:
                return match.value
        return None

    def _length(self, frame: Frame, clause: Clause) -> int | None:
        """How many days an event took that ends on the day: "أنهى السبت محادثات دامت ثلاثة أيام"."""
        words, end = clause.words, clause.sentence.last
        before = range(clause.sentence.first, frame.first)
        if not any(words[t].removeprefix("و") in self.lists.ending_verbs for t in before):
            return None
        for token in range(frame.last, min(frame.last + _LENGTH_REACH, end - 1)):
            match = self.days.match(words, token + 1, clitics=False)
            if match and words[token] in self.lists.lasting:
                return match.value
            led = self.days.match(words, token)
            if led and led.clitic == "ل":
                return led.value  # "أنهى السبت زيارة لثلاثة أيام"
        return None


def _beside(token: int, mentions: Sequence[DateMention]) -> DateMention | None:
    """The whole day that ends just before a token."""
    near = (m for m in mentions if 0 <= token - m.last <= _BESIDE and m.kind in WHOLE_DAYS)
    return next(near, None)


def _is_series(word: str) -> bool:
    """Whether a word is a definite plural, of which there were as many days: "بعد يومين من الاجتماعات"."""
    return word.startswith("ال") and word.endswith("ات")
