"""Days: which of a sentence's dates is that of an event."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses import Clause
from liqaa.ingest.extraction.date_mentions import DateMention
from liqaa.ingest.extraction.dates import DateReader
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.knowledge import Knowledge
from liqaa.ontology.model import Status

# Distances in tokens: a trigger between date and event counts for several, and a vague date stands back.
_REACH = 40
_TRIGGER_BETWEEN = 6
_VAGUE = 4


class DayReader:
    """Chooses the date words of a frame."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.cues = knowledge.lexicon.cues
        self.dates = DateReader(knowledge)

    def read(self, frame: Frame, clause: Clause, status: Status) -> DateMention | None:
        """The date words nearest the trigger that date neither a statement nor another event."""
        near: list[tuple[int, DateMention]] = []
        for mention in self.dates.read(clause.document, clause.sentence):
            if self._dates_statement(mention, frame, clause) or _dates_journey(
                mention, frame, clause, status
            ):
                continue
            near.append((_distance(mention, frame, clause), mention))
        distance, nearest = min(near, key=lambda pair: pair[0], default=(_REACH, None))
        return nearest if distance < _REACH else None

    def _dates_statement(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        """Whether the day is that on which somebody spoke, or one before or after which it happened."""
        words = clause.words
        opening = range(max(clause.sentence.first, mention.first - 3), mention.first)
        if any(words[t] in self.cues.other_time for t in opening if not frame.first <= t < frame.last):
            return True
        if mention.last > frame.first:
            between = range(max(frame.last, mention.first - 7), mention.first)
            return any(words[t] in self.cues.speech for t in between)
        before = range(clause.sentence.first, mention.first + 1)
        between = range(mention.last, frame.first)
        spoken = any(words[t] in self.cues.speech for t in before)
        return spoken and any(words[t] in self.cues.conjunctions or words[t] == ":" for t in between)


def _dates_journey(mention: DateMention, frame: Frame, clause: Clause, status: Status) -> bool:
    """Whether the day is that of a journey on which talks are planned, or of a departure after them."""
    if frame.type == "visit" or mention.last > frame.first:
        return False
    travel = [h for h in clause.hits if h.form.trigger.type == "visit" and h.first < frame.first]
    nearer = [h for h in travel if abs(h.first - mention.first) < frame.first - mention.last]
    return any(status == "planned" or h.form.trigger.pattern == "leave" for h in nearer)


def _distance(mention: DateMention, frame: Frame, clause: Clause) -> int:
    """How far date words stand from a trigger."""
    before = mention.last <= frame.first
    distance = frame.first - mention.last if before else mention.first - frame.last
    for hit in clause.hits:
        if mention.last <= hit.first < frame.first or frame.last <= hit.first < mention.first:
            distance += _TRIGGER_BETWEEN
    vague = mention.kind in ("year", "relative-year", "month", "relative-month")
    return distance + (_VAGUE if vague else 0)
