"""Participles of going, whose tense is that of the verb before them: "يغادر أ اليوم متوجها إلى ب"."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.phrasebook import is_among


def by_its_verb(frame: Frame, clause: Clause) -> Frame:
    """A frame that a participle tells as the verb of going before it does, else the frame itself.

    Args:
        frame: a visit.
        clause: its sentence.
    """
    if not is_among(clause.words[frame.first], clause.knowledge.lexicon.events.participles):
        return frame
    gone = (h for h in clause.hits if h.form.trigger.pattern == "leave" and h.last <= frame.first)
    verb = next((h for h in gone if h.form.trigger.id.endswith("-verb")), None)
    return replace(frame, first=verb.first, last=verb.last) if verb is not None else frame
