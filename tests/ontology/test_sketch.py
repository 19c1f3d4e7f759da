"""Sketches: equal for equal texts, close for copies, and the same as those that archives hold."""

from __future__ import annotations

import random

import pytest
from liqaa.ontology.sketch import bands, likeness, sketch_of

WORDS = [f"كلمة{number}" for number in range(200)]
TEXT = " ".join(WORDS)
RUNS = 198


def test_what_archives_hold_does_not_change() -> None:
    """Another sketch needs a new version of the archive, which makes the sketches of all articles again."""
    assert sketch_of(TEXT) == PINNED


def test_a_text_is_folded() -> None:
    assert sketch_of("أُعلنَ في، " * 9 + TEXT) == sketch_of("اعلن في " * 9 + TEXT)


def test_a_short_text_has_none_and_is_like_nothing() -> None:
    assert sketch_of(" ".join(WORDS[:19])) == sketch_of("") == ""
    assert likeness("", "") == likeness("", PINNED) == 0.0
    assert not list(bands(""))


@pytest.mark.parametrize("changed", [0, 5, 10, 20, 40, 80, 150])
def test_likeness_is_the_share_of_runs_in_common(changed: int) -> None:
    """Over 40 texts the mean is close; the last words of each are changed, so that runs go one by one."""
    found = []
    for seed in range(40):
        words = [f"ك{one}" for one in random.Random(seed).sample(range(10**6), 200)]
        other = words[: 200 - changed] + [f"م{one}" for one in words[200 - changed :]]
        found.append(likeness(sketch_of(" ".join(words)), sketch_of(" ".join(other))))
    common = RUNS - changed
    assert sum(found) / len(found) == pytest.approx(common / (2 * RUNS - common), abs=0.03)


def test_copies_share_a_band_and_others_do_not() -> None:
    """Of texts with .6 in common 99 of 100 do; of texts that have nothing in common hardly any."""
    alike = unlike = 0
    for seed in range(200):
        words = [f"ك{one}" for one in random.Random(seed).sample(range(10**6), 250)]
        left, right = (set(bands(sketch_of(" ".join(text)))) for text in (words[:200], words[50:]))
        alike += bool(left & right)
        unlike += bool(left & set(bands(PINNED)))
    assert alike >= 190
    assert unlike <= 2


PINNED = (
    "a562e3f4de812f23335c88ac0dab6cc92e13b46e44bf6dea8f34d4bf3f52"
    "e0d84a96c54714f029dedf3defce739628c8f800a5afc1138c0de85cd231"
)
