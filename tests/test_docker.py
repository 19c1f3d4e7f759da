"""The image without an engine: its files are sound, and its steps give a program that runs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from skipping import skip_or_fail

ROOT = Path(__file__).resolve().parents[1]
DOCKER = ROOT / "docker"
DOCKERFILE = (DOCKER / "Dockerfile").read_text(encoding="utf-8")


def test_what_the_image_copies_exists_and_is_not_ignored() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    for words in re.findall(r"^COPY (?!--from)(.*)$", DOCKERFILE, re.MULTILINE):
        *sources, _ = [word for word in words.split() if not word.startswith("--")]
        for source in sources:
            assert (ROOT / source).exists()
            assert f"!{source}" in ignored


def test_the_linter_finds_nothing_in_the_dockerfile() -> None:
    linter = shutil.which("hadolint", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if linter is None:
        skip_or_fail("hadolint is not installed: pip install '.[dev]'")
    done = subprocess.run([linter, DOCKER / "Dockerfile"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    wrong = "FROM python\nRUN cd /tmp && apt-get install curl\n"
    done = subprocess.run([linter, "-"], input=wrong, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "DL3006" in done.stdout


def test_the_image_is_small_pinned_and_runs_as_nobody() -> None:
    stages = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert len(stages) == 2 and all(re.fullmatch(r"python:3\.\d+-slim-\w+", stage) for stage in stages)
    assert re.search(r"^USER 10001:10001$", DOCKERFILE, re.MULTILINE)
    assert "HEALTHCHECK" in DOCKERFILE and "PASSWORD" not in DOCKERFILE
    assert "liqaa.ingest" not in DOCKERFILE  # the program is reached by its command


def test_the_ingest_service_is_locked_down() -> None:
    told = yaml.safe_load((DOCKER / "compose.ingest.yml").read_text(encoding="utf-8"))
    ingest = told["services"]["ingest"]
    assert ingest["read_only"] is True and ingest["cap_drop"] == ["ALL"]
    assert ingest["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert "ports" not in ingest
    assert all(not re.search("PASSWORD|WEBHOOK", n) or n.endswith("_FILE") for n in ingest["environment"])
    assert set(ingest["secrets"]) == set(told["secrets"])
    mounted = {f"/run/secrets/{name}" for name in ingest["secrets"]}
    assert {path for name, path in ingest["environment"].items() if name.endswith("_FILE")} == mounted
    assert {volume.partition(":")[0] for volume in ingest["volumes"]} <= set(told["volumes"])


@pytest.mark.parametrize(
    ("name", "content"),
    [("NEO4J_PASSWORD", "a pass'word$(x)\n"), ("NEO4J_PASSWORD", "two words"), ("LIQAA_WEBHOOK", "")],
    ids=["quoted", "two words", "no webhook"],
)
def test_a_secret_comes_out_of_its_file(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / "secret").write_text(content, encoding="utf-8")
    done = subprocess.run(
        [DOCKER / "with-secrets", "sh", "-c", f'printf "<%s>" "${name}"; env | grep -c _FILE || true'],
        env={"PATH": os.environ["PATH"], f"{name}_FILE": str(tmp_path / "secret")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"<{content.rstrip()}>0\n"


def test_a_secret_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = subprocess.run(
        [DOCKER / "with-secrets", "true"],
        env={"PATH": os.environ["PATH"], "NEO4J_PASSWORD_FILE": str(tmp_path / "none")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2 and "can not be read: see NEO4J_PASSWORD_FILE" in done.stderr
