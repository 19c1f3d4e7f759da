"""The installed command line, run as a person would: real processes, real archive, real stores."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from liqaa.graph.stores.store import Store
from neo4j_server import Server

LIQAA = Path(sys.executable).with_name("liqaa")
EVENT_FIELDS = {
    *("type", "subtype", "status", "salience", "participants", "date", "date_text", "place", "place_country"),
    *("topics", "evidence", "event_id", "offsets", "rule", "confidence", "signals"),
}
ARTICLE = {
    "doc_id": "t-1",
    "source": "اختبار",
    "url": "https://news.example.org/t/1",
    "date": "2030-05-08",
    "title": "مباحثات في القاهرة",
    "text": "التقى وزير الخارجية المصري حسام الشافعي نظيره التركي مراد يلماز في القاهرة اليوم الأربعاء.",
}
NOWHERE = {"NEO4J_URI": "bolt://127.0.0.1:9", "NEO4J_PASSWORD": "none"}


def liqaa(
    *words: str | Path, cwd: Path, stdin: str | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the installed program, away from whatever the developer's environment says of stores."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "LIQAA_"))}
    return subprocess.run(
        [LIQAA, *words],
        cwd=cwd,
        input=stdin,
        env=clean | (env or {}),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def done(*words: str | Path, cwd: Path, stdin: str | None = None, env: dict[str, str] | None = None) -> str:
    """What a run that must succeed says."""
    run = liqaa(*words, cwd=cwd, stdin=stdin, env=env)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo ran; what it said is in said.txt."""
    folder = tmp_path_factory.mktemp("demo")
    folder.joinpath("said.txt").write_text(done("demo", cwd=folder), encoding="utf-8")
    return folder


def rows_of(demo: Path, name: str, *words: str) -> list[dict[str, object]]:
    found = json.loads(done("query", name, *words, "--data", "liqaa-demo", "--format", "json", cwd=demo))
    assert isinstance(found, list)
    return found


def news(folder: Path, articles: Iterable[dict[str, str]] = (ARTICLE,), name: str = "news.jsonl") -> Path:
    path = folder / name
    lines = (json.dumps(article, ensure_ascii=False) for article in articles)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_demo_shows_a_timeline_and_what_to_try(demo: Path) -> None:
    said = (demo / "said.txt").read_text(encoding="utf-8")
    assert "Read 18 articles: 18 new" in said
    assert "سامر العبادي (الأردن)" in said and "2030-05-07" in said
    commands = [line.split() for line in said.partition("Try next:")[2].splitlines() if line.strip()]
    assert [words[:2] for words in commands] == [
        ["liqaa", "query"],
        ["liqaa", "query"],
        ["liqaa", "explain"],
        ["liqaa", "ingest"],
    ]
    for words in commands[:3]:
        assert done(*words[1:], cwd=demo)


def test_what_the_demo_suggests_to_ask_has_answers(demo: Path) -> None:
    rows = rows_of(demo, "two_parties", "--param", "first=مصر", "--param", "second=تركيا")
    assert [row["type"] for row in rows] == ["call"]


def test_a_second_demo_changes_nothing(demo: Path) -> None:
    said = done("demo", cwd=demo)
    assert "0 new, 0 changed, 0 read again, 18 unchanged" in said
    assert "(0 new, 0 changed, 0 removed)" in said


def test_the_demo_stays_away_from_real_data(tmp_path: Path) -> None:
    done("demo", cwd=tmp_path, env={"LIQAA_DATA": str(tmp_path / "real"), **NOWHERE})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["liqaa-demo"]


def test_queries_are_listed(tmp_path: Path) -> None:
    listed = json.loads(done("query", "--format", "json", cwd=tmp_path))
    assert {"who_met_whom/actor_timeline", "who_met_whom/two_parties"} <= {row["name"] for row in listed}


def test_json_and_csv_give_the_same_rows(demo: Path) -> None:
    words = ("query", "actor_timeline", "--param", "name=لوكا مارتيني", "--data", "liqaa-demo", "--format")
    in_json = json.loads(done(*words, "json", cwd=demo))
    in_csv = list(csv.DictReader(io.StringIO(done(*words, "csv", cwd=demo))))
    assert len(in_json) == len(in_csv) >= 2
    for one, other in zip(in_json, in_csv, strict=True):
        assert list(one) == list(other)
        assert (one["event_id"], one["quote"]) == (other["event_id"], other["quote"])
        assert " | ".join(one["with_whom"]) == other["with_whom"]


