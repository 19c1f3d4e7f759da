"""The form of the Browser kit: what each file holds, and that a server takes what it says."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import neo4j
import pytest
from liqaa.graph.schema import EDGES, FURTHER_LABELS, NODES
from liqaa.graph.stores.delta import diff
from liqaa.graph.stores.store import Store, neo4j_settings
from liqaa.ontology.folding import fold
from liqaa.queries import browser_kit, catalogue, favourites
from liqaa.queries.header import NAME_TYPES, CatalogueError
from neo4j_server import Server
from region import REGION

SHELF = catalogue.load(fold)
FOUND = favourites.favourites(SHELF)
HOME = browser_kit.Server("https://graph.example.org", "bolt+s://graph.example.org:7687", "analyst", "news")
FILES = [
    "guide.html",
    "links.html",
    "liqaa-favourites.zip",
    "liqaa-saved-cypher.csv",
    "liqaa.grass",
    "parameters.txt",
]


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kit") / "new" / "kit"
    browser_kit.write(folder, SHELF, HOME)
    return folder


class Page(HTMLParser):
    """What a page holds: the texts the Browser would run, its links, and what it would load or run itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.runnable: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "pre" and "runnable" in (given.get("class") or ""):
            self._inside = True
            self.runnable.append("")
        if tag == "a":
            self.links.append(given["href"] or "")
        if tag in ("script", "link", "iframe", "img") or "src" in given:
            self.loads.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "pre":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.runnable[-1] += data


def statement(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("//")).strip()


def test_the_kit_is_the_same_every_time(kit: Path, tmp_path: Path) -> None:
    written = browser_kit.write(tmp_path, SHELF, HOME)
    assert sorted(path.name for path, _ in written) == FILES
    assert all(path.read_bytes() == (kit / path.name).read_bytes() for path, _ in written)


def test_the_zip_holds_the_shelf_in_folders(kit: Path) -> None:
    with zipfile.ZipFile(kit / "liqaa-favourites.zip") as archive:
        held = {name: archive.read(name).decode() for name in archive.namelist()}
    assert len(held) == len(SHELF.queries) + 4
    assert all(re.fullmatch(r"[^/]+ · [^/]+/\w+\.cypher", name) for name in held)
    for query in SHELF.queries.values():
        (text,) = [
            text for text in held.values() if text.startswith(f"// {query.title_ar} · {query.title_en}\n")
        ]
        # The Browser's parameters float, and Neo4j wants a whole limit.
        assert statement(text).replace("toInteger($limit)", "$limit") == statement(query.cypher)
        assert text.startswith(query.cypher.partition("\n\n")[0])
    assert list(dict.fromkeys(name.partition("/")[0] for name in held))[:2] == [
        "من التقى من · Who met whom",
        "الزيارات · Visits",
    ]


def test_the_csv_is_what_the_query_tool_reads(kit: Path) -> None:
    text = (kit / "liqaa-saved-cypher.csv").read_text(encoding="utf-8")
    assert text.startswith("name,description,query,id,parentId,isFolder\n")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["id"] for row in rows] == [str(number) for number in range(len(rows))]
    folders = {row["id"]: row for row in rows if row["isFolder"] == "true"}
    assert all(row["query"] == row["parentId"] == "" for row in folders.values())
    saved = [row for row in rows if row["isFolder"] == "false"]
    assert all(row["parentId"] in folders and row["name"] and row["description"] for row in saved)
    assert {statement(row["query"]).replace("toInteger($limit)", "$limit") for row in saved} >= {
        statement(query.cypher) for query in SHELF.queries.values()
    }
    assert len(saved) + len(folders) == len(rows)


def rules(grass: str) -> dict[str, dict[str, str]]:
    found = {}
    for selector, body in re.findall(r"([\w.]+) \{\n(.*?)\n\}", grass, re.DOTALL):
        found[selector] = dict(re.findall(r"  ([\w-]+): ([^:;]+);", body))
        assert len(found[selector]) == len(body.splitlines()), selector
    return found


