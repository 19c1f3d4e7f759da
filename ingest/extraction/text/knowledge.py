"""The lexicon compiled for reading: folded words and phrases to what they mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from copy import copy
from dataclasses import replace
from functools import cache, lru_cache

from liqaa.ingest.extraction.cast.home import Homes
from liqaa.ingest.extraction.text.army_ranks import ranks_with_arms
from liqaa.ingest.extraction.text.inflection import (
    accusative_of,
    adjective_forms,
    of_the_speaker,
    takes_article,
    to_be_of_the_speaker,
    with_future,
    with_object,
)
from liqaa.ingest.extraction.text.meanings import Adjective, Geo, GeoKind, Known, Number, Office, TriggerForm
from liqaa.ingest.extraction.text.phrasebook import KEPT_WORDS, Phrasebook, readings
from liqaa.ontology import lexicon as lexicon_module
from liqaa.ontology.folding import fold, fold_word, without_article
from liqaa.ontology.lexicon import Lexicon
from liqaa.ontology.lexicon_parties import Authority, Country, Organisation


class Knowledge:
    """Every lexicon, compiled once for reading.

    Attributes:
        lexicon: the lists as loaded.
        geo: places, states and bodies.
        adjectives: nationality adjectives in all their forms.
        nations: adjectives in the feminine that are names of lands, too, with their states: "سورية".
        offices: first words of offices and whole titles.
        honorifics: titles of respect.
        insertions: pious insertions.
        retinues: who travels with somebody: "والوفد المرافق له".
        spouses: whose name follows somebody's: "وقرينته".
        regions: lands of several states to which envoys are sent.
        people: names of the register.
        triggers: words that state an event.
        place_lands: the land of each place by its folded name, also where a body that sits there bears it.
        birthplaces: the words, each two, for where somebody was born.
        city_states: countries that are a city: their name is also that of their capital.
        held: folded place to the authority that holds it, since which day, and the land it lies in.
        given: words that are personal names.
        common: words that are not.
        light_verbs: verbs that carry a noun of contact, their future included.
        receiving_verbs: those whose subject is rung up.
        quoted: words whose quotation marks are passed over, to those that may stand before them.
        weekdays: words for days of the week: "الجمعة".
        days: words for days: "الجمعة", "اليوم".
        pairs: words for two already spoken of, to the beginning of the office both hold.
        lands: those of them that name the two lands, to the lands.
        inside: parties whose people live under the state of their land, by that land.
        bodies: the parties that are organisations of states.
        authority_lands: the land of each authority.
        bare_openers: words at which a mention may begin that are neither of a phrase nor a name.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.homes = Homes(lexicon.publishers)
        self.geo = Phrasebook[Geo]()
        self.adjectives = Phrasebook[Adjective]()
        self.nations: dict[str, str] = {}
        self.offices = Phrasebook[Office]()
        self.honorifics = phrases((*lexicon.offices.honorifics, *ranks_with_arms(lexicon.offices)))
        self.insertions = phrases(lexicon.offices.insertions)
        self.retinues = phrases(lexicon.offices.retinues)
        self.spouses = phrases(lexicon.offices.spouses)
        self.regions = phrases(lexicon.offices.regions)
        self.private_aims = phrases(lexicon.events.private_aims)
        self.people = Phrasebook[list[Known]]()
        self.triggers = Phrasebook[TriggerForm]()
        self.city_states = frozenset(
            c.code for c in lexicon.countries if fold(c.name_ar) in map(fold, c.capital)
        )
        self.birthplaces = [fold(words).split() for words in lexicon.syntax.birthplaces]
        self.place_lands: dict[str, str] = {}
        self.held: dict[str, tuple[str, str, str | None]] = {}
        self.inside: dict[str | None, set[str]] = defaultdict(set)
        self.bodies = frozenset(body.party or body.code for body in lexicon.organisations)
        self.authority_lands = {body.party or body.code: body.country for body in lexicon.authorities}
        # The words with which lands and capitals begin are no adjectives of theirs, in whatever case.
        self._land_words = frozenset(
            fold(name).split()[0]
            for country in lexicon.countries
            for name in (country.name_ar, *country.names, *country.capital)
        )
        self._add_places()
        self._add_adjectives()
        self._add_offices()
        words = {word for word in self._add_people() - lexicon.names.weak if word not in self.offices}
        self.given = lexicon.names.given | words
        self._add_triggers()
        self.quoted = self._heads_of_quoted()
        self.common = lexicon.common_words - self.given
        self.light_verbs = with_future(lexicon.syntax.light_verbs)
        self.receiving_verbs = with_future(lexicon.syntax.receiving_verbs)
        dates = lexicon.dates
        self.weekdays = _folded(dates.weekdays.values())
        self.days = self.weekdays | _folded(dates.relative_days.values())
        self.pairs = {word: pair.head for pair in lexicon.offices.pairs for word in pair.words}
        self.lands = {
            word: pair.parties for pair in lexicon.offices.pairs for word in pair.words if pair.parties
        }
        persons = (self.offices, self.people, self.honorifics)
        self._person_openers = frozenset().union(*(book.first_words for book in persons))
        self._land_openers = self.geo.first_words | lexicon.syntax.capitals | lexicon.syntax.grounds
        self._groups = lexicon.offices.groups | lexicon.offices.our_groups
        self.bare_openers = (
            lexicon.syntax.capitals
            | lexicon.syntax.grounds
            | lexicon.offices.counterparts
            | lexicon.offices.two_bodies
            | lexicon.syntax.latter
            | lexicon.events.one_guest
            | self.pairs.keys()
        )
        self._mention_openers = (
            self._person_openers | self._land_openers | self.adjectives.first_words | self.bare_openers
        )
        self.opens_mention = lru_cache(maxsize=KEPT_WORDS)(self._opens_mention)
        self.opens_person = lru_cache(maxsize=KEPT_WORDS)(self._opens_person)
        self.opens_land = lru_cache(maxsize=KEPT_WORDS)(self._opens_land)
        self.opens_officials = lru_cache(maxsize=KEPT_WORDS)(self._opens_officials)
        self.is_of_sport = lru_cache(maxsize=KEPT_WORDS)(self._is_of_sport)

    def tells_day(self, word: str) -> bool:
        """Whether a word is a day or a part of one: "صباح", "أمس", "الجمعة"."""
        return word in self.days or word in self.lexicon.dates.parts_of_day

    def speaking_of(self, codes: Collection[str]) -> Knowledge:
        """The same for an article that means some lands by the adjectives which they share with others."""
        knowledge = copy(self)
        knowledge.adjectives = Phrasebook[Adjective]()
        knowledge._add_adjectives(first=codes)
        return knowledge

    def is_of_the_state(self, office_key: str) -> bool:
        """Whether an office is one of those of which a state has one, such as its foreign minister."""
        return self.office_head(office_key) in self.lexicon.offices.voiced

    def office_head(self, key: str) -> str:
        """An office key cut to its first two words, with the names of one office unified."""
        words = key.split()
        for length in (3, 2, 1):
            head = " ".join(words[:length])
            if head in self.lexicon.offices.synonyms:
                return self.lexicon.offices.synonyms[head]
        return " ".join(words[:2])

    def is_diplomats(self, key: str) -> bool:
        """Whether an office key is that of somebody who serves abroad."""
        return key.partition(" ")[0] in self.lexicon.offices.diplomats

    def is_spokesmans(self, key: str) -> bool:
        """Whether an office key is that of somebody who speaks for another."""
        return key.partition(" ")[0] in self.lexicon.offices.spokesmen

    def lands_named(self, words: list[str]) -> frozenset[str]:
        """The lands and parties that words name by names that mean nothing else."""
        found = (self.geo.match(words, at) for at in range(len(words)))
        return frozenset(match.value.code for match in found if match and not match.value.ambiguous)

    def light_verb(self, word: str) -> str | None:
        """The light verb that a word is, without a conjunction written onto it."""
        for form in (word[1:] if word[0] in "وف" else word, word):
            if form in self.light_verbs:
                return form
        return None

    def past_degrees(self, words: list[str], at: int, end: int) -> int:
        """The token after letters that stand for degrees or ranks: "د. محمد", "أ.د. محمد", "د/ محمد"."""
        degrees = self.lexicon.offices.degrees
        here = at
        while here + 2 < end and words[here + 1] in (".", "/"):
            letter = words[here].removeprefix("و") if here == at else words[here]
            if letter not in degrees:
                break
            here += 2
        last = here > at and here + 1 < end and words[here] in degrees  # "أ.ح محمد"
        return here + last

    def _opens_mention(self, word: str) -> bool:
        """Whether a mention may begin at a word: most words open none, and need no closer look."""
        if not word[0].isalpha():
            return False
        openers = self._mention_openers
        return self.opens_by_itself(word) or any(stem in openers for _, stem in readings(word))

    def opens_by_itself(self, word: str) -> bool:
        """Whether a mention may begin at a word of degrees or groups, with or without its article."""
        if word.removeprefix("و") in self.lexicon.offices.degrees:
            return True
        return any(without_article(stem) in self._groups for _, stem in readings(word))

    def _opens_person(self, word: str) -> bool:
        """Whether a person may begin at a word that no word before it announces."""
        degree = word.removeprefix("و") in self.lexicon.offices.degrees
        return degree or word in self.given or any(s in self._person_openers for _, s in readings(word))

    def _opens_land(self, word: str) -> bool:
        """Whether the name of a land or place may begin at a word."""
        return any(stem in self._land_openers for _, stem in readings(word))

    def _opens_officials(self, word: str) -> bool:
        """Whether officials of no stated land may begin at a word: "مسؤولين", "كبار القادة"."""
        offices = self.lexicon.offices
        lists = offices.high, offices.unnamed_hosts, offices.unnamed_commanders
        return any(without_article(stem) in each for _, stem in readings(word) for each in lists)

    def _is_of_sport(self, word: str) -> bool:
        """Whether a word tells that a sentence is about sport."""
        return any(stem in self.lexicon.cues.sport for _, stem in readings(word))

    # -- compiling -------------------------------------------------------------------------------------

    def _add_places(self) -> None:
        for country in self.lexicon.countries:
            kinds: tuple[tuple[GeoKind, tuple[str, ...]], ...] = (
                ("country", (country.name_ar, *country.names, *self._styled(country))),
                ("capital", country.capital),
                ("metonym", country.metonyms),
                ("city", country.cities),
            )
            for kind, forms in kinds:
                self._add_geo(forms, country.code, kind, country.ambiguous, country.code)
        for body in self.lexicon.organisations:
            self._add_geo(_names(body), body.party or body.code, "organisation", body.ambiguous, None)
        for authority in self.lexicon.authorities:
            code = authority.party or authority.code
            if authority.inside:
                self.inside[authority.country].add(code)
            self._add_geo(_names(authority), code, "authority", authority.ambiguous, authority.country)
            self.held |= {
                fold(hold.place): (code, hold.start or "0001", authority.country) for hold in authority.holds
            }
        for place in self.lexicon.places:
            forms = (place.name, *place.names)
            self.place_lands |= dict.fromkeys(map(fold, forms), place.country)
            self._add_geo(forms, place.country, "place", place.ambiguous, place.country)

    def _styled(self, country: Country) -> Iterable[str]:
        """A state's name, however spelt, after what it calls itself: "جمهورية إيطاليا", "جمهورية أنجولا"."""
        yield from (f"{style} {country.name_ar}" for style in self.lexicon.syntax.state_styles)
        for name in country.names:
            if name not in country.ambiguous and " " not in name:
                yield from (f"{style} {name}" for style in self.lexicon.offices.states)

    def _add_geo(
        self, forms: Iterable[str], code: str, kind: GeoKind, ambiguous: Iterable[str], country: str | None
    ) -> None:
        unsure = {fold(form) for form in ambiguous}
        for form in forms:
            self.geo.add(form, Geo(code, kind, fold(form) in unsure, country))
            if kind in ("country", "organisation") and " ال" in form:  # archives run them together
                self.geo.add(form.replace(" ال", "ال", 1), Geo(code, kind, fold(form) in unsure, country))

    def _add_adjectives(self, first: Collection[str] = ()) -> None:
        """Fill the book of adjectives; one that several lands share is of those that come first."""
        bodies: tuple[Organisation | Authority, ...] = (
            *self.lexicon.organisations,
            *self.lexicon.authorities,
        )
        for body in bodies:
            unsure = {fold(form) for form in body.ambiguous}
            for form in body.adjectives:
                if fold(form) not in unsure:
                    self._inflect(form, body.party or body.code)
        for country in sorted(self.lexicon.countries, key=lambda land: land.code not in first):
            for form in country.nisba:
                self._inflect(form, country.code)
            for form in country.demonyms:
                people = Adjective(country.code, False, form.startswith("ال"), 3)
                for case in (form, *accusative_of(form)):
                    self.adjectives.add(case, people)

    def _inflect(self, adjective: str, code: str) -> None:
        """Add all forms of a masculine singular adjective, of one or two words."""
        for form, definite, feminine, number in adjective_forms(adjective):
            if fold(form) not in self._land_words:
                self.adjectives.add(form, Adjective(code, feminine, definite, number))
            elif feminine and number == 1:  # the accusative of كوري is no adjective but the land
                self.nations[fold(form)] = code

    def _add_offices(self) -> None:
        for title in self.lexicon.offices.titles:
            self.offices.add(title.title, Office(fold(title.title), 1, title.country, True))
        for head in self.lexicon.offices.heads:
            forms: list[tuple[str, Number]] = [(form, 1) for form in (head.word, *head.forms)]
            forms += [(form, 2) for form in head.dual] + [(form, 3) for form in head.plural]
            for form, number in forms:
                office = Office(fold(head.word), number, None, False)
                self.offices.add(form, office)
                if number == 1 and head.word in self.lexicon.offices.possessed:
                    self.offices.add(form + "ها", replace(office, owned=True))
                if takes_article(form, number, head.word):
                    self.offices.add("ال" + form, office)

    def _add_people(self) -> frozenset[str]:
        """Fill the book of people; the words of their names are returned, folded."""
        people: dict[str, list[Known]] = {}
        for sheet in self.lexicon.register:
            for office in sheet.offices:
                for holder in office.holders:
                    names = [(form, False) for form in (holder.name_ar, *holder.aliases_ar)]
                    names += [(form, True) for form in holder.surname_ar]
                    for form, surname in names:
                        short = surname or len(form.split()) == 1
                        known = Known(
                            fold(holder.name_ar),
                            sheet.party,
                            holder.start or "0001",
                            holder.end or "9999",
                            short,
                            office.office in ("head_of_state", "head_of_government", "leader"),
                            " ".join(map(without_article, fold(office.title_ar).split())),
                        )
                        people.setdefault(fold(form), []).append(known)
        for form in sorted(people):
            self.people.add(form, people[form])
        return frozenset(word for form in people for word in form.split())

    def _add_triggers(self) -> None:
        listed = _folded(trigger.forms for trigger in self.lexicon.triggers)
        for trigger in self.lexicon.triggers:
            # "استضافة" is hosting and no verb that carries its object, which is written alike.
            carrying = [form for form in with_object(trigger) if fold(form) not in listed]
            for form in (*trigger.forms, *carrying):
                # Some verbs are read in the future only: "سيذهب إلى أ".
                self.triggers.add(form, TriggerForm(trigger, form.startswith(("سي", "ست"))))
                if fold_word(form)[0] in "يت" and " " not in form and trigger.pattern not in ("noun", "call"):
                    for future in ("س" + form, *self._of_the_speaker(form), *to_be_of_the_speaker(form)):
                        self.triggers.add(future, TriggerForm(trigger, True))

    def _heads_of_quoted(self) -> dict[str, tuple[str, ...]]:
        """The words before each name that papers put in quotation marks though it is no title: "حركة "حماس"".

        None has to stand before contested words and whole names of bodies, "لـ"حزب الله"", only some before
        those of one word, which may repeat what stands before: "منظمة التربية "اليونسكو"".
        """
        bodies: list[Organisation | Authority] = [*self.lexicon.organisations, *self.lexicon.authorities]
        names = [fold(name) for body in bodies for name in _names(body)]
        heads: dict[str, tuple[str, ...]] = {}
        for head, word in (words for words in map(str.split, names) if len(words) == 2):
            heads[word] = (*heads.get(word, ()), head)
        behind = tuple(self.lexicon.syntax.quoted_behind)
        short = {name: (*heads.get(name, ()), *behind) for name in names if " " not in name}
        whole = [name for name in names if " " in name]
        return heads | short | dict.fromkeys((*whole, *self.lexicon.syntax.contested), ("",))

    def _of_the_speaker(self, form: str) -> list[str]:
        """What a verb's subject says of the future, unless that reads like a noun: سأحل like ساحل."""
        return [said for said in of_the_speaker(form) if fold_word(said) not in self.lexicon.common_words]


def _names(body: Organisation | Authority) -> tuple[str, ...]:
    return (body.name_ar, *body.names, *body.seats)


def phrases(texts: Iterable[str]) -> Phrasebook[bool]:
    """A book of phrases that only have to be found."""
    book = Phrasebook[bool]()
    for text in texts:
        book.add(text, True)
    return book


def _folded(named: Iterable[Iterable[str]]) -> frozenset[str]:
    """All forms of what is named, folded."""
    return frozenset(fold(form) for forms in named for form in forms)


@cache
def load() -> Knowledge:
    """The shipped lexicon, compiled; about a second, once a process."""
    return Knowledge(lexicon_module.load())
