"""When an event may have been, by what a report says of its day and its status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from liqaa.graph.periods import period_of
from liqaa.ontology.model import Report, Status

# Days around the article's own in which an event without a day may lie: papers tell what just was or what
# comes within the fortnight; of a meeting of persons all known by name they tell for longer.
_BEFORE = {"occurred": 7, "planned": 1, "cancelled": 7}
_BEFORE_NAMED = {"occurred": 10, "planned": 1, "cancelled": 10}
_AFTER = {"occurred": 1, "planned": 14, "cancelled": 14}
_AFTER_NAMED = {"occurred": 1, "planned": 45, "cancelled": 45}
# An article may be dated a day before or after the day it was written.
_LATE = timedelta(days=1)
_MONTH = 31
# What was last year is said so; an older year beside a noun is that of something else in the sentence.
_LAST_YEAR = 1


@dataclass(frozen=True, slots=True)
class Time:
    """When an event was or is to be.

    Attributes:
        status: status of the event.
        day: the day it is said to have been, None when no day is given.
        first: first day on which it may have been; the day itself when given.
        last: last such day; both None when nothing bounds it.
    """

    status: Status
    day: date | None
    first: date | None
    last: date | None


def time_of(report: Report, published: date | None, *, known: bool) -> Time:
    """When a report's event was.

    What is said of a later day than the article's is planned, and what is planned for an earlier day or month
    has been. A plan for a year gone by has its year from something else in the sentence. The day
    given to what was called off is as often the day of that as the day of the plan, unless it is yet to come.

    Args:
        report: the report.
        published: day of the article, None when unknown.
        known: whether every side is known by name.
    """
    said, status = period_of(report.date), report.status
    if said and published:
        if status == "occurred" and said[0] > published + _LATE:
            status = "planned"
        elif status == "planned" and said[1] < published - _LATE:
            yearly = "-" not in (report.date or "")
            said, status = (None, status) if yearly else (said, "occurred")
    if said and said[0] == said[1] and not (status == "cancelled" and published and said[0] <= published):
        return Time(status, *said, said[1])
    first, last = _window(said, status, published, known=known)
    return Time(status, None, first, last)


def time_of_news(status: Status, published: date) -> tuple[date, date]:
    """First and last day of what is news on a day, in papers that name the people."""
    return published - timedelta(days=_BEFORE_NAMED[status]), published + timedelta(days=_AFTER[status])


def is_of_another_time(said: str, published: date) -> bool:
    """Whether a date is a year that is neither the article's nor the one before.

    "On his visit he said that by 2024 …" tells of a visit at the time of its article.
    """
    period = period_of(said)
    yearly = period is not None and (period[1] - period[0]).days > _MONTH
    return period is not None and yearly and not 0 <= published.year - period[0].year <= _LAST_YEAR


def _window(
    said: tuple[date, date] | None, status: Status, published: date | None, *, known: bool
) -> tuple[date | None, date | None]:
    """First and last day on which an event without a day may have been; two None when nothing bounds them."""
    if published is None:
        return None, None
    if status == "cancelled" and said and said[0] == said[1]:
        said = None
    first = published - timedelta(days=(_BEFORE_NAMED if known else _BEFORE)[status])
    last = published + timedelta(days=(_AFTER_NAMED if known else _AFTER)[status])
    if said:
        yearly = (said[1] - said[0]).days > _MONTH
        if yearly and not known:
            return None, None  # a year tells too little of people who are not all known
        # A month that is named may be far from the article.
        if not yearly:
            first, last = (first, said[1]) if status == "planned" else (said[0], last)
        first, last = max(first, said[0]), min(last, said[1])
    return (first, last) if first <= last else (None, None)
