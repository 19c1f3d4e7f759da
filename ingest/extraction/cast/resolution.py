"""Resolution: which mentions of an article are the same person or body, and whom each represents.

A candidate is taken only when exactly one fits; what stays open stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from liqaa.ingest.extraction.cast.accredited import lend_lands
from liqaa.ingest.extraction.cast.announced import is_announced, is_of_family
from liqaa.ingest.extraction.cast.bare_titles import BareTitles
from liqaa.ingest.extraction.cast.counterparts import is_alone, of_one_office
from liqaa.ingest.extraction.cast.embassies import lend_from_embassies
from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.cast.holders import join_titled
from liqaa.ingest.extraction.cast.home_counterparts import place_at_home
from liqaa.ingest.extraction.cast.named_people import NamedPeople
from liqaa.ingest.extraction.cast.side_by_side import part_side_by_side
from liqaa.ingest.extraction.mentions.guest_words import resolve_guests
from liqaa.ingest.extraction.mentions.latter import resolve_latter
from liqaa.ingest.extraction.mentions.listed_names import name_holders
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.text.document import COMMAS, Document
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Known

# Heads of offices beside which a ministry is not what a counterpart holds, and the word of one, folded.
_GOVERNING = ("رييس", "وزير")
_MINISTERS = ("وزير", "ووزير")
# Words for an invitation before "from" and who invites, folded.
_INVITATIONS = ("لدعوه", "بدعوه", "دعوه")
# Tokens from the beginning of a sentence to the body that speaks in it.
_VOICE_REACH = 3
# Years before his first office in which nobody is known by his name yet.
_UNKNOWN = 4


class Resolver:
    """Resolves the mentions of a document to entities."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.people = NamedPeople(knowledge)
        self.titles = BareTitles(knowledge)
        offices = knowledge.lexicon.offices
        self._of_whoever = offices.own_land | offices.our_groups
        self._only_his = offices.only_his

    def resolve(self, document: Document, mentions: list[Mention]) -> Cast:
        """Named people first, then their short names, then titles alone, then bodies."""
        cast = Cast(mentions, [], [-1] * len(mentions))
        part_side_by_side(document, cast, self.knowledge)
        self.people.part(document, cast)
        self.people.resolve(document, cast)
        self.people.find_short_names(document, cast)
        _lend_parties(document, cast, self._of_whoever)
        self._countries(document, cast)
        lend_lands(document, cast, self.knowledge)
        lend_from_embassies(document, cast, self.knowledge)
        place_at_home(document, cast, self.knowledge)
        self._spokesmen(document, cast)
        self._countries(document, cast, families=True)
        name_holders(document, cast)
        _share_parties(document, cast)
        self._of_spokesman(cast)
        self._lend_offices(document, cast)  # a title alone may mean a named counterpart: "الرئيس الأمريكي"
        self.titles.resolve(document, cast)
        join_titled(document, cast, self.knowledge)
        self._lend_offices(document, cast)
        resolve_latter(document, cast)
        resolve_guests(document, cast, self.knowledge)
        _resolve_bodies(document, cast)
        self._portfolios(document, cast)
        return cast

    def _countries(self, document: Document, cast: Cast, families: bool = False) -> None:
        """Who is not given a country in the article gets the register's, when the day leaves one.

        Args:
            document: the article.
            cast: everybody in it.
            families: whether who only bears the name of a known family gets its land, too.
        """
        day = document.article.date
        for entity in cast.entities:
            if entity.country or (not families and is_of_family(cast, entity)):
                continue
            known = [k for i in entity.mentions for k in cast.mentions[i].known]
            entity.country = _one_party(known, day) or self._of_a_dynasty(document, entity)
            if entity.country is None and not known:
                entity.country = self._at_home(document, entity)

    def _of_a_dynasty(self, document: Document, entity: Entity) -> str | None:
        """The state that a ruling family rules: "سلطان بن سحيم آل ثاني"."""
        mention = entity.name_mention
        if mention is None or mention.name is None:
            return None
        name = " ".join(document.words[mention.name[0] : mention.name[1]])
        dynasties = self.knowledge.lexicon.names.dynasties
        return next((dynasties[family] for family in dynasties if name.endswith(f" {family}")), None)

    def _at_home(self, document: Document, entity: Entity) -> str | None:
        """A paper names its own state's officials without nationality."""
        if not self.knowledge.is_of_the_state(entity.office_key):
            return None
        home = self.knowledge.homes.of(document.article)
        crowned = home in self.knowledge.lexicon.offices.crowned and entity.office_key == "رييس"
        return None if crowned else home

    def _lend_offices(self, document: Document, cast: Cast) -> None:
        """A named counterpart holds the office of whom he is named beside: "نظيره السوداني عمر البشير"."""
        before: list[tuple[Entity, Mention]] = []
        earlier: list[tuple[Entity, Mention]] = []
        sentence = -1
        for i, mention in enumerate(cast.mentions):
            if mention.sentence != sentence:
                sentence, earlier, before = mention.sentence, of_one_office(before), []
            entity = cast.of(i)
            if entity is None and mention.kind == "person" and mention.office:
                before, earlier = [], []  # a title not resolved yet stands between
            if entity is None or entity.kind != "person":
                continue
            leads = entity.office_key in self.knowledge.lexicon.offices.heads_of_state
            if mention.anaphor == "counterpart" and not leads and " " not in entity.office_key:
                alone = not entity.office_key and is_alone(i, cast)  # "وكان نظيره أ قد زار ب"
                beside = before or (earlier if alone else [])
                others = [pair for pair in reversed(beside) if pair[0].country != entity.country]
                bare = f"{entity.office_key} " if entity.office_key else ""  # "صديقي الوزير أ"
                others = [pair for pair in others if pair[0].office_key.startswith(bare)]
                free = [pair for pair in others if pair[1].clitic in ("", "و", "ف")]  # nothing governs them
                if others:
                    other, near = (free or others)[0]
                    told = other.office_key.startswith(f"{near.office_key} ")  # "الوزير": in full before
                    lent = near if near.office and not told else other.office_mention
                    entity.office_key = near.office_key if lent is near else other.office_key
                    entity.office_mention = lent and self._portfolio(document, lent)
            along = document.words[mention.first - 1] in self.knowledge.lexicon.syntax.companions
            speaks = self.knowledge.is_spokesmans(entity.office_key)  # "وصف المتحدث لقاء أ بنظيره"
            if entity.office_key and not along and not speaks:
                before.append((entity, mention))

    def _portfolios(self, document: Document, cast: Cast) -> None:
        """What counterparts without a name hold: "استقبل نائب رئيس الوزراء وزير الخارجية أ نظيره الفرنسي"."""
        for entity in cast.entities:
            told = entity.office_mention
            if entity.kind == "person" and told is not None and told.office:
                entity.portfolio = self._portfolio(document, told)

    def _portfolio(self, document: Document, mention: Mention) -> Mention:
        """A mention of one office only: that which a counterpart holds, too."""
        office = self._without_his_own(document, self._first_portfolio(document, mention))
        joined = document.words[office[0][0]].startswith("وو")  # "نائب رئيس الوزراء ووزير الخارجية"
        if not joined or office[0][0] == mention.first:
            return replace(mention, office=office)
        return replace(mention, first=office[0][0], clitic="و", office=office)

    def _first_portfolio(self, document: Document, mention: Mention) -> tuple[tuple[int, int], ...]:
        """The words of an office that a counterpart holds, too: before the land, or the next that و joins.

        Of several offices it is the ministry: "القائد العام للقوات المسلحة وزير الدفاع".
        """
        words = document.words
        begun = mention.office[0][0]
        first, last = self._ministry(words, mention) or mention.office[0]
        joint = "و" if words[first] in _MINISTERS else "وال"  # "وزير الخارجية وشؤون المغتربين"
        joined = next((t for t in range(first + 2, last) if words[t].startswith(joint)), last)
        lands = (t for t in range(first + 1, joined) if words[t] == "في" or self._is_land(words, t))
        end = next(lands, joined)
        return mention.office if (first, end) == (begun, last) else ((first, end),)

    def _without_his_own(
        self, document: Document, office: tuple[tuple[int, int], ...]
    ) -> tuple[tuple[int, int], ...]:
        """An office without what only its holder is: "وزير الداخلية المكلف"."""
        out: list[tuple[int, int]] = []
        for first, end in office:
            last = end
            while last > first and not self._only_his.isdisjoint(_forms(document.words[last - 1])):
                last -= 1
            if last > first:
                out.append((first, last))
        return tuple(out) or office

    def _ministry(self, words: list[str], mention: Mention) -> tuple[int, int] | None:
        """The ministry that somebody heads besides another office; None of who heads his government."""
        begun = mention.office[0][0]
        if mention.office_key.partition(" ")[0] in _GOVERNING:
            return None
        for first, last in mention.office:
            for token in range(max(first, begun + 1), last):
                if words[token] in _MINISTERS and not self._is_of_deputy(words[token - 1]):
                    return token, last
        return None

    def _is_of_deputy(self, word: str) -> bool:
        """Whether a word makes the minister after it somebody else: "نائب وزير الخارجية"."""
        return word.removeprefix("و") in self.knowledge.lexicon.offices.deputies

    def _is_land(self, words: list[str], at: int) -> bool:
        match = self.knowledge.geo.match(words, at, clitics=False)
        return match is not None and match.value.kind == "country"

    def _spokesmen(self, document: Document, cast: Cast) -> None:
        """Such as "نفت الرئاسة اللبنانية أن يكون رئيس الجمهورية": a body speaks of its state's official.

        Also of its minister and whom else it tells of, by name: "أعلنت الخارجية اليونانية أن الوزير أ".
        """
        for entity in cast.entities:
            own = entity.office_key == _MINISTERS[0] and bool(entity.name) and not _is_known(cast, entity)
            own = own or is_announced(document, cast, entity, self.knowledge.lexicon.syntax.that)
            of_the_state = bool(entity.office_key) and self.knowledge.is_of_the_state(entity.office_key)
            if entity.country or not (own or of_the_state) or _invites(document, cast, entity):
                continue
            voices = {self._voice(document, cast, cast.mentions[i].sentence) for i in entity.mentions} - {
                None
            }
            if len(voices) == 1:
                entity.country = next(iter(voices))

    def _of_spokesman(self, cast: Cast) -> None:
        """The official of whom a spokesman speaks first: "قال المتحدث باسم الحكومة إن رئيس الحكومة"."""
        for i, (voice, told) in enumerate(pairwise(cast.mentions), start=1):
            speaks = self.knowledge.is_spokesmans(voice.office_key) and voice.sentence == told.sentence
            unknown = told.kind == "person" and not (told.name or told.anaphor or told.country)
            single = unknown and told.number == 1 and " " in told.office_key and not told.clitic
            if speaks and single and self.knowledge.is_of_the_state(told.office_key):
                cast.mentions[i] = replace(told, country=voice.country)

    def _voice(self, document: Document, cast: Cast, sentence: int) -> str | None:
        """The party of the state body that opens a sentence."""
        first = document.sentences[sentence].first
        for mention in cast.mentions:
            if mention.sentence == sentence:
                body = (
                    mention.kind == "organisation"
                    and mention.office_key in self.knowledge.lexicon.offices.voices
                )
                seat = mention.geo is not None and mention.geo.kind == "metonym" and mention.clitic != "ب"
                speaks = self.knowledge.is_spokesmans(mention.office_key)
                if (body or seat or speaks) and mention.first - first <= _VOICE_REACH:
                    return mention.country
                break
        return self._of_ministry(document, sentence)

    def _of_ministry(self, document: Document, sentence: int) -> str | None:
        """The party of the ministry that opens a sentence: "أعلنت وزارة الدفاع الصربية"."""
        words, first = document.words, document.sentences[sentence].first
        last = min(first + _VOICE_REACH, document.sentences[sentence].last)
        at = next((t for t in range(first, last) if words[t] == "وزاره"), None)
        end = document.sentences[sentence].last
        here = end if at is None else at + 2  # past what it is of: المالية is no land's
        while here < end and words[here].removeprefix("و").startswith("ال"):
            nation = self.knowledge.adjectives.match(words, here, clitics=False)
            if nation and nation.value.definite and nation.value.number == 1:
                return nation.value.code
            here += 1
        return None


