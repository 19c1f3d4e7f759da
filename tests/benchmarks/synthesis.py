"""A graph of any size, drawn by seed from the shape of the real one; names and words are invented."""

from __future__ import annotations

import calendar
import json
import random
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from liqaa.graph.projection.contacts import Contact, ContactPages, contact_edges
from liqaa.graph.projection.event_nodes import span_of
from nations import DAYS, FIRST, GIVEN, OFFICES, Emit, Nations

SHAPE = Path(__file__).with_name("shape.json")
_WORDS = " ".join(
    random.Random(2).choices([*GIVEN, "التقى", "بحث", "في", "مع", "زيارة", "اتصال", "وزير"], k=900)
)


@dataclass
class Drawn:
    """What a synthesised graph holds to ask for, each with how often it occurs.

    Attributes:
        actors: name of people.
        pairs: names of two people who met.
        parties: codes.
        party_pairs: codes of two parties in contact.
        topics: ids.
        events: ids, sampled; ``visits`` those that hold others.
        offices: code of a party and words of an office of it.
    """

    actors: Counter[str] = field(default_factory=Counter)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    parties: Counter[str] = field(default_factory=Counter)
    party_pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    topics: Counter[str] = field(default_factory=Counter)
    events: list[str] = field(default_factory=list)
    visits: list[str] = field(default_factory=list)
    offices: list[tuple[str, str]] = field(default_factory=list)


