"""Hosts: who meets in his own office, palace or headquarters is the host."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.clauses import Clause
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.scene import Scene


def set_host(frame: Frame, clause: Clause, scene: Scene) -> None:
    """Who meets in his own office, palace or headquarters is the host: "في مكتبه", "في البيت الأبيض"."""
    if len(frame.fillers) < 2 or any(f.role != "party" for f in frame.fillers):
        return
    host = _host_by_venue(frame, clause, scene)
    if host is None:
        return
    land = scene.cast.entities[host].country
    frame.fillers = [
        replace(f, role="host" if scene.cast.entities[f.entity].country == land else "guest")
        for f in frame.fillers
    ]


def _host_by_venue(frame: Frame, clause: Clause, scene: Scene) -> int | None:
    first = max(clause.sentence.first, frame.first - 30)
    for token in range(first, min(clause.sentence.last, frame.last + 30)):
        own = clause.words[token] in clause.knowledge.lexicon.events.own_venues
        if own and token not in clause.inside:  # a name may look like one: أبو قصرة
            before = [
                f for f in frame.fillers if f.mention.first < token and f.mention.sentence == frame.sentence
            ]
            return before[0].entity if before else frame.fillers[0].entity
        at_venue = clause.words[token] in clause.knowledge.lexicon.events.venues
        if not at_venue and not any(a.first == token for a in clause.arguments):
            continue
        for argument in clause.arguments:
            mention = clause.cast.mentions[argument.index]
            geo = mention.geo
            seat = (
                geo is not None
                and geo.kind == "metonym"
                and argument.first == token
                and argument.preposition in ("في", "ب")
            )
            near = at_venue and geo is not None and 0 < argument.first - token <= 4
            if geo is not None and (seat or near):
                owners = [f for f in frame.fillers if scene.cast.entities[f.entity].country == geo.code]
                return owners[0].entity if owners else None
    return None
