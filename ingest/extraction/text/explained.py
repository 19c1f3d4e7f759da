"""Explained offices: what brackets say of an office before its nationality or holder.

Such as "رئيس الدوما (النواب) الروسي أ", "رئيس الدوما الروسي (النواب) أ".
"""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Words between the brackets.
_WORDS = 4


def explained(document: Document, mentions: list[Mention], knowledge: Knowledge) -> set[int]:
    """The tokens of brackets that part an office or body from the nationality or name that belongs to it.

    Args:
        document: the article.
        mentions: who and what it names.
        knowledge: the lexicon, compiled.
    """
    words, out = document.words, set[int]()
    for mention in mentions:
        end = document.sentences[mention.sentence].last
        if mention.kind == "state" or mention.last >= end or words[mention.last] != "(":
            continue
        within = range(mention.last + 1, min(mention.last + _WORDS + 2, end - 1))
        closing = next((t for t in within if words[t] == ")"), None)
        if closing is None or mention.name:
            continue  # "رئيس الوزراء أ (حزب ب) الكيني"
        nation = knowledge.adjectives.match(words, closing + 1, clitics=False)
        if (nation is not None and nation.value.definite) or _is_held_by(
            mention, words, closing + 1, knowledge
        ):
            out.update(range(mention.last, closing + 1))
    return out


def _is_held_by(mention: Mention, words: list[str], at: int, knowledge: Knowledge) -> bool:
    """Whether a name stands where an office without one goes on."""
    if mention.kind != "person" or mention.name or mention.number != 1:
        return False
    known = knowledge.people.match(words, at, clitics=False)
    return known is not None or words[at] in knowledge.given