def test_the_style_tells_everything_apart(kit: Path) -> None:
    grass = (kit / "liqaa.grass").read_text(encoding="utf-8")
    assert "//" not in grass and "/*" not in grass
    held = rules(grass)
    further = {
        label for names in FURTHER_LABELS.values() for given in names.values() for label in given.values()
    }
    labels = {table.label for table in NODES} | further
    assert {name.removeprefix("node.") for name in held if name.startswith("node.")} == labels
    assert {name.removeprefix("relationship.") for name in held if name.startswith("relationship.")} <= {
        table.type for table in EDGES
    }
    for group in (("Visit", "Call", "Honor", "Talks"), ("Country", "Organisation", "Authority")):
        assert len({held[f"node.{label}"]["color"] for label in group}) == len(group)
    borders = {
        label: (held[f"node.{label}"]["border-width"], held[f"node.{label}"].get("border-color"))
        for label in ("Occurred", "Planned", "Cancelled")
    }
    assert len(set(borders.values())) == 3
    # The Browser applies rules in their order, so what a status changes must follow what the type gives.
    order = list(held)
    assert order.index("node.Planned") > max(
        order.index(f"node.{name}") for name in ("Visit", "Talks", "Event")
    )


def test_captions_are_properties_of_what_they_stand_on(kit: Path) -> None:
    held = rules((kit / "liqaa.grass").read_text(encoding="utf-8"))
    tables = {table.label: set(table.properties) for table in NODES}
    further = {
        label: tables[of]
        for of, names in FURTHER_LABELS.items()
        for given in names.values()
        for label in given.values()
    }
    for label, properties in {**tables, **further}.items():
        for name in re.findall(r"\{(\w+)\}", held[f"node.{label}"].get("caption", "")):
            assert name in {"id", *properties}, label
    assert all("{" in held[f"node.{label}"]["caption"] for label in tables)


