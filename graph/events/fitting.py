"""What may be one event: groups of claims, and whether two of them fit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from liqaa.graph.agreement import agreed_status
from liqaa.graph.events.claims import Claim
from liqaa.graph.events.leads import Lead
from liqaa.graph.periods import period_of
from liqaa.ontology.judgement import Pair, pair_of
from liqaa.ontology.model import Status

# So many times as many reports as of any other make an event the one that everybody speaks of; so does a
# second report, where all others have but one.
_LEAD = 3
# A month has no more days.
_MOST_DAYS = 31
# So many days papers date one event apart.
_BESIDE = 1


@dataclass(slots=True)
class Group:
    """Claims taken for one event."""

    claims: list[Claim]

    @property
    def key(self) -> str:
        """Its smallest report id."""
        return min(claim.report_id for claim in self.claims)

    @property
    def days(self) -> list[date]:
        """The days its claims give, sorted."""
        return sorted(claim.day for claim in self.claims if claim.day)

    @property
    def around(self) -> date:
        """A day by which to look for it; the first of its claims' first days."""
        return min(claim.first for claim in self.claims if claim.first)


class Account:
    """What the claims of one event come to, each part worked out when it is first asked for.

    Two accounts are equal when they are one: a run that remembers has one for the same claims.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Begin with the claims, in any order."""
        self.claims = tuple(claims)

    @cached_property
    def key(self) -> str:
        """Its smallest report id."""
        return min(claim.report_id for claim in self.claims)

    @cached_property
    def status(self) -> Status:
        """The status of the event; only judgements put reports of several together."""
        return agreed_status({claim.status for claim in self.claims})

    @cached_property
    def chief(self) -> dict[str, Lead]:
        """By party the lead most often given, of those that say who."""
        return chief_leads(self.claims)

    @cached_property
    def window(self) -> tuple[date, date] | None:
        """First and last day on which it may have been."""
        return window_of(self.claims)

    @cached_property
    def days(self) -> list[date]:
        """The days given, each once and sorted, but for those far from the one given most often."""
        return days_of(self.claims)

    @cached_property
    def lands(self) -> set[str]:
        """The countries where it was."""
        return {claim.land for claim in self.claims if claim.land}

    @cached_property
    def articles(self) -> set[str]:
        """The articles that tell of it."""
        return {claim.doc_id for claim in self.claims}

    @cached_property
    def attested(self) -> bool:
        """Whether several articles give its day."""
        return len({claim.doc_id for claim in self.claims if claim.day}) > 1


def in_other_lands(one: Account, other: Account) -> bool:
    """Whether two events were in two lands, where both say in which."""
    return bool(one.lands and other.lands and not one.lands & other.lands)


def leading(fitting: Sequence[int], groups: Sequence[Group]) -> list[int]:
    """Of several groups, by their places, the one most papers tell of, by far; all where none leads so."""
    if len(fitting) < 2:
        return list(fitting)
    first, second, *_ = sorted(fitting, key=lambda at: -len(groups[at].claims))
    size, next_size = len(groups[first].claims), len(groups[second].claims)
    leads = size >= _LEAD * next_size if next_size > 1 else size > 1
    return [first] if leads else list(fitting)


def known_by_then(
    told: Sequence[Claim], fitting: Sequence[int], groups: Sequence[Sequence[Claim]]
) -> list[int]:
    """Of several plans, by their places, those of which papers told when they told of another; else all."""
    issued = [claim.published for claim in told if claim.published]
    if len(fitting) < 2 or not issued or told[0].status != "planned":
        return list(fitting)
    then = min(issued)
    known = [at for at in fitting if any(one.published and one.published <= then for one in groups[at])]
    return known or list(fitting)


def fits(left: Sequence[Claim], right: Sequence[Claim], apart: frozenset[Pair]) -> bool:
    """Whether two groups of claims can be one event."""
    return (
        not {claim.doc_id for claim in left} & {claim.doc_id for claim in right}
        and _days_fit([*left, *right])
        and leads_agree(left, right)
        and not (apart and judged_apart(left, right, apart))
    )


def _days_fit(claims: Sequence[Claim]) -> bool:
    """Whether the days given lie close together and within what the claims without a day allow."""
    days = [claim.day for claim in claims if claim.day]
    loose = [claim for claim in claims if not claim.day]
    if days:
        usual = usual_day(days)
        if any(abs((day - usual).days) > claims[0].spread for day in days):
            return False
        return all(
            claim.first is not None
            and claim.last is not None
            and claim.first <= max(days)
            and min(days) <= claim.last
            for claim in loose
        )
    months = {month_gone(claim) for claim in loose}
    if len(months) == 1 and None not in months:
        return True
    firsts, lasts = (
        [claim.first for claim in loose if claim.first],
        [claim.last for claim in loose if claim.last],
    )
    if firsts and lasts and max(firsts) > min(lasts):
        return False  # the month that one names is none in which the other may be
    issued = [claim.published for claim in loose if claim.published]
    return not issued or (max(issued) - min(issued)).days <= min(claim.news_lasts for claim in claims)


