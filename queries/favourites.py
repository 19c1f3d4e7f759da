"""The shelf as favourites of Neo4j Browser: each question with the parameters that its example has."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml
from liqaa.queries.catalogue import Catalogue
from liqaa.queries.header import NAME_TYPES, CatalogueError, Query

_PICTURES = "صور · Pictures"


@dataclass(frozen=True, slots=True)
class Favourite:
    """A question as the Browser holds it.

    Attributes:
        name: folder and slug, such as ``visits/calendar``.
        folder: title of its folder, Arabic and English.
        title: its own.
        description: what it answers.
        values: the parameters it takes, as its example has them.
        text: the Cypher; its first line is a comment with the title, which the Browser shows.
    """

    name: str
    folder: str
    title: str
    description: str
    values: Mapping[str, object]
    text: str

    @property
    def parameters(self) -> str:
        """The command that sets every parameter it takes, empty when it takes none."""
        return params(self.values)

    @property
    def statement(self) -> str:
        """The text without its header."""
        return self.text.partition("\n\n")[2]

    @property
    def cypher(self) -> str:
        """The text with the command that sets its parameters in the comments below the header."""
        header, blank, statement = self.text.partition("\n\n")
        hint = f"\n// {self.parameters}" if self.values else ""
        return f"{header}{hint}{blank}{statement}"

    @property
    def answerable(self) -> str:
        """The text with each value in the place of its parameter, for where none can be set."""
        header, blank, statement = self.text.partition("\n\n")
        filled = re.sub(r"\$(\w+)", lambda match: _literal(self.values[match[1]]), statement)
        return f"{header}{blank}{filled}"


def favourites(catalogue: Catalogue) -> list[Favourite]:
    """The shelf in the order of its folders, and the pictures after it."""
    folders = packed_yaml("folders.yml")
    order = list(folders)
    shelf = {name: query.name.partition("/")[0] for name, query in catalogue.queries.items()}
    if untitled := sorted(set(shelf.values()) - set(order)):
        raise CatalogueError(f"folders.yml: no title for {', '.join(untitled)}")
    found = []
    for name in sorted(shelf, key=lambda name: (order.index(shelf[name]), name)):
        query, title = catalogue.queries[name], folders[shelf[name]]
        found.append(
            Favourite(
                name=name,
                folder=f"{title['ar']} · {title['en']}",
                title=f"{query.title_ar} · {query.title_en}",
                description=query.question,
                values=_as_written(catalogue, query),
                text=_with_whole_limit(query.cypher),
            )
        )
    return [*found, *_pictures()]


def _with_whole_limit(cypher: str) -> str:
    """Neo4j refuses a floating LIMIT, as ``:params`` makes it; Ladybug takes no function there."""
    return cypher.replace("LIMIT $limit", "LIMIT toInteger($limit)")


def params(values: Mapping[str, object]) -> str:
    """The Browser's command that sets these parameters and forgets all others.

    It makes floating numbers of whole ones, which no query of the shelf minds.
    """
    return _command({name: _literal(value) for name, value in values.items()})


def all_parameters(found: Iterable[Favourite]) -> str:
    """One command after which every favourite answers: each parameter as most favourites have it."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        for name, value in one.values.items():
            counted[name][_literal(value)] += 1
    return _command({name: literals.most_common(1)[0][0] for name, literals in counted.items()})


def _command(literals: Mapping[str, str]) -> str:
    if not literals:
        return ""
    return ":params {" + ", ".join(f"{name}: {literal}" for name, literal in literals.items()) + "}"


def _as_written(catalogue: Catalogue, query: Query) -> dict[str, object]:
    """The values of a query's example: the Browser folds no name, and the graph holds each unfolded too."""
    names = {
        parameter.name: " ".join(query.example[parameter.name].lower().split())
        for parameter in query.parameters
        if parameter.type in NAME_TYPES and parameter.name in query.example
    }
    return catalogue.bind(query, query.example) | names


def _pictures() -> Iterator[Favourite]:
    for picture in packed_yaml("pictures.yml"):
        title = f"{picture['ar']} · {picture['en']}"
        text = f"// {title}\n//\n\n{picture['cypher']}"
        yield Favourite(f"pictures/{picture['slug']}", _PICTURES, title, title, picture["parameters"], text)


def _literal(value: object) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, list):
        return "[" + ", ".join(map(_literal, value)) + "]"
    if isinstance(value, int):
        return str(value)
    return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'") + "'"


def packed(name: str) -> str:
    """The text of a file that lies beside this module."""
    return files("liqaa.queries").joinpath(name).read_text(encoding="utf-8")


def packed_yaml(name: str) -> Any:
    """What a YAML file beside this module holds."""
    return yaml.safe_load(packed(name))
