"""What every store promises, on the embedded one, Neo4j 5.26 and Neo4j 2026."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hand_built import SMALL, actor, edge, event, large, party, projection, report
from liqaa.graph.projection.projection import Projection
from liqaa.graph.schema import EDGES, NODES
from liqaa.graph.stores import ladybug_store, neo4j_store, rows
from liqaa.graph.stores.delta import Delta, StoreDigests, diff, digests_of
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.neo4j_store import Neo4jStore
from liqaa.graph.stores.store import Store, StoreError

EVERYTHING = "MATCH (n) WHERE n.digest IS NOT NULL RETURN count(n) AS nodes"


def load(store: Store, desired: Projection) -> Delta:
    """Bring a store to a projection, and say what that took."""
    delta = diff(desired, store.digests())
    store.apply(delta)
    return delta


def test_prepare_twice_and_start_empty(store: Store) -> None:
    store.prepare()
    store.prepare()
    assert store.digests() == StoreDigests({}, {})


def test_digests_round_trip_and_applying_again_changes_nothing(store: Store) -> None:
    first = load(store, SMALL)
    assert len(first.put_nodes) == len(SMALL.nodes)
    assert store.digests() == digests_of(SMALL)
    assert load(store, SMALL).empty
    store.apply(first)
    assert store.digests() == digests_of(SMALL)


def test_an_empty_delta_is_nothing(store: Store) -> None:
    load(store, SMALL)
    store.apply(Delta())
    assert store.digests() == digests_of(SMALL)


def test_what_is_no_longer_supported_is_removed(store: Store) -> None:
    load(store, SMALL)
    fewer = Projection(
        tuple(n for n in SMALL.nodes if n.id not in {"e-2", "a-envoy"}),
        tuple(e for e in SMALL.edges if not {"e-2", "a-envoy"} & {e.source, e.target}),
    )
    delta = load(store, fewer)
    assert {key[1] for key in delta.remove_nodes} == {"e-2", "a-envoy"}
    assert store.digests() == digests_of(fewer)
    load(store, projection())
    assert store.run(EVERYTHING, {}).rows == ((0,),)


def test_one_of_two_parallel_relationships_is_removed(store: Store) -> None:
    load(store, SMALL)
    one_role = Projection(
        SMALL.nodes,
        tuple(e for e in SMALL.edges if (e.source, e.target, e.key) != ("a-milley", "e-6", "party")),
    )
    assert len(load(store, one_role).remove_edges) == 1
    assert store.digests() == digests_of(one_role)


def test_changed_properties_replace_the_old_ones(store: Store) -> None:
    load(store, projection(event("e-1", "visit", "2021-03-14", subtype="working")))
    changed = projection(event("e-1", "call", None, subtype=None))
    load(store, changed)
    said = store.run("MATCH (e:Event) RETURN e.type AS type, e.subtype AS subtype, e.date AS date", {})
    assert said.rows == (("call", None, None),)
    assert store.digests() == digests_of(changed)


@pytest.mark.parametrize("written", [0, 1, 4, 9, 14, 20])
def test_a_run_killed_between_batches_is_finished_by_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    """Whatever number of batches got through, diff and apply again end in the same graph."""
    load(store, large(10))
    with monkeypatch.context() as patch:
        patch.setattr(rows, "BATCH", 20)
        die_after(written, patch)
        with pytest.raises(KeyboardInterrupt):
            store.apply(diff(SMALL, store.digests()))
    assert store.digests() != digests_of(SMALL)
    load(store, SMALL)
    assert store.digests() == digests_of(SMALL)


def die_after(written: int, patch: pytest.MonkeyPatch) -> None:
    """Interrupt the program when the store asks for one batch more than this."""
    asked = count()

    def dying(batches: Callable[[object], Iterator[object]]) -> Callable[[object], Iterator[object]]:
        def until_killed(parts: object) -> Iterator[object]:
            for batch in batches(parts):
                if next(asked) == written:
                    raise KeyboardInterrupt
                yield batch

        return until_killed

    for module in (ladybug_store, neo4j_store):
        for name in ("edge_key_batches", "node_key_batches", "node_batches", "edge_batches"):
            patch.setattr(module, name, dying(getattr(module, name)))


KILLED = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from hand_built import SMALL, large
from liqaa.graph.stores import ladybug_store, rows
from liqaa.graph.stores.delta import diff
rows.BATCH = 5
store = ladybug_store.LadybugStore(Path(sys.argv[1]))
store.prepare()
store.apply(diff(large(10), store.digests()))
batches = ladybug_store.edge_batches
def until_killed(parts):
    for number, batch in enumerate(batches(parts)):
        if number == 3:
            os.kill(os.getpid(), 9)
        yield batch
ladybug_store.edge_batches = until_killed
store.apply(diff(SMALL, store.digests()))
"""


