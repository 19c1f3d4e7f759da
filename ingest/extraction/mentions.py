"""Mentions: who and what a sentence names — persons by office and name, bodies, delegations, states, places.

A person is read as a run of parts: titles of respect, an office with its country, a name, in any order that
newspapers use. Where a name ends is decided by what its words are known to be.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from liqaa.ingest.extraction.document import Document, Sentence
from liqaa.ingest.extraction.knowledge import Geo, Knowledge, Known, Office, readings
from liqaa.ontology.folding import fold_word
from liqaa.ontology.model import Kind

_COMMAS = frozenset("،,")
_BRACKETS = {"(": ")", "[": "]", "«": "»"}
_DASHES = frozenset("-–—")
_DIPLOMATS = frozenset(
    (
        "سفير",
        "مبعوث",
        "موفد",
        "مندوب",
        "ممثل",
        "ملحق",
        "قنصل",
        "منسق",
        "القايم باعمال",
        "القايمه باعمال",
        "القايم بالاعمال",
    )
)
_TOWARDS = frozenset(("لدي", "الي", "في"))
_NAME_LIMIT = 7
# Offices that need a complement or a country before they name anybody: "مدير", "عضو", "كبير".
_BARE_OFFICE_STOPS = frozenset(
    ("كبير", "عضو", "مدير", "وكيل", "مسوول", "شقيق", "قرينه", "مساعد", "نايب", "امين")
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something named in a sentence.

    Attributes:
        first: index of the first token.
        last: index after the last token.
        sentence: index of the sentence.
        clitic: proclitics written onto the first token.
        kind: person, delegation, organisation or state; ``place`` is a state or city that may be either.
        name: token range of the personal name.
        office: token ranges that make up the office, nationality left out.
        office_key: folded head of the office, such as ``وزير خارجيه``.
        country: party represented, None while unknown.
        number: 1, 2 or 3 for several holders of one office.
        anaphor: ``counterpart``, ``pair`` or empty.
        geo: what a place or body stands for.
        known: register entries the name fits.
        respected: a title of respect stands before the name.
        definite: the office has the article, so that it may refer back.
    """

    first: int
    last: int
    sentence: int
    clitic: str
    kind: Kind
    name: tuple[int, int] | None = None
    office: tuple[tuple[int, int], ...] = ()
    office_key: str = ""
    country: str | None = None
    number: int = 1
    anaphor: str = ""
    geo: Geo | None = None
    known: tuple[Known, ...] = ()
    respected: bool = False
    definite: bool = False

    def name_chars(self, document: Document) -> tuple[int, int] | None:
        """Where the name stands in the document's content, without a proclitic."""
        return (
            None
            if self.name is None
            else _chars(document, self.name, self.clitic if self.name[0] == self.first else "")
        )

    def office_chars(self, document: Document) -> tuple[tuple[int, int], ...]:
        """Where the words of the office stand in the document's content, without a proclitic."""
        return tuple(_chars(document, r, self.clitic if r[0] == self.first else "") for r in self.office)


def _chars(document: Document, tokens: tuple[int, int], clitic: str) -> tuple[int, int]:
    start, end = document.starts[tokens[0]], document.ends[tokens[1] - 1]
    letters = len(clitic)
    if clitic.endswith("ل") and document.words[tokens[0]][letters - 1 :].startswith("لل"):
        letters += 1  # للرئيس: the article has lost its alef, so the title goes on without it
    while letters and start < end:
        if fold_word(document.content[start]):
            letters -= 1
        start += 1
    return start, end


@dataclass(slots=True)
class _Parts:
    """What has been read of a mention so far."""

    name: tuple[int, int] | None = None
    office: list[tuple[int, int]] = field(default_factory=list)
    office_key: str = ""
    country: str | None = None
    number: int = 1
    known: tuple[Known, ...] = ()
    respected: bool = False
    definite: bool = False
    offices_read: int = 0


