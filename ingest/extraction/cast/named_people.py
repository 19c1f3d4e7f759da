"""Named people: which names of an article are one person's, in full and cut short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.cast.short_families import is_beside_leader, is_sought, is_written_so
from liqaa.ingest.extraction.mentions.mentions import Mention, has_lost_article
from liqaa.ingest.extraction.mentions.namesakes import is_namesake
from liqaa.ingest.extraction.text.document import Document
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ontology.folding import without_article
from rapidfuzz.distance import OSA

# A longer surname that differs in a letter is a spelling: ميستورا, مستورا. A shorter one need not be.
_LONG_SURNAME = 5
# Sentences from a name in full to the family name alone.
_SOON = 1
# The first word of names such as "عبد الله".
_SERVANT = "عبد"
# What ties a father's name to a son's, as it is kept with it.
_SON = "بن "
# Letters of the shortest surname that is sought by itself; with them every word that may hold it ends.
_TAIL = 3


class NamedPeople:
    """Resolves the mentions that give a name."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def part(self, document: Document, cast: Cast) -> None:
        """Part "رئيس الأركان الجنرال مارتيني" where the short name is another party's: two people."""
        parties: dict[str, set[str]] = {}
        for mention in cast.mentions:
            words = self._words(document, mention)
            known = {k.party for k in mention.known if not k.short}
            party = mention.country or (next(iter(known)) if len(known) == 1 else None)
            if len(words) > 1 and party:
                parties.setdefault(words[-1], set()).add(party)
        offices: dict[str, set[str]] = {}
        alike = {self._words(document, m)[-1] for m in cast.mentions if m.name and m.anaphor == "counterpart"}
        for mention in cast.mentions:
            if mention.office and mention.country and mention.name:
                offices.setdefault(self.knowledge.office_head(mention.office_key), set()).add(mention.country)
        out: list[Mention] = []
        for mention in cast.mentions:
            words = self._words(document, mention)
            mine = parties.get(words[-1], set()) if len(words) == 1 else set()
            head = self.knowledge.office_head(mention.office_key) if mention.office else ""
            theirs = offices.get(head, set()) - mine
            between = mention.name is not None and mention.office and mention.office[-1][1] <= mention.name[0]
            foreign = mention.known and mention.country is not None and mention.country not in mine
            told_apart = len(theirs) == 1 and mention.country in (None, *theirs)
            # "استقبل الرئيس أ نظيره ب. وقال الرئيس ب": a counterpart holds the same office
            told_apart = told_apart and not (len(words) == 1 and words[0] in alike and not mention.country)
            if between and mine and (told_apart or foreign):
                cut = mention.office[-1][1]
                out.append(replace(mention, last=cut, name=None, known=(), respected=False))
                out.append(
                    Mention(
                        cut,
                        mention.last,
                        mention.sentence,
                        "",
                        "person",
                        mention.name,
                        known=mention.known,
                        respected=True,
                    )
                )
            else:
                out.append(mention)
        cast.mentions[:] = out
        cast.entity_of[:] = [-1] * len(out)

    def resolve(self, document: Document, cast: Cast) -> None:
        """The entity of every name, the longest names first."""
        order = [i for i, m in enumerate(cast.mentions) if m.kind == "person" and m.name]
        order.sort(key=lambda i: (-len(self._words(document, cast.mentions[i])), i))
        for i in order:
            self._assign(document, cast, i)

    def _assign(self, document: Document, cast: Cast, i: int) -> None:
        mention = cast.mentions[i]
        words = self._words(document, mention)
        section = document.sentences[mention.sentence].section
        fitting = [
            e
            for e in cast.entities
            if (e.section == section.index or section.kind == "main" == _kind(document, e.section))
            and e.name
            and (_names_fit(e.name, words, mention.respected) or self._one_holder(cast, e, mention, words))
            and not (e.country and mention.country and e.country != mention.country)
            and not _is_namesake(document, cast, e, mention, words)
            and not self._is_spelt_alike(cast, e, mention, words)
        ]
        if len(words) == 1 and not fitting:
            fitting = [
                e
                for e in cast.entities
                if e.section == section.index
                and len(e.name) > 1
                and e.name[0] == words[0]
                and not (
                    self._is_in_another_office(e, mention) and _is_namesake(document, cast, e, mention, words)
                )
            ]
        entity = self._told_last(cast, i, words)
        if entity is None and fitting and (len(fitting) == 1 or len(words) == 1):
            # Where several bear the short name it is the one named most often.
            entity = min(fitting, key=lambda e: (-len(e.mentions), e.index))
        if entity is None and len(fitting) > 1:
            entity = _surnamed(fitting, words)
        if entity is None:
            entity = cast.add("person", section.index)
        cast.join(entity, i, words)

    def _told_last(self, cast: Cast, i: int, words: tuple[str, ...]) -> Entity | None:
        """Of several of one family, whose name comes first, whom a sentence just before tells of alone.

        Such as "كيم" after "الزعيم كيم جونغ أون ... كيم يونغ تشول". The title is not another's; beside a
        leader it is the leader of the family: "قمة بين ترامب وكيم".
        """
        mention, first = cast.mentions[i], self.knowledge.lexicon.names.family_first
        family = [e for e in cast.entities if len(e.name) > 1 and e.country in first]
        family = [e for e in family if len(words) == 1 and e.name[0] == words[0]]
        before = {m: e for e in family for m in e.mentions if m < i}
        last = max(before, default=-1)
        told = [m for m in before if cast.mentions[m].sentence == cast.mentions[last].sentence]
        led = [
            e
            for e in family
            if any(k.leads for m in e.mentions for k in cast.mentions[m].known if not k.short)
        ]
        if len(led) == 1 and is_beside_leader(cast, i):
            return led[0]
        near = mention.sentence - _SOON <= cast.mentions[last].sentence
        if len(family) < 2 or len({before[m].index for m in told}) != 1 or not near:
            return None
        titled = (e for e in family if e is not before[last] and mention.office)
        heads = {self.knowledge.office_head(e.office_key) for e in titled}
        return None if self.knowledge.office_head(mention.office_key) in heads else before[last]

    def _is_in_another_office(self, entity: Entity, mention: Mention) -> bool:
        own = self.knowledge.office_head(entity.office_key)
        return bool(own) and own != self.knowledge.office_head(mention.office_key)

    def _is_spelt_alike(self, cast: Cast, entity: Entity, mention: Mention, words: tuple[str, ...]) -> bool:
        """Whether a short surname differs from that of who holds another office: "جون كيري", "جون كيربي"."""
        if len(words) < 2 or len(entity.name) < 2 or words[-1] in entity.name or entity.name[-1] in words:
            return False
        own = self.knowledge.office_head(mention.office_key) if mention.office else ""
        theirs = {self.knowledge.office_head(cast.mentions[i].office_key) for i in entity.mentions} - {""}
        same = any(office.startswith(own) or own.startswith(office) for office in theirs)
        return bool(own and theirs) and not same and len(words[-1]) <= _LONG_SURNAME

    def _one_holder(self, cast: Cast, entity: Entity, mention: Mention, words: tuple[str, ...]) -> bool:
        """Whether the register knows one person by both names, however spelt: "ترمب", "دونالد ترامب"."""
        titled = len(words) == 1 == len(entity.name) and not any(k.short for k in mention.known)
        if not titled and not (self._is_known(words) and self._is_known(entity.name)):
            return False  # one name alone is known by its title: "الأمير ويليام", "الأمير وليام"
        theirs = {known.holder for i in entity.mentions for known in cast.mentions[i].known}
        return len(theirs) == 1 and bool(theirs & {known.holder for known in mention.known})

    def _is_known(self, words: tuple[str, ...]) -> bool:
        """Whether a name stands in the register as it is."""
        match = self.knowledge.people.match(list(words), 0, clitics=False)
        return match is not None and match.last == len(words)

    def find_short_names(self, document: Document, cast: Cast) -> None:
        """Find the names given in full once and by their last word afterwards ("ميلي")."""
        keys: dict[str, set[int]] = {}
        for entity in cast.entities:
            fathers = [name for name in entity.name[1:2] if name.startswith(_SON)]
            for surname in (*fathers, entity.name[self._surname_at(entity)]) if entity.name else ():
                if is_sought(self.knowledge, entity, surname):
                    keys.setdefault(surname, set()).add(entity.index)
        if not keys:
            return
        tails = {key[-_TAIL:] for key in keys}
        taken = bytearray(len(document.words))
        for m in cast.mentions:
            for t in range(m.first, m.last):
                taken[t] = 1
        found: list[tuple[Mention, int]] = []
        for token, word in enumerate(document.words):
            if taken[token] or not (word[-_TAIL:] in tails or word[1:] in tails):
                continue
            of_two = self._of_two_words(document, token, keys) if not taken[token - 1] else None
            if of_two is not None:
                found.append(of_two)
                continue
            for clitic, stem in readings(word):
                owners = keys.get(stem, set())
                alone = len(owners) == 1 and self._stands_alone(clitic, stem)
                if alone and is_written_so(document, token, stem):
                    here = (token, token + 1)
                    mention = Mention(*here, document.sentence_of[token], clitic, "person", here)
                    if not is_namesake(self.knowledge, document, mention, 0):
                        found.append((mention, min(owners)))
                    break
        if found:
            _insert(cast, found)

    def _of_two_words(
        self, document: Document, token: int, keys: dict[str, set[int]]
    ) -> tuple[Mention, int] | None:
        """A surname of two words, the second at a token, and whose it is: "عبد المهدي", "ابن فرحان"."""
        names = self.knowledge.lexicon.names
        if token == 0 or document.sentence_of[token - 1] != document.sentence_of[token]:
            return None
        for clitic, stem in readings(document.words[token - 1]):
            if stem != _SERVANT and stem not in names.sons:
                continue
            surname = f"{_SERVANT if stem == _SERVANT else _SON}{document.words[token]}"
            owners = keys.get(surname, set())
            if len(owners) == 1 and surname not in names.given:
                here = (token - 1, token + 1)
                return Mention(*here, document.sentence_of[token], clitic, "person", here), min(owners)
        return None

    def _surname_at(self, entity: Entity) -> int:
        """Which word of a name is the surname: the first where a people names the family first."""
        return 0 if entity.country in self.knowledge.lexicon.names.family_first else -1

    def _stands_alone(self, clitic: str, stem: str) -> bool:
        """Whether a word can be a name by itself: a common word only where it is a known name, bare."""
        return stem not in self.knowledge.lexicon.common_words or (
            stem in self.knowledge.given and not clitic
        )

    def _words(self, document: Document, mention: Mention) -> tuple[str, ...]:
        if mention.name is None:
            return ()
        first, last = mention.name
        words = [w for w in document.words[first:last] if w.isalpha()]
        if words and first == mention.first and mention.clitic:
            lost = has_lost_article(words[0], mention.clitic)  # "للسيسي"
            words[0] = "ال" * lost + words[0][len(mention.clitic) + lost :]
        kept: list[str] = []
        for position, word in enumerate(words):
            if word in self.knowledge.lexicon.names.dropped and position + 1 < len(words):
                continue
            if position and words[position - 1] == _SERVANT and kept and kept[-1].endswith(_SERVANT):
                kept[-1] += word  # "عبد الله", "بن عبد العزيز"
                continue
            # "بن سلمان" names the son, "سلمان" the father: the particle stays with its word.
            son = position and words[position - 1] in self.knowledge.lexicon.names.sons
            kept.append(f"{_SON}{word}" if son else word)
        return tuple(kept)


