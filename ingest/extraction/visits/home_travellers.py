"""Home travellers: officials of a paper's own land, told without it, who go abroad: "توجه الوزير أ إلى ب".

Nobody is said to visit or head for his own land, so that only the paper's is left; but in a city of another
land its own officials are told so, too, and they also arrive there.
"""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.lands import home_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.talks.home_officials import is_official

# Triggers of journeys that nobody makes to his own land, and those by which he neither comes to its capital.
_TO_LANDS = frozenset(("visit-verb", "visit-noun", "head-verb", "head-noun"))
_TO_CAPITALS = frozenset(("visit-verb", "visit-noun"))
_LEAVING = "leave-verb"


def lend_own_land(hit: Hit, clause: Clause, scene: Scene, places: list[Argument]) -> None:
    """Give the officials whom a sentence of a journey names without a land that of the paper.

    Args:
        hit: the trigger of the journey.
        clause: its sentence, which tells of no other party but those whose land is visited.
        scene: the cast.
        places: where the journey leads.
    """
    home = clause.knowledge.homes.of(clause.document.article)
    visited = {party for place in places for party in home_of(clause, place)}
    told = {clause.cast.mentions[a.index].country for a in clause.arguments}
    abroad = home in told or all(_is_abroad(hit, clause, place) for place in places)  # "غادر أ تونس إلى ب"
    left = {home} if hit.form.trigger.id == _LEAVING else set()
    if home is None or home in visited - left or visited == left or not abroad:
        return
    told |= {a.entity.country for a in clause.arguments if a.entity}
    if not told <= visited | {home, None}:
        return
    for argument in clause.arguments:
        entity = argument.entity
        if (
            entity is None
            or entity.kind != "person"
            or entity.country
            or not entity.name
            or argument.preposition
        ):
            continue
        known = {k.party for i in entity.mentions for k in clause.cast.mentions[i].known}
        if known <= {home} and scene.sits_at_home(entity) and is_official(entity, clause):
            entity.country = home


def _is_abroad(hit: Hit, clause: Clause, place: Argument) -> bool:
    """Whether a journey leads to a land, or is called a visit to its capital."""
    geo, trigger = clause.cast.mentions[place.index].geo, hit.form.trigger.id
    if geo is None:
        return False
    return (geo.kind == "country" and trigger in _TO_LANDS) or (
        geo.kind == "capital" and trigger in _TO_CAPITALS
    )
