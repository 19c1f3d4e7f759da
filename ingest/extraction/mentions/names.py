"""Names: where a personal name ends, decided by what its words are known to be."""

from __future__ import annotations

import re

from liqaa.ingest.extraction.mentions.korean_names import SYLLABLES, is_last_syllable
from liqaa.ingest.extraction.mentions.names_like_and import is_surname_like_and, only_begins_like_and
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ontology.folding import fold, without_article

# Letters of the syllables that common words may look like: إن, أون.
_SHORTEST = 3
# Letters from which on the rest of a short word counts as a word behind its proclitic: لتأكيد.
_PLAIN = 5
# Letters of the longest part that a hyphen ties to a name.
_SYLLABLE = 5
# The pronoun of whom a verb is done to: "ليسلمه رسالة".
_OBJECT = re.compile(r"(?<=\w{4})(?:ه|ها|هم)$")
# Words of the longest name.
NAME_LIMIT = 7
# What a name goes on with whose first word means something else: "فخر الدين".
_FAITH = "الدين"
# Marks that no preposition stands before.
_ENDS = COMMAS | frozenset(".؛!؟?)…")


class NameReader:
    """Tells how far a personal name reaches."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.lists = knowledge.lexicon.names
        lexicon = knowledge.lexicon
        self._months = frozenset(fold(form) for forms in lexicon.dates.months.values() for form in forms)
        self.other_words = (
            knowledge.common
            | knowledge.light_verbs
            | lexicon.events.award_objects
            | lexicon.events.own_venues
            | lexicon.cues.planned
            | lexicon.cues.cancelled
            | lexicon.syntax.boundaries
            | lexicon.offices.counterparts
        )

    def end(self, words: list[str], at: int, end: int) -> tuple[int, bool]:
        """Where a name that begins at a token ends; the token itself where none begins.

        Returns:
            Index after the last word, and whether a word of it is a known name.
        """
        if at >= end:
            return at, False
        if self._is_land(words, at) and not (at + 1 < end and self._may_be_name(words[at + 1], False)):
            return at, False  # "سيزور وزير الخارجية الجديد إسرائيل"
        if self._is_city(words, at) or self._is_contact(words, at):
            return at, False  # "يزور الوزير رام الله", "قام القائد بجولة"
        if self._is_governed_office(words, at):
            return at, False  # "المستشار الخاص لخادم الحرمين"
        here, sure, joined = at, False, False
        while here < end and here - at < NAME_LIMIT:
            if self._links(words, here, end, begun=here > at):
                joined = True
            elif self._belongs(words, here, end, here - at, sure, joined):
                sure = sure or words[here] in self.knowledge.given
                joined = words[here] in self.lists.openers or self._is_of_faith(words, here, end)
            else:
                break
            here += 1
        if here == at + 1 and words[at] in self.lists.particles and not sure:
            return at, False  # "رئيس أمريكي لا يزال في منصبه"
        return here, sure

    def _is_land(self, words: list[str], at: int) -> bool:
        """Whether the name of a state begins at a token, although people bear it, too."""
        match = (
            self.knowledge.geo.match(words, at, clitics=False)
            if at < len(words) and words[at] in self.knowledge.geo
            else None
        )
        return match is not None and match.value.kind == "country"

    def _is_governed_office(self, words: list[str], at: int) -> bool:
        """Whether an office begins at a token behind a preposition written onto it, with what it is of."""
        match = self.knowledge.offices.match(words, at)
        if match is None or not match.clitic.endswith(("ل", "ب")):
            return False
        after = words[match.last] if match.last < len(words) else ""
        goes_on = without_article(after) in self.knowledge.lexicon.offices.complements
        goes_on = goes_on or self._is_land(words, match.last)  # "التقى الرئيس بملك المغرب"
        return match.last > at + 1 or goes_on  # "يلتقي الوزير الأميركي برئيس الوزراء"

    def _is_city(self, words: list[str], at: int) -> bool:
        """Whether the name of a city of several words begins at a token, "رام الله", or "بكوت ديفوار"."""
        match = self.knowledge.geo.match(words, at)
        if match is None or match.last == at + 1:
            return False
        city = match.value.kind in ("city", "capital")
        governed = match.clitic.endswith(("ب", "ل"))
        return governed and (city or match.value.kind == "country") if match.clitic else city

    def _is_contact(self, words: list[str], at: int) -> bool:
        """Whether a noun of contact begins at a token behind a preposition written onto it: "بجولة"."""
        match = self.knowledge.triggers.match(words, at)
        return match is not None and match.clitic != "" and match.value.trigger.id.endswith("-noun")

    def extended(self, words: list[str], at: int, end: int, short: bool, family: bool = False) -> int:
        """Where a known name ends that goes on: by بن or آل and what follows, or by further known names.

        Args:
            words: folded words of the document.
            at: the token after the known name.
            end: the token after the sentence.
            short: the known name is the last word of its holder's, so that no further name follows it.
            family: it is that of a family whose members' given names of two words follow it.
        """
        here = at
        while here < end:
            follows = here + 1 < end and self._may_be_name(words[here + 1], True)
            follows = follows or (here + 1 < end and self._is_father(words, here + 1))
            follows = follows or (here + 1 < end and words[here + 1] in self.lists.borne_titles)
            if words[here] in ("بن", "ابن", "ال") and follows:
                return self.end(words, here, end)[0]
            if self._is_hyphenated(words, here, end):
                here += 2
                continue
            if self._is_first_syllable(words, here, end):
                here += 1
                continue
            known = words[here] in self.lists.given | self.lists.families or self._only_a_name(words[here])
            known = known and len(words[here]) > 1  # "رحب بوتين بـ"الأجواء المنفتحة""
            tied = words[here] == "علي" or words[here] in self.lists.particles
            if self._tells_when(words, here, end):
                break
            if family and here == at and self._are_two_syllables(words, here, end):
                return here + 2  # "كيم هونغ كيون"
            if family and here == at + 1 and not known and self._may_be_name(words[here], False):
                return here + 1  # "كيم هيون تشول"
            another = self._is_another(words, here, short) or self._is_governed_office(words, here)
            if another or not known or tied or self._begins_other(words, here):
                break  # "التقى إيمانويل ماكرون بولي العهد"
            here += 1
        return here

    def _are_two_syllables(self, words: list[str], at: int, end: int) -> bool:
        """Whether two short words follow a family that can be nothing but names."""
        two = words[at : min(at + 2, end)]
        short = len(two) > 1 and all(len(word) <= _SYLLABLE for word in two)
        plain = short and not any(self._begins_other(words, t) for t in (at, at + 1))
        return plain and all(self._may_be_name(word, False) for word in two)

    def _is_another(self, words: list[str], at: int, short: bool) -> bool:
        """Whether a known name begins after a known one: "أرسل دونالد ترامب بومبيو"."""
        match = self.knowledge.people.match(words, at, clitics=False)
        if match is None or short:
            return match is not None
        return words[at] not in self.lists.given or match.last > at + 1  # "التقى ستيفان دوجاريك ناصر بوريطة"

    def _is_first_syllable(self, words: list[str], at: int, end: int) -> bool:
        """Whether a word is the first part of a name that a hyphen goes on: "جي" of "مون جي-إن"."""
        word = words[at]
        known = word in self.lists.never or word in self.other_words
        other = known and word not in self.lists.weak
        if not word.isalpha() or len(word) > _SYLLABLE or other:
            return False
        if word in self.knowledge.lexicon.syntax.prepositions or self._begins_other(words, at):
            return False
        return at + 1 < end and self._is_hyphenated(words, at + 1, end)

    def _tells_when(self, words: list[str], at: int, end: int) -> bool:
        """Whether a part of the day that is a name, too, stands before a day: "صباح الجمعة"."""
        parts_of_day = self.knowledge.lexicon.dates.parts_of_day
        return words[at] in parts_of_day and at + 1 < end and words[at + 1] in self.knowledge.days

    def _only_a_name(self, word: str) -> bool:
        """Whether a word is known as a name and as nothing else."""
        return word in self.knowledge.given and word not in self.knowledge.lexicon.common_words

    def _links(self, words: list[str], at: int, end: int, begun: bool) -> bool:
        """Whether a particle or a hyphen ties the next word to the name."""
        particle = words[at] in self.lists.particles
        if begun and self._is_hyphenated(words, at, end):
            return True
        ties = particle and at + 1 < end and not self._acts(words[at + 1])
        if ties and begun and self._is_father(words, at + 1):
            return True
        if ties and words[at] in self.lists.before_titles and words[at + 1] in self.lists.borne_titles:
            return True  # "صالح آل الشيخ"
        return ties and (self._may_be_name(words[at + 1], True) or (begun and words[at + 1] in self._months))

    def _is_father(self, words: list[str], at: int) -> bool:
        """Whether a word of offices is whose son somebody is: "مشعل بن مساعد"."""
        office = words[at] in self.knowledge.offices and not words[at].startswith("ال")
        return office and words[at - 1] in self.lists.sons

    def _acts(self, word: str) -> bool:
        """Whether a word is the imperfect of a common verb: "أ لا يزال"."""
        common = word in self.knowledge.lexicon.common_words and word not in self.knowledge.given
        return common and word.startswith(("ي", "ت"))

    def _is_hyphenated(self, words: list[str], at: int, end: int) -> bool:
        """Whether a hyphen ties a short part to a name: "مون جيه-إن", not "ترامب-كيم" or "أحمد - في"."""
        if words[at] != "-" or at + 1 >= end:
            return False
        part, knowledge = words[at + 1], self.knowledge
        if knowledge.insertions.match(words, at + 1, clitics=False):
            return False  # "آل سعود- حفظه الله"
        long = len(part) > _SYLLABLE and not part.isascii()  # "Jean-Pierre"
        if not part.isalpha() or long or part in knowledge.lexicon.syntax.prepositions:
            return False
        if len(part) > _SHORTEST and part in knowledge.lexicon.common_words:
            return False  # "الملك سلمان - حفظه الله"
        sides = [knowledge.people.match(words, here, clitics=False) for here in (at - 1, at + 1)]
        parties = [{known.party for known in side.value} for side in sides if side]
        return len(parties) < 2 or bool(parties[0] & parties[1])

    def _belongs(self, words: list[str], at: int, end: int, position: int, sure: bool, joined: bool) -> bool:
        """Whether the word at a position of a name belongs to it."""
        word = words[at]
        if word in self.lists.particles and at + 1 < end and self._acts(words[at + 1]):
            return False
        surname = position == 1 and is_surname_like_and(words[at - 1], word, self.knowledge)
        if surname or self._is_of_faith(words, at, end) or self._is_borne(words, at, end, position, joined):
            return True
        styled = position == 0 and at > 0 and words[at - 1] in self.lists.before_any_name
        if not self._may_be_name(word, joined or position == 0, styled):
            surname = position == 1 and sure and looks_like_surname(word)
            acts = word in self.knowledge.triggers  # "كان الرئيس سلام التقى"
            if not surname or acts or self._begins_other(words, at) or word in self.lists.never:
                return False
        if word == "علي" and not self._is_ali(words, at, end, position > 1):
            return False  # the preposition على folds to the name
        return position == 0 or joined or not self._begins_other(words, at)

    def _is_of_faith(self, words: list[str], at: int, end: int) -> bool:
        """Whether a word is a name before "of the faith": "فخر الدين", not "فخر" of pride."""
        return at + 1 < end and words[at] in self.lists.of_the_faith and words[at + 1] == _FAITH

    def _is_borne(self, words: list[str], at: int, end: int, position: int, joined: bool) -> bool:
        """Whether a word is part of a name, whatever it is by itself, by what stands beside it."""
        word, before = words[at], words[at - 1]
        if position == 0:
            titled = before.startswith("ال") and word in self.knowledge.lexicon.offices.surnames_too
            return titled or self._is_crown_as_name(words, at, end)  # "الرئيس بري"
        return (
            (joined and word in self.lists.borne_titles and before in self.lists.before_titles)  # "ولد الشيخ"
            or (word in self.lists.middle_titles and self._is_between_names(words, at, end))
            or (position == 1 and word in self.lists.borne_titles and not self._is_styled(words, at, end))
            or (before in self.lists.servants and word.startswith("ال"))  # "محمد عبد الستار السيد"
            or (position > 1 and before in self.lists.particles and word in self._months)  # "لويجي دي مايو"
            or word in self.lists.families
            or self._is_father(words, at)
            or (position + 1 == SYLLABLES and is_last_syllable(words, at, self.lists))
        )

    def _is_styled(self, words: list[str], at: int, end: int) -> bool:
        """Whether a title honours or governs what follows: "أ الشيخ صباح", "أ الأمين العام", no surname."""
        after = at + 1
        if after >= end or words[after] in self.lists.before_titles:
            return False  # "محمد الأمين ولد أ"
        styles = words[at] in self.lists.before_any_name
        official = styles and self.knowledge.offices.match(words, after, clitics=False) is not None
        complements, told = self.knowledge.lexicon.offices.complements, words[after]
        governs = told.startswith("ال") and without_article(told) in complements
        return official or governs or told in self.knowledge.given or self._may_be_name(told, False)

    def _is_between_names(self, words: list[str], at: int, end: int) -> bool:
        """Whether known names stand on both sides of a word of a name: "عباس الحاج حسن"."""
        given = self.lists.given
        return at + 1 < end and words[at - 1] in given and words[at + 1] in given

    def _is_crown_as_name(self, words: list[str], at: int, end: int) -> bool:
        """Whether a word of crowns stands before a surname: "العميد أمير طهماسبي", not "أمير قطر"."""
        crown = words[at] in self.knowledge.lexicon.offices.names_too and at + 1 < end
        return crown and self._may_be_name(words[at + 1], False) and not self._begins_other(words, at + 1)

    def _is_ali(self, words: list[str], at: int, end: int, late: bool) -> bool:
        """Whether علي is a name: a preposition has something after it, a quotation at least.

        After "son of" it is one.
        """
        if self._opens_phrase(words, at):
            return False
        after = words[at + 1] if at + 1 < end else "."
        if after in self.lists.no_ali_before:
            return False
        son = words[at - 1] in self.lists.sons  # "زين العابدين بن علي"
        son = son or after in self.lists.families  # "عبدالله علي الصباح"
        day = after in self.knowledge.days and words[at - 1] in self.knowledge.given  # "عرفان علي الخميس"
        return son or day or after in _ENDS or self._follows_ali(after, late)

    def _opens_phrase(self, words: list[str], at: int) -> bool:
        """Whether a trigger of several words begins with the preposition: "أقامها الرئيس على شرف أ"."""
        match = self.knowledge.triggers.match(words, at, clitics=False)
        return match is not None and match.last > at + 1

    def _follows_ali(self, word: str, late: bool) -> bool:
        """Whether the word after علي is a name, so that علي is none other than the name."""
        # A surname of the register may be a common word: "سليم أرسلان على رأس وفد", "صادق أبو راس".
        plain = word in self.knowledge.lexicon.common_words and word not in self.lists.given
        given = word in self.knowledge.given and not plain
        if late and not given and (plain or not looks_like_surname(word)):
            return False  # "حصل راجيش كومار على أرفع وسام"
        return self._may_be_name(word, False) and (given or not (plain or word.endswith("ه")))

    def _may_be_name(self, word: str, joined: bool, styled: bool = False) -> bool:
        """Whether nothing speaks against a word as a name; one that another word announces is tested less.

        Args:
            word: the word, folded.
            joined: another word announces a name.
            styled: it is what one only calls people: "السيدة سيسيل", not "سيسيل" of flowing.
        """
        if not word.isalpha() or len(word) < 2 or word in self.lists.never:
            return False
        if word in self.knowledge.given:
            return True
        if self._is_other_word(word, joined):
            return False
        if self._hides_other_word(word, _PLAIN if joined and len(word) < 7 else 3):
            return False
        aim_or_future = not styled and len(word) > 4 and word[0] in "سل" and word[1] in "يت"
        return not (aim_or_future and self._is_verb(word[1:]))

    def _is_verb(self, word: str) -> bool:
        """Whether a word in the form of an imperfect is known: ستانتون is no future, ليفني no aim."""
        knowledge, word = self.knowledge, _OBJECT.sub("", word)
        return word in knowledge.common or word in knowledge.light_verbs or word in knowledge.triggers

    def _is_other_word(self, word: str, joined: bool) -> bool:
        """Whether a word is known as something else; of one that is announced the whole must be known."""
        knowledge = self.knowledge
        books = (knowledge.geo, knowledge.adjectives, knowledge.offices)
        known = any(book.match([word], 0, clitics=False) if joined else word in book for book in books)
        known = known or any(stem in knowledge.lexicon.events.award_objects for _, stem in readings(word)[1:])
        dual_verb = len(word) > 5 and word[0] in "يت" and word.endswith("ان")  # يتباحثان
        accusative = word.endswith("ا") and word[:-1] in knowledge.lexicon.common_words  # مخيما
        owned = len(word) > 5 and word.endswith(("اته", "اتها", "اتهم"))  # تعهداته
        return (
            (word[0] == "و" and not only_begins_like_and(word, knowledge))
            or accusative
            or owned
            or _is_adverbial(word)
            or dual_verb
            or word in self.other_words
            or word in knowledge.triggers
            or known
        )

    def _hides_other_word(self, word: str, letters: int) -> bool:
        """Whether another word of so many letters stands behind a proclitic, or a name after "for"."""
        knowledge = self.knowledge
        books = (
            knowledge.offices,
            knowledge.geo,
            knowledge.triggers,
            knowledge.adjectives,
            knowledge.honorifics,
        )
        for clitic, stem in readings(word)[1:]:
            if len(stem) < letters + ("ف" in clitic) or self._is_of_name(clitic, stem):
                continue
            common = stem in knowledge.common or without_article(stem) in knowledge.common
            likened = clitic.endswith("ك") and stem in knowledge.adjectives and stem not in knowledge.offices
            if common or (not likened and any(stem in book for book in books)):
                return True  # "كارميني" is not "like an Armenian"
            if clitic.endswith("ل") and stem in knowledge.given and len(stem) > _SHORTEST:
                return True
        return False

    def _is_of_name(self, clitic: str, stem: str) -> bool:
        """Whether what looks like a preposition before "and" begins a name: "بوعلي", "بوطالب"."""
        return clitic.endswith("ب") and stem.startswith("و") and stem[1:] in self.knowledge.given

    def _begins_other(self, words: list[str], at: int) -> bool:
        """Whether a nationality, a place, an office or a title of respect begins at a token."""
        knowledge = self.knowledge
        books = (knowledge.adjectives, knowledge.geo, knowledge.offices, knowledge.honorifics)
        return self._is_key(words, at) or any(
            book.match(words, at, clitics=False) is not None for book in books
        )

    def _is_key(self, words: list[str], at: int) -> bool:
        """Whether an award that is a name, too, is told with whose it is: "سلم أ مفتاح المدينة"."""
        lexicon, after = self.knowledge.lexicon, words[at + 1] if at + 1 < len(words) else ""
        return (
            words[at] in lexicon.events.award_objects and without_article(after) in lexicon.offices.provinces
        )


def _is_adverbial(word: str) -> bool:
    """Whether a word is a participle that says how something is done: متجاهلا, مستعرضا."""
    return len(word) > 5 and word.startswith(("مت", "مست", "منت")) and word.endswith("ا")


def looks_like_surname(word: str) -> bool:
    """Whether a word has the form of an Arabic surname: "الشريدي"."""
    return word.startswith("ال") and word.endswith("ي") and len(word) > 4
