"""What the lexicon files of events and dates may hold; each file says what each of its lists is for."""

from __future__ import annotations

from typing import Annotated, Literal

from liqaa.ontology.lexicon_fields import Code, Entry, Folded, Forms, Phrases, Text, Texts, Words
from pydantic import StringConstraints


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
        "press",
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
        "credentials",
        "hospitality",
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
    facing: Words
    opening_topics: Words
    temporal: Words
    presence: Words
    chaired_by: Words
    aides: Words
    headings: Words
    homeward: Words
    sides: Words
    asides: Words
    attributions: Phrases
    sources: Words
    companions: Phrases
    wires: Forms
    dateline_words: Words
    quoting: Words
    equating: Words
    copular_pronouns: Words
    thereby: Words
    counted_as: Words
    relatives: Words
    relatives_of_one: Words
    prepositions: Words
    own_offices: Words
    before_nouns: Words
    joined_prepositions: Words
    next_places: Words
    approximations: Words
    counting: Words
    quantities: Words
    each: Words
    additions: Words
    adding: Phrases
    thus: Words
    also: Words
    further_ones: Words
    counted: Words
    three_of_them: Words
    lands_summed: Words
    counts: Words
    taking_part: Words
    then: Words
    again: Words
    onward: Words
    therein: Words
    with_pronouns: Words
    by_pronouns: Words
    from_pronouns: Words
    that: Words
    before_lone_verbs: Words
    latter: Words
    brothers: Words
    during: Words
    circumstances: Words
    day_openers: Words
    openings: Words
    opening_clauses: Phrases
    occasions: Words
    agents: Words
    led_by: Words
    accrediting: Words
    titles_with_pronoun: Words
    borne_with: dict[Folded, Words]
    tags: Words
    accompanying: Words
    among_them: Words
    who_are: Words
    clause_openers: Words
    moments: Words
    times_told: Words
    when: Words
    birthplaces: Texts
    state_styles: Texts
    vowelled: dict[str, Folded]
    neighbours: dict[str, frozenset[str]]
    capitals: Words
    towns: Words
    grounds: Words
    kingdoms: dict[str, frozenset[str]]
    party_styles: Words
    came: Words
    sayings: Words
    uttering: Words
    speaking: Words
    faced_by: dict[str, str]
    convened_by: dict[str, str]
    before_faced: Words
    halves: Texts
    half_lands: dict[str, str]
    meant_unnamed: tuple[str, ...]
    bodies_as_sides: dict[Folded, str]
    oppositions: Words
    manners: Words
    place_openers: Words
    locatives: Words
    signed: Words
    agreeing: Words
    brought_about: Words
    towards: Words
    contested: Words
    quoted_behind: Words
    concerning: Words


