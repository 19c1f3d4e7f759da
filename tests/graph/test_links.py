"""Links between events: plans and what became of them, visits and what was done on them."""

from __future__ import annotations

import pytest
from liqaa.graph.identity import resolve
from liqaa.ontology.model import Report
from told import told

CARTER, KING = "US:آشتون كارتر/وزير الدفاع", "SA:سلمان بن عبدالعزيز/الملك"
PRINCE, OBAMA = "SA:محمد بن سلمان بن عبدالعزيز/وزير الدفاع", "US:باراك أوباما/الرئيس"
ISSUED = dict.fromkeys("abcdefg", "2018-06-06")
ISSUED |= {"early": "2018-05-25", "eve": "2018-06-04", "late": "2018-07-30"}


def links(reports: list[Report]) -> list[tuple[str, str, str]]:
    """The links, each event called by the articles that report it."""
    resolution = resolve(reports, published=ISSUED)
    article = {report.report_id: report.doc_id for report in reports}
    called = {
        event.id: "+".join(sorted(article[id_] for id_ in event.reports)) for event in resolution.events
    }
    return sorted((link.type, called[link.source], called[link.target]) for link in resolution.links)


PLAN = told("a", "talks", KING, CARTER, status="planned", date="2018-06-05")
SOME_DAY = told("early", "talks", KING, CARTER, status="planned", date=None)
HELD = told("b", "talks", KING, CARTER)
STAY = told("c", "visit", CARTER, "SA:", country="SA")

