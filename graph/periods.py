"""Dates as reports give them: a year, a month or a day."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=50_000)
def period_of(text: str | None) -> tuple[date, date] | None:
    """First and last day of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None for anything else."""
    parts = (text or "").split("-")
    try:
        year, *rest = (int(part) for part in parts)
        if not rest:
            return date(year, 1, 1), date(year, 12, 31)
        month = rest[0]
        if len(rest) == 1:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return (date(year, month, rest[1]),) * 2 if len(rest) == 2 else None
    except ValueError:
        return None


def day_of(text: str | None) -> date | None:
    """The day that ``YYYY-MM-DD`` names; None for a month, a year or no date."""
    period = period_of(text)
    return period[0] if period and period[0] == period[1] else None


def days_later(day: date, days: int) -> date:
    """A day some days later, or earlier when they are below 0, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
