"""Hypothetical events: what is only hoped, called or asked for, so that no event is stated."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.conditions import is_on_condition, is_remembered
from liqaa.ingest.extraction.clauses.doubts import is_doubted, is_failed, is_habit
from liqaa.ingest.extraction.clauses.predicates import predicate_of
from liqaa.ingest.extraction.clauses.requests import is_granted, is_only_sought
from liqaa.ingest.extraction.status.tenses import is_imperfect_verb
from liqaa.ingest.extraction.status.withdrawn import is_abandoned
from liqaa.ingest.extraction.text.document import COMMAS, QUOTES
from liqaa.ingest.extraction.text.phrasebook import is_among, readings
from liqaa.ingest.extraction.visits.no_visits import is_accepted, is_invitation

# Tokens before a trigger among which a word of hope or a call governs it.
_NEAR = 6
# Tokens before a noun of doing among which such a word governs what is done.
_DOING = 14
# Tokens, mentions aside, from a verb of urging to what is urged, over whoever is urged.
_URGED = 8
# Before a noun of what goes on while somebody urges.
_WHILE = ("خلال", "اثناء", "في")
# Tokens after a noun among which stands that it is to be: "القمة التاريخية المرتقبة".
_CALLED = 2


def is_hypothetical(hit: Hit, clause: Clause) -> bool:
    """Whether a hope, call or readiness governs a trigger, so that no event is stated."""
    cues = clause.knowledge.lexicon.cues
    denied = (
        _never_was,
        _is_open,
        _is_not_done,
        _is_done_without,
        _is_off_the_table,
        _is_to_be_relaunched,
        _is_hindered,
        _is_for_what_is_asked,
        is_habit,
        is_doubted,
        is_failed,
        _is_any,
        is_on_condition,
        is_remembered,
    )
    if any(told(hit, clause) for told in denied):
        return True
    if _is_fixed(hit, clause) or is_abandoned(hit.first, clause):
        return False
    if is_invitation(hit, clause):
        return False  # whether it is accepted tells whether it is a visit
    during = clause.words[hit.first - 1] if hit.first > clause.sentence.first else ""
    if during in clause.lists.occasions or (during == "في" and hit.form.trigger.type == "call"):
        return _is_after_what_is_wished(hit, clause)
    if _is_urged(hit, clause) or is_only_sought(hit, _holding(hit, clause), clause, is_hypothetical):
        return True
    doing = (t for t in range(hit.first - 1, max(clause.sentence.first, hit.first - _DOING), -1))
    first = next((t for t in doing if clause.words[t] in cues.doing or _is_to_do(t, clause)), hit.first)
    for token in range(first - 1, max(clause.sentence.first - 1, first - _NEAR), -1):
        if token in clause.inside:
            return _is_doubted_by(token, clause) or _is_invited(hit, token, clause)
        if clause.words[token] in cues.calling_off:
            return False  # "إمكانية إلغاء القمة": what may be called off is planned
        idea = clause.words[token].removeprefix("ب") in cues.ideas & cues.hypothetical
        if idea or is_among(clause.words[token], cues.hypothetical):
            return True  # "رحب بفكرة زيارة أ"
    return hit.last < clause.sentence.last and clause.words[hit.last] in cues.proposed


def _is_any(hit: Hit, clause: Clause) -> bool:
    """Whether any event is spoken of, and none told: "ينظر إلى أي لقاء مع أ بأنه تنازل"."""
    before = clause.words[max(clause.sentence.first, hit.first - 2) : hit.first]
    cues = clause.knowledge.lexicon.cues
    return len(before) == 2 and before[1] in cues.any_one and before[0] in cues.spoken_of


def _is_after_what_is_wished(hit: Hit, clause: Clause) -> bool:
    """Whether an event comes only after what is hoped for: "إمكانية توقيعه بعد لقاء ب".

    What somebody called for or doubted in or after an event is another thing: "دعا خلال اتصال مع أ إلى".
    """
    if clause.words[hit.first - 1] in _WHILE:
        return False
    cues, asking = clause.knowledge.lexicon.cues, clause.knowledge.lexicon.events.asking
    for token in range(hit.first - 2, max(clause.sentence.first - 1, hit.first - _NEAR), -1):
        word = clause.words[token].removeprefix("و")
        if token in clause.inside:
            return False
        if is_among(word, cues.hypothetical):
            return is_imperfect_verb(word) or not is_among(word, cues.doubting | cues.urging | asking)
    return False


def _is_doubted_by(token: int, clause: Clause) -> bool:
    """Whether somebody whose last token it is thinks an event unlikely, or not: "لم يستبعد أ عقد لقاء"."""
    who = next((a for a in clause.arguments if a.last == token + 1), None)
    before = clause.words[who.first - 1] if who and who.first > clause.sentence.first else ""
    return before.removeprefix("و") in clause.knowledge.lexicon.cues.doubting


def _is_invited(hit: Hit, token: int, clause: Clause) -> bool:
    """Whether he whose last token it is invites or is invited: "دعوة أ للقاء", "دعوة لأ إلى لقاء"."""
    cues, events = clause.knowledge.lexicon.cues, clause.knowledge.lexicon.events
    who = next((a for a in clause.arguments if a.last == token + 1), None)
    before = clause.words[who.first - 1] if who and who.first > clause.sentence.first else ""
    asked = is_among(before.removeprefix("ب"), (events.asking & cues.hypothetical) - cues.urging)
    goal = clause.words[token + 1] == "الي" or clause.words[token + 1].startswith("ل")
    open_ = hit.form.trigger.id.endswith("-noun") and not _is_on_a_day(hit, clause)
    return asked and goal and open_ and not is_accepted(clause)


def _is_fixed(hit: Hit, clause: Clause) -> bool:
    """Whether a definite noun is called what is to be, whatever is hoped of it: "أمله في القمة المقررة"."""
    words, awaited = clause.words, clause.knowledge.lexicon.cues.awaited
    definite = any(stem.startswith("ال") for _, stem in readings(words[hit.first]))
    after = range(hit.last, min(hit.last + _CALLED, clause.sentence.last))
    return definite and any(
        words[t].startswith("ال") and words[t] in awaited for t in after if t not in clause.inside
    )


def _is_to_do(token: int, clause: Clause) -> bool:
    """Whether "that" leads to a verb that carries a noun: "استبعد أن يقوم أ بزيارة"."""
    word = clause.words[token]
    carries = clause.words[token - 1] == "ان" and is_imperfect_verb(word) and token not in clause.inside
    return carries and clause.knowledge.light_verb(word) is not None


def _is_urged(hit: Hit, clause: Clause) -> bool:
    """Whether somebody is urged or asked to hold an event: "حث أ ب على إجراء محادثات", "طلب أ لقاء مع ب".

    Or to meet: "دعا أ إلى أن يجتمع ب وج". A day for it makes it a plan: "دعا أ إلى اجتماع الأحد".
    """
    first, noun = clause.sentence.first, hit.form.trigger.id.endswith("-noun")
    begun = _holding(hit, clause) if noun else _that(hit, clause)
    if begun is None or _is_on_a_day(hit, clause):
        return False
    cues, led = clause.knowledge.lexicon.cues, not noun or _is_led(hit, begun, clause)
    offered = cues.offering if begun < hit.first else frozenset()
    verbs, passed, token = cues.urging if led else cues.requesting | offered, 0, begun
    while (token := token - 1) >= first:
        if token in clause.inside or clause.words[token] in (*COMMAS, *QUOTES):
            continue
        if clause.words[token].removeprefix("و") in verbs:
            return led or not is_granted(token, clause)
        passed += 1
        states = clause.hit_between(token, token + 1)
        if states and clause.words[token - 1] in _WHILE:
            token -= 1  # "دعا خلال اتصال مع أ إلى عقد اجتماع": the call is not what is urged
        elif passed > _URGED or states or clause.is_boundary(token):
            return False
    return False


def _is_for_what_is_asked(hit: Hit, clause: Clause) -> bool:
    """Whether talks are what an invited visit would be for: "داعيا أ لزيارة ب لعقد اجتماع"."""
    begun, before = _holding(hit, clause), [h for h in clause.hits if h.last <= hit.first]
    sought = begun < hit.first and clause.words[begun].startswith("ل")
    return sought and bool(before) and is_invitation(before[-1], clause) and not is_accepted(clause)


def _that(hit: Hit, clause: Clause) -> int | None:
    """Where "to that" begins before a verb, after which stands what is urged: "إلى أن يلتقي"."""
    begun = hit.first - 2
    leads = begun > clause.sentence.first and clause.words[begun] in ("علي", "الي")
    to_be = clause.words[begun + 1] == "ان" and is_imperfect_verb(clause.words[hit.first])
    return begun if leads and to_be else None


def _is_to_be_relaunched(hit: Hit, clause: Clause) -> bool:
    """Whether talks are only worked towards: "العمل على استئناف مفاوضات", "عبر إطلاق مفاوضات جادة"."""
    words, first, cues, at = clause.words, clause.sentence.first, clause.knowledge.lexicon.cues, hit.first - 1
    while at > first and at not in clause.inside and words[at] in cues.relaunching:
        at -= 1
    if not first <= at < hit.first - 1:
        return False
    led = at - (words[at] == "في" and at > first)  # "المساهمة في استئناف المفاوضات"
    towards = any(stem in cues.towards for _, stem in readings(words[led]))
    if not towards or _is_on_a_day(hit, clause):
        return False
    before = (t for t in range(max(first, at - _URGED), at) if t not in clause.inside)
    return not any(is_among(words[t], cues.agreeing) for t in before)


def _is_hindered(hit: Hit, clause: Clause) -> bool:
    """Whether somebody only hinders or eases an arrival: "اتهم أ ب بعرقلة وصول بعثة ج إلى د"."""
    if hit.form.trigger.id != "arrive-noun" or hit.first == clause.sentence.first:
        return False
    hindering = clause.knowledge.lexicon.cues.hindering
    return any(stem in hindering for _, stem in readings(clause.words[hit.first - 1]))


def _holding(hit: Hit, clause: Clause) -> int:
    """Where the words of holding before a noun begin: "على الدخول في محادثات"."""
    words, holding = clause.words, clause.knowledge.lexicon.cues.urged_holding
    at = hit.first
    while at > clause.sentence.first + 1 and at - 1 not in clause.inside:
        links = words[at - 1] in ("في", "الي") and words[at - 2].lstrip("بل") in holding
        if not links and words[at - 1].lstrip("بل") not in holding:
            break
        at -= 1 + links
    return at


def _is_led(hit: Hit, begun: int, clause: Clause) -> bool:
    """Whether a preposition, apart or written onto the first word, leads to what is urged."""
    words, told = clause.words, [w for w in clause.words[clause.sentence.first : begun] if w not in QUOTES]
    if told[-1:] in (["علي"], ["الي"]):
        return True
    if begun < hit.first:
        return words[begun][0] in "بل"
    behind = (stem for clitic, stem in readings(words[hit.first])[1:] if clitic.lstrip("وف"))
    return any(stem in clause.knowledge.triggers for stem in behind)


def _is_on_a_day(hit: Hit, clause: Clause) -> bool:
    """Whether a day stands after a noun, on which its event is to be held."""
    after = clause.words[hit.last : min(hit.last + _URGED, clause.sentence.last)]
    return any(word in clause.knowledge.days for word in after)


def _never_was(hit: Hit, clause: Clause) -> bool:
    """Whether an event never was, is not to be or only has to.

    Such as "دون أن يلتقي", "لم يسبق له أن زار", "من غير المتوقع أن يزور", "إذا زار", "لا بد أن يلتقي".
    """
    before = clause.words[max(clause.sentence.first, hit.first - 5) : hit.first]
    if before and hit.form.trigger.id.endswith("-verb"):
        met = before[:-1] if before[-1] == "ما" else before
        if met and met[-1].lstrip("وف") in clause.knowledge.lexicon.cues.conditions:
            return True
    if before[-1:] != ["ان"]:
        return False
    if before[-2:-1] and before[-2] in clause.knowledge.lexicon.cues.obliging:
        return True
    if before[-3:-2] == ["غير"] and before[-2] in clause.knowledge.lexicon.cues.planned:
        return True
    return before[-2:-1] == ["دون"] or any(before[i : i + 2] == ["لم", "يسبق"] for i in range(len(before)))


def _is_open(hit: Hit, clause: Clause) -> bool:
    """Whether it is only asked whether somebody met or will: "لم يتضح ما إذا كان أ سيجتمع بب".

    A plan stays one where its day or that it is planned is told: "ما إذا كان سيلتقي أ الأحد كما هو مقرر".
    """
    words, first, cues = clause.words, clause.sentence.first, clause.knowledge.lexicon.cues
    if not hit.form.trigger.id.endswith("-verb"):
        return False
    ahead = hit.form.future or is_imperfect_verb(words[hit.first].removeprefix("س"))
    after = words[hit.last : min(hit.last + _URGED, clause.sentence.last)]
    if ahead and (_is_on_a_day(hit, clause) or not cues.awaited.isdisjoint(after)):
        return False
    for token in range(hit.first - 2, first - 1, -1):
        if token not in clause.inside and words[token] in COMMAS:
            return False
        asked = words[token : min(token + 3, hit.first)]
        asked[0] = asked[0].removeprefix("و")
        if " ".join(asked[:2]) in cues.whether or " ".join(asked) in cues.whether:
            return True
    return False


def _is_not_done(hit: Hit, clause: Clause) -> bool:
    """Whether a verb in the imperfect, or that which carries a noun, is negated: "لا تجري أ محادثات مع ب"."""
    words, first = clause.words, clause.sentence.first
    if any(words[t] == "الا" for t in range(hit.last, clause.sentence.last)):
        return False  # "لا يلتقي أ إلا ب"
    if hit.form.trigger.id.endswith("-verb"):
        return (
            hit.first > first
            and words[hit.first - 1].lstrip("وف") == "لا"
            and is_imperfect_verb(words[hit.first])
        )
    for token in range(hit.first - 1, first, -1):
        if token in clause.inside:
            continue
        if is_imperfect_verb(words[token]) and clause.knowledge.light_verb(words[token]):
            return words[token - 1].lstrip("وف") == "لا"
        if clause.is_boundary(token):
            break
    return False


def _is_off_the_table(hit: Hit, clause: Clause) -> bool:
    """Whether a noun is said to be no plan, or only possible: "لقاء بين أ وب ليس مطروحا", "بات واردا"."""
    if not hit.form.trigger.id.endswith("-noun"):
        return False
    cues, passed = clause.knowledge.lexicon.cues, 0
    awaited = any(word in cues.awaited for word in clause.words[hit.last : hit.last + _CALLED])
    if predicate_of(hit.first, hit.last, clause) in cues.only_possible and not awaited:
        return True  # not "اجتماعه المزمع مع أ لا يزال ممكنا"
    for token in range(hit.last, clause.sentence.last - 1):
        if token in clause.inside:
            continue
        if clause.words[token] in cues.denying:
            on = token + 1 + (clause.words[token + 1] == "علي")  # "ليس على جدول الأعمال"
            if not (cues.tabled if on == token + 1 else cues.agenda).isdisjoint(clause.words[on : on + 1]):
                return True
        passed += 1
        if passed > _NEAR or clause.is_boundary(token) or clause.hit_between(token, token + 1):
            break
    return False


def _is_done_without(hit: Hit, clause: Clause) -> bool:
    """Whether there was no such event: "من دون عقد أي لقاء مع أ", "دون أن تكون هناك محادثات بينهما"."""
    cues = clause.knowledge.lexicon.cues
    for token in range(hit.first - 1, max(clause.sentence.first, hit.first - _NEAR) - 1, -1):
        word = clause.words[token]
        if word in cues.without:
            return True
        holds = word in cues.holding or clause.knowledge.light_verb(word) is not None
        if token in clause.inside or not (holds or word in cues.without_any):
            return False
    return False