class Synthesis:
    """Draws a graph and hands every node and relationship on as a row.

    Args:
        events: how many.
        seed: equal seeds give equal graphs.
        emit: takes the name of a table and the values that are not None: a node's ``id`` and properties, a
            relationship's ``source_id``, ``target_id``, ``key`` and properties.
    """

    def __init__(self, events: int, seed: int, emit: Emit) -> None:
        self._count, self._emit, self._random = events, emit, random.Random(seed)
        self._shape = json.loads(SHAPE.read_text(encoding="utf-8"))
        self._nations = Nations(events, self._shape, self._random, emit)
        self.drawn = Drawn(offices=self._nations.offices)
        self._contacts = ContactPages()
        self._papers: deque[tuple[str, str]] = deque(maxlen=5)  # articles and their newspapers
        self._plans: deque[str] = deque(maxlen=400)
        self._visits: deque[str] = deque(maxlen=50)
        self._written: Counter[str] = Counter()

    def run(self) -> Drawn:
        """Write the graph, events in the order of their days."""
        self._nations.write()
        for number in range(self._count):
            day = FIRST + timedelta(days=number * DAYS // self._count)
            self._write_event(f"e-{number:012x}", day, self._random.choice(self._shape["events"]))
        self._nations.write_actors(self._contacts)
        for page in self._contacts.pages():
            for tie in page.nodes:
                self._emit(tie.label, {"id": tie.id, **tie.properties})
            for edge in page.edges:
                self._edge(edge.type, edge.source, edge.target, **edge.properties)
        return self.drawn

    def _edge(self, kind: str, source: str, target: str, key: str = "", /, **properties: Any) -> None:
        self._emit(kind, {"source_id": source, "target_id": target, "key": key, **properties})

    def _write_event(self, event_id: str, day: date, pattern: Sequence[Any]) -> None:
        kind, subtype, status, salience, precision, disputed, parts, lands, topics, quotes = pattern
        first, last = _span(day, precision)
        told = len(quotes)
        cast = {self._nations.actor(part, day): part for part in parts}
        dates: dict[str, Any] = {"date": first, "date_end": last if precision not in ("day", None) else None}
        dates |= {"month": first.isoformat()[:7] if first and precision != "year" else None}
        dates |= {"day_number": first.toordinal() if first else None, "date_precision": precision}
        dates |= {"expected_by": (last or day + timedelta(days=45)) if status == "planned" else None}
        dates |= span_of(first, last)
        title = f"{self._nations.labels.type(kind)}: " + " – ".join(
            self._nations.names[one] for one in list(cast)[:4]
        )
        kinds = {
            "type": kind,
            "subtype": subtype,
            "status": status,
            "salience": salience,
            "disputed": disputed,
        }
        sides = self._write_parts(event_id, cast)
        reports = [
            self._write_report(event_id, day, first, kinds, self._random.choice(quotes)) for _ in quotes
        ]
        papers = {paper for _, paper in reports}
        counts = {"report_count": told, "party_count": len(sides), "source_count": len(papers)}
        self._edge("QUOTES", event_id, min(reports)[0])
        self._emit("Event", {"id": event_id, "title": title, **counts, **kinds, **dates})
        contact = Contact(event_id, {**kinds, **dates}, cast, sides)
        self._contacts.add(contact)
        for tie in contact_edges(contact):
            self._edge(tie.type, tie.source, tie.target)
        self._write_place(event_id, kind, cast, lands)
        rang = {self._nations.party_of[one] for one, part in cast.items() if part[0] == "caller"}
        for code in sides if kind == "call" else ():
            self._edge("CONNECTS", event_id, code, rang=code in rang)
        for topic in topics:
            self._edge("ABOUT", event_id, topic)
            self.drawn.topics[topic] += 1
        self._write_links(event_id, kind, status)
        if self._random.random() < 2000 / self._count:
            self.drawn.events.append(event_id)

    def _write_parts(self, event_id: str, cast: dict[str, Any]) -> list[str]:
        """Write who took part; gives the parties."""
        sides: list[str] = []
        for actor_id, (role, _, _, named, office) in cast.items():
            code = self._nations.party_of[actor_id]
            properties = {"role": role, "report_count": 1, "by_office": False}
            properties |= {"office": self._random.choice(OFFICES)} if office else {}
            properties |= {"name_as_reported": self._nations.names[actor_id]} if named else {}
            self._edge("TOOK_PART", actor_id, event_id, role, **properties)
            self.drawn.parties[code] += 1
            if named:
                self.drawn.actors[self._nations.names[actor_id]] += 1
            if role != "attendee" and code not in sides:
                sides.append(code)
                self._edge("BETWEEN", event_id, code)
        self.drawn.party_pairs.update(pairwise(sides))
        people = [actor_id for actor_id, part in cast.items() if part[3]]
        if len(people) > 1 and self._random.random() < 4000 / self._count:
            self.drawn.pairs.append((self._nations.names[people[0]], self._nations.names[people[1]]))
        return sides

    def _write_place(self, event_id: str, kind: str, cast: dict[str, Any], lands: Sequence[str]) -> None:
        """Write where it was and, of a visit, which parties it is to."""
        visited = {self._nations.party_of[one] for one, part in cast.items() if part[0] == "host"}
        for land in lands[:1]:
            if place := self._nations.place(land):
                self._edge("AT", event_id, place)
                visited.add(land)
        for code in sorted(visited) if kind == "visit" else ():
            self._edge("VISITS", event_id, code)

    def _write_links(self, event_id: str, kind: str, status: str) -> None:
        linked = self._shape["linked"]
        if status == "planned":
            self._plans.append((event_id, kind))
        elif (
            self._plans
            and self._random.random() < linked["FULFILLED_BY" if status == "occurred" else "CANCELLED_BY"]
        ):
            plan, _ = self._plans[self._random.randrange(len(self._plans))]
            self._edge("FULFILLED_BY" if status == "occurred" else "CANCELLED_BY", plan, event_id)
        if kind == "visit":
            self._visits.append(event_id)
        elif self._visits and self._random.random() < linked["PART_OF"] * 1.5:
            visit = self._random.choice(self._visits)
            self._edge("PART_OF", event_id, visit)
            if self._random.random() < 10_000 / self._count:
                self.drawn.visits.append(visit)
        for number in range(int(self._shape["redirects"] + self._random.random())):
            self._emit("Redirect", {"id": f"{event_id}-{number}", "kind": "event", "target": event_id})

    def _write_report(
        self, event_id: str, day: date, first: date | None, kinds: dict[str, Any], length: int
    ) -> tuple[str, str]:
        """Write a report, maybe in a new article; gives its id and the newspaper."""
        if not self._papers or self._random.random() < 1 / self._shape["reports_an_article"]:
            self._written["articles"] += 1
            paper = f"d-{self._written['articles']:09}"
            town = GIVEN[int(self._random.paretovariate(1)) % len(GIVEN)]
            source = f"صحيفة {town} {int(self._random.paretovariate(2)) % 3}"
            self._papers.append((paper, source))
            published = day + timedelta(days=self._random.randrange(2))
            url = f"https://news.example/{paper}"
            self._emit(
                "Article",
                {
                    "id": paper,
                    "url": url,
                    "title": _WORDS[:70],
                    "published": published,
                    "day": published,
                    "source": source,
                },
            )
        self._written["reports"] += 1
        report_id = f"r-{self._written['reports']:012x}"
        at = self._random.randrange(len(_WORDS) - 1000)
        span = {"quote": _WORDS[at : at + length], "field": "text", "start": at, "end": at + length}
        read = {
            "rule": f"{kinds['type']}-{at % 9}",
            "confidence": round(self._random.random(), 3),
            "extractor": "1",
        }
        said = {
            "subtype": kinds["subtype"],
            "status": kinds["status"],
            "date": first.isoformat() if first else None,
        }
        self._emit("Report", {"id": report_id, **span, **read, **said})
        self._edge("REPORTS", report_id, event_id)
        article_id, newspaper = self._random.choice(self._papers)
        self._edge("IN_ARTICLE", report_id, article_id)
        return report_id, newspaper


def _span(day: date, precision: str | None) -> tuple[date | None, date | None]:
    """First and last day of a date of a precision."""
    if precision is None:
        return None, None
    if precision == "month":
        return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if precision == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day
