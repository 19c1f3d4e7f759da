"""Identity: which reports are one event and which names one actor, whatever the order of arrival."""

from __future__ import annotations

import json
import os
import runpy
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from liqaa.graph.actors.actors import Sighting
from liqaa.graph.actors.casting import Casting
from liqaa.graph.identity import Resolution, resolve
from liqaa.graph.recall import Recall
from liqaa.ontology.judgement import Judgement, Verdict
from liqaa.ontology.model import EventType, Participant, Report, Span
from told import told, who

SHARED = Path(os.environ.get("LIQAA_SHARED") or Path(__file__).parents[3] / "shared")


def actors_of(*rows: tuple[str, str]) -> list[tuple[str, ...]]:
    """The aliases of each actor, from rows of article and participant, without a register."""
    sightings = [
        Sighting((f"r{i:03}", 0), doc_id, who(words), None) for i, (doc_id, words) in enumerate(rows)
    ]
    cast = Casting({})
    cast.update([], sightings, {})
    return sorted(tuple(alias.words for alias in actor.aliases) for actor in cast.actors.values())


ACTORS = [
    ("one spelling", [("a", "US:آشتون كارتر"), ("b", "US:اشتون كارتر")], 1),
    ("same name, two parties", [("a", "SD:عمر البشير"), ("b", "EG:عمر البشير")], 2),
    ("short form in the same article", [("a", "US:جيمس ماتيس"), ("a", "US:ماتيس")], 1),
    ("surname in another article", [("a", "US:جيمس ماتيس"), ("b", "US:ماتيس")], 1),
    ("given name in another article", [("a", "US:جيمس ماتيس"), ("b", "US:جيمس")], 2),
    ("surname of two", [("a", "US:جيمس ماتيس"), ("b", "US:جو ماتيس"), ("c", "US:ماتيس")], 3),
    (
        "surname of two in two offices",
        [("a", "US:جيمس ماتيس/وزير الدفاع"), ("b", "US:جو ماتيس/السفير"), ("c", "US:ماتيس/وزير الدفاع")],
        2,
    ),
    ("short form that fits two", [("a", "US:جيمس ماتيس"), ("a", "US:جو ماتيس"), ("a", "US:ماتيس")], 3),
    ("two ministers named محمد", [("a", "IQ:محمد الغبان"), ("a", "IQ:محمد الدراجي")], 2),
    ("the father's name left out", [("a", "SA:عادل الجبير"), ("b", "SA:عادل بن أحمد الجبير")], 1),
    (
        "left out, but two fit",
        [("a", "SA:محمد بن فهد"), ("b", "SA:محمد بن فهد بن جلوي"), ("c", "SA:محمد بن فهد بن سعد")],
        3,
    ),
    (
        "father and son",
        [("a", "SA:سلمان بن عبدالعزيز"), ("a", "SA:محمد بن سلمان بن عبدالعزيز"), ("a", "SA:سلمان")],
        2,
    ),
    ("سلمان is not سلطان", [("a", "SA:محمد بن سلمان"), ("a", "SA:محمد بن سلطان")], 2),
    ("an office without a name", [("a", "US:/وزير الدفاع"), ("b", "US:/وزير الدفاع")], 1),
    ("the same office of two states", [("a", "US:/وزير الدفاع"), ("b", "FR:/وزير الدفاع")], 2),
    ("a state", [("a", "US:"), ("b", "US:")], 1),
    ("nothing known", [("a", ":")], 0),
]


@pytest.mark.parametrize(("rows", "count"), [row[1:] for row in ACTORS], ids=[row[0] for row in ACTORS])
def test_actors(rows: list[tuple[str, str]], count: int) -> None:
    assert len(actors_of(*rows)) == count


CARTER, OBAMA, KING = "US:آشتون كارتر/وزير الدفاع", "US:باراك أوباما/الرئيس", "SA:سلمان بن عبدالعزيز/الملك"
PRINCE = "SA:محمد بن سلمان بن عبدالعزيز/وزير الدفاع"
HEIR = "AE:محمد بن زايد/ولي العهد"

