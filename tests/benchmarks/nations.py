"""The parties, topics, offices, places and people of a synthesised graph; places and people are invented."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Any

from liqaa.graph.actors.latin import latin_name
from liqaa.graph.actors.names import sound_form
from liqaa.graph.projection.contacts import ContactPages
from liqaa.graph.schema import search_form
from liqaa.ingest.jobs.labels import load_labels

FIRST, DAYS = date(2012, 1, 1), 5113
PARTIES, PEOPLE_AN_EVENT = 250, 0.1
_TERM = 4  # years after which somebody else has the office
_HEAD = 5  # Zipf's law with Mandelbrot's offset: nobody is everywhere
_STRAY = 0.05  # share of parts whose party is any of all, so that rare ones occur
_NAMES = "سامر نديم حسام مراد لوكا عمر ليلى رامي هدى طارق منى زياد سلمى فادي كريم نورا باسم جابر رائد شادي"
GIVEN = _NAMES.split()
_SOUNDS = "را ني مو لا شا ري دو بي كا سو تي ها زا في جو نو را يا ما ود"
_SYLLABLES = _SOUNDS.split()
_TITLES = (
    "رئيس الدولة|رئيس الوزراء|وزير الخارجية|وزير الدفاع|رئيس الأركان|مستشار الأمن القومي|السفير|المبعوث الخاص"
    "|نائب الوزير|قائد القوات البرية|المتحدث الرسمي|رئيس الوفد"
)
OFFICES = _TITLES.split("|")

Emit = Callable[[str, dict[str, Any]], None]


class Nations:
    """Who there is: written once, and cast for the parts of events.

    Args:
        events: how many there will be.
        shape: as ``shape.json`` holds it.
        dice: what is drawn with.
        emit: takes the name of a table and the values of a row.
    """

    def __init__(self, events: int, shape: Mapping[str, Any], dice: random.Random, emit: Emit) -> None:
        self._count, self._shape, self._random, self._emit = events, shape, dice, emit
        self.labels = load_labels()
        known = shape["parties"]
        self._parties: list[str] = [*known, *sorted(set(self.labels.parties) - set(known))][:PARTIES]
        self.names: dict[str, str] = {}
        self.party_of: dict[str, str] = {}
        self.offices: list[tuple[str, str]] = []
        self._shares: dict[str, list[float]] = {}
        self._actors: dict[str, dict[str, Any]] = {}

    def write(self) -> None:
        """Write all of them but the actors, of whom it is counted first what they took part in."""
        self._write_parties()
        self._write_topics()
        self._write_people()

    def write_actors(self, contacts: ContactPages) -> None:
        """Write the actors, once every event is counted."""
        for actor_id, properties in self._actors.items():
            self._emit("Actor", {"id": actor_id, **properties, **contacts.of_actor(actor_id)})

    def place(self, land: str) -> str | None:
        """The id of a place in a country, some much more often than others; None where it has none."""
        if land not in self._shares:
            return None
        return f"p-{land}-{self._random.choice((0, 0, 1, 1, 1, 2, 3, 5, 8, 11))}"

    def _write_parties(self) -> None:
        for code in self._parties:
            label = self.labels.party(code)
            names = {"name_ar": label.ar, "name_en": label.en}
            search = search_form(code, label.ar, label.en, *label.aliases)
            self._emit("Party", {"id": code, "code": code, "kind": label.kind, "search": search, **names})
            for at, words in enumerate(OFFICES):
                office = {
                    "id": f"o-{code}-{at}",
                    "name_ar": words,
                    "search": search_form(f"o-{code}-{at}", words),
                }
                self._emit("Office", office)
                self._edge("OF", office["id"], code)
                self._write_actor(
                    f"a-{code}-office-{at}", f"{words} ({label.ar})", code, "person", named=False
                )
            self._write_actor(f"a-{code}-delegation", f"وفد ({label.ar})", code, "delegation", named=False)
            for kind in ("state", "organisation", "authority"):
                self._write_actor(f"a-{code}-{kind}", label.ar, code, kind, named=False)
            for at in range(12):
                place = {
                    "name_ar": self._invented(2) if at else label.ar,
                    "name_en": None if at else label.en,
                }
                self._emit("Place", {"id": f"p-{code}-{at}", **place})
                self._edge("IN", f"p-{code}-{at}", code)

    def _write_topics(self) -> None:
        written: set[str] = set()
        for wanted in [*self._shape["topics"], *self.labels.topics]:
            topic_id: str | None = wanted
            while topic_id and topic_id not in written:
                written.add(topic_id)
                label = self.labels.topic(topic_id)
                names = {"name_ar": label.ar, "name_en": label.en}
                search = search_form(topic_id, label.ar, label.en)
                self._emit("Topic", {"id": topic_id, "search": search, **names})
                if label.broader:
                    self._edge("BROADER", topic_id, label.broader)
                topic_id = label.broader

    def _write_people(self) -> None:
        """People by party, seat and term: as many a party as it has parts, and as skewed as in the corpus."""
        parts = Counter(
            part[1] for pattern in self._shape["events"] for part in pattern[6] if part[1] and part[3]
        )
        people = self._count * PEOPLE_AN_EVENT
        terms = DAYS // 365 // _TERM + 1
        for code in self._parties:
            seats = max(4, round(people * parts[code] / parts.total() / terms))
            weights = [(rank + _HEAD) ** -self._shape["skew"] for rank in range(1, seats + 1)]
            self._shares[code] = list(accumulate(weights))
            for seat in range(seats):
                for term in range(terms):
                    self._write_person(code, seat, term)

    def _write_person(self, code: str, seat: int, term: int) -> None:
        actor_id = f"a-{code}-{seat}-{term}"
        name = f"{self._random.choice(GIVEN)} {self._random.choice(GIVEN)} {self._invented(3)}"
        self._write_actor(actor_id, name, code, "person", named=True)
        if self._random.random() < self._shape["held"]:
            year = FIRST.year + term * _TERM
            tenure = {"first_seen": f"{year}-01-20", "last_seen": f"{year + _TERM - 1}-12-20"}
            office = f"o-{code}-{seat % len(OFFICES)}"
            self._edge("HELD", actor_id, office, source="reports", report_count=3, evidence=["r-0"], **tenure)
            self.offices.append((code, OFFICES[seat % len(OFFICES)]))

    def _write_actor(self, actor_id: str, name: str, code: str, kind: str, *, named: bool) -> None:
        self.names[actor_id] = name
        latin = latin_name(name) if named else code
        last = name.rsplit(maxsplit=1)[-1]
        names: dict[str, Any] = {
            "name": name,
            "name_latin": latin,
            "search": search_form(actor_id, name, latin, last),
        }
        if named:
            names |= {
                "aliases": [name, last],
                "alias_reports": ["r-0", "r-0"],
                "sounds": sound_form(name, latin, last),
            }
        self.party_of[actor_id] = code
        self._actors[actor_id] = {"kind": kind, "named": named, "party_count": 1, **names}
        self._edge("REPRESENTS", actor_id, code)

    def actor(self, part: Sequence[Any], day: date) -> str:
        """Who plays a part: somebody of its party, the office, the delegation or the party itself."""
        _, code, kind, named, office = part
        if code not in self._shares or self._random.random() < _STRAY:
            code = self._random.choice(self._parties)
        if named:
            shares = self._shares[code]
            (seat,) = self._random.choices(range(len(shares)), cum_weights=shares)
            # The term of a seat ends in another year than that of the next.
            return f"a-{code}-{seat}-{max(0, day.year - FIRST.year) // _TERM}"
        if kind in ("state", "organisation", "authority"):
            return f"a-{code}-{kind}"
        return f"a-{code}-office-{self._random.randrange(len(OFFICES))}" if office else f"a-{code}-delegation"

    def _invented(self, syllables: int) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=syllables)) + self._random.choice("رنمدسف")

    def _edge(self, kind: str, source: str, target: str, key: str = "", /, **properties: Any) -> None:
        self._emit(kind, {"source_id": source, "target_id": target, "key": key, **properties})
