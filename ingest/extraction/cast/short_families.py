"""Short families: those of two letters by which whole articles call somebody: "شي" of "شي جين بينغ"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Cast, Entity
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


def is_beside_leader(cast: Cast, i: int) -> bool:
    """Whether somebody is joined by "and" to who is known to lead a land: "بين ترامب وكيم".

    Args:
        cast: everybody in the article.
        i: the mention.
    """
    pairs = [pair for pair in ((i - 1, i), (i, i + 1)) if pair[0] >= 0 and pair[1] < len(cast.mentions)]
    beside = [(cast.mentions[one], cast.mentions[other], one + other - i) for one, other in pairs]
    return any(
        one.last == other.first and other.clitic == "و" and any(k.leads for k in cast.mentions[at].known)
        for one, other, at in beside
    )
