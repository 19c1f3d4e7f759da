"""Frames: a trigger with those who fill its roles, before dates, places and merging."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from liqaa.ingest.extraction.cast.entities import Cast
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ontology.lexicon_words import Syntax
from liqaa.ontology.model import EventType

# Rules of verbs by which people are in one place.
IN_PERSON = frozenset(("meet-verb", "receive-verb"))


@dataclass(frozen=True, slots=True)
class Filler:
    """Who fills a role, and the mention that says so.

    Attributes:
        welcomes: who is told to be there as a visitor arrives: "كان في استقباله أ".
    """

    entity: int
    role: str
    mention: Mention
    welcomes: bool = False


@dataclass(slots=True)
class Frame:
    """A contact event as one sentence states it.

    Attributes:
        type: visit, call, talks or honor.
        subtype: as the trigger says.
        rule: id of trigger and pattern.
        sentence: index of the sentence.
        first: first token of the trigger.
        last: token after the trigger.
        fillers: participants in the order found.
        future: the trigger's form is future.
        place: place mention that a visit goes to.
        sure: the roles were read from the sentence itself, none was inferred.
        implied: the trigger does not state the event but what those who met do besides.
        others: whom those who had met before met together, so that it is none of their own meetings.
    """

    type: EventType
    subtype: str
    rule: str
    sentence: int
    first: int
    last: int
    fillers: list[Filler] = field(default_factory=list)
    future: bool = False
    place: Mention | None = None
    sure: bool = True
    implied: bool = False
    others: tuple[int, ...] = ()

    def entities(self, roles: Iterable[str] | None = None) -> list[int]:
        """Entity indexes of the participants, of some roles only if given."""
        wanted = None if roles is None else set(roles)
        return [f.entity for f in self.fillers if wanted is None or f.role in wanted]


def parties_differ(cast: Cast, entities: Iterable[int]) -> bool:
    """Whether at least two different parties are represented."""
    return len({cast.entities[e].country for e in entities} - {None}) >= 2


def lacks_who_faces(frame: Frame, cast: Cast, lists: Syntax) -> bool:
    """Whether a body takes part that only meets who faces or convenes it, and neither does: "دول 5+1"."""
    parties = {cast.entities[e].country for e in frame.entities()} - {None}
    return any(
        party in lists.faced_by and parties.isdisjoint((lists.faced_by[party], lists.convened_by.get(party)))
        for party in parties
        if party is not None
    )


def meeting_of(hit: Hit, clause: Clause) -> Frame:
    """An empty frame of a meeting for a trigger of another type."""
    return replace(frame_of(hit, clause, "meeting"), type="talks")


def frame_of(hit: Hit, clause: Clause, subtype: str | None = None) -> Frame:
    """An empty frame for a trigger."""
    trigger = hit.form.trigger
    return Frame(
        trigger.type,
        subtype or trigger.subtype,
        trigger.id,
        clause.sentence.index,
        hit.first,
        hit.last,
        future=hit.form.future,
    )
