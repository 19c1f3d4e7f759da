"""Promises: what somebody promises, and so is to come: "وعد أ ب بزيارة ج", "تعهد أ بعقد لقاء مع ب"."""

from __future__ import annotations

from itertools import islice

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.phrasebook import is_among

# Words before what is promised among which the verb stands, whoever promises and is promised left out.
_NEAR = 3


def is_promised(frame: Frame, clause: Clause) -> bool:
    """Whether somebody promises an event or its holding.

    Args:
        frame: an event that a noun states.
        clause: its sentence.
    """
    cues, words, at = clause.knowledge.lexicon.cues, clause.words, frame.first
    held = at > clause.sentence.first and words[at - 1].removeprefix("ب") in cues.holding
    at -= held and words[at - 1].startswith("ب")
    outside = (t for t in range(at - 1, clause.sentence.first - 1, -1) if t not in clause.inside)
    near = (words[t] for t in islice(outside, _NEAR))
    return words[at].startswith("ب") and any(is_among(word, cues.promising) for word in near)
