"""A small graph made by hand, and one of any size, for the tests of stores and queries."""

from __future__ import annotations

import datetime

from liqaa.graph.projection.projection import Projection
from liqaa.graph.schema import EDGES, NODES, Edge, Node, Value, search_form
from what_follows import what_follows

_NODE_PROPERTIES = {table.label: table.properties for table in NODES}
_EDGE_PROPERTIES = {table.type: table.properties for table in EDGES}


def node(label: str, node_id: str, /, **properties: Value) -> Node:
    """A node whose other properties are None."""
    assert not properties.keys() - _NODE_PROPERTIES[label].keys()
    return Node(label, node_id, {name: properties.get(name) for name in _NODE_PROPERTIES[label]})


def edge(kind: str, source: str, target: str, key: str = "", /, **properties: Value) -> Edge:
    """A relationship whose other properties are None."""
    assert not properties.keys() - _EDGE_PROPERTIES[kind].keys()
    return Edge(kind, source, target, key, {name: properties.get(name) for name in _EDGE_PROPERTIES[kind]})


def actor(actor_id: str, name: str, kind: str = "person", aliases: tuple[str, ...] = ()) -> Node:
    """An actor found by its name and aliases, but not known by name."""
    search = search_form(actor_id, name, *aliases)
    return node("Actor", actor_id, name=name, kind=kind, named=False, aliases=list(aliases), search=search)


def party(code: str, name_ar: str, name_en: str, kind: str = "state") -> Node:
    """A party found by code and names."""
    search = search_form(code, name_ar, name_en)
    return node("Party", code, code=code, kind=kind, name_ar=name_ar, name_en=name_en, search=search)


def office(office_id: str, name_ar: str) -> Node:
    """An office found by its words."""
    return node("Office", office_id, name_ar=name_ar, search=search_form(office_id, name_ar))


def topic(topic_id: str, name_ar: str | None, name_en: str) -> Node:
    """A topic found by id and names."""
    search = search_form(topic_id, name_ar, name_en)
    return node("Topic", topic_id, name_ar=name_ar, name_en=name_en, search=search)


def event(event_id: str, kind: str, date: str | None, **properties: Value) -> Node:
    """An event that occurred, of one day or none."""
    known: dict[str, Value] = {
        "status": "occurred",
        "salience": "main",
        "date_end": date,
        "date_precision": "day" if date else None,
        "month": date[:7] if date else None,
        "day_number": datetime.date.fromisoformat(date).toordinal() if date else None,
        "title": f"{kind} {event_id}",
        "report_count": 1,
        "disputed": [],
    }
    known |= properties
    known["first_day"] = date or "0001-01-01"
    known["last_day"] = known["date_end"] or known["first_day"]
    return node("Event", event_id, type=kind, date=date, **known)


def report(report_id: str, quote: str, **properties: Value) -> Node:
    """A report with its words."""
    return node(
        "Report",
        report_id,
        quote=quote,
        field="text",
        start=0,
        end=len(quote),
        rule="r-1",
        extractor="0.1",
        **properties,
    )


def article(article_id: str, title: str, published: str | None, source: str = "صحيفة الاختبار") -> Node:
    """An article with an address of its own."""
    url, day = f"https://example.org/{article_id}", published or "0001-01-01"
    return node("Article", article_id, title=title, published=published, day=day, source=source, url=url)


def report_edges(report_id: str, event_id: str, article_id: str) -> tuple[Edge, Edge]:
    """What leads from a report to its event and to its article."""
    return edge("REPORTS", report_id, event_id), edge("IN_ARTICLE", report_id, article_id)


def projection(*parts: Node | Edge) -> Projection:
    """The parts, sorted as a projection is."""
    nodes = [part for part in parts if isinstance(part, Node)]
    edges = [part for part in parts if isinstance(part, Edge)]
    following = list(what_follows(nodes, edges))
    nodes += [part for part in following if isinstance(part, Node)]
    edges += [part for part in following if isinstance(part, Edge)]
    return Projection(
        tuple(sorted(nodes, key=lambda n: (n.label, n.id))),
        tuple(sorted(edges, key=lambda e: (e.type, e.source, e.target, e.key))),
    )


