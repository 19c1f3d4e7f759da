"""News: the day that an article's first sentences give of what they tell, where theirs gives none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.subjects import subject_of
from liqaa.ingest.extraction.days.date_mentions import DateMention, moved
from liqaa.ingest.extraction.days.days import VAGUE_KINDS, Day, DayReader
from liqaa.ingest.extraction.days.dispatch_days import NEWS_DAYS
from liqaa.ingest.extraction.text.document import QUOTES
from liqaa.ingest.extraction.text.phrasebook import is_among

# How many sentences after the lead still tell its news.
_REACH = 3
# Tokens from a day or a verb of speech on in which stands what was said.
_SAID = 6
# Tokens before an event in which stands that something was said during it.
_DURING = 3


class News(NamedTuple):
    """The day of the news that a section opens with, and the index of the sentence that tells it."""

    day: Day
    lead: int


class NewsReader:
    """Finds the day of what an article's first sentences tell."""

    def __init__(self, days: DayReader) -> None:
        self.days = days
        self.cues, self.others = days.cues, days.others

    def read(self, frame: Frame, section: Sequence[Clause], published: date | None) -> News | None:
        """The day of the news that a section opens with, where its lead is about one of a frame's people.

        Or of what was said, of the event at which it was: "قال أ الأحد إن. جاء ذلك خلال لقائه ب".

        Args:
            frame: the frame, which has taken place.
            section: the sentences of its section.
            published: the article's day.
        """
        body = [c for c in section if not c.sentence.title and c.sentence.order >= 0]
        if not body or published is None or frame.sentence > body[0].sentence.index + _REACH:
            return None
        clause = next((c for c in body if c.sentence.index == frame.sentence), None)
        said_at = clause is not None and self._is_occasion(frame, clause)
        if clause is not None and said_at and self._tells_where_said(clause):
            told = (c for c in reversed(body) if c.sentence.index < frame.sentence)
            spoken = self._tells_of_sayings(clause)
            given = ((c, d) for c in told for d in self._days(c, published, spoken))
            return next((News(day, c.sentence.index) for c, day in given), None)
        lead = body[0]
        if subject_of(lead) not in set(frame.entities()) or self.others.told_as_other_time(frame, lead.words):
            return None
        days = self._days(lead, published, spoken=said_at)
        return next((News(day, lead.sentence.index) for day in days), None)

    def _is_occasion(self, frame: Frame, clause: Clause) -> bool:
        """Whether a sentence says first during what something was said: "وقال أ خلال لقائه ب"."""
        words, first = clause.words, clause.sentence.first
        where = self._tells_where_said(clause)
        opens = where or self.others.is_speech(words[first])
        said_on = self.cues.during | (self.cues.after if where else frozenset())
        during = [t for t in range(first, frame.first) if is_among(words[t], said_on)]
        near = during[:1] == during[-1:] != [] and frame.first - during[0] <= _DURING
        said = any(words[t] in self.cues.conjunctions for t in range(first, frame.first))
        return opens and not said and (near or (words[frame.first - 1] == "في" and not during))

    def _tells_where_said(self, clause: Clause) -> bool:
        """Whether a sentence tells where it was said what stands before it: "وأدلى أ بتصريحاته خلال"."""
        words, first, lists = clause.words, clause.sentence.first, clause.lists
        if is_among(words[first], lists.came | lists.uttering):
            return True
        after = (t for t in range(first + 1, clause.sentence.last) if t not in clause.inside)
        speaks = words[next(after, first)] in lists.speaking
        return speaks and words[first].removeprefix("و") in self.cues.pluperfect

    def _tells_of_sayings(self, clause: Clause) -> bool:
        """Whether a sentence tells where something was said, not where it was done: "وجاء الإفراج خلال"."""
        words, first = clause.words, clause.sentence.first
        came = is_among(words[first], clause.lists.came)
        return not came or words[first + 1] in clause.lists.sayings

    def _days(self, clause: Clause, published: date, spoken: bool = True) -> Iterator[Day]:
        """The days shortly before publication that a sentence gives.

        Args:
            clause: the sentence.
            published: the article's day.
            spoken: whether those on which something was said count.
        """
        earliest = moved(published, -NEWS_DAYS) or date.min
        for mention in self.days.dates.read(clause.document, clause.sentence):
            before = range(max(clause.sentence.first, mention.first - 3), mention.first)
            if mention.kind in VAGUE_KINDS or any(clause.words[t] in self.cues.other_time for t in before):
                continue
            if not spoken and self._is_of_speech(mention, clause):
                continue
            day = mention.resolve(published, future=False)
            if day and earliest.isoformat() <= day <= published.isoformat():
                yield Day(day, (mention.first, mention.last))

    def _is_of_speech(self, mention: DateMention, clause: Clause) -> bool:
        """Whether a day is that on which something was said: "ذكرت الوكالة، الخميس، أن أ قبل الدعوة"."""
        words, first, last = clause.words, clause.sentence.first, clause.sentence.last
        spoken = range(first, min(mention.last + _SAID, last))
        if not any(self.others.is_speech(words[t]) for t in spoken if t not in clause.inside):
            return False
        said = range(mention.last, min(mention.last + _SAID, last))
        return any(words[t] in self.cues.conjunctions or words[t] in QUOTES or words[t] == ":" for t in said)
