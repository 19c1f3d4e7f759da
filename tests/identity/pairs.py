"""Pairs of reports to be judged by reading: some that are one event now, some that are nearly so.

A merged pair is a report of an event and another of the same event, as many as there are merges (one less
than the event has reports). A near miss is two events of one type that share two parties, lie within a
fortnight, and are neither one nor linked; its two reports are those most alike. The file to be read says
nothing of which is which.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus_reports import Corpus
from liqaa.graph.events.heirs import whereabouts_of
from liqaa.graph.identity import Resolution
from liqaa.graph.judging.review import candidates
from liqaa.ontology.judgement import pair_of
from liqaa.ontology.model import Report
from verdicts import is_linked, named_by, row_of


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


def draw(resolution: Resolution, reports: Mapping[str, Report], seed: int, each: int) -> list[Drawn]:
    """Draw merged pairs and near misses.

    Args:
        resolution: of the reports.
        reports: by id.
        seed: the same seed draws the same pairs of the same resolution.
        each: how many of both kinds, fewer where there are fewer.

    Returns:
        The pairs, mixed.
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
    near = [pair for pair in near if not is_linked(resolution, pair.left, pair.right)]
    drawn = [*_some(merged, each, chance), *_some(near, each, chance)]
    chance.shuffle(drawn)
    return drawn


def _some(pairs: Iterable[Drawn], count: int, chance: random.Random) -> list[Drawn]:
    whole = sorted(set(pairs))
    return chance.sample(whole, min(count, len(whole)))


def write_texts(
    drawn: Iterable[Drawn], corpus: Corpus, titles: Mapping[str, str], seed: int, out: Path
) -> None:
    """Write the pairs to be read, a line each, with a place for the verdict and the reason.

    Args:
        drawn: the pairs, in the order in which they are to be read.
        corpus: where their reports are.
        titles: headline by article; none for one that is not there.
        seed: of the draw.
        out: the file.
    """
    with out.open("w", encoding="utf-8") as file:
        for pair in drawn:
            left, right = corpus.reports[pair.left], corpus.reports[pair.right]
            row = {
                "left": row_of(whereabouts_of(left)),
                "right": row_of(whereabouts_of(right)),
                "named": [named_by(left), named_by(right)],
                "draw": seed,
                "found": None,
                "why": "",
                "texts": [_text(report, corpus, titles.get(report.doc_id, "")) for report in (left, right)],
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _text(report: Report, corpus: Corpus, title: str) -> list[object]:
    """What a reader needs of a report."""
    who = " | ".join(f"{p.role} {p.country}: {p.name or ''} / {p.office or ''}" for p in report.principals)
    article = f"{report.doc_id} · {corpus.published[report.doc_id]} · {corpus.sources[report.doc_id]}"
    what = f"{report.type} {report.status} · {report.date} · {report.place} ({report.place_country})"
    return [article, title, what, who, report.evidence]
