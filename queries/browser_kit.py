"""What makes the shelf at home in Neo4j Browser: favourites, saved Cypher, style, guide, links."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlencode

from liqaa.queries.catalogue import Catalogue
from liqaa.queries.favourites import Favourite, all_parameters, favourites, packed, packed_yaml
from liqaa.queries.header import CatalogueError

_DAY = (1980, 1, 1, 0, 0, 0)
"""Of every file in the zip, so that equal shelves give equal bytes."""
_LEGEND_BORDER = {"2px": "1px", "7px": "4px"}
"""For a border in the picture, that of the smaller circle in the legend."""


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
        ("liqaa.grass", packed("liqaa.grass").encode(), "drop it on the Browser: the style"),
        ("guide.html", guide(found).encode(), "five questions; :play its address, or open it"),
        (
            "parameters.txt",
            parameters(found).encode(),
            "lines that set the parameters of all questions, and of each",
        ),
        ("links.html", links(found, server).encode(), "links that open a question in the Browser"),
    )
    out.mkdir(parents=True, exist_ok=True)
    for name, content, _ in kit:
        (out / name).write_bytes(content)
    return [(out / name, text) for name, _, text in kit]


def zipped(found: Iterable[Favourite]) -> bytes:
    """A zip of one ``.cypher`` file a favourite; the Browser makes folders of its folders."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in found:
            path = zipfile.ZipInfo(f"{one.folder}/{one.name.rpartition('/')[2]}.cypher", _DAY)
            archive.writestr(path, one.cypher, zipfile.ZIP_DEFLATED)
    return content.getvalue()


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


def guide(found: Sequence[Favourite]) -> str:
    """The page that walks through five questions; the Browser's ``:play`` shows it, and so does any other."""
    by_name = {one.name: one for one in found}
    given = packed_yaml("guide.yml")
    slides = []
    for step in given["steps"]:
        if step["query"] not in by_name:
            raise CatalogueError(f"guide.yml: no query {step['query']}")
        one = by_name[step["query"]]
        question = f"// {one.title}\n{one.statement}"
        slides.append(
            f'<slide class="row-fluid"><div class="col-sm-12">\n<h3 dir="rtl">{escape(one.title)}</h3>\n'
            f'<p dir="rtl">{escape(step["ar"])}</p>\n<p class="en" dir="ltr">{escape(step["en"])}</p>\n'
            f"{_runnable(one.parameters)}{_runnable(question)}</div></slide>"
        )
    return Template(packed("guide.html")).substitute(
        parameters=_runnable(all_parameters(found)),
        legend="\n".join(_legend(given["legend"])),
        slides="\n".join(slides),
    )


def parameters(found: Sequence[Favourite]) -> str:
    """The line that sets the parameters of all questions, and a line for each question."""
    blocks = [f"// {one.name}: {one.title}\n{one.parameters}\n" for one in found if one.parameters]
    return "\n".join([f"// كل المعاملات · All parameters\n{all_parameters(found)}\n", *blocks])


def links(found: Iterable[Favourite], server: Server) -> str:
    """A page of links by folder; the Browser opens without parameters, so each link holds its values."""
    folders: dict[str, list[str]] = {}
    for one in found:
        item = f'<li><a href="{escape(deep_link(one.answerable, server))}">{escape(one.title)}</a></li>'
        folders.setdefault(one.folder, []).append(item)
    shown = (
        f"<h2>{escape(folder)}</h2>\n<ul>\n" + "\n".join(items) + "\n</ul>"
        for folder, items in folders.items()
    )
    return Template(packed("links.html")).substitute(folders="\n".join(shown))


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


def _legend(entries: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """A line for each kind of node, in the colours that the style gives it."""
    for entry in entries:
        rule = re.search(rf"node\.{entry['label']} {{\n(.*?)\n}}", packed("liqaa.grass"), re.DOTALL)
        if not rule:
            raise CatalogueError(f"guide.yml: liqaa.grass has no node.{entry['label']}")
        look = dict(re.findall(r"([\w-]+): ([^;]+);", rule[1]))
        border = _LEGEND_BORDER[look.get("border-width", "2px")]
        yield (
            f'<li style="list-style-type: none;"><span style="display: inline-block; width: 1.3em; '
            f"height: 1.3em; border-radius: 50%; vertical-align: middle; background: "
            f"{look.get('color', '#FFFFFF')}; border: {border} solid "
            f'{look["border-color"]};"></span> {escape(entry["ar"])} · '
            f'<span dir="ltr">{escape(entry["en"])}</span></li>'
        )


def _runnable(text: str) -> str:
    """What the Browser puts into its editor when it is clicked."""
    return f'<pre class="pre-scrollable code runnable">{escape(text.strip())}</pre>\n' if text else ""
