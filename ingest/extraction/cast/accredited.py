"""Accredited people: whose land only what they serve as tells: "أ الذي قدم أوراق اعتماده سفيرا لكينيا".

So, too, "تسلم ب أوراق اعتماد أ سفيرا لكينيا".
"""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import COMMAS, Document
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Tokens from who was named to what he has come as: "الذي سلمه أوراق اعتماده بصفته سفيرا".
_REACH = 12
# Tokens from there to the land: "سفيرا مفوضا فوق العادة للمكسيك".
_OF = 8


def lend_lands(document: Document, cast: Cast, knowledge: Knowledge) -> None:
    """Give people of whom no land is known that for which they are said to serve right behind their names."""
    for entity in cast.entities:
        named = entity.name_mention
        if entity.kind == "person" and named is not None and not entity.country and not entity.office_key:
            _lend(document, knowledge, entity, named)


def _lend(document: Document, knowledge: Knowledge, entity: Entity, named: Mention) -> None:
    words, syntax = document.words, knowledge.lexicon.syntax
    last = document.sentences[named.sentence].last
    begun = named.last + (named.last < last and words[named.last] in COMMAS)
    served = knowledge.lexicon.offices.accredited
    if begun >= last or words[begun] not in syntax.relatives_of_one | served:
        return
    at = next((t for t in range(begun, min(begun + _REACH, last)) if words[t] in served), None)
    if at is None:
        return
    found = (knowledge.geo.match(words, t) for t in range(at + 1, min(at + _OF, last)))
    land = next((match for match in found if match and match.value.kind == "country"), None)
    if land is None or land.clitic != "ل":
        return
    entity.country, entity.stated = land.value.code, True
    office = words[at].removesuffix("ا")
    if at == begun and office in knowledge.lexicon.offices.diplomats:  # "أ سفيرا لكينيا"
        entity.office_key = office
        entity.office_mention = replace(named, office=((at, at + 1),), office_key=office)
