"""How far two readers agree: on what happened, and on the labels of what both found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

ATTRIBUTES = ("subtype", "status", "salience", "date", "place_country")
TYPES = ("visit", "call", "talks", "honor")
Events = Sequence[Mapping[str, Any]]


def kappa(pairs: Sequence[tuple[object, object]]) -> float | None:
    """Cohen's kappa of pairs of labels; None without pairs, or where chance alone explains full agreement."""
    if not pairs:
        return None
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    observed = sum(one == other for one, other in pairs) / len(pairs)
    by_chance = sum(count * others[label] for label, count in ones.items()) / len(pairs) ** 2
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


@dataclass(slots=True)
class Agreement:
    """Counts over the articles that both readers read."""

    articles: int = 0
    both: int = 0
    one_alone: int = 0
    other_alone: int = 0
    main_both: int = 0
    main_alone: int = 0
    labels: dict[str, list[tuple[object, object]]] = field(default_factory=dict)
    differences: list[str] = field(default_factory=list)

    def note(self, name: str, one: object, other: object) -> None:
        self.labels.setdefault(name, []).append((one, other))

    @property
    def f1(self) -> float:
        """Of all events: twice those found by both, over all that either found."""
        found = 2 * self.both + self.one_alone + self.other_alone
        return 2 * self.both / found if found else 1.0

    @property
    def main_f1(self) -> float:
        """As ``f1``, without events that are background for whoever found them."""
        found = 2 * self.main_both + self.main_alone
        return 2 * self.main_both / found if found else 1.0


def compare(one: Mapping[str, Events], other: Mapping[str, Events], scorer: ModuleType) -> Agreement:
    """Compare two readers over the articles both read, by the scorer's matching of events and participants.

    The scorer matches towards a gold side; a pair counts as found by both when it matches either way round.
    """
    result = Agreement()
    for doc_id in sorted(one.keys() & other.keys()):
        result.articles += 1
        article_agreement(result, doc_id, one[doc_id], other[doc_id], scorer)
    return result


def article_agreement(
    result: Agreement, doc_id: str, ones: Events, others: Events, scorer: ModuleType
) -> None:
    result.note("article has events", bool(ones), bool(others))
    for kind in TYPES:
        result.note(
            f"article has a {kind}", *(any(e["type"] == kind for e in side) for side in (ones, others))
        )
    forth = scorer.align(ones, others)
    back = [(at, to) for to, at in scorer.align(others, ones)]
    pairs = max(forth, back, key=len)
    result.both += len(pairs)
    for at, to in pairs:
        pair_agreement(result, doc_id, ones[at], others[to], scorer)
    alone = {
        "first": [event for at, event in enumerate(ones) if at not in {at for at, _ in pairs}],
        "second": [event for to, event in enumerate(others) if to not in {to for _, to in pairs}],
    }
    result.one_alone += len(alone["first"])
    result.other_alone += len(alone["second"])
    for reader, events in alone.items():
        result.main_alone += sum(event["salience"] == "main" for event in events)
        result.differences += [f"{doc_id}: only the {reader}: {summary(event, scorer)}" for event in events]


def pair_agreement(
    result: Agreement, doc_id: str, one: Mapping[str, Any], other: Mapping[str, Any], scorer: ModuleType
) -> None:
    what = summary(one, scorer)
    result.main_both += "main" in (one["salience"], other["salience"])
    for key in ATTRIBUTES:
        result.note(key, one[key], other[key])
        if one[key] != other[key]:
            result.differences.append(f"{doc_id}: {key} {one[key]} / {other[key]}: {what}")
    topics = [set(event["topics"]) for event in (one, other)]
    for topic in sorted(topics[0] | topics[1]):
        result.note("topics (share of union)", True, topic in topics[0] & topics[1])
    if topics[0] != topics[1]:
        result.differences.append(f"{doc_id}: topics {sorted(topics[0])} / {sorted(topics[1])}: {what}")
    left, right = scorer.principals(one), scorer.principals(other)
    matched = scorer.assign(left, right)
    result.note("same principals", True, len(matched) == len(left) == len(right))
    if not len(matched) == len(left) == len(right):
        result.differences.append(f"{doc_id}: principals: {what} / {summary(other, scorer)}")
    for at, to, _ in matched:
        result.note("role", left[at]["role"], right[to]["role"])
        result.note("kind", left[at]["kind"], right[to]["kind"])
        if left[at]["role"] != right[to]["role"]:
            result.differences.append(f"{doc_id}: role {left[at]['role']} / {right[to]['role']}: {what}")


def summary(event: Mapping[str, Any], scorer: ModuleType) -> str:
    """An event in a line: for the terminal only, since it holds words of the article."""
    parties = ", ".join(
        f"{p['role']} {p['name'] or p['office'] or '-'} {p['country']}" for p in scorer.principals(event)
    )
    return f"{event['type']} {event['status']} {event['salience']} [{parties}] {event['date'] or ''}".rstrip()


def table(result: Agreement) -> Iterable[str]:
    """The figures, one a line: plain agreement, Cohen's kappa and the number of pairs."""
    yield f"{result.articles} articles read by both"
    alone = f"first alone {result.one_alone}, second alone {result.other_alone}"
    yield f"events F1 {result.f1:.3f} (both {result.both}, {alone})"
    yield f"main events F1 {result.main_f1:.3f}"
    for name, pairs in result.labels.items():
        share = sum(one == other for one, other in pairs) / len(pairs)
        chance_free = kappa(pairs)
        shown = "    -" if chance_free is None else f"{chance_free:5.2f}"
        yield f"{name:26s} agreement {share:.3f}  kappa {shown}  n {len(pairs)}"
