"""Offices: how far a title reaches, and which party it names."""

from __future__ import annotations

from dataclasses import dataclass

from liqaa.ingest.extraction.knowledge import Knowledge
from liqaa.ingest.extraction.meanings import Geo, Office
from liqaa.ingest.extraction.phrasebook import Match

_KEY_WORDS = 3
# Words between what a minister is known to be minister of and his nationality.
_FIELD_WORDS = 2


@dataclass(frozen=True, slots=True)
class OfficeReading:
    """An office as read.

    Attributes:
        ranges: its token ranges, nationality left out.
        key: its folded head, such as ``وزير خارجيه``.
        country: party that it names, None for none.
        last: the token after it.
        duty: land to which a diplomat is accredited, None for none.
    """

    ranges: tuple[tuple[int, int], ...]
    key: str
    country: str | None
    last: int
    duty: str | None = None


def read_office(
    knowledge: Knowledge, words: list[str], at: int, end: int, match: Match[Office], plural: bool = False
) -> OfficeReading:
    """Read the office that begins at a token.

    Args:
        knowledge: the lexicon.
        words: folded words of the document.
        at: the office's first token.
        end: the token after the sentence.
        match: the office's first word or words.
        plural: the office is that of several, so that nationality and party belong to each holder and end it.
    """
    return _Run(knowledge, words, at, end, match).read(plural)


