"""Party names: what a party that no list knows is called, before its head: "رئيس ائتلاف دولة القانون أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Words of the name of a party.
_NAME = 4


def past_party_name(knowledge: Knowledge, words: list[str], at: int, end: int) -> int:
    """The token behind the name of a party that begins at one, where its head's name follows; 0 for none.

    Args:
        knowledge: the lexicon.
        words: folded words of the document.
        at: the token behind the word for a party.
        end: the token after the sentence.
    """
    if words[at - 1] not in knowledge.lexicon.offices.parties:
        return 0
    for here in range(at, min(at + _NAME + 1, end)):
        if here > at and _names_somebody(knowledge, words, here):
            return here if words[here - 1].removeprefix("و").startswith("ال") else 0
        defined = words[here].removeprefix("و").startswith("ال")
        opens = here == at and words[here + 1 : here + 2] != [] and words[here + 1].startswith("ال")
        if not (defined or opens) or _tells_another(knowledge, words, here):
            return 0
    return 0


def _names_somebody(knowledge: Knowledge, words: list[str], at: int) -> bool:
    """Whether a name, or a title of respect before one, stands at a token, perhaps behind a comma."""
    here = at + (words[at] in COMMAS)
    if here >= len(words):
        return False
    title = knowledge.honorifics.match(words, here, clitics=False)
    here = title.last if title is not None else here
    if here >= len(words):
        return False
    known = knowledge.people.match(words, here, clitics=False)
    return known is not None or (words[here] in knowledge.given and not words[here].startswith("ال"))


def _tells_another(knowledge: Knowledge, words: list[str], at: int) -> bool:
    """Whether an official, a land or a contact is told at a token, so that no party's name goes on."""
    books = (knowledge.geo, knowledge.offices, knowledge.triggers, knowledge.honorifics)
    return any(book.match(words, at, clitics=False) is not None for book in books)