def test_the_browser_kit_is_written(tmp_path: Path) -> None:
    listed = json.loads(done("browser-kit", "kit", "--http", "http://h:1", "--format", "json", cwd=tmp_path))
    assert sorted(row["file"] for row in listed) == sorted(
        str(path.relative_to(tmp_path)) for path in (tmp_path / "kit").iterdir()
    )
    assert len(listed) == 6
    assert "http://h:1/browser/?dbms=" in (tmp_path / "kit" / "links.html").read_text(encoding="utf-8")


def test_explain_writes_a_page(demo: Path) -> None:
    row = rows_of(demo, "actor_timeline", "--param", "name=مارتيني", "--param", "types=talks")[0]
    event_id = str(row["event_id"])
    said = done("explain", event_id, "--out", "why.html", "--data", "liqaa-demo", cwd=demo)
    assert said == "why.html\n"
    page = (demo / "why.html").read_text(encoding="utf-8")
    assert 'dir="rtl"' in page and "<mark" in page and event_id in page
    assert str(row["link"]) in page


def test_explain_in_the_terminal_takes_the_beginning_of_an_id(demo: Path) -> None:
    row = rows_of(demo, "actor_timeline", "--param", "name=مارتيني", "--param", "types=talks")[0]
    event_id = str(row["event_id"])
    said = done("explain", event_id[:-2], "--data", "liqaa-demo", cwd=demo)
    assert said.startswith(event_id)
    assert str(row["quote"]) in said
    assert "\x1b" not in said


def test_status_counts(demo: Path) -> None:
    rows = json.loads(done("status", "--data", "liqaa-demo", "--format", "json", cwd=demo))
    found = {row["what"]: row["value"] for row in rows}
    assert found["articles"] == 18
    assert found["reports"] == found["reports in the store"] > 0
    assert found["last run ended"] > found["last run began"]


def test_doctor_finds_nothing_wrong(demo: Path) -> None:
    rows = json.loads(done("doctor", "--data", "liqaa-demo", "--format", "json", cwd=demo))
    found = {row["what"]: row for row in rows}
    assert {row["state"] for row in rows} <= {"ok", "missing"}
    assert all(
        found[what]["state"] == "ok" for what in ("vocabulary", "lexicon", "extractor", "store ladybug")
    )


