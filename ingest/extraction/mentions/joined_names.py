"""Joined names: who is named behind "and" before his office: "التقى أ، وكوفي مينساه وزير الدفاع"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.names import NameReader
from liqaa.ingest.extraction.text.document import COMMAS

_AND = "و"
# Letters of the shortest first word, "and" among them.
_SHORTEST = 4


def is_joined_name(names: NameReader, words: list[str], first: int, last: int) -> bool:
    """Whether words behind a comma and "and" are one name, of which a word is known to be one.

    Args:
        names: tells how far a name reaches.
        words: folded words of the document.
        first: the token that begins with "and".
        last: the token of the office behind the name.
    """
    joined = words[first - 1] in COMMAS and words[first].startswith(_AND) and len(words[first]) >= _SHORTEST
    if not joined or words[first] in names.knowledge.lexicon.common_words:
        return False
    bare = words[first].removeprefix(_AND)
    if bare in names.other_words or bare in names.knowledge.triggers or bare.startswith("ال"):
        return False
    end, sure = names.end([*words[:first], bare, *words[first + 1 : last]], first, last)
    return end == last and (sure or bare not in names.knowledge.lexicon.common_words)
