"""What is said when a second opinion is asked for and something for it is missing; needs no camel-tools."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
import small_almor
from an_archive import an_event, doctors_row, liqaa
from liqaa.ingest.morphology import Morphology, MorphologyError, database_path


def test_ours_goes_before_the_data_folder(tmp_path: Path) -> None:
    environ = {"CAMELTOOLS_DATA": str(small_almor.data_folder(tmp_path)), "LIQAA_MORPHOLOGY": "mine.almor"}
    assert database_path(environ) == Path("mine.almor")


def test_the_default_of_the_data_folder(tmp_path: Path) -> None:
    found = database_path({"CAMELTOOLS_DATA": str(small_almor.data_folder(tmp_path))})
    assert found.read_text(encoding="utf-8") == small_almor.database()


@pytest.mark.parametrize(
    "catalogue",
    [
        None,
        "",
        "[]",
        "{}",
        "\0\1",
        '{"components": {"MorphologyDB": {"default": "small", "datasets": {}}}}',
        '{"components": {"MorphologyDB": {"default": "s", "datasets": {"s": {"path": "away"}}}}}',
    ],
)
def test_a_data_folder_without_a_database(tmp_path: Path, catalogue: str | None) -> None:
    if catalogue is not None:
        (tmp_path / "catalogue.json").write_text(catalogue, encoding="utf-8")
    with pytest.raises(MorphologyError, match="LIQAA_MORPHOLOGY"):
        database_path({"CAMELTOOLS_DATA": str(tmp_path)})


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("camel_tools.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "camel_tools", None)
    before = dict(os.environ)
    with pytest.raises(MorphologyError, match=r"pip install 'liqaa\[camel\]'"):
        Morphology.open({"LIQAA_MORPHOLOGY": "mine.almor"})
    assert dict(os.environ) == before


def test_explain_says_what_is_missing(tmp_path: Path) -> None:
    run = liqaa(tmp_path, "explain", an_event(tmp_path), "--second-opinion", environ={})
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("liqaa: ") and run.stderr.count("\n") == 1
    assert "liqaa[camel]" in run.stderr or "LIQAA_MORPHOLOGY" in run.stderr


def test_the_doctor_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    monkeypatch.delenv("LIQAA_MORPHOLOGY", raising=False)
    state, _, advice = doctors_row(tmp_path)
    assert state == "missing" and advice.startswith("Optional")
