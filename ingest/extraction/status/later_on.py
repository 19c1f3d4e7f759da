"""Later on: events that are still to come: "تفاصيل زيارة أ إلى ب في وقت لاحق هذا العام"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame

# Tokens after those who take part among which "later" stands, and from there to the time that is meant.
_NEAR, _TIME = 5, 3


def is_later_on(frame: Frame, clause: Clause) -> bool:
    """Whether a noun of contact is told to be later in the time that goes on.

    Args:
        frame: the event.
        clause: its sentence.
    """
    words, cues, last = clause.words, clause.knowledge.lexicon.cues, clause.sentence.last
    before = words[frame.first - 1] if frame.first > clause.sentence.first else ""
    if not frame.rule.endswith("-noun") or before in cues.during | cues.after:
        return False
    ends = [f.mention.last for f in frame.fillers if frame.last <= f.mention.first < last]
    start = max([frame.last, *ends])
    later = next((t for t in range(start, min(start + _NEAR, last)) if words[t] in cues.later_on), None)
    if later is None or any(map(clause.is_boundary, range(start, later))):
        return False
    return any(word in cues.going_on_times for word in words[later + 1 : min(later + 1 + _TIME, last)])
