"""Plans told of in the past: "اللقاء الذي كان من المقرر أن يعقده أ مع ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.tenses import is_imperfect_verb
from liqaa.ingest.extraction.text.document import COMMAS


def past_plan(token: int, clause: Clause) -> int:
    """Past "كان من المقرر أن", "كان مقررا أن" to the verb that is planned; the token itself without them."""
    words, cues, end = clause.words, clause.knowledge.lexicon.cues, clause.sentence.last
    at = token
    at += at < end and words[at].removesuffix("ت") in cues.copulas
    at += at < end and words[at] == "من"
    planned = at < end and (words[at] in cues.planned or words[at].removesuffix("ا") in cues.planned)
    return at + 2 if planned and at + 2 < end and words[at + 1] == "ان" else token


def is_to_join(frame: Frame, clause: Clause) -> bool:
    """Whether a verb in the future right after an indefinite noun tells of it: "عن لقاء سيجمع أ وب".

    Args:
        frame: an event.
        clause: its sentence.
    """
    words, events = clause.words, clause.knowledge.lexicon.events
    if not frame.rule.endswith("-noun") or frame.last >= clause.sentence.last or frame.last in clause.inside:
        return False
    definite = words[frame.last - 1].startswith("ال")
    verb = words[frame.last].removeprefix("س")
    return verb != words[frame.last] and not definite and verb in events.joining_verbs | events.taking_place


def is_received_later(frame: Frame, clause: Clause) -> bool:
    """Whether a visit is that on which somebody is to be received: "يستقبل أ ب الاثنين في زيارة رسمية".

    Args:
        frame: an event.
        clause: its sentence.
    """
    if frame.rule != "visit-noun" or clause.words[frame.first - 1] != "في":
        return False
    received = [h for h in clause.hits if h.last <= frame.first and h.form.trigger.pattern == "receive"]
    verb = clause.words[received[-1].first].removeprefix("و") if received else ""
    between = range(received[-1].last, frame.first) if received else range(0)
    goes_on = not any(clause.is_boundary(t) for t in between if t not in clause.inside)
    future = verb.startswith("س") or not clause.sentence.title
    return goes_on and future and is_imperfect_verb(verb.removeprefix("س"))


def has_no_day_yet(frame: Frame, clause: Clause) -> bool:
    """Whether day or place of an event are said to be open: "قمة بين أ وب لم يحدد موعدها".

    Args:
        frame: an event.
        clause: its sentence.
    """
    words, cues, last = clause.words, clause.knowledge.lexicon.cues, clause.sentence.last
    if not frame.rule.endswith("-noun"):
        return False
    ends = (h.first for h in clause.hits if h.first >= frame.last)
    after = range(frame.last, min(next(ends, last), last - 2))
    return any(
        words[t] == "لم" and words[t + 1] in cues.setting and words[t + 2] in cues.set_for
        for t in after
        if t not in clause.inside
    )


def is_outdone(token: int, clause: Clause) -> bool:
    """Whether a word of expecting only says what was exceeded: "استمرت أطول من المتوقع".

    Args:
        token: its token.
        clause: its sentence.
    """
    words, comparatives = clause.words, clause.knowledge.lexicon.cues.comparatives
    than = token - clause.sentence.first > 1 and words[token - 1] == "من"
    return than and words[token - 2] in comparatives


def organises_another(token: int, frame: Frame, clause: Clause) -> bool:
    """Whether a word of organising is parted from an event, which is no plan: "ضد تنظيم داعش، خلال لقاء".

    Args:
        token: a word before the event.
        frame: the event.
        clause: its sentence.
    """
    words, lists = clause.words, clause.lists
    if words[token] not in clause.knowledge.lexicon.cues.organising:
        return False
    parting = (COMMAS, lists.during, lists.occasions)
    between = words[token + 1 : frame.first]
    return any(word in parts for word in between for parts in parting) or between[-1:] == ["في"]
