"""Dates: the words of a sentence that give a day, month or year, resolved against the article's day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from liqaa.ingest.extraction.document import Document, Sentence
from liqaa.ingest.extraction.knowledge import Knowledge
from liqaa.ingest.extraction.phrasebook import Phrasebook, readings

_SLASHES = frozenset("/()-،")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

Kind = Literal["day", "weekday", "relative", "month", "relative-month", "year", "relative-year", "calendar"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that give a date, not yet resolved.

    Attributes:
        first: index of the first token.
        last: index after the last token.
        kind: what the words give.
        day: day of the month, or offset in days, or weekday (Monday 0).
        month: month, or offset in months.
        year: year, or offset in years; None where not given.
        turn: -1 for "last", 1 for "next", 0 for neither.
    """

    first: int
    last: int
    kind: Kind
    day: int = 0
    month: int = 0
    year: int | None = None
    turn: int = 0

    def resolve(self, published: date | None, future: bool) -> str | None:
        """The date as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; None when it can not be told.

        Args:
            published: the article's day.
            future: whether the event lies ahead, which turns an open weekday or month forward.
        """
        if self.kind == "calendar" and self.year is not None:
            return _iso(self.year, self.month, self.day)
        if self.kind == "month" and self.year is not None:
            return f"{self.year:04d}-{self.month:02d}"
        if self.kind == "year" and self.year is not None:
            return f"{self.year:04d}"
        if published is None:
            return None
        try:
            return self._against(published, future)
        except (OverflowError, ValueError):
            return None  # an article dated at the calendar's end has no day before or after

    def _against(self, published: date, future: bool) -> str | None:
        if self.kind == "relative":
            return (published + timedelta(days=self.day)).isoformat()
        if self.kind == "weekday":
            return self._weekday(published, future).isoformat()
        if self.kind == "calendar":
            return self._nearest_day(published, future)
        if self.kind == "month":
            return self._nearest_month(published, future)
        if self.kind == "day":
            year, month = _shift(published, self.month)
            return _iso(year, month, self.day)
        if self.kind == "relative-month":
            year, month = _shift(published, self.month)
            return f"{year:04d}-{month:02d}"
        return f"{published.year + (self.year or 0):04d}"

    def _weekday(self, published: date, future: bool) -> date:
        back = (published.weekday() - self.day) % 7
        if self.turn < 0:
            return published - timedelta(days=back or 7)
        if self.turn > 0:
            return published + timedelta(days=(7 - back) % 7 or 7)
        return published + timedelta(days=(7 - back) % 7) if future else published - timedelta(days=back)

    def _nearest_day(self, published: date, future: bool) -> str | None:
        """The year that brings the day nearest; of a plan, the next such day."""
        days = [
            date.fromisoformat(iso)
            for year in (published.year - 1, published.year, published.year + 1)
            if (iso := _iso(year, self.month, self.day)) and (not future or iso >= published.isoformat())
        ]
        return min(days, key=lambda d: abs((d - published).days)).isoformat() if days else None

    def _nearest_month(self, published: date, future: bool) -> str:
        """The year that brings the month nearest; "last" and "next" decide, and a plan lies ahead."""
        ahead = (self.month - published.month) % 12
        if self.turn < 0 or (self.turn == 0 and not future and ahead > 5):
            ahead -= 12 if ahead else 0
        year = published.year + (published.month - 1 + ahead) // 12
        return f"{year:04d}-{self.month:02d}"


def _over_range(words: list[str], at: int) -> int:
    """Past the last day of a span: "من 18 إلى 20 مارس" begins on the 18th."""
    joined = at + 1 < len(words) and words[at] in ("الي", "-", "حتي")
    if joined and words[at + 1].translate(_DIGITS).isdigit():
        return at + 2
    return at


