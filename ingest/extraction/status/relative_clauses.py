"""Relative clauses about a noun of contact, and when it is said to begin: "المباحثات التي سيعقدها أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.carried_nouns import CarriedNouns
from liqaa.ingest.extraction.status.expected import TAKING_PART
from liqaa.ingest.extraction.status.tenses import is_future_verb, is_imperfect_verb, is_perfect_verb
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Nouns that are feminine, about which no masculine relative clause is.
_FEMININE = frozenset(("summit-noun", "negotiate-noun", "visit-noun"))
# Tokens after a noun and those who take part within which a relative clause about it begins.
_RELATIVE = 3
# Tokens after a verb among which what it carries stands: "أجرى معه اتصالا".
_CARRIED = 2
# Tokens after those who take part among which stands the verb of beginning: "زيارة إلى أ تبدأ الأحد".
_BEGINNING = 5


class RelativeClauses:
    """Reads the tense of what a relative clause tells of a noun."""

    def __init__(self, knowledge: Knowledge, carried: CarriedNouns) -> None:
        self.knowledge = knowledge
        self.cues = knowledge.lexicon.cues
        self.carried = carried

    def tense_of(self, frame: Frame, clause: Clause) -> str | None:
        """The tense of the relative clause about a noun: "اللقاء الذي جمع أ وب", "المباحثات التي سيعقدها".

        Without a pronoun the clause is about an indefinite noun: "زيارة إلى أ سيقوم بها ب".
        """
        reach = _end(frame) + _RELATIVE
        for token in range(frame.last, min(reach, clause.sentence.last - 1)):
            if self._is_to_be_made(clause.words[token : token + 3]):
                return "future"
            if clause.words[token] not in ("الذي", "التي") or token in clause.inside:
                continue
            of_him = any(t in clause.inside for t in range(frame.last, token))  # not "لقاء القمة، الذي"
            if clause.words[token] == "الذي" and frame.rule in _FEMININE and of_him:
                continue  # "قمة مع الزعيم الذي قام بزيارة"
            if clause.hit_between(frame.last, token) or self._carries_another(token + 1, frame, clause):
                return None  # "بعد لقائه أ أن القمة التي ستجمعه بب"
            verb = clause.words[token + 1]
            if verb == "من" and self._is_to_be(clause.words[token + 2 : token + 5]):
                return "future"
            if verb in ("قد", "كان", "كانت"):
                return None
            stem = verb[1:] if verb.startswith(("سي", "ست")) else verb
            if self.knowledge.light_verb(stem) is None and not self.takes_place(stem):
                return None
            if verb != stem:
                return "future"
            by_it = clause.words[token + 2 : token + 3] in (["بها"], ["به"])
            if is_imperfect_verb(verb) and self.carried.is_soon(token + 2 + by_it, clause):
                return "future"  # "القمة التي تعقد هذا الشهر بين أ وب"
            return None if verb.startswith(("ي", "ت")) and verb not in ("تم", "تمت") else "perfect"
        return None

    def _carries_another(self, verb: int, frame: Frame, clause: Clause) -> bool:
        """Whether a verb of the relative clause carries another contact: "للقاء أ الذي أجرى معه اتصالا"."""
        near = range(verb + 1, verb + 1 + _CARRIED)
        rest = (h for h in clause.hits if h.first in near and h.first > frame.first)
        return any(h.form.trigger.pattern in ("noun", "call", "visit-noun") for h in rest)

    def begins_on(self, frame: Frame, clause: Clause) -> bool:
        """Whether it is said on which weekday a noun's event begins: "زيارة أ التي تبدأ الاثنين"."""
        ends = [f.mention.last for f in frame.fillers if f.mention.sentence == frame.sentence]
        start = max([frame.last, *ends])
        for token in range(frame.last, min(start + _BEGINNING, clause.sentence.last - 1)):
            verb = clause.words[token]
            held = verb in self.knowledge.lexicon.events.taking_place and token not in clause.inside
            if held and is_imperfect_verb(verb):
                after = clause.words[token + 1 : min(token + 4, clause.sentence.last)]
                return any(self.carried.is_open_weekday(after, i) for i in range(len(after)))
        return False

    def takes_place(self, verb: str) -> bool:
        """Whether a verb says that something is held."""
        return verb in self.knowledge.lexicon.events.taking_place or verb in ("تم", "تمت")

    def _is_to_be_made(self, words: list[str]) -> bool:
        """Whether somebody will or may make a visit or meet: "سيقوم بها", "قد يقوم بها", "سيعقدها"."""
        may_be = words[0] == "قد"
        verb, *after = words[may_be:]
        future = is_imperfect_verb(verb) if may_be else is_future_verb(verb)
        stem = verb.removeprefix("س")
        carried = stem.removesuffix("ها").removesuffix("ه")
        with_it = after[:1] in (["بها"], ["به"]) or carried != stem
        return future and with_it and self.knowledge.light_verb(carried) is not None

    def was_made(self, frame: Frame, clause: Clause) -> bool:
        """Whether a verb in the perfect tells right behind a noun who held it: "اجتماعات عقدها أ مع ب"."""
        word = clause.words[frame.last] if frame.last < clause.sentence.last else ""
        verb = word.removesuffix("ها").removesuffix("ه")
        forms = (verb, verb[:-1] + "ي")  # "أجراها"
        carries = any(self.knowledge.light_verb(form) == form for form in forms if form)
        return verb != word and carries and is_perfect_verb(verb)

    def _is_to_be(self, words: list[str]) -> bool:
        """Whether "it is planned that" leads to a verb of taking place: "من" and then "المقرر أن تعقد"."""
        planned = len(words) == 3 and words[0] in self.cues.planned and words[1] == "ان"
        return planned and (self.knowledge.light_verb(words[2]) is not None or self.takes_place(words[2]))


def _end(frame: Frame) -> int:
    """The token after a noun and those named after it who take part."""
    ends = [f.mention.last for f in frame.fillers if f.mention.sentence == frame.sentence]
    return max([frame.last, *(e for e in ends if e - frame.last < TAKING_PART)])
