"""Signals: what speaks for or against a report, as ids that ``signals.yml`` puts in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.events.drafts import Draft
from liqaa.ingest.extraction.events.event_fields import best

# Tokens from which on a sentence is long, and the place in a section from which on one is late.
_LONG, _LATE, _LEAD = 50, 6, 1
_SIDES = {"state": "state-side", "delegation": "delegation-side", "organisation": "body-side"}


def signals(group: Sequence[Draft], groups: Sequence[Sequence[Draft]], cast: Cast) -> tuple[str, ...]:
    """The signals of one happening, sorted.

    Args:
        group: the drafts that tell of it.
        groups: those of all happenings of the article.
        cast: everybody in the article.
    """
    lead = best(list(group))
    found = {f"trigger:{lead.frame.rule}"}
    found |= {*_telling(group), *_people(group, cast), *_fields(group), *_company(group, groups, cast)}
    return tuple(sorted(found))


def _telling(group: Sequence[Draft]) -> Iterator[str]:
    """How often, where and how plainly it is told."""
    yield ("told-once", "told-twice", "told-often")[min(len(group), 3) - 1]
    body = [d.sentence for d in group if not d.sentence.title]
    if len(body) < len(group):
        yield "in-title"
    if any(s.order <= _LEAD for s in body):
        yield "in-lead"
    elif body and min(s.order for s in body) >= _LATE:
        yield "late"
    yield "roles-read" if any(d.frame.sure for d in group) else "roles-resolved"
    if group[0].sentence.section.kind == "headlines":
        yield "short-item"
    if min(d.sentence.last - d.sentence.first for d in group) > _LONG:
        yield "long-sentence"


def _people(group: Sequence[Draft], cast: Cast) -> Iterator[str]:
    """Who the sides are, and how it is known whom they represent."""
    sides = _principals(group, cast)
    named = sum(bool(e.name) for e in sides)
    yield "all-named" if named == len(sides) else "one-named" if named else "none-named"
    yield from (_SIDES[e.kind] for e in sides if e.kind in _SIDES and group[0].frame.type != "visit")
    if len({e.country for e in sides}) > 2:
        yield "many-parties"
    yield "party-stated" if all(e.stated for e in sides) else "party-known"


def _fields(group: Sequence[Draft]) -> Iterator[str]:
    """What is known besides the participants."""
    attributes = [d.attributes for d in group]
    if all(a.salience == "background" for a in attributes):
        yield "background"
    if attributes[0].status != "occurred":
        yield attributes[0].status
    yield "dated" if any(a.date for a in attributes) else "undated"
    if any(a.place for a in attributes):
        yield "placed"


def _company(group: Sequence[Draft], groups: Sequence[Sequence[Draft]], cast: Cast) -> Iterator[str]:
    """Which other happenings of the article it resembles."""
    people = {e.index for e in _principals(group, cast)}
    parties = {cast.entities[e].country for e in people}
    for other in groups:
        if other is group:
            continue
        theirs = {e.index for e in _principals(other, cast)}
        if other[0].frame.type == group[0].frame.type:
            if {cast.entities[e].country for e in theirs} == parties:
                yield "rival"
        elif len(people & theirs) >= 2:
            yield "supported"


def _principals(group: Sequence[Draft], cast: Cast) -> list[Entity]:
    people = {f.entity for d in group for f in d.frame.fillers if f.role != "attendee"}
    return [cast.entities[e] for e in sorted(people)]
