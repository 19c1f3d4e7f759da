"""Whom a speaker met, where the noun only governs it: "قال أ، بعد لقاء ب، إن", "وعقب لقاء ب، قال أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import speaker_after
from liqaa.ingest.extraction.text.phrasebook import is_among

# Prepositions before where it is: "قال أ في ب", "وصل أ إلى ب".
_TO_PLACES = ("في", "ب", "الي", "من")
# Tokens from who speaks to the words for when: "قال أ للصحفيين في ب عقب لقاء ج".
_APART = 6


def is_met_by_speaker(noun: Noun, found: list[Argument]) -> bool:
    """Whether the genitive of a noun is whom the speaker met, and nobody whose meeting it is.

    Args:
        noun: a noun of meeting.
        found: those right after it, whom no preposition governs.
    """
    clause, at = noun.clause, noun.hit.first - 1
    if len(found) > 1 or at < clause.sentence.first:
        return False
    if not is_among(clause.words[at], clause.lists.occasions | clause.knowledge.lexicon.cues.before):
        return False
    if clause.sentence.title:
        return _is_quoted_below(clause, at, found[0])
    if clause.words[noun.hit.first] not in clause.knowledge.lexicon.events.transitive_nouns:
        return False  # "بعد اجتماع أ": whose it is
    person = found[0].entity is None or found[0].entity.kind == "person"
    if not person or found[0].first != noun.hit.last:
        return False
    counterpart = clause.cast.mentions[found[0].index].anaphor == "counterpart"  # nobody's own meeting
    return _speaks_before(clause, at, counterpart) or _speaks_after(noun, found, counterpart)


def _is_quoted_below(clause: Clause, at: int, met: Argument) -> bool:
    """Whether a headline quotes who opens it after he met somebody: "أ بعد لقاء ب: سنواصل"."""
    speaks = any(a.last == at and a.first == clause.sentence.first for a in clause.arguments)
    return speaks and clause.words[met.last : met.last + 1] == [":"]


def _speaks_before(clause: Clause, at: int, in_any_way: bool) -> bool:
    """Whether a verb of saying and somebody stand before, nobody between: "وقال أ للصحفيين عقب".

    Args:
        clause: the sentence.
        at: the token of the word for when.
        in_any_way: whether he may do anything else: "وصل أ إلى ب بعد لقاء نظيره".
    """
    speaker = next(iter(clause.left(at, _APART)), None)
    while speaker is not None and speaker.preposition in _TO_PLACES:
        speaker = next(iter(clause.left(speaker.first, _APART)), None)
    if speaker is None or speaker.preposition or not _is_person(speaker):
        return False
    between = range(speaker.last, at)
    told = not clause.hit_between(speaker.last, at) and not any(map(clause.is_boundary, between))
    return told and (in_any_way or _says(clause, speaker.first - 1))


def _speaks_after(noun: Noun, found: list[Argument], in_any_way: bool) -> bool:
    """Whether the sentence opens with when it was, and then tells who speaks: "وعقب لقاء أ، قال ب"."""
    speaker = speaker_after(noun.hit, noun.clause, found)
    if len(speaker) != 1 or not _is_person(speaker[0]):
        return False
    return in_any_way or _says(noun.clause, speaker[0].first - 1)


def _is_person(argument: Argument) -> bool:
    return argument.entity is not None and argument.entity.kind == "person"


def _says(clause: Clause, token: int) -> bool:
    """Whether a verb of saying stands at a token."""
    cues = clause.knowledge.lexicon.cues
    return token >= clause.sentence.first and is_among(clause.words[token], cues.speech | cues.saying)
