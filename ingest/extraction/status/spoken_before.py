"""What somebody spoke before, which the rest of an article may tell as held: "وقال أ قبل الاجتماع مع ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.tenses import is_perfect_verb
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens, mentions aside, from a verb of saying to what was still to come when it was said.
_SAID = 8
_OWNED = ("ه", "ها", "هما", "هم")


def is_spoken_before(frame: Frame, clause: Clause) -> bool:
    """Whether a noun that is known stands after "before" in a sentence that tells what was said then.

    Args:
        frame: the event of the noun.
        clause: its sentence.
    """
    words, cues, at = clause.words, clause.knowledge.lexicon.cues, frame.first - 1
    known = words[frame.first].startswith("ال") or words[frame.last - 1].endswith(_OWNED)
    while at > clause.sentence.first and words[at] in cues.holding:
        at -= 1
    if not frame.rule.endswith("-noun") or not known or at <= clause.sentence.first:
        return False
    if words[at] not in cues.before or at in clause.inside:
        return False
    told = [words[t].removeprefix("و") for t in range(clause.sentence.first, at) if t not in clause.inside]
    return len(told) <= _SAID and any(is_among(w, cues.speech) and is_perfect_verb(w) for w in told[:1])