SMALL = projection(
    party("US", "الولايات المتحدة", "United States"),
    party("IL", "إسرائيل", "Israel"),
    party("EG", "مصر", "Egypt"),
    party("UN", "الأمم المتحدة", "United Nations", kind="organisation"),
    party("HAMAS", "حماس", "Hamas", kind="authority"),
    actor("a-milley", "مارك ميلي", aliases=("الجنرال ميلي", "Mark Milley")),
    actor("a-kochavi", "أفيف كوخافي"),
    actor("a-zaki", "محمد زكي"),
    actor("a-egypt", "مصر", kind="state"),
    actor("a-envoy", "مبعوث خاص"),
    office("o-cjcs", "رئيس هيئة الأركان المشتركة"),
    node("Place", "p-telaviv", name_ar="تل أبيب", name_en="Tel Aviv"),
    node("Place", "p-cairo", name_ar="القاهرة", name_en="Cairo"),
    topic("military_cooperation", "التعاون العسكري", "military cooperation"),
    topic("arms", "التسليح", "arms"),
    topic("security", None, "security"),
    event("e-1", "visit", "2021-03-14", date_end="2021-03-16", subtype="working"),
    event("e-2", "talks", "2021-03-15", subtype="meeting", report_count=2, disputed=["date"]),
    event("e-3", "honor", "2021-03-15", subtype="medal"),
    event("e-4", "call", None, subtype="phone", status="planned", expected_by="2021-05-01"),
    event("e-7", "visit", "2021-03-13", subtype="other", status="planned", expected_by="2021-03-13"),
    event("e-8", "talks", "2021-04-01", subtype="meeting", status="planned", expected_by="2021-04-01"),
    event("e-9", "talks", "2021-03-30", subtype="meeting", status="cancelled"),
    node("Redirect", "e-2old", kind="event", target="e-2"),
    node("Redirect", "a-milley-old", kind="actor", target="a-milley"),
    event("e-5", "visit", "2022-06-01", date_end="2022-06-30", date_precision="month", subtype="other"),
    event("e-6", "honor", "2020-01-05", subtype="guard_of_honour"),
    *(
        report(f"r-{number}", quote, **({"date": f"2021-03-{13 + number}"} if number in (2, 3) else {}))
        for number, quote in enumerate(
            (
                "وصل الجنرال مارك ميلي إلى تل أبيب في زيارة عمل.",
                "بحث ميلي مع كوخافي التعاون العسكري بين الجيشين.",
                "التقى رئيس الأركان نظيره الأمريكي وبحثا صفقات السلاح.",
                "قلّد كوخافي ضيفه وسام التقدير.",
                "من المقرر أن يجري ميلي اتصالا بوزير الدفاع المصري.",
                "يزور ميلي القاهرة الشهر المقبل.",
                "استقبل زكي ضيفه بحرس الشرف.",
            ),
            start=1,
        )
    ),
    article("d-1", "ميلي في تل أبيب", "2021-03-15"),
    article("d-2", "مباحثات عسكرية", "2021-03-16"),
    article("d-3", "اتصال مرتقب", None),
    edge("TOOK_PART", "a-milley", "e-1", "visitor", role="visitor", office="رئيس الأركان"),
    edge("TOOK_PART", "a-kochavi", "e-1", "host", role="host"),
    edge("TOOK_PART", "a-milley", "e-2", "party", role="party", name_as_reported="ميلي"),
    edge("TOOK_PART", "a-kochavi", "e-2", "party", role="party"),
    edge("TOOK_PART", "a-envoy", "e-2", "attendee", role="attendee"),
    edge("TOOK_PART", "a-milley", "e-3", "honoree", role="honoree"),
    edge("TOOK_PART", "a-kochavi", "e-3", "conferrer", role="conferrer"),
    edge("TOOK_PART", "a-milley", "e-4", "caller", role="caller"),
    edge("TOOK_PART", "a-zaki", "e-4", "callee", role="callee"),
    edge("TOOK_PART", "a-milley", "e-5", "visitor", role="visitor"),
    edge("TOOK_PART", "a-egypt", "e-5", "host", role="host"),
    edge("TOOK_PART", "a-milley", "e-6", "honoree", role="honoree"),
    edge("TOOK_PART", "a-milley", "e-6", "party", role="party"),
    edge("TOOK_PART", "a-zaki", "e-6", "conferrer", role="conferrer"),
    edge("REPRESENTS", "a-milley", "US"),
    edge("REPRESENTS", "a-kochavi", "IL"),
    edge("REPRESENTS", "a-zaki", "EG"),
    edge("REPRESENTS", "a-egypt", "EG"),
    edge(
        "HELD",
        *("a-milley", "o-cjcs", "2019-10-01"),
        first_seen="2019-10-01",
        last_seen="2023-09-29",
        source="register",
    ),
    *(edge("TOOK_PART", "a-envoy", event_id, "party", role="party") for event_id in ("e-7", "e-8", "e-9")),
    *(edge("BETWEEN", event_id, code) for event_id in ("e-7", "e-8", "e-9") for code in ("UN", "HAMAS")),
    edge("FULFILLED_BY", "e-7", "e-1"),
    edge("CANCELLED_BY", "e-8", "e-9"),
    *(edge("PART_OF", event_id, "e-1") for event_id in ("e-2", "e-3")),
    edge("OF", "o-cjcs", "US"),
    *(edge("BETWEEN", event_id, "US") for event_id in ("e-1", "e-2", "e-3", "e-4", "e-5", "e-6")),
    *(edge("BETWEEN", event_id, "IL") for event_id in ("e-1", "e-2", "e-3")),
    *(edge("BETWEEN", event_id, "EG") for event_id in ("e-4", "e-5", "e-6")),
    *(edge("AT", event_id, "p-telaviv") for event_id in ("e-1", "e-2")),
    edge("AT", "e-5", "p-cairo"),
    edge("IN", "p-telaviv", "IL"),
    edge("IN", "p-cairo", "EG"),
    edge("ABOUT", "e-2", "military_cooperation"),
    edge("ABOUT", "e-2", "arms"),
    edge("ABOUT", "e-4", "security"),
    edge("BROADER", "arms", "military_cooperation"),
    *(
        part
        for number, event_id, article_id in (
            (1, "e-1", "d-1"),
            (2, "e-2", "d-1"),
            (3, "e-2", "d-2"),
            (4, "e-3", "d-2"),
            (5, "e-4", "d-3"),
            (6, "e-5", "d-2"),
            (7, "e-6", "d-1"),
        )
        for part in report_edges(f"r-{number}", event_id, article_id)
    ),
)


