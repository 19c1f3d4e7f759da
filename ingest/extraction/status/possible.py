"""Possible events: what a verb after "may" tells of: "لقاء قد يعقد بين أ وب", "قد يقوم أ بزيارة"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.expected import TAKING_PART
from liqaa.ingest.extraction.status.tenses import is_imperfect_verb

# Tokens before an event, those that name people aside, among which "may" stands.
_BEFORE = 5


def may_be(frame: Frame, clause: Clause) -> bool:
    """Whether an event or the verb that it depends on only may be.

    Args:
        frame: an event.
        clause: its sentence.
    """
    return _is_after_may(frame, clause) or (frame.rule.endswith("-noun") and _may_be_held(frame, clause))


def _is_after_may(frame: Frame, clause: Clause) -> bool:
    """Whether "may" and an imperfect stand before it: "قد يلتقي ب", "قد توقع خلال محادثات"."""
    words, first = clause.words, clause.sentence.first
    near = [t for t in range(frame.first - 1, first - 1, -1) if t not in clause.inside][:_BEFORE]
    for token in near:
        if clause.is_boundary(token) and token < frame.first - _BEFORE:
            return False
        joined = words[token] == "وقد"
        if not (joined or words[token] == "قد") or not _is_imperfect(words[token + 1], clause):
            continue
        if _is_certain(words[token + 1], clause) if joined else not _is_told_as_past(token, clause):
            return True
    return False


def _may_be_held(frame: Frame, clause: Clause) -> bool:
    """Whether "may" and a verb of taking place stand beside a noun or those who take part.

    Such as "لقاء قد يعقد بين أ وب", "لقاء بين أ وب قد يعقد", "قد يعقد لقاء بين أ وب".
    """
    ends = (f.mention.last for f in frame.fillers if f.mention.sentence == frame.sentence)
    after = {frame.last, *(end for end in ends if frame.last < end < frame.last + TAKING_PART)}
    last = clause.sentence.last
    after |= {t + 1 for t in after if t < last and clause.words[t] in clause.lists.relatives}
    return any(_held_after_may(t, clause) is not None for t in after) or any(
        _held_after_may(t, clause) == frame.first
        for t in range(max(clause.sentence.first, frame.first - 3), frame.first)
    )


def _held_after_may(token: int, clause: Clause) -> int | None:
    """The token after "may" and a verb of taking place that stand at a token: "قد يعقد", "يمكن أن يجمع"."""
    words, lexicon = clause.words, clause.knowledge.lexicon
    if token >= clause.sentence.last - 1 or token in clause.inside:
        return None
    if words[token].removeprefix("و") not in lexicon.cues.maybe:
        return None
    at = token + 1
    at += at < clause.sentence.last and words[at] == "ان"
    if at >= clause.sentence.last or at in clause.inside or not is_imperfect_verb(words[at]):
        return None
    verbs = lexicon.events.taking_place | lexicon.events.joining_verbs | lexicon.cues.coming_about
    return at + 1 if words[at] in verbs else None


def _is_imperfect(verb: str, clause: Clause) -> bool:
    """Whether a verb may be an imperfect, which a known perfect with ت is not: "قد تم", "قد تباحث"."""
    triggers = clause.knowledge.triggers
    perfect = "ي" + verb in triggers and "ي" + verb[1:] not in triggers
    return is_imperfect_verb(verb) and not perfect and verb not in clause.knowledge.lexicon.cues.done


def _is_certain(verb: str, clause: Clause) -> bool:
    """Whether a verb can be no perfect, as those after "and had" are: "وقد يعقد", not "وقد ترأس"."""
    knowledge = clause.knowledge
    held = knowledge.lexicon.events.taking_place | knowledge.lexicon.cues.holding_verbs
    stated = "ي" + verb[1:] in knowledge.triggers and "ي" + verb not in knowledge.triggers
    return verb.startswith("ي") or verb in held or stated


def _is_told_as_past(token: int, clause: Clause) -> bool:
    """Whether "had" stands before a token, so that a perfect with ت follows: "كان أ قد تعهد به"."""
    cues = clause.knowledge.lexicon.cues
    for at in range(token - 1, clause.sentence.first - 1, -1):
        word = clause.words[at].removeprefix("و")
        if at not in clause.inside and word in cues.pluperfect | cues.conjunctions:
            return word in cues.pluperfect
    return False
