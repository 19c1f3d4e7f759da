"""What the lexicon files of parties, places, publishers and office holders may hold."""

from __future__ import annotations

from typing import Annotated, Literal

from liqaa.ontology.lexicon_fields import Code, Day, Entry, Text, Texts
from pydantic import Field as Setting
from pydantic import StringConstraints, model_validator


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
    inside: bool = False
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


OfficeKind = Literal[
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "chief_of_staff",
    "national_security_adviser",
    "secretary_general",
    "crown_prince",
    "deputy_crown_prince",
    "vice_president",
    "deputy_head_of_government",
    "minister_of_state_foreign",
    "interior_minister",
    "finance_minister",
    "energy_minister",
    "intelligence_chief",
    "speaker",
    "spokesperson",
    "ambassador",
    "envoy",
    "commander",
    "leader",
    "first_lady",
    "other",
]
"""What an office is, whatever its title; every kind before ``crown_prince`` is audited for gaps."""


class Holder(Entry):
    """One person's term in an office, with a note where the facts come from."""

    name_ar: Text
    aliases_ar: Texts = ()
    surname_ar: Texts = ()
    name_latin: Text
    start: Day | None = Setting(default=None, alias="from")
    end: Day | None = Setting(default=None, alias="to")
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q\d+$")] | None = None
    note: Text

    @model_validator(mode="after")
    def _in_order(self) -> Holder:
        if self.start and self.end and self.start[: len(self.end)] > self.end[: len(self.start)]:
            raise ValueError(f"{self.name_ar}: 'from' {self.start} is after 'to' {self.end}")
        return self


class HeldOffice(Entry):
    """An office of a party and those who held it, one at a time unless it is shared."""

    office: OfficeKind
    title_ar: Text
    title_en: Text
    shared: bool = False
    holders: tuple[Holder, ...]


class Register(Entry):
    """The office holders of one party."""

    party: Code
    offices: tuple[HeldOffice, ...]
