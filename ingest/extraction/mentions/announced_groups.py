"""Announced groups: delegations whose party is who announces them: "أعلن البيت الأبيض أن فريقا وصل إلى أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.text.document import Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import is_among

# Kinds of those who announce what their own people do.
_SPEAKERS = frozenset(("country", "capital", "metonym", "organisation", "authority"))
# Tokens of who speaks and when, between the verb of saying and "that".
_SPEAKING = 6


def is_announced(knowledge: Knowledge, words: list[str], sentence: Sentence, at: int) -> bool:
    """Whether a group of which no party is told is the subject of what a state or body announces.

    Args:
        knowledge: the lexicon.
        words: folded words of the document.
        sentence: the sentence.
        at: the token of the group.
    """
    syntax, events = knowledge.lexicon.syntax, knowledge.lexicon.events
    if not is_of_speaker(knowledge, words, sentence, at):
        return False
    described = words[at + 1] in events.including_verbs | syntax.led_by and at + 2 < sentence.last
    led = described and knowledge.opens_mention(words[at + 2])  # "وفدا برئاسة أ", "وفدا يضم أميركيين"
    return not led and words[at + 1] not in syntax.prepositions


def is_of_speaker(knowledge: Knowledge, words: list[str], sentence: Sentence, at: int) -> bool:
    """Whether a group right after "that" is the subject of what a state or body announces.

    Args:
        knowledge: the lexicon.
        words: folded words of the document.
        sentence: the sentence.
        at: the token of the group.
    """
    first = sentence.first
    if not first + 2 < at <= first + 2 + _SPEAKING or words[at - 1] not in knowledge.lexicon.syntax.that:
        return False
    told = words[at] in knowledge.lexicon.events.delegations
    told = told and is_among(words[first], knowledge.lexicon.cues.speech) and at + 2 < sentence.last
    return told and _is_of_state(knowledge, words, first + 1, at - 1)


def _is_of_state(knowledge: Knowledge, words: list[str], at: int, end: int) -> bool:
    """Whether a state or a body that speaks for one stands at a token: "موسكو", "وزارة الخارجية الروسية"."""
    speaker, offices = knowledge.geo.match(words, at, clitics=False), knowledge.lexicon.offices
    if speaker is not None and speaker.value.kind in _SPEAKERS and speaker.last <= end:
        return True
    return plain(words[at]) in offices.voices | offices.services
