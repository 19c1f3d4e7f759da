"""Who was in contact with whom, counted once when the graph is written rather than each time it is asked.

Queries on a party or an actor that everybody meets would else walk through a good part of all events.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from liqaa.graph.projection.sheet import Page
from liqaa.graph.schema import Edge, Node, Value

Ends = tuple[str, str]
"""Ids of the two actors or parties of a contact, the smaller first."""


@dataclass(frozen=True, slots=True)
class Contact:
    """An event, as far as it counts between those who took part.

    Attributes:
        event_id: of the event.
        properties: those of its node.
        actors: ids of those who took part.
        parties: ids of those it is between.
    """

    event_id: str
    properties: Mapping[str, Value]
    actors: Collection[str]
    parties: Collection[str]


@dataclass(slots=True)
class Count:
    """Events counted: of two, those with both that took place; of an actor, all.

    Attributes:
        contacts: how many.
        first_date: day of the first dated one, ISO 8601.
        last_date: day of the last dated one.
        first_day: the first day of any, as ``Event.first_day``; None where there is none.
        last_day: the last day of any.
    """

    contacts: int = 0
    first_date: str | None = None
    last_date: str | None = None
    first_day: str | None = None
    last_day: str | None = None

    def add(self, event: Mapping[str, Value]) -> None:
        """Count an event in, by its node's properties."""
        self.contacts += 1
        if event["date"] is not None:
            day = str(event["date"])
            self.first_date = min(self.first_date or day, day)
            self.last_date = max(self.last_date or day, day)
        begins, ends = str(event["first_day"]), str(event["last_day"])
        self.first_day = min(self.first_day or begins, begins)
        self.last_day = max(self.last_day or ends, ends)

    def properties(self) -> dict[str, Value]:
        """What a tie, and a ``MET``, has of it."""
        return {
            "contacts": self.contacts,
            "first_date": self.first_date,
            "last_date": self.last_date,
            "first_day": self.first_day,
            "last_day": self.last_day,
        }


def tie_id_of(ends: Ends) -> str:
    """Identity of the tie of two parties, such as ``EG|US``."""
    return "|".join(ends)


TOOK_PART = "TOOK_PART"
Subject = tuple[str, str, str]
"""``MET`` or ``Tie``, and the ends; ``TOOK_PART``, an actor and nothing."""


class ContactPages:
    """What is written of contacts, kept while events come and go: a page for every two ends.

    Two actors who took part in an event that took place ``MET``. Two parties of an event have a ``Tie``, to
    which all their events lead, also those that are planned or cancelled. Of an actor all events are counted.
    """

    def __init__(self) -> None:
        """Begin with no event."""
        self._events: dict[Subject, dict[str, Mapping[str, Value]]] = defaultdict(dict)

    def remove(self, event: Contact) -> set[Subject]:
        """Take out an event that was counted in; the pages that are stale."""
        subjects = set(_subjects_of(event))
        for subject in subjects:
            del self._events[subject][event.event_id]
        return subjects

    def add(self, event: Contact) -> set[Subject]:
        """Count an event in; the pages that are stale."""
        subjects = set(_subjects_of(event))
        for subject in subjects:
            self._events[subject][event.event_id] = event.properties
        return subjects

    def of_actor(self, actor_id: str) -> dict[str, Value]:
        """What an actor has of its events."""
        count = Count()
        for properties in self._events.get((TOOK_PART, actor_id, ""), {}).values():
            count.add(properties)
        return {
            "event_count": count.contacts,
            "first_date": count.first_date,
            "last_date": count.last_date,
        }

    def pages(self) -> Iterator[Page]:
        """The page of every two ends, sorted by subject."""
        for subject in sorted(self._events):
            if subject[0] != TOOK_PART and (page := self.page(subject)):
                yield page

    def page(self, subject: Subject) -> Page | None:
        """The page of two ends; None when no event is left."""
        events = self._events[subject]
        if not events:
            del self._events[subject]
            return None
        kind, *(one, two) = subject
        count = Count()
        for properties in events.values():
            if properties["status"] == "occurred":
                count.add(properties)
        if kind == "MET":
            return Page((), (Edge("MET", one, two, "", count.properties()),), ())
        tie = tie_id_of((one, two))
        links = tuple(Edge("LINKS", tie, party, "", {}) for party in (one, two))
        properties = {**count.properties(), "alike": _alike(events.values())}
        return Page((Node("Tie", tie, properties),), links, ())


def _alike(events: Iterable[Mapping[str, Value]]) -> list[str]:
    """Day, type and status of which there is more than one event, such as ``2030-05-01 visit planned``."""
    told = Counter(
        f"{event['date']} {event['type']} {event['status']}"
        for event in events
        if event["date_precision"] == "day"
    )
    return sorted(moment for moment, often in told.items() if often > 1)


def _subjects_of(event: Contact) -> Iterator[Subject]:
    """The pages on which an event counts."""
    yield from ((TOOK_PART, actor_id, "") for actor_id in set(event.actors))
    if event.properties["status"] == "occurred":
        yield from (("MET", *ends) for ends in combinations(sorted(set(event.actors)), 2))
    yield from (("Tie", *ends) for ends in combinations(sorted(set(event.parties)), 2))


def contact_edges(event: Contact) -> Iterator[Edge]:
    """What leads from an event to the ties of its parties."""
    for ends in combinations(sorted(set(event.parties)), 2):
        yield Edge("CONTACT_OF", event.event_id, tie_id_of(ends), "", {})