class Cues(Entry):
    """Words that tell status, salience, subtype and the date; the file says what each list is for."""

    planned: Words
    cancelled: Words
    lands_too: Words
    provided: Words
    attendance: Words
    abandoning: Words
    barring: Words
    coming_before: Words
    not_done: Words
    unplanned: Forms
    never_held: Words
    so_far: Words
    hoping: Words
    success: Words
    coming_about: Words
    unmet: Words
    preventing: Words
    put_off: Words
    withdrawing: Words
    refusing: Words
    given_up: Words
    adversatives: Words
    denials: Words
    denying_it: Words
    what_is: Words
    denying_after: Words
    denied: Words
    rumours: Words
    untrue: Forms
    furthering: Words
    outcomes: Words
    course_of: Words
    treating: Words
    between_two: Words
    amid: Words
    copulas: Words
    retreats: Words
    prospective: Words
    threatening: Words
    maybe: Words
    done: Words
    calling_off: Words
    commenting: Words
    if_words: Words
    in_case: Words
    no_condition: Words
    whether: Phrases
    asking: Words
    anniversaries: Words
    conditions: Words
    telling: Words
    barred: Words
    not_only: Words
    after: Words
    before: Words
    holding: Words
    convening: Words
    declaring: Words
    during: Words
    days_of_it: Words
    held_for: Words
    prospects: Words
    securing: Words
    secured: Words
    watching: Words
    hindering: Words
    agreeing: Words
    awaited: Words
    comparatives: Words
    programmes: Words
    programming: Words
    announcements: Words
    paving: Words
    ways: Words
    preparing: Words
    expecting: Words
    holding_verbs: Words
    firsts: Words
    latest: Words
    promising: Words
    carried_on: Words
    pictures: Words
    parts_of_talks: Words
    purpose_nouns: Words
    aims: Words
    purpose_verbs: Words
    sought: Words
    continuing: Words
    under_way: Words
    hypothetical: Words
    obliging: Words
    doubting: Words
    urging: Words
    requesting: Words
    requests: Words
    granting: Words
    offering: Words
    urged_holding: Words
    postponements: Words
    being: Words
    still_ahead: Words
    only_possible: Words
    denying: Words
    agenda: Words
    tabled: Words
    proposed: Words
    background: Forms
    official: Forms
    working: Forms
    transit: Forms
    brief: Forms
    latest_ones: Words
    lately: Forms
    at_present: Words
    soon: Forms
    later_on: Words
    going_on_times: Words
    today: Words
    informing: Words
    that_he: Words
    habitual: Words
    arranging: Words
    progress: Words
    in_a_way: Words
    repeated: Words
    excluding: Words
    likely: Words
    failing: Words
    gathering: Words
    ideas: Words
    relaunching: Words
    towards: Words
    pluperfect: Words
    speech: Words
    saying: Words
    deciding: Words
    judging: Words
    reacting: Words
    congratulated_on: Words
    conjunctions: Words
    told_of: Words
    turns: Words
    towards_plans: Words
    countdown: Words
    hours: Words
    few: Words
    counting: Words
    uncounted: Words
    long_ago: Words
    setting: Words
    set_for: Words
    organising: Words
    throughout: Words
    since: Words
    doing: Words
    without: Words
    without_any: Words
    any_one: Words
    spoken_of: Words
    other_time: Words
    discussion: Words
    journeys: Words
    sport: Words
    no_sport: Phrases


