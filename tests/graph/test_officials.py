"""Officials without a name: the holder of the office on the day, by the register or by what reports say."""

from __future__ import annotations

import pytest
from holders import holder
from liqaa.graph.actors import offices, tenures
from liqaa.graph.actors.name_ids import name_id
from liqaa.graph.actors.names import person_name
from liqaa.graph.actors.people import people_of
from liqaa.graph.identity import resolve
from liqaa.ontology.judgement import Judgement
from liqaa.ontology.lexicon_parties import HeldOffice, Register
from liqaa.ontology.model import Report
from told import told

TITLES = [
    ("وزير الدفاع", ("وزير دفاع",)),
    ("ولي العهد نائب رئيس مجلس الوزراء وزير الداخلية", ("ولي عهد", "وزير داخليه")),
    ("رئيس مجلس الوزراء", ("رييس وزراء",)),
    ("رئيس الحكومة", ("رييس وزراء",)),
    ("وزير الخارجية والمغتربين", ("وزير خارجيه",)),
    ("رئيس هيئة الأركان المشتركة", ("رييس اركان",)),
    ("وزيرة الدفاع", ("وزير دفاع",)),
    ("الرئيس", ("رييس",)),
    ("رئيس الحزب", ()),
    ("نائب وزير الدفاع", ()),
    ("مدير مكتب رئيس الوزراء", ()),
    ("وزير الدفاع السابق", ()),
    ("السفير", ()),
]


@pytest.mark.parametrize(("title", "single"), TITLES)
def test_which_offices_one_person_holds_at_a_time(title: str, single: tuple[str, ...]) -> None:
    assert offices.load().single_offices(title) == tuple(sorted(single))


MINISTERS = (
    holder("جابر الحسني", "2017-01-20", "2018-06-04"),
    holder("ماجد العتيبي", "2018-06-05", None),
)
PEOPLE = people_of(
    [
        Register(
            party="US",
            offices=(
                HeldOffice(
                    office="defence_minister", title_ar="وزير الدفاع", title_en="x", holders=MINISTERS
                ),
            ),
        )
    ]
)
BARE = "US:/وزير الدفاع"


def called(reports: list[Report], doc_id: str) -> str | None:
    """The name of the American or Frenchman in an article, None where only the office is known."""
    resolution = resolve(reports, published=dict.fromkeys("abcdefgh", "2018-06-20"), people=PEOPLE)
    actors = {actor.id: actor for actor in resolution.actors}
    for (report_id, index), actor_id in resolution.actor_of.items():
        report = next(report for report in reports if report.report_id == report_id)
        if report.doc_id == doc_id and report.participants[index].country in ("US", "FR"):
            actor = actors[actor_id]
            if actor.person:
                return actor.person.name_ar
            return max(alias.words for alias in actor.aliases) if actor.named else None
    raise AssertionError(doc_id)


FRENCH = "FR:كريم لوران/وزير الخارجية"
OTHER = "FR:سامي دوران/وزير الخارجية"
ASKED = told("a", "call", "FR:/وزير الخارجية", "SA:", date="2018-06-10")

CASES = [
    ("the register's holder", [told("a", "call", BARE, "SA:", date="2018-06-10")], "ماجد العتيبي"),
    ("the holder before", [told("a", "call", BARE, "SA:", date="2018-05-10")], "جابر الحسني"),
    ("before the register begins", [told("a", "call", BARE, "SA:", date="2012-05-10")], None),
    ("a month in which two held it", [told("a", "call", BARE, "SA:", date="2018-06")], None),
    ("news without a day", [told("a", "call", BARE, "SA:", date=None)], "ماجد العتيبي"),
    ("history without a day", [told("a", "call", BARE, "SA:", date=None, salience="background")], None),
    ("another office", [told("a", "call", "US:/نائب وزير الدفاع", "SA:", date="2018-06-10")], None),
    ("a former holder", [told("a", "call", "US:/وزير الدفاع السابق", "SA:", date="2018-06-10")], None),
    (
        "the holder, misspelt",
        [told("a", "call", "US:ماجد العتبيي/وزير الدفاع", "SA:", date="2018-06-10")],
        "ماجد العتيبي",
    ),
    (
        "somebody else in the office",
        [told("a", "call", "US:ماجد الغامدي/وزير الدفاع", "SA:", date="2018-06-10")],
        "ماجد الغامدي",
    ),
    (
        "the holder's name before he was in office",
        [told("a", "call", "US:ماجد العتبيي/وزير الدفاع", "SA:", date="2018-05-10")],
        "ماجد العتبيي",
    ),
    (
        "learnt from two articles",
        [ASKED, *(told(d, "talks", FRENCH, "EG:", date="2018-06-01") for d in "bc")],
        "كريم لوران",
    ),
    ("one article is too few", [ASKED, told("b", "talks", FRENCH, "EG:", date="2018-06-01")], None),
    (
        "two fit",
        [
            ASKED,
            *(told(d, "talks", FRENCH, "EG:", date="2018-06-01") for d in "bc"),
            *(told(d, "talks", OTHER, "EG:", date="2018-06-18") for d in "de"),
        ],
        None,
    ),
    (
        "one of them long before",
        [
            ASKED,
            *(told(d, "talks", OTHER, "EG:", date="2017-06-01") for d in "bc"),
            *(told(d, "talks", FRENCH, "EG:", date="2018-06-18") for d in "de"),
        ],
        "كريم لوران",
    ),
]


@pytest.mark.parametrize(("reports", "name"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_whom_an_office_without_a_name_means(reports: list[Report], name: str | None) -> None:
    assert called(reports, "a") == name
    assert called(reports[::-1], "a") == name


@pytest.mark.parametrize(
    ("title", "party", "single"),
    [("رئيس المكسيك", "MX", "رييس"), ("رئيس جمهورية مصر العربية", "EG", "رييس"), ("رئيس الحزب", "MX", None)],
)
def test_a_title_with_the_land_whose_it_is(title: str, party: str, single: str | None) -> None:
    assert tenures.load().posts(title, party) == (((party, single),) if single else ())


def test_a_name_judged_to_be_another_is_not_the_holders() -> None:
    reports = [told("a", "call", "US:ماجد العتبيي/وزير الدفاع", "SA:", date="2018-06-10")]
    names = [name_id("US", person_name(name)) for name in ("ماجد العتبيي", "ماجد العتيبي")]
    apart = Judgement(*sorted(names), "different", "brothers", "tester", "2026-01-01T00:00:00Z")
    actors = resolve(reports, [apart], people=PEOPLE).actors
    assert not any(actor.person for actor in actors)


def test_reports_by_name_and_by_office_are_of_one_event() -> None:
    reports = [
        told("a", "call", BARE, "SA:سلمان بن عبدالعزيز/الملك", date="2018-06-10"),
        told("b", "call", "US:ماجد العتيبي/الوزير", "SA:سلمان بن عبدالعزيز/الملك", date="2018-06-10"),
    ]
    resolution = resolve(reports, people=PEOPLE)
    assert len(resolution.events) == 1
    assert len(resolution.by_office) == 1
