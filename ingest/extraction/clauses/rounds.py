"""Rounds: what a word for a tour means beside talks, and what a round of talks is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liqaa.ingest.extraction.text.phrasebook import is_among

if TYPE_CHECKING:
    from liqaa.ingest.extraction.clauses.clauses import Clause


def is_round(clause: Clause, token: int) -> bool:
    """Whether a tour is a round of talks: "جولة ثانية من المحادثات", "اجتماعات الجولة السابعة".

    Args:
        clause: the sentence.
        token: the word for a tour.
    """
    words, triggers = clause.words, clause.knowledge.triggers
    if not is_among(words[token], clause.knowledge.lexicon.events.tours):
        return False
    after = 1 + next((t for t in range(token + 1, token + 4) if words[t : t + 1] == ["من"]), token)
    near = (at for at in (token - 1, after) if clause.sentence.first <= at < clause.sentence.last)
    matches = (triggers.match(words, at) for at in near)
    return any(match is not None and match.value.trigger.type == "talks" for match in matches)


def is_of_contests(clause: Clause) -> bool:
    """Whether a sentence is about fighting or games, so that a round between two is one of those."""
    words = clause.words[clause.sentence.first : clause.sentence.last]
    return any(is_among(word, clause.knowledge.lexicon.events.contests) for word in words)


def is_top(clause: Clause, last: int) -> bool:
    """Whether a word for summits is the top of a thing: "قمة جبل صبر".

    Args:
        clause: its sentence.
        last: the token after the word.
    """
    return any(word in clause.knowledge.lexicon.events.having_tops for word in clause.words[last : last + 1])