def _invites(document: Document, cast: Cast, entity: Entity) -> bool:
    """Whether somebody is one who invites, abroad: "سيزور أ تلبية لدعوة من رئيس الوزراء ب"."""
    before = (cast.mentions[i].first for i in entity.mentions)
    return any(document.words[at - 2 : at - 1] == [word] for at in before for word in _INVITATIONS)


def _is_known(cast: Cast, entity: Entity) -> bool:
    """Whether the register knows somebody of the name."""
    return any(cast.mentions[i].known for i in entity.mentions)


def _lend_parties(document: Document, cast: Cast, of_whoever: frozenset[str]) -> None:
    """Who is "its leader" represents the state or body that his sentence names last before him.

    "The delegation of his land" and "our delegation" are of whoever is named last, somebody or a state.
    """
    owner: Mention | None = None
    whoever: tuple[int, str] | None = None  # his sentence and party
    for i, mention in enumerate(cast.mentions):
        entity = cast.of(i)
        here = owner is not None and owner.sentence == mention.sentence
        lent = owner.country if owner is not None and here else None
        if mention.owned and document.words[mention.last - 1] in of_whoever:
            lent = whoever[1] if whoever is not None and whoever[0] == mention.sentence else None
        if mention.owned and mention.kind == "delegation" and lent:
            cast.mentions[i] = replace(mention, country=lent)
        if mention.owned and lent and entity is not None and not entity.country:
            entity.country = lent
        if mention.kind in ("state", "organisation"):
            owner = mention
        party = mention.country or (entity.country if entity is not None else None)
        if party and not mention.owned:
            whoever = mention.sentence, party


