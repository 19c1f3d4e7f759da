"""What each query of the shelf finds in a region made by hand, and that every store finds the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import pytest
from liqaa.graph.stores.delta import diff
from liqaa.graph.stores.ladybug_store import LadybugStore
from liqaa.graph.stores.store import LADYBUG_FILE, Store
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue
from region import REGION

CATALOGUE = catalogue.load(fold)

Rows = list[tuple[object, ...]]

# A query, what it is asked, some of its columns, and what must stand there.
FOUND: list[tuple[str, dict[str, str], str, Rows]] = [
    (
        "who_met_whom/two_actors",
        {"first": "العبادي", "second": "يلماز", "types": "talks"},
        "date who with_whom others place quote event_id",
        [
            (
                "2030-06-20",
                "سامر العبادي",
                "مراد يلماز",
                ("حسام الشافعي",),
                ("عمّان",),
                "اجتمع وزراء الأردن وتركيا ومصر في عمّان لبحث سوريا.",
                "e-three",
            ),
            ("2030-06-20", "سامر العبادي", "مراد يلماز", (), ("عمّان",), None, "e-two"),
        ],
    ),
    (
        "who_met_whom/office",
        {"party": "IQ", "office": "وزير الدفاع"},
        "date who held_from with_whom quote event_id",
        [
            (
                "2030-04-01",
                "وزير الدفاع (العراق)",
                None,
                ("حسام الشافعي (مصر)",),
                "التقى وزير الدفاع العراقي الشافعي مطلع نيسان.",
                "e-unnamed",
            ),
            ("2030-06-05", "نديم الراوي", "2030-05-01", ("حسام الشافعي (مصر)",), None, "e-named"),
            (
                "2030-12-01",
                "وزير الدفاع (العراق)",
                None,
                ("حسام الشافعي (مصر)",),
                "يزور الشافعي بغداد مطلع كانون الأول.",
                "e-to-come",
            ),
        ],
    ),
    (
        "who_met_whom/partners",
        {"name": "العبادي", "least": "2"},
        "with_whom parties contacts first last types",
        [
            ("مراد يلماز", ("تركيا",), 7, "2030-03-03", "2030-09-10", ("call", "talks", "visit")),
            ("حسام الشافعي", ("مصر",), 6, "2030-03-01", "2030-12-15", ("honor", "talks", "visit")),
        ],
    ),
    (
        "who_met_whom/at_one_remove",
        {"name": "العبادي"},
        "reached parties through ways",
        [
            ("وزير الدفاع (العراق)", ("العراق",), ("حسام الشافعي",), 1),
            ("نديم الراوي", ("العراق",), ("حسام الشافعي",), 1),
        ],
    ),
    (
        "visits/calendar",
        {"country": "مصر"},
        "date status subtype who hosts place quote event_id",
        [
            (
                "2030-03-01",
                "occurred",
                "official",
                ("سامر العبادي (الأردن)",),
                ("حسام الشافعي (مصر)",),
                ("القاهرة",),
                "وصل العبادي إلى القاهرة أمس.",
                "e-visit-cairo",
            )
        ],
    ),
    (
        "visits/calendar",
        {"country": "العراق", "statuses": "planned"},
        "date who hosts place event_id",
        [("2030-12-01", ("حسام الشافعي (مصر)",), ("وزير الدفاع (العراق)",), (), "e-to-come")],
    ),
    (
        "visits/reciprocity",
        {"first": "الأردن", "second": "مصر"},
        "visitor host visits first visitors",
        [("الأردن", "مصر", 1, "2030-03-01", ("سامر العبادي",)), ("مصر", "الأردن", 0, None, ())],
    ),
    (
        "visits/reciprocity",
        {"first": "JO", "second": "TR"},
        "visitor host visits",
        [("الأردن", "تركيا", 1), ("تركيا", "الأردن", 1)],
    ),
    (
        "visits/tours",
        {"name": "العبادي"},
        "date country next_date next_country days event_id next_event_id",
        [("2030-03-01", "مصر", "2030-03-03", "تركيا", 2, "e-visit-cairo", "e-visit-ankara")],
    ),
    ("visits/tours", {"name": "العبادي", "days": "1"}, "event_id", []),
    (
        "visits/first_recorded",
        {"country": "EG"},
        "date visitor who visits last quote event_id",
        [
            (
                "2030-03-01",
                "الأردن",
                ("سامر العبادي",),
                1,
                "2030-03-01",
                "وصل العبادي إلى القاهرة أمس.",
                "e-visit-cairo",
            )
        ],
    ),
    (
        "visits/delegations",
        {"party": "الأردن"},
        "date heads members size place event_id",
        [("2030-03-01", ("سامر العبادي",), ("سامر العبادي", "عمر الزعبي"), 2, ("القاهرة",), "e-visit-cairo")],
    ),
    ("visits/delegations", {"party": "الأردن", "least": "3"}, "event_id", []),
    (
        "calls/in_window",
        {"from": "2030-05-10", "to": "2030-05-12"},
        "date callers callees topics quote event_id",
        [
            (
                "2030-05-10",
                ("مراد يلماز (تركيا)",),
                ("سامر العبادي (الأردن)",),
                ("النزاع في سوريا",),
                "هاتف يلماز نظيره العبادي بشأن سوريا.",
                "e-call-1",
            ),
            ("2030-05-12", ("سامر العبادي (الأردن)",), ("مراد يلماز (تركيا)",), (), None, "e-call-2"),
        ],
    ),
    (
        "calls/who_rings_first",
        {"party": "تركيا"},
        "partner made received unclear first last",
        [("الأردن", 2, 1, 0, "2030-05-10", "2030-05-13"), ("مصر", 0, 0, 1, "2030-06-01", "2030-06-01")],
    ),
    (
        "honors/between_parties",
        {},
        "conferrer honoree honors kinds who",
        [("مصر", "الأردن", 1, ("medal",), ("سامر العبادي",))],
    ),
    ("honors/between_parties", {"kinds": "degree"}, "honors", []),
    (
        "honors/of_an_actor",
        {"name": "العبادي", "kinds": "medal"},
        "honor who with_whom event_id",
        [("medal", "سامر العبادي", ("حسام الشافعي (مصر)",), "e-medal")],
    ),
    ("honors/of_an_actor", {"name": "العبادي", "kinds": "degree"}, "event_id", []),
    (
        "honors/during_visits",
        {"party": "الأردن"},
        "honor honorees conferrers visit quote visit_id",
        [
            (
                "medal",
                ("سامر العبادي",),
                ("حسام الشافعي",),
                "visit e-visit-cairo",
                "قلّد الشافعي ضيفه الأردني وشاح النيل.",
                "e-visit-cairo",
            )
        ],
    ),
    (
        "talks/topics_by_month",
        {"first": "الأردن", "second": "مصر"},
        "month topic contacts event_ids",
        [
            ("2030-03", "الأسلحة", 1, ("e-talks-cairo",)),
            ("2030-03", "النزاع في سوريا", 1, ("e-talks-cairo",)),
            ("2030-06", "النزاع في سوريا", 1, ("e-three",)),
            ("2030-12", "الأسلحة", 1, ("e-again",)),
        ],
    ),
    (
        "talks/multilateral",
        {},
        "date parties number who place topics event_id",
        [
            (
                "2030-06-20",
                ("الأردن", "تركيا", "مصر"),
                3,
                ("حسام الشافعي", "سامر العبادي", "مراد يلماز"),
                ("عمّان",),
                ("النزاع في سوريا",),
                "e-three",
            )
        ],
    ),
    (
        "talks/about_topic",
        {"topic": "النزاعات"},
        "date type topics parties event_id",
        [
            ("2030-03-01", "talks", ("النزاع في سوريا",), ("الأردن", "مصر"), "e-talks-cairo"),
            ("2030-05-10", "call", ("النزاع في سوريا",), ("الأردن", "تركيا"), "e-call-1"),
            ("2030-06-20", "talks", ("النزاع في سوريا",), ("الأردن", "تركيا", "مصر"), "e-three"),
        ],
    ),
    ("talks/about_topic", {"topic": "conflict:SY", "types": "call"}, "event_id", [("e-call-1",)]),
    (
        "patterns/silences",
        {"first": "الأردن", "second": "مصر"},
        "days since until vague before_ids after_ids",
        [
            (178, "2030-06-20", "2030-12-15", 1, ("e-three",), ("e-again",)),
            (
                111,
                "2030-03-01",
                "2030-06-20",
                0,
                ("e-medal", "e-talks-cairo", "e-visit-cairo"),
                ("e-three",),
            ),
        ],
    ),
    ("patterns/silences", {"first": "JO", "second": "EG", "least": "178"}, "days", [(178,)]),
    ("patterns/silences", {"first": "JO", "second": "EG", "least": "179"}, "days", []),
    (
        "patterns/bursts",
        {"first": "الأردن", "second": "تركيا", "times": "1"},
        "month contacts total months types topics",
        [
            ("2030-05", 3, 7, 4, ("call",), ("النزاع في سوريا",)),
            ("2030-06", 2, 7, 4, ("talks",), ("النزاع في سوريا",)),
        ],
    ),
    ("patterns/bursts", {"first": "JO", "second": "TR"}, "month", []),
    (
        "patterns/brokers",
        {"first": "العراق", "second": "الأردن"},
        "broker with_first with_second direct broker_code",
        [("مصر", 3, 6, 0, "EG")],
    ),
    (
        "patterns/circle",
        {"party": "مصر", "split": "2030-06-02"},
        "partner earlier later change",
        [("الأردن", 3, 3, 0), ("العراق", 2, 1, -1), ("تركيا", 1, 1, 0)],
    ),
    (
        "planned/coming",
        {"from": "2030-07-01"},
        "date expected_by type who parties quote event_id",
        [
            (
                "2030-12-01",
                "2030-12-01",
                "visit",
                ("حسام الشافعي", "وزير الدفاع (العراق)"),
                ("العراق", "مصر"),
                "يزور الشافعي بغداد مطلع كانون الأول.",
                "e-to-come",
            )
        ],
    ),
    ("planned/coming", {"from": "2030-12-02"}, "event_id", []),
    ("planned/without_outcome", {"to": "2030-12-01"}, "event_id", [("e-to-come",)]),
    (
        "planned/cancelled",
        {},
        "date parties announced plan_ids quote event_id",
        [
            (
                "2030-07-02",
                ("تركيا", "مصر"),
                ("talks e-plan",),
                ("e-plan",),
                "أُلغي لقاء يلماز والشافعي.",
                "e-off",
            )
        ],
    ),
    (
        "evidence/disagreements",
        {"party": "الأردن"},
        "disputed dates places reports sources event_id",
        [
            (
                ("date",),
                ("2030-03-01", "2030-03-02"),
                ("القاهرة", "مصر"),
                2,
                ("صحيفة الجسر", "صحيفة الميناء"),
                "e-visit-cairo",
            )
        ],
    ),
    (
        "evidence/one_source",
        {"party": "تركيا", "types": "visit, call"},
        "date source reports confidence quote event_id",
        [
            ("2030-03-03", "صحيفة الميناء", 1, 0.9, "انتقل العبادي من القاهرة إلى أنقرة.", "e-visit-ankara"),
            ("2030-05-10", "صحيفة الجسر", 1, 0.9, "هاتف يلماز نظيره العبادي بشأن سوريا.", "e-call-1"),
        ],
    ),
    ("evidence/one_source", {"party": "JO", "types": "visit"}, "event_id", [("e-visit-ankara",)]),
    (  # of its two papers one copies the other
        "evidence/one_source",
        {"party": "EG", "from": "2030-03-01", "to": "2030-03-01", "types": "talks"},
        "source reports quote event_id",
        [("صحيفة الميناء", 1, "بحث العبادي والشافعي صفقات السلاح والأزمة السورية.", "e-talks-cairo")],
    ),
    (
        "evidence/event_words",
        {"event": "e-talks-cairo"},
        "source report_id copy_of",
        [
            ("صحيفة الميناء", "r-e-talks-cairo-d-1", None),
            ("صحيفة الجسر", "r-e-talks-cairo-d-2", "r-e-talks-cairo-d-1"),
        ],
    ),
    ("evidence/event_versions", {"event": "e-talks-cairo"}, "copy_of", [(None,), ("r-e-talks-cairo-d-1",)]),
    ("evidence/words_of_events", {"events": "e-talks-cairo"}, "copy_of", [(None,), ("r-e-talks-cairo-d-1",)]),
    (
        "evidence/event_words",
        {"event": "e-visit-cairo"},
        "source quote",
        [
            ("صحيفة الميناء", "وصل العبادي إلى القاهرة أمس."),
            ("صحيفة الجسر", "زار وفد أردني مصر السبت."),
        ],
    ),
    (
        "evidence/event_versions",
        {"event": "e-visit-cairo"},
        "date place agreed_date disputed",
        [
            ("2030-03-01", "القاهرة", "2030-03-01", ("date",)),
            ("2030-03-02", "مصر", "2030-03-01", ("date",)),
        ],
    ),
    ("visits/programme", {"event": "e-visit-cairo"}, "event_id", [("e-medal",), ("e-talks-cairo",)]),
    (
        "quality/unresolved",
        {},
        "who kind parties offices events quote",
        [
            (
                "وزير الدفاع (العراق)",
                "person",
                ("العراق",),
                ("وزير الدفاع",),
                2,
                "يزور الشافعي بغداد مطلع كانون الأول.",
            )
        ],
    ),
    (
        "quality/near_duplicates",
        {"party": "الأردن"},
        "date type status partner events event_ids",
        [("2030-06-20", "talks", "occurred", "تركيا", 2, ("e-three", "e-two"))],
    ),
    (
        "quality/without_party",
        {},
        "who events first quote actor_id",
        [("ليلى منصور", 1, "2030-02-02", "التقت ليلى منصور لوكا مارتيني في شباط.", "a-leila")],
    ),
    (
        "quality/coverage",
        {"from": "2030-05-01"},
        "published source articles reports events",
        [("2030-05-14", "صحيفة الجسر", 1, 2, 2), ("2030-06-21", "صحيفة الجسر", 1, 3, 3)],
    ),
    (
        "who_met_whom/two_parties",
        {"first": "العراق", "second": "مصر", "statuses": "planned"},
        "date who with_whom event_id",
        [("2030-12-01", ("وزير الدفاع (العراق)",), ("حسام الشافعي",), "e-to-come")],
    ),
    (
        "who_met_whom/actor_timeline",
        {"name": "نديم"},
        "date with_whom event_id",
        [
            ("2029-11-01", ("حسام الشافعي (مصر)",), "e-before"),
            ("2030-06-05", ("حسام الشافعي (مصر)",), "e-named"),
        ],
    ),
    (
        "who_met_whom/party_timeline",
        {"party": "العراق", "to": "2030-06-30"},
        "date party who partners quote event_id",
        [
            ("2029-11-01", "العراق", ("نديم الراوي",), ("مصر",), None, "e-before"),
            (
                "2030-04-01",
                "العراق",
                ("وزير الدفاع (العراق)",),
                ("مصر",),
                "التقى وزير الدفاع العراقي الشافعي مطلع نيسان.",
                "e-unnamed",
            ),
            ("2030-06-05", "العراق", ("نديم الراوي",), ("مصر",), None, "e-named"),
        ],
    ),
    (
        "who_met_whom/in_period",
        {"from": "2030-07-02", "to": "2030-07-31"},
        "date status parties event_id",
        [
            ("2030-07-01", "occurred", ("الأردن", "مصر"), "e-some-day"),
            ("2030-07-02", "cancelled", ("تركيا", "مصر"), "e-off"),
            ("2030-07-02", "planned", ("تركيا", "مصر"), "e-plan"),
        ],
    ),
    (
        "evidence/facts_of_events",
        {"events": "e-talks-cairo, e-visit-cairo, e-nothing"},
        "date type subtype status place topic_ids disputed reports event_id",
        [
            (
                *("2030-03-01", "talks", None, "occurred", "القاهرة"),
                *(("arms", "conflict:SY"), (), 1, "e-talks-cairo"),
            ),
            (
                *("2030-03-01", "visit", "official", "occurred", "القاهرة"),
                *((), ("date",), 2, "e-visit-cairo"),
            ),
        ],
    ),
    (
        "evidence/participants_of_events",
        {"events": "e-unnamed"},
        "event_id who role office party party_latin party_code",
        [
            ("e-unnamed", "حسام الشافعي", "party", None, "مصر", "Egypt", "EG"),
            ("e-unnamed", "وزير الدفاع (العراق)", "party", "وزير الدفاع", "العراق", "Iraq", "IQ"),
        ],
    ),
    (
        "evidence/words_of_events",
        {"events": "e-visit-cairo,e-call-1"},
        "event_id published source headline quote confidence link",
        [
            (
                *("e-call-1", "2030-05-14", "صحيفة الجسر", "أزمة ومكالمات"),
                *("هاتف يلماز نظيره العبادي بشأن سوريا.", 0.9, "https://example.org/d-4"),
            ),
            (
                *("e-visit-cairo", "2030-03-02", "صحيفة الميناء", "العبادي في القاهرة"),
                *("وصل العبادي إلى القاهرة أمس.", 0.9, "https://example.org/d-1"),
            ),
            (
                *("e-visit-cairo", "2030-03-03", "صحيفة الجسر", "زيارة أردنية"),
                *("زار وفد أردني مصر السبت.", 0.6, "https://example.org/d-2"),
            ),
        ],
    ),
    (
        "patterns/network_of_actors",
        {"least": "2"},
        "one one_parties two two_parties contacts first last one_id two_id",
        [
            (
                *("مراد يلماز", ("TR",), "سامر العبادي", ("JO",)),
                *(7, "2030-03-03", "2030-09-10", "a-murad", "a-samer"),
            ),
            (
                *("حسام الشافعي", ("EG",), "سامر العبادي", ("JO",)),
                *(6, "2030-03-01", "2030-12-15", "a-hussam", "a-samer"),
            ),
            (
                *("حسام الشافعي", ("EG",), "مراد يلماز", ("TR",)),
                *(2, "2030-06-01", "2030-06-20", "a-hussam", "a-murad"),
            ),
            (
                *("حسام الشافعي", ("EG",), "نديم الراوي", ("IQ",)),
                *(2, "2029-11-01", "2030-06-05", "a-hussam", "a-nadim"),
            ),
        ],
    ),
    (
        "patterns/network_of_parties",
        {"from": "2030-05-01"},
        "one one_latin two contacts first last one_id two_id",
        [
            ("الأردن", "Jordan", "تركيا", 6, "2030-05-10", "2030-09-10", "JO", "TR"),
            ("مصر", "Egypt", "الأردن", 3, "2030-06-20", "2030-12-15", "EG", "JO"),
            ("مصر", "Egypt", "تركيا", 2, "2030-06-01", "2030-06-20", "EG", "TR"),
            ("مصر", "Egypt", "العراق", 1, "2030-06-05", "2030-06-05", "EG", "IQ"),
        ],
    ),
]
IDS = [f"{number}-{name}" for number, (name, *_) in enumerate(FOUND)]


def ask(store: Store, name: str, given: dict[str, str]) -> catalogue.Answer:
    return CATALOGUE.run(CATALOGUE.find(name), store, given)


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The embedded store with the region; nothing here changes it."""
    with LadybugStore(tmp_path_factory.mktemp("region") / LADYBUG_FILE) as store:
        store.prepare()
        store.apply(diff(REGION, store.digests()))
        yield store


