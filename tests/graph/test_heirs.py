"""Heirs: a report of an earlier extraction is found again by where it stands."""

from __future__ import annotations

from liqaa.graph.events.heirs import Whereabouts, heirs, whereabouts_of
from liqaa.ontology.model import Report
from told import told

KING, CARTER = "SA:سلمان بن عبدالعزيز/الملك", "US:آشتون كارتر/وزير الدفاع"


def _heir(place: Whereabouts, *reports: Report) -> str | None:
    by_id = {report.report_id: report for report in reports}
    found = heirs([place], by_id).get(place)
    return by_id[found].status if found else None


def test_a_report_is_found_again_by_where_it_stands() -> None:
    place = whereabouts_of(told("a", "talks", KING, CARTER, at=100))
    planned = told("a", "talks", KING, CARTER, at=110, status="planned")
    other_parties = told("a", "talks", KING, "EG:سامح شكري/وزير الخارجية", at=105)
    assert _heir(place, planned) == "planned"
    assert _heir(place, planned, told("a", "talks", KING, CARTER, at=120)) == "occurred"
    assert _heir(place, other_parties, told("a", "talks", KING, CARTER, at=90)) == "occurred"
    other_and_planned = told("a", "talks", KING, "EG:سامح شكري/وزير الخارجية", at=105)
    assert _heir(place, other_and_planned, planned) == "planned"
    assert (
        _heir(place, told("a", "talks", KING, CARTER, at=90), told("a", "talks", KING, CARTER, at=91)) is None
    )
    assert _heir(place, told("a", "visit", KING, CARTER, at=100)) is None
    assert _heir(place, told("a", "talks", KING, CARTER, at=1000)) is None


def test_a_report_is_found_elsewhere_in_its_article_where_its_sentence_tells_of_others() -> None:
    place = whereabouts_of(told("a", "talks", KING, CARTER, at=100))
    of_others = told("a", "talks", KING, "EG:سامح شكري/وزير الخارجية", at=100, status="planned")
    elsewhere = told("a", "talks", KING, CARTER, at=1000)
    assert _heir(place, of_others, elsewhere) == "occurred"
    assert _heir(place, of_others) == "planned"
    assert _heir(place, of_others, told("b", "talks", KING, CARTER, at=1000)) == "planned"
    one_more = told("a", "talks", KING, CARTER, "GB:مايكل فالون/وزير الدفاع", at=100, status="planned")
    assert _heir(place, one_more, elsewhere) == "planned"
