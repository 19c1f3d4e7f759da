"""A query file: comments that say what it answers, then one statement.

The comments have a fixed form, so that the catalogue, the command line and the Browser can all read them:
a title (``Arabic · English``) and the sections Question, Parameters, Columns and Example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

NAME_TYPES = ("actor", "party", "office", "topic")
PARAMETER_TYPES = ("string", *NAME_TYPES, "event", "date", "integer", "list")
COLUMN_TYPES = ("string", "date", "integer", "number", "boolean", "list", "set")
SECTIONS = ("Question", "Parameters", "Columns", "Example")

_ENTRY = re.compile(
    r"(?P<name>\w+): (?P<type>\w+)(?: of (?P<choices>[\w, ]+?))?(?P<default> =[^—]*)? — (?P<text>.+)"
)
_USED = re.compile(r"\$(\w+)")
_QUIET = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
_WRITES = re.compile(
    r"\b(CREATE|MERGE|DELETE|DETACH|SET|REMOVE|DROP|FOREACH|LOAD|COPY|ALTER|CALL)\b", re.IGNORECASE
)


class CatalogueError(Exception):
    """A query file that is not what a query file must be; the message names file and reason."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query.

    Attributes:
        name: as the statement writes it after ``$``.
        type: string, actor, party, office or topic (a name, folded before it is compared), event (an id),
            date, integer or list (of strings).
        choices: the values allowed, empty when any is.
        default: as one would give it, None when one must be given.
        text: what it is for.
    """

    name: str
    type: str
    choices: tuple[str, ...]
    default: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer.

    Attributes:
        name: as the statement returns it.
        type: string, date, integer, number, boolean, list, or set: a list that has no order of its own.
        text: what it holds.
    """

    name: str
    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Query:
    """A curated query.

    Attributes:
        name: folder and file, such as ``who_met_whom/actor_timeline``.
        title_ar: Arabic title.
        title_en: English title.
        question: what it answers, a line a language.
        parameters: in the order of the file.
        columns: in the order of the answer.
        example: values for the parameters that show it at work.
        cypher: the whole file.
    """

    name: str
    title_ar: str
    title_en: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: Mapping[str, str]
    cypher: str


def read_query(path: Path) -> Query:
    """Read and check a query file.

    Raises:
        CatalogueError: a section is missing or misspelt, parameters documented and used differ, the statement
            is not exactly one, or it writes.
    """
    where = f"{path.parent.name}/{path.name}"
    cypher = path.read_text(encoding="utf-8")
    try:
        query = _parsed(f"{path.parent.name}/{path.stem}", cypher)
        _check_parameters(query)
        _check_statement(cypher)
    except ValueError as error:
        raise CatalogueError(f"{where}: {error}") from error
    return query


def _parsed(name: str, cypher: str) -> Query:
    first, *rest = _comments(cypher)
    title_ar, dot, title_en = first.partition(" · ")
    if not dot:
        raise ValueError("the first line is no title of the form // Arabic · English")
    sections = _sections(rest)
    return Query(
        name=name,
        title_ar=title_ar.strip(),
        title_en=title_en.strip(),
        question="\n".join(sections["Question"]),
        parameters=tuple(_parameter(line) for line in sections["Parameters"]),
        columns=tuple(_column(line) for line in sections["Columns"]),
        example=dict(_assignment(line) for line in sections["Example"]),
        cypher=cypher,
    )


def _comments(cypher: str) -> Iterator[str]:
    """The leading comment lines without their slashes."""
    for number, line in enumerate(cypher.splitlines()):
        if not line.startswith("//"):
            if number == 0:
                raise ValueError("the first line is no comment")
            return
        yield line.removeprefix("//").strip()


def _sections(lines: list[str]) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for line in filter(None, lines):
        if line.endswith(":") and " " not in line:
            sections[line[:-1]] = []
        elif sections:
            sections[next(reversed(sections))].append(line)
        else:
            raise ValueError(f"no section stands before {line!r}")
    if tuple(sections) != SECTIONS:
        raise ValueError(f"sections are {', '.join(sections)}, should be {', '.join(SECTIONS)}")
    if not sections["Question"] or not sections["Columns"]:
        raise ValueError("the section Question or Columns is empty")
    return sections


def _parameter(line: str) -> Parameter:
    entry = _entry(line, PARAMETER_TYPES)
    choices = tuple(choice.strip() for choice in (entry["choices"] or "").split(",") if choice.strip())
    default = entry["default"]
    return Parameter(
        name=str(entry["name"]),
        type=str(entry["type"]),
        choices=choices,
        default=None if default is None else default.removeprefix(" =").strip(),
        text=str(entry["text"]),
    )


def _column(line: str) -> Column:
    entry = _entry(line, COLUMN_TYPES)
    if entry["default"] is not None or entry["choices"]:
        raise ValueError(f"a column has neither choices nor a default: {line!r}")
    return Column(str(entry["name"]), str(entry["type"]), str(entry["text"]))


def _entry(line: str, types: tuple[str, ...]) -> dict[str, str | None]:
    found = _ENTRY.fullmatch(line)
    if not found:
        raise ValueError(f"{line!r} is not of the form name: type [of a, b] [= default] — text")
    if found["type"] not in types:
        raise ValueError(f"{found['name']}: type {found['type']!r} is none of {', '.join(types)}")
    return found.groupdict()


def _assignment(line: str) -> tuple[str, str]:
    name, equals, value = line.partition("=")
    if not equals:
        raise ValueError(f"{line!r} is no example of the form name=value")
    return name.strip(), value.strip()


def _check_parameters(query: Query) -> None:
    documented = [parameter.name for parameter in query.parameters]
    used = set(_USED.findall(_QUIET.sub(" ", query.cypher)))
    for problem, names in (
        ("documented twice", {name for name in documented if documented.count(name) > 1}),
        ("used but not documented", used - set(documented)),
        ("documented but not used", set(documented) - used),
        ("in the example but not documented", set(query.example) - set(documented)),
    ):
        if names:
            raise ValueError(f"parameters {problem}: {', '.join(sorted(names))}")


def _check_statement(cypher: str) -> None:
    statement = _QUIET.sub(" ", cypher).strip().removesuffix(";")
    if not statement or ";" in statement:
        raise ValueError("there must be exactly one statement")
    if writes := _WRITES.search(statement):
        raise ValueError(f"a curated query only reads, but says {writes.group()}")
