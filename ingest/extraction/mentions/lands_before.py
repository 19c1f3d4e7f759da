"""Lands before: parties whose land stands right before them: "بين وفد النظام السوري ووفد المعارضة"."""

from __future__ import annotations

from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Geo


def is_of_land_before(knowledge: Knowledge, words: list[str], at: int, party: Geo) -> bool:
    """Whether a party that is only called by what it is stands right behind its land.

    Args:
        knowledge: the lexicon, compiled.
        words: the folded words of the document.
        at: the party's first token, which is not the first of all.
        party: what its name means.
    """
    nation = knowledge.adjectives.match(words, at - 1, clitics=False)
    return nation is not None and nation.value.code == party.country
