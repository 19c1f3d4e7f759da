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
    if hit.form.trigger.id != "phone-verb":
        return False
    words, channels = clause.words, clause.knowledge.lexicon.events.channels
    outside = (t for t in range(hit.last, clause.sentence.last) if t not in clause.inside)
    near = [t for t in outside if words[t] not in QUOTES][:_REACH]
    return any(words[t] in channels for t in near)
