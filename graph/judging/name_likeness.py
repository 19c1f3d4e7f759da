"""How alike two names are that may be one person's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liqaa.graph.actors.names import PersonName
from liqaa.graph.actors.spellings import alike, matches
from liqaa.graph.judging.likeness import Feature, Likeness


@dataclass(frozen=True, slots=True)
class Bearing:
    """A name as the reports of a party give it.

    Attributes:
        id: ``name_id`` of it.
        party: the party.
        name: its words for comparing.
        words: the commonest spelling.
        offices: folded offices given with it.
        articles: the articles that give it.
        actor: id of the actor who goes by it.
    """

    id: str
    party: str
    name: PersonName
    words: str
    offices: frozenset[str]
    articles: frozenset[str]
    actor: str


def likeness_of_names(left: Bearing, right: Bearing) -> Likeness:
    """Compare two names of one party."""
    return Likeness((*_words(left, right), *_offices(left, right), *_articles(left, right)))


def _words(left: Bearing, right: Bearing) -> Iterator[Feature]:
    """Which words the names have in common."""
    short, long = sorted((left.name, right.name), key=lambda name: (len(name.tokens), name))
    shared = [token for token in short.tokens if any(alike(token, other) for other in long.tokens)]
    if matches(left.name, right.name):
        yield Feature("name", 0.15, f"{left.words} and {right.words} may be two spellings of one name.")
    if odd := [token for token in short.tokens if token not in shared]:
        yield Feature("name", -0.25 * len(odd), f"Only one of them is called {'، '.join(odd)}.")
    if len(short.tokens) == 1:
        yield Feature("name", -0.15, f"{' '.join(short.tokens)} alone may be somebody else.")
    elif len(shared) > 1:
        yield Feature("name", 0.1, f"They share the words {'، '.join(shared)}.")


def _offices(left: Bearing, right: Bearing) -> Iterator[Feature]:
    """Whether they are given one office."""
    if shared := sorted(left.offices & right.offices):
        yield Feature("office", 0.15, f"Both are given the office {shared[0]}.")
    elif left.offices and right.offices:
        one, other = min(left.offices), min(right.offices)
        yield Feature("office", -0.1, f"One is given the office {one}, the other {other}.")


def _articles(left: Bearing, right: Bearing) -> Iterator[Feature]:
    """Whether one article names both."""
    if left.articles & right.articles:
        yield Feature("article", -0.05, "One article has both names.")
