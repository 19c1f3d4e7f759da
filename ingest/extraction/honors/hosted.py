"""Hosted guests: who gives a meal to whom, told by a verb of hosting: "استضاف أ ب في حفل عشاء تكريما له"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit


def hosted(hit: Hit, clause: Clause) -> list[Argument]:
    """The host and his guest, side by side behind the verb or around it, before words of honour.

    Args:
        hit: the words of honour.
        clause: their sentence.
    """
    verbs, words = tuple(clause.knowledge.lexicon.events.hosting_verbs), clause.words
    before = range(clause.sentence.first, hit.first)
    verb = next((t for t in before if words[t].lstrip("وس").startswith(verbs)), None)
    if verb is None:
        return []
    near = [a for a in people_among(clause.arguments) if a.first < hit.first and not a.preposition]
    two = [a for a in near if a.last == verb or a.first > verb]
    return two if len(two) == len({a.entity.country for a in two if a.entity}) == 2 else []
