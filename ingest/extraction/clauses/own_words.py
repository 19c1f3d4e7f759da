"""Own words: who says what "he" did, past a clause about others: "قال أ بعد أن استقبل ب ج إنه التقى د"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.text.phrasebook import is_among


def who_says_of_himself(clause: Clause, token: int) -> list[Argument]:
    """Who is the subject of a verb of saying that "that he" goes back to past a clause of time; else nobody.

    Args:
        clause: the sentence.
        token: what he did.
    """
    words, first = clause.words, clause.sentence.first
    if token <= first or words[token - 1] not in clause.knowledge.lexicon.events.speaker_pronouns:
        return []
    before = range(token - 2, first - 1, -1)
    speech = clause.knowledge.lexicon.cues.speech
    said = next((t for t in before if t not in clause.inside and is_among(words[t], speech)), None)
    speaker = next((a for a in clause.arguments if said is not None and a.first == said + 1), None)
    if speaker is None or speaker.preposition or speaker.entity is None or speaker.entity.kind != "person":
        return []
    between = (t for t in range(speaker.last, token - 1) if t not in clause.inside)
    when = next((t for t in between if words[t] in clause.lists.times_told), None)
    return [speaker] if when is not None and clause.hit_between(when, token - 1) else []
