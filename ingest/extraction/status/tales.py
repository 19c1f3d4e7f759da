"""Tales of what is over: plans by their words, which the rest of their sentence tells to have come about."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.tenses import is_imperfect_verb
from liqaa.ingest.extraction.text.document import QUOTES
from liqaa.ingest.extraction.text.phrasebook import is_among
from liqaa.ontology.lexicon_words import Cues

# Tokens, mentions aside, from "was" to "had", and from there to the event.
_HAD, _NEAR = 3, 8
# Tokens of a length of time gone by: "قبل نحو ثلاثة أسابيع".
_COUNTED = 4


def is_over(frame: Frame, clause: Clause) -> bool:
    """Whether an event that is told as ahead is over: "كان قد قوبل قبل وصوله", "سيغادر أ بعد زيارة استمرت".

    Args:
        frame: an event.
        clause: its sentence.
    """
    if _is_left_after_stay(frame, clause) or _is_of_past_tale(frame, clause):
        return True
    return _is_errand_of_long_ago(frame, clause)


def _is_errand_of_long_ago(frame: Frame, clause: Clause) -> bool:
    """Whether somebody had come for an event weeks ago: "كان أ قد أوفد ب إلى ج قبل ثلاثة أسابيع للقاء د"."""
    words, cues = clause.words, clause.knowledge.lexicon.cues
    journeys = [h for h in clause.hits if h.form.trigger.type == "visit" and h.last <= frame.first]
    if frame.type != "talks" or not frame.rule.endswith("-noun") or not journeys:
        return False
    told = [t for t in range(clause.sentence.first, frame.first) if t not in clause.inside]
    journey = journeys[-1].first
    had = any(words[t].removeprefix("و") in cues.pluperfect for t in told if t < journey)
    since = [words[t] for t in told if t > journey]
    if not had or is_imperfect_verb(words[journey]) or any(is_among(word, cues.planned) for word in since):
        return False
    return any(_is_long_ago(since[at : at + _COUNTED], cues) for at in range(len(since)))


def _is_long_ago(words: list[str], cues: Cues) -> bool:
    """Whether words open with a length of time gone by: "قبل ثلاثة أسابيع", "الشهر الماضي"."""
    if words[0] in cues.before:
        return any(word in cues.long_ago for word in words[1:])
    ago = words[0].removeprefix("ال") in cues.long_ago
    return ago and any(word in cues.latest_ones for word in words[1:2])


def _is_left_after_stay(frame: Frame, clause: Clause) -> bool:
    """Whether somebody leaves where he has been: "سيغادر أ اليوم بعد زيارة استمرت ثلاثة أيام"."""
    words, after = clause.words, clause.knowledge.lexicon.cues.after
    stays = (h for h in clause.hits if h.form.trigger.id == "visit-noun" and h.first > frame.last)
    return frame.rule == "leave-verb" and any(words[h.first - 1] in after for h in stays)


def _is_of_past_tale(frame: Frame, clause: Clause) -> bool:
    """Whether what had been done came before an event or at it: "كان قد استهل مهامه بجولة يزور خلالها أ"."""
    words, cues = clause.words, clause.knowledge.lexicon.cues
    noun = words[frame.first].endswith(("ه", "ها")) and words[frame.first - 1] in cues.before
    during = is_imperfect_verb(words[frame.first]) and words[frame.last : frame.last + 1] == ["خلالها"]
    told = [t for t in range(clause.sentence.first, frame.first) if t not in clause.inside]
    was = next((i for i, t in enumerate(told) if words[t].removeprefix("و") in cues.pluperfect), None)
    if not (noun or during) or was is None:
        return False
    had = next((t for t in told[was + 1 : was + 1 + _HAD] if words[t] == "قد"), None)
    if had is None or is_among(words[had + 1], cues.speech | cues.deciding):
        return False  # "كان قد أعلن قبل زيارته": the visit may be still to come
    between = [t for t in told if t > had]
    return len(between) <= _NEAR and not any(words[t] in cues.conjunctions | QUOTES for t in between)
