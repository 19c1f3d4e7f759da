"""Names that a person asks for, in either script and any spelling, made the names that the graph holds."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from liqaa.graph.lookup import Named
    from liqaa.graph.store import Store
    from liqaa.queries.header import Query

_log = logging.getLogger(__name__)


def as_in_the_graph(query: Query, given: Mapping[str, str], graph: Store) -> dict[str, str]:
    """The parameters, with the id of an actor where its name is spelt as nobody has written it.

    Args:
        query: the query that takes them.
        given: as they were given.
        graph: the store that will be asked.

    Raises:
        typer.BadParameter: a name means nobody, or several; the nearest are named.
    """
    names = dict(given)
    for parameter in query.parameters:
        asked = given.get(parameter.name)
        if asked is None:
            continue
        if parameter.type == "actor":
            names[parameter.name] = _actor(asked, graph)
        elif parameter.type == "party":
            _check_party(asked, graph)
    return names


def _actor(asked: str, graph: Store) -> str:
    from liqaa.graph.lookup import is_written, nearest, sounding_like
    from liqaa.ontology.folding import fold

    if is_written(graph, fold(asked)):
        return asked
    found = sounding_like(graph, asked)
    if len(found) == 1:
        _log.info("%s is %s.", asked, _called(found[0]))
        return found[0].id
    if found:
        raise typer.BadParameter(f"{asked!r} may be {_any_of(found[:9])}: give the id or more of the name.")
    near = nearest(graph, asked)
    advice = f"Did you mean {_any_of(near)}?" if near else "No name is like it."
    raise typer.BadParameter(f"No actor {asked!r} in the graph. {advice}")


def _check_party(asked: str, graph: Store) -> None:
    from liqaa.graph.lookup import is_written, nearest
    from liqaa.ontology.folding import fold

    if is_written(graph, fold(asked), party=True):
        return
    near = nearest(graph, asked, party=True)
    advice = f"Did you mean {_any_of(near)}?" if near else "No name is like it."
    raise typer.BadParameter(f"No party {asked!r} in the graph. {advice}")


def _any_of(found: list[Named]) -> str:
    return " or ".join(map(_called, found))


def _called(one: Named) -> str:
    latin = f" · {one.latin}" if one.latin else ""
    return f"{one.name}{latin} ({one.id})"
