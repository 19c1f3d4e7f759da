"""Groups and bodies: delegations, unnamed officials, the people of a land, states and organisations."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.document import COMMAS, QUOTES, Document, Sentence
from liqaa.ingest.extraction.knowledge import Knowledge
from liqaa.ingest.extraction.meanings import Geo
from liqaa.ingest.extraction.mentions import Mention
from liqaa.ingest.extraction.phrasebook import Match, readings
from liqaa.ontology.folding import without_article

_GROUP_LIMIT = 8
# Words that may stand in quotation marks on each side of a land that is part of a name.
_TITLE = 4
# Tokens from the noun of a visit to the land after ل, the visitor between them: "زيارة أ للمملكة".
_VISIT = 10
_VISITS = frozenset(("visit-noun", "visit-verb"))
# Verbs whose object a capital may be.
_GOING = frozenset(("visit-verb", "arrive-verb", "leave-verb"))


class GroupReader:
    """Reads those who act for a party without a name of their own."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.lists = knowledge.lexicon.offices

    def group(self, document: Document, sentence: Sentence, at: int) -> list[Mention]:
        """A delegation or unnamed officials with their party: "وفد عسكري أميركي", "مسؤولين فلسطينيين"."""
        words = document.words
        if words[at] in self.knowledge.lexicon.syntax.led_by:
            return []  # "برئاسة وزير الخارجية", "بقيادة السعودية": who leads, no presidency
        for clitic, stem in readings(words[at]):
            key = without_article(stem)
            if key not in self.lists.groups or (
                key in self.lists.others and words[at + 1 : at + 2] != ["من"]
            ):
                continue
            both = self._both(words, sentence, at, clitic, key)
            if both is not None:
                return [both]
            party = self._party(document, at, sentence.last)
            if party is None or any(word in self.lists.unofficial for word in words[at : party[1]]):
                return []
            country, last, office_end = party
            group = Mention(
                at,
                last,
                sentence.index,
                clitic,
                "organisation" if key in self.lists.bodies else "delegation",
                office=((at, office_end),),
                office_key=key,
                country=country,
            )
            return [group, *self._further(words, sentence, group)]
        return []

    def _both(self, words: list[str], sentence: Sentence, at: int, clitic: str, key: str) -> Mention | None:
        """A group of each of two sides: "دبلوماسيين رفيعي المستوى من البلدين"."""
        for here in range(at + 1, min(sentence.last - 1, at + _GROUP_LIMIT)):
            if words[here] == "من" and self.knowledge.pairs.get(words[here + 1], "") is None:
                office = ((at, here),)
                last = here + 2
                return Mention(
                    at,
                    last,
                    sentence.index,
                    clitic,
                    "delegation",
                    None,
                    office,
                    key,
                    number=2,
                    anaphor="pair",
                )
            if not self._continues(words[here]):
                return None
        return None

    def _party(self, document: Document, at: int, end: int) -> tuple[str, int, int] | None:
        """The party of a group: its code, the token after it, and the token after the group's own words."""
        words = document.words
        definite = any(stem.startswith("ال") for _, stem in readings(words[at]))
        for here in range(at + 1, min(end, at + _GROUP_LIMIT)):
            adjective = self.knowledge.adjectives.match(words, here, clitics=False)
            if adjective and not self._is_of_their_work(document, here, adjective.value.code):
                return adjective.value.code, adjective.last, here
            if here == at + 1 and (sender := self._sender(words, here, end)):
                return sender
            if definite and here == at + 1 and words[here] in self.lists.further_heads:
                break  # "التقى الوفد رئيس الوزراء العراقي": two sides
            sent = any(stem in self.lists.representing for _, stem in readings(words[at]))
            body = self.knowledge.geo.match(words, here, clitics=sent or here > at + 1)
            provincial = words[here - 1] in self.lists.provinces
            if body and (provincial or body.value.kind != "city") and body.clitic in ("", "ل", "ب"):
                return body.value.code, body.last, body.last
            if not self._continues(words[here]):
                break
        return None

    def _is_of_their_work(self, document: Document, at: int, code: str) -> bool:
        """Whether a plural says what a group is for: "المسؤولين الماليين", unless its article names Mali."""
        word = document.words[at].removeprefix("ال")
        singular = word.removesuffix("ين").removesuffix("ون")
        return word != singular in self.lists.complements and not self._names(document, code)

    def _sender(self, words: list[str], at: int, end: int) -> tuple[str, int, int] | None:
        """The leader who sent a group, as its party is given: "مبعوثو ترامب"."""
        if not words[at - 1].endswith(("و", "ي")):
            return None
        match = self.knowledge.people.match(words, at, clitics=False)
        parties = {known.party for known in match.value} if match and match.last <= end else set()
        if match is None or len(parties) != 1 or not all(known.leads for known in match.value):
            return None
        return parties.pop(), match.last, match.last

    def _continues(self, word: str) -> bool:
        """Whether a word may stand between a group and its party."""
        plain = word.removeprefix("وال" if word.startswith("وال") else "ال")  # "القيادة والأركان"
        return (
            word in self.lists.group_links
            or word in self.lists.provinces
            or plain in self.lists.groups
            or plain in self.lists.complements
            or plain.removesuffix("ا") in self.lists.complements
        )

    def _further(self, words: list[str], sentence: Sentence, group: Mention) -> list[Mention]:
        """The group of each further land: "دبلوماسيين من الولايات المتحدة وبريطانيا"."""
        out: list[Mention] = []
        here = group.last
        if here < sentence.last and group.last > group.office[-1][1]:  # "مسؤولين سوريين وأميركيين"
            other = self.knowledge.adjectives.match(words, here)
            if other and other.clitic == "و" and other.value.number != 1 and other.last <= sentence.last:
                out.append(replace(group, first=here, last=other.last, clitic="و", country=other.value.code))
                here = other.last
        while "من" in words[group.first : group.last] and here < sentence.last:
            match = self.knowledge.geo.match(words, here)
            if match is None or match.clitic != "و" or match.value.kind != "country":
                break
            out.append(replace(group, first=here, last=match.last, clitic="و", country=match.value.code))
            here = match.last
        return out

    def nationals(self, document: Document, sentence: Sentence, at: int) -> Mention | None:
        """People of a land who stand for it after "with": "مع الكوريين الشماليين"."""
        if at == sentence.first or document.words[at - 1] != "مع":
            return None
        match = self.knowledge.adjectives.match(document.words, at, clitics=False)
        if match is None or match.value.number == 1 or not match.value.definite or match.value.feminine:
            return None
        return Mention(
            at,
            match.last,
            sentence.index,
            "",
            "delegation",
            office=((at, match.last),),
            country=match.value.code,
        )

    def body(self, document: Document, sentence: Sentence, at: int) -> Mention | None:
        """A state, place, organisation or authority by its name."""
        match = (
            self._capital(document.words, at, sentence.last)
            or self.knowledge.geo.match(document.words, at)
            or self._half(document, sentence, at)
        )
        if match is None or match.last > sentence.last or self._is_birthplace(document.words, match):
            return None
        if match.clitic and self._is_one_word(document.words[at], match):
            return None
        geo = self._vowelled(document, match.last - 1) or match.value
        supported = not geo.ambiguous or self._is_supported(document, sentence, at, match)
        supported = supported or self._is_gone_to(document, sentence, at, match)
        if not supported and not self._is_visited(document, sentence, at, match):
            return None
        if _is_within_title(document.words, sentence, at, match.last):
            return None
        more = match.last < sentence.last and document.words[match.last] in self.lists.national
        if geo.kind == "organisation" and more:
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

    def _vowelled(self, document: Document, token: int) -> Geo | None:
        """The land that a vowel tells from a place written alike: "عُمان" is no Amman."""
        written = document.text(token, token + 1)
        for name, full in self.knowledge.lexicon.syntax.vowelled.items():
            if written.endswith(name):
                match = self.knowledge.geo.match(full.split(), 0)
                return match.value if match else None
        return None

    def _capital(self, words: list[str], at: int, end: int) -> Match[Geo] | None:
        """A capital told by its land, with its name if that follows: "العاصمة البلجيكية، بروكسل"."""
        clitic = next((c for c, stem in readings(words[at]) if stem == "العاصمه"), None)
        land = (
            self.knowledge.adjectives.match(words, at + 1, clitics=False)
            if clitic is not None and at + 1 < end
            else None
        )
        if clitic is None or land is None or land.last > end:
            return None
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
            if said.issuperset(halves) and all(self._tells_of(document, c) for c in halves.values()):
                return Match(clitic, at + 1, Geo(code, "country", False, code))
        return None

    def _is_supported(self, document: Document, sentence: Sentence, at: int, match: Match[Geo]) -> bool:
        """Whether a word before an ambiguous name shows that a place or a party is meant."""
        words, clitic = document.words, match.clitic
        if at > sentence.first and words[at - 1] in self.knowledge.lexicon.syntax.place_openers:
            return True
        if "ب" in clitic:
            manner = words[at] in self.knowledge.lexicon.syntax.manners
            return not manner or self._tells_of(document, match.value.code)
        if clitic == "و" and match.value.kind == "country" and at > sentence.first:
            named = not words[at].startswith("وال")  # no "والمملكة"
            if named and self._is_land(words, at - 1):
                return True  # "إلى موريتانيا ومالي"
        beside = at - 2 >= sentence.first and words[at - 2] == "بين"
        if match.value.kind == "authority" and clitic == "و" and beside:
            return self.knowledge.geo.match(words, at - 1, clitics=False) is not None  # "بين إسرائيل وحماس"
        visit = (
            self.knowledge.triggers.match(words, at - 1) if clitic == "ل" and at > sentence.first else None
        )
        return visit is not None and visit.value.trigger.pattern == "visit-noun"

    def _is_land(self, words: list[str], at: int) -> bool:
        """Whether a word names a state and nothing else."""
        match = self.knowledge.geo.match(words, at)
        return match is not None and match.value.kind == "country" and not match.value.ambiguous

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

    def _is_meant(self, document: Document, code: str) -> bool:
        """Whether "the kingdom" is a land: it is the paper's own, or the article of no paper names it."""
        home = self.knowledge.homes.of(document.article)
        return home == code or (home is None and self._tells_of(document, code))

    def _is_birthplace(self, words: list[str], match: Match[Geo]) -> bool:
        """Whether the name of a capital is the word for where somebody was born: "مسقط رأسه"."""
        capital, after = words[match.last - 1].removeprefix(match.clitic), words[match.last : match.last + 1]
        return [capital, *after] in self.knowledge.birthplaces

    def _tells_of(self, document: Document, code: str) -> bool:
        """Whether an article names a land by its adjective or by a name that means nothing else."""
        nations = (self.knowledge.adjectives.match(document.words, at) for at in range(len(document.words)))
        return any(n and n.value.code == code for n in nations) or self._names(document, code)

    def _names(self, document: Document, code: str) -> bool:
        """Whether an article names a land by a name that means nothing else."""
        lands = (self.knowledge.geo.match(document.words, at) for at in range(len(document.words)))
        return any(m and m.value.code == code and not m.value.ambiguous for m in lands)


def _is_within_title(words: list[str], sentence: Sentence, first: int, last: int) -> bool:
    """Whether a land is part of a name in quotation marks: "روسيا اليوم", "تايمز أوف إسرائيل"."""
    before = range(first - 1, max(sentence.first, first - _TITLE) - 1, -1)
    opening = next((t for t in before if words[t] in QUOTES), None)
    closing = next((t for t in range(last, min(sentence.last, last + _TITLE)) if words[t] in QUOTES), None)
    if opening is None or closing is None or words[opening] in "»”" or words[closing] in "«“":
        return False
    return (
        all(word.isalpha() for word in words[opening + 1 : closing]) and closing - opening - 1 > last - first
    )
