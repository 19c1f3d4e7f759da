"""Lists of actors rank by events and stop at a limit, alike whether their events are counted or known."""

from __future__ import annotations

import pytest
from hand_built import actor, article, edge, event, party, projection, report, report_edges
from liqaa.graph.schema import Edge, Node
from liqaa.graph.stores.delta import diff
from liqaa.graph.stores.store import Store
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue

CATALOGUE = catalogue.load(fold)
LISTS = ("quality/unresolved", "quality/without_party")

# Nobody here is known by name, and three of them stand for nobody; after the actor, the days of its events.
DAYS = {
    "a-guard": ["2030-01-01"],
    "a-guide": ["2030-01-02", "2030-01-05", "2030-02-03"],
    "a-staff": ["2030-03-01", "2030-01-07"],
    "a-envoy": ["2030-01-09", None, "2030-02-11", "2030-02-14"],
    "a-never": [],
}
WHOLE = ["a-envoy", "a-guide", "a-staff", "a-guard"]


def graph_of_the_unknown() -> list[Node | Edge]:
    parts: list[Node | Edge] = [party("IQ", "العراق", "Iraq"), article("d-1", "خبر", "2030-04-01")]
    for number, (actor_id, days) in enumerate(DAYS.items()):
        parts.append(actor(actor_id, f"مرافق {number}"))
        if actor_id == "a-guide":
            parts.append(edge("REPRESENTS", actor_id, "IQ"))
        for at, day in enumerate(days):
            event_id, report_id = f"e-{number}{at}", f"r-{number}{at}"
            parts += [
                event(event_id, "talks", day, status="planned" if at else "occurred"),
                edge("TOOK_PART", actor_id, event_id, "party", role="party", office=f"المرافق {at % 2}"),
                report(report_id, f"حضر المرافق اللقاء {number}{at}."),
                *report_edges(report_id, event_id, "d-1"),
            ]
    return parts


def ask(store: Store, name: str, **given: str) -> list[dict[str, object]]:
    answer = CATALOGUE.run(CATALOGUE.find(name), store, given)
    return [dict(zip((column.name for column in answer.columns), row, strict=True)) for row in answer.rows]


@pytest.mark.parametrize("name", LISTS)
def test_actors_are_listed_by_their_events(store: Store, name: str) -> None:
    store.apply(diff(projection(*graph_of_the_unknown()), store.digests()))
    whole = [one for one in WHOLE if name == "quality/unresolved" or one != "a-guide"]
    found = ask(store, name)
    assert [row["actor_id"] for row in found] == whole
    first = found[0]
    assert (first["events"], first["first"], first["last"]) == (4, "2030-01-09", "2030-02-14")
    assert set(first["offices"]) == {"المرافق 0", "المرافق 1"}
    assert (first["quote"], first["link"]) == ("حضر المرافق اللقاء 30.", "https://example.org/d-1")
    for limit in range(1, 5):
        assert ask(store, name, limit=str(limit)) == found[:limit]
    assert [row["actor_id"] for row in ask(store, name, least="2")] == whole[:-1]
    assert [row["actor_id"] for row in ask(store, name, least="0")] == whole

    # What is counted in a period that holds every dated event is what the actors say.
    dated = ask(store, name, **{"from": "2030-01-01"})
    assert [row["actor_id"] for row in dated if row["actor_id"] != "a-envoy"] == whole[1:]
    assert [row for row in dated if row["actor_id"] != "a-envoy"] == found[1:]
    assert ask(store, name, to="2030-12-31") == found
    (february,) = ask(store, name, **{"from": "2030-02-01", "to": "2030-02-28", "least": "2"})
    assert (february["actor_id"], february["events"], february["first"]) == ("a-envoy", 2, "2030-02-11")
    assert ask(store, name, to="2030-01-31", limit="1") == ask(store, name, to="2030-01-31")[:1]
