"""Meetings that everybody speaks of, and what is said of them in passing.

Long before two leaders meet and for some weeks after, papers name their meeting beside other news: with
the day of that news, or with no day and no word on whether it has been. Taken by itself each such mention
would be an event of its own. It joins the plan, or what became of it, where one leads all others by far; then
two reports of one article may tell of one event.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from liqaa.graph.calendar_shelf import CalendarShelf
from liqaa.graph.claims import Claim
from liqaa.graph.fitting import Group, chief_leads, judged_apart, leading
from liqaa.graph.periods import days_later, period_of
from liqaa.ontology.judgement import Pair

# Articles that must tell of a meeting before others are taken to speak of it in passing.
_LEAST_ARTICLES = 5
# So many times as many reports must tell of it as of what joins it: far more where that has a day of its own,
# or does not say who meets.
_LEAD, _LEAD_OF_VAGUE = 3, 20
# So many days papers speak of a plan before its day, and of what became of it after; of a plan without a day
# they speak for some days before and after the articles that tell of it.
_AHEAD, _AFTER, _AROUND = 120, 30, 14
# So many days other news that stands beside a plan may lie before it.
_ASTRAY = 60


def join_prominent(groups: Sequence[Group], apart: frozenset[Pair]) -> list[Group]:
    """Join mentions in passing to the meetings that everybody speaks of.

    Args:
        groups: the events of one block, of every status.
        apart: pairs of reports judged different.

    Returns:
        The groups, sorted by key; a claim that joins one of another status has that status.
    """
    rest = sorted(groups, key=lambda group: group.key)
    for status in ("planned", "cancelled", "occurred"):
        famous = _most_famous([group for group in rest if _is_famous(group, status)], apart)
        if famous:
            others = [group for group in rest if group.key not in famous]
            rest = [*famous.values(), *_left_over(others, famous, apart)]
    return sorted(rest, key=lambda group: group.key)


def _most_famous(famous: Sequence[Group], apart: frozenset[Pair]) -> dict[str, Group]:
    """The famous meetings, by key, but for those that speak of a far more famous one."""
    most: dict[str, Group] = {}
    for group in sorted(famous, key=lambda group: (-len(group.claims), group.key)):
        issued = _issued(group)
        if not any(_speaks_of(group, issued, meeting, apart) for meeting in most.values()):
            most[group.key] = group
    return dict(sorted(most.items()))


def _left_over(groups: Sequence[Group], famous: Mapping[str, Group], apart: frozenset[Pair]) -> list[Group]:
    """Let groups join the famous meetings they speak of; the groups that speak of none."""
    shelf = CalendarShelf()
    for key, meeting in famous.items():
        shelf.add(key, *_spoken_of_from_to(meeting))
    left: list[Group] = []
    joining: list[tuple[Group, Group]] = []
    for group in groups:
        issued = _issued(group)
        near = shelf.near(min(issued), max(issued), 0) if len(issued) == len(group.claims) else []
        fitting = [famous[key] for key in near if _speaks_of(group, issued, famous[key], apart)]
        found = leading(range(len(fitting)), fitting)
        if len(found) == 1:
            joining.append((group, fitting[found[0]]))
        else:
            left.append(group)
    for group, meeting in joining:
        meeting.claims += [replace(claim, status=meeting.claims[0].status) for claim in group.claims]
    return left


def _issued(group: Group) -> list[date]:
    """The days of a group's articles, as far as they are known."""
    return [claim.published for claim in group.claims if claim.published]


def _spoken_of_from_to(meeting: Group) -> tuple[date, date]:
    """First and last day on which papers speak of a meeting."""
    issued = _issued(meeting)
    status = meeting.claims[0].status
    if meeting.days and status != "cancelled":
        day = meeting.days[-1]
        if status == "planned":
            return days_later(day, -_AHEAD), days_later(day, 1)
        return day, days_later(day, _AFTER)
    return days_later(min(issued), -_AROUND), days_later(max(issued), _AROUND)


def _is_famous(group: Group, status: str) -> bool:
    """Whether many articles tell of a group, of people known by name; what has been must have its day."""
    if group.claims[0].status != status or (status == "occurred" and not group.days):
        return False
    return len({claim.doc_id for claim in group.claims if claim.known and claim.published}) >= _LEAST_ARTICLES


def _speaks_of(group: Group, issued: Sequence[date], meeting: Group, apart: frozenset[Pair]) -> bool:
    """Whether a group may be what articles, issued on some days, say of a famous meeting in passing."""
    start, end = _spoken_of_from_to(meeting)
    if not (start <= min(issued) and max(issued) <= end):
        return False
    times = _LEAD
    for claim in group.claims:
        if not (_is_in_passing(claim, meeting.claims[0].status) and _is_of_its_time(claim, meeting)):
            return False
        if claim.day or not claim.known:
            times = _LEAD_OF_VAGUE
    return (
        len(meeting.claims) >= times * len(group.claims)
        and _is_of(group, meeting)
        and not judged_apart(group.claims, meeting.claims, apart)
    )


def _is_of_its_time(claim: Claim, meeting: Group) -> bool:
    """Whether the time that a claim gives may be that of the meeting."""
    said = period_of(claim.said)
    if claim.day and claim.status == "planned":
        return claim.nominal and bool(meeting.days) and abs((meeting.days[-1] - claim.day).days) <= _ASTRAY
    if said is None or claim.day or claim.status == "planned":
        return True  # plans are put off
    return bool(meeting.days) and said[0] <= meeting.days[-1] <= said[1]


def _is_of(group: Group, meeting: Group) -> bool:
    """Whether those who lead a group may be those whom most papers name for a meeting."""
    chief = chief_leads(meeting.claims)
    return all(
        lead.agrees(chief[party]) for claim in group.claims for party, lead in claim.leads if party in chief
    )


def _is_in_passing(claim: Claim, status: str) -> bool:
    """Whether a claim may be said in passing of a meeting; a noun does not say whether it has been."""
    if not (claim.known or claim.summit or not claim.named):
        return False
    if status == "cancelled":
        return claim.status == status
    if status == "planned":
        return claim.status == "planned" or (claim.status == "occurred" and claim.nominal)
    return claim.status == "occurred" and claim.nominal and claim.day is None
