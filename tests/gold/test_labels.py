"""Annotations as offsets: there and back, and every fault named with its article, event and field."""

from __future__ import annotations

from typing import Any

import labels
import pytest
from corpus import GoldError
from form import faults
from small_articles import NOTHING, VISIT, party, talks


def test_offsets_hold_no_word_of_the_article() -> None:
    row, wrong = labels.compiled({"doc_id": "t-1", "events": [talks()]}, VISIT, "a")
    assert wrong == []
    kept = row["events"][0]
    first, second = kept["participants"]
    assert VISIT.text[first["name"]["start"] : first["name"]["end"]] == "لوكا مارتيني"
    assert second["office"] == {"label": "رئيس أركان الدفاع"}
    assert set(kept["evidence"]) == {"field", "start", "end"}


def test_joined_again_it_is_the_readers_event_in_the_articles_own_words() -> None:
    row, _ = labels.compiled({"doc_id": "t-1", "events": [talks()]}, VISIT, "a")
    told = labels.joined(row, VISIT)["events"][0]
    assert told["participants"][0] == talks()["participants"][0]
    assert told["participants"][1]["name"] == "سامر  العبادي"  # with the two spaces of the article
    assert told["evidence"] == VISIT.text.splitlines()[1]
    same = ("type", "date", "date_text", "place", "topics")
    assert {key: told[key] for key in same} == {key: talks()[key] for key in same}
    assert told["id"] == "e1"


def test_a_word_in_the_evidence_comes_before_the_same_word_elsewhere() -> None:
    span = labels.located(VISIT, "مارتيني", labels.located(VISIT, talks()["evidence"], None))
    assert span is not None and span["start"] > VISIT.text.index("\n")


def test_a_whole_word_comes_before_a_part_of_one() -> None:
    span = labels.located(VISIT, "رئيس الأركان", None)
    assert span == {"field": "title", "start": 0, "end": 12}


FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"evidence": "جملة ليست في الخبر."}, "evidence: 'جملة ليست في الخبر.' does not stand in the article"),
    ({"place": "روما"}, "place: 'روما' does not stand"),
    ({"place": "=روما"}, "place: only an office"),
    ({"date": "2030-5-7"}, "date: '2030-5-7' is not"),
    ({"type": "war"}, "type: 'war' is none of"),
    ({"subtype": "phone"}, "subtype: 'phone' is none of"),
    ({"status": "done"}, "status: 'done'"),
    ({"salience": None}, "salience: None"),
    ({"topics": ["conflict:syria"]}, "topics: 'conflict:syria'"),
    ({"topics": "economy"}, "topics: not a list"),
    ({"place_country": "Jordan"}, "place_country: 'Jordan'"),
    ({"colour": "red"}, "colour: unknown field"),
    ({"note": "وبحث مارتيني مع نظيره الأردني سامر"}, "note: quotes"),
    ({"participants": []}, "participants: no principal"),
    ({"participants": ["مارتيني"]}, "participant 1, 'مارتيني' is no object"),
    ({"participants": [party("ماركو", None, "IT", "party")]}, "participant 1, name: 'ماركو' does not stand"),
    ({"participants": [party(None, "وزير", "IT", "party")]}, "participant 1, office: 'وزير' does not"),
    ({"participants": [party("مارتيني", None, "IT", "visitor")]}, "participant 1, role: 'visitor'"),
    ({"participants": [party("مارتيني", None, "IT", "party", "state")]}, "participant 1, kind: a state"),
    ({"participants": [party(None, None, "IT", "party")]}, "participant 1, kind: a person"),
]


@pytest.mark.parametrize(("change", "fault"), FAULTS, ids=[fault for _, fault in FAULTS])
def test_a_fault_names_article_event_and_field(change: dict[str, Any], fault: str) -> None:
    rows = {"doc_id": "t-1", "events": [talks(), talks() | change]}
    _, wrong = labels.compiled(rows, VISIT, "a")
    assert [line.startswith(f"t-1, event 2, {fault}") for line in wrong] == [True]


@pytest.mark.parametrize(("role", "lacks"), [("visitor", "host"), ("host", "visitor")])
def test_a_visit_needs_visitor_and_host(role: str, lacks: str) -> None:
    visit = {"type": "visit", "subtype": "other", "participants": [party("مارتيني", None, "IT", role)]}
    assert faults(talks() | visit) == [f"participants: no {lacks}"]


def reading(reader: str) -> dict[str, Any]:
    return {"doc_id": NOTHING.doc_id, "reader": reader, "events": []}


def test_the_settled_reading_counts_else_the_only_one() -> None:
    assert labels.of_one_reader([reading("a")], None)["t-2"]["reader"] == "a"
    both = [reading("a"), reading("b")]
    assert labels.of_one_reader([*both, reading("settled")], None)["t-2"]["reader"] == "settled"
    assert labels.of_one_reader(both, "b")["t-2"]["reader"] == "b"
    with pytest.raises(GoldError, match="t-2: read by a, b, not settled"):
        labels.of_one_reader(both, None)
