"""Places: the city or venue of an event, and its country."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from liqaa.ingest.extraction.clauses import Argument, Clause
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.knowledge import Knowledge
from liqaa.ontology.folding import fold

_REACH = 30
_CITY_REACH = 16
# Tokens between a trigger and the place that is its own.
_BESIDE = 1


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
    near = [
        (abs(a.first - frame.first), a)
        for a in clause.arguments
        if _is_locative(a, clause)
        and not _is_troubled(a, clause)
        and not _is_foreign_seat(a, frame, clause)
        and not _is_of_another(a, frame, clause)
    ]
    distance, nearest = min(near, key=lambda pair: pair[0], default=(_REACH, None))
    geo = clause.cast.mentions[nearest.index].geo if nearest else None
    if nearest is None or geo is None or distance >= _REACH:
        return Where()
    named = (nearest.first, nearest.last) if geo.kind != "country" else None
    return Where(named, geo.country or geo.code)


def _is_locative(argument: Argument, clause: Clause) -> bool:
    """Whether an argument says where something happened, not where from or where to."""
    geo = clause.cast.mentions[argument.index].geo
    if geo is None or geo.kind in ("organisation", "authority") or argument.preposition in ("الي", "من"):
        return False
    before = clause.words[argument.first - 1]
    if clause.words[max(0, argument.first - 2)] in clause.knowledge.lexicon.syntax.signed:
        return False
    return (
        argument.preposition in ("في", "ب")
        or before.removeprefix("و") in clause.knowledge.lexicon.syntax.locatives
    )


@cache
def _affairs(knowledge: Knowledge) -> frozenset[str]:
    """The words before "in" in the phrases of conflicts."""
    phrases = (
        p for entry in knowledge.lexicon.topics.phrases if entry.topic == "conflict" for p in entry.phrases
    )
    return frozenset(fold(p).split()[-2] for p in phrases if p.endswith(" في"))


def _is_troubled(argument: Argument, clause: Clause) -> bool:
    """Whether an argument is where something else goes on: "الأوضاع في اليمن"."""
    return clause.words[max(0, argument.first - 2)].lstrip("وب") in _affairs(clause.knowledge)


def _is_of_another(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether an argument is where another event took place: "لقائه في نيويورك ب بعد إعلان قمة"."""
    beside = (h for h in clause.hits if h.last <= frame.first and 0 <= argument.first - h.last <= _BESIDE)
    owned = (h for h in beside if clause.words[h.last - 1].endswith(("ه", "ها")))
    return any(h.form.trigger.id == "meet-noun" for h in owned)


def _is_foreign_seat(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether an argument is a palace of none who takes part: several lands have palaces of one name."""
    geo = clause.cast.mentions[argument.index].geo
    parties = {clause.cast.entities[e].country for e in frame.entities()}
    return geo is not None and geo.kind == "metonym" and geo.code not in parties


def _city_of(code: str, frame: Frame, clause: Clause) -> tuple[int, int] | None:
    """The first city of a land near a trigger."""
    for argument in clause.arguments:
        geo = clause.cast.mentions[argument.index].geo
        if geo is None or geo.country != code or geo.kind not in ("city", "capital", "place"):
            continue
        if abs(argument.first - frame.first) < _CITY_REACH:
            return argument.first, argument.last
    return None
