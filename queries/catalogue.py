"""The curated queries: list them, find one, give it parameters, run it on a store."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Protocol

from liqaa.queries.header import NAME_TYPES, CatalogueError, Column, Parameter, Query, read_query

Fold = Callable[[str], str]
"""Unifies the spellings of a name; the caller brings it, and it must be the one that filled the store."""

WITHOUT_LIMIT = {"limit": str(10**9)}
"""Parameters of a query that has a limit, to be given every row."""


class QueryUsageError(Exception):
    """An unknown query or parameter, or a value that does not fit; the message says what would."""


class StoredTable(Protocol):
    """What a store answers."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names, in order."""

    @property
    def rows(self) -> tuple[tuple[object, ...], ...]:
        """Values in the order of the columns, lists as tuples."""


class Runs(Protocol):
    """What the catalogue asks of a store."""

    def run(self, cypher: str, parameters: Mapping[str, object], /) -> StoredTable:
        """Answer one reading statement."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows that a query gave.

    Attributes:
        columns: as the query documents them.
        rows: values in the order of the columns; sets sorted, lists as tuples.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All curated queries.

    Attributes:
        queries: by name, sorted.
        fold: how names are folded.
    """

    queries: Mapping[str, Query]
    fold: Fold

    def find(self, name: str) -> Query:
        """A query by its name, or by the part after the folder where only one has it.

        Raises:
            QueryUsageError: there is none, or there are several.
        """
        if name in self.queries:
            return self.queries[name]
        same = [full for full in self.queries if full.rpartition("/")[2] == name]
        if len(same) == 1:
            return self.queries[same[0]]
        if same:
            raise QueryUsageError(f"Several queries are called {name!r}: {', '.join(same)}.")
        short = {full.rpartition("/")[2]: full for full in self.queries}
        raise QueryUsageError(f"No query {name!r}. {_nearest(name, [*self.queries, *short])}")

    def bind(self, query: Query, given: Mapping[str, str]) -> dict[str, object]:
        """Parameters for the statement: those given, checked by type, and defaults for the others.

        Args:
            query: the query.
            given: values as a person writes them; a list separates its values by commas.

        Raises:
            QueryUsageError: one is unknown, missing or does not fit, the period ends before it begins,
                or the limit is less than one.
        """
        known = [parameter.name for parameter in query.parameters]
        for name in given:
            if name not in known:
                raise QueryUsageError(f"{query.name} has no parameter {name!r}. {_nearest(name, known)}")
        values = {
            parameter.name: self._value(query, parameter, given.get(parameter.name, parameter.default))
            for parameter in query.parameters
        }
        _check_period(query, values)
        _check_limit(query, values)
        return values

    def run(self, query: Query, store: Runs, given: Mapping[str, str]) -> Answer:
        """Ask a store.

        Args:
            query: the query.
            store: where to ask.
            given: values as for ``bind``.

        Raises:
            QueryUsageError: a parameter is unknown, missing or does not fit.
        """
        table = store.run(query.cypher, self.bind(query, given))
        names = tuple(column.name for column in query.columns)
        if table.columns != names:
            raise RuntimeError(
                f"{query.name} documents {', '.join(names)} but gives {', '.join(table.columns)}"
            )
        rows = [_row(query.columns, row) for row in table.rows]
        put_in_order(query, rows)
        return Answer(query.columns, tuple(rows))

    def _value(self, query: Query, parameter: Parameter, value: str | None) -> object:
        where = f"{query.name}, parameter {parameter.name!r} ({parameter.text})"
        if value is None:
            raise QueryUsageError(f"{where}: a value of type {parameter.type} is missing.")
        try:
            return _READERS[parameter.type](parameter, value, self.fold)
        except ValueError as error:
            raise QueryUsageError(f"{where}: {error}") from error


def put_in_order(query: Query, rows: list[tuple[object, ...]]) -> None:
    """Sort the rows of a query of two parts, of which one answers, as each part does: Ladybug mixes them."""
    if "UNION ALL" not in query.cypher:
        return
    names = [column.name for column in query.columns]
    terms = query.cypher.rpartition("ORDER BY")[2].strip().split(",")
    for term in reversed(terms):
        name, _, way = term.strip().partition(" ")
        rows.sort(key=itemgetter(names.index(name)), reverse=way == "DESC")


def load(fold: Fold, folder: Path | None = None) -> Catalogue:
    """Read and check every query.

    Args:
        fold: how names are folded in the store that will be asked.
        folder: where the query folders lie, None for those of this package.

    Raises:
        CatalogueError: a file is not what a query file must be.
    """
    paths = sorted((folder or Path(__file__).parent).glob("*/*.cypher"))
    queries = {query.name: query for query in map(read_query, paths)}
    catalogue = Catalogue(queries, fold)
    for query in queries.values():
        _check_values(catalogue, query)
    return catalogue


def _check_values(catalogue: Catalogue, query: Query) -> None:
    """Defaults and example must fit, or nobody could run the query as documented."""
    try:
        catalogue.bind(query, query.example)
    except QueryUsageError as error:
        raise CatalogueError(f"{query.name}.cypher: default or example: {error}") from error


def _check_period(query: Query, values: Mapping[str, object]) -> None:
    """A period that ends before it begins would find nothing, and say nothing."""
    first, last = (str(values.get(name, "")) for name in ("from", "to"))
    if last and first > last:
        raise QueryUsageError(
            f"{query.name}: the period ends on {last}, before it begins on {first}."
            f" Did you mean from={last} and to={first}?"
        )


def _check_limit(query: Query, values: Mapping[str, object]) -> None:
    """A store refuses a negative limit in words of its own, and none at all would show nothing."""
    limit = values.get("limit", 1)
    if isinstance(limit, int) and limit < 1:
        raise QueryUsageError(f"{query.name}: limit={limit} shows no row. Give 1 or more, such as limit=200.")


def _string(parameter: Parameter, value: str, fold: Fold) -> str:
    return _chosen(parameter, value)


def _name(parameter: Parameter, value: str, fold: Fold) -> str:
    folded = fold(value)
    if not folded:
        raise ValueError(f"{value!r} holds no word.")
    return folded


def _date(parameter: Parameter, value: str, fold: Fold) -> str:
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date().isoformat()
    except ValueError as error:
        raise ValueError(f"{value!r} is no day; write it as 2021-03-15.") from error


def _integer(parameter: Parameter, value: str, fold: Fold) -> int:
    try:
        return int(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is no whole number.") from error


def _list(parameter: Parameter, value: str, fold: Fold) -> list[str]:
    return [_chosen(parameter, part.strip()) for part in value.split(",") if part.strip()]


_READERS: Mapping[str, Callable[[Parameter, str, Fold], object]] = {
    "string": _string,
    **dict.fromkeys(NAME_TYPES, _name),
    "event": _string,
    "date": _date,
    "integer": _integer,
    "list": _list,
}


def _chosen(parameter: Parameter, value: str) -> str:
    if parameter.choices and value not in parameter.choices:
        raise ValueError(f"{value!r} is none of its values. {_nearest(value, parameter.choices)}")
    return value


def _row(columns: Sequence[Column], row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(
        _sorted(value) if column.type == "set" else value for column, value in zip(columns, row, strict=True)
    )


def _sorted(value: object) -> object:
    """What Cypher collects has no order of its own; two stores give two."""
    return tuple(sorted(value)) if isinstance(value, tuple) else value


def _nearest(name: str, known: Iterable[str]) -> str:
    names = sorted(set(known))
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
    return f"Did you mean {' or '.join(near)}?" if near else f"There is: {', '.join(names)}."