EVENTS = [
    ("same day", [told("a", "talks", KING, CARTER), told("b", "talks", CARTER, KING)], 1),
    ("one article", [told("a", "talks", KING, CARTER), told("a", "talks", KING, CARTER, at=90)], 2),
    ("off by a day", [told("a", "call", OBAMA, KING), told("b", "call", OBAMA, KING, date="2018-06-06")], 1),
    ("off by two", [told("a", "call", OBAMA, KING), told("b", "call", OBAMA, KING, date="2018-06-07")], 2),
    (
        "a trip of four days",
        [told("a", "visit", CARTER, "SA:"), told("late", "visit", CARTER, KING, date="2018-06-08")],
        1,
    ),
    (
        "a second trip",
        [told("a", "visit", CARTER, "SA:"), told("b", "visit", CARTER, "SA:", date="2018-06-19")],
        2,
    ),
    ("other type", [told("a", "talks", KING, CARTER), told("b", "call", KING, CARTER)], 2),
    ("other lead", [told("a", "talks", KING, CARTER), told("b", "talks", PRINCE, CARTER)], 2),
    (
        "other third party",
        [told("a", "talks", KING, CARTER), told("b", "talks", KING, CARTER, "FR:لوران فابيوس")],
        2,
    ),
    (
        "two honours of one day",
        [
            told("a", "honor", CARTER, KING, subtype="medal"),
            told("b", "honor", CARTER, KING, subtype="guard_of_honour"),
        ],
        2,
    ),
    (
        "called off",
        [told("a", "talks", KING, CARTER), told("b", "talks", KING, CARTER, status="cancelled")],
        2,
    ),
    (
        "announced, then held",
        [told("a", "talks", KING, CARTER, status="planned"), told("b", "talks", KING, CARTER)],
        2,
    ),
    (
        "some official, beside his leader",
        [
            told("a", "talks", CARTER, "SA:/مسؤول"),
            told("b", "talks", CARTER, KING),
            told("c", "talks", CARTER, "SA:عادل الجبير/مبعوث"),
        ],
        2,
    ),
    (
        "who heads a delegation leads its side",
        [
            told("a", "talks", CARTER, "SA:/~وفد", "SA:عادل الجبير/وزير الخارجية"),
            told("b", "talks", CARTER, PRINCE),
        ],
        2,
    ),
    ("only the surname", [told("a", "talks", "SA:سلمان", "US:كارتر"), told("b", "talks", KING, CARTER)], 1),
    (
        "no day, of a leader with a body that has met him twice, once by most papers",
        [
            *(told(paper, "talks", OBAMA, "G7:", date="2018-06-05") for paper in "ab"),
            told("c", "talks", OBAMA, "G7:", date="2018-06-03"),
            told("d", "talks", OBAMA, "G7:", date=None),
        ],
        2,
    ),
    ("only the state", [told("a", "talks", "SA:", CARTER), told("b", "talks", KING, CARTER)], 1),
    (
        "only the state, and two fit",
        [
            told("a", "talks", "SA:", CARTER),
            told("b", "talks", KING, CARTER),
            told("c", "talks", PRINCE, CARTER),
        ],
        3,
    ),
    (
        "only the office",
        [told("a", "talks", "SA:/وزير الدفاع", CARTER), told("b", "talks", PRINCE, CARTER)],
        1,
    ),
    (
        "another office",
        [told("a", "talks", "SA:/وزير الخارجية", CARTER), told("b", "talks", PRINCE, CARTER)],
        2,
    ),
    (
        "the office that a person has elsewhere",
        [
            told("a", "talks", KING, CARTER),
            told("b", "talks", KING, "US:آشتون كارتر/كبير المستشارين"),
            told("c", "talks", KING, "US:/كبير المستشارين"),
        ],
        1,
    ),
    (
        "an office that only somebody else has",
        [
            told("a", "talks", KING, CARTER),
            told("b", "talks", KING, "US:/كبير المستشارين"),
        ],
        2,
    ),
    ("no day, near", [told("a", "talks", KING, CARTER, date=None), told("b", "talks", KING, CARTER)], 1),
    ("no day, far", [told("late", "talks", KING, CARTER, date=None), told("b", "talks", KING, CARTER)], 2),
    (
        "no day at all",
        [told("a", "talks", KING, CARTER, date=None), told("b", "talks", KING, CARTER, date=None)],
        1,
    ),
    (
        "no day and two fit",
        [
            told("a", "talks", "SA:فهد الحربي", "US:جون وايت", date=None),
            told("b", "talks", "SA:فهد الحربي", "US:جون وايت"),
            told("c", "talks", "SA:فهد الحربي", "US:جون وايت", date="2018-06-03"),
        ],
        3,
    ),
    (
        "one day misread, the very same people",
        [told("a", "talks", KING, CARTER), told("late", "talks", KING, CARTER, date="2018-06-12")],
        1,
    ),
    (
        "nine days later, the very same people",
        [told("a", "talks", KING, CARTER), told("late", "talks", KING, CARTER, date="2018-06-14")],
        2,
    ),
    (
        "two days that two papers give each",
        [
            *(told(paper, "talks", KING, CARTER) for paper in ("a", "b")),
            *(told(paper, "talks", KING, CARTER, date="2018-06-02") for paper in ("c", "late")),
        ],
        2,
    ),
    (
        "one day misread, and one of three papers tells of it twice",
        [
            *(told(paper, "talks", KING, CARTER) for paper in "abc"),
            told("d", "talks", KING, CARTER, date="2018-06-03", country="US"),
            *(told(paper, "talks", "SA:", "US:", date=None, country="US", at=90) for paper in "ce"),
        ],
        1,
    ),
    (
        "one day misread, and half of the papers tell of both",
        [
            *(told(paper, "talks", KING, CARTER) for paper in "abc"),
            told("d", "talks", KING, CARTER, date="2018-06-03", country="US"),
            told("c", "talks", "SA:", "US:", date=None, country="US", at=90),
        ],
        2,
    ),
    (
        "some days apart in two lands",
        [
            told("a", "talks", KING, CARTER, country="SA"),
            told("late", "talks", KING, CARTER, date="2018-06-09", country="US"),
        ],
        2,
    ),
    (
        "one day misread, of people nobody knows",
        [
            told("a", "talks", "SA:فهد الحربي", "US:جون وايت"),
            told("late", "talks", "SA:فهد الحربي", "US:جون وايت", date="2018-06-09"),
        ],
        2,
    ),
    (
        "a party too many that nobody leads",
        [told("a", "talks", KING, CARTER), told("b", "talks", KING, CARTER, "HAMAS:")],
        1,
    ),
    (
        "one visit at a time, whoever led it",
        [
            told("a", "visit", "US:", "SA:", date=None),
            told("b", "visit", "US:", "SA:", date=None),
        ],
        1,
    ),
    (
        "four on a day, of whom each paper leaves one out",
        [told("a", "talks", "SA:", "JO:", "AE:", "KW:"), told("b", "talks", "SA:", "AE:", "KW:")],
        1,
    ),
    (
        "seven on a day in one land, of whom one paper tells of four",
        [
            told("a", "talks", "US:", "GB:", "FR:", "DE:", "RU:", "CN:", "IR:", country="AT"),
            told("b", "talks", "US:", "RU:", "CN:", "IR:", country="AT"),
        ],
        1,
    ),
    (
        "seven on a day, and four of them nobody says where",
        [
            told("a", "talks", "US:", "GB:", "FR:", "DE:", "RU:", "CN:", "IR:", country="AT"),
            told("b", "talks", "US:", "RU:", "CN:", "IR:"),
        ],
        2,
    ),
    (
        "seven on a day in one land, and three of them",
        [
            told("a", "talks", "US:", "GB:", "FR:", "DE:", "RU:", "CN:", "IR:", country="AT"),
            told("b", "talks", "US:", "RU:", "CN:", country="AT"),
        ],
        2,
    ),
    (
        "one visit told twice by one article, and by another",
        [
            *(told("a", "visit", CARTER, "SA:", country="SA", at=at) for at in (0, 90)),
            told("b", "visit", CARTER, "SA:", country="SA"),
        ],
        1,
    ),
    (
        "a foreign minister by another word",
        [
            told("a", "talks", "US:جون كيري/وزير الخارجية", KING, date="2015-08-03"),
            told("b", "talks", "US:/رئيس الدبلوماسية", KING, date="2015-08-03"),
        ],
        1,
    ),
    (
        "ministers of waters and affairs abroad, in another order and joined",
        [
            told("a", "talks", "EG:/وزير المياه وخارجية", "SD:/وزير المياه وخارجية"),
            told("b", "talks", "EG:/وزير الخارجية والري", "SD:/وزير الخارجية والري"),
        ],
        1,
    ),
    (
        "one office joined to its body in several ways",
        [
            told("a", "visit", "EU:/مفوض الطاقة في الاتحاد الأوروبي", "IR:"),
            told("b", "visit", "EU:ميغيل كانيتي/المفوض للطاقة", "IR:", date="2018-06-06"),
        ],
        1,
    ),
    (
        "one name of two words, both spelt otherwise, in two offices",
        [
            told("a", "visit", "EU:ميغيل كانيتي/المبعوث", "IR:"),
            told("b", "visit", "EU:ميغويل كانيثي/النائب", "IR:"),
        ],
        1,
    ),
    (
        "one given name spelt in two ways",
        [told("a", "visit", "GB:ويليام", "PS:"), told("b", "visit", "GB:وليام", "PS:")],
        1,
    ),
    (
        "four on a day, of whom two papers leave one out, one of which tells of all elsewhere",
        [
            *(told(paper, "talks", "SA:", "JO:", "AE:", "KW:") for paper in "ab"),
            *(told(paper, "talks", "SA:", "AE:", "KW:", at=90) for paper in "bc"),
        ],
        1,
    ),
    (
        "four on a day, and three of them in the same papers",
        [
            *(told(paper, "talks", "SA:", "JO:", "AE:", "KW:") for paper in "ab"),
            told("b", "talks", "SA:", "AE:", "KW:", at=90),
        ],
        2,
    ),
    (
        "four without a day, of whom each paper reads one otherwise, in one land",
        [
            told("a", "talks", "SA:", "JO:", "AE:", "KW:", date=None, country="EG"),
            told("b", "talks", "SA:", "QA:", "AE:", "KW:", date=None, country="EG"),
        ],
        1,
    ),
    (
        "four without a day, it is not said where",
        [
            told("a", "talks", "SA:", "JO:", "AE:", "KW:", date=None),
            told("b", "talks", "SA:", "QA:", "AE:", "KW:", date=None),
        ],
        2,
    ),
    (
        "four, another day",
        [
            told("a", "talks", "SA:", "JO:", "AE:", "KW:"),
            told("b", "talks", "SA:", "AE:", "KW:", date="2018-06-06"),
        ],
        2,
    ),
    (
        "four planned for a day, and all but one of them for the next",
        [
            told("a", "talks", "SA:", "JO:", "AE:", "KW:", status="planned", date="2018-06-12"),
            told("b", "talks", "SA:", "AE:", "KW:", status="planned", date="2018-06-13"),
        ],
        1,
    ),
    (
        "four planned for a day, and all but one of them for the day after the next",
        [
            told("a", "talks", "SA:", "JO:", "AE:", "KW:", status="planned", date="2018-06-12"),
            told("b", "talks", "SA:", "AE:", "KW:", status="planned", date="2018-06-14"),
        ],
        2,
    ),
    (
        "four on a day, led by somebody else",
        [told("a", "talks", KING, "JO:", "AE:", "KW:"), told("b", "talks", PRINCE, "AE:", "KW:")],
        2,
    ),
    (
        "three on a day, and two of them",
        [told("a", "talks", "SA:", "JO:", "AE:"), told("b", "talks", "SA:", "AE:")],
        2,
    ),
    (
        "five on a day, and three of them",
        [told("a", "talks", "SA:", "JO:", "AE:", "KW:", "US:"), told("b", "talks", "SA:", "AE:", "KW:")],
        2,
    ),
    (
        "long ago, in two papers",
        [told(paper, "honor", KING, CARTER, subtype="medal", date="2001") for paper in ("a", "b")],
        1,
    ),
    (
        "of two years long ago",
        [told(paper, "talks", KING, CARTER, date=f"200{i}") for i, paper in enumerate(("a", "b"))],
        2,
    ),
    (
        "long ago, by office only",
        [told(paper, "talks", "SA:/الملك", "US:/وزير الدفاع", date="2001") for paper in ("a", "b")],
        2,
    ),
    (
        "a noun beside the year of something else",
        [
            told("a", "visit", CARTER, "SA:", country="SA", date="2009", rule="visit-noun"),
            told("b", "visit", CARTER, "SA:", country="SA"),
        ],
        1,
    ),
    (
        "a verb with a year long gone",
        [
            told("a", "visit", CARTER, "SA:", country="SA", date="2009", rule="visit-verb"),
            told("b", "visit", CARTER, "SA:", country="SA"),
        ],
        2,
    ),
    (
        "a noun with the year before",
        [
            told("a", "visit", CARTER, "SA:", country="SA", date="2017", rule="visit-noun"),
            told("b", "visit", CARTER, "SA:", country="SA"),
        ],
        2,
    ),
    (
        "a noun beside the year of something else, of somebody else",
        [
            told("a", "visit", CARTER, "SA:", country="SA", date="2009", rule="visit-noun"),
            told("b", "visit", OBAMA, "SA:", country="SA"),
        ],
        2,
    ),
    (
        "no day, nobody named",
        [told("a", "talks", "SA:", "US:", date=None), told("b", "talks", "SA:", "US:", date=None)],
        2,
    ),
    (
        "no day, nobody named, in one place",
        [
            told("a", "talks", "SA:/~مسؤولون", "US:/~مسؤولين", date=None, country="OM", place="صلالة"),
            told("b", "talks", "SA:/~مسؤولين", "US:/~مبعوثين", date=None, country="OM", place="صلالة"),
        ],
        1,
    ),
    (
        "no day, nobody named, in two places",
        [
            told("a", "talks", "SA:/~مسؤولون", "US:/~مسؤولين", date=None, country="OM", place="صلالة"),
            told("b", "talks", "SA:/~مسؤولين", "US:/~مبعوثين", date=None, country="OM", place="مسقط"),
        ],
        2,
    ),
    (
        "no day, nobody named, as another paper tells of a day",
        [
            told("a", "talks", "SA:", "US:", date=None),
            told("b", "talks", KING, CARTER),
            told("c", "talks", "SA:", "US:"),
        ],
        1,
    ),
    (
        "no day, nobody named, and all others name them",
        [
            told("a", "talks", "SA:", "US:", date=None),
            told("b", "talks", KING, CARTER),
            told("c", "talks", KING, CARTER),
        ],
        2,
    ),
    (
        "a body spelt letter by letter",
        [
            told("a", "talks", KING, "US:/مدير سي آي إيه"),
            told("b", "talks", KING, "US:/رئيس وكالة الاستخبارات المركزية"),
        ],
        1,
    ),
    (
        "a leader called commander, his name misspelt",
        [
            told("a", "talks", CARTER, "KP:جيم كونغ أون/القائد"),
            told("b", "talks", CARTER, "KP:كيم جونغ أون/زعيم كوريا الشمالية"),
        ],
        1,
    ),
    (
        "the commander of an army is not who leads the state",
        [told("a", "talks", CARTER, "KP:/قائد الجيش"), told("b", "talks", CARTER, "KP:/زعيم كوريا الشمالية")],
        2,
    ),
    (
        "one day of many, the others tell the month",
        [
            told("a", "talks", KING, CARTER, date="2018-06-01"),
            *(told(paper, "talks", KING, CARTER, date="2018-06") for paper in ("b", "c", "d")),
            told("other", "talks", KING, CARTER, date="2018-06-13"),
        ],
        1,
    ),
    ("one party only", [told("a", "talks", CARTER, ":"), told("b", "talks", CARTER, ":")], 2),
    (
        "the month only",
        [told("a", "talks", KING, CARTER, date="2018-06"), told("b", "talks", KING, CARTER)],
        1,
    ),
    (
        "a month gone by, in papers a week apart",
        [
            told("a", "talks", "SA:/~مسؤولون", CARTER, date="2018-03"),
            told("other", "talks", "SA:/~مسؤولون", CARTER, date="2018-03"),
        ],
        1,
    ),
    (
        "a month gone by, and the one before",
        [
            told("a", "talks", "SA:/~مسؤولون", CARTER, date="2018-03"),
            told("other", "talks", "SA:/~مسؤولون", CARTER, date="2018-02"),
        ],
        2,
    ),
    (
        "a plan for the days ahead, and one for a month that is farther",
        [
            told("a", "talks", "SA:/~وفد", CARTER, date=None, status="planned"),
            told("b", "talks", "SA:/~وفد", CARTER, date="2018-07", status="planned"),
        ],
        2,
    ),
    (
        "a plan for the days ahead, and one for the month that has them",
        [
            told("a", "talks", "SA:/~وفد", CARTER, date=None, status="planned"),
            told("b", "talks", "SA:/~وفد", CARTER, date="2018-06", status="planned"),
        ],
        1,
    ),
    (
        "another month",
        [told("a", "talks", KING, CARTER, date="2018-09"), told("b", "talks", KING, CARTER)],
        2,
    ),
    (
        "the same two received him, told in another order",
        [
            told("a", "talks", CARTER, KING, PRINCE, date="2018-06-05"),
            told("b", "talks", CARTER, PRINCE, KING, date="2018-06-05"),
        ],
        1,
    ),
    (
        "one of two who received him, and another",
        [
            told("a", "talks", CARTER, KING, PRINCE, date="2018-06-05"),
            told("b", "talks", CARTER, "SA:عادل الجبير/وزير الخارجية", KING, date="2018-06-05"),
        ],
        2,
    ),
    (
        "the queen, and her premier",
        [
            told("a", "talks", CARTER, "GB:إليزابيث/الملكة", date="2018-06-05"),
            told("b", "talks", CARTER, "GB:/رئيس الوزراء", date="2018-06-05"),
        ],
        2,
    ),
    (
        "a king and the servant of his shrines",
        [
            told("a", "talks", CARTER, "SA:/عاهل السعودية", date="2018-06-05"),
            told("b", "talks", CARTER, "SA:/ملك السعودية", date="2018-06-05"),
        ],
        1,
    ),
    (
        "officials of both sides, and a president who received an envoy",
        [
            told("a", "talks", "SA:/~مسؤولون", "US:/~وفد", date="2018-06-05"),
            told("b", "talks", "SA:عادل الجبير/وزير الخارجية", OBAMA, date="2018-06-05"),
        ],
        2,
    ),
    (
        "one month, in papers weeks apart that tell of envoys of two sides",
        [
            told("early", "talks", "SA:/~ممثلين", "US:/~مسؤولون", date="2018-06"),
            told("late", "talks", "SA:/~ممثلين", "US:/~مسؤولون", date="2018-06"),
        ],
        1,
    ),
    (
        "one month in two lands",
        [
            told("early", "talks", "SA:/~ممثلين", "US:/~مسؤولون", date="2018-06", country="FR"),
            told("late", "talks", "SA:/~ممثلين", "US:/~مسؤولون", date="2018-06", country="KW"),
        ],
        2,
    ),
    (
        "a year long gone, and the month of it that another paper gives",
        [
            told("a", "visit", "US:باراك أوباما/الرئيس", "SA:", date="2014"),
            told("b", "visit", "US:باراك أوباما/الرئيس", "SA:", date="2014-03"),
        ],
        1,
    ),
    (
        "a year long gone, and two months of it",
        [
            told("a", "visit", "US:باراك أوباما/الرئيس", "SA:", date="2014"),
            told("b", "visit", "US:باراك أوباما/الرئيس", "SA:", date="2014-03"),
            told("c", "visit", "US:باراك أوباما/الرئيس", "SA:", date="2014-11"),
        ],
        3,
    ),
    (
        "leaders of four, of whom a prince comes for one",
        [
            told("a", "talks", KING, "JO:عبدالله الثاني/الملك", "KW:صباح الأحمد الصباح/الأمير", HEIR),
            told("b", "talks", "SA:/قائد", "JO:عبدالله الثاني/العاهل", "KW:/قائد", "AE:/قائد"),
        ],
        1,
    ),
    (
        "leaders of four, of whom two are other people",
        [
            told("a", "talks", KING, "JO:عبدالله الثاني/الملك", "KW:صباح الأحمد الصباح/الأمير", HEIR),
            told("b", "talks", "SA:/قائد", "JO:أيمن الصفدي/وزير الخارجية", "KW:/قائد", "AE:/قائد"),
        ],
        2,
    ),
    (
        "a plan without a day, and of two that it may be the one known by then",
        [
            told("a", "talks", "SA:/~وفد", "US:/~وفد", date="2018-06-09", status="planned", country="FR"),
            told("b", "talks", "SA:", "US:", date=None, status="planned", country="FR"),
            told("other", "talks", "SA:/~وفد", "US:", date="2018-06-16", status="planned", country="FR"),
        ],
        2,
    ),
    (
        "four who meet on a day, of whom a paper without a day leaves one out",
        [
            told("a", "talks", "SA:", "JO:", "KW:", "AE:", date="2018-06-09", status="planned"),
            told("b", "talks", "JO:", "KW:", "AE:", date=None, status="planned"),
        ],
        1,
    ),
    (
        "four who meet on a day, and three without one of whom another is none of them",
        [
            told("a", "talks", "SA:", "JO:", "KW:", "AE:", date="2018-06-09", status="planned"),
            told("b", "talks", "JO:", "KW:", "QA:", date=None, status="planned"),
        ],
        2,
    ),
]
ISSUED = {
    "early": "2018-06-10",
    "a": "2018-06-06",
    "b": "2018-06-06",
    "c": "2018-06-06",
    "d": "2018-06-06",
    "e": "2018-06-06",
    "late": "2018-06-30",
    "other": "2018-06-14",
}


