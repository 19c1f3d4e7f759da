"""Carried nouns: nouns of contact that a verb in the imperfect holds, which tells no tense of itself."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.days.date_mentions import DateMention
from liqaa.ingest.extraction.days.months import year_of
from liqaa.ingest.extraction.status.tenses import is_imperfect_verb
from liqaa.ingest.extraction.text.knowledge import Knowledge, phrases
from liqaa.ingest.extraction.text.phrasebook import is_among

# Words after a noun among which stands how soon its event comes.
_SOON = 10
# Triggers of going to a land, where what an imperfect tells is yet to be: "توجه إلى أ حيث يجري محادثات".
_GOING = frozenset(("head-verb", "head-noun", "arrive-verb", "leave-verb"))
# Pronouns that stand for a journey after the word for during.
_ITS = ("ها", "هما", "ه")
# Tokens before a noun among which stands the verb that carries it where somebody goes.
_ONWARD = 4


class CarriedNouns:
    """Tells when what an imperfect carries is to be."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.cues = knowledge.lexicon.cues
        self.soon = phrases(self.cues.soon)
        self._beginning = knowledge.lexicon.events.beginning_verbs

    def lies_ahead(self, frame: Frame, clause: Clause) -> bool:
        """Whether the verb that carries a noun and the times beside it tell of what is to be."""
        today = self._is_carried_today(frame, clause) or self._is_carried_soon(frame, clause)
        return today or self._is_last_stop(frame, clause) or self._is_after_that(frame, clause)

    def carrier(self, frame: Frame, clause: Clause) -> int | None:
        """The verb in the imperfect that carries a noun of a body sentence and opens its clause.

        Args:
            frame: an event.
            clause: its sentence.

        Returns:
            Its token: that of "يجري" in "وفي عمان، يجري أ محادثات مع ب"; None where there is no such verb.
        """
        words = clause.words
        if not frame.rule.endswith("-noun") or clause.sentence.title:
            return None
        for token in range(frame.first - 1, clause.sentence.first - 1, -1):
            verb = words[token].removeprefix("و")
            if token in clause.inside:
                continue
            if is_imperfect_verb(verb) and self._carries(verb):
                return token if clause.at_clause_start(token) else None
            if clause.is_boundary(token):
                return None
        return None

    def tells(self, when: DateMention, frame: Frame, clause: Clause) -> int | None:
        """The token after the imperfect that carries or begins a noun: "يقوم أ بزيارة", "أن أ يبدأ زيارة".

        Args:
            when: the day that the sentence gives.
            frame: an event.
            clause: its sentence.

        Returns:
            None where there is no such verb, where it only says of somebody what he does, "أ الذي يقوم", and
            where the day is that of another verb: "يقوم أ بزيارة بدأها الخميس".
        """
        words, first = clause.words, clause.sentence.first
        if not frame.rule.endswith("-noun") or clause.sentence.title:
            return None
        begun = words[when.first - 1] in self.knowledge.lexicon.dates.beginning_it
        another = clause.hit_between(frame.last, when.first)
        if begun or another or any(map(clause.is_boundary, range(frame.last, when.first))):
            return None
        for token in range(frame.first - 1, first - 1, -1):
            verb = words[token].removeprefix("و")
            if token in clause.inside:
                continue
            if is_imperfect_verb(verb) and (self._carries(verb) or verb in self._beginning):
                before = (words[t] for t in range(token - 1, first - 1, -1) if t not in clause.inside)
                opens = clause.at_clause_start(token) or next(before, "") == "ان"
                return token + 1 if opens else None
            if clause.is_boundary(token):
                return None
        return None

    def is_on_planned_journey(self, frame: Frame, clause: Clause) -> bool:
        """Whether an imperfect carries a noun where somebody goes: "توجه إلى أ حيث يجري مباحثات".

        Also "زيارة يجري خلالها مباحثات", "يصل الخميس ويجري مباحثات", but not where somebody is:
        "ويزور أ ويجري مباحثات".

        Args:
            frame: an event.
            clause: its sentence.
        """
        words, first = clause.words, clause.sentence.first
        near = range(max(first + 1, frame.first - _ONWARD), frame.first)
        goes = [h for h in clause.hits if h.first < frame.first and h.form.trigger.type == "visit"]
        if goes and any(self._is_on_it(t, clause) and self._bears(words[t]) for t in near):
            return not any(words[t] in self.cues.under_way for t in range(first, frame.first))
        if any(self._is_there(t, clause) and self._bears(words[t]) for t in near):
            told = (words[t] for t in range(first, frame.first) if t not in clause.inside)
            return any(is_among(word, self.cues.awaited) for word in told) or any(
                h.form.trigger.id in _GOING or words[h.first].lstrip("و").startswith(("ي", "س")) for h in goes
            )
        if words[first].isdecimal():
            return False  # "25 مارس: أ يزور ب ويجري محادثات": a chronicle
        further = (t for t in near if t not in clause.inside and words[t].startswith("و"))
        carrier = next((t for t in further if self._bears(words[t][1:])), None)
        present = any(words[t] in self.cues.under_way for t in range(first, frame.first))
        told_of_old = any(year_of(words[t]) for t in range(first, frame.first))
        if carrier is None or present or told_of_old:
            return False  # "3 مارس 2018: أ يزور ب ويجري محادثات"
        staying = self.knowledge.lexicon.events.staying_verbs
        goes = [h for h in goes if h.form.trigger.id.endswith("-verb") and h.first < carrier]
        return any(h.first > first or words[first].removeprefix("و") not in staying for h in goes)

    def _is_there(self, token: int, clause: Clause) -> bool:
        """Whether a verb tells what is where somebody goes: "حيث يجري", "إلى أ التي يجري فيها"."""
        words = clause.words
        in_it = (
            words[token + 1 : token + 2] in (["فيها"], ["فيه"]) and words[token - 1] in clause.lists.relatives
        )
        return in_it or words[token - 1] in clause.lists.onward

    def _is_on_it(self, token: int, clause: Clause) -> bool:
        """Whether a verb tells what is on a journey: "زيارة يجري خلالها محادثات"."""
        after = clause.words[token + 1] if token + 1 < clause.sentence.last else ""
        return any(after.endswith(its) and after.removesuffix(its) in clause.lists.during for its in _ITS)

    def _bears(self, verb: str) -> bool:
        """Whether a verb in the imperfect carries nouns of contact."""
        return is_imperfect_verb(verb) and self.knowledge.light_verb(verb) is not None

    def _carries(self, verb: str) -> bool:
        """Whether an imperfect carries nouns of contact; not the perfect of a verb with ت: "ترأس"."""
        known = self.knowledge.light_verb(verb) and self.knowledge.light_verb("ي" + verb[1:])
        return (verb in self.cues.holding_verbs or bool(known)) and verb not in self.cues.continuing

    def _is_carried_today(self, frame: Frame, clause: Clause) -> bool:
        """Whether the imperfect that opens a body sentence carries a noun of today or of a weekday.

        Such as "يقوم أ اليوم بزيارة", "تعقد أ وب مساء الأحد قمة", "تستضيف أ الأحد قمة".
        """
        words, first = clause.words, clause.sentence.first
        verb = words[first].removeprefix("و")
        noun = frame.rule.endswith("-noun") and not clause.sentence.title
        if not noun or not is_imperfect_verb(verb) or not self._carries(verb):
            return False  # a perfect that begins with ت: "ترأس"; "يواصل أ اليوم زيارته"
        before = words[first + 1 : frame.first]
        if any(map(clause.is_boundary, range(first + 1, frame.first))):
            return False
        weekday = any(self.is_open_weekday(before, i) for i in range(len(before)))
        return not self.cues.today.isdisjoint(before) or (weekday and verb in self.cues.holding_verbs)

    def _is_carried_soon(self, frame: Frame, clause: Clause) -> bool:
        """Whether an imperfect carries a noun of the days to come: "يقوم أ بزيارة لب خلال أيام"."""
        words = clause.words
        if not frame.rule.endswith("-noun") or clause.sentence.title:
            return False
        before = [t for t in range(clause.sentence.first, frame.first) if t not in clause.inside]
        carriers = (t for t in before if clause.knowledge.light_verb(words[t]))
        verb = next((t for t in carriers if is_imperfect_verb(words[t].removeprefix("و"))), None)
        after = range(frame.last, min(frame.last + _SOON, clause.sentence.last))
        told = [*(t for t in before if verb is not None and t > verb), *after]  # "يقوم أ هذا الأسبوع بزيارة"
        return verb is not None and any(self.soon.match(words, t, clitics=False) for t in told)

    def is_soon(self, token: int, clause: Clause) -> bool:
        """Whether a time to come stands at a token, by which an imperfect before it tells a plan.

        Args:
            token: the token after the imperfect.
            clause: its sentence.
        """
        match = self.soon.match(clause.words, token, clitics=False) if token < clause.sentence.last else None
        return match is not None and match.last <= clause.sentence.last

    def _is_after_that(self, frame: Frame, clause: Clause) -> bool:
        """Whether something else waits for what an imperfect carries: "بعد أن يجري أ محادثات مع ب"."""
        words, first = clause.words, clause.sentence.first
        if not frame.rule.endswith("-noun"):
            return False
        for token in range(frame.first - 1, first + 1, -1):
            if token not in clause.inside and self._bears(words[token]):
                return words[token - 2 : token] == ["بعد", "ان"]
        return False

    def _is_last_stop(self, frame: Frame, clause: Clause) -> bool:
        """Whether a journey is to end with a visit: "ويختتم أ جولته بزيارة إلى ب", not "يختتم أ زيارته"."""
        first = clause.sentence.first
        ends = is_among(clause.words[first], self.cues.continuing)
        if clause.sentence.title or not ends or not clause.words[frame.first].startswith("ب"):
            return False
        journeys = (h for h in clause.hits if h.form.trigger.pattern == "visit-noun")
        return any(h.last <= frame.first for h in journeys)

    def is_open_weekday(self, words: list[str], at: int) -> bool:
        """Whether a weekday stands at a position that is not said to be the last, nor that since when it is.

        Args:
            words: folded words.
            at: the position.
        """
        turned, since = words[at + 1 : at + 2], words[max(0, at - 1) : at]
        open_day = not any(w in self.knowledge.lexicon.dates.past for w in turned) and since != ["منذ"]
        return words[at] in self.knowledge.weekdays and open_day
