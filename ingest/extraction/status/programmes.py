"""Programmes: events that are told as what a journey is to hold, or as what is being prepared for."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among

# Words outside mentions from what is planned of a journey to an event of it.
_REACH = 8
# Tokens from a programme to the event whose programme it is: "جدول أعمال اللقاء".
_GENITIVE = 2
# Words before an event among which stands that something makes it possible.
_PAVED = 3


def is_programmed(frame: Frame, clause: Clause) -> bool:
    """Whether talks are told as part of a journey's programme: "يشمل برنامج زيارة أ لقاء ب".

    Args:
        frame: the event.
        clause: its sentence.
    """
    return frame.type == "talks" and is_in_programme(frame.first, clause)


def is_in_programme(first: int, clause: Clause) -> bool:
    """Whether a journey or its programme is told to hold what begins at a token.

    Args:
        first: the token.
        clause: its sentence.
    """
    if _is_on_agenda(first, clause):
        return True
    words, cues = clause.words, clause.knowledge.lexicon.cues
    journeys = {h.first for h in clause.hits if h.form.trigger.pattern == "visit-noun"}
    passed = 0
    for token in range(first - 1, clause.sentence.first, -1):
        if token in clause.inside or words[token] in COMMAS:
            continue
        holder = words[token - 1].removeprefix("و")
        verb = holder in cues.programming and holder not in clause.lists.prepositions
        told = words[token] in cues.programmes and holder in cues.programming
        whole = first - token > _GENITIVE or words[token].endswith("ه") or words[token].endswith("ها")
        if (told and (whole or first - 1 in journeys)) or (token in journeys and verb):
            return True  # not "على جدول أعمال اللقاء"; "برنامجه", "برنامج الزيارة"
        passed += 1
        if passed > _REACH or clause.is_boundary(token):
            return False
    return False


def _is_on_agenda(first: int, clause: Clause) -> bool:
    """Whether a journey's programme comes first and then what it holds: "برنامج زيارة أ يتضمن لقاء ب"."""
    words, cues = clause.words, clause.knowledge.lexicon.cues
    held = first - (words[first - 1] in cues.holding)
    verb = held - 1 - (words[held - 1] in clause.lists.prepositions)
    if verb <= clause.sentence.first or words[verb].removeprefix("و") not in cues.programming:
        return False
    if words[verb] in clause.lists.prepositions:
        return False
    before = range(clause.sentence.first, verb)
    told = any(words[t].removeprefix("ب") in cues.programmes for t in before)
    return told and any(h.form.trigger.pattern == "visit-noun" and h.first < verb for h in clause.hits)


def is_paved_for(frame: Frame, clause: Clause) -> bool:
    """Whether something only makes an event possible: "تمهد الطريق للقاء", "يزيل عقبة من طريق لقاء"."""
    cues, first = clause.knowledge.lexicon.cues, clause.sentence.first
    paving = cues.paving
    held = frame.first - (clause.words[frame.first - 1] in cues.holding)  # "في طريق عقد لقاء"
    if clause.words[held - 1] in cues.ways:
        before = range(max(first, held - 2 * _PAVED), held - 1)
        return any(is_among(clause.words[t], paving) for t in before)
    before = range(max(first, frame.first - _PAVED), frame.first)
    led = (
        clause.words[frame.first].startswith("ل")
        or clause.words[frame.first - 1] in clause.lists.prepositions
    )
    return led and any(is_among(clause.words[t], paving) for t in before)


def is_prepared(token: int, clause: Clause) -> bool:
    """Whether a verb at a token says that its subject is in preparation: "إن لقاء أ وب يجري الإعداد له"."""
    words, cues = clause.words, clause.knowledge.lexicon.cues
    goes_on = (
        words[token] in cues.holding_verbs or words[token] in clause.knowledge.lexicon.events.passive_verbs
    )
    return goes_on and any(word in cues.preparing for word in words[token + 1 : token + 2])
