"""What is not yet held, so that it is still planned: "لم تنعقد القمة بين أ وب حتى الآن"."""

from __future__ import annotations

from itertools import pairwise

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among

# Words before a time up to which something is not held.
_UP_TO = ("حتي", "الي")
# Tokens before a noun among which stands that somebody hopes for what comes of its success.
_HOPED = 16


def is_not_yet_held(frame: Frame, clause: Clause) -> bool:
    """Whether a noun is the subject of a verb that denies that it has been held up to now.

    "أي" before it makes it no plan: "لم تعقد أي قمة بين أ وب حتى الآن".
    """
    words, lexicon, first = clause.words, clause.knowledge.lexicon, frame.first
    if not frame.rule.endswith("-noun") or first - clause.sentence.first < 2:
        return False
    held = lexicon.events.taking_place | lexicon.cues.coming_about
    if words[first - 1] not in held or words[first - 2].removeprefix("و") != "لم":
        return False
    after = [t for t in range(frame.last, clause.sentence.last) if t not in clause.inside]
    end = next((t for t in after if words[t] in COMMAS), clause.sentence.last)
    told = [words[t] for t in after if t < end and words[t].isalpha()]
    so_far = any(one in _UP_TO and other in lexicon.cues.so_far for one, other in pairwise(told))
    return so_far or told[-1:] == ["بعد"]


def is_hoped_to_succeed(frame: Frame, clause: Clause) -> bool:
    """Whether somebody hopes for what its success is to bring: "أمله في حل الأزمة من خلال نجاح القمة"."""
    words, cues, first = clause.words, clause.knowledge.lexicon.cues, clause.sentence.first
    if not frame.rule.endswith("-noun") or frame.first == first or words[frame.first - 1] not in cues.success:
        return False
    near = range(max(first, frame.first - _HOPED), frame.first - 1)
    return any(is_among(words[t], cues.hoping) for t in near if t not in clause.inside)
