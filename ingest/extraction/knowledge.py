"""The lexicon compiled for reading: folded words and phrases to what they mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Generic, Literal, TypeVar

from liqaa.ontology import lexicon as lexicon_module
from liqaa.ontology.folding import fold, fold_word
from liqaa.ontology.lexicon import Lexicon, Trigger

T = TypeVar("T")
Number = Literal[1, 2, 3]

# Proclitics that may be written onto a word, longest first; "لل" is ل before the article.
_PROCLITICS = ("وبال", "وكال", "فبال", "وب", "ول", "فب", "فل", "وك", "و", "ف", "ب", "ل", "ك")


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    """The ways a folded word divides into proclitics and stem, the undivided word first.

    Returns:
        Pairs (proclitic, stem): ``"وللرييس"`` gives ``("", "وللرييس")`` and ``("ول", "الرييس")`` among others.
    """
    out = [("", word)]
    for clitic in ("", "و", "ف"):
        if not word.startswith(clitic):
            continue
        rest = word[len(clitic) :]
        if clitic and len(rest) >= 2:
            out.append((clitic, rest))
        if rest.startswith("لل") and len(rest) > 4:
            out.append((clitic + "ل", "ال" + rest[2:]))
        for preposition in "بلك":
            if rest.startswith(preposition) and len(rest) >= 3:
                out.append((clitic + preposition, rest[1:]))
    return tuple(dict.fromkeys(out))


class Phrasebook(Generic[T]):
    """Folded phrases to values; matching takes the longest phrase at a token.

    Only the first word of a phrase may carry a proclitic.
    """

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}

    def add(self, phrase: str, value: T) -> None:
        """Add a phrase; a phrase added twice keeps its first value."""
        words = tuple(fold(phrase).split())
        if not words:
            return
        rests = self._by_first.setdefault(words[0], [])
        if all(rest != words[1:] for rest, _ in rests):
            rests.append((words[1:], value))
            rests.sort(key=lambda entry: -len(entry[0]))

    def match(self, words: list[str], at: int, clitics: bool = True) -> tuple[str, int, T] | None:
        """The longest phrase that begins at a token: (proclitic, token after it, value)."""
        best: tuple[str, int, T] | None = None
        for clitic, stem in readings(words[at]) if clitics else (("", words[at]),):
            for rest, value in self._by_first.get(stem, ()):
                last = at + 1 + len(rest)
                if (best is None or last > best[1]) and tuple(words[at + 1 : last]) == rest:
                    best = (clitic, last, value)
                    break
        return best

    def __contains__(self, word: str) -> bool:
        return word in self._by_first


@dataclass(frozen=True, slots=True)
class Geo:
    """What a place or party word stands for.

    Attributes:
        code: party or country code.
        kind: country, capital, city, metonym, organisation, authority or place.
        ambiguous: the word has other readings and needs support.
        country: the state in which it lies, for authorities; else ``code``.
    """

    code: str
    kind: str
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
    """

    word: str
    number: Number
    country: str | None
    whole: bool


@dataclass(frozen=True, slots=True)
class Known:
    """One holder in the register, under one of his names."""

    party: str
    name: str
    office: str
    title: str
    start: str
    end: str
    surname: bool


@dataclass(frozen=True, slots=True)
class TriggerForm:
    """A form of a trigger and whether the form itself says the future."""

    trigger: Trigger
    future: bool


