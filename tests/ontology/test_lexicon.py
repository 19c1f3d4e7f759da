"""The lexicon: the shipped one is clean, and whatever breaks it is told by file, key and reason."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
import yaml
from holders import holder
from liqaa.ontology import lexicon
from liqaa.ontology.lexicon_parties import HeldOffice, Register
from liqaa.ontology.register_coverage import as_ranges, coverage
from liqaa.ontology.register_rules import overlap

# What is done to a good lexicon, and what must then be said: file, path of the entry (a number picks from a
# list, "+" adds to it), the value put there, and the parts of the message.
BROKEN: list[tuple[str, list[str | int], Any, list[str]]] = [
    ("cues.yml", ["surprise"], ["كلمة"], ["cues.yml: surprise: ", "not permitted"]),
    ("cues.yml", ["planned"], "المقرر", ["cues.yml: planned: ", "no list of words"]),
    ("cues.yml", ["planned"], ["المقرر", 7], ["cues.yml: planned: ", "no list of words"]),
    ("cues.yml", ["planned", "+"], " ", ["cues.yml: planned: ", "is empty"]),
    ("cues.yml", ["planned"], ["المقرر", "المقرّر"], ["cues.yml: planned: ", "given twice: المقرر"]),
    ("cues.yml", ["planned", "+"], "من المقرر", ["cues.yml: planned: ", "more than one word", "من المقرر"]),
    ("cues.yml", ["working"], ["لعقد", "لعقد"], ["cues.yml: working: ", "given twice: لعقد"]),
    ("dates.yml", ["months", 1, "+"], "ينايِر", ["dates.yml: months.1: ", "given twice: يناير"]),
    ("names.yml", ["given"], None, ["names.yml: given: ", "no list of words"]),
    ("countries.yml", [0, "code"], "Andorra", ["countries.yml: Andorra: 0.code: ", "pattern"]),
    (
        "countries.yml",
        [0, "names"],
        ["أندورا", "أندورا"],
        ["countries.yml: AD: 0.names: ", "given twice: أندورا"],
    ),
    ("countries.yml", [0, "name_ar"], "ـ", ["countries.yml: AD: 0.name_ar: ", "is empty"]),
    (
        "organisations.yml",
        [0, "code"],
        "FR",
        ["organisations.yml: FR: the code is given twice", "countries.yml"],
    ),
    ("places.yml", [0, "country"], "QQ", ["places.yml: ", "country: QQ is not a known code"]),
    ("places.yml", [0, "kind"], "lake", ["places.yml: 0.kind: ", "'city'"]),
    ("register/ae.yml", ["party"], "QQ", ["register/qq.yml: party: QQ is not a known code"]),
    (
        "register/ae.yml",
        ["offices", 0, "holders", 0, "to"],
        "1900",
        ["ae.yml: ", "offices.0.holders.0: ", "is after 'to' 1900"],
    ),
    (
        "register/ae.yml",
        ["offices", 0, "holders", 1, "from"],
        "2015",
        ["register/ae.yml: رئيس الدولة: ", "hold it at one time"],
    ),
    ("register/ae.yml", ["offices", 0, "office"], "king", ["ae.yml: ", "'head_of_state'"]),
    ("register/ae.yml", ["offices", 0, "holders", 0, "note"], None, ["ae.yml: ", "note: "]),
    ("register/ae.yml", ["offices", 0, "holders", 0, "wikidata"], "Zayed", ["ae.yml: ", "wikidata: "]),
    ("latin.yml", ["words", "مُحمد"], ["Mohammed"], ["latin.yml: words: مُحمد is given twice"]),
    ("latin.yml", ["words", "جون3"], ["John"], ["latin.yml: words: جون3: 3 is not in letters"]),
    ("triggers.yml", [1, "id"], "meet-verb", ["triggers.yml: meet-verb: the id is given twice"]),
    (
        "triggers.yml",
        [1, "forms", "+"],
        "التَقَى",
        ["triggers.yml: gather-verb: forms: ", "is a form of meet-verb already"],
    ),
    ("triggers.yml", [0, "pattern"], "sideways", ["triggers.yml: meet-verb: 0.pattern: ", "'transitive'"]),
    (
        "syntax.yml",
        ["receiving_verbs", "+"],
        "التقى",
        ["syntax.yml: receiving_verbs: التقي is not in light_verbs"],
    ),
    (
        "syntax.yml",
        ["joined_prepositions", "+"],
        "وتحت",
        ["syntax.yml: joined_prepositions: وتحت is not in prepositions"],
    ),
    (
        "events.yml",
        ["degree_objects", "+"],
        "شهادة",
        ["events.yml: degree_objects: شهاده is not in award_objects"],
    ),
    ("offices.yml", ["bodies", "+"], "نقابة", ["offices.yml: bodies: نقابه is not in groups"]),
    ("offices.yml", ["envoys", "+"], "نجار", ["offices.yml: envoys: نجار begins no office"]),
    (
        "offices.yml",
        ["titles", 0, "country"],
        "QQ",
        ["offices.yml: titles: ", "country: QQ is not a known code"],
    ),
    (
        "offices.yml",
        ["titles", "+"],
        {"title": "ولي العهد"},
        ["offices.yml: titles: ولي العهد is given twice"],
    ),
    ("offices.yml", ["heads", "+"], {"word": "وزير"}, ["offices.yml: heads: وزير is given twice"]),
    (
        "offices.yml",
        ["pairs", "+"],
        {"words": ["الحاكمان"]},
        ["offices.yml: pairs.", "either 'stands_for' or 'office'"],
    ),
    (
        "offices.yml",
        ["pairs", "+"],
        {"words": ["الرئيسان"], "office": "رئيس"},
        ["offices.yml: pairs: الرييسان is given twice"],
    ),
    ("topics.yml", ["conflicts", "+"], "QQ", ["topics.yml: conflicts: QQ is not a known code"]),
    (
        "topics.yml",
        ["spreads", 0, "lands", "+"],
        "QQ",
        ["topics.yml: spreads: داعش: lands: QQ is not a known code"],
    ),
    (
        "topics.yml",
        ["phrases", 0, "phrases", "+"],
        "التعاونُ الثنائي",
        ["topics.yml: ", "given twice: التعاون الثنائي"],
    ),
]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped lexicon with few places and one register sheet, so that it is read in no time."""
    folder = tmp_path_factory.mktemp("good") / "lexicon"
    with as_file(files("liqaa.ontology") / "lexicon") as shipped:
        shutil.copytree(shipped, folder)
    for sheet in (folder / "register").glob("*.yml"):
        if sheet.name != "ae.yml":
            sheet.unlink()
    places = folder / "places.yml"
    write(places, read(places)[:3])
    return folder


