"""Dispatch days: the day on which an agency sent an article, by its dateline: "الدوحة في 11 مارس /قنا/"."""

from __future__ import annotations

from datetime import date

from liqaa.ingest.extraction.days.dates import DateReader
from liqaa.ingest.extraction.text.document import Document, Sentence
from liqaa.ontology.folding import ascii_digits

# How many days before its publication the news of an article happened at most.
NEWS_DAYS = 3
# Kinds of dates that tell a day and its month.
_OF_MONTH = ("calendar", "hijri")
# A day and a month that only a dash parts: "الكويت - 11 - 3 (كونا)".
_PARTED = 3


class DispatchDays:
    """Reads the day of a dateline, which "today" means in an article that came out later."""

    def __init__(self, dates: DateReader) -> None:
        self.dates = dates

    def day(self, document: Document, dateline: Sentence, published: date) -> date | None:
        """The day that a dateline gives, one to three days before the article's; else None.

        Args:
            document: the article.
            dateline: what stands before its first sentence.
            published: the article's day.
        """
        found = (m for m in self.dates.read(document, dateline) if m.kind in _OF_MONTH)
        told = [day for m in found if (day := m.resolve(published, future=False))]
        words = [ascii_digits(word) for word in document.words[dateline.first : dateline.last]]
        days = [date.fromisoformat(told[-1])] if told else _in_numbers(words, published)
        return next((day for day in days if 0 < (published - day).days <= NEWS_DAYS), None)


def _in_numbers(words: list[str], published: date) -> list[date]:
    """The day and month, in numbers, of the article's year or the one before."""
    for at in range(len(words) - _PARTED + 1):
        day, dash, month = words[at : at + _PARTED]
        if dash == "-" and day.isdecimal() and month.isdecimal():
            return [d for year in (published.year, published.year - 1) if (d := _day(year, month, day))]
    return []


def _day(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None
