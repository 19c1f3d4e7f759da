"""The README's tables and commands are true."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from liqaa.ingest.cli.main import app
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue
from test_packaging import copy_of_the_project

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def command_table() -> str:
    lines = ["| command | what it does |", "|---|---|"]
    commands = [(command.callback, "") for command in app.registered_commands]
    for group in app.registered_groups:
        assert group.typer_instance
        commands += [
            (command.callback, f"{group.typer_instance.info.name} {command.name}")
            for command in group.typer_instance.registered_commands
        ]
    for function, name in commands:
        assert function and function.__doc__, name
        words = name or function.__name__.replace("_", "-")
        lines.append(f"| `liqaa {words}` | {function.__doc__.splitlines()[0]} |")
    return "\n".join(lines)


def query_table() -> str:
    lines = ["| query | question | parameters |", "|---|---|---|"]
    for query in catalogue.load(fold).queries.values():
        parameters = ", ".join(f"`{parameter.name}`" for parameter in query.parameters)
        lines.append(f"| `{query.name}` | {query.question.splitlines()[-1]} | {parameters} |")
    return "\n".join(lines)


@pytest.mark.parametrize("table", [command_table, query_table], ids=["commands", "queries"])
def test_a_table_is_what_the_program_has(table: object) -> None:
    assert callable(table)
    assert table() in README, f"put this into README.md:\n\n{table()}"


def shell_blocks() -> list[str]:
    return re.findall(r"```sh\n(.*?)```", README, re.DOTALL)


def test_the_two_commands_stand_first() -> None:
    main_job, tests = shell_blocks()[:2]
    assert main_job.strip().count("\n") == tests.strip().count("\n") == 0
    assert main_job.strip().endswith("liqaa demo")
    assert tests.strip().endswith("python -m pytest -n auto --dist loadfile")


def test_ci_runs_the_readmes_test_command() -> None:
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    install, pytest_command = re.findall(
        r"\.venv/bin/(pip install .+?) && \.venv/bin/(.+)", shell_blocks()[1]
    )[0]
    assert install.replace("pip install", 'pip" install --quiet') in run
    assert pytest_command.replace("python -m", 'python" -m') in run


def test_the_readmes_main_command_works_on_a_fresh_machine(tmp_path: Path) -> None:
    folder = copy_of_the_project(tmp_path)
    command = shell_blocks()[0].replace("python3", sys.executable) + ".venv/bin/liqaa doctor"
    clean = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONNOUSERSITE": "1"}
    done = subprocess.run(
        ["bash", "-ec", command], cwd=folder, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Read 18 articles: 18 new" in done.stdout
    assert "سامر العبادي" in done.stdout


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_a_link_leads_somewhere(path: str) -> None:
    assert (ROOT / path).exists()