def _share_parties(document: Document, cast: Cast) -> None:
    """Who is joined by و to somebody of a party, with an office and no party of his own, is of his party.

    Such as "وزير الخارجية المصري أ ورئيس جهاز المخابرات ب".
    """
    for i in range(1, len(cast.mentions)):
        before, mention = cast.mentions[i - 1], cast.mentions[i]
        entity, other = cast.of(i), cast.of(i - 1)
        gap = document.words[before.last : mention.first]
        close = before.sentence == mention.sentence and len(gap) <= 1 and all(w in COMMAS for w in gap)
        if not (close and mention.clitic == "و" and mention.office and not mention.anaphor):
            continue
        people = entity is not None and other is not None and entity.kind == other.kind == "person"
        if people and entity is not None and other is not None and not entity.country and other.stated:
            entity.country = other.country


def _resolve_bodies(document: Document, cast: Cast) -> None:
    seen: dict[tuple[int, str, str], Entity] = {}
    for i, mention in enumerate(cast.mentions):
        if mention.kind == "person" or mention.country is None:
            continue
        section = document.sentences[mention.sentence].section.index
        words = _office_words(document, mention)
        known = seen.get((section, "the delegation", mention.country)) if words == "الوفد" else None
        if known is not None:
            cast.join(known, i)
            continue
        label = str(i) if mention.kind == "delegation" else words
        key = (section, f"{mention.kind}{label}", mention.country)
        if key not in seen:
            seen[key] = cast.add(mention.kind, section, mention.country, stated=True)
        entity = seen[key]
        if mention.office_key == "وفد":
            seen[section, "the delegation", mention.country] = entity
        entity.mentions.append(i)
        cast.entity_of[i] = entity.index
        if mention.office and entity.office_mention is None:
            entity.office_mention, entity.office_key = mention, mention.office_key


def _office_words(document: Document, mention: Mention) -> str:
    """The folded words of what a body is called, empty for one that is only named."""
    return " ".join(document.words[t] for first, last in mention.office for t in range(first, last))


def _forms(word: str) -> tuple[str, str]:
    """A word of an office as it stands and without what is written onto it."""
    return word, plain(word)


def _one_party(known: Sequence[Known], day: str | None) -> str | None:
    """The party that all fitting register entries share, those in office on the day before the rest."""
    if day:
        known = [k for k in known if int(k.start[:4]) - int(day[:4]) <= _UNKNOWN]
        current = {k.party for k in known if k.holds(day)}
        if len(current) == 1:
            return next(iter(current))
        if current:
            return None
    parties = {k.party for k in known}
    return next(iter(parties)) if len(parties) == 1 else None
