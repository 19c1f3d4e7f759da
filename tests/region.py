"""A region made by hand, with something to find for every curated query; people and events are invented."""

from __future__ import annotations

from collections.abc import Iterator

from hand_built import (
    actor,
    article,
    edge,
    event,
    node,
    office,
    party,
    projection,
    report,
    report_edges,
    topic,
)
from liqaa.graph.actors.names import sound_form
from liqaa.graph.schema import Edge, Node, Value

Parts = Iterator[Node | Edge]


def person(actor_id: str, name: str, code: str | None) -> Parts:
    """Somebody known by name, who may stand for a party."""
    one = actor(actor_id, name)
    one.properties.update(named=True, sounds=sound_form(name))
    yield one
    if code:
        yield edge("REPRESENTS", actor_id, code)


def happening(
    event_id: str,
    kind: str,
    date: str | None,
    roles: dict[str, str],
    place: str | None = None,
    topics: tuple[str, ...] = (),
    **more: Value,
) -> Parts:
    """An event with its participants (``actor: role``), their parties, its place and its topics."""
    yield event(event_id, kind, date, **more)
    for who, role in roles.items():
        title = "وزير الدفاع" if who == "a-minister" else None
        yield edge("TOOK_PART", who, event_id, role, role=role, office=title)
    for code in sorted({PARTY[who] for who, role in roles.items() if role != "attendee" and who in PARTY}):
        yield edge("BETWEEN", event_id, code)
    if place:
        yield edge("AT", event_id, place)
    for subject in topics:
        yield edge("ABOUT", event_id, subject)


def told(event_id: str, article_id: str, quote: str, confidence: float = 0.9, **said: Value) -> Parts:
    """A report of an event in an article."""
    report_id = f"r-{event_id}-{article_id}"
    yield report(report_id, quote, confidence=confidence, **said)
    yield from report_edges(report_id, event_id, article_id)


PARTY = {
    "a-samer": "JO",
    "a-omar": "JO",
    "a-murad": "TR",
    "a-hussam": "EG",
    "a-nadim": "IQ",
    "a-minister": "IQ",
    "a-luca": "IT",
}

