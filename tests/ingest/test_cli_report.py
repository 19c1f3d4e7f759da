"""``liqaa report`` as a person runs it: how its options combine, and what it says when they do not fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from an_archive import an_event, liqaa


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose archive and store hold one meeting of an Egyptian and a Turk, on 2030-05-08."""
    made = tmp_path_factory.mktemp("report")
    an_event(made)
    return made


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        (("--actor", "العبادي"), "سامر العبادي"),
        (("--actor", "Samer al-Abadi", "--lang", "en"), "Samer"),
        (("--party", "تركيا"), "تركيا"),
        (("--party", "tr", "--lang", "en"), "Turkey"),
        (("--pair", "EG", "تركيا", "--period", "2030"), "مصر وتركيا"),
        (
            ("--pair", "العبادي", "يلماز", "--from", "2030-05-08", "--to", "2030-05-08"),
            "سامر العبادي ومراد يلماز",
        ),
        (("--pair", "العبادي", "TR"), "سامر العبادي وتركيا"),
        (("--actor", "العبادي", "--party", "TR", "--party", "EG"), "سامر العبادي وتركيا ومصر"),
        (("--period", "2030-05"), "كل الأطراف"),
        (("--period", "2030-05-08.."), "كل الأطراف"),
    ],
)
def test_options_narrow_what_the_page_is_about(folder: Path, words: tuple[str, ...], heading: str) -> None:
    run = liqaa(folder, "report", "page.html", *words, environ={})
    assert (run.returncode, run.stdout, run.stderr) == (0, "page.html\n", "")
    html = (folder / "page.html").read_text(encoding="utf-8")
    assert f"<h1>{heading}" in html
    assert "التقى وزير الخارجية المصري سامر العبادي نظيره التركي" in html and "<svg" in html


def test_the_same_archive_gives_the_same_bytes(folder: Path) -> None:
    for name in ("one.html", "two.html"):
        liqaa(
            folder, "report", name, "--party", "EG", environ={"PYTHONHASHSEED": str(len(name) + ord(name[0]))}
        )
    assert (folder / "one.html").read_bytes() == (folder / "two.html").read_bytes()


def test_a_page_without_events_is_written_and_says_so(folder: Path) -> None:
    run = liqaa(folder, "report", "none.html", "--pair", "EG", "TR", "--period", "1999", environ={})
    assert (run.returncode, run.stdout, run.stderr) == (0, "none.html\n", "No events: the page says so.\n")
    html = (folder / "none.html").read_text(encoding="utf-8")
    assert "لا أحداث في الأرشيف" in html and "<h1>مصر وتركيا</h1>" in html


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "--actor, --party, --pair or --period"),
        (("--party", "مصرر"), "مصر · Egypt (EG)"),
        (("--actor", "العبادين"), "سامر العبادي"),
        (("--pair", "EG", "تركيه جدا"), "تركيا · Turkey (TR)"),
        (("--period", "2031..2030"), "Did you mean 2030..2031?"),
        (("--period", "2030", "--to", "2030"), "give the period once"),
        (("--party", "EG", "--lang", "fr"), "--lang"),
    ],
)
def test_wrong_usage_says_what_would_be_right(folder: Path, words: tuple[str, ...], says: str) -> None:
    run = liqaa(folder, "report", "bad.html", *words, environ={})
    assert run.returncode == 2
    assert says in " ".join(run.stderr.split())
    assert "Traceback" not in run.stderr and not (folder / "bad.html").exists()


def test_without_the_library_one_line_says_what_to_install(folder: Path) -> None:
    blocked = folder / "blocked"
    blocked.mkdir()
    (blocked / "vl_convert.py").write_text("raise ImportError", encoding="utf-8")
    run = liqaa(folder, "report", "bad.html", "--party", "EG", environ={"PYTHONPATH": str(blocked)})
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == "liqaa: vl-convert-python is missing: pip install 'liqaa[report]'\n"


def test_a_folder_that_is_not_there_is_said(folder: Path) -> None:
    run = liqaa(folder, "report", "nowhere/page.html", "--party", "EG", environ={})
    assert run.returncode == 1 and "nowhere/page.html: No such file or directory" in run.stderr