def _kind(document: Document, section: int) -> str:
    return next(s.section.kind for s in document.sentences if s.section.index == section)


def _insert(cast: Cast, found: Iterable[tuple[Mention, int]]) -> None:
    rows = [(m, e) for m, e in zip(cast.mentions, cast.entity_of, strict=True)] + list(found)
    rows.sort(key=lambda row: row[0].first)
    cast.mentions[:] = [m for m, _ in rows]
    cast.entity_of[:] = [e for _, e in rows]
    for entity in cast.entities:
        entity.mentions.clear()
    for i, e in enumerate(cast.entity_of):
        if e >= 0:
            cast.entities[e].mentions.append(i)


def _names_fit(full: Sequence[str], other: Sequence[str], respected: bool) -> bool:
    """Whether two names of one article can be one person's."""
    if full == other:
        return True
    short, long = sorted((full, other), key=len)
    if len(short) == 1:
        same = short[0] == long[-1] or (len(short[0]) > _LONG_SURNAME and _near(short[0], long[-1]))
        return same or (respected and short[0] == long[0])
    if set(short) <= set(long):
        return True
    odd = [word for word in short if word not in long]
    left = [word for word in long if word not in short]
    return len(odd) == 1 < len(short) and any(_near(odd[0], word) for word in left)


