"""Further offices: those that و joins to an office already read of a person."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.names import NameReader
from liqaa.ingest.extraction.mentions.offices import OfficeReading, read_office
from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge


class FurtherOffices:
    """Reads another office of one person, and tells it from that of the next."""

    def __init__(self, knowledge: Knowledge, names: NameReader) -> None:
        self.knowledge = knowledge
        self.names = names

    def after_name(self, person: Person) -> bool:
        """Another office of who is named before his first: "محمد بن سلمان ولي العهد ووزير الدفاع"."""
        if not (person.name and person.office and person.name[1] <= person.office[0][0]):
            return False
        reading = self._joined(person)
        if reading is None or self._name_stands_at(person, reading.last):
            return False  # an office with a name of its own is somebody else's
        person.country = person.country or reading.country
        person.further_keys.append(reading.key)
        person.here = reading.last
        return True

    def before_name(self, person: Person) -> bool:
        """Another office before the name of who holds both: "نائب رئيس الوزراء الأردني ووزير الخارجية أ"."""
        if person.name or not person.office:
            return False
        reading = self._joined(person)
        named = self._past_comma(person, reading.last) if reading else 0
        if reading is None or not self._name_stands_at(person, named):
            return False
        at = person.office[0][0]
        keys = {person.office_key, " ".join(person.words[at : at + 2])}  # "نائب", "نائب أمير"
        keys.add(" ".join(person.office_key.split()[:2]))  # "الممثلة الخاصة للأمين العام ورئيسة بعثة ب"
        first = keys & self.knowledge.lexicon.offices.first_titles
        if not first and not self._holds(person, named):
            return False
        person.office.extend(reading.ranges)
        person.further_keys.append(reading.key)
        person.country = person.country or reading.country
        person.offices_read += 1
        person.here = reading.last
        return True

    def of_counterpart(self, person: Person) -> bool:
        """The office of a named counterpart behind a comma: "نظيره أ، رئيس أركان البحرية الفنلندية"."""
        words, at = person.words, person.here + 1
        if not person.name or at >= person.end or words[person.here] not in COMMAS:
            return False
        match = self.knowledge.offices.match(words, at, clitics=False)
        if match is None or match.last > person.end or match.value.number != 1:
            return False
        reading = read_office(self.knowledge, words, at, person.end, match)
        if reading.country is None or person.country not in (None, reading.country):
            return False  # "استقبل نظيره الفرنسي أ، وزير الدفاع الكيني": who received him
        if self._name_stands_at(person, reading.last):
            return False
        person.office.extend(reading.ranges)
        person.office_key, person.country, person.here = reading.key, reading.country, reading.last
        return True

    def _holds(self, person: Person, at: int) -> bool:
        """Whether who is named at a token, after his style, is known to hold the office already read."""
        style = self.knowledge.honorifics.match(person.words, at, clitics=False)
        named = self.knowledge.people.match(person.words, style.last if style else at, clitics=False)
        own = self.knowledge.office_head(person.office_key)
        return named is not None and any(
            self.knowledge.office_head(known.title) == own and known.party in (person.country, None)
            for known in named.value
            if not known.short
        )

    def _joined(self, person: Person) -> OfficeReading | None:
        """The office of his party that و joins here; None where there is none."""
        words, at, end = person.words, person.here, person.end
        match = self.knowledge.offices.match(words, at) if words[at].startswith("و") else None
        if match is None or match.clitic != "و" or match.last > end or match.value.number != 1:
            return None
        reading = read_office(self.knowledge, words, at, end, match)
        return None if reading.country and person.is_of_another(reading.country) else reading

    def _past_comma(self, person: Person, at: int) -> int:
        """Past a comma after which somebody is named: "رئيس المجلس والقائد العام للجيش، الفريق أ"."""
        return at + (at < person.end and person.words[at] in COMMAS)

    def _name_stands_at(self, person: Person, at: int) -> bool:
        """Whether a name or a title of respect begins at a token."""
        words, end = person.words, person.end
        return at < end and bool(
            self.knowledge.people.match(words, at, clitics=False)
            or self.knowledge.honorifics.match(words, at, clitics=False)
            or self.names.end(words, at, end)[0] > at
        )
