"""Names that a person asks for, in either script and any spelling, made the names that the graph holds."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from itertools import product
from typing import TYPE_CHECKING, Literal, cast

import typer

if TYPE_CHECKING:
    from liqaa.graph.stores.lookup import Kind, Named
    from liqaa.graph.stores.store import Store
    from liqaa.queries.header import Query

_log = logging.getLogger(__name__)


_MOST = 20
"""More actors than this are not meant by one name."""


def as_in_the_graph(query: Query, given: Mapping[str, str], graph: Store) -> list[dict[str, str]]:
    """The parameters, with the id of an actor where its name is spelt as nobody has written it.

    Args:
        query: the query that takes them.
        given: as they were given.
        graph: the store that will be asked.

    Returns:
        The parameters once for every actor that the name may mean.

    Raises:
        typer.BadParameter: a name means nobody, or very many; the nearest are named.
    """
    choices: dict[str, list[str]] = {name: [value] for name, value in given.items()}
    for parameter in query.parameters:
        asked = given.get(parameter.name)
        if asked is None:
            continue
        if parameter.type == "actor":
            choices[parameter.name] = _actors(asked, graph)
        elif parameter.type == "event":
            _check_event(asked, graph)
        elif parameter.type in ("party", "office", "topic"):
            _check_name(asked, cast("Kind", parameter.type), graph)
    return [dict(zip(choices, values, strict=True)) for values in product(*choices.values())]


def actor_or_party(asked: str, graph: Store) -> Literal["actor", "party"]:
    """What a name is the name of; of two that have it, the party.

    Args:
        asked: a name in either script, or a code.
        graph: the store that will be asked.

    Raises:
        typer.BadParameter: nobody has it; the nearest of both are named.
    """
    from liqaa.graph.stores.lookup import is_written, nearest, sounding_like
    from liqaa.ontology.folding import fold

    if is_written(graph, fold(asked), "party"):
        return "party"
    if is_written(graph, fold(asked)) or sounding_like(graph, asked):
        return "actor"
    near = [*nearest(graph, asked, "party", most=2), *nearest(graph, asked, most=2)]
    advice = f"Did you mean {_any_of(near)}?" if near else "No name is like it."
    raise typer.BadParameter(f"No actor or party {asked!r} in the graph. {advice}")


def _actors(asked: str, graph: Store) -> list[str]:
    from liqaa.graph.stores.lookup import is_written, sounding_like
    from liqaa.ontology.folding import fold

    if is_written(graph, fold(asked)):
        return [asked]
    found = sounding_like(graph, asked)
    if 0 < len(found) <= _MOST:
        _log.info("%s may be %s.", asked, _any_of(found))
        return [one.id for one in found]
    if found:
        raise typer.BadParameter(f"{asked!r} may be {_any_of(found[:3])} and others: give more of the name.")
    raise _unknown(asked, "actor", graph)


def _check_name(asked: str, kind: Kind, graph: Store) -> None:
    from liqaa.graph.stores.lookup import is_written
    from liqaa.ontology.folding import fold

    if not is_written(graph, fold(asked), kind):
        raise _unknown(asked, kind, graph)


def _unknown(asked: str, kind: Kind, graph: Store) -> typer.BadParameter:
    from liqaa.graph.stores.lookup import nearest

    near = nearest(graph, asked, kind)
    advice = f"Did you mean {_any_of(near)}?" if near else "No name is like it."
    return typer.BadParameter(f"No {kind} {asked!r} in the graph. {advice}")


def _check_event(asked: str, graph: Store) -> None:
    from liqaa.graph.stores.lookup import nearest_events

    near = nearest_events(graph, asked)
    if near is None:
        return
    advice = f"Did you mean {' or '.join(near)}?" if near else "Queries show ids in the column event_id."
    raise typer.BadParameter(f"No event {asked!r} in the graph. {advice}")


def _any_of(found: list[Named]) -> str:
    return " or ".join(map(_called, found))


def _called(one: Named) -> str:
    latin = f" · {one.latin}" if one.latin else ""
    return f"{one.name}{latin} ({one.id})"
