"""Delegations of which only their head tells whose they are: "استقبل أ وفدا رفيعا برئاسة ب"."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.mentions.announced_groups import is_of_speaker
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.persons import PersonReader
from liqaa.ingest.extraction.text.document import COMMAS, Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ontology.folding import without_article

# Tokens between a delegation and the word for who leads it: "وفدا عسكريا رفيع المستوى برئاسة".
_LIKE = 5


def headed_group(
    knowledge: Knowledge, persons: PersonReader, document: Document, sentence: Sentence, at: int
) -> list[Mention]:
    """A delegation without a word for its party, which is its head's; none where nobody heads it.

    Args:
        knowledge: the lexicon, compiled.
        persons: reads who heads it.
        document: the article.
        sentence: one of its sentences.
        at: the token where the delegation may begin.
    """
    words, groups = document.words, knowledge.lexicon.events.headed
    group = next(((c, stem) for c, stem in readings(words[at]) if without_article(stem) in groups), None)
    if group is None:
        return []
    for here in range(at + 1, min(at + _LIKE, sentence.last - 1)):
        if words[here] in knowledge.lexicon.syntax.led_by:
            head = persons.read(document, sentence, here + 1)
            last = here - (words[here - 1] in COMMAS)
            if head and not head.country and is_of_speaker(knowledge, words, sentence, at):
                return [replace(_group(sentence, at, last, group, None), owned=True)]
            country = _party_of(head) if head else None
            return [_group(sentence, at, last, group, country)] if country else []
        if not (words[here].isalpha() or words[here] in COMMAS) or knowledge.triggers.opens(words[here]):
            return []
    return []


def _party_of(head: Mention) -> str | None:
    """The party of who heads a delegation: as he is called, or as the register knows his whole name."""
    parties = {known.party for known in head.known if head.name and head.name[1] - head.name[0] > 1}
    return head.country or (parties.pop() if len(parties) == 1 else None)


def _group(sentence: Sentence, first: int, last: int, group: tuple[str, str], country: str | None) -> Mention:
    clitic, key = group[0], without_article(group[1])
    office = ((first, last),)
    return Mention(
        first, last, sentence.index, clitic, "delegation", office=office, office_key=key, country=country
    )
