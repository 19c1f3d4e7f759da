"""Date mentions: what date words give, resolved against the article's day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Kind = Literal[
    "day",
    "week",
    "weekend",
    "season",
    "weekday",
    "near-weekday",
    "relative",
    "told",
    "month",
    "relative-month",
    "year",
    "relative-year",
    "calendar",
    "hijri",
]

# A plan without a year is for no day or month further ahead, else it is told afterwards: "كان مقررا في مايو".
_PLANNED_DAYS = 270
_PLANNED_MONTHS = 8


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
        shift: days to add to the day that the words give: -1 of what was the day before it.
        either: the month is one of two, so that only the year is told.
        years: years from the article's to that of a day or month, None where its words tell none.
        near: days from the article's to the day as another word tells it: "أمس الاثنين", "غدا 5 مايو".
    """

    first: int
    last: int
    kind: Kind
    day: int = 0
    month: int = 0
    year: int | None = None
    turn: int = 0
    shift: int = 0
    either: bool = False
    years: int | None = None
    near: int | None = None

    @property
    def is_past(self) -> bool:
        """Whether the words themselves tell a time gone by: "yesterday", "last Friday", "last month"."""
        if self.years is not None:
            return self.years < 0
        offset = {"relative": self.day, "relative-month": self.month}.get(self.kind, self.near or 0)
        return offset < 0 or self.turn < 0

    def resolve(self, published: date | None, future: bool) -> str | None:
        """The date as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; None when it can not be told.

        Args:
            published: the article's day.
            future: whether the event lies ahead, which turns an open weekday or month forward.
        """
        told = self._resolve(published, future)
        if self.either and told is not None:
            return told[: len("2024")]
        if not self.shift or told is None or len(told) < len("2024-03-12"):
            return told
        day = moved(date.fromisoformat(told), self.shift)
        return day.isoformat() if day else None

    def _resolve(self, published: date | None, future: bool) -> str | None:
        if self.kind == "calendar" and self.year is not None:
            return _iso(self.year, self.month, self.day)
        if self.kind == "month" and self.year is not None:
            return f"{self.year:04d}-{self.month:02d}"
        if self.kind == "year" and self.year is not None:
            return f"{self.year:04d}"
        if published is None:
            return None
        if self.years is not None:
            return replace(self, year=published.year + self.years, years=None)._resolve(published, future)
        try:
            return self._against(published, future)
        except (OverflowError, ValueError):
            return None  # an article dated at the calendar's end has no day before or after

    def _against(self, published: date, future: bool) -> str | None:
        if self.kind in ("told", "week", "weekend"):
            return self._weekend(published, future) if self.kind == "weekend" else None
        if self.kind == "relative":
            return (published + timedelta(days=self.day)).isoformat()
        if self.kind == "near-weekday":
            near = published + timedelta(days=self.near or 0)
            return (near + timedelta(days=(self.day - near.weekday() + 3) % 7 - 3)).isoformat()
        if self.kind == "weekday":
            return self._weekday(published, future).isoformat()
        if self.kind in ("calendar", "hijri"):
            return self._nearest_day(published, future)
        if self.kind in ("month", "season"):
            nearest = self._nearest_month(published, future)
            return nearest if self.kind == "month" else nearest[:4]
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

    def _weekend(self, published: date, future: bool) -> str | None:
        """The month of the days from Friday to Sunday, where that is one; "next" may mean either of two."""
        ahead = self.turn > 0 or (self.turn == 0 and future)
        sunday = published + timedelta(days=6 - published.weekday() if ahead else -1 - published.weekday())
        until = sunday + timedelta(days=7 * (self.turn > 0))
        months = {day.isoformat()[:7] for day in (sunday - timedelta(days=2), until)}
        return months.pop() if len(months) == 1 else None

    def _nearest_day(self, published: date, future: bool) -> str | None:
        """The year that brings the day nearest; of a plan, the next such day unless that is far off."""
        days = self._hijri_days(published) if self.kind == "hijri" else self._days(published)
        turned = [day for day in days if (day - published).days * self.turn > 0]
        days = turned or days  # "15 أغسطس الماضي"
        ahead = [day for day in days if future and 0 <= (day - published).days <= _PLANNED_DAYS]
        return min(ahead or days, key=lambda d: abs((d - published).days)).isoformat() if days else None

    def _days(self, published: date) -> list[date]:
        """The day in the article's year, and in those before and after it."""
        told = (_iso(published.year + by, self.month, self.day) for by in (-1, 0, 1))
        return [date.fromisoformat(iso) for iso in told if iso]

    def _hijri_days(self, published: date) -> list[date]:
        """The same of a day of the Hijri year."""
        from hijridate import Gregorian, Hijri

        days = []
        for by in (-1, 0, 1):
            try:
                year = Gregorian.fromdate(published).to_hijri().year + by
                civil = Hijri(year, self.month, self.day).to_gregorian()
            except (OverflowError, ValueError):
                continue
            days.append(date(civil.year, civil.month, civil.day))
        return days

    def _nearest_month(self, published: date, future: bool) -> str:
        """The year that brings the month nearest; "last" and "next" decide, and a plan lies ahead."""
        ahead = (self.month - published.month) % 12
        if self.turn < 0 or (self.turn == 0 and ahead > (_PLANNED_MONTHS if future else 5)):
            ahead -= 12 if ahead else 0
        year = published.year + (published.month - 1 + ahead) // 12
        return f"{year:04d}-{self.month:02d}"


def in_the_past(mention: DateMention) -> DateMention | None:
    """A month told without its year as the last such: "التقاه في نوفمبر"; None for other date words."""
    dated = mention.kind == "month" and mention.year is None and mention.years is None
    return replace(mention, turn=-1) if dated and not mention.turn else None


def _iso(year: int, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(max(1, min(year, 9998)), month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _shift(published: date, months: int) -> tuple[int, int]:
    count = published.year * 12 + published.month - 1 + months
    return count // 12, count % 12 + 1


def moved(day: date, by: int) -> date | None:
    """The day so many days later, or earlier where negative; None beyond the calendar's ends."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None
