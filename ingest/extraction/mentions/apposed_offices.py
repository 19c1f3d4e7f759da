"""Apposed offices: one more office of a person between commas, before his name.

Such as "رئيس المجلس الرئاسي الليبي، القائد الأعلى للجيش، أ".
"""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.names import NameReader
from liqaa.ingest.extraction.mentions.offices import OfficeReading
from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Words of the shortest name in full.
_FULL = 2


def is_apposed(knowledge: Knowledge, names: NameReader, person: Person, reading: OfficeReading) -> bool:
    """Whether an office behind a comma is one more of who has been told by office and land alone.

    A comma and a name in full follow it; who stands in a list himself has nothing apposed.

    Args:
        knowledge: the lexicon, compiled.
        names: tells how far a name reaches.
        person: what has been read of him so far.
        reading: the office behind the comma.
    """
    words, first, last = person.words, person.first, reading.last
    listed = person.clitic == "و" or (first > 0 and words[first - 1] in COMMAS)
    if person.name or not person.office or not person.country or listed:
        return False
    if reading.country not in (None, person.country) or len(person.office) > _FULL:
        return False
    at = reading.ranges[0][0] if reading.ranges else last
    told = person.office[0][0]
    diplomats = [knowledge.is_diplomats(key) for key in (person.office_key, reading.key)]
    if diplomats == [False, True] or words[told].endswith("ه") != words[at].endswith("ه"):
        return False  # "التقى الوزير القطري، القائم بأعمال السفارة، أ": two people
    if last + 1 >= person.end or words[last] not in COMMAS:
        return False
    return _is_named(knowledge, names, person, last + 1)


def _is_named(knowledge: Knowledge, names: NameReader, person: Person, at: int) -> bool:
    """Whether somebody of no other land is named in full at a token."""
    words, end = person.words, person.end
    style = knowledge.honorifics.match(words, at, clitics=False)
    at = style.last if style is not None else at
    known = knowledge.people.match(words, at, clitics=False) if at < end else None
    if known is not None and known.last <= end:
        return any(not person.is_of_another(holder.party) for holder in known.value)
    last, sure = names.end(words, at, end)
    return last - at >= _FULL and (sure or style is not None or words[last : last + 1] != [])
