"""Floors under the quality of extraction: pinned in ``floors.yml`` with the corpus they were measured on."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from gold_scorer import Annotated, Figures

FILE = Path(__file__).with_name("floors.yml")
_HEADER = """\
# Figures of extraction on the development articles that must not be undercut, with the files they hold for.
# Written by `python tests/quality floors`, which raises them; `--lower` is needed to let one fall.
"""
# Every figure that can have a floor, and where the scorer puts it. All rise as extraction gets better.
FIGURES: Mapping[str, tuple[str, ...]] = {
    "events_f1": ("events", "f1"),
    "events_precision": ("events", "precision"),
    "visit_f1": ("by_type", "visit", "f1"),
    "call_f1": ("by_type", "call", "f1"),
    "talks_f1": ("by_type", "talks", "f1"),
    "honor_f1": ("by_type", "honor", "f1"),
    "whole_events_f1": ("whole_event", "f1"),
    "participants_f1": ("participants", "f1"),
    "topics_f1": ("topics", "f1"),
    "role": ("attributes", "role", "share"),
    "name": ("attributes", "name", "share"),
    "office": ("attributes", "office", "share"),
    "status": ("attributes", "status", "share"),
    "date_when_given": ("attributes", "date_when_given", "share"),
    "place_country": ("attributes", "place_country", "share"),
    "evidence_verbatim": ("evidence_verbatim", "share"),
    "names_standing": ("names_standing", "share"),
}


class FloorError(Exception):
    """The floors can not be written, or the file is wrong; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors by figure, and the SHA-256 of each file they were measured on by its name."""

    corpus: Mapping[str, str]
    floors: Mapping[str, float]


def load(path: Path = FILE) -> Floors:
    """The pinned floors.

    Raises:
        FloorError: a key or a value is wrong.
    """
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or sorted(data) != ["corpus", "floors"]:
        raise FloorError(f"{path.name}: it must have the keys corpus and floors, and no other")
    for name, value in data["floors"].items():
        if name not in FIGURES:
            raise FloorError(f"{path.name}: floors.{name} is no figure; known: {', '.join(FIGURES)}")
        if not isinstance(value, int | float) or not 0 < value <= 1:
            raise FloorError(f"{path.name}: floors.{name} must be a share above 0, not {value!r}")
    return Floors(data["corpus"], data["floors"])


def corpus_of(articles: Annotated) -> dict[str, str]:
    """The SHA-256 of the two files of annotated articles by name."""
    paths = (articles.docs_path, articles.gold_path)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def measured(scored: Figures) -> dict[str, float]:
    """Every figure that can have a floor."""
    out: dict[str, float] = {}
    for name, path in FIGURES.items():
        value: Any = scored
        for key in path:
            value = value.get(key) if value is not None else None
        out[name] = float(value or 0.0)
    return out


def below(pinned: Floors, now: Mapping[str, float]) -> list[str]:
    """The figures that undercut their floor, one sentence each."""
    return [
        f"{name} is {now[name]:.4f}, below {floor}"
        for name, floor in pinned.floors.items()
        if now[name] < floor
    ]


def moved(
    pinned: Floors,
    now: Mapping[str, float],
    corpus: Mapping[str, str],
    *,
    lower: bool = False,
    every: bool = False,
) -> Floors:
    """The floors to write: each as high as the figure measured, rounded down to the hundredth.

    Args:
        pinned: the floors as they are.
        now: the figures measured.
        corpus: hashes of the files they were measured on.
        lower: let a floor fall to what was measured, and take another corpus.
        every: pin every figure, not only those pinned so far.

    Raises:
        FloorError: a figure undercuts its floor, or the corpus is another, and ``lower`` is not given.
    """
    if not lower:
        faults = below(pinned, now)
        if dict(pinned.corpus) != dict(corpus):
            faults.append("the annotated articles are not those the floors were measured on")
        if faults:
            raise FloorError(f"{'; '.join(faults)}. Nothing was written; --lower accepts it.")
    floors = {}
    for name in FIGURES if every else pinned.floors:
        reached = math.floor(now[name] * 100 + 1e-9) / 100
        floors[name] = reached if lower else max(reached, pinned.floors.get(name, 0.0))
    return Floors(dict(corpus), {name: floor for name, floor in floors.items() if floor > 0})


def write(floors: Floors, path: Path = FILE) -> None:
    """Write the floors; ``load`` reads back the same."""
    body = yaml.safe_dump({"corpus": dict(floors.corpus), "floors": dict(floors.floors)}, sort_keys=False)
    path.write_text(_HEADER + body, encoding="utf-8")
