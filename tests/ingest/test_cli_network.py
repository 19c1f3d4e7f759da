"""``liqaa network`` as a person runs it: the installed program over an archive of its own."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest
from an_archive import an_event, liqaa


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose archive and store hold one meeting of two ministers, on 2030-05-08."""
    made = tmp_path_factory.mktemp("network")
    an_event(made)
    return made


def test_the_measures_and_both_files(folder: Path) -> None:
    words = ("network", "--graphml", "n.graphml", "--gexf", "n.gexf", "--format", "json")
    run = liqaa(folder, *words, environ={})
    assert (run.returncode, run.stderr) == (0, "")
    rows = json.loads(run.stdout)
    assert {(row["name"], *row["parties"]) for row in rows} == {
        ("سامر العبادي", "EG"),
        ("مراد يلماز", "TR"),
    }
    assert [(row["degree"], row["contacts"], row["pagerank"]) for row in rows] == [(1, 1, 0.5)] * 2
    for name, read in (("n.graphml", nx.read_graphml), ("n.gexf", nx.read_gexf)):
        back = read(folder / name)
        assert {data["label"] for _, data in back.nodes(data=True)} == {"سامر العبادي", "مراد يلماز"}
        assert [data["weight"] for *_, data in back.edges(data=True)] == [1]


def test_parties_and_what_changed(folder: Path) -> None:
    words = ("network", "--of", "parties", "--period", "2030-05", "--compare", "2029", "--format", "json")
    rows = json.loads(liqaa(folder, *words, environ={}).stdout)
    found = [(row["id"], row["name"], row["latin"], row["contacts_before"], row["change"]) for row in rows]
    assert found == [("EG", "مصر", "Egypt", 0, 1), ("TR", "تركيا", "Turkey", 0, 1)]


def test_nothing_in_the_period(folder: Path) -> None:
    run = liqaa(folder, "network", "--to", "2029", environ={})
    assert (run.returncode, run.stdout, run.stderr) == (0, "No rows.\n", "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--period", "2031..2030"), "Did you mean 2030..2031?"),
        (("--period", "soon"), "write 2021-03-15, 2021-03 or 2021"),
        (("--period", ".."), "names no day"),
        (("--period", "2030", "--from", "2030"), "give the period once"),
        (("--from", "2030-05-09", "--to", "2030-05-08"), "before it begins"),
        (("--compare", "2030-13"), "is no day, month or year"),
        (("--types", "vist"), "Did you mean visit?"),
        (("--statuses", "held"), "There is: cancelled, occurred, planned."),
        (("--least", "0"), "--least"),
    ],
)
def test_wrong_usage_says_what_would_be_right(folder: Path, words: tuple[str, ...], says: str) -> None:
    run = liqaa(folder, "network", *words, environ={})
    assert run.returncode == 2
    assert says in " ".join(run.stderr.split())
    assert "Traceback" not in run.stderr


def test_without_the_library_one_line_says_what_to_install(folder: Path) -> None:
    blocked = folder / "blocked"
    blocked.mkdir()
    (blocked / "networkx.py").write_text("raise ImportError(name='networkx')", encoding="utf-8")
    run = liqaa(folder, "network", environ={"PYTHONPATH": str(blocked)})
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == "liqaa: networkx is missing: pip install 'liqaa[network]'\n"
