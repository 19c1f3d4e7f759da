"""Places: the city or venue of an event, and its country."""

from __future__ import annotations

from typing import NamedTuple

from liqaa.ingest.extraction.clauses import Argument, Clause
from liqaa.ingest.extraction.frames import Frame

_REACH = 30
_CITY_REACH = 16


class Where(NamedTuple):
    """A place: its token range, None where only the country is known, and the country."""

    place: tuple[int, int] | None = None
    country: str | None = None


def place_of(frame: Frame, clause: Clause) -> Where:
    """Where a frame's event took place: the land visited, else the nearest place of the sentence."""
    visited = frame.place
    if visited is not None and visited.geo is not None:
        code = visited.geo.code
        whole_land = visited.geo.kind == "country"
        named = _city_of(code, frame, clause) if whole_land else (visited.first, visited.last)
        return Where(named, visited.geo.country or code)
    if frame.type == "call":
        return Where()
    near = [(abs(a.first - frame.first), a) for a in clause.arguments if _is_locative(a, clause)]
    distance, nearest = min(near, key=lambda pair: pair[0], default=(_REACH, None))
    geo = clause.cast.mentions[nearest.index].geo if nearest else None
    if nearest is None or geo is None or distance >= _REACH:
        return Where()
    named = (nearest.first, nearest.last) if geo.kind != "country" else None
    return Where(named, geo.country or geo.code)


def _is_locative(argument: Argument, clause: Clause) -> bool:
    """Whether an argument says where something happened, not where from or where to."""
    geo = clause.cast.mentions[argument.index].geo
    if geo is None or geo.kind == "organisation" or argument.preposition in ("الي", "من"):
        return False
    before = clause.words[argument.first - 1]
    return argument.preposition in ("في", "ب") or before in clause.knowledge.lexicon.syntax.locatives


def _city_of(code: str, frame: Frame, clause: Clause) -> tuple[int, int] | None:
    """The first city of a land near a trigger."""
    for argument in clause.arguments:
        geo = clause.cast.mentions[argument.index].geo
        if geo is None or geo.country != code or geo.kind not in ("city", "capital", "place"):
            continue
        if abs(argument.first - frame.first) < _CITY_REACH:
            return argument.first, argument.last
    return None
