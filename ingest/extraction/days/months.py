"""Months and years: the words that give one, with what follows that tells which."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import Phrasebook
from liqaa.ontology.folding import ascii_digits

# The first year that a word for a year leads to; earlier ones are told of other things.
_FIRST_YEAR = 1945
_SLASHES = frozenset("/()-،")


class MonthReader:
    """Finds the words for a month or a year."""

    def __init__(self, knowledge: Knowledge) -> None:
        words = knowledge.lexicon.dates
        self.months = book_of(words.months)
        self.relative_months = book_of(words.relative_months)
        self.relative_years = book_of(words.relative_years)
        self.lists = words

    def month(self, words: list[str], at: int, end: int) -> DateMention | None:
        """A month that begins at a token: "مايو", "يونيو/حزيران المقبل", "الشهر الماضي"."""
        match = self.months.match(words, at)
        if match and match[1] <= end and match[0] in ("", "ل", "ب"):
            last = self.over_other_name(words, match[1], end, match[2])
            year, after = self.year_after(words, last, end)
            told = DateMention(at, after, "month", 0, match[2], year)
            if year is None:
                told = self.turned(told, words, end)
                if told.last == after < end and words[after] in self.lists.this:
                    told = replace(told, last=after + 1)
            untold = year is None and told.years is None and told.turn == 0
            if len(words[at]) <= 3 and untold and last == match[1]:
                return None  # آب, ماي and مارس stand for other words too
            return told
        relative = self.relative_months.match(words, at)
        if relative and relative[1] <= end:
            return DateMention(at, relative[1], "relative-month", 0, relative[2])
        return None

    def year(self, words: list[str], at: int, end: int) -> DateMention | None:
        """A year that begins at a token: "عام 2015", "العام الماضي"."""
        openers = self.lists.year_openers
        joined = words[at][1:] in openers and at + 1 < end
        named = joined and words[at + 1] in openers  # "وفي عام 2015" begins at "عام"
        if words[at] in openers and not named:
            year, last = self.year_after(words, at + 1, end) if at + 1 < end else (None, at)
            if year is not None and year >= _FIRST_YEAR:
                return DateMention(at, last, "year", 0, 0, year)
        relative = self.relative_years.match(words, at)
        if relative and relative[1] <= end:
            return DateMention(at, relative[1], "relative-year", 0, 0, relative[2])
        return None

    def turned(self, told: DateMention, words: list[str], end: int) -> DateMention:
        """A day or month with what follows it: "مارس الماضي", "15 مارس من العام الماضي"."""
        joined = told.last + (told.last + 1 < end and words[told.last] == "من")
        years = self.relative_years.match(words, joined, clitics=False) if joined < end else None
        if years and years.last <= end:
            return replace(told, last=years.last, years=years.value)
        turn, last = self.turn(words, told.last, end)
        return replace(told, last=last, turn=turn)

    def turn(self, words: list[str], at: int, end: int) -> tuple[int, int]:
        """Whether a word says "last" (-1) or "next" (1), and the token after it; 0 and the token itself."""
        if at < end and words[at] in self.lists.past:
            return -1, at + 1
        if at < end and words[at] in self.lists.next:
            return 1, at + 1
        return 0, at

    def over_other_name(self, words: list[str], at: int, end: int, month: int) -> int:
        """Over the second name of the same month: "يونيو/حزيران", "سبتمبر (أيلول)"."""
        here = at
        while here < end and words[here] in _SLASHES:
            here += 1
        match = self.months.match(words, here, clitics=False) if here < end else None
        if match and match[2] == month:
            here = match[1]
            return here + 1 if here < end and words[here] == ")" else here
        return at

    def year_after(self, words: list[str], at: int, end: int) -> tuple[int | None, int]:
        """The year after a month and the token after it; None and the token itself."""
        here = at
        while here < end and (words[here] in self.lists.year_joiners or words[here] in "،/-"):
            here += 1
        year = year_of(words[here].rstrip("م")) if here < end else None
        return (None, at) if year is None else (year, here + 1)


def book_of(words: dict[int, tuple[str, ...]]) -> Phrasebook[int]:
    """The phrasebook of numbered words, by their number."""
    book = Phrasebook[int]()
    for value, forms in words.items():
        for form in forms:
            book.add(form, value)
    return book


def year_of(word: str) -> int | None:
    """A year of our times in digits."""
    number = ascii_digits(word)
    return int(number) if len(number) == 4 and number.isdecimal() and 1900 <= int(number) <= 2100 else None
