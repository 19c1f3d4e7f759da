"""Topics: what an event was about, from its sentence and those that go on with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from liqaa.ingest.extraction.attributes.relations import are_of_others
from liqaa.ingest.extraction.cast.entities import Cast
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.subjects import subject_of
from liqaa.ingest.extraction.events.notes import is_definite
from liqaa.ingest.extraction.status.tenses import is_future_verb
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import Match, Phrasebook, is_among

# How many sentences after talks or a call may go on with them, and after a visit with it.
_REACH, _REACH_OF_VISIT = 3, 5
# And after a visit with what is to be discussed on it, where the sentence tells of no other.
_AHEAD = 2
# How many sentences below a title a visit may be what it speaks of: further down others are told of.
_TITLED = 8
# How far a word like "after" reaches: "بعد أقل من أسبوع من التوصل إلى اتفاق حول البرنامج النووي".
_ASIDE_REACH = 14
# What stands for the topic of a phrase that tells none.
_UNMEANT = ""


class TopicReader:
    """Reads the topics of frames."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.lists = knowledge.lexicon.topics
        self.phrases = Phrasebook[str]()
        for entry in self.lists.phrases:
            for phrase in entry.phrases:
                self.phrases.add(phrase, entry.topic)
        for phrase in self.lists.unmeant:
            self.phrases.add(phrase, _UNMEANT)

    def read(self, frame: Frame, clause: Clause, section: list[Clause]) -> frozenset[str]:
        """The topics of the title, of the sentence, and of those after it that go on with it.

        Those are for talks and calls the next one and those that open with what was discussed, are about
        one of the people, both sides or "the meeting"; for a visit the next one that speaks of it and those
        that say what was discussed during it, or is to be. What any news mentions in passing counts where
        the event's own sentence says it, or two others; relations in a title alone do not, nor does a
        title far above a visit.

        Args:
            frame: the frame.
            clause: its sentence.
            section: the sentences of its section.
        """
        if frame.type == "honor":
            return frozenset()
        titles = [c for c in section if c is not clause and self._is_titled(clause, frame, c)]
        further = [c for c in section if self._is_further(c, frame, clause.sentence.order)]
        lands = {clause.cast.entities[e].country for e in frame.entities()}
        own = self._topics(clause, lands)
        heard = Counter(own)
        for title in titles:
            heard.update(self._topics(title, lands).difference(self.lists.untitled))
        for other in further:
            heard.update(self._topics(other, lands))
        heard.update(self._mission(frame, clause) | self._wars(frame, clause.cast, [clause, *titles]))
        passing = {t for t in self.lists.passing if heard[t] == 1 and t not in own}
        return frozenset(heard.keys() - passing)

    def _is_titled(self, clause: Clause, frame: Frame, title: Clause) -> bool:
        """Whether a sentence is a title that may speak of what another one tells."""
        distance = clause.sentence.order - title.sentence.order
        return title.sentence.title and (frame.type != "visit" or distance <= _TITLED)

    def _is_further(self, clause: Clause, frame: Frame, told: int) -> bool:
        distance = clause.sentence.order - told
        reach = _REACH_OF_VISIT if frame.type == "visit" else _REACH
        return 0 < distance <= reach and self._goes_on(clause, frame, distance)

    def _goes_on(self, clause: Clause, frame: Frame, distance: int) -> bool:
        """Whether a sentence goes on with what came up at a visit or a contact."""
        cues = self.knowledge.lexicon.cues
        words = clause.words[clause.sentence.first : clause.sentence.last]
        if frame.type == "visit":
            discussing = [word for word in words if is_among(word, cues.discussion)]
            told = (discussing or distance == 1) and any(word in cues.journeys for word in words)
            ahead = distance <= _AHEAD and not any(h.form.trigger.type == "visit" for h in clause.hits)
            return bool(told) or (ahead and any(is_future_verb(w.removeprefix("و")) for w in discussing))
        return (
            distance == 1
            or any(is_among(word, cues.discussion) for word in words[:6])
            or subject_of(clause) in frame.entities()
            or any(clause.cast.mentions[a.index].anaphor == "pair" for a in clause.arguments)
            or any(h.form.trigger.type == frame.type and is_definite(clause, h) for h in clause.hits)
        )

    def _wars(self, frame: Frame, cast: Cast, clauses: list[Clause]) -> set[str]:
        """The wars of lands that sentences name and that neither take part nor are visited."""
        own = {cast.entities[e].country for e in frame.entities()}
        own.add(frame.place.geo.country if frame.place and frame.place.geo else None)
        own |= _visited_with(frame, cast, clauses[0])
        geos = (cast.mentions[a.index].geo for clause in clauses for a in clause.arguments)
        lands = {geo.country for geo in geos if geo and geo.country in self.lists.wars}
        return {f"conflict:{land}" for land in lands - own}

    def _mission(self, frame: Frame, clause: Clause) -> set[str]:
        """An envoy to a land in conflict speaks of it: "المبعوث الأممي إلى اليمن"."""
        out: set[str] = set()
        for filler in frame.fillers:
            mention = clause.cast.entities[filler.entity].office_mention
            office = mention.office_key.partition(" ")[0] if mention else ""
            if mention is None or office not in self.knowledge.lexicon.offices.envoys:
                continue
            for token in (t for first, last in mention.office for t in range(first, last)):
                geo = self.knowledge.geo.match(clause.words, token)
                if geo and len(geo.value.code) == 2 and geo.value.code in self.lists.conflicts:
                    out.add(f"conflict:{geo.value.code}")
        return out

    def _topics(self, clause: Clause, lands: Set[str | None]) -> set[str]:
        """The topics of one sentence for those of some lands."""
        out: set[str] = set()
        words, at, end = clause.words, clause.sentence.first, clause.sentence.last
        besides = _further_portfolios(clause) | _names(clause)
        while at < end:
            match = None if at in besides else self.phrases.match(words, at)
            inside = match is not None and match.last <= end and not self._is_aside(clause, at, match.last)
            if match is None or not inside or self._is_narrowed(match, words, at, end):
                at += 1
            elif match.value == _UNMEANT or (
                match.value == "bilateral_relations"
                and are_of_others(match.last, lands, clause, self.phrases)
            ):
                at = match.last
            elif match.value == "conflict":
                out |= self._conflicts(words, match.last, end)
                at += 1
            else:
                out.add(match.value)
                at = at + 1 if self._reaching(match, words, at, end) else match.last
        return out | self._spread(out, clause)

    def _is_narrowed(self, match: Match[str], words: list[str], first: int, end: int) -> bool:
        """Whether a phrase within a general one, or right after it, tells more: "تعزيز التعاون العسكري".

        So does what kind of relations are meant, "العلاقات التجارية".
        """
        if match.value not in self.lists.general:
            return False
        after = self.phrases.match(words, match.last, clitics=False) if match.last < end else None
        if after is not None and after.value not in (*self.lists.general, "conflict"):
            return True
        return any(
            topic != "conflict" or self._conflicts(words, last, end)
            for topic, last in self._reaching(match, words, first, end)
        )

    def _reaching(self, match: Match[str], words: list[str], first: int, end: int) -> list[tuple[str, int]]:
        """Topic and end of the phrases that begin within one and reach further: "إنهاء الحرب في اليمن"."""
        inner = (self.phrases.match(words, token) for token in range(first + 1, match.last))
        told = [other for other in inner if other and other.value != _UNMEANT]
        return [(other.value, other.last) for other in told if match.last < other.last <= end]

    def _is_aside(self, clause: Clause, first: int, last: int) -> bool:
        """Whether a phrase is what came before a contact or stood in the way, or a newspaper.

        "بعد الاتفاق", "احتجاجا على التدخلات", «الشرق الأوسط».
        """
        words, start, end = clause.words, clause.sentence.first, clause.sentence.last
        if start < first and last < end and (words[first - 1], words[last]) == ("«", "»"):
            return True
        for word in reversed(words[max(start, first - _ASIDE_REACH) : first]):
            if word in "،,.:":
                return False
            if word in self.lists.asides:
                return True
        return False

    def _spread(self, topics: set[str], clause: Clause) -> set[str]:
        """The conflicts of the lands named beside a word that spreads a topic over them."""
        out: set[str] = set()
        words = clause.words[clause.sentence.first : clause.sentence.last]
        for spread in self.lists.spreads:
            if spread.topic in topics and spread.word in words:
                geos = (clause.cast.mentions[a.index].geo for a in clause.arguments)
                lands = {geo.country or geo.code for geo in geos if geo}
                out |= {f"conflict:{land}" for land in lands.intersection(spread.lands)}
        return out

    def _conflicts(self, words: list[str], at: int, end: int) -> set[str]:
        """The parties of a conflict, in the words after it: "الأزمة السورية", "الأوضاع في اليمن وليبيا"."""
        for token in range(at, min(at + 3, end)):
            told = self._called(words, token, end)
            told = self._named(words, token, end) or None if told is None else told
            if told is not None:
                return {f"conflict:{code}" for code in told}
        return set()

    def _called(self, words: list[str], token: int, end: int) -> set[str] | None:
        """The conflicts that adjectives from a token on call, "الملفين الإيراني والسوري"; None: none does."""
        adjective = self.knowledge.adjectives.match(words, token, clitics=False)
        codes: list[str] = []
        while adjective is not None and adjective.last <= end:
            codes.append(adjective.value.code)
            joined = adjective.last < end and words[adjective.last].startswith("وال")
            adjective = self.knowledge.adjectives.match(words, adjective.last) if joined else None
        told = [code for code in codes if code in self.lists.conflicts]
        if not told:
            return None
        return {code for code in told if code not in self.lists.by_name}  # "الأزمة المالية"

    def _named(self, words: list[str], token: int, end: int) -> set[str]:
        """The lands in conflict of those named from a token on: "سوريا وإيران واليمن"."""
        out: set[str] = set()
        geo = self.knowledge.geo.match(words, token)
        while geo and geo.value.country:
            if geo.value.code in self.lists.conflicts:
                out.add(geo.value.country)
            after = geo.last + (geo.last < end and words[geo.last] in COMMAS)
            joined = after < end and words[after].startswith("و")
            geo = self.knowledge.geo.match(words, after) if joined else None
        return out


def _names(clause: Clause) -> set[int]:
    """The tokens of what people are called, which tell no topic: "محمد النفطي"."""
    mentions = (clause.cast.mentions[a.index] for a in clause.arguments)
    return {t for m in mentions if m.kind == "person" and m.name for t in range(*m.name)}


def _further_portfolios(clause: Clause) -> set[int]:
    """The tokens of what somebody is minister of besides, which tell no topic: "وزير الخارجية والهجرة"."""
    mentions = (clause.cast.mentions[a.index] for a in clause.arguments)
    offices = (o for m in mentions if m.kind == "person" for o in m.office)
    return {t for first, last in offices for t in range(first, last) if clause.words[t].startswith("وال")}


def _visited_with(frame: Frame, cast: Cast, clause: Clause) -> set[str | None]:
    """The lands that are joined to the one visited, which are visited, too: "يزور أ كينيا والسودان"."""
    at = next((i for i, a in enumerate(clause.arguments) if cast.mentions[a.index] is frame.place), None)
    if frame.type != "visit" or at is None:
        return set()
    first = at
    while first and clause.arguments[first].joined:
        first -= 1
    geos = (cast.mentions[a.index].geo for a in clause.chain(clause.arguments, first))
    return {geo.country for geo in geos if geo is not None}
