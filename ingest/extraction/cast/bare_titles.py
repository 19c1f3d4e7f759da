"""Bare titles: whom an office without a name stands for."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.cast.holders import registered
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ontology.folding import without_article

# Words of an office from which on few hold one in the same words.
_LONG = 4
# Words before whom somebody else meets or rings up.
_WITH = frozenset(("مع", "من"))
# A minister of whom it is not told of what.
_MINISTER = "وزير"
# Words of a title that leaves out what its body is of: "رئيس المجلس".
_SHORT = 2


class BareTitles:
    """Resolves the mentions that give an office and no name."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def resolve(self, document: Document, cast: Cast) -> None:
        """The entity of every title without a name: its bearer, or somebody known by the title only."""
        for i, told in enumerate(cast.mentions):
            if told.kind != "person" or told.name or told.anaphor or not told.office:
                continue
            section = document.sentences[told.sentence].section.index
            several = told.number == 3  # "اجتماعات وزراء الدفاع": nobody named
            party = _party_of_whom(document, cast, i) if self._is_owned(document, told) else None
            mention = replace(told, country=party) if party else told
            entity = None if several else self._bearer(document, cast, i, mention)
            if entity is None and mention.country is None and self._is_own(mention):
                home = self.knowledge.homes.of(document.article)
                if home is not None:
                    entity = self._bearer(document, cast, i, replace(mention, country=home))
                if home is not None and entity is None:
                    entity = cast.add("person", section, home)
            if entity is None and (mention.country or not mention.definite):
                entity = cast.add("person", section)
            if entity is not None:
                held = entity.office_mention, entity.office_key
                cast.join(entity, i)
                if held[0] is not None and self._is_any(document, mention):
                    entity.office_mention, entity.office_key = held
                if entity.country is None and mention.country:
                    entity.country = mention.country

    def _is_owned(self, document: Document, mention: Mention) -> bool:
        """Whether an office is of the land of whom is spoken before: "ووزير خارجيته", "رئيس بلاده"."""
        own_land = document.words[mention.last - 1] in self.knowledge.lexicon.offices.own_land
        lasts = [document.words[last - 1] for _, last in mention.office]
        his = self.knowledge.lexicon.offices.his
        return own_land or any(word.endswith("ته") or word in his for word in lasts)

    def _is_any(self, document: Document, mention: Mention) -> bool:
        """Whether a title means anybody who holds the office: "أول وزير خارجية فرنسي يزور أ"."""
        after = mention.office[0][1]
        if after >= mention.last:
            return False
        nation = self.knowledge.adjectives.match(document.words, after, clitics=False)
        return nation is not None and not nation.value.definite

    def _heads_fit(self, head: str, other: str, mention: Mention) -> bool:
        leaders = self.knowledge.lexicon.offices.heads_of_state
        same_leader = mention.country is not None and head in leaders and other in leaders
        return same_leader or _heads_fit(head, other)

    def _is_own(self, mention: Mention) -> bool:
        """Whether a title names an office of which a state has one: "وزير الخارجية"."""
        own = self.knowledge.is_of_the_state(mention.office_key)
        return own and " " in mention.office_key

    def _bearer(self, document: Document, cast: Cast, i: int, mention: Mention) -> Entity | None:
        """The one person of the section whose office and country the title fits."""
        section = document.sentences[mention.sentence].section.index
        head = self.knowledge.office_head(mention.office_key)
        if mention.country and self._is_anybodys(document, mention):
            last = self._last_of(document, cast, i, mention.country)
            if last is not None:
                return last
        fitting = [
            e
            for e in cast.entities
            if e.kind == "person"
            and e.section == section
            and e.office_key
            and any(
                self._heads_fit(head, self.knowledge.office_head(key), mention) for key in cast.office_keys(e)
            )
            and _genders_fit(document, mention, e)
            and (mention.country is None or e.country == mention.country)
        ]
        fitting = self._in_office(document, cast, mention, fitting)
        if mention.country is not None:
            named = [e for e in fitting if e.name]
            pool = named or _called_minister(cast, mention, section) or fitting
            pool = pool or registered(document, cast, section, mention, self.knowledge)
            return min(pool, key=lambda e: min((abs(j - i) for j in e.mentions), default=0)) if pool else None
        titled = self._titled_in_full(document, cast, mention, section)
        titled = titled or _shortened(document, cast, i, section)
        if titled is not None:
            return titled
        # A counterpart is told by his party.
        own = [e for e in fitting if any(cast.mentions[j].office for j in e.mentions)]
        # Who was named earlier in the sentence would be a pronoun now.
        here = [
            e for e in own if any(j < i and cast.mentions[j].sentence == mention.sentence for j in e.mentions)
        ]
        fitting = [e for e in own if e not in here]
        before = [(max((j for j in e.mentions if j < i), default=-1), e) for e in fitting]
        before = [(j, e) for j, e in before if j >= 0]
        if before:
            same = mention.office_key if " " in mention.office_key else None  # "وزير" alone tells no office
            return max(before, key=lambda pair: (same in cast.office_keys(pair[1]), pair[0]))[1]
        if here and fitting and all(e.stated for e in fitting):
            return here[-1]  # a later foreigner would be told by his party
        fitting = [e for e in fitting if not _is_met_later(document, cast, mention, e)]
        if here and not fitting and self._is_only_one(document, mention, here):
            return here[0]
        return fitting[0] if len(fitting) == 1 else None

    def _titled_in_full(
        self, document: Document, cast: Cast, mention: Mention, section: int
    ) -> Entity | None:
        """The one who holds an office in the very words of a long title: "وزير الدفاع والإنتاج الحربي"."""
        words = _office_words(document, mention.office[0])
        if len(words) < _LONG:
            return None
        bearers = [
            e
            for e in cast.entities
            if e.kind == "person"
            and e.section == section
            and e.name
            and any(_office_words(document, o) == words for j in e.mentions for o in cast.mentions[j].office)
        ]
        return bearers[0] if len(bearers) == 1 else None

    def _is_anybodys(self, document: Document, mention: Mention) -> bool:
        """Whether a title may mean anybody of a party: "المسؤول الأميركي", not of one of its ministries."""
        head = self.knowledge.office_head(mention.office_key).partition(" ")[0]
        offices = self.knowledge.lexicon.offices
        generic = head in offices.generic or mention.office_key in offices.generic_titles
        if not mention.definite or not generic:
            return False
        whose = mention.office_key.split()[1:2]
        if any(without_article(word) in self.knowledge.lexicon.offices.heads_of_state for word in whose):
            return False  # "المبعوث الخاص للرئيس الروسي": not the president
        return "في" not in document.words[mention.office[0][0] : mention.office[0][1]]

    def _is_only_one(self, document: Document, mention: Mention, here: list[Entity]) -> bool:
        """Whether a bare title means the one of its sentence: "مكتب رئيس الوزراء أ إن رئيس الوزراء"."""
        home = self.knowledge.homes.of(document.article)
        own = not self._is_own(mention) or home in (None, here[0].country)
        definite = mention.definite or document.words[mention.office[0][1] - 1].startswith("ال")
        return len(here) == 1 and definite and own and not self._is_of_past(document, mention)

    def _in_office(
        self, document: Document, cast: Cast, mention: Mention, fitting: list[Entity]
    ) -> list[Entity]:
        """Those whom a leader's title may mean: a predecessor is called the former one."""
        leaders = self.knowledge.lexicon.offices.heads_of_state
        if self.knowledge.office_head(mention.office_key) not in leaders:
            return fitting
        day = document.article.date
        if not self._is_of_past(document, mention):
            fitting = [e for e in fitting if not _has_left(cast, e, day)]
        holding = [
            e
            for e in fitting
            if any(
                k.leads and not k.short and k.holds(day) for i in e.mentions for k in cast.mentions[i].known
            )
        ]
        led = {e.country for e in holding}
        return [e for e in fitting if e in holding or e.country not in led]

    def _is_of_past(self, document: Document, mention: Mention) -> bool:
        """Whether a title says that it is held no longer: "الرئيس الأميركي الأسبق"."""
        words = (document.words[t] for first, last in mention.office for t in range(first, last))
        not_held = self.knowledge.lexicon.offices.not_held
        return any(without_article(word) in not_held for word in words)

    def _last_of(self, document: Document, cast: Cast, i: int, country: str) -> Entity | None:
        """The person of a party spoken of last: "المسؤول الأميركي"."""
        section = document.sentences[cast.mentions[i].sentence].section.index
        before = [
            (max((j for j in e.mentions if j < i), default=-1), e.index)
            for e in cast.entities
            if e.kind == "person" and e.section == section and e.country == country
        ]
        best = max(before, default=(-1, -1))
        return cast.entities[best[1]] if best[0] >= 0 else None


