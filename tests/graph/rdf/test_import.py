"""The way back is identity, and what is no whole export of this version changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pyoxigraph
import pytest
from an_export import Demo
from corpus_articles import development_articles
from liqaa.graph.rdf.export import blocks, write
from liqaa.graph.rdf.header import Profile
from liqaa.graph.rdf.history import History
from liqaa.graph.rdf.likewise import is_written
from liqaa.graph.rdf.reading import ImportRefusedError
from liqaa.graph.rdf.selection import Selection
from liqaa.graph.rdf.terms import Names
from liqaa.graph.rdf.writers import FORMATS
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.jobs.facts import keep_up
from liqaa.ingest.jobs.rdf import HISTORY_FILE
from liqaa.ingest.jobs.rdf_import import import_rdf
from liqaa.ontology.judgement import Judgement, Undoing
from told_archive import filled

JUDGED = "2030-06-01T10:00:00+03:00"


def exported_again(folder: Path, form: str, profile: Profile | None = None) -> bytes:
    with (
        Archive.open(folder / "archive.sqlite", create=False) as archive,
        History(folder / HISTORY_FILE) as history,
    ):
        write(folder / "again", form, history, keep_up(archive, history), profile or Profile())
    return (folder / "again").read_bytes()


@pytest.mark.parametrize("form", FORMATS)
def test_export_import_export_gives_the_same_bytes(demo: Demo, tmp_path: Path, form: str) -> None:
    import_rdf(demo.files[form], tmp_path / "archive.sqlite")
    assert exported_again(tmp_path, form) == demo.files[form].read_bytes()
    files = {path.name for path in tmp_path.iterdir() if path.suffix != ".lock"}
    assert files == {"again", "archive.sqlite", HISTORY_FILE}


@pytest.mark.parametrize("form", FORMATS)
def test_what_another_program_wrote_anew_is_the_same_export(demo: Demo, tmp_path: Path, form: str) -> None:
    statements = list(pyoxigraph.parse(path=str(demo.files[form])))
    Random(7).shuffle(statements)
    anew, ending = tmp_path / demo.files[form].name, demo.files[form].suffix[1:]
    pyoxigraph.serialize(statements, str(anew), format=pyoxigraph.RdfFormat.from_extension(ending))
    assert anew.read_bytes() != demo.files[form].read_bytes()
    (tmp_path / "made").mkdir()
    import_rdf(anew, tmp_path / "made/archive.sqlite")
    assert exported_again(tmp_path / "made", form) == demo.files[form].read_bytes()


def test_a_file_is_as_it_would_be_written_or_is_not(demo: Demo, tmp_path: Path) -> None:
    again = partial(blocks, demo.history, demo.state, Profile(), dict(demo.state.counts), None)
    for form, path in demo.files.items():
        text = path.read_text(encoding="utf-8")
        changes = {text: True, text[:-1]: False, f"{text}\n": False, text.replace("زيارة", "زياره", 1): False}
        assert len(changes) == 4
        for changed, same in changes.items():
            (tmp_path / path.name).write_text(changed, encoding="utf-8", newline="\n")
            assert is_written(tmp_path / path.name, Names(), again()) is same, form


def test_the_records_are_those_of_the_archive(demo: Demo, tmp_path: Path) -> None:
    import_rdf(demo.files["trig"], tmp_path / "archive.sqlite")
    with Archive.open(tmp_path / "archive.sqlite", create=False) as made:
        ours, theirs = (
            {one.report_id: one for one in archive.current_reports()} for archive in (demo.archive, made)
        )
        assert ours == theirs
        known = made.known([header.doc_id for header in demo.archive.headers()])
        assert known == demo.archive.known(list(known))
        assert {article.text for article in made.articles()} == {""}


def test_judgements_runs_and_a_base_of_ones_own_come_back(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.sqlite") as archive, History(tmp_path / HISTORY_FILE) as history:
        filled(archive, 20)
        left, right, *_ = sorted(kept.report_id for kept in archive.current_reports())
        number = archive.judge(Judgement(left, right, "same", "النص واحد \u202e", "سلمى", JUDGED))
        archive.judge(Judgement(left, right, "different", "اثنان", "سلمى", JUDGED))
        archive.undo(number, Undoing("سهو", "سلمى", JUDGED))
        profile = Profile(Names("https://data.example.org/"))
        write(tmp_path / "liqaa.nq", "nquads", history, keep_up(archive, history), profile)
        log = archive.judgements()
    (tmp_path / "made").mkdir()
    assert import_rdf(tmp_path / "liqaa.nq", tmp_path / "made/archive.sqlite").judgements == 2
    assert exported_again(tmp_path / "made", "nquads", profile) == (tmp_path / "liqaa.nq").read_bytes()
    with Archive.open(tmp_path / "made/archive.sqlite", create=False) as made:
        assert [(one.pair, one.verdict, one.undone is None) for one in made.judgements()] == [
            (one.pair, one.verdict, one.undone is None) for one in log
        ]


def test_the_development_articles_make_the_round_trip(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.sqlite") as archive, History(tmp_path / HISTORY_FILE) as history:
        development_articles(archive)
        write(tmp_path / "liqaa.trig", "trig", history, keep_up(archive, history), Profile())
    (tmp_path / "made").mkdir()
    import_rdf(tmp_path / "liqaa.trig", tmp_path / "made/archive.sqlite")
    assert exported_again(tmp_path / "made", "trig") == (tmp_path / "liqaa.trig").read_bytes()


def changed(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def cut(share: float) -> Callable[[str], str]:
    return lambda text: text[: int(len(text) * share)]


def lines_cut(text: str) -> str:
    """So cut that what is left is well formed."""
    return "".join(text.splitlines(keepends=True)[:-40])


def without_a_line(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if "ontology#salience>" not in line or "/id/e-" not in line)


BASE = "https://w3id.org/liqaa/"
ID = f"{BASE}id/"
RUNS = f"<{BASE}graph/run"
NAME = "nameAsReported"
LIQAA = "https://w3id.org/liqaa/ontology#"

# What is done to a good export, in which format, and what is said of it.
BAD: list[tuple[str, Callable[[str], str], str]] = [
    ("nquads", lambda _: '<urn:a> <urn:b> "foreign" .\n', "no export of Liqaa"),
    ("nquads", lambda _: "", "no export of Liqaa"),
    ("nquads", lambda text: text + text.replace(f"{BASE}dataset", "https://x.org/dataset"), "several"),
    ("nquads", cut(0.5), "cut off"),
    ("nquads", lines_cut, "cut off"),
    ("ntriples", lines_cut, "cut off"),
    ("trig", cut(0.7), "damaged or cut off"),
    ("turtle", cut(0.7), "damaged or cut off"),
    ("jsonld", cut(0.7), "damaged or cut off"),
    ("nquads", without_a_line, "lacks"),
    ("nquads", changed("/ontology/0.2.0>", "/ontology/9.0.0>"), "written in .*9.0.0, and this Liqaa reads"),
    ("nquads", changed(f"<{ID}a-", f"<{ID}a b-"), "damaged or cut off"),
    ("nquads", changed(f"<{ID}r-", f"<{ID}تقرير-"), "holds|lacks|not of the form"),
    ("trig", lambda text: text.replace("d:r-", "d:تقرير-"), "not of the form"),
    ("nquads", changed(f'{LIQAA}{NAME}> "', f'{LIQAA}{NAME}> "\u202e'), rf"U\+202E in .*{NAME}"),
    ("nquads", changed(f'{LIQAA}{NAME}> "', f'{LIQAA}{NAME}> "\\u202E'), rf"U\+202E in .*{NAME}"),
    ("trig", changed('nameAsReported "', 'nameAsReported "\\U00002067'), r"U\+2067"),
    ("jsonld", changed('"nameAsReported":{"@value":"', '"nameAsReported":{"@value":"\u2066'), r"U\+2066"),
    ("nquads", changed(f'{LIQAA}start> "', f'{LIQAA}start> "x'), "no whole number"),
    (
        "nquads",
        changed(f"<{LIQAA}status-occurred> {RUNS}", f"<{LIQAA}status-maybe> {RUNS}"),
        "'maybe', which is none of",
    ),
    ("nquads", lambda text: text + f'<{ID}e-000000000000> <urn:x> "more" .\n', "says more than"),
    ("nquads", changed('confidence> "', 'confidence> "sure'), "no number"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "change", "said"), BAD)
def test_what_is_no_export_is_refused_and_nothing_is_imported(
    demo: Demo, tmp_path: Path, form: str, change: Callable[[str], str], said: str
) -> None:
    bad = tmp_path / demo.files[form].name
    bad.write_text(change(demo.files[form].read_text(encoding="utf-8")), encoding="utf-8")
    (tmp_path / "made").mkdir()
    with pytest.raises(ImportRefusedError, match=said) as refused:
        import_rdf(bad, tmp_path / "made/archive.sqlite")
    assert str(refused.value).startswith(str(bad)) and str(refused.value).endswith("Nothing was imported.")
    assert list((tmp_path / "made").iterdir()) == []


def test_a_part_or_an_export_without_quotes_is_no_archive(demo: Demo, tmp_path: Path) -> None:
    for name, profile, said in (
        ("bare.nq", Profile(quotes=False), "without quotes"),
        ("part.nq", Profile(selection=Selection(("EG",))), "only a part .party=EG."),
    ):
        write(tmp_path / name, "nquads", demo.history, demo.state, profile)
        with pytest.raises(ImportRefusedError, match=said):
            import_rdf(tmp_path / name, tmp_path / "archive.sqlite")


def test_an_archive_that_is_there_stays_as_it_is(demo: Demo, tmp_path: Path) -> None:
    shutil.copy(demo.folder / "archive.sqlite", tmp_path)
    before = (tmp_path / "archive.sqlite").read_bytes()
    with pytest.raises(ImportRefusedError, match="already, and an import makes a new one"):
        import_rdf(demo.files["trig"], tmp_path / "archive.sqlite")
    assert (tmp_path / "archive.sqlite").read_bytes() == before
    for path, said in (
        (tmp_path / "no.trig", "no such file"),
        (tmp_path, "no folder that"),
        (Path(__file__), "says the format"),
    ):
        with pytest.raises(ImportRefusedError, match=said):
            import_rdf(path, tmp_path / "new" / "archive.sqlite")
    assert not list((tmp_path / "new").glob("*"))
