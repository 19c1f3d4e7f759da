"""Drafts: frames with their attributes and sentences, before those that tell of one happening are merged."""

from __future__ import annotations

from dataclasses import dataclass

from liqaa.ingest.extraction.attributes.attributes import Attributes
from liqaa.ingest.extraction.cast.entities import Cast
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.document import Sentence

_YEAR_LENGTH = len("2024")


@dataclass(frozen=True, slots=True)
class Draft:
    """A frame with its attributes and sentence."""

    frame: Frame
    attributes: Attributes
    sentence: Sentence


def principals(frame: Frame) -> set[int]:
    """Who takes part in a frame, attendees aside."""
    return {f.entity for f in frame.fillers if f.role != "attendee"}


def countries(frame: Frame, cast: Cast, role: str) -> set[str | None]:
    """The parties of those who fill a role."""
    return {cast.entities[e].country for e in frame.entities((role,))}


def only_states(people: set[int], cast: Cast) -> bool:
    """Whether states alone take part, nobody who acts for them being told."""
    return all(cast.entities[e].kind == "state" for e in people)


def is_untold(draft: Draft) -> bool:
    """A noun without a day, or what implies talks, tells neither that they were held nor will be.

    Nor does that of a call which nobody is said to have made: "سيكون هذا ثالث اتصال بين أ وب هذا العام".
    """
    day, rule = draft.attributes.date or "", draft.frame.rule
    unmade = rule == "call-noun" and not draft.attributes.past and len(day) <= _YEAR_LENGTH
    undated = rule in ("summit-noun", "meet-noun", "talks-noun") and not day
    return draft.frame.implied or (draft.attributes.status == "occurred" and (unmade or undated))
