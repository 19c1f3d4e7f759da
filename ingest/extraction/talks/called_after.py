"""Called after: meetings that bear the name of the city where they were held: "قمة جدة التي جمعت أ وب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.talks.nouns import Noun

# Kinds of places that are no parties.
_CITIES = frozenset(("capital", "city", "place"))


def is_called_after(noun: Noun, argument: Argument) -> bool:
    """Whether a meeting is called after a city, which meets nobody.

    Args:
        noun: the meeting.
        argument: who or what stands after it.
    """
    geo = noun.scene.cast.mentions[argument.index].geo
    return geo is not None and geo.kind in _CITIES and argument.first == noun.hit.last
