"""The language knowledge: YAML lexicons, validated as they load.

Every file under ``lexicon/`` has a record here that says what it may hold. A wrong entry is a
``LexiconError`` that names the file, the key and the reason, and all wrong entries of all files are
listed at once. Entries are normalised (NFC) and kept in the order of the file.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from liqaa.ontology.folding import fold
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic import Field as Setting


class LexiconError(Exception):
    """A lexicon that can not be used; the message lists file, key and reason, one a line."""


def _text(value: str) -> str:
    text = unicodedata.normalize("NFC", value).strip()
    if not text:
        raise ValueError("is empty: give the word or delete the entry")
    return text


def _day(value: Any) -> Any:
    # YAML reads 2018-05-01 as a date and 2018 as a number; the lexicons keep what was written.
    return str(value) if value is not None else None


Text = Annotated[str, AfterValidator(_text)]
Texts = tuple[Text, ...]
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
    forms: Texts = ()
    dual: Texts = ()
    plural: Texts = ()


class Title(Entry):
    """A whole title, with the party it names by itself."""

    title: Text
    country: Code | None = None


class Offices(Entry):
    """Words that make up offices and titles of respect."""

    heads: tuple[Head, ...]
    groups: Texts
    complements: Texts
    titles: tuple[Title, ...]
    counterparts: Texts
    pairs: Texts
    honorifics: Texts
    insertions: Texts


class Names(Entry):
    """Words of personal names."""

    particles: Texts
    openers: Texts
    given: Texts
    never: Texts


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
    forms: Texts
    prepositions: Texts = ()
    roles: tuple[str, str] | None = None


class Cues(Entry):
    """Words around a trigger that tell status, salience, subtype, and where its reach ends."""

    light_verbs: Texts
    receiving_verbs: Texts
    boundaries: Texts
    planned: Texts
    cancelled: Texts
    background: Texts
    official: Texts
    working: Texts
    transit: Texts
    award_objects: Texts
    private: Texts
    hypothetical: Texts
    sport: Texts
    degree_objects: Texts


class Dates(Entry):
    """Words that give a day, a month or a year."""

    months: dict[int, Texts]
    hijri_months: dict[int, Texts]
    weekdays: dict[int, Texts]
    relative_days: dict[int, Texts]
    relative_months: dict[int, Texts]
    relative_years: dict[int, Texts]
    past: Texts
    next: Texts
    this: Texts
    ordinals: dict[int, Texts]


class TopicWords(Entry):
    """The phrases that tell a topic was discussed."""

    topic: Text
    phrases: Texts


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All language knowledge, loaded and checked."""

    countries: tuple[Country, ...]
    organisations: tuple[Organisation, ...]
    authorities: tuple[Authority, ...]
    places: tuple[Place, ...]
    register: tuple[Register, ...]
    offices: Offices
    names: Names
    triggers: tuple[Trigger, ...]
    cues: Cues
    dates: Dates
    topics: tuple[TopicWords, ...]
    common_words: frozenset[str]


_FILES: dict[str, Any] = {
    "countries": tuple[Country, ...],
    "organisations": tuple[Organisation, ...],
    "authorities": tuple[Authority, ...],
    "places": tuple[Place, ...],
    "offices": Offices,
    "names": Names,
    "triggers": tuple[Trigger, ...],
    "cues": Cues,
    "dates": Dates,
    "topics": tuple[TopicWords, ...],
}


@cache
def load() -> Lexicon:
    """The lexicon that ships with Liqaa, read once a process.

    Raises:
        LexiconError: an entry is wrong.
    """
    return read(files("liqaa.ontology") / "lexicon")


def read(folder: Traversable | Path) -> Lexicon:
    """Read and check every lexicon file of a folder.

    Args:
        folder: holds the YAML files named as the fields of ``Lexicon``, a folder ``register`` and
            ``common_words.txt``.

    Raises:
        LexiconError: lists each wrong entry as ``file: key: reason``.
    """
    errors: list[str] = []
    parts: dict[str, Any] = {}
    for name, shape in _FILES.items():
        parts[name] = _validated(folder / f"{name}.yml", shape, errors)
    sheets = sorted(
        (f for f in (folder / "register").iterdir() if f.name.endswith(".yml")), key=lambda f: f.name
    )
    parts["register"] = tuple(sheet for f in sheets if (sheet := _validated(f, Register, errors)) is not None)
    parts["common_words"] = frozenset((folder / "common_words.txt").read_text(encoding="utf-8").split())
    if not errors:
        errors.extend(_clashes(Lexicon(**parts)))
    if errors:
        raise LexiconError("\n".join(errors))
    return Lexicon(**parts)


def _validated(file: Traversable, shape: Any, errors: list[str]) -> Any:
    try:
        data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        return TypeAdapter(shape).validate_python(data)
    except FileNotFoundError:
        errors.append(f"{file.name}: the file is missing: restore it from the source of liqaa.ontology")
    except yaml.YAMLError as error:
        errors.append(f"{file.name}: not YAML: {' '.join(str(error).split())}")
    except ValidationError as error:
        for e in error.errors():
            key = ".".join(str(part) for part in e["loc"]) or "(file)"
            errors.append(f"{file.name}: {_named(data, e['loc'])}{key}: {e['msg']}")
    return None


def _named(data: Any, loc: Iterable[int | str]) -> str:
    """The code, id or word of the entry an error lies in, so that it is found by search."""
    name = ""
    for part in loc:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(data, dict):
            name = next(
                (str(data[k]) for k in ("code", "id", "word", "topic", "name_ar", "title") if k in data), name
            )
    return f"{name}: " if name else ""


def _clashes(lexicon: Lexicon) -> Iterator[str]:
    """Codes given twice or unknown, and trigger ids given twice."""
    seen: dict[str, str] = {}
    for file, entries in (
        ("countries.yml", lexicon.countries),
        ("organisations.yml", lexicon.organisations),
        ("authorities.yml", lexicon.authorities),
    ):
        for entry in entries:
            if entry.code in seen:
                yield f"{file}: {entry.code}: the code is given twice, also in {seen[entry.code]}"
            seen[entry.code] = file
    for place in lexicon.places:
        if place.country not in seen:
            yield f"places.yml: {place.name}: country: {place.country} is not a known code"
    for sheet in lexicon.register:
        if sheet.party not in seen:
            yield f"register/{sheet.party.lower()}.yml: party: {sheet.party} is not a known code"
    ids: set[str] = set()
    for trigger in lexicon.triggers:
        if trigger.id in ids:
            yield f"triggers.yml: {trigger.id}: the id is given twice"
        ids.add(trigger.id)


def folded(words: Iterable[str]) -> frozenset[str]:
    """The folded forms of a list of words."""
    return frozenset(fold(word) for word in words)
