"""Days of publication: one written form, ``YYYY-MM-DD``, from what newspapers and pages write.

Only a full day that can be read one way is taken. A date says the day its writer saw: ``T23:30-05:00`` stays
on its day and is not carried over to another time zone's.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from liqaa.ontology.folding import ascii_digits, fold

FIRST_YEAR, LAST_YEAR = 1900, 2099  # outside lie Hijri years and placeholders such as 0001 and 9999
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|(\d{4})(\d{2})(\d{2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_IN_LINE = re.compile(
    r"(?<![\d/.:-])(?:(?P<y>\d{4})\s*(?P<s>[-/.])\s*(?P<m>\d{1,2})\s*(?P=s)\s*(?P<d>\d{1,2})"
    r"|(?P<a>\d{1,2})\s*(?P<t>[-/.])\s*(?P<b>\d{1,2})\s*(?P=t)\s*(?P<z>\d{4}))(?![\d/-]|\.\d)"
)
_ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ENGLISH_MONTH = (
    r"(?P<month>(?:" + "|".join(_ENGLISH) + r"))(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?"
)
_ENGLISH_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ENGLISH_DATES = (
    re.compile(rf"(?<!\d){_ENGLISH_DAY}[\s,-]+{_ENGLISH_MONTH}[\s,-]+(?P<year>\d{{4}})(?!\d)", re.I),
    re.compile(rf"(?<!\w){_ENGLISH_MONTH}\s+{_ENGLISH_DAY}\s*[,،]?\s+(?P<year>\d{{4}})(?!\d)", re.I),
)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u0640]")


def day_of(words: str) -> str:
    """The day a date names.

    Args:
        words: an ISO date or time (``2020-12-01T02:00:00+03:00``, ``20201201``, ``2020/12/1``), a day-first
            date that can not be month-first (``31/07/2015``), or day, month name and year in Arabic; the
            digits may be Arabic-Indic.

    Returns:
        ``YYYY-MM-DD``.

    Raises:
        ValueError: why the words name no single plausible day.
    """
    words = ascii_digits(_INVISIBLE.sub("", words)).strip()
    if found := _ISO.match(words):
        parts = [int(part) for part in found.group(1, 3, 4) if part] or [
            int(part) for part in found.group(5, 6, 7)
        ]
        return _day(*parts)
    if found := _DAY_FIRST.match(words):
        day, month, year = (int(found[group]) for group in (1, 3, 4))
        if day <= 12 and day != month:
            raise ValueError("it may be read day first or month first")
        return _day(year, month, day)
    if named := named_day(words):
        return named[0]
    raise ValueError("it is no full date")


def named_day(words: str) -> tuple[str, str] | None:
    """The first date with a month name in a line, and the line without it.

    ``الجمعة 8 فيفري 2019``, ``28 آب/اغسطس 2013``, ``ديسمبر 25, 2020``, ``Aug ٢٢, ٢٠١٧``. Of a double month
    the first name counts. An impossible day is no date.
    """
    words = ascii_digits(_INVISIBLE.sub("", words))
    for pattern in (*_patterns(), *_ENGLISH_DATES):
        for found in pattern.finditer(words):
            name = _folded(found["month"]).lower()
            month = _ENGLISH.index(name) + 1 if name in _ENGLISH else _months()[name]
            try:
                return _day(int(found["year"]), month, int(found["day"])), words[: found.start()] + words[
                    found.end() :
                ]
            except ValueError:
                continue
    return None


def day_in_line(words: str) -> tuple[str, str] | None:
    """The first date of a line, named or in digits, and the line without it.

    Digits with the year first are read as they stand. With the year last a weekday on the line decides
    between day and month (``الاثنين 8/5/2006`` is the eighth of May); without one, a date that can be read
    two ways is none. Years of the Hijra are outside what is a year here.
    """
    if named := named_day(words):
        return named
    words = ascii_digits(_INVISIBLE.sub("", words))
    for found in _IN_LINE.finditer(words):
        if found["y"]:
            ways = [(found["y"], found["m"], found["d"])]
        else:
            ways = [(found["z"], found["b"], found["a"]), (found["z"], found["a"], found["b"])]
            ways = ways[: 1 if found["t"] == "." else 2]  # nobody writes the month first with points
        days = {day for way in ways if (day := _possible(*map(int, way)))}
        if len(days) > 1 and (weekdays := _weekdays_in(words)):
            days = {day for day in days if date.fromisoformat(day).weekday() in weekdays}
        if len(days) == 1:
            return days.pop(), words[: found.start()] + words[found.end() :]
    return None


def without_date(words: str) -> str | None:
    """A line without its first date in digits, whichever day that is; None where it holds none."""
    words = ascii_digits(_INVISIBLE.sub("", words))
    found = _IN_LINE.search(words)
    return words[: found.start()] + words[found.end() :] if found else None


def _possible(year: int, month: int, day: int) -> str | None:
    try:
        return _day(year, month, day)
    except ValueError:
        return None


def _weekdays_in(words: str) -> set[int]:
    folded = set(fold(words).split())
    return {number for number, names in _weekdays().items() if folded & names}


def _day(year: int, month: int, day: int) -> str:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"the year {year} is outside {FIRST_YEAR} to {LAST_YEAR}")
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise ValueError("there is no such day") from None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Day, month, year; and month, day, year, as some content systems write it."""
    names = sorted(_months(), key=lambda name: (-len(name), name))
    name = "(?:" + "|".join(map(_spelled, names)) + r")(?!\w)"
    month = rf"(?P<month>{name})(?:\s*[/\\(-]\s*{name}\)?)?"
    return (
        re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?:من\s+)?[-/،,]?\s*{month}\s*[-/،,]?\s*(?P<year>\d{{4}})(?!\d)"
        ),
        re.compile(rf"(?<!\w){month}\s+(?P<day>\d{{1,2}})\s*[،,]?\s+(?P<year>\d{{4}})(?!\d)"),
    )


@cache
def _months() -> dict[str, int]:
    """Month names, folded, of the Gulf, the Levant and the Maghreb, with their numbers."""
    from liqaa.ontology import lexicon  # heavy, and most dates are written in digits

    months = lexicon.load().dates.months
    return {_folded(name): number for number, names in months.items() for name in names}


@cache
def _weekdays() -> dict[int, frozenset[str]]:
    """Names of the days of the week, folded; Monday is 0."""
    from liqaa.ontology import lexicon

    weekdays = lexicon.load().dates.weekdays
    return {number: frozenset(map(fold, names)) for number, names in weekdays.items()}


def hijri_months() -> tuple[str, ...]:
    """Names of the months of the Hijra, folded."""
    from liqaa.ontology import lexicon

    months = lexicon.load().dates.hijri_months
    return tuple(sorted({fold(name) for names in months.values() for name in names}, key=len, reverse=True))


def _folded(name: str) -> str:
    return " ".join(re.sub("[أإآ]", "ا", name).split())


def _spelled(name: str) -> str:
    """A folded name as a pattern of the ways it is written."""
    return name.replace("ا", "[اأإآ]").replace(" ", r"\s+")
