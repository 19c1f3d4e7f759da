"""Ranks of an army with the arms and staffs of who holds them: "اللواء الركن البحري"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from liqaa.ontology.lexicon_people import Offices


def ranks_with_arms(offices: Offices) -> Iterator[str]:
    """Every rank alone, with one arm, and with two in any order.

    Args:
        offices: the lexicon of offices, with the ranks and the arms.
    """
    for rank in offices.army_ranks:
        yield rank
        for arm in offices.arms:
            yield f"{rank} {arm}"
        for one, other in permutations(offices.arms, 2):
            yield f"{rank} {one} {other}"
