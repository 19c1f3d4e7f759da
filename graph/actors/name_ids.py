"""Ids of actors and of their names."""

from __future__ import annotations

from functools import lru_cache

from liqaa.graph.actors.names import PersonName
from liqaa.ontology.model import digest_of


@lru_cache(maxsize=200_000)
def actor_id(key: tuple[str, ...]) -> str:
    """The id of an identity key."""
    return "a-" + digest_of(key)[:12]


def name_id(party: str, name: PersonName) -> str:
    """The id of an actor of whom nothing is known but this name: what is judged are pairs of these."""
    return actor_id(("name", party, *name.tokens))
