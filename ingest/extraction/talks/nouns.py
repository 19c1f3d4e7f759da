"""Nouns of meeting where they stand: whose they are, what they depend on, and what follows them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import two_before
from liqaa.ingest.extraction.status.plans import past_plan
from liqaa.ingest.extraction.status.programmes import is_in_programme
from liqaa.ingest.extraction.status.withdrawn import is_abandoned
from liqaa.ingest.extraction.talks.added_nouns import added_to
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among

# A noun that carries its owner: لقائه، اجتماعها، محادثاتهما.
_POSSESSED = re.compile(r"(?:ايه|ايها|اءه|اءها|اوه|اوها|ته|تها|اعه|اعها|اته|اتها|اله|الها|ايهم|لته)$")
# The pronoun that a verb carries for the noun before it: عقده, أجراها.
_OBJECT_OF_VERB = re.compile(r"(?<=.{3})(?:ه|ها|هما)$")
# Tokens before a noun among which stands what carries it: "لإجراء مزيد من المحادثات".
_CARRIED = 3
# Words between a noun of meeting and those who meet, which are said of it: "التي طال انتظارها".
_ASIDE = 9
_LEADING_ON = ("بين", "مع")
# Tokens of what is said of a meeting before the verb by which it took place.
_DESCRIPTION = 12
# Verbs by which a noun takes place.
_HAPPENED = frozenset(("تمت", "كانت", "كان", "ستتم", "سيتم", "جري", "جرت"))


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of meeting in its sentence.

    Attributes:
        hit: the noun as a trigger.
        clause: its sentence.
        scene: what the section has told so far.
        start: the token from which on those who meet may stand: after "الذي عقده" where that follows.
        right: the arguments from there on.
    """

    hit: Hit
    clause: Clause
    scene: Scene
    start: int
    right: list[Argument]

    @property
    def word(self) -> str:
        """Its last word, folded."""
        return self.clause.words[self.hit.last - 1]

    @property
    def possessed(self) -> bool:
        """Whether it carries its owner: "لقائه", "لقاء سموه"."""
        return _POSSESSED.search(self.word) is not None or of_his_highness(self.hit, self.clause)

    @property
    def possessed_by_two(self) -> bool:
        """Whether it carries both who meet: "لقائهما"."""
        return self.word.endswith("هما")

    @property
    def purpose(self) -> bool:
        """Whether it says whom somebody comes for: "للقاء", or after a journey "لمقابلة".

        Or what his journey is to hold besides, "يشمل برنامجه لقاء أ", "إضافة إلى لقاء أ".
        """
        word = self.clause.words[self.hit.first]
        if is_for_sake(self.hit.first, self.clause) or self._is_an_item:
            return True
        travels = any(h.form.trigger.type == "visit" for h in self.clause.hits if h.first < self.hit.first)
        return word == "للقاء" or (travels and word in self.clause.knowledge.lexicon.cues.sought)

    @property
    def errand(self) -> bool:
        """Whether it is what somebody comes for: "للقاء", "لإجراء محادثات", "لعقد سلسلة لقاءات"."""
        before = range(max(self.clause.sentence.first, self.hit.first - _CARRIED), self.hit.first)
        verbs = self.clause.knowledge.lexicon.cues.purpose_verbs
        return self.purpose or any(
            self.clause.words[t] in verbs and not self.clause.hit_between(t, self.hit.first) for t in before
        )

    @property
    def _is_an_item(self) -> bool:
        """Whether a programme holds it, or it is added to another contact, and is whom somebody meets."""
        first = self.hit.first
        listed = is_in_programme(first, self.clause) or added_to(first, self.clause) is not None
        return self.word == "لقاء" and listed

    @property
    def past_place(self) -> int:
        """The token after the place that follows it, from which on whose it is may stand: "لقاء في أ لب"."""
        first = self.right[0] if self.right else None
        if first is None or first.preposition != "في" or first.first - self.start > 1:
            return self.start
        return first.last if self.scene.cast.mentions[first.index].kind == "state" else self.start

    def light_verb(self) -> int | None:
        """The light verb that it depends on: "عقد أ اليوم لقاء"."""
        clause = self.clause
        if _tells_when(self.hit, clause):
            return None
        for at in range(self.hit.first - 1, max(clause.sentence.first - 1, self.hit.first - 40), -1):
            if at in clause.inside:
                continue
            if self._carried_by(clause.words[at]):
                return at
            counted = clause.words[self.hit.first - 1] == "من" and self.hit.first - at <= 4
            if clause.is_boundary(at) or (not counted and any(_parts(h, at, clause) for h in clause.hits)):
                return None
        return None

    def _carried_by(self, word: str) -> bool:
        """Whether a verb carries the noun: "عقد لقاء"; a meal is eaten."""
        knowledge = self.clause.knowledge
        if self.hit.form.trigger.id == "dine-noun":
            return is_among(word, knowledge.lexicon.events.dining_verbs)
        return knowledge.light_verb(word) is not None

    def both(self) -> tuple[int, ...]:
        """Whom a pronoun of two means: those before it, who met last, or whom the sentence before names."""
        return two_before(self.clause, self.hit.first) or self.scene.pair or self.scene.company


def is_for_sake(token: int, clause: Clause) -> bool:
    """Whether what begins at a token is what somebody does something for: "من أجل لقاء ب", "بهدف لقاء ب"."""
    cues, before = clause.knowledge.lexicon.cues, clause.words[clause.sentence.first : token][-1:]
    return clause.words[token] in cues.purpose_nouns and any(word in cues.aims for word in before)


