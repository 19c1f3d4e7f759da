"""Plurals: an office that several hold, and those it is said of."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.mentions.groups import among_lands, further_lands
from liqaa.ingest.extraction.mentions.half_names import other_half
from liqaa.ingest.extraction.mentions.land_holders import is_named_for_land, is_named_in, past_respect
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.mentions.offices import OfficeReading, read_office
from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.mentions.persons import PersonReader
from liqaa.ingest.extraction.mentions.plurals_of_bodies import body_of, of_body
from liqaa.ingest.extraction.mentions.summed_lands import lands_told_apart
from liqaa.ingest.extraction.text.document import COMMAS, Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Adjective, Office
from liqaa.ingest.extraction.text.phrasebook import Match, readings

# Kinds of those from whom some may come: "قادة من أ".
_PARTIES = frozenset(("country", "organisation", "authority"))
# Kinds of those whose leaders a plural names right before them: "قادة الكونغرس".
_SEATS = frozenset(("metonym",))


class PluralReader:
    """Reads "وزيرا خارجية مصر والأردن", "الرئيسان الفرنسي إيمانويل ماكرون والروسي فلاديمير بوتن"."""

    def __init__(self, knowledge: Knowledge, persons: PersonReader) -> None:
        self.knowledge = knowledge
        self.persons = persons
        self.unofficial = knowledge.lexicon.offices.unofficial
        self._lands = {*knowledge.lands, *knowledge.lexicon.offices.state_pairs}

    def read(self, document: Document, sentence: Sentence, at: int) -> list[Mention]:
        """One mention for each holder, or one for them all where none is told apart."""
        words = document.words
        match = self.knowledge.offices.match(words, at)
        if match is None or match.value.number == 1 or match.value.whole or self._is_private(words, match):
            return []
        reading = read_office(self.knowledge, words, at, sentence.last, match, plural=True)
        body = body_of(self.knowledge, words, sentence, match, reading)
        if body is not None:
            return [of_body(match, at, sentence, reading, *body)]
        reading = self._with_further(words, sentence, reading)
        told = lands_told_apart(self.knowledge, words, at, sentence.last, match, reading)
        members = self.members(words, sentence, told[1]) if told is not None else []
        reading = told[0] if told is not None and len(members) > 1 else reading
        members = members if len(members) > 1 else self.members(words, sentence, reading.last)
        dual = match.value.number == 2
        joint = dual and self._is_joint(words, match.last, reading.last)
        if dual and self._is_first_of_two(words, sentence, members):
            first = replace(members[0], first=at, clitic=match.clitic)
            return [replace(first, office=reading.ranges, office_key=reading.key)]
        if len(members) == 1:
            one = joint or not dual
            return self._of_one_party(words, sentence, at, match, reading, members[0]) if one else []
        if members:
            members[0] = replace(members[0], first=at, clitic=match.clitic)
            names = self._listed_names(words, sentence, members)
            return [*(replace(m, office=reading.ranges, office_key=reading.key) for m in members), *names]
        if dual and reading.last < sentence.last and words[reading.last] in self._lands:
            return self._of_two_lands(words, sentence, at, match, reading)
        leaders = self.knowledge.lexicon.offices.heads_of_state | self.knowledge.lexicon.offices.leaders
        lead = dual and match.value.word in leaders  # "أول لقاء بين زعيمين من أ وب"
        some = [] if lead else self._from_a_party(words, sentence, at, match, reading)
        if len(some) > dual:  # "مبعوثان من أ وب"
            return some
        shared = dual and not joint and reading.key in self.knowledge.lexicon.offices.heads_of_state
        nation = None if shared else self._nation(words, reading.last, sentence.last)  # "الزعيمان الكوريان"
        if nation is not None:
            reading = replace(reading, country=nation.value.code, last=nation.last)
        alone = not reading.country and reading.last == match.last
        if dual and alone and not words[match.last - 1].startswith("ال"):
            return []  # رئيسا without more is the accusative of the singular
        group = Mention(
            at,
            reading.last,
            sentence.index,
            match.clitic,
            "delegation" if reading.country else "person",
            office=reading.ranges,
            office_key=reading.key,
            country=reading.country,
            number=match.value.number,
            anaphor="pair" if dual and not reading.country else "",
        )
        named = self._by_name(words, sentence, group) if nation is not None else []
        return named or [group, *self._of_other_nations(words, sentence, group)]

    def _is_private(self, words: list[str], match: Match[Office]) -> bool:
        """Whether office holders act for nobody's government, "رؤساء شركات", or end the name of a body."""
        at = match.last - 1
        ends_name = at > 0 and words[at].startswith("ال") and self._is_body(words[at - 1])
        private = words[match.last : match.last + 1] != [] and words[match.last] in self.unofficial
        return private or ends_name

    def _is_body(self, word: str) -> bool:
        """Whether a word is that of a body whose name a plural ends: "رئاسة", "بمجلس"."""
        bodies = self.knowledge.lexicon.events.housed_bodies
        return any(stem in bodies for _, stem in readings(word))

    def _is_first_of_two(self, words: list[str], sentence: Sentence, members: list[Mention]) -> bool:
        """Whether a counterpart is the second of two: "وزيري الدفاع الإيطالي أ ونظيره اليوناني ب"."""
        if len(members) != 1 or members[0].name is None or members[0].last >= sentence.last:
            return False
        return words[members[0].last].removeprefix("و") in self.knowledge.lexicon.offices.counterparts

    def named_pair(self, document: Document, sentence: Sentence, at: int) -> list[Mention]:
        """Two who share a title and are named after it: "لقاء الرئيسين أ وب"; none where no names follow.

        Args:
            document: the article.
            sentence: one of its sentences.
            at: the token at which the title begins.
        """
        words = document.words
        match = self.knowledge.offices.match(words, at)
        if match is None or match.value.number != 2 or match.last + 2 >= sentence.last:
            return []
        known = self.knowledge.people.match(words, match.last, clitics=False)
        if known is None and words[match.last] not in self.knowledge.given:
            return []
        office = ((at, match.last),)
        group = Mention(
            at, match.last, sentence.index, match.clitic, "person", office=office, office_key=match.value.word
        )
        return self._by_name(words, sentence, group)

    def _of_two_lands(
        self, words: list[str], sentence: Sentence, at: int, match: Match[Office], reading: OfficeReading
    ) -> list[Mention]:
        """Who hold an office in two lands, by their names where these are known and follow.

        Such as "زعيما الكوريتين", "وزيرا خارجية البلدين", "وزيرا دفاع البلدين أ وب".
        """
        named = words[reading.last] in self.knowledge.lands
        both = Mention(
            at,
            reading.last + 1,
            sentence.index,
            match.clitic,
            "person",
            office=reading.ranges,
            office_key=words[reading.last] if named else reading.key,
            number=2 if named else 1,
            anaphor="pair",
        )
        holders = self._by_name(words, sentence, replace(both, office_key=reading.key, number=1, anaphor=""))
        return holders if holders and all(holder.known for holder in holders) else [both]

    def _from_a_party(
        self, words: list[str], sentence: Sentence, at: int, match: Match[Office], reading: OfficeReading
    ) -> list[Mention]:
        """Some who hold an office for a party, "قادة من حركة حماس", or at its seat, "قادة الكونغرس"."""
        told = reading.last < sentence.last and words[reading.last] == "من"
        here = reading.last + told
        body = self.knowledge.geo.match(words, here, clitics=False) if here < sentence.last else None
        if body is None or body.value.ambiguous or body.value.kind not in (_PARTIES if told else _SEATS):
            return []
        group = Mention(
            at,
            body.last,
            sentence.index,
            match.clitic,
            "delegation",
            office=((at, body.last),),
            office_key=reading.key,
            country=body.value.code,
            number=match.value.number,
        )
        return among_lands(group, further_lands(self.knowledge, words, sentence.last, group), reading.last)

    def _nation(self, words: list[str], at: int, end: int) -> Match[Adjective] | None:
        """A nationality said of them all: "الزعماء العراقيين", "وزيرا الخارجية والدفاع الهنديان"."""
        match = self.knowledge.adjectives.match(words, at, clitics=False) if at < end else None
        if match is None or match.last > end or match.value.number == 1:
            return None
        return match if match.value.definite == words[at - 1].startswith(("ال", "وال")) else None

    def _of_other_nations(self, words: list[str], sentence: Sentence, group: Mention) -> list[Mention]:
        """Those of further nations who hold the same office: "مبعوثين أمريكيين وإيرانيين"."""
        out: list[Mention] = []
        here = group.last
        while group.kind == "delegation" and here < sentence.last:
            match = self.knowledge.adjectives.match(words, here)
            if match is None or match.clitic != "و" or match.value.number == 1 or match.last > sentence.last:
                break
            nation = match.value.code
            out.append(replace(group, first=here, last=match.last, clitic="و", country=nation))
            here = match.last
        return out

    def _by_name(self, words: list[str], sentence: Sentence, group: Mention) -> list[Mention]:
        """Those of a group who are named after it: "المبعوثان الأميركيان أ وب"; none where not two are."""
        out: list[Mention] = []
        here = group.last
        while here < sentence.last and (not out or words[here].startswith("و")):
            spelled = [*words[:here], words[here].removeprefix("و"), *words[here + 1 :]] if out else words
            person = Person(spelled, here, here, sentence.last, country=group.country, respected=True)
            self.persons.follow(person)
            if person.name is None:
                break
            named = replace(person.mention(sentence), office=group.office, office_key=group.office_key)
            out.append(
                replace(named, clitic="و") if out else replace(named, first=group.first, clitic=group.clitic)
            )
            here = person.here
        return out if len(out) > 1 else []

    def _listed_names(self, words: list[str], sentence: Sentence, members: list[Mention]) -> list[Mention]:
        """The names of all holders behind their lands: "وزراء خارجية أ وب، ج ود"."""
        out: list[Mention] = []
        here = members[-1].last
        here += here < sentence.last and words[here] in COMMAS
        if any(m.name for m in members):
            return []
        while here < sentence.last and len(out) < len(members) and (not out or words[here].startswith("و")):
            spelled = [*words[:here], words[here].removeprefix("و"), *words[here + 1 :]] if out else words
            nation = members[len(out)].country
            person = Person(spelled, here, here, sentence.last, country=nation, respected=True)
            self.persons.follow(person)
            if person.name is None:
                break
            name = replace(person.mention(sentence), country=None)
            out.append(replace(name, clitic="و") if out else name)
            here = person.here
        return out if len(out) == len(members) else []

    def _is_joint(self, words: list[str], first: int, last: int) -> bool:
        """Whether two hold an office each of one land: "وزيرا الخارجية والدفاع"."""
        fields = self.knowledge.lexicon.offices.complements
        return any(w.startswith("و") and plain(w.removeprefix("و")) in fields for w in words[first:last])

    def _of_one_party(
        self,
        words: list[str],
        sentence: Sentence,
        at: int,
        match: Match[Office],
        reading: OfficeReading,
        party: Mention,
    ) -> list[Mention]:
        """Several of one party act for it together: "وزراء خارجية مجلس التعاون", "قادة الاتحاد الأوروبي"."""
        if party.name is not None:
            return []
        body = self.knowledge.geo.match(words, reading.last, clitics=False)
        return [
            Mention(
                at,
                party.last,
                sentence.index,
                match.clitic,
                "organisation" if body and body.value.kind != "country" else "delegation",
                office=reading.ranges,
                office_key=reading.key,
                country=party.country,
            )
        ]

    def members(self, words: list[str], sentence: Sentence, at: int, further: bool = False) -> list[Mention]:
        """The holders listed after a plural office, joined by و or commas.

        Args:
            words: folded words of the document.
            sentence: the sentence.
            at: the token after the office.
            further: a holder has been read already, to whom the first of them is joined.
        """
        out: list[Mention] = []
        words = self._without_in(words, at, sentence.last)
        here = self._list_begins(words, at, sentence.last)
        while here < sentence.last and not (out and self._is_next_land(words, here, out[-1])):
            named = bool(out) and out[-1].name is not None
            person = self._member(words, here, sentence.last, further or bool(out), named)
            if person is None:
                break
            out.append(replace(person.mention(sentence), respected=False))
            here = person.here
        return self._before_names(words, sentence, out)

    def _before_names(self, words: list[str], sentence: Sentence, members: list[Mention]) -> list[Mention]:
        """The holders without the name behind the last, which is the first's: "الروسي والأمريكي أ وب"."""
        if len(members) < 2 or members[-1].name is None or any(m.name for m in members[:-1]):
            return members
        nation = self.knowledge.adjectives.match(words, members[-1].first)
        if nation is None:
            return members
        bare = [*members[:-1], replace(members[-1], last=nation.last, name=None, known=())]
        return bare if self._listed_names(words, sentence, bare) else members

    def _with_further(self, words: list[str], sentence: Sentence, reading: OfficeReading) -> OfficeReading:
        """Another office of the same lands joined: "وزراء الخارجية ورؤساء أجهزة المخابرات في أ وب"."""
        here = reading.last
        match = self.knowledge.offices.match(words, here) if here < sentence.last else None
        if match is None or match.clitic != "و" or match.value.number == 1 or reading.country:
            return reading
        further = read_office(self.knowledge, words, here, sentence.last, match, plural=True)
        if len(self.members(words, sentence, further.last)) < 2:
            return reading
        return replace(reading, ranges=(*reading.ranges, *further.ranges), last=further.last)

    def _list_begins(self, words: list[str], at: int, end: int) -> int:
        """Where the holders begin after the words that open their list: "في أ وب", "لكل من أ وب"."""
        counted = words[at : at + 1] and words[at] in self.knowledge.lexicon.syntax.counted
        if counted and at + 2 < end and words[at + 1] in COMMAS | {":"}:
            return at + 2  # "الوزراء الثلاثة، المصري أ والأردني ب"
        here = at + 1 if words[at : at + 1] == ["في"] else at
        opener = words[here].removeprefix("ل").removeprefix("ب") if here + 1 < end else ""
        if opener in self.knowledge.lexicon.syntax.each and words[here + 1] == "من":
            return here + 2
        styled = opener in self.knowledge.lexicon.syntax.state_styles
        if styled and words[here].startswith("ل"):
            return here + 1  # "وزراء الري لدول أ وب"
        listed = self._states_follow(words, here, end) or is_named_in(self.knowledge, words, here, end)
        return here if here == at or listed else at

    def _without_in(self, words: list[str], at: int, end: int) -> list[str]:
        """The words with "in" taken off the first of several lands: "وزراء الري بأ وب"."""
        first = self.knowledge.geo.match(words, at) if at < end else None
        if first is None or first.clitic != "ب" or first.value.kind != "country":
            return words
        bare = [*words[:at], words[at].removeprefix("ب"), *words[at + 1 :]]
        return bare if self._states_follow(bare, at, end) else words

    def _is_next_land(self, words: list[str], at: int, member: Mention) -> bool:
        """Whether a land after a comma is none of a body's: "سيزور أ ويلتقي قادة الاتحاد الأوروبي، وتونس"."""
        body = self.knowledge.geo.match(words, member.first, clitics=False)
        if body is None or body.value.kind != "organisation" or words[at] not in COMMAS:
            return False
        land = self.knowledge.geo.match(words, at + 1) if at + 1 < len(words) else None
        return land is not None and land.clitic == "و"

    def _states_follow(self, words: list[str], at: int, end: int) -> bool:
        """Whether two states or more are listed: "رؤساء أجهزة المخابرات في مصر والسودان"."""
        first = self.knowledge.geo.match(words, at, clitics=False) if at < end else None
        if first is None or first.last + 1 >= end:
            return False
        comma = words[first.last] in COMMAS
        second = self.knowledge.geo.match(words, first.last + comma)
        joined = second is not None and second.clitic == ("" if comma else "و")
        return joined and second is not None and second.value.kind == "country"

    def _member(self, words: list[str], at: int, end: int, further: bool, named: bool) -> Person | None:
        """A holder: nationality and name, or a state, with its name where that before him has one."""
        here = at
        for joiners in (COMMAS, frozenset("و")):
            if further and words[here] in joiners and here + 1 < end:
                here += 1
        clitics = ("", "و") if further else ("",)
        adjective = self.knowledge.adjectives.match(words, here, clitics=further)
        body = None if adjective else self.knowledge.geo.match(words, here, clitics=further)
        person = Person(words, at, here, end, "و" if further else "", respected=True)
        half = other_half(self.knowledge, words, here) if further and not body else None
        if half:
            person.country, person.here = half.code, here + 1
            return person
        if adjective and adjective.value.number == 1 and adjective.clitic in clitics:
            person.country, person.here = adjective.value.code, adjective.last
        elif body and body.value.kind in ("country", "organisation", "authority") and body.clitic in clitics:
            person.country, person.here = body.value.code, body.last
        else:
            return None
        if adjective:
            self.persons.follow(person)
        elif (titled := past_respect(self.knowledge, words, person)) or is_named_for_land(
            self.knowledge, words, person, named
        ):
            person.here = titled or person.here
            self.persons.name(person)
        else:
            self.persons.pass_comma(person)
        return person
