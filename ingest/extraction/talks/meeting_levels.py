"""Levels of meetings: those on whose level one is held: "اجتماع على مستوى وزراء خارجية أ وب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import joint

# Tokens from a noun to "on", adjectives between them.
_REACH = 3


def read_level(noun: Noun) -> list[Frame]:
    """The meeting of those whose offices tell its level, each of a land."""
    clause, levels = noun.clause, noun.clause.knowledge.lexicon.events.levels
    for token in range(noun.hit.last, min(noun.hit.last + _REACH, clause.sentence.last - 2)):
        if clause.words[token] != "علي" or clause.words[token + 1] not in levels:
            continue
        first = next((i for i, a in enumerate(clause.arguments) if a.first == token + 2), None)
        run = clause.chain(clause.arguments, first) if first is not None else []
        return joint(noun.hit, clause, noun.scene, run) if len(run) >= 2 else []
    return []
