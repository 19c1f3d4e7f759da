"""Plurals: an office that several hold, and those it is said of."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.document import COMMAS, Document, Sentence
from liqaa.ingest.extraction.knowledge import Knowledge
from liqaa.ingest.extraction.meanings import Adjective, Office
from liqaa.ingest.extraction.mentions import Mention
from liqaa.ingest.extraction.offices import OfficeReading, read_office
from liqaa.ingest.extraction.person import Person
from liqaa.ingest.extraction.persons import PersonReader
from liqaa.ingest.extraction.phrasebook import Match

# Kinds of those from whom some may come: "قادة من أ".
_PARTIES = frozenset(("country", "organisation", "authority"))


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
        if match is None or match.value.number == 1 or match.value.whole:
            return []
        if words[match.last : match.last + 1] and words[match.last] in self.unofficial:
            return []  # "رؤساء شركات"
        reading = read_office(self.knowledge, words, at, sentence.last, match, plural=True)
        members = self.members(words, sentence, reading.last)
        if len(members) == 1:
            return self._of_one_party(words, sentence, at, match, reading, members[0])
        if members:
            members[0] = replace(members[0], first=at, clitic=match.clitic)
            return [replace(m, office=reading.ranges, office_key=reading.key) for m in members]
        dual = match.value.number == 2
        if dual and reading.last < sentence.last and words[reading.last] in self._lands:
            return [self._of_two_lands(words, sentence, at, match, reading)]
        some = [] if dual else self._from_a_party(words, sentence, at, match, reading)
        if some:
            return some
        nation = None if dual else self._nation(words, reading.last, sentence.last)
        if nation is not None:
            reading = replace(reading, country=nation.value.code, last=nation.last)
        alone = not reading.country and reading.last == match.last
        if dual and alone and not words[match.last - 1].startswith("ال"):
            return []  # رئيسا without more is the accusative of the singular
        return [
            Mention(
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
        ]

    def _of_two_lands(
        self, words: list[str], sentence: Sentence, at: int, match: Match[Office], reading: OfficeReading
    ) -> Mention:
        """Who hold an office in two lands: "زعيما الكوريتين", "وزيرا خارجية البلدين"."""
        named = words[reading.last] in self.knowledge.lands
        return Mention(
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

    def _from_a_party(
        self, words: list[str], sentence: Sentence, at: int, match: Match[Office], reading: OfficeReading
    ) -> list[Mention]:
        """Some of those who hold an office for a party, told by "from": "قادة من حركة حماس"."""
        here = reading.last + 1
        told = here < sentence.last and words[reading.last] == "من"
        body = self.knowledge.geo.match(words, here, clitics=False) if told else None
        if body is None or body.value.ambiguous or body.value.kind not in _PARTIES:
            return []
        return [
            Mention(
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
        ]

    def _nation(self, words: list[str], at: int, end: int) -> Match[Adjective] | None:
        """A nationality in the plural, said of them all: "الزعماء العراقيين", "وزراء أفارقة"."""
        match = self.knowledge.adjectives.match(words, at, clitics=False) if at < end else None
        if match is None or match.last > end or match.value.number != 3:
            return None
        return match if match.value.definite == words[at - 1].startswith("ال") else None

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
        if match.value.number == 2 or party.name is not None:
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
        here = (
            at + 1
            if words[at : at + 1] == ["في"] and self._states_follow(words, at + 1, sentence.last)
            else at
        )
        while here < sentence.last:
            person = self._member(words, here, sentence.last, further or bool(out))
            if person is None:
                break
            out.append(replace(person.mention(sentence), respected=False))
            here = person.here
        return out

    def _states_follow(self, words: list[str], at: int, end: int) -> bool:
        """Whether two states or more are listed: "رؤساء أجهزة المخابرات في مصر والسودان"."""
        first = self.knowledge.geo.match(words, at, clitics=False) if at < end else None
        if first is None or first.last + 1 >= end:
            return False
        comma = words[first.last] in COMMAS
        second = self.knowledge.geo.match(words, first.last + comma)
        joined = second is not None and second.clitic == ("" if comma else "و")
        return joined and second is not None and second.value.kind == "country"

    def _member(self, words: list[str], at: int, end: int, further: bool) -> Person | None:
        """A holder: nationality and name, or a state."""
        here = at
        for joiners in (COMMAS, frozenset("و")):
            if further and words[here] in joiners and here + 1 < end:
                here += 1
        clitics = ("", "و") if further else ("",)
        adjective = self.knowledge.adjectives.match(words, here, clitics=further)
        body = None if adjective else self.knowledge.geo.match(words, here, clitics=further)
        person = Person(words, at, here, end, "و" if further else "", respected=True)
        if adjective and adjective.value.number == 1 and adjective.clitic in clitics:
            person.country, person.here = adjective.value.code, adjective.last
        elif body and body.value.kind in ("country", "organisation", "authority") and body.clitic in clitics:
            person.country, person.here = body.value.code, body.last
        else:
            return None
        if adjective:
            self.persons.follow(person)
        else:
            self.persons.pass_comma(person)
        return person