def _iso(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(max(1, min(year, 9998)), month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _shift(published: date, months: int) -> tuple[int, int]:
    count = published.year * 12 + published.month - 1 + months
    return count // 12, count % 12 + 1


class DateReader:
    """Finds the date words of a sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        words = knowledge.lexicon.dates
        self.months = _book(words.months)
        self.hijri = _book(words.hijri_months)
        self.weekdays = _book(words.weekdays)
        self.days = _book(words.relative_days)
        self.relative_months = _book(words.relative_months)
        self.relative_years = _book(words.relative_years)
        self.ordinals = _book(words.ordinals)
        self.lists = words

    def read(self, document: Document, sentence: Sentence) -> list[DateMention]:
        """All date words of a sentence, in order, none overlapping."""
        out: list[DateMention] = []
        at = sentence.first
        while at < sentence.last:
            found = self._at(document.words, at, sentence.last)
            if found:
                first = found.first
                while (
                    first > sentence.first
                    and document.words[first - 1] in self.lists.parts_of_day
                    and first > (out[-1].last if out else 0)
                ):
                    first -= 1
                out.append(
                    DateMention(first, found.last, found.kind, found.day, found.month, found.year, found.turn)
                )
                at = found.last
            else:
                at += 1
        return out

    def _at(self, words: list[str], at: int, end: int) -> DateMention | None:
        return (
            self._calendar(words, at, end)
            or self._relative(words, at, end)
            or self._weekday(words, at, end, at)
            or self._month(words, at, end)
            or self._year(words, at, end)
        )

    def _calendar(self, words: list[str], at: int, end: int) -> DateMention | None:
        """Such as "23 تموز/يوليو 2015", "الرابع من يونيو", "12 من الشهر الجاري", "5 شوال 1436"."""
        day, here = self._day_number(words, at)
        if day is None or here >= end:
            return None
        if words[here] in ("من", "/", "-") and here + 1 < end:
            here += 1
        hijri = self.hijri.match(words, here, clitics=False)
        if hijri and hijri[1] <= end:
            return self._hijri(words, at, hijri[1], end, day, hijri[2])
        if words[here] == "شهر" and here + 1 < end:
            here += 1
        month = self.months.match(words, here, clitics=False)
        if month and month[1] <= end:
            last = self._other_name(words, month[1], end, month[2])
            year, last = self._year_after(words, last, end)
            return DateMention(at, last, "calendar", day, month[2], year)
        relative = self.relative_months.match(words, here, clitics=False)
        if relative and relative[1] <= end:
            return DateMention(at, relative[1], "day", day, relative[2])
        return None

    def _day_number(self, words: list[str], at: int) -> tuple[int | None, int]:
        for clitic, stem in readings(words[at]):
            number = stem.translate(_DIGITS).removeprefix("ال")
            if number.isdigit() and len(number) <= 2 and 1 <= int(number) <= 31:
                return int(number), _over_range(words, at + 1)
            if clitic not in ("", "و", "ب", "ل"):
                continue
        match = self.ordinals.match(words, at)
        if match:
            return match[2], match[1]
        return None, at

    def _hijri(
        self, words: list[str], at: int, last: int, end: int, day: int, month: int
    ) -> DateMention | None:
        from hijridate import Hijri

        number = words[last].translate(_DIGITS).rstrip("ه") if last < end else ""
        if not (number.isdigit() and 1343 <= int(number) <= 1500):
            return None
        try:
            civil = Hijri(int(number), month, day).to_gregorian()
        except (OverflowError, ValueError):
            return None
        after = last + 1
        if after < end and words[after] in ("هـ", "ه"):
            after += 1
        return DateMention(at, after, "calendar", civil.day, civil.month, civil.year)

    def _other_name(self, words: list[str], at: int, end: int, month: int) -> int:
        """Over the second name of the same month: "يونيو/حزيران", "سبتمبر (أيلول)"."""
        here = at
        while here < end and words[here] in _SLASHES:
            here += 1
        match = self.months.match(words, here, clitics=False) if here < end else None
        if match and match[2] == month:
            here = match[1]
            return here + 1 if here < end and words[here] == ")" else here
        return at

    def _year_after(self, words: list[str], at: int, end: int) -> tuple[int | None, int]:
        here = at
        while here < end and (words[here] in self.lists.year_joiners or words[here] in "،/-"):
            here += 1
        number = words[here].translate(_DIGITS).rstrip("م") if here < end else ""
        if number.isdigit() and len(number) == 4 and 1900 <= int(number) <= 2100:
            return int(number), here + 1
        return None, at

    def _relative(self, words: list[str], at: int, end: int) -> DateMention | None:
        match = self.days.match(words, at)
        if match is None or match[1] > end or match[0] not in ("", "و", "ل"):
            return None
        last = match[1]
        if words[at] == "الغد" and last < end and words[last].isalpha() and at and words[at - 1] == "حزب":
            return None
        here = last
        while here < end and words[here] in ("(", "،") and here - last < 2:
            here += 1
        weekday = self._weekday(words, here, end, at) if here < end else None
        if weekday and weekday.turn == 0:
            last = weekday.last + (1 if weekday.last < end and words[weekday.last] == ")" else 0)
            return DateMention(at, last, "weekday", weekday.day, turn=1 if match[2] > 0 else 0)
        return DateMention(at, last, "relative", match[2])

    def _weekday(self, words: list[str], at: int, end: int, first: int) -> DateMention | None:
        match = self.weekdays.match(words, at, clitics=False)
        if match is None or match[1] > end:
            return None
        last = match[1]
        here = last
        while here < end and words[here].startswith("و") and self.weekdays.match(words, here):
            here += 1
        turn = 0
        if here < end and words[here] in self.lists.past:
            turn, here = -1, here + 1
        elif here < end and words[here] in self.lists.next:
            turn, here = 1, here + 1
        calendar_day = self._calendar(words, here, end) if here < end else None
        if calendar_day is None and here + 1 < end and words[here] in ("،", "("):
            calendar_day = self._calendar(words, here + 1, end)
        if calendar_day:
            return DateMention(
                first,
                calendar_day.last,
                calendar_day.kind,
                calendar_day.day,
                calendar_day.month,
                calendar_day.year,
            )
        return DateMention(first, here, "weekday", match[2], turn=turn)

    def _month(self, words: list[str], at: int, end: int) -> DateMention | None:
        match = self.months.match(words, at)
        if match and match[1] <= end and match[0] in ("", "ل", "ب"):
            last = self._other_name(words, match[1], end, match[2])
            year, after = self._year_after(words, last, end)
            turn = 0
            if year is None and after < end:
                if words[after] in self.lists.past:
                    turn, after = -1, after + 1
                elif words[after] in self.lists.next:
                    turn, after = 1, after + 1
                elif words[after] in self.lists.this:
                    after += 1
            short = len(words[at]) <= 3
            if short and year is None and turn == 0 and last == match[1]:
                return None  # آب, ماي and مارس stand for other words too
            return DateMention(at, after, "month", 0, match[2], year, turn)
        relative = self.relative_months.match(words, at)
        if relative and relative[1] <= end:
            return DateMention(at, relative[1], "relative-month", 0, relative[2])
        return None

    def _year(self, words: list[str], at: int, end: int) -> DateMention | None:
        if words[at] in self.lists.year_openers:
            year, last = self._year_after(words, at + 1, end) if at + 1 < end else (None, at)
            if year is not None and year > 1989:
                return DateMention(at, last, "year", 0, 0, year)
        relative = self.relative_years.match(words, at)
        if relative and relative[1] <= end:
            return DateMention(at, relative[1], "relative-year", 0, 0, relative[2])
        return None


def _book(words: dict[int, tuple[str, ...]]) -> Phrasebook[int]:
    book = Phrasebook[int]()
    for value, forms in words.items():
        for form in forms:
            book.add(form, value)
    return book
