"""What is lifted out of a text before it is read on: clauses that only tell who somebody is.

Papers put them between any two words: "استقبل أ، الذي تولى منصبه العام الماضي، ب". A clause that tells of a
contact, or who leads or brings whom, stays.
"""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES, WHO, Document
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import is_among

# What ends it before its comma, so that it is none.
_STOPS = QUOTES | frozenset(".؟!?…:؛()[]\n")


def lifted(document: Document, mentions: list[Mention], knowledge: Knowledge) -> set[int]:
    """The tokens of clauses that only tell who somebody is, with their commas.

    The closing comma stays where a name or a verb would else be read on: "التقى أ، الذي انتخب أمس، وزار ب".

    Args:
        document: the article.
        mentions: who and what it names.
        knowledge: the lexicon, compiled.
    """
    words, relatives, out = document.words, knowledge.lexicon.syntax.relatives, set[int]()
    ends = {mention.last: mention.kind != "state" for mention in mentions}
    for sentence in document.sentences:
        led = words[sentence.first].removeprefix("و") in knowledge.lexicon.syntax.openings
        for comma in range(sentence.first + 1, sentence.last - 2):
            opens = words[comma] in COMMAS and is_among(words[comma + 1], relatives)
            if opens and ends.get(comma, _may_name(words[comma - 1], knowledge)):
                end = _end(words, comma, sentence.last, knowledge)
                out.update(range(comma, end + (end > 0 and _needs_no_comma(words[end + 1], led, knowledge))))
    return out


def _may_name(word: str, knowledge: Knowledge) -> bool:
    """Whether a word ends a name, if anything: "الرئيسان الغاني أ، الذي انتخب أمس، والكيني ب"."""
    return word.isalpha() and not word.startswith("ال") and word not in knowledge.lexicon.common_words


def _end(words: list[str], comma: int, last: int, knowledge: Knowledge) -> int:
    """The comma that ends the clause which begins at one, 0 where it must stay."""
    for at in range(comma + 2, min(comma + WHO, last - 1)):
        if words[at] in COMMAS:
            return at
        if words[at] in _STOPS or _tells_more(words, at, knowledge):
            return 0
    return 0


def _needs_no_comma(word: str, led: bool, knowledge: Knowledge) -> bool:
    """Whether a sentence goes on without the closing comma: not to a verb that "and" joins.

    Args:
        word: the word behind the comma.
        led: whether the sentence opens with when it was, over here: "عقب لقائه أ، الذي انتخب أمس، قال ب".
        knowledge: the lexicon, compiled.
    """
    return knowledge.opens_mention(word) or not (led or word.startswith("و"))


def _tells_more(words: list[str], at: int, knowledge: Knowledge) -> bool:
    """Whether a word of a clause tells of a contact, or of others who come along."""
    events, syntax = knowledge.lexicon.events, knowledge.lexicon.syntax
    lists = (knowledge.light_verbs, events.leading, events.bringing, syntax.led_by, syntax.companions)
    return knowledge.triggers.match(words, at) is not None or any(words[at] in each for each in lists)
