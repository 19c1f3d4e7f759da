"""Periods: weeks and seasons, which give no day and keep that of something else from being taken."""

from __future__ import annotations

from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.text.knowledge import Knowledge


class PeriodReader:
    """Finds the words for a week, its end, or a season."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.lists = knowledge.lexicon.dates
        self.seasons = {word: month for month, words in self.lists.seasons.items() for word in words}

    def opens(self, word: str) -> bool:
        """Whether words for a period may begin here."""
        return word in self.lists.weeks or word in self.lists.week_ends or word in self.seasons

    def read(self, words: list[str], at: int, end: int) -> DateMention | None:
        """Such as "الأسبوع الماضي", "نهاية الأسبوع المقبل", "الأسبوع الثالث", "النصف الثاني", "هذا الصيف".

        Args:
            words: the folded words of the document.
            at: the token at which they begin.
            end: the token after the sentence.
        """
        return self._season(words, at, end) if words[at] in self.seasons else self._week(words, at, end)

    def _season(self, words: list[str], at: int, end: int) -> DateMention | None:
        """A season of this year, the last or the next; a season alone is none: "في الصيف"."""
        turn, last = self._turn(words, at + 1, end)
        this = words[at - 1] in self.lists.demonstratives if at else False
        if not this and last == at + 1:
            return None
        return DateMention(at, last, "season", month=self.seasons[words[at]], turn=turn)

    def _week(self, words: list[str], at: int, end: int) -> DateMention | None:
        week = at + (words[at] in self.lists.week_ends)
        if week >= end or words[week] not in self.lists.weeks:
            return None
        turn, last = self._turn(words, week + 1, end)
        last += last == week + 1 and last < end and words[last] in self.lists.week_ordinals
        return DateMention(at, last, "week" if week == at else "weekend", turn=turn)

    def _turn(self, words: list[str], at: int, end: int) -> tuple[int, int]:
        """Whether "last" (-1) or "next" (1) stands at a token, and the token after that or "this"."""
        after = words[at] if at < end else ""
        turn = -1 if after in self.lists.past else 1 if after in self.lists.next else 0
        return turn, at + (bool(turn) or after in self.lists.this)