def _called_minister(cast: Cast, mention: Mention, section: int) -> list[Entity]:
    """The one named minister of whom it is not told of what: "الوزير أ" before "وزير الخارجية الفرنسي"."""
    head, _, field = mention.office_key.partition(" ")
    if not field:
        return []
    told = (e for e in cast.entities if e.kind == "person" and e.section == section and e.name)
    called = [e for e in told if e.country == mention.country and e.office_key == head == _MINISTER]
    return called if len(called) == 1 else []


def _has_left(cast: Cast, entity: Entity, day: str | None) -> bool:
    """Whether somebody led his state in a term that is over on the article's day."""
    known = [k for i in entity.mentions for k in cast.mentions[i].known if k.party == entity.country]
    ends = [k.end for k in known if k.leads]
    return day is not None and bool(ends) and max(ends) < day and not any(k.holds(day) for k in known)


def _shortened(document: Document, cast: Cast, i: int, section: int) -> Entity | None:
    """Of whose office a title gives the first two words: "رئيس مجلس السيادة أ", then "رئيس المجلس".

    One who bears them as they stand comes first: "رئيس المجلس الشعبي أ", not "رئيس مجلس الدوما ب", but no
    "وزير الخارجية بدولة ج".
    """
    words = _office_words(document, cast.mentions[i].office[0])
    if len(words) != _SHORT or not words[1].startswith("ال"):
        return None
    for begun, goes_on in (([words[0], words[1]], "ال"), ([words[0], without_article(words[1])], "")):
        bearers = {
            entity.index
            for j, mention in enumerate(cast.mentions[:i])
            for first, last in mention.office
            if (entity := cast.of(j)) is not None and entity.kind == "person" and entity.section == section
            if last - first > _SHORT and document.words[first : first + _SHORT] == begun
            if document.words[first + _SHORT].startswith(goes_on)
        }
        if bearers:
            return cast.entities[bearers.pop()] if len(bearers) == 1 else None
    return None


