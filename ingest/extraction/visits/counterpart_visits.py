"""Visits of a counterpart, of which somebody speaks: "أعلن أ عن زيارة مرتقبة لنظيره ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill, fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens between the noun of a visit and whose it is: "زيارة رسمية قريبة لنظيره".
_ADJECTIVES = 3


def read_counterpart_visit(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The visit of the counterpart of who speaks of it, which names no land.

    Args:
        hit: a trigger of a visit that names no place.
        clause: its sentence.
        scene: the cast.
    """
    if hit.form.trigger.id != "visit-noun" or not _is_spoken_of(hit, clause):
        return []
    counterpart = _counterpart(hit, clause)
    speaker = nearest_subject(clause, hit.first)[:1]
    host = scene.person(speaker[0]) if speaker else None
    if counterpart is None or host is None or host.kind != "person" or host.country is None:
        return []
    frame = frame_of(hit, clause)
    fill(frame, scene, [counterpart], "visitor", host)
    if not frame.fillers or scene.cast.entities[frame.fillers[0].entity].country == host.country:
        return []
    land = scene.state(host.country, clause.sentence.section.index)
    fill_unnamed(frame, scene, land, "host")
    return [frame]


def unnamed_counterpart(hit: Hit, clause: Clause, scene: Scene) -> list[Entity]:
    """Whose visit it is, if of the counterpart of who is told of before: "انتقد أ زيارة نظيره الكيني لب".

    Args:
        hit: the noun of a visit.
        clause: its sentence.
        scene: the cast.
    """
    counterpart = _counterpart(hit, clause)
    if counterpart is None or counterpart.entity is not None:
        return []
    subject = nearest_subject(clause, hit.first)[:1]
    found = scene.person(counterpart, scene.person(subject[0])) if subject else None
    return [found] if found is not None else []


def _is_spoken_of(hit: Hit, clause: Clause) -> bool:
    """Whether a verb of saying or announcing opens the sentence before the visit."""
    lists = clause.knowledge.lexicon.cues.saying, clause.knowledge.lexicon.events.announcing
    before = (t for t in range(clause.sentence.first, hit.first) if t not in clause.inside)
    return any(is_among(clause.words[t], words) for t in before for words in lists)


def _counterpart(hit: Hit, clause: Clause) -> Argument | None:
    """Whose visit it is, if somebody's counterpart's: "زيارة نظيره أ", "زيارة مرتقبة لنظيره أ"."""
    first = next(iter(clause.right(hit.last)), None)
    if first is None or first.first - hit.last > _ADJECTIVES or first.preposition not in ("", "ل"):
        return None
    return first if clause.cast.mentions[first.index].anaphor == "counterpart" else None
