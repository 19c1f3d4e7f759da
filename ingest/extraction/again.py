"""Again: events told as a further one of those who met: "سيعقدان لقاء آخر", "جولة جديدة من المحادثات"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses import Clause
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.knowledge import Knowledge, phrases

# Tokens before a noun among which stands the round it is of: "جولة جديدة من المحادثات".
_ROUND = 3
# Tokens after a verb, those who take part aside, among which "once more" stands.
_ONCE_MORE = 8


class FurtherEvents:
    """Tells the events that are a further one."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.another = knowledge.lexicon.cues.another
        self.once_more = phrases(knowledge.lexicon.cues.once_more)

    def tells(self, frame: Frame, clause: Clause) -> bool:
        """Whether the words of an event tell that those who take part have met or come before.

        Args:
            frame: an event.
            clause: its sentence.
        """
        words, first, last = clause.words, clause.sentence.first, clause.sentence.last
        if frame.rule.endswith("-noun"):
            rounds = range(max(first, frame.first - _ROUND), frame.first - 1)
            of_round = any(words[t] in self.another and words[t + 1] == "من" for t in rounds)
            return of_round or (frame.last < last and words[frame.last] in self.another)
        outside = [t for t in range(frame.last, last) if t not in clause.inside][:_ONCE_MORE]
        ends = next((t for t in outside if clause.is_boundary(t)), last)
        return any(t < ends and self.once_more.match(words, t, clitics=False) for t in outside)
