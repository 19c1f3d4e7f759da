"""Short families: those of two letters by which whole articles call somebody: "شي" of "شي جين بينغ"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Letters of such a family, and of other surnames that are sought by themselves.
_LETTERS = 2
_LONGER = 3
# The letter in which words end that are folded to such a family: "شيء".
_HAMZA = "ء"


def is_sought(knowledge: Knowledge, entity: Entity, surname: str) -> bool:
    """Whether a surname may stand by itself: a long one, or the family of a land that names it first.

    Args:
        knowledge: the lexicon, compiled.
        entity: whose it is.
        surname: the word of his name, folded.
    """
    if len(surname) >= _LONGER:
        return True
    first = entity.country in knowledge.lexicon.names.family_first and len(entity.name) > _LETTERS
    return first and len(surname) == _LETTERS and surname not in knowledge.lexicon.common_words


def is_written_so(document: Document, token: int, surname: str) -> bool:
    """Whether a word is the surname as it is written, too: "شي", not "شيء"."""
    return len(surname) > _LETTERS or not document.text(token, token + 1).endswith(_HAMZA)
