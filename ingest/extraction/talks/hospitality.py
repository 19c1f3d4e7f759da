"""Hospitality: who is the guest of an official, which is a reception: "كان أ في ضيافة ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of, parties_differ
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject


def read_hospitality(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The one reception of all who are an official's guests, himself right after the words for it."""
    hosts = [a for a in clause.arguments if a.first == hit.last and _is_official(a)]
    host = scene.person(hosts[0]) if hosts else None
    people = [a for a in nearest_subject(clause, hit.first) if host and not _is_own(a, host)]
    if not hosts or not people:
        return []
    frame = frame_of(hit, clause)
    fill(frame, scene, hosts, "host", scene.person(people[0]))
    fill(frame, scene, people, "guest", host)
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def _is_official(argument: Argument) -> bool:
    """Whether an argument is a person who acts for a party: not "في ضيافة القناة"."""
    return argument.entity is not None and argument.entity.kind == "person" and bool(argument.entity.country)


def _is_own(argument: Argument, host: Entity) -> bool:
    """Whether somebody is of the host's party, so that he is no guest of his."""
    return argument.entity is not None and argument.entity.country == host.country
