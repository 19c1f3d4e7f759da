"""Half names: a land told by its adjective alone behind its namesake: "زعيما كوريا الشمالية والجنوبية"."""

from __future__ import annotations

from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Geo

# Words of a name with its adjective.
_NAME = 2


def other_half(knowledge: Knowledge, words: list[str], at: int) -> Geo | None:
    """The land of which only the adjective is told, joined to another of the same first word.

    Args:
        knowledge: the lexicon, compiled.
        words: the words of the document, folded.
        at: the token of the joined adjective.
    """
    if at < _NAME or not words[at].startswith("وال"):
        return None
    before = knowledge.geo.match(words, at - _NAME)
    name = [words[at - _NAME].removeprefix(before.clitic), words[at].removeprefix("و")] if before else []
    land = knowledge.geo.match(name, 0, clitics=False) if before and before.last == at else None
    if land is None or land.last < _NAME or land.value.kind != "country":
        return None
    return land.value
