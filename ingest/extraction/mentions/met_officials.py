"""Met officials: an office behind a name or an envoy that is of whom he met: "التقت ميركل رئيس الحكومة"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.names import NameReader
from liqaa.ingest.extraction.mentions.offices import OfficeReading
from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Patterns of verbs whose object may follow their subject at once.
MEETING = frozenset(("transitive", "receive"))
# Those, and that of verbs of visiting, by which an envoy calls on somebody.
_CALLING = MEETING | {"visit"}


def is_met(knowledge: Knowledge, person: Person, reading: OfficeReading) -> bool:
    """Whether an office right behind a name is of whom a verb before the name says that he met.

    Args:
        knowledge: the lexicon, compiled.
        person: what has been read of the one named.
        reading: the office.
    """
    if person.office or not person.known or person.name is None or reading.ranges[0][0] != person.name[1]:
        return False  # "التقت ميركل، رئيسة الحزب، ب"
    if reading.country in {known.party for known in person.known} or not _is_right_after(knowledge, person):
        return False
    return all(known.short for known in person.known) and not _has_held(knowledge, person, reading.key)


def is_met_by_envoy(knowledge: Knowledge, person: Person, reading: OfficeReading) -> bool:
    """Whether an office at home behind a foreign envoy is of whom he met: "التقى الموفد الفرنسي وزير الطاقة".

    He may have held a high office himself, and is then named behind it: "المبعوث الأميركي الجنرال السابق أ".

    Args:
        knowledge: the lexicon, compiled.
        person: what has been read of the envoy, who is not named yet.
        reading: the office.
    """
    words, last = person.words, reading.last
    envoy = person.name is None and person.country is not None and knowledge.is_diplomats(person.office_key)
    own = reading.country is not None or words[reading.ranges[0][0] - 1] in COMMAS
    if not envoy or own or " " not in reading.key or not _is_right_after(knowledge, person, _CALLING):
        return False
    if last < person.end and words[last] in knowledge.lexicon.events.former:
        return False
    named = knowledge.people.match(words, last, clitics=False) if last < person.end else None
    return named is None or all(known.party != person.country for known in named.value)


def is_met_by_name(knowledge: Knowledge, names: NameReader, person: Person, reading: OfficeReading) -> bool:
    """Whether an office with a name stands right behind who met its holder: "التقى السفير أ رئيس المجلس ب".

    Args:
        knowledge: the lexicon, compiled.
        names: tells how far a name reaches.
        person: what has been read of who met somebody.
        reading: the office behind him.
    """
    if not (person.name and person.office and person.name[1] == person.here):
        return False
    if person.name[0] < person.office[0][0] or not _is_right_after(knowledge, person):
        return False
    last, sure = names.end(person.words, reading.last, person.end)
    return sure and last - reading.last > 1


def _is_right_after(knowledge: Knowledge, person: Person, patterns: frozenset[str] = MEETING) -> bool:
    """Whether a verb of meeting opens what is said right before a name."""
    verb = person.first - 1
    while verb > 0 and knowledge.tells_day(person.words[verb]):
        verb -= 1  # "استقبل اليوم أ رئيس الحكومة"
    match = knowledge.triggers.match(person.words, verb) if verb >= 0 and not person.clitic else None
    return match is not None and match.last == verb + 1 and match.value.trigger.pattern in patterns


def _has_held(knowledge: Knowledge, person: Person, key: str) -> bool:
    """Whether the register knows somebody in an office, a head of state by any of the words for it."""
    heads = {knowledge.office_head(known.title) for known in person.known}
    head, leaders = knowledge.office_head(key), knowledge.lexicon.offices.heads_of_state
    return head in heads or (head in leaders and not heads.isdisjoint(leaders))
