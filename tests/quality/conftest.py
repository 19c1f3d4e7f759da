"""What the tests of quality share: the program's answer to the annotated articles, read once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import gold_scorer
from gold_scorer import Annotated, Event


@pytest.fixture(scope="session")
def development() -> Annotated:
    """The development articles; without the shared folder the test has nothing to measure."""
    try:
        return gold_scorer.development()
    except gold_scorer.NoGoldError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of the shared corpus, of which annotated articles and labelled triggers are part."""
    try:
        return gold_scorer.shared("corpus")
    except gold_scorer.NoGoldError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def seed(development: Annotated) -> Annotated:
    """The page the project began from."""
    return gold_scorer.seed()


@pytest.fixture(scope="session")
def development_system(development: Annotated) -> dict[str, list[Event]]:
    """What the program reads in the development articles."""
    return gold_scorer.system_of(development)


@pytest.fixture(scope="session")
def seed_system(seed: Annotated) -> dict[str, list[Event]]:
    """What the program reads on the seed page."""
    return gold_scorer.system_of(seed)
