"""Every curated query over the development articles gives the same rows on each store."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from corpus_articles import development_articles
from liqaa.graph.delta import diff
from liqaa.graph.projection import Projection
from liqaa.graph.store import Store
from liqaa.ingest.archive import Archive
from liqaa.ingest.job_facts import facts_at
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue
from questions import questions
from synthesis import Drawn

SHELF = catalogue.load(fold)
ASKED_OF_EACH = 4
# Of every question of a kind; planned/cancelled and the like find nothing in some quarters.
LEAST_ANSWERED = 0.5


def targets(graph: Projection, kind: str) -> dict[str, list[str]]:
    """Where the relationships of a type lead, by where they begin."""
    found: dict[str, list[str]] = {}
    for edge in graph.edges:
        if edge.type == kind:
            found.setdefault(edge.source, []).append(edge.target)
    return found


def drawn_from(graph: Projection) -> Drawn:
    """What a graph holds to ask for."""
    drawn = Drawn()
    took_part = targets(graph, "TOOK_PART")
    drawn.actors = Counter({actor: len(events) for actor, events in took_part.items()})
    drawn.pairs = sorted((edge.source, edge.target) for edge in graph.edges if edge.type == "MET")
    between = targets(graph, "BETWEEN")
    drawn.parties = Counter(party for parties in between.values() for party in parties)
    for parties in between.values():
        drawn.party_pairs.update(combinations(sorted(parties), 2))
    names = {node.id: str(node.properties["name_ar"]) for node in graph.nodes if node.label == "Office"}
    of = targets(graph, "OF")
    drawn.offices = [(party, names[office]) for office in sorted(of) for party in of[office]]
    drawn.topics = Counter(topic for topics in targets(graph, "ABOUT").values() for topic in topics)
    events = [node for node in graph.nodes if node.label == "Event"]
    drawn.events = [node.id for node in events]
    drawn.visits = [node.id for node in events if node.properties["type"] == "visit"]
    return drawn


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Projection:
    """The graph of the development articles."""
    with Archive.open(tmp_path_factory.mktemp("development") / "archive.sqlite") as archive:
        development_articles(archive)
        return facts_at(archive, archive.newest_moment()).graph


def test_every_store_gives_the_same_rows(graph: Projection, stores: dict[str, Store]) -> None:
    for store in stores.values():
        store.apply(diff(graph, store.digests()))
    drawn = drawn_from(graph)
    answered = asked = 0
    for query in SHELF.queries.values():
        for question in questions(query, SHELF, drawn, ASKED_OF_EACH):
            given = {name: written(value) for name, value in question.parameters.items()}
            embedded, *servers = [SHELF.run(query, store, given).rows for store in stores.values()]
            assert all(rows == embedded for rows in servers), (query.name, given)
            asked += 1
            answered += bool(embedded)
    assert answered > LEAST_ANSWERED * asked


def written(value: object) -> str:
    """A parameter as a person gives it."""
    return ",".join(value) if isinstance(value, list) else str(value)
