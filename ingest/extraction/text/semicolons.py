"""Semicolons between those whom a list names: "كلا من: السفير أ، سفير ب؛ والسفير ج، سفير د"."""

from __future__ import annotations

from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.knowledge import Knowledge

_SEMICOLON, _COMMA = "؛", "،"


def read_as_commas(document: Document, knowledge: Knowledge) -> None:
    """Let a comma stand for each semicolon behind which "and" joins a style or an office.

    Args:
        document: the article, which is changed.
        knowledge: the lexicon, compiled.
    """
    words = document.words
    if _SEMICOLON not in words:
        return
    for at in range(1, len(words) - 1):
        if words[at] != _SEMICOLON or not words[at + 1].startswith("و"):
            continue
        found = (book.match(words, at + 1) for book in (knowledge.honorifics, knowledge.offices))
        if any(match is not None and match.clitic == "و" for match in found):
            words[at] = _COMMA
