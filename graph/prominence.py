"""Meetings that everybody speaks of, and what is said of them in passing.

Long before two leaders meet and for some weeks after, papers name their meeting beside other news: with
the day of that news, or with no day and no word on whether it has been. Taken by itself each such mention
would be an event of its own. It joins the plan, or what became of it, where one leads all others by far
(``passing``); then two reports of one article may tell of one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from liqaa.graph.calendar_shelf import CalendarShelf
from liqaa.graph.fitting import Group, leading
from liqaa.graph.passing import Meeting, is_of, issued_on, meeting_of, speaks_of
from liqaa.ontology.judgement import Pair
from liqaa.ontology.model import Status

# Articles that must tell of a meeting before others are taken to speak of it in passing.
_LEAST_ARTICLES = 5
_STATUSES: tuple[Status, ...] = ("planned", "cancelled", "occurred")


def join_prominent(groups: Sequence[Group], apart: frozenset[Pair]) -> list[Group]:
    """Join mentions in passing to the meetings that everybody speaks of.

    Args:
        groups: the events of one block, of every status.
        apart: pairs of reports judged different.

    Returns:
        The groups, sorted by key; a claim that joins one of another status has that status.
    """
    rest = sorted(groups, key=lambda group: group.key)
    while True:
        before = len(rest)
        for status in _STATUSES:
            rest = _joined(rest, status, apart)
        if len(rest) == before:
            return rest  # else what has grown may lead others now


def _joined(groups: list[Group], status: Status, apart: frozenset[Pair]) -> list[Group]:
    """The groups, after those that speak of a famous meeting of a status have joined it."""
    famous = _most_famous([group for group in groups if _is_famous(group, status)], apart)
    if not famous:
        return groups
    keys = {meeting.group.key for meeting in famous}
    left = _left_over([group for group in groups if group.key not in keys], famous, apart)
    return sorted([*(meeting.group for meeting in famous), *left], key=lambda group: group.key)


def _is_famous(group: Group, status: Status) -> bool:
    """Whether many articles tell of a group, of people known by name; what has been must have its day."""
    if group.claims[0].status != status or len(group.claims) < _LEAST_ARTICLES:
        return False
    articles = {claim.doc_id for claim in group.claims if claim.known and claim.published}
    return len(articles) >= _LEAST_ARTICLES and (status != "occurred" or bool(group.days))


def _most_famous(famous: Sequence[Group], apart: frozenset[Pair]) -> list[Meeting]:
    """The famous meetings, sorted by key, but for those that speak of a far more famous one."""
    most: list[Meeting] = []
    for group in sorted(famous, key=lambda group: (-len(group.claims), group.key)):
        known = len(issued_on(group)) == len(group.claims)
        if not (known and any(speaks_of(group, meeting, apart) for meeting in most)):
            most.append(meeting_of(group))
    return sorted(most, key=lambda meeting: meeting.group.key)


def _left_over(groups: Sequence[Group], famous: Sequence[Meeting], apart: frozenset[Pair]) -> list[Group]:
    """Let groups join the famous meetings they speak of; the groups that speak of none."""
    shelf = CalendarShelf()
    by_key = {meeting.group.key: meeting for meeting in famous}
    for key, meeting in by_key.items():
        shelf.add(key, meeting.start, meeting.end)
    attested = [group for group in groups if _is_attested(group)]
    left: list[Group] = []
    joining: list[tuple[Group, Meeting]] = []
    for group in groups:
        issued = issued_on(group)
        near = shelf.near(min(issued), max(issued), 0) if len(issued) == len(group.claims) else []
        fitting = [by_key[key] for key in near if speaks_of(group, by_key[key], apart)]
        fitting = [meeting for meeting in fitting if not _met_since(meeting, group, attested)]
        found = leading(range(len(fitting)), [meeting.group for meeting in fitting])
        if len(found) == 1:
            joining.append((group, fitting[found[0]]))
        else:
            left.append(group)
    for group, meeting in joining:
        meeting.group.claims += [replace(claim, status=meeting.status) for claim in group.claims]
    return left


def _is_attested(group: Group) -> bool:
    """Whether several articles, one of them in a whole clause, tell of what has been on a day."""
    dated = [claim for claim in group.claims if claim.day and claim.status == "occurred"]
    return len(dated) > 1 and not all(claim.nominal for claim in dated)


def _met_since(meeting: Meeting, group: Group, attested: Sequence[Group]) -> bool:
    """Whether those who met met again before a group was told, so that it may be of either."""
    if meeting.status != "occurred" or meeting.day is None:
        return False
    told = max(issued_on(group))
    return any(
        meeting.day < other.days[0] <= told and is_of(other.claims, meeting)
        for other in attested
        if other is not group
    )
