"""Finding actors and parties by a name in either script and any spelling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from liqaa.graph.names import PersonName, person_name
from liqaa.graph.sounds import sound_key
from liqaa.graph.spellings import matches
from liqaa.graph.store import Table
from liqaa.ontology.folding import fold
from rapidfuzz import fuzz, process

_NEAR = 60
"""Least likeness, of 100, of a name worth offering."""

_WRITTEN = "MATCH (n:`{label}`) WHERE n.search CONTAINS $words RETURN n.id LIMIT 1"
_SOUNDING = (
    "MATCH (n:Actor) WHERE {test} RETURN n.id AS id, n.name AS name, n.name_latin AS latin, "
    "n.aliases AS aliases ORDER BY id"
)
_ACTORS = _SOUNDING.format(test="n.search IS NOT NULL")
_PARTIES = "MATCH (n:Party) RETURN n.code AS id, n.name_ar AS name, n.name_en AS latin, [n.code] ORDER BY id"


class Asked(Protocol):
    """What the lookup asks of a store."""

    def run(self, cypher: str, parameters: Mapping[str, object], /) -> Table:
        """Answer one reading statement."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor or a party that a name may mean.

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


def is_written(store: Asked, name: str, *, party: bool = False) -> bool:
    """Whether the words of a name stand in a name of an actor, or are the whole name of a party.

    Args:
        store: where to look.
        name: folded.
        party: whether to look among parties.
    """
    label, words = ("Party", f"| {name} |") if party else ("Actor", f" {name} ")
    return bool(store.run(_WRITTEN.format(label=label), {"words": words}).rows)


def sounding_like(store: Asked, name: str) -> list[Named]:
    """The actors that a name nobody has written so may mean.

    The store finds those with words that sound so, by its index; which of them fit is a matter of spelling.

    Args:
        store: where to look.
        name: in either script, any spelling.
    """
    asked = person_name(name)
    keys = sorted({sound_key(token) for token in asked.tokens})
    for joiner in (" AND ", " OR ") if len(keys) > 1 else (" AND ",):
        test = joiner.join(f"n.sounds CONTAINS $key{at}" for at in range(len(keys)))
        if not test:
            return []
        found = store.run(
            _SOUNDING.format(test=test), {f"key{at}": f" {key} " for at, key in enumerate(keys)}
        )
        if fitting := [one for one in _named(found) if _fits(asked, one)]:
            return fitting
    return []


def nearest(store: Asked, name: str, *, party: bool = False, most: int = 3) -> list[Named]:
    """The actors or parties with the most similar names, for somebody who asked for one that is not there.

    Args:
        store: where to look; every name is compared.
        name: as it was asked for.
        party: whether to look among parties.
        most: how many at most.
    """
    named = _named(store.run(_PARTIES if party else _ACTORS, {}))
    forms = [(fold(form), at) for at, one in enumerate(named) for form in one.names]
    found = process.extract(
        fold(name), [form for form, _ in forms], scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=most * 5
    )
    ranked = sorted(found, key=lambda hit: (-hit[1], hit[2]))
    return [named[at] for at in dict.fromkeys(forms[index][1] for _, _, index in ranked)][:most]


def _fits(asked: PersonName, one: Named) -> bool:
    return any(matches(asked, person_name(name)) for name in one.names)


def _named(table: Table) -> list[Named]:
    return [Named(str(row[0]), _text(row[1]), _text(row[2]), _texts(row[3])) for row in table.rows]


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