REGION = projection(
    party("JO", "الأردن", "Jordan"),
    party("TR", "تركيا", "Turkey"),
    party("EG", "مصر", "Egypt"),
    party("IQ", "العراق", "Iraq"),
    party("IT", "إيطاليا", "Italy"),
    *person("a-samer", "سامر العبادي", "JO"),
    *person("a-omar", "عمر الزعبي", "JO"),
    *person("a-murad", "مراد يلماز", "TR"),
    *person("a-hussam", "حسام الشافعي", "EG"),
    *person("a-nadim", "نديم الراوي", "IQ"),
    *person("a-luca", "لوكا مارتيني", "IT"),
    *person("a-leila", "ليلى منصور", None),
    actor("a-minister", "وزير الدفاع (العراق)", aliases=("وزير الدفاع",)),
    edge("REPRESENTS", "a-minister", "IQ"),
    office("o-defence", "وزير الدفاع"),
    edge("OF", "o-defence", "IQ"),
    edge("HELD", "a-nadim", "o-defence", first_seen="2030-05-01", last_seen="2030-12-31", source="reports"),
    node("Place", "p-cairo", name_ar="القاهرة"),
    node("Place", "p-ankara", name_ar="أنقرة"),
    node("Place", "p-amman", name_ar="عمّان"),
    edge("IN", "p-cairo", "EG"),
    edge("IN", "p-ankara", "TR"),
    edge("IN", "p-amman", "JO"),
    topic("conflict", "النزاعات", "conflicts"),
    topic("conflict:SY", "النزاع في سوريا", "conflict in Syria"),
    topic("arms", "الأسلحة", "arms"),
    edge("BROADER", "conflict:SY", "conflict"),
    article("d-1", "العبادي في القاهرة", "2030-03-02", "صحيفة الميناء"),
    article("d-2", "زيارة أردنية", "2030-03-03", "صحيفة الجسر"),
    article("d-3", "جولة العبادي", "2030-03-04", "صحيفة الميناء"),
    article("d-4", "أزمة ومكالمات", "2030-05-14", "صحيفة الجسر"),
    article("d-5", "لقاء ثلاثي", "2030-06-21", "صحيفة الجسر"),
    *happening(
        "e-visit-cairo",
        "visit",
        "2030-03-01",
        {"a-samer": "visitor", "a-omar": "attendee", "a-hussam": "host"},
        "p-cairo",
        subtype="official",
        report_count=2,
        disputed=["date"],
    ),
    *told("e-visit-cairo", "d-1", "وصل العبادي إلى القاهرة أمس.", date="2030-03-01", place="القاهرة"),
    *told("e-visit-cairo", "d-2", "زار وفد أردني مصر السبت.", 0.6, date="2030-03-02", place="مصر"),
    *happening(
        "e-visit-ankara", "visit", "2030-03-03", {"a-samer": "visitor", "a-murad": "host"}, "p-ankara"
    ),
    *told("e-visit-ankara", "d-3", "انتقل العبادي من القاهرة إلى أنقرة."),
    *happening("e-visit-amman", "visit", "2030-09-10", {"a-murad": "visitor", "a-samer": "host"}, "p-amman"),
    *happening(
        "e-talks-cairo",
        "talks",
        "2030-03-01",
        {"a-samer": "party", "a-hussam": "party"},
        "p-cairo",
        topics=("arms", "conflict:SY"),
    ),
    *told("e-talks-cairo", "d-1", "بحث العبادي والشافعي صفقات السلاح والأزمة السورية."),
    *told("e-talks-cairo", "d-2", "بحث العبادي والشافعي صفقات السلاح وسوريا.", copy_of="r-e-talks-cairo-d-1"),
    edge("PART_OF", "e-talks-cairo", "e-visit-cairo"),
    *happening(
        "e-medal", "honor", "2030-03-01", {"a-hussam": "conferrer", "a-samer": "honoree"}, subtype="medal"
    ),
    *told("e-medal", "d-2", "قلّد الشافعي ضيفه الأردني وشاح النيل."),
    edge("PART_OF", "e-medal", "e-visit-cairo"),
    *happening(
        "e-call-1", "call", "2030-05-10", {"a-murad": "caller", "a-samer": "callee"}, topics=("conflict:SY",)
    ),
    *told("e-call-1", "d-4", "هاتف يلماز نظيره العبادي بشأن سوريا."),
    *happening("e-call-2", "call", "2030-05-12", {"a-samer": "caller", "a-murad": "callee"}),
    *happening("e-call-3", "call", "2030-05-13", {"a-murad": "caller", "a-samer": "callee"}),
    *happening("e-call-4", "call", "2030-06-01", {"a-murad": "party", "a-hussam": "party"}),
    *happening(
        "e-three",
        "talks",
        "2030-06-20",
        {"a-samer": "party", "a-murad": "party", "a-hussam": "party"},
        "p-amman",
        topics=("conflict:SY",),
    ),
    *told("e-three", "d-5", "اجتمع وزراء الأردن وتركيا ومصر في عمّان لبحث سوريا."),
    *happening("e-two", "talks", "2030-06-20", {"a-samer": "party", "a-murad": "party"}, "p-amman"),
    *happening(
        "e-some-day",
        "talks",
        "2030-07-01",
        {"a-samer": "party", "a-hussam": "party"},
        date_end="2030-07-31",
        date_precision="month",
    ),
    *happening("e-again", "talks", "2030-12-15", {"a-samer": "party", "a-hussam": "party"}, topics=("arms",)),
    *happening("e-before", "call", "2029-11-01", {"a-nadim": "caller", "a-hussam": "callee"}),
    *happening("e-unnamed", "talks", "2030-04-01", {"a-minister": "party", "a-hussam": "party"}),
    *told("e-unnamed", "d-4", "التقى وزير الدفاع العراقي الشافعي مطلع نيسان."),
    *happening("e-named", "call", "2030-06-05", {"a-nadim": "caller", "a-hussam": "callee"}),
    *happening(
        "e-to-come",
        "visit",
        "2030-12-01",
        {"a-hussam": "visitor", "a-minister": "host"},
        status="planned",
        expected_by="2030-12-01",
    ),
    *told("e-to-come", "d-5", "يزور الشافعي بغداد مطلع كانون الأول."),
    *happening(
        "e-plan",
        "talks",
        "2030-07-02",
        {"a-murad": "party", "a-hussam": "party"},
        status="planned",
        expected_by="2030-07-02",
    ),
    *happening("e-off", "talks", "2030-07-02", {"a-murad": "party", "a-hussam": "party"}, status="cancelled"),
    *told("e-off", "d-5", "أُلغي لقاء يلماز والشافعي."),
    edge("CANCELLED_BY", "e-plan", "e-off"),
    *happening("e-stranger", "talks", "2030-02-02", {"a-leila": "party", "a-luca": "party"}),
    *told("e-stranger", "d-3", "التقت ليلى منصور لوكا مارتيني في شباط."),
)
