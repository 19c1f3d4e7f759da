"""Chambers: where somebody heads a committee or advises, told by what a house is called: "في البوندستاغ"."""

from __future__ import annotations

from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import Match


def chamber_at(knowledge: Knowledge, words: list[str], at: int, end: int) -> Match[Geo] | None:
    """The chamber in which somebody serves whose name follows: "في البوندستاغ أ", "بالكونغرس الأميركي أ".

    Where nobody is named behind it, it may be where somebody is met: "التقى رئيس اللجنة في الكونغرس نظيره".

    Args:
        knowledge: the lexicon.
        words: folded words of the document.
        at: the token behind his office.
        end: the token after the sentence.
    """
    inside = words[at] == "في"
    match = knowledge.geo.match(words, at + inside, clitics=not inside)
    if match is None or match.value.kind != "metonym" or match.value.ambiguous:
        return None
    if match.clitic != ("" if inside else "ب") or not _names_member(knowledge, words, match, end):
        return None
    return match


def _names_member(knowledge: Knowledge, words: list[str], chamber: Match[Geo], end: int) -> bool:
    """Whether somebody of its land who leads no state is named behind a chamber, or its nationality."""
    nation = knowledge.adjectives.match(words, chamber.last, clitics=False) if chamber.last < end else None
    at = nation.last if nation and nation.value.code == chamber.value.code else chamber.last
    if at >= end:
        return False
    known = knowledge.people.match(words, at, clitics=False)
    if known is not None:
        return not any(k.leads or k.party != chamber.value.code for k in known.value)
    return words[at] in knowledge.given or knowledge.honorifics.match(words, at, clitics=False) is not None
