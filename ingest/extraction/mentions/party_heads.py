"""Heads of a party and of its state: "الأمين الأول للحزب الشيوعي الكوبي والرئيس الكوبي أ" is one person."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.knowledge import Knowledge


def as_party_head(knowledge: Knowledge, document: Document, before: Mention, held: Mention) -> Mention | None:
    """The head of state who leads his party, too, whose two offices were read apart; None for another.

    Args:
        knowledge: the lexicon, compiled.
        document: the article.
        before: who holds an office of a party, without a name.
        held: who is joined to him.
    """
    apart = before.name or not before.office or before.anaphor or before.last != held.first
    if apart or not held.name or held.name[0] < held.first or not held.clitic.startswith("و"):
        return None
    offices = knowledge.lexicon.offices
    first, last = before.office[0]
    led = {plain(word.removeprefix("ل")) for word in document.words[first:last]}
    same = before.country is not None and before.country == held.country and before.number == held.number == 1
    if not same or led.isdisjoint(offices.parties) or held.office_key not in offices.heads_of_state:
        return None
    office, keys = before.office + held.office, (*held.further_keys, before.office_key)
    return Mention(
        before.first,
        held.last,
        held.sentence,
        before.clitic,
        "person",
        name=held.name,
        office=office,
        office_key=held.office_key,
        country=held.country,
        known=held.known,
        further_keys=keys,
    )
