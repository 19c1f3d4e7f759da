"""A report as it is compared with others: who led each side, and the days on which it may have been."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from liqaa.graph.actors import Mention
from liqaa.graph.names import PersonName, person_name
from liqaa.graph.spellings import compatible
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Participant, Report

Block = tuple[str, ...]
"""What reports of one event have in common without exception: type, parties and whether it was called off."""

# Days around the article's own in which an event without a day may lie: papers tell what just was or what
# comes within the fortnight.
_BEFORE = {"occurred": 7, "planned": 1, "cancelled": 7}
_AFTER = {"occurred": 1, "planned": 14, "cancelled": 14}
# Arrival, stay and departure of one trip are one visit, and papers date it by any of them; anything else may
# be off by the day on which it became news.
_SPREAD = {"visit": 3}
_SPREAD_ELSE = 1


@dataclass(frozen=True, slots=True)
class Lead:
    """The first principal of a party.

    Attributes:
        actor: id of the actor, empty when it has none.
        name: the person's name, None when not named.
        office: folded words of the office, empty when none is given or when a delegation or a state acts.
    """

    actor: str
    name: PersonName | None
    office: frozenset[str]

    @property
    def specific(self) -> bool:
        """Whether it says who: by name or office, not only which party."""
        return self.name is not None or bool(self.office)

    def agrees(self, other: Lead) -> bool:
        """Whether both may be one person; a lead that is not specific agrees with any."""
        if not (self.specific and other.specific):
            return True
        if self.name and other.name:
            return self.actor == other.actor or compatible(self.name, other.name)
        shorter = min(len(self.office), len(other.office))
        return shorter == 0 or 2 * len(self.office & other.office) >= shorter + 1


@dataclass(frozen=True, slots=True)
class Claim:
    """What one report gives for telling its event from others.

    Attributes:
        report_id: the report.
        place_in_article: article, field and offset: where the report stands.
        type: type of the event.
        status: status of the event.
        block: None when too little is known of the parties for any comparison.
        leads: first principal by party, sorted by party.
        day: the day it is said to have been, None when no day is given.
        first: first day on which it may have been; the day itself when given.
        last: last such day; both None when nothing bounds it.
        published: day of the article.
    """

    report_id: str
    place_in_article: tuple[str, str, int]
    type: str
    status: str
    block: Block | None
    leads: tuple[tuple[str, Lead], ...]
    day: date | None
    first: date | None
    last: date | None
    published: date | None

    @property
    def doc_id(self) -> str:
        """The article."""
        return self.place_in_article[0]

    @property
    def spread(self) -> int:
        """How many days reports of this event may lie apart."""
        return _SPREAD.get(self.type, _SPREAD_ELSE)

    @property
    def named(self) -> bool:
        """Whether at least one side says who."""
        return any(lead.specific for _, lead in self.leads)

    @property
    def full(self) -> bool:
        """Whether every side says who."""
        return all(lead.specific for _, lead in self.leads)


def claim_of(report_id: str, report: Report, actor_of: Mapping[Mention, str], published: str | None) -> Claim:
    """What a report claims.

    Args:
        report_id: its id.
        report: the report.
        actor_of: the actor of each mention.
        published: day of the article, None when unknown.
    """
    issued = day_of(published)
    first, last = _days(report, issued)
    leads = _leads(report_id, report, actor_of)
    return Claim(
        report_id=report_id,
        place_in_article=(report.doc_id, report.evidence_span.field, report.evidence_span.start),
        type=report.type,
        status=report.status,
        block=_block(report, leads),
        leads=tuple(sorted(leads.items())),
        day=day_of(report.date),
        first=first,
        last=last,
        published=issued,
    )


def _leads(report_id: str, report: Report, actor_of: Mapping[Mention, str]) -> dict[str, Lead]:
    """The first principal of every known party; of a visit the visitor's side only."""
    leads: dict[str, Lead] = {}
    for index, who in enumerate(report.participants):
        if who.role == "attendee" or (report.type == "visit" and who.role != "visitor"):
            continue
        if who.country and who.country not in leads:
            leads[who.country] = _lead(who, actor_of.get((report_id, index), ""))
    return leads


def _lead(who: Participant, actor: str) -> Lead:
    """A participant as the head of a side."""
    name = person_name(who.name) if who.name and who.kind == "person" else None
    office = fold(who.office or "").split() if who.kind == "person" else []
    return Lead(actor, name if name and name.tokens else None, frozenset(office))


def _block(report: Report, leads: Mapping[str, Lead]) -> Block | None:
    """Type, parties and whether called off; None with fewer than two parties."""
    off = "off" if report.status == "cancelled" else "on"
    if report.type == "visit":
        hosts = sorted({who.country for who in report.principals if who.role == "host" and who.country})
        host = hosts[0] if hosts else report.place_country
        return ("visit", off, host, *sorted(leads)) if host and leads else None
    if len(leads) < 2:
        return None
    # A welcome with a guard of honour and a medal on the same day are two honours.
    kind = f"honor/{report.subtype}" if report.type == "honor" else report.type
    return (kind, off, *sorted(leads))


def _days(report: Report, published: date | None) -> tuple[date | None, date | None]:
    """First and last day on which the event may have been; two None when nothing bounds them."""
    said = period_of(report.date)
    if said and said[0] == said[1]:
        return said
    if published is None:
        return None, None
    first = published - timedelta(days=_BEFORE[report.status])
    last = published + timedelta(days=_AFTER[report.status])
    if said:
        first, last = max(first, said[0]), min(last, said[1])
    return (first, last) if first <= last else (None, None)


def period_of(text: str | None) -> tuple[date, date] | None:
    """First and last day of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None for anything else."""
    parts = (text or "").split("-")
    try:
        year, *rest = (int(part) for part in parts)
        if not rest:
            return date(year, 1, 1), date(year, 12, 31)
        month = rest[0]
        if len(rest) == 1:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return (date(year, month, rest[1]),) * 2 if len(rest) == 2 else None
    except ValueError:
        return None


def day_of(text: str | None) -> date | None:
    """The day that ``YYYY-MM-DD`` names; None for a month, a year or no date."""
    period = period_of(text)
    return period[0] if period and period[0] == period[1] else None
