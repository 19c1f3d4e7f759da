"""The words of an office itself: what completes its head, and what is said of its state in courtesy."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.ranks import is_inner_rank
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Office
from liqaa.ingest.extraction.text.phrasebook import Match

_KEY_WORDS = 3
# Words between what a minister is known to be minister of and his nationality.
_FIELD_WORDS = 2
# The land of whom is spoken.
_OWN_LAND = frozenset(("بلاده", "بلادها", "بلادهم"))


class OfficeWords:
    """An office being read, word by word: each method takes the words of a kind and says whether it did.

    Attributes:
        at: the token to read next.
        country: party named so far.
        ranges: the token ranges of the office so far, nationality left out.
        national: whether its nationality or state has been read.
        owned: it carries the pronoun of the state or body spoken of.
        posted: its holder works for an embassy.
    """

    def __init__(
        self, knowledge: Knowledge, words: list[str], at: int, end: int, match: Match[Office]
    ) -> None:
        self.knowledge = knowledge
        self.lists = knowledge.lexicon.offices
        self.words = words
        self.begun = at
        self.end = end
        self.office = match.value
        self.at = match.last
        self.head_end = match.last
        self.country = self.office.country
        self.ranges: list[tuple[int, int]] = []
        self.key_words = [self.office.word]
        self.national = False
        self.resumed = False
        self.posted = False
        self.charge_end = -1
        self.duty: str | None = None
        self.owned = match.value.owned

    def key(self) -> str:
        """The folded head of the office: its first words."""
        return " ".join(self.key_words[:_KEY_WORDS])

    def complement(self) -> bool:
        """A word that says of what somebody is minister, chief or envoy: "الخارجية", "هيئة الأركان"."""
        word = self.words[self.at]
        complement = self._complement_in(word)
        if complement is None or self._speaks_for_person() or self._is_where_he_goes():
            return False
        if self._is_given_name(word) or self._counts_times() or self._is_his_own_place(word):
            return False  # "وزير الخارجية باسم الصباغ", "التقى الوزير لأول مرة", "الوزير بمكتب سموه"
        if word in self.knowledge.lexicon.syntax.boundaries or self._is_inner_rank(word):
            return False  # "ولي العهد لبحث الأزمة", "وزير الخارجية السفير أ"
        thing = self._is_of_a_thing(word) or self._is_a_matter(complement) or self._is_told(word, complement)
        thing = thing or (complement in self.lists.directions and not is_definite(word))  # "رئيس دولة غربية"
        if thing or self._is_praised(word) or self._names_somebody() or self._leads_another_state(complement):
            return False  # "وزير الدفاع الأميركي بيت هيغسيث"
        further = not self.lists.further_heads.isdisjoint((complement, complement.removesuffix("ه")))
        alone = self._is_told_already() or self._is_head_of_state()
        further = further and not (word in self.lists.ruling and is_definite(self.words[self.at - 1]))
        if further and (alone or word.startswith("ب") or self.office.country):
            return False  # "لقاء المسؤول برئيس الوزراء", "التقى السفير رئيس مجلس النواب": two people
        if self.national and word.startswith(("لل", "بال")) and complement in self.lists.visited:
            return False  # "زيارة الرئيس الروسي للعاصمة التركية", "يحل الوزير الروسي بالعاصمة"
        group = complement in self.lists.groups and complement not in self.lists.bodies
        fields = self.resumed and is_definite(word)  # "للشؤون العربية والأفريقية", "للشؤون السياسية والأمن"
        # Officials of organisations are told by all their fields.
        fields = fields and (word.endswith("ه") or self.country in self.knowledge.bodies)
        apart = plain(word) != complement or is_definite(self.words[self.at - 1])
        group = group and apart  # but "رئيس وفد"
        own = complement == word and not is_definite(self.words[self.at - 1])  # "نائب وزير الدفاع"
        joined = word.startswith("و") and not own
        beside = joined and ((self.national and not fields) or further or group)
        met = word.startswith("ب") and group and is_definite(self.words[self.at - 1])
        if beside or met:
            return False  # another office or a delegation begins: "والوفد", "لقاء جمع الرئيس بوفد"
        more = complement in self.lists.after_nationality or self._is_general(word)
        if self.national and not (self.resumed or more or word.startswith(("ل", "ب"))):
            return False
        self.resumed = self.national
        if len(self.key_words) < _KEY_WORDS and complement not in self.lists.qualifiers:
            self.key_words.append(complement)
        self.at += 1
        return True

    def _is_general(self, word: str) -> bool:
        """Whether "general" stands behind a nationality: "القنصل البريطاني العام", not "العام الماضي"."""
        dates, after = self.knowledge.lexicon.dates, self.words[self.at + 1] if self.at + 1 < self.end else ""
        general = word == "العام" and self.office.word in self.lists.generals
        return general and not after.isdecimal() and after not in dates.past | dates.next | dates.this

    def _is_inner_rank(self, word: str) -> bool:
        """Whether a rank stands between an office at home and its holder's name: "وزير العدل المستشار أ"."""
        after = self.words[self.at + 1] if self.at + 1 < self.end else ""
        if not after or not is_inner_rank(self.knowledge, word, " ".join(self.key_words)):
            return False
        books = (self.knowledge.honorifics, self.knowledge.people)
        known = any(book.match(self.words, self.at + 1, clitics=False) for book in books)
        return known or after in self.knowledge.given

    def _counts_times(self) -> bool:
        """Whether it is told for the how manieth time somebody does something: "لأول مرة"."""
        after = self.words[self.at + 1] if self.at + 1 < self.end else ""
        return self.words[self.at].startswith("ل") and after in self.knowledge.lexicon.events.times

    def _is_told(self, word: str, complement: str) -> bool:
        """Whether what is no more of it stands behind a whole title: "أطلع خادم الحرمين المجلس".

        Such as "أجريت لخادم الحرمين مراسم".
        """
        whole = self.at == self.head_end and self.office.whole and self.office.country is not None
        more = self.lists.after_nationality | self.lists.qualifiers
        led = word.startswith(("ل", "ب", "و"))  # "نائب حاكم دبي لشؤون الأمن"
        return whole and not led and complement not in more

    def _is_his_own_place(self, word: str) -> bool:
        """Whether where somebody receives begins here: "بمكتب سموه", "ببيت البركة"."""
        after = self.words[self.at + 1] if self.at + 1 < self.end else ""
        if not word.startswith("ب") or after in self.knowledge.lexicon.syntax.titles_with_pronoun:
            return word.startswith("ب")
        return after.startswith("ال") and word[1:] in self.knowledge.lexicon.events.houses

    def _is_praised(self, word: str) -> bool:
        """Whether ب leads to a matter without the article, of no office: "أشاد وزير الخارجية بعلاقات"."""
        charged = plain(self.words[self.at - 1]) in self.lists.entrusted
        return word.startswith("ب") and word[1:] in self.lists.matters and not charged

    def _is_told_already(self) -> bool:
        """Whether the office so far is a bare definite title that means somebody already named."""
        alone = self.at == self.head_end and self.office.word in self.lists.standing_alone
        return alone and is_definite(self.words[self.at - 1]) and not is_definite(self.words[self.at])

    def _is_head_of_state(self) -> bool:
        """Whether the office so far is that of who leads a state, in full: "رئيس الجمهورية"."""
        head = self.knowledge.office_head(self.key())
        return self.at > self.head_end and head in self.lists.heads_of_state

    def _is_where_he_goes(self) -> bool:
        """Whether a land that is no part of the office follows: "غادر وزير الدفاع جمهورية مصر"."""
        if self.words[self.at] not in self.lists.states or not is_definite(self.words[self.at - 1]):
            return False
        match = self.knowledge.geo.match(self.words, self.at, clitics=False)
        return match is not None and match.value.kind == "country"

    def _names_somebody(self) -> bool:
        """Whether somebody known is named in full here, or by his last name behind a title: "الرئيس بري"."""
        bare = self.at == self.head_end and self.office.word in self.lists.called_by_name
        if bare and self.words[self.at] in self.lists.surnames_too and is_definite(self.words[self.at - 1]):
            return True
        match = self.knowledge.people.match(self.words, self.at, clitics=False)
        return match is not None and match.last - self.at > 1 and match.last <= self.end

    def _is_of_a_thing(self, word: str) -> bool:
        """Whether an adjective behind a nationality is of a thing: "نوايا الرئيس الأمريكي الخاصة بقمة"."""
        behind = self.national and not self.resumed
        own = word.startswith("ال") and word.endswith("ه")  # "السوداني بالإنابة" is the holder's
        of_woman = self.words[self.head_end - 1].endswith("ه")  # "سفيرة تركيا السابقة"
        return behind and own and not (of_woman or self.words[self.at - 1].endswith("ه"))

    def _is_a_matter(self, complement: str) -> bool:
        """Whether what is discussed begins behind the office: "بحث وزير الداخلية مكافحة المخدرات"."""
        bare = self.words[self.at] == complement  # not "المفوضة السامية للأمم المتحدة لحقوق الإنسان"
        return complement in self.lists.matters and bare and is_definite(self.words[self.at - 1])

    def _leads_another_state(self, complement: str) -> bool:
        """Whether a second head of state begins here: "صحب الملك الرئيس الكيني".

        Or one behind an office whose land has been told: "التقى وزير الدولة القطري للشؤون الخارجية الرئيس أ".
        """
        word, before = self.words[self.at], self.words[self.at - 1]
        if self.national and word.startswith("ال") and before not in self.lists.speaks_for:
            return complement in self.lists.heads_of_state | self.lists.heads_of_government
        return self.at == self.head_end and {self.office.word, complement} <= self.lists.heads_of_state

    def courtesy(self) -> bool:
        """What is said of a friendly state between its name and the holder's: "دولة قطر الشقيقة"."""
        if not self.national or self.words[self.at] not in self.lists.courtesies:
            return False
        self.at += 1
        self.leave_out(self.at - 1)
        return True

    def this_land(self) -> bool:
        """The land spoken of before: "رئيسة وزراء هذا البلد"."""
        if (
            not self.national
            and self.words[self.at] in _OWN_LAND
            and not is_definite(self.words[self.at - 1])
        ):
            self.at += 1
            self.leave_out(self.at - 1)
            return True  # "ولي عهد بلاده"
        if self.national or self.words[self.at] not in ("هذا", "هذه") or self.at + 1 >= self.end:
            return False
        if self.words[self.at + 1] not in self.lists.lands:
            return False
        self.at += 2
        return True

    def field(self) -> bool:
        """Whatever definite words lead from the office to its nationality: "الاقتصاد الأزرق النيجيري"."""
        if self.national or self.at == self.head_end or not is_definite(self.words[self.at - 1]):
            return False
        for here in range(self.at, min(self.at + _FIELD_WORDS, self.end - 1)):
            if not self._is_of_a_field(here):
                return False
            adjective = self.knowledge.adjectives.match(self.words, here + 1, clitics=False)
            nation = adjective and adjective.value.definite and adjective.value.number == 1
            if nation or self._is_styled_state(here + 1):
                self.at = here + 1
                return True
        return False

    def _is_styled_state(self, token: int) -> bool:
        """Whether the style of a state begins behind a preposition written onto it: "لجمهورية كينيا"."""
        word = self.words[token]
        if not (word.startswith(("ل", "ب")) and word[1:] in self.lists.states):
            return False
        match = self.knowledge.geo.match(self.words, token)
        return match is not None and match.value.kind == "country" and match.last <= self.end

    def _is_of_a_field(self, token: int) -> bool:
        """Whether a word is definite and begins nobody else's mention."""
        word, knowledge = self.words[token], self.knowledge
        if (
            not is_definite(word)
            or len(word) < 5
            or plain(word) in self.lists.groups
            or plain(word) in knowledge.given
        ):
            return False
        books = (knowledge.offices, knowledge.honorifics, knowledge.geo, knowledge.triggers)
        return not any(book.match(self.words, token) for book in books)

    def _speaks_for_person(self) -> bool:
        """Whether an office begins here whose holder is meant, too: "المتحدث باسم رئيسة الوزراء"."""
        previous = self.words[self.at - 1]
        if previous not in self.lists.speaks_for or self.at == self.head_end:
            return False
        match = self.knowledge.offices.match(self.words, self.at, clitics=False)
        return match is not None and match.value.number == 1

    def _is_given_name(self, word: str) -> bool:
        """Whether a complement is a man's name: "وزير الخارجية باسم الصباغ", "رئيس الوزراء سامي الخصاونة".

        It is none where somebody speaks in another's name: "المتحدث باسم".
        """
        if word not in self.knowledge.given:
            return False
        if word not in self.lists.speaks_for:
            said = self.at > self.head_end or self.at - self.begun > 1  # "الفريق أول" is a rank
            said = said or self.office.word in self.lists.heads_of_state  # "الرئيسة سامية حسن"
            before = self.words[self.at - 1].removeprefix("ب")  # "وزير الداخلية بالإنابة سامي الخوري"
            return said and is_definite(before) and not is_definite(word)
        read = (plain(w).removesuffix("ه") for w in self.words[self.begun : self.at])
        return not any(w in self.lists.spokesmen for w in read)

    def charge(self) -> bool:
        """The preposition between somebody in charge and of what: "الوزير المسؤول عن الشؤون الخارجية"."""
        if self.words[self.at] != "عن" or plain(self.words[self.at - 1]) not in self.lists.charged:
            return False
        after = self.words[self.at + 1] if self.at + 1 < self.end else ""
        if not after or self._complement_in(after) is None:
            return False
        self.at += 1
        return True

    def _complement_in(self, word: str) -> str | None:
        """The complement that a word is, without article and proclitic."""
        complements, bare = self.lists.complements, plain(word)
        if bare in complements or word in complements:
            return bare
        if word[0] in "لبو" and word[1:] in complements and len(word) > 3:
            return word[1:]
        if word.startswith("ول") and word[1:] not in self.knowledge.lexicon.syntax.boundaries:
            led = plain(word[1:])  # "المدير العام للأمن ولمراقبة التراب", "للشباب وللرياضة"
            led = led if led in complements else word[2:]
            if led in complements:
                return led
        for pronoun in ("ته", "تها"):
            own = f"{word.removesuffix(pronoun)}ه"
            if word.endswith(pronoun) and own in complements:
                self.owned = self.owned or pronoun == "تها"
                return own  # "وزير خارجيته", "كوريا الجنوبية ... وزيرة خارجيتها"
        owned = self._owned(word)
        if owned is not None:
            return owned
        indefinite_head = self.at == self.head_end and not self.words[self.at - 1].startswith("ال")
        if self.office.word == "وزير" and indefinite_head and word.startswith("ال") and len(word) > 3:
            return bare  # whatever a minister is minister of
        return None

    def _owned(self, word: str) -> str | None:
        """The complement with a pronoun of whose it is: "وزير دفاعها", "رئيس وزرائه", "رئيس أركان جيشها"."""
        if is_definite(self.words[self.at - 1]) or not (word.endswith("ها") or word in self.lists.his):
            return None
        stem = word.removesuffix("ها") if word.endswith("ها") else word.removesuffix("ه")
        seat = f"{stem.removesuffix('ي')}ء"  # "وزرائها"
        own = next((form for form in (stem, seat) if form in self.lists.complements), None)
        self.owned = self.owned or (own is not None and word.endswith("ها"))
        return own

    def leave_out(self, nationality: int) -> None:
        """End a range of the office before the nationality, after which it may go on."""
        self.ranges.append((self.begun, nationality))
        self.begun = self.at

    def take(self, code: str, last: int, national: bool) -> None:
        """Take the words up to a token for the party they name."""
        self.country = self.country or code
        self.national = self.national or national
        self.at = last


def is_definite(word: str) -> bool:
    """Whether a word carries the article, also after "and"."""
    return word.removeprefix("و").startswith(("ال", "لل"))


def plain(word: str) -> str:
    """A word without the article and a preposition before it."""
    for prefix in ("لل", "وال", "بال", "ال"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix) :]
    return word
