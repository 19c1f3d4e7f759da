"""Who is the first to do something: "كان أ أول زعيم يلتقي ب", where the title names nobody further."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.knowledge import Knowledge


def is_first_of_any(knowledge: Knowledge, words: list[str], mention: Mention, first: int) -> bool:
    """Whether a bare title only tells of which people somebody is the first: "أول زعيم أفريقي يزور أ".

    Args:
        knowledge: the lexicon, compiled.
        words: the words of the document, folded.
        mention: somebody read in it.
        first: the first token of his sentence.
    """
    told = mention.name or mention.country or mention.anaphor or mention.clitic
    other = mention.definite or mention.owned or mention.number != 1
    if mention.kind != "person" or told or other or mention.first == first:
        return False
    return words[mention.first - 1] in knowledge.lexicon.cues.firsts
