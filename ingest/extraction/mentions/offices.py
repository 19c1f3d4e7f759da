"""Offices: how far a title reaches, and which party it names."""

from __future__ import annotations

from dataclasses import dataclass

from liqaa.ingest.extraction.mentions.body_fields import is_field
from liqaa.ingest.extraction.mentions.body_names import past_body_name
from liqaa.ingest.extraction.mentions.office_lands import OfficeLands
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.mentions.origins import origin_at
from liqaa.ingest.extraction.mentions.party_names import past_party_name
from liqaa.ingest.extraction.mentions.state_bodies import is_of_one_state
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Adjective, Geo, Office
from liqaa.ingest.extraction.text.phrasebook import Match


@dataclass(frozen=True, slots=True)
class OfficeReading:
    """An office as read.

    Attributes:
        ranges: its token ranges, nationality left out.
        key: its folded head, such as ``وزير خارجيه``.
        country: party that it names, None for none.
        last: the token after it.
        duty: land to which a diplomat is accredited, None for none.
        owned: it carries the pronoun of the state or body spoken of: وزير خارجيتها.
        body: of which its holder presides for a time, whom it does not name as its own.
    """

    ranges: tuple[tuple[int, int], ...]
    key: str
    country: str | None
    last: int
    duty: str | None = None
    owned: bool = False
    body: str | None = None


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


