"""Talks: who met whom, by the pattern of the trigger."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.clauses import Clause, Hit
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.hosts import set_host
from liqaa.ingest.extraction.meeting_nouns import read_nominal, read_reception
from liqaa.ingest.extraction.meeting_verbs import read_verbal
from liqaa.ingest.extraction.phrasebook import readings
from liqaa.ingest.extraction.scene import Scene


def read_talks(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The talks a trigger states: one frame for each counterpart party, one for a joint meeting."""
    pattern = hit.form.trigger.pattern
    if pattern in ("transitive", "prepositional", "discuss", "receive"):
        frames = read_verbal(hit, clause, scene)
    elif pattern == "receive-noun":
        frames = read_reception(hit, clause, scene)
    else:
        frames = read_nominal(hit, clause, scene)
    for frame in frames:
        set_host(frame, clause, scene)
    if pattern in ("receive", "receive-noun") and _at_an_airport(hit, clause):
        return [_as_visit(frame) for frame in frames if {"host", "guest"} <= {f.role for f in frame.fillers}]
    return frames


def _at_an_airport(hit: Hit, clause: Clause) -> bool:
    """Whether a guest is received where he arrives: a welcome, which belongs to his visit."""
    airports = clause.knowledge.lexicon.events.airports
    after = range(hit.last, min(hit.last + 30, clause.sentence.last))
    return any(stem in airports for t in after for _, stem in readings(clause.words[t]))


def _as_visit(frame: Frame) -> Frame:
    roles = {"host": "host", "guest": "visitor"}
    people = [replace(f, role=roles.get(f.role, f.role)) for f in frame.fillers]
    return replace(frame, type="visit", subtype="arrival", fillers=people)
