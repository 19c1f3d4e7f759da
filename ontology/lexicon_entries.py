"""What each lexicon file may hold: one record a kind of entry, checked as it loads.

``Texts`` and ``Forms`` keep what was written, in its order; ``Words`` and ``Phrases`` are lists for
comparing, folded as they load and without order. None may hold an entry twice, and but for ``Texts``, which
record spellings, no two that fold to one: the second would never be used.
"""

from __future__ import annotations

import unicodedata
from typing import Annotated, Any, Literal

from liqaa.ontology.folding import fold
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    model_validator,
)
from pydantic import Field as Setting


def _text(value: str) -> str:
    text = unicodedata.normalize("NFC", value).strip()
    if not fold(text):
        raise ValueError("is empty: give the word or delete the entry")
    return text


def _texts(values: tuple[str, ...]) -> tuple[str, ...]:
    repeated = [value for value in dict.fromkeys(values) if values.count(value) > 1]
    if repeated:
        raise ValueError(f"given twice: {'، '.join(repeated)}")
    return values


def _forms(values: tuple[str, ...]) -> tuple[str, ...]:
    folded = [fold(value) for value in values]
    repeated = [v for v, form in zip(values, folded, strict=True) if folded.count(form) > 1]
    if repeated:
        raise ValueError(f"given twice: {'، '.join(repeated)}")
    return values


