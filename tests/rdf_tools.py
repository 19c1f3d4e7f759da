"""Apache Jena's command line and RDF4J's parsers, out of the jars that Maven brings."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
JARS = ROOT / "docker" / "lib-rdf"
SOURCES = ROOT / "tests" / "graph" / "rdf"
FETCH = "mvn -q -f docker/rdf-pom.xml -P rdf-tools package"


def missing() -> str | None:
    """Why the tools can not be used; None where they can."""
    if not list(JARS.glob("jena-cmds-*.jar")):
        return f"no Jena and RDF4J: {FETCH}"
    if not shutil.which("javac"):
        return "no Java that compiles (a JDK of 17 or newer) on the PATH"
    return None


def _java(*words: str | Path) -> str:
    quiet = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"
    command = ["java", quiet, "-cp", f"{JARS}/*", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    return done.stdout + done.stderr


def riot_complaints(files: Sequence[Path]) -> str:
    """What ``riot --validate`` says of files; nothing of good ones."""
    return _java("riotcmd.riot", "--validate", *files).strip()


def riot_counts(files: Sequence[Path]) -> list[int]:
    """How many statements riot reads in each file."""
    said = _java("riotcmd.riot", "--count", *files)
    return [int(count.replace(",", "")) for count in re.findall(r"(?:Quads|Triples) = ([\d,]+)", said)]


def shacl_report(data: Path, shapes: Path) -> str:
    """What ``shacl validate`` says, as text: ``Conforms`` where it does."""
    return _java("shacl.shacl", "validate", "--text", "--shapes", shapes, "--data", data).strip()


def patched(data: Path, patch: Path) -> str:
    """What Jena makes of data with a patch, as N-Quads; errors stand among it."""
    return _java(SOURCES / "JenaPatch.java", data, patch)


def rdf4j_says(files: Sequence[Path]) -> list[str]:
    """A line a file, ``FILE COUNT``, and one for each complaint."""
    return _java(SOURCES / "Rdf4jCount.java", *files).strip().splitlines()
