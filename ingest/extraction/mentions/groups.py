"""Groups: delegations, unnamed officials and the people of a land."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from liqaa.ingest.extraction.mentions.announced_groups import is_announced
from liqaa.ingest.extraction.mentions.bodies import BodyReader
from liqaa.ingest.extraction.mentions.body_fields import is_field
from liqaa.ingest.extraction.mentions.groups_of_two import ORIGINS, of_next_parties, without_opposition
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.own_groups import OwnGroups
from liqaa.ingest.extraction.mentions.state_bodies import is_of_one_state
from liqaa.ingest.extraction.mentions.summed_lands import groups_of_summed
from liqaa.ingest.extraction.text.document import QUOTES, Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ontology.folding import without_article

# Tokens from a group to its party: "وفدا من أعضاء لجنة الخارجية والدفاع في مجلس النواب الصربي".
_GROUP_LIMIT = 11
# Tokens from "between" to the second of two peoples: "بين الكوريين الشماليين والأميركيين".
_BETWEEN = 5
# Tokens from talks to "between": "محادثات سلام غير مباشرة بين".
_TALKS = 5


class GroupReader:
    """Reads those who act for a party without a name of their own."""

    def __init__(self, knowledge: Knowledge, bodies: BodyReader) -> None:
        self.knowledge = knowledge
        self.bodies = bodies
        self.lists = knowledge.lexicon.offices
        self._heading = knowledge.lexicon.syntax.led_by
        self.own = OwnGroups(knowledge)
        self._groups = self.lists.groups | self.lists.our_groups

    def group(self, document: Document, sentence: Sentence, at: int) -> list[Mention]:
        """A delegation or unnamed officials with their party: "وفد عسكري أميركي", "مسؤولين فلسطينيين"."""
        words = document.words
        if words[at] in self.knowledge.lexicon.syntax.led_by:
            return []  # "برئاسة وزير الخارجية", "بقيادة السعودية": who leads, no presidency
        if self._is_beside(words, at):
            return []
        for clitic, stem in readings(words[at]):
            key = without_article(stem)
            if key not in self._groups or (key in self.lists.others and words[at + 1 : at + 2] != ["من"]):
                continue
            if key in self.lists.counted_groups and not (at > sentence.first and words[at - 1].isdecimal()):
                continue
            both = self._both(words, sentence, at, clitic, key)
            if both is not None:
                return [both]
            summed = groups_of_summed(
                self.knowledge, words, sentence, _group(sentence, at, at + 1, clitic, key)
            )
            if summed:
                return summed
            party = self._party(document, at, sentence.last)
            if party is None and (last := self.own.last_of(words, at, sentence.last)):
                own = _group(sentence, at, last, clitic, key)
                office_end = at + 1 if words[last - 1] in self.lists.own_land else last
                return [replace(own, office=((at, office_end),), owned=True)]
            if party is None and is_announced(self.knowledge, words, sentence, at):
                return [replace(_group(sentence, at, at + 1, clitic, key), owned=True)]
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
            origin = (t for t in range(at + 1, last) if words[t] in ORIGINS)
            others = of_next_parties(self.knowledge, words, sentence.last, group)
            further = [] if others else self._further(words, sentence, group)
            group = without_opposition(group, others)
            return [group, *others] if others else among_lands(group, further, next(origin, office_end))
        return []

    def _is_beside(self, words: list[str], at: int) -> bool:
        """Whether a side is the word "beside": "إلى جانب الرئيس الروسي", not "الجانب الروسي"."""
        if words[at] not in self.lists.bodies or at == 0 or words[at - 1].lstrip("و") != "الي":
            return False
        land = self.knowledge.geo.match(words, at + 1, clitics=False)
        if land is not None and words[at - 1] == "الي":
            return True  # "يزور أ وب إلى جانب ج", not "وإلى جانب ج تشمل الجولة أ"
        return self.knowledge.offices.match(words, at + 1, clitics=False) is not None

    def _both(self, words: list[str], sentence: Sentence, at: int, clitic: str, key: str) -> Mention | None:
        """A group of each of two sides: "دبلوماسيين رفيعي المستوى من البلدين", "وفدا البلدين"."""
        for here in range(at + 1, min(sentence.last - 1, at + _GROUP_LIMIT)):
            owned = here == at + 1 and words[at].endswith(("ا", "ي", "و"))
            owned = owned and words[here] in self.lists.state_pairs
            if owned or (words[here] == "من" and self.knowledge.pairs.get(words[here + 1], "") is None):
                office = ((at, here),)
                last = here + (1 if owned else 2)
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
            adjective = None if here > at + 1 and is_field(self.knowledge, words, here) else adjective
            if adjective and not self._is_of_their_work(document, here, adjective.value.code):
                return adjective.value.code, adjective.last, here
            if here == at + 1 and (sender := self._sender(words, here, end)):
                return sender
            head = words[here].removeprefix("ب")  # "اجتمع الوفد بوزير الخارجية التونسي"
            leader = head in self.lists.further_heads or self._is_leader(words[here])
            behind = words[here - 1].startswith("ال") if here > at + 1 else definite
            if behind and leader:
                break  # "التقى الوفد رئيس الوزراء العراقي": two sides; "في قصر الرئاسة الرئيس أ"
            another = words[here].startswith("ال") and words[here][2:] in self.lists.standing_alone
            if another and (definite or here > at + 1):
                break  # "في رئاسة الوزراء السفير الفرنسي", "بمقر القيادة السفير البريطاني"
            governs = words[here - 1] in self.lists.governments
            if governs and (led := self._led_by(words, self._past_title(words, here), end, any)):
                return led  # "مسؤولين في إدارة ترامب", "حكومة الرئيس أ"
            sent = any(stem in self.lists.representing for _, stem in readings(words[at]))
            body = self.knowledge.geo.match(words, here, clitics=sent or here > at + 1)
            provincial = words[here - 1] in self.lists.provinces
            if body and body.value.ambiguous and here == at + 1 and self._is_government(words[at]):
                body = None  # "الحكومة الاتحادية في بغداد": no palace
            if body and is_of_one_state(body, words, here, end, self.knowledge):
                body = None  # "ممثلي مجلس الأمن القومي"
            if body and words[here] in self.knowledge.lexicon.events.meeting_grounds:
                break  # "المشرعين في بروكسل": of the body that sits there
            if body and here > at + 1 and not body.clitic and self._is_goal(words, here, body.value.kind):
                break
            if body and self._is_where_it_sits(words, at, here):
                break
            if body and (provincial or body.value.kind != "city") and body.clitic in ("", "ل", "ب"):
                return body.value.code, body.last, here if self._is_accusative(words, here) else body.last
            whole = words[here].startswith("لل") and not ORIGINS.intersection(words[at:here])
            if whole and here > at + 1:
                break  # "زار قيادة القوات المشتركة للتحالف في أ": a place, and no delegation of a body
            further = self._continues(words[here]) or self._describes(words, here, end)
            if not (further or self._quotes_adjective(words, here)):
                break
        return None

    def _is_leader(self, word: str) -> bool:
        """Whether a word with the article is the office of a head of state: "الرئيس"."""
        return word.startswith("ال") and word.removeprefix("ال") in self.lists.heads_of_state

    def _is_government(self, word: str) -> bool:
        """Whether a group is a government, of which an adjective right after it may be said."""
        return any(without_article(stem) in self.lists.governments for _, stem in readings(word))

    def _is_accusative(self, words: list[str], at: int) -> bool:
        """Whether an adjective in the accusative only looks like its land: "وفدا روسيا رفيع المستوى"."""
        agrees = words[at].endswith("ا") and words[at - 1].endswith("ا")
        return agrees and bool(self.knowledge.adjectives.match([words[at].removesuffix("ا")], 0, False))

    def _is_goal(self, words: list[str], at: int, kind: str) -> bool:
        """Whether a land after an adjective is where a group goes, and none of its own: "يزور وفد كبير أ"."""
        word, lists = words[at - 1], self.lists
        governs = word in self.knowledge.lexicon.syntax.prepositions or word in lists.groups | lists.provinces
        adjective = word.removesuffix("ا").endswith("ي") or word in lists.group_links
        return kind in ("country", "capital", "city") and adjective and not governs

    def _is_where_it_sits(self, words: list[str], at: int, land: int) -> bool:
        """Whether a land is where a body of two states meets: "اجتماع اللجنة المشتركة في أ"."""
        joint = self.knowledge.lexicon.events.joint_bodies
        return words[land - 1] == "في" and any(stem in joint for _, stem in readings(words[at]))

    def _describes(self, words: list[str], at: int, end: int) -> bool:
        """Whether a plural before a nationality says of what they are officials: "الاقتصاديين الأميركيين"."""
        word = words[at].removeprefix("ال")
        field = word.removesuffix("ين").removesuffix("ون")
        nation = self.knowledge.adjectives.match(words, at + 1, clitics=False) if at + 1 < end else None
        return word != field in self.lists.complements and nation is not None and nation.value.number == 3

    def _is_of_their_work(self, document: Document, at: int, code: str) -> bool:
        """Whether a plural says what a group is for: "المسؤولين الماليين", unless its article names Mali."""
        word = document.words[at].removeprefix("ال")
        singular = word.removesuffix("ين").removesuffix("ون")
        return word != singular in self.lists.complements and not self.bodies.names(document, code)

    def _sender(self, words: list[str], at: int, end: int) -> tuple[str, int, int] | None:
        """The leader who sent a group, as its party is given: "مبعوثو ترامب"."""
        return self._led_by(words, at, end, all) if words[at - 1].endswith(("و", "ي")) else None

    def _past_title(self, words: list[str], at: int) -> int:
        """Past the office that may stand before a name, and its land: "الرئيس الأميركي أ"."""
        office = self.knowledge.offices.match(words, at, clitics=False)
        if office is None or office.value.word not in self.lists.heads_of_state:
            return at
        here = office.last
        while here < len(words) and words[here].removeprefix("ال") in self.lists.complements:
            here += 1
        land = self.knowledge.adjectives.match(words, here, clitics=False)
        return land.last if land else here

    def _led_by(
        self, words: list[str], at: int, end: int, of_them: Callable[[Iterable[bool]], bool]
    ) -> tuple[str, int, int] | None:
        """The party that somebody named at a token leads, and where his name ends.

        Args:
            words: the folded words of the document.
            at: where his name begins.
            end: the token after the sentence.
            of_them: whether all that he was must be the lead, or any of it.
        """
        match = self.knowledge.people.match(words, at, clitics=False)
        parties = {known.party for known in match.value} if match and match.last <= end else set()
        if match is None or len(parties) != 1 or not of_them(known.leads for known in match.value):
            return None
        return parties.pop(), match.last, match.last

    def _quotes_adjective(self, words: list[str], at: int) -> bool:
        """Whether a quotation mark stands before what a group is like: "وفدا "تقنيا" إسرائيليا"."""
        after = words[at + 1] if at + 1 < len(words) else ""
        told = self._continues(after) or self.knowledge.adjectives.match(words, at + 1, clitics=False)
        body = self.knowledge.geo.match(words, at + 1, clitics=False)
        return words[at] in QUOTES and bool(told) and body is None

    def _continues(self, word: str) -> bool:
        """Whether a word may stand between a group and its party."""
        led = word[:1] if word[:1] in "وب" and word[1:3] == "ال" else ""  # "والأركان", "بالإدارة الأميركية"
        plain = word.removeprefix("لل" if word.startswith("لل") else f"{led}ال")  # "للقوات المسلحة"
        if word in self.lists.coming:
            return False  # "وفد كبير قادما من الكويت"
        return (
            word in self.lists.group_links
            or word in self.lists.provinces
            or plain in self.lists.groups
            or plain in self.lists.complements
            or plain.removesuffix("ا") in self.lists.complements
            or plain.removesuffix("ين").removesuffix("ون") in self.lists.complements  # "السياسيين والعسكريين"
            or (word not in self._heading and plain.removeprefix("ب") in self.lists.complements)
        )  # "عضوا بمجلس النواب"

    def _further(self, words: list[str], sentence: Sentence, group: Mention) -> list[Mention]:
        """The group of each further land: "دبلوماسيين من الولايات المتحدة وبريطانيا"."""
        out: list[Mention] = []
        here = group.last
        if here < sentence.last and group.last > group.office[-1][1]:  # "مسؤولين سوريين وأميركيين"
            other = self.knowledge.adjectives.match(words, here)
            if other and other.clitic == "و" and other.value.number != 1 and other.last <= sentence.last:
                out.append(replace(group, first=here, last=other.last, clitic="و", country=other.value.code))
                here = other.last
        if ORIGINS.intersection(words[group.first : group.last]):
            out += further_lands(self.knowledge, words, sentence.last, replace(group, last=here))
        return out

    def nationals(self, document: Document, sentence: Sentence, at: int) -> Mention | None:
        """People of a land who stand for it after "with" or in talks "between": "مع الكوريين الشماليين"."""
        words = document.words
        if at == sentence.first:
            return None
        between = next(
            (t for t in range(at - 1, max(sentence.first, at - _BETWEEN), -1) if words[t] == "بين"), 0
        )
        joined = words[at].startswith("و")
        others = joined and self._follows_nationals(words, sentence, at)  # "مع الروس والأتراك"
        second = joined and (between > 0 or others)  # "محادثات بين الروس والأتراك"
        match = self.knowledge.adjectives.match(words, at, clitics=second)
        if match is None or match.value.number == 1 or not match.value.definite or match.value.feminine:
            return None
        talking = between > 0 and (second or between == at - 1) and self._are_talks(words, sentence, between)
        if words[at - 1] != "مع" and not (talking or others):
            return None
        return Mention(
            at,
            match.last,
            sentence.index,
            match.clitic,
            "delegation",
            office=((at, match.last),),
            country=match.value.code,
        )

    def _follows_nationals(self, words: list[str], sentence: Sentence, at: int) -> bool:
        """Whether people of other lands with whom somebody speaks stand right before a token."""
        for first in range(at - 1, max(sentence.first, at - _BETWEEN), -1):
            match = self.knowledge.adjectives.match(words, first)
            if match is None or match.last > at or match.value.number == 1 or match.value.feminine:
                return False
            if words[first - 1] == "مع":
                return True
        return False

    def _are_talks(self, words: list[str], sentence: Sentence, at: int) -> bool:
        """Whether a noun of talks stands close before "between"."""
        near = range(max(sentence.first, at - _TALKS), at)
        found = (self.knowledge.triggers.match(words, t) for t in near)
        return any(match is not None and match.value.trigger.pattern == "noun" for match in found)


def among_lands(group: Mention, further: list[Mention], origin: int) -> list[Mention]:
    """A group and those of further lands, whose office is told before the lands: "مسؤولون من أ وب".

    Args:
        group: those of the first land.
        further: those of each further land.
        origin: the token before the lands at which their office ends.
    """
    office = ((group.office[0][0], origin),) if further else group.office
    return [replace(mention, office=office) for mention in (group, *further)]


def further_lands(knowledge: Knowledge, words: list[str], end: int, group: Mention) -> list[Mention]:
    """A group of each further land from which some come: "دبلوماسيين من الولايات المتحدة وبريطانيا".

    Args:
        knowledge: the lexicon, compiled.
        words: the folded words of the document.
        end: the token after the sentence.
        group: those from the first land, whose end is where the further lands may begin.
    """
    out: list[Mention] = []
    here = group.last
    while here < end:
        match = knowledge.geo.match(words, here)
        if match is None or match.clitic != "و" or match.value.kind != "country":
            break
        out.append(replace(group, first=here, last=match.last, clitic="و", country=match.value.code))
        here = match.last
    return out


def _group(sentence: Sentence, first: int, last: int, clitic: str, key: str) -> Mention:
    """A group all of whose words say what it is."""
    return Mention(first, last, sentence.index, clitic, "delegation", None, ((first, last),), key)
