"""The graph's schema as data: node and relationship tables, from which both stores build themselves.

Every node has an ``id`` (unique in its label) and a ``digest`` of its properties; every relationship has a
``digest`` too. The delta compares digests, so a store is never read property by property.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from liqaa.ontology.folding import fold

PropertyType = Literal["STRING", "INT64", "DOUBLE", "BOOL", "DATE", "STRING[]"]
Value = str | int | float | bool | list[str] | None


@dataclass(frozen=True, slots=True)
class NodeTable:
    """A node label and its properties besides ``id`` and ``digest``."""

    label: str
    properties: dict[str, PropertyType]


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """A relationship type between two labels and its properties besides ``key`` and ``digest``.

    ``key`` tells parallel relationships between the same two nodes apart (two roles, two terms of office).
    """

    type: str
    source: str
    target: str
    properties: dict[str, PropertyType]


# The contacts of two, counted by contacts.py, so that queries need not: events with both that took place.
COUNTED: dict[str, PropertyType] = {
    "contacts": "INT64",
    "first_date": "DATE",  # of the dated ones
    "last_date": "DATE",
    "first_day": "DATE",  # as of events: a period from here to last_day holds all of them
    "last_day": "DATE",
}

NODES: tuple[NodeTable, ...] = (
    NodeTable(
        "Actor",
        {
            "name": "STRING",
            "name_latin": "STRING",
            "kind": "STRING",
            "named": "BOOL",  # whether it is a person known by name
            "party_count": "INT64",  # of the parties that it REPRESENTS
            "event_count": "INT64",  # of the events that it TOOK_PART in, of any status
            "first_date": "DATE",  # of the dated ones
            "last_date": "DATE",
            "aliases": "STRING[]",
            "alias_reports": "STRING[]",  # for each of the aliases, the first report that gives it
            "search": "STRING",  # search_form of the id and every name: what queries look people up by
            "sounds": "STRING",  # sound_form of every name: finds spellings that nobody has written yet
        },
    ),
    NodeTable(
        "Party",
        {
            "code": "STRING",
            "kind": "STRING",
            "name_ar": "STRING",
            "name_en": "STRING",
            "search": "STRING",  # search_form of the code, the names and their aliases
        },
    ),
    NodeTable("Office", {"name_ar": "STRING", "name_en": "STRING", "search": "STRING"}),
    NodeTable("Place", {"name_ar": "STRING", "name_en": "STRING"}),
    NodeTable("Topic", {"name_ar": "STRING", "name_en": "STRING", "search": "STRING"}),
    NodeTable(
        "Event",
        {
            "type": "STRING",
            "subtype": "STRING",
            "status": "STRING",
            "salience": "STRING",
            "date": "DATE",
            "date_end": "DATE",
            "date_precision": "STRING",
            # What queries compare a period with: never None, an undated event is of the first day there is.
            "first_day": "DATE",
            "last_day": "DATE",
            "month": "STRING",  # of the first day, YYYY-MM, unless only the year is known
            "day_number": "INT64",  # of the first day, from 0001-01-01; dates cannot be subtracted alike
            "title": "STRING",
            "report_count": "INT64",
            "source_count": "INT64",  # newspapers that tell of it otherwise than in the words of another
            "party_count": "INT64",  # of the parties that it is BETWEEN
            "disputed": "STRING[]",  # properties on which its reports disagree; each report has its own
            "expected_by": "DATE",  # of a plan: the last day on which it may still happen
        },
    ),
    NodeTable(
        "Report",
        {
            "quote": "STRING",
            "field": "STRING",
            "start": "INT64",
            "end": "INT64",
            "rule": "STRING",
            "confidence": "DOUBLE",
            "extractor": "STRING",
            "subtype": "STRING",  # this and what follows as this one report has it
            "status": "STRING",
            "date": "STRING",
            "place": "STRING",
            "place_country": "STRING",
            "copy_of": "STRING",  # the report whose words another paper took over; it is no further evidence
        },
    ),
    NodeTable(
        "Article",
        {
            "url": "STRING",
            "title": "STRING",
            "published": "DATE",
            "day": "DATE",  # the same for queries to compare a period with: never None
            "source": "STRING",
        },
    ),
    # Two parties that an event is BETWEEN, with all their events; counted are those that took place.
    # "alike": day, type and status of which it has more than one event, which may be one told twice.
    NodeTable("Tie", {**COUNTED, "alike": "STRING[]"}),
    # An id that an event or actor had before it became one with another; "target" is what it leads to now.
    NodeTable("Redirect", {"kind": "STRING", "target": "STRING"}),
)

EDGES: tuple[EdgeTable, ...] = (
    EdgeTable(
        "TOOK_PART",
        "Actor",
        "Event",
        {
            "role": "STRING",
            "office": "STRING",
            "name_as_reported": "STRING",
            "report_count": "INT64",  # reports that have the actor take part
            "by_office": "BOOL",  # none of them names the person: found by office and day
        },
    ),
    EdgeTable("REPRESENTS", "Actor", "Party", {}),
    EdgeTable(
        "HELD",
        "Actor",
        "Office",
        {
            "first_seen": "DATE",
            "last_seen": "DATE",
            "source": "STRING",
            "report_count": "INT64",
            "evidence": "STRING[]",  # the first and the last report that gives the person the office
        },
    ),
    EdgeTable("OF", "Office", "Party", {}),
    EdgeTable("BETWEEN", "Event", "Party", {}),
    EdgeTable("VISITS", "Event", "Party", {}),  # of a visit: those of its hosts, and whose land it is in
    EdgeTable(
        "CONNECTS", "Event", "Party", {"rang": "BOOL"}
    ),  # of a call: those it is between, and who made it
    EdgeTable("AT", "Event", "Place", {}),
    EdgeTable("IN", "Place", "Party", {}),
    EdgeTable("ABOUT", "Event", "Topic", {}),
    EdgeTable("BROADER", "Topic", "Topic", {}),
    EdgeTable("FULFILLED_BY", "Event", "Event", {}),
    EdgeTable("CANCELLED_BY", "Event", "Event", {}),
    EdgeTable("PART_OF", "Event", "Event", {}),
    EdgeTable("MET", "Actor", "Actor", dict(COUNTED)),  # the source has the smaller id
    EdgeTable("CONTACT_OF", "Event", "Tie", {}),
    EdgeTable("LINKS", "Tie", "Party", {}),
    EdgeTable("REPORTS", "Report", "Event", {}),
    EdgeTable("QUOTES", "Event", "Report", {}),  # the first of its reports by id: queries show its words
    EdgeTable("IN_ARTICLE", "Report", "Article", {}),
)

# On Neo4j a node also carries labels for the values of some properties, so that styles can colour it.
FURTHER_LABELS: dict[str, dict[str, dict[str, str]]] = {
    "Event": {
        "type": {"visit": "Visit", "call": "Call", "honor": "Honor", "talks": "Talks"},
        "status": {"occurred": "Occurred", "planned": "Planned", "cancelled": "Cancelled"},
    },
    "Party": {"kind": {"state": "Country", "organisation": "Organisation", "authority": "Authority"}},
}

# What curated queries look up besides ids, by label or type: exact values and, of the last property of each,
# ranges; words in a text; full text. Neo4j refuses a node whose indexed value is too long (8 kB exact, 32 kB
# text; seen on 5.26.30 and 2026.08.1), so only what is short by its nature is indexed exactly: no name, title
# or address.
INDEXED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Party", ("code",)),
    ("Actor", ("named", "event_count")),
    ("Actor", ("party_count", "event_count")),
    ("Event", ("date",)),
    ("Event", ("last_day",)),
    ("Event", ("day_number",)),
    ("Event", ("type", "date")),
    ("Event", ("type", "last_day")),
    ("Event", ("type", "party_count")),
    ("Event", ("status", "last_day")),
    ("Event", ("status", "expected_by")),
    ("Event", ("date_end",)),
    ("Article", ("day",)),
    ("Tie", ("contacts",)),
    ("MET", ("contacts",)),
)
SEARCHED: tuple[tuple[str, str], ...] = (
    ("Actor", "search"),
    ("Actor", "sounds"),
    ("Party", "search"),
    ("Office", "search"),
    ("Topic", "search"),
)
FULL_TEXT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "names": (
        ("Actor", "Party", "Office", "Place", "Topic"),
        ("name", "name_latin", "name_ar", "name_en", "search"),
    ),
    "texts": (("Event", "Report", "Article"), ("title", "quote")),
}


SEARCH_LIMIT = 8_000
"""Characters of a search form, so that its text index takes it even at four bytes a character."""


def search_form(*names: str | None) -> str:
    """The property ``search``: every name, folded and as written, between bars and spaces.

    A query finds a whole name with ``CONTAINS '| ' + $name + ' |'`` and words of one with
    ``CONTAINS ' ' + $name + ' '``. A folded name holds no bar, so no name can run into the next.

    Args:
        names: id or code, names and aliases, the most telling first; None and empty ones are skipped.

    Returns:
        ``"| x | y |"`` with each form once; ``"|"`` when there is no name. A name that would make it longer
        than ``SEARCH_LIMIT`` is left out.
    """
    forms = "|"
    for form in dict.fromkeys(form for name in names if name for form in _forms(name)):
        if len(forms) + len(form) + 3 <= SEARCH_LIMIT:
            forms += f" {form} |"
    return forms


def _forms(name: str) -> Iterable[str]:
    """A name folded, and as written (one who asks in the Browser has nothing that folds)."""
    written = " ".join(name.replace("|", " ").lower().split())
    return filter(None, (fold(name), written))


@dataclass(frozen=True, slots=True)
class Node:
    """A node to be: ``properties`` holds every property of its table, None where unknown."""

    label: str
    id: str
    properties: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship to be, between two node ids of the labels its table names."""

    type: str
    source: str
    target: str
    key: str
    properties: dict[str, Value]
