"""Expulsions: who is told to leave a land has been on no visit: "يجب على الدبلوماسيين مغادرة أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens before the leaving among which stands who orders it.
_NEAR = 12


def is_expulsion(hit: Hit, clause: Clause) -> bool:
    """Whether somebody must leave: "أمهلت أ الدبلوماسيين أسبوعا لمغادرة أراضيها".

    Args:
        hit: a trigger of a visit.
        clause: its sentence.
    """
    if hit.form.trigger.id != "leave-noun":
        return False
    near = range(max(clause.sentence.first, hit.first - _NEAR), hit.first)
    expelling = clause.knowledge.lexicon.events.expelling
    return any(is_among(clause.words[t], expelling) for t in near if t not in clause.inside)