@pytest.mark.parametrize(("name", "given", "columns", "rows"), FOUND, ids=IDS)
def test_what_a_query_finds(
    region: Store, name: str, given: dict[str, str], columns: str, rows: Rows
) -> None:
    answer = ask(region, name, given)
    names = [column.name for column in answer.columns]
    shown = [names.index(column) for column in columns.split()]
    assert [tuple(row[at] for at in shown) for row in answer.rows] == rows


def test_every_query_is_asked_for_something_it_finds() -> None:
    assert {name for name, _, _, rows in FOUND if rows} == set(CATALOGUE.queries)


@pytest.mark.parametrize("name", CATALOGUE.queries)
def test_values_have_the_types_that_the_columns_document(region: Store, name: str) -> None:
    classes = {"string": str, "date": str, "integer": int, "number": float, "set": tuple}
    given = next(given for asked, given, _, rows in FOUND if asked == name and rows)
    answer = ask(region, name, given)
    for row in answer.rows:
        for column, value in zip(answer.columns, row, strict=True):
            assert value is None or type(value) is classes[column.type], column
            assert value is not None or column.type != "set"


LIMITED = [
    name for name, query in CATALOGUE.queries.items() if any(p.name == "limit" for p in query.parameters)
]
# What a limit keeps where rows are no events: the columns by which they are ranked.
RANKED = {
    "patterns/network_of_actors": ("-contacts", "one_id", "two_id"),
    "patterns/network_of_parties": ("-contacts", "one_id", "two_id"),
    "quality/near_duplicates": ("-date", "partner", "type", "status"),
    "quality/coverage": ("-published", "source"),
    "quality/unresolved": ("-events", "actor_id"),
    "quality/without_party": ("-events", "actor_id"),
    "who_met_whom/at_one_remove": ("-ways", "actor_id"),
}


