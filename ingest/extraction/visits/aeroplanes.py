"""Aeroplanes: things that arrive, and the officials whom those that fly carry."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit

# Tokens from an aeroplane to the verb that says whom it carries: "طائرة سعودية خاصة كانت تقل أ".
_ABOARD = 6


def mover_of(hit: Hit, clause: Clause) -> int | None:
    """The thing that comes by the verb or noun: "وصلت أول أمس الدفعة", "هبطت الطائرة"."""
    start = _past_place(clause, _past_time(clause, hit.last))
    after = range(start, min(start + 2, clause.sentence.last))
    movers = clause.knowledge.lexicon.events.movers
    return next((t for t in after if t not in clause.inside and clause.words[t] in movers), None)


def _past_time(clause: Clause, token: int) -> int:
    """The token after words for when."""
    return next((t for t in range(token, token + 4) if not tells_when(clause, t)), token)


def _past_place(clause: Clause, token: int) -> int:
    """The token after where it landed: "هبطت في مطار أ الدولي طائرة الرئيس ب"."""
    inside = token + 1 < clause.sentence.last and clause.words[token] == "في"
    first = token + 1 + (inside and clause.words[token + 1] in clause.knowledge.lexicon.events.place_heads)
    place = next((a for a in clause.arguments if a.first in (token + 1, first)), None) if inside else None
    landed = place is not None and clause.cast.mentions[place.index].kind == "state"
    return place.last if place is not None and landed else token


def official_aboard(clause: Clause, mover: int) -> int | None:
    """Where somebody stands whose aeroplane it is: "طائرة الرئيس أ", "الطائرة التي تقل الوزير أ"."""
    carrying = clause.knowledge.lexicon.events.carrying
    aboard = range(mover + 1, min(mover + _ABOARD, clause.sentence.last))
    starts = {mover + 1} | {t + 1 for t in aboard if clause.words[t] in carrying}
    after = (a for a in clause.arguments if a.first in starts and not a.preposition)
    flown = "طاير" in clause.words[mover]
    officials = (a.first for a in after if clause.cast.mentions[a.index].office)
    return next(officials, None) if flown else None


def past_aeroplane(hit: Hit, clause: Clause) -> Hit:
    """The trigger with the aeroplane that lands, which carries its traveller: "هبطت الطائرة التي تقل أ"."""
    mover = mover_of(hit, clause) if hit.form.trigger.id in ("land-verb", "arrive-verb") else None
    official = official_aboard(clause, mover) if mover is not None else None
    return hit if official is None else replace(hit, last=official)


def tells_when(clause: Clause, token: int) -> bool:
    """Whether a token of the sentence only says when."""
    word = clause.words[token] if token < clause.sentence.last else ""
    return word in clause.lists.day_openers or clause.tells_when(word)
