"""Officials at home whose counterpart is a foreigner: "بحث وزير السياحة أ مع نظيرته الفرنسية"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.knowledge import Knowledge


def place_at_home(document: Document, cast: Cast, knowledge: Knowledge) -> None:
    """Give officials of no stated land that of the paper, where nobody of a third one is told of so far.

    A counterpart is of another land than theirs, so that they are no officials of his.
    """
    home = knowledge.homes.of(document.article)
    if home is None:
        return
    told: set[str] = set()
    before: Entity | None = None
    sentence = -1
    for i, mention in enumerate(cast.mentions):
        if mention.sentence != sentence:
            sentence, before = mention.sentence, None
        entity = cast.of(i)
        if mention.anaphor == "counterpart":
            abroad = mention.country not in (None, home) and told <= {home, mention.country}
            if before is not None and abroad and _is_unplaced(before, cast, knowledge):
                before.country = home
        elif entity is not None and entity.kind == "person":
            before = entity
        if mention.kind == "person" and mention.country:
            told.add(mention.country)


def _is_unplaced(entity: Entity, cast: Cast, knowledge: Knowledge) -> bool:
    """Whether somebody holds an office at home, and neither the text nor the register tells of which land."""
    mentions: list[Mention] = [cast.mentions[i] for i in entity.mentions]
    at_home = entity.office_key.partition(" ")[0] in knowledge.lexicon.offices.at_home
    return at_home and entity.country is None and not any(mention.known for mention in mentions)