def _office_words(document: Document, office: tuple[int, int]) -> list[str]:
    return document.words[office[0] : office[1]]


def _party_of_whom(document: Document, cast: Cast, i: int) -> str | None:
    """The party of the person named last before a mention in its sentence."""
    for j in range(i - 1, -1, -1):
        entity = cast.of(j)
        if cast.mentions[j].sentence != cast.mentions[i].sentence:
            return None
        if entity is not None and entity.kind == "person":
            return entity.country
    return None


def _is_met_later(document: Document, cast: Cast, mention: Mention, entity: Entity) -> bool:
    """Whether somebody is first named as whom the bearer of a title meets: "أجرى الملك اتصالا مع الملك أ"."""
    first = cast.mentions[min(entity.mentions)]
    later = first.sentence == mention.sentence and first.first > mention.last
    return later and (document.words[first.first - 1] in _WITH or first.clitic.endswith("ب"))


def _genders_fit(document: Document, mention: Mention, entity: Entity) -> bool:
    """Whether "رئيسة الوزراء" and whom it may stand for are both women or both men."""
    known = entity.office_mention
    return known is None or _is_feminine(document, mention) == _is_feminine(document, known)


def _is_feminine(document: Document, mention: Mention) -> bool:
    return document.words[mention.office[0][0]].endswith("ه")


def _heads_fit(head: str, other: str) -> bool:
    if head == other or _plain(head) == _plain(other):
        return True
    if " " not in head:
        return other.split(maxsplit=1)[0] == head and not (head == "رييس" and other != "رييس")
    return False


def _plain(head: str) -> str:
    """A head without articles, which titles known as a whole keep: "وزير الخارجية وشؤون المغتربين"."""
    return " ".join(map(without_article, head.split()))
