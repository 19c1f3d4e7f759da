"""Topics: what an event was about, from its sentence and those that go on with it."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses import Clause
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.knowledge import Knowledge
from liqaa.ingest.extraction.phrasebook import Phrasebook


class TopicReader:
    """Reads the topics of frames."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.lists = knowledge.lexicon.topics
        self.phrases = Phrasebook[str]()
        for entry in self.lists.phrases:
            for phrase in entry.phrases:
                self.phrases.add(phrase, entry.topic)

    def read(self, frame: Frame, clause: Clause, following: list[Clause]) -> frozenset[str]:
        """The topics of the sentence, of the next one, and of those that go on with what was discussed.

        Args:
            frame: the frame.
            clause: its sentence.
            following: the sentences after it in the same section; they count for talks and calls only.
        """
        if frame.type == "honor":
            return frozenset()
        topics = self._topics(clause) | self._mission(frame, clause)
        if frame.type == "visit":
            return frozenset(topics)
        for distance, later in enumerate(following):
            if distance and not self._goes_on(later):
                continue
            if any(h.form.trigger.pattern in ("transitive", "receive", "call") for h in later.hits):
                break
            topics |= self._topics(later)
        return frozenset(topics)

    def _goes_on(self, clause: Clause) -> bool:
        """Whether a sentence opens with what was discussed."""
        first = clause.sentence.first
        opening = clause.words[first : min(first + 6, clause.sentence.last)]
        return any(word.lstrip("و") in self.knowledge.lexicon.cues.discussion for word in opening)

    def _mission(self, frame: Frame, clause: Clause) -> set[str]:
        """An envoy to a land in conflict speaks of it: "المبعوث الأممي إلى اليمن"."""
        out: set[str] = set()
        for filler in frame.fillers:
            mention = clause.cast.entities[filler.entity].office_mention
            office = mention.office_key.partition(" ")[0] if mention else ""
            if mention is None or office not in self.knowledge.lexicon.offices.envoys:
                continue
            for token in range(mention.first, mention.last):
                geo = self.knowledge.geo.match(clause.words, token)
                if geo and len(geo.value.code) == 2 and geo.value.code in self.lists.conflicts:
                    out |= {f"conflict:{geo.value.code}", "peace_process"}
        return out

    def _topics(self, clause: Clause) -> set[str]:
        """The topics of one sentence."""
        out: set[str] = set()
        words, at, end = clause.words, clause.sentence.first, clause.sentence.last
        while at < end:
            match = self.phrases.match(words, at)
            if match is None or match.last > end:
                at += 1
            elif match.value == "conflict":
                out |= self._conflicts(words, match.last, end)
                at += 1
            else:
                out.add(match.value)
                at = match.last
        return out | self._spread(out, clause)

    def _spread(self, topics: set[str], clause: Clause) -> set[str]:
        """The conflicts of the lands named beside a word that spreads a topic over them."""
        out: set[str] = set()
        words = clause.words[clause.sentence.first : clause.sentence.last]
        for spread in self.lists.spreads:
            if spread.topic in topics and spread.word in words:
                lands = (clause.cast.mentions[a.index].geo for a in clause.arguments)
                out |= {f"conflict:{geo.code}" for geo in lands if geo and geo.code in spread.lands}
        return out

    def _conflicts(self, words: list[str], at: int, end: int) -> set[str]:
        """The party of a conflict, in the words after it: "الأزمة السورية", "الأوضاع في اليمن وليبيا"."""
        for token in range(at, min(at + 3, end)):
            adjective = self.knowledge.adjectives.match(words, token, clitics=False)
            if adjective and len(adjective.value.code) == 2:
                return {f"conflict:{adjective.value.code}"}
            out: set[str] = set()
            geo = self.knowledge.geo.match(words, token)
            while geo and geo.value.country and geo.value.code in self.lists.conflicts:
                out.add(f"conflict:{geo.value.country}")
                joined = geo.last < end and words[geo.last].startswith("و")
                geo = self.knowledge.geo.match(words, geo.last) if joined else None
            if out:
                return out
        return set()
