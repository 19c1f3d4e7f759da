"""Inviting hosts: who calls others to a meeting in his own land: "دعت أ إلى اجتماع يضم ب وج في د"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from the verb of inviting to what it leads to.
_REACH = 10


def inviting_host(noun: Noun, members: list[Argument]) -> list[Argument]:
    """Who invites the members of a meeting to his own land, where he is none of them.

    Args:
        noun: the meeting.
        members: those whom a verb behind it brings together.
    """
    clause, first = noun.clause, noun.hit.first
    if first == clause.sentence.first or clause.words[first - 1] not in ("الي", "لعقد"):
        return []
    near = range(first - 1, max(clause.sentence.first - 1, first - _REACH), -1)
    asking = clause.knowledge.lexicon.events.asking
    verb = next((t for t in near if t not in clause.inside and is_among(clause.words[t], asking)), None)
    if verb is None:
        return []
    after = [a for a in clause.arguments if verb < a.first < first and not a.preposition][:1]
    host = after or nearest_subject(clause, verb, states=True)[:1]
    lands = noun.scene.lands_placed_in(clause)
    own = {a.entity.country for a in members if a.entity}
    return [a for a in host if a.entity and a.entity.country in lands and a.entity.country not in own]
