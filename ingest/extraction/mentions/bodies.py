"""Bodies: states and organisations that a text names, and whether a word that has other readings is one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache

from liqaa.ingest.extraction.mentions.lands_before import is_of_land_before
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.shared_seats import of_one_land, shared_seats
from liqaa.ingest.extraction.mentions.state_bodies import is_of_one_state
from liqaa.ingest.extraction.mentions.towns import town_at
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES, Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Geo, GeoKind
from liqaa.ingest.extraction.text.phrasebook import Match, is_among, readings
from liqaa.ontology.folding import fold, fold_word

# Words of what a party is called by what it is.
_CALLED = 2
# Words that may stand in quotation marks on each side of a land that is part of a name.
_TITLE = 4
# Words of a city's name.
_CITY = 2
# Tokens from the noun of a visit to the land after ل, the visitor between them: "زيارة أ للمملكة".
_VISIT = 10
# Tokens from a body that acts to "with" and the state that faces it.
_FACING = 6
_VISITS = frozenset(("visit-noun", "visit-verb"))
# The preposition after which a town may be meant, and what somebody is of.
_OF = "من"
# Verbs whose object a land or capital may be.
_GOING = frozenset(("visit-verb", "arrive-verb", "leave-verb"))


class BodyReader:
    """Reads states, their cities and seats, and organisations."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.lists = knowledge.lexicon.offices
        syntax, months = knowledge.lexicon.syntax, knowledge.lexicon.dates.months
        self._months = frozenset(fold(form) for forms in months.values() for form in forms)
        self._neighbours = {fold_word(name): (name, codes) for name, codes in syntax.neighbours.items()}
        self._kingdoms = {fold_word(name): codes for name, codes in syntax.kingdoms.items()}
        self._seats = shared_seats(knowledge.lexicon.countries)
        self._land_heads = syntax.capitals | syntax.grounds
        # Asked once of an article.
        self._told = lru_cache(maxsize=1)(self._find_told)

    def read(self, document: Document, sentence: Sentence, at: int) -> Mention | None:
        """A state, place, organisation or authority by its name."""
        match = (
            self._capital(document.words, at, sentence.last)
            or self.knowledge.geo.match(document.words, at)
            or self._half(document, sentence, at)
        )
        if match is None:
            return town_at(self.knowledge, document.words, at, sentence)
        if match.last > sentence.last or self._is_birthplace(document.words, match):
            return None
        region = self.knowledge.regions.match(document.words, at)
        if region is not None and region.last > match.last:
            return None  # "أمريكا اللاتينية"
        if match.clitic and self._is_one_word(document.words[at], match):
            return None
        if match.value.ambiguous and self._is_month(document.words, at, match, sentence.last):
            return None
        geo = self._vowelled(document, match.last - 1) or self._neighbour(document.words, at, match)
        geo = geo or self._kingdom(document, at, match) or self._seat(document, at, match) or match.value
        match = match._replace(value=geo)
        supported = not geo.ambiguous or self._is_supported(document, sentence, at, match)
        supported = supported or self._is_gone_to(document, sentence, at, match)
        supported = supported or self._is_party_named_before(document, sentence, at, match)
        if not supported and not self._is_visited(document, sentence, at, match):
            return None
        if self._is_within_title(document.words, sentence, at, match.last):
            return None
        if is_of_one_state(match, document.words, at, sentence.last, self.knowledge):
            return None  # "مجلس الأمن القومي"
        return Mention(
            at,
            match.last,
            sentence.index,
            match.clitic,
            "organisation" if geo.kind in ("organisation", "authority") else "state",
            country=geo.code,
            geo=geo,
        )

    def _is_one_word(self, word: str, match: Match[Geo]) -> bool:
        """Whether what could be a small place after a proclitic is a plain word: "بحجة", "دعوة كريمة"."""
        if match.value.kind not in ("city", "place") or word not in self.knowledge.lexicon.common_words:
            return False
        if "ك" in match.clitic:
            return True
        return match.value.ambiguous and not word[len(match.clitic) :].startswith("ال")

    def _is_month(self, words: list[str], at: int, match: Match[Geo], end: int) -> bool:
        """Whether a place written like a month is one, beside a number or its other name: "آب/أغسطس"."""
        dates = self.knowledge.lexicon.dates
        name = " ".join(words[at : match.last]).removeprefix(match.clitic)
        after = words[match.last] if match.last < end else ""
        if name not in self._months:
            return False
        said = after in dates.next or after in dates.past or after in dates.this
        return after == "/" or after.isdecimal() or said or (at > 0 and words[at - 1].isdecimal())

    def _vowelled(self, document: Document, token: int) -> Geo | None:
        """The land that a vowel tells from a place written alike: "عُمان" is no Amman."""
        written = document.text(token, token + 1)
        for name, full in self.knowledge.lexicon.syntax.vowelled.items():
            if written.endswith(name):
                match = self.knowledge.geo.match(full.split(), 0)
                return match.value if match else None
        return None

    def _neighbour(self, words: list[str], at: int, match: Match[Geo]) -> Geo | None:
        """The land, and not the city written alike, that stands beside its neighbours: "عمان والإمارات"."""
        name, codes = self._neighbours.get(words[at].removeprefix(match.clitic), ("", frozenset[str]()))
        if not codes:
            return None
        after = self.knowledge.geo.match(words, match.last) if match.last < len(words) else None
        before = self.knowledge.geo.match(words, at - 1) if match.clitic == "و" and at else None
        joined = [m for m in (before, after if after and after.clitic == "و" else None) if m]
        if not any(m.value.kind == "country" and m.value.code in codes for m in joined):
            return None
        land = self.knowledge.geo.match(self.knowledge.lexicon.syntax.vowelled[name].split(), 0)
        return replace(land.value, ambiguous=False) if land else None

    def _kingdom(self, document: Document, at: int, match: Match[Geo]) -> Geo | None:
        """The paper's own kingdom, else the only one told of, where it is only called "the kingdom"."""
        stems = {stem for clitic, stem in readings(document.words[at]) if clitic == match.clitic}
        codes = next((c for name, c in self._kingdoms.items() if name in stems), frozenset[str]())
        return self._of_one_land(document, match, codes) if match.last == at + 1 else None

    def _seat(self, document: Document, at: int, match: Match[Geo]) -> Geo | None:
        """The seat of the paper's own land, else of the one told of, where several have one so called."""
        name = " ".join(document.words[at : match.last]).removeprefix(match.clitic)
        codes = self._seats.get(name, ()) if match.value.kind == "metonym" else ()
        return self._of_one_land(document, match, codes)

    def _of_one_land(self, document: Document, match: Match[Geo], codes: Collection[str]) -> Geo | None:
        """What several lands call so, as one land's; None where none of them does."""
        if not codes:
            return None
        home = self.knowledge.homes.of(document.article)
        return of_one_land(match, codes, home, lambda code: self.tells_of(document, code))

    def _capital(self, words: list[str], at: int, end: int) -> Match[Geo] | None:
        """A capital told by its land, with its name if that follows: "العاصمة البلجيكية، بروكسل".

        Or by the land's name, "عاصمة كينيا نيروبي", or the land by its ground: "الأراضي المصرية".
        """
        syntax, heads = self.knowledge.lexicon.syntax, self._land_heads
        clitic, called = next(((c, stem) for c, stem in readings(words[at]) if stem in heads), (None, ""))
        if clitic is None or at + 1 >= end:
            return None
        definite = called.startswith("ال")
        cities = (self.knowledge.geo.match(words, first) for first in range(max(0, at - _CITY), at))
        if not definite and any(city is not None and city.last == at for city in cities):
            return None  # "أستانا عاصمة كازاخستان"
        nation = self.knowledge.adjectives.match(words, at + 1, clitics=False) if definite else None
        state = self.knowledge.geo.match(words, at + 1, clitics=False)  # "السعودية" is the land itself
        land = nation or (state if state and state.value.kind == "country" else None)
        if land is None or land.last > end:
            return None
        if called in syntax.grounds:
            return Match(clitic, land.last, Geo(land.value.code, "country", False, land.value.code))
        here = land.last + (land.last < end and words[land.last] in COMMAS)
        city = self.knowledge.geo.match(words, here, clitics=False) if here < end else None
        named = city is not None and city.value.code == land.value.code and city.last <= end
        last = city.last if city is not None and named else land.last
        return Match(clitic, last, Geo(land.value.code, "capital", False, land.value.code))

    def _half(self, document: Document, sentence: Sentence, at: int) -> Match[Geo] | None:
        """One of two states by its quarter, beside the other of an article: "القمة بين الشمال والجنوب"."""
        halves = self.knowledge.lexicon.syntax.half_lands
        for clitic, stem in readings(document.words[at]):
            code = halves.get(stem)
            if code is None or (at > sentence.first and document.words[at - 1] == "في"):
                continue
            said = {s for t in range(sentence.first, sentence.last) for _, s in readings(document.words[t])}
            if said.issuperset(halves) and all(self.tells_of(document, c) for c in halves.values()):
                return Match(clitic, at + 1, Geo(code, "country", False, code))
        return None

    def _is_supported(self, document: Document, sentence: Sentence, at: int, match: Match[Geo]) -> bool:
        """Whether a word before an ambiguous name shows that a place or a party is meant."""
        words, clitic = document.words, match.clitic
        if at > sentence.first and words[at - 1] in self.knowledge.lexicon.syntax.place_openers:
            return not self._is_described(words, at, match, sentence.last)
        if "ب" in clitic:
            manner = words[at] in self.knowledge.lexicon.syntax.manners
            return not manner or self.tells_of(document, match.value.code)
        if clitic == "و" and match.value.kind in ("country", "capital") and at > sentence.first:
            named = not words[at].startswith("وال")  # no "والمملكة"
            if named and self._is_of_kind(words, at - 1, match.value.kind):
                return True  # "إلى موريتانيا ومالي", "بين القاهرة وعمان"
        beside = at - 2 >= sentence.first and words[at - 2] == "بين"
        if match.value.kind == "authority" and clitic == "و" and beside:
            return self.knowledge.geo.match(words, at - 1, clitics=False) is not None  # "بين إسرائيل وحماس"
        if self._is_faced(words, sentence, at, match) or self._is_beside_state(document, at, match):
            return True
        visit = (
            self.knowledge.triggers.match(words, at - 1) if clitic == "ل" and at > sentence.first else None
        )
        return visit is not None and visit.value.trigger.pattern == "visit-noun"

    def _is_beside_state(self, document: Document, at: int, match: Match[Geo]) -> bool:
        """Whether a state follows what the paper's own land calls itself: "المملكة وفرنسا تبحثان"."""
        if match.clitic or match.value.kind != "country" or match.last >= len(document.words):
            return False
        after = self.knowledge.geo.match(document.words, match.last)
        joined = after is not None and after.clitic == "و" and after.value.kind == "country"
        return joined and self.knowledge.homes.of(document.article) == match.value.code

    def _is_faced(self, words: list[str], sentence: Sentence, at: int, match: Match[Geo]) -> bool:
        """Whether a body stands beside the state that faces it: "بين إيران والقوى الكبرى".

        Or acts with it: "تستأنف القوى الكبرى المفاوضات مع إيران".
        """
        syntax = self.knowledge.lexicon.syntax
        state = syntax.faced_by.get(match.value.code)
        if state is None or at == sentence.first:
            return False
        if match.clitic == "و":
            before = self.knowledge.geo.match(words, at - 1)
            return before is not None and before.value.code == state
        lands, nations = self.knowledge.geo, self.knowledge.adjectives
        if not is_among(words[at - 1], syntax.before_faced):
            near = range(match.last, min(match.last + _FACING, sentence.last - 1))
            with_whom = (lands.match(words, t + 1) for t in near if words[t] == "مع")
            return any(m is not None and m.value.code == state for m in with_whom)
        here = range(sentence.first, sentence.last)
        found = (book.match(words, t) for t in here for book in (lands, nations))
        return any(m is not None and m.value.code == state for m in found)

    def _is_described(self, words: list[str], at: int, match: Match[Geo], end: int) -> bool:
        """Whether a town's name is a noun with its adjective after "of": "وسام من الطبقة الأولى"."""
        after = words[match.last] if match.last < end else ""
        noun = words[at].startswith("ال") and after.startswith("ال") and words[at - 1] == _OF
        return noun and self.knowledge.adjectives.match(words, match.last, clitics=False) is None

    def _is_of_kind(self, words: list[str], at: int, kind: GeoKind) -> bool:
        """Whether a word names a state, or a capital, and nothing else."""
        match = self.knowledge.geo.match(words, at)
        return match is not None and match.value.kind == kind and not match.value.ambiguous

    def _is_visited(self, document: Document, sentence: Sentence, at: int, match: Match[Geo]) -> bool:
        """Whether somebody is said to visit it, in its press or where it is named: "زيارة أ للمملكة"."""
        reach = _VISIT if match.clitic == "ل" else 1
        first = max(sentence.first, at - reach)
        before = (self.knowledge.triggers.match(document.words, t) for t in range(first, at))
        rules = {found.value.trigger.id for found in before if found is not None}
        object_ = not match.clitic and document.words[at].startswith("ال")  # no "كان" after "زيارته"
        visited = "visit-noun" in rules if match.clitic == "ل" else object_ and not rules.isdisjoint(_VISITS)
        return visited and self._is_meant(document, match.value.code)

    def _is_gone_to(self, document: Document, sentence: Sentence, at: int, match: Match[Geo]) -> bool:
        """Whether a verb of going or hosting leads to a land or capital: "يزور أ عمان", "تستضيف عمان قمة"."""
        words = document.words
        named = match.value.kind in ("capital", "country") and not words[at].startswith("ال")
        if not named or match.clitic or at == sentence.first:
            return False
        before = words[at - 1]
        if before.removeprefix("و").removeprefix("س") in self.knowledge.lexicon.events.housing_verbs:
            return match.value.kind == "capital"
        nation = self.knowledge.adjectives.match(words, at - 1, clitics=False)
        if before in self.knowledge.lexicon.common_words and nation is None:
            return False  # "زار أ مركز مالي"
        going = (self.knowledge.triggers.match(words, t) for t in range(max(sentence.first, at - _VISIT), at))
        return any(found is not None and found.value.trigger.id in _GOING for found in going)

    def _is_party_named_before(
        self, document: Document, sentence: Sentence, at: int, match: Match[Geo]
    ) -> bool:
        """Whether a party is called by what it is, where the article names it in full: "فصائل المعارضة"."""
        if sentence.title or match.value.kind != "authority" or match.last - at < _CALLED:
            return False
        after = match.last < sentence.last
        nation = self.knowledge.adjectives.match(document.words, match.last, clitics=False) if after else None
        if nation is not None:
            return False  # "قوى المعارضة الكينية"
        beside = match.clitic == "و" and at > sentence.first
        beside = beside and is_of_land_before(self.knowledge, document.words, at, match.value)
        return beside or self.names(document, match.value.code)

    def _is_within_title(self, words: list[str], sentence: Sentence, first: int, last: int) -> bool:
        """Whether a land is part of a name in quotation marks: "روسيا اليوم", not in "سأزور روسيا"."""
        before = range(first - 1, max(sentence.first, first - _TITLE) - 1, -1)
        opening = next((t for t in before if words[t] in QUOTES), None)
        closing = next(
            (t for t in range(last, min(sentence.last, last + _TITLE)) if words[t] in QUOTES), None
        )
        if opening is None or closing is None or words[opening] in "»”" or words[closing] in "«“":
            return False
        titled = all(word.isalpha() for word in words[opening + 1 : closing])
        return titled and closing - opening - 1 > last - first and not self._goes(words, opening + 1, first)

    def _goes(self, words: list[str], first: int, last: int) -> bool:
        """Whether a verb of going to be, or one that carries a journey, stands between two tokens."""
        found = (self.knowledge.triggers.match(words, at, clitics=False) for at in range(first, last))
        return any(match is not None and match.value.trigger.type == "visit" for match in found)

    def _is_meant(self, document: Document, code: str) -> bool:
        """Whether "the kingdom" is a land: it is the paper's own, or the article of no paper names it."""
        home = self.knowledge.homes.of(document.article)
        return home == code or (home is None and self.tells_of(document, code))

    def _is_birthplace(self, words: list[str], match: Match[Geo]) -> bool:
        """Whether the name of a capital is the word for where somebody was born: "مسقط رأسه"."""
        capital, after = words[match.last - 1].removeprefix(match.clitic), words[match.last : match.last + 1]
        return [capital, *after] in self.knowledge.birthplaces

    def tells_of(self, document: Document, code: str) -> bool:
        """Whether an article names a land by its adjective or by a name that means nothing else."""
        nations, lands = self._told(document, len(document.words))
        return code in nations or code in lands

    def names(self, document: Document, code: str) -> bool:
        """Whether an article names a land by a name that means nothing else."""
        return code in self._told(document, len(document.words))[1]

    def _find_told(self, document: Document, length: int) -> tuple[frozenset[str], frozenset[str]]:
        """The lands that an article names by their adjectives, and by names that mean nothing else.

        Args:
            document: the article.
            length: how many words it has; what is lifted out of it is asked for again.
        """
        words = document.words
        nations = (self.knowledge.adjectives.match(words, at) for at in range(length))
        named = self.knowledge.lands_named(words)
        return frozenset(nation.value.code for nation in nations if nation), named
