"""Dates: the words of a sentence that give a day, month or year."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from liqaa.ingest.extraction.days.chronicles import chronicled
from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.days.months import MonthReader, book_of, year_of
from liqaa.ingest.extraction.days.periods import PeriodReader
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES, Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge, phrases
from liqaa.ingest.extraction.text.phrasebook import KEPT_WORDS, readings
from liqaa.ontology.folding import ascii_digits

# Kinds of dates of which the evening is told; of a date in the calendar it is the eve.
_EVENING_KINDS = ("weekday", "near-weekday")
# Kinds of dates that tell a day and its month.
_OF_MONTH = ("calendar", "day")
_SPAN = ("الي", "-", "/", "حتي", "وحتي", "لغايه", "ولغايه", "و")
_NOUN_PATTERNS = ("noun", "visit-noun")
# The first year of which papers speak by its number alone.
_FIRST_YEAR = 1990
_MONTH_KINDS = ("month", "relative-month")
# "The day", folded, which alone is this one.
_DAY = "اليوم"
# A day of the Hijri year after which a city and a war are named.
_TENTH_OF_RAMADAN = (10, 9)
# Tokens before the last of a name in quotation marks among which it begins: «روسيا اليوم».
_NAME = 4
# Tokens after "or" among which the other month begins.
_OTHER_MONTH = 4


class DateReader:
    """Finds the date words of a sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        words = knowledge.lexicon.dates
        self.calendar = MonthReader(knowledge)
        self.hijri = book_of(words.hijri_months)
        self.weekdays = book_of(words.weekdays)
        self.days = book_of(words.relative_days)
        self.told_days = book_of(words.told_days)
        self.ordinals = book_of(words.ordinals)
        self.sooner = phrases(words.sooner)
        self.periods = PeriodReader(knowledge)
        self.lists = words
        self.relatives = knowledge.lexicon.syntax.relatives
        self.few = knowledge.lexicon.cues.few
        self.nouns = knowledge.triggers
        # Most words begin no date: what each may begin is looked up once.
        self._opens = lru_cache(maxsize=KEPT_WORDS)(self._may_open)

    def read(self, document: Document, sentence: Sentence) -> list[DateMention]:
        """All date words of a sentence, in order, none overlapping."""
        opening = chronicled(document.words, sentence)
        out = [opening] if opening else []
        at = opening.last if opening else sentence.first
        while at < sentence.last:
            opens = self._opens(document.words[at])
            found = self._at(document.words, at, sentence.last) if opens else None
            if found is None and opens and (at == sentence.first or document.words[at - 1] in COMMAS):
                found = self._weekday(document.words, at, sentence.last, at, clitic="و")
            if found:
                found = self._or_another(document.words, found, sentence.last)
                first = found.first
                bound = max(sentence.first, out[-1].last if out else 0)
                while first > bound and document.words[first - 1] in self.lists.parts_of_day:
                    first -= 1
                if first > bound and document.words[first - 1] in self.lists.evenings:
                    first -= found.kind in _EVENING_KINDS or found.is_past  # "عشية الأحد", "عشية أمس"
                out.append(replace(found, first=first))
                at = found.last
            elif opens and out and (same := self._same_month(document.words, at, sentence.last, out[-1])):
                out.append(same)
                at = same.last
            else:
                at += 1
        return out

    def _same_month(self, words: list[str], at: int, end: int, before: DateMention) -> DateMention | None:
        """A day of the month of the day named before: "في 3 مايو ... وفي 18 من الشهر نفسه"."""
        day, here = self._day_number(words, at)
        after, last = words[here : here + 2], here + 3
        if day is None or after != ["من", "الشهر"] or last > end or words[last - 1] not in self.lists.same:
            return None
        return replace(before, first=at, last=last, day=day) if before.kind in _OF_MONTH else None

    def _or_another(self, words: list[str], month: DateMention, end: int) -> DateMention:
        """One of two months, so that its year is told: "مايو أو مطلع يونيو", "يونيو أو قبل ذلك"."""
        other = month.last + 1
        if month.kind not in _MONTH_KINDS or other >= end or words[other - 1] not in self.lists.alternatives:
            return month
        for at in range(other, min(other + _OTHER_MONTH, end)):
            found, sooner = self.calendar.month(words, at, end), self.sooner.match(words, at, clitics=False)
            last = found.last if found else sooner[1] if sooner else end + 1
            if last <= end:
                return replace(month, last=last, either=True)
        return month

    def _may_open(self, word: str) -> bool:
        """Whether a date may begin at a word."""
        books = (
            self.calendar.months,
            self.weekdays,
            self.days,
            self.told_days,
            self.calendar.relative_months,
            self.calendar.relative_years,
            self.ordinals,
        )
        numbered = any(_number(stem) is not None or year_of(stem) for _, stem in readings(word))
        named = word in self.lists.year_openers or self.periods.opens(word)
        return numbered or named or any(book.opens(word) for book in books)

    def _at(self, words: list[str], at: int, end: int) -> DateMention | None:
        return (
            self._period(words, at, end)
            or self._in_numbers(words, at, end)
            or self._calendar(words, at, end)
            or self._told_day(words, at, end)
            or self._relative(words, at, end)
            or self._weekday(words, at, end, at)
            or self.calendar.month(words, at, end)
            or self.calendar.year(words, at, end)
            or self._year_of_meeting(words, at, end)
        )

    def _year_of_meeting(self, words: list[str], at: int, end: int) -> DateMention | None:
        """A year right after what was then: "اجتماع 2015 بين", "قمة 2016 التي"; not "اجتماع 2000 عضو"."""
        year = year_of(words[at])
        if year is None or year < _FIRST_YEAR or at == 0:
            return None
        held, after = self.nouns.match(words, at - 1), words[at + 1] if at + 1 < end else ""
        if held is None or held.last != at or held.value.trigger.pattern not in _NOUN_PATTERNS:
            return None
        goes_on = after in self.lists.after_years or not after.isalpha()
        return DateMention(at, at + 1, "year", year=year) if goes_on else None

    def _period(self, words: list[str], at: int, end: int) -> DateMention | None:
        """Such as "الأسبوع الماضي", and the month of "الأسبوع الأول من أبريل المقبل"."""
        period = self.periods.read(words, at, end)
        if period and period.last + 1 < end and words[period.last] == "من":
            named = period.last + 1 + (words[period.last + 1] == "شهر")
            month = self.calendar.month(words, named, end) if named < end else None
            return replace(month, first=at) if month else period
        return period

    def _calendar(self, words: list[str], at: int, end: int) -> DateMention | None:
        """Such as "23 تموز/يوليو 2015", "الرابع من يونيو", "12 من الشهر الجاري", "5 شوال 1436"."""
        day, here = self._day_number(words, at)
        if day is None or here >= end:
            return None
        if words[here] in self.lists.alternatives and here + 1 < end:
            other = self._calendar(words, here + 1, end)  # "في 30 أو 31 يوليو" gives the month
            return (
                replace(other, first=at, kind="month", day=0) if other and other.kind == "calendar" else None
            )
        if words[here] in ("من", "/", "-") and here + 1 < end:
            here += 1
        hijri = self.hijri.match(words, here, clitics=False)
        if hijri and hijri[1] <= end:
            return self._hijri(words, at, hijri[1], end, day, hijri[2])
        if words[here] == "شهر" and here + 1 < end:
            here += 1
        month = self.calendar.months.match(words, here, clitics=False)
        if month and month[1] <= end:
            last = self.calendar.over_other_name(words, month[1], end, month[2])
            year, last = self.calendar.year_after(words, last, end)
            told = DateMention(at, last, "calendar", day, month[2], year)
            return told if year is not None else self.calendar.turned(told, words, end)
        relative = self.calendar.relative_months.match(words, here, clitics=False)
        if relative and relative[1] <= end:
            return DateMention(at, relative[1], "day", day, relative[2])
        counted = words[here - 1] == "من" or words[here - 1].removeprefix("و").isdecimal()
        if words[here] in self.lists.this and counted:
            return DateMention(at, here + 1, "day", day)  # "في 20 الجاري", "يومي 20 و21 الجاري"
        return None

    def _in_numbers(self, words: list[str], at: int, end: int) -> DateMention | None:
        """Such as "2024/5/14", "30 / 7 / 2015م", "14 / 10 / 1436هـ الموافق 30 / 7 / 2015م"."""
        parts = words[at : min(end, at + 5)]
        if len(parts) < 5 or parts[1] not in ("/", "-") or parts[3] != parts[1]:
            return None
        month = _number(parts[2])
        if month is None or month > 12:
            return None
        for of_year, of_day in ((parts[0], parts[4]), (parts[4], parts[0])):
            year, day = year_of(of_year.rstrip("م")), _number(of_day)
            if year and day is not None:
                return DateMention(at, at + 5, "calendar", day, month, year)
        day = _number(parts[0])
        return self._hijri(words, at, at + 4, end, day, month) if day is not None else None

    def _day_number(self, words: list[str], at: int) -> tuple[int | None, int]:
        for _, stem in readings(words[at]):
            number = _number(stem)
            if number is not None:
                return number, self._over_range(words, at + 1)
        match = self.ordinals.match(words, at)
        if match:
            return match[2], self._over_range(words, match[1])
        return None, at

    def _over_range(self, words: list[str], at: int) -> int:
        """Past the last day of a span: "من 18 إلى 20 مارس", "الثاني والثالث من مايو" begin with the first."""
        if at + 1 < len(words) and words[at] in _SPAN and _number(words[at + 1]) is not None:
            return at + 2
        if at < len(words) and words[at][0] == "و" and _number(words[at][1:]) is not None:
            return at + 1  # "يومي 4 و5 أبريل"
        if at + 1 < len(words) and words[at] in _SPAN:
            later = self.ordinals.match(words, at + 1, clitics=False)
            return later[1] if later else at  # "من الأول إلى الثالث من أبريل"
        later = self.ordinals.match(words, at) if at < len(words) and words[at].startswith("وال") else None
        return later[1] if later else at

    def _hijri(
        self, words: list[str], at: int, last: int, end: int, day: int, month: int
    ) -> DateMention | None:
        from hijridate import Hijri

        number = ascii_digits(words[last]).rstrip("ه") if last < end else ""
        if not (number.isdecimal() and 1343 <= int(number) <= 1500):
            return None if number.isdecimal() else self._of_any_year(words, at, last, end, day, month)
        try:
            civil = Hijri(int(number), month, day).to_gregorian()
        except (OverflowError, ValueError):
            return None
        after = last + 1
        if after < end and words[after] in ("هـ", "ه"):
            after += 1
        return DateMention(at, after, "calendar", civil.day, civil.month, civil.year)

    def _of_any_year(
        self, words: list[str], at: int, last: int, end: int, day: int, month: int
    ) -> DateMention | None:
        """A Hijri day without its year, and the civil one that is given for it: "5 شوال الموافق 14 أبريل"."""
        if (day, month) == _TENTH_OF_RAMADAN:
            return None
        if last + 1 < end and words[last] in self.lists.corresponding:
            civil = self._calendar(words, last + 1, end)
            return replace(civil, first=at) if civil else None
        return DateMention(at, last, "hijri", day, month)

    def _told_day(self, words: list[str], at: int, end: int) -> DateMention | None:
        """The day that the text told before, or the one after it: "في اليوم نفسه", "في اليوم التالي"."""
        match = self.told_days.match(words, at)
        if match is None or match.last > end or match.clitic not in ("", "و", "ل"):
            return None
        if match.last < end and words[match.last] in self.relatives:
            return None  # "في اليوم نفسه الذي أعلن فيه"
        return DateMention(at, match.last, "told", match.value)

    def _relative(self, words: list[str], at: int, end: int) -> DateMention | None:
        match = self.days.match(words, at)
        if match is None or match[1] > end or match[0] not in ("", "و", "ل"):
            return None
        last = match[1]
        if last < end and words[last] in self.lists.same:
            return None  # "in the same day" points back
        named = words[last - 1] == _DAY and last < end and words[last] in self.lists.days_of  # "اليوم الوطني"
        ended = last < end and words[last] in self.lists.week_ordinals  # "في اليوم الأخير من زيارته"
        if named or ended or (last < end and self.ordinals.match(words, last, clitics=False)):
            return None  # "في اليوم الثاني من زيارته"
        if self._ends_name(words, at, last, end):
            return None  # «روسيا اليوم»
        counted = last + (last < end and words[last] in self.few)
        if words[at] == "قبل" and counted < end and words[counted] == "من":
            return None  # "قبل يومين من القمة", "قبل يومين فقط من القمة"
        if words[at] == "الغد" and last < end and words[last].isalpha() and at and words[at - 1] == "حزب":
            return None
        here = last
        while here < end and words[here] in ("(", "،") and here - last < 2:
            here += 1
        weekday = self._weekday(words, here, end, at) if here < end else None
        if weekday and weekday.kind in _OF_MONTH:
            return replace(weekday, near=match.value)  # "اليوم الاثنين 4 ديسمبر"
        hijri = weekday is not None and weekday.kind == "hijri"  # "اليوم الثلاثاء 2 رمضان"
        if weekday and weekday.turn == 0 and not hijri:
            last = weekday.last + (1 if weekday.last < end and words[weekday.last] == ")" else 0)
            return DateMention(at, last, "near-weekday", weekday.day, near=match.value)
        last = weekday.last if weekday and hijri else last  # lands differ by a day of the moon's
        return DateMention(at, last, "relative", match[2])

    def _ends_name(self, words: list[str], at: int, last: int, end: int) -> bool:
        """Whether a word ends a name in quotation marks, not the words before a quotation."""
        closed = words[at] in self.lists.ending_names and last < end and words[last] in QUOTES
        return closed and any(word in QUOTES for word in words[max(0, at - _NAME) : at])

    def _weekday(
        self, words: list[str], at: int, end: int, first: int, clitic: str = ""
    ) -> DateMention | None:
        """Such as "مساء الأحد الماضي", "الخميس 16 مايو"; "والأحد" only where a clause begins with it."""
        match = self.weekdays.match(words, at, clitics=bool(clitic))
        if match is None or match.last > end or match.clitic != clitic:
            return None
        last = match[1]
        here = self._over_weekdays(words, last, end)
        if (
            here == last
            and at
            and words[at] in self.lists.also_two
            and words[at - 1] in self.lists.before_two
        ):
            return None  # "الاجتماع الأول بين الاثنين"
        if here + 1 < end and words[here] == ")":
            here += self.calendar.turn(words, here + 1, end)[0] != 0  # "(الأربعاء) الماضي"
        turn, here = self.calendar.turn(words, here, end)
        calendar_day = self._day_beside(words, here, end)
        if calendar_day:
            return replace(calendar_day, first=first)
        return DateMention(first, self._over_weekdays(words, here, end), "weekday", match[2], turn=turn)

    def _over_weekdays(self, words: list[str], at: int, end: int) -> int:
        """Past the later ones of several weekdays: "الأحد والاثنين", "ليل الأحد الاثنين"."""
        here = at
        while here < end:
            after = here + (words[here] in _SPAN and here + 1 < end)
            after += after > here and words[after] in self.lists.parts_of_day and after + 1 < end
            match = self.weekdays.match(words, after)
            if match is None or match.last > end or match.clitic not in ("", "و"):
                break
            here = match.last
        return here

    def _day_beside(self, words: list[str], at: int, end: int) -> DateMention | None:
        """The day that a weekday is: "الخميس 16 مايو", "(الخميس) الموافق 16 مايو", "الخميس، 16 مايو"."""
        here = at
        for marks in (")", "،(", self.lists.corresponding):
            here += here + 1 < end and words[here] in marks
        if here >= end:
            return None
        return self._in_numbers(words, here, end) or self._calendar(words, here, end)


def _number(word: str) -> int | None:
    """A day of the month in digits."""
    number = ascii_digits(word).removeprefix("ال")
    return int(number) if number.isdecimal() and len(number) <= 2 and 1 <= int(number) <= 31 else None
