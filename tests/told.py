"""Reports and articles made in one line each, for tests of what comes after extraction."""

from __future__ import annotations

from liqaa.ontology.model import Article, EventType, Kind, Participant, Report, Salience, Span, Status

ROLES = {
    "visit": ("visitor", "host"),
    "call": ("caller", "callee"),
    "talks": ("host", "guest"),
    "honor": ("honoree", "conferrer"),
}


def who(words: str, role: str = "party") -> Participant:
    """A participant from ``US:آشتون كارتر/وزير الدفاع``: party, name and office, each of which may be empty.

    A tilde before the office (``IQ:/~وفد عسكري``) makes it a delegation.
    """
    country, _, rest = words.partition(":")
    name, _, office = rest.partition("/")
    kind: Kind = "delegation" if office.startswith("~") else "person" if rest else "state"
    return Participant(name or None, office.lstrip("~") or None, country or None, role, kind)


def told(
    doc_id: str,
    type_: EventType,
    *people: str,
    date: str | None = "2018-06-05",
    subtype: str = "other",
    status: Status = "occurred",
    salience: Salience = "main",
    place: str | None = None,
    country: str | None = None,
    topics: tuple[str, ...] = (),
    attendees: tuple[str, ...] = (),
    at: int = 0,
    rule: str = "test",
) -> Report:
    """A report by one article; the people take the type's roles in order, and the last one repeats."""
    roles = ROLES[type_]
    taking_part = [who(words, roles[min(i, 1)]) for i, words in enumerate(people)]
    evidence = f"{doc_id}: {type_} {' / '.join(people)}"
    return Report(
        doc_id=doc_id,
        type=type_,
        subtype=subtype,
        status=status,
        salience=salience,
        participants=(*taking_part, *(who(words, "attendee") for words in attendees)),
        date=date,
        date_text=None,
        place=place,
        place_country=country,
        topics=topics,
        evidence=evidence,
        evidence_span=Span("text", at, at + len(evidence)),
        rule=rule,
    )


def written(doc_id: str, date: str | None = "2018-06-05", text: str = "نص") -> Article:
    """An article."""
    return Article(doc_id, f"عنوان {doc_id}", text, "صحيفة", f"https://example.org/{doc_id}", date)
