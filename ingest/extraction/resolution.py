"""Resolution: which mentions of an article are the same person or body, and whom each represents.

A candidate is taken only when exactly one fits; what stays open stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from liqaa.ingest.extraction.document import Document
from liqaa.ingest.extraction.entities import Cast, Entity
from liqaa.ingest.extraction.knowledge import Knowledge
from liqaa.ingest.extraction.meanings import Known
from liqaa.ingest.extraction.mentions import Mention
from liqaa.ingest.extraction.phrasebook import readings


class Resolver:
    """Resolves the mentions of a document to entities."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def resolve(self, document: Document, mentions: list[Mention]) -> Cast:
        """Named people first, then their short names, then titles alone, then bodies."""
        cast = Cast(mentions, [], [-1] * len(mentions))
        self._part(document, cast)
        self._named(document, cast)
        self._short_names(document, cast)
        self._countries(document, cast)
        self._spokesmen(document, cast)
        self._titles(document, cast)
        self._bodies(document, cast)
        return cast

    def _part(self, document: Document, cast: Cast) -> None:
        """Part "رئيس الأركان الجنرال مارتيني" where the short name is another party's: two people."""
        parties: dict[str, set[str]] = {}
        for mention in cast.mentions:
            words = self._name_words(document, mention)
            if len(words) > 1 and mention.country:
                parties.setdefault(words[-1], set()).add(mention.country)
        offices: dict[str, set[str]] = {}
        for mention in cast.mentions:
            if mention.office and mention.country and mention.name:
                offices.setdefault(self.knowledge.office_head(mention.office_key), set()).add(mention.country)
        out: list[Mention] = []
        for mention in cast.mentions:
            words = self._name_words(document, mention)
            mine = parties.get(words[-1], set()) if len(words) == 1 else set()
            theirs = (
                offices.get(self.knowledge.office_head(mention.office_key), set())
                if mention.office
                else set()
            )
            between = mention.name is not None and mention.office and mention.office[-1][1] <= mention.name[0]
            theirs = theirs - mine
            if between and mine and len(theirs) == 1 and mention.country in (None, *theirs):
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

    # -- named people ----------------------------------------------------------------------------------

    def _named(self, document: Document, cast: Cast) -> None:
        order = [i for i, m in enumerate(cast.mentions) if m.kind == "person" and m.name]
        order.sort(key=lambda i: (-len(self._name_words(document, cast.mentions[i])), i))
        for i in order:
            self._assign_named(document, cast, i)

    def _assign_named(self, document: Document, cast: Cast, i: int) -> None:
        mention = cast.mentions[i]
        words = self._name_words(document, mention)
        section = document.sentences[mention.sentence].section
        fitting = [
            e
            for e in cast.entities
            if (e.section == section.index or section.kind == "main" == self._kind(document, e.section))
            and e.name
            and _names_fit(e.name, words, mention.respected)
            and not (e.country and mention.country and e.country != mention.country)
        ]
        if len(words) == 1 and not fitting:
            fitting = [
                e
                for e in cast.entities
                if e.section == section.index and len(e.name) > 1 and e.name[0] == words[0]
            ]
        entity = fitting[0] if len(fitting) == 1 else None
        if entity is None and fitting and len(words) == 1:
            # Several bear the short name: the one named most often.
            fitting.sort(key=lambda e: (-len(e.mentions), e.index))
            entity = fitting[0]
        if entity is None:
            entity = cast.add("person", section.index)
        self._join(document, cast, entity, i)

    def _kind(self, document: Document, section: int) -> str:
        return next(s.section.kind for s in document.sentences if s.section.index == section)

    def _join(self, document: Document, cast: Cast, entity: Entity, i: int) -> None:
        mention = cast.mentions[i]
        cast.entity_of[i] = entity.index
        entity.mentions.append(i)
        words = self._name_words(document, mention)
        if len(words) > len(entity.name):
            entity.name, entity.name_mention = words, mention
        if mention.office and (
            entity.office_mention is None or _office_length(mention) > _office_length(entity.office_mention)
        ):
            entity.office_mention, entity.office_key = mention, mention.office_key
        if mention.country and not entity.stated:
            entity.country, entity.stated = mention.country, True

    def _name_words(self, document: Document, mention: Mention) -> tuple[str, ...]:
        if mention.name is None:
            return ()
        first, last = mention.name
        words = [w for w in document.words[first:last] if w.isalpha()]
        if words and first == mention.first and mention.clitic:
            stem = words[0][len(mention.clitic) :]
            words[0] = stem
        kept: list[str] = []
        for position, word in enumerate(words):
            if word in self.knowledge.lexicon.names.dropped and position + 1 < len(words):
                continue
            if position and words[position - 1] == "عبد" and kept and kept[-1] == "عبد":
                kept[-1] = f"عبد{word}"
                continue
            # "بن سلمان" names the son, "سلمان" the father: the particle stays with its word.
            son = position and words[position - 1] in self.knowledge.lexicon.names.sons
            kept.append(f"بن {word}" if son else word)
        return tuple(kept)

    def _short_names(self, document: Document, cast: Cast) -> None:
        """Find the names given in full once and by their last word afterwards ("ميلي")."""
        keys: dict[str, set[int]] = {}
        for entity in cast.entities:
            if entity.name and len(entity.name[-1]) >= 3:
                keys.setdefault(entity.name[-1], set()).add(entity.index)
        if not keys:
            return
        taken = bytearray(len(document.words))
        for m in cast.mentions:
            for t in range(m.first, m.last):
                taken[t] = 1
        found: list[tuple[Mention, int]] = []
        for token, word in enumerate(document.words):
            if taken[token]:
                continue
            for clitic, stem in readings(word):
                owners = keys.get(stem)
                if (
                    owners
                    and len(owners) == 1
                    and (stem not in self.knowledge.lexicon.common_words or not clitic)
                ):
                    if stem in self.knowledge.lexicon.common_words and stem not in self.knowledge.given:
                        continue
                    sentence = document.sentence_of[token]
                    found.append(
                        (
                            Mention(token, token + 1, sentence, clitic, "person", (token, token + 1)),
                            min(owners),
                        )
                    )
                    break
        if found:
            self._insert(cast, found)

    def _insert(self, cast: Cast, found: Iterable[tuple[Mention, int]]) -> None:
        rows = [(m, e) for m, e in zip(cast.mentions, cast.entity_of, strict=True)] + list(found)
        rows.sort(key=lambda row: row[0].first)
        cast.mentions[:] = [m for m, _ in rows]
        cast.entity_of[:] = [e for _, e in rows]
        for entity in cast.entities:
            entity.mentions.clear()
        for i, e in enumerate(cast.entity_of):
            if e >= 0:
                cast.entities[e].mentions.append(i)

    def _countries(self, document: Document, cast: Cast) -> None:
        """Who is not given a country in the article gets the register's, when the day leaves one."""
        day = document.article.date
        for entity in cast.entities:
            if entity.country:
                continue
            known = [k for i in entity.mentions for k in cast.mentions[i].known]
            entity.country = _one_party(known, day)
            if entity.country is None and not known:
                entity.country = self._at_home(document, entity)

    def _at_home(self, document: Document, entity: Entity) -> str | None:
        """A paper names its own state's officials without nationality."""
        if self.knowledge.office_head(entity.office_key) not in self.knowledge.lexicon.offices.voiced:
            return None
        return self.knowledge.homes.of(document.article)

    def _spokesmen(self, document: Document, cast: Cast) -> None:
        """Such as "نفت الرئاسة اللبنانية أن يكون رئيس الجمهورية": a body speaks of its state's official."""
        for entity in cast.entities:
            if (
                entity.country
                or not entity.office_key
                or self.knowledge.office_head(entity.office_key) not in self.knowledge.lexicon.offices.voiced
            ):
                continue
            voices = {self._voice(document, cast, cast.mentions[i].sentence) for i in entity.mentions} - {
                None
            }
            if len(voices) == 1:
                entity.country = next(iter(voices))

    def _voice(self, document: Document, cast: Cast, sentence: int) -> str | None:
        """The party of the state body that opens a sentence."""
        first = document.sentences[sentence].first
        for mention in cast.mentions:
            if mention.sentence == sentence:
                body = (
                    mention.kind == "organisation"
                    and mention.office_key in self.knowledge.lexicon.offices.voices
                )
                seat = mention.geo is not None and mention.geo.kind == "metonym"
                return mention.country if (body or seat) and mention.first - first <= 3 else None
        return None

    # -- titles alone ----------------------------------------------------------------------------------

    def _titles(self, document: Document, cast: Cast) -> None:
        for i, mention in enumerate(cast.mentions):
            if mention.kind != "person" or mention.name or mention.anaphor or not mention.office:
                continue
            section = document.sentences[mention.sentence].section.index
            entity = self._bearer(document, cast, i, mention)
            if entity is None and mention.country is None and self._is_own(mention):
                home = self.knowledge.homes.of(document.article)
                if home is not None:
                    entity = self._bearer(document, cast, i, replace(mention, country=home))
                if home is not None and entity is None:
                    entity = cast.add("person", section, home)
            if entity is None and (mention.country or not mention.definite):
                entity = cast.add("person", section)
            if entity is not None:
                self._join(document, cast, entity, i)
                if entity.country is None and mention.country:
                    entity.country = mention.country

    def _heads_fit(self, head: str, other: str, mention: Mention) -> bool:
        leaders = self.knowledge.lexicon.offices.heads_of_state
        same_leader = mention.country is not None and head in leaders and other in leaders
        return same_leader or _heads_fit(head, other)

    def _is_own(self, mention: Mention) -> bool:
        """Whether a title names an office of which a state has one: "وزير الخارجية"."""
        own = self.knowledge.office_head(mention.office_key) in self.knowledge.lexicon.offices.voiced
        return own and " " in mention.office_key

    def _bearer(self, document: Document, cast: Cast, i: int, mention: Mention) -> Entity | None:
        """The one person of the section whose office and country the title fits."""
        section = document.sentences[mention.sentence].section.index
        head = self.knowledge.office_head(mention.office_key)
        if (
            head.partition(" ")[0] in self.knowledge.lexicon.offices.generic
            and mention.definite
            and mention.country
        ):
            last = self._last_of(document, cast, i, mention.country)
            if last is not None:
                return last
        fitting = [
            e
            for e in cast.entities
            if e.kind == "person"
            and (e.section == section)
            and e.office_key
            and self._heads_fit(head, self.knowledge.office_head(e.office_key), mention)
            and (mention.country is None or e.country == mention.country)
        ]
        if mention.country is not None:
            named = [e for e in fitting if e.name]
            pool = named or fitting
            return min(pool, key=lambda e: min((abs(j - i) for j in e.mentions), default=0)) if pool else None
        # Who was named earlier in the sentence would be a pronoun now.
        fitting = [
            e
            for e in fitting
            if not any(j < i and cast.mentions[j].sentence == mention.sentence for j in e.mentions)
        ]
        before = [(max((j for j in e.mentions if j < i), default=-1), e) for e in fitting]
        before = [(j, e) for j, e in before if j >= 0]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        return fitting[0] if len(fitting) == 1 else None

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

    # -- bodies ----------------------------------------------------------------------------------------

    def _bodies(self, document: Document, cast: Cast) -> None:
        seen: dict[tuple[int, str, str], Entity] = {}
        for i, mention in enumerate(cast.mentions):
            if mention.kind == "person" or mention.country is None:
                continue
            section = document.sentences[mention.sentence].section.index
            label = "" if mention.kind != "delegation" else str(i)
            key = (section, f"{mention.kind}{label}", mention.country)
            if key not in seen:
                seen[key] = cast.add(mention.kind, section, mention.country, stated=True)
            entity = seen[key]
            entity.mentions.append(i)
            cast.entity_of[i] = entity.index
            if mention.office and entity.office_mention is None:
                entity.office_mention, entity.office_key = mention, mention.office_key


