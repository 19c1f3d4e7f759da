"""Place binding: whether a place belongs to an event or to something else that its sentence tells of."""

from __future__ import annotations

from functools import cache

from liqaa.ingest.extraction.attributes.prepared_places import is_of_agreement, is_of_preparation
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES
from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ingest.extraction.text.phrasebook import is_among, readings
from liqaa.ontology.folding import fold

# Tokens between a trigger and the place that is its own.
_BESIDE = 1
# Adjectives after a noun of contact: "القمة الثلاثية الأخيرة في أ".
_ADJECTIVES = 2
# Tokens before "in" among which the noun stands whose place it is: "مصادر دبلوماسية عربية في أ".
_REACH = 4
# Words said of an event before the clause about it: "اللقاء الثنائي الأول الذي عقد في أ".
_DESCRIPTION = 3
# The ending of what is of two.
_THEIRS = "هما"
# Tokens with which a sentence opens on what is spoken about: "وفيما يتعلق ب".
_TOPIC = 3
# Tokens of a time counted from an event: "قبل نحو ثلاثة أسابيع فقط من".
_COUNT = 5


def belongs_elsewhere(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a place is that of something else than a frame's event."""
    return (
        is_spoken_of(argument, frame, clause)
        or _is_of_another(argument, frame, clause)
        or is_of_the_teller(argument, frame, clause)
        or _is_in_what_is_said(argument, frame, clause)
        or _is_of_a_circumstance(argument, frame, clause)
        or _is_of_a_noun(argument, frame, clause)
        or _is_in_another_clause(argument, frame, clause)
        or _is_of_another_day(argument, frame, clause)
        or _is_of_opening_topic(argument, frame, clause)
        or is_of_preparation(argument, frame, clause)
        or is_of_agreement(argument, frame, clause)
    )


def is_spoken_of(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a place is only spoken about: "لبحث الأوضاع في أ", "محادثات حول الحرب في أ"."""
    return _is_troubled(argument, clause) or _is_discussed(argument, frame, clause)


@cache
def _affairs(knowledge: Knowledge) -> frozenset[str]:
    """The words before "in" in the phrases of conflicts."""
    phrases = (
        p for entry in knowledge.lexicon.topics.phrases if entry.topic == "conflict" for p in entry.phrases
    )
    return frozenset(fold(p).split()[-2] for p in phrases if p.endswith(" في"))


def _is_troubled(argument: Argument, clause: Clause) -> bool:
    """Whether an argument is where something else goes on: "الأوضاع في اليمن"."""
    before = argument.first - 2
    if clause.words[before : argument.first] == ["كل", "من"]:
        before -= 2  # "الأزمات في كل من سوريا وليبيا"
    return clause.words[max(0, before)].lstrip("وب") in _affairs(clause.knowledge)


def _is_of_another(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether an argument is where another event took place: "لقائه في نيويورك ب بعد إعلان قمة"."""
    beside = (h for h in clause.hits if h.last <= frame.first and 0 <= argument.first - h.last <= _BESIDE)
    owned = (h for h in beside if clause.words[h.last - 1].endswith(("ه", "ها")))
    return any(h.form.trigger.id == "meet-noun" for h in owned)


def _before(argument: Argument, clause: Clause) -> int:
    """The token before a place and its preposition, past a quotation mark: "حقوق "الإنسان" في أ"."""
    token = argument.first - (2 if clause.words[argument.first - 1] == argument.preposition else 1)
    return token - (clause.words[token] in QUOTES and token - 1 not in clause.inside)


def is_of_the_teller(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a place is where somebody told of the event: "مصادر في أ", "مؤتمر صحفي في أ", "قال في أ إن"."""
    if _is_of_speech(argument, frame, clause):
        return True
    tellers, together = clause.knowledge.lexicon.events.tellers, clause.knowledge.lexicon.events.together
    end = _before(argument, clause)
    for token in range(end, max(clause.sentence.first - 1, end - _REACH), -1):
        word = clause.words[token]
        if token in clause.inside or word in COMMAS or word in together:
            return False
        if argument.first == frame.last:
            return False  # "قال مسؤول إن اجتماع أ"
        if any(stem in tellers for _, stem in readings(word)):
            return not frame.first <= token < frame.last
    return False


def _is_of_speech(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether "that" leads from a place, behind a verb of saying, to the event: "قال أ في ب إنه سيلتقي ج".

    Or the preposition of what is announced: "أعلن أ في ب عن عقد قمة".
    """
    after = [clause.words[t] for t in range(argument.last, frame.first) if t not in clause.inside]
    cues = clause.knowledge.lexicon.cues
    announced = after[:1] == ["عن"] and all(word in cues.holding for word in after[1:])
    if not announced and not any(word in cues.conjunctions for word in after):
        return False
    before = (t for t in range(clause.sentence.first, argument.first) if t not in clause.inside)
    return any(is_among(clause.words[t], cues.speech) for t in before)


def _leads_to_holding(that: int, clause: Clause) -> bool:
    """Whether "that" leads from a plan to how the event itself is held: "كان مقررا أن تعقد في أ"."""
    planned = is_among(clause.words[that - 1], clause.knowledge.lexicon.cues.planned)
    return planned or clause.words[that + 1] in clause.knowledge.lexicon.events.taking_place


def _is_in_what_is_said(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a place is that of what was said at or after an event: "قال بعد لقائه أ إن القصف في ب"."""
    cues, words = clause.knowledge.lexicon.cues, clause.words
    leading = clause.lists.that | clause.knowledge.lexicon.events.speaker_pronouns
    between = range(frame.last, argument.first)
    thats = (t for t in between if words[t] in leading and t not in clause.inside)
    that = next((t for t in thats if not _leads_to_holding(t, clause)), None)
    if that is None:
        return False
    before = (t for t in range(that - 1, clause.sentence.first - 1, -1) if t not in clause.inside)
    said = next((t for t in before if is_among(words[t], cues.speech)), None)
    # "أكد أن اللقاء الذي وصف بأنه تاريخي جرى في أ": the event itself is what is said
    return said is not None and not any(words[t] in leading for t in range(said, frame.first))


def _is_of_a_circumstance(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a place is that of what came before or is the cause: "يلتقي أ ب بعد محادثات ج في د"."""
    if any(
        word in clause.knowledge.lexicon.events.causes for word in clause.words[frame.last : argument.first]
    ):
        return True
    between = (h for h in clause.hits if frame.last <= h.first < argument.first)
    leading = clause.lists.temporal | clause.knowledge.lexicon.dates.day_after
    return any(clause.words[h.first - 1] in leading for h in between)


def _is_of_a_noun(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a land is that of a noun or body before it: "الإصلاحات في أ", "الحوثيين في أ"."""
    geo = clause.cast.mentions[argument.index].geo
    if geo is None or geo.kind != "country" or geo.code in clause.knowledge.city_states:
        return False
    token = _before(argument, clause)
    if token < clause.sentence.first:
        return False
    owner = next((a for a in clause.arguments if a.first <= token < a.last), None)
    if owner is not None:
        return _is_office_there(owner, geo.code, clause) or _is_stranger(owner, frame, clause)
    word = clause.words[token]
    if clause.words[token - 1] in clause.knowledge.lexicon.events.margins:
        return False  # "على هامش المؤتمر في أ"
    named = any(h.first <= token < h.last + _adjectives(h) for h in clause.hits)
    noun = word.isalpha() and any(stem.startswith("ال") for _, stem in readings(word))
    noun = noun or word.endswith(_THEIRS)  # "مستقبل التعاون بين بلديهما في أ"
    return noun and not named and not clause.is_of_time(word)


def _is_in_another_clause(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a place stands in what a clause says of something else: "بعد القصف الذي تعرضت له أ"."""
    before = range(argument.first - 1, frame.last - 1, -1)
    related = next((t for t in before if clause.words[t] in clause.lists.relatives), frame.last)
    if related == frame.last or related in clause.inside or related - 1 in clause.inside:
        return False  # "مع أ الذي يشارك في مؤتمر في ب"
    if not COMMAS.isdisjoint(clause.words[related : argument.first]):
        return False  # "القضايا التي تهم البلدين، في أ"
    if clause.words[related + 1] in clause.knowledge.lexicon.events.joining_verbs:
        return False  # "مع المجموعة التي تضم أ وب في ج"
    if _tells_of_holding(related + 1, clause):
        return clause.hit_between(frame.last, related)  # "نتائج القمة التي عقدت في أ"
    owner = related - (clause.words[related - 1] in COMMAS)
    between = clause.words[frame.last : owner]
    described = len(between) <= _DESCRIPTION and all(word.isalpha() for word in between)
    governing = clause.lists.prepositions | clause.lists.boundaries if between else frozenset()
    governed = any(word in governing for word in between)
    return not described or governed


def _tells_of_holding(token: int, clause: Clause) -> bool:
    """Whether a verb tells that an event is held: "التي ستعقد", "التي استضافتها", "الذي أجراه"."""
    word = clause.words[token].removeprefix("س")
    words = {word, word.removesuffix("ها"), word.removesuffix("ه")}
    events = clause.knowledge.lexicon.events
    if not words.isdisjoint(events.taking_place | events.housing_verbs):
        return True
    return any(clause.knowledge.light_verb(form) is not None for form in words)


def _is_of_another_day(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a place is that of what was days before or after: "التقى أ ب في ج قبل أيام من قمة د وه"."""
    words, cues, at = clause.words, clause.knowledge.lexicon.cues, frame.first - 1
    while at > argument.last and words[at] in cues.holding:
        at -= 1
    if at <= argument.last or words[at] not in ("من", "علي"):
        return False
    near = range(max(argument.last, at - _COUNT), at)
    begun = next((t for t in near if words[t] in cues.before or words[t] in cues.after), at)
    days = (cues.countdown | cues.long_ago) - cues.hours
    return any(words[t] in days for t in range(begun, at))


def _is_of_opening_topic(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a place is in what a sentence opens on: "وبخصوص الهجوم في أ، قال ب إنه التقى ج"."""
    words, first = clause.words, clause.sentence.first
    topics = clause.knowledge.lexicon.syntax.opening_topics
    opening = range(first, min(first + _TOPIC, argument.first))
    opens = next((t for t in opening if is_among(words[t], topics) and t not in clause.inside), None)
    if opens is None or argument.first >= frame.first or clause.hit_between(first, argument.first):
        return False
    closes = next((t for t in range(opens, frame.first) if words[t] in COMMAS), None)
    return closes is not None and argument.first < closes


def _is_discussed(argument: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a place is that of a noun in what is spoken about: "محادثات حول حرب الإبادة في غزة"."""
    word = clause.words[_before(argument, clause)]
    for token in range(argument.first - 1, frame.last - 1, -1):
        if clause.words[token] in COMMAS or clause.hit_between(token, argument.first):
            return False
        if clause.words[token] in clause.lists.topical:
            return word.startswith("ال") and not clause.is_of_time(word)
    return False


def _adjectives(hit: Hit) -> int:
    """How many adjectives a trigger may have after it: a verb has none."""
    return _ADJECTIVES if hit.form.trigger.pattern in ("noun", "visit-noun", "call") else 0


def _is_office_there(owner: Argument, code: str, clause: Clause) -> bool:
    """Whether somebody's office is that of the land after it: "مدير المخابرات في مصر"."""
    mention = clause.cast.mentions[owner.index]
    return (
        mention.kind == "person" and mention.name is None and mention.number == 1 and mention.country == code
    )


def _is_stranger(owner: Argument, frame: Frame, clause: Clause) -> bool:
    """Whether a body before a land takes no part in the event."""
    mention = clause.cast.mentions[owner.index]
    if mention.kind != "organisation":
        return False
    return owner.entity is None or owner.entity.index not in frame.entities()
