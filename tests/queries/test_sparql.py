"""Every SPARQL example answers over an export what its Cypher answers in a store."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from an_export import answer, answer_of_rdflib, store_of_file, store_of_graph
from liqaa.graph.rdf.export import write
from liqaa.graph.rdf.header import Profile
from liqaa.graph.rdf.history import History
from liqaa.graph.stores.delta import diff
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.store import LADYBUG_FILE, Store
from liqaa.ingest.archive.archive import Archive
from liqaa.ingest.jobs.facts import facts_at, keep_up
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue, sparql
from liqaa.queries.header import CatalogueError
from region import REGION
from told_archive import filled

CATALOGUE = catalogue.load(fold)
EXAMPLES = sparql.examples()

Pair = tuple[Store, pyoxigraph.Store]

# Questions about the region made by hand; the columns and rows are compared whole.
ASKED: list[tuple[str, dict[str, str]]] = [
    ("actor_timeline", {"name": "العبادي"}),
    ("actor_timeline", {"name": "سامر العبادي", "from": "2030-03-02", "to": "2030-06-01"}),
    ("actor_timeline", {"name": "الشافعي", "types": "talks,honor"}),
    ("actor_timeline", {"name": "الشافعي", "statuses": "planned"}),
    ("actor_timeline", {"name": "a-minister"}),
    ("actor_timeline", {"name": "لا أحد"}),
    ("at_one_remove", {"name": "العبادي"}),
    ("at_one_remove", {"name": "مارتيني"}),
    ("at_one_remove", {"name": "الراوي", "from": "2030-06-01"}),
    ("at_one_remove", {"name": "العبادي", "least": "2"}),
    ("office", {"party": "IQ", "office": "وزير الدفاع"}),
    ("office", {"party": "العراق", "office": "وزير", "to": "2030-06-30", "types": "talks"}),
    ("office", {"party": "JO", "office": "وزير الدفاع"}),
    ("in_period", {"from": "2030-03-01", "to": "2030-06-30"}),
    ("in_period", {"types": "talks"}),
    ("party_timeline", {"party": "العراق"}),
    ("party_timeline", {"party": "EG", "from": "2030-03-01", "to": "2030-03-31"}),
    ("partners", {"name": "العبادي"}),
    ("partners", {"name": "العبادي", "least": "2"}),
    ("partners", {"name": "يلماز", "types": "call", "from": "2030-05-12"}),
    ("two_actors", {"first": "العبادي", "second": "يلماز"}),
    ("two_actors", {"first": "يلماز", "second": "الشافعي", "types": "talks", "statuses": "occurred"}),
    ("two_parties", {"first": "JO", "second": "تركيا"}),
    ("two_parties", {"first": "مصر", "second": "الأردن", "from": "2030-03-01", "to": "2030-03-31"}),
    ("two_parties", {"first": "EG", "second": "IQ", "statuses": "planned,cancelled"}),
]


def filled_store(folder: Path, graph: object) -> LadybugStore:
    store = LadybugStore(folder / LADYBUG_FILE)
    store.prepare()
    store.apply(diff(graph, store.digests()))  # type: ignore[arg-type]
    return store


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    with filled_store(tmp_path_factory.mktemp("region"), REGION) as store:
        yield store, store_of_graph(REGION)


@pytest.fixture(scope="module")
def newspaper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """A whole way: articles, archive, graph in a store and export in a file."""
    folder = tmp_path_factory.mktemp("newspaper")
    with Archive.open(folder / "archive.sqlite") as archive, History(folder / "history.sqlite") as history:
        filled(archive, 90)
        state = keep_up(archive, history)
        write(folder / "liqaa.trig", "trig", history, state, Profile())
        graph = facts_at(archive, archive.newest_moment()).graph
    with filled_store(folder, graph) as store:
        yield store, store_of_file(folder / "liqaa.trig")


def compared(pair: Pair, name: str, given: dict[str, str]) -> int:
    query = CATALOGUE.find(name)
    rows = list(CATALOGUE.run(query, pair[0], given).rows)
    assert answer(pair[1], query, EXAMPLES[query.name], CATALOGUE.bind(query, given)) == rows
    return len(rows)


@pytest.mark.parametrize(("name", "given"), ASKED)
def test_an_example_answers_what_its_cypher_answers(region: Pair, name: str, given: dict[str, str]) -> None:
    compared(region, name, given)


def test_most_questions_have_an_answer(region: Pair) -> None:
    assert sum(compared(region, name, given) > 0 for name, given in ASKED) >= len(ASKED) - 4


def test_an_example_answers_what_its_cypher_answers_on_every_store(stores: dict[str, Store]) -> None:
    exported = store_of_graph(REGION)
    for store in stores.values():
        store.apply(diff(REGION, store.digests()))
        assert sum(compared((store, exported), name, given) for name, given in ASKED) > 60


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("actor_timeline", {"name": "كارتر"}),
        ("at_one_remove", {"name": "كارتر"}),
        ("office", {"party": "US", "office": "وزير الدفاع"}),
        ("partners", {"name": "Carter"}),
        ("two_actors", {"first": "كارتر", "second": "سلمان"}),
        ("two_parties", {"first": "US", "second": "SA"}),
    ],
)
def test_an_export_answers_what_the_store_of_the_same_archive_answers(
    newspaper: Pair, name: str, given: dict[str, str]
) -> None:
    compared(newspaper, name, given)


@pytest.mark.parametrize("asked", dict(reversed(ASKED)).items(), ids=itemgetter(0))
def test_an_example_answers_the_same_in_rdflib(region: Pair, asked: tuple[str, dict[str, str]]) -> None:
    """Its users are many, and of an aggregate over what is not bound it makes an error."""
    query = CATALOGUE.find(asked[0])
    graph = rdflib.Dataset(default_union=True)
    graph.parse(data=region[1].dump(format=pyoxigraph.RdfFormat.N_QUADS), format="nquads")
    values = CATALOGUE.bind(query, asked[1])
    rows = answer(region[1], query, EXAMPLES[query.name], values)
    assert answer_of_rdflib(graph, query, EXAMPLES[query.name], values) == rows
    assert rows


def test_every_who_met_whom_question_has_an_example_that_runs_as_it_lies(region: Pair) -> None:
    asked = {name for name in CATALOGUE.queries if name.startswith("who_met_whom/")}
    assert set(EXAMPLES) == asked
    for name, text in EXAMPLES.items():
        query = CATALOGUE.queries[name]
        assert sparql.with_values(query, text, CATALOGUE.bind(query, query.example)) == text
        assert text.splitlines()[0] == f"# {query.title_ar} · {query.title_en}"
        region[1].query(text, use_default_graph_as_union=True)


def test_an_example_with_other_parameters_is_refused() -> None:
    query = CATALOGUE.find("partners")
    with pytest.raises(CatalogueError, match="must name, in order, name, from, to, types, least"):
        sparql.with_values(query, EXAMPLES["who_met_whom/actor_timeline"], {})


def test_a_parameter_cannot_break_out_of_its_quotes(region: Pair) -> None:
    query = CATALOGUE.find("partners")
    values = CATALOGUE.bind(query, {"name": "x"}) | {"name": '" "" ) } SELECT \\" \n'}
    assert answer(region[1], query, EXAMPLES[query.name], values) == []
