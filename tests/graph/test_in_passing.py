"""What is said in passing, in copied words or against its own date: which event it is of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from liqaa.graph.events.fitting import Group
from liqaa.graph.events.passing import is_of, meeting_of
from liqaa.graph.identity import resolve
from liqaa.ontology.model import EventType, Report, Status
from told import told

ALI, OMAR = "IQ:علي الربيعي/رئيس الوزراء", "JO:عمر الرزاز/رئيس الوزراء"
PLAN = [told(f"plan{i}", "talks", ALI, OMAR, date="2018-06-12", status="planned") for i in range(8)]
HELD = [told(f"held{i}", "talks", ALI, OMAR, date="2018-06-12") for i in range(8)]
OFF = [told(f"off{i}", "talks", ALI, OMAR, date=None, status="cancelled") for i in range(8)]
DAYS: dict[str, str | None] = {report.doc_id: "2018-06-01" for report in [*PLAN, *OFF]}
DAYS |= {report.doc_id: "2018-06-13" for report in HELD}
DAYS |= {"may": "2018-05-20", "june": "2018-06-20", "x": "2018-06-05", "y": "2018-06-05", "z": "2018-06-06"}


def noun(report: Report) -> Report:
    """A report that a noun gave."""
    return replace(report, rule="meet-noun")


IN_PASSING = [
    ("no day, said by a noun", noun(told("may", "talks", ALI, OMAR, date=None)), PLAN, 1),
    ("no day, said by a verb", told("may", "talks", ALI, OMAR, date=None), PLAN, 2),
    (
        "the day of other news",
        noun(told("may", "talks", ALI, OMAR, date="2018-05-19", status="planned")),
        PLAN * 3,
        1,
    ),
    ("a day of its own", told("may", "talks", ALI, OMAR, date="2018-05-19", status="planned"), PLAN * 3, 2),
    (
        "the day of other news beside it",
        noun(told("may", "talks", ALI, OMAR, date="2018-05-19", status="planned")),
        PLAN,
        1,
    ),
    (
        "a report of the same article",
        told("plan0", "talks", ALI, OMAR, date=None, at=500, status="planned"),
        PLAN,
        1,
    ),
    ("other leaders", noun(told("may", "talks", ALI, "JO:أيمن الصفدي/وزير الخارجية", date=None)), PLAN, 2),
    (
        "one by the office of a leader, and many more tell of it",
        noun(told("may", "talks", "IQ:/رئيس الوزراء", OMAR, date=None)),
        PLAN * 3,
        1,
    ),
    (
        "one by an office of several",
        noun(told("may", "talks", "IQ:/مستشار الرئيس", OMAR, date=None)),
        PLAN * 3,
        2,
    ),
    ("a plan few tell of", noun(told("may", "talks", ALI, OMAR, date=None)), PLAN[:4], 2),
    ("states only", noun(told("may", "talks", "IQ:", "JO:", date=None)), PLAN, 2),
    (
        "states only, and many more tell of it",
        noun(told("may", "talks", "IQ:", "JO:", date=None)),
        PLAN * 3,
        1,
    ),
    ("after it was held", noun(told("june", "talks", ALI, OMAR, date=None)), HELD, 1),
    ("a month gone by", noun(told("june", "talks", ALI, OMAR, date="2018-03")), HELD, 2),
    (
        "called off, by states only",
        told("x", "talks", "IQ:", "JO:", date=None, status="cancelled"),
        OFF * 3,
        1,
    ),
]


@pytest.mark.parametrize(
    ("said", "others", "count"), [row[1:] for row in IN_PASSING], ids=[row[0] for row in IN_PASSING]
)
def test_what_is_said_in_passing(said: Report, others: list[Report], count: int) -> None:
    copies = [replace(report, doc_id=report.doc_id + "b" * (at // 8)) for at, report in enumerate(others)]
    published = {report.doc_id: DAYS[report.doc_id.rstrip("b")] for report in copies} | DAYS
    resolution = resolve([said, *copies], published=published)
    assert len(resolution.events) == count
    if count == 1:
        (status,) = {claim.status for claim in resolution.claims.values()}
        assert status == others[0].status


@pytest.mark.parametrize(
    ("type_", "issued", "count"),
    [("visit", "2018-07-25", 1), ("visit", "2018-08-25", 2), ("talks", "2018-07-25", 2)],
)
def test_papers_look_back_on_a_visit_for_longer(type_: EventType, issued: str, count: int) -> None:
    there = [told(f"held{i}", type_, ALI, OMAR, date="2018-06-12", country="JO") for i in range(8)]
    back = noun(told("back", type_, ALI, OMAR, date=None, country="JO"))
    published = DAYS | {"back": issued}
    assert len(resolve([back, *there], published=published).events) == count


@pytest.mark.parametrize(("rule", "count"), [("visit-verb", 2), ("visit-noun", 1)])
def test_a_verb_with_a_year_long_gone_tells_of_another_visit(rule: str, count: int) -> None:
    there = [told(f"held{i}", "visit", ALI, OMAR, date="2018-06-12", country="JO") for i in range(8)]
    there = [replace(report, doc_id=f"{report.doc_id}{n}") for report in there for n in range(3)]
    back = replace(told("back", "visit", ALI, OMAR, date="2009", country="JO"), rule=rule)
    published = DAYS | {report.doc_id: "2018-06-13" for report in there} | {"back": "2018-06-20"}
    assert len(resolve([back, *there], published=published).events) == count


def test_what_joins_a_plan_does_not_move_its_outcome() -> None:
    astray = noun(told("may", "talks", ALI, OMAR, date="2018-05-19", status="planned"))
    plan = [replace(report, doc_id=f"{report.doc_id}{n}") for report in PLAN for n in range(3)]
    published = DAYS | {report.doc_id: "2018-06-01" for report in plan}
    resolution = resolve([astray, *plan, *HELD], published=published)
    held = resolution.event_of[HELD[0].report_id]
    assert resolution.happening_of(astray.report_id) == held


def test_what_joins_a_plan_without_a_day_gives_it_none() -> None:
    astray = noun(told("x", "talks", ALI, OMAR, date="2018-05-28"))
    plan = [replace(report, doc_id=f"{report.doc_id}{n}", date=None) for report in PLAN for n in range(3)]
    published = DAYS | {report.doc_id: "2018-06-04" for report in plan}
    resolution = resolve([astray, *plan, *HELD], published=published)
    assert resolution.event_of[astray.report_id] == resolution.event_of[plan[0].report_id]
    assert resolution.happening_of(plan[0].report_id) == resolution.event_of[HELD[0].report_id]


@pytest.mark.parametrize(("vague", "of_it"), [(4, True), (3, False)])
def test_few_of_many_may_name_somebody_else_of_the_register(vague: int, of_it: bool) -> None:
    another = told("x", "talks", "IQ:إبراهيم الجعفري/وزير الخارجية", OMAR, date=None, status="planned")
    states = [told(f"s{i}", "talks", "IQ:", "JO:", date=None, status="planned") for i in range(vague)]
    claims = resolve([*PLAN, *states, another], published=DAYS).claims
    meeting = meeting_of(Group([claims[report.report_id] for report in PLAN]))
    assert is_of([claims[report.report_id] for report in [*states, another]], meeting) is of_it


WORDS = "اجتمع وفد من العراق ووفد من الأردن في عمان وبحثوا معا فتح المعابر بين البلدين أمام الشاحنات"


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        (WORDS, f"قالت الوزارة أمس: {WORDS}", 1),
        (WORDS, "التقى مسؤولون من البلدين لمراجعة خطط العام المقبل للكهرباء والمياه والصحة والزراعة", 2),
        ("اجتمع وفد البلدين", "اجتمع وفد البلدين", 2),
    ],
)
def test_the_same_words_are_the_same_event(left: str, right: str, count: int) -> None:
    reports = [
        replace(told(doc_id, "talks", "IQ:", "JO:", date=None), evidence=words)
        for doc_id, words in (("x", left), ("y", right))
    ]
    assert len(resolve(reports, published=DAYS).events) == count


SPOKEN_OF: list[tuple[str, Report, int]] = [
    ("as little as the other", told("y", "talks", "IQ:", "JO:", date=None), 1),
    ("a month", told("y", "talks", "IQ:", "JO:", date="2018-05"), 2),
    ("in which land", told("y", "talks", "IQ:", "JO:", date=None, country="JO"), 2),
    ("that it was a summit", told("y", "talks", "IQ:", "JO:", date=None, subtype="summit"), 2),
    ("that officials met", told("y", "talks", "IQ:/~مسؤولون", "JO:/~وفد", date=None), 2),
    ("long after", told("june", "talks", "IQ:", "JO:", date=None), 2),
]


@pytest.mark.parametrize(
    ("other", "count"), [row[1:] for row in SPOKEN_OF], ids=[row[0] for row in SPOKEN_OF]
)
def test_what_nouns_say_nothing_of_is_one_event(other: Report, count: int) -> None:
    talks = noun(told("x", "talks", "IQ:", "JO:", date=None))
    assert len(resolve([talks, noun(other)], published=DAYS).events) == count
    if count == 1:
        assert len(resolve([talks, other], published=DAYS).events) == 2  # a verb tells of one of its own


def test_who_names_nobody_joins_the_one_event_in_that_land() -> None:
    known = told("x", "talks", ALI, OMAR, country="JO")
    for land, count in (("JO", 1), ("IQ", 2), (None, 2)):
        vague = told("y", "talks", "IQ:", "JO:", date=None, country=land)
        assert len(resolve([known, vague], published=DAYS).events) == count
    other = told("z", "talks", "IQ:فائق زيدان/القاضي", OMAR, country="JO")
    vague = told("y", "talks", "IQ:", "JO:", date=None, country="JO")
    assert len(resolve([known, other, vague], published=DAYS).events) == 3


def test_who_names_nobody_joins_the_event_that_most_papers_tell_of() -> None:
    vague = told("y", "talks", "IQ:", "JO:", date=None, country="JO")
    other = told("z", "talks", "IQ:فائق زيدان/القاضي", OMAR, country="JO")
    known = [told(paper, "talks", ALI, OMAR, country="JO") for paper in ("a", "b", "c")]
    days = DAYS | dict.fromkeys("abc", "2018-06-05")
    assert len(resolve([*known, other, vague], published=days).events) == 2
    assert len(resolve([known[0], other, vague], published=days).events) == 3


STATUS: list[tuple[Status, str, Status]] = [
    ("occurred", "2018-06-12", "planned"),
    ("occurred", "2018-06-06", "occurred"),
    ("planned", "2018-06-01", "occurred"),
    ("planned", "2018-03", "occurred"),
    ("planned", "2015", "planned"),
    ("cancelled", "2018-06-01", "cancelled"),
]


@pytest.mark.parametrize(("said", "date", "status"), STATUS)
def test_a_status_fits_its_date(said: Status, date: str, status: Status) -> None:
    report = told("x", "talks", ALI, OMAR, date=date, status=said)
    (claim,) = resolve([report], published=DAYS).claims.values()
    assert claim.status == status
    if status != "occurred" and date < "2018-06-05":
        assert claim.day is None  # it is that of something else


def test_a_word_nobody_else_goes_by_says_less_than_the_office() -> None:
    misread = told("x", "talks", "IQ:حرص/رئيس الوزراء", OMAR)
    assert len(resolve([misread, told("y", "talks", ALI, OMAR)], published=DAYS).events) == 1
    other = told("z", "talks", "IQ:حرص/وزير النفط", OMAR)
    assert len(resolve([other, told("y", "talks", ALI, OMAR)], published=DAYS).events) == 2


def test_a_plan_that_names_nobody_is_fulfilled_by_the_one_event_there_is() -> None:
    plan = told("x", "visit", "IQ:/~وفد", "JO:", date=None, status="planned")
    held = told("z", "visit", ALI, "JO:", date="2018-06-06")
    (link,) = resolve([plan, held], published=DAYS).links
    assert link.type == "FULFILLED_BY"
    second = told("june", "visit", "IQ:فائق زيدان/القاضي", "JO:", date="2018-06-07")
    assert not resolve([plan, held, second], published=DAYS).links


LEADERS = "EG:عبد الفتاح السيسي/الرئيس", "RU:فلاديمير بوتين/الرئيس"
OFFICIALS = "EG:/~مسؤولون", "RU:/~وفد"
LEVELS: list[tuple[str, tuple[str, str], str | None, int]] = [
    ("officials who prepare it the day before", OFFICIALS, "2018-06-11", 2),
    ("officials, without a day", OFFICIALS, None, 2),
    ("one leader with officials", (LEADERS[0], OFFICIALS[1]), "2018-06-11", 1),
    ("states only", ("EG:", "RU:"), "2018-06-11", 1),
]


@pytest.mark.parametrize(
    ("people", "date", "count"), [row[1:] for row in LEVELS], ids=[row[0] for row in LEVELS]
)
def test_officials_of_all_sides_do_not_stand_for_their_leaders(
    people: tuple[str, str], date: str | None, count: int
) -> None:
    said = told("x", "talks", *people, date=date, status="planned", subtype="summit")
    plan = [told(f"p{i}", "talks", *LEADERS, date="2018-06-12", status="planned") for i in range(24)]
    published = {report.doc_id: "2018-06-05" for report in (said, *plan)}
    assert len(resolve([said, *plan], published=published).events) == count


@pytest.mark.parametrize(("subtype", "count"), [("summit", 2), ("meeting", 1)])
def test_officials_do_not_stand_for_states_that_hold_a_summit(subtype: str, count: int) -> None:
    states = told("y", "talks", "EG:", "RU:", date="2018-06-06", subtype=subtype)
    officials = told("x", "talks", *OFFICIALS, date="2018-06-05")
    assert len(resolve([officials, states], published=DAYS).events) == count
    assert len(resolve([told("z", "talks", *LEADERS, date="2018-06-06"), states], published=DAYS).events) == 1


def test_officials_may_be_led_by_a_minister() -> None:
    ministers = told("y", "talks", "EG:سامح شكري/وزير الخارجية", "RU:سيرغي لافروف/وزير الخارجية")
    assert len(resolve([told("x", "talks", *OFFICIALS), ministers], published=DAYS).events) == 1
