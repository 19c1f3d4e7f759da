"""What the lexicon files of offices and names may hold; each file says what each of its lists is for."""

from __future__ import annotations

from typing import Annotated, Literal

from liqaa.ontology.lexicon_fields import Code, Entry, Folded, Forms, Phrases, Text, Words
from pydantic import StringConstraints, model_validator


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
    """Words for two already spoken of: by their office, as persons of any, as sides, or by their lands."""

    words: Words
    stands_for: Literal["sides", "persons"] | None = None
    office: Folded | None = None
    parties: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _one_of_them(self) -> Pair:
        if sum(map(bool, (self.stands_for, self.office, self.parties))) != 1 or len(self.parties) not in (
            0,
            2,
        ):
            raise ValueError("give either 'stands_for' or 'office' or two 'parties'")
        return self

    @property
    def head(self) -> str | None:
        """The beginning of the office both hold, empty for any; None for sides, who need hold none."""
        return "" if self.stands_for == "persons" else self.office


class Offices(Entry):
    """Words that make up offices and titles of respect; the file says what each list is for."""

    heads: tuple[Head, ...]
    possessed: Words
    groups: Words
    fighters: Words
    others: Words
    counted_groups: Words
    unnamed_hosts: Words
    unnamed_commanders: Words
    commanders_kinds: Words
    meanwhile: Words
    high: Words
    bodies: Words
    national: Words
    shared_bodies: Phrases
    representing: Words
    group_links: Words
    provinces: Words
    complements: Words
    further_heads: Words
    after_nationality: Words
    terms: Words
    generals: Words
    matters: Words
    directions: Words
    qualifiers: Words
    only_his: Words
    charged: Words
    delegated: Words
    abroad: Words
    residents: Words
    errands: Words
    spokesmen: Words
    speaks_for: Words
    speaks_for_him: Words
    incomplete: Words
    artists: Words
    of_envoys: Words
    governors: Phrases
    seated: Words
    states: Words
    unions: Words
    courts: Words
    lands_of_several: Words
    lands: Words
    unofficial: Words
    editors: Words
    namesakes: Words
    schools: Words
    crowned: tuple[str, ...]
    courtesies: Words
    diplomats: Phrases
    stationed: Words
    standing_for: Words
    of_two: Words
    sent: Words
    grades: Words
    commanding: Words
    commanded: Words
    in_chambers: Words
    in_bodies: Words
    secretariats: Words
    troops: Words
    services: Words
    embassies: Words
    embassy_staff: Words
    state_bodies: Words
    titles: tuple[Title, ...]
    visited: Words
    synonyms: dict[Folded, Folded]
    acronyms: dict[Folded, Folded]
    like_several: dict[Folded, str]
    generic: Words
    generic_titles: Phrases
    envoys: Words
    heads_of_state: Words
    crowns: Phrases
    in_place_of: Words
    leaders: Words
    under_head_of_state: Words
    reigning: Words
    heads_of_government: Phrases
    gone_along_with: Phrases
    standing_alone: Words
    called_by_name: Words
    inner_ranks: Words
    surnames_too: Words
    voices: Words
    voiced: Phrases
    single: Phrases
    single_alone: Phrases
    officials: Words
    coming: Words
    names_too: Words
    accredited: Words
    not_held: Words
    kin: Words
    of_leaders: Words
    at_home: Words
    staff: Words
    state_services: Words
    boards: Words
    deputies: Words
    own_land: Words
    our_groups: Words
    governments: Words
    counterparts: Words
    several_counterparts: Words
    two_counterparts: Words
    his: Words
    pairs: tuple[Pair, ...]
    men: Words
    state_pairs: Words
    pairs_of_leaders: Words
    threes: Words
    sides: Words
    honorifics: Forms
    premiers: Words
    two_bodies: Words
    junior: Words
    ruling: Words
    entrusted: Words
    affairs: Words
    with_unions: Words
    army_ranks: Forms
    arms: Forms
    degrees: Words
    insertions: Forms
    retinues: Forms
    going_along: Words
    accompanying: Words
    spouses: Forms
    missions: Words
    regions: Forms
    ranks: Words
    first_titles: Phrases
    ranked: Phrases
    with_fields: Words
    with_works: Words
    friendships: Words
    own_names: Words
    parties: Words


class Names(Entry):
    """Words of personal names; the file says what each list is for."""

    particles: Words
    sons: Words
    borne_titles: Words
    before_titles: Words
    before_any_name: Words
    no_ali_before: Words
    middle_titles: Words
    of_the_faith: Words
    families: Words
    servants: Words
    dropped: Words
    openers: Words
    given: Words
    weak: Words
    never: Words
    family_first: tuple[str, ...]
    korean_families: Words
    last_syllables: Words
    dynasties: dict[Folded, str]


class Latin(Entry):
    """How Arabic names are written in Latin letters; the file says what each part is for."""

    letters: dict[Annotated[str, StringConstraints(min_length=1, max_length=1)], str]
    sounds: dict[str, tuple[str, ...]]
    turns: tuple[Annotated[str, StringConstraints(min_length=2, max_length=2)], ...]
    articles: Words
    titles: Words
    words: dict[Text, Forms]
    short: dict[Text, Forms]
