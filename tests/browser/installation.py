"""What ``docker compose up`` brings, on the jars that docker/pom.xml brings instead of containers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from compose_file import NoWebServerError, kit_served, neo4j_settings_of, services
from neo4j_server import NoServerError, Server, running
from skipping import skip_or_fail

LIQAA = Path(sys.executable).with_name("liqaa")


@dataclass(frozen=True)
class Installation:
    """What ``docker compose up`` brings: a filled server, and the kit behind a server of its own.

    Attributes:
        server: Neo4j with the settings of the compose file and the graph of the demo.
        kit: folder that ``liqaa browser-kit`` wrote.
        kit_address: where the kit is served.
    """

    server: Server
    kit: Path
    kit_address: str


@contextmanager
def installed(
    release: str, service: str, home: Path, folder: Path, in_order: bool = False
) -> Iterator[Installation]:
    """A service of the compose file on the jars of a release, with the kit beside it."""
    kit = folder / "kit"
    kit.mkdir()
    with ExitStack() as stack:
        try:
            port = stack.enter_context(kit_served(kit, folder))
            settings = neo4j_settings_of(services({"LIQAA_KIT_PORT": str(port)})[service])
            server = stack.enter_context(running(release, home, settings, in_order=in_order))
        except (NoServerError, NoWebServerError) as error:
            skip_or_fail(str(error))
        liqaa("browser-kit", kit, "--http", server.http, "--bolt", server.uri)
        yield Installation(server, kit, f"http://localhost:{port}")


def liqaa(*arguments: object, server: Server | None = None) -> None:
    """Run the command line as a user does."""
    environ = {**os.environ, **(server.environ if server else {})}
    command = [str(LIQAA), *map(str, arguments)]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def ingest_demo(server: Server, folder: Path) -> None:
    """Bring the demo's articles into a server by the real job."""
    articles = folder / "articles.jsonl"
    articles.write_bytes(files("liqaa.ingest.demo").joinpath("articles.jsonl").read_bytes())
    liqaa("ingest", articles, "--data", folder / "liqaa-data", server=server)
