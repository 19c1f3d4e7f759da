"""Persons: titles of respect, an office with its party, and a name, in any order that newspapers use."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.further_offices import FurtherOffices
from liqaa.ingest.extraction.mentions.hashtags import within_hashtag
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.mentions.met_officials import is_met, is_met_by_envoy, is_met_by_name
from liqaa.ingest.extraction.mentions.names import NameReader, looks_like_surname
from liqaa.ingest.extraction.mentions.office_words import plain
from liqaa.ingest.extraction.mentions.offices import OfficeReading, read_office
from liqaa.ingest.extraction.mentions.origins import origin_at
from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.mentions.person_breaks import BreakReader
from liqaa.ingest.extraction.mentions.person_names import PersonNames
from liqaa.ingest.extraction.mentions.ranks import is_inner_rank, past_arm
from liqaa.ingest.extraction.mentions.represented_heads import is_acted_for
from liqaa.ingest.extraction.mentions.two_parties import holds_both
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES, Document, Sentence
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Office
from liqaa.ingest.extraction.text.phrasebook import Match, readings


class PersonReader:
    """Reads persons part by part: each part is a method that takes its words and says whether it did."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.names = NameReader(knowledge)
        self.breaks = BreakReader(knowledge, self.names)
        self.further = FurtherOffices(knowledge, self.names)
        self._titles_with_pronoun = knowledge.lexicon.syntax.titles_with_pronoun
        self._led_by = knowledge.lexicon.syntax.led_by | knowledge.lexicon.syntax.accrediting
        self.person_names = PersonNames(knowledge, self.names)

    def read(self, document: Document, sentence: Sentence, at: int) -> Mention | None:
        """The person whose mention begins at a token; none at the rank of a decoration."""
        before = document.words[at - 1] if at else ""
        if not self.knowledge.opens_person(document.words[at]) and before not in self._led_by:
            return None
        if at > sentence.first and before in self.knowledge.lexicon.offices.ranks:
            return None  # "وسام برتبة قائد أعلى"
        end = document.end_of_run(at, sentence.last)
        person = self._read(Person(document.words, at, at, end, document=document))
        return within_hashtag(document, person.mention(sentence), self.knowledge) if person else None

    def follow(self, person: Person) -> None:
        """Read the name of somebody of whom only the party is known, after a comma and titles of respect."""
        self.pass_comma(person)
        while person.here < person.end and (
            self._honorific(person) or self._bare_title(person) or self._rank(person)
        ):
            pass
        self.name(person)

    def _bare_title(self, person: Person) -> bool:
        """Pass a title before a counterpart's name: "نظيره الرئيس سلفاكير", "نظيره الرئيس الأميركي أ"."""
        match = self.knowledge.offices.match(person.words, person.here, clitics=False)
        if match is None or match.last != person.here + 1 or match.last >= person.end:
            return False
        if not person.words[person.here].startswith("ال"):
            return False
        nation = None if person.country else self.knowledge.adjectives.match(person.words, match.last, False)
        last = nation.last if nation else match.last
        if last >= person.end or self.knowledge.people.match(person.words, last, clitics=False) is None:
            return False
        person.office.append((person.here, match.last))
        person.office_key = match.value.word
        person.country, person.here = nation.value.code if nation else person.country, last
        return True

    def _rank(self, person: Person) -> bool:
        """Pass a diplomat's rank before a counterpart's name: "نظيره التركي السفير أ"."""
        word, after = person.words[person.here], person.here + 1
        ranked = word.startswith("ال") and word[2:] in self.knowledge.lexicon.offices.ranked
        named = ranked and after < person.end and self.names.end(person.words, after, person.end)[0] > after
        person.here += named
        return named

    def _inner_rank(self, person: Person) -> bool:
        """Pass a rank between an office and its holder's name: "النائب العام المستشار أ"."""
        after = person.here + 1
        if not person.office or person.name or after >= person.end:
            return False
        if not is_inner_rank(self.knowledge, person.words[person.here], person.office_key):
            return False
        known = self.knowledge.people.match(person.words, after, clitics=False) is not None
        named = known or self.names.end(person.words, after, person.end)[0] > after
        person.here += named
        return named

    def _is_envoys_rank(self, person: Person, match: Match[Office]) -> bool:
        """Whether her rank stands before the name of who runs an embassy: "القائم بأعمال أ السفيرة ب"."""
        offices, last = self.knowledge.lexicon.offices, match.last
        runs = any(person.office_key.startswith(head) for head in offices.diplomats)
        ranked = match.value.word in offices.ranked and last < person.end
        return runs and ranked and self.names.end(person.words, last, person.end)[0] > last

    def pass_comma(self, person: Person) -> None:
        """Pass a comma or a quotation mark after which the same person's name follows."""
        comma = person.here < person.end and person.words[person.here] in COMMAS | QUOTES
        if comma and self.breaks.goes_on(person, person.here + 1, comma):
            person.here += 1

    def name(self, person: Person) -> bool:
        """Read a name, known or announced by what was read before; says whether there was one."""
        return person.here < person.end and self.person_names.read(person)

    def _read(self, person: Person) -> Person | None:
        while person.here < person.end and not self._is_next_person(person):
            if not (
                self._honorific(person)
                or self._inner_rank(person)
                or self._nationality(person)
                or self._relative(person)
                or self._office(person)
                or self.person_names.read(person)
                or self.further.after_name(person)
                or self.further.before_name(person)
                or self.breaks.bridge(person)
            ):
                break
        if not person.begins:
            person.here = self.breaks.past_bracket(person)
            person.here = self.breaks.past_spouse(person)
            person.here = self.breaks.past_blessings(person)
        incomplete = person.office_key in self.knowledge.lexicon.offices.incomplete and person.country is None
        incomplete = incomplete and len(person.office) == 1  # "نائب وزير الدفاع" tells whose deputy he is
        if self._is_artist(person):
            return None
        return person if person.name or (person.office and not incomplete) else None

    # -- parts -----------------------------------------------------------------------------------------

    def _is_next_person(self, person: Person) -> bool:
        """Whether a title of respect after a name opens another person, or it is a spokesman's leader."""
        if person.name is None:
            return self.breaks.is_spoken_for(person) or is_acted_for(self.knowledge, person)
        return self._title_of_respect(person) is not None

    def _is_artist(self, person: Person) -> bool:
        """Whether somebody represents nobody but plays in films: "الممثلة الأميركية أ"."""
        offices = self.knowledge.lexicon.offices
        if person.office_key not in offices.artists or len(person.office) != 1:
            return False
        if any(plain(word) in offices.of_envoys for word in person.words[slice(*person.office[0])]):
            return False  # "الممثل الخاص للأمم المتحدة أ"
        return bool(person.name) and person.words[person.office[0][0]].startswith("ال")

    def _title_of_respect(self, person: Person) -> Match[bool] | None:
        match = self.knowledge.honorifics.match(person.words, person.here, clitics=person.begins)
        return match if match and match.last < person.end else None

    def _premier(self, person: Person) -> Match[bool] | None:
        """What premiers are called right before a known name, else a state: "ودولة جوزيف أ رئيس الوزراء"."""
        words, after = person.words, person.here + 1
        styles = self.knowledge.lexicon.offices.premiers
        clitics = [clitic for clitic, stem in readings(words[person.here]) if stem in styles]
        if not (person.begins and clitics) or after >= person.end or words[after] not in self.knowledge.given:
            return None
        stated = self.knowledge.geo.match(words, person.here) or self.knowledge.geo.match(words, after)
        return None if stated else Match(clitics[0], after, True)

    def _honorific(self, person: Person) -> bool:
        joined = person.begins and person.words[person.here] != "و" and person.words[person.here][0] == "و"
        degrees = self.knowledge.past_degrees(person.words, person.here, person.end)
        if degrees > person.here and not person.name:
            person.respected, person.here = True, degrees
            person.clitic = "و" if joined else person.clitic
            return True
        match = self._title_of_respect(person) or self._premier(person)
        if match is None or person.words[match.last - 1] in self._titles_with_pronoun:
            return False  # "في قصر سموه بجدة": somebody named before, no name follows
        person.clitic = match.clitic if person.begins else person.clitic
        person.respected = True
        slash = match.last + 1 < person.end and person.words[match.last] == "/"  # "السيدة/ إينيس"
        last = past_arm(self.knowledge, person.words, match.last, person.end)
        person.here = last + slash - self.breaks.ends_in_office(person, match.last - 1)
        return True

    def _nationality(self, person: Person) -> bool:
        """A nationality after a title of respect alone: "الجنرال الأميركي ...", "السيد ..."."""
        if not person.respected or person.name or (person.country and not person.office):
            return False
        match = self.knowledge.adjectives.match(person.words, person.here, clitics=False)
        if not match or not match.value.definite or match.value.number != 1 or match.last >= person.end:
            return False
        if person.office:  # "الأمين العام للمنظمة، الدكتور السعودي أ": he is the organisation's
            named = self.names.end(person.words, match.last, person.end)[0] > match.last
            person.here = match.last if named and person.country else person.here
            return named and person.country is not None
        person.country, person.here = match.value.code, match.last
        return True

    def _is_of_name(self, person: Person, office: Match[Office], after: str) -> bool:
        """Whether an office's word begins a name: "الفريق سلطان بن سيف", "أمير عبد اللهيان"."""
        words = person.words
        bare = office.last == person.here + 1 and words[person.here] in self.knowledge.given
        surname = bare and (person.respected or bool(person.office)) and looks_like_surname(after)
        if surname or (person.respected and after == "بن") or self._is_of_ranked(person, office):
            return True  # "السيد سلطان المريخي", "وزير الدولة سلطان المريخي"
        if bare and self.person_names.is_borne(person, office):
            return True
        if not (person.begins or (person.office and not person.name)):
            return False  # "الرئيس الأسبق أمين الجميل"
        if person.words[person.here].removeprefix("و").startswith(("ال", "لل", "بال")):
            return False  # "الملك عبد الله الثاني", "للملك سلمان"
        land = self.knowledge.geo.match(person.words, office.last, clitics=False) if after else None
        if land is not None and land.value.kind == "country":
            return False  # "أمير قطر تميم بن حمد", whom the register also knows so
        name = self.knowledge.people.match(person.words, person.here, clitics=True)
        return name is not None and office.last < name.last <= person.end

    def _is_of_ranked(self, person: Person, office: Match[Office]) -> bool:
        """Whether what is also a name follows an official's rank: "وزير الدفاع الإيراني العميد أمير أ"."""
        named = office.value.word in self.knowledge.lexicon.offices.names_too
        ranked = bool(person.office and person.country and person.respected)
        return ranked and named and office.last == person.here + 1

    def _office(self, person: Person) -> bool:
        words, end = person.words, person.end
        match = self.knowledge.offices.match(words, person.here, clitics=person.begins)
        if match is None or match.last > end or not self._is_of_one(person, match):
            return False
        after = words[match.last] if match.last < end else ""
        if self._is_of_name(person, match, after) or after in self.knowledge.lexicon.offices.editors:
            return False  # "رئيس التحرير": no state's
        hers = _is_hers(person, match) and not self._is_envoys_rank(person, match)
        if person.country and not person.name and (_begins_name(person, match) or hers):
            return False  # "وزير الخارجية الإماراتي سلطان المهيري", "وزير الدفاع الكويتي وزيرة الدفاع"
        if person.name and (not self._may_follow_name(person, match) or self.breaks.is_accompanied(person)):
            return False
        another = self._stands_alone(person, match) or self._leads_another_state(person, match)
        if another or self._is_style(person, match.last - 1):
            return False  # "والتقى الوزير رئيس الوزراء": two people
        reading = read_office(self.knowledge, words, person.here, end, match)
        theirs = reading.country is not None and person.is_of_another(reading.country)
        theirs = theirs and not holds_both(self.knowledge, person, reading)
        met = is_met_by_envoy(self.knowledge, person, reading)
        if theirs or met or self.breaks.joins_another_land(person, reading):
            return False
        if self._is_bare_crown(person, reading):
            person.respected, person.here = True, reading.last
            return True
        leader_end = self.breaks.past_leader(person, reading)
        of_next = leader_end == reading.last and self._is_of_next_name(person, reading)
        of_next = of_next or self.breaks.assists_another(person, reading)
        if person.name and (of_next or self._is_of_another_land(person, match, reading)):
            return False
        if self._is_said_in_full(person, reading) or self.breaks.says_title_in_full(person, match):
            person.office.clear()
        if person.definite and self.breaks.is_ranked(person):
            person.office.clear()  # "السفير أ، وزير الخارجية": a rank, not the office
            person.office_key = ""
        person.office.extend(reading.ranges)
        if person.name and leader_end > reading.last == match.last:
            person.office[-1] = (person.office[-1][0], leader_end)  # "أ، مساعد بوتين"
        if not person.office_key:
            person.office_key = reading.key
            person.definite = words[match.last - 1].startswith("ال") or match.value.whole
            person.owned = reading.owned
        elif self._is_further(person, reading):
            person.further_keys.append(reading.key)
        person.duty = person.duty or reading.duty
        person.clitic = match.clitic if person.begins else person.clitic
        person.country = person.country or reading.country or (None if person.name else reading.body)
        person.offices_read += 1
        person.here = leader_end if person.name else reading.last
        return True

    def _is_style(self, person: Person, at: int) -> bool:
        """Whether a relative with a pronoun is what leaders call one another: "هاتف أ شقيقه الرئيس ب"."""
        words, document = person.words, person.document
        brothers, offices = self.knowledge.lexicon.syntax.brothers, self.knowledge.lexicon.offices
        if not any(stem in brothers for _, stem in readings(words[at])) or at + 1 >= len(words):
            return False
        if document is not None and document.text(at, at + 1).endswith("ة"):
            return False  # "شقيقة الزعيم"
        title = self.knowledge.offices.match(words, at + 1, clitics=False)
        respected = self.knowledge.honorifics.match(words, at + 1, clitics=False)
        return respected is not None or (title is not None and title.value.word in offices.heads_of_state)

    def _may_follow_name(self, person: Person, match: Match[Office]) -> bool:
        """Whether an office after a name belongs to it: not when a bare definite title follows another."""
        if person.offices_read and (_is_genitive(person) or self._governs(person)):
            return True
        if person.offices_read and _is_owned(person, match):
            return False  # "أوفد الرئيس فلاديمير مبعوثه ميخائيل": two people
        if not person.offices_read or not person.country:
            return True
        definite = person.words[match.last - 1].startswith("ال") and not match.value.whole
        return not definite or self._is_set_off(person, match)

    def _governs(self, person: Person) -> bool:
        """Whether a deputy's word ends what was read of an office: "أ، نائب مساعد كاتب الدولة الأمريكي"."""
        deputies = self.knowledge.lexicon.offices.deputies
        return (
            bool(person.office)
            and person.office[-1][1] == person.here
            and (person.words[person.here - 1] in deputies)
        )

    def _is_set_off(self, person: Person, match: Match[Office]) -> bool:
        """Whether a definite title is in full behind a comma: "الرئيس أ، القائد العام للقوات المسلحة"."""
        full = person.words[match.last] if match.last < person.end else ""
        told = full.startswith("ال") and full[2:] in self.knowledge.lexicon.offices.complements
        return told and person.words[person.here - 1] in COMMAS

    def _is_further(self, person: Person, reading: OfficeReading) -> bool:
        """Whether an office is one more of a person, and not whom he assists: "مساعد وزير الدفاع"."""
        words, first = person.words, reading.ranges[0][0]
        over = person.name is not None and first >= person.name[1]
        return over or words[first].startswith("وو") or words[first - 1].startswith(("ال", "لل", "،", ","))

    def _leads_another_state(self, person: Person, match: Match[Office]) -> bool:
        """Whether a title behind a head of state's is another's: "صحب الملك الرئيس", "أوفد الملك وزير"."""
        offices, word = self.knowledge.lexicon.offices, match.value.word
        led = bool(person.office) and not person.name and person.office_key in offices.heads_of_state
        if not led or match.last >= person.end or person.words[person.here - 1] in COMMAS:
            return False
        if word in offices.under_head_of_state:
            return person.country is not None
        side_by_side = person.office[-1][1] == person.here
        return side_by_side and word in offices.heads_of_state and word != person.office_key

    def _is_of_one(self, person: Person, match: Match[Office]) -> bool:
        """Whether an office is one person's, also in the accusative: "وزيرا فرنسيا", "مبعوثا من فرنسا"."""
        if match.value.number == 1 or _is_genitive(person):
            return True
        words, after = person.words, match.last
        sent = words[after - 1].endswith("ا") and match.value.word in self.knowledge.lexicon.offices.sent
        if sent and origin_at(self.knowledge, words, after, person.end) is not None:
            return True
        ends = after < person.end and words[after - 1].endswith("ا") and words[after].endswith("ا")
        nation = self.knowledge.adjectives.match(words, after, clitics=False) if ends else None
        return nation is not None and nation.value.number == 1 and not nation.value.definite

    def _is_bare_crown(self, person: Person, reading: OfficeReading) -> bool:
        """Whether a title between an office and a name only honours: "العاهل الأردني، الملك عبد الله"."""
        alone = reading.last == person.here + 1 and person.words[person.here].startswith("ال")
        crowned = reading.key in self.knowledge.lexicon.offices.heads_of_state
        crowned = crowned or self.breaks.is_rank_of_aide(person, person.here)
        return bool(person.office) and not person.name and alone and crowned and reading.last < person.end

    def _is_said_in_full(self, person: Person, reading: OfficeReading) -> bool:
        """Whether what follows a name says the title before it in full: "الملكة أ ملكة بريطانيا"."""
        titles = person.office if person.name else []
        bare = len(titles) == 1 and titles[0][1] - titles[0][0] == 1 and not person.country
        return bare and reading.key.partition(" ")[0] == person.office_key

    def _is_of_another_land(self, person: Person, match: Match[Office], reading: OfficeReading) -> bool:
        """Whether an office of some land follows a holder at home: "التقى وزير الداخلية أ السفير الفرنسي".

        So, too, "التقى وزير الداخلية أ سفير فرنسا".
        """
        head, _, complement = person.office_key.partition(" ")
        first = self.knowledge.office_head(person.office_key) in self.knowledge.lexicon.offices.first_titles
        if not complement or first or person.country or not reading.country or person.known:
            return False
        if self._governs(person):
            return False
        sent = match.value.word in self.knowledge.lexicon.offices.diplomats
        return head == match.value.word or sent or person.words[match.last - 1].startswith("ال")

    def _is_of_next_name(self, person: Person, reading: OfficeReading) -> bool:
        """Whether an office after a name is the next name's, and not one this person is known to hold."""
        if self._is_next_title(person, reading) or self.breaks.names_official(person, reading):
            return True
        named = is_met_by_name(self.knowledge, self.names, person, reading)
        if named or is_met(self.knowledge, person, reading):
            return True
        if not reading.country:
            return self._is_of_leader_abroad(person, reading) or self._another_is_named(person, reading)
        if person.known and all(known.party == reading.country for known in person.known):
            return False  # "نبيل العربي الأمين العام للجامعة العربية ستيفان دي ميستورا"
        return self.names.end(person.words, reading.last, person.end)[0] > reading.last

    def _is_next_title(self, person: Person, reading: OfficeReading) -> bool:
        """Whether a bare title stands between two names, whose first has none: "التقى بلينكن الملك أ"."""
        bare = reading.last == person.here + 1 and person.words[person.here].startswith("ال")
        if person.office or reading.country or not bare or reading.last >= person.end:
            return False
        return self.names.end(person.words, reading.last, person.end)[0] > reading.last

    def _another_is_named(self, person: Person, reading: OfficeReading) -> bool:
        """Whether who holds an office is named after it: "زار السفير الفرنسي أ رئيس مجلس النواب ب"."""
        titled = bool(person.office) and person.name is not None and person.office[0][0] < person.name[0]
        bare = bool(person.known) and not person.office  # "التقى ماتيس وزير الدفاع ب"
        match = self.knowledge.people.match(person.words, reading.last, clitics=False)
        if not (titled or bare) or match is None or match.last > person.end:
            return False
        if titled and all(known.short for known in match.value):
            return False
        return all(person.is_of_another(known.party) for known in match.value)

    def _is_of_leader_abroad(self, person: Person, reading: OfficeReading) -> bool:
        """Whether an office after a name belongs to another party's leader: "التقى الرئيس أ مستشار ترامب"."""
        if reading.key not in self.knowledge.lexicon.offices.of_leaders:
            return False
        here, offices = reading.last, self.knowledge.offices
        while here < person.end and (further := offices.match(person.words, here, clitics=False)):
            here = further.last
        match = self.knowledge.people.match(person.words, here, clitics=False) if here < person.end else None
        if match is None or match.last > person.end:
            return False
        return all(known.leads and person.is_of_another(known.party) for known in match.value)

    def _stands_alone(self, person: Person, match: Match[Office]) -> bool:
        """Whether what was read is a bare definite title that means somebody already named.

        Who leads a state is nobody's minister or envoy: "والتقت المسؤولة الأميركية رئيس الوزراء".
        """
        offices = self.knowledge.lexicon.offices
        bare = person.definite and not person.name
        leads = match.value.word in offices.heads_of_state | offices.heads_of_government
        if bare and leads and person.office_key in offices.standing_alone | offices.generic:
            return True
        alone = person.office_key in offices.standing_alone and person.country is None
        return bare and alone and not match.value.whole

    def _relative(self, person: Person) -> bool:
        """A relative gives the party and is nobody who takes part: "وليام نجل ولي العهد البريطاني"."""
        kin = person.words[person.here] in self.knowledge.lexicon.offices.kin
        if not person.name or not kin or person.here + 1 >= person.end:
            return False
        if self._is_style(person, person.here):
            return False
        at = person.here + 1
        relative = self._read(Person(person.words, at, at, person.end, document=person.document))
        if relative is None:
            return False
        person.country = person.country or relative.country
        person.here = relative.here
        return True