def test_a_killed_process_leaves_an_embedded_store_that_the_next_run_finishes(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    tests = str(Path(__file__).resolve().parents[1])
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), tests], check=False)
    assert done.returncode == -9
    with LadybugStore(path) as store:
        store.prepare()
        found = store.digests()
        assert found.nodes.keys() == digests_of(SMALL).nodes.keys()
        assert 0 < len(found.edges) < len(SMALL.edges)
        load(store, SMALL)
        assert store.digests() == digests_of(SMALL)


@pytest.mark.parametrize("kept", [0.03, 0.2, 0.5, 0.77, 0.98])
@pytest.mark.parametrize("damaged", [False, True])
def test_a_log_torn_anywhere_is_passed_over_and_the_next_run_finishes(
    tmp_path: Path, kept: float, damaged: bool
) -> None:
    """A killed process may leave the end of the log half-written, or written in part with other bytes."""
    path, log = tmp_path / "graph.lbug", tmp_path / "graph.lbug.wal"
    tests = str(Path(__file__).resolve().parents[1])
    subprocess.run([sys.executable, "-c", KILLED, str(path), tests], check=False)
    whole = log.read_bytes()
    torn = bytearray(whole[: int(kept * len(whole))])
    if damaged:
        torn[-100:-60] = bytes(40)
    log.write_bytes(torn)
    with LadybugStore(path) as store:
        store.prepare()
        load(store, SMALL)
        assert store.digests() == digests_of(SMALL)
    with LadybugStore(path) as store:
        assert store.digests() == digests_of(SMALL)


def test_batches_of_any_size_give_the_same_graph(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "BATCH", 1)
    load(store, SMALL)
    assert store.digests() == digests_of(SMALL)


@pytest.mark.parametrize(
    "words",
    [
        "x'}) DETACH DELETE n //",
        'he said "{id: 1}" `n` \\\' \\n $name',
        "MATCH (n) DETACH DELETE n; DROP TABLE Event;",
        "😀 لقاء \u200f\u202eمعكوس\u202c\u200b \ufeff",
        "\x01\x02\x1f\x7f\ttab\r\nline",
        "',],[]{}|&%",
        "null",
        "2021-03-14",
        "",
        "أ" * 100_000,
    ],
    ids=lambda words: ascii(words[:20]),
)
def test_hostile_words_are_data(store: Store, words: str) -> None:
    desired = projection(
        report("r-1", words),
        report(f"r-{words[:50]}", "id"),
        actor("a-1", words, aliases=(words, words)),
        event("e-1", "talks", "2021-03-15", title=words),
        edge("TOOK_PART", "a-1", "e-1", words[:50], role=words),
        edge("REPORTS", f"r-{words[:50]}", "e-1"),
    )
    load(store, desired)
    assert store.digests() == digests_of(desired)
    said = store.run(
        "MATCH (a:Actor)-[t:TOOK_PART]->(e:Event {title: $words}) "
        "RETURN a.name AS name, a.aliases AS aliases, t.role AS role",
        {"words": words},
    )
    assert said.rows == ((words, (words, words), words),)


def test_a_relationship_without_its_ends_is_an_error_that_names_it(store: Store) -> None:
    load(store, projection(actor("a-1", "محمد زكي"), event("e-1", "call", None)))
    dangling = (edge("TOOK_PART", "a-1", "e-1"), edge("TOOK_PART", "a-1", "e-404"))
    with pytest.raises(StoreError, match="1 of 2 TOOK_PART"):
        store.apply(Delta(put_edges=dangling))


def test_a_node_that_does_not_fit_is_refused_and_the_rest_stays(store: Store) -> None:
    load(store, SMALL)
    odd = replace(event("e-9", "visit", None), properties={"type": "visit"})
    with pytest.raises(ValueError, match=r"Event e-9: properties missing or not in the schema: date,"):
        store.apply(Delta(put_nodes=(odd,)))
    assert store.digests() == digests_of(SMALL)


def test_a_refused_statement_is_explained(store: Store) -> None:
    with pytest.raises(StoreError, match="refused"):
        store.run("MATCH (n:Event RETURN n", {})


