"""Offices as they are compared: which of those in a title one person of a party holds at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from liqaa.ontology import lexicon
from liqaa.ontology.folding import fold, without_article
from liqaa.ontology.lexicon_people import Offices

_LONGEST_SYNONYM = 3
_LEADER = fold("رئيس")
# The article behind "and" or a preposition, and with "for"; letters of the shortest word that begins so.
_ARTICLE_BEHIND, _FOR_THE = ("وال", "بال"), "لل"
_SHORTEST = 4
# A preposition alone.
_IN = "في"
LEADER = frozenset({_LEADER})
"""What is left of an office that says of somebody only that he leads."""


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The words of offices.

    Attributes:
        heads: every form of a word that begins an office, to the word itself.
        synonyms: the beginning of an office to that of the same office in other words.
        single: beginnings of offices of which a party has one at a time.
        single_alone: whole offices of that kind, another with a further word.
        not_held: words that say that an office is no longer or not yet held.
        singular: words that begin the office of several people to those of one of them (رئيسين to رئيس).
        reigning: those of them who reign, beside whom somebody else governs.
        leaders: words for whoever leads a state, which papers use for one another.
        leading: words that alone say that somebody leads his state, and with a further word something else.
        vague: words for somebody of a party that say nothing of the office.
        acronyms: bodies as they are spelt letter by letter, to their names.
    """

    heads: Mapping[str, str]
    synonyms: Mapping[str, str]
    single: frozenset[str]
    single_alone: frozenset[str]
    not_held: frozenset[str]
    singular: Mapping[str, str]
    reigning: frozenset[str]
    leaders: frozenset[str]
    leading: frozenset[str]
    vague: frozenset[str]
    acronyms: Mapping[str, str]

    def compared(self, office: str) -> frozenset[str]:
        """The words of a title by which it is compared with another of the same party.

        Args:
            office: folded.

        Returns:
            The words without their article; none where the title says only that somebody came.
        """
        for short, full in self.acronyms.items():
            office = f" {office} ".replace(f" {short} ", f" {full} ").strip()
        words = self._usual([without_article(word) for word in office.split()])
        if not words:
            return frozenset()
        first = self.singular.get(words[0], self.heads.get(words[0], words[0]))
        if first in self.vague:
            return frozenset()
        rest = [self._bare(word) for word in words[1:] if word != _IN]
        if first in self.reigning:
            return frozenset([_LEADER, first, *rest])
        leads = first in self.leaders or (len(words) == 1 and first in self.leading)
        return frozenset([_LEADER if leads else first, *rest])

    def _bare(self, word: str) -> str:
        """A further word of an office without what joins it to those before: "المياه والخارجية", "للطاقة"."""
        if word.startswith(_FOR_THE) and len(word) > _SHORTEST:
            return word.removeprefix(_FOR_THE)
        if word.startswith(_ARTICLE_BEHIND) and len(word) > _SHORTEST:
            return without_article(word[1:])
        bare = without_article(word.removeprefix("و"))
        return bare if any(bare in single.split()[1:] for single in self.single) else word

    def leads_all(self, office: str) -> bool:
        """Whether a title begins with a word for whoever leads, a state, its government or a body of it.

        Args:
            office: folded.
        """
        first = next(iter(self._usual([without_article(word) for word in office.split()])), "")
        return self.heads.get(first, "") in self.leaders

    def single_offices(self, office: str) -> tuple[str, ...]:
        """The offices in somebody's title that no other of the party holds at the same time.

        Args:
            office: as an article gives it, such as ``ولي العهد نائب رئيس مجلس الوزراء وزير الدفاع``.

        Returns:
            Their names in comparison form (``ولي عهد``, ``وزير دفاع``), sorted; none for one that is no
            longer held.
        """
        words = fold(office).split()
        if self.not_held & {without_article(word) for word in words}:
            return ()
        found = {self._single(part) for part in self._parts(words)}
        return tuple(sorted(found - {""}))

    def _parts(self, words: list[str]) -> Iterator[list[str]]:
        """The offices of a title: a new one begins after a definite word (الدفاع) or with و."""
        part: list[str] = []
        before = ""
        for word in words:
            opens, joined = self._opening(word)
            if part and opens and (joined or before.startswith("ال")):
                yield part
                part = []
            part.append(opens or without_article(word))
            before = word
        if part:
            yield part

    def _opening(self, word: str) -> tuple[str, bool]:
        """The head that a word is, empty if none, and whether it is written together with و."""
        if word in self.heads:
            return self.heads[word], False
        if word[:1] == "و" and word[1:] in self.heads:
            return self.heads[word[1:]], True
        return self.heads.get(without_article(word), ""), False

    def _single(self, words: list[str]) -> str:
        """The single office that words begin with, empty when they name none."""
        title = " ".join(self._usual(words))
        longest = max(
            (single for single in self.single if f"{title} ".startswith(f"{single} ")), key=len, default=""
        )
        return longest or (title if title in self.single_alone else "")

    def _usual(self, words: list[str]) -> list[str]:
        """The words of an office, without their article, as most papers call it (خادم الحرمين: ملك)."""
        for length in range(min(_LONGEST_SYNONYM, len(words)), 0, -1):
            head = " ".join(words[:length])
            if head in self.synonyms:
                return [*self.synonyms[head].split(), *words[length:]]
        return words


def one_office(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two offices share most of the shorter one's words."""
    shorter = min(len(left), len(right))
    return shorter > 0 and 2 * len(left & right) >= shorter + 1


def office_words(offices: Offices) -> OfficeWords:
    """The words of offices as the lexicon has them."""
    heads = {fold(form): fold(head.word) for head in offices.heads for form in (head.word, *head.forms)}
    several = {fold(form): fold(head.word) for head in offices.heads for form in (*head.dual, *head.plural)}
    return OfficeWords(
        heads=heads,
        synonyms=offices.synonyms,
        single=offices.single,
        single_alone=offices.single_alone,
        not_held=offices.not_held,
        singular=several,
        reigning=offices.reigning,
        leaders=offices.heads_of_state,
        leading=offices.leaders,
        vague=offices.generic | offices.groups,
        acronyms=offices.acronyms,
    )


@cache
def load() -> OfficeWords:
    """Those of the lexicon that ships with Liqaa."""
    return office_words(lexicon.load().offices)