@pytest.mark.parametrize(("reports", "count"), [row[1:] for row in EVENTS], ids=[row[0] for row in EVENTS])
def test_events(reports: list[Report], count: int) -> None:
    assert len(resolve(reports, published=ISSUED).events) == count


STAYS = [
    ("told every few days", ["03", "06", "09", "11", "13", "15"], 1),
    ("nothing told for days", ["03", "06", "09", "16", "17", "18"], 2),
]


@pytest.mark.parametrize(("days", "count"), [row[1:] for row in STAYS], ids=[row[0] for row in STAYS])
def test_a_stay_of_weeks_is_one_visit(days: list[str], count: int) -> None:
    undated = [told(day, "visit", OBAMA, "SA:", country="SA", date=None) for day in days]
    begun = told("01", "visit", OBAMA, "SA:", country="SA", date="2018-06-01")
    moved = told("14", "visit", OBAMA, "SA:", country="SA", date="2018-06-17")
    published = {day: f"2018-06-{day}" for day in [*days, "01"]} | {"14": "2018-06-18"}
    assert len(resolve([begun, moved, *undated], published=published).events) == count


NEWS = [
    ("the day after", "talks", "2018-06-05", "second"),
    ("three days after", "talks", "2018-06-07", "first"),
    ("of a visit, on which papers look back", "visit", "2018-06-05", "first"),
]


