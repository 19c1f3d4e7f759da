"""What the lexicon files of words and phrases may hold; each file says what each of its lists is for."""

from __future__ import annotations

from typing import Annotated, Literal

from liqaa.ontology.lexicon_fields import Code, Entry, Folded, Forms, Phrases, Text, Texts, Words
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
    possessed: Words
    groups: Words
    others: Words
    bodies: Words
    group_links: Words
    complements: Words
    further_heads: Words
    after_nationality: Words
    qualifiers: Words
    spokesmen: Words
    speaks_for: Words
    incomplete: Words
    governors: Words
    states: Words
    courtesies: Words
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
    single: Phrases
    single_alone: Phrases
    not_held: Words
    kin: Words
    counterparts: Words
    pairs: tuple[Pair, ...]
    honorifics: Forms
    insertions: Forms
    regions: Forms
    ranks: Words
    first_titles: Phrases
    ranked: Phrases


class Names(Entry):
    """Words of personal names; the file says what each list is for."""

    particles: Words
    sons: Words
    dropped: Words
    openers: Words
    given: Words
    weak: Words
    never: Words
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
        "speak",
        "arrive",
        "visit",
        "leave",
        "visit-noun",
        "send",
        "award",
        "guard",
        "dinner",
        "banquet",
    ]
    forms: Forms
    prepositions: Texts = ()
    roles: tuple[str, str] | None = None


class Signal(Entry):
    """What speaks for or against a report, in words."""

    id: Text
    ar: Text
    en: Text


class Syntax(Entry):
    """Words that show how a sentence is built around a trigger; the file says what each list is for."""

    light_verbs: Words
    receiving_verbs: Words
    boundaries: Words
    topical: Words
    temporal: Words
    presence: Words
    relatives: Words
    prepositions: Words
    joined_prepositions: Words
    quantities: Words
    each: Words
    additions: Words
    also: Words
    taking_part: Words
    then: Words
    openings: Words
    led_by: Words
    titles_with_pronoun: Words
    among_them: Words
    clause_openers: Words
    moments: Words
    state_styles: Texts
    place_openers: Words
    locatives: Words
    signed: Words
    towards: Words


class Cues(Entry):
    """Words that tell status, salience, subtype and the date; the file says what each list is for."""

    planned: Words
    cancelled: Words
    denials: Words
    rumours: Words
    copulas: Words
    retreats: Words
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
    brief: Forms
    speech: Words
    conjunctions: Words
    turns: Words
    since: Words
    doing: Words
    other_time: Words
    discussion: Words
    journeys: Words
    sport: Words


class Events(Entry):
    """Words that belong to one type of event; the file says what each list is for."""

    joining_verbs: Words
    being_verbs: Words
    joint_bodies: Words
    governed_nouns: Words
    any_contacts: Words
    attending: Words
    refusals: Words
    intentions: Words
    including_verbs: Words
    hosting_verbs: Words
    own_venues: Words
    venues: Words
    airports: Words
    telephone: Words
    call_objects: Words
    speaking_verbs: Words
    telling_verbs: Words
    reaching_verbs: Words
    single_calls: Words
    apart: Words
    settling_verbs: Words
    invitations: Words
    welcomes: Words
    tours: Words
    tour_verbs: Words
    returns: Words
    durations: Words
    beginning_verbs: Words
    trips: Words
    sender_pronouns: Words
    stations: Words
    delegations: Words
    place_heads: Words
    trip_verbs: Words
    movers: Words
    hopes: Words
    posted: Words
    asking: Words
    acceptance: Words
    considering: Words
    private: Words
    award_objects: Words
    degree_objects: Words
    honorary: Words
    receiving_awards: Words
    pinning_verbs: Words
    bestowing_verbs: Words
    passive_verbs: Words
    handing_verbs: Words
    titled_pronouns: Words
    meals: Words
    banquets: Words
    guest_words: Words
    guest_pronouns: Words
    holding_verbs: Words
    open_ceremonies: Words


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
    same: Words
    ordinals: dict[int, Forms]
    parts_of_day: Words
    ending_names: Words
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
    wars: tuple[Code, ...]
    spreads: tuple[Spread, ...]
    asides: Words
    passing: Texts
    phrases: tuple[TopicWords, ...]