class MentionReader:
    """Reads the mentions of a document, sentence by sentence."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def read(self, document: Document) -> list[Mention]:
        """All mentions in the order of the text, none overlapping."""
        out: list[Mention] = []
        for sentence in document.sentences:
            at = sentence.first
            while at < sentence.last:
                found = self._mention_at(document, sentence, at)
                if found:
                    out.extend(found)
                    at = found[-1].last
                else:
                    at += 1
        return out

    # -- one mention -----------------------------------------------------------------------------------

    def _mention_at(self, document: Document, sentence: Sentence, at: int) -> list[Mention]:
        words = document.words
        if not words[at][0].isalpha():
            return []
        for clitic, stem in readings(words[at]):
            if stem in self.knowledge.counterparts:
                return [self._counterpart(document, sentence, at, clitic)]
            if stem in self.knowledge.pairs and not self._adjective_after(words, at + 1, sentence.last):
                return [
                    Mention(
                        at,
                        at + 1,
                        sentence.index,
                        clitic,
                        "person",
                        number=2,
                        anaphor="pair",
                        office_key=stem,
                    )
                ]
        several = self._plural(document, sentence, at)
        if several:
            return several
        person = self._person(document, sentence, at)
        if person:
            return [person]
        group = self._group(document, sentence, at)
        if group:
            return group
        people = self._nationals(document, sentence, at)
        if people:
            return [people]
        body = self._body(document, sentence, at)
        return [body] if body else []

    def _person(self, document: Document, sentence: Sentence, at: int) -> Mention | None:
        """A person from the token on: titles of respect, office, country and name in any order."""
        words, end = document.words, sentence.last
        parts = _Parts()
        clitic = ""
        here = at
        while here < end:
            first = here == at
            step = self._honorific(words, here, end, first)
            if step:
                if parts.name and parts.offices_read and step[1] != here:
                    break
                clitic = step[0] if first else clitic
                parts.respected = True
                here = step[1]
                continue
            if parts.respected and not parts.office and not parts.name and not parts.country:
                adjective = self.knowledge.adjectives.match(words, here, clitics=False)
                if adjective and adjective[2].definite and adjective[2].number == 1 and adjective[1] < end:
                    parts.country, here = adjective[2].code, adjective[1]
                    continue
            step = self._office(words, here, end, parts, first)
            if step:
                clitic = step[0] if first else clitic
                here = step[1]
                continue
            step = self._name(words, here, end, parts, first)
            if step:
                clitic = step[0] if first else clitic
                here = step[1]
                continue
            kin = self._kin(document, sentence, here, parts)
            if kin:
                here = kin
                continue
            onward = self._bridge(words, here, end, parts) if not first else None
            if onward is None:
                break
            here = onward
        if not parts.name and not parts.office:
            return None
        if not parts.name and parts.office_key in _BARE_OFFICE_STOPS and parts.country is None:
            return None
        return Mention(
            at, here, sentence.index, clitic, "person", parts.name, tuple(parts.office), parts.office_key,
            parts.country, 1, "", None, parts.known, parts.respected, parts.definite,
        )  # fmt: skip

    def _kin(self, document: Document, sentence: Sentence, at: int, parts: _Parts) -> int | None:
        """ "وليام نجل ولي العهد البريطاني": the relative gives the party and is nobody who takes part."""
        if not parts.name or document.words[at] not in _KIN or at + 1 >= sentence.last:
            return None
        relative = self._person(document, sentence, at + 1)
        if relative is None:
            return None
        parts.country = parts.country or relative.country
        return relative.last

    def _honorific(self, words: list[str], at: int, end: int, first: bool) -> tuple[str, int] | None:
        match = self.knowledge.honorifics.match(words, at, clitics=first)
        if match is None or match[1] >= end:
            return None
        return match[0], match[1]

    def _office(
        self, words: list[str], at: int, end: int, parts: _Parts, first: bool
    ) -> tuple[str, int] | None:
        match = self.knowledge.offices.match(words, at, clitics=first)
        if match is None or match[1] > end or match[2].number != 1:
            return None
        clitic, last, office = match
        if parts.name and not self._may_follow_name(words, at, last, end, parts, office):
            return None
        reading = _OfficeReader(self.knowledge, words, end, office, at, last).read()
        if parts.country and reading.country and parts.country != reading.country and parts.name:
            return None
        if parts.name and self._name_end(words, reading.last, end)[0] > reading.last and reading.country:
            return None  # an office with a name of its own is somebody else
        parts.office.extend(reading.ranges)
        if not parts.office_key:
            parts.office_key = reading.key
            parts.definite = words[last - 1].startswith("ال") or office.whole
        parts.country = parts.country or reading.country
        parts.offices_read += 1
        return clitic, reading.last

    def _may_follow_name(
        self, words: list[str], at: int, last: int, end: int, parts: _Parts, office: Office
    ) -> bool:
        """Whether an office after a name is in apposition to it: not when a definite bare title follows."""
        if parts.offices_read and not parts.country:
            return True
        bare = not office.whole and words[last - 1].startswith("ال")
        return not (bare and parts.offices_read)

    def _name(
        self, words: list[str], at: int, end: int, parts: _Parts, first: bool
    ) -> tuple[str, int] | None:
        if parts.name or (first and at and words[at - 1].isdigit()):
            return None  # after a number ماي is the month
        match = self.knowledge.people.match(words, at, clitics=first)
        if match and match[1] <= end:
            clitic, last, known = match
            bare_first = first and all(k.surname for k in known)
            if not (bare_first and self._is_common(words[at], clitic)):
                last = self._extend(words, last, end)
                parts.name = (at, last)
                parts.known = tuple(known)
                return clitic, last
        if first and not parts.respected:
            return None
        last, sure = self._name_end(words, at, end)
        if last == at:
            return None
        if not sure and not parts.respected and parts.country is None and not parts.office:
            return None
        parts.name = (at, last)
        return "", last

    def _is_common(self, word: str, clitic: str) -> bool:
        stem = word[len(clitic) :] if clitic else word
        return stem in self.knowledge.lexicon.common_words and len(stem) < 5

    def _name_end(self, words: list[str], at: int, end: int) -> tuple[int, bool]:
        """Where a name that begins at a token ends; the token itself where none begins.

        Returns:
            Index after the last word, and whether a word of it is a known name.
        """
        here, sure, joined = at, False, False
        while here < end and here - at < _NAME_LIMIT:
            word = words[here]
            if (
                word in self.knowledge.particles
                and here + 1 < end
                and self._may_be_name(words[here + 1], True)
            ):
                here += 1
                joined = True
                continue
            if (
                word == "-"
                and here > at
                and here + 1 < end
                and len(words[here + 1]) <= 5
                and self._may_be_name(words[here + 1], True)
            ):
                here += 1
                joined = True
                continue
            if not self._may_be_name(word, joined or (here == at)):
                surname = (
                    here == at + 1 and sure and word.startswith("ال") and word.endswith("ي") and len(word) > 5
                )
                if not surname or self._begins_other(words, here, end) or word in self.knowledge.never:
                    break
            if word == "علي" and not (here + 1 < end and self._may_be_name(words[here + 1], False)):
                break  # the preposition على folds to the name
            if here > at and not joined and self._begins_other(words, here, end):
                break
            sure = sure or word in self.knowledge.given
            joined = word in self.knowledge.openers
            here += 1
        return here, sure

    def _may_be_name(self, word: str, joined: bool) -> bool:
        knowledge = self.knowledge
        if not word.isalpha() or (len(word) < 2):
            return False
        if word in knowledge.never:
            return False
        if word in knowledge.given:
            return True
        if word in knowledge.common or word[0] == "و" or word in knowledge.award_objects:
            return False
        if word.endswith("ا") and word[:-1] in knowledge.common:
            return False  # an accusative: مخيما
        if (
            word in knowledge.status_words
            or word in knowledge.boundaries
            or word in knowledge.light_verbs
            or word in knowledge.triggers
        ):
            return False
        if (
            word in knowledge.geo
            or word in knowledge.adjectives
            or word in knowledge.offices
            or word in knowledge.counterparts
        ):
            return False
        for clitic, stem in () if joined and len(word) < 7 else readings(word)[1:]:
            if len(stem) < 3 or not clitic:
                continue
            if stem in knowledge.common or stem in knowledge.offices or stem in knowledge.geo:
                return False
            if clitic.endswith("ل") and stem in knowledge.given:
                return False
            if stem in knowledge.triggers or stem in knowledge.adjectives or stem in knowledge.honorifics:
                return False
        return not (len(word) > 4 and word[0] == "س" and word[1] in "يت")

    def _begins_other(self, words: list[str], at: int, end: int) -> bool:
        return (
            self.knowledge.adjectives.match(words, at, clitics=False) is not None
            or self.knowledge.geo.match(words, at, clitics=False) is not None
            or self.knowledge.offices.match(words, at, clitics=False) is not None
        )

    def _extend(self, words: list[str], at: int, end: int) -> int:
        """A known name goes on: بن with a father's name, a family name after آل, an initial or known word."""
        here = at
        while here < end:
            if (
                words[here] in ("بن", "ال", "ابن")
                and here + 1 < end
                and self._may_be_name(words[here + 1], True)
            ):
                here = self._name_end(words, here, end)[0]
                break
            if (
                words[here] in self.knowledge.given
                and words[here] != "علي"
                and not self._begins_other(words, here, end)
            ):
                here += 1
                continue
            break
        return here

    def _bridge(self, words: list[str], at: int, end: int, parts: _Parts) -> int | None:
        """Over a comma, a pious insertion or a bracket to a further part of the same mention, if one follows."""
        word = words[at]
        insertion = self.knowledge.insertions.match(words, at + 1 if word in _DASHES else at, clitics=False)
        if insertion:
            after = insertion[1]
            if after < end and words[after] in _DASHES:
                after += 1
            return after if after < end and self._continues(words, after, end, parts, False) else None
        if word in _BRACKETS and not parts.name:
            return None
        if word in _BRACKETS:
            close = next((i for i in range(at + 1, min(end, at + 5)) if words[i] == _BRACKETS[word]), None)
            if close and close + 1 < end and self._continues(words, close + 1, end, parts, False):
                return close + 1
            return None
        if word in _COMMAS and at + 1 < end and self._continues(words, at + 1, end, parts, True):
            return at + 1
        return None

    def _continues(self, words: list[str], at: int, end: int, parts: _Parts, comma: bool) -> bool:
        """Whether the part after a break belongs to the mention before it."""
        knowledge = self.knowledge
        respect = knowledge.honorifics.match(words, at, clitics=False)
        after_respect = respect[1] if respect else at
        if not parts.name:
            known = knowledge.people.match(words, after_respect, clitics=False)
            if known and known[1] <= end:
                return True
            last, sure = self._name_end(words, after_respect, end)
            closed = last >= end or words[last] in _COMMAS or not words[last].isalpha()
            return last > after_respect and (
                sure or respect is not None or (closed and last - after_respect >= 2)
            )
        if respect:
            return False
        office = knowledge.offices.match(words, at, clitics=False)
        if not office or office[2].number != 1 or parts.offices_read > (0 if comma else 2):
            return False
        reading = _OfficeReader(knowledge, words, end, office[2], at, office[1]).read()
        if parts.country and reading.country and reading.country != parts.country:
            return False
        return self._name_end(words, reading.last, end)[0] == reading.last

    def _adjective_after(self, words: list[str], at: int, end: int) -> bool:
        return at < end and self.knowledge.adjectives.match(words, at, clitics=False) is not None

    # -- counterparts, plurals, groups, bodies ---------------------------------------------------------

    def _counterpart(self, document: Document, sentence: Sentence, at: int, clitic: str) -> Mention:
        words, end = document.words, sentence.last
        here = at + 1
        country = None
        adjective = self.knowledge.adjectives.match(words, here, clitics=False) if here < end else None
        if adjective:
            country, here = adjective[2].code, adjective[1]
        parts = _Parts(country=country, respected=True)
        if here < end and words[here] in _COMMAS and self._continues(words, here + 1, end, parts, True):
            here += 1
        while here < end:
            respect = self._honorific(words, here, end, False)
            if not respect:
                break
            here = respect[1]
        step = self._name(words, here, end, parts, False) if here < end else None
        if step:
            here = step[1]
        return Mention(
            at,
            here,
            sentence.index,
            clitic,
            "person",
            parts.name,
            (),
            "",
            country,
            1,
            "counterpart",
            None,
            parts.known,
        )

    def _plural(self, document: Document, sentence: Sentence, at: int) -> list[Mention]:
        """ "وزيرا خارجية مصر والأردن", "الرئيسان الفرنسي إيمانويل ماكرون والروسي فلاديمير بوتن": one mention each."""
        words, end = document.words, sentence.last
        match = self.knowledge.offices.match(words, at)
        if match is None or match[2].number == 1 or match[2].whole:
            return []
        clitic, last, office = match
        reading = _OfficeReader(self.knowledge, words, end, office, at, last, distribute=True).read()
        members = self._members(document, sentence, reading.last)
        if members:
            head = members[0]
            members[0] = replace(head, first=at, clitic=clitic)
            return [replace(m, office=tuple(reading.ranges), office_key=reading.key) for m in members]
        geo = None
        country = reading.country
        if country:
            return [
                Mention(
                    at, reading.last, sentence.index, clitic, "delegation", None, tuple(reading.ranges), reading.key,
                    country, office.number, "", geo,
                )
            ]  # fmt: skip
        if office.number == 2 and reading.last == last and not words[last - 1].startswith("ال"):
            return []  # رئيسا without more is the accusative of the singular
        return [
            Mention(
                at, reading.last, sentence.index, clitic, "person", None, tuple(reading.ranges), reading.key,
                None, office.number, "pair" if office.number == 2 else "",
            )
        ]  # fmt: skip

    def _members(self, document: Document, sentence: Sentence, at: int) -> list[Mention]:
        """The holders listed after a plural office: nationality or state, and name, joined by و or commas."""
        words, end = document.words, sentence.last
        out: list[Mention] = []
        here = at
        while here < end:
            start = here
            if out and words[here] in _COMMAS and here + 1 < end:
                here += 1
            if out and words[here] == "و" and here + 1 < end:
                here += 1
            country = None
            match = self.knowledge.adjectives.match(words, here, clitics=bool(out))
            geo = None if match else self.knowledge.geo.match(words, here, clitics=bool(out))
            if match and match[2].number == 1 and (not out or match[0] in ("و", "")):
                country, here = match[2].code, match[1]
            elif (
                geo
                and geo[2].kind in ("country", "organisation", "authority")
                and (not out or geo[0] in ("و", ""))
            ):
                country, here = geo[2].code, geo[1]
            if country is None:
                here = start
                break
            parts = _Parts(country=country, respected=True)
            if here < end and words[here] in _COMMAS and self._continues(words, here + 1, end, parts, True):
                here += 1
            step = self._name(words, here, end, parts, False) if here < end and match else None
            here = step[1] if step else here
            out.append(
                Mention(
                    start,
                    here,
                    sentence.index,
                    "و" if out else "",
                    "person",
                    parts.name,
                    (),
                    "",
                    country,
                    1,
                    "",
                    None,
                    parts.known,
                )
            )
        return out if len(out) >= 2 else []

    def _group(self, document: Document, sentence: Sentence, at: int) -> list[Mention]:
        """A delegation or unnamed officials with their nationality: "وفد عسكري أميركي", "مسؤولين فلسطينيين"."""
        words, end = document.words, sentence.last
        for clitic, stem in readings(words[at]):
            bare = stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem
            if bare not in self.knowledge.groups:
                continue
            here, country, text_end = at + 1, None, at + 1
            while here < end and here - at < 8:
                adjective = self.knowledge.adjectives.match(words, here, clitics=False)
                if adjective:
                    country, here = adjective[2].code, adjective[1]
                    break
                geo = self.knowledge.geo.match(words, here, clitics=here > at + 1)
                if geo and geo[2].kind != "city" and (geo[0] in ("", "ل", "ب")):
                    country, here, text_end = geo[2].code, geo[1], geo[1]
                    break
                word = words[here]
                plain = word[2:] if word.startswith("ال") else word
                tanween = plain.removesuffix("ا") in self.knowledge.complements
                if (
                    tanween
                    or plain in self.knowledge.complements
                    or word in ("من", "رفيع", "المستوي", "في")
                    or plain in self.knowledge.groups
                ):
                    here += 1
                    text_end = here
                    continue
                break
            if country is None:
                return []
            kind: Kind = "organisation" if bare in _BODIES else "delegation"
            group = Mention(at, here, sentence.index, clitic, kind, None, ((at, text_end),), bare, country)
            return [group, *self._further_groups(document, sentence, group)]
        return []

    def _further_groups(self, document: Document, sentence: Sentence, group: Mention) -> list[Mention]:
        """ "دبلوماسيين من الولايات المتحدة وبريطانيا": the group of each further land."""
        out: list[Mention] = []
        here = group.last
        while (
            kind_of_from(document.words, group)
            and here < sentence.last
            and document.words[here].startswith("و")
        ):
            match = self.knowledge.geo.match(document.words, here)
            if match is None or match[0] != "و" or match[2].kind != "country":
                break
            out.append(replace(group, first=here, last=match[1], clitic="و", country=match[2].code))
            here = match[1]
        return out

    def _nationals(self, document: Document, sentence: Sentence, at: int) -> Mention | None:
        """ "مع الكوريين الشماليين": people of a land who stand for it after "with"."""
        if at == sentence.first or document.words[at - 1] != "مع":
            return None
        match = self.knowledge.adjectives.match(document.words, at, clitics=False)
        if match is None or match[2].number == 1 or not match[2].definite or match[2].feminine:
            return None
        return Mention(
            at, match[1], sentence.index, "", "delegation", None, ((at, match[1]),), "", match[2].code
        )

    def _body(self, document: Document, sentence: Sentence, at: int) -> Mention | None:
        """A state, place, organisation or authority by its name."""
        match = self.knowledge.geo.match(document.words, at)
        if match is None or match[1] > sentence.last:
            return None
        clitic, last, geo = match
        if geo.ambiguous and not self._supported(document.words, sentence, at, clitic):
            return None
        kind: Kind = "organisation" if geo.kind in ("organisation", "authority") else "state"
        return Mention(at, last, sentence.index, clitic, kind, country=geo.code, geo=geo)

    def _supported(self, words: list[str], sentence: Sentence, at: int, clitic: str) -> bool:
        """Whether a word before an ambiguous name shows that a place is meant."""
        return "ب" in clitic or (at > sentence.first and words[at - 1] in _PLACE_OPENERS)