@pytest.mark.parametrize(("type_", "issued", "told_of"), [row[1:] for row in NEWS], ids=[r[0] for r in NEWS])
def test_what_has_no_day_is_the_news_of_its_day_rather_than_what_more_papers_told(
    type_: EventType, issued: str, told_of: str
) -> None:
    first = [told(paper, type_, KING, CARTER, date="2018-05-28") for paper in "abcdef"]
    second = [told(paper, type_, KING, CARTER, date="2018-06-04") for paper in "gh"]
    undated = told("i", type_, KING, CARTER, date=None)
    resolution = resolve([*first, *second, undated], published={"i": issued})
    event = {"first": first, "second": second}[told_of]
    assert resolution.event_of[undated.report_id] == resolution.event_of[event[0].report_id]
    assert resolution.event_of[first[0].report_id] != resolution.event_of[second[0].report_id]


SENTENCE = (
    "وتسعى الوزارتان إلى إنهاء المقترحات المشتركة خلال اجتماع وزاري سيعقد في 19 يونيو قبل قمة ستعقد في {}"
)
RETOLD = [
    ("but for some words", SENTENCE.format("التاسع والعشرين من الشهر"), "2018-06-19", 2),
    ("on another day", SENTENCE.format("التاسع والعشرين من الشهر"), "2018-06-21", 3),
    (
        "in other words",
        "والتقى الوزيران في باريس لبحث ما اتفق عليه قبل شهر من أول لقاء بينهما",
        "2018-06-19",
        3,
    ),
]


