"""The state an office is held in or stands for: "في دولة قطر", "بالسودان", a chamber, a body of states."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.bodies_of_office import body_of_office
from liqaa.ingest.extraction.mentions.chambers import chamber_at
from liqaa.ingest.extraction.mentions.office_owners import OfficeOwners
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.mentions.ranks import is_inner_rank
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import Match

# Marks that close what stands behind a comma.
_CLOSING = COMMAS | frozenset(".؛")


class OfficeLands(OfficeOwners):
    """An office being read: the state or body of states that it names."""

    def in_chamber(self) -> bool:
        """The house of whose committee or staff somebody is: "رئيس لجنة الشؤون الخارجية في البوندستاغ أ"."""
        inner = not self.lists.in_chambers.isdisjoint((*self.office.word.split(), *self.key_words))
        if self.national or not inner or self.at == self.head_end:
            return False
        chamber = chamber_at(self.knowledge, self.words, self.at, self.end)
        if chamber is not None:
            self.take(chamber.value.code, chamber.last, national=True)
            if self.ends_in_nationality(chamber):
                self.leave_out(chamber.last - 1)
            else:
                self.nation_again(chamber.value.code)
        return chamber is not None

    def in_state(self) -> bool:
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

    def in_named_state(self) -> bool:
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

    def in_body_of_states(self) -> bool:
        """Such as "مدير مكتب الشؤون العسكرية في الأمانة العامة لمجلس التعاون"."""
        held = not self.lists.in_bodies.isdisjoint(map(plain, self.office.word.split()))
        if self.national or not held:
            return False
        body = body_of_office(self.knowledge, self.words, self.at, self.end)
        if body is not None:
            self.take(body.value.code, body.last, national=True)
        return body is not None

    def in_styled_state(self) -> bool:
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

    def ends_in_nationality(self, match: Match[Geo]) -> bool:
        """Whether the name of a state's body ends in the adjective of its land: "مجلس النواب المصري"."""
        last = match.last - 1
        if match.value.kind != "metonym" or last == self.head_end:
            return False
        adjective = self.knowledge.adjectives.match(self.words, last, clitics=False)
        return adjective is not None and adjective.value.code == match.value.code

    def represented(self, match: Match[Geo]) -> str | None:
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

    def nation_again(self, code: str) -> None:
        """The adjective of the land whose house is named right before it: "الكونغرس الأميركي"."""
        start = self.at
        match = (
            self.knowledge.adjectives.match(self.words, start, clitics=False) if start < self.end else None
        )
        if match is not None and match.value.definite and match.value.code == code and match.last <= self.end:
            self.at = match.last
            self.leave_out(start)
