"""Chronicles: years with which lines open that tell what happened in them: "1978 - الرئيس أ يزور ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.days.months import year_of
from liqaa.ingest.extraction.text.document import Sentence

# What stands between such a year and what is told of it, and before the year.
_AFTER = ("-", "–", "—", ":")
_BEFORE = ("-", "–", "—", "•", "*", "و", "في", "وفي")


def chronicled(words: list[str], sentence: Sentence) -> DateMention | None:
    """The year that opens a line of a chronicle.

    Args:
        words: the words of the document, folded.
        sentence: the line.
    """
    at = sentence.first
    at += words[at] in _BEFORE
    if at + 1 >= sentence.last:
        return None
    year, after = year_of(words[at].rstrip("م")), at + 1
    after += words[after] == "م" and after + 1 < sentence.last  # "1978 م:"
    told = year is not None and words[after] in _AFTER
    return DateMention(at, after, "year", year=year) if told else None