@pytest.mark.parametrize(("words", "day", "count"), [row[1:] for row in RETOLD], ids=[r[0] for r in RETOLD])
def test_a_sentence_that_was_edited_tells_of_what_it_told(words: str, day: str, count: int) -> None:
    """Of states alone, where two meetings of their people fit as well."""
    ministers = told(
        "a", "talks", "FR:/وزير المالية", "DE:/وزير المالية", date="2018-06-19", status="planned"
    )
    leaders = told("b", "talks", "FR:/الرئيس", "DE:/المستشارة", date="2018-06-19", status="planned")
    states = told("c", "talks", "FR:", "DE:", date=day, status="planned")
    reports = [
        replace(ministers, evidence=SENTENCE.format("29 من الشهر")),
        leaders,
        replace(states, evidence=words),
    ]
    assert len(resolve(reports, published=ISSUED).events) == count


def test_without_the_articles_days_undated_reports_stay_alone() -> None:
    reports = [told("a", "talks", KING, CARTER, date=None), told("b", "talks", KING, CARTER)]
    assert len(resolve(reports).events) == 2


def test_a_further_report_leaves_the_event_its_id() -> None:
    first = told("m", "talks", KING, CARTER)
    before = resolve([first]).event_of[first.report_id]
    for doc_id in ("a", "z"):
        after = resolve([first, told(doc_id, "talks", KING, CARTER)])
        assert after.event_of[first.report_id] == before


