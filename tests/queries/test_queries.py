"""What the curated queries answer on the hand-built graph, and that every store answers the same."""

from __future__ import annotations

import random

import pytest
from hand_built import SMALL, large
from liqaa.graph.projection.projection import Projection
from liqaa.graph.stores.delta import Delta, diff
from liqaa.graph.stores.store import Store
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue

CATALOGUE = catalogue.load(fold)
RNG = random.Random(20210315)

ACTOR = "who_met_whom/actor_timeline"
PARTIES = "who_met_whom/two_parties"
HONORS = "honors/of_an_actor"
EVIDENCE = "evidence/event_words"
VERSIONS = "evidence/event_versions"
PLANS = "planned/without_outcome"
PROGRAMME = "visits/programme"


def shuffled(whole: Projection) -> Delta:
    """All of a projection, in an order of chance."""
    nodes, edges = list(whole.nodes), list(whole.edges)
    RNG.shuffle(nodes)
    RNG.shuffle(edges)
    return Delta(put_nodes=tuple(nodes), put_edges=tuple(edges))


def ask(store: Store, query: str, /, **given: str) -> list[dict[str, object]]:
    """Rows of a query by column name; ``from_`` stands for ``from``."""
    answer = CATALOGUE.run(CATALOGUE.find(query), store, {key.rstrip("_"): given[key] for key in given})
    names = [column.name for column in answer.columns]
    return [dict(zip(names, row, strict=True)) for row in answer.rows]


@pytest.fixture
def small(ladybug_store: Store) -> Store:
    """The embedded store with the hand-built graph."""
    ladybug_store.apply(shuffled(SMALL))
    return ladybug_store


def test_the_timeline_says_all_of_a_meeting(small: Store) -> None:
    rows = ask(small, ACTOR, name="ميلي", from_="2021-03-15", to="2021-03-15", types="talks")
    assert rows == [
        {
            "date": "2021-03-15",
            "precision": "day",
            "type": "talks",
            "status": "occurred",
            "who": "مارك ميلي",
            "with_whom": ("أفيف كوخافي (إسرائيل)", "مبعوث خاص"),
            "place": ("تل أبيب",),
            "topics": ("التسليح", "التعاون العسكري"),
            "quote": "بحث ميلي مع كوخافي التعاون العسكري بين الجيشين.",
            "link": "https://example.org/d-1",
            "event_id": "e-2",
        }
    ]


@pytest.mark.parametrize(
    ("name", "given", "events"),
    [
        (ACTOR, {"name": "مارك ميلي"}, ["e-6", "e-1", "e-2", "e-3", "e-5", "e-4"]),
        (ACTOR, {"name": "مَارِك  مِيلِى"}, ["e-6", "e-1", "e-2", "e-3", "e-5", "e-4"]),
        (ACTOR, {"name": "الجنرال"}, ["e-6", "e-1", "e-2", "e-3", "e-5", "e-4"]),
        (ACTOR, {"name": "MILLEY"}, ["e-6", "e-1", "e-2", "e-3", "e-5", "e-4"]),
        (ACTOR, {"name": "a-milley", "types": "call"}, ["e-4"]),
        (ACTOR, {"name": "ميل"}, []),
        (ACTOR, {"name": "لا أحد"}, []),
        (ACTOR, {"name": "كوخافي ميلي"}, []),
        (ACTOR, {"name": "ميلي", "from_": "2021-03-15"}, ["e-1", "e-2", "e-3", "e-5"]),
        (ACTOR, {"name": "ميلي", "from_": "2021-03-16"}, ["e-1", "e-5"]),
        (ACTOR, {"name": "ميلي", "to": "2021-03-14"}, ["e-6", "e-1", "e-4"]),
        (ACTOR, {"name": "ميلي", "from_": "2022-06-15", "to": "2022-06-16"}, ["e-5"]),
        (ACTOR, {"name": "ميلي", "from_": "2023-01-01"}, []),
        (ACTOR, {"name": "ميلي", "types": "visit, call"}, ["e-1", "e-5", "e-4"]),
        (ACTOR, {"name": "ميلي", "statuses": "planned"}, ["e-4"]),
        (ACTOR, {"name": "ميلي", "statuses": "cancelled"}, []),
        (PARTIES, {"first": "US", "second": "إسرائيل"}, ["e-1", "e-2", "e-3"]),
        (PARTIES, {"first": "il", "second": "United States"}, ["e-1", "e-2", "e-3"]),
        (PARTIES, {"first": "الولايات المتحدة", "second": "مصر"}, ["e-6", "e-5", "e-4"]),
        (PARTIES, {"first": "المتحدة", "second": "مصر"}, []),
        (PARTIES, {"first": "US", "second": "US"}, []),
        (PARTIES, {"first": "US", "second": "EG", "types": "honor"}, ["e-6"]),
        (PARTIES, {"first": "US", "second": "EG", "from_": "2021-01-01"}, ["e-5"]),
        (PLANS, {}, ["e-4"]),
        (PLANS, {"to": "2021-05-01"}, ["e-4"]),
        (PLANS, {"to": "2021-04-30"}, []),
        (PLANS, {"types": "visit,talks"}, []),
        (PROGRAMME, {"event": "e-1"}, ["e-2", "e-3"]),
        (PROGRAMME, {"event": "e-5"}, []),
        (HONORS, {"name": "ميلي"}, ["e-6", "e-3"]),
        (HONORS, {"name": "ميلي", "from_": "2021-01-01"}, ["e-3"]),
        (HONORS, {"name": "كوخافي"}, []),
        (HONORS, {"name": "كوخافي", "roles": "conferrer"}, ["e-3"]),
        (HONORS, {"name": "ميلي", "roles": "honoree,conferrer", "to": "2020-12-31"}, ["e-6"]),
    ],
)
def test_which_events_are_found(small: Store, name: str, given: dict[str, str], events: list[str]) -> None:
    assert [row["event_id"] for row in ask(small, name, **given)] == events


