"""Lands summed up: a word for several lands, told one by one behind it: "وزراء الدول الثلاث، وهي أ وب"."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.offices import OfficeReading, read_office
from liqaa.ingest.extraction.text.document import COMMAS, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Office
from liqaa.ingest.extraction.text.phrasebook import Match

# Marks that open a list of the lands a word sums up; a comma does so only behind their number.
_OPENING = frozenset("(:")
# Words between a word for several lands and their list: "الدول العربية الأربع".
_SAID_OF_THEM = 3
# Tokens from that word to the pronoun that opens the list, past what else is said of them.
_SAID_OF_ALL = 9
# Words between an office and that word: "في", "ثلاث".
_BETWEEN = 1
# The ending of a word for two lands, which says how many they are.
_OF_TWO = "ين"


def lands_told_apart(
    knowledge: Knowledge, words: list[str], at: int, end: int, match: Match[Office], reading: OfficeReading
) -> tuple[OfficeReading, int] | None:
    """The office without the word that sums up its lands, and the token at which they are listed.

    None where no list can begin; whether lands follow is for the caller to see.

    Args:
        knowledge: the lexicon.
        words: folded words of the document.
        at: the office's first token.
        end: the token after the sentence.
        match: the office's first word or words.
        reading: the office as read, which may hold that word.
    """
    syntax = knowledge.lexicon.syntax
    near = range(match.last, min(reading.last + _BETWEEN + 1, end))
    summing = next((t for t in near if words[t] in syntax.lands_summed), None)
    if summing is None:
        return None
    counted = words[summing - 1] in syntax.counts
    last = summing - (counted or words[summing - 1] == "في")
    begins = _list_after(knowledge, words, summing, end, counted or words[summing].endswith(_OF_TWO))
    if begins is None or reading.last < last:
        return None
    return read_office(knowledge, words, at, last, match, plural=True), begins


def groups_of_summed(
    knowledge: Knowledge, words: list[str], sentence: Sentence, group: Mention
) -> list[Mention]:
    """A group of each land listed behind the word that sums them up: "ممثلون عن الدول الموقعة، وهي أ وب".

    Args:
        knowledge: the lexicon, compiled.
        words: folded words of the document.
        sentence: the sentence of the group.
        group: the group, by its own word alone.
    """
    near = range(group.last, min(group.last + _BETWEEN + 1, sentence.last))
    summing = next((t for t in near if words[t] in knowledge.lexicon.syntax.lands_summed), None)
    naming = knowledge.lexicon.events.counted_off
    after = range(summing + 1, min(summing + _SAID_OF_ALL, sentence.last - 1)) if summing is not None else ()
    begins = next((t + 1 for t in after if words[t].removeprefix("و") in naming), None)
    out: list[Mention] = []
    here = begins if begins is not None else sentence.last
    while here < sentence.last:
        comma = bool(out) and words[here] in COMMAS
        land = knowledge.geo.match(words, here + comma)
        if land is None or land.value.kind != "country" or land.clitic not in ("", "و"):
            break
        first, clitic = (here + comma, "و") if out else (group.first, group.clitic)
        out.append(replace(group, first=first, last=land.last, clitic=clitic, country=land.value.code))
        here = land.last
    return out if len(out) > 1 else []


def _list_after(knowledge: Knowledge, words: list[str], summing: int, end: int, counted: bool) -> int | None:
    """The token after what opens the list of lands behind the word that sums them up."""
    naming, counting = knowledge.lexicon.events.counted_off, knowledge.lexicon.syntax.counted
    for here in range(summing + 1, min(summing + _SAID_OF_THEM + 2, end)):
        word = words[here]
        named = word.removeprefix("و") in naming
        if named or word in _OPENING or (word in COMMAS and counted):
            after = here + 1
            while after < end and (words[after] in _OPENING or words[after].removeprefix("و") in naming):
                after += 1
            return after
        if word in COMMAS:
            follows = words[here + 1 : here + 2]
            if not follows or follows[0].removeprefix("و") not in naming:
                return None
        counted = counted or word in counting
    return None