def test_a_whole_node_is_no_answer(store: Store) -> None:
    load(store, SMALL)
    with pytest.raises(StoreError, match="return properties"):
        store.run("MATCH (e:Event {id: 'e-1'}) RETURN e AS whole", {})


def test_ten_thousand_nodes(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    desired = large(3_200)
    begun = time.perf_counter()
    load(store, desired)
    loaded = time.perf_counter()
    assert store.digests() == digests_of(desired)
    read = time.perf_counter()
    with capsys.disabled():
        print(
            f"\n{store.name} {store.version}: {len(desired.nodes)} nodes and {len(desired.edges)} "
            f"relationships written in {loaded - begun:.1f} s, digests read in {read - loaded:.2f} s"
        )


# What only Neo4j has.


@pytest.fixture(params=["neo4j_store", "neo4j_2026_store"])
def server(request: pytest.FixtureRequest) -> Neo4jStore:
    """Each Neo4j in turn."""
    found: Neo4jStore = request.getfixturevalue(request.param)
    return found


def test_further_labels_follow_the_properties(server: Neo4jStore) -> None:
    load(server, SMALL)
    labels = "MATCH (n {id: $id}) UNWIND labels(n) AS label RETURN label ORDER BY label"
    assert server.run(labels, {"id": "e-1"}).rows == (("Event",), ("Occurred",), ("Visit",))
    assert server.run(labels, {"id": "UN"}).rows == (("Organisation",), ("Party",))
    assert server.run(labels, {"id": "HAMAS"}).rows == (("Authority",), ("Party",))
    server.apply(Delta(put_nodes=(event("e-1", "honor", None, status="planned"),)))
    assert server.run(labels, {"id": "e-1"}).rows == (("Event",), ("Honor",), ("Planned",))


def test_an_unknown_event_type_has_no_label_and_is_refused(server: Neo4jStore) -> None:
    with pytest.raises(ValueError, match=r"Event\.type: no label for parade"):
        server.apply(Delta(put_nodes=(event("e-1", "parade", None),)))


def test_every_id_is_unique_and_every_look_up_has_its_index(server: Neo4jStore) -> None:
    unique = server.run(
        "SHOW CONSTRAINTS YIELD labelsOrTypes AS labels, properties RETURN labels, properties", {}
    )
    assert {row for row in unique.rows if row[1] == ("id",)} == {((table.label,), ("id",)) for table in NODES}
    states = server.run(
        "SHOW INDEXES YIELD name, type, state WHERE name STARTS WITH 'liqaa_' RETURN type, state", {}
    )
    assert {row[1] for row in states.rows} == {"ONLINE"}
    assert {row[0] for row in states.rows} == {"RANGE", "TEXT", "FULLTEXT"}


def test_full_text_finds_another_form_of_an_arabic_word(server: Neo4jStore) -> None:
    """The analyzer strips the article and the ending, which no plain comparison does."""
    load(server, SMALL)
    hits = server.run(
        "CALL db.index.fulltext.queryNodes('liqaa_texts', $words) YIELD node "
        "RETURN node.id AS id ORDER BY id",
        {"words": "مباحثة"},
    )
    assert ("d-2",) in hits.rows


def test_a_graph_of_others_is_left_alone(server: Neo4jStore) -> None:
    driver = server._driver
    driver.execute_query("CREATE (:Event {id: 'theirs'})-[:BETWEEN]->(:Party {id: 'them'})")
    try:
        load(server, SMALL)
        assert server.digests() == digests_of(SMALL)
        load(server, projection())
        server.clear()
        left = server.run("MATCH (e:Event)-[:BETWEEN]->(p:Party) RETURN e.id AS event, p.id AS party", {})
        assert left.rows == (("theirs", "them"),)
    finally:
        driver.execute_query("MATCH (n) WHERE n.id IN ['theirs', 'them'] DETACH DELETE n")


def test_a_reading_statement_cannot_write(server: Neo4jStore) -> None:
    with pytest.raises(StoreError, match="refused"):
        server.run("CREATE (:Event {id: 'e-1'})", {})
    assert server.digests() == StoreDigests({}, {})


def test_the_hand_built_graph_uses_every_table() -> None:
    assert {n.label for n in SMALL.nodes} == {table.label for table in NODES}
    assert {e.type for e in SMALL.edges} == {table.type for table in EDGES}
    assert party("US", "x", "y").properties["search"] == "| us | x | y |"
