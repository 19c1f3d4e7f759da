"""The quality of extraction does not fall: floors on annotated articles, and every event of the seed page."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import quality_floors
import unread
import versions
from error_classes import classify
from gold_scorer import Annotated, Event, figures, scorer
from quality_floors import FloorError, Floors
from system_changes import compare

PROGRAM = Path(__file__).parent
LEAST_TOLD = 195  # of 351 main events at triggers that no rule read when they were drawn; only rises
System = dict[str, list[Event]]


def test_no_figure_undercuts_its_floor(development: Annotated, development_system: System) -> None:
    pinned = quality_floors.load()
    assert quality_floors.corpus_of(development) == pinned.corpus, "floors.yml was measured on other articles"
    now = quality_floors.measured(figures(development, development_system)[0])
    assert quality_floors.below(pinned, now) == []


def test_every_name_stands_in_its_article(development: Annotated, development_system: System) -> None:
    assert figures(development, development_system)[0]["names_standing"]["share"] == 1


def test_every_main_event_of_the_seed_page_is_found(seed: Annotated, seed_system: System) -> None:
    _, errors = figures(seed, seed_system)
    assert [event for kind, _, event in errors if kind == "missed"] == []
    assert len([event for kind, _, event in errors if kind == "spurious"]) <= 1


def test_headlines_of_the_seed_page_give_background_only(seed: Annotated, seed_system: System) -> None:
    main = [e for e in seed_system["seed"] if e["salience"] == "main"]
    text = seed.docs["seed"]["text"]
    headlines = text.index("مقالات مشابهة")
    assert main
    assert all(text.index(e["evidence"]) < headlines for e in main)


# -- the command and what it stands on, on the gold itself and on spoilt copies of it --


def test_the_gold_is_right_against_itself(development: Annotated) -> None:
    now = quality_floors.measured(figures(development, development.gold)[0])
    assert now == dict.fromkeys(now, 1.0)
    assert classify(development.gold, development.gold) == {}


def test_error_classes_count_every_error_of_the_scorer(
    development: Annotated, development_system: System
) -> None:
    _, errors = figures(development, development_system)
    found = classify(development.gold, development_system)
    for kind in ("missed", "spurious"):
        counted = sum(len(examples) for name, examples in found.items() if name.startswith(f"{kind}:"))
        assert counted == sum(error[0] == kind for error in errors)


def test_gains_and_losses_tell_what_became_of_each_event(development: Annotated) -> None:
    doc_id, events = next((d, e) for d, e in sorted(development.gold.items()) if len(e) >= 2)
    old = {doc_id: copy.deepcopy(events)}
    new = {doc_id: copy.deepcopy(events[1:])}
    new[doc_id][0]["status"] = "cancelled"
    new["other"] = [copy.deepcopy(events[0])]
    changes = compare(old, new, {doc_id: events})
    assert [(c.doc_id, c.kind, c.verdict) for c in changes] == [
        (doc_id, "changed", "worse"),
        (doc_id, "vanished", "right"),
        ("other", "appeared", ""),
    ]
    assert changes[0].fields == (f"status: {events[1]['status']} -> cancelled",)


def test_nothing_changed_between_equal_files(development_system: System) -> None:
    assert compare(development_system, copy.deepcopy(development_system)) == []


@pytest.mark.usefixtures("corpus")
def test_of_held_articles_only_figures_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    held = versions.articles_of(versions.HELD)
    doc_id, events = next((d, e) for d, e in sorted(held.gold.items()) if e)
    old: System = {key: [] for key in held.docs}
    versions.compare(old, {**old, doc_id: copy.deepcopy(events), "other": copy.deepcopy(events)}, limit=9)
    shown = capsys.readouterr().out
    assert "held" in shown
    assert "[other]" in shown
    assert doc_id not in shown


@pytest.mark.usefixtures("corpus")
def test_labels_tell_what_is_newly_read_at_their_triggers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = unread.read_now(tmp_path)
    unread.print_newly_read({key: [] for key in reports}, reports)
    counts = capsys.readouterr().out.rpartition("labelled triggers")[2]
    right, wrong = (int(counts.split(reading)[1].split()[0]) for reading in ("right", "no event stated"))
    assert right > wrong > 0
    assert "lost" not in counts


def test_the_command_prints_the_figures_of_the_shared_scorer(
    development: Annotated, development_system: System, tmp_path: Path
) -> None:
    saved = tmp_path / "system.jsonl"
    rows = [{"doc_id": doc_id, "events": events} for doc_id, events in development_system.items()]
    saved.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    ours = _run("score", str(saved), "--errors", "0").stdout.splitlines()
    command = map(str, (scorer().__file__, development.gold_path, saved, "--docs", development.docs_path))
    theirs = subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    ).stdout.splitlines()
    shown = {line.replace("_", " ") for line in theirs}
    assert shown <= {line.replace("_", " ") for line in ours}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("score", "no-such-file.jsonl"), 1), (("compare", "only-one.jsonl"), 2), (("no-such-command",), 2)],
)
def test_wrong_use_ends_with_a_code(arguments: tuple[str, ...], code: int) -> None:
    done = _run(*arguments)
    assert done.returncode == code
    assert done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("corpus")
def test_labels_of_unread_triggers_point_into_the_corpus_and_some_are_told(tmp_path: Path) -> None:
    rows = unread.label_rows()
    assert all(row["at"]["start"] < row["at"]["end"] for row in rows)
    told = unread.told(unread.read_now(tmp_path))
    assert told.total() == sum(bool(row["event"]) for row in rows)  # every article is still in the corpus
    assert told["main", True] >= LEAST_TOLD


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, str(PROGRAM), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, encoding="utf-8"
    )


# -- floors --

CORPUS = {"dev.docs.jsonl": "1", "dev.gold.jsonl": "2"}
PINNED = Floors(CORPUS, {"events_f1": 0.7, "status": 0.9})


def now(**figures: float) -> dict[str, float]:
    return {**dict.fromkeys(quality_floors.FIGURES, 0.5), **figures}


def test_floors_rise_to_what_is_measured_rounded_down() -> None:
    moved = quality_floors.moved(PINNED, now(events_f1=0.7191, status=0.9), CORPUS)
    assert moved.floors == {"events_f1": 0.71, "status": 0.9}


def test_a_floor_falls_only_when_told() -> None:
    worse = now(events_f1=0.6999, status=0.95)
    with pytest.raises(FloorError, match=r"events_f1 is 0\.6999, below"):
        quality_floors.moved(PINNED, worse, CORPUS)
    assert quality_floors.moved(PINNED, worse, CORPUS, lower=True).floors == {
        "events_f1": 0.69,
        "status": 0.95,
    }


def test_floors_of_other_articles_are_not_taken_over() -> None:
    other = {**CORPUS, "dev.gold.jsonl": "3"}
    with pytest.raises(FloorError, match="not those the floors were measured on"):
        quality_floors.moved(PINNED, now(events_f1=1.0, status=1.0), other)
    assert quality_floors.moved(PINNED, now(status=1.0), other, lower=True).corpus == other


def test_every_figure_can_be_pinned() -> None:
    moved = quality_floors.moved(PINNED, now(events_f1=1.0, status=1.0), CORPUS, every=True)
    assert set(moved.floors) == set(quality_floors.FIGURES)


def test_floors_are_read_back_as_written(tmp_path: Path) -> None:
    quality_floors.write(PINNED, tmp_path / "floors.yml")
    assert quality_floors.load(tmp_path / "floors.yml") == PINNED


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("floors: {}", "keys corpus and floors"),
        ("{corpus: {}, floors: {speed: 0.5}}", "floors.speed is no figure"),
        ("{corpus: {}, floors: {status: high}}", "floors.status must be a share"),
        ("{corpus: {}, floors: {status: 90}}", "floors.status must be a share"),
    ],
)
def test_a_wrong_floors_file_says_what_is_wrong(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "floors.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FloorError, match=fault):
        quality_floors.load(path)
