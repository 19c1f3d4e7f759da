"""Fields of bodies, where the word looks like a nationality: "وزارة المالية" is not the land of Mali."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.text.knowledge import Knowledge


def is_field(knowledge: Knowledge, words: list[str], at: int) -> bool:
    """Whether what looks like a nationality is the field of the ministry, committee or affairs before it.

    Args:
        knowledge: the lexicon.
        words: the folded words of the document.
        at: the token of what looks like a nationality.
    """
    offices = knowledge.lexicon.offices
    before = plain(words[at - 1]) if at else ""
    works = before in offices.with_fields or before[1:] in offices.with_fields  # "ووزارة", "للجنة"
    return (works and plain(words[at]) in offices.complements) or is_of_affairs(knowledge, words, at)


def is_of_affairs(knowledge: Knowledge, words: list[str], at: int) -> bool:
    """Whether an adjective is of affairs with a union, and not whose they are: "والشؤون الأوروبية في النمسا".

    Args:
        knowledge: the lexicon.
        words: the folded words of the document.
        at: the token of the adjective.
    """
    offices = knowledge.lexicon.offices
    return at > 0 and plain(words[at - 1]) in offices.affairs and plain(words[at]) in offices.with_unions
