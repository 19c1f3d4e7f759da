"""Counterparts named a sentence later than whose they are: "وصل أ إلى ب. وكان نظيره ج قد زارها"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.mentions.mentions import Mention


def of_one_office(people: list[tuple[Entity, Mention]]) -> list[tuple[Entity, Mention]]:
    """Those whom a sentence names, if all of them hold one office, which their counterparts hold, too.

    Args:
        people: who holds an office, with the mention that tells of it.
    """
    return people if len({entity.office_key for entity, _ in people}) == 1 else []


def is_alone(at: int, cast: Cast) -> bool:
    """Whether nobody else in the sentence of a counterpart is called by an office.

    Args:
        at: the counterpart's mention.
        cast: everybody in the article.
    """
    sentence = cast.mentions[at].sentence
    others = (m for i, m in enumerate(cast.mentions) if i != at and m.sentence == sentence)
    return not any(m.kind == "person" and m.office for m in others)