_PLACE_OPENERS = frozenset(
    (
        "في",
        "الي",
        "مدينه",
        "العاصمه",
        "بالعاصمه",
        "للعاصمه",
        "والعاصمه",
        "مطار",
        "قاعده",
        "بقاعده",
        "بمدينه",
        "من",
        "منتجع",
        "محافظه",
        "قصر",
        "دوله",
        "زار",
        "غادر",
    )
)


def kind_of_from(words: list[str], group: Mention) -> bool:
    """Whether a group's land was given with من, so that further lands may follow."""
    return "من" in words[group.first : group.last]


_BODIES = frozenset(("حكومه", "سلطات", "خارجيه", "رياسه", "لجنه", "جانب"))


@dataclass(frozen=True, slots=True)
class _OfficeReading:
    """An office as read: token ranges without nationality, key, country, and where it ends."""

    ranges: tuple[tuple[int, int], ...]
    key: str
    country: str | None
    last: int


class _OfficeReader:
    """Reads one office from its first word on: complements, nationality or state, and place of duty."""

    def __init__(
        self,
        knowledge: Knowledge,
        words: list[str],
        end: int,
        office: Office,
        first: int,
        at: int,
        distribute: bool = False,
    ) -> None:
        self.knowledge = knowledge
        self.words = words
        self.end = end
        self.office = office
        self.at = at
        self.start_after = at if not words[at - 1].startswith("ال") else -1
        self.start = first
        self.country = office.country
        self.ranges: list[tuple[int, int]] = []
        self.key_words = [office.word]
        self.national = False
        self.resumed = False
        self.distribute = distribute

    def read(self) -> _OfficeReading:
        """Consume the office's words."""
        begun = self.start
        while self.at < self.end:
            start = self.at
            if self._nationality():
                self.ranges.append((begun, start))
                begun = self.at
                if self.distribute:
                    self.at = start
                    self.country = None
                    break
                continue
            if self._state() or self._complement() or self._service() or self._duty():
                if self.distribute and self.country is not None and not self.office.country:
                    self.at = start
                    self.country = None
                    break
                continue
            break
        if self.at > begun:
            self.ranges.append((begun, self.at))
        return _OfficeReading(tuple(self.ranges), " ".join(self.key_words[:3]), self.country, self.at)

    def _plain(self, word: str) -> str:
        if word.startswith("لل") and len(word) > 4:
            return word[2:]
        if word.startswith("وال") and len(word) > 5:
            return word[3:]
        if word.startswith("بال") and len(word) > 5:
            return word[3:]
        if word.startswith("ال") and len(word) > 4:
            return word[2:]
        return word

    def _complement(self) -> bool:
        word = self.words[self.at]
        plain = self._plain(word)
        complements = self.knowledge.complements
        if plain in complements or word in complements:
            following = plain
        elif word[0] in "لبو" and word[1:] in complements and len(word) > 3:
            following = word[1:]
        elif (
            self.office.word == "وزير"
            and self.at == self.start_after
            and word.startswith("ال")
            and len(word) > 4
        ):
            following = plain  # whatever a minister is minister of
        else:
            return False
        if word.startswith("و") and following in _HEAD_WORDS:
            return False
        if word.startswith("و") and self.national:
            return False
        if (
            self.national
            and following not in _AFTER_NATIONALITY
            and not self.resumed
            and not word.startswith(("ل", "ب"))
        ):
            return False
        self.resumed = self.national
        if len(self.key_words) < 3 and following not in _QUALIFIERS:
            self.key_words.append(following)
        self.at += 1
        return True

    def _nationality(self) -> bool:
        match = self.knowledge.adjectives.match(self.words, self.at, clitics=False)
        if match is None or match[1] > self.end:
            return False
        adjective = match[2]
        if not adjective.definite and self.words[self.at - 1].startswith("ال"):
            return False
        if adjective.number == 3:
            return False
        if self.national:
            return False
        self.country = self.country or adjective.code
        self.national = True
        self.at = match[1]
        return True

    def _state(self) -> bool:
        if self.national:
            return False
        source = self.words[self.at] == "من" and self.office.word in _SENT and self.at + 1 < self.end
        match = self.knowledge.geo.match(self.words, self.at + source)
        if match is None or match[1] > self.end:
            return False
        clitic, last, geo = match
        if source and geo.kind in ("country", "organisation") and clitic == "":
            self.country = self.country or geo.code
            self.at, self.national = last, True
            return True
        previous = self.words[self.at - 1]
        definite = previous.startswith("ال") and previous not in ("الحكومه", "الدوله")
        if (
            clitic == ""
            and geo.kind in ("city", "capital", "place")
            and self.office.word in _GOVERNORS
            and not definite
        ) or (
            clitic == "" and geo.kind in ("country", "organisation", "authority", "metonym") and not definite
        ):
            self.country = self.country or geo.code
        elif clitic == "" and geo.kind == "place" and previous in ("جمهوريه", "رييس", "زعيم"):
            self.country = self.country or geo.country
        elif (
            clitic == "ل"
            and geo.kind in ("country", "organisation", "authority")
            and self.office.word not in _DIPLOMATS
        ) or (clitic == "ل" and geo.kind == "organisation"):
            self.country = self.country or geo.code
        else:
            return False
        self.at = last
        self.national = self.national or clitic == ""
        return True

    def _service(self) -> bool:
        """ "في القوات الأميركية": the body in which somebody serves, which may carry the nationality."""
        if self.words[self.at] != "في" or self.at + 1 >= self.end:
            return False
        if self._plain(self.words[self.at + 1]) not in _SERVICES:
            return False
        self.at += 2
        return True

    def _duty(self) -> bool:
        """Where a diplomat serves: "لدى اليمن", "إلى سوريا", "بالقاهرة"; it gives no party."""
        if self.office.word not in _DIPLOMATS:
            return False
        word = self.words[self.at]
        if word in _TOWARDS and self.at + 1 < self.end:
            match = self.knowledge.geo.match(self.words, self.at + 1, clitics=False)
            if match and match[1] <= self.end:
                self.at = match[1]
                return True
            return False
        match = self.knowledge.geo.match(self.words, self.at)
        if match and match[0] in ("ب", "ل") and match[1] <= self.end:
            self.at = match[1]
            return True
        return False


