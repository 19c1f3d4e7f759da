"""A report as it is compared with others: who led each side, and the days on which it may have been."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from liqaa.graph import offices
from liqaa.graph.actors import Cast, Mention
from liqaa.graph.names import PersonName, person_name
from liqaa.graph.offices import one_office
from liqaa.graph.periods import day_of
from liqaa.graph.spellings import compatible, matches
from liqaa.graph.times import time_of
from liqaa.ontology.folding import fold
from liqaa.ontology.model import Participant, Report, Status
from rapidfuzz.fuzz import ratio

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
# Of 100: names that are as alike in their letters, given with one office, are one.
_MISSPELT = 80
MOST_NEWS_LASTS = max(*_NEWS_LASTS.values(), _NEWS_LASTS_ELSE, _STAY_LASTS)
_NOUN = "-noun"


@dataclass(frozen=True, slots=True)
class Lead:
    """The first principal of a party.

    Attributes:
        actor: id of the actor, empty when it has none.
        name: the person's name, None when not named.
        office: words of the office in comparison form, empty when none is given or no person acts.
        given: the name or office as the report has it, folded, whoever that turns out to be; empty when the
            report only says which party.
        posts: the offices given of which a party has one at a time.
        registered: whether the register has the actor.
    """

    actor: str
    name: PersonName | None
    office: frozenset[str]
    given: str
    posts: frozenset[str] = frozenset()
    registered: bool = False

    def __hash__(self) -> int:
        """Leads are counted by the thousand; few that differ are of one actor in one word."""
        return hash((self.actor, self.given))

    @property
    def specific(self) -> bool:
        """Whether it says who: by name or office, not only which party."""
        return self.name is not None or bool(self.office)

    def agrees(self, other: Lead) -> bool:
        """Whether both may be one person; a lead that is not specific agrees with any."""
        if not (self.specific and other.specific):
            return True
        if self.name and other.name:
            if self.actor == other.actor or compatible(self.name, other.name):
                return True
            # Every word may be spelt otherwise where nothing else tells them apart.
            if self._in_one_office(other) and (matches(self.name, other.name) or self._misspelt(other)):
                return True
            return self._in_one_post(other)
        return self._in_one_office(other)

    def _misspelt(self, other: Lead) -> bool:
        """Whether two names, given with one office, are nearly the same letters."""
        if not (self.office and other.office) or (self.registered and other.registered):
            return False
        return ratio(self.given, other.given) >= _MISSPELT

    def _in_one_post(self, other: Lead) -> bool:
        """Whether two names that differ have an office that one person holds: one of them is misread."""
        return not (self.registered and other.registered) and not self.posts.isdisjoint(other.posts)

    def _in_one_office(self, other: Lead) -> bool:
        """Whether the offices may be one; none agrees with any."""
        return not (self.office and other.office) or one_office(self.office, other.office)


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
        words: the words that say so.
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
    def named(self) -> bool:
        """Whether at least one side says who."""
        return any(lead.specific for _, lead in self.leads)

    @property
    def full(self) -> bool:
        """Whether every side says who."""
        return all(lead.specific for _, lead in self.leads)


def cast_of(report_id: str, report: Report, cast: Cast) -> tuple[object, ...]:
    """All that a report's claim takes from the cast; while that stays, so does the claim."""
    actors = [cast.actor_of.get((report_id, index), "") for index in range(len(report.participants))]
    meant = tuple(cast.meant.get((report_id, index)) for index in range(len(actors)))
    known = tuple((actor in cast.obscure, actor in cast.registered) for actor in actors)
    return tuple(actors), meant, known


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
        words=report.evidence,
        nominal=report.rule.endswith(_NOUN),
        summit=report.subtype == "summit",
    )


def _leads(report_id: str, report: Report, cast: Cast) -> dict[str, Lead]:
    """The first principal of every known party; of a visit the visitor's side only."""
    leads: dict[str, Lead] = {}
    for index, who in enumerate(report.participants):
        if who.role == "attendee" or (report.type == "visit" and who.role != "visitor"):
            continue
        if who.country and who.country not in leads:
            leads[who.country] = _lead(who, (report_id, index), cast)
    return leads


def _lead(who: Participant, mention: Mention, cast: Cast) -> Lead:
    """A participant as the head of a side; an official without a name has that of the holder found."""
    actor = cast.actor_of.get(mention, "")
    if who.kind != "person":
        return Lead(actor, None, frozenset(), "")
    name = person_name(who.name) if who.name else cast.meant.get(mention)
    office = _folded(who.office or "")
    given = " ".join(name.tokens) if who.name and name else office
    if office and actor in cast.obscure:
        name = None
    words, posts = _compared(office)
    called = name if name and name.tokens else None
    return Lead(actor, called, words, given, posts, actor in cast.registered)


@lru_cache(maxsize=50_000)
def _compared(office: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a folded office by which it is compared, and the offices in it that one person holds."""
    words = offices.load()
    # A region has its own president beside the state's.
    return words.compared(office), frozenset(words.single_offices(office)) - words.single_alone


@lru_cache(maxsize=50_000)
def _folded(office: str) -> str:
    """An office folded; a few thousand are given again and again."""
    return fold(office)


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
