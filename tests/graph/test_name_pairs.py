"""Pairs of real names in both scripts, graded: F1 of at least .95 in each half, and no strong failure."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from liqaa.graph.actors.names import person_name
from liqaa.graph.actors.sounds import sound_key
from liqaa.graph.actors.spellings import matches

PAIRS: dict[str, dict[str, dict[str, list[list[str]]]]] = yaml.safe_load(
    Path(__file__).with_name("name_pairs.yml").read_text(encoding="utf-8")
)
HALVES = sorted(PAIRS)


def same(left: str, right: str) -> bool:
    """Whether both may be what one person is called."""
    return matches(person_name(left), person_name(right))


def rows(half: str) -> list[tuple[str, bool, str, str]]:
    """Grade, what is right, and the two names."""
    return [
        (grade, verdict == "same", left, right)
        for grade, verdicts in PAIRS[half].items()
        for verdict, pairs in verdicts.items()
        for left, right in pairs
    ]


def test_there_are_three_hundred_pairs_each_once() -> None:
    pairs = [frozenset((left, right)) for half in HALVES for _, _, left, right in rows(half)]
    assert len(set(pairs)) == len(pairs) >= 300


@pytest.mark.parametrize("half", HALVES)
def test_the_order_of_two_names_does_not_matter(half: str) -> None:
    assert [row for row in rows(half) if same(row[2], row[3]) != same(row[3], row[2])] == []


@pytest.mark.parametrize("half", HALVES)
def test_no_strong_pair_fails(half: str) -> None:
    assert [row for row in rows(half) if row[0] == "strong" and same(row[2], row[3]) != row[1]] == []


@pytest.mark.parametrize("half", HALVES)
def test_f1_is_reached(half: str) -> None:
    answers = [(right, same(one, other)) for _, right, one, other in rows(half)]
    found = answers.count((True, True))
    wrong = answers.count((False, True)) + answers.count((True, False))
    assert 2 * found / (2 * found + wrong) >= 0.95


@pytest.mark.parametrize("half", HALVES)
def test_names_that_match_are_found_by_a_sound_key(half: str) -> None:
    """An index by sound keys misses few of the names that a comparison would accept."""
    accepted = [(one, other) for _, right, one, other in rows(half) if right and same(one, other)]
    missed = [pair for pair in accepted if not set.intersection(*map(keys, pair))]
    assert len(missed) <= 0.02 * len(accepted), missed


def keys(name: str) -> set[str]:
    """The sound keys of a name's words."""
    return {sound_key(token) for token in person_name(name).tokens}


@pytest.mark.parametrize("name", ["", " ", "بن", "al-", "'", "🙂", "李"])
def test_what_holds_no_name_matches_nobody(name: str) -> None:
    assert not same(name, "محمد بن سلمان")
    assert not same(name, "Mohammed bin Salman")
