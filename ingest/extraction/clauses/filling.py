"""Filling: those whom a sentence names, or only means, put into a frame under a role."""

from __future__ import annotations

from collections.abc import Iterable

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.frames import Filler, Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.mentions.mentions import state_mention


def fill(
    frame: Frame, scene: Scene, arguments: Iterable[Argument], role: str, other: Entity | None = None
) -> None:
    """Add arguments to a frame under a role; who can not be resolved is left out."""
    for argument in arguments:
        entity = scene.person(argument, other)
        if entity is not None and entity.country is None:
            scene.host_of(entity, other)
        if entity is None or entity.country is None or entity.index in frame.entities():
            continue
        frame.fillers.append(Filler(entity.index, role, scene.cast.mentions[argument.index]))


def fill_unnamed(frame: Frame, scene: Scene, entity: Entity, role: str) -> None:
    """Add somebody whom the sentence does not name under a role; the first mention in the article counts."""
    if entity.mentions:
        mention = scene.cast.mentions[entity.mentions[0]]
    else:  # a state of which only the adjective stands in the text
        mention = state_mention(frame.first, frame.last, frame.sentence, entity.country)
    frame.fillers.append(Filler(entity.index, role, mention))
