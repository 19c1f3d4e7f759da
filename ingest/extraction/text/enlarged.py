"""Enlarged sessions: that talks went on with, or were held before, the delegations of both sides.

It is no meeting of its own, and papers put it between talks and with whom: "جلسة مباحثات ثنائية أعقبتها
جلسة موسعة ضمت وفدي البلدين مع أ". A sentence is read on as if it had not been written.
"""

from __future__ import annotations

from liqaa.ingest.extraction.text.document import COMMAS, Document
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Tokens of what tells of it.
_LONGEST = 14


def enlarged(document: Document, knowledge: Knowledge) -> set[int]:
    """The tokens that tell how talks were enlarged, before "with" and who the counterpart is.

    Args:
        document: the article.
        knowledge: the lexicon, compiled.
    """
    events, words, out = knowledge.lexicon.events, document.words, set[int]()
    for at in range(1, len(words) - 2):
        if words[at] not in events.enlarging:
            continue
        near = range(at + 1, min(at + _LONGEST, len(words) - 1))
        end = next((t for t in near if words[t] not in events.enlarged and words[t] not in COMMAS), at)
        if words[end] == "مع" and any(word in events.sides_present for word in words[at:end]):
            out.update(range(at - (words[at - 1] in COMMAS), end))
    return out
