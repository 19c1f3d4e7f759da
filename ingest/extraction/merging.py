"""Merging: the frames of an article that tell of one happening become one draft event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from liqaa.ingest.extraction.attributes import Attributes
from liqaa.ingest.extraction.document import Sentence
from liqaa.ingest.extraction.frames import Filler, Frame
from liqaa.ingest.extraction.resolution import Cast

_ONE_SIDED = {"host": 2, "guest": 2, "caller": 2, "callee": 2, "party": 1}
# Triggers that say what was spoken about, not that anybody met.
_TALKING = frozenset(("discuss-verb",))
_VAGUE = {"visit": "other", "talks": "meeting", "call": "phone", "honor": "other"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A frame with its attributes and sentence."""

    frame: Frame
    attributes: Attributes
    sentence: Sentence


def merge(drafts: Iterable[Draft], cast: Cast) -> list[list[Draft]]:
    """Group the drafts that tell of one happening, in the order of the article."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        home = next((g for g in groups if all(_same(draft, other, cast) for other in g)), None)
        if home is None:
            groups.append([draft])
        else:
            home.append(draft)
    return groups


def _same(a: Draft, b: Draft, cast: Cast) -> bool:
    if a.frame.type != b.frame.type or not _days_agree(a, b):
        return False
    if {a.sentence.section.kind, b.sentence.section.kind} != {a.sentence.section.kind}:
        return False
    if a.sentence.section.index != b.sentence.section.index:
        return False
    if a.frame.type == "visit":
        return _countries(a.frame, cast, "host") == _countries(b.frame, cast, "host") and bool(
            set(a.frame.entities(("visitor",))) & set(b.frame.entities(("visitor",)))
        )
    if a.attributes.status != b.attributes.status:
        return False
    if a.frame.type == "honor":
        same_kind = (a.attributes.subtype == "medal") == (b.attributes.subtype == "medal")
        return same_kind and bool(set(a.frame.entities(("honoree",))) & set(b.frame.entities(("honoree",))))
    first, second = _principals(a.frame), _principals(b.frame)
    return first <= second or second <= first


def _principals(frame: Frame) -> set[int]:
    return {f.entity for f in frame.fillers if f.role != "attendee"}


def _countries(frame: Frame, cast: Cast, role: str) -> set[str | None]:
    return {cast.entities[e].country for e in frame.entities((role,))}


def _days_agree(a: Draft, b: Draft) -> bool:
    first, second = a.attributes.date, b.attributes.date
    if first is None or second is None:
        return True
    short, long = sorted((first, second), key=len)
    return long.startswith(short) or (a.frame.type == "visit" and a.attributes.status == b.attributes.status)


def without_retellings(groups: list[list[Draft]]) -> list[list[Draft]]:
    """Drop the talks that only retell a call: "يبحثان" of two who rang each other."""
    called = [_principals(d.frame) for g in groups for d in g[:1] if d.frame.type == "call"]
    return [
        g
        for g in groups
        if not (
            g[0].frame.type == "talks"
            and all(d.frame.rule in _TALKING for d in g)
            and any(len(_principals(g[0].frame) & c) >= 2 for c in called)
        )
    ]


def best(group: list[Draft]) -> Draft:
    """The draft whose sentence is the evidence: of the body, with every role read from it, earliest."""
    return min(group, key=lambda d: (d.sentence.title, not d.frame.sure, -len(_principals(d.frame)), d.sentence.index))


def fillers(group: list[Draft]) -> list[Filler]:
    """The participants of a group: those of its fullest draft, with the most telling role of each."""
    fullest = max(group, key=lambda d: (len(_principals(d.frame)), d.frame.sure, -d.sentence.index))
    roles: dict[int, str] = {}
    for draft in group:
        for f in draft.frame.fillers:
            if _ONE_SIDED.get(f.role, 0) > _ONE_SIDED.get(roles.get(f.entity, ""), 0):
                roles[f.entity] = f.role
    out = [Filler(f.entity, roles.get(f.entity, f.role), f.mention) for f in fullest.frame.fillers]
    if any(f.role in ("host", "guest") for f in out) and any(f.role == "party" for f in out):
        return list(fullest.frame.fillers)
    return out


def subtype(group: list[Draft]) -> str:
    """The most telling subtype of a group."""
    vague = _VAGUE[group[0].frame.type]
    told = [d.attributes.subtype for d in group if d.attributes.subtype != vague]
    order = ("official", "working", "arrival", "departure", "reception", "summit", "negotiation")
    told.sort(key=lambda s: order.index(s) if s in order else len(order))
    return told[0] if told else vague


V = TypeVar("V")


def first_known(values: Iterable[V | None]) -> V | None:
    """The first value that is known."""
    return next((v for v in values if v is not None), None)
