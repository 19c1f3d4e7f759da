"""The pictures of a page, drawn by Vega into SVG that needs no script: one for desks and one for phones."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

from liqaa.ingest.briefing.contents import Contents, Language
from liqaa.ingest.briefing.counting import Bar, Step, bars, circle, step_for, topics
from liqaa.ontology.errors import LiqaaError

COLOURS = {"visit": "#1b6ca8", "talks": "#2a8c6a", "call": "#d17a16", "honor": "#8a569c"}
"""Of the types; told apart also by those who do not see red or green."""
_LEAST_PIECES = 9
"""Of time, in the width of the timeline: one bar alone must not fill it."""
_CANCELLED = "#9aa3ab"
_SUBJECT, _OTHER = "#b0413e", "#3f6f94"
_FONT = "'Noto Naskh Arabic', 'Noto Sans Arabic', 'Segoe UI', Tahoma, 'DejaVu Sans', Arial, sans-serif"


class NoVegaError(LiqaaError):
    """The library that draws is not installed; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a screen has room for.

    Attributes:
        name: of the CSS class that shows the picture on such screens.
        width: of a picture, in pixels.
        pieces: of time, at most, side by side.
        members: of the network, at most.
        height: of the network.
        label: widest label beside an axis, in pixels.
        letters: size of a label.
    """

    name: str
    width: int
    pieces: int
    members: int
    height: int
    label: int
    letters: int


DESK = Room("desk", 1060, 64, 34, 560, 220, 13)
PHONE = Room("phone", 340, 20, 12, 360, 140, 12)
ROOMS = (DESK, PHONE)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for one kind of screen.

    Attributes:
        room: the screen.
        svg: the picture, with its numbers rounded.
        step: how its time is cut, empty where it shows none.
        left_out: what there was no room for.
    """

    room: Room
    svg: str
    step: str = ""
    left_out: int = 0


def timeline(contents: Contents, language: Language, room: Room) -> Picture | None:
    """The events by time, or nothing where no event has a month."""
    step = step_for(contents.happenings, room.pieces)
    found = bars(contents.happenings, step)
    if not found:
        return None
    spec = _spec("timeline.vl.json")
    spec["data"] = {
        "values": [
            {
                "first": bar.first.isoformat(),
                # To the end of its last day, less a gap to the next.
                "last": f"{bar.last.isoformat()}T{'20' if step.name == 'day' else '23'}:00:00Z",
                "low": bar.low,
                "high": bar.high,
                "status": bar.status,
                "fill": _fill(bar.type, bar.status),
                "stroke": _CANCELLED if bar.status == "cancelled" else COLOURS[bar.type],
            }
            for bar in found
        ]
    }
    ticks = min(4 if room is PHONE else 14, len({bar.first for bar in found}) + 1)
    x, y = (spec["layer"][0]["encoding"][axis] for axis in "xy")
    x["scale"]["domain"] = _domain(found, step)
    x["axis"] = {"format": "%Y" if step.name == "year" else "%Y-%m", "tickCount": ticks, "grid": False}
    if step.name in ("day", "week") and _days(found[0].first, found[-1].last) < 100:
        x["axis"] |= {"format": "%m-%d"}
    y["axis"] = {"labelExpr": "abs(datum.value)", "tickMinStep": 1, "tickCount": 5}
    _turn(x, y, language)
    spec |= {"width": room.width - 40, "height": 240 if room is DESK else 200}
    return Picture(room, _drawn(spec, room), step.name)


