"""Requests: talks that somebody only asked for, or for which somebody only wishes to travel."""

from __future__ import annotations

from collections.abc import Callable

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.text.phrasebook import is_among, readings

# Tokens before a request among which stands that it was agreed to: "وافق أ على طلب ب لقاء ج".
_GRANTED = 8


def is_only_sought(hit: Hit, begun: int, clause: Clause, is_wished: Callable[[Hit, Clause], bool]) -> bool:
    """Whether only a request or a wished visit leads to talks.

    Args:
        hit: a trigger.
        begun: where the words of holding before it begin.
        clause: its sentence.
        is_wished: whether a hope or a call governs a trigger.
    """
    return _is_requested(hit, begun, clause) or _is_for_wished_visit(hit, clause, is_wished)


def _is_requested(hit: Hit, begun: int, clause: Clause) -> bool:
    """Whether a noun of asking leads to talks: "قدم أ طلبا لعقد لقاء مع ب", "تقدم بطلب للقاء ب"."""
    first, cues = clause.sentence.first, clause.knowledge.lexicon.cues
    if begun <= first or not hit.form.trigger.id.endswith("-noun"):
        return False
    at, who = begun - 1, next((a for a in clause.arguments if a.last == begun), None)
    at = who.first - 1 if who is not None else at  # "بناء على طلب أ لقاء ب"
    if at < first or not any(stem in cues.requests for _, stem in readings(clause.words[at])):
        return False
    return not is_granted(at, clause)


def is_granted(token: int, clause: Clause) -> bool:
    """Whether what is asked for at a token has been agreed to: "وافق أ على طلب عقد لقاء مع ب"."""
    cues = clause.knowledge.lexicon.cues
    before = range(max(clause.sentence.first, token - _GRANTED), token)
    return any(is_among(clause.words[t], cues.agreeing | cues.granting) for t in before)


def _is_for_wished_visit(hit: Hit, clause: Clause, is_wished: Callable[[Hit, Clause], bool]) -> bool:
    """Whether talks are what a visit would be for that is only wished: "رغبته في زيارة أ للقاء ب"."""
    word, before = clause.words[hit.first], [h for h in clause.hits if h.last <= hit.first]
    sought = word.startswith("لل") or clause.words[hit.first - 1].startswith("ل")
    if hit.form.trigger.type != "talks" or not before or not sought:
        return False
    journey = before[-1]
    apart = any(clause.is_boundary(t) for t in range(journey.last, hit.first - 1) if t not in clause.inside)
    return journey.form.trigger.type == "visit" and not apart and is_wished(journey, clause)