_SERVICES = frozenset(("قوات", "جيش", "وزاره", "حكومه", "برلمان", "مجلس", "كونغرس", "كونجرس"))
_GOVERNORS = frozenset(("دوق", "محافظ", "عمده", "حاكم"))
_SENT = frozenset(("مبعوث", "مسوول", "دبلوماسي", "موفد", "مفاوض"))
_KIN = frozenset(
    ("نجل", "ابن", "ابنه", "شقيق", "شقيقه", "عقيله", "قرينه", "زوجه", "حرم", "والد", "صهر", "كريمه")
)
_HEAD_WORDS = frozenset(
    (
        "رييس",
        "وزير",
        "مدير",
        "قايد",
        "ولي",
        "امين",
        "نايب",
        "عضو",
        "وكيل",
        "مبعوث",
        "سفير",
        "مندوب",
        "ممثل",
        "مستشار",
        "منسق",
        "حاكم",
    )
)
_AFTER_NATIONALITY = frozenset(
    (
        "سابق",
        "سابقه",
        "اسبق",
        "حالي",
        "جديد",
        "جديده",
        "راحل",
        "منتخب",
        "مكلف",
        "خاص",
        "خاصه",
        "دايم",
        "موقت",
        "مشتركه",
        "عامه",
        "مسلحه",
        "اعلي",
        "عليا",
        "شوون",
        "شيون",
        "بالوكاله",
        "بالانابه",
        "متحده",
        "انتقالي",
        "مقيم",
        "غير",
        "رسمي",
        "مساعد",
    )
)
_QUALIFIERS = frozenset(
    ("سابق", "سابقه", "اسبق", "حالي", "جديد", "جديده", "راحل", "منتخب", "مكلف", "موقت", "خاص", "دايم")
)