def test_the_guide_walks_through_five_questions(kit: Path) -> None:
    text = (kit / "guide.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.loads == [] and "$" not in re.sub(r"<pre.*?</pre>", "", text, flags=re.DOTALL)
    assert text.count("<slide") == 8
    everything, *steps, access = page.runnable
    assert everything == favourites.all_parameters(FOUND) and access.startswith("SHOW DATABASES")
    commands, questions = steps[::2], steps[1::2]
    assert len(questions) == 5
    asked = [one for text in questions for one in FOUND if statement(one.statement) == statement(text)]
    assert [one.parameters for one in asked] == commands


def test_the_legend_shows_the_colours_of_the_style(kit: Path) -> None:
    held = rules((kit / "liqaa.grass").read_text(encoding="utf-8"))
    legend = re.findall(
        r"background: (#\w+); border: \dpx solid (#\w+)", (kit / "guide.html").read_text("utf-8")
    )
    assert len(legend) == len(set(legend)) == 10
    styled = {(rule.get("color", "#FFFFFF"), rule.get("border-color")) for rule in held.values()}
    assert set(legend) <= styled


def test_a_link_opens_a_question_in_the_editor(kit: Path) -> None:
    page = Page((kit / "links.html").read_text(encoding="utf-8"))
    assert page.loads == []
    opened = []
    for link in page.links:
        address = urlsplit(link)
        asked = {name: values[0] for name, values in parse_qs(address.query, strict_parsing=True).items()}
        assert f"{address.scheme}://{address.netloc}{address.path}" == "https://graph.example.org/browser/"
        opened.append(asked.pop("arg"))
        assert asked == {"dbms": "bolt+s://analyst@graph.example.org:7687", "db": "news", "cmd": "edit"}
    assert opened == [one.answerable for one in FOUND]
    # The Browser opens without parameters: a question that still asked for one could not be answered.
    assert not any("$" in text for text in opened)


def test_parameters_are_those_of_the_question() -> None:
    for one in FOUND[: len(SHELF.queries)]:
        names = re.findall(r"(\w+): (?:'|\[|\d)", one.parameters)
        assert names == [parameter.name for parameter in SHELF.queries[one.name].parameters], one.name


@pytest.mark.parametrize(
    ("values", "command"),
    [
        ({}, ""),
        ({"name": "d'Arc\\", "least": 2, "types": []}, r":params {name: 'd\'Arc\\', least: 2, types: []}"),
        ({"types": ["visit", "call"]}, ":params {types: ['visit', 'call']}"),
    ],
)
def test_values_are_written_as_cypher(values: dict[str, object], command: str) -> None:
    assert favourites.params(values) == command


def test_a_folder_without_a_title(tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    text = SHELF.find("actor_timeline").cypher
    (tmp_path / "odd" / "query.cypher").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError, match="no title for odd"):
        favourites.favourites(catalogue.load(fold, tmp_path))


@pytest.fixture
def region(neo4j_store: Store) -> Store:
    """The store on the server, with the region."""
    neo4j_store.apply(diff(REGION, neo4j_store.digests()))
    return neo4j_store


@pytest.fixture
def session(region: Store, neo4j_server: Server) -> Iterator[neo4j.Session]:
    """As the Browser asks: the real server with the region, without anything of ours between."""
    settings = neo4j_settings(neo4j_server.environ)
    auth = (settings.username, settings.password or "")
    with (
        neo4j.GraphDatabase.driver(settings.uri, auth=auth) as driver,
        driver.session(database=settings.database) as session,
    ):
        yield session


def as_the_browser_sets(session: neo4j.Session, command: str) -> dict[str, object]:
    """The parameters that a command sets; ``:params {}`` makes whole numbers floating ones."""
    (record,) = session.run(f"RETURN {command.removeprefix(':params ')} AS values")
    values: dict[str, object] = record["values"]
    return {name: float(value) if isinstance(value, int) else value for name, value in values.items()}


def asked(session: neo4j.Session, text: str, values: dict[str, object]) -> list[list[object]]:
    """The rows of a statement, which must be one that can only read; nodes and paths count by their ids."""
    result = session.run(text, values)
    rows = [record.data() for record in result]
    assert result.consume().query_type == "r", text.partition("\n")[0]
    return sorted(([*row.values()] for row in rows), key=repr)


def test_every_favourite_answers_as_the_browser_runs_it_and_can_only_read(session: neo4j.Session) -> None:
    everything = as_the_browser_sets(session, favourites.all_parameters(FOUND))
    for one in FOUND:
        answered = asked(session, one.cypher, as_the_browser_sets(session, one.parameters))
        assert asked(session, one.answerable, {}) == answered, one.name
        asked(session, one.cypher, everything)
    # The check can fail: a statement that writes is of another type.
    assert session.run("EXPLAIN CREATE (:Event)").consume().query_type == "w"


def test_floating_numbers_change_no_answer(region: Store) -> None:
    counted = [
        query for query in SHELF.queries.values() if any(p.type == "integer" for p in query.parameters)
    ]
    assert len(counted) > 8
    for query in counted:
        given = {
            p.name: {"actor": "العبادي", "party": "JO", "topic": "سوريا", "office": "وزير الدفاع"}[p.type]
            for p in query.parameters
            if not p.default and p.type in NAME_TYPES
        }
        given |= {"second": "EG"} if "second" in given and given["second"] == "JO" else {}
        bound = SHELF.bind(query, given)
        # A limit must be whole: the kit says so to Neo4j in the statement itself.
        floating = {
            name: float(value) if isinstance(value, int) and name != "limit" else value
            for name, value in bound.items()
        }
        assert region.run(query.cypher, floating) == region.run(query.cypher, bound), query.name


def test_a_picture_shows_nodes(session: neo4j.Session) -> None:
    asked = {
        "contacts_of_an_actor": {"name": "العبادي"},
        "contacts_of_two_parties": {"first": "jo", "second": "eg"},
        "an_event_and_its_evidence": {"event": "e-visit-cairo"},
        "plans_and_what_became_of_them": {"from": "2030-01-01", "to": "2030-12-31"},
    }
    for one in FOUND[len(SHELF.queries) :]:
        graph = session.run(one.cypher, asked[one.name.partition("/")[2]]).graph()
        assert len(graph.nodes) > 3 and len(graph.relationships) > 2, one.name
