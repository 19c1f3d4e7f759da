"""Going on: journeys that somebody is on while he is to meet others: "سيلتقي أ ب الذي يزور حاليا ج"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.tenses import is_future_verb, is_imperfect_verb
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from a relative pronoun to the journey, from there to the word for now, and to when it begins.
_RELATIVE, _NOW, _BEGUN = 5, 5, 8
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


def is_carried_on(frame: Frame, clause: Clause) -> bool:
    """Whether somebody goes on with a visit or ends it, who is on it whatever is to come on it.

    "يواصل أ زيارته إلى ب حيث سيلتقي ج", "يختتم أ غدا زيارة بدأها الأحد"; not "يختتم جولته بزيارة إلى ب".

    Args:
        frame: the visit.
        clause: its sentence.
    """
    words, at, events = clause.words, frame.first, clause.knowledge.lexicon.events
    if frame.type != "visit" or not frame.rule.endswith("-noun") or words[at][0] in "بل":
        return False
    after = words[at : min(at + _BEGUN, clause.sentence.last)]
    if any(is_imperfect_verb(w) and {w, w.removesuffix("ها")} & events.beginning_verbs for w in after):
        return False  # "يختتم أ الخميس زيارة يبدأها غدا"
    for token in range(at - 1, clause.sentence.first - 1, -1):
        if is_among(words[token], events.carrying_on | events.ending_verbs):
            return True
        if token not in clause.inside and clause.is_boundary(token):
            return False
    return False
