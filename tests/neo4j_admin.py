"""``neo4j-admin`` over the jars that docker/pom.xml brings: what the compose file runs in a container."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from neo4j_server import RELEASES, find_java

MAIN_CLASS = "org.neo4j.server.startup.Neo4jAdminCommand"


def administer(name: str, home: Path, arguments: Iterable[str]) -> None:
    """Run a command of ``neo4j-admin`` on the data of a server that is at rest.

    Args:
        name: ``5.26`` or ``2026``.
        home: folder of the server.
        arguments: what follows ``neo4j-admin``.

    Raises:
        AssertionError: it failed; the message is what it said.
    """
    release = RELEASES[name]
    (home / "conf").mkdir(parents=True, exist_ok=True)
    environ = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    command = [find_java(release.java), "-Xmx512m", "-cp", f"{release.folder}/*", MAIN_CLASS, *arguments]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
