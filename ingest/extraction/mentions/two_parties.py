"""Offices of two parties that one person holds: "أ، رئيس المجلس الانتقالي، نائب رئيس مجلس القيادة".

A party and the land it lives in, a state and the body its head leads in turn.
"""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.mentions.offices import OfficeReading
from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Words of what an office is of that have to agree: papers spell the rest of a party's name in many ways.
_OF = slice(1, 3)


def holds_both(knowledge: Knowledge, person: Person, reading: OfficeReading) -> bool:
    """Whether one person has an office of another party, too.

    Args:
        knowledge: the lexicon, compiled.
        person: what has been read of him so far.
        reading: the office of the other party.
    """
    return (
        is_known_as(person, reading)
        or is_of_his_parties(person, reading)
        or is_in_turn(knowledge, person, reading)
        or _heads_authority_too(knowledge, person, reading)
    )


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


def is_in_turn(knowledge: Knowledge, person: Person, reading: OfficeReading) -> bool:
    """Whether who leads a state heads a body of several in turn: "الرئيس الكيني أ، رئيس الاتحاد الأفريقي،".

    Args:
        knowledge: the lexicon, compiled.
        person: what has been read of him so far.
        reading: the office of the body behind the comma.
    """
    leads = knowledge.office_head(person.office_key) in knowledge.lexicon.offices.heads_of_state
    head = [word for word in reading.key.split() if word not in knowledge.lexicon.offices.qualifiers]
    closed = reading.last < person.end and person.words[reading.last] in COMMAS
    of_body = reading.country in knowledge.bodies and head == person.office_key.split()[:1]
    begun = reading.ranges[0][0] + 1 if reading.ranges else reading.last
    whose = "".join(person.words[begun : begun + 1])  # not "رئيس مفوضية الاتحاد"
    of_body = of_body and whose.startswith(("ال", "لل"))
    return bool(leads and person.name and person.country and of_body and closed)


def _heads_authority_too(knowledge: Knowledge, person: Person, reading: OfficeReading) -> bool:
    """Whether a member or deputy of a state's body also leads an authority of the land, as his name tells.

    Such as "عضو مجلس القيادة الرئاسي رئيس المجلس الانتقالي الجنوبي أ".

    Args:
        knowledge: the lexicon, compiled.
        person: what has been read of him so far.
        reading: the office of the authority.
    """
    junior = person.office_key.partition(" ")[0] in knowledge.lexicon.offices.junior
    if person.name or not junior or knowledge.authority_lands.get(reading.country or "") != person.country:
        return False
    at = reading.last
    while at < person.end and (style := knowledge.honorifics.match(person.words, at, clitics=False)):
        at = style.last
    known = knowledge.people.match(person.words, at, clitics=False) if at < person.end else None
    return known is not None and any(holder.party == reading.country for holder in known.value)