class Events(Entry):
    """Words that belong to one type of event; the file says what each list is for."""

    joining_verbs: Words
    being_verbs: Words
    joint_bodies: Words
    governed_nouns: Words
    talks_work: Words
    sessions: Words
    at_request: Words
    met_alone: Words
    by_themselves: Words
    enlarging: Words
    enlarged: Words
    sides_present: Words
    transitive_nouns: Words
    able: Words
    side_leading: Words
    side_openers: Words
    shared_by: Words
    participles: Words
    risen_to: Words
    gladness: Words
    lasting_verbs: Words
    staying_verbs: Words
    existing: Words
    announcing: Words
    consulting: Words
    absence: Words
    dining_verbs: Words
    any_contacts: Words
    channels: Words
    attending: Words
    attended: Words
    interviews: Words
    last_moments: Words
    attendances: Words
    concluding: Words
    counted_sessions: Words
    being_held: Words
    proceedings: Words
    attended_by: Words
    single_meetings: Words
    heading: Words
    calling_off: Words
    refusals: Words
    intentions: Words
    resolving: Words
    composed: Words
    including_verbs: Words
    hosting_verbs: Words
    housing_verbs: Words
    placing: Words
    own_venues: Words
    own_residences: Words
    his_guests: Words
    his_hosts: Words
    own_holdings: Words
    greetings: Words
    visitors_talks: Words
    meeting_grounds: Words
    venues: Words
    houses: Words
    of_heads: Words
    of_bodies: Words
    buildings: Words
    housed_bodies: Words
    bodies_alone: Words
    heads_of_bodies: dict[Folded, Folded]
    tellers: Words
    together: Words
    causes: Words
    former: Words
    margins: Words
    standing_summits: Words
    airports: Words
    telephone: Words
    conferences: Words
    call_objects: Words
    speaking_verbs: Words
    telling_verbs: Words
    telling_in_person: Words
    saying_to: Words
    asking_of: Words
    wishes: Words
    reaching_verbs: Words
    contact_held: Words
    single_calls: Words
    apart: Words
    times: Words
    settling_verbs: Words
    lookalikes: Words
    solved: Words
    successions: Words
    attacks: Words
    participating_verbs: Words
    taking_place: Words
    describing_verbs: Words
    invitations: Words
    invitation_nouns: Words
    invited_visits: Words
    welcomes: Words
    farewells: Words
    seeing_off: Words
    tours: Words
    speaker_pronouns: Words
    hospitals: Words
    parts: Words
    expelling: Words
    tour_verbs: Words
    leading_verbs: Words
    setting_out: Words
    closing_verbs: Words
    later_stops: Words
    returns: Words
    durations: Words
    beginning_verbs: Words
    tour_openings: Words
    likewise: Words
    ending_verbs: Words
    carrying_on: Words
    activities: Words
    trips: Words
    counted_off: Words
    counted_lands: Words
    sender_pronouns: Words
    stations: Words
    delegations: Words
    held_verbs: Words
    headed: Words
    members: Words
    consisting: Words
    leading: Words
    having_tops: Words
    contests: Words
    levels: Words
    bringing: Words
    company: Words
    visitor_pronouns: Words
    host_lands: Words
    occasions_of_visits: Words
    receiving_lands: Words
    seats: Words
    bodies_visited: Words
    outposts: Words
    place_heads: Words
    city_heads: Words
    trip_verbs: Words
    inspecting_verbs: Words
    presence_openers: Words
    movers: Words
    carrying: Words
    aims: Words
    on_their_way: Words
    addresses: Words
    hopes: Words
    posted: Words
    asking: Words
    performing: Words
    acceptance: Words
    considering: Words
    private: Words
    private_aims: Forms
    award_objects: Words
    superlatives: Words
    degree_objects: Words
    honorary: Words
    delivering_verbs: Words
    conveying_verbs: Words
    messages: Words
    greetings_sent: Words
    accepting_verbs: Words
    receiving_awards: Words
    pinning_verbs: Words
    bestowing_verbs: Words
    passive_verbs: Words
    handing_verbs: Words
    titled_pronouns: Words
    meals: Words
    banquets: Words
    tributes: Words
    guest_words: Words
    land_guests: Words
    guests: Words
    one_guest: Words
    granting_verbs: Words
    guest_pronouns: Words
    holding_verbs: Words
    open_ceremonies: Words


class Dates(Entry):
    """Words that give a day, a month or a year."""

    months: dict[int, Forms]
    hijri_months: dict[int, Forms]
    weekdays: dict[int, Forms]
    also_two: Words
    before_two: Words
    relative_days: dict[int, Forms]
    told_days: dict[int, Forms]
    days_of: Words
    relative_months: dict[int, Forms]
    lengths_in_days: dict[int, Forms]
    lengths_in_months: dict[int, Forms]
    lasting: Words
    until: Words
    ending_verbs: Words
    beginning_it: Words
    day_after: Words
    alternatives: Words
    sooner: Forms
    relative_years: dict[int, Forms]
    past: Words
    next: Words
    this: Words
    same: Words
    ordinals: dict[int, Forms]
    seasons: dict[int, Forms]
    demonstratives: Words
    near_times: Words
    weeks: Words
    week_ends: Words
    ends: Words
    week_ordinals: Words
    parts_of_day: Words
    evenings: Words
    ending_names: Words
    year_openers: Words
    after_years: Words
    year_joiners: Words
    called_by_day: Words
    corresponding: Words


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
    by_name: Texts
    passing: Texts
    untitled: Texts
    unmeant: Phrases
    general: Texts
    phrases: tuple[TopicWords, ...]
