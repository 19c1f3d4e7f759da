"""Names: which spellings are one name, and which only look alike."""

from __future__ import annotations

import pytest
from liqaa.graph.actors.names import person_name
from liqaa.graph.actors.spellings import alike, one_spelling, stands_for, within

READ = [
    ("محمد بن سلمان بن عبد العزيز آل سعود", ("محمد", "سلمان", "عبدالعزيز"), ("محمد",)),
    ("محمد بن سلمان", ("محمد", "سلمان"), ("محمد",)),
    ("عادل بن أحمد الجبير", ("عادل", "احمد", "جبير"), ("عادل", "جبير")),
    ("فلاديمير #بوتين", ("فلاديمير", "بوتين"), ("فلاديمير", "بوتين")),
    ("تميم_بن_حمد آل ثاني", ("تميم", "حمد"), ("تميم",)),
    ("الشيخ صباح الخالد الصباح", ("صباح", "خالد", "صباح"), ("صباح", "خالد", "صباح")),
    ("أبو الغيط", ("ابوالغيط",), ("ابوالغيط",)),
    ("مون جاي-إن", ("مون", "جاي", "ان"), ("مون", "جاي", "ان")),
    ("الأمير", ("امير",), ("امير",)),
    ("", (), ()),
]


@pytest.mark.parametrize(("name", "tokens", "handles"), READ)
def test_a_name_is_read(name: str, tokens: tuple[str, ...], handles: tuple[str, ...]) -> None:
    read = person_name(name)
    assert (read.tokens, read.handles) == (tokens, handles)


WORDS = [
    ("ترمب", "ترامب", True),
    ("نتنياهو", "نتانياهو", True),
    ("فرنسوا", "فرانسوا", True),
    ("سلمان", "سليمان", False),
    ("سلمان", "سلطان", False),
    ("حسن", "حسين", False),
    ("ناصر", "نصر", False),
    ("بوتين", "بوتين", True),
]


@pytest.mark.parametrize(("left", "right", "same"), WORDS)
def test_words_are_alike_only_when_a_long_vowel_comes_or_goes(left: str, right: str, same: bool) -> None:
    assert alike(left, right) is same
    assert alike(right, left) is same


SPELLINGS = [
    ("أشتون كارتر", "آشتون كارتر", True),
    ("جيم ماتيس", "جيمس ماتيس", True),
    ("دونالد ترمب", "دونالد ترامب", True),
    ("عبد ربه منصور هادي", "عبدربه منصور هادي", True),
    ("محمد بن سلمان", "محمد بن سلطان", False),
    ("محمد بن سلمان", "محمد بن سليمان", False),
    ("حسن روحاني", "حسين روحاني", False),
    ("جون كيري", "جون كيلي", False),
    ("جورج بوش", "جيب بوش", False),
]


@pytest.mark.parametrize(("left", "right", "same"), SPELLINGS)
def test_two_spellings_of_one_name(left: str, right: str, same: bool) -> None:
    one, other = person_name(left), person_name(right)
    assert one_spelling(one, other) is same
    assert one_spelling(other, one) is same


SHORTER = [
    ("ماتيس", "جيمس ماتيس", True),
    ("جيمس", "جيمس ماتيس", True),
    ("ترمب", "دونالد ترامب", True),
    ("سلمان", "محمد بن سلمان", False),
    ("سلمان", "سلمان بن عبدالعزيز", True),
    ("سلمان بن عبدالعزيز", "محمد بن سلمان بن عبدالعزيز", False),
    ("محمد بن سلمان", "محمد بن سلمان بن عبد العزيز", True),
    ("عادل الجبير", "عادل بن أحمد الجبير", True),
    ("جيمس ماتيس", "ماتيس", False),
    ("ماتيس", "ماتيس", False),
]


@pytest.mark.parametrize(("short", "long", "same"), SHORTER)
def test_a_shorter_name_stands_for_a_longer_one(short: str, long: str, same: bool) -> None:
    assert stands_for(person_name(short), person_name(long)) is same


def test_a_single_word_is_within_no_name() -> None:
    assert not within(person_name("ماتيس"), person_name("ماتيس جيمس"))
    assert within(person_name("عادل الجبير"), person_name("عادل بن أحمد الجبير"))
