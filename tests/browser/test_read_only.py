"""The analysts' copy of the compose file: what it refuses, and what no Neo4j Community can refuse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from compose_file import services
from installation import Installation, ingest_demo, installed
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue
from liqaa.queries.favourites import favourites
from neo4j.exceptions import ClientError
from neo4j_admin import administer
from neo4j_browser import Neo4jBrowser, circles, rows
from neo4j_server import Server, running
from playwright.sync_api import expect

READ_ONLY = "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"
NOT_IN_COMMUNITY = "Neo.ClientError.Statement.UnsupportedAdministrationCommand"
NO_PROCEDURE = "Neo.ClientError.Procedure.ProcedureNotFound"
PASSWORD = "analyst-password"


@pytest.fixture(scope="module", params=["5.26", "2026"])
def copy(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The service ``analysts``, made of the service ``neo4j`` by the commands of the compose file."""
    folder = tmp_path_factory.mktemp(f"copy-{request.param}")
    graph, analysts = folder / "graph", folder / "analysts"
    (folder / "first").mkdir()
    with installed(request.param, "neo4j", graph, folder / "first", in_order=True) as first:
        ingest_demo(first.server, folder)
    commands = {name: services()[name]["command"] for name in ("dump", "load")}
    assert all(command[0] == "neo4j-admin" for command in commands.values())
    administer(request.param, graph, commands["dump"][1:])
    from_graph = [argument.replace("/graph/", f"{graph}/data/") for argument in commands["load"][1:]]
    administer(request.param, analysts, from_graph)
    (folder / "second").mkdir()
    with installed(request.param, "analysts", analysts, folder / "second") as second:
        yield second


def connected(server: Server, username: str | None = None, password: str | None = None) -> neo4j.Driver:
    auth = (username or server.username, password or server.password)
    return neo4j.GraphDatabase.driver(server.uri, auth=auth)


@pytest.fixture(scope="module")
def driver(copy: Installation) -> Iterator[neo4j.Driver]:
    """Logged in as the one user that the copy has."""
    with connected(copy.server) as found:
        yield found


@pytest.mark.parametrize(
    ("statement", "database", "code"),
    [
        ("CREATE (:Event {id: 'e-1'})", "neo4j", READ_ONLY),
        ("MATCH (e:Event) SET e.title = 'x'", "neo4j", READ_ONLY),
        ("MATCH (e:Event) DETACH DELETE e", "neo4j", READ_ONLY),
        ("CREATE INDEX further FOR (e:Event) ON (e.title)", "neo4j", READ_ONLY),
        ("CALL db.createLabel('Further')", "neo4j", READ_ONLY),
        ("CALL dbms.setConfigValue('server.databases.read_only', '')", "neo4j", NO_PROCEDURE),
        ("ALTER DATABASE neo4j SET ACCESS READ WRITE", "system", NOT_IN_COMMUNITY),
        ("DROP DATABASE neo4j", "system", NOT_IN_COMMUNITY),
        ("CREATE ROLE reader", "system", NOT_IN_COMMUNITY),
    ],
)
def test_the_copy_refuses(driver: neo4j.Driver, statement: str, database: str, code: str) -> None:
    with pytest.raises(ClientError) as refused:
        driver.execute_query(statement, database_=database)
    assert refused.value.code == code


def test_the_copy_says_so_and_holds_the_graph(driver: neo4j.Driver) -> None:
    shown = driver.execute_query("SHOW DATABASES YIELD name, access", database_="system").records
    assert {record["name"]: record["access"] for record in shown} == {
        "neo4j": "read-only",
        "system": "read-write",
    }
    (timeout,) = driver.execute_query("SHOW SETTINGS 'db.transaction.timeout' YIELD value").records
    assert timeout["value"] == "2m"
    (counted,) = driver.execute_query("MATCH (e:Event) RETURN count(*) AS events").records
    assert counted["events"] == 32


def test_every_favourite_answers_there(driver: neo4j.Driver) -> None:
    for one in favourites(catalogue.load(fold)):
        assert driver.execute_query(one.answerable).summary.query_type == "r", one.name


def test_users_of_community_are_all_administrators(copy: Installation, driver: neo4j.Driver) -> None:
    """What the README warns of: any user may make users, on the copy as well."""
    make = f"CREATE USER $name SET PASSWORD '{PASSWORD}' CHANGE NOT REQUIRED"
    driver.execute_query(make, {"name": "analyst"}, database_="system")
    with connected(copy.server, "analyst", PASSWORD) as analyst:
        analyst.execute_query(make, {"name": "another"}, database_="system")
        with pytest.raises(ClientError) as refused:
            analyst.execute_query("CREATE (:Event)")
    assert refused.value.code == READ_ONLY


def test_the_browser_on_the_copy(copy: Installation, opened: Neo4jBrowser, screenshots: Path) -> None:
    opened.begin(copy.server)
    refused = opened.run("CREATE (:Event {id: 'e-1'})")
    expect(refused).to_contain_text("read-only mode")
    assert len(circles(opened.run("MATCH (e:Event) RETURN e"))) == 32
    shown = rows(opened.run("SHOW DATABASES YIELD name, access"))
    assert ['"neo4j"', '"read-only"'] in [row[1:] for row in shown]
    opened.screenshot(screenshots)


def test_where_the_graph_can_be_written_only_the_client_asks_for_reading(tmp_path: Path) -> None:
    """The access mode READ keeps a client from its own mistakes; it keeps nobody out."""
    with running("5.26", tmp_path) as server, connected(server) as driver:
        with pytest.raises(ClientError) as refused:
            driver.execute_query("CREATE (:Event)", routing_=neo4j.RoutingControl.READ)
        assert refused.value.code == "Neo.ClientError.Statement.AccessMode"
        make = f"CREATE USER analyst SET PASSWORD '{PASSWORD}' CHANGE NOT REQUIRED"
        driver.execute_query(make, database_="system")
        with connected(server, "analyst", PASSWORD) as analyst:
            assert analyst.execute_query("CREATE (:Event)").summary.counters.nodes_created == 1
