"""Rows for the stores: what fits the schema passes, anything else is an error that names it."""

from __future__ import annotations

import datetime

import pytest
from hand_built import SMALL, edge, event, node
from liqaa.graph.schema import (
    EDGES,
    FURTHER_LABELS,
    INDEXED,
    NODES,
    SEARCH_LIMIT,
    SEARCHED,
    Edge,
    Node,
    search_form,
)
from liqaa.graph.stores import rows
from liqaa.graph.stores.store import StoreError, plain
from liqaa.ontology.folding import fold
from liqaa.ontology.model import digest_of


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (Node("Evnt", "e-1", {}), "e-1: the schema has no table 'Evnt'"),
        (Node("Place", "p", {"name_ar": "x"}), "Place p: properties missing or not in the schema: name_en"),
        (Node("Place", "p", {"name_ar": "x", "name_en": None, "zip": 1}), "not in the schema: zip"),
        (node("Event", "e-1", date="2021-02-30"), "Event e-1, date: '2021-02-30' is no day"),
        (node("Event", "e-1", date="0000-01-01"), "is no day"),
        (node("Event", "e-1", date="2021-03"), "is no day"),
        (event("e-1", "visit", None, report_count="2"), "report_count: '2' is no INT64"),
        (event("e-1", "visit", None, report_count=True), "report_count: True is no INT64"),
        (event("e-1", "visit", None, title=3), "title: 3 is no STRING"),
        (node("Actor", "a", aliases="x"), r"aliases: 'x' is no STRING\[\]"),
    ],
)
def test_a_node_that_does_not_fit(wrong: Node, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        list(rows.node_batches([wrong]))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (Edge("KNOWS", "a", "b", "", {}), "the schema has no table 'KNOWS'"),
        (
            Edge("OF", "a", "b", "", {"since": None}),
            "OF a -> b: properties .* not in the schema: since",
        ),
        (edge("HELD", "a", "o", first_seen="March"), "HELD a -> o, first_seen: 'March' is no day"),
    ],
)
def test_a_relationship_that_does_not_fit(wrong: Edge, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        list(rows.edge_batches([wrong]))


def test_keys_of_tables_that_are_not_there() -> None:
    with pytest.raises(ValueError, match="no table 'Evnt'"):
        list(rows.node_key_batches([("Evnt", "e-1")]))
    with pytest.raises(ValueError, match="no table 'KNOWS'"):
        list(rows.edge_key_batches([("KNOWS", "a", "b", "")]))


def test_batches_hold_one_table_each_and_every_row_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "BATCH", 4)
    batches = list(rows.node_batches(SMALL.nodes))
    assert all(0 < len(batch) <= 4 for _, batch in batches)
    written = [(table.label, row["id"]) for table, batch in batches for row in batch]
    assert sorted(written, key=str) == [(n.label, n.id) for n in SMALL.nodes]


def test_a_row_carries_days_as_days_and_the_digest_of_the_record() -> None:
    ((_, [row]),) = rows.node_batches([event("e-1", "visit", "2021-03-14")])
    assert row["date"] == datetime.date(2021, 3, 14)
    assert row["digest"] == digest_of(event("e-1", "visit", "2021-03-14").properties)


def test_a_property_named_like_an_end_does_not_hide_it() -> None:
    ((_, [row]),) = rows.edge_batches([edge("HELD", "a-1", "o-1", source="register")])
    assert (row["source"], row["source_id"], row["target_id"]) == ("register", "a-1", "o-1")


@pytest.mark.parametrize(
    ("names", "form"),
    [
        ((), "|"),
        ((None, ""), "|"),
        (("US", "الولايات المتحدة"), "| us | الولايات المتحده | الولايات المتحدة |"),
        (("a|b", "a b"), "| a b |"),
        (("a-1", "أحمد", "احمد"), "| a 1 | a-1 | احمد | أحمد |"),
        (("...",), "| ... |"),
    ],
)
def test_search_forms(names: tuple[str | None, ...], form: str) -> None:
    assert search_form(*names) == form


def test_a_search_form_stays_short_and_keeps_the_first_names() -> None:
    form = search_form("أول", *(f"اسم {number} {'طويل ' * 20}" for number in range(1000)), "آخر")
    assert len(form) <= SEARCH_LIMIT
    assert f"| {fold('أول')} |" in form
    assert form.endswith(" |")


@pytest.mark.parametrize("value", [{"a": 1}, [{"a": 1}], object()])
def test_only_plain_values_are_answers(value: object) -> None:
    with pytest.raises(StoreError, match="return properties"):
        plain(value)


def test_plain_values() -> None:
    day = datetime.date(2021, 3, 14)
    assert plain([day, ["x", None], 1, True, 1.5]) == ("2021-03-14", ("x", None), 1, True, 1.5)


def test_indexes_and_labels_are_of_the_schema() -> None:
    properties = {(table.label, name) for table in NODES for name in table.properties}
    of_edges = {(table.type, name) for table in EDGES for name in table.properties}
    assert {(of, name) for of, names in INDEXED for name in names} <= properties | of_edges
    assert {*SEARCHED} <= properties
    assert {(label, name) for label, names in FURTHER_LABELS.items() for name in names} <= properties
