"""Past days: those before the article's own, on which a journey told in the imperfect has begun."""

from __future__ import annotations

from datetime import date

from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.days.date_mentions import DateMention

# Kinds of dates that give the number of a day in its month, which is no weekday's to come.
_NUMBERED = ("calendar", "hijri", "day")
# What goes on for days, so that the imperfect tells of it as present.
_STAYS = ("visit-verb", "visit-noun")


def is_begun(frame: Frame, when: DateMention | None, day: str | None, published: date | None) -> bool:
    """Whether a journey's day of a month is gone: "يقوم أ من 11 مارس بزيارة", told the day after.

    Args:
        frame: the event.
        when: the words of its date.
        day: what they give.
        published: the article's day.
    """
    numbered = when is not None and when.kind in _NUMBERED and frame.rule in _STAYS
    if not numbered or day is None or published is None:
        return False
    return day < published.isoformat()
