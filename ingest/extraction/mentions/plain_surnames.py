"""Plain surnames: those of the register that are words, too: "الصندوق الخلفي", "سياسي لبناني"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.bodies import BodyReader
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Document
from liqaa.ontology.folding import without_article

# Words of a name by which somebody is told who is called by his surname afterwards.
_FULL = 2


def is_plain_word(document: Document, mention: Mention, bodies: BodyReader) -> bool:
    """Whether a surname that nothing announces is a word: a nationality, or one said of something else.

    The latter only where the article tells nothing of its bearer's land, nor him in full.

    Args:
        document: the article.
        mention: what was read.
        bodies: says which lands an article names.
    """
    bare = mention.known and not (mention.office or mention.respected or mention.anaphor or mention.country)
    if not bare or mention.last > mention.first + 1 or not all(known.short for known in mention.known):
        return False
    word, knowledge = document.words[mention.first], bodies.knowledge
    if mention.clitic and knowledge.adjectives.match([word], 0, clitics=False) is not None:
        return True
    plain = without_article(word)
    if plain == word or plain not in knowledge.lexicon.common_words:
        return False
    told = any(bodies.tells_of(document, known.party) for known in mention.known)
    return not told and not any(_is_told(document, known.holder) for known in mention.known)


def _is_told(document: Document, holder: str) -> bool:
    """Whether an article tells somebody by more than his surname."""
    words, name = document.words, holder.split()[-_FULL:]
    spots = (t for t, word in enumerate(words) if word.endswith(name[0]))
    return any(words[t + 1 : t + len(name)] == name[1:] for t in spots)
