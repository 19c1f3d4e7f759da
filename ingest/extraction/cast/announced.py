"""Announced people: officials of the body that opens the sentence: "قالت الخارجية التركية إن المبعوث أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.text.document import Document

# Words of a name that may be somebody's in full without the family's first.
_WORDS = 2


def is_announced(document: Document, cast: Cast, entity: Entity, that: frozenset[str]) -> bool:
    """Whether a named holder of an office, nobody known, stands right behind "that" where he is told first.

    Args:
        document: the article.
        cast: everybody in it.
        entity: who may be of the party of whoever says it.
        that: the words for "that".
    """
    mention = entity.office_mention
    if mention is None or mention.name is None or mention.clitic or mention.anaphor:
        return False
    known = any(cast.mentions[i].known for i in entity.mentions)
    return (
        (not known or is_of_family(cast, entity))
        and mention.first > 0
        and document.words[mention.first - 1] in that
    )


def is_of_family(cast: Cast, entity: Entity) -> bool:
    """Whether of a name of three words the register knows the family alone: "كيم هونغ كيون".

    Args:
        cast: everybody in the article.
        entity: who bears it.
    """
    known = [holder for i in entity.mentions for holder in cast.mentions[i].known]
    first = list(entity.name[:1])
    return (
        len(entity.name) > _WORDS
        and bool(known)
        and all(holder.short and holder.holder.split()[:1] == first for holder in known)
    )
