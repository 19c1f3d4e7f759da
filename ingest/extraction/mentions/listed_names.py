"""Listed names: those who hold an office in several lands, named one after the other behind the lands."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import COMMAS, Document


def name_holders(document: Document, cast: Cast) -> None:
    """Give the holders of a shared office the names that follow: "وزراء خارجية مصر وفرنسا، أ وب"."""
    at = 0
    while at < len(cast.mentions):
        holders = _holders(cast, at)
        names = _names(document, cast, at + len(holders), len(holders)) if len(holders) > 1 else []
        for holder, entity in zip(holders, _in_order(cast, holders, names), strict=False):
            cast.join(entity, holder)
        at += max(1, len(holders))


def _holders(cast: Cast, at: int) -> list[int]:
    """The mentions from one on that share an office and have a land each and no name."""
    office = cast.mentions[at].office
    out: list[int] = []
    while at < len(cast.mentions) and _is_unnamed(cast.mentions[at]) and cast.mentions[at].office == office:
        out.append(at)
        at += 1
    return out


def _is_unnamed(mention: Mention) -> bool:
    person = mention.kind == "person" and mention.name is None and not mention.anaphor
    return person and bool(mention.office) and mention.country is not None


def _names(document: Document, cast: Cast, at: int, count: int) -> list[Entity]:
    """The named people whose mentions adjoin from one on; none if they are not as many as are sought."""
    out: list[Entity] = []
    for i in range(at, min(at + count, len(cast.mentions))):
        mention, entity = cast.mentions[i], cast.of(i)
        gap = document.words[cast.mentions[i - 1].last : mention.first]
        near = mention.sentence == cast.mentions[i - 1].sentence and all(w in COMMAS for w in gap)
        if entity is None or mention.name is None or mention.office or not near or len(gap) > 1:
            return []
        out.append(entity)
    return out if len({e.index for e in out}) == count else []


def _in_order(cast: Cast, holders: list[int], names: list[Entity]) -> list[Entity]:
    """The names as the lands stand, none if one is known to be of another land than the one it is beside."""
    beside = zip(holders, names, strict=False)
    return names if all(e.country in (None, cast.mentions[i].country) for i, e in beside) else []
