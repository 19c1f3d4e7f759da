"""Holders: who, named without his office or by a bare title, holds the office that is told without a name.

Such as "وصل قائد الحرس الثوري الإيراني إلى أ. والتقى اللواء حسين سلامي ب".
"""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ontology.folding import without_article

# Words of the shortest office that tells of what it is.
_TOLD = 2


def registered(
    document: Document, cast: Cast, section: int, mention: Mention, knowledge: Knowledge
) -> list[Entity]:
    """Who of a section, named without more than a bare title, holds an office as the register has it.

    Args:
        document: the article.
        cast: who it names.
        section: the section of the office.
        mention: the office without a name, with its party.
        knowledge: the lexicon, compiled.
    """
    key = " ".join(map(without_article, mention.office_key.split()))
    day, leads = document.article.date, key in knowledge.lexicon.offices.leaders
    words = _words(document, mention)
    if not knowledge.lexicon.offices.not_held.isdisjoint(words):
        return []
    return [
        e
        for e in cast.entities
        if e.kind == "person"
        and e.section == section
        and e.name
        and (not e.office_key or e.office_key == words[0] != " ".join(words))
        and (e.office_mention is None or _are_alike(document, e, mention))
        and any(
            (k.title == key or (leads and k.leads) or _is_of(k.title, words, mention, knowledge))
            and k.party == mention.country
            and k.holds(day)
            for i in e.mentions
            for k in cast.mentions[i].known
        )
    ]


def _is_hers(document: Document, mention: Mention) -> bool:
    """Whether an office is a woman's: "رئيسة"."""
    return document.words[mention.office[0][0]].endswith("ه")


def _words(document: Document, mention: Mention) -> list[str]:
    """The words of an office without articles, the proclitic left out."""
    first, *rest = (document.words[t] for begun, end in mention.office for t in range(begun, end))
    return [mention.office_key.partition(" ")[0] or first, *map(without_article, rest)]


def _is_of(title: str, words: list[str], mention: Mention, knowledge: Knowledge) -> bool:
    """Whether the words of an office say a title of the register, or another word for it."""
    offices, held = knowledge.lexicon.offices, title.split()
    if held[0] in offices.diplomats:  # "المبعوث الأممي إلى اليمن": the special one
        held, words = ([w for w in told if w not in offices.of_envoys] for told in (held, words))
        return words == held[:1] or (words[0] == held[0] and set(held) <= set(words))
    head = knowledge.office_head(title)
    if head in offices.synonyms.values() and head == knowledge.office_head(mention.office_key):
        return True  # "رئيس الأركان" of who heads a board of chiefs of staff
    begins = _TOLD <= len(held) <= len(words) and words[: len(held)] == held
    return begins and title not in offices.first_titles


def join_titled(document: Document, cast: Cast, knowledge: Knowledge) -> None:
    """Name who was told by office and party alone before a bare title with a name.

    Such as "استقبل أ السفير الصيني. وأشاد بجهود السفير تشن": no other of such an office is left unnamed.

    Args:
        document: the article.
        cast: who it names, changed in place.
        knowledge: the lexicon, compiled.
    """
    for entity in cast.entities:
        first = min(entity.mentions, default=-1)
        if first < 0 or not _is_bare(document, cast.mentions[first], entity):
            continue
        told = cast.mentions[first]
        if knowledge.triggers.match(document.words, told.first - 1) is not None or told.clitic == "و":
            continue  # "كما استقبل السفير أ": another one
        unnamed = [
            e
            for e in cast.entities
            if e.kind == "person" and e.section == entity.section and e.country and not e.name
            if e.mentions and cast.mentions[min(e.mentions)].sentence < told.sentence
            if e.office_key.partition(" ")[0] == entity.office_key
        ]
        if len(unnamed) == 1 and _are_alike(document, unnamed[0], told) and not _has_counterpart(cast, first):
            for i in unnamed[0].mentions:
                cast.join(entity, i)
            entity.country = entity.country or unnamed[0].country
            unnamed[0].mentions.clear()


def _is_bare(document: Document, mention: Mention, entity: Entity) -> bool:
    """Whether somebody of no party is first named behind one definite word of an office: "السفير أ"."""
    if entity.kind != "person" or entity.country or not mention.name or len(mention.office) != 1:
        return False
    first, last = mention.office[0]
    one = last == first + 1 == mention.name[0] and " " not in entity.office_key
    return one and document.words[first].startswith("ال") and not mention.known


def _has_counterpart(cast: Cast, before: int) -> bool:
    """Whether a counterpart without a name stands before a mention: "بحث الوزير مع نظيره. وأكد الوزير أ"."""
    return any(m.anaphor == "counterpart" and not m.name for m in cast.mentions[:before])


def _are_alike(document: Document, entity: Entity, told: Mention) -> bool:
    """Whether an unnamed holder and who is named are both women or both men."""
    office = entity.office_mention
    return office is not None and _is_hers(document, office) == _is_hers(document, told)