class Knowledge:
    """Every lexicon, compiled once for reading."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.geo = Phrasebook[Geo]()
        self.adjectives = Phrasebook[Adjective]()
        self.offices = Phrasebook[Office]()
        self.honorifics = Phrasebook[bool]()
        self.insertions = Phrasebook[bool]()
        self.people = Phrasebook[list[Known]]()
        self.triggers = Phrasebook[TriggerForm]()
        self.held: dict[str, tuple[str, str]] = {}
        self._people: dict[str, list[Known]] = {}
        self._add_geography()
        self._add_offices()
        self._add_people()
        self._add_triggers()
        self._add_words()

    def _add_geography(self) -> None:
        lexicon = self.lexicon
        for country in lexicon.countries:
            unsure = {fold(form) for form in country.ambiguous}
            for kind, forms in (
                ("country", (country.name_ar, *country.names)),
                ("capital", country.capital),
                ("metonym", country.metonyms),
                ("city", country.cities),
            ):
                for form in forms:
                    self.geo.add(form, Geo(country.code, kind, fold(form) in unsure, country.code))
        for body in lexicon.organisations:
            code = body.party or body.code
            unsure = {fold(form) for form in body.ambiguous}
            for form in (body.name_ar, *body.names, *body.seats):
                self.geo.add(form, Geo(code, "organisation", fold(form) in unsure, None))
            for form in body.adjectives:
                if fold(form) not in unsure:
                    self._add_adjective(form, code)
        for body in lexicon.authorities:
            code = body.party or body.code
            unsure = {fold(form) for form in body.ambiguous}
            for form in (body.name_ar, *body.names, *body.seats):
                self.geo.add(form, Geo(code, "authority", fold(form) in unsure, body.country))
            for form in body.adjectives:
                if fold(form) not in unsure:
                    self._add_adjective(form, code)
            for hold in body.holds:
                self.held[fold(hold.place)] = (code, hold.start or "0001")
        for place in lexicon.places:
            unsure = {fold(form) for form in place.ambiguous}
            for form in (place.name, *place.names):
                self.geo.add(form, Geo(place.country, "place", fold(form) in unsure, place.country))
        for country in lexicon.countries:
            for form in country.nisba:
                self._add_adjective(form, country.code)
            for form in country.demonyms:
                self.adjectives.add(form, Adjective(country.code, False, form.startswith("ال"), 3))

    def _add_adjective(self, form: str, code: str) -> None:
        """All forms of a masculine singular adjective, of one or two words."""
        stems = form.split()
        for definite in (False, True):
            article = "ال" if definite else ""
            for ending, feminine, number in _ENDINGS:
                inflected = " ".join(article + stem + ending for stem in stems)
                if fold(inflected) in self.geo:
                    continue  # the accusative of كوري is the name of the land
                self.adjectives.add(inflected, Adjective(code, feminine, definite, number))

    def _add_offices(self) -> None:
        for title in self.lexicon.offices.titles:
            self.offices.add(title.title, Office(fold(title.title), 1, title.country, True))
        for head in self.lexicon.offices.heads:
            forms: list[tuple[str, Number]] = [(head.word, 1), *((form, 1) for form in head.forms)]
            forms += [(form, 2) for form in head.dual] + [(form, 3) for form in head.plural]
            for form, number in forms:
                for article in ("", "ال"):
                    if article and number == 2 and not form.endswith("ن"):
                        continue  # a dual that has lost its ن stands before another noun and takes no article
                    if article and head.word == "كبير":
                        continue  # with the article it is the adjective
                    self.offices.add(article + form, Office(fold(head.word), number, None, False))
        for phrase in self.lexicon.offices.honorifics:
            self.honorifics.add(phrase, True)
        for phrase in self.lexicon.offices.insertions:
            self.insertions.add(phrase, True)

    def _add_people(self) -> None:
        for sheet in self.lexicon.register:
            for office in sheet.offices:
                for holder in office.holders:
                    names = [(form, False) for form in (holder.name_ar, *holder.aliases_ar)]
                    names += [(form, True) for form in holder.surname_ar]
                    for form, surname in names:
                        known = Known(
                            sheet.party,
                            holder.name_ar,
                            office.office,
                            office.title_ar,
                            holder.start or "0001",
                            holder.end or "9999",
                            surname or len(form.split()) == 1,
                        )
                        self._people.setdefault(fold(form), []).append(known)
        for form in sorted(self._people):
            self.people.add(form, self._people[form])

    def _add_triggers(self) -> None:
        for trigger in self.lexicon.triggers:
            for form in trigger.forms:
                self.triggers.add(form, TriggerForm(trigger, False))
                if fold_word(form)[0] in "يت" and " " not in form and trigger.pattern not in ("noun", "call"):
                    self.triggers.add("س" + form, TriggerForm(trigger, True))

    def _add_words(self) -> None:
        offices, cues, names = self.lexicon.offices, self.lexicon.cues, self.lexicon.names
        self.complements = _folded_words(offices.complements)
        self.groups = _folded_words(offices.groups)
        self.counterparts = _folded_words(offices.counterparts)
        self.pairs = _folded_words(offices.pairs)
        self.particles = _folded_words(names.particles)
        self.openers = _folded_words(names.openers)
        register_names = {word for form in self._people for word in form.split()}
        given = _folded_words(names.given) | (register_names - _NEVER_NAMES)
        self.given = given
        self.never = _folded_words(names.never)
        self.common = self.lexicon.common_words - given
        self.light_verbs = _with_future(cues.light_verbs)
        self.receiving_verbs = _with_future(cues.receiving_verbs)
        self.boundaries = _folded_words(cues.boundaries)
        self.status_words = _folded_words(cues.planned) | _folded_words(cues.cancelled)
        self.private = _folded_words(cues.private)
        self.sport = _folded_words(cues.sport)
        self.hypothetical = _folded_words(cues.hypothetical)
        self.award_objects = _folded_words(cues.award_objects)
        self.degree_objects = _folded_words(cues.degree_objects)


# Endings of an adjective: (ending, feminine, number), folded.
_ENDINGS: tuple[tuple[str, bool, Number], ...] = (
    ("", False, 1),
    ("ة", True, 1),
    ("ا", False, 1),
    ("ان", False, 2),
    ("ين", False, 3),
    ("ون", False, 3),
    ("تان", True, 2),
    ("تين", True, 2),
    ("ات", True, 3),
)

# Words of register names that are too common by themselves to make a name of an unknown run of words.
_NEVER_NAMES = frozenset(
    fold_word(word)
    for word in [
        "ابن",
        "ال",
        "الثاني",
        "الثالث",
        "الأول",
        "ان",
        "هو",
        "هي",
        "امير",
        "عهد",
        "مساعد",
        "بابا",
        "مشار",
        "الدين",
        "الله",
        "الان",
        "من",
        "في",
        "الملك",
        "ملك",
        "الامير",
        "الشيخ",
        "العام",
        "الرابع",
        "السادس",
        "غير",
        "بيت",
        "لي",
        "ما",
        "تو",
        "غي",
        "زمان",
        "بينه",
        "نحو",
        "عبر",
        "كي",
        "ور",
    ]
)


def _folded_words(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _with_future(verbs: Iterable[str]) -> frozenset[str]:
    forms = _folded_words(verbs)
    return forms | {"س" + form for form in forms if form[0] in "يت"}


@cache
def load() -> Knowledge:
    """The shipped lexicon, compiled; about a second, once a process."""
    return Knowledge(lexicon_module.load())