def month_gone(claim: Claim) -> tuple[date, date] | None:
    """The month that a claim names, of which its article is not any more: papers come back to it any time."""
    period = period_of(claim.said)
    if period is None or claim.published is None or claim.published <= period[1]:
        return None
    return period if 0 < (period[1] - period[0]).days < _MOST_DAYS else None


def window_of(claims: Sequence[Claim]) -> tuple[date, date] | None:
    """First and last day on which an event may have been; the days given count before all else.

    Days far from the one given most often are left out. None when nothing bounds it.
    """
    days = days_of(claims)
    if days:
        return days[0], days[-1]
    bounded = [(claim.first, claim.last) for claim in claims if claim.first and claim.last]
    if not bounded:
        return None
    # Without a day, each report narrows the time that the others leave.
    first, last = max(first for first, _ in bounded), min(last for _, last in bounded)
    return min(first, last), max(first, last)


def days_of(claims: Sequence[Claim]) -> list[date]:
    """The days given, each once and sorted, but for those far from the one given most often."""
    given = Counter(claim.day for claim in claims if claim.day)
    if not given:
        return []
    usual = min(given, key=lambda day: (-given[day], day))
    return sorted(day for day in given if abs((day - usual).days) <= claims[0].spread)


def usual_day(days: Sequence[date]) -> date:
    """The day given most often; of several those with the most others beside them, and of these the first.

    Papers date an event before and after it, and a day that stands far from all others is misread.
    """
    given = Counter(days)
    most = max(given.values())
    often = [day for day, count in given.items() if count == most]
    if len(often) == 1:
        return often[0]
    beside = {
        day: sum(given[other] for other in given if abs((other - day).days) <= _BESIDE) for day in often
    }
    return min(often, key=lambda day: (-beside[day], day))


def leads_agree(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether each party's leads may all be one person."""
    if of_two_levels(left, right):
        return False
    return all(_agree(ours, _of(right, party)) for party, ours in _by_party(left))


def _agree(ours: Sequence[Lead], theirs: Sequence[Lead]) -> bool:
    """Whether all leads of a party may be one person, who may have been given another office elsewhere."""
    leads = [*ours, *theirs]
    return all(
        one.agrees(other) or _holds_it_elsewhere(one, other, leads) or _holds_it_elsewhere(other, one, leads)
        for one in ours
        for other in theirs
    )


def _holds_it_elsewhere(unnamed: Lead, person: Lead, leads: Sequence[Lead]) -> bool:
    """Whether one of several leads gives a person the office of whom another does not name."""
    if unnamed.name or not (unnamed.office and person.name):
        return False
    titles = (lead for lead in leads if lead.actor == person.actor and lead.office)
    return any(unnamed.agrees(lead) for lead in titles)


def of_two_levels(left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether officials of all sides met in one, and in the other somebody who leads one of them."""
    return any(
        any(claim.of_groups for claim in one) and any(claim.of_leaders for claim in other)
        for one, other in ((left, right), (right, left))
    )


def chief_leads(claims: Sequence[Claim]) -> dict[str, Lead]:
    """By party the lead most often given, of those that say who; one person counts under all his titles."""
    given: dict[str, Counter[Lead]] = defaultdict(Counter)
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in sorted(claims, key=lambda claim: claim.report_id):
        for party, lead in claim.leads:
            if lead.specific:
                given[party].update([lead])
                people[party].update([lead.actor or lead.given])
    chief: dict[str, Lead] = {}
    for party, counts in given.items():
        who, _ = people[party].most_common(1)[0]
        chief[party] = next(lead for lead, _ in counts.most_common() if (lead.actor or lead.given) == who)
    return chief


def _by_party(claims: Sequence[Claim]) -> list[tuple[str, list[Lead]]]:
    """The leads of each party, each once."""
    return [(party, _of(claims, party)) for party, _ in claims[0].leads]


def _of(claims: Sequence[Claim], party: str) -> list[Lead]:
    """The leads of one party, each once."""
    return list(dict.fromkeys(lead for claim in claims for code, lead in claim.leads if code == party))


def judged_apart(left: Sequence[Claim], right: Sequence[Claim], apart: frozenset[Pair]) -> bool:
    """Whether somebody judged a report of one to be another event than a report of the other."""
    return any(pair_of(one.report_id, other.report_id) in apart for one in left for other in right)