CASES: list[tuple[str, list[Report], list[tuple[str, str, str]]]] = [
    ("held as planned", [PLAN, HELD], [("FULFILLED_BY", "a", "b")]),
    (
        "a day later",
        [PLAN, told("b", "talks", KING, CARTER, date="2018-06-06")],
        [("FULFILLED_BY", "a", "b")],
    ),
    (
        "a week later, by the very same people",
        [PLAN, told("late", "talks", KING, CARTER, date="2018-06-12")],
        [("FULFILLED_BY", "a", "late")],
    ),
    (
        "a week later, by people nobody knows",
        [
            told("a", "talks", "SA:فهد الحربي", "US:جون وايت", status="planned", date="2018-06-05"),
            told("late", "talks", "SA:فهد الحربي", "US:جون وايت", date="2018-06-12"),
        ],
        [],
    ),
    ("a fortnight later", [PLAN, told("b", "talks", KING, CARTER, date="2018-06-19")], []),
    ("by somebody else", [PLAN, told("b", "talks", PRINCE, CARTER)], []),
    ("a plan without a day", [SOME_DAY, HELD], [("FULFILLED_BY", "early", "b")]),
    (
        "what had been held some day when the plan was told",
        [
            told("eve", "talks", KING, CARTER, date=None),
            told("b", "talks", KING, CARTER, status="planned", date=None),
        ],
        [],
    ),
    (
        "called off",
        [PLAN, told("d", "talks", KING, CARTER, status="cancelled")],
        [("CANCELLED_BY", "a", "d")],
    ),
    (
        "called off, and held after all",
        [PLAN, HELD, told("d", "talks", KING, CARTER, status="cancelled")],
        [("CANCELLED_BY", "a", "d"), ("FULFILLED_BY", "a", "b")],
    ),
    (
        "called off for a day on which they met after all",
        [
            told("early", "talks", KING, CARTER, status="cancelled"),
            HELD,
            told("late", "talks", KING, CARTER, date="2018-06-25"),
        ],
        [("FULFILLED_BY", "early", "b")],
    ),
    (
        "called off for a day on which somebody else met",
        [told("early", "talks", KING, CARTER, status="cancelled"), told("b", "talks", PRINCE, CARTER)],
        [],
    ),
    (
        "called off, it is not said for when",
        [told("early", "talks", KING, CARTER, status="cancelled", date=None), HELD],
        [],
    ),
    (
        "told by one article, still ahead in it",
        [
            told("e", "talks", KING, CARTER, status="planned", date=None),
            told("e", "talks", KING, CARTER, date="2018-06-06", at=90),
        ],
        [("FULFILLED_BY", "e", "e")],
    ),
    (
        "told by one article as with officials, and who they were",
        [
            told("e", "talks", "SA:/~كبار المسؤولين", CARTER, status="planned", date=None),
            told("e", "talks", KING, CARTER, date="2018-06-06", at=90),
        ],
        [("FULFILLED_BY", "e", "e")],
    ),
    (
        "told by one article as with officials, and whom another met",
        [
            told("e", "talks", "SA:/~كبار المسؤولين", CARTER, status="planned", date=None),
            told("e", "talks", KING, OBAMA, date="2018-06-06", at=90),
        ],
        [],
    ),
    (
        "with one of several who were met",
        [
            told("a", "talks", PRINCE, CARTER, status="planned", date="2018-06-05"),
            told("b", "talks", CARTER, KING, PRINCE),
        ],
        [("FULFILLED_BY", "a", "b")],
    ),
    (
        "told by one article, still ahead in it, in another land",
        [
            told("e", "talks", KING, CARTER, status="planned", date=None, country="US"),
            told("e", "talks", KING, CARTER, date="2018-06-06", country="SA", at=90),
        ],
        [],
    ),
    (
        "of two, the one in the land of the plan",
        [
            told("early", "talks", KING, CARTER, status="planned", date=None, country="US"),
            *(told(paper, "talks", KING, CARTER, country="SA") for paper in ("b", "c")),
            told("late", "talks", KING, CARTER, date="2018-06-12", country="US"),
        ],
        [("FULFILLED_BY", "early", "late")],
    ),
    (
        "told by one article, on another day",
        [told("b", "talks", KING, CARTER, status="planned", date=None, at=90), HELD],
        [],
    ),
    ("talks of a visit", [STAY, HELD], [("PART_OF", "b", "c")]),
    (
        "an honour of a visit",
        [STAY, told("e", "honor", CARTER, KING, subtype="medal", date="2018-06-07")],
        [("PART_OF", "e", "c")],
    ),
    ("talks before the visit", [STAY, told("b", "talks", KING, CARTER, date="2018-06-02")], []),
    ("talks long after", [STAY, told("b", "talks", KING, CARTER, date="2018-06-20")], []),
    ("talks elsewhere", [STAY, told("b", "talks", KING, CARTER, country="FR")], []),
    ("talks of another visitor", [STAY, told("b", "talks", KING, OBAMA)], []),
    ("a call is no part of a visit", [STAY, told("b", "call", CARTER, KING)], []),
    (
        "talks without a day, in the article of the visit",
        [STAY, told("c", "talks", KING, CARTER, date=None, at=90)],
        [("PART_OF", "c", "c")],
    ),
    ("talks without a day, elsewhere", [STAY, told("b", "talks", KING, CARTER, date=None)], []),
    (
        "held talks are no part of a visit to come",
        [told("c", "visit", CARTER, "SA:", country="SA", status="planned"), HELD],
        [],
    ),
]


@pytest.mark.parametrize(("reports", "found"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_links(reports: list[Report], found: list[tuple[str, str, str]]) -> None:
    assert links(reports) == found
    assert links(reports[::-1]) == found


def test_an_announcement_leads_to_what_it_announced() -> None:
    resolution = resolve([PLAN, HELD], published=ISSUED)
    assert resolution.event_of[PLAN.report_id] != resolution.event_of[HELD.report_id]
    assert resolution.happening_of(PLAN.report_id) == resolution.event_of[HELD.report_id]


IDS = [
    ("one", [HELD, told("f", "talks", KING, "US:كارتر/وزير الدفاع")]),
    ("off by a day", [HELD, told("f", "talks", KING, CARTER, date="2018-06-06")]),
    ("without a day", [HELD, told("f", "talks", KING, CARTER, date=None)]),
]


@pytest.mark.parametrize("reports", [row[1] for row in IDS], ids=[row[0] for row in IDS])
def test_the_id_that_a_report_gave_alone_leads_to_the_event_that_now_holds_it(reports: list[Report]) -> None:
    resolution = resolve(reports, published=ISSUED)
    (event,) = resolution.events
    for report in reports:
        (alone,) = resolve([report], published=ISSUED).events
        assert resolution.redirects.get(alone.id, alone.id) == event.id
    assert event.id not in resolution.redirects
