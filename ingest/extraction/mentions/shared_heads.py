"""Shared heads: another minister told by his field alone behind the first: "وزير الخارجية أ، والدفاع ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.mentions.persons import PersonReader
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES, Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Words of the office of one field: "وزير الخارجية".
_OFFICE = 2


def next_minister(
    knowledge: Knowledge, persons: PersonReader, document: Document, sentence: Sentence, first: Mention
) -> Mention | None:
    """Who holds another office of the same head and land, named behind its field; None where nobody is.

    Args:
        knowledge: the lexicon, compiled.
        persons: reads names.
        document: the article.
        sentence: one of its sentences.
        first: who is told in full before, with his name.
    """
    words, end = document.words, sentence.last
    head, _, field = first.office_key.partition(" ")
    begins, ends = first.office[0] if first.office else (0, 0)
    told = first.name and first.country and ends - begins == _OFFICE
    at = first.last
    while at < end and words[at] in COMMAS | QUOTES:
        at += 1
    if not (told and field) or at + 1 >= end or not words[at].startswith("وال"):
        return None
    own = plain(words[at])
    if own not in knowledge.lexicon.offices.complements or own == field:
        return None
    if knowledge.offices.match(words, at) is not None:
        return None  # "رئيس الوزراء القطري أ والرئيس ب": an office of its own
    person = Person(words, at + 1, at + 1, end, country=first.country, respected=True)
    person.here += words[at + 1] in QUOTES
    sure = person.here < end and (
        words[person.here] in knowledge.given
        or knowledge.people.match(words, person.here, clitics=False) is not None
    )
    if not sure or not persons.name(person):
        return None
    return Mention(
        at,
        person.here,
        sentence.index,
        "و",
        "person",
        name=person.name,
        office=((begins, begins + 1), (at, at + 1)),
        office_key=f"{head} {own}",
        country=first.country,
        known=person.known,
    )
