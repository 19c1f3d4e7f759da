"""Breaks within a mention of a person: commas, pious insertions and brackets after which he goes on."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.apposed_offices import is_apposed
from liqaa.ingest.extraction.mentions.names import NameReader
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.mentions.offices import OfficeReading, read_office
from liqaa.ingest.extraction.mentions.offices_of_one_body import is_of_one_body
from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.mentions.two_parties import is_in_turn, is_known_as, is_of_his_parties
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Office
from liqaa.ingest.extraction.text.phrasebook import Match
from liqaa.ontology.folding import without_article

_BRACKETS = {"(": ")", "[": "]", "«": "»"}
# Those that enclose a name, and the tokens of one with its closing bracket.
_ROUND, _NAMED = {"(": ")", "[": "]"}, 6
_DASHES = frozenset("-–—")


class BreakReader:
    """Tells whether the part after a break belongs to the person before it."""

    def __init__(self, knowledge: Knowledge, names: NameReader) -> None:
        self.knowledge = knowledge
        self.names = names

    def bridge(self, person: Person) -> bool:
        """Pass a comma, a pious insertion or a bracket, if a further part of the same mention follows."""
        after = None if person.begins else self._after_break(person)
        if after is None or after >= person.end:
            return False
        if not self.goes_on(person, after, comma=person.words[person.here] in COMMAS):
            return False
        person.here = after
        return True

    def ends_in_office(self, person: Person, last: int) -> bool:
        """Whether the last word of a style begins the office it honours: "دولة رئيس الوزراء".

        Args:
            person: what has been read of him so far.
            last: the last token of the style.
        """
        if last == person.here or person.words[last].startswith("ال"):
            return False
        office = self.knowledge.offices.match(person.words, last, clitics=False)
        return office is not None and not office.value.whole

    def assists_another(self, person: Person, reading: OfficeReading) -> bool:
        """Whether a deputy after a name is that of another land's official: "استقبل أ نائب الوزير الروسي ب".

        Args:
            person: what has been read of who is named.
            reading: the office after him, of which the official assisted is no part.
        """
        offices, last = self.knowledge.offices, reading.last
        deputy = last == person.here + 1 and reading.key in self.knowledge.lexicon.offices.deputies
        match = offices.match(person.words, last, clitics=False) if deputy and last < person.end else None
        if match is None or match.last > person.end:
            return False
        assisted = read_office(self.knowledge, person.words, last, person.end, match)
        name_end, _ = self.names.end(person.words, assisted.last, person.end)
        named = bool(person.office) and name_end > assisted.last
        return assisted.country is not None and (named or person.is_of_another(assisted.country))

    def joins_another_land(self, person: Person, reading: OfficeReading) -> bool:
        """Whether "and" joins to an office one of another land, so that both are whom somebody met.

        Such as "استقبل الوزير الكيني أ نائب رئيس الوزراء ووزير الدفاع الصربي ب".

        Args:
            person: what has been read of who stands before the office.
            reading: the office, which names no land.
        """
        at, offices = reading.last, self.knowledge.offices
        match = offices.match(person.words, at) if person.country and at < person.end else None
        if match is None or match.clitic != "و" or match.value.number != 1 or reading.country:
            return False
        joined = read_office(self.knowledge, person.words, at, person.end, match)
        return joined.country is not None and person.is_of_another(joined.country)

    def says_title_in_full(self, person: Person, match: Match[Office]) -> bool:
        """Whether what follows a name is his title of one word in full: "الرئيس أ رئيس الجمهورية".

        Args:
            person: what has been read of who is named.
            match: the office after him.
        """
        here, titles = person.here, person.office if person.name else []
        if match.last != here + 1 or match.last >= person.end or len(titles) != 1:
            return False
        key = f"{match.value.word} {plain(person.words[match.last])}"
        bare = titles[0][1] - titles[0][0] == 1 and key in self.knowledge.lexicon.offices.synonyms
        return bare and self.knowledge.office_head(key) == self.knowledge.office_head(person.office_key)

    def names_official(self, person: Person, reading: OfficeReading) -> bool:
        """Whether an office after a head of state is another's: "أوفد الرئيس أ وزير الخارجية ب".

        Args:
            person: what has been read of the head of state.
            reading: the office.
        """
        offices, last = self.knowledge.lexicon.offices, reading.last
        named = person.name is not None and bool(person.office) and person.office[0][0] < person.name[0]
        if not named or person.office_key not in offices.heads_of_state or last >= person.end:
            return False
        own = self.knowledge.is_of_the_state(reading.key) and " " in reading.key
        return (own or reading.owned) and person.words[last] in self.knowledge.given

    def past_spouse(self, person: Person) -> int:
        """The token after a spouse, who only accompanies: "الرئيس أ وزوجته ب"."""
        spouse = self.knowledge.spouses.match(person.words, person.here, clitics=False)
        if spouse is None or spouse.last > person.end:
            return person.here
        here = spouse.last
        while here < person.end and (title := self._title(person.words, here)):
            here = title
        return min(person.end, self.names.end(person.words, here, person.end)[0])

    def _title(self, words: list[str], at: int) -> int:
        """The token after a title before a name: "الملكة", "السيدة"; 0 for none."""
        respect = self.knowledge.honorifics.match(words, at, clitics=False)
        if respect is not None:
            return respect.last
        office = self.knowledge.offices.match(words, at, clitics=False)
        crowned = office is not None and office.value.word in self.knowledge.lexicon.offices.heads_of_state
        return office.last if office and crowned and words[at].endswith("ه") else 0

    def past_blessings(self, person: Person) -> int:
        """The token after blessings and a retinue that end a mention: "أ حفظه الله والوفد المرافق"."""
        here, words = person.here, person.words
        while here < person.end:
            comma = words[here] in COMMAS or words[here] in _DASHES
            blessing = self.knowledge.insertions.match(words, here + comma, clitics=False)
            if blessing is None or blessing.last > person.end:
                break
            here = blessing.last
            here += here < person.end and comma and (words[here] in COMMAS or words[here] in _DASHES)
        begun = here + (here < person.end and words[here] in COMMAS)
        retinue = self.knowledge.retinues.match(words, begun, clitics=False)
        return retinue.last if retinue and retinue.last <= person.end else here

    def _after_break(self, person: Person) -> int | None:
        """The token after a comma, a quotation mark, an insertion or a bracket that begins here."""
        words, at, end = person.words, person.here, person.end
        opening = at + 1 if words[at] in _DASHES and at + 1 < end else at
        insertion = self.knowledge.insertions.match(words, opening, clitics=False)
        if insertion:
            dash = insertion.last < end and words[insertion.last] in _DASHES
            return insertion.last + dash
        short = self._past_short_name(person)
        if short is not None:
            return short
        slash = words[at] == "/" and not person.name  # "رئيس الولايات المتحدة / دونالد ترمب"
        if words[at] in COMMAS or words[at] in QUOTES or slash:
            quoted = not person.name and words[at] in COMMAS and at + 1 < end and words[at + 1] in QUOTES
            return at + 1 + quoted  # "سفير مالطا، "أ"، استقبل"
        if not person.name and self._encloses_name(person):
            return at + 1
        closing = _BRACKETS.get(words[at]) if person.name else None
        close = next((i for i in range(at + 1, min(end, at + 5)) if words[i] == closing), None)
        return None if close is None else close + 1

    def _past_short_name(self, person: Person) -> int | None:
        """Past what a body is called for short, before its head: "الأمين العام لمنظمة أ (ب) ج", "(ب)، ج"."""
        words, at, end = person.words, person.here, person.end
        closing = _BRACKETS.get(words[at], words[at] if words[at] in QUOTES else None)
        if closing is None or person.name or not person.country:
            return None
        close = next((t for t in range(at + 2, min(end, at + 4)) if words[t] == closing), None)
        called = self.knowledge.geo.match(words, at + 1, clitics=False)
        if close is None or close + 1 >= end:
            return None
        latin = words[at + 1].isascii() and words[at + 1].isalpha()
        named = called is not None and called.last == close and called.value.code == person.country
        beyond = close + 1 + (words[close + 1] in COMMAS)
        headed = bool(person.office) and not self._encloses_name(person)
        headed = headed and self._is_name(person, beyond, respected=False)
        return beyond if named or latin or headed else None

    def _encloses_name(self, person: Person) -> bool:
        """Whether brackets enclose just the name of who holds an office: "الرئيس السنغالي (أ)"."""
        at, end = person.here, person.end
        closing, within = _ROUND.get(person.words[at]), person.words[at + 1 : min(end, at + _NAMED)]
        if closing is None or not person.office or closing not in within:
            return False
        last, sure = self.names.end(person.words, at + 1, end)
        return person.words[last : last + 1] == [closing] and (sure or last > at + 2)

    def past_bracket(self, person: Person) -> int:
        """The token after a bracket that closes a name which one opened."""
        here, words = person.here, person.words
        opening = words[person.name[0] - 1] if person.name and person.name[0] else ""
        return here + (here < person.end and words[here] == _ROUND.get(opening))

    def goes_on(self, person: Person, at: int, comma: bool) -> bool:
        """Whether the part after a break belongs to the person before it."""
        if at >= person.end:
            return False
        respect = self.knowledge.honorifics.match(person.words, at, clitics=False)
        if not person.name:
            ranked = self.is_rank_of_aide(person, at)
            begins = self.knowledge.past_degrees(person.words, at, person.end)
            respected = respect is not None or ranked or begins > at
            begins = respect.last if respect else begins + ranked
            begins += respected and begins < person.end and person.words[begins] in QUOTES | {"/"}
            return self._is_second_title(person, at, comma) or self._is_name(person, begins, respected)
        return respect is None and self._is_office(person, at, comma)

    def _is_second_title(self, person: Person, at: int, comma: bool) -> bool:
        """Whether an office at a token belongs to a rank before it: "وزير الدولة، وزير الخارجية".

        Also to one of an army, "الجنرال دارمي، المفتش العام", or to an envoy: "موفد الملك أ، وزير الدولة ب".
        """
        ranks = self.knowledge.lexicon.offices.first_titles
        bare = person.respected and not person.office
        rank = comma and person.country is None and (person.office_key in ranks or bare)
        office = self.knowledge.offices.match(person.words, at, clitics=False)
        if office is None or not comma:
            return False
        told = self._is_of_envoy(person, at, office) or is_of_one_body(self.knowledge, person, at, office)
        if rank or told or self._is_set_off(person, at, office):
            return True
        reading = read_office(self.knowledge, person.words, at, person.end, office)
        return office.value.number == 1 and is_apposed(self.knowledge, self.names, person, reading)

    def _is_set_off(self, person: Person, at: int, office: Match[Office]) -> bool:
        """Whether one more office stands between commas: "الجنرال، المفتش العام، قائد المنطقة، أمس"."""
        held = person.respected and person.name is None and bool(person.office)
        ranked = held and person.words[person.office[0][0] - 1] in COMMAS
        reading = read_office(self.knowledge, person.words, at, person.end, office)
        ends = not COMMAS.isdisjoint(person.words[reading.last : min(reading.last + 2, person.end)])
        return ranked and ends and reading.country is None and office.value.number == 1

    def _is_of_envoy(self, person: Person, at: int, office: Match[Office]) -> bool:
        """Whether the office of a leader's envoy stands at a token, before the name he is called by."""
        envoy, _, owner = person.office_key.partition(" ")
        sent = owner or (bool(person.office) and person.office[-1][1] - person.office[0][0] > 1)
        if envoy not in self.knowledge.lexicon.offices.envoys or not sent or person.country is None:
            return False
        here: int = at
        held: Match[Office] | None = office
        while held is not None:  # "مساعد وزير الدفاع"
            reading = read_office(self.knowledge, person.words, here, person.end, held)
            if held.value.number != 1 or reading.country not in (None, person.country):
                return False
            here = reading.last
            held = self.knowledge.offices.match(person.words, here, False) if here < person.end else None
        return here < person.end and self._is_name(person, here, respected=False)

    def is_spoken_for(self, person: Person) -> bool:
        """Whether a leader is named here in whose name a spokesman speaks: "متحدث باسم الرئيس الروسي أ"."""
        offices, at, end = self.knowledge.lexicon.offices, person.here, person.end
        if person.begins or person.words[at - 1] not in offices.speaks_for:
            return False
        office = self.knowledge.offices.match(person.words, at, clitics=False)
        if not self.knowledge.is_spokesmans(person.office_key) or office is None:
            return False
        named = read_office(self.knowledge, person.words, at, end, office).last
        named += named < end and person.words[named] in COMMAS  # "متحدث باسم رئيسة الوزراء، أ، إنها"
        match = self.knowledge.people.match(person.words, named, clitics=False) if named < end else None
        if match is None or match.last > end:
            return False
        title = office.value.word.partition(" ")[0]
        return any(known.leads or known.title.partition(" ")[0] == title for known in match.value)

    def _is_name(self, person: Person, at: int, respected: bool) -> bool:
        """Whether a name stands at a token: known, announced by a title, or closed by punctuation."""
        words, end = person.words, person.end
        if at >= end:
            return False
        known = self.knowledge.people.match(words, at, clitics=False)
        if known and known.last <= end:
            return True
        last, sure = self.names.end(words, at, end)
        closed = last >= end or words[last] in COMMAS or not words[last].isalpha()
        return last > at and (sure or respected or (closed and last - at >= 2))

    def is_rank_of_aide(self, person: Person, at: int) -> bool:
        """Whether a rank at a token is that of an aide or envoy: "مساعد وزير الخارجية المصري، السفير أ"."""
        offices, word = self.knowledge.lexicon.offices, person.words[at]
        aide = person.office_key.partition(" ")[0]
        helps = aide in offices.of_leaders | offices.spokesmen | offices.deputies or aide in offices.diplomats
        ranked = word.startswith("ال") and without_article(word) in offices.ranked
        told = person.country is not None or person.office_key not in offices.ranked
        return helps and ranked and told  # "سفير أ لدى ب، السفير ج", not "السفير، السفير ج"

    def is_ranked(self, person: Person) -> bool:
        """Whether what was read is only a rank, beside which an office may be held: "السفير"."""
        return person.office_key in self.knowledge.lexicon.offices.ranked and not person.country

    def is_accompanied(self, person: Person) -> bool:
        """Whether somebody is only named as whom others accompany: "ضم الوفد المرافق لأ وزير ب"."""
        before = person.words[person.first - 1] if person.first else ""
        return person.clitic == "ل" and before in self.knowledge.lexicon.offices.accompanying

    def _is_office(self, person: Person, at: int, comma: bool) -> bool:
        """Whether an office stands at a token that is not another person's."""
        match = self.knowledge.offices.match(person.words, at, clitics=False)
        if not match or match.value.number != 1:
            return False
        reading = read_office(self.knowledge, person.words, at, person.end, match)
        if is_in_turn(self.knowledge, person, reading):
            return True
        of_his_party = {known.party for known in person.known} == {reading.country}
        several = of_his_party or self.is_ranked(person) or self._is_one_of_his(person, reading)
        his = is_of_his_parties(person, reading)
        several = several or his or is_known_as(person, reading)
        if person.offices_read > (0 if comma and not several else 2):
            return False
        if person.country and reading.country and reading.country != person.country and not his:
            return False
        last = self.past_leader(person, reading)
        return last > reading.last or self.names.end(person.words, last, person.end)[0] == last

    def _is_one_of_his(self, person: Person, reading: OfficeReading) -> bool:
        """Whether commas enclose one more office of his: "أ، ولي عهد دبي، نائب رئيس الوزراء، أجرى".

        It is of no land, or tells the land of a deputy: "أ، نائب رئيس الوزراء، وزير الخارجية الكندي،".
        """
        words, last, end = person.words, reading.last, person.end
        if person.name is None or not person.office:
            return False
        if (reading.country and person.country) or last + 1 >= end or words[last] not in COMMAS:
            return False
        if reading.country and person.office_key not in self.knowledge.lexicon.offices.first_titles:
            return False
        after = last + 1
        respected = self.knowledge.honorifics.match(words, after, clitics=False)
        known = self.knowledge.people.match(words, after, clitics=False)
        return not (respected or known or self.names.end(words, after, end)[0] > after)

    def past_leader(self, person: Person, reading: OfficeReading) -> int:
        """The token after the leader whom the office of his aide names: "أ، مستشار الرئيس دونالد ترامب"."""
        here, end, offices = reading.last, person.end, self.knowledge.lexicon.offices
        aide, _, _ = (person.office_key or reading.key).partition(" ")
        match = self.knowledge.people.match(person.words, here, clitics=False) if here < end else None
        if match is None or match.last > end or aide not in offices.of_leaders:
            return here
        leaders = all(known.leads and known.title.partition(" ")[0] != aide for known in match.value)
        return match.last if leaders else here
