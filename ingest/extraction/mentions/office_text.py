"""Office texts: an office as one holder bears it, in the nominative, without pronoun and proclitic."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.mentions.mentions import Mention, has_lost_article
from liqaa.ingest.extraction.text.document import QUOTES, Document
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ontology.folding import fold_word

# Letters of the shortest word that has lost nothing when an accusative ending is taken from it.
_SHORTEST = 2
_ACCUSATIVE = ("اً", "ًا", "ا")
_BODIES = ("organisation", "authority")


class OfficeText:
    """Writes offices as they are kept."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.lists = knowledge.lexicon.offices
        self.singular = {
            fold_word(article + form): article
            + (f"{head.word}ة" if form.startswith(f"{head.word}ت") else head.word)
            for head in self.lists.heads
            for form in (*head.dual, *head.plural)
            for article in ("", "ال")
        }
        self.singular |= {
            fold_word(form): head.word
            for head in self.lists.heads
            for form in head.forms
            if form == f"{head.word}ا"
        }
        self.owned = {fold_word(f"{word}ها") for word in self.lists.possessed}
        self.groups = {fold_word(word) for word in self.lists.groups}
        self.complements = {fold_word(word) for word in self.lists.complements}

    def of(self, entity: Entity, told: Mention, document: Document) -> tuple[str, tuple[int, int]] | None:
        """The office of a participant and where its words stand in the content; None where none is given.

        Args:
            entity: who takes part.
            told: the mention that makes him take part, by whose words a body is called.
            document: the article.
        """
        mention = entity.office_mention
        if mention is None:
            named = entity.kind == "organisation" and (told.geo is None or told.geo.kind in _BODIES)
            return self._of_body(told, document) if named else None
        chars = mention.office_chars(document)
        words = [w for start, end in chars for w in document.content[start:end].strip("، ").split()]
        if words and "person" in (mention.kind, entity.kind) and mention.number == 1:
            words = self._of_one(words, document.words[mention.office[0][0]])
        elif words and mention.kind == "delegation":
            words = self._nominative(words)
        if len(words) > 1 and self._are_lands(mention, document, words):
            words = words[:-1]
        return " ".join(words), (chars[0][0], chars[-1][1])

    def _are_lands(self, mention: Mention, document: Document, words: list[str]) -> bool:
        """Whether those of several lands are named with a word for these: "وزراء الدول الأوروبية"."""
        several = any(stem in self.singular for _, stem in readings(document.words[mention.office[0][0]]))
        return several and fold_word(words[-1]) in self.lists.lands_of_several

    def _of_body(self, told: Mention, document: Document) -> tuple[str, tuple[int, int]]:
        start, end = told.chars(document)
        if document.content[start] in QUOTES and document.content[end - 1] in QUOTES:
            start, end = start + 1, end - 1
        article = "ال" if has_lost_article(document.words[told.first], told.clitic) else ""  # "للأمم"
        return article + document.content[start:end].strip("، "), (start, end)

    def _of_one(self, words: list[str], first: str) -> list[str]:
        """One holder's office: "الرئيسان" is "الرئيس" of each, "وزير خارجيتها" is "وزير الخارجية"."""
        stem = fold_word(words[0])
        several = next((s for _, s in readings(stem) if s in self.singular), None)
        if several is not None:
            words = [self.singular[several], *map(self._of_one_of_several, words[1:])]
        elif first != stem and first.removeprefix("و").startswith("لل") and not words[0].startswith("ال"):
            words = [f"ال{words[0]}", *words[1:]]  # للرئيس
        words = [words[0], *map(self._of_its_own, words[1:-1]), *words[1:][-1:]]
        his = fold_word(words[-1]) in self.lists.his
        last = _without_pronoun(f"{words[-1]}ا" if his else words[-1])
        if last is None or (len(words) == 1 and stem not in self.owned):
            return words
        several_of_it = last.endswith("ي") and fold_word(f"{last[2:]}ن") in self.complements
        return [*words[:-1], f"{last}ن" if several_of_it else last]  # "كبير مفاوضيها"

    def _of_its_own(self, word: str) -> str:
        """A word within an office with the article instead of a pronoun: "مستشار أمنها القومي"."""
        bare = word.removesuffix("ها")
        return f"ال{bare}" if bare != word and fold_word(bare) in self.complements else word

    def _of_one_of_several(self, word: str) -> str:
        """What each of several is like, in the nominative: "الجدد", "مبعوثا رفيعا من أ" is "مبعوث رفيع"."""
        one = self.lists.like_several.get(fold_word(word))
        if one is not None:
            return one
        bare = word.removesuffix("ا")
        return bare if fold_word(bare) in self.lists.grades else word

    def _nominative(self, words: list[str]) -> list[str]:
        """A delegation in the nominative: "وفدا عسكريا رفيعا" is "وفد عسكري رفيع"."""
        out: list[str] = []
        for word in words:
            bare = next((word.removesuffix(end) for end in _ACCUSATIVE if word.endswith(end)), word)
            stem = fold_word(bare)
            known = stem in (self.complements if out else self.groups)
            if not known or len(bare) <= _SHORTEST:
                break
            out.append(bare)
        return [*out, *words[len(out) :]]


def _without_pronoun(word: str) -> str | None:
    """A noun with the article instead of the pronoun of its owner: "خارجيتها" is "الخارجية"."""
    for pronoun in ("تها", "ته"):
        if word.endswith(pronoun) and len(word) > len(pronoun) + 3:
            return f"ال{word.removesuffix(pronoun)}ة"
    bare = word.removesuffix("ها")
    bare = f"{bare.removesuffix('ئ')}ء" if bare.endswith("ئ") else bare  # "وزرائها"
    return f"ال{bare}" if word.endswith("ها") and len(word) > len("ها") + 2 else None
