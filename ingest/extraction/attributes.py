"""Attributes of a frame from its sentence: date, place, topics, status, salience, subtype."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from liqaa.ingest.extraction.clauses import Clause
from liqaa.ingest.extraction.dates import DateMention, DateReader
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.knowledge import Knowledge, phrases
from liqaa.ingest.extraction.meanings import Geo
from liqaa.ingest.extraction.phrasebook import Phrasebook
from liqaa.ontology.model import Salience, Status


@dataclass(frozen=True, slots=True)
class Attributes:
    """What a sentence says about a frame besides its participants.

    Attributes:
        date: resolved date, None when the sentence gives none.
        date_text: the words that gave it.
        place: token range of the city or venue.
        place_country: its country.
        topics: topic ids.
        status: occurred, planned or cancelled.
        salience: main or background.
        subtype: subtype of the type.
    """

    date: str | None
    date_text: tuple[int, int] | None
    place: tuple[int, int] | None
    place_country: str | None
    topics: frozenset[str]
    status: Status
    salience: Salience
    subtype: str


class AttributeReader:
    """Reads the attributes of frames."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.dates = DateReader(knowledge)
        cues = knowledge.lexicon.cues
        self.cues = cues
        self.lists = knowledge.lexicon.topics
        self.background = phrases(cues.background)
        self.official = phrases(cues.official)
        self.working = phrases(cues.working)
        self.transit = phrases(cues.transit)
        self.topics = Phrasebook[str]()
        for entry in knowledge.lexicon.topics.phrases:
            for phrase in entry.phrases:
                self.topics.add(phrase, entry.topic)

    def read(
        self, frame: Frame, clause: Clause, following: list[Clause], published: date | None
    ) -> Attributes:
        """The attributes of one frame.

        Args:
            frame: the frame.
            clause: its sentence.
            following: the sentences after it in the same section, read for topics only.
            published: the article's day.
        """
        status = self._status(frame, clause)
        when = self._date(frame, clause, status)
        resolved = when.resolve(published, status == "planned") if when else None
        if (
            (status == "occurred" or self._is_postponed(frame, clause))
            and published
            and resolved
            and resolved > published.isoformat()[: len(resolved)]
        ):
            status = "planned"
        place, country = self._place(frame, clause)
        topics = self._discussed(frame, clause, following)
        return Attributes(
            resolved,
            (when.first, when.last) if when and (resolved or published is None) else None,
            place,
            country,
            topics if frame.type != "honor" else frozenset(),
            status,
            self._salience(frame, clause, resolved, status, published),
            self._subtype(frame, clause),
        )

    # -- status ----------------------------------------------------------------------------------------

    def _status(self, frame: Frame, clause: Clause) -> Status:
        words = clause.words
        first = max(clause.sentence.first, frame.first - 8)
        last = min(clause.sentence.last, frame.last + 4)
        nearby = [t for t in range(first, frame.first) if t not in clause.inside]
        for token in reversed(nearby):
            if words[token] in self.cues.cancelled or words[token].lstrip("و") in self.cues.cancelled:
                return "cancelled"
            if clause.is_boundary(token) and words[token] not in ("ان", "التي", "الذي"):
                break
        if words[frame.first].lstrip("و")[:1] in ("ي", "ت") and any(
            words[t] in self.cues.planned
            for t in range(clause.sentence.first, frame.first)
            if t not in clause.inside
        ):
            return "planned"
        if self._is_purpose(frame, clause) or self._is_imperfect(frame, clause):
            return "planned"
        if frame.future or (words[frame.first].startswith("س") and words[frame.first][1:2] in ("ي", "ت")):
            return "planned"
        for token in reversed(nearby):
            word = words[token]
            if (
                word in self.cues.planned
                or word.lstrip("و") in self.cues.planned
                or (
                    len(word) > 4
                    and word[0] == "س"
                    and word[1] in "يت"
                    and word not in self.knowledge.given
                    and word[1:] in self.knowledge.light_verbs
                )
            ):
                return "planned"
            if (
                word[:1] == "س"
                and word[1:2] in ("ي", "ت")
                and len(word) > 5
                and word[1:] in self.knowledge.lexicon.common_words
            ):
                return "planned"
            if clause.is_boundary(token) and word not in ("ان", "التي", "الذي"):
                break
        for token in range(frame.last, last):
            if words[token] in self.cues.planned and token not in clause.inside:
                return "planned"
            if token in clause.inside:
                break
        return "occurred"

    def _is_postponed(self, frame: Frame, clause: Clause) -> bool:
        """A postponement with a new day is a plan."""
        first = max(clause.sentence.first, frame.first - 8)
        return any(clause.words[t].lstrip("و") in self.cues.postponements for t in range(first, frame.first))

    def _is_purpose(self, frame: Frame, clause: Clause) -> bool:
        """Such as "للقاء", "لإجراء محادثات", "لزيارة": what somebody comes for has yet to take place."""
        word = clause.words[frame.first]
        if word.startswith("لل") or (word.startswith("ل") and word[1:] in self.cues.purpose_nouns):
            return True
        before = clause.words[frame.first - 1] if frame.first > clause.sentence.first else ""
        return before in self.cues.purpose_verbs

    def _is_imperfect(self, frame: Frame, clause: Clause) -> bool:
        """A body sentence whose main verb is imperfect tells what is to come, unless it is under way."""
        words, first = clause.words, clause.sentence.first
        verb = words[frame.first].removeprefix("و")
        if clause.sentence.title or not verb.startswith(("ي", "ت")):
            return False
        if self.knowledge.triggers.match(words, frame.first) is None or frame.rule.endswith("-noun"):
            return False
        if verb.startswith("ت") and ("ي" + verb[1:]) not in self.knowledge.triggers:
            return False
        before = words[max(first, frame.first - 3) : frame.first]
        after = [w for w in words[frame.last : frame.last + 10] if w not in ("الذي", "التي")]
        under_way = any(w in self.cues.under_way for w in (*before, *after))
        return not under_way

    # -- date ------------------------------------------------------------------------------------------

    def _date(self, frame: Frame, clause: Clause, status: Status) -> DateMention | None:
        """The date words nearest the trigger that do not date only a statement."""
        found = self.dates.read(clause.document, clause.sentence)
        best: tuple[int, DateMention] | None = None
        for mention in found:
            if self._dates_statement(mention, frame, clause) or self._dates_visit(
                mention, frame, clause, status
            ):
                continue
            distance = (
                frame.first - mention.last if mention.last <= frame.first else mention.first - frame.last
            )
            distance += 6 * sum(
                1
                for h in clause.hits
                if mention.last <= h.first < frame.first or frame.last <= h.first < mention.first
            )
            if mention.kind in ("year", "relative-year", "month", "relative-month"):
                distance += 4
            if best is None or distance < best[0]:
                best = (distance, mention)
        return best[1] if best and best[0] < 40 else None

    def _dates_statement(self, mention: DateMention, frame: Frame, clause: Clause) -> bool:
        words = clause.words
        opener = range(max(clause.sentence.first, mention.first - 3), mention.first)
        if any(words[t] in self.cues.other_time for t in opener if not frame.first <= t < frame.last):
            return True
        if mention.last > frame.first:
            between = range(max(frame.last, mention.first - 7), mention.first)
            return any(words[t] in self.cues.speech for t in between)
        spoken = any(words[t] in self.cues.speech for t in range(clause.sentence.first, mention.first + 1))
        divided = any(
            words[t] in self.cues.conjunctions or words[t] == ":" for t in range(mention.last, frame.first)
        )
        return spoken and divided

    def _dates_visit(self, mention: DateMention, frame: Frame, clause: Clause, status: Status) -> bool:
        """Whether the day is that of a journey on which talks are planned, or of a departure after them."""
        if frame.type == "visit" or mention.last > frame.first:
            return False
        travel = [h for h in clause.hits if h.form.trigger.type == "visit" and h.first < frame.first]
        nearer = [h for h in travel if abs(h.first - mention.first) < frame.first - mention.last]
        return any(status == "planned" or h.form.trigger.pattern == "leave" for h in nearer)

    # -- place -----------------------------------------------------------------------------------------

    def _place(self, frame: Frame, clause: Clause) -> tuple[tuple[int, int] | None, str | None]:
        if frame.place is not None and frame.place.geo is not None:
            geo = frame.place.geo
            named = (frame.place.first, frame.place.last) if geo.kind not in ("country",) else None
            if named is None:
                city = self._city_in(clause, frame, geo.code)
                return city, geo.country or geo.code
            return named, geo.country or geo.code
        if frame.type == "call":
            return None, None
        best: tuple[int, tuple[int, int] | None, Geo] | None = None
        for argument in clause.arguments:
            mention = clause.cast.mentions[argument.index]
            if mention.geo is None or mention.geo.kind == "organisation":
                continue
            governed = (
                argument.preposition in ("في", "ب")
                or clause.words[argument.first - 1] in self.knowledge.lexicon.syntax.locatives
            )
            if not governed or argument.preposition in ("الي", "من"):
                continue
            distance = abs(argument.first - frame.first)
            named = (argument.first, argument.last) if mention.geo.kind != "country" else None
            if best is None or distance < best[0]:
                best = (distance, named, mention.geo)
        if best and best[0] < 30:
            return best[1], best[2].country or best[2].code
        return None, None

    def _city_in(self, clause: Clause, frame: Frame, code: str) -> tuple[int, int] | None:
        for argument in clause.arguments:
            mention = clause.cast.mentions[argument.index]
            geo = mention.geo
            if (
                geo
                and geo.country == code
                and geo.kind in ("city", "capital", "place")
                and abs(argument.first - frame.first) < 16
            ):
                return mention.first, mention.last
        return None

    # -- topics ----------------------------------------------------------------------------------------

    def _discussed(self, frame: Frame, clause: Clause, following: list[Clause]) -> frozenset[str]:
        """The topics of the sentence, of the next one, and of those that go on with what was discussed."""
        topics = self._topics(clause) | self._mission(frame, clause)
        if frame.type not in ("talks", "call"):
            return topics
        for distance, later in enumerate(following):
            opening = later.words[later.sentence.first : min(later.sentence.first + 6, later.sentence.last)]
            if distance and not any(w.lstrip("و") in self.cues.discussion for w in opening):
                continue
            if any(h.form.trigger.pattern in ("transitive", "receive", "call") for h in later.hits):
                break
            topics |= self._topics(later)
        return topics

    def _mission(self, frame: Frame, clause: Clause) -> frozenset[str]:
        """An envoy to a land in conflict speaks of it: "المبعوث الأممي إلى اليمن"."""
        out: set[str] = set()
        for filler in frame.fillers:
            mention = clause.cast.entities[filler.entity].office_mention
            if (
                mention is None
                or mention.office_key.partition(" ")[0] not in self.knowledge.lexicon.offices.envoys
            ):
                continue
            for token in range(mention.first, mention.last):
                geo = self.knowledge.geo.match(clause.words, token)
                if geo and geo[2].code in self.lists.conflicts and len(geo[2].code) == 2:
                    out |= {f"conflict:{geo[2].code}", "peace_process"}
        return frozenset(out)

    def _topics(self, clause: Clause) -> frozenset[str]:
        out: set[str] = set()
        words, at = clause.words, clause.sentence.first
        while at < clause.sentence.last:
            match = self.topics.match(words, at)
            if match and match[1] <= clause.sentence.last:
                if match[2] == "conflict":
                    out |= self._conflicts(words, match[1], clause.sentence.last)
                else:
                    out.add(match[2])
                at = match[1] if match[2] != "conflict" else at + 1
            else:
                at += 1
        if "counterterrorism" in out and "داعش" in words[clause.sentence.first : clause.sentence.last]:
            lands = {clause.cast.mentions[a.index].geo for a in clause.arguments} - {None}
            out |= {
                f"conflict:{geo.code}" for geo in lands if geo is not None and geo.code in ("IQ", "SY", "LY")
            }
        return frozenset(out)

    def _conflicts(self, words: list[str], at: int, end: int) -> set[str]:
        for token in range(at, min(at + 3, end)):
            adjective = self.knowledge.adjectives.match(words, token, clitics=False)
            if adjective and len(adjective[2].code) == 2:
                return {f"conflict:{adjective[2].code}"}
            out: set[str] = set()
            geo = self.knowledge.geo.match(words, token)
            while geo and geo[2].country and geo[2].code in self.lists.conflicts:
                out.add(f"conflict:{geo[2].country}")
                joined = geo[1] < end and words[geo[1]].startswith("و")
                geo = self.knowledge.geo.match(words, geo[1]) if joined else None
            if out:
                return out
        return set()

    # -- salience and subtype --------------------------------------------------------------------------

    def _salience(
        self, frame: Frame, clause: Clause, resolved: str | None, status: Status, published: date | None
    ) -> Salience:
        if clause.sentence.section.kind == "headlines":
            return "background"
        if clause.sentence.title:
            return "main"
        if published is not None and resolved is not None and status == "occurred":
            days = _days_before(resolved, published)
            if days > 12:
                return "background"
        near = range(max(clause.sentence.first, frame.first - 4), min(clause.sentence.last, frame.last + 6))
        if clause.sentence.order > 2 and any(
            self.background.match(clause.words, t, clitics=False) for t in near
        ):
            return "background"
        return "main"

    def _subtype(self, frame: Frame, clause: Clause) -> str:
        words = clause.words
        last = min(clause.sentence.last, frame.last + 12)
        after = range(frame.last, last)
        around = range(max(clause.sentence.first, frame.first - 6), last)
        if frame.type == "visit":
            if any(
                self.official.match(words, t, clitics=False)
                for t in range(frame.first, min(clause.sentence.last, frame.last + 22))
                if not any(frame.last <= h.first < t and h.form.trigger.type != "visit" for h in clause.hits)
            ):
                return "official"
            if any(self.working.match(words, t, clitics=False) for t in after):
                return "working"
            if any(self.transit.match(words, t, clitics=False) for t in around):
                return "transit"
        return frame.subtype


def _days_before(resolved: str, published: date) -> int:
    year, month, day = (*map(int, resolved.split("-")), 28, 28)[:3]
    if len(resolved) == 4:
        month, day = 12, 31
    return (published - date(year, min(month, 12), min(day, 28) if len(resolved) < 10 else day)).days
