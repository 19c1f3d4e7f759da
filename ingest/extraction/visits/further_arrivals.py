"""Further arrivals: who comes as well, to where somebody came before: "كما وصل أ للمشاركة في المؤتمر"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.talks.sides import is_party
from liqaa.ingest.extraction.visits.visit_hosts import host_person


def read_further_arrival(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The arrival of somebody of a third land where the last visit of the section led.

    Args:
        hit: a trigger of a visit that names no place.
        clause: its sentence.
        scene: whose visit was told last, and to where.
    """
    before = clause.words[hit.first - 1] if hit.first > clause.sentence.first else ""
    if hit.form.trigger.id != "arrive-verb" or scene.visit is None or before not in clause.lists.again:
        return []
    land = scene.cast.entities[scene.visit[1]].country
    people = [a for a in clause.right(hit.last) if is_party(clause, a)][:1]
    comes = people and not people[0].preposition and people[0].first == hit.last
    entity = people[0].entity if comes else None
    if entity is None or land is None or entity.country in (None, land):
        return []
    frame = frame_of(hit, clause)
    frame.sure = False
    fill_unnamed(frame, scene, entity, "visitor")
    host = host_person(clause, land)
    if host is None:
        fill_unnamed(frame, scene, scene.state(land, clause.sentence.section.index), "host")
    else:
        frame.fillers.append(host)
    return [frame]
