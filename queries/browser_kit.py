"""What makes the shelf at home in Neo4j Browser: favourites, saved Cypher, style, guide, links."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import urlencode

import yaml
from liqaa.queries.catalogue import Catalogue
from liqaa.queries.header import NAME_TYPES, CatalogueError, Query

_DAY = (1980, 1, 1, 0, 0, 0)
"""Of every file in the zip, so that equal shelves give equal bytes."""
_PICTURES = "صور · Pictures"


@dataclass(frozen=True, slots=True)
class Server:
    """Where the links of the kit lead.

    Attributes:
        http: address of the server whose ``/browser/`` answers.
        bolt: address that the Browser connects to.
        username: proposed for the login; a link never holds a password.
        database: name of the database.
    """

    http: str = "http://localhost:7474"
    bolt: str = "bolt://localhost:7687"
    username: str = "neo4j"
    database: str = "neo4j"


@dataclass(frozen=True, slots=True)
class Favourite:
    """A question as the Browser holds it.

    Attributes:
        name: folder and slug, such as ``visits/calendar``.
        folder: title of its folder, Arabic and English.
        title: its own.
        description: what it answers.
        parameters: the command that sets every parameter it takes, empty when it takes none.
        cypher: the text; its first line is a comment with the title, which the Browser shows.
    """

    name: str
    folder: str
    title: str
    description: str
    parameters: str
    cypher: str


def write(out: Path, catalogue: Catalogue, server: Server) -> list[tuple[Path, str]]:
    """Write the kit into a folder.

    Args:
        out: the folder; made when missing, and files of an earlier kit in it are replaced.
        catalogue: the shelf.
        server: where the links lead.

    Returns:
        Each file and what to do with it.

    Raises:
        CatalogueError: a folder of the shelf has no title, or the guide asks a question that is not there.
    """
    found = favourites(catalogue)
    kit: tuple[tuple[str, bytes, str], ...] = (
        ("liqaa-favourites.zip", zipped(found), "drop it on the Browser: folders of favourites"),
        ("liqaa-saved-cypher.csv", saved_cypher(found).encode(), "import it in the newer Query tool"),
        ("liqaa.grass", _packed("liqaa.grass").encode(), "drop it on the Browser: the style"),
        ("guide.html", guide(found).encode(), "five questions; :play its address, or open it"),
        ("parameters.txt", parameters(found).encode(), "a line for each question that sets its parameters"),
        ("links.html", links(found, server).encode(), "links that open a question in the Browser"),
    )
    out.mkdir(parents=True, exist_ok=True)
    for name, content, _ in kit:
        (out / name).write_bytes(content)
    return [(out / name, text) for name, _, text in kit]


def favourites(catalogue: Catalogue) -> list[Favourite]:
    """The shelf in the order of its folders, and the pictures after it."""
    folders = _read("folders.yml")
    order = list(folders)
    shelf = {name: query.name.partition("/")[0] for name, query in catalogue.queries.items()}
    if untitled := sorted(set(shelf.values()) - set(order)):
        raise CatalogueError(f"folders.yml: no title for {', '.join(untitled)}")
    found = []
    for name in sorted(shelf, key=lambda name: (order.index(shelf[name]), name)):
        query, title = catalogue.queries[name], folders[shelf[name]]
        command = params(_as_written(catalogue, query))
        found.append(
            Favourite(
                name=name,
                folder=f"{title['ar']} · {title['en']}",
                title=f"{query.title_ar} · {query.title_en}",
                description=query.question,
                parameters=command,
                cypher=_with_parameters(query.cypher, command),
            )
        )
    return [*found, *_pictures()]


def params(values: Mapping[str, object]) -> str:
    """The Browser's command that sets these parameters and forgets all others.

    It makes floating numbers of whole ones, which no query of the shelf minds.
    """
    if not values:
        return ""
    return ":params {" + ", ".join(f"{name}: {_literal(value)}" for name, value in values.items()) + "}"


def zipped(found: Iterable[Favourite]) -> bytes:
    """A zip of one ``.cypher`` file a favourite; the Browser makes folders of its folders."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in found:
            path = zipfile.ZipInfo(f"{one.folder}/{one.name.rpartition('/')[2]}.cypher", _DAY)
            archive.writestr(path, one.cypher, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def saved_cypher(found: Iterable[Favourite]) -> str:
    """The CSV of the newer Query tool: folders are rows too, and others name them as their parent."""
    rows: list[tuple[object, ...]] = []
    folders: dict[str, int] = {}
    for one in found:
        if one.folder not in folders:
            folders[one.folder] = len(rows)
            rows.append((one.folder, "", "", len(rows), "", "true"))
        rows.append((one.title, one.description, one.cypher, len(rows), folders[one.folder], "false"))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("name", "description", "query", "id", "parentId", "isFolder"))
    writer.writerows(rows)
    return text.getvalue()


