"""Arguments: mentions as they stand in a sentence, with what governs and joins them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES, Document, Sentence
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ontology.lexicon_words import Syntax

# Most lands whose holders of an office are named one after the other behind them.
_HOLDERS = 6
# What encloses who somebody is, after him.
_ENCLOSING = frozenset((("(", ")"), ("-", "-"), ("–", "–")))


@dataclass(frozen=True, slots=True)
class Argument:
    """A mention as it stands in a sentence.

    Attributes:
        index: index of the mention in the cast.
        first: its first token.
        last: the token after it.
        preposition: the preposition that governs it, empty for none.
        joined: it is joined by و to what stands before.
        entity: whom it names, None while open.
    """

    index: int
    first: int
    last: int
    preposition: str
    joined: bool
    entity: Entity | None


def people_among(arguments: Iterable[Argument]) -> list[Argument]:
    """Those arguments of whom it is known which person or delegation they are."""
    return [a for a in arguments if a.entity is not None and a.entity.kind in ("person", "delegation")]


def arguments_of(
    document: Document, cast: Cast, sentence: Sentence, indexes: list[int], lists: Syntax
) -> list[Argument]:
    """The arguments of a sentence, in its order.

    Args:
        document: the article.
        cast: everybody in it.
        sentence: one of its sentences.
        indexes: of the mentions in the sentence.
        lists: words that govern and join.
    """
    reader = _Reader(document, cast, sentence, lists)
    return _joined([reader.argument(i) for i in indexes], cast, document.words)


class _Reader:
    """Reads what governs the mentions of a sentence, and what joins them."""

    def __init__(self, document: Document, cast: Cast, sentence: Sentence, lists: Syntax) -> None:
        self.words = document.words
        self.cast = cast
        self.sentence = sentence
        self.lists = lists
        self.ends = {m.last for m in cast.mentions if m.sentence == sentence.index}

    def argument(self, index: int) -> Argument:
        """The argument that a mention of the cast is.

        Args:
            index: of the mention.
        """
        mention = self.cast.mentions[index]
        first, clitic = self._opening(mention)
        joined = clitic.startswith("و")
        preposition = clitic.lstrip("وف")
        if not preposition:
            counted = mention.kind == "delegation" and first - 1 > self.sentence.first
            counted = counted and self.words[first - 1].isdecimal()  # "مع مجموعة من 20 عضوا"
            preposition, governor_joins = self._governor(first - counted)
            next_one = mention.kind == "person" and self.words[first - 1] in self.lists.then
            joined = joined or governor_joins or (next_one and first > self.sentence.first)  # "أ ثم ب"
        return Argument(index, mention.first, mention.last, preposition, joined, self.cast.of(index))

    def _opening(self, mention: Mention) -> tuple[int, str]:
        """Where a mention opens, with its proclitic, over a quotation mark and what a party is called.

        Such as "مع «جيش الإسلام»", "بين روسيا وفصيل جيش الإسلام".
        """
        first, clitic = mention.first, mention.clitic
        if clitic or first == self.sentence.first:
            return first, clitic
        first -= self.words[first - 1] in QUOTES
        named = mention.kind == "organisation" and first > self.sentence.first
        for called, stem in readings(self.words[first - 1]) if named else ():
            if stem in self.lists.party_styles:
                return first - 1, called
        return first, clitic

    def _governor(self, token: int) -> tuple[str, bool]:
        """The preposition that governs what begins at a token, empty for none, and whether و joins it."""
        before = self.words[token - 1]
        named = token in self.ends and before in self.lists.prepositions  # "في قصر بيان وزير أ": no statement
        if token == self.sentence.first or named:
            return "", False
        further = self.words[max(self.sentence.first, token - 3) : token - 1]
        if self._is_joined_by(before, further):
            return "", True
        if before == "من" and further and self._is_quantity(further[-1]):
            return self._quantity_governor(token - 2)
        for clitic, stem in readings(before):
            if clitic.lstrip("وف") and stem in self.lists.brothers:
                return clitic.lstrip("وف"), clitic.startswith("و")  # "اتصالا بأخيه الملك أ"
        if before in self.lists.brothers:
            return self._governor(token - 1)  # "مع أخيه الملك أ", "كلا من رئيسها أ"
        if before == "كل" and further:
            before = further[-1]  # "مع كل من"
        if before == "مع" and further and further[-1].removeprefix("و") in self.lists.accompanying:
            return further[-1], False  # "ناقش خطة بالتنسيق مع أ"
        if before in self.lists.joined_prepositions:
            return before.removeprefix("و"), True
        if before in self.lists.next_places:
            return before.removeprefix("و"), False  # "وفي أ سيلتقي ب"
        return (before, False) if before in self.lists.prepositions else ("", False)

    def _is_joined_by(self, before: str, further: list[str]) -> bool:
        """Whether a word and those further before it join what follows to what stands before them."""
        last = further[-1] if further else ""
        return (
            before == "و"
            or before in self.lists.also
            or (before[:1] == "و" and before[1:] in self.lists.brothers)  # "السلطان أ وأخوه الرئيس ب"
            or (before in ("من", "مع") and last in self.lists.further_ones)  # "اتصالين من أ، والثاني من ب"
            or (before == "مع" and last in self.lists.then)  # "التقى أ مع ب ثم مع ج"
            or (before in ("الي", "عن") and last.lstrip("وب") in self.lists.additions)
            or (before == "جانب" and last.lstrip("و") == "الي")
        )

    def _is_quantity(self, word: str) -> bool:
        return any(stem in self.lists.quantities for _, stem in readings(word))

    def _quantity_governor(self, token: int) -> tuple[str, bool]:
        """What governs "a number of": "التقى عددا من المسؤولين", "مع عدد من", "بعدد من"."""
        clitic = next(c for c, stem in readings(self.words[token]) if stem in self.lists.quantities)
        if clitic.lstrip("وف"):
            return clitic.lstrip("وف"), clitic.startswith("و")
        preposition, joined = self._governor(token)
        return preposition, joined or clitic.startswith("و")


def _joined(arguments: list[Argument], cast: Cast, words: list[str]) -> list[Argument]:
    """The arguments, with a title and the name after it that were read apart as one: "الرئيس بخاري"."""
    out: list[Argument] = []
    for argument in arguments:
        before = out[-1] if out else None
        same = before is not None and before.entity is not None and before.entity is argument.entity
        if before is not None and same and argument.first == before.last:
            out[-1] = replace(before, last=argument.last)
        elif _names_holder(argument, out, cast, words):
            out[-1] = replace(out[-1], last=argument.last)
        elif before is not None and _is_explained(before, argument, words):
            out[-1] = replace(before, last=argument.last + 1, entity=_fuller(before.entity, argument.entity))
        else:
            out.append(argument)
    return out


def _names_holder(argument: Argument, before: list[Argument], cast: Cast, words: list[str]) -> bool:
    """Whether a name only says who holds an office just told: "وزيرا خارجية مصر والأردن أ وب"."""
    mention = cast.mentions[argument.index]
    if argument.entity is None or mention.name is None or mention.office or not before:
        return False
    gap = words[before[-1].last : argument.first]
    near = len(gap) <= 1 and all(word in COMMAS for word in gap)
    untold = (
        a for a in before[-_HOLDERS:] if cast.mentions[a.index].office and not cast.mentions[a.index].name
    )
    return near and any(a.entity is argument.entity for a in untold)


def _fuller(one: Entity | None, other: Entity | None) -> Entity | None:
    """Of somebody told twice the person with a name, else the first."""
    return other if one and other and other.kind == "person" and other.name and not one.name else one


def _is_explained(before: Argument, argument: Argument, words: list[str]) -> bool:
    """Whether brackets or dashes say who or where it is: "أ (وزير الدفاع الفرنسي)", "داكار (السنغال)"."""
    one, other = before.entity, argument.entity
    if one is None or other is None:
        return False
    if one.kind not in ("person", "state") and (one.kind, other.kind) != ("delegation", "organisation"):
        return False  # "وفد من المنظمة (أ)"
    if one.kind == "state" and (other.kind != "state" or words[before.last] == "-"):
        return False
    if one.country is None or one.country != other.country:
        return False
    opening, closing = words[before.last : before.last + 1], words[argument.last : argument.last + 1]
    return argument.first == before.last + 1 and (*opening, *closing) in _ENCLOSING