# Of these the region has one row; test_lists_of_actors.py has more of the latter two.
SINGLE = {"quality/near_duplicates", "quality/unresolved", "quality/without_party"}


def cell(column: int, row: tuple[Any, ...]) -> Any:
    """A value to sort by; nothing comes before all else."""
    return row[column] or ""


def fullest(store: Store, name: str) -> tuple[dict[str, str], catalogue.Answer]:
    """What is given to a query where it finds most, and all that it finds."""
    found = ((given, ask(store, name, given)) for asked, given, *_ in FOUND if asked == name)
    return max(found, key=lambda pair: len(pair[1].rows))


def assert_limits_keep_the_first(
    store: Store, name: str, given: dict[str, str], whole: catalogue.Answer, ranked: Sequence[tuple[Any, ...]]
) -> None:
    """Every limit keeps so many of the ranked rows, in the order of the whole."""
    for limit in range(1, len(ranked)):
        kept = [row for row in whole.rows if row in ranked[:limit]]
        assert list(ask(store, name, {**given, "limit": str(limit)}).rows) == kept, limit


@pytest.mark.parametrize("name", sorted(RANKED))
def test_a_limit_keeps_the_first_by_rank(region: Store, name: str) -> None:
    given, whole = fullest(region, name)
    names = [column.name for column in whole.columns]
    ranked = list(whole.rows)
    for key in reversed(RANKED[name]):
        column = names.index(key.lstrip("-"))
        ranked.sort(key=partial(cell, column), reverse=key.startswith("-"))
    assert len(ranked) > (name not in SINGLE)
    assert_limits_keep_the_first(region, name, given, whole, ranked)