def test_two_parties_are_told_apart(small: Store) -> None:
    (row,) = ask(small, PARTIES, first="IL", second="US", types="honor")
    assert (row["who"], row["with_whom"]) == (("أفيف كوخافي",), ("مارك ميلي",))


def test_a_state_that_takes_part_is_named_once(small: Store) -> None:
    (row,) = ask(small, ACTOR, name="ميلي", from_="2022-01-01")
    assert (row["with_whom"], row["date"], row["precision"]) == (("مصر",), "2022-06-01", "month")


def test_an_honour_says_what_it_was_and_who_gave_it(small: Store) -> None:
    row = ask(small, HONORS, name="ميلي")[0]
    told = (row["honor"], row["role"], row["with_whom"], row["quote"])
    assert told == ("guard_of_honour", "honoree", ("محمد زكي (مصر)",), "استقبل زكي ضيفه بحرس الشرف.")


def test_every_report_of_an_event_is_evidence(small: Store) -> None:
    rows = ask(small, EVIDENCE, event="e-2")
    assert [(row["published"], row["report_id"], row["link"]) for row in rows] == [
        ("2021-03-15", "r-2", "https://example.org/d-1"),
        ("2021-03-16", "r-3", "https://example.org/d-2"),
    ]
    assert all(row["end"] == len(str(row["quote"])) for row in rows)
    assert [row["report_id"] for row in ask(small, EVIDENCE, event="e-2", from_="2021-03-16")] == ["r-3"]
    assert ask(small, EVIDENCE, event="e-404") == []
    assert ask(small, EVIDENCE, event="e-2old") == rows


def test_what_the_reports_of_an_event_disagree_on_stays_visible(small: Store) -> None:
    rows = ask(small, VERSIONS, event="e-2old")
    assert [(row["report_id"], row["date"], row["disputed"]) for row in rows] == [
        ("r-2", "2021-03-15", ("date",)),
        ("r-3", "2021-03-16", ("date",)),
    ]


def test_a_plan_without_an_outcome_says_who_announced_what(small: Store) -> None:
    (row,) = ask(small, PLANS)
    assert (row["expected_by"], row["parties"], row["reports"]) == (
        "2021-05-01",
        ("الولايات المتحدة", "مصر"),
        1,
    )
    assert row["quote"] == "من المقرر أن يجري ميلي اتصالا بوزير الدفاع المصري."


def test_an_undated_article_is_evidence_until_a_day_is_asked_for(small: Store) -> None:
    assert [row["published"] for row in ask(small, EVIDENCE, event="e-4")] == [None]
    assert ask(small, EVIDENCE, event="e-4", from_="2000-01-01") == []


def test_every_store_gives_the_same_rows(stores: dict[str, Store]) -> None:
    """All queries, for every actor, pair of parties and event; each store loaded in another order."""
    for store in stores.values():
        store.apply(shuffled(SMALL))
    codes = [n.id for n in SMALL.nodes if n.label == "Party"]
    asked = [
        *((name, {"name": n.id}) for name in (ACTOR, HONORS) for n in SMALL.nodes if n.label == "Actor"),
        *((PARTIES, {"first": first, "second": second}) for first in codes for second in codes),
        *(
            (name, {"event": n.id})
            for name in (EVIDENCE, VERSIONS, PROGRAMME)
            for n in SMALL.nodes
            if n.label in ("Event", "Redirect")
        ),
        (PLANS, {}),
        (ACTOR, {"name": "ميلي", "from_": "2021-03-15", "types": "talks,honor"}),
    ]
    found = 0
    for name, given in asked:
        embedded, *servers = [ask(store, name, **given) for store in stores.values()]
        found += len(embedded)
        for rows in servers:
            assert rows == embedded, (name, given)
    assert found == 59


def test_every_store_gives_the_same_rows_of_a_larger_graph(stores: dict[str, Store]) -> None:
    whole = large(300)
    for store in stores.values():
        store.apply(diff(whole, store.digests()))
    for given in ({"name": "a-00003"}, {"name": "الشخص"}, {"name": "الشخص 7", "types": "talks"}):
        for name in (ACTOR, HONORS):
            if name == HONORS and "types" in given:
                continue
            embedded, *servers = [ask(store, name, **given) for store in stores.values()]
            assert all(rows == embedded for rows in servers), (name, given)
    assert len(ask(stores["ladybug_store"], ACTOR, name="الشخص", limit="1000")) > 500
