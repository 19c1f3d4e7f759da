"""Calls between people: a bare "contact" of two who are named, that took place: "جرى اتصال بين أ وب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens before a contact among which stands that it took place, a day between: "جرى أمس اتصال".
_NEAR = 3
# The preposition before a contact during which something was said: "ففي اتصال بين أ وب".
_IN = frozenset(("في",))


def is_between_people(hit: Hit, clause: Clause) -> bool:
    """Whether a contact is one of two people of different parties, and is told as having been or to be.

    Args:
        hit: the noun of a call, without a word for the telephone.
        clause: its sentence.
    """
    words, last = clause.words, hit.last
    single = words[hit.first] in clause.knowledge.lexicon.events.single_calls
    if not single or hit.first == clause.sentence.first or words[last : last + 1] != ["بين"]:
        return False  # "اتصال دائم بين أ وب", "قنوات الاتصال بين أ وب"
    right = people_among(clause.right(last + 1, 26))
    run = clause.chain(right, 0) if right and right[0].preposition == "بين" else []
    parties = {a.entity.country for a in run if a.entity and a.entity.kind == "person" and a.entity.name}
    return len(parties - {None}) > 1 and _is_told(hit, clause)


def _is_told(hit: Hit, clause: Clause) -> bool:
    """Whether it took place, was the first or last, or something happened during or after it."""
    words, lists, cues = clause.words, clause.lists, clause.knowledge.lexicon.cues
    before = hit.first - 1
    leading = lists.openings | lists.during | cues.firsts | cues.latest | _IN
    if is_among(words[before], leading):
        return True
    held = clause.knowledge.lexicon.events.contact_held
    for token in range(before, max(clause.sentence.first, before - _NEAR) - 1, -1):
        if is_among(words[token], held):
            return True
        if token in clause.inside or not clause.tells_when(words[token]):
            return False
    return False
