"""What is told of an event and is said to be untrue: "لا صحة لما تردد عن زيارة أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.phrasebook import Phrasebook, readings

# Words between what is told of an event and the event: "ما نشر عن لقاء", "ما راج من لقاء".
ABOUT = frozenset(("عن", "بشان", "حول", "من"))


def is_untrue(frame: Frame, clause: Clause, untrue: Phrasebook[bool]) -> bool:
    """Whether a sentence says that what is told of an event, or that there was one, is untrue.

    Args:
        frame: the event.
        clause: its sentence.
        untrue: phrases that say so.
    """
    words, begun = clause.words, _begun(frame, clause)
    if begun <= clause.sentence.first:
        return False
    said = (t for t in range(clause.sentence.first, clause.sentence.last) if t not in clause.inside)
    found = [match for t in said if (match := untrue.match(words, t))]
    if words[begun - 1] == "ان":
        return any(match.last == begun - 1 for match in found)  # "ليس صحيحا أن أ التقى ب"
    between = (words[t] for t in range(clause.sentence.first, begun) if t not in clause.inside)
    rumours = clause.knowledge.lexicon.cues.rumours
    rumoured = any(stem in rumours for word in between for _, stem in readings(word))
    return words[begun - 1] in ABOUT and rumoured and bool(found)


def _begun(frame: Frame, clause: Clause) -> int:
    """Where what is said of an event begins: who does it before a verb, words of holding before a noun."""
    at, holding = frame.first, clause.knowledge.lexicon.cues.holding
    while at > clause.sentence.first and (
        at - 1 in clause.inside or clause.words[at - 1] in holding or clause.words[at - 1] == "اي"
    ):
        at -= 1
    return at