class _Run:
    """An office being read: complements, nationality or state, body and place of duty, in any order."""

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
        self.duty: str | None = None

    def read(self, plural: bool) -> OfficeReading:
        """Consume the office's words."""
        while self.at < self.end:
            start = self.at
            if self._nationality():
                self._leave_out(start)
                given = True
            elif (
                self._state()
                or self._in_state()
                or self._complement()
                or self._courtesy()
                or self._field()
                or self._service()
                or self._owner()
                or self._duty()
            ):
                given = self.country is not None and not self.office.country
            else:
                break
            if plural and given:
                self.at, self.country = start, None
                break
        if self.at > self.begun:
            self.ranges.append((self.begun, self.at))
        key = " ".join(self.key_words[:_KEY_WORDS])
        return OfficeReading(tuple(self.ranges), key, self.country, self.at, self.duty)

    # -- complements -----------------------------------------------------------------------------------

    def _complement(self) -> bool:
        word = self.words[self.at]
        complement = self._complement_in(word)
        if complement is None or self._speaks_for_person():
            return False
        if word in self.knowledge.lexicon.syntax.boundaries:
            return False  # "ولي العهد لبحث الأزمة"
        if self._names_somebody():
            return False  # "وزير الدفاع الأميركي بيت هيغسيث"
        further = complement in self.lists.further_heads
        if further and (word.startswith("ب") or self.office.country):
            return False  # "لقاء المسؤول برئيس الوزراء": two people
        group = complement in self.lists.groups and complement not in self.lists.bodies
        if word.startswith("و") and (self.national or further or group):
            return False  # another office or a delegation begins
        if self.national and not (
            self.resumed or complement in self.lists.after_nationality or word.startswith(("ل", "ب"))
        ):
            return False
        self.resumed = self.national
        if len(self.key_words) < _KEY_WORDS and complement not in self.lists.qualifiers:
            self.key_words.append(complement)
        self.at += 1
        return True

    def _names_somebody(self) -> bool:
        """Whether the full name of somebody known begins here."""
        match = self.knowledge.people.match(self.words, self.at, clitics=False)
        return match is not None and match.last - self.at > 1 and match.last <= self.end

    def _courtesy(self) -> bool:
        """What is said of a friendly state between its name and the holder's: "دولة قطر الشقيقة"."""
        if not self.national or self.words[self.at] not in self.lists.courtesies:
            return False
        self.at += 1
        self._leave_out(self.at - 1)
        return True

    def _field(self) -> bool:
        """Whatever definite words lead from the office to its nationality: "الاقتصاد الأزرق النيجيري"."""
        if self.national or self.at == self.head_end or not _is_definite(self.words[self.at - 1]):
            return False
        for here in range(self.at, min(self.at + _FIELD_WORDS, self.end - 1)):
            if not self._is_of_a_field(here):
                return False
            adjective = self.knowledge.adjectives.match(self.words, here + 1, clitics=False)
            if adjective and adjective.value.definite and adjective.value.number == 1:
                self.at = here + 1
                return True
        return False

    def _is_of_a_field(self, token: int) -> bool:
        """Whether a word is definite and begins nobody else's mention."""
        word, knowledge = self.words[token], self.knowledge
        plain = _plain(word)
        if not _is_definite(word) or len(word) < 5 or plain in self.lists.groups or plain in knowledge.given:
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

    def _complement_in(self, word: str) -> str | None:
        """The complement that a word is, without article and proclitic."""
        complements, plain = self.lists.complements, _plain(word)
        if plain in complements or word in complements:
            return plain
        if word[0] in "لبو" and word[1:] in complements and len(word) > 3:
            return word[1:]
        indefinite_head = self.at == self.head_end and not self.words[self.at - 1].startswith("ال")
        if self.office.word == "وزير" and indefinite_head and word.startswith("ال") and len(word) > 3:
            return plain  # whatever a minister is minister of
        return None

    # -- party -----------------------------------------------------------------------------------------

    def _nationality(self) -> bool:
        match = self.knowledge.adjectives.match(self.words, self.at, clitics=False)
        if self.national or match is None or match.last > self.end or match.value.number == 3:
            return False
        begins = self.at == self.head_end and self.office.word == "وزير"
        if begins and _plain(self.words[self.at]) in self.lists.complements:
            return False  # وزير المالية is of finance, not of Mali
        if not match.value.definite and self.words[self.at - 1].startswith("ال"):
            return False
        self._take(match.value.code, match.last, national=True)
        return True

    def _state(self) -> bool:
        if self.national:
            return False
        source = (
            self.words[self.at] == "من" and self.office.word in self.lists.sent and self.at + 1 < self.end
        )
        match = self.knowledge.geo.match(self.words, self.at + source)
        if match is None or match.last > self.end:
            return False
        if source and match.value.kind in ("country", "organisation") and not match.clitic:
            self._take(match.value.code, match.last, national=True)
            return True
        code = self._represented(match)
        if code is None or (match.value.kind == "metonym" and self._another_nation_follows(match)):
            return False
        self._take(code, match.last, national=not match.clitic)
        if self._ends_in_nationality(match):
            self._leave_out(match.last - 1)
        return True

    def _another_nation_follows(self, match: Match[Geo]) -> bool:
        """Whether a house of one land is another's here: "الكونغرس البيروفي"."""
        if match.last >= self.end:
            return False
        adjective = self.knowledge.adjectives.match(self.words, match.last, clitics=False)
        return adjective is not None and adjective.value.definite and adjective.value.code != match.value.code

    def _in_state(self) -> bool:
        """The state in which an office is held: "وزير الدفاع في دولة قطر"; a diplomat serves there."""
        if self._in_named_state():
            return True
        states = self.lists.states
        here = self.at + 1
        if self.words[self.at] != "في" or self.national or here + 1 >= self.end:
            return False
        if self.words[here] not in states or self.office.word in self.lists.diplomats:
            return False
        match = self.knowledge.geo.match(self.words, here, clitics=False)
        if match is None or match.last > self.end or match.value.kind != "country":
            return False
        self._take(match.value.code, match.last, national=True)
        return True

    def _in_named_state(self) -> bool:
        """Such as "رئيس مجلس السيادة بالسودان عبد الفتاح البرهان", where the holder's name follows."""
        match = self.knowledge.geo.match(self.words, self.at)
        if match is None or match.clitic != "ب" or match.value.kind != "country":
            return False
        if self.national and self.country != match.value.code:
            return False
        if match.last >= self.end or self.office.word in self.lists.diplomats:
            return False
        known = self.knowledge.people.match(self.words, match.last, clitics=False)
        if known is None or all(holder.party != match.value.code for holder in known.value):
            return False
        self._take(match.value.code, match.last, national=True)
        return True

    def _ends_in_nationality(self, match: Match[Geo]) -> bool:
        """Whether the name of a state's body ends in the adjective of its land: "مجلس النواب المصري"."""
        last = match.last - 1
        if match.value.kind != "metonym" or last == self.head_end:
            return False
        adjective = self.knowledge.adjectives.match(self.words, last, clitics=False)
        return adjective is not None and adjective.value.code == match.value.code

    def _leave_out(self, nationality: int) -> None:
        """End a range of the office before the nationality, after which it may go on."""
        self.ranges.append((self.begun, nationality))
        self.begun = self.at

    def _represented(self, match: Match[Geo]) -> str | None:
        """The party for which an office stands by a place or body after it, bare or with ل."""
        geo, word, previous = match.value, self.office.word, self.words[self.at - 1]
        body = geo.kind in ("country", "organisation", "authority")
        if match.clitic == "ل":
            sent_there = word in self.lists.diplomats and geo.kind != "organisation"
            return geo.code if body and not sent_there else None
        if match.clitic:
            return None
        definite = previous.startswith("ال") and previous not in ("الحكومه", "الدوله")
        governed = geo.kind in ("city", "capital", "place") and word in self.lists.governors
        governed = governed or (geo.kind == "capital" and word in self.lists.diplomats)
        if not definite and (governed or body or geo.kind == "metonym"):
            return geo.code
        named = geo.kind == "place" and previous in ("جمهوريه", "رييس", "زعيم")
        named = named or (geo.kind == "city" and previous == "جمهوريه")
        return geo.country if named else None

    def _take(self, code: str, last: int, national: bool) -> None:
        self.country = self.country or code
        self.national = self.national or national
        self.at = last

    # -- body and place of duty ------------------------------------------------------------------------

    def _service(self) -> bool:
        """The body in which somebody serves, which may carry the nationality: "في القوات الأميركية"."""
        if self.words[self.at] != "في" or self.at + 1 >= self.end:
            return False
        if _plain(self.words[self.at + 1]) not in self.lists.services:
            return False
        self.at += 2
        return True

    def _serves_abroad(self) -> bool:
        word = self.office.word
        return word in self.lists.diplomats or word.partition(" ")[0] in self.lists.diplomats

    def _owner(self) -> bool:
        """The head of state whose envoy somebody is: "مبعوث الرئيس الأميركي دونالد ترامب إلى"."""
        if not self._serves_abroad() or self.duty:
            return False
        match = self.knowledge.people.match(self.words, self.at, clitics=False)
        if match is None or match.last > self.end or not all(known.leads for known in match.value):
            return False
        self._take(match.value[0].party, match.last, national=True)
        return True

    def _duty(self) -> bool:
        """Where a diplomat serves: "لدى اليمن", "إلى سوريا", "بالقاهرة"; it gives no party."""
        if not self._serves_abroad():
            return False
        region = self.knowledge.regions.match(self.words, self.at)
        if region is not None and region.last <= self.end and region.clitic == "ل":
            self.at = region.last  # "للشرق الأوسط"
            return True
        geo = self.knowledge.geo
        if self.words[self.at] in self.knowledge.lexicon.syntax.towards and self.at + 1 < self.end:
            region = self.knowledge.regions.match(self.words, self.at + 1, clitics=False)
            if region is not None and region.last <= self.end:
                self.at = region.last
                return True
            match = geo.match(self.words, self.at + 1, clitics=False)
        else:
            match = geo.match(self.words, self.at)
            match = match if match and match.clitic in ("ب", "ل") else None
        if match is None or match.last > self.end:
            return False
        self.at = match.last
        self.duty = match.value.country
        return True


def _is_definite(word: str) -> bool:
    """Whether a word carries the article, also after "and"."""
    return word.removeprefix("و").startswith(("ال", "لل"))


def _plain(word: str) -> str:
    """A word without the article and a preposition before it."""
    for prefix in ("لل", "وال", "بال", "ال"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix) :]
    return word
