"""Names in either script and any spelling find the actor, on both stores, and unknown ones the nearest."""

from __future__ import annotations

import neo4j
import pytest
from liqaa.graph.identity import resolve
from liqaa.graph.projection.labels import Labels, PartyLabel, TopicLabel
from liqaa.graph.projection.projection import project
from liqaa.graph.stores.delta import Delta
from liqaa.graph.stores.lookup import is_written, nearest, nearest_events, sounding_like
from liqaa.graph.stores.store import Store, neo4j_settings
from liqaa.ontology.folding import fold
from neo4j_server import Server
from told import told, written

REPORTS = [
    told("a", "talks", "US:جيمس ماتيس/وزير الدفاع", "SA:محمد بن سلمان بن عبدالعزيز"),
    told("b", "talks", "RU:سيرغي لافروف/وزير الخارجية", "SA:محمد بن سلطان"),
    told("c", "call", "TR:رجب طيب أردوغان/الرئيس", "OM:هزاع الشبيبي", topics=("arms",)),
]
LABELS = Labels(
    parties={
        "US": PartyLabel("state", "الولايات المتحدة", "United States"),
        "SA": PartyLabel("state", "السعودية", "Saudi Arabia"),
    },
    topics={"arms": TopicLabel("الأسلحة", "arms")},
)


def filled(store: Store) -> Store:
    """A store with the graph of the reports, and without the register, which would know every spelling."""
    by_id = {report.report_id: report for report in REPORTS}
    articles = {report.doc_id: written(report.doc_id) for report in REPORTS}
    graph = project(resolve(by_id, people={}), by_id, articles, LABELS, extractors=dict.fromkeys(by_id, "x"))
    store.prepare()
    store.apply(Delta(put_nodes=graph.nodes, put_edges=graph.edges))
    return store


@pytest.fixture(params=["ladybug_store", "neo4j_store"])
def store(request: pytest.FixtureRequest) -> Store:
    """Either store, filled."""
    return filled(request.getfixturevalue(request.param))


ASKED = [
    ("جيم ماتيس", ["جيمس ماتيس"]),
    ("James Mattis", ["جيمس ماتيس"]),
    ("Jim Mattis", ["جيمس ماتيس"]),
    ("Mohamed bin Salman", ["محمد بن سلمان بن عبدالعزيز"]),
    ("Muhammad ibn Salman Al Saud", ["محمد بن سلمان بن عبدالعزيز"]),
    ("Mohammed bin Sultan", ["محمد بن سلطان"]),
    ("سيرجى لافروف", ["سيرغي لافروف"]),
    ("Sergey Lavrov", ["سيرغي لافروف"]),
    ("Lavrov", ["سيرغي لافروف"]),
    ("Recep Tayyip Erdoğan", ["رجب طيب أردوغان"]),
    ("Erdogan", ["رجب طيب أردوغان"]),
    ("Hazza al-Shebibi", ["هزاع الشبيبي"]),
    ("Mohammed", ["محمد بن سلطان", "محمد بن سلمان بن عبدالعزيز"]),
    ("James Comey", []),
    ("李", []),
    ("!", []),
]


def test_any_spelling_finds_the_actor(store: Store) -> None:
    assert {name: sorted(one.name for one in sounding_like(store, name)) for name, _ in ASKED} == dict(ASKED)


def test_what_is_written_so_needs_no_comparison(store: Store) -> None:
    assert is_written(store, fold("ماتيس"))
    assert is_written(store, fold("mattis"))
    assert not is_written(store, fold("ماتي"))
    assert is_written(store, fold("saudi arabia"), "party")
    assert not is_written(store, fold("saudi"), "party")
    assert is_written(store, fold("وزير الخارجية"), "office")
    assert is_written(store, fold("وزير"), "office")
    assert not is_written(store, fold("الخارجية"), "office")
    assert is_written(store, fold("الأسلحة"), "topic")
    assert not is_written(store, fold("سلاح"), "topic")


def test_an_unknown_name_is_offered_the_nearest(store: Store) -> None:
    assert [one.name for one in nearest(store, "ماتيوس")] == ["جيمس ماتيس"]
    assert nearest(store, "Lavrow")[0].name == "سيرغي لافروف"
    assert [one.id for one in nearest(store, "السعوديه العربية", "party")] == ["SA"]
    assert nearest(store, "وزير الدفاغ", "office")[0].name == "وزير الدفاع"
    assert [one.id for one in nearest(store, "الاسحلة", "topic")] == ["arms"]
    assert nearest(store, "qqqq") == []


def test_an_event_is_there_or_the_nearest_ids_are_offered(store: Store) -> None:
    (event_id, *_), *_ = store.run("MATCH (e:Event) RETURN e.id ORDER BY e.id", {}).rows
    asked = str(event_id)
    assert nearest_events(store, asked) is None
    assert asked in (nearest_events(store, asked[:-1] + "#") or ())
    assert nearest_events(store, "§§§") == []


def test_neo4j_finds_what_sounds_so_by_its_index(neo4j_store: Store, neo4j_server: Server) -> None:
    filled(neo4j_store)
    settings = neo4j_settings(neo4j_server.environ)
    login = (settings.username, settings.password or "")
    with neo4j.GraphDatabase.driver(settings.uri, auth=login) as driver:
        for joiner in ("AND", "OR"):
            test = f"n.sounds CONTAINS $one {joiner} n.sounds CONTAINS $other"
            plan = driver.execute_query(
                f"EXPLAIN MATCH (n:Actor) WHERE {test} RETURN n.id", one=" mds ", other=" sldn "
            ).summary.plan
            assert "NodeIndexContainsScan" in str(plan), plan
