"""Origins: the party from which an official without a nationality comes: "مبعوث كبير من بيونغيانغ"."""

from __future__ import annotations

from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import Match

# Kinds of parties that somebody comes from; a capital sends only whom no article makes known.
_PARTIES = frozenset(("country", "organisation"))
_CAPITALS = frozenset(("capital",))


def origin_at(knowledge: Knowledge, words: list[str], at: int, end: int) -> Match[Geo] | None:
    """The party behind "from", past what an official is like; None where there is none.

    Args:
        knowledge: the lexicon.
        words: folded words of the document.
        at: the token after the office.
        end: the token after the sentence.
    """
    here = at
    while here < end and words[here] in knowledge.lexicon.offices.grades:
        here += 1
    if here + 1 >= end or words[here] != "من":
        return None
    match = knowledge.geo.match(words, here + 1, clitics=False)
    if match is None or match.last > end:
        return None
    definite = words[at - 1].startswith("ال")  # "عاد المبعوث من موسكو"
    return match if match.value.kind in (_PARTIES if definite else _PARTIES | _CAPITALS) else None
