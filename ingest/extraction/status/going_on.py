"""Going on: journeys that somebody is on while he is to meet others: "سيلتقي أ ب الذي يزور حاليا ج"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.tenses import is_future_verb, is_imperfect_verb

# Tokens from a relative pronoun to the journey, and from the journey to the word for now.
_RELATIVE, _NOW = 5, 5
# The id of the trigger of who is somewhere.
_STAYS = "stay-verb"


def is_going_on(frame: Frame, clause: Clause) -> bool:
    """Whether a relative clause tells of a visit that is under way, whatever its sentence announces.

    Args:
        frame: the visit.
        clause: its sentence.
    """
    words, first = clause.words, max(clause.sentence.first, frame.first - _RELATIVE)
    near = (t for t in range(frame.first - 1, first - 1, -1) if t not in clause.inside)
    relative = next((t for t in near if words[t] in clause.lists.relatives), None)
    if frame.type != "visit" or relative is None or relative + 1 in clause.inside:
        return False
    verb = words[relative + 1]
    if not is_imperfect_verb(verb) or is_future_verb(verb):
        return False
    told = words[relative : min(frame.last + _NOW, clause.sentence.last)]
    now = any(word in clause.knowledge.lexicon.cues.at_present for word in told)
    return now or (frame.rule == _STAYS and frame.first == relative + 1)
