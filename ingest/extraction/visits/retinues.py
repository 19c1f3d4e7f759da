"""Retinues: whose journey it is where who travels only goes along: "زيارة أ إلى ب برفقة ولي العهد ج"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit

# Tokens from a visit to whom its visitor goes along with.
_REACH = 14


def led_by(hit: Hit, clause: Clause, people: list[Entity]) -> list[Entity]:
    """The leader with whom ministers go along, whose visit it is; those who travel where there is none.

    Args:
        hit: the trigger of a visit.
        clause: its sentence.
        people: who travels by what stands there.
    """
    offices = clause.knowledge.lexicon.offices
    ministers = [e for e in people if e.office_key.partition(" ")[0] in offices.under_head_of_state]
    if not people or len(ministers) < len(people):
        return people
    for argument in people_among(clause.arguments):
        leader, apart = argument.entity, argument.first - hit.last
        if leader is None or leader.country not in (None, people[0].country) or not 0 <= apart <= _REACH:
            continue
        before = clause.words[argument.first - 1]
        along = before in offices.going_along or before in offices.accompanying
        if along and _leads(leader.office_key, clause):
            leader.country = people[0].country
            return [leader]
    return people


def _leads(office: str, clause: Clause) -> bool:
    """Whether an office is that of who leads a state or its government, or is to reign."""
    offices = clause.knowledge.lexicon.offices
    governs = clause.knowledge.office_head(office) in offices.heads_of_government
    return governs or office in offices.heads_of_state or office in offices.gone_along_with
