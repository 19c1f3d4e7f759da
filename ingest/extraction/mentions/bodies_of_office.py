"""Bodies of states in which an office is held: "الأمين العام المساعد بالأمانة العامة لمجلس التعاون أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import Match


def body_of_office(knowledge: Knowledge, words: list[str], at: int, end: int) -> Match[Geo] | None:
    """The body of states that ب or في leads to at a token, behind an office that is held in such bodies.

    Its secretariat is part of the office wherever it stands, another word for it only before the holder's
    name: "استقبل الأمين العام بالجامعة العربية وزير الخارجية".

    Args:
        knowledge: the lexicon.
        words: the folded words of the document.
        at: the token of the preposition.
        end: the token after the sentence.
    """
    inside = words[at] == "في"
    here = at + inside
    body = knowledge.geo.match(words, here) if here < end else None
    if body is None or body.value.kind != "organisation" or body.clitic != ("" if inside else "ب"):
        return None
    if body.last > end:
        return None
    secretariat = plain(words[here]) in knowledge.lexicon.offices.secretariats
    return body if secretariat or _is_named(knowledge, words, body.last, end) else None


def _is_named(knowledge: Knowledge, words: list[str], at: int, end: int) -> bool:
    """Whether a style, a rank, also of a diplomat, or a name stands at a token."""
    if at >= end:
        return False
    styled = knowledge.honorifics.match(words, at, clitics=False) is not None
    return styled or plain(words[at]) in knowledge.lexicon.offices.inner_ranks or words[at] in knowledge.given
