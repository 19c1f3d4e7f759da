"""Embassies: whose "the ambassador" is, behind the embassy he heads: "زار السفارة أ والتقى السفير ب"."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.cast.entities import Cast
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ontology.folding import without_article


def lend_from_embassies(document: Document, cast: Cast, knowledge: Knowledge) -> None:
    """Give diplomats of whom no land is told that of the embassy named last before them.

    It stands in their sentence or in the one before.

    Args:
        document: the article.
        cast: its mentions and people, some of whom get a land.
        knowledge: the lexicon, compiled.
    """
    for i, mention in enumerate(cast.mentions):
        entity = cast.of(i)
        if not _is_open(mention, knowledge) or (entity is not None and entity.country):
            continue
        land = _land_before(document, mention, knowledge)
        if land is not None:
            cast.mentions[i] = replace(mention, country=land)
        if land is not None and entity is not None:
            entity.country, entity.stated = land, True


def _is_open(mention: Mention, knowledge: Knowledge) -> bool:
    """Whether a diplomat is told by his definite title, of which no land or place of duty is part."""
    bare = mention.kind == "person" and mention.definite and not (mention.country or mention.duty)
    one = bare and mention.number == 1 and not mention.anaphor and len(mention.office) == 1
    return one and " " not in mention.office_key and knowledge.is_diplomats(mention.office_key)


def _land_before(document: Document, mention: Mention, knowledge: Knowledge) -> str | None:
    """The land of the embassy named last before somebody, None for none."""
    sentence = document.sentences[mention.sentence]
    before = document.sentences[max(sentence.index - 1, 0)]
    first = before.first if before.section is sentence.section and not before.title else sentence.first
    outposts = knowledge.lexicon.events.outposts
    for token in range(mention.first - 1, first - 1, -1):
        word = document.words[token]
        if any(without_article(stem) in outposts for _, stem in readings(word)):
            return _owner(document, token + 1, knowledge)
    return None


def _owner(document: Document, at: int, knowledge: Knowledge) -> str | None:
    """The land whose adjective or name follows the word for an embassy."""
    nation = knowledge.adjectives.match(document.words, at, clitics=False)
    if nation is not None and nation.value.definite and nation.value.number == 1:
        return nation.value.code
    land = knowledge.geo.match(document.words, at, clitics=False)
    return land.value.code if land is not None and land.value.kind == "country" else None