def _begins_name(person: Person, match: Match[Office]) -> bool:
    """Whether a word of offices is a name here: a surname follows it."""
    alone = match.last - person.here == 1 and match.last < person.end
    alone = alone and person.words[person.here - 1] not in COMMAS  # "رئيس المجلس، القائد الأعلى للجيش"
    return alone and looks_like_surname(person.words[match.last])


def _is_hers(person: Person, match: Match[Office]) -> bool:
    """Whether an office is a woman's, after that of a man."""
    own = person.words[person.office[0][0]] if person.office else ""
    hers = person.words[person.here].endswith("ه") and match.last == person.here + 1
    return bool(own) and hers and not own.endswith("ه")


def _is_owned(person: Person, match: Match[Office]) -> bool:
    """Whether an office after a man's name carries his pronoun, or is a woman's."""
    own = person.words[person.office[0][0]] if person.office else ""
    return person.words[match.last - 1].endswith("ه") and not match.value.whole and not own.endswith("ه")


def _is_genitive(person: Person) -> bool:
    """Whether an office is whose the one before it is: "نائب المستشارة", "كبير مستشاري الرئيس"."""
    before = person.words[person.here - 1]
    adjoins = bool(person.office) and person.office[-1] == (person.here - 1, person.here)
    return adjoins and not before.startswith("ال")
