"""Weeks: words that give no day, and so keep the day of something else from being taken for it."""

from __future__ import annotations

from liqaa.ingest.extraction.date_mentions import DateMention
from liqaa.ingest.extraction.knowledge import Knowledge


class WeekReader:
    """Finds the words for a week or its end."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.lists = knowledge.lexicon.dates

    def opens(self, word: str) -> bool:
        """Whether words for a week may begin here."""
        return word in self.lists.weeks or word in self.lists.week_ends

    def read(self, words: list[str], at: int, end: int) -> DateMention | None:
        """Such as "الأسبوع الماضي", "نهاية الأسبوع المقبل", "الأسبوع الثالث".

        Args:
            words: the folded words of the document.
            at: the token at which they begin.
            end: the token after the sentence.
        """
        week = at + (words[at] in self.lists.week_ends)
        if week >= end or words[week] not in self.lists.weeks:
            return None
        after = words[week + 1] if week + 1 < end else ""
        turn = -1 if after in self.lists.past else 1 if after in self.lists.next else 0
        last = week + 1 + (bool(turn) or after in self.lists.this or after in self.lists.week_ordinals)
        return DateMention(at, last, "week" if week == at else "weekend", turn=turn)
