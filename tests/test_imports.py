"""The directions in which the four packages may import each other, read from the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("ingest", "ontology", "graph", "queries")
# Only here is the program put together.
PUT_TOGETHER = ("ingest/cli/", "ingest/jobs/")

MAY_IMPORT = {
    "ontology": {"ontology"},
    "graph": {"graph", "ontology"},
    "queries": {"queries"},
    "ingest": {"ingest", "ontology"},
}
# Which folders of graph/ a folder of it may import; the modules beside the folders are open to all.
GRAPH_MAY_IMPORT: dict[str, set[str]] = {
    "actors": set(),
    "events": {"actors"},
    "projection": {"actors", "events"},
    "judging": {"actors", "events"},
    "stores": {"actors", "projection"},
    "rdf": {"projection"},
    "network": set(),
}


def source_files() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def imports(source: str) -> Iterator[str]:
    """Full dotted names of everything a module imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def wrong_imports(path: str, source: str) -> list[str]:
    package = path.split("/", maxsplit=1)[0]
    allowed = set(PACKAGES) if path.startswith(PUT_TOGETHER) else MAY_IMPORT[package]
    wrong = []
    for name in imports(source):
        parts = name.split(".")
        if parts[0] in PACKAGES:
            wrong.append(f"{name}: the bare folder name is not a package")
        elif parts[0] == "liqaa" and parts[1] not in allowed:
            wrong.append(f"{name}: {package} must not import {parts[1]}")
        elif parts[:2] == ["liqaa", "graph"] and package == "graph" and parts[2] in GRAPH_MAY_IMPORT:
            folder = path.split("/")[1]
            if folder in GRAPH_MAY_IMPORT and parts[2] not in {folder, *GRAPH_MAY_IMPORT[folder]}:
                wrong.append(f"{name}: graph/{folder} must not import graph/{parts[2]}")
    return wrong


def test_the_folders_of_the_graph_are_those_named_here() -> None:
    assert {path.parent.name for path in (ROOT / "graph").glob("*/__init__.py")} == set(GRAPH_MAY_IMPORT)


@pytest.mark.parametrize("path", source_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_package_may(path: Path) -> None:
    assert wrong_imports(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("path", "source", "wrong"),
    [
        ("ontology/model.py", "from liqaa.graph import store", 1),
        ("graph/stores/delta.py", "def f():\n    import liqaa.ingest.archive.archive", 1),
        ("queries/catalogue.py", "from liqaa.ontology.model import Report", 1),
        ("ingest/archive/archive.py", "from liqaa.graph.stores.delta import Delta", 1),
        ("ingest/jobs/ingest.py", "from liqaa.graph.stores.delta import Delta", 0),
        ("ingest/cli/ask.py", "from liqaa.queries.catalogue import find", 0),
        ("graph/stores/delta.py", "import ingest", 1),
        ("graph/stores/delta.py", "from ontology.model import Report", 1),
        ("graph/stores/delta.py", "from liqaa.ontology.model import Report", 0),
        ("graph/stores/rows.py", "from liqaa.graph.projection.projection import Projection", 0),
        ("graph/projection/sheet.py", "from liqaa.graph.stores.rows import rows", 1),
        ("graph/identity.py", "from liqaa.graph.events.claims import Claim", 0),
    ],
)
def test_the_check_itself(path: str, source: str, wrong: int) -> None:
    assert len(wrong_imports(path, source)) == wrong