def topics_by_time(contents: Contents, language: Language, room: Room) -> Picture | None:
    """The topics of what took place by month, or nothing where there are none."""
    step = step_for(contents.happenings, (room.width - room.label) // 16, "month")
    shown, pieces, counted = topics(contents.happenings, step, 14 if room is DESK else 10)
    if not shown:
        return None
    names = {topic.id: topic.name for happening in contents.happenings for topic in happening.topics}
    labels = {topic: names[topic].said(language) for topic in shown}
    most = max(counted.values())
    spec = _spec("topics.vl.json")
    spec["data"] = {
        "values": [
            {
                "piece": _piece(start, step),
                "topic": labels[topic],
                "events": count,
                "ink": "#ffffff" if count > most * 0.6 else "#1d2730",
            }
            for (topic, start), count in sorted(counted.items())
        ]
    }
    x, y = (spec["encoding"][axis] for axis in "xy")
    x |= {"axis": {"labelAngle": -90, "ticks": False, "domain": False}}
    x["scale"] = {"domain": [_piece(start, step) for start in pieces]}
    y |= {"sort": list(labels.values()), "axis": {"ticks": False, "domain": False, "labelLimit": room.label}}
    _turn(x, y, language)
    spec |= {"width": min(room.width - room.label, 60 * len(pieces)), "height": {"step": 26}}
    return Picture(room, _drawn(spec, room), step.name)


def network(contents: Contents, language: Language, room: Room) -> Picture | None:
    """Who met whom, or nothing where nobody met anybody."""
    found = circle(contents, room.members)
    if not found.meetings:
        return None
    busiest, closest = max(found.events.values()), found.meetings[0].events
    spec = _spec("network.vg.json")
    spec["signals"].append({"name": "margin", "value": 70 if room is DESK else 48})
    # A force works on circles, and names are wide: it works in a space that is pressed together.
    links, nodes, _ = spec["data"]
    links["values"] = [
        {
            "source": meeting.one,
            "target": meeting.two,
            "one": meeting.one,
            "two": meeting.two,
            "thick": round(0.7 + 7 * (meeting.events / closest) ** 0.5, 2),
            "ink": round(0.25 + 0.6 * (meeting.events / closest) ** 0.5, 2),
        }
        for meeting in found.meetings
    ]
    nodes["values"] = [
        {
            "id": id_,
            "rank": rank,
            "name": name.said(language),
            "size": round(60 + 900 * found.events[id_] / busiest, 1),
            "room": 23,
            "letters": room.letters + (1 if id_ in contents.subject_ids else 0),
            "weight": "bold" if id_ in contents.subject_ids else "normal",
            "fill": _SUBJECT if id_ in contents.subject_ids else _OTHER,
        }
        for rank, (id_, name) in enumerate(found.names.items())
    ]
    height = min(room.height, 130 + 28 * len(found.names))
    spec |= {"width": room.width - 10, "height": height, "config": {"aria": False}}
    return Picture(room, _drawn(spec, room), left_out=found.left_out)


def _drawn(spec: dict[str, Any], room: Room) -> str:
    """A spec as SVG.

    Raises:
        NoVegaError: vl-convert is not installed.
    """
    library = vega()
    if "layer" not in spec:
        return _tidy(library.vega_to_svg(spec))
    axis = {"labelFontSize": room.letters, "labelColor": "#39434d", "gridColor": "#e6eaee"}
    spec["config"] = {
        "aria": False,
        "font": _FONT,
        "view": {"stroke": None},
        "axis": axis | {"domainColor": "#9aa3ab", "tickColor": "#9aa3ab"},
        "text": {"fontSize": 12 if room is DESK else 9},
    }
    spec["background"] = None
    return _tidy(library.vegalite_to_svg(spec))


def vega() -> Any:
    """The library that draws.

    Raises:
        NoVegaError: it is not installed.
    """
    try:
        import vl_convert as library
    except ImportError as error:
        raise NoVegaError("vl-convert-python is missing: pip install 'liqaa[report]'") from error
    return library


def _tidy(svg: str) -> str:
    """The SVG with numbers to two places, and without what speaks to programs but says nothing."""
    svg = re.sub(r' (?:role|aria-roledescription|aria-hidden|version|xmlns:xlink)="[^"]*"', "", svg)
    svg = re.sub(r' font-family="[^"]*"', "", svg)  # the page has one
    return re.sub(r"(-?\d+\.\d{3,})(?=[^<>]*>)", lambda number: f"{float(number[0]):.2f}", svg)


def _fill(kind: str, status: str) -> str:
    if status == "occurred":
        return COLOURS[kind]
    return "#ffffff" if status == "cancelled" else f"{COLOURS[kind]}40"


def _turn(x: dict[str, Any], y: dict[str, Any], language: Language) -> None:
    """In Arabic time runs from right to left, and what it is measured by stands on the right."""
    if language == "ar":
        x.setdefault("scale", {})["reverse"] = True
        y["axis"]["orient"] = "right"


def _domain(found: Sequence[Bar], step: Step) -> list[str]:
    """The time that the picture shows: some more of it where the events are of few days."""
    first, last = found[0].first, max(bar.last for bar in found) + timedelta(days=1)
    lacking = timedelta(days=round(_LEAST_PIECES * step.days)) - (last - first)
    margin = max(lacking / 2, timedelta(0))
    return [_instant(first - margin), _instant(last + margin)]


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _piece(start: date, step: Step) -> str:
    """A piece of time as one writes it."""
    if step.name == "quarter":
        return f"{start.year} Q{(start.month + 2) // 3}"
    return start.isoformat()[: 4 if step.name == "year" else 7]


def _days(first: date, last: date) -> int:
    return (last - first).days


def _spec(name: str) -> dict[str, Any]:
    spec: dict[str, Any] = json.loads(
        files("liqaa.ingest.briefing").joinpath(name).read_text(encoding="utf-8")
    )
    return spec
