"""Agreed on: talks that those who meet agree to hold, apart from those at which they do."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.text.phrasebook import is_among


def is_agreed_on(noun: int, clause: Clause) -> bool:
    """Whether a noun of talks is what is agreed on at others: "اتفقا خلال محادثات على عقد قمة".

    Args:
        noun: its first token.
        clause: its sentence.
    """
    words, first, cues = clause.words, clause.sentence.first, clause.knowledge.lexicon.cues
    at = noun - 1
    at -= at > first and words[at] in cues.firsts  # "على عقد أول قمة"
    if at <= first or words[at] not in cues.holding or words[at - 1] != "علي":
        return False
    before = [h for h in clause.hits if h.last < at and h.form.trigger.type == "talks"]
    held = any(is_among(words[h.first - 1], clause.lists.occasions) for h in before)
    agreed = (words[t] for t in range(first, at) if t not in clause.inside)
    return held and any(is_among(word, cues.agreeing) for word in agreed)