def guide(found: Iterable[Favourite]) -> str:
    """The page that walks through five questions; the Browser's ``:play`` shows it, and so does any other."""
    by_name = {one.name: one for one in found}
    slides = []
    for step in _read("guide.yml"):
        if step["query"] not in by_name:
            raise CatalogueError(f"guide.yml: no query {step['query']}")
        one = by_name[step["query"]]
        slides.append(
            f'<slide class="row-fluid"><div class="col-sm-12">\n<h3>{escape(one.title)}</h3>\n'
            f'<p>{escape(step["ar"])}</p>\n<p class="en">{escape(step["en"])}</p>\n'
            f"{_runnable(one.parameters)}{_runnable(one.cypher)}</div></slide>"
        )
    return Template(_packed("guide.html")).substitute(slides="\n".join(slides))


def parameters(found: Iterable[Favourite]) -> str:
    """For each question, the line to paste into the Browser before it is run."""
    blocks = [f"// {one.name}: {one.title}\n{one.parameters}\n" for one in found if one.parameters]
    return "\n".join(blocks)


def links(found: Iterable[Favourite], server: Server) -> str:
    """A page of links by folder, each to a question and to its parameters."""
    folders: dict[str, list[str]] = {}
    for one in found:
        question = f'<a href="{escape(deep_link(one.cypher, server))}">{escape(one.title)}</a>'
        values = f'<a href="{escape(deep_link(one.parameters, server))}">المعاملات</a>'
        item = f"<li>{question} · {values}</li>" if one.parameters else f"<li>{question}</li>"
        folders.setdefault(one.folder, []).append(item)
    shown = (
        f"<h2>{escape(folder)}</h2>\n<ul>\n" + "\n".join(items) + "\n</ul>"
        for folder, items in folders.items()
    )
    return Template(_packed("links.html")).substitute(folders="\n".join(shown))


def deep_link(text: str, server: Server) -> str:
    """The address that opens the Browser with a text in its editor."""
    scheme, _, host = server.bolt.partition("://")
    asked = {
        "dbms": f"{scheme}://{server.username}@{host}",
        "db": server.database,
        "cmd": "edit",
        "arg": text,
    }
    return f"{server.http.rstrip('/')}/browser/?{urlencode(asked)}"


def _as_written(catalogue: Catalogue, query: Query) -> dict[str, object]:
    """The values of a query's example: the Browser folds no name, and the graph holds each unfolded too."""
    names = {
        parameter.name: " ".join(query.example[parameter.name].lower().split())
        for parameter in query.parameters
        if parameter.type in NAME_TYPES and parameter.name in query.example
    }
    return catalogue.bind(query, query.example) | names


def _pictures() -> Iterator[Favourite]:
    for picture in _read("pictures.yml"):
        title = f"{picture['ar']} · {picture['en']}"
        command = params(picture["parameters"])
        text = f"// {title}\n//\n\n{picture['cypher']}"
        yield Favourite(
            f"pictures/{picture['slug']}", _PICTURES, title, title, command, _with_parameters(text, command)
        )


def _with_parameters(cypher: str, command: str) -> str:
    """The text with the command that sets its parameters in the comments below the header."""
    header, blank, statement = cypher.partition("\n\n")
    hint = f"\n// {command}" if command else ""
    return f"{header}{hint}{blank}{statement}"


def _runnable(text: str) -> str:
    """What the Browser puts into its editor when it is clicked."""
    return f'<pre class="pre-scrollable code runnable">{escape(text.strip())}</pre>\n' if text else ""


def _literal(value: object) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, list):
        return "[" + ", ".join(map(_literal, value)) + "]"
    if isinstance(value, int):
        return str(value)
    return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'") + "'"


def _packed(name: str) -> str:
    return files("liqaa.queries").joinpath(name).read_text(encoding="utf-8")


def _read(name: str) -> Any:
    return yaml.safe_load(_packed(name))