def _parts(other: Hit, token: int, clause: Clause) -> bool:
    """Whether a trigger at a token parts a noun from its verb: not in "أجرى خلال الزيارة محادثات"."""
    during = clause.words[other.first - 1] in clause.lists.during
    during = during and other.form.trigger.pattern == "visit-noun"
    return other.first <= token < other.last and not (during or _tells_when(other, clause))


def _tells_when(hit: Hit, clause: Clause) -> bool:
    """Whether something else was held before or after it: "عقد أ وب قبيل بدء القمة اجتماعا"."""
    words, cues, at = clause.words, clause.knowledge.lexicon.cues, hit.first - 1
    while at > clause.sentence.first and words[at] in cues.holding:
        at -= 1
    return at >= clause.sentence.first and words[at] in cues.before | cues.after


def takes_place(noun: Noun) -> bool:
    """Whether a verb says that it is held, when and where between: "انطلق أمس في أ الحوار الاستراتيجي"."""
    clause, events = noun.clause, noun.clause.knowledge.lexicon.events
    states = [a for a in clause.arguments if clause.cast.mentions[a.index].kind == "state"]
    where = {t for a in states if a.preposition == "في" for t in range(a.first - 1, a.last)}
    for token in range(noun.hit.first - 1, clause.sentence.first - 1, -1):
        word = clause.words[token]
        if token in where or clause.tells_when(word) or word in events.talks_work:
            continue
        return token not in clause.inside and is_among(word, events.taking_place)
    return False


def noun_of(hit: Hit, clause: Clause, scene: Scene) -> Noun:
    """The noun of a trigger, with what follows it."""
    start = _after_relative(hit, clause)
    return Noun(hit, clause, scene, start, clause.right(start, 26, over=clause.lists.temporal))


def _after_relative(hit: Hit, clause: Clause) -> int:
    """Past "الذي عقده", "التي تمت", "التي كانت مقررة", which tie a meeting to those who hold it."""
    if hit.last < clause.sentence.last - 1 and hit.last not in clause.inside:
        held = past_plan(hit.last, clause)  # "اجتماع عقده كل من أ وب", "لقاء من المقرر أن يعقده أ مع ب"
        carried = _OBJECT_OF_VERB.sub("", clause.words[held])
        if carried != clause.words[held] and clause.knowledge.light_verb(carried) is not None:
            return _past_each(held + 1, clause)
    for token in range(hit.last, min(hit.last + 7, clause.sentence.last - 1)):
        if token in clause.inside:
            break
        if clause.words[token] in clause.lists.relatives:
            at = past_plan(token + 1, clause)
            verb = clause.words[at]
            happens = verb in _HAPPENED or verb in clause.knowledge.lexicon.events.taking_place
            alone = _OBJECT_OF_VERB.sub("", verb)
            carries = happens or any(map(clause.knowledge.light_verb, (verb, alone)))  # "أجراها"
            return _past_each(at + 1, clause) if carries else _after_aside(token, clause) or hit.last
    return _after_description(hit, clause) or hit.last


def _past_each(token: int, clause: Clause) -> int:
    """Past when it was, and "each of", before those who hold it: "المباحثات التي أجراها، أمس، كل من أ وب"."""
    at = clause.past_aside(token)
    each = at + 2 < clause.sentence.last and clause.words[at] in clause.lists.each
    return at + 2 if each and clause.words[at + 1] == "من" else at


def _after_description(hit: Hit, clause: Clause) -> int | None:
    """Past what is said of a meeting before it took place: "لقاء وصف بأنه "مهم" جرى في أ بين ب وج"."""
    for token in range(hit.last, min(hit.last + _DESCRIPTION, clause.sentence.last - 1)):
        word = clause.words[token]
        if token in clause.inside or word in COMMAS or word == "بين" or clause.hit_between(token, token + 1):
            return None
        if word in clause.knowledge.lexicon.events.taking_place:
            near = clause.words[token + 1 : min(token + _DESCRIPTION, clause.sentence.last)]
            return token + 1 if token > hit.last and "بين" in near else None
    return None


def _after_aside(relative: int, clause: Clause) -> int | None:
    """Past what is said of a meeting before those who meet: "القمة، التي طال انتظارها، بين".

    Also with no comma where it is said how long it was or what it is called: "اللقاء الذي استمر ساعة بين".
    """
    describes = clause.words[relative + 1] in clause.knowledge.lexicon.events.describing_verbs
    for token in range(relative + 1, min(relative + _ASIDE, clause.sentence.last - 1)):
        if token in clause.inside:
            return None
        if clause.words[token] in COMMAS:
            return token + 1 if clause.words[token + 1] in _LEADING_ON else None
        if describes and clause.words[token] in _LEADING_ON:
            return None if clause.words[token - 1].startswith("ال") else token  # not "العلاقات بين"
    return None


def of_his_highness(hit: Hit, clause: Clause) -> bool:
    """Whether a title with a pronoun owns a noun: "استقبال سموه"."""
    return hit.last < clause.sentence.last and clause.words[hit.last] in clause.lists.titles_with_pronoun


def is_wanted_or_refused(hit: Hit, clause: Clause) -> bool:
    """Whether the noun's genitive is whom somebody wants to meet, or not: "رفض أ لقاء ب", "سعد أ بلقاء ب"."""
    first = max(clause.sentence.first, hit.first - 10)
    events = clause.knowledge.lexicon.events
    verbs = events.refusals | events.intentions
    if clause.words[hit.first - 1] == "علي":
        verbs = verbs | events.acceptance
    if clause.words[hit.first].startswith("ب"):
        verbs = verbs | events.gladness  # "أعرب عن سعادته بلقاء أ"
    not_done = clause.words[hit.first - 1] in clause.knowledge.lexicon.cues.not_done
    not_done = not_done or is_abandoned(hit.first, clause)
    return not_done or any(is_among(word, verbs) for word in clause.words[first : hit.first])
