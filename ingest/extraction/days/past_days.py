"""Past days: those before the article's own, on which what is told in the imperfect has begun."""

from __future__ import annotations

from datetime import date

from liqaa.ingest.extraction.days.date_mentions import DateMention

# Kinds of dates that give the number of a day in its month, which is no weekday's to come.
_NUMBERED = ("calendar", "hijri", "day")


def is_day_gone(when: DateMention | None, day: str | None, published: date | None) -> bool:
    """Whether a day of a month is before the article's: "يقوم أ من 11 مارس بزيارة", told the day after.

    Args:
        when: the words of the date.
        day: what they give.
        published: the article's day.
    """
    if when is None or when.kind not in _NUMBERED or day is None or published is None:
        return False
    return day < published.isoformat()
