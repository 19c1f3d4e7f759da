"""Pairs of reports to be judged by reading: some that are one event now, some that are nearly so.

A merged pair is a report of an event and another of the same event, as many as there are merges (one less
than the event has reports). A near miss is two events of one type that share two parties, lie within a
fortnight, and are neither one nor linked; its two reports are those most alike.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus_reports import Corpus
from liqaa.graph.identity import Resolution
from liqaa.graph.review import candidates
from liqaa.ontology.judgement import pair_of
from liqaa.ontology.model import Report

VERDICTS = Path(__file__).with_name("verdicts.jsonl")


@dataclass(frozen=True, slots=True, order=True)
class Drawn:
    """A pair of reports.

    Attributes:
        left: id of one.
        right: id of the other.
        merged: whether they are one event.
    """

    left: str
    right: str
    merged: bool


@dataclass(frozen=True, slots=True, order=True)
class Verdict:
    """What a reader found of a pair: one event or two; None where the texts do not tell."""

    left: str
    right: str
    same: bool | None
    by: str


def draw(resolution: Resolution, reports: Mapping[str, Report], seed: int, each: int) -> list[Drawn]:
    """Draw merged pairs and near misses.

    Args:
        resolution: of the reports.
        reports: by id.
        seed: the same seed draws the same pairs of the same resolution.
        each: how many of both kinds, fewer where there are fewer.
    """
    chance = random.Random(seed)
    merged = [
        Drawn(*pair_of(one, chance.choice([id_ for id_ in event.reports if id_ != one])), True)
        for event in resolution.events
        for one in event.reports[1:]
    ]
    near = [
        Drawn(pair.left, pair.right, False)
        for pair in candidates(resolution, reports)
        if pair.kind == "event" and not pair.merged
    ]
    return [*_some(merged, each, chance), *_some(near, each, chance)]


def _some(pairs: Iterable[Drawn], count: int, chance: random.Random) -> list[Drawn]:
    whole = sorted(set(pairs))
    return sorted(chance.sample(whole, min(count, len(whole))))


def write_texts(pairs: Iterable[Drawn], corpus: Corpus, out: Path) -> None:
    """Write the pairs to be read, a line each, with a place for the verdict."""
    with out.open("w", encoding="utf-8") as file:
        for pair in pairs:
            row: dict[str, object] = {
                "left": pair.left,
                "right": pair.right,
                "merged": pair.merged,
                "same": None,
            }
            for side in (pair.left, pair.right):
                row[f"text of {side}"] = _text(corpus.reports[side], corpus)
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _text(report: Report, corpus: Corpus) -> list[object]:
    """What a reader needs of a report."""
    who = " | ".join(f"{p.role} {p.country}: {p.name or ''} / {p.office or ''}" for p in report.principals)
    article = f"{report.doc_id} · {corpus.published[report.doc_id]} · {corpus.sources[report.doc_id]}"
    what = f"{report.type} {report.status} · {report.date} · {report.place} ({report.place_country})"
    return [article, what, who, report.evidence]


def read_verdicts(path: Path = VERDICTS) -> list[Verdict]:
    """The verdicts kept in the repository; none before there are any."""
    if not path.exists():
        return []
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Verdict(row["left"], row["right"], row["same"], row["by"]) for row in rows]


def keep_verdicts(read: Path, by: str, path: Path = VERDICTS) -> int:
    """Take the verdicts out of a file of texts that somebody has read: ids and verdict, nothing else.

    Returns:
        How many pairs were read.
    """
    rows = [json.loads(line) for line in read.read_text(encoding="utf-8").splitlines() if line.strip()]
    new = {(row["left"], row["right"], by): row["same"] for row in rows if row.get("read")}
    old = {(v.left, v.right, v.by): v.same for v in read_verdicts(path)}
    lines = [
        json.dumps({"left": left, "right": right, "same": same, "by": who})
        for (left, right, who), same in sorted((old | new).items())
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(new)


@dataclass(frozen=True, slots=True)
class Figures:
    """What the verdicts say of a resolution.

    Attributes:
        merged: pairs read that are one event now.
        right: those of them that are one event.
        near: pairs read that are two events now, and not linked: a plan is not what became of it.
        missed: those of them that are one event.
        linked: pairs read that are linked now.
        unclear: pairs of which the texts do not tell.
        gone: pairs of which a report is no longer made.
    """

    merged: int
    right: int
    near: int
    missed: int
    linked: int
    unclear: int
    gone: int


def figures(resolution: Resolution, verdicts: Iterable[Verdict]) -> Figures:
    """Hold verdicts against a resolution, whichever the pairs were drawn from."""
    counts = dict.fromkeys(Figures.__slots__, 0)
    linked = {pair_of(link.source, link.target) for link in resolution.links}
    for verdict in verdicts:
        one, other = (resolution.event_of.get(id_) for id_ in (verdict.left, verdict.right))
        if one is None or other is None:
            counts["gone"] += 1
        elif verdict.same is None:
            counts["unclear"] += 1
        elif one == other:
            counts["merged"] += 1
            counts["right"] += verdict.same
        elif pair_of(one, other) in linked:
            counts["linked"] += 1
        else:
            counts["near"] += 1
            counts["missed"] += verdict.same
    return Figures(**counts)
