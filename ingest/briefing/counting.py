"""What the pictures show: events by time, who met whom how often, and topics by time."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from liqaa.ingest.briefing.contents import Contents, Happening, Name

TYPES = ("visit", "talks", "call", "honor")
STATUSES = ("occurred", "planned", "cancelled")


@dataclass(frozen=True, slots=True)
class Step:
    """How a stretch of time is cut: its name, how long a piece is in days, and where a day's piece begins."""

    name: str
    days: float
    start: Callable[[date], date]
    end: Callable[[date], date]


def _quarter_end(day: date) -> date:
    return _month_end(day.replace(day=1, month=day.month + 2))


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


STEPS = (
    Step("day", 1, lambda day: day, lambda day: day),
    Step("week", 7, lambda day: day - timedelta(days=day.weekday()), lambda day: day + timedelta(days=6)),
    Step("month", 30.4, lambda day: day.replace(day=1), _month_end),
    Step("quarter", 91.3, lambda day: day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1), _quarter_end),
    Step("year", 365.2, lambda day: day.replace(day=1, month=1), lambda day: day.replace(month=12, day=31)),
)
"""From the finest to the coarsest."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Events of one type and status in a piece of time.

    Attributes:
        first: its first day.
        last: its last day.
        type: of the events.
        status: of the events.
        low: where the bar begins; what did not take place lies below 0.
        high: where it ends.
    """

    first: date
    last: date
    type: str
    status: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two members of the network, by id, and the events that both took part in."""

    one: str
    two: str
    events: int


@dataclass(frozen=True, slots=True)
class Circle:
    """The part of a network that a picture has room for.

    Attributes:
        names: of its members, by id, those in most events first.
        events: how many each took part in.
        meetings: between them.
        left_out: members that there was no room for.
    """

    names: Mapping[str, Name]
    events: Mapping[str, int]
    meetings: tuple[Meeting, ...]
    left_out: int


def step_for(happenings: Iterable[Happening], most: int, finest: str = "day") -> Step:
    """The finest cut of their time that makes no more pieces than there is room for."""
    days = [day for happening in happenings if (day := day_of(happening))]
    span = (max(days) - min(days)).days + 1 if days else 1
    allowed = STEPS[[step.name for step in STEPS].index(finest) :]
    return next((step for step in allowed if span / step.days < most + 0.5), STEPS[-1])


def day_of(happening: Happening) -> date | None:
    """The first day of an event whose month at least is known."""
    if happening.date is None or happening.precision == "year":
        return None
    return date.fromisoformat(happening.date)


def bars(happenings: Iterable[Happening], step: Step) -> list[Bar]:
    """The events by time, stacked: what took place above 0, what was planned or called off below."""
    counted = Counter(
        (step.start(day), happening.status, happening.type)
        for happening in happenings
        if (day := day_of(happening))
    )
    found = []
    for start in sorted({start for start, *_ in counted}):
        above = below = 0
        for status in STATUSES:
            for kind in TYPES:
                count = counted[start, status, kind]
                if not count:
                    continue
                if status == "occurred":
                    low, above = above, above + count
                    found.append(Bar(start, step.end(start), kind, status, low, above))
                else:
                    high, below = below, below - count
                    found.append(Bar(start, step.end(start), kind, status, below, high))
    return found


def circle(contents: Contents, most: int) -> Circle:
    """The members in most events that took place, and their meetings; those the page is about come first."""
    names: dict[str, Name] = {}
    events: Counter[str] = Counter()
    meetings: Counter[tuple[str, str]] = Counter()
    for happening in contents.happenings:
        if happening.status == "occurred":
            present = _present(happening, contents.between)
            names |= present
            events.update(present.keys())
            meetings.update(combinations(sorted(present), 2))
    ranked = sorted(names, key=lambda id_: (id_ not in contents.subject_ids, -events[id_], id_))
    shown = ranked[:most]
    kept = [Meeting(*pair, count) for pair, count in meetings.items() if set(pair) <= set(shown)]
    return Circle(
        names={id_: names[id_] for id_ in shown},
        events={id_: events[id_] for id_ in shown},
        meetings=tuple(sorted(kept, key=lambda meeting: (-meeting.events, meeting.one, meeting.two))),
        left_out=len(ranked) - len(shown),
    )


def topics(
    happenings: Sequence[Happening], step: Step, most: int
) -> tuple[list[str], list[date], dict[tuple[str, date], int]]:
    """Topics, pieces of time, and the events that took place about the one in the other.

    Args:
        happenings: the events.
        step: how time is cut.
        most: topics at most, those of most events first.

    Returns:
        Ids of the topics; the first day of every piece from the first to the last; counts above 0.
    """
    dated = [
        (step.start(day), happening)
        for happening in happenings
        if happening.status == "occurred" and happening.topics and (day := day_of(happening))
    ]
    counted = Counter((topic.id, start) for start, happening in dated for topic in happening.topics)
    totals: Counter[str] = Counter()
    for (topic, _), count in counted.items():
        totals[topic] += count
    shown = sorted(totals, key=lambda topic: (-totals[topic], topic))[:most]
    starts = sorted({start for start, _ in dated})
    return shown, _without_gaps(starts, step), {key: n for key, n in counted.items() if key[0] in shown}


def _without_gaps(starts: Sequence[date], step: Step) -> list[date]:
    found = list(starts[:1])
    while found and found[-1] < starts[-1]:
        found.append(step.start(step.end(found[-1]) + timedelta(days=1)))
    return found


def _present(happening: Happening, between: str) -> dict[str, Name]:
    """The members of the network at an event; attendees stand for no party there."""
    if between == "actors":
        return {one.id: one.name for one in happening.participants}
    return {
        side.id: side.name for one in happening.participants if one.role != "attendee" for side in one.sides
    }
