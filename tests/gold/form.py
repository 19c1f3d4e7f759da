"""The form of an annotation: which fields and labels there are, and what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

SUBTYPES = {
    "visit": ("official", "working", "arrival", "departure", "transit", "other"),
    "call": ("phone", "video"),
    "talks": ("meeting", "reception", "negotiation", "summit", "other"),
    "honor": ("medal", "guard_of_honour", "ceremony", "degree", "other"),
}
ROLES = {
    "visit": ("visitor", "host", "attendee"),
    "call": ("caller", "callee", "party", "attendee"),
    "talks": ("host", "guest", "party", "attendee"),
    "honor": ("honoree", "conferrer", "attendee"),
}
STATUSES = ("occurred", "planned", "cancelled")
SALIENCES = ("main", "background")
KINDS = ("person", "delegation", "organisation", "state")
TOPICS = (
    "bilateral_relations",
    "regional_security",
    "military_cooperation",
    "arms",
    "counterterrorism",
    "peace_process",
    "nuclear",
    "economy",
    "energy",
    "migration",
    "humanitarian",
    "sanctions",
    "maritime_security",
    "borders",
    "other",
)
EVENT_KEYS = (
    "type",
    "subtype",
    "status",
    "salience",
    "participants",
    "date",
    "date_text",
    "place",
    "place_country",
    "topics",
    "evidence",
)
EVENT_MAY = ("id", "note", "event_key")
PARTY_KEYS = ("name", "office", "country", "role", "kind")
LISTS = ("participants", "topics")
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
CODE = re.compile(r"[A-Z][A-Z0-9+-]*")
QUOTATION = re.compile(r"(?:[\u0621-\u0652]+\W+){4}")  # a note may name a word or two, never quote
CONFLICT = re.compile(r"conflict:[A-Z]{2}")


def faults(event: object) -> list[str]:
    """What is wrong with an event, each fault beginning with its field."""
    if found := shape_faults(event, EVENT_KEYS, EVENT_MAY):
        return found
    assert isinstance(event, Mapping)
    kind = event["type"]
    if kind not in SUBTYPES:
        return [f"type: {kind!r} is none of {', '.join(SUBTYPES)}"]
    found = choice_faults(event, (("subtype", SUBTYPES[kind]), ("status", STATUSES), ("salience", SALIENCES)))
    if event["date"] is not None and not DATE.fullmatch(event["date"]):
        found.append(f"date: {event['date']!r} is not YYYY-MM-DD, YYYY-MM or YYYY")
    if event["place_country"] is not None and not CODE.fullmatch(event["place_country"]):
        found.append(f"place_country: {event['place_country']!r} is no code")
    found += [
        f"topics: {topic!r} is no topic"
        for topic in event["topics"]
        if topic not in TOPICS and not CONFLICT.fullmatch(str(topic))
    ]
    if QUOTATION.search(event.get("note") or ""):
        found.append("note: quotes the article")
    if not event["evidence"]:
        found.append("evidence: empty")
    for number, party in enumerate(event["participants"], 1):
        found += [f"participant {number}, {fault}" for fault in party_faults(party, kind)]
    return found or principal_faults(event)


def shape_faults(given: object, keys: Sequence[str], may: Sequence[str] = ()) -> list[str]:
    """Fields that are missing, unknown or of another kind than lists of things and strings or null."""
    if not isinstance(given, Mapping):
        return [f"{given!r} is no object"]
    found = [f"{key}: missing" for key in keys if key not in given]
    found += [f"{key}: unknown field" for key in given if key not in (*keys, *may)]
    for key, value in given.items():
        if key in LISTS and not isinstance(value, list):
            found.append(f"{key}: not a list")
        elif key not in LISTS and not isinstance(value, str | None):
            found.append(f"{key}: neither a string nor null")
    return found


def choice_faults(given: Mapping[str, Any], choices: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Labels that are none of the allowed ones."""
    return [
        f"{key}: {given[key]!r} is none of {', '.join(allowed)}"
        for key, allowed in choices
        if given[key] not in allowed
    ]


def party_faults(party: object, kind: str) -> list[str]:
    """What is wrong with a participant of an event of some type."""
    if found := shape_faults(party, PARTY_KEYS):
        return found
    assert isinstance(party, Mapping)
    found = choice_faults(party, (("role", ROLES[kind]), ("kind", KINDS)))
    if party["country"] is not None and not CODE.fullmatch(party["country"]):
        found.append(f"country: {party['country']!r} is no code")
    if party["kind"] == "state" and (party["name"] or party["office"]):
        found.append("kind: a state has neither name nor office")
    if party["kind"] == "person" and not (party["name"] or party["office"]):
        found.append("kind: a person has a name or an office")
    return found


def principal_faults(event: Mapping[str, Any]) -> list[str]:
    """A visit needs a visitor and a host, every event a principal."""
    roles = {party["role"] for party in event["participants"]}
    if not roles - {"attendee"}:
        return ["participants: no principal"]
    if event["type"] == "visit":
        return [f"participants: no {role}" for role in ("visitor", "host") if role not in roles]
    return []
