"""Names whose first letter looks like "and": "ستيف ويتكوف", "رون وايدن"."""

from __future__ import annotations

import re

from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings

_AND = "و"
# Letters of the shortest surname of which no part must be known, والز, those with which foreign ones
# go on, and how verbs end.
_SHORTEST = 4
_SOUNDS = ("ا", "ي", "و")
_ENDINGS = ("ت", "وا", "ون", "ان", "نا", "ها", "هم")
# The pronoun of whom a verb is done to: "وأطلعه".
_OBJECT = re.compile(r"(?<=\w{3})(?:ه|ها|هم|هما)$")


def only_begins_like_and(word: str, knowledge: Knowledge) -> bool:
    """Whether the letter that looks like "and" belongs to a foreign name anywhere: ويتكوف."""
    rest = word[1:]
    return (
        len(word) > 5
        and rest[0] in "اي"
        and not rest.endswith(("ها", "هم", "هما"))
        and rest not in knowledge.given
        and not {rest, _OBJECT.sub("", rest)} & knowledge.common
        and not (rest[0] + rest[-1] == "يا" and rest[:-1] in knowledge.common)  # "ويوقعا"
    )


def is_surname_like_and(before: str, word: str, knowledge: Knowledge) -> bool:
    """Whether a word that seems to begin with "and" is the surname of who is called by one name before it.

    It is where nothing is known that could stand behind "and": "رون وايدن", not "جون وفيصل".
    """
    if word[0] != _AND or len(word) < _SHORTEST or not word.isalpha():
        return False
    if before not in knowledge.given or word[1] not in _SOUNDS or word.endswith(_ENDINGS):
        return False  # "الملك سلمان وشرحت"
    return not any(_is_known(stem, knowledge) for _, stem in readings(word)[1:])


def _is_known(stem: str, knowledge: Knowledge) -> bool:
    """Whether a word is known, also without the pronoun at its end."""
    books = (knowledge.offices, knowledge.geo, knowledge.triggers, knowledge.adjectives, knowledge.honorifics)
    words = (knowledge.lexicon.common_words, knowledge.given, *books)
    return any(bare in known for bare in (stem, _OBJECT.sub("", stem)) for known in words)