ALIKE = [
    ("at five places", [told("a", "talks", KING, CARTER, at=i * 100) for i in range(5)]),
    (
        "held and planned",
        [told("a", "talks", KING, CARTER, date=None, status=s) for s in ("occurred", "planned")],
    ),
    ("of two months", [told("a", "talks", KING, CARTER, date=month) for month in ("2018-05", "2018-06")]),
    (
        "of two places",
        [told("a", "talks", KING, CARTER, date=None, place=city) for city in ("جدة", "الرياض")],
    ),
    ("of one day", [told("a", "talks", KING, CARTER, place=city) for city in ("جدة", "الرياض", "الدمام")]),
]


@pytest.mark.parametrize("reports", [row[1] for row in ALIKE], ids=[row[0] for row in ALIKE])
def test_reports_of_one_sentence_are_events_of_their_own(reports: list[Report]) -> None:
    resolution = resolve(reports, published=ISSUED)
    assert len({event.id for event in resolution.events}) == len(reports)
    assert set(resolution.event_of) == {report.report_id for report in reports}


def judged(left: Report, right: Report, verdict: Verdict, at: str) -> Judgement:
    return Judgement(left.report_id, right.report_id, verdict, "قرأتهما", "reviewer", at)


def test_a_judgement_overrules_the_rules_and_can_be_taken_back() -> None:
    same = told("a", "talks", KING, CARTER), told("b", "talks", KING, CARTER)
    apart = told("c", "talks", PRINCE, CARTER)
    reports = [*same, apart]
    log = [judged(*same, "different", "1"), judged(same[1], apart, "same", "2")]
    plain, overruled = resolve(reports), resolve(reports, log)
    assert len(plain.events) == len(overruled.events) == 2
    assert overruled.event_of[apart.report_id] == overruled.event_of[same[1].report_id]
    undone = [*log, judged(*same, "unsure", "3"), judged(apart, same[1], "unsure", "4")]
    assert resolve(reports, undone) == plain
    assert resolve(reports, reversed(undone)) == plain