class _Run(OfficeLands):
    """An office being read: its own words, nationality or state, body and place of duty, in any order."""

    def read(self, plural: bool) -> OfficeReading:
        """Consume the office's words."""
        while self.at < self.end:
            start = self.at
            if self._nationality() or self._land_of_body():
                self.leave_out(start)
                given = True
            elif (
                self._state()
                or self._party_again()
                or self.second_sender()
                or self.of_two()
                or self._adjective_again()
                or self.in_styled_state()
                or self.in_named_state()
                or self.in_body_of_states()
                or self.in_state()
                or self.nationals_abroad()
                or self._beside_another()
                or self.title()
                or self.in_chamber()
                or self.portfolio()
                or (self._opens_name() and self._named_party())
                or self.complement()
                or self.charge()
                or self.courtesy()
                or self.this_land()
                or self.field()
                or self.service()
                or self.work()
                or self.errand()
                or self._owner()
                or self.crown_by_land()
                or self.aided_leader()
                or self.place_of_duty()
                or self.abbreviation()
                or self.own_name()
                or self._named_party()
                or self._named_body()
                or self._befriended()
            ):
                given = self.country is not None and not self.office.country
            else:
                break
            if plural and given:
                self.at, self.country = start, None
                break
        if self.at > self.begun:
            self.ranges.append((self.begun, self.at))
        # Who presides for a time may represent his own state: "رئيس الدورة الحالية للاتحاد الأفريقي".
        in_turn = not self.lists.terms.isdisjoint(self.key_words)
        country, body = (None, self.country) if in_turn else (self.country, None)
        return OfficeReading(tuple(self.ranges), self.key(), country, self.at, self.duty, self.owned, body)

    # -- party -----------------------------------------------------------------------------------------

    def _nationality(self) -> bool:
        match = self.knowledge.adjectives.match(self.words, self.at, clitics=False)
        if self.national or match is None or match.last > self.end:
            return False
        if match.value.number == 2 or (match.value.number == 3 and not self._is_of_several(match)):
            return False  # "دائرة الأمريكيتين"
        begins = self.at == self.head_end and self.office.word == "وزير"
        begins = begins or self.words[self.at - 1] == "وزير"  # "نائب وزير المالية"
        if begins and plain(self.words[self.at]) in self.lists.complements:
            return False  # وزير المالية is of finance, not of Mali
        if is_field(self.knowledge, self.words, self.at):
            return False  # "وكيل وزارة المالية", "رئيس اللجنة المالية"
        if self.at == self.head_end and match.value.feminine and not self.words[self.at - 1].endswith("ه"):
            return False  # "المحافظ المالية": of money, and no governor
        first = {plain(self.words[self.at]), plain(self.words[self.at - 1])}
        of_what = not first.isdisjoint(self.lists.complements | self.lists.troops)
        if of_what and self._nation_follows(match.last) and not self._is_of_friends():
            return False  # "الوزير المالي البريطاني", "القيادة الأوروبية الأميركية"
        if not match.value.definite and self.words[self.at - 1].startswith("ال"):
            return False
        self.take(match.value.code, match.last, national=True)
        return True

    def _is_of_several(self, match: Match[Adjective]) -> bool:
        """Whether a plural nationality is of those whose chief somebody is: "كبير المفاوضين الإيرانيين"."""
        chief = self.office.word.partition(" ")[0] in self.lists.grades
        before = self.words[self.at - 1]
        several = before.startswith("ال") and before.endswith(("ين", "اء"))
        return chief and several and match.value.definite and self.at > self.head_end

    def _land_of_body(self) -> bool:
        """A land's name that is also the adjective of the body before it: "قائد القوات البحرية السعودية".

        After a verb or noun of going it may be where the holder goes: "زار قائد القوات البحرية السعودية".
        """
        before, word = self.words[self.at - 1], self.words[self.at]
        if self.national or self.at == self.head_end or self.office.word == "وزير":
            return False
        if not (word.startswith("ال") and word.endswith("يه") and before.startswith("ال")):
            return False
        match = self.knowledge.geo.match(self.words, self.at, clitics=False)
        if match is None or match.value.kind != "country" or not before.endswith(("ه", "ات")):
            return False
        goes = self.knowledge.triggers.match(self.words, self.begun - 1) if self.begun else None
        named = self.knowledge.honorifics.match(self.words, match.last, clitics=False) is not None
        led_on = self.words[match.last : match.last + 1] in (["الي"], ["نحو"])  # "السعودية إلى طهران"
        if goes is not None and goes.value.trigger.type == "visit" and not (named or led_on):
            return False
        self.take(match.value.code, match.last, national=True)
        return True

    def _nation_follows(self, at: int) -> bool:
        """Whether another nationality stands right after what could be one."""
        match = self.knowledge.adjectives.match(self.words, at, clitics=False) if at < self.end else None
        return match is not None and match.value.definite

    def _state(self) -> bool:
        if self.national:
            return False
        sent = self.office.word in self.lists.sent
        origin = origin_at(self.knowledge, self.words, self.at, self.end) if sent else None
        if origin is not None:
            self.take(origin.value.code, origin.last, national=True)
            return True
        match = self.knowledge.geo.match(self.words, self.at)
        if match is None or match.last > self.end:
            return False
        if match.value.ambiguous and match.value.kind == "metonym":
            return False  # "رئيس الديوان الملكي": several courts are called so
        region = self.knowledge.regions.match(self.words, self.at)
        if region is not None and region.last > match.last:
            return False  # "مدير إدارة أمريكا الشمالية"
        code = self.represented(match)
        if code is None or (match.value.kind == "metonym" and self._another_nation_follows(match)):
            return False
        if is_of_one_state(match, self.words, self.at, self.end, self.knowledge):
            return False
        self.take(code, match.last, national=not match.clitic)
        if self.ends_in_nationality(match):
            self.leave_out(match.last - 1)
        elif match.value.kind == "metonym":
            self.nation_again(match.value.code)
        elif match.value.kind == "authority" and match.value.country:
            self.nation_again(match.value.country)  # "وفد المعارضة السورية أ"
        return True

    def _party_again(self) -> bool:
        """The party whose body the office names: "رئيس المجلس السياسي الأعلى للحوثيين"."""
        match = self.knowledge.geo.match(self.words, self.at) if self.national else None
        if match is None or match.clitic != "ل" or match.last > self.end:
            return False
        if match.value.kind not in ("authority", "organisation") or match.value.code != self.country:
            return False
        self.at = match.last
        return True

    def _adjective_again(self) -> bool:
        """The adjective of the land whose house the office names: "مجلس أ بالجمعية الاتحادية الروسية"."""
        match = self.knowledge.adjectives.match(self.words, self.at, False) if self.national else None
        again = match is not None and match.value.code == self.country and match.value.definite
        if match is None or not again or match.value.number != 1 or match.last >= self.end:
            return False
        body = self.words[self.at - 1].startswith("ال") and self.words[self.at - 1].endswith(("ه", "ات"))
        if not (body and match.value.feminine):
            return False
        self.at = match.last
        self.leave_out(self.at - 1)
        return True

    def _another_nation_follows(self, match: Match[Geo]) -> bool:
        """Whether a house of one land is another's here: "الكونغرس البيروفي"."""
        if match.last >= self.end:
            return False
        adjective = self.knowledge.adjectives.match(self.words, match.last, clitics=False)
        return adjective is not None and adjective.value.definite and adjective.value.code != match.value.code

    def _opens_name(self) -> bool:
        """Whether an indefinite word stands here, which opens a party's name: "رئيس ائتلاف دولة القانون"."""
        return not self.words[self.at].removeprefix("و").startswith("ال")

    def _named_party(self) -> bool:
        """The name of a party that no list knows, before its head's: "رئيس تيار الحكمة الوطني أ"."""
        last = past_party_name(self.knowledge, self.words, self.at, self.end)
        self.at = last or self.at
        return last > 0

    def _named_body(self) -> bool:
        """The name of a body that no list knows: "رئيس هيئة قناة السويس", "رئيس هيئة التعليم والتدريب أ"."""
        last, land = past_body_name(self.knowledge, self.words, self.at, self.end)
        if not last:
            return False
        start = self.at = last
        told = self.at < self.end and (
            self._nationality() or self._land_of_body() or self._land_before_name()
        )
        if told:
            self.leave_out(start)
        self.country = self.country or land
        self.end = self.at  # nothing of the office follows
        return True

    def _land_before_name(self) -> bool:
        """A land's name that is also an adjective, before a name: "هيئة التعليم والتدريب السعودية أ"."""
        word, match = self.words[self.at], self.knowledge.geo.match(self.words, self.at, clitics=False)
        land = match is not None and match.value.kind == "country" and word.startswith("ال")
        if match is None or not land or not word.endswith("يه") or self.national:
            return False
        if not self._is_named(match.last):
            return False
        self.take(match.value.code, match.last, national=True)
        return True

    def _is_of_friends(self) -> bool:
        """Whether the office is in a body of friends: "رئيس لجنة الصداقة البرلمانية الكويتية الصينية"."""
        return any(plain(word) in self.lists.friendships for word in self.words[self.head_end : self.at])

    def _befriended(self) -> bool:
        """The second land of a body of friends, whose party the first is."""
        match = self.knowledge.adjectives.match(self.words, self.at, clitics=False) if self.national else None
        if match is None or not match.value.definite or not self._is_of_friends():
            return False
        start, self.at = self.at, match.last
        self.leave_out(start)
        return True

    def _beside_another(self) -> bool:
        """The office beside which it is held: "الوزير المنتدب لدى وزير الدفاع"."""
        beside = self.words[self.at] == "لدي" and plain(self.words[self.at - 1]) in self.lists.delegated
        match = self.knowledge.offices.match(self.words, self.at + 1, clitics=False) if beside else None
        if match is None or match.last > self.end:
            return False
        other = read_office(self.knowledge, self.words, self.at + 1, self.end, match)
        self.country, self.at = self.country or other.country, other.last
        end = other.ranges[-1][1] if other.ranges else other.last
        if end < other.last:
            self.leave_out(end)  # "كاتب الدولة لدى وزير الدفاع الإسباني"
        return True

    def _owner(self) -> bool:
        """The head of state whose envoy somebody is: "مبعوث الرئيس الأميركي دونالد ترامب إلى"."""
        if not self.serves_abroad() or self.duty:
            return False
        return self._styled_owner() or self.named_owner()

    def _styled_owner(self) -> bool:
        """A crown told by its style behind ل: "المبعوث الخاص لسمو الأمير", "مبعوث لجلالة ملك أ"."""
        word = self.words[self.at]
        style = self.knowledge.honorifics.match([word[1:]], 0, clitics=False) if word[0] == "ل" else None
        if style is None or self.at + 1 >= self.end:
            return False
        crown, last = self.words[self.at + 1], self.at + 2
        if plain(crown) not in self.lists.heads_of_state:
            return False
        match = self.knowledge.offices.match(self.words, self.at + 1, clitics=False)
        if match is not None and not crown.startswith("ال"):
            other = read_office(self.knowledge, self.words, self.at + 1, self.end, match)
            self.country, last = self.country or other.country, other.last
        self.at = last
        return True
