"""What a synthesised graph is asked: every curated query with parameters that are drawn from the graph."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from liqaa.queries.catalogue import Catalogue
from liqaa.queries.header import Query
from synthesis import DAYS, FIRST, Drawn

_BUSIEST = 200
_QUARTER = 90  # days
_PAGE = 50  # events that a report's page asks for at once

T = TypeVar("T")


@dataclass(frozen=True)
class Question:
    """Parameters for a query, and how they were chosen: ``busy``, ``any``, ``whole`` or ``quarter``."""

    kind: str
    parameters: Mapping[str, object]


def questions(query: Query, shelf: Catalogue, drawn: Drawn, count: int, seed: int = 1) -> list[Question]:
    """So many questions of each kind; what has a default keeps it.

    Raises:
        KeyError: the query wants a combination of names that nothing here draws.
    """
    dice = random.Random(seed)
    wanted = [parameter.name for parameter in query.parameters if parameter.default is None]
    types = tuple(parameter.type for parameter in query.parameters if parameter.default is None)
    asked: list[Question] = []
    for number in range(count):
        if not types:
            first = FIRST + timedelta(days=dice.randrange(DAYS - _QUARTER))
            period = {"from": first.isoformat(), "to": (first + timedelta(days=_QUARTER)).isoformat()}
            asked += [Question("whole", shelf.bind(query, {}))] if number < 3 else []
            asked.append(Question("quarter", shelf.bind(query, period)))
            continue
        busy, any_ = _values(query, types, drawn, dice)
        for kind, values in (("busy", busy), ("any", any_)):
            asked.append(Question(kind, shelf.bind(query, dict(zip(wanted, values, strict=True)))))
    return asked


def _values(
    query: Query, types: tuple[str, ...], drawn: Drawn, dice: random.Random
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Values for the parameters: of the busiest, and of any."""
    if types == ("event",):
        pool = drawn.visits if query.name == "visits/programme" else drawn.events
        return (dice.choice(pool),), (dice.choice(pool),)
    if types == ("list",):
        busy_page, any_page = (",".join(dice.sample(drawn.events, size)) for size in (_PAGE, 1))
        return (busy_page,), (any_page,)
    if types == ("party", "office"):
        # Seats are written busiest party first.
        return dice.choice(drawn.offices[: len(drawn.offices) // 4]), dice.choice(drawn.offices)
    if types == ("actor", "actor"):
        busy = sorted(drawn.pairs, key=lambda pair: -sum(drawn.actors[name] for name in pair))
        return dice.choice(busy[:_BUSIEST]), dice.choice(drawn.pairs)
    if types == ("party", "party"):
        return _busy(drawn.party_pairs, dice), dice.choice(list(drawn.party_pairs))
    counted = {("actor",): drawn.actors, ("party",): drawn.parties, ("topic",): drawn.topics}[types]
    most = _BUSIEST if types == ("actor",) else 20
    return (_busy(counted, dice, most),), (dice.choice(list(counted)),)


def _busy(counted: Counter[T], dice: random.Random, most: int = 50) -> T:
    return dice.choice(counted.most_common(most))[0]
