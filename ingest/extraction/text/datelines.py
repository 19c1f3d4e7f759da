"""Datelines: where, when and by which agency an article was sent, before its first sentence.

Papers write them onto the line of the text, some without a mark behind them: "عمان 5 آب (بترا)- استقبل أ ب",
"الرياض 7 يوليو 2025 م واس استقبل أ ب". What is told begins behind: the day of a dispatch dates nothing that
happened, and a verb opens its sentence there.
"""

from __future__ import annotations

from liqaa.ingest.extraction.text.document import COMMAS, Document
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import Phrasebook
from liqaa.ontology.folding import fold

# Tokens among which a dateline ends.
_LONGEST = 24
_DASHES = frozenset("-–—ـ")
# Marks between its parts; an opening bracket and a comma end none.
_OPENING = frozenset("([*") | COMMAS
_MARKS = _DASHES | _OPENING | frozenset("/|:)]")
# Words of the name of who wrote it.
_NAME = range(2, 5)


class Datelines:
    """Finds the dateline of an article."""

    def __init__(self, knowledge: Knowledge) -> None:
        lexicon = knowledge.lexicon
        named = (lexicon.dates.months, lexicon.dates.hijri_months, lexicon.dates.weekdays)
        forms = (form for each in named for forms in each.values() for form in forms)
        self._days = frozenset(word for form in forms for word in fold(form).split())
        self._days |= lexicon.syntax.dateline_words
        self._geo, self._given, self._common = knowledge.geo, knowledge.given, knowledge.common
        self._senders = Phrasebook[bool]()  # agencies, and papers, which need a place beside them
        for name in (*knowledge.homes.agencies, *lexicon.syntax.wires):
            self._senders.add(name, value=True)
        for name in (name for paper in lexicon.publishers for name in (paper.name_ar, *paper.names)):
            if fold(name):
                self._senders.add(name, value=False)

    def end(self, document: Document) -> int:
        """The first token behind the dateline that opens an article's text, 0 where none does."""
        opening = next((s for s in document.sentences if not s.title), None)
        if opening is None:
            return 0
        end = self._end(document.words, opening.first, min(opening.first + _LONGEST, len(document.words)))
        return end if end < opening.last or len(document.sentences) > opening.index + 1 else 0

    def _end(self, words: list[str], first: int, last: int) -> int:
        at, end, seat, sent, dated = first, 0, False, False, False
        while at < last:
            apart = at == first or words[at - 1] in _MARKS
            sender = self._senders.match(words, at, clitics=False) if apart or dated else None
            if words[at] in _MARKS:
                at += 1
                closes = words[at - 1] not in _OPENING
                if closes and (sent or (seat and (dated or self._leads_on(words, at)))):
                    end = at
            elif sender and (sender.value or seat or words[sender.last : sender.last + 1] == ["-"]):
                unmarked = sender.value and at > first
                at, sent = sender.last, True
                end = at if unmarked else end
            elif at > first and (words[at].isdecimal() or words[at] in self._days):
                dated = dated or words[at].isdecimal()
                at += 1
            elif apart and (place := self._geo.match(words, at, clitics=False)):
                at, seat = place.last, True
            elif apart and (writer := self._writer(words, at, last)):
                at = writer
            else:
                break
        return end

    def _leads_on(self, words: list[str], at: int) -> bool:
        """Whether a dash behind a place alone leads to the text: no "مصر - السودان"."""
        return words[at - 1] in _DASHES and at < len(words) and self._geo.match(words, at) is None

    def _writer(self, words: list[str], at: int, last: int) -> int:
        """The token behind the name of who wrote it, which a mark closes, 0 where none stands."""
        if words[at] not in self._given:
            return 0
        end = next((t for t in range(at, last) if words[t] in _MARKS), last)
        return end if end - at in _NAME and not self._common.intersection(words[at:end]) else 0
