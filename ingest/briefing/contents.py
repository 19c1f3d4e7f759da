"""What a page about events holds: the events with their participants and words, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["ar", "en"]

LANGUAGES: tuple[Language, ...] = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in Arabic and in Latin letters; either may be empty."""

    ar: str
    en: str = ""

    def said(self, language: Language) -> str:
        """The name in a language, in the other where it has none."""
        return (self.ar or self.en) if language == "ar" else (self.en or self.ar)


@dataclass(frozen=True, slots=True)
class Named:
    """A party or a topic: its code or id, and its name."""

    id: str
    name: Name


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took part in an event.

    Attributes:
        id: id of the actor.
        name: its name.
        role: what part it was, such as visitor or attendee.
        sides: the parties it represents.
    """

    id: str
    name: Name
    role: str
    sides: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one report.

    Attributes:
        quote: the article's sentence.
        source: newspaper, empty when not known.
        published: day of the article, None when not known.
        link: address of the article, None when it has none that a browser should follow.
        confidence: of the report, from 0 to 1.
        copied: whether they are those of another report, or its article's text as a whole is.
    """

    quote: str
    source: str
    published: str | None
    link: str | None
    confidence: float
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the page.

    Attributes:
        id: id of the event.
        type: visit, call, honor or talks.
        subtype: of that type, empty when not known.
        status: occurred, planned or cancelled.
        date: first day, ``YYYY-MM-DD``, None when not known.
        precision: what of the date is known: day, month or year.
        place: where.
        topics: what it was about.
        disputed: the fields on which its reports disagree.
        reports: how many reports tell of it.
        participants: principals first.
        words: of its reports, the surest first.
    """

    id: str
    type: str
    subtype: str
    status: str
    date: str | None
    precision: str | None
    place: Name | None
    topics: tuple[Named, ...]
    disputed: tuple[str, ...]
    reports: int
    participants: tuple[Participant, ...]
    words: tuple[Words, ...]

    @property
    def day(self) -> str | None:
        """The date as far as it is known: a day, a month or a year."""
        return self.date and self.date[: {"year": 4, "month": 7}.get(self.precision or "day", 10)]


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a page tells.

    Attributes:
        subjects: whom it is about, empty for everybody.
        first: first day asked for, None for no bound.
        last: last day asked for.
        basis: when the archive behind the graph was last brought up to date, None when not known.
        subject_ids: ids of the actors and codes of the parties that it is about.
        between: what the network is of: actors or parties.
        happenings: in order of time, those without a date last.
    """

    subjects: tuple[Name, ...]
    first: str | None
    last: str | None
    basis: str | None
    subject_ids: frozenset[str]
    between: Literal["actors", "parties"]
    happenings: tuple[Happening, ...]
