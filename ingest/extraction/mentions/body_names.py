"""Names of bodies that no list knows, behind the word for a body: "رئيس هيئة قناة السويس"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.office_words import is_definite
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import Match

# Words of the name of a body.
_NAME = 4
# Kinds of places after which bodies are called.
_PLACES = ("city", "capital", "place")


def past_body_name(knowledge: Knowledge, words: list[str], at: int, end: int) -> tuple[int, str | None]:
    """The token behind the name of a body that begins at one, and the land it lies in; 0 for none.

    It ends before somebody's name, the adjective of its land, another office, a preposition or a mark.

    Args:
        knowledge: the lexicon.
        words: folded words of the document.
        at: the token behind the word for a body, which has no article.
        end: the token after the sentence.
    """
    body, works = words[at - 1], knowledge.lexicon.offices.with_works
    if body not in works and body.removeprefix("ل") not in works:
        return 0, None
    here, land = at, None
    while here < min(at + _NAME, end):
        place = _place(knowledge, words, here)
        if here > at and _ends(knowledge, words, here) and place is None:
            break
        if place is None and not _goes_on(knowledge, words, at, here):
            break
        land = land or (place.value.country if place else None)
        here = place.last if place else here + 1
    closed = here >= end or _ends(knowledge, words, here)
    if not knowledge.lexicon.offices.unofficial.isdisjoint(words[at:here]):
        return 0, None  # "رئيس لجنة رجال الأعمال"
    return (here, land) if here > at + (land is None) and closed else (0, None)


def _goes_on(knowledge: Knowledge, words: list[str], at: int, here: int) -> bool:
    """Whether a word may be of the name that begins at a token: definite, or the first before such a one."""
    after = here + 1
    opens = here == at and after < len(words)
    opens = opens and (is_definite(words[after]) or _place(knowledge, words, after) is not None)
    return (is_definite(words[here]) or opens) and not _tells_another(knowledge, words, here)


def _place(knowledge: Knowledge, words: list[str], at: int) -> Match[Geo] | None:
    """A city or place, after which a body may be called, at a token; not a word that is also an adjective."""
    match = knowledge.geo.match(words, at, clitics=False)
    called = match is not None and match.value.kind in _PLACES and not match.value.ambiguous
    return match if called else None


def _ends(knowledge: Knowledge, words: list[str], at: int) -> bool:
    """Whether something else begins at a token, so that the name of a body has ended."""
    word = words[at]
    if word in COMMAS or not word.isalpha() or word in knowledge.lexicon.syntax.prepositions:
        return True
    if word in knowledge.given and not word.startswith("ال"):
        return True
    books = (knowledge.offices, knowledge.honorifics, knowledge.people, knowledge.adjectives, knowledge.geo)
    return any(book.match(words, at) is not None for book in books)


def _tells_another(knowledge: Knowledge, words: list[str], at: int) -> bool:
    """Whether an official, a land, a person or a contact is told at a token."""
    books = (knowledge.geo, knowledge.offices, knowledge.triggers, knowledge.honorifics, knowledge.people)
    acts = knowledge.light_verb(words[at]) is not None
    return acts or any(book.match(words, at, clitics=False) is not None for book in books)
