"""Sessions: who attends the meeting of a body, a summit, or one that is hosted: "يحضر أ قمة حلف الناتو"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import is_party, joint
from liqaa.ingest.extraction.text.phrasebook import is_among

# Words between the noun and the body: "اجتماع طارئ لمجلس الأمن"; of a session that is counted one more:
# "أعمال الدورة الثانية والأربعين لمجلس وزراء ب".
_ASIDE, _BODY = 2, 3
# Words between a verb of attending and what is attended, besides who does.
_BESIDE = 3
# Words between what somebody came to, or whom he joined there, and his name: "القمة العربية كل من".
_GUESTS = 3
# Tokens between a noun and those in whose presence it is held.
_PRESENT = 12
_MEETINGS = frozenset(("meet-noun", "summit-noun", "talks-noun"))


def read_session(noun: Noun) -> list[Frame]:
    """The meeting of a body with somebody of another party who attends it."""
    together = beside(noun)
    if together and _attends(noun, together[0]) and not _is_said(noun, together[0]):
        return joint(noun.hit, noun.clause, noun.scene, together)
    body = _body(noun)
    if body is None or noun.possessed:
        return []
    people = [a for a in nearest_subject(noun.clause, noun.hit.first) if is_party(noun.clause, a)]
    head = _head(noun, people[0]) if len(people) == 1 else []
    if head:
        return joint(noun.hit, noun.clause, noun.scene, [*head, body])
    if not people or not _attends(noun, people[-1]) or _is_said(noun, people[-1]):
        return []
    return joint(noun.hit, noun.clause, noun.scene, [*people, body])


def _head(noun: Noun, group: Argument) -> list[Argument]:
    """Who heads a delegation at the session of a body: "يرأس أ وفد بلاده في اجتماع ب"."""
    clause, heading = noun.clause, noun.clause.knowledge.lexicon.events.heading
    if clause.cast.mentions[group.index].kind != "delegation" or group.preposition or group.joined:
        return []
    people = [a for a in clause.left(group.first, 1)[:1] if a.entity and a.entity.kind == "person"]
    led = [a for a in people if is_among(clause.words[a.first - 1], heading) and not a.preposition]
    return led or (nearest_subject(clause, group.first - 1)[:1] if _leads(clause, group, heading) else [])


def _leads(clause: Clause, group: Argument, heading: frozenset[str]) -> bool:
    """Whether the verb of leading stands right before the delegation: "أ يرأس وفد بلاده"."""
    return group.first > clause.sentence.first and is_among(clause.words[group.first - 1], heading)


def beside(noun: Noun) -> list[Argument]:
    """Who takes part in a meeting beside others named after it: "شارك أ في القمة الثلاثية إلى جانب ب وج"."""
    clause, end = noun.clause, noun.hit.last
    near = range(end, min(end + _BESIDE, clause.sentence.last - 2))
    at = next((t + 2 for t in near if clause.words[t : t + 2] == ["الي", "جانب"]), None)
    others = [a for a in clause.arguments if a.first == at and is_party(clause, a)]
    if not others:
        return []
    subject = nearest_subject(clause, noun.hit.first)
    return [*subject, *clause.chain(clause.arguments, clause.arguments.index(others[0]))] if subject else []


def participants(noun: Noun) -> list[Argument]:
    """Who are named right after what they came to, past whom they joined there.

    Such as "شارك في الاجتماع أ وب", "حضر القمة إلى جانب أ كل من ب وج".
    """
    clause, end = noun.clause, noun.hit.last
    right, others = noun.right, clause.words[end : end + 2] == ["الي", "جانب"]
    host = right[:1] if others and right and right[0].first == end + 2 else []
    start = host[0].last if host else end
    guests = [a for a in right[len(host) :] if not a.preposition and clause.apart(start, a.first) <= _GUESTS]
    return host + (clause.chain(right, right.index(guests[0])) if guests else [])


def read_came_to(noun: Noun) -> list[Frame]:
    """The summit of those who came to it: "حضر القمة أ وب"; who comes to a meeting may not be whose it is."""
    if noun.hit.form.trigger.id != "summit-noun":
        return []
    people = [a for a in participants(noun) if is_party(noun.clause, a)]
    return joint(noun.hit, noun.clause, noun.scene, people) if len(people) >= 2 else []


def read_attended(noun: Noun) -> list[Frame]:
    """A meeting that is hosted or held, of those who are present: "استضافت أ قمة بحضور ب وج"."""
    clause, hit = noun.clause, noun.hit
    events = clause.knowledge.lexicon.events
    before = clause.words[max(clause.sentence.first, hit.first - _BESIDE) : hit.first]
    hosted = any(word.lstrip("وس").startswith(tuple(events.hosting_verbs)) for word in before)
    came = _who_came(noun)
    if came:
        return joint(hit, clause, noun.scene, came)
    if not hosted and not _is_held(noun):
        return []
    right = clause.right(hit.last, _PRESENT, over=clause.lists.presence)
    position = next((i for i, a in enumerate(right) if a.preposition in clause.lists.presence), None)
    run = clause.chain(right, position) if position is not None else []
    opening = clause.arguments[:1] if clause.words[clause.sentence.first] in clause.lists.presence else []
    if len(run) < 2 and opening and opening[0].preposition in clause.lists.presence:
        run = clause.chain(clause.arguments, 0)  # "بحضور أ وب، انعقدت جلسة مباحثات"
    return joint(hit, clause, noun.scene, run) if len(run) >= 2 else []


def _who_came(noun: Noun) -> list[Argument]:
    """Those of whom a verb after a meeting says that they were there: "اجتماع حضره أ وب"."""
    clause, verbs = noun.clause, noun.clause.knowledge.lexicon.events.attended_by
    at = next((t + 1 for t in _after(noun) if clause.words[t] in verbs), None)
    first = next((a for a in clause.arguments if a.first == at and is_party(clause, a)), None)
    run = clause.chain(clause.arguments, clause.arguments.index(first)) if first is not None else []
    return run if len(run) > 1 else []


def _is_held(noun: Noun) -> bool:
    """Whether it is told that a meeting is held, and not who holds it: "عقدت القمة", "عن عقد اجتماع"."""
    clause, lexicon = noun.clause, noun.clause.knowledge.lexicon
    events = lexicon.events
    if any(clause.words[t] in events.being_held for t in _after(noun)):
        return True
    before = range(noun.hit.first - 1, clause.sentence.first - 1, -1)
    passed = lexicon.syntax.before_nouns | events.proceedings
    at = next((t for t in before if not _is_passed(t, clause, passed)), None)
    if at is None or at in clause.inside:
        return False
    word = clause.words[at].removeprefix("و").removeprefix("س")
    own = any(word.startswith("لل") for word in clause.words[noun.hit.last : noun.hit.last + _ASIDE])
    own = own or any(a.preposition in ("", "ل") and a.first - noun.hit.last < _ASIDE for a in noun.right[:1])
    return word in events.taking_place | events.concluding | lexicon.cues.holding and not own


def _after(noun: Noun) -> range:
    """The tokens after a noun among which stands what is told of it."""
    return range(noun.hit.last, min(noun.hit.last + _PRESENT, noun.clause.sentence.last))


def _is_passed(token: int, clause: Clause, words: frozenset[str]) -> bool:
    """Whether a token only says when, where or what of a meeting: "عقدت في أ أمس أعمال الاجتماع"."""
    place = any(
        a.first <= token < a.last and clause.cast.mentions[a.index].kind == "state" and a.preposition
        for a in clause.arguments
    )
    return place or clause.tells_when(clause.words[token]) or clause.words[token] in words


def _body(noun: Noun) -> Argument | None:
    """The body whose meeting it is."""
    first = noun.right[0] if noun.right else None
    if noun.hit.form.trigger.id not in _MEETINGS or first is None or first.joined:
        return None
    counted = noun.word in noun.clause.knowledge.lexicon.events.counted_sessions
    near = noun.clause.apart(noun.hit.last, first.first) <= (_BODY if counted else _ASIDE)
    own = first.preposition in ("", "ل") and near
    return first if own and first.entity is not None and first.entity.kind == "organisation" else None


def _attends(noun: Noun, who: Argument) -> bool:
    """Whether a verb of attending stands around its subject: "يحضر أ قمة", "أ يحضر قمة".

    What somebody attends is only the occasion where he met another beside it: "على هامش مشاركته في الدورة".
    """
    clause = noun.clause
    near = range(max(clause.sentence.first, who.first - _BESIDE), noun.hit.first)
    events = clause.knowledge.lexicon.events
    if not events.margins.isdisjoint(clause.words[who.last : noun.hit.first]):
        return False
    words = (clause.words[t].lstrip("وسل") for t in near if t not in clause.inside)
    sent = any(clause.words[t] in events.delegations for t in range(who.last, noun.hit.first))
    verb = clause.words[clause.before_time(who.first)]
    heads = sent and is_among(verb, events.heading)  # "يرأس أ وفد بلاده في اجتماع"
    return heads or any(word in events.attendances | events.participating_verbs for word in words)


def _is_said(noun: Noun, who: Argument) -> bool:
    """Whether what is said or denied, and not who says it, stands before the noun: "نفى أ أن يحضر قمة"."""
    between = noun.clause.words[who.last : noun.hit.first]
    before = noun.clause.words[max(noun.clause.sentence.first, who.first - _BESIDE) : who.first]
    return "ان" in between or any(
        w in noun.clause.knowledge.lexicon.cues.cancelled for w in (*before, *between)
    )
