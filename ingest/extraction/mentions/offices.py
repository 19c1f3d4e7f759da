"""Offices: how far a title reaches, and which party it names."""

from __future__ import annotations

from dataclasses import dataclass

from liqaa.ingest.extraction.mentions.bodies_of_office import body_of_office
from liqaa.ingest.extraction.mentions.body_fields import is_field
from liqaa.ingest.extraction.mentions.body_names import past_body_name
from liqaa.ingest.extraction.mentions.chambers import chamber_at
from liqaa.ingest.extraction.mentions.office_duties import OfficeDuties
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.mentions.origins import origin_at
from liqaa.ingest.extraction.mentions.party_names import past_party_name
from liqaa.ingest.extraction.mentions.ranks import is_inner_rank
from liqaa.ingest.extraction.mentions.state_bodies import is_of_one_state
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Adjective, Geo, Known, Office
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


# Marks that close what stands behind a comma.
_CLOSING = COMMAS | frozenset(".؛")


class _Run(OfficeDuties):
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
                or self._in_styled_state()
                or self._in_named_state()
                or self._in_body_of_states()
                or self._in_state()
                or self.nationals_abroad()
                or self._beside_another()
                or self._title()
                or self._in_chamber()
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
                or self._crown_by_land()
                or self._aided_leader()
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
        code = self._represented(match)
        if code is None or (match.value.kind == "metonym" and self._another_nation_follows(match)):
            return False
        if is_of_one_state(match, self.words, self.at, self.end, self.knowledge):
            return False
        self.take(code, match.last, national=not match.clitic)
        if self._ends_in_nationality(match):
            self.leave_out(match.last - 1)
        elif match.value.kind == "metonym":
            self._nation_again(match.value.code)
        elif match.value.kind == "authority" and match.value.country:
            self._nation_again(match.value.country)  # "وفد المعارضة السورية أ"
        return True

    def _nation_again(self, code: str) -> None:
        """The adjective of the land whose house is named right before it: "الكونغرس الأميركي"."""
        start = self.at
        match = (
            self.knowledge.adjectives.match(self.words, start, clitics=False) if start < self.end else None
        )
        if match is not None and match.value.definite and match.value.code == code and match.last <= self.end:
            self.at = match.last
            self.leave_out(start)

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

    def _in_chamber(self) -> bool:
        """The house of whose committee or staff somebody is: "رئيس لجنة الشؤون الخارجية في البوندستاغ أ"."""
        inner = not self.lists.in_chambers.isdisjoint((*self.office.word.split(), *self.key_words))
        if self.national or not inner or self.at == self.head_end:
            return False
        chamber = chamber_at(self.knowledge, self.words, self.at, self.end)
        if chamber is not None:
            self.take(chamber.value.code, chamber.last, national=True)
            if self._ends_in_nationality(chamber):
                self.leave_out(chamber.last - 1)
            else:
                self._nation_again(chamber.value.code)
        return chamber is not None

    def _in_state(self) -> bool:
        """The state in which an office is held: "وزير الدفاع في دولة قطر"; a diplomat serves there."""
        word, styles = self.words[self.at], self.lists.states | self.lists.unions
        styled = word[0] == "ب" and word[1:] in styles  # "بجمهورية مصر العربية"
        here = self.at if styled else self.at + 1
        if not (styled or word == "في") or here + 1 >= self.end:
            return False
        if not styled and self.words[here] not in self.lists.states:
            return False
        if self.office.word in self.lists.diplomats:
            return False
        match = self.knowledge.geo.match(self.words, here)
        if match is None or match.clitic not in ("", "ب") or match.last > self.end:
            return False
        if match.value.kind != "country" or (self.national and match.value.code != self.country):
            return False
        self.take(match.value.code, match.last, national=True)
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
        if not self._name_follows(match):
            return False
        self.take(match.value.code, match.last, national=True)
        return True

    def _in_body_of_states(self) -> bool:
        """Such as "مدير مكتب الشؤون العسكرية في الأمانة العامة لمجلس التعاون"."""
        held = not self.lists.in_bodies.isdisjoint(map(plain, self.office.word.split()))
        if self.national or not held:
            return False
        body = body_of_office(self.knowledge, self.words, self.at, self.end)
        if body is not None:
            self.take(body.value.code, body.last, national=True)
        return body is not None

    def _in_styled_state(self) -> bool:
        """An office of which its land has one, before a style or name: "وزير الدفاع في قطر الشيخ سعود".

        So, too, "رئيس مجلس النواب بالبيرو، الدكتور أ" and "وزير الدفاع بالتشاد، أ".
        """
        inside = self.words[self.at] == "في"
        if self.national or self.serves_abroad():
            return False
        ministers = self.office.word == "وزير" or "وزير" in self.key_words  # "مساعدة وزير الخارجية في أ"
        if not ministers and self.lists.state_bodies.isdisjoint(self.key_words):
            return False
        match = self.knowledge.geo.match(self.words, self.at + inside)
        if match is None or match.value.kind != "country" or match.clitic != ("" if inside else "ب"):
            return False
        if not inside and self._is_set_off(match.last):
            self.take(match.value.code, match.last, national=True)
            return True
        if match.last >= self.end:
            return False
        at = match.last + (not inside and self.words[match.last] in COMMAS)
        if at >= self.end:
            return False
        styled = self.knowledge.honorifics.match(self.words, at, clitics=False)
        named = at > match.last and self.words[at] in self.knowledge.given
        ranked = is_inner_rank(self.knowledge, self.words[at], self.key())  # "في الولايات المتحدة السفيرة أ"
        if styled is None and not (named or ranked) and not self._name_follows(match):
            return False
        self.take(match.value.code, match.last, national=True)
        return True

    def _is_set_off(self, last: int) -> bool:
        """Whether an office that ends at a token stands between commas: "أ، وزير الدفاع برومانيا، ب"."""
        closed = last == self.end or (last < self.end and self.words[last] in _CLOSING)
        return closed and self.begun > 0 and self.words[self.begun - 1] in COMMAS

    def _name_follows(self, match: Match[Geo]) -> bool:
        """Whether somebody known to represent a land is named right after it, or behind a comma."""
        at = match.last + (self.words[match.last] in COMMAS)
        known = self.knowledge.people.match(self.words, at, clitics=False) if at < self.end else None
        return known is not None and any(holder.party == match.value.code for holder in known.value)

    def _ends_in_nationality(self, match: Match[Geo]) -> bool:
        """Whether the name of a state's body ends in the adjective of its land: "مجلس النواب المصري"."""
        last = match.last - 1
        if match.value.kind != "metonym" or last == self.head_end:
            return False
        adjective = self.knowledge.adjectives.match(self.words, last, clitics=False)
        return adjective is not None and adjective.value.code == match.value.code

    def _represented(self, match: Match[Geo]) -> str | None:
        """The party for which an office stands by a place or body after it, bare or with ل."""
        geo, word, previous = match.value, self.office.word, self.words[self.at - 1]
        body = geo.kind in ("country", "organisation", "authority")
        if match.clitic == "ل":
            if self.office.whole and geo.kind == "country" and self.at == self.head_end:
                return None  # "زيارة ولي العهد لمصر"
            sent_there = word in self.lists.diplomats and geo.kind != "organisation"
            sent_there = sent_there and not self._is_sent_by(match.last)
            sent_there = sent_there and self.words[self.begun] not in self.lists.accredited  # "سفيرة لكينيا"
            sent_there = sent_there and plain(previous) not in self.lists.standing_for
            return geo.code if body and not sent_there else None
        if match.clitic:
            return None
        definite = previous.startswith("ال") and previous not in ("الحكومه", "الدوله")
        governed = geo.kind in ("city", "capital", "place") and word in self.lists.governors
        seated = word in self.lists.diplomats or previous in self.lists.seated
        governed = governed or (geo.kind == "capital" and seated)
        if not definite and (governed or body or geo.kind == "metonym"):
            return geo.code
        named = geo.kind == "place" and previous in ("جمهوريه", "رييس", "زعيم")
        named = named or (geo.kind == "city" and previous == "جمهوريه")
        return geo.country if named else None

    def _is_sent_by(self, at: int) -> bool:
        """Whether where a diplomat serves follows his land: "القنصل العام لروسيا في أربيل", "بأربيل"."""
        if self.national or at >= self.end:
            return False
        post = self.knowledge.geo.match(self.words, at)
        return self.words[at] in self.knowledge.lexicon.syntax.towards or (
            post is not None and post.clitic == "ب"
        )

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
        if self._styled_owner():
            return True
        here = self._past_titles()
        match = self.knowledge.people.match(self.words, here, clitics=False)
        # Behind "the envoy" stands his own name, and no leader's: "المبعوث النووي كيم جون وو".
        first = self.ranges[0][0] if self.ranges else self.begun
        own = here == self.at and self.words[first].startswith(("ال", "لل"))
        if match is None or match.last > self.end or own or not self._is_leader(match):
            return self._titled_owner(here)
        self.take(match.value[0].party, self._past_fathers(match.last), national=True)
        return True

    def _crown_by_land(self) -> bool:
        """The crown whose envoy somebody is, told by its land: "المبعوث الخاص لسلطان عمان أ"."""
        begun = self.at > self.head_end  # not "سلم المبعوث لأمير قطر رسالة"
        sent = self.serves_abroad() and not self.national and begun
        title = self.knowledge.offices.match(self.words, self.at) if sent else None
        if title is None or title.clitic != "ل" or title.last >= self.end:
            return False
        if title.value.whole and title.value.country is not None:
            self.take(title.value.country, title.last, national=True)  # "سلطان عمان" is a title
            return True
        if title.value.word not in self.lists.heads_of_state:
            return False
        land = self.knowledge.geo.match(self.words, title.last, clitics=False)
        if land is None or land.value.kind != "country" or land.last > self.end:
            return False
        self.take(land.value.code, land.last, national=True)
        return True

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

    def _is_leader(self, match: Match[list[Known]]) -> bool:
        """Whether who is named leads a state, or is called by the title of one who does and once has."""
        _, *title = " ".join(self.key_words).split()
        if self._is_family_name(match):
            return False
        titled = bool(title) and plain(title[-1]) in self.lists.heads_of_state
        leads = [known.leads for known in match.value if not titled or known.party == self.country]
        return any(leads) if titled else all(leads)

    def _is_family_name(self, match: Match[list[Known]]) -> bool:
        """Whether a leader's family name begins somebody's own: "المبعوث الكوري كيم سونغ هون"."""
        names = self.knowledge.lexicon.names
        family = all(known.short and known.party in names.family_first for known in match.value)
        return family and match.last < self.end and self.words[match.last] in self.knowledge.given

    def _aided_leader(self) -> bool:
        """The leader whose aide somebody is, before his portfolio: "مستشار ترامب لشؤون أفريقيا"."""
        head = self.office.word.partition(" ")[0]
        if head not in self.lists.of_leaders or self.words[self.at - 1].startswith("ال"):
            return False
        match = self.knowledge.people.match(self.words, self.at, clitics=False)
        if match is None or match.last >= self.end or not any(known.leads for known in match.value):
            return False
        field = self.words[match.last]
        charged = field.startswith("ل") and self._complement_in(field) is not None
        himself = any(known.title.partition(" ")[0] == head for known in match.value)  # "مستشار النمسا أ"
        if not charged or himself or len({known.party for known in match.value}) != 1:
            return False
        self.take(match.value[0].party, match.last, national=True)
        return True

    def _past_fathers(self, at: int) -> int:
        """The token after the names of somebody's fathers: "سلمان بن عبدالعزيز آل سعود"."""
        joined = self.knowledge.lexicon.names.dropped
        while at + 1 < self.end and self.words[at] in joined:
            at += 2 + (self.words[at + 1] in joined)
        return min(at, self.end)

    def _title(self) -> bool:
        """A whole title with its land, whose first word alone would be taken: "رئيس الوزراء حاكم دبي"."""
        if self._complement_in(self.words[self.at]) is None:
            return False
        match = self.knowledge.offices.match(self.words, self.at, clitics=False)
        if match is None or match.last > self.end or match.last == self.at + 1:
            return False
        party = match.value.country
        if not match.value.whole or party is None or self.country not in (None, party):
            return False
        self.take(party, match.last, national=True)
        return True

    def _titled_owner(self, here: int) -> bool:
        """The head of state whom a title alone tells: "سفير خادم الحرمين الشريفين لدى"."""
        if here == self.at:
            return False
        titles = self.knowledge.offices.match(self.words, self.at, clitics=False)
        if titles is None or titles.last != here or titles.value.country is None:
            return False
        self.take(titles.value.country, here, national=True)
        return True

    def _past_titles(self) -> int:
        """The token after the titles of a head of state: "خادم الحرمين الشريفين الملك"."""
        here = self.at
        while here < self.end:
            match = self.knowledge.offices.match(self.words, here, clitics=False)
            if match is None or not match.value.whole or match.last >= self.end:
                break
            here = match.last
        return here
