"""What reports of one event agree on: the majority, and always the same choice where they are tied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from liqaa.graph.periods import period_of
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Report, Salience, Status

Precision = str
"""day, month or year."""


def majority(values: Iterable[str | None]) -> str | None:
    """The value most often given, the smallest of those tied; None when none is given.

    Args:
        values: None and empty ones are not counted.
    """
    return commonest(Counter(value for value in values if value)) or None


def commonest(counts: Mapping[str, int]) -> str:
    """What is counted most often, the smallest of those tied; empty when nothing is."""
    return min(counts, key=lambda value: (-counts[value], value), default="")


def agreed_date(dates: Iterable[str | None]) -> tuple[date, date, Precision] | None:
    """First and last day an event may have been, from the most precise dates its reports give.

    Args:
        dates: ``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY`` or None of each report.

    Returns:
        Both ends and the precision, None when no report gives a date. Days outrank months, months years;
        among equally precise ones the majority counts, and the earliest of those tied.
    """
    given = [text for text in dates if text and period_of(text)]
    most = max((text.count("-") for text in given), default=0)
    text = majority(text for text in given if text.count("-") == most)
    period = period_of(text)
    return (*period, ("year", "month", "day")[most]) if period else None


def agreed_status(given: Collection[Status]) -> Status:
    """Occurred as soon as one report saw it happen, cancelled as soon as one says so, else planned.

    Later knowledge outranks earlier: ten announcements do not outvote one report of the meeting.
    """
    return "occurred" if "occurred" in given else "cancelled" if "cancelled" in given else "planned"


def agreed_salience(reports: Sequence[Report]) -> Salience:
    """Main as soon as one article reports it as news."""
    return "main" if any(report.salience == "main" for report in reports) else "background"


def agreed_place(reports: Sequence[Report]) -> tuple[str | None, str | None]:
    """Place and country: the country most often given, then the place most often given for it.

    Returns:
        The words of the place, None when only the country is known, and the country's code.
    """
    country = majority(report.place_country for report in reports)
    fitting = (report for report in reports if report.place_country in (country, None))
    return majority(report.place for report in fitting), country


def agreed_topics(reports: Sequence[Report]) -> list[str]:
    """The topics that at least half of the reports with topics give, sorted."""
    telling = [report.topics for report in reports if report.topics]
    counts = Counter(topic for topics in telling for topic in sorted(set(topics)))
    return sorted(topic for topic, n in counts.items() if 2 * n >= len(telling))


def disputed(reports: Sequence[Report]) -> list[str]:
    """The fields to which reports give values that cannot both be true, sorted.

    A month does not contradict a day in it, and no value none; a subtype ``other`` says nothing.
    """
    given: dict[str, Iterable[str | None]] = {
        "date": (report.date for report in reports if len(report.date or "") == len("YYYY-MM-DD")),
        "place": (fold(report.place or "") for report in reports),
        "place_country": (report.place_country for report in reports),
        "status": (report.status for report in reports),
        "subtype": (report.subtype for report in reports if report.subtype != "other"),
    }
    return [name for name, values in given.items() if len({value for value in values if value}) > 1]
