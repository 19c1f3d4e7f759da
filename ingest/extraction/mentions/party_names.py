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
    defined = False
    for here in range(at, min(at + _NAME + 1, end)):
        if here > at and _names_somebody(knowledge, words, here):
            short = here == at + 1 and _is_known(knowledge, words, here)  # "رئيس حزب تقدم أ"
            return here if defined or short else 0
        if defined and _ends(knowledge, words, here):
            return here
        other = _tells_another(knowledge, words, here) or (here > at + 1 and not _is_definite(words[here]))
        if other and not _leads_on(words, at, here, end):
            return 0
        defined = _is_definite(words[here])
    return 0


def _is_definite(word: str) -> bool:
    return word.removeprefix("و").startswith("ال")


def _leads_on(words: list[str], at: int, here: int, end: int) -> bool:
    """Whether an indefinite word is one of those before the definite one of a name: "دولة القانون"."""
    indefinite = not any(map(_is_definite, words[at : here + 1]))
    return indefinite and here + 1 < end and _is_definite(words[here + 1])


def _ends(knowledge: Knowledge, words: list[str], at: int) -> bool:
    """Whether a party's name is closed by a comma, its land or what its head does in a place."""
    if words[at] in COMMAS or words[at] in knowledge.lexicon.syntax.prepositions:
        return True
    nation = knowledge.adjectives.match(words, at, clitics=False)
    if nation is not None:  # "جبهة النضال الشعبي الفلسطيني أ"
        return nation.last >= len(words) or not _is_known(knowledge, words, nation.last)
    return knowledge.offices.match(words, at, clitics=False) is not None


def _is_known(knowledge: Knowledge, words: list[str], at: int) -> bool:
    """Whether somebody known is named in full at a token."""
    known = knowledge.people.match(words, at, clitics=False)
    return known is not None and not all(k.short for k in known.value)


def _names_somebody(knowledge: Knowledge, words: list[str], at: int) -> bool:
    """Whether a name, or a title of respect before one, stands at a token, perhaps behind a comma."""
    here = at + (words[at] in COMMAS)
    if here >= len(words):
        return False
    title = knowledge.honorifics.match(words, here, clitics=False)
    here = title.last if title is not None else here
    rank = knowledge.offices.match(words, here, clitics=False)  # "رئيس كتلة الإصلاح النائب أ"
    ranked = rank is not None and rank.value.word in knowledge.lexicon.offices.ranked
    here += ranked and _is_definite(words[here])
    if here >= len(words):
        return False
    known = knowledge.people.match(words, here, clitics=False)
    return known is not None or (words[here] in knowledge.given and not words[here].startswith("ال"))


def _tells_another(knowledge: Knowledge, words: list[str], at: int) -> bool:
    """Whether an official, a land or a contact is told at a token, so that no party's name goes on."""
    books = (knowledge.geo, knowledge.offices, knowledge.honorifics)
    return any(book.match(words, at, clitics=False) is not None for book in books) or (
        knowledge.triggers.match(words, at) is not None
    )
