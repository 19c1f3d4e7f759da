"""Retold talks: what a noun that names nobody adds to talks told elsewhere: "القمة ستعقد في أ"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from liqaa.ingest.extraction.attributes.places import Where, place_of
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.events.notes import is_definite
from liqaa.ingest.extraction.talks.hosts import set_host
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from the noun to its place and to those who are named beside it.
_REACH = 14
# Tokens before a summit in which "on the sidelines of" stands.
_SIDELINES = 3
# Tokens after a noun in which its adjectives stand.
_ADJECTIVES = 2


class Retold(NamedTuple):
    """What another sentence says of talks: the place, and whether it calls them a summit."""

    where: Where | None = None
    summit: bool = False


def read_retold(frames: Sequence[Frame], clauses: Sequence[Clause]) -> dict[int, Retold]:
    """What nouns of talks that state none of their own say of those told elsewhere, by the frame's index.

    A noun goes on about the last talks before it, else about the next, as far as nobody of another party
    stands beside it; a summit rather about talks that are called one.
    """
    out: dict[int, Retold] = {}
    for clause, hit in _unstated(frames, clauses):
        fitting = _fitting(hit, clause, frames, clauses)
        if not fitting:
            continue
        before = [i for i in fitting if frames[i].first < hit.first]
        about = before[-1] if before else fitting[0]
        known = out.get(about, Retold())
        alone = len({frozenset(_led(frames[i], clause)) for i in fitting}) == 1
        summit = known.summit or (alone and _is_their_summit(hit, clause, frames[about]))
        placed = frames[about] if _is_placed(hit, clause) else None
        out[about] = Retold(known.where or _place_beside(hit, clause, placed), summit)
        if placed is not None:
            _take_host(hit, clause, placed)
    return out


def _is_placed(hit: Hit, clause: Clause) -> bool:
    """Whether a verb right before a noun says of the talks told before that they took place."""
    first, words = clause.sentence.first, clause.words
    verb = hit.first - 1 - (words[hit.first - 1] in clause.knowledge.lexicon.dates.demonstratives)
    placing = clause.knowledge.lexicon.events.placing
    return verb >= first and is_among(words[verb], placing) and is_definite(clause, hit)


def _take_host(hit: Hit, clause: Clause, frame: Frame) -> None:
    """Let who met be host or guest where a sentence places their talks: "وتم اللقاء بقصر قرطاج"."""
    told = replace(frame_of(hit, clause), fillers=frame.fillers)
    set_host(told, clause, Scene(clause.cast, clause.knowledge))
    frame.fillers = told.fillers


def _unstated(frames: Sequence[Frame], clauses: Sequence[Clause]) -> Iterator[tuple[Clause, Hit]]:
    """The nouns of talks that state no event of their own."""
    stated = {(f.sentence, f.first) for f in frames}
    for clause in clauses:
        for hit in clause.hits:
            noun = hit.form.trigger.type == "talks" and hit.form.trigger.pattern == "noun"
            new = (clause.sentence.index, hit.first) not in stated
            open_still = is_definite(clause, hit) or not _is_occasion(hit, clause)
            if noun and new and open_still and not _is_former(hit, clause):
                yield clause, hit


def _is_former(hit: Hit, clause: Clause) -> bool:
    """Whether a noun is of talks before those that are told of: "اللقاء السابق"."""
    former = clause.knowledge.lexicon.events.former
    return any(word in former for word in clause.words[hit.last : hit.last + _ADJECTIVES])


def _is_occasion(hit: Hit, clause: Clause) -> bool:
    """Whether a noun is the occasion on which something else happened: "وخلال قمة نادرة، أكد أ"."""
    return is_among(clause.words[max(clause.sentence.first, hit.first - 1)], clause.lists.openings)


def _place_beside(hit: Hit, clause: Clause, frame: Frame | None) -> Where | None:
    """The place after a noun of talks, before the next trigger and the end of the sentence."""
    later = (h.first for h in clause.hits if h.first >= hit.last)
    end = min(hit.last + _REACH, next(later, clause.sentence.last))
    fillers = frame.fillers if frame is not None else []  # whose palace it may be
    told = replace(frame_of(hit, clause), fillers=fillers)
    where = place_of(told, clause, (hit.last, end))
    return where if where.country else None


def _fitting(hit: Hit, clause: Clause, frames: Sequence[Frame], clauses: Sequence[Clause]) -> list[int]:
    """The talks of the section in which all take part who stand beside a noun."""
    beside = {a.entity.country for a in _people_beside(hit, clause) if a.entity is not None}
    section = clause.sentence.section
    fitting = [
        i
        for i, frame in enumerate(frames)
        if frame.type == "talks"
        and clauses[frame.sentence].sentence.section is section
        and beside <= {clause.cast.entities[e].country for e in frame.entities()}
    ]
    if hit.form.trigger.subtype != "summit":
        return fitting
    summits = [i for i in fitting if frames[i].subtype == "summit"]
    return summits or [i for i in fitting if len(_led(frames[i], clause, unnamed=True)) >= 2]


def _people_beside(hit: Hit, clause: Clause) -> list[Argument]:
    beside = [a for a in clause.arguments if hit.last <= a.first < hit.last + _REACH]
    return [a for a in beside if a.preposition not in ("في", "ب") and not _is_a_site(a, clause)]


def _is_a_site(argument: Argument, clause: Clause) -> bool:
    """Whether a place stands for nobody, as capitals and lands may."""
    geo = clause.cast.mentions[argument.index].geo
    return geo is not None and geo.kind in ("city", "place")


def _is_their_summit(hit: Hit, clause: Clause, frame: Frame) -> bool:
    """Whether a summit is that of two who met: both lead their states, and it is no summit of a body."""
    if hit.form.trigger.subtype != "summit":
        return False
    around = clause.words[max(clause.sentence.first, hit.first - _SIDELINES) : hit.last + 1]
    body = any(
        hit.last <= a.first <= hit.last + 1 and clause.cast.mentions[a.index].kind == "organisation"
        for a in clause.arguments
    )
    if body or any(word in clause.knowledge.lexicon.events.standing_summits for word in around):
        return False
    return len(_led(frame, clause)) >= 2


def _led(frame: Frame, clause: Clause, unnamed: bool = False) -> set[str]:
    """The parties for which a head of state or government takes part, or one whose office is not told."""
    offices = clause.knowledge.lexicon.offices
    people = [clause.cast.entities[e] for e in frame.entities(("party", "host", "guest"))]
    return {
        e.country
        for e in people
        if e.country
        and (
            e.office_key in offices.heads_of_state
            or clause.knowledge.office_head(e.office_key) in offices.heads_of_government
            or (unnamed and (not e.office_key or e.kind != "person"))
        )
    }
