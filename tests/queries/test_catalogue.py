"""Reading query files, and giving queries their parameters."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from liqaa.ontology.folding import fold
from liqaa.queries import catalogue
from liqaa.queries.catalogue import QueryUsageError
from liqaa.queries.header import CatalogueError, read_query

CATALOGUE = catalogue.load(fold)
TIMELINE = CATALOGUE.find("actor_timeline")

GOOD = """// عنوان · Title
//
// Question:
//   سؤال؟
//   A question?
//
// Parameters:
//   name: actor — whose
//   day: date = 2021-01-01 — when
//   kinds: list of a, b = a — which
//   most: integer = 10 — how many
//
// Columns:
//   who: string — who
//   ids: set — all of them
//
// Example:
//   name=x

MATCH (n:Actor) WHERE n.search CONTAINS $name AND $day > '$quoted' AND n.kind IN $kinds // $commented
RETURN n.name AS who, [n.id] AS ids LIMIT $most
"""


def written(folder: Path, text: str) -> Path:
    (folder / "some").mkdir(exist_ok=True)
    path = folder / "some" / "query.cypher"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_query_file_is_read(tmp_path: Path) -> None:
    query = read_query(written(tmp_path, GOOD))
    assert (query.name, query.title_ar, query.title_en) == ("some/query", "عنوان", "Title")
    assert query.question == "سؤال؟\nA question?"
    told = [(p.name, p.type, p.choices, p.default, p.text) for p in query.parameters]
    assert told == [
        ("name", "actor", (), None, "whose"),
        ("day", "date", (), "2021-01-01", "when"),
        ("kinds", "list", ("a", "b"), "a", "which"),
        ("most", "integer", (), "10", "how many"),
    ]
    assert [(c.name, c.type) for c in query.columns] == [("who", "string"), ("ids", "set")]
    assert query.example == {"name": "x"}
    assert query.cypher == GOOD


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("// عنوان · Title", "// Title", "no title of the form"),
        ("// عنوان · Title\n", "\n", "the first line is no comment"),
        ("// Columns:", "// Column:", "sections are"),
        ("// Question:\n", "", "no section stands before"),
        ("//   سؤال؟\n//   A question?\n", "", "section Question or Columns is empty"),
        ("name: actor — whose", "name: nam — whose", "name: type 'nam' is none of string, actor"),
        ("name: actor — whose", "name: actor - whose", "is not of the form name: type"),
        ("who: string — who", "who: string = x — who", "a column has neither"),
        ("$most", "10", "parameters documented but not used: most"),
        ("LIMIT $most", "LIMIT $most + $more", "parameters used but not documented: more"),
        ("day: date", "name: actor — twice\n//   day: date", "parameters documented twice: name"),
        ("//   name=x", "//   nme=x", "parameters in the example but not documented: nme"),
        ("//   name=x", "//   name", "is no example of the form name=value"),
        ("LIMIT $most", "LIMIT $most; MATCH (n) RETURN n", "exactly one statement"),
        ("MATCH (n:Actor)", "MERGE (n:Actor)", "only reads, but says MERGE"),
        ("RETURN n.name", "SET n.x = 1 RETURN n.name", "only reads, but says SET"),
    ],
)
def test_a_query_file_that_is_not_what_it_must_be(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(CatalogueError, match=message) as caught:
        read_query(written(tmp_path, GOOD.replace(old, new, 1)))
    assert str(caught.value).startswith("some/query.cypher: ")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("= 2021-01-01", "= 2021-01", "'2021-01' is no day"),
        ("= a —", "= c —", "'c' is none of its values"),
        ("//   name=x", "//   day=2021-01-01", "of type actor is missing"),
    ],
)
def test_a_default_or_example_that_does_not_fit(tmp_path: Path, old: str, new: str, message: str) -> None:
    written(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(CatalogueError, match=message):
        catalogue.load(fold, tmp_path)


@pytest.mark.parametrize(
    ("given", "bound"),
    [
        ({"name": "أَحمَد  بن_خالد"}, {"name": "احمد بن خالد"}),
        ({"name": "Mark MILLEY"}, {"name": "mark milley"}),
        ({"name": "x", "from": "2021-3-5"}, {"from": "2021-03-05"}),
        ({"name": "x"}, {"from": "0001-01-01", "to": "9999-12-31", "types": [], "statuses": []}),
        ({"name": "x", "types": "visit"}, {"types": ["visit"]}),
        ({"name": "x", "types": " visit , call,"}, {"types": ["visit", "call"]}),
        ({"name": "x') DETACH DELETE n //"}, {"name": "x detach delete n"}),
    ],
)
def test_parameters_are_read_by_type(given: dict[str, str], bound: dict[str, object]) -> None:
    values = CATALOGUE.bind(TIMELINE, given)
    assert values.keys() == {"name", "from", "to", "types", "statuses", "limit"}
    assert {name: values[name] for name in bound} == bound


def test_whole_numbers(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    held = catalogue.load(fold, tmp_path)
    query = held.find("query")
    assert held.bind(query, {"name": "x", "most": "7"})["most"] == 7
    with pytest.raises(QueryUsageError, match="'many' is no whole number"):
        held.bind(query, {"name": "x", "most": "many"})


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "who_met_whom/actor_timeline, parameter 'name' .*: a value of type actor is missing"),
        ({"name": " .ـ "}, "holds no word"),
        ({"nmae": "x"}, "no parameter 'nmae'. Did you mean name?"),
        ({"name": "x", "form": "2021-01-01"}, "no parameter 'form'. Did you mean from?"),
        ({"name": "x", "zzz": "1"}, "There is: from, limit, name, statuses, to, types"),
        ({"name": "x", "from": "yesterday"}, "'yesterday' is no day; write it as 2021-03-15"),
        ({"name": "x", "from": "2021-02-30"}, "is no day"),
        ({"name": "x", "to": "0000-01-01"}, "is no day"),
        ({"name": "x", "to": "10000-01-01"}, "is no day"),
        ({"name": "x", "from": "2021-03-16", "to": "2021-03-15"}, "mean from=2021-03-15 and to=2021-03-16?"),
        ({"name": "x", "limit": "0"}, "limit=0 shows no row. Give 1 or more"),
        ({"name": "x", "limit": "-5"}, "limit=-5 shows no row"),
        ({"name": "x", "types": "visits"}, "'visits' is none of its values. Did you mean visit?"),
        ({"name": "x", "types": "visit,,parade"}, "'parade' is none of its values."),
    ],
)
def test_parameters_that_do_not_fit(given: dict[str, str], message: str) -> None:
    with pytest.raises(QueryUsageError, match=message):
        CATALOGUE.bind(TIMELINE, given)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("who_met_whom/actor_timeline", "who_met_whom/actor_timeline"),
        ("two_parties", "who_met_whom/two_parties"),
        ("event_words", "evidence/event_words"),
    ],
)
def test_queries_are_found_by_their_name_or_its_end(name: str, found: str) -> None:
    assert CATALOGUE.find(name).name == found


def test_queries_that_are_not_there() -> None:
    with pytest.raises(QueryUsageError, match="Did you mean actor_timeline"):
        CATALOGUE.find("actor_timelin")
    with pytest.raises(QueryUsageError, match=r"There is: .*evidence/event_words"):
        CATALOGUE.find("§§§")


def test_one_end_that_two_queries_share(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "query.cypher").write_text(GOOD, encoding="utf-8")
    with pytest.raises(QueryUsageError, match="one/query, two/query"):
        catalogue.load(fold, tmp_path).find("query")


def test_a_query_whose_columns_are_not_those_it_documents(tmp_path: Path) -> None:
    from liqaa.graph.stores.ladybug_store import LadybugStore

    written(tmp_path, GOOD.replace("AS who", "AS whom", 1))
    held = catalogue.load(fold, tmp_path)
    with LadybugStore(tmp_path / "graph.lbug") as store:
        store.prepare()
        with pytest.raises(RuntimeError, match="documents who, ids but gives whom, ids"):
            held.run(held.find("query"), store, {"name": "x"})


QUERIES = pytest.mark.parametrize("query", CATALOGUE.queries.values(), ids=CATALOGUE.queries)


@QUERIES
def test_every_query_says_both_titles_and_takes_a_period(query: catalogue.Query) -> None:
    assert query.title_ar != query.title_en
    assert len(query.question.splitlines()) == 2
    period = {p.name: p.default for p in query.parameters if p.name in ("from", "to")}
    assert period == {"from": "0001-01-01", "to": "9999-12-31"}
    assert query.example


def statement(query: catalogue.Query) -> str:
    return "\n".join(line for line in query.cypher.splitlines() if not line.startswith("//"))


@QUERIES
def test_no_column_is_called_as_what_is_bound(query: catalogue.Query) -> None:
    bound = set(re.findall(r"[(\[](\w+):", statement(query)))
    assert bound & set(re.findall(r"\bAS (\w+)", statement(query))) == set()


@QUERIES
def test_every_node_has_its_label_where_it_is_first_named(query: catalogue.Query) -> None:
    """Ladybug 0.22 gives a node without a label the properties of another, from some thousand nodes on."""
    named: set[str] = set()
    for variable, label in re.findall(r"(?<!\w)\((\w*)(:\w+)?(?: \{[^}]*\})?\)", statement(query)):
        assert label or variable in named, variable
        named.add(variable)


@QUERIES
def test_events_are_filtered_once_they_are_reached(query: catalogue.Query) -> None:
    """Ladybug 0.22 reads every event for a filter in the MATCH that leads to events from what is known.

    ``WITH`` between the two keeps it to those that are reached.
    """
    assert not re.findall(r"^MATCH \(\w+\)[-<].*\(\w+:Event\)\nWHERE", statement(query), re.MULTILINE)
    assert not re.findall(r"^MATCH \(\w+:Event\)-.*\(\w+\)\nWHERE", statement(query), re.MULTILINE)


@QUERIES
def test_nothing_leads_on_from_a_relationship_that_was_filtered(query: catalogue.Query) -> None:
    """Ladybug 0.22 loses and invents rows where a hop follows a filter on a relationship's property.

    ``WITH DISTINCT`` before the hop keeps them apart.
    """
    inner = re.findall(r"EXISTS \{([^}]*)\}", statement(query))
    outer = re.sub(r"EXISTS \{[^}]*\}", "", statement(query))
    clauses = re.split(r"\n(?=OPTIONAL|MATCH|WITH|UNWIND|RETURN)", outer)
    for clause, following in [*pairwise(clauses), *((part, "") for part in inner)]:
        filtered = any(f"{kind}.role" in clause for kind in re.findall(r"\[(\w+):TOOK_PART\]", clause))
        if filtered:
            assert clause.count("-[") == 1 and not following.startswith("MATCH"), clause
