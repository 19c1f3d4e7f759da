"""Known offices: what follows a name is what the register calls its bearer: "أ زعيم التيار ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.mentions.offices import OfficeReading
from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.text.document import COMMAS

# Words of what an office is of that have to agree: papers spell the rest of a party's name in many ways.
_OF = slice(1, 3)


def is_known_as(person: Person, reading: OfficeReading) -> bool:
    """Whether an office is that which the register gives who is named, whatever party it names.

    Who leads a party is known as a man of his land or region, so that the parties of both may differ.

    Args:
        person: what has been read of who is named.
        reading: the office after him.
    """
    if person.name is None or len(reading.ranges) != 1 or reading.country is None:
        return False
    told = [plain(word) for word in person.words[slice(*reading.ranges[0])]][_OF]
    return bool(told) and any(
        known.leads and not known.short and known.title.split()[_OF] == told for known in person.known
    )


def is_of_his_parties(person: Person, reading: OfficeReading) -> bool:
    """Whether commas enclose an office of another party for which the register knows who is named, too.

    Such as "أ، رئيس المجلس الانتقالي، نائب رئيس مجلس القيادة، استقبل": one man for two parties.

    Args:
        person: what has been read of who is named.
        reading: the office after him.
    """
    parties = {known.party for known in person.known if not known.short}
    last = reading.last
    enclosed = last < person.end and {person.words[reading.ranges[0][0] - 1], person.words[last]} <= COMMAS
    return enclosed and {person.country, reading.country} <= parties
