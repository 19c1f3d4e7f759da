"""People in quotation marks, as the Egyptian presidency writes them: "استقبل أ اليوم "ب" وزير خارجية ج"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.names import NameReader
from liqaa.ingest.extraction.text.document import QUOTES, Document
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Words of a name between its marks.
_SHORTEST, _LONGEST = 2, 5
_COMMA = "،"


def unquote_people(document: Document, knowledge: Knowledge, names: NameReader) -> None:
    """Drop the quotation marks around the name of somebody whose office stands right behind them.

    Behind when or where somebody was met, a comma stands for the first, for a name alone is read there
    only behind one.

    Args:
        document: the article, which is changed.
        knowledge: the lexicon, compiled.
        names: tells how far a name reaches.
    """
    words, marks = document.words, set[int]()
    if QUOTES.isdisjoint(words):
        return
    for at in range(1, len(words) - _SHORTEST - 2):
        if words[at] not in QUOTES or at in marks:
            continue
        near = range(at + 1 + _SHORTEST, min(at + 2 + _LONGEST, len(words) - 1))
        end = next((t for t in near if words[t] in QUOTES), None)
        if end is None or not _is_office(words, end + 1, knowledge):
            continue
        known = knowledge.people.match(words, at + 1, clitics=False)
        if (known is None or known.last != end) and names.end(words, at + 1, end)[0] != end:
            continue
        marks |= {at, end}
        if _is_set_off(words[at - 1], knowledge):
            words[at] = _COMMA
            marks.remove(at)
    if marks:
        document.leave_out(marks, seamless=True)


def _is_set_off(before: str, knowledge: Knowledge) -> bool:
    """Whether a word ends what stands between a verb and whom somebody met: "استقبل أ اليوم "ب"."""
    governs = before in knowledge.lexicon.syntax.prepositions or before in knowledge.triggers
    titled = knowledge.honorifics.match([before], 0) is not None
    return before.isalpha() and not (governs or titled or knowledge.offices.match([before], 0) is not None)


def _is_office(words: list[str], at: int, knowledge: Knowledge) -> bool:
    """Whether the office of one person begins at a token."""
    match = knowledge.offices.match(words, at, clitics=False)
    return match is not None and match.value.number == 1
