"""Talks of calls: which talks only retell a call: "بحث أ مع ب هاتفيا", not "يلتقي أ ب بعد اتصال"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.talks.agreed_meetings import agreeing_verb
from liqaa.ingest.extraction.text.phrasebook import is_among

# Rules of verbs by which people are in one place.
_IN_PERSON = frozenset(("meet-verb", "receive-verb"))


def without_retold_calls(frames: list[Frame], clause: Clause) -> list[Frame]:
    """The frames of a sentence without the talks that are one of its calls.

    Args:
        frames: what the sentence states.
        clause: the sentence.
    """
    calls = [f for f in frames if f.type == "call"]
    return [f for f in frames if f.type != "talks" or not any(_is_of(f, call, clause) for call in calls)]


def _is_of(talks: Frame, call: Frame, clause: Clause) -> bool:
    """Whether talks only retell a call, or take one rung up for one met: "لقاء أ خلال اتصال مع ب"."""
    if len(set(call.entities()).intersection(talks.entities())) >= 2:
        return not _is_apart(talks, call, clause)
    rung = {f.entity for f in call.fillers if f.mention.first >= call.last}
    later = {f.entity for f in talks.fillers if f.mention.first >= call.last}
    return talks.first < call.first and bool(rung & later)


def _is_apart(talks: Frame, call: Frame, clause: Clause) -> bool:
    """Whether those who speak on the telephone meet, too: "التقى أ ب بعد اتصال", "اتفقا هاتفيا على لقاء"."""
    if call.subtype != "phone":
        return False  # "اجتمع أ مع ب عبر الفيديو"
    if talks.rule in _IN_PERSON:
        # not "التقى أ ب هاتفيا"
        return is_among(clause.words[call.first], clause.knowledge.lexicon.events.single_calls)
    return agreeing_verb(talks.first, clause) is not None
