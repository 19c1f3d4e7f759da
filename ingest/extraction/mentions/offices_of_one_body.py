"""Two offices of one body between commas: "الممثل الأعلى للاتحاد الأوروبي، نائب رئيس المفوضية أ، "."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.offices import read_office
from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Office
from liqaa.ingest.extraction.text.phrasebook import Match


def is_of_one_body(knowledge: Knowledge, person: Person, at: int, office: Match[Office]) -> bool:
    """Whether the office at a token is one more of somebody without a name yet, both of one organisation.

    Of a state they may be two people: "استقبل الرئيس اللبناني، رئيس الوزراء أ".

    Args:
        knowledge: the lexicon, compiled.
        person: what has been read of him.
        at: the token behind the comma.
        office: the first words of the office there.
    """
    if not person.office or person.country not in knowledge.bodies or office.value.number != 1:
        return False
    reading = read_office(knowledge, person.words, at, person.end, office)
    held = knowledge.offices.match(person.words, reading.last, False) if reading.last < person.end else None
    if held is not None and reading.country is None:  # "نائب رئيس المفوضية"
        reading = read_office(knowledge, person.words, reading.last, person.end, held)
    return reading.country == person.country
