"""Names of persons: whether what follows an office or a title is the name of who is read, and whose else."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.korean_names import SYLLABLES, is_last_syllable
from liqaa.ingest.extraction.mentions.last_names import past_father, past_last_name
from liqaa.ingest.extraction.mentions.names import NameReader, looks_like_surname
from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.mentions.shared_lands import SharedLands
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.meanings import Known, Office
from liqaa.ingest.extraction.text.phrasebook import Match, readings
from liqaa.ontology.folding import without_article

# Words that may praise or describe a holder between his office and his name.
_PRAISE = 3
# The word before the name of a house, folded: "محمد بن حسن آل مصطفى" is not who is known as محمد بن حسن.
_HOUSE = "ال"
# What a name goes on with whose last word is known alone: "ضيف الله".
_GOD = "الله"
# The name to which the preposition على folds.
_ALI = "علي"
# Words before the name of somebody met.
_WITH = frozenset(("مع", "بين"))
# The preposition of places, one of which may bear a man's name.
_WHERE = "في"
# Kinds of places that may stand before the name of somebody met there.
_PLACES = ("city", "capital")
# Words of the shortest name in full.
_FULL = 2
# Words of an office that ends in the title of whom its holder serves.
_GOVERNED = 3


class PersonNames:
    """Reads the name of a person."""

    def __init__(self, knowledge: Knowledge, names: NameReader) -> None:
        self.knowledge = knowledge
        self.names = names
        self._led_by = knowledge.lexicon.syntax.led_by | knowledge.lexicon.syntax.accrediting
        self._shared_lands = SharedLands(knowledge.lexicon.countries)

    def read(self, person: Person) -> bool:
        """Read a name that is known or announced by what was read before; says whether there was one.

        Args:
            person: what has been read of him so far, which takes the name.
        """
        words, at = person.words, person.here
        if person.name or (
            person.begins and at and (words[at - 1].removeprefix("و").isdecimal() or words[at - 1] == "بن")
        ):
            return False  # after a number ماي is the month, after بن the middle of a name
        offices = self.knowledge.lexicon.offices
        if person.office and (words[at - 1] in offices.speaks_for or words[at] in offices.speaks_for_him):
            return False  # "المتحدث باسم تيلرسون", "المتحدث باسمه بيسكوف": two people
        at = person.here = self._past_praise(person)
        match = self.knowledge.people.match(words, at, clitics=person.begins) or self._titled(person)
        match = match and self._without_on(person, match)
        if match and self._goes_on(person, match):
            match = None
        if match and match.last <= person.end and self._is_of_leader(person, match):
            person.office[-1] = (person.office[-1][0], match.last)
            person.country, person.here = person.country or match.value[0].party, match.last
            return True
        if match and match.last <= person.end:
            person.country = self._shared_lands.told_by(person, match.value) or person.country
        if match and match.last <= person.end and self._is_of_next_party(person, match):
            return False
        if match and self._is_namesake(person, match):
            match = None  # "وزير الخارجية الصومالي عبدي فارح" is not the Abdi of another party
        if match and match.last <= person.end and not self._is_common_surname(person, match):
            person.clitic = match.clitic if person.begins else person.clitic
            person.known = tuple(match.value)
            stem = words[at][len(match.clitic) :]
            short = all(known.short and not known.holder.startswith(stem) for known in match.value)
            family = match.last == at + 1 and self._is_family(words[at], match)
            last = past_father(self.knowledge, words, match, person.end)
            person.here = self.names.extended(words, last, person.end, short, family)
            closed = person.here < person.end and person.here + 1 - at == SYLLABLES
            person.here += closed and is_last_syllable(words, person.here, self.names.lists)
            person.name = (at, person.here)
            return True
        led = person.begins and at > 0 and words[at - 1] in self._led_by
        led = led or (person.begins and self._office_follows(person))
        if person.begins and not person.respected and not led:
            return False
        last, sure = (at, False) if self._is_gone_to(person) else self.names.end(words, at, person.end)
        if last == at or not (sure or person.respected or led or person.country or person.office):
            return False
        last = past_last_name(self.knowledge, words, at, last, person.end)
        person.here = last + (sure and self._is_surname(person, last))
        person.name = (at, person.here)
        return True

    def _is_family(self, word: str, match: Match[list[Known]]) -> bool:
        """Whether a known name is that of a family where it comes first: "كيم"."""
        lands = self.knowledge.lexicon.names.family_first
        return all(known.party in lands and known.holder.startswith(word) for known in match.value)

    def _without_on(self, person: Person, match: Match[list[Known]]) -> Match[list[Known]]:
        """A known name without the preposition that looks like its last word: "آبي أحمد على رأس وفد"."""
        words, last = person.words, match.last - 1
        before = words[match.last] if match.last < person.end else ""
        on = last > person.here and words[last] == _ALI and before in self.names.lists.no_ali_before
        return match._replace(last=last) if on else match

    def _titled(self, person: Person) -> Match[list[Known]] | None:
        """Who is known by a title and one name, which alone names nobody: "الملك سلمان", "الشيخ تميم"."""
        words, at = person.words, person.here
        if person.begins or at >= person.end or self._is_namesake_of(person):
            return None
        if words[at] in self.knowledge.lexicon.syntax.prepositions:
            return None  # "حل الأمير على"
        match = self.knowledge.people.match(words, at - 1, clitics=at - 1 == person.first)
        alone = match is not None and self.names.end(words, at, person.end)[0] <= match.last
        return match._replace(clitic="") if match and alone and match.last > at else None

    def _is_namesake_of(self, person: Person) -> bool:
        """Whether an office is of something named after whom follows: "مدير مركز الملك سلمان"."""
        before, offices = person.here - 2, self.knowledge.lexicon.offices
        named = offices.namesakes | offices.schools
        return before >= person.first and any(stem in named for _, stem in readings(person.words[before]))

    def _is_gone_to(self, person: Person) -> bool:
        """Whether a land or city stands after the office of who goes there: "غادر الرئيس التركي سوتشي"."""
        words, before = person.words, person.first - 1
        trigger = self.knowledge.triggers.match(words, before) if before >= 0 and person.office else None
        if trigger is None or trigger.value.trigger.type != "visit" or person.country is None:
            return False
        match = self.knowledge.geo.match(words, person.here, clitics=False)
        if match is None or match.value.country in (None, person.country):
            return False
        surname = self.names.end(words, person.here, person.end)[0] > match.last  # "جورجيا ميلوني"
        return match.value.kind in ("city", "capital", "country") and not surname

    def _is_of_next_party(self, person: Person, match: Match[list[Known]]) -> bool:
        """Whether a name is another's: "التقى الملك الأردني جون كيري", "هنأ الرئيس الفرنسي الأمير محمد"."""
        if not self._of_another_party(person, match):
            return False
        if not person.begins and person.words[person.here - 1] in self.knowledge.honorifics:
            return True
        # Envoys of organisations once led a state.
        of_states = all(known.party not in self.knowledge.bodies for known in match.value)
        head = self.knowledge.office_head(person.office_key) if person.office_key else ""
        return of_states and head in self.knowledge.lexicon.offices.heads_of_state

    def _of_another_party(self, person: Person, match: Match[list[Known]]) -> bool:
        """Whether a full name is known to belong to another party than the office before it."""
        if not person.office or person.country is None or all(known.short for known in match.value):
            return False
        parties = {known.party for known in match.value}
        head = person.office_key.partition(" ")[0]
        if person.country in self.knowledge.bodies and head in self.knowledge.lexicon.offices.leaders:
            return False  # "قائد قوات التحالف الدولي الجنرال أ": of an army of one of its states
        lands = self.knowledge.authority_lands
        land = lands.get(person.country)
        if land in parties or (land is not None and land in {lands.get(party) for party in parties}):
            return False  # "رئيس الحزب أ": of the land of his party, or known as of another of its parties
        return person.country not in parties | {lands.get(party) for party in parties}

    def is_borne(self, person: Person, office: Match[Office]) -> bool:
        """Whether a word for an office that tells whose it is leads to a name: "وزير الدفاع الكيني أمين أ".

        Args:
            person: what has been read of him so far.
            office: the word, which people bear as well.
        """
        at, offices = office.last, self.knowledge.lexicon.offices
        told = office.value.word in offices.incomplete and at < person.end
        told = told and without_article(person.words[at]) not in offices.complements
        goes_on = told and self.names.end(person.words, at, person.end)[0] > at
        return goes_on and bool(person.office) and person.country is not None and person.name is None

    def _past_praise(self, person: Person) -> int:
        """The token after what is said of an office's holder before his name: "الزعيم الكردي صالح مسلم"."""
        words, at = person.words, person.here
        for here in range(at, min(at + _PRAISE, person.end - 1)):
            if not person.office or not words[here].startswith("ال") or words[here] in self.knowledge.given:
                break
            if self.knowledge.offices.match(words, here, clitics=False):
                break  # "التقى وزير الدفاع الفرنسي الرئيس اللبناني أ": two people
            match = self.knowledge.people.match(words, here + 1, clitics=False)
            if match is not None and match.last <= person.end and not all(k.short for k in match.value):
                return here + 1
        return at

    def _is_of_leader(self, person: Person, match: Match[list[Known]]) -> bool:
        """Whether a leader is named whose relative or aide is meant: "مساعد كيم جونغ أون", "مستشار ترامب"."""
        if not person.office:
            return False
        day = person.document.article.date if person.document else None
        if day and all(known.start[: len(day)] > day for known in match.value if known.leads):
            return False  # "نائب رئيس الوزراء الكيني أ" before he led himself
        if self._is_sent_by(person) and any(known.leads for known in match.value):
            return True  # "مبعوث سمو أمير البلاد الشيخ أ وزير الخارجية الشيخ ب"
        if self._serves_leader(person) and any(known.leads for known in match.value):
            return True  # "مسؤول كبير بإدارة الرئيس جو بايدن"
        if not all(known.leads for known in match.value) and not self._is_right_behind(person, match):
            return False
        head = person.words[person.office[0][0]].removeprefix(person.clitic)
        if head not in self.knowledge.lexicon.offices.of_leaders:
            return False
        own = {known.title.partition(" ")[0].removesuffix("ه") for known in match.value}
        if head.removesuffix("ه") in own:
            return False  # "مستشار النمسا سيباستيان كورتس": the chancellor himself
        short = any(known.short for known in match.value)
        if not short or self.knowledge.people.match(person.words, match.last, clitics=False):
            return True  # "كبير مستشاري ترامب جاريد كوشنر"
        return self.names.end(person.words, person.here, person.end)[0] <= match.last

    def _is_right_behind(self, person: Person, match: Match[list[Known]]) -> bool:
        """Whether who has led a state is called by his surname right behind an aide: "مستشار بايدن"."""
        first, last = person.office[0][0], person.office[-1][1]
        led = any(known.leads for known in match.value) and all(known.short for known in match.value)
        one = len({known.party for known in match.value}) == 1
        return led and one and last - first == 1 and last == person.here

    def _is_sent_by(self, person: Person) -> bool:
        """Whether the office so far is an envoy's and ends in the title of the crown that sends him."""
        offices, words = self.knowledge.lexicon.offices, person.words
        first = words[person.office[0][0]].removeprefix(person.clitic).removeprefix("ال")
        said = [t for start, end in person.office for t in range(start, end)]
        crowned = words[person.office[-1][0]].removeprefix("ال") in offices.heads_of_state
        if any(self.knowledge.people.match(words, t, clitics=False) for t in said):
            return False  # who sends him has been named
        return first in offices.sent and first in offices.diplomats and crowned

    def _serves_leader(self, person: Person) -> bool:
        """Whether an office ends in a leader's title that another office governs: "مسؤول بإدارة الرئيس"."""
        first, last = person.office[0][0], person.office[-1][1]
        title = person.words[last - 1]
        if last != person.here or last - first < _GOVERNED or not title.startswith("ال"):
            return False
        return without_article(title) in self.knowledge.lexicon.offices.heads_of_state

    def _office_follows(self, person: Person) -> bool:
        """Whether a name of two words that begins here has an office after it: "تشارلز هوبر، السفير".

        Without a comma between, one stands before it, "with" does, a day, a place or what he did, so that no
        object follows a subject; who was named before is told by his name alone.
        """
        words, at = person.words, person.here
        if words[at] not in self.knowledge.given:
            return False
        last, sure = self.names.end(words, at, person.end)
        if not sure or last - at < 2 or last + 1 >= person.end:
            return False
        comma = words[last] in COMMAS
        begins = at > 0 and (
            words[at - 1] in COMMAS
            or words[at - 1] in _WITH
            or self._tells_when_or_where(words, at - 1)
            or self._acts(words, at, last)
        )
        if words[at - 1] == _WHERE or (not comma and not begins):
            return False  # "في صلاح الدين، القنصل العام"
        match = self.knowledge.offices.match(words, last + comma, clitics=False)
        return match is not None and match.value.number == 1

    def _tells_when_or_where(self, words: list[str], at: int) -> bool:
        """Whether a token ends what tells when or where: "استقبل أ اليوم ب وزير", "التقى أ في ج ب وزير"."""
        if self.knowledge.tells_day(words[at]):
            return True
        place = self.knowledge.geo.match(words, at)
        if place is None or place.last != at + 1 or place.value.kind not in _PLACES:
            return False
        return words[at - 1] == _WHERE or place.clitic.endswith("ب")

    def _acts(self, words: list[str], at: int, last: int) -> bool:
        """Whether a name that was not told before stands after a trigger: "استقبل هاني سويلم وزير الري أ"."""
        if words[at] in self.knowledge.lexicon.syntax.prepositions:
            return False  # "مأدبة على شرف الرئيس"
        verb = at - 1
        while verb > 0 and self.knowledge.tells_day(words[verb]):
            verb -= 1  # "استقبل صباح اليوم أ وزير الري ب"
        trigger = self.knowledge.triggers.match(words, verb)
        if trigger is None or trigger.last != verb + 1:
            return False
        return not any(words[t : t + last - at] == words[at:last] for t in range(at - 1))

    def _is_surname(self, person: Person, at: int) -> bool:
        """Whether a nationality is the surname of somebody of whom it is said: "نظيره العماني بدر الكندي"."""
        if at >= person.end or person.country is None:
            return False
        match = self.knowledge.adjectives.match(person.words, at, clitics=False)
        if match is None or match.last != at + 1:
            return False
        return match.value.number == 1 and match.value.definite and not match.value.feminine

    def _goes_on(self, person: Person, match: Match[list[Known]]) -> bool:
        """Whether a surname makes a full name somebody else's, of another land: "حمد بن محمد الرميثي".

        Where no land is told, of another house: no "محمد بن مبارك آل خليفة" is "محمد بن مبارك المزروعي".
        """
        if match.last >= person.end or match.last - person.here < _FULL:
            return False
        after = person.words[match.last]
        if person.country is None:
            holders = [known.holder.split() for known in match.value]
            return looks_like_surname(after) and all(_HOUSE in h and after not in h for h in holders)
        surname = after.startswith("ال") or after in self.knowledge.lexicon.names.sons
        surname = surname and self.names.end(person.words, person.here, person.end)[0] > match.last
        return surname and all(known.party != person.country for known in match.value)

    def _is_namesake(self, person: Person, match: Match[list[Known]]) -> bool:
        """Whether a name is another's: of another house, or short, of another party's people, and goes on."""
        if person.words[match.last : match.last + 1] == [_GOD]:
            return True  # "محمد ضيف الله"
        if person.words[match.last : match.last + 1] == [_HOUSE]:
            return not any(_HOUSE in known.holder.split() for known in match.value)
        if person.country is None or any(k.party == person.country or not k.short for k in match.value):
            return False
        return self.names.end(person.words, person.here, person.end)[0] > match.last

    def _is_common_surname(self, person: Person, match: Match[list[Known]]) -> bool:
        """Whether a surname that nothing announces is a short common word: "كان", "بان"."""
        stem = person.words[person.here][len(match.clitic) :]
        if stem in self.knowledge.lexicon.syntax.prepositions:
            return match.last == person.here + 1  # "الوسيط بين"
        if not person.begins or not all(known.short for known in match.value):
            return False
        return stem in self.knowledge.lexicon.common_words and len(stem) < 5
