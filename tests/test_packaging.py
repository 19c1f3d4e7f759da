"""What is installed: the wheel holds every file, asks for little, and the command line starts at once."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FOLDERS = ("ingest", "ontology", "graph", "queries")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*_cache")

# Loaded only by the commands that need them: each takes longer than all of --help may.
HEAVY = {
    *("apscheduler", "feedparser", "httpx", "jinja2", "ladybug", "lxml", "neo4j", "networkx", "numpy"),
    *("prometheus_client", "py2neo", "pydantic", "pylode", "pyoxigraph", "pyrudof", "pyshacl", "rapidfuzz"),
    *("rdflib", "scipy", "spacy", "trafilatura", "vl_convert", "yaml"),
}
# Gigabytes, or an archived project: never part of the base install.
EXTRAS_ONLY = {
    *("camel-tools", "networkx", "pandas", "py2neo", "pyspark", "scikit-learn", "scipy"),
    *("torch", "transformers", "vl-convert-python"),
}


def copy_of_the_project(folder: Path) -> Path:
    """The files a build needs, away from the working tree, where a build leaves things behind."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=LEFT_OUT)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = copy_of_the_project(tmp_path_factory.mktemp("project"))
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        folder / "out",
        folder,
    ]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = (folder / "out").glob("*.whl")
    return zipfile.ZipFile(built)


def test_the_wheel_holds_every_file_of_the_four_folders(wheel: zipfile.ZipFile) -> None:
    there = {
        f"liqaa/{path.relative_to(ROOT)}"
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    packed = {name for name in wheel.namelist() if name.startswith("liqaa/")}
    assert packed == there


def test_the_wheel_carries_licence_and_command(wheel: zipfile.ZipFile) -> None:
    info = {name.split(".dist-info/")[1]: name for name in wheel.namelist() if ".dist-info/" in name}
    assert "Apache License" in wheel.read(info["licenses/LICENSE"]).decode()
    assert "liqaa = liqaa.ingest.cli.main:main" in wheel.read(info["entry_points.txt"]).decode()


def test_pyproject_lists_the_packages_that_exist() -> None:
    listed = PROJECT["tool"]["setuptools"]["packages"]
    folders = {path.parent for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")}
    assert sorted(listed) == sorted(f"liqaa.{'.'.join(path.relative_to(ROOT).parts)}" for path in folders)


def test_docker_is_no_package() -> None:
    assert not list((ROOT / "docker").rglob("__init__.py"))


def test_the_base_install_asks_for_nothing_huge() -> None:
    names = {re.split(r"[^\w-]", line)[0].lower() for line in PROJECT["project"]["dependencies"]}
    assert names & EXTRAS_ONLY == set()


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import json, sys; sys.argv = ['liqaa', '--help']; from liqaa.ingest.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: print('\\n' + json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    imported = set(json.loads(done.stdout.splitlines()[-1]))
    assert {"typer", "liqaa"} <= imported
    assert imported & HEAVY == set()
