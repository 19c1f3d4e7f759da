"""Visits of guests: whom somebody has met at home has come, where his visit is spoken of but not to where."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject

# The noun of a visit before its genitive, and with the pronoun of the visitor.
_BARE, _POSSESSED = "زياره", frozenset(("زيارته", "زيارتها"))


def read_guest_visit(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "استقبل أ ب في ج. وتأتي زيارة ب بعد"; "the visit" alone may be another of the text's."""
    if scene.stay is None or clause.sentence.title:
        return []
    visitor, host = (scene.cast.entities[index] for index in scene.stay)
    told = host.country in scene.visited.get(visitor.index, ())  # with its day and status
    if told or visitor is not _visitor(hit, clause, scene) or _serves_there(visitor, host, scene):
        return []
    frame = frame_of(hit, clause)
    frame.sure = False
    fill_unnamed(frame, scene, visitor, "visitor")
    receives = scene.received == scene.stay
    land = host if receives else scene.state(str(host.country), clause.sentence.section.index)
    fill_unnamed(frame, scene, land, "host")
    return [frame]


def _visitor(hit: Hit, clause: Clause, scene: Scene) -> Entity | None:
    """Whose visit a noun tells of: the genitive's, or that of whom the pronoun stands for."""
    word = clause.words[hit.last - 1]
    if word in _POSSESSED:
        subject = nearest_subject(clause, hit.first)
        return subject[0].entity if subject else scene.cast.entities[scene.topic]
    own = [a for a in clause.arguments if a.first == hit.last and not a.preposition]
    return own[0].entity if own and word == _BARE else None


def _serves_there(visitor: Entity, host: Entity, scene: Scene) -> bool:
    """Whether somebody is accredited where he was met, which he does not visit."""
    return any(scene.cast.mentions[i].duty == host.country for i in visitor.mentions)
