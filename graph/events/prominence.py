"""Meetings that everybody speaks of, and what is said of them in passing.

Long before two leaders meet and for some weeks after, papers name their meeting beside other news: with
the day of that news, or with no day and no word on whether it has been. Taken by itself each such mention
would be an event of its own. It joins the plan, or what became of it, where one leads all others by far
(``passing``); then two reports of one article may tell of one event.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from liqaa.graph.clustering import Forest
from liqaa.graph.events.calendar_shelf import CalendarShelf
from liqaa.graph.events.claims import Claim
from liqaa.graph.events.fitting import Group, leading
from liqaa.graph.events.passing import Meeting, is_of, issued_on, meeting_of, speaks_of
from liqaa.graph.recall import Memo
from liqaa.ontology.judgement import Pair
from liqaa.ontology.model import Status

# Articles that must tell of a meeting before others are taken to speak of it in passing.
_LEAST_ARTICLES = 5

Window = tuple[date, date]
"""First and last day of a time."""

Times = tuple[Window, ...]
"""Of a famous meeting the time in which papers speak of it; then those in which a group was told, and met."""

_STATUSES: tuple[Status, ...] = ("planned", "cancelled", "occurred")


def join_prominent(groups: Sequence[Group], apart: frozenset[Pair], memo: Memo) -> list[Group]:
    """Join mentions in passing to the meetings that everybody speaks of.

    Args:
        groups: the events of one block, of every status.
        apart: pairs of reports judged different.
        memo: what was found of eras that have not changed.

    Returns:
        The groups, sorted by key; a claim that joins one of another status has that status.
    """
    spoken = {_times_of(group) for group in groups if _is_famous(group)}
    while True:
        found, eras = _by_era(groups, spoken)
        reached = set(spoken)
        for era in eras:
            asked = (tuple(tuple(group.claims) for group in era), apart)
            outcome = memo.of("era", asked, partial(_outcome, *asked))
            found += [Group(list(claims)) for claims in outcome.groups]
            reached |= outcome.spoken
        if reached == spoken:
            return sorted(found, key=lambda group: group.key)
        spoken = reached  # what a meeting has grown by may hold it together with others


def _merged(windows: Iterable[Window]) -> list[Window]:
    """Times, sorted, those that overlap as one."""
    merged: list[Window] = []
    for start, end in sorted(windows):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _by_era(groups: Sequence[Group], spoken: Collection[Times]) -> tuple[list[Group], list[list[Group]]]:
    """Groups in parts of which none can join, or be told by, one of another.

    Args:
        groups: the groups of a block.
        spoken: the times of the famous meetings.

    Returns:
        The groups that are of no time in which papers speak of a meeting, and those of each era: of one such
        time, or of several that a group or a meeting holds together; sorted by key.
    """
    windows = _merged(times[0] for times in spoken)
    forest = Forest(range(len(windows)))
    for times in spoken:
        _hold_together(times, windows, forest)
    outside: list[Group] = []
    inside: list[tuple[int, Group]] = []
    for group in sorted(groups, key=lambda group: group.key):
        at = _hold_together(_times_of(group), windows, forest)
        if at is None:
            outside.append(group)
        else:
            inside.append((at, group))
    eras: dict[int, list[Group]] = defaultdict(list)
    for at, group in inside:
        eras[forest.root(at)].append(group)
    return outside, [era for _, era in sorted(eras.items())]


def _hold_together(times: Times, windows: Sequence[Window], forest: Forest[int]) -> int | None:
    """Make the windows that hold any of these times one era; the place of one of them, if one does."""
    held = [at for time in times if (at := _place(time, windows)) is not None]
    for at in held:
        forest.join(held[0], at)
    return held[0] if held else None


def _times_of(group: Group) -> Times:
    """When papers speak of a famous meeting; when a group was told, and met, if that tells of others."""
    times: list[Window] = []
    if _is_famous(group):
        meeting = meeting_of(group)
        times.append((meeting.start, meeting.end))
    issued = issued_on(group)
    if len(issued) == len(group.claims):
        times.append((min(issued), max(issued)))
    if _is_attested(group):
        times.append((group.days[0], group.days[0]))
    return tuple(times)


def _place(time: Window, windows: Sequence[Window]) -> int | None:
    """The place of the one of several windows that holds a time."""
    at = bisect_right(windows, (time[0], date.max)) - 1
    return at if at >= 0 and time[1] <= windows[at][1] else None


class _Outcome(NamedTuple):
    """What became of the groups of an era: their claims, and the times of the meetings that were famous."""

    groups: tuple[tuple[Claim, ...], ...]
    spoken: frozenset[Times]


def _outcome(era: Sequence[tuple[Claim, ...]], apart: frozenset[Pair]) -> _Outcome:
    """Join what is said in passing in one era."""
    rest = [Group(list(claims)) for claims in era]
    spoken: set[Times] = set()
    while True:
        before = len(rest)
        for status in _STATUSES:
            rest = _joined(rest, status, apart, spoken)
        if len(rest) == before:
            return _Outcome(tuple(tuple(group.claims) for group in rest), frozenset(spoken))
        # else what has grown may lead others now


def _joined(groups: list[Group], status: Status, apart: frozenset[Pair], spoken: set[Times]) -> list[Group]:
    """The groups, after those that speak of a famous meeting of a status have joined it.

    The times of these meetings are added to ``spoken``.
    """
    all_famous = [group for group in groups if group.claims[0].status == status and _is_famous(group)]
    spoken.update(map(_times_of, all_famous))
    famous = _most_famous(all_famous, apart)
    if not famous:
        return groups
    keys = {meeting.group.key for meeting in famous}
    left = _left_over([group for group in groups if group.key not in keys], famous, apart)
    return sorted([*(meeting.group for meeting in famous), *left], key=lambda group: group.key)


def _is_famous(group: Group) -> bool:
    """Whether many articles tell of a group, of people known by name; what has been must have its day."""
    if len(group.claims) < _LEAST_ARTICLES:
        return False
    articles = {claim.doc_id for claim in group.claims if claim.known and claim.published}
    return len(articles) >= _LEAST_ARTICLES and (group.claims[0].status != "occurred" or bool(group.days))


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
        meeting.group.claims += [_in_passing(claim, meeting) for claim in group.claims]
    return left


def _in_passing(claim: Claim, meeting: Meeting) -> Claim:
    """A claim as one of a meeting; another day that it gives is that of the news it is said beside."""
    own = claim.day is None or (meeting.day and abs((claim.day - meeting.day).days) <= claim.spread)
    if own:
        return replace(claim, status=meeting.status)
    return replace(claim, status=meeting.status, day=None, first=None, last=None)


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
