"""The shape of the graph of the shared corpus: what the synthesised graph is drawn from, without its words.

usage: python tests/benchmarks/shape.py --reports FILE

FILE is what ``python tests/identity corpus --reports FILE`` keeps of the shared corpus. What is written to
``shape.json`` holds numbers and codes of the vocabulary only: no name and no sentence of a newspaper.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "identity"))

import corpus_reports
from liqaa.graph.identity import resolve
from liqaa.graph.projection.projection import Projection, project
from liqaa.graph.schema import Edge
from liqaa.ingest.jobs.labels import load_labels

SHAPE = Path(__file__).with_name("shape.json")
PATTERNS = 1500
"""Events that are kept as patterns, drawn by seed."""


@dataclass(frozen=True)
class Citation:
    """An article, as far as the kept reports tell of it."""

    doc_id: str
    source: str
    date: str | None
    title: str = ""
    url: str | None = None
    sketch: str = ""


def main() -> None:
    """Measure the corpus and write the shape."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reports", type=Path, required=True, help="file of what the corpus reports")
    corpus = corpus_reports.load(parser.parse_args().reports)
    resolution = resolve(corpus.reports, published=corpus.published)
    articles = {
        doc_id: Citation(doc_id, corpus.sources[doc_id], day) for doc_id, day in corpus.published.items()
    }
    extractors = dict.fromkeys(corpus.reports, "1")
    graph = project(resolution, corpus.reports, articles, load_labels(), extractors=extractors)
    shape = shape_of(graph)
    lines = (f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in shape.items())
    SHAPE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(shape['events'])} patterns of {len(resolution.events)} events in {SHAPE.name}")


def shape_of(graph: Projection) -> dict[str, Any]:
    """What the synthesised graph is drawn from.

    Returns:
        ``parties`` (codes, the most frequent first), ``topics`` (ids), ``skew`` (exponent of Zipf's law of
        the actors of one party), ``held`` (share of people seen with an office), ``reports_an_article``,
        ``linked`` (share of events with a link, by its type), ``redirects`` (former ids an event) and
        ``events``, patterns of real events.
    """
    edges = _by_type(graph.edges)
    events = {node.id: node.properties for node in graph.nodes if node.label == "Event"}
    reports = {node.id: node.properties for node in graph.nodes if node.label == "Report"}
    actors = {node.id: node.properties for node in graph.nodes if node.label == "Actor"}
    party_of = {edge.source: edge.target for edge in edges["REPRESENTS"]}
    land_of = {edge.source: edge.target for edge in edges["IN"]}
    parts, tellings = _grouped(edges["TOOK_PART"], "target"), _grouped(edges["REPORTS"], "target")
    places, topics = _grouped(edges["AT"], "source"), _grouped(edges["ABOUT"], "source")
    standing = Counter(party_of[edge.source] for edge in edges["TOOK_PART"] if edge.source in party_of)
    patterns = [
        [
            *(
                event[name]
                for name in ("type", "subtype", "status", "salience", "date_precision", "disputed")
            ),
            [_part(edge, actors, party_of) for edge in parts[event_id]],
            [land_of.get(edge.target, "") for edge in places[event_id]],
            [edge.target for edge in topics[event_id]],
            [len(str(reports[edge.source]["quote"])) for edge in tellings[event_id]],
        ]
        for event_id, event in sorted(events.items())
    ]
    return {
        "parties": [code for code, _ in sorted(standing.items(), key=lambda item: (-item[1], item[0]))],
        "topics": sorted({edge.target for edge in edges["ABOUT"]}),
        "skew": round(_skew(edges["TOOK_PART"], party_of, actors), 3),
        "held": round(
            len({edge.source for edge in edges["HELD"]})
            / max(1, sum(_named(one) for one in actors.values())),
            3,
        ),
        "reports_an_article": round(len(reports) / len({edge.target for edge in edges["IN_ARTICLE"]}), 3),
        "linked": {
            name: round(len(edges[name]) / len(events), 4)
            for name in ("FULFILLED_BY", "CANCELLED_BY", "PART_OF")
        },
        "redirects": round(sum(node.label == "Redirect" for node in graph.nodes) / len(events), 4),
        "events": random.Random(1).sample(patterns, min(PATTERNS, len(patterns))),
    }


def _part(edge: Edge, actors: dict[str, Any], party_of: dict[str, str]) -> list[Any]:
    """A part: role, party, kind of actor, whether it has a name, whether an office is given."""
    one = actors[edge.source]
    named, office = _named(one), edge.properties["office"] is not None
    return [edge.properties["role"], party_of.get(edge.source), one["kind"], int(named), int(office)]


def _named(actor: dict[str, Any]) -> bool:
    return bool(actor["named"])


def _skew(parts: Iterable[Edge], party_of: dict[str, str], actors: dict[str, Any]) -> float:
    """The exponent by which the parts of a party's people fall with their rank, over parties of thirty."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for edge in parts:
        if edge.source in party_of and _named(actors[edge.source]):
            counts[party_of[edge.source]][edge.source] += 1
    slopes = [_slope(sorted(one.values(), reverse=True)) for one in counts.values() if len(one) >= 30]
    return -sum(slopes) / len(slopes) if slopes else 1.0


def _slope(counts: Sequence[int]) -> float:
    """Slope of log count over log rank, least squares."""
    xs = [math.log(rank) for rank in range(1, len(counts) + 1)]
    ys = [math.log(count) for count in counts]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - mean_x) ** 2 for x in xs)


def _by_type(edges: Iterable[Edge]) -> dict[str, list[Edge]]:
    found: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        found[edge.type].append(edge)
    return found


def _grouped(edges: Iterable[Edge], end: str) -> dict[str, list[Edge]]:
    found: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        found[getattr(edge, end)].append(edge)
    return found


if __name__ == "__main__":
    main()