def test_doctor_makes_nothing(tmp_path: Path) -> None:
    done("doctor", cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_doctor_says_what_to_do_about_a_server_that_is_away(tmp_path: Path) -> None:
    run = liqaa("doctor", "--format", "json", cwd=tmp_path, env=NOWHERE)
    assert run.returncode == 1
    (failed,) = [row for row in json.loads(run.stdout) if row["state"] == "failed"]
    assert failed["what"] == "store neo4j" and "NEO4J_URI" in failed["advice"]


def test_extract_writes_every_field_with_true_offsets(tmp_path: Path) -> None:
    other = ARTICLE | {"doc_id": "t-2", "text": "فاز المنتخب في مباراة الأمس على ضيفه بهدفين دون رد."}
    news(tmp_path, [ARTICLE, other])
    done("extract", "news.jsonl", "--out", "events.jsonl", cwd=tmp_path)
    first, second = map(json.loads, (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines())
    assert (first["doc_id"], second) == ("t-1", {"doc_id": "t-2", "events": []})
    event = next(event for event in first["events"] if event["offsets"]["evidence"]["field"] == "text")
    assert set(event) == EVENT_FIELDS
    where = event["offsets"]["evidence"]
    assert ARTICLE["text"][where["start"] : where["end"]] == event["evidence"]
    for who, offsets in zip(event["participants"], event["offsets"]["participants"], strict=True):
        if offsets["name"]:
            assert ARTICLE["text"][offsets["name"]["start"] : offsets["name"]["end"]] == who["name"]


def test_extract_reads_standard_input(tmp_path: Path) -> None:
    said = done("extract", "-", "--out", "events.jsonl", cwd=tmp_path, stdin=json.dumps(ARTICLE))
    assert "1 articles" in said


def test_ingest_again_changes_nothing_and_a_new_text_replaces(tmp_path: Path) -> None:
    path = news(tmp_path)
    done("ingest", path, cwd=tmp_path)
    assert "1 unchanged" in done("ingest", path, cwd=tmp_path)
    news(tmp_path, [ARTICLE | {"text": "لا خبر اليوم.", "title": "لا خبر"}])
    said = done("ingest", path, cwd=tmp_path)
    assert "1 changed" in said and "Graph of liqaa-data: 0 events" in said


def test_a_bad_article_is_an_issue_and_the_good_ones_arrive(tmp_path: Path) -> None:
    path = news(tmp_path)
    path.write_text("{broken\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    run = liqaa("ingest", path, cwd=tmp_path)
    assert run.returncode == 0
    assert "Read 1 articles" in run.stdout
    (line,) = run.stderr.splitlines()  # a journal is read by line
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ WARNING .*news\.jsonl:1 ", line)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["qurey"], "Did you mean 'query'"),
        (["query", "actor_timelin"], "actor_timeline"),
        (["query", "actor_timeline"], "name"),
        (["query", "actor_timeline", "--param", "nam=x"], "Did you mean name?"),
        (["query", "actor_timeline", "--param", "name"], "--param name=value"),
        (["query", "actor_timeline", "--param", "name=x", "--param", "name=y"], "name is given twice"),
        (["query", "actor_timeline", "--param", "name=x", "--param", "from=yesterday"], "2021-03-15"),
        (["query", "actor_timeline", "--param", "name=x", "--param", "types=vist"], "visit"),
        (["query", "actor_timeline", "--param", "name=مارتينز", "--data", "liqaa-demo"], "لوكا مارتيني"),
        (
            ["query", "two_parties", "--param", "first=فرنسة", "--param", "second=x", "--data", "liqaa-demo"],
            "No party 'x'",
        ),
        (
            ["query", "visits/calendar", "--param", "country=الأرذن", "--data", "liqaa-demo"],
            "الأردن · Jordan (JO)",
        ),
        (
            [
                "query",
                "office",
                "--param",
                "party=JO",
                "--param",
                "office=وزير الخارجيه جدا",
                "--data",
                "liqaa-demo",
            ],
            "No office 'وزير الخارجيه جدا' in the graph. Did you mean وزير الخارجية",
        ),
        (
            ["query", "about_topic", "--param", "topic=قضية لم تذكر", "--data", "liqaa-demo"],
            "No topic 'قضية لم تذكر'",
        ),
        (
            ["query", "event_words", "--param", "event=e-none", "--data", "liqaa-demo"],
            "No event 'e-none' in the graph.",
        ),
        (
            [
                "query",
                "in_window",
                "--param",
                "from=2030-05-09",
                "--param",
                "to=2030-05-01",
                "--data",
                "liqaa-demo",
            ],
            "Did you mean from=2030-05-01 and to=2030-05-09?",
        ),
        (["browser-kit"], "OUT"),
        (["browser-kit", "kit", "--http", "graph.example.org"], "--http"),
        (["browser-kit", "kit", "--bolt", "http://graph.example.org"], "--bolt"),
        (["register", "US", "QQ"], "No sheet for QQ"),
        (["register", "--year", "1999"], "--year"),
        (["query", "--format", "xml"], "table"),
        (["query", "--store", "mysql"], "ladybug"),
        (["ingest"], "INPUT"),
        (["extract", "news.jsonl"], "--out"),
        (["extract", "news.jsonl", "--out", "x", "--workers", "0"], "--workers"),
        (["explain", "e-none", "--data", "liqaa-demo"], "No event 'e-none'"),
        (["explain", "", "--data", "liqaa-demo"], "event_id"),
        (["explain", "e-", "--data", "liqaa-demo"], "events begin with 'e-'"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_says_what_to_do(demo: Path, words: list[str], says: str) -> None:
    run = liqaa(*words, cwd=demo, env={"COLUMNS": "400"})
    assert run.returncode == 2
    assert run.stdout == ""
    assert says in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("words", "env", "says"),
    [
        (["query", "actor_timeline", "--param", "name=x", "--data", "none"], {}, "No archive in none"),
        (["status", "--data", "none"], {}, "liqaa ingest"),
        (["explain", "e-1", "--data", "none"], {}, "liqaa ingest"),
        (["ingest", "none.jsonl"], {}, "none.jsonl"),
        (["extract", "none.jsonl", "--out", "x.jsonl"], {}, "none.jsonl"),
        (["ingest", "news.jsonl", "--data", "news.jsonl"], {}, "news.jsonl"),
        (["extract", "news.jsonl", "--out", "no/such/folder/x.jsonl"], {}, "folder/x.jsonl can not"),
        (
            ["extract", "news.jsonl", "--out", "/no/such/folder/x.jsonl"],
            {},
            "folder/x.jsonl can not",
        ),
        (["status", "--data", "broken"], {}, "archive.sqlite"),
        (["ingest", "news.jsonl"], NOWHERE, "127.0.0.1:9"),
        (["ingest", "news.jsonl", "--store", "neo4j"], {}, "NEO4J_URI"),
    ],
)
def test_a_failed_run_says_what_to_do_in_one_line(
    tmp_path: Path, words: list[str], env: dict[str, str], says: str
) -> None:
    news(tmp_path)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "archive.sqlite").write_bytes(b"no database at all" * 100)
    run = liqaa(*words, cwd=tmp_path, env={"COLUMNS": "400", **env})
    assert run.returncode == 1
    assert says in run.stderr
    assert "Traceback" not in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_a_run_in_which_most_inputs_fail_says_so_without_a_trace(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("{\n" * 60, encoding="utf-8")
    for words in (["ingest", "bad.jsonl"], ["extract", "bad.jsonl", "--out", "x.jsonl"]):
        run = liqaa(*words, cwd=tmp_path)
        assert run.returncode == 1
        assert "liqaa: 60 of 60 inputs failed" in run.stderr
        assert "Traceback" not in run.stderr


def test_asking_makes_no_files(tmp_path: Path) -> None:
    liqaa("query", "actor_timeline", "--param", "name=x", cwd=tmp_path)
    liqaa("status", cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_debug_shows_the_trace(tmp_path: Path) -> None:
    run = liqaa("--debug", "status", cwd=tmp_path)
    assert run.returncode == 1 and "Traceback" in run.stderr


def test_a_new_archive_does_not_empty_a_filled_graph(tmp_path: Path) -> None:
    path = news(tmp_path)
    done("ingest", path, cwd=tmp_path)
    for part in (tmp_path / "liqaa-data").glob("archive.sqlite*"):
        part.unlink()
    run = liqaa("ingest", path, cwd=tmp_path)
    assert run.returncode == 1 and "--replace" in run.stderr
    assert "1 new" in done("ingest", path, "--replace", cwd=tmp_path)


def test_the_data_folder_may_come_from_the_environment(tmp_path: Path) -> None:
    env = {"LIQAA_DATA": str(tmp_path / "elsewhere")}
    done("ingest", news(tmp_path), cwd=tmp_path, env=env)
    assert (tmp_path / "elsewhere" / "archive.sqlite").exists()
    assert "elsewhere" in done("status", cwd=tmp_path, env=env)


def test_arabic_comes_out_whatever_the_locale_says(demo: Path) -> None:
    env = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    words = ("query", "actor_timeline", "--param", "name=مارتيني", "--data", "liqaa-demo")
    assert "سامر العبادي" in done(*words, cwd=demo, env=env)


@pytest.mark.parametrize("name", ["لوكا مارتيني", "Luca Martini", "لوقا مارتيني", "Martini"])
def test_a_name_is_found_in_either_script_and_any_spelling(demo: Path, name: str) -> None:
    rows = rows_of(demo, "actor_timeline", "--param", f"name={name}")
    assert rows == rows_of(demo, "actor_timeline", "--param", "name=لوكا مارتيني") != []


def test_the_register_says_who_is_known_when(tmp_path: Path) -> None:
    words = ("register", "us", "af", "--year", "2024", "--format", "json")
    rows = {(row["party"], row["office"]): row for row in json.loads(done(*words, cwd=tmp_path))}
    assert rows["US", "defence_minister"]["held"] == "2012-2024"
    assert rows["US", "defence_minister"]["without"] == ""
    assert rows["AF", "head_of_state"]["without"] == "2022-2024"
    gaps = json.loads(done(*words, "--gaps", cwd=tmp_path))
    assert {row["party"] for row in gaps} == {"AF"}


def test_a_reader_that_goes_away_is_no_error(demo: Path) -> None:
    command = f"set -o pipefail; {LIQAA} query | head -c 1 > /dev/null; {LIQAA} query > /dev/null"
    run = subprocess.run(["bash", "-c", command], cwd=demo, capture_output=True, text=True, check=False)
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_an_answer_for_which_there_is_no_room(tmp_path: Path) -> None:
    command = f"{LIQAA} query > /dev/full"
    run = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr.splitlines()) == (
        1,
        ["liqaa: No room is left on the disk that is written to: free some space, then run this again."],
    )


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["query", "--help"], ["--version"]])
def test_help_and_version(tmp_path: Path, words: list[str]) -> None:
    assert "liqaa" in done(*words, cwd=tmp_path)


def test_neo4j_gives_the_rows_of_the_embedded_store(
    demo: Path, tmp_path: Path, neo4j_store: Store, neo4j_server: Server
) -> None:
    """The same articles, once into each store, asked through the command line alone."""
    articles = Path(__file__).parents[2] / "ingest" / "demo" / "articles.jsonl"
    env = neo4j_server.environ
    assert "18 new" in done("ingest", articles, cwd=tmp_path, env=env)
    assert not (tmp_path / "liqaa-data" / "graph.lbug").exists()
    words = ("--param", "name=لوكا مارتيني", "--format", "json")
    rows = json.loads(done("query", "actor_timeline", *words, cwd=tmp_path, env=env))
    assert rows == rows_of(demo, "actor_timeline", "--param", "name=لوكا مارتيني") != []
    statuses = json.loads(done("status", "--format", "json", cwd=tmp_path, env=env))
    assert any(str(row["value"]).startswith("neo4j 5.26") for row in statuses)


def test_a_judgement_is_kept_listed_and_undone(tmp_path: Path) -> None:
    # Further apart than a misread day, in other words than a reprint, and near enough to be doubted.
    text = "عقد وزير الخارجية المصري حسام الشافعي مباحثات مع نظيره التركي مراد يلماز في القاهرة اليوم السبت."
    later = {**ARTICLE, "doc_id": "t-2", "date": "2030-05-18", "text": text}
    done("ingest", news(tmp_path, (ARTICLE, later)), "--data", "d", cwd=tmp_path)

    def events() -> list[str]:
        words = ("query", "actor_timeline", "--param", "name=حسام الشافعي", "--data", "d", "--format", "json")
        return [str(row["event_id"]) for row in json.loads(done(*words, cwd=tmp_path))]

    before = events()
    assert len(before) == 2
    (pair,) = json.loads(done("review", "--kind", "event", "--data", "d", "--format", "json", cwd=tmp_path))
    assert (pair["now"], bool(pair["for"]), bool(pair["against"])) == ("two", True, True)
    data = ("--data", "d", "--by", "محررة")
    assert "Judgement 1" in done("judge", "same", *before, "--why", "لقاء واحد", *data, cwd=tmp_path)
    (merged,) = events()
    assert merged in before
    assert (
        json.loads(done("review", "--kind", "event", "--data", "d", "--format", "json", cwd=tmp_path)) == []
    )
    former = next(event for event in before if event != merged)
    for event in before:
        words = ("query", "event_words", "--param", f"event={event}", "--data", "d", "--format", "json")
        assert len(json.loads(done(*words, cwd=tmp_path))) == 2
    assert merged in done("explain", former, "--data", "d", cwd=tmp_path)
    done("judge", "undo", "1", "--why", "لقاءان", *data, cwd=tmp_path)
    assert events() == before
    (entry,) = json.loads(done("judgements", "--data", "d", "--format", "json", cwd=tmp_path))
    assert (entry["verdict"], entry["why"], entry["by"], entry["undone_why"]) == (
        "same",
        "لقاء واحد",
        "محررة",
        "لقاءان",
    )


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("same", "e-1"), 2, "two ids"),
        (("undo", "1", "2"), 2, "one judgement"),
        (("same", "e-1", "e-2"), 2, "--why"),
        (("maybe", "e-1", "e-2"), 2, "maybe"),
        (("undo", "one"), 2, "no number"),
        (("undo", "7"), 1, "not in the log"),
        (("same", "e-1", "e-2", "--why", "x"), 1, "No event, report or actor"),
    ],
)
def test_a_judgement_that_means_nothing_is_refused(
    demo: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    run = liqaa("judge", *words, "--data", "liqaa-demo", cwd=demo)
    assert run.returncode == code
    assert says in run.stderr
