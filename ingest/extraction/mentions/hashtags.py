"""Hashtags: a name written as one ends where the hashtag does: "#محمد_بن_سلمان كولي للعهد"."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.knowledge import Knowledge

# What opens a hashtag, and what ties its words together.
_MARK, _TIE = "#", "_"


def within_hashtag(document: Document, mention: Mention, knowledge: Knowledge) -> Mention:
    """A mention whose name ends with the hashtag that it opens, if that has a word more than one.

    A father or a house goes on behind it: "#محمد_بن_راشد آل مكتوم".

    Args:
        document: the article.
        mention: somebody named in it.
        knowledge: the lexicon, compiled.
    """
    if mention.name is None:
        return mention
    first, last = mention.name
    begun = document.starts[first]
    if document.content[begun - 1 : begun] != _MARK:
        return mention
    tied = [
        document.content[document.ends[t - 1] : document.starts[t]] == _TIE for t in range(first + 1, last)
    ]
    if not tied or not tied[0] or all(tied):
        return mention
    end, names = first + 1 + tied.index(False), knowledge.lexicon.names
    if document.words[end] in names.openers or document.words[end] in names.given:
        return mention
    return replace(mention, name=(first, end), last=end if mention.last == last else mention.last)
