"""Guests: whom "the guest" or "his guest" stands for who was named before: "استقبل أ ضيفه", "وحظي الضيف"."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings

GUEST = "guest"
# Lands of a reception, and tokens from its verb to who receives, with the day between them.
_TWO, _VERB = 2, 2


def read_guest(knowledge: Knowledge, document: Document, sentence: Sentence, at: int) -> Mention | None:
    """The mention of a guest that begins at a token; none where he is named or his office is told.

    Args:
        knowledge: the lexicon.
        document: the article.
        sentence: the sentence of the token.
        at: the token.
    """
    events, words = knowledge.lexicon.events, document.words
    for clitic, stem in readings(words[at]):
        if stem not in events.one_guest or at + 1 >= sentence.last:
            continue
        nation = knowledge.adjectives.match(words, at + 1, clitics=False)
        last = nation.last if nation is not None and nation.value.definite else at + 1
        while last < sentence.last and words[last] in events.land_guests:
            last += 1  # "الضيف الكبير"
        if last < sentence.last and _is_told(knowledge, words, last):
            return None
        country = nation.value.code if nation is not None and last > at + 1 else None
        return Mention(at, last, sentence.index, clitic, "person", country=country, anaphor=GUEST)
    return None


def resolve_guests(document: Document, cast: Cast, knowledge: Knowledge) -> None:
    """Take a guest for the one named last before his sentence who is of his land, or not of his host's.

    His host is who stands in the sentence before him, else behind him, else who received him before it.

    Args:
        document: the article.
        cast: everybody in it, whose other mentions of people have been resolved.
        knowledge: the lexicon, compiled.
    """
    for i, mention in enumerate(cast.mentions):
        if mention.anaphor == GUEST:
            guest = _guest(document, cast, i, knowledge)
            if guest is not None:
                cast.join(guest, i)


def _is_told(knowledge: Knowledge, words: list[str], at: int) -> bool:
    """Whether a name, an office or a title of respect begins at a token."""
    books = (knowledge.offices, knowledge.honorifics, knowledge.people)
    told = any(book.match(words, at, clitics=False) is not None for book in books)
    return told or words[at] in knowledge.given


def _guest(document: Document, cast: Cast, i: int, knowledge: Knowledge) -> Entity | None:
    """Whom the mention of a guest means; None where nobody fits."""
    mention, host = cast.mentions[i], _host(cast, i) or _host_before(document, cast, i, knowledge)
    if host is not None and host.country == mention.country:
        mention = replace(mention, country=None)  # "أقام الرئيس الفرنسي مأدبة لضيفه الفرنسي": a slip
    if mention.country is None and host is None:
        return None
    section = document.sentences[mention.sentence].section.index
    last: tuple[int, Entity] | None = None
    for j, other in enumerate(cast.mentions[:i]):
        entity = cast.of(j)
        if entity is None or entity.kind != "person" or entity.section != section or not entity.country:
            continue
        foreign = host is not None and entity.country != host.country
        fits = entity.country == mention.country if mention.country else foreign
        if fits and (last is None or last[0] < other.sentence):
            last = other.sentence, entity
    return last[1] if last is not None else None


def _host(cast: Cast, i: int) -> Entity | None:
    """Who stands beside a guest in his sentence, whose land is known."""
    before = range(i - 1, -1, -1)
    for j in (*before, *range(i + 1, len(cast.mentions))):
        entity = cast.of(j)
        here = cast.mentions[j].sentence == cast.mentions[i].sentence
        if here and entity is not None and entity.kind == "person" and entity.country:
            return entity
    return None


def _host_before(document: Document, cast: Cast, i: int, knowledge: Knowledge) -> Entity | None:
    """Who received somebody of another land in the sentence before: "استقبل أ ب. وكان الضيف قد وصل"."""
    before = cast.mentions[i].sentence - 1
    told = [(cast.mentions[j], cast.of(j)) for j in range(i) if cast.mentions[j].sentence == before]
    people = [(m, e) for m, e in told if e is not None and e.kind == "person" and e.country]
    if len({e.country for _, e in people}) < _TWO or not _receives(document.words, people[0][0], knowledge):
        return None
    return people[0][1]


def _receives(words: list[str], mention: Mention, knowledge: Knowledge) -> bool:
    """Whether a verb of receiving stands before somebody: "استقبل أ", "استقبل اليوم أ"."""
    near = range(max(0, mention.first - _VERB), mention.first)
    found = (knowledge.triggers.match(words, t) for t in near)
    return any(match is not None and match.value.trigger.pattern == "receive" for match in found)
