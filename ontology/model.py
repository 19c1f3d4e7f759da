"""The records that travel between the stages: article, report, participant, span, issue.

Every record is frozen: a step returns new ones. The fields of a report are those of the annotation
guide (``tests/gold/README.md`` names it), plus where each stands in the article and which rule fired.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

from liqaa.ontology.sketch import sketch_of

Field = Literal["title", "text"]
EventType = Literal["visit", "call", "talks", "honor"]
Status = Literal["occurred", "planned", "cancelled"]
Salience = Literal["main", "background"]
Kind = Literal["person", "delegation", "organisation", "state"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's title or text.

    Attributes:
        field: which of the article's two fields it lies in.
        start: offset of its first character, in code points.
        end: offset after its last character, in code points.
    """

    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: what the archive keeps and every offset points into.

    Attributes:
        doc_id: identity of the article; the same id with other text is a new version of it.
        title: headline, may be empty.
        text: body as plain text, paragraphs separated by newlines.
        source: publisher or newspaper, None where unknown.
        url: address, None where unknown.
        date: day of publication, ``YYYY-MM-DD``, None where unknown.
    """

    doc_id: str
    title: str
    text: str
    source: str | None = None
    url: str | None = None
    date: str | None = None

    def words(self, span: Span) -> str:
        """The characters a span covers."""
        return (self.title if span.field == "title" else self.text)[span.start : span.end]

    @property
    def digest(self) -> str:
        """SHA-256 over every field but the id: two articles with one digest read alike."""
        fields = [self.title, self.text, self.source, self.url, self.date]
        return digest_of(fields)

    @property
    def sketch(self) -> str:
        """What tells whether another text is a copy of this one."""
        return sketch_of(self.text)


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part in a reported event, and in what role.

    Attributes:
        name: personal name, the very words of the article, without titles; None when nobody is named.
        office: office as the article gives it, without the nationality adjective; None when none is given.
        country: ISO 3166-1 alpha-2 code or party code of the party represented; None when unknown.
        role: a role of the event's type (visitor, host, caller, callee, party, guest, honoree, conferrer)
            or ``attendee``.
        kind: person, delegation, organisation or state.
        mention: where the participant stands in the sentence of evidence or nearest to it.
        name_span: where ``name`` stands, None without a name.
        office_span: where ``office`` stands, None without an office.
    """

    name: str | None
    office: str | None
    country: str | None
    role: str
    kind: Kind
    mention: Span | None = None
    name_span: Span | None = None
    office_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of one happening.

    Attributes:
        doc_id: the article.
        type: visit, call, talks or honor.
        subtype: a subtype of the type.
        status: occurred, planned or cancelled.
        salience: main when reported as news, background when mentioned in passing.
        participants: principals and attendees, in the order of the article.
        date: first day of the event as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; None when not given.
        date_text: the words that gave the date.
        place: city or venue as the article gives it.
        place_country: ISO 3166-1 alpha-2 code of the place.
        topics: topic ids, sorted.
        evidence: the one sentence that states the event, character for character.
        evidence_span: where the evidence stands.
        rule: id of the rule that fired.
        confidence: probability that the report is right, 0 to 1.
        signals: ids of what speaks for and against it, sorted; ``signals.yml`` puts them in words.
    """

    doc_id: str
    type: EventType
    subtype: str
    status: Status
    salience: Salience
    participants: tuple[Participant, ...]
    date: str | None
    date_text: str | None
    place: str | None
    place_country: str | None
    topics: tuple[str, ...]
    evidence: str
    evidence_span: Span
    rule: str
    confidence: float = 1.0
    signals: tuple[str, ...] = ()

    @property
    def principals(self) -> tuple[Participant, ...]:
        """Every participant but the attendees."""
        return tuple(p for p in self.participants if p.role != "attendee")

    @property
    def report_id(self) -> str:
        """Content-derived id: the same article read the same way always gives the same id."""
        return "r-" + digest_of(asdict(self))[:20]


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that could not be used, said so that a person can act on it.

    Attributes:
        code: short stable name of the problem, such as ``encoding`` or ``truncated-archive``.
        where: file, line or address, such as ``news.jsonl:17``.
        message: what is wrong and what to do, in one sentence each.
        doc_id: the article concerned, None when none could be read.
    """

    code: str
    where: str
    message: str
    doc_id: str | None = None


def digest_of(value: Any) -> str:
    """SHA-256 (hex) of a JSON-able value, independent of key order."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
