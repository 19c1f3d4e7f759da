"""Finding actors, parties, offices and topics by name, and the nearest of one that is not there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from liqaa.graph.actors.names import PersonName, person_name
from liqaa.graph.actors.sounds import sound_key
from liqaa.graph.actors.spellings import matches
from liqaa.graph.stores.store import Table
from liqaa.ontology.folding import fold
from rapidfuzz import fuzz, process

_NEAR = 60
"""Least likeness, of 100, of a name worth offering."""

Kind = Literal["actor", "party", "office", "topic"]

# As the queries compare: any words of an actor's name, the first of an office, the whole name of the others.
_COMPARED: Mapping[Kind, str] = {"actor": " {} ", "party": "| {} |", "office": "| {} ", "topic": "| {} |"}
_WRITTEN = "MATCH (n:`{label}`) WHERE n.search CONTAINS $words RETURN n.id LIMIT 1"
_WRITTEN_SO = {
    "actor": "MATCH (n:Actor) WHERE n.search CONTAINS $words "
    "RETURN n.id AS id, n.name AS name, n.name_latin AS latin, n.aliases AS aliases ORDER BY id",
    "party": "MATCH (n:Party) WHERE n.search CONTAINS $words "
    "RETURN n.id AS id, n.name_ar AS name, n.name_en AS latin, [n.id] AS aliases ORDER BY id",
}
_SOUNDING = (
    "MATCH (n:Actor) WHERE {test} RETURN n.id AS id, n.name AS name, n.name_latin AS latin, "
    "n.aliases AS aliases ORDER BY id"
)
_ACTORS = _SOUNDING.format(test="n.search IS NOT NULL")
_NAMED = "MATCH (n:`{label}`) RETURN n.id AS id, n.name_ar AS name, n.name_en AS latin, [n.id] ORDER BY id"
_EVENTS = (
    "MATCH (n:Event) RETURN n.id AS id UNION ALL MATCH (n:Redirect) WHERE n.kind = 'event' RETURN n.id AS id"
)


class Asked(Protocol):
    """What the lookup asks of a store."""

    def run(self, cypher: str, parameters: Mapping[str, object], /) -> Table:
        """Answer one reading statement."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a name may mean: an actor, a party, an office or a topic.

    Attributes:
        id: its id.
        name: its name in Arabic.
        latin: its name in Latin letters, empty when it has none.
        aliases: its other names.
    """

    id: str
    name: str
    latin: str
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the main ones first."""
        return tuple(filter(None, (self.name, self.latin, *self.aliases)))


def is_written(store: Asked, name: str, kind: Kind = "actor") -> bool:
    """Whether a query that compares with a name would find anything.

    Args:
        store: where to look.
        name: folded.
        kind: what it is the name of. An office may also be all that is known of an actor.
    """
    words = {"words": _COMPARED[kind].format(name)}
    labels = ("Office", "Actor") if kind == "office" else (kind.capitalize(),)
    return any(store.run(_WRITTEN.format(label=label), words).rows for label in labels)


def written_so(store: Asked, name: str, kind: Literal["actor", "party"]) -> list[Named]:
    """Those that a query which compares with a name finds.

    Args:
        store: where to look.
        name: folded.
        kind: what it is the name of.
    """
    return _named(store.run(_WRITTEN_SO[kind], {"words": _COMPARED[kind].format(name)}))


def sounding_like(store: Asked, name: str) -> list[Named]:
    """The actors that a name nobody has written so may mean.

    The store finds those with words that sound so, by its index; which of them fit is a matter of spelling.

    Args:
        store: where to look.
        name: in either script, any spelling.
    """
    asked = person_name(name)
    keys = sorted({sound_key(token) for token in asked.tokens})
    if not keys:
        return []
    tests = [f"n.sounds CONTAINS $key{at}" for at in range(len(keys))]
    values = {f"key{at}": f" {key} " for at, key in enumerate(keys)}
    for joiner in (" AND ", " OR ") if len(keys) > 1 else (" AND ",):
        found = store.run(_SOUNDING.format(test=joiner.join(tests)), values)
        if fitting := [one for one in _named(found) if _fits(asked, one)]:
            return fitting
    return []


def nearest(store: Asked, name: str, kind: Kind = "actor", *, most: int = 3) -> list[Named]:
    """Those with the most similar names, for somebody who asked for one that is not there.

    Args:
        store: where to look; every name is compared.
        name: as it was asked for.
        kind: what to look among.
        most: how many at most.
    """
    everyone = _ACTORS if kind == "actor" else _NAMED.format(label=kind.capitalize())
    named = _named(store.run(everyone, {}))
    forms = [(fold(form), at) for at, one in enumerate(named) for form in one.names]
    found = process.extract(
        fold(name), [form for form, _ in forms], scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=most * 5
    )
    ranked = sorted(found, key=lambda hit: (-hit[1], hit[2]))
    return [named[at] for at in dict.fromkeys(forms[index][1] for _, _, index in ranked)][:most]


def nearest_events(store: Asked, event_id: str, *, most: int = 3) -> list[str] | None:
    """The ids of events most like one that is not there; None where it is, or leads to one that is.

    Args:
        store: where to look.
        event_id: as it was asked for.
        most: how many at most.
    """
    known = sorted({str(row[0]) for row in store.run(_EVENTS, {}).rows})
    if event_id in known:
        return None
    found = process.extract(event_id, known, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=most)
    return [known[at] for *_, at in found]


def _fits(asked: PersonName, one: Named) -> bool:
    return any(matches(asked, person_name(name)) for name in one.names)


def _named(table: Table) -> list[Named]:
    return [Named(str(row[0]), _text(row[1]), _text(row[2]), _texts(row[3])) for row in table.rows]


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
