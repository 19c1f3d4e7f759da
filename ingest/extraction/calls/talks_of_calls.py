"""Talks of calls: which talks only retell a call: "بحث أ مع ب هاتفيا", not "يلتقي أ ب بعد اتصال"."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import IN_PERSON, Frame
from liqaa.ingest.extraction.talks.agreed_meetings import agreeing_verb
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among

# The preposition of the means by which people meet, and tokens behind those who do to the means.
_BY, _BEHIND = "عبر", 3


def without_retold_calls(frames: list[Frame], clause: Clause) -> list[Frame]:
    """The frames of a sentence without the talks that are one of its calls.

    Args:
        frames: what the sentence states.
        clause: the sentence.
    """
    frames = [_by_video(f, clause) for f in frames]
    calls = [f for f in frames if f.type == "call"]
    return [f for f in frames if f.type != "talks" or not any(_is_of(f, call, clause) for call in calls)]


def _by_video(frame: Frame, clause: Clause) -> Frame:
    """A meeting held over a video link is a call: "التقى أ، اليوم، عبر الاتصال المرئي، السفير ب"."""
    if frame.type != "talks" or not any(_links(hit, frame, clause) for hit in clause.hits):
        return frame
    met = [replace(f, role="party") for f in frame.fillers]
    return replace(frame, type="call", subtype="video", rule="video-noun", fillers=met)


def _links(hit: Hit, frame: Frame, clause: Clause) -> bool:
    """Whether a trigger tells by which link those of a meeting before it meet, and no other's."""
    if hit.form.trigger.subtype != "video" or clause.words[hit.first] != _BY or hit.first < frame.last:
        return False
    last = max((f.mention.last for f in frame.fillers), default=0)
    ends = [f.mention.last for f in frame.fillers if f.mention.last <= hit.first]
    between = [t for t in range(max([frame.last, *ends]), hit.first) if t not in clause.inside]
    told = (clause.words[t] for t in between)
    alone = all(w in COMMAS or clause.tells_when(w) or w in clause.lists.prepositions for w in told)
    return alone and hit.first <= last + _BEHIND


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
    if talks.rule in IN_PERSON:
        # not "التقى أ ب هاتفيا"
        return is_among(clause.words[call.first], clause.knowledge.lexicon.events.single_calls)
    return agreeing_verb(talks.first, clause) is not None
