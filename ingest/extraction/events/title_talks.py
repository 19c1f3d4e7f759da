"""Title talks: who held the talks of two lands that a title tells of, over a text that tells of his visit."""

from __future__ import annotations

from collections.abc import Sequence

from liqaa.ingest.extraction.cast.entities import Cast
from liqaa.ingest.extraction.clauses.filling import in_place_of_land
from liqaa.ingest.extraction.clauses.frames import Filler
from liqaa.ingest.extraction.events.drafts import Draft, countries

_LANDS = 2


def name_travellers(drafts: Sequence[Draft], cast: Cast) -> None:
    """Give the talks of two lands in a title the one person of them who visits the other.

    Such as "مباحثات كينية صربية" over "اختتم وزير الدفاع الكيني أ زيارته إلى صربيا"; not where the text tells
    of talks of these lands itself.

    Args:
        drafts: of one article; the frames of such talks take him in the place of his land.
        cast: everybody in it.
    """
    for talks in drafts:
        sides = talks.frame.fillers
        lands = {cast.entities[f.entity].country for f in sides if cast.entities[f.entity].kind == "state"}
        if not (talks.frame.type == "talks" and talks.sentence.title and len(lands) == len(sides) == _LANDS):
            continue
        told = (d.frame for d in drafts if d is not talks and d.frame.type == "talks")
        if any(lands <= {cast.entities[e].country for e in frame.entities()} for frame in told):
            continue
        travellers = {f.entity: f for d in drafts for f in _visitors(d, talks, lands, cast)}
        if len(travellers) == 1:
            (one,) = travellers.values()
            talks.frame.fillers = in_place_of_land(sides, one, cast)


def _visitors(visit: Draft, talks: Draft, lands: set[str | None], cast: Cast) -> list[Filler]:
    """Those of two lands whom a visit takes to the other, at the time of talks."""
    frame = visit.frame
    if frame.type != "visit" or visit.attributes.status != talks.attributes.status:
        return []
    people = [f for f in frame.fillers if f.role == "visitor" and cast.entities[f.entity].kind == "person"]
    there = countries(frame, cast, "host")
    return [f for f in people if {cast.entities[f.entity].country, *there} == lands]