def _surnamed(fitting: list[Entity], words: tuple[str, ...]) -> Entity | None:
    """Of several whose names a short one fits who is so called, or the one whose name ends in it."""
    for ends in ([e for e in fitting if e.name == words], [e for e in fitting if _ends_in(e.name, words)]):
        if len(ends) == 1:
            return ends[0]
    return None


def _ends_in(name: Sequence[str], words: tuple[str, ...]) -> bool:
    """Whether a name ends in a surname of several words, which a spelling may part from it."""
    tail = name[-len(words) :]
    return len(tail) == len(words) and all(
        a == b or (len(a) > _LONG_SURNAME and _near(a, b)) for a, b in zip(tail, words, strict=True)
    )


def _is_namesake(
    document: Document, cast: Cast, entity: Entity, mention: Mention, words: tuple[str, ...]
) -> bool:
    """Whether a surname comes with the office of its holder on the day, and a name is of another.

    Such as "الرئيس ترامب" beside "إيفانكا ترامب".
    """
    if len(words) != 1 or len(entity.name) < 2 or not mention.office:
        return False
    day, head = document.article.date, without_article(mention.office_key.partition(" ")[0])
    holders = {
        known.holder
        for known in mention.known
        if known.leads and known.holds(day) and known.title.partition(" ")[0] == head
    }
    known = (k for i in entity.mentions for k in cast.mentions[i].known)
    if any(k.holder in holders and not k.short for k in known):
        return False  # "الملك سلمان" beside "سلمان بن عبد العزيز"
    fit = (_names_fit(tuple(holder.split()), entity.name, respected=False) for holder in holders)
    return bool(holders) and not any(fit)


def _near(a: str, b: str) -> bool:
    """Whether a word is a spelling of another: a letter more or less, another letter, or two swapped."""
    return OSA.distance(a, b, score_cutoff=1) <= 1
