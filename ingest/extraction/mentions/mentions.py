"""Mentions: who and what a sentence names, and where the words of name and office stand."""

from __future__ import annotations

from dataclasses import dataclass

from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.meanings import Geo, Known
from liqaa.ontology.folding import fold_word
from liqaa.ontology.model import Kind


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something named in a sentence.

    Attributes:
        first: index of the first token.
        last: index after the last token.
        sentence: index of the sentence.
        clitic: proclitics written onto the first token.
        kind: person, delegation, organisation or state; a state may be meant as a place.
        name: token range of the personal name.
        office: token ranges that make up the office, nationality left out.
        office_key: folded head of the office, such as ``وزير خارجيه``.
        further_keys: those of the offices held besides it.
        country: party represented, None while unknown.
        number: 1, 2 or 3 for several holders of one office.
        anaphor: ``counterpart``, ``pair`` or empty.
        geo: what a place or body stands for.
        known: register entries the name fits.
        respected: a title of respect stands before the name.
        definite: the office has the article, so that it may refer back.
        owned: the office carries a pronoun of the state or body spoken of before.
        duty: land to which a diplomat is accredited.
    """

    first: int
    last: int
    sentence: int
    clitic: str
    kind: Kind
    name: tuple[int, int] | None = None
    office: tuple[tuple[int, int], ...] = ()
    office_key: str = ""
    country: str | None = None
    number: int = 1
    anaphor: str = ""
    geo: Geo | None = None
    known: tuple[Known, ...] = ()
    respected: bool = False
    definite: bool = False
    owned: bool = False
    duty: str | None = None
    further_keys: tuple[str, ...] = ()

    def is_of_no_land(self) -> bool:
        """Whether it tells of several office holders, and not of which land: "القادة العسكريين"."""
        return self.kind == "person" and self.number > 2 and self.country is None and not self.anaphor

    def name_chars(self, document: Document) -> tuple[int, int] | None:
        """Where the name stands in the document's content, without a proclitic."""
        return None if self.name is None else self._chars(document, self.name)

    def office_chars(self, document: Document) -> tuple[tuple[int, int], ...]:
        """Where the words of the office stand in the document's content, without a proclitic."""
        return tuple(self._chars(document, tokens) for tokens in self.office)

    def chars(self, document: Document) -> tuple[int, int]:
        """Where the whole mention stands in the document's content, without a proclitic."""
        return self._chars(document, (self.first, self.last))

    def _chars(self, document: Document, tokens: tuple[int, int]) -> tuple[int, int]:
        start, end = document.starts[tokens[0]], document.ends[tokens[1] - 1]
        told = self.office_key.partition(" ")[0]  # "ودبلوماسيين من أ وب": the office of the second, too
        shared = tokens[0] < self.first and document.words[tokens[0]] == "و" + told
        clitic = "و" if shared else self.clitic if tokens[0] == self.first else ""
        letters = len(clitic)
        if has_lost_article(document.words[tokens[0]], clitic):
            letters += 1  # للرئيس: the article has lost its alef, so the title goes on without it
        while letters and start < end:
            if fold_word(document.content[start]):
                letters -= 1
            start += 1
        while clitic and start < end and document.content[start].isspace():
            start += 1  # "و الوزير أ"
        return start, end


def has_lost_article(word: str, clitic: str) -> bool:
    """Whether a word has lost the alef of its article to a preposition: "للقاهرة"."""
    return clitic.endswith("ل") and word[len(clitic) - 1 :].startswith("لل")


def state_mention(first: int, last: int, sentence: int, country: str | None) -> Mention:
    """A state that only an adjective or a pronoun in these tokens names."""
    return Mention(first, last, sentence, "", "state", country=country)