def test_judged_different_stays_apart_even_when_a_third_is_judged_the_same() -> None:
    a, b, c = (
        told(doc_id, "talks", KING, CARTER, date=day)
        for doc_id, day in zip("abc", ["2018-01-01", "2018-03-01", "2018-05-01"], strict=True)
    )
    log = [judged(a, b, "same", "1"), judged(b, c, "same", "2"), judged(a, c, "different", "3")]
    resolution = resolve([a, b, c], log)
    assert resolution.event_of[a.report_id] != resolution.event_of[c.report_id]


PEOPLE = [
    KING,
    PRINCE,
    CARTER,
    OBAMA,
    "US:كارتر",
    "SA:",
    "US:/وزير الدفاع",
    "IQ:/~وفد عسكري",
    "FR:",
    "JO:",
    "US:اشتون كارتر",
]


@st.composite
def told_reports(draw: st.DrawFn) -> Report:
    return told(
        draw(st.sampled_from("abf")),
        draw(st.sampled_from(("visit", "talks", "honor", "call"))),
        *draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4)),
        date=draw(
            st.sampled_from(("2018-06-05", "2018-06-06", "2018-06-08", "2018-06", "2018", "2009", None))
        ),
        rule=draw(st.sampled_from(("visit-verb", "visit-noun"))),
        status=draw(st.sampled_from(("occurred", "planned", "cancelled"))),
        at=draw(st.integers(0, 2)),
    )


PUBLISHED = {doc_id: f"2018-06-{4 + i:02}" for i, doc_id in enumerate("abcde")}


@settings(max_examples=200)
@given(st.lists(told_reports(), max_size=20), st.randoms(use_true_random=False))
def test_order_does_not_matter(reports: list[Report], random: Any) -> None:
    shuffled = reports * 2
    random.shuffle(shuffled)
    resolution = resolve(reports, published=PUBLISHED)
    assert dump(resolve(shuffled, published=PUBLISHED)) == dump(resolution)
    assert_whole(reports, resolution)


