"""Filling: those whom a sentence names, or only means, put into a frame under a role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from liqaa.ingest.extraction.cast.entities import Cast, Entity
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


def in_place_of_land(fillers: Iterable[Filler], person: Filler, cast: Cast) -> list[Filler]:
    """Fillers with somebody in the place of the state that he acts for, in its role."""
    entities = cast.entities
    land = entities[person.entity].country
    return [
        replace(person, role=f.role)
        if entities[f.entity].kind == "state" and entities[f.entity].country == land
        else f
        for f in fillers
    ]


def fill_unnamed(frame: Frame, scene: Scene, entity: Entity, role: str) -> None:
    """Add somebody whom the sentence does not name under a role; the first mention in the article counts."""
    if entity.mentions:
        mention = scene.cast.mentions[entity.mentions[0]]
    else:  # a state of which only the adjective stands in the text
        mention = state_mention(frame.first, frame.last, frame.sentence, entity.country)
    frame.fillers.append(Filler(entity.index, role, mention))
