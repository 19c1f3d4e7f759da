"""Measures of a network whose figures were worked out by hand, and the files that other programs read.

The network: Samer met Murad in three events, Murad met Hussam once and Hussam met Samer once (a triangle);
Samer met Luca twice and Luca met nobody else; Nadim and Leila met once, away from all others.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from hand_built import actor, edge, event, party, projection
from liqaa.graph.network.files import write_gexf, write_graphml
from liqaa.graph.network.measures import Contact, Member, Standing, network_of, standings
from liqaa.graph.schema import Edge, Node
from liqaa.graph.stores.delta import diff
from liqaa.graph.stores.store import Store
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue

CATALOGUE = catalogue.load(fold)
SAMER, MURAD, HUSSAM = Member("a-1", "سامر", "Samer", ("JO",)), Member("a-2", "مراد"), Member("a-3", "حسام")
LUCA, NADIM, LEILA = Member("a-4", "لوكا"), Member("a-5", "نديم"), Member("a-6", "ليلى")
CONTACTS = [
    Contact(SAMER, MURAD, 3, "2030-01-01", "2030-03-01"),
    Contact(MURAD, HUSSAM, 1),
    Contact(SAMER, HUSSAM, 1),
    Contact(SAMER, LUCA, 2),
    Contact(NADIM, LEILA, 1),
]


@pytest.fixture(scope="module")
def found() -> dict[str, Standing]:
    return {one.member.id: one for one in standings(network_of(CONTACTS))}


@pytest.mark.parametrize(
    ("who", "degree", "contacts", "betweenness"),
    [
        # Of the (5 x 4) / 2 pairs of others, the ways from Luca to Murad and to Hussam lead through Samer.
        (SAMER, 3, 6, 0.2),
        (MURAD, 2, 4, 0.0),
        (HUSSAM, 2, 2, 0.0),
        (LUCA, 1, 2, 0.0),
        (NADIM, 1, 1, 0.0),
        (LEILA, 1, 1, 0.0),
    ],
)
def test_degree_contacts_and_brokerage(
    found: dict[str, Standing], who: Member, degree: int, contacts: int, betweenness: float
) -> None:
    one = found[who.id]
    assert (one.degree, one.contacts, one.betweenness) == (degree, contacts, betweenness)


def test_pagerank_is_a_share_that_the_busiest_has_most_of(found: dict[str, Standing]) -> None:
    assert sum(one.pagerank for one in found.values()) == pytest.approx(1, abs=1e-5)
    assert max(found.values(), key=lambda one: one.pagerank).member == SAMER
    # Two that know only each other keep what they were given: one of six each.
    assert found["a-5"].pagerank == found["a-6"].pagerank == pytest.approx(1 / 6, abs=1e-5)


def test_communities_are_numbered_from_the_biggest(found: dict[str, Standing]) -> None:
    assert {found[who.id].community for who in (SAMER, MURAD, LUCA)} == {1}
    assert found["a-5"].community == found["a-6"].community != 1


def test_structural_holes(found: dict[str, Standing]) -> None:
    # Samer knows three, of whom Murad and Hussam know each other: 3 - 2 x 1 / 3.
    assert found["a-1"].effective_size == pytest.approx(3 - 2 / 3, abs=1e-5)
    assert found["a-4"].effective_size == 1
    # All that Luca has is Samer, and all that each of the pair has is the other.
    assert found["a-4"].constraint == found["a-5"].constraint == 1
    # Samer gives 3/6 to Murad, 1/6 to Hussam, 2/6 to Luca; Murad gives 1/4 to Hussam, Hussam 1/2 to Murad.
    murad, hussam, luca = (3 / 6 + 1 / 6 / 2) ** 2, (1 / 6 + 3 / 6 / 4) ** 2, (2 / 6) ** 2
    assert found["a-1"].constraint == pytest.approx(murad + hussam + luca, abs=1e-6)


def test_change_between_two_periods() -> None:
    before = network_of([Contact(SAMER, MURAD, 1), Contact(MURAD, LEILA, 4)])
    now = network_of([Contact(SAMER, MURAD, 3), Contact(SAMER, LUCA, 2)])
    compared = [
        (one.member.id, one.contacts, one.contacts_before, one.change) for one in standings(now, before)
    ]
    assert compared == [("a-1", 5, 1, 4), ("a-2", 3, 5, -2), ("a-4", 2, 0, 2), ("a-6", 0, 4, -4)]


def test_an_empty_network_has_no_standings() -> None:
    assert standings(network_of([])) == []


PROGRAM = """
from liqaa.graph.network.measures import Contact, Member, network_of, standings
members = [Member(f"a-{n}", f"x{n}") for n in range(60)]
pairs = {(a, b) for a in range(60) for b in range(a + 1, 60) if (a * 7 + b * 13) % 11 < 2}
graph = network_of(Contact(members[a], members[b], a % 5 + 1) for a, b in pairs)
print([(one.member.id, one.community, one.betweenness, one.pagerank) for one in standings(graph)])
"""


def test_equal_networks_give_equal_figures_in_every_process() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1 and len(said.pop()) > 1000


HOSTILE = [
    Contact(
        Member("a-1", "وزير <\"&'> \x00\x0b\ud800\uffff الدفاع", "A\x1b[31m"), Member("a-2", "]]>مراد"), 2
    ),
    Contact(Member("a-1", "وزير <\"&'> \x00\x0b\ud800\uffff الدفاع", "A\x1b[31m"), Member("a\x07-3", ""), 1),
]


@pytest.mark.parametrize(
    ("write", "read"), [(write_graphml, nx.read_graphml), (write_gexf, nx.read_gexf)], ids=["graphml", "gexf"]
)
class TestFiles:
    def test_what_was_written_is_read_back(self, write: object, read: object, tmp_path: Path) -> None:
        assert callable(write) and callable(read)
        graph = network_of(CONTACTS)
        write(graph, standings(graph), tmp_path / "a")
        write(network_of(reversed(CONTACTS)), standings(graph), tmp_path / "b")
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
        back = read(tmp_path / "a")
        assert sorted(back) == ["a-1", "a-2", "a-3", "a-4", "a-5", "a-6"]
        who = back.nodes["a-1"]
        assert (who["label"], who["name_latin"], who["parties"]) == ("سامر", "Samer", "JO")
        assert (who["degree"], who["contacts"], who["betweenness"]) == (3, 6, 0.2)
        link = back.edges["a-1", "a-2"]
        assert (link["weight"], link["first"], link["last"]) == (3, "2030-01-01", "2030-03-01")

    def test_hostile_names_do_no_harm(self, write: object, read: object, tmp_path: Path) -> None:
        assert callable(write) and callable(read)
        graph = network_of(HOSTILE)
        write(graph, standings(graph), tmp_path / "a")
        back = read(tmp_path / "a")
        names = [back.nodes[node]["label"] for node in sorted(back)]
        # A name that is not there gives way to the id.
        assert [" ".join(name.split()) for name in names] == ["a -3", "وزير <\"&'> الدفاع", "]]>مراد"]


def in_the_graph() -> list[Node | Edge]:
    """The network above as events: Samer met Luca twice, once together with Murad; one was told by two."""
    meetings = [
        ("e-1", "2030-01-01", "a-1 a-2"),
        ("e-2", "2030-02-01", "a-1 a-2 a-4"),
        ("e-3", "2030-03-01", "a-1 a-2"),
        ("e-4", None, "a-2 a-3"),
        ("e-5", "2030-03-05", "a-1 a-3"),
        ("e-6", "2030-04-05", "a-1 a-4"),
    ]
    parts: list[Node | Edge] = [actor(f"a-{number}", f"فلان {number}") for number in range(1, 7)]
    parts += [party("JO", "الأردن", "Jordan"), party("TR", "تركيا", "Turkey")]
    parts += [edge("REPRESENTS", "a-1", "JO"), edge("REPRESENTS", "a-2", "TR")]
    for event_id, day, who in meetings:
        parts.append(event(event_id, "talks", day, report_count=5))
        parts += [
            edge("TOOK_PART", one, event_id, role, role=role) for one in who.split() for role in ("x", "y")
        ]
        parts += [edge("BETWEEN", event_id, code) for code in ("JO", "TR")]
    parts += [event("e-7", "visit", "2031-01-01", status="planned")]
    parts += [edge("TOOK_PART", one, "e-7", "x", role="x") for one in ("a-5", "a-6")]
    return parts


ASKED: list[tuple[dict[str, str], list[tuple[object, ...]]]] = [
    (
        {},
        [
            ("a-1", "a-2", 3, "2030-01-01", "2030-03-01"),
            ("a-1", "a-4", 2, "2030-02-01", "2030-04-05"),
            ("a-1", "a-3", 1, "2030-03-05", "2030-03-05"),
            ("a-2", "a-3", 1, None, None),
            ("a-2", "a-4", 1, "2030-02-01", "2030-02-01"),
        ],
    ),
    ({"least": "3"}, [("a-1", "a-2", 3, "2030-01-01", "2030-03-01")]),
    ({"statuses": "planned"}, [("a-5", "a-6", 1, "2031-01-01", "2031-01-01")]),
    ({"types": "visit"}, []),
    (
        {"from": "2030-03-02"},
        [("a-1", "a-3", 1, "2030-03-05", "2030-03-05"), ("a-1", "a-4", 1) + ("2030-04-05",) * 2],
    ),
]


def test_events_are_counted_and_not_reports_or_roles_on_every_store(stores: dict[str, Store]) -> None:
    query = CATALOGUE.find("network_of_actors")
    for store in stores.values():
        store.apply(diff(projection(*in_the_graph()), store.digests()))
        for given, rows in ASKED:
            answer = CATALOGUE.run(query, store, given)
            names = [column.name for column in answer.columns]
            shown = [names.index(name) for name in ("one_id", "two_id", "contacts", "first", "last")]
            assert [tuple(row[at] for at in shown) for row in answer.rows] == rows, (store.name, given)
        (pair,) = CATALOGUE.run(CATALOGUE.find("network_of_parties"), store, {}).rows
        assert pair == ("الأردن", "Jordan", "تركيا", "Turkey", 6, "2030-01-01", "2030-04-05", "JO", "TR")
