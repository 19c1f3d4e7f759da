"""The mentions of a document: persons by office and name, bodies, delegations, states and places."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.mentions.bodies import BodyReader
from liqaa.ingest.extraction.mentions.first_to import is_first_of_any
from liqaa.ingest.extraction.mentions.groups import GroupReader
from liqaa.ingest.extraction.mentions.groups_of_two import ORIGINS
from liqaa.ingest.extraction.mentions.guest_words import read_guest
from liqaa.ingest.extraction.mentions.half_names import other_half
from liqaa.ingest.extraction.mentions.headed_groups import headed_group
from liqaa.ingest.extraction.mentions.joined_names import is_joined_name
from liqaa.ingest.extraction.mentions.latter import read_latter
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.namesakes import is_namesake
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.mentions.one_of_them import is_one_of_them
from liqaa.ingest.extraction.mentions.openers import Openers
from liqaa.ingest.extraction.mentions.party_heads import as_party_head
from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.mentions.persons import PersonReader
from liqaa.ingest.extraction.mentions.plain_surnames import is_plain_word
from liqaa.ingest.extraction.mentions.plurals import PluralReader
from liqaa.ingest.extraction.mentions.shared_heads import next_minister
from liqaa.ingest.extraction.mentions.two_bodies import two_bodies
from liqaa.ingest.extraction.mentions.unnamed_hosts import read_hosts
from liqaa.ingest.extraction.text.document import COMMAS, Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import Match, is_among, readings
from liqaa.ontology.folding import without_article

# Words of a name before an office, fewest and most.
_NAME_WORDS = (2, 4)
# Words before officials whom somebody meets: "لقاءات مع المسؤولين العسكريين في أ", "عدد من المسؤولين".
_WITH = frozenset(("مع", "من"))


class MentionReader:
    """Reads the mentions of a document, sentence by sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._openers = Openers(knowledge)
        self.persons = PersonReader(knowledge)
        self.plurals = PluralReader(knowledge, self.persons)
        self.bodies = BodyReader(knowledge)
        self.groups = GroupReader(knowledge, self.bodies)
        self._qualifiers = knowledge.lexicon.offices.qualifiers
        self._tags = knowledge.lexicon.syntax.tags
        self._before_names = COMMAS | knowledge.lexicon.syntax.prepositions

    def read(self, document: Document, passages: frozenset[int] | None = None) -> list[Mention]:
        """The mentions in the order of the text, none overlapping.

        Args:
            document: the article.
            passages: indexes of the sentences to read; all if left out.
        """
        out: list[Mention] = []
        words, may_begin = document.words, self._openers.may_begin
        for sentence in document.sentences:
            if passages is not None and sentence.index not in passages:
                continue
            here = sentence.first
            if sentence is document.sentences[-1] and words[here] in self._tags:
                break
            for at in [t for t in range(sentence.first, sentence.last) if may_begin(words, t)]:
                found = self._at(document, sentence, at) if at >= here else []
                if at >= here and (not found or found[0].anaphor == "pair" or found[0].is_of_no_land()):
                    hosts = read_hosts(self.knowledge, words, sentence, at, out)
                    found = [hosts] if hosts is not None else found
                begin = max(here, sentence.first)
                here = found[-1].last if found else here
                found = [m for m in found if not self._names_nobody(document, m, sentence.first)]
                found = [m for m in found if not is_plain_word(document, m, self.bodies)]
                if out and found and is_one_of_them(document, found[0], out[-1]):
                    out[-1], found = replace(out[-1], last=found[0].last), found[1:]
                both = as_party_head(self.knowledge, document, out[-1], found[0]) if out and found else None
                if both is not None:
                    out[-1], found = both, found[1:]
                out.extend([self._named_before(document, begin, m) for m in found[:1]] + found[1:])
        return out

    def _names_nobody(self, document: Document, mention: Mention, first: int) -> bool:
        """Whether what reads as somebody only tells what another is, or after whom a thing is called."""
        namesake = is_namesake(self.knowledge, document, mention, first)
        return namesake or is_first_of_any(self.knowledge, document.words, mention, first)

    def _named_before(self, document: Document, begin: int, held: Mention) -> Mention:
        """An office with the name that no word announces before it: "أ، فاسيليس بالماس وزير الدفاع القبرصي".

        Args:
            document: the article.
            begin: the first token that belongs to no mention.
            held: the office.
        """
        if held.name or held.anaphor or held.clitic or not (held.kind == "person" and held.country):
            return held
        words, at = document.words, held.first
        if held.number != 1 or not held.office or held.office[0][0] != at:
            return held
        apart = words[at - 1] in COMMAS  # "اليوم، كارل نيلسون، القائم بأعمال وزير الدفاع السويدي"
        end = at - apart
        for first in range(end - _NAME_WORDS[0], max(begin, end - _NAME_WORDS[1]) - 1, -1):
            opens = first == document.sentences[held.sentence].first
            if opens and words[first] not in self.knowledge.given:
                continue  # "تفقدت أنجلينا جولي المبعوثة": a verb
            if not apart and is_joined_name(self.persons.names, words, first, end):
                return replace(held, first=first, clitic="و", name=(first, end))
            parted = words[first - 1] in COMMAS if apart else first == begin
            if parted or (not apart and words[first - 1] in self._before_names):
                whole = self.persons.names.end(words, first, len(words))[0] == end
                return replace(held, first=first, name=(first, end)) if whole else held
        return held

    def _at(self, document: Document, sentence: Sentence, at: int) -> list[Mention]:
        """The mentions that begin at a token: one, or those that a plural or a list tells apart."""
        told = read_latter(self.knowledge, document, sentence, at)
        told = told or read_guest(self.knowledge, document, sentence, at)
        back = [told] if told else self._back_references(document, sentence, at)
        if back:
            return back
        several = self.plurals.read(document, sentence, at)
        several = several or two_bodies(self.knowledge, self.plurals, document, sentence, at)
        if several:
            return several
        person = self.persons.read(document, sentence, at)
        if person:
            return [person, *self._colleagues(document, sentence, person)]
        group = self.groups.group(document, sentence, at)
        if group:
            return group
        body = self.groups.nationals(document, sentence, at) or self.bodies.read(document, sentence, at)
        if body is None:
            return headed_group(self.knowledge, self.persons, document, sentence, at)
        half = other_half(self.knowledge, document.words, body.last) if body.last < sentence.last else None
        if half is None or body.kind != "state":
            return [body]
        last = body.last + 1
        return [body, replace(body, first=body.last, last=last, clitic="و", country=half.code, geo=half)]

    def _colleagues(self, document: Document, sentence: Sentence, person: Mention) -> list[Mention]:
        """Who holds the same office elsewhere: "الرئيس الأميركي أ والتركي ب"."""
        if not (person.office and person.name and person.country) or person.last >= sentence.last:
            return []
        minister = next_minister(self.knowledge, self.persons, document, sentence, person)
        if minister is not None:
            return [minister]
        others = self.plurals.members(document.words, sentence, person.last, further=True)
        if not others or any(other.name is None or other.kind != "person" for other in others):
            return []
        return [replace(other, office=person.office, office_key=person.office_key) for other in others]

    def _back_references(self, document: Document, sentence: Sentence, at: int) -> list[Mention]:
        """The mentions that stand for others: "نظيره الفرنسي", "نظيريه الروسي أ والتركي ب", "الجانبان"."""
        words = document.words
        for clitic, stem in readings(words[at]):
            if stem in self.knowledge.lexicon.offices.counterparts:
                begun = at + 1 + (words[at + 1 : at + 2] == ["من"])  # "نظرائه من أ وب"
                several = self.plurals.members(words, sentence, begun)
                if stem in self.knowledge.lexicon.offices.two_counterparts:
                    several = several[:2]  # "مع نظيريه أ وب، ج": no third
                if len(several) > 1:
                    return [
                        replace(
                            m,
                            first=at if m is several[0] else m.first,
                            clitic=clitic if m is several[0] else m.clitic,
                            anaphor="counterpart",
                        )
                        for m in several
                    ]
                return [self._counterpart(document, sentence, at, clitic)]
            high = at > sentence.first and is_among(words[at - 1], self.knowledge.lexicon.offices.high)
            counted = words[at + 1 : at + 2] != [] and words[at + 1] in self.knowledge.lexicon.syntax.counted
            if stem in self.knowledge.pairs and not high and not counted:  # not "البلدان الثلاثة"
                named = self.plurals.named_pair(document, sentence, at)
                sides = named or self._sides(words, sentence, at, clitic)
                if sides or self._nationality_follows(words, at + 1, sentence.last):
                    return sides
                if group := self._of_a_land(document, sentence, at):
                    return group
                return [
                    Mention(
                        at,
                        at + 1,
                        sentence.index,
                        clitic,
                        "person",
                        office_key=stem,
                        number=2,
                        anaphor="pair",
                    )
                ]
        return []

    def _of_a_land(self, document: Document, sentence: Sentence, at: int) -> list[Mention]:
        """A plural written like a dual, with what tells of which land all are: "المسؤولين العسكريين في أ"."""
        words, before = document.words, document.words[at - 1] if at > sentence.first else ""
        met = before in _WITH or self.knowledge.triggers.match(words, max(sentence.first, at - 1)) is not None
        group = self.groups.group(document, sentence, at) if met and words[at].endswith("ين") else []
        return group if group and group[0].country and group[0].last > at + 1 else []

    def _sides(self, words: list[str], sentence: Sentence, at: int, clitic: str) -> list[Mention]:
        """The two of "الجانبان الأردني والسوري", "الوفدان أ وب"; none where people hold the office."""
        if not self._are_sides(words[at], clitic):
            return []
        begun = self._past_from(words, at + 1, sentence.last)
        stem = next(stem for c, stem in readings(words[at]) if c == clitic)
        group = without_article(stem).removesuffix("ان").removesuffix("ين")
        if begun > at + 1 and words[begun] in self.knowledge.lands:  # "وفدان من الكوريتين"
            last, office = begun + 1, ((at, at + 1),)
            told = Mention(at, last, sentence.index, clitic, "delegation", office=office, office_key=group)
            return [replace(told, number=2, anaphor="pair")]
        several = self.plurals.members(words, sentence, begun)
        if len(several) != 2 or any(m.name for m in several):
            return []
        both = (replace(several[0], first=at, clitic=clitic), several[1])
        offices = self.knowledge.lexicon.offices
        if group not in offices.groups - offices.bodies:
            return [replace(m, kind="state") for m in both]
        return [replace(m, kind="delegation", office=((at, at + 1),), office_key=group) for m in both]

    def _past_from(self, words: list[str], at: int, end: int) -> int:
        """Past what two are like and "from", before whose they are: "وفدان رفيعا المستوى من أ وب"."""
        lists, here = self.knowledge.lexicon.offices, at
        while here < end and words[here] not in ORIGINS:
            word = words[here].removesuffix("ان").removesuffix("ين")
            if word not in lists.group_links | lists.complements:
                return at
            here += 1
        return here + 1 if here + 1 < end else at

    def _are_sides(self, word: str, clitic: str) -> bool:
        stem = next(stem for c, stem in readings(word) if c == clitic)
        return self.knowledge.pairs[stem] is None

    def _nationality_follows(self, words: list[str], at: int, end: int) -> bool:
        return at < end and self.knowledge.adjectives.match(words, at, clitics=False) is not None

    def _body_of_several(self, words: list[str], at: int, end: int) -> Match[Geo] | None:
        """The body in which several counterparts serve: "نظراءه في مجلس التعاون"."""
        if "نظرا" not in words[at] or words[at + 1 : at + 2] not in (["في"], ["من"]) or at + 2 >= end:
            return None
        match = self.knowledge.geo.match(words, at + 2, clitics=False)
        return match if match and match.last <= end and match.value.kind == "organisation" else None

    def _land_from(self, words: list[str], at: int, end: int) -> Match[Geo] | None:
        """The land from or in which a counterpart is: "نظيره من جنوب أفريقيا أ", "نظيره بجمهورية كينيا ب"."""
        if at + 1 >= end:
            return None
        styles = self.knowledge.lexicon.offices.states
        styled = any(clitic in ("ب", "ل") and stem in styles for clitic, stem in readings(words[at]))
        if words[at] != "من" and not styled:
            return None
        match = self.knowledge.geo.match(words, at + (not styled))
        return match if match and match.last <= end and match.value.kind in ("country", "capital") else None

    def _past_qualifier(self, person: Person) -> int:
        """Past what tells which holder of the office a counterpart is: "نظيره الفرنسي الجديد أ"."""
        qualified = person.here < person.end and plain(person.words[person.here]) in self._qualifiers
        return person.here + (qualified and person.country is not None)

    def _counterpart(self, document: Document, sentence: Sentence, at: int, clitic: str) -> Mention:
        """A person who holds the office of another one: "نظيره الفرنسي جان مارك"."""
        words, end = document.words, sentence.last
        person = Person(words, at, at + 1, end, clitic, respected=True)
        adjective = self.knowledge.adjectives.match(words, at + 1, clitics=False) if at + 1 < end else None
        if adjective:
            person.country, person.here = adjective.value.code, adjective.last
        elif at + 2 < end and words[at + 1] in self.knowledge.lexicon.syntax.halves:
            person.here = at + 2
        elif (land := self._land_from(words, at + 1, end)) is not None:
            person.country, person.here = land.value.code, land.last
        body = self._body_of_several(words, at, end)
        if body is not None:
            return Mention(at, body.last, sentence.index, clitic, "organisation", country=body.value.code)
        titled = adjective is None and at + 1 < end and not words[at + 1].startswith("ال")
        held = self.persons.read(document, sentence, at + 1) if titled else None
        if held is not None and held.office and held.country:
            return replace(held, first=at, clitic=clitic)  # "نظيره وزير خارجية روسيا أ"
        if held is not None and held.office and held.name is None and len(held.office_key.split()) > 1:
            return replace(
                held, first=at, clitic=clitic, anaphor="counterpart"
            )  # "نظيره قائد القوات البحرية"
        person.here = self._past_qualifier(person)
        self.persons.follow(person)
        told = not person.office and self.persons.further.of_counterpart(person)
        several = words[at].removeprefix(clitic) in self.knowledge.lexicon.offices.several_counterparts
        return Mention(
            at,
            self.persons.breaks.past_blessings(person),
            sentence.index,
            clitic,
            "person",
            person.name,
            tuple(person.office),
            person.office_key,
            person.country,
            3 if several and person.country is None else 1,
            anaphor="" if told else "counterpart",
            known=person.known,
        )
