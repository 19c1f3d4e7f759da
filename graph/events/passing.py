"""Whether what papers say may be said in passing of a meeting that everybody speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from liqaa.graph.events.claims import Claim
from liqaa.graph.events.fitting import Group, chief_leads, judged_apart, of_two_levels, usual_day
from liqaa.graph.events.leads import Lead
from liqaa.graph.periods import days_later, period_of
from liqaa.ontology.judgement import Pair
from liqaa.ontology.model import Status

# So many times as many reports must tell of a meeting as of what joins it: more where that has a day of its
# own, the most where it was another time or it does not say who meets.
_LEAD, _LEAD_OF_VAGUE = 3, 20
_LEAD_OF_DATED: Mapping[Status, int] = {"planned": 4, "cancelled": 4, "occurred": 8}
# One in so many claims of a group must be said in passing, and of its time.
_MOST = 2
# One in so many claims at most may name somebody of the register who did not meet.
_SEVERAL = 5
# News has the day of its article, or one of so many days before.
_FRESH = 3
# So many days papers speak of a plan before its day, and of what became of it after; of a plan without a day
# they speak for some days before and after the articles that tell of it. Few come back to a land sooner than
# that, so papers look back on a visit for longer.
_AHEAD, _AFTER, _AFTER_VISIT, _AROUND = 120, 30, 60, 14
# So long ago something was called off that has its day.
_LATELY = timedelta(days=14)
# So many days other news that stands beside a plan may lie before it.
_ASTRAY = 60


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that many articles tell of.

    Attributes:
        group: its claims.
        size: how many there are.
        status: its status.
        chief: by party who leads, as most of them have it.
        day: the day most of them give, None when none does.
        start: first day on which papers speak of it.
        end: last such day.
    """

    group: Group
    size: int
    status: Status
    chief: Mapping[str, Lead]
    day: date | None
    start: date
    end: date


def meeting_of(group: Group) -> Meeting:
    """A group of claims, of which some have the day of their article, as a meeting."""
    status = group.claims[0].status
    day = usual_day(group.days) if group.days else None
    issued = issued_on(group)
    if day is None or status == "cancelled":
        start, end = days_later(min(issued), -_AROUND), days_later(max(issued), _AROUND)
    elif status == "planned":
        start, end = days_later(day, -_AHEAD), days_later(day, 1)
    else:
        visit = group.claims[0].type == "visit"
        start, end = day, days_later(day, _AFTER_VISIT if visit else _AFTER)
    return Meeting(group, len(group.claims), status, chief_leads(group.claims), day, start, end)


def issued_on(group: Group) -> list[date]:
    """The days of a group's articles, as far as they are known."""
    return [claim.published for claim in group.claims if claim.published]


def speaks_of(group: Group, meeting: Meeting, apart: frozenset[Pair]) -> bool:
    """Whether a group of articles, all of a known day, may speak of a meeting in passing."""
    size = len(group.claims)
    if _LEAD * size > meeting.size:
        return False
    issued = issued_on(group)
    if min(issued) < meeting.start or meeting.end < max(issued):
        return False
    passing = sum(_is_in_passing(claim, meeting) for claim in group.claims)
    return (
        _MOST * passing >= size
        and meeting.size >= _times(group, meeting) * size
        and is_of(group.claims, meeting)
        and not judged_apart(group.claims, meeting.group.claims, apart)
    )


def _times(group: Group, meeting: Meeting) -> int:
    """So many times as many reports as of a group must tell of the meeting it joins."""
    timely = sum(_is_of_its_time(claim, meeting) for claim in group.claims)
    if not all(claim.known for claim in group.claims) or _MOST * timely < len(group.claims):
        return _LEAD_OF_VAGUE
    return _LEAD_OF_DATED[meeting.status] if group.days else _LEAD


def is_of(claims: Sequence[Claim], meeting: Meeting) -> bool:
    """Whether those who lead a group may be those whom most papers name for a meeting.

    Of several reports some may have misread a name, but only few that of somebody in the register.
    """
    of_groups = [claim for claim in claims if claim.of_groups]
    if _MOST * len(of_groups) >= len(claims) and of_two_levels(of_groups, meeting.group.claims):
        return False
    chief = meeting.chief
    others = [
        [lead for party, lead in claim.leads if party in chief and not lead.agrees(chief[party])]
        for claim in claims
    ]
    misread = [leads for leads in others if leads]
    known = [leads for leads in misread if any(lead.registered for lead in leads)]
    if _SEVERAL * len(known) > len(claims):
        return False
    return not misread or _MOST * len(misread) < len(others)


def _is_in_passing(claim: Claim, meeting: Meeting) -> bool:
    """Whether a claim may be said in passing of a meeting; a noun does not say whether it has been."""
    of_states = not claim.of_groups and not any(lead.given for _, lead in claim.leads)  # not of officials
    known = all(lead.name or lead.leader for _, lead in claim.leads)  # a land has one leader
    if not (known or claim.summit or of_states):
        return False
    if meeting.status == "cancelled":
        return claim.status == "cancelled"
    if claim.status == "cancelled":
        return False
    if meeting.status == "planned":
        # A verb with a day tells of another meeting.
        return claim.nominal or (claim.status == "planned" and not claim.day)
    # A verb with another time tells of another visit, a noun may stand beside the time of something else.
    back = claim.nominal or (claim.type == "visit" and (bool(claim.day) or _is_of_its_time(claim, meeting)))
    return back and _is_looking_back(claim, meeting.day)


def _is_looking_back(claim: Claim, day: date | None) -> bool:
    """Whether a claim may tell of what was on a day: it gives no other, or only that of its news.

    Callers ring each other up again the next day.
    """
    if day is None or claim.published is None or (claim.status == "planned" and claim.published <= day):
        return False
    if claim.day:
        return claim.type != "call" and abs((claim.published - claim.day).days) <= _FRESH
    return True


def _is_of_its_time(claim: Claim, meeting: Meeting) -> bool:
    """Whether the time that a claim gives may be that of the meeting, or that of its being called off."""
    said, day = period_of(claim.said), meeting.day
    if claim.day and claim.status == meeting.status == "planned":
        return claim.nominal and day is not None and abs((day - claim.day).days) <= _ASTRAY
    if said is None or claim.day or claim.status == "planned":
        return True  # plans are put off
    if claim.status == "cancelled" and claim.published and said[0] <= claim.published <= said[1] + _LATELY:
        return True
    return day is not None and said[0] <= day <= said[1]