@pytest.mark.parametrize("name", [name for name in LIMITED if name not in RANKED])
def test_a_limit_keeps_the_newest_rows_in_the_same_order(region: Store, name: str) -> None:
    """Of plans to come the soonest are kept, of those past the last to have been due."""
    given, whole = fullest(region, name)
    names = [column.name for column in whole.columns]
    day = names.index("expected_by" if name.startswith("planned/") and "expected_by" in names else "date")
    by_day = sorted(whole.rows, key=lambda row: (str(row[day] or ""), str(row[names.index("event_id")])))
    if name != "planned/coming":
        by_day.reverse()
    assert_limits_keep_the_first(region, name, given, whole, by_day)


def test_every_store_finds_the_same(stores: dict[str, Store]) -> None:
    for store in stores.values():
        store.apply(diff(REGION, store.digests()))
    for name, given, *_ in FOUND:
        embedded, *servers = [ask(store, name, given).rows for store in stores.values()]
        assert all(rows == embedded for rows in servers), (name, given)


@pytest.mark.parametrize("name", CATALOGUE.queries)
def test_a_server_plans_every_query(neo4j_store: Store, neo4j_2026_store: Store, name: str) -> None:
    query = CATALOGUE.queries[name]
    parameters = CATALOGUE.bind(query, query.example)
    for store in (neo4j_store, neo4j_2026_store):
        store.run(f"EXPLAIN {query.cypher}", parameters)


def test_an_empty_store_answers_with_no_rows(store: Store) -> None:
    for query in CATALOGUE.queries.values():
        assert CATALOGUE.run(query, store, query.example).rows == (), query.name
