"""The projection: what reports agree on, as nodes and relationships that fit the schema."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from liqaa.graph.events.copies import Printed, copies_of
from liqaa.graph.identity import resolve
from liqaa.graph.projection.labels import Labels, PartyLabel, TopicLabel
from liqaa.graph.projection.projection import Projection, project
from liqaa.graph.schema import EDGES, Edge, Node
from liqaa.graph.stores.rows import edge_batches, node_batches
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Article, Report
from liqaa.ontology.sketch import sketch_of
from told import told, written

LABELS = Labels(
    parties={
        "US": PartyLabel("state", "الولايات المتحدة", "United States", ("أميركا",)),
        "IL": PartyLabel("state", "إسرائيل", "Israel"),
        "SY": PartyLabel("state", "سورية", "Syria"),
        "GCC": PartyLabel("organisation", "مجلس التعاون", "Gulf Cooperation Council"),
    },
    topics={
        "security": TopicLabel("الأمن", "Security"),
        "arms": TopicLabel("التسلح", "Arms", "security"),
        "conflict": TopicLabel(
            "النزاعات", "Conflicts", "security", "النزاع في {country}", "Conflict in {country}"
        ),
    },
    types={"talks": "لقاء", "visit": "زيارة", "call": "اتصال", "honor": "تكريم"},
)
MILLEY, HALEVI = "US:مارك ميلي/رئيس هيئة الأركان المشتركة", "IL:هرتسي هاليفي/رئيس الأركان"


def graph_of(reports: Sequence[Report], articles: dict[str, Article] | None = None) -> Projection:
    """The projection of reports, with an article for each."""
    cited = articles or {report.doc_id: written(report.doc_id) for report in reports}
    published = {doc_id: article.date for doc_id, article in cited.items()}
    resolution = resolve(reports, published=published, people={})
    by_id = {report.report_id: report for report in reports}
    graph = project(resolution, by_id, cited, LABELS, extractors=dict.fromkeys(by_id, "x1"))
    assert_fits(graph)
    return graph


def assert_fits(graph: Projection) -> None:
    """Sorted, every key once, both ends there, and every property as the schema has it."""
    nodes = [(node.label, node.id) for node in graph.nodes]
    edges = [(edge.type, edge.source, edge.target, edge.key) for edge in graph.edges]
    assert nodes == sorted(set(nodes))
    assert edges == sorted(set(edges))
    ends = {table.type: table for table in EDGES}
    for edge in graph.edges:
        assert (ends[edge.type].source, edge.source) in nodes
        assert (ends[edge.type].target, edge.target) in nodes
    assert sum(len(rows) for _, rows in node_batches(graph.nodes)) == len(nodes)
    assert sum(len(rows) for _, rows in edge_batches(graph.edges)) == len(edges)


def only(graph: Projection, label: str) -> dict[str, Any]:
    """The properties of the one node of a label."""
    (node,) = nodes(graph, label)
    return node.properties


def nodes(graph: Projection, label: str) -> list[Node]:
    return [node for node in graph.nodes if node.label == label]


def edges(graph: Projection, type_: str) -> list[Edge]:
    return [edge for edge in graph.edges if edge.type == type_]


def test_an_event_is_what_its_reports_agree_on() -> None:
    graph = graph_of(
        [
            told(
                "a", "talks", HALEVI, MILLEY, subtype="other", place="تل أبيب", country="IL", topics=("arms",)
            ),
            told("b", "talks", HALEVI, MILLEY, subtype="reception", country="IL", topics=("arms", "nuclear")),
            told(
                "c",
                "talks",
                HALEVI,
                MILLEY,
                date="2018-06-06",
                salience="background",
                topics=("conflict:SY", "arms"),
            ),
            told("d", "talks", "IL:", MILLEY, place="تل ابيب", country="IL"),
        ]
    )
    assert only(graph, "Event") == {
        "type": "talks",
        "subtype": "reception",
        "status": "occurred",
        "salience": "main",
        "date": "2018-06-05",
        "date_end": None,
        "date_precision": "day",
        "first_day": "2018-06-05",
        "last_day": "2018-06-05",
        "month": "2018-06",
        "day_number": 736850,
        "title": "لقاء: هرتسي هاليفي – مارك ميلي",
        "report_count": 4,
        "source_count": 1,
        "party_count": 2,
        "disputed": ["date"],
        "expected_by": None,
    }
    assert [edge.target for edge in edges(graph, "ABOUT")] == ["arms"]
    assert only(graph, "Place") == {"name_ar": "تل أبيب", "name_en": None}
    took_part = {
        edge.properties["name_as_reported"]: edge.properties["role"] for edge in edges(graph, "TOOK_PART")
    }
    assert took_part == {"مارك ميلي": "guest", "هرتسي هاليفي": "host"}
    assert [edge.target for edge in edges(graph, "BETWEEN")] == ["IL", "US"]
    assert len(nodes(graph, "Report")) == len(nodes(graph, "Article")) == len(edges(graph, "REPORTS")) == 4
    assert [edge.target for edge in edges(graph, "QUOTES")] == [
        min(node.id for node in nodes(graph, "Report"))
    ]


def test_a_tie_knows_the_days_of_which_it_has_several_events_alike() -> None:
    """Only where the day is known, and of one status and type."""
    graph = graph_of(
        [
            told("a", "talks", HALEVI, MILLEY),
            told("b", "talks", "IL:أفيغدور ليبرمان", "US:جيمس ماتيس"),
            told("c", "talks", "IL:إيلي كوهين", "US:جون بولتون", status="planned"),
            told("d", "call", "IL:إيلي كوهين", "US:جون بولتون"),
            told("e", "talks", "IL:إيلي كوهين", "US:جون بولتون", date="2018-05"),
            told("f", "talks", "IL:أفيغدور ليبرمان", "US:جيمس ماتيس", date="2018-05"),
        ]
    )
    tie = only(graph, "Tie")
    assert tie["alike"] == ["2018-06-05 talks occurred"]
    assert tie["contacts"] == len(nodes(graph, "Event")) - 1 == 5


def test_a_person_has_the_fullest_name_every_alias_and_the_offices_seen() -> None:
    graph = graph_of(
        [
            told("a", "call", "US:جيمس ماتيس/وزير الدفاع", "IL:"),
            told("a", "talks", "US:ماتيس/وزير الدفاع", "FR:", date="2018-07-01"),
            told("b", "call", "US:جيمس ماتيس/الوزير", "IL:", date=None),
        ],
        {"a": written("a"), "b": written("b", "2018-01-02")},
    )
    person = next(node for node in nodes(graph, "Actor") if node.properties["kind"] == "person")
    assert person.properties["name"] == "جيمس ماتيس"
    assert person.properties["aliases"] == ["جيمس ماتيس", "ماتيس"]
    assert "| ماتيس |" in str(person.properties["search"])
    offices = {node.id: node.properties["name_ar"] for node in nodes(graph, "Office")}
    held = {offices[edge.target]: edge.properties for edge in edges(graph, "HELD")}
    assert (held["وزير الدفاع"]["first_seen"], held["وزير الدفاع"]["last_seen"]) == (
        "2018-06-05",
        "2018-07-01",
    )
    assert held["الوزير"]["first_seen"] == "2018-01-02"
    told_by = {edge.source: edge.target for edge in edges(graph, "IN_ARTICLE")}
    assert [told_by[report_id] for report_id in held["وزير الدفاع"]["evidence"]] == ["a", "a"]
    assert [told_by[report_id] for report_id in held["الوزير"]["evidence"]] == ["b"]
    assert [held[office]["report_count"] for office in ("وزير الدفاع", "الوزير")] == [2, 1]


UNNAMED = [
    ("IL:", "إسرائيل"),
    ("IL:/قائد سلاح الجو", "قائد سلاح الجو (إسرائيل)"),
    ("IL:/~وفد عسكري", "وفد عسكري (إسرائيل)"),
    ("XX:", "XX"),
]


@pytest.mark.parametrize(("words", "name"), UNNAMED)
def test_who_has_no_name_is_called_by_office_and_party(words: str, name: str) -> None:
    graph = graph_of([told("a", "talks", MILLEY, words)])
    assert name in {node.properties["name"] for node in nodes(graph, "Actor")}


DATES = [
    (["2018-06", "2018-06-05"], ("2018-06-05", None, "day", "2018-06")),
    (["2018-06", None], ("2018-06-01", "2018-06-30", "month", "2018-06")),
    (["2018"], ("2018-01-01", "2018-12-31", "year", None)),
    ([None], (None, None, None, None)),
    (["2018-06-05", "2018-06-06", "2018-06-06"], ("2018-06-06", None, "day", "2018-06")),
    (["2018-06-06", "2018-06-05"], ("2018-06-05", None, "day", "2018-06")),
]


@pytest.mark.parametrize(("dates", "agreed"), DATES)
def test_dates_agree(dates: list[str | None], agreed: tuple[str | None, ...]) -> None:
    event = only(
        graph_of([told(f"d{i}", "call", MILLEY, HALEVI, date=day) for i, day in enumerate(dates)]), "Event"
    )
    assert (event["date"], event["date_end"], event["date_precision"], event["month"]) == agreed
    assert event["day_number"] == (date.fromisoformat(str(event["date"])).toordinal() if agreed[0] else None)


STATUSES = [
    (("planned", "planned", "occurred"), ["occurred", "planned"], ["FULFILLED_BY"]),
    (("planned", "planned", "cancelled"), ["cancelled", "planned"], ["CANCELLED_BY"]),
    (("planned", "planned"), ["planned"], []),
    (("cancelled", "cancelled"), ["cancelled"], []),
    (("cancelled", "occurred"), ["cancelled", "occurred"], []),
]


@pytest.mark.parametrize(("given_", "statuses", "links"), STATUSES)
def test_a_plan_and_what_became_of_it_are_two_events(
    given_: tuple[Any, ...], statuses: list[str], links: list[str]
) -> None:
    graph = graph_of(
        [told(f"d{i}", "call", MILLEY, HALEVI, status=status) for i, status in enumerate(given_)]
    )
    assert sorted(str(node.properties["status"]) for node in nodes(graph, "Event")) == statuses
    assert [edge.type for edge in graph.edges if edge.type in ("FULFILLED_BY", "CANCELLED_BY")] == links


def test_topics_bring_those_above_them_and_parties_their_names() -> None:
    graph = graph_of([told("a", "call", MILLEY, HALEVI, topics=("conflict:SY", "unheard_of"))])
    names = {node.id: node.properties["name_ar"] for node in nodes(graph, "Topic")}
    searched = {node.id: str(node.properties["search"]) for node in nodes(graph, "Topic")}
    assert "| conflict:sy |" in searched["conflict:SY"] and f" {fold('سورية')} |" in searched["conflict:SY"]
    assert names == {
        "conflict:SY": "النزاع في سورية",
        "conflict": "النزاعات",
        "security": "الأمن",
        "unheard_of": "unheard_of",
    }
    assert {(e.source, e.target) for e in edges(graph, "BROADER")} == {
        ("conflict:SY", "conflict"),
        ("conflict", "security"),
    }
    party = next(node for node in nodes(graph, "Party") if node.id == "US")
    assert party.properties["name_en"] == "United States"
    assert " أميركا " in str(party.properties["search"])


def test_attendees_take_part_but_their_party_does_not_meet() -> None:
    graph = graph_of([told("a", "talks", HALEVI, MILLEY, attendees=("FR:جان إيف لودريان/وزير الدفاع",))])
    assert [edge.target for edge in edges(graph, "BETWEEN")] == ["IL", "US"]
    assert len(edges(graph, "TOOK_PART")) == 3


def test_many_participants_end_in_and_others() -> None:
    people = [f"{code}:/وزير الدفاع" for code in ("US", "IL", "FR", "GB", "DE", "EG")]
    title = only(graph_of([told("a", "talks", *people)]), "Event")["title"]
    assert str(title).endswith("– وآخرون")
    assert str(title).count("–") == 4


REPORTS = [
    told("a", "talks", HALEVI, MILLEY, place="تل أبيب", country="IL"),
    told("b", "talks", HALEVI, MILLEY, place="تل ابيب", country="IL", topics=("arms", "energy")),
    told("c", "talks", "IL:هاليفي", "US:ميلي", subtype="reception", date=None),
    told("a", "visit", MILLEY, "IL:", country="IL"),
    told("d", "visit", "US:مارك ميلي/رئيس الأركان", HALEVI, date="2018-06-06", country="IL"),
    told("d", "honor", MILLEY, "IL:", subtype="medal", topics=("conflict:SY",)),
]


@settings(max_examples=60)
@given(st.permutations(REPORTS), st.integers(0, len(REPORTS)))
def test_order_does_not_matter(reports: list[Report], count: int) -> None:
    assert list(graph_of(reports).lines()) == list(graph_of(REPORTS).lines())
    assert list(graph_of(reports[:count]).lines()) == list(
        graph_of(sorted(reports[:count], key=repr)).lines()
    )


def test_the_hash_seed_does_not_matter() -> None:
    script = (
        f"import sys; sys.path[:0] = {[str(Path(__file__).parent), str(Path(__file__).parents[1])]!r}\n"
        "from test_projection import REPORTS, graph_of\n"
        "print('\\n'.join(graph_of(REPORTS).lines()))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True, check=True, encoding="utf-8",
        ).stdout
        for seed in ("0", "1", "2")
    }  # fmt: skip
    assert outputs == {"\n".join(graph_of(REPORTS).lines()) + "\n"}


OTHER_WORDS = "بحث القائدان التعاون العسكري في لقاء جمعهما أمس في العاصمة"
BRIEF = "التقى الوزيران أمس"  # alike by chance
AGENCY = "استقبل رئيس الأركان الضيف في مقر الوزارة وبحث معه سبل تعزيز التعاون العسكري بين البلدين الصديقين"

TEXT = (
    "استقبل رئيس الأركان في مقر الوزارة صباح اليوم نظيره الضيف والوفد المرافق له، وجرى خلال اللقاء بحث سبل "
    "تعزيز التعاون العسكري بين البلدين الصديقين، وتبادل الخبرات في مجال التدريب، وأمن الحدود ومكافحة "
    "التهريب. وحضر اللقاء عدد من كبار الضباط وسفير الدولة الضيفة، ثم زار الوفد الكلية الحربية واطلع عليها."
)
EDITED = "وكالات: " + TEXT.replace("صباح اليوم", "أمس").replace("الأركان", "الاركان").replace("،", " ،")
SHORTENED = TEXT.partition(" وتبادل")[0] + " كما أعلن المتحدث باسم الوزارة أن الزيارة تستمر ثلاثة أيام."


@pytest.mark.parametrize(
    ("told_by", "copies"),
    [
        ({"a": ("p1", "2018-06-05", AGENCY), "b": ("p2", "2018-06-06", f"{AGENCY}.")}, {"b": "a"}),
        ({"a": ("p1", "2018-06-06", AGENCY), "b": ("p2", "2018-06-05", AGENCY)}, {"a": "b"}),
        ({"a": ("p1", "", AGENCY), "b": ("p2", "2018-06-05", AGENCY)}, {"a": "b"}),
        ({"a": ("p1", "", AGENCY), "b": ("p2", "", AGENCY), "c": ("p3", "", AGENCY)}, {"b": "a", "c": "a"}),
        ({"a": ("p1", "", AGENCY), "b": ("p1", "", AGENCY)}, {}),  # one article that says it twice
        ({"a": ("p1", "", AGENCY), "b": ("p2", "", OTHER_WORDS)}, {}),
        ({"a": ("p1", "", BRIEF), "b": ("p2", "", BRIEF)}, {}),
        ({"a": ("p1", "", AGENCY, TEXT), "b": ("p2", "", OTHER_WORDS, EDITED)}, {"b": "a"}),
        ({"a": ("p1", "", BRIEF, TEXT), "b": ("p2", "", BRIEF, EDITED)}, {"b": "a"}),
        ({"a": ("p1", "", AGENCY, TEXT), "b": ("p1", "", OTHER_WORDS, TEXT)}, {}),
        ({"a": ("p1", "", AGENCY, TEXT), "b": ("p2", "", OTHER_WORDS, SHORTENED)}, {}),
        ({"a": ("p1", "", BRIEF, "نص"), "b": ("p2", "", BRIEF, "نص")}, {}),  # too short to tell
        (  # the text goes before the sentence, and the first of three papers before the second
            {
                "a": ("p1", "", OTHER_WORDS, TEXT),
                "b": ("p2", "", AGENCY, SHORTENED),
                "c": ("p3", "", AGENCY, EDITED),
            },
            {"c": "a"},
        ),
    ],
)  # fmt: skip
def test_the_same_words_in_another_paper_are_a_copy(
    told_by: dict[str, tuple[str, ...]], copies: dict[str, str]
) -> None:
    printed = {
        id_: Printed(article, day, sentence, sketch_of("".join(text)))
        for id_, (article, day, sentence, *text) in told_by.items()
    }
    assert copies_of(printed) == copies
    assert copies_of(dict(reversed(printed.items()))) == copies


def test_a_copy_is_a_report_that_says_so() -> None:
    first = replace(told("p1", "talks", MILLEY, HALEVI), evidence=AGENCY)
    second = replace(first, doc_id="p2")
    graph = graph_of([first, second])
    reports = {node.id: node.properties["copy_of"] for node in graph.nodes if node.label == "Report"}
    (event,) = [node for node in graph.nodes if node.label == "Event"]
    assert event.properties["report_count"] == len(reports) == 2
    assert sorted(reports.values(), key=str) == sorted([None, min(reports)], key=str)


def test_a_text_that_several_papers_print_is_one_source() -> None:
    first = replace(told("p1", "talks", MILLEY, HALEVI), evidence=AGENCY)
    edited = replace(told("p2", "talks", MILLEY, HALEVI), evidence=OTHER_WORDS)
    cited = {
        doc_id: replace(written(doc_id, text=text), source=f"صحيفة {doc_id}")
        for doc_id, text in (("p1", TEXT), ("p2", EDITED))
    }
    (event,) = [node for node in graph_of([first, edited], cited).nodes if node.label == "Event"]
    assert (event.properties["report_count"], event.properties["source_count"]) == (2, 1)
    cited["p2"] = replace(cited["p2"], text=SHORTENED)
    (event,) = [node for node in graph_of([first, edited], cited).nodes if node.label == "Event"]
    assert event.properties["source_count"] == 2
