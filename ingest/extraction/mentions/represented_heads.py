"""Heads of state in whose place somebody acts, who is named right behind: "نيابة عن سمو الأمير وزير أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.text.knowledge import Knowledge


def is_acted_for(knowledge: Knowledge, person: Person) -> bool:
    """Whether only the title of a head of state has been read, for whom another acts who begins here.

    Args:
        knowledge: the lexicon.
        person: what has been read of him.
    """
    words, first, lists = person.words, person.first, knowledge.lexicon.offices
    if person.begins or first < 2 or words[first - 1] != "عن":
        return False
    if words[first - 2].removeprefix("و") not in lists.in_place_of:
        return False
    crowned = person.office_key.partition(" ")[0] in lists.heads_of_state or person.office_key in lists.crowns
    style = words[person.here - 1].removeprefix("ال") in lists.heads_of_state  # "سمو الأمير"
    if not (crowned or (style and not person.office)):
        return False
    office = knowledge.offices.match(words, person.here, clitics=False)
    titled = knowledge.honorifics.match(words, person.here, clitics=False)
    other = office is not None and office.value.word.partition(" ")[0] not in lists.heads_of_state
    return other or (titled is not None and bool(person.office))