def _office_length(mention: Mention) -> int:
    return sum(last - first for first, last in mention.office)


def _names_fit(full: Sequence[str], other: Sequence[str], respected: bool) -> bool:
    """Whether two names of one article can be one person's."""
    if full == other:
        return True
    short, long = sorted((full, other), key=len)
    if len(short) == 1:
        return short[0] == long[-1] or (respected and short[0] == long[0])
    if set(short) <= set(long):
        return True
    return (
        len(short) == len(long)
        and sum(a == b for a, b in zip(short, long, strict=True)) >= len(short) - 1 >= 1
        and _near(short, long)
    )


def _near(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the one word that differs is a spelling of the other."""
    for x, y in zip(a, b, strict=True):
        if x != y:
            return abs(len(x) - len(y)) <= 1 and sum(c in y for c in x) >= len(x) - 1
    return True


def _heads_fit(head: str, other: str) -> bool:
    if head == other:
        return True
    if " " not in head:
        return other.split(maxsplit=1)[0] == head and not (head == "رييس" and other != "رييس")
    return False


def _one_party(known: Sequence[Known], day: str | None) -> str | None:
    """The party that all fitting register entries share, those in office on the day before the rest."""
    if not known:
        return None
    if day:
        current = {k.party for k in known if k.start[: len(day)] <= day <= k.end + "-99"}
        if len(current) == 1:
            return next(iter(current))
        if current:
            return None
    parties = {k.party for k in known}
    return next(iter(parties)) if len(parties) == 1 else None
