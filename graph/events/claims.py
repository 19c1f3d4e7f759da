"""A report as it is compared with others: who led each side, and the days on which it may have been."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from liqaa.graph.actors.actors import Cast
from liqaa.graph.events.leads import Lead, lead_of
from liqaa.graph.events.times import time_of
from liqaa.graph.periods import day_of
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Report, Status

Block = tuple[str, ...]
"""What the reports of a plan, its happening and its being called off have in common: type and parties."""

# Arrival, stay and departure of one trip are one visit, and papers date it by any of them; anything else may
# be off by the day on which it became news.
_SPREAD = {"visit": 5}
_SPREAD_ELSE = 1
# Days that may lie between the articles of reports of one event that give no day; plans are news for longer.
_NEWS_LASTS = {"planned": 14, "cancelled": 14}
_NEWS_LASTS_ELSE = 4
# Few come to one land twice within ten days, and many stay for as long.
_STAY_LASTS = 10
MOST_NEWS_LASTS = max(*_NEWS_LASTS.values(), _NEWS_LASTS_ELSE, _STAY_LASTS)
_NOUN = "-noun"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one report gives for telling its event from others.

    Attributes:
        report_id: the report.
        place_in_article: article, field and offset: where the report stands.
        type: type of the event.
        status: status of the event.
        block: None when too little is known of the parties for any comparison.
        said: the date as the report gives it, empty when it gives none.
        leads: first principal by party, sorted by party.
        day: the day it is said to have been, None when no day is given.
        first: first day on which it may have been; the day itself when given.
        last: last such day; both None when nothing bounds it.
        published: day of the article.
        land: code of the country where it was, None when unknown.
        place: name of the place there, folded; empty when none is given.
        words: the words that say so, folded.
        nominal: whether a noun told of it, which says nothing of whether it has been.
        summit: whether it is called a summit, of which few are in sight at a time.
    """

    report_id: str
    place_in_article: tuple[str, str, int]
    type: str
    status: Status
    block: Block | None
    said: str
    leads: tuple[tuple[str, Lead], ...]
    day: date | None
    first: date | None
    last: date | None
    published: date | None
    land: str | None
    place: str
    words: str
    nominal: bool
    summit: bool

    def __hash__(self) -> int:
        """Claims are remembered by the thousand; no two that are compared are of one report."""
        return hash(self.report_id)

    @property
    def doc_id(self) -> str:
        """The article."""
        return self.place_in_article[0]

    @property
    def spread(self) -> int:
        """How many days reports of this event may lie apart."""
        return _SPREAD.get(self.type, _SPREAD_ELSE)

    @property
    def news_lasts(self) -> int:
        """How many days the articles of reports without a day may lie apart, if this is one of them."""
        if not self.known:
            return _NEWS_LASTS_ELSE
        lasts = _NEWS_LASTS.get(self.status, _NEWS_LASTS_ELSE)
        return max(lasts, _STAY_LASTS) if self.type == "visit" else lasts

    @property
    def known(self) -> bool:
        """Whether every side is known by name."""
        return all(lead.name for _, lead in self.leads)

    @property
    def of_groups(self) -> bool:
        """Whether several came from most sides, at least two, of whom none is named."""
        groups = sum(lead.group for _, lead in self.leads)
        return groups > 1 and not self.named and 2 * groups > len(self.leads)

    @property
    def of_leaders(self) -> bool:
        """Whether whoever leads a side met: the register has them, or states held a summit."""
        known = any(lead.registered and lead.leader for _, lead in self.leads)
        of_states = self.summit and not any(lead.given or lead.group for _, lead in self.leads)
        return len(self.leads) > 1 and (known or of_states)

    @property
    def named(self) -> bool:
        """Whether at least one side says who."""
        return any(lead.specific for _, lead in self.leads)

    @property
    def full(self) -> bool:
        """Whether every side says who."""
        return all(lead.specific for _, lead in self.leads)


def claim_of(report_id: str, report: Report, cast: Cast, published: str | None) -> Claim:
    """What a report claims.

    Args:
        report_id: its id.
        report: the report.
        cast: who is who.
        published: day of the article, None when unknown.
    """
    issued = day_of(published)
    leads = _leads(report_id, report, cast)
    time = time_of(report, issued, known=all(lead.name for lead in leads.values()))
    return Claim(
        report_id=report_id,
        place_in_article=(report.doc_id, report.evidence_span.field, report.evidence_span.start),
        type=report.type,
        status=time.status,
        block=_block(report, leads),
        said=report.date or "",
        leads=tuple(sorted(leads.items())),
        day=time.day,
        first=time.first,
        last=time.last,
        published=issued,
        land=report.place_country,
        place=fold(report.place or ""),
        words=fold(report.evidence),
        nominal=report.rule.endswith(_NOUN),
        summit=report.subtype == "summit",
    )


def _leads(report_id: str, report: Report, cast: Cast) -> dict[str, Lead]:
    """The first principal of every known party, or who is named after a group; of a visit the visitor's."""
    leads: dict[str, Lead] = {}
    named: dict[str, set[str]] = defaultdict(set)
    for index, who in enumerate(report.participants):
        if not who.country or who.role == "attendee" or (report.type == "visit" and who.role != "visitor"):
            continue
        lead = lead_of(who, (report_id, index), cast)
        if lead.name:
            named[who.country].add(lead.actor)
        first = who.country not in leads
        if first or (leads[who.country].group and lead.specific):
            leads[who.country] = lead
    circles = {party: frozenset(actors) for party, actors in named.items() if len(actors) > 1}
    return {party: replace(lead, circle=circles.get(party, frozenset())) for party, lead in leads.items()}


def _block(report: Report, leads: Mapping[str, Lead]) -> Block | None:
    """Type and parties; None with fewer than two parties."""
    if report.type == "visit":
        hosts = sorted({who.country for who in report.principals if who.role == "host" and who.country})
        host = hosts[0] if hosts else report.place_country
        return ("visit", host, *sorted(leads)) if host and leads else None
    if len(leads) < 2:
        return None
    # A welcome with a guard of honour and a medal on the same day are two honours.
    kind = f"honor/{report.subtype}" if report.type == "honor" else report.type
    return (kind, *sorted(leads))