def _phrases(values: Any) -> frozenset[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError("is no list of words")
    return frozenset(fold(value) for value in _forms(tuple(_text(value) for value in values)))


def _words(values: Any) -> frozenset[str]:
    words = _phrases(values)
    longer = sorted(word for word in words if " " in word)
    if longer:
        raise ValueError(f"more than one word, which never matches here: {'، '.join(longer)}")
    return words


def _day(value: Any) -> Any:
    # YAML reads 2018-05-01 as a date and 2018 as a number; the lexicons keep what was written.
    return str(value) if value is not None else None


Text = Annotated[str, AfterValidator(_text)]
Folded = Annotated[str, AfterValidator(_text), AfterValidator(fold)]
Texts = Annotated[tuple[Text, ...], AfterValidator(_texts)]
Forms = Annotated[tuple[Text, ...], AfterValidator(_forms)]
Phrases = Annotated[frozenset[str], BeforeValidator(_phrases)]
Words = Annotated[frozenset[str], BeforeValidator(_words)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9+-]{1,19}$")]
Day = Annotated[str, BeforeValidator(_day), StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class Entry(BaseModel):
    """What every lexicon entry has in common: no key but those named, no change after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Country(Entry):
    """A state: its names, adjectives, cities, and the seats that stand for it."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    name_ar: Text
    name_en: Text
    names: Texts = ()
    nisba: Texts = ()
    demonyms: Texts = ()
    capital: Texts = ()
    cities: Texts = ()
    metonyms: Texts = ()
    ambiguous: Texts = ()


class Organisation(Entry):
    """An intergovernmental organisation, or a body that acts for one (``party``)."""

    code: Code
    name_ar: Text
    name_en: Text
    names: Texts = ()
    adjectives: Texts = ()
    seats: Texts = ()
    party: Code | None = None
    ambiguous: Texts = ()


class Held(Entry):
    """A place that an authority holds from a day on."""

    place: Text
    start: Day | None = Setting(default=None, alias="from")


class Authority(Entry):
    """A political or armed authority that acts like a party."""

    code: Code
    name_ar: Text
    name_en: Text
    country: str | None = None
    names: Texts = ()
    adjectives: Texts = ()
    seats: Texts = ()
    party: Code | None = None
    holds: tuple[Held, ...] = ()
    ambiguous: Texts = ()


class Place(Entry):
    """A city, venue, airport, base or region outside the country file."""

    name: Text
    names: Texts = ()
    country: str
    kind: Literal["city", "venue", "airport", "base", "region"]
    ambiguous: Texts = ()


class Publisher(Entry):
    """A newspaper, agency, portal or channel, with its home country unless it serves several."""

    name_ar: Text
    name_en: Text
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    names: Texts = ()
    hosts: Texts = ()


class Holder(Entry):
    """One person's term in an office."""

    name_ar: Text
    aliases_ar: Texts = ()
    surname_ar: Texts = ()
    name_latin: Text
    start: Day | None = Setting(default=None, alias="from")
    end: Day | None = Setting(default=None, alias="to")
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q\d+$")] | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Holder:
        if self.start and self.end and self.start[: len(self.end)] > self.end[: len(self.start)]:
            raise ValueError(f"{self.name_ar}: 'from' {self.start} is after 'to' {self.end}")
        return self


class HeldOffice(Entry):
    """An office of a party and those who held it."""

    office: Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
    title_ar: Text
    title_en: Text
    holders: tuple[Holder, ...]


class Register(Entry):
    """The office holders of one party."""

    party: Code
    offices: tuple[HeldOffice, ...]


class Head(Entry):
    """A word that begins an office, with its feminine, dual and plural."""

    word: Text
    forms: Forms = ()
    dual: Forms = ()
    plural: Forms = ()


class Title(Entry):
    """A whole title, with the party it names by itself."""

    title: Text
    country: Code | None = None


class Pair(Entry):
    """Words for two already spoken of: by their office, as persons of any office, or as two sides."""

    words: Words
    stands_for: Literal["sides", "persons"] | None = None
    office: Folded | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Pair:
        if (self.stands_for is None) == (self.office is None):
            raise ValueError("give either 'stands_for' or 'office'")
        return self

    @property
    def head(self) -> str | None:
        """The beginning of the office both hold, empty for any; None for sides, who need hold none."""
        return "" if self.stands_for == "persons" else self.office


class Offices(Entry):
    """Words that make up offices and titles of respect; the file says what each list is for."""

    heads: tuple[Head, ...]
    groups: Words
    bodies: Words
    group_links: Words
    complements: Words
    further_heads: Words
    after_nationality: Words
    qualifiers: Words
    incomplete: Words
    governors: Words
    diplomats: Phrases
    sent: Words
    services: Words
    titles: tuple[Title, ...]
    synonyms: dict[Folded, Folded]
    generic: Words
    envoys: Words
    heads_of_state: Words
    standing_alone: Words
    voices: Words
    voiced: Phrases
    kin: Words
    counterparts: Words
    pairs: tuple[Pair, ...]
    honorifics: Forms
    insertions: Forms


class Names(Entry):
    """Words of personal names; the file says what each list is for."""

    particles: Words
    sons: Words
    dropped: Words
    openers: Words
    given: Words
    weak: Words
    never: Words


class Trigger(Entry):
    """Words that state a contact event and the pattern in which participants stand around them."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z-]+$")]
    type: Literal["visit", "call", "talks", "honor"]
    subtype: str
    pattern: Literal[
        "transitive",
        "prepositional",
        "discuss",
        "receive",
        "receive-noun",
        "noun",
        "call",
        "arrive",
        "visit",
        "leave",
        "visit-noun",
        "award",
        "guard",
        "dinner",
    ]
    forms: Forms
    prepositions: Texts = ()
    roles: tuple[str, str] | None = None


class Syntax(Entry):
    """Words that show how a sentence is built around a trigger; the file says what each list is for."""

    light_verbs: Words
    receiving_verbs: Words
    boundaries: Words
    relatives: Words
    prepositions: Words
    joined_prepositions: Words
    clause_openers: Words
    place_openers: Words
    locatives: Words
    towards: Words


class Cues(Entry):
    """Words that tell status, salience, subtype and the date; the file says what each list is for."""

    planned: Words
    cancelled: Words
    purpose_nouns: Words
    purpose_verbs: Words
    under_way: Words
    hypothetical: Words
    postponements: Words
    proposed: Words
    background: Forms
    official: Forms
    working: Forms
    transit: Forms
    speech: Words
    conjunctions: Words
    other_time: Words
    discussion: Words
    sport: Words


class Events(Entry):
    """Words that belong to one type of event; the file says what each list is for."""

    joining_verbs: Words
    attending: Words
    refusals: Words
    hosting_verbs: Words
    own_venues: Words
    venues: Words
    telephone: Words
    call_objects: Words
    settling_verbs: Words
    invitations: Words
    welcomes: Words
    private: Words
    award_objects: Words
    degree_objects: Words
    receiving_awards: Words
    passive_verbs: Words
    meals: Words


class Dates(Entry):
    """Words that give a day, a month or a year."""

    months: dict[int, Forms]
    hijri_months: dict[int, Forms]
    weekdays: dict[int, Forms]
    relative_days: dict[int, Forms]
    relative_months: dict[int, Forms]
    relative_years: dict[int, Forms]
    past: Words
    next: Words
    this: Words
    ordinals: dict[int, Forms]
    parts_of_day: Words
    year_openers: Words
    year_joiners: Words


class TopicWords(Entry):
    """The phrases that tell a topic was discussed."""

    topic: Text
    phrases: Forms


class Spread(Entry):
    """A word that, in a sentence of a topic, makes it the conflict of each land named beside it."""

    topic: Text
    word: Folded
    lands: tuple[Code, ...]


class Topics(Entry):
    """What was discussed: the topics' phrases, and the parties whose affairs are conflicts."""

    conflicts: tuple[Code, ...]
    spreads: tuple[Spread, ...]
    phrases: tuple[TopicWords, ...]