def dump(resolution: Resolution) -> str:
    """The whole resolution as text."""
    return repr(
        (
            resolution.events,
            resolution.actors,
            resolution.links,
            sorted(resolution.by_office),
            *map(sorted, (resolution.event_of.items(), resolution.actor_of.items())),
            *map(sorted, (resolution.redirects.items(), resolution.outcome_of.items())),
            sorted((id_, (*map(str, claim.leads), claim.status)) for id_, claim in resolution.claims.items()),
        )
    )


def assert_whole(reports: Sequence[Report], resolution: Resolution) -> None:
    """Every report is in one event, no event holds two reports of one article, every id is unique."""
    articles = {report.report_id: report.doc_id for report in reports}
    assert sorted(id_ for event in resolution.events for id_ in event.reports) == sorted(articles)
    for event in resolution.events:
        assert len({articles[id_] for id_ in event.reports}) == len(event.reports)
    assert len({event.id for event in resolution.events}) == len(resolution.events)


def gold_reports() -> tuple[list[Report], dict[str, str], dict[str, str | None]]:
    """The annotated events as reports, the key of those that have one, and the articles' days."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("the annotated articles are not here: set LIQAA_SHARED")
    published = {
        article["doc_id"]: article["date"]
        for article in map(json.loads, open_lines(SHARED / "gold/dev.docs.jsonl"))
    }
    reports: list[Report] = []
    keys: dict[str, str] = {}
    for row in map(json.loads, open_lines(SHARED / "gold/dev.gold.jsonl")):
        for at, event in enumerate(row["events"]):
            people = (
                Participant(**{k: p[k] for k in ("name", "office", "country", "role", "kind")})
                for p in event["participants"]
            )
            fields = {
                k: event[k]
                for k in (
                    "type",
                    "subtype",
                    "status",
                    "salience",
                    "date",
                    "date_text",
                    "place",
                    "place_country",
                    "evidence",
                )
            }
            report = Report(
                doc_id=row["doc_id"], participants=tuple(people), topics=tuple(sorted(event["topics"])),
                evidence_span=Span("text", at, at + 1), rule="gold", **fields,
            )  # fmt: skip
            reports.append(report)
            if event.get("event_key"):
                keys[report.report_id] = event["event_key"]
    return reports, keys, published


def open_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_annotated_events_come_together_as_the_annotators_saw_them() -> None:
    reports, keys, published = gold_reports()
    resolution = resolve(reports, published=published)
    score = runpy.run_path(str(SHARED / "gold/score.py"))["bcubed"]
    measured = score([(resolution.happening_of(id_), key) for id_, key in keys.items()])
    assert measured["mentions"] >= 40
    assert measured["precision"] >= 0.95
    assert measured["f1"] >= 0.93
    assert_whole(reports, resolution)


REPORTS_KNOWN = 24
STEPS = st.one_of(
    st.tuples(st.just("day"), st.integers(1, REPORTS_KNOWN), st.integers(0, 3)),
    st.tuples(st.just("edit"), st.integers(0, REPORTS_KNOWN - 1), st.integers(0, REPORTS_KNOWN - 1)),
    st.tuples(st.just("delete"), st.integers(0, REPORTS_KNOWN - 1), st.just(0)),
    st.tuples(st.just("move"), st.sampled_from(range(len("abcde"))), st.integers(1, 28)),
    st.tuples(
        st.sampled_from(("same", "different", "unsure")),
        st.integers(0, REPORTS_KNOWN - 1),
        st.integers(0, REPORTS_KNOWN - 1),
    ),
)


@settings(max_examples=120)
@given(st.lists(told_reports(), min_size=2, max_size=REPORTS_KNOWN), st.lists(STEPS, max_size=8))
def test_a_run_that_remembers_gives_what_one_that_does_not_gives(
    reports: list[Report], steps: list[tuple[Any, int, int]]
) -> None:
    """Days more, edits, deletions, articles of another day, and judgements of reports and of names."""
    recall, published, log = Recall(), dict(PUBLISHED), list[Judgement]()
    known = dict(enumerate(reports[: len(reports) // 2]))
    for at, (step, one, other) in enumerate(steps):
        left, right = reports[one % len(reports)], reports[other % len(reports)]
        if step == "day":
            known.update(list(enumerate(reports))[other : other + one])
        elif step == "edit":
            known[one] = right
        elif step == "delete":
            known.pop(one, None)
        elif step == "move":
            published["abcde"[one]] = f"2018-06-{other:02}"
        elif at % 2:
            log.append(judged(left, right, step, str(at)))
        else:
            names = sorted(id_ for actor in resolve(reports).actors for id_ in (actor.id, *actor.former))
            pair = names[one % len(names) :][:1] + names[other % len(names) :][:1] if names else []
            log += [Judgement(pair[0], pair[-1], step, "قرأتهما", "reviewer", str(at))] if pair else []
        for reversed_ in (False, True):
            some = sorted(known.values(), key=repr, reverse=reversed_)
            remembered = resolve(some, log, published=published, recall=recall)
            assert dump(remembered) == dump(resolve(some, log, published=published))