def read(file: Path) -> Any:
    """What a YAML file holds."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def write(file: Path, data: Any) -> None:
    """Write a YAML file."""
    file.write_text(yaml.dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def put(data: Any, path: list[str | int], value: Any) -> None:
    """Put a value at a path, or add it to the list there."""
    for step in path[:-1]:
        data = data[step]
    if path[-1] == "+":
        data.append(value)
    else:
        data[path[-1]] = value


def errors_of(folder: Path) -> list[str]:
    """What is wrong with a lexicon, one line an error."""
    with pytest.raises(lexicon.LexiconError) as caught:
        lexicon.read(folder)
    return str(caught.value).split("\n")


def test_the_shipped_lexicon_is_clean() -> None:
    assert lexicon.load().triggers


def test_the_short_lexicon_is_clean(good: Path) -> None:
    assert len(lexicon.read(good).places) == 3


@pytest.mark.parametrize(
    ("file", "path", "value", "said"), BROKEN, ids=[f"{row[0]}: {row[3][-1]}" for row in BROKEN]
)
def test_a_broken_copy_is_told(
    good: Path, tmp_path: Path, file: str, path: list[str | int], value: Any, said: list[str]
) -> None:
    folder = tmp_path / "lexicon"
    shutil.copytree(good, folder)
    data = read(folder / file)
    put(data, path, value)
    write(folder / file, data)
    errors = errors_of(folder)
    assert any(all(part in line for part in said) for line in errors), errors


def test_a_key_left_out_is_told(good: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    shutil.copytree(good, folder)
    data = read(folder / "cues.yml")
    del data["sport"]
    write(folder / "cues.yml", data)
    assert errors_of(folder) == ["cues.yml: sport: Field required"]


def test_a_key_that_is_given_twice_is_told(good: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    shutil.copytree(good, folder)
    file = folder / "cues.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\nplanned: [المقرر]\n", encoding="utf-8")
    (error,) = errors_of(folder)
    assert error.startswith("cues.yml: not YAML: the key planned is given twice")


def test_a_missing_file_and_one_that_is_no_yaml_are_told_together(good: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lexicon"
    shutil.copytree(good, folder)
    (folder / "names.yml").unlink()
    (folder / "cues.yml").write_text("planned: [المقرر", encoding="utf-8")
    errors = errors_of(folder)
    assert [line.split(": ")[:2] for line in errors] == [
        ["names.yml", "the file is missing"],
        ["cues.yml", "not YAML"],
    ]


@pytest.mark.parametrize(
    ("one", "other", "overlapping"),
    [
        (("2015-01-23", "2017-06-20"), ("2017-06-21", None), False),
        (("2015-01-23", "2017-06-20"), ("2017-06-20", None), False),
        (("2015-01-23", "2017-06-20"), ("2017-06", None), False),
        (("2015-01-23", "2017-06-20"), ("2017", "2018"), False),
        (("2015-01-23", "2017-06-20"), ("2017-06-01", None), True),
        (("2015", None), ("2017", None), True),
        ((None, "2014"), ("2013-05", "2016"), True),
        ((None, "2014"), ("2014-05", None), False),
        (("2015", "2019"), ("2016", "2017"), True),
    ],
)
def test_terms_overlap_as_precisely_as_both_are_known(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], overlapping: bool
) -> None:
    left, right = holder("اسم", *one), holder("اسم", *other)
    assert overlap(left, right) is overlap(right, left) is overlapping


def test_coverage_says_which_years_have_a_holder() -> None:
    holders = holder("اسم", "2010", "2013-05"), holder("اسم", "2016-01-01", None)
    office = HeldOffice(office="head_of_state", title_ar="الرئيس", title_en="President", holders=holders)
    (found,) = coverage([Register(party="FR", offices=(office,))], 2018)
    assert (as_ranges(found.years), as_ranges(found.missing)) == ("2012-2013, 2016-2018", "2014-2015")


def test_the_shipped_register_is_wide_enough() -> None:
    audited = list(coverage(lexicon.load().register, 2026))
    states = {one.party for one in audited if len(one.party) == 2}
    organisations = {one.party for one in audited if one.office == "secretary_general"} - states
    assert len(states) >= 60
    assert len(organisations) >= 12
    full = {"head_of_state", "head_of_government", "foreign_minister", "defence_minister"}
    known = {code: {one.office for one in audited if one.party == code} for code in states}
    assert sum(1 for offices in known.values() if full & offices >= full - {"head_of_government"}) >= 60
