"""The second opinion of camel-tools on names: what it says, and that it never goes to the network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import small_almor
from an_archive import an_event, doctors_row, liqaa
from liqaa.ingest.morphology import Morphology, MorphologyError, Opinion

NETWORK = """
import sys
asked = []
def refuse(event, arguments):
    # urllib3 binds a socket of the machine itself when it is imported, which is no network.
    if event.startswith("socket.") and event[7:] in ("connect", "getaddrinfo", "gethostbyname", "sendto"):
        asked.append(event)
        raise OSError("no network here")
sys.addaudithook(refuse)
"""


# One skip for the file, in CI too: the extra brings gigabytes of torch, which nothing here loads.
pytest.importorskip("camel_tools", reason="camel-tools is not installed (extra camel, too heavy for CI)")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "words.almor"
    path.write_text(small_almor.database(), encoding="utf-8")
    return path


@pytest.fixture
def morphology(database: Path) -> Morphology:
    return Morphology.open({"LIQAA_MORPHOLOGY": str(database)})


@pytest.mark.parametrize(
    ("word", "proper_noun", "parts_of_speech"),
    [
        ("سامر", True, ("noun_prop",)),
        ("سَامِر", True, ("noun_prop",)),
        ("ســامر", True, ("noun_prop",)),
        ("ﺳﺎﻣﺮ", True, ("noun_prop",)),  # presentation forms
        ("\u200f(سامر)،", True, ("noun_prop",)),
        ("أحمد", True, ("noun_prop", "verb")),
        ("علی", True, ("noun_prop", "prep")),  # Persian ya
        ("کریم", True, ("noun_prop",)),
        ("ﷲ", True, ("noun_prop",)),
        ("العبادي", True, ("Al_det+noun_prop",)),
        ("والعبادي", True, ("wa_conj+Al_det+noun_prop",)),
        ("وسامر", True, ("wa_conj+noun_prop",)),
        ("وزير", False, ("noun",)),
        ("الدفاع", False, ("Al_det+noun",)),
        ("ولي", False, ("noun", "wa_conj+prep")),
        ("يلماز", None, ()),
        ("Luca", None, ()),
        ("سامرLuca", None, ()),
        ("٢٠٣٠", None, ()),
        ("،", None, ()),
        ("", None, ()),
    ],
)
def test_a_word(
    morphology: Morphology, word: str, proper_noun: bool | None, parts_of_speech: tuple[str, ...]
) -> None:
    assert morphology.opinion(word) == Opinion(word, proper_noun, parts_of_speech)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("سامر العبادي", ["سامر", "العبادي"]),
        (" سامر\u00a0العبادي \n", ["سامر", "العبادي"]),
        ("سامر - العبادي", ["سامر", "العبادي"]),
        ("", []),
        ("«»", []),
    ],
)
def test_the_words_of_a_name(morphology: Morphology, name: str, words: list[str]) -> None:
    found = morphology.opinions(name)
    assert [opinion.word for opinion in found] == words
    assert all(opinion.proper_noun for opinion in found)


def test_the_default_database_of_a_data_folder(tmp_path: Path) -> None:
    environ = {"CAMELTOOLS_DATA": str(small_almor.data_folder(tmp_path))}
    assert Morphology.open(environ).opinion("سامر").proper_noun


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "No such file.*LIQAA_MORPHOLOGY"),
        (b"", "no stems"),
        ("سامر وزير\n".encode(), "no ALMOR database"),
        (b"\xff\xfe\x00", "no ALMOR database"),
        (small_almor.database().partition("###STEMS###")[0].encode(), "no stems"),
        (small_almor.database().replace(" lex:", " lox:").encode(), "no ALMOR database"),
    ],
)
def test_a_database_that_is_none(tmp_path: Path, content: bytes | None, told: str) -> None:
    path = tmp_path / "bad.almor"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(MorphologyError, match=told) as caught:
        Morphology.open({"LIQAA_MORPHOLOGY": str(path)})
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("words", "instead", "speaks_of"),
    [("\nwa-al ", "\nwa ", "wa-al"), ("lex:عبادي pos:noun_prop", "lex:عبادي", "pos")],
)
def test_a_database_that_contradicts_itself(tmp_path: Path, words: str, instead: str, speaks_of: str) -> None:
    path = tmp_path / "bad.almor"
    path.write_text(small_almor.database().replace(words, instead), "utf-8")
    morphology = Morphology.open({"LIQAA_MORPHOLOGY": str(path)})
    with pytest.raises(MorphologyError, match=f"'{speaks_of}'"):
        morphology.opinion("والعبادي")


def in_a_process(program: str, home: Path, database: Path) -> str:
    """Run Python in a home that holds nothing of camel-tools, with every use of the network refused."""
    environ = {name: value for name, value in os.environ.items() if name != "CAMELTOOLS_DATA"}
    environ |= {"HOME": str(home), "LIQAA_MORPHOLOGY": str(database)}
    command = [sys.executable, "-c", NETWORK + program]
    run = subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=60)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_it_never_goes_to_the_network_and_leaves_nothing(tmp_path: Path, database: Path) -> None:
    program = """
import os
from liqaa.ingest.morphology import Morphology
home = os.environ["HOME"]
assert Morphology.open(os.environ).opinion("سامر").proper_noun
assert not asked, asked
assert (os.environ["HOME"], "CAMELTOOLS_DATA" in os.environ) == (home, False)
print(sorted({"torch", "transformers", "sklearn", "pandas", "camel_tools.ner"} & set(sys.modules)))
"""
    home = tmp_path / "home"
    home.mkdir()
    assert in_a_process(program, home, database) == "[]\n"
    assert list(home.iterdir()) == []


def test_camel_tools_left_to_itself_does(tmp_path: Path, database: Path) -> None:
    program = """
try:
    import camel_tools.morphology.database
except Exception as error:
    print(type(error).__name__, bool(asked))
"""
    assert in_a_process(program, tmp_path, database) == "DownloaderError True\n"


SAID = (
    "رأي ثانٍ في «سامر العبادي»",
    "سامر: اسم علم (noun_prop)؛ العبادي: اسم علم (Al_det+noun_prop)",
    "رأي ثانٍ في «مراد يلماز»",
    "مراد: كلمة غير معروفة؛ يلماز: كلمة غير معروفة",
)


def test_explain_shows_it_in_terminal_and_page(tmp_path: Path, database: Path) -> None:
    event_id, environ = an_event(tmp_path), {"LIQAA_MORPHOLOGY": str(database)}
    terminal = liqaa(tmp_path, "explain", event_id, "--second-opinion", environ=environ)
    assert (terminal.returncode, terminal.stderr) == (0, "")
    made = liqaa(tmp_path, "explain", event_id, "--second-opinion", "--out", "why.html", environ=environ)
    assert made.returncode == 0
    page = (tmp_path / "why.html").read_text(encoding="utf-8")
    for words in SAID:
        assert words in terminal.stdout and words in page
    assert "رأي ثانٍ" not in liqaa(tmp_path, "explain", event_id, environ=environ).stdout


def test_the_doctor_looks_at_it(tmp_path: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIQAA_MORPHOLOGY", str(database))
    assert doctors_row(tmp_path) == ("ok", str(database), "")
    monkeypatch.setenv("LIQAA_MORPHOLOGY", str(tmp_path / "away"))
    state, found, advice = doctors_row(tmp_path)
    assert state == "failed" and "away" in found and "LIQAA_MORPHOLOGY" in advice
