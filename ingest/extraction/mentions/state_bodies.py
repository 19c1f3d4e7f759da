"""State bodies: bodies of one state that are called as one of several is: "the Russian Security Council"."""

from __future__ import annotations

from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import Match


def is_of_one_state(match: Match[Geo], words: list[str], at: int, end: int, knowledge: Knowledge) -> bool:
    """Whether the name of a body of states is that of a body of one: "سكرتير مجلس الأمن القومي الروسي".

    Args:
        match: the name.
        words: the folded words that hold it.
        at: its first token.
        end: where its sentence ends.
        knowledge: the lexicon.
    """
    if match.value.kind != "organisation" or match.last >= end:
        return False
    if words[match.last] in knowledge.lexicon.offices.national:
        return True
    name = " ".join(words[at : match.last]).removeprefix(match.clitic)
    nation = knowledge.adjectives.match(words, match.last, clitics=False)
    shared = name in knowledge.lexicon.offices.shared_bodies
    return shared and nation is not None and nation.value.definite


def serves_a_service(office_key: str, knowledge: Knowledge) -> bool:
    """Whether an office is that of who runs a service of a state: "مدير عام الشرطة", "الأمين العام للوزارة".

    Args:
        office_key: the folded head of the office.
        knowledge: the lexicon.
    """
    offices = knowledge.lexicon.offices
    words = office_key.split()
    return words[:1] != [] and words[0] in offices.staff and not offices.state_services.isdisjoint(words[1:])
