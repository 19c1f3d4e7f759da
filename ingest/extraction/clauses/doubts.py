"""Doubts: events thought unlikely or not brought about, and what is done again and again: none is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.status.tenses import is_imperfect_verb
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens before a noun among which stands the verb that carries it, with its subject between them.
_CARRIED = 14
# Tokens, mentions aside, from a verb of excluding to "that", who excludes and where he said so between them.
_EXCLUDED = 8
# The same from a noun to a verb of failing.
_FAILED = 8
# Tokens, mentions aside, after a verb among which stands how often it is done.
_OFTEN = 2


def is_doubted(hit: Hit, clause: Clause) -> bool:
    """Whether an event is thought unlikely: "استبعد مسؤول في أ أن يلتقي ب ج", "ليس من المرجح أن يزور أ ب".

    Args:
        hit: what states the event.
        clause: its sentence.
    """
    that = _that(hit, clause)
    return that is not None and (_is_unlikely(that, clause) or _is_excluded(that, clause))


def is_failed(hit: Hit, clause: Clause) -> bool:
    """Whether nobody brought an event about: "فشل أ في عقد لقاء مع ب", "أخفقت أ في جمع ب وج في قمة".

    Args:
        hit: what states the event.
        clause: its sentence.
    """
    if not hit.form.trigger.id.endswith("-noun"):
        return False
    cues, words, gathered = clause.knowledge.lexicon.cues, clause.words, False
    for token in _near(range(hit.first - 1, clause.sentence.first - 1, -1), clause, _FAILED):
        if gathered and is_among(words[token], cues.failing):
            return True
        gathered = gathered or (words[token] == "في" and words[token + 1] in cues.gathering)
        if words[token] in COMMAS:
            return False
    return False


def is_habit(hit: Hit, clause: Clause) -> bool:
    """Whether an imperfect tells what is done again and again: "يتشاور البلدان دوريا", "بشكل منتظم".

    Args:
        hit: what states the event.
        clause: its sentence.
    """
    by_telephone = hit.form.trigger.type == "call" and hit.first > clause.sentence.first
    verbal = hit.form.trigger.id.endswith("-verb")
    verb = clause.words[hit.first - (by_telephone and not verbal)]  # "يتواصل هاتفيا بشكل منتظم مع"
    if not (verbal or by_telephone) or not is_imperfect_verb(verb.removeprefix("و")):
        return False
    for token in _near(range(hit.last, clause.sentence.last), clause, _OFTEN):
        if _tells_how_often(token, clause):
            return True
        if clause.words[token] in COMMAS or clause.tells_when(clause.words[token]):
            return False
    return False


def _near(tokens: Iterable[int], clause: Clause, most: int) -> Iterator[int]:
    """So many of some tokens, mentions aside, and one more, up to what parts them from the event."""
    for passed, token in enumerate((t for t in tokens if t not in clause.inside), start=1):
        yield token
        if passed > most or clause.is_boundary(token) or clause.hit_between(token, token + 1):
            return


def _tells_how_often(token: int, clause: Clause) -> bool:
    """Whether a token says that something is done again and again: "دوريا", "بصورة دائمة"."""
    cues, words = clause.knowledge.lexicon.cues, clause.words
    if words[token] in cues.habitual:
        return True
    after = words[token + 1 : min(token + 2, clause.sentence.last)]
    return words[token] in cues.in_a_way and any(word in cues.repeated for word in after)


def _that(hit: Hit, clause: Clause) -> int | None:
    """The "that" before a verb in the imperfect, or before the one that carries a noun."""
    words, first = clause.words, clause.sentence.first
    if hit.form.trigger.id.endswith("-verb"):
        led = hit.first > first and words[hit.first - 1] == "ان" and is_imperfect_verb(words[hit.first])
        return hit.first - 1 if led else None
    for token in range(hit.first - 1, max(first, hit.first - _CARRIED), -1):
        carries = words[token - 1] == "ان" and is_imperfect_verb(words[token])
        if carries and clause.knowledge.light_verb(words[token]) and token not in clause.inside:
            return token - 1
    return None


def _is_unlikely(that: int, clause: Clause) -> bool:
    """Whether what "that" leads to is said not to be likely: "ليس من المرجح أن", "لا يتوقع أن"."""
    words, first = clause.words, clause.sentence.first
    if that - 2 < first or words[that - 1] not in clause.knowledge.lexicon.cues.likely:
        return False
    before = that - 2 - (words[that - 2] == "من" and that - 2 > first)
    return words[before].lstrip("وف") in ("لا", "ليس", "لم")


def _is_excluded(that: int, clause: Clause) -> bool:
    """Whether a verb of excluding governs "that", over who excludes: "استبعد متحدث باسم أ في بيان أن"."""
    near = _near(range(that - 1, clause.sentence.first - 1, -1), clause, _EXCLUDED)
    return any(is_among(clause.words[t], clause.knowledge.lexicon.cues.excluding) for t in near)
