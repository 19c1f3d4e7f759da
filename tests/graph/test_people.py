"""The register in identity: who it makes one person, and whom a name means on a day."""

from __future__ import annotations

from datetime import date

import pytest
from holders import holder
from liqaa.graph.actors.actors import Actor, Sighting
from liqaa.graph.actors.casting import Casting
from liqaa.graph.actors.people import people_of, registered
from liqaa.ontology.lexicon_parties import HeldOffice, Register
from told import who


def office(title: str, *holders: tuple[str, str, str, list[str], str]) -> HeldOffice:
    """An office with holders of name, Latin name, term, surnames and Wikidata id."""
    return HeldOffice(
        office="other",
        title_ar=title,
        title_en="office",
        holders=tuple(
            holder(name, start, end or None, name_latin=latin, surname_ar=surnames, wikidata=wikidata or None)
            for name, latin, term, surnames, wikidata in holders
            for start, end in (term.split("/"),)
        ),
    )


PEOPLE = people_of(
    [
        Register(
            party="US",
            offices=(
                office(
                    "وزير الدفاع",
                    ("جيمس ماتيس", "James Mattis", "2017-01-20/2018-12-31", ["ماتيس"], ""),
                    ("آشتون كارتر", "Ashton Carter", "2015-02-17/2017-01-19", ["كارتر"], ""),
                ),
                office("قائد القوات", ("جون كارتر", "John Carter", "2019-01/2020-01", ["كارتر"], "")),
            ),
        ),
        Register(
            party="NL",
            offices=(
                office(
                    "رئيس الوزراء", ("مارك روته", "Mark Rutte", "2010-10-14/2024-07-01", ["روته"], "Q57792")
                ),
            ),
        ),
        Register(
            party="NATO",
            offices=(office("الأمين العام", ("مارك روتي", "Mark Rutte", "2024-10-01/", ["روتي"], "Q57792")),),
        ),
        Register(
            party="SA",
            offices=(
                office("الملك", ("سلمان بن عبدالعزيز", "Salman bin Abdulaziz", "2015-01/", ["سلمان"], "")),
                office("ولي العهد", ("محمد بن سلمان", "Mohammed bin Salman", "2017-06/", ["بن سلمان"], "")),
            ),
        ),
        Register(
            party="KP",
            offices=(
                office("رئيس الأركان", ("ري يونغ هو", "Ri Yong-ho", "2009-02/2012-07-15", [], "")),
                office("وزير الخارجية", ("ري يونغ هو", "Ri Yong-ho (minister)", "2016-05/2020-01", [], "")),
            ),
        ),
    ]
)


def actors_of(*rows: tuple[str, str, str]) -> dict[str, Actor]:
    """The actor of each row of article, day and participant, by the row's words."""
    sightings = [
        Sighting((f"r{at:03}", 0), doc_id, who(words), date.fromisoformat(day) if day else None)
        for at, (doc_id, day, words) in enumerate(rows)
    ]
    cast = Casting(PEOPLE)
    cast.update([], sightings, {})
    return {words: cast.actors[cast.actor_of[f"r{at:03}", 0]] for at, (_, _, words) in enumerate(rows)}


MEANT = [
    ("the name itself", "2018-01-01", "US:جيمس ماتيس", "James Mattis"),
    ("a short given name", "2018-01-01", "US:جيم ماتيس", "James Mattis"),
    ("a word too many", "2018-01-01", "US:جيمس ماتيس أول", "James Mattis"),
    ("the surname", "2018-01-01", "US:ماتيس", "James Mattis"),
    ("a surname of two by its day", "2016-06-01", "US:كارتر", "Ashton Carter"),
    ("the same by its office", "2017-06-01", "US:كارتر/قائد القوات", "John Carter"),
    ("a surname of two without a day", "", "US:كارتر", None),
    ("a surname of another party", "2018-01-01", "FR:ماتيس", None),
    ("a surname long after", "2026-01-01", "US:ماتيس", None),
    ("another given name", "2018-01-01", "US:جون ماتيس", None),
    ("a son by his father's name", "2018-01-01", "SA:ابن سلمان", "Mohammed bin Salman"),
    ("the father by his own", "2018-01-01", "SA:سلمان", "Salman bin Abdulaziz"),
    ("a namesake by his day", "2011-01-01", "KP:ري يونغ هو", "Ri Yong-ho"),
    ("the other namesake", "2018-01-01", "KP:ري يونغ هو", "Ri Yong-ho (minister)"),
    ("a namesake when neither was in office", "2014-01-01", "KP:ري يونغ هو", None),
]


@pytest.mark.parametrize(("day", "words", "latin"), [row[1:] for row in MEANT], ids=[row[0] for row in MEANT])
def test_whom_a_name_means(day: str, words: str, latin: str | None) -> None:
    person = actors_of(("a", day, words))[words].person
    assert (person.name_latin if person else None) == latin


def test_one_person_of_two_parties_is_one_actor() -> None:
    found = actors_of(
        ("a", "2020-01-01", "NL:مارك روته"), ("b", "2025-01-01", "NATO:روته"), ("c", "", "NL:روته")
    )
    assert len({actor.id for actor in found.values()}) == 1
    assert found["NATO:روته"].parties == ("NL", "NATO")


def test_an_alias_knows_the_first_report_that_gives_it() -> None:
    found = actors_of(
        ("a", "2018-01-01", "US:ماتيس"), ("b", "2018-01-02", "US:ماتيس"), ("c", "2018-01-01", "US:جيمس ماتيس")
    )
    aliases = found["US:ماتيس"].aliases
    assert [(alias.words, alias.count, alias.report) for alias in aliases] == [
        ("جيمس ماتيس", 1, "r002"),
        ("ماتيس", 2, "r000"),
    ]


def test_two_people_of_the_register_are_never_joined_by_a_third_spelling() -> None:
    found = actors_of(("a", "2016-01-01", "US:آشتون كارتر"), ("b", "2019-06-01", "US:جون كارتر"))
    assert len({actor.id for actor in found.values()}) == 2


def test_no_two_people_of_the_shipped_register_have_one_key() -> None:
    people = {person for group in registered().values() for person in group}
    assert len({person.key for person in people}) == len(people) > 3000
