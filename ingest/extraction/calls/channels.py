"""Channels: contacts that others bring about, and that nobody holds by telephone: "اتصلت أ بب عبر قنوات"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.text.document import QUOTES

# Tokens after a verb of ringing up, whom it leads to aside, among which the channel stands.
_REACH = 4


def is_through_channels(hit: Hit, clause: Clause) -> bool:
    """Whether a verb of ringing up tells of a contact through channels or go-betweens.

    Args:
        hit: a trigger of a call.
        clause: its sentence.
    """
    words, channels = clause.words, clause.knowledge.lexicon.events.channels
    before = words[hit.first - 1] if hit.first > clause.sentence.first else ""
    conferences = clause.knowledge.lexicon.events.conferences
    if before in channels or (hit.form.trigger.id == "call-noun" and before in conferences):
        return True  # "قنوات الاتصال بين أ وب", "قال أ للصحفيين في مؤتمر عبر الهاتف"
    if hit.form.trigger.id != "phone-verb":
        return False
    outside = (t for t in range(hit.last, clause.sentence.last) if t not in clause.inside)
    near = [t for t in outside if words[t] not in QUOTES][:_REACH]
    return any(words[t] in channels for t in near)
