"""How alike two things are that may be one: what speaks for it and against it, a sentence each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from liqaa.graph.events.claims import Claim
from liqaa.graph.events.leads import Lead
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Report
from rapidfuzz.fuzz import token_set_ratio

THRESHOLD = 0.5
"""From this score on two things are rather one than two."""

_COPIED = 85  # of 100: so alike are sentences that two papers took from one agency


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that two candidates have in common or that parts them.

    Attributes:
        name: short and stable, such as ``lead`` or ``day``.
        weight: how much it speaks for one (above 0) or for two (below 0).
        sentence: what it is, for people.
    """

    name: str
    weight: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """All features of a pair."""

    features: tuple[Feature, ...]

    @property
    def score(self) -> float:
        """From 0, surely two, to 1, surely one."""
        return round(min(1.0, max(0.0, THRESHOLD + sum(feature.weight for feature in self.features))), 3)

    @property
    def reasons_for(self) -> tuple[str, ...]:
        """What speaks for one, the weightiest first."""
        return self._sentences(1)

    @property
    def reasons_against(self) -> tuple[str, ...]:
        """What speaks for two, the weightiest first."""
        return self._sentences(-1)

    def _sentences(self, sign: int) -> tuple[str, ...]:
        found = [feature for feature in self.features if feature.weight * sign > 0]
        found.sort(key=lambda feature: (-feature.weight * sign, feature.sentence))
        return tuple(feature.sentence for feature in found)


def likeness_of_reports(left: Claim, right: Claim, told: tuple[Report, Report]) -> Likeness:
    """Compare two reports that may tell of one happening.

    Args:
        left: what one claims.
        right: what the other claims; of the same type.
        told: both reports.
    """
    features = (*_parties(left, right), *_leads(left, right), *_days(left, right), *_words(*told))
    return Likeness((*features, *_places(left, right), *_kinds(left, right)))


def _parties(left: Claim, right: Claim) -> Iterator[Feature]:
    """Whether the same parties met."""
    ours, theirs = {party for party, _ in left.leads}, {party for party, _ in right.leads}
    if odd := sorted(ours ^ theirs):
        yield Feature("parties", -0.35, f"Only one of them has {_listed(odd)} take part.")
    else:
        yield Feature("parties", 0.1, f"Both are of the parties {_listed(sorted(ours))}.")


def _leads(left: Claim, right: Claim) -> Iterator[Feature]:
    """Who stood for each party."""
    theirs = dict(right.leads)
    for party, lead in left.leads:
        if party in theirs:
            yield _lead(party, lead, theirs[party])


def _lead(party: str, one: Lead, other: Lead) -> Feature:
    """Whether one person stood for a party."""
    if not (one.specific and other.specific):
        return Feature("lead", -0.05, f"Only one of them says who stood for {party}, or neither does.")
    if one.actor and one.actor == other.actor:
        return Feature("lead", 0.2, f"{_called(one)} stood for {party} in both.")
    if one.agrees(other):
        return Feature("lead", 0.1, f"{_called(one)} and {_called(other)} of {party} may be one person.")
    return Feature("lead", -0.45, f"{_called(one)} stood for {party} in one, {_called(other)} in the other.")


def _called(lead: Lead) -> str:
    """A lead in words."""
    return lead.given or "an official"


def _days(left: Claim, right: Claim) -> Iterator[Feature]:
    """How far apart they are in time."""
    if left.day and right.day:
        gap = abs((left.day - right.day).days)
        if gap == 0:
            yield Feature("day", 0.2, f"Both give the day {left.day}.")
        else:
            weight = 0.05 if gap <= left.spread else -0.2 - min(0.4, 0.04 * gap)
            text = f"Their days, {left.day} and {right.day}, lie {_days_in_words(gap)} apart."
            yield Feature("day", weight, text)
    elif not (left.first and left.last and right.first and right.last):
        yield Feature("day", -0.2, "Nothing says when one of them was.")
    elif left.first > right.last or right.first > left.last:
        yield Feature("day", -0.35, "By the days of their articles they were at different times.")
    else:
        yield Feature(
            "day", -0.05, "One of them gives no day; by the days of their articles it may be one time."
        )


def _words(left: Report, right: Report) -> Iterator[Feature]:
    """Whether their sentences are from one source, and their articles one."""
    if left.doc_id == right.doc_id:
        yield Feature("article", -0.5, "One article tells of both, and tells them apart.")
    elif token_set_ratio(fold(left.evidence), fold(right.evidence)) >= _COPIED:
        yield Feature("words", 0.15, "Their sentences are nearly the same.")
    if shared := sorted({*left.topics} & {*right.topics}):
        yield Feature("topics", 0.05, f"Both were about {_listed(shared)}.")


def _places(left: Claim, right: Claim) -> Iterator[Feature]:
    """Whether they were in one land."""
    if left.land and right.land:
        same = left.land == right.land
        text = f"Both were in {left.land}." if same else f"One was in {left.land}, the other in {right.land}."
        yield Feature("place", 0.05 if same else -0.2, text)


def _kinds(left: Claim, right: Claim) -> Iterator[Feature]:
    """Whether one announces what the other reports."""
    if left.status != right.status:
        yield Feature("status", -0.15, f"One is {left.status}, the other {right.status}.")


def _days_in_words(gap: int) -> str:
    """A number of days."""
    return f"{gap} day" if gap == 1 else f"{gap} days"


def _listed(words: Iterable[str]) -> str:
    """Words with commas."""
    return ", ".join(words)
