"""Receptions told by titles alone: "جاء ذلك خلال استقبال سموه له في مكتبه", "لدى استقبال أ لمعاليه"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of, parties_differ
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.styles import is_styled, may_be_styled

# Words after a reception, or the host's title behind it, that stand for whom somebody received.
GUEST_PRONOUNS = ("له", "لها", "لهم")


def read_titled(hit: Hit, clause: Clause, scene: Scene, hosts: list[Argument]) -> list[Frame]:
    """The reception whose host, guest or both only a title or a pronoun tells.

    Args:
        hit: the noun of receiving.
        clause: its sentence.
        scene: what the section has told so far.
        hosts: who is named right behind the noun, if anybody.
    """
    words, last, lists = clause.words, clause.sentence.last, clause.lists
    at = hosts[0].last if hosts else hit.last
    title = "" if hosts or at >= last or words[at] not in lists.titles_with_pronoun else words[at]
    at += bool(title)
    whom = words[at] if at < last and at not in clause.inside else ""
    guest = whom.removeprefix("ل") if whom.removeprefix("ل") in lists.titles_with_pronoun else ""
    if not (hosts or title) or not (guest or (title and whom in GUEST_PRONOUNS)):
        return []
    people = [scene.cast.entities[index] for index in _spoken_of(hit, clause, scene)]
    host = hosts[0].entity if hosts else next(iter(_so_styled(title, people, clause)), None)
    guests = [e for e in people if host is not None and e.country not in (None, host.country)]
    guests = (_so_styled(guest, guests, clause) if guest else []) or guests
    if host is None or not guests:
        return []
    frame = frame_of(hit, clause)
    frame.sure = False
    fill_unnamed(frame, scene, host, "host")
    fill_unnamed(frame, scene, guests[0], "guest")
    return [frame] if parties_differ(scene.cast, frame.entities()) else []


def _so_styled(title: str, people: list[Entity], clause: Clause) -> list[Entity]:
    """Those of some people who have been named with a style, else whose rank it honours."""
    named = [e for e in people if is_styled(title, e, clause)]
    return named or [e for e in people if may_be_styled(title, e, clause)]


def _spoken_of(hit: Hit, clause: Clause, scene: Scene) -> tuple[int, ...]:
    """The people whom titles may mean: in the sentence, then those who met or were named last."""
    here = [a.entity.index for a in people_among(clause.left(hit.first)) if a.entity]
    met = (*scene.pair, *(scene.received or ()), *scene.company, *(scene.visit or ()), scene.topic)
    people = (i for i in (*here, *met) if i >= 0 and scene.cast.entities[i].kind == "person")
    return tuple(dict.fromkeys(people))