def large(events: int) -> Projection:
    """Events of two actors each, every one reported by an article of its own."""
    actors = [actor(f"a-{number:05}", f"الشخص {number}") for number in range(events // 10 + 2)]
    parts: list[Node | Edge] = [*actors, party("US", "الولايات المتحدة", "United States")]
    parts += [edge("REPRESENTS", someone.id, "US") for someone in actors]
    for number in range(events):
        event_id, report_id, article_id = f"e-{number:06}", f"r-{number:06}", f"d-{number:06}"
        day = f"{2000 + number % 20}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        parts += [
            event(event_id, ("visit", "call", "honor", "talks")[number % 4], day),
            report(report_id, f"التقى الطرفان في اليوم {number}."),
            article(article_id, f"خبر {number}", day),
            edge("TOOK_PART", actors[number % len(actors)].id, event_id, "party", role="party"),
            edge("TOOK_PART", actors[(number * 7 + 1) % len(actors)].id, event_id, "party", role="party"),
            edge("BETWEEN", event_id, "US"),
            *report_edges(report_id, event_id, article_id),
        ]
    return projection(*{_key(part): part for part in parts}.values())


def _key(part: Node | Edge) -> tuple[str, ...]:
    if isinstance(part, Node):
        return part.label, part.id
    return part.type, part.source, part.target, part.key
