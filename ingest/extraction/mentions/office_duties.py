"""Where somebody serves or commands: the body, the land he is sent to, and what his command is called."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.body_fields import is_of_affairs
from liqaa.ingest.extraction.mentions.office_words import OfficeWords, plain
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES
from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import Match, Phrasebook, T, readings

# The number of an adjective that means more than two people.
_SEVERAL = 3
# Words of the name of a body and the mark after it.
_NAMED = 5
# Words of the name of a region.
_REGION = 3
# Letters of the code of a country, in which the code of a coalition may end.
_COUNTRY = 2

# Kinds of places to which somebody goes and is not sent, and tokens behind one in which a goal may follow.
_CITIES = ("city", "capital", "place")
_ONWARD = 10


class OfficeDuties(OfficeWords):
    """An office being read: the body in which somebody serves, and the land of his duty."""

    def service(self) -> bool:
        """The body in which somebody serves, which may carry the nationality: "في القوات الأميركية"."""
        if self.at + 1 >= self.end:
            return False
        if self._serves_embassy():
            self.posted, self.at = True, self.at + 2
            return True
        if self._serves_command():
            self.at += 1
            return True
        if self._serves_court():
            self.at += 2
            return True
        if self.words[self.at] != "في" or self._receives_at_home():
            return False
        if plain(self.words[self.at + 1]) not in self.lists.services:
            return self._serves_organisation()
        self.at += 2
        return True

    def _serves_command(self) -> bool:
        """Whether the body in which he commands tells his land: "قائد القوات بالقيادة المركزية الأمريكية"."""
        word, here = self.words[self.at], self.at + 1
        if self.national or not word.startswith("بال") or plain(word) not in self.lists.services:
            return False
        if here < self.end and plain(self.words[here]) in self.lists.complements:
            here += 1
        nation = self.knowledge.adjectives.match(self.words, here, clitics=False) if here < self.end else None
        return nation is not None and nation.value.definite and nation.value.feminine

    def _serves_court(self) -> bool:
        """Whether somebody serves a court, no king who receives in it: "مستشار في الديوان الملكي"."""
        court = self.words[self.at] == "في" and plain(self.words[self.at + 1]) in self.lists.courts
        return court and self.office.word in self.lists.staff and not self.national

    def _receives_at_home(self) -> bool:
        """Whether a body is where he is: a definite one behind a land, or one that is called after somebody.

        Such as "قائد قوة دفاع أ في القيادة العامة", "حاكم أ في مجلس الشيخ ب".
        """
        whose = self.at + 2
        body = self.knowledge.geo.match(self.words, self.at + 1, clitics=False)
        if body is not None and body.value.kind == "organisation":
            return False  # "قائد القوة في اليونيفيل الجنرال أ"
        if whose < self.end and self.knowledge.honorifics.match(self.words, whose, clitics=False):
            return True
        told = self.national or self.office.country is not None
        return told and self.words[self.at + 1].startswith("ال")

    def _serves_embassy(self) -> bool:
        """Whether somebody works for the embassy of a land told after it: "الملحق لدى سفارة كينيا"."""
        led = self.words[self.at] == "في" or self.words[self.at] in self.knowledge.lexicon.syntax.towards
        staff = self.serves_abroad() or self.office.word in self.lists.embassy_staff
        if self.national or not (led and staff):
            return False
        if plain(self.words[self.at + 1]) not in self.lists.embassies:
            return False
        books = (self.knowledge.adjectives, self.knowledge.geo)
        styled = self.at + 2 < self.end and plain(self.words[self.at + 2]) in self.lists.states
        here = self.at + 2 + styled  # "سفارة الجمهورية الفنلندية"
        return any(book.match(self.words, t, clitics=False) for book in books for t in (self.at + 2, here))

    def _serves_organisation(self) -> bool:
        """Whether somebody commands or heads a body in an organisation: "رئيس اللجنة العسكرية في الناتو"."""
        heads = self.office.word in self.lists.commanding
        if not (heads or not self.lists.commanded.isdisjoint(self.key_words)):
            return False
        match = self.knowledge.geo.match(self.words, self.at + 1, clitics=False)
        if match is None or match.value.kind != "organisation" or match.last > self.end:
            return False
        if self.national:  # "قائد الكتيبة الكينية في اليونيفيل العقيد أ"
            last = match.last
            named = last < self.end and self.knowledge.honorifics.match(self.words, last, clitics=False)
            self.at = last if heads and named else self.at
            return bool(heads and named)
        self.take(match.value.code, match.last, national=True)
        return True

    def nationals_abroad(self) -> bool:
        """Those of a land for whom a minister cares, which is his: "والسنغاليين بالخارج"."""
        nation = None if self.national else self.knowledge.adjectives.match(self.words, self.at)
        if nation is None or nation.value.number != _SEVERAL or nation.clitic not in ("", "و"):
            return False
        here = nation.last
        while here < self.end and self.words[here] in self.lists.residents:
            here += 1
        if here >= self.end or self.words[here] not in self.lists.abroad:
            return False
        self.take(nation.value.code, here + 1, national=True)
        return True

    def of_two(self) -> bool:
        """The style of an envoy of two bodies: "المبعوث الخاص المشترك لأ وب", "المبعوث الأممي والعربي"."""
        joint = plain(self.words[self.at].removeprefix("و")) in self.lists.of_two
        if not joint or not self.serves_abroad() or self.words[self.at - 1] == self.words[self.at]:
            return False
        again = self.at + 1 < self.end and plain(self.words[self.at + 1]) in self.lists.of_two
        match = self.knowledge.geo.match(self.words, self.at + 1) if self.at + 1 < self.end else None
        sent = match is not None and match.clitic == "ل"
        if not (again or sent or self._leads_to_name(self.at + 1)):
            return False
        self.at += 1
        return True

    def second_sender(self) -> bool:
        """The second body that an envoy is sent by, before his name: "مبعوث أ والجامعة العربية إلى ب ج"."""
        match = self.knowledge.geo.match(self.words, self.at) if self.country else None
        if match is None or match.clitic != "و" or match.value.kind != "organisation":
            return False
        if not self.serves_abroad() or not self._leads_to_name(match.last):
            return False
        self.at = match.last
        return True

    def _leads_to_name(self, at: int) -> bool:
        """Whether somebody is named at a token, or behind the land of his duty there."""
        if at < self.end:
            led = self.words[at] in self.knowledge.lexicon.syntax.towards
            post = self.knowledge.geo.match(self.words, at + led) if at + led < self.end else None
            if post is not None and post.clitic == ("" if led else "ل"):
                at = post.last
        at += at < self.end and self.words[at] in COMMAS
        if at >= self.end:
            return False
        known = self.knowledge.people.match(self.words, at, clitics=False)
        return self._is_named(at) or (known is not None and known.last - at > 1)

    def serves_abroad(self) -> bool:
        """Whether the office is a diplomat's, also by the first word of a title: "سفير", "مبعوث الرئيس"."""
        word = self.office.word
        doyen = self.office.whole and not self.lists.diplomats.isdisjoint(self.key_words)
        return doyen or word in self.lists.diplomats or word.partition(" ")[0] in self.lists.diplomats

    def errand(self) -> bool:
        """What a diplomat is sent to do: "المبعوث الخاص للمفاوضات"; not "وصل المبعوث للمفاوضات مع"."""
        after = self.words[self.at + 1] if self.at + 1 < self.end else ""
        if self.words[self.at] not in self.lists.errands or not self.serves_abroad():
            return False
        if after in self.knowledge.lexicon.syntax.prepositions:
            return False
        self.at += 1
        return True

    def _commands_abroad(self) -> bool:
        """Whether troops are commanded where they stand: "قائد القوات الأميركية في العراق", "لأفريقيا"."""
        word = self.words[self.at]
        led = word == "في" or word.startswith(("ل", "ب")) or (self.duty is not None and word.startswith("و"))
        commands = led and "قايد" in self.key_words
        commanded = (plain(w) for w in self.words[self.head_end : self.at])
        return bool(self.country) and commands and any(w in self.lists.troops for w in commanded)

    def _heads_mission(self) -> bool:
        """Whether a mission of a party is headed where it is: "رئيس بعثة الاتحاد الأوروبي لدى الكويت"."""
        word = self.words[self.at]
        led = word in self.knowledge.lexicon.syntax.towards or word.startswith("لل")  # "لليمن"
        headed = self.words[self.head_end : self.at]
        return led and bool(self.country) and any(w in self.lists.missions for w in headed)

    def place_of_duty(self) -> bool:
        """Where a diplomat serves: "لدى اليمن", "إلى سوريا", "بالقاهرة"; it gives no party."""
        abroad = self.posted or self.serves_abroad() or self._heads_mission()
        if not (abroad or self._commands_abroad()):
            return False
        within = ("ل",) if abroad else ("ل", "ب")  # "قائد القوات الأمريكية بأوروبا وأفريقيا"
        region = self._led_to(self.knowledge.regions, within)
        if region is not None:
            self.at = region.last  # "للشرق الأوسط"
            return True
        if self._accredited_here():
            self.at += 2
            return True
        place = self._led_to(self.knowledge.geo, ("ب", "ل", "و") if self.duty else ("ب", "ل"))
        if place is None or not (abroad or self._is_commanded_in(place)):
            return False
        if place.value.kind == "metonym" or self._goes_to(place):
            return False  # "استقبل أ السفير الفرنسي في قصر ب"
        self.at = place.last
        self.duty = place.value.country
        return True

    def _goes_to(self, place: Match[Geo]) -> bool:
        """Whether a city is where an envoy goes, who is sent to a land: "يتوجه المبعوث الأممي إلى الرياض"."""
        first = self.head_end - 1
        if self.words[self.at] != "الي" or place.value.kind not in _CITIES or first < 1:
            return False
        verb = self.knowledge.triggers.match(self.words, first - 1)
        goes = verb is not None and verb.last == first and verb.value.trigger.type == "visit"
        onward = "الي" in self.words[place.last : min(place.last + _ONWARD, self.end)]
        return goes and not onward  # "وصل سفير أ إلى ب إلى ج"

    def portfolio(self) -> bool:
        """Regions and lands of which somebody is in charge: "المكلف بشمال أفريقيا والشرق الأوسط".

        Or a union with which he deals: "وزير الخارجية والشؤون الأوروبية".
        """
        if is_of_affairs(self.knowledge, self.words, self.at):
            self.at += 1
            return True
        before = self.words[self.at - 1]
        entrusted = plain(before) in self.lists.entrusted
        of_affairs = any(stem in self.lists.affairs for _, stem in readings(before))
        goes_on = self.at == self.charge_end or self._follows_region()
        led = ("ب",) if entrusted else ("",) if of_affairs else ("و",) if goes_on else ()
        if not led:
            return False
        region = self.knowledge.regions.match(self.words, self.at)
        land = self.knowledge.geo.match(self.words, self.at) if self.national else None
        for match in (region, land):
            if match is not None and match.clitic in led and match.last <= self.end:
                self.at = self.charge_end = match.last
                return True
        return False

    def _follows_region(self) -> bool:
        """Whether the region to which a diplomat is sent ends here: "المبعوث للشرق الأوسط وأفريقيا"."""
        starts = range(max(self.head_end, self.at - _REGION), self.at) if self.serves_abroad() else ()
        found = (self.knowledge.regions.match(self.words, token) for token in starts)
        return any(match is not None and match.last == self.at for match in found)

    def _accredited_here(self) -> bool:
        """Whether a diplomat serves in the land of who speaks: "لدى المملكة", not "لدى المملكة الأردنية"."""
        after = self.words[self.at + 1] if self.at + 1 < self.end else ""
        land = self._led_to(self.knowledge.geo, ())
        named = land is not None and land.last > self.at + 2
        here = self.words[self.at] == "لدي" and after in self.knowledge.lexicon.events.host_lands
        return here and not named

    def _is_commanded_in(self, place: Match[Geo]) -> bool:
        """Whether a force stands in a land: not "في الرياض", nor is the coalition of one war in another."""
        if place.clitic == "ب":
            return False  # "استقبل قائد القوات الأميركية بالعراق"
        geo = place.value
        war = (self.country or "").partition("-")[2]
        return geo.kind == "country" and (geo.code == war or len(war) != _COUNTRY)

    def abbreviation(self) -> bool:
        """What a body of the office's land is called for short, in brackets: "القيادة ... (أفريكوم)"."""
        words, here = self.words, self.at + 1
        if self.at + 3 >= self.end or words[self.at].isalpha() or words[here + 1].isalpha():
            return False
        match = self.knowledge.geo.match(words, here, clitics=False)
        if match is None or match.value.kind != "metonym" or match.value.code != self.country:
            return False
        self.at = match.last + 1
        return True

    def own_name(self) -> bool:
        """The name of a body before the adjective of whose it is: "قائد قوة "تاكوبا" الأوروبية أ"."""
        words, quoted = self.words, self.words[self.at] in QUOTES
        if self.national or words[self.at - 1] not in self.lists.own_names:
            return False
        first, last = self.at + quoted, self.at + 1
        if quoted:
            near = range(first, min(first + _NAMED, self.end))
            last = next((t for t in near if words[t] in QUOTES), first)
        after = last + quoted
        nation = self.knowledge.adjectives.match(words, after, clitics=False) if after < self.end else None
        if last == first or nation is None or not nation.value.definite or nation.value.number != 1:
            return False
        if not quoted and (words[self.at].startswith("ال") or self._begins_mention(self.at)):
            return False  # "قائد قوة الأمم المتحدة", "رئيس بعثة قطر"
        self.at = after
        return True

    def work(self) -> bool:
        """What a body is for, before the name of its head: "محافظ الهيئة السعودية للمواصفات والجودة أ"."""
        words = self.words
        bodies = (plain(word.removeprefix("ل")) for word in words[self.head_end : self.at])
        if not words[self.at].startswith("لل") or self.lists.with_works.isdisjoint(bodies):
            return False
        last = self.at + 1
        while last < self.end and words[last].startswith("وال"):
            last += 1
        here = last + (last < self.end and words[last] in COMMAS)
        if any(self._begins_mention(token) for token in range(self.at, last)) or not self._is_named(here):
            return False
        self.at = last
        return True

    def _begins_mention(self, token: int) -> bool:
        """Whether a land or an official is named, or a contact told, at a token."""
        knowledge = self.knowledge
        books = (knowledge.geo, knowledge.adjectives, knowledge.offices, knowledge.people, knowledge.triggers)
        return any(book.match(self.words, token) is not None for book in books)

    def _is_named(self, token: int) -> bool:
        """Whether the name or the title of a person stands at a token."""
        if token >= self.end:
            return False
        title = self.knowledge.honorifics.match(self.words, token, clitics=False)
        return title is not None or self.words[token] in self.knowledge.given

    def _led_to(self, book: Phrasebook[T], clitics: tuple[str, ...]) -> Match[T] | None:
        """What a word or a clitic before a place of duty leads to here: "إلى سوريا", "بالقاهرة"."""
        if self.words[self.at] in self.knowledge.lexicon.syntax.towards and self.at + 1 < self.end:
            match = book.match(self.words, self.at + 1, clitics=False)
        else:
            match = book.match(self.words, self.at)
            match = match if match and match.clitic in clitics else None
        return match if match and match.last <= self.end else None
