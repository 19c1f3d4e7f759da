"""What the words of the lexicon mean: places and parties, nationalities, offices, holders, triggers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from liqaa.ontology.lexicon_words import Trigger

Number = Literal[1, 2, 3]
GeoKind = Literal["country", "capital", "city", "metonym", "organisation", "authority", "place"]


@dataclass(frozen=True, slots=True)
class Geo:
    """What a place or party word stands for.

    Attributes:
        code: party or country code.
        kind: what the lexicon calls it.
        ambiguous: the word has other readings and needs support.
        country: the state in which it lies, for authorities; else ``code``.
    """

    code: str
    kind: GeoKind
    ambiguous: bool
    country: str | None


@dataclass(frozen=True, slots=True)
class Adjective:
    """A nationality adjective: whose, and in what form."""

    code: str
    feminine: bool
    definite: bool
    number: Number


@dataclass(frozen=True, slots=True)
class Office:
    """The first word or the whole of an office title.

    Attributes:
        word: folded masculine singular form without the article: the office's key.
        number: 1, 2 or 3 for a plural.
        country: party named by the title itself.
        whole: the title is complete by itself, such as ولي العهد.
        owned: it carries the pronoun of the state or body spoken of: زعيمها.
    """

    word: str
    number: Number
    country: str | None
    whole: bool
    owned: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """One holder in the register, under one of his names.

    Attributes:
        holder: his name as the register gives it, folded.
        party: whom he represents.
        start: first day of the term, or its month or year.
        end: last day of the term, or its month or year.
        short: the name is a surname or a single word.
        leads: he is head of a state or government, and others are his envoys.
        title: the office he held then, folded, without articles: ``وزير خارجيه``.
    """

    holder: str
    party: str
    start: str
    end: str
    short: bool
    leads: bool
    title: str

    def holds(self, day: str | None) -> bool:
        """Whether the term includes a day, of which month or day may be missing."""
        return day is not None and self.start[: len(day)] <= day <= self.end + "-99"


@dataclass(frozen=True, slots=True)
class TriggerForm:
    """A form of a trigger and whether the form itself says the future."""

    trigger: Trigger
    future: bool
