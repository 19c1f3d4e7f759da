"""Talks whose parties stand before their noun: "جرت بين أ وب محادثات", "دار بين أ وب حديث"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import is_party, joint

# Tokens between a verb and "between", where a day or a place may stand: "جرت أمس في نيروبي بين".
_NEAR = 4


def read_held_between(noun: Noun) -> list[Frame]:
    """The meeting of those between whom a verb says that it was held, before the noun itself.

    Args:
        noun: a noun of meeting.
    """
    clause, verb = noun.clause, noun.light_verb()
    if verb is None or clause.words[verb] not in clause.knowledge.lexicon.events.held_verbs:
        return []
    before = [a for a in clause.arguments if verb < a.first < noun.hit.first and is_party(clause, a)]
    first = next((i for i, a in enumerate(before) if a.preposition == "بين" and not a.joined), None)
    if first is None or before[first].first - verb > _NEAR + 1:
        return []
    run = clause.chain(before, first)
    beside = run[-1].last == noun.hit.first
    return joint(noun.hit, clause, noun.scene, run) if len(run) > 1 and beside else []
