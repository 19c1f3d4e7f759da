"""What reads like a visit and is none: journeys of things, private ones, hopes and open invitations."""

from __future__ import annotations

from itertools import pairwise

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.firsts import is_first_by_anybody
from liqaa.ingest.extraction.status.tenses import is_imperfect_verb
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among, readings
from liqaa.ingest.extraction.visits.aeroplanes import mover_of, official_aboard, tells_when
from liqaa.ingest.extraction.visits.expulsions import is_expulsion
from liqaa.ingest.extraction.visits.missions import is_of_mission
from liqaa.ingest.extraction.visits.private_journeys import is_private
from liqaa.ingest.extraction.visits.turning import turns_into

# Tokens after an invitation's sentence in which it is said to be accepted.
_ANSWER = 30
# Tokens before a visit in which the word of the invitation stands.
_REACH = 16
# Words besides somebody and the time between what says that he intends to go and the noun of going.
_INTENDED = 2
# Tokens from a verb of settling to whose place is taken: "يحل أ محل ب".
_ABOUT = 8
# Nouns of a journey whose genitive travels.
_OF_WHOM = {"arrive-noun": "وصول", "leave-noun": "مغادره"}
# Tokens before the verb of a relative clause in which the times are counted: "المرة الأولى التي يزور".
_TIMES = 5
# Tokens outside mentions from a verb of stopping to "from": "يتوقف النظام السوري عن".
_SUBJECT = 3
# Tokens from a state to the noun of what it intends: "أ لا تعتزم مغادرة ب".
_INTENDS = 2


def is_no_visit(hit: Hit, clause: Clause) -> bool:
    """Whether a trigger of a visit states no visit of an official.

    Args:
        hit: a trigger of a visit.
        clause: its sentence.
    """
    return (
        _only_settles(hit, clause)
        or _is_adjective(hit, clause)
        or is_private(hit, clause)
        or _is_no_stay(hit, clause)
        or _leads_elsewhere(hit, clause)
        or _only_tells_when(hit, clause)
        or _moves_another(hit, clause)
        or _is_of_another(hit, clause)
        or _addresses(hit, clause)
        or _depends_or_takes(hit, clause)
        or _is_whoevers(hit, clause)
        or _is_wished(hit, clause)
        or _is_only_invited(hit, clause)
        or _tells_how_often(hit, clause)
        or is_first_by_anybody(hit, clause)
        or _is_way_of_a_thing(hit, clause)
        or _is_not_intended(hit, clause)
        or _is_of_state(hit, clause)
        or _is_rise(hit, clause)
        or is_expulsion(hit, clause)
        or is_of_mission(hit, clause)
    )


def _is_rise(hit: Hit, clause: Clause) -> bool:
    """Whether somebody comes to power, and to no place: "منذ وصوله إلى سدة الرئاسة"."""
    if hit.form.trigger.id not in ("arrive-noun", "arrive-verb"):
        return False
    led = clause.words[hit.last : min(hit.last + 2, clause.sentence.last)]
    return led[:1] == ["الي"] and led[-1] in clause.knowledge.lexicon.events.risen_to


def _is_of_state(hit: Hit, clause: Clause) -> bool:
    """Whether a state intends to leave a land, where its troops are: "أ لا تعتزم مغادرة ب"."""
    if hit.form.trigger.id != "leave-noun" or hit.first == clause.sentence.first:
        return False
    intends = is_among(clause.words[hit.first - 1], clause.knowledge.lexicon.events.intentions)
    subject = next((a for a in clause.left(hit.first, _INTENDS) if not a.preposition), None)
    return intends and subject is not None and clause.cast.mentions[subject.index].kind == "state"


def is_invitation(hit: Hit, clause: Clause) -> bool:
    """Whether the noun says what somebody is invited to: "دعا أ ب لزيارة", "دعوة إلى زيارة"."""
    first = clause.sentence.first
    if hit.first <= first or hit.form.trigger.pattern != "visit-noun":
        return False
    events, before = clause.knowledge.lexicon.events, clause.words[hit.first - 1]
    asked_for = before == "الي" or before in events.performing
    if not clause.words[hit.first].startswith("ل") and not asked_for:
        return False
    spots = range(max(first, hit.first - 2 * _REACH), hit.first)
    asked = [t for t in spots if is_among(clause.words[t], events.asking)]
    return any(hit.first - t <= _REACH or clause.apart(t, hit.first) <= _REACH // 2 for t in asked)


def _tells_how_often(hit: Hit, clause: Clause) -> bool:
    """Whether a verb only counts visits that are told elsewhere: "هذه المرة الأولى التي يزور فيها أ ب"."""
    before = clause.words[max(clause.sentence.first, hit.first - _TIMES) : hit.first]
    return before[-1:] == ["التي"] and any(word in clause.knowledge.lexicon.events.times for word in before)


def _is_way_of_a_thing(hit: Hit, clause: Clause) -> bool:
    """Whether no person stands beside "on his way to": "السلام في طريقه إلى أ" against "أ في طريقه إلى ب".

    Nor has anybody left just before: "غادر أ ب في طريقه إلى ج".
    """
    if not clause.words[hit.first].startswith("طريق"):
        return False
    beside = hit.first - 1  # that of "في"
    person = any(a.last == beside and a.entity and a.entity.kind == "person" for a in clause.arguments)
    gone = any(h.form.trigger.id == "leave-verb" and 0 < hit.first - h.last <= _REACH for h in clause.hits)
    return not (person or gone or clause.words[beside - 1] in clause.knowledge.lexicon.events.on_their_way)


def _is_not_intended(hit: Hit, clause: Clause) -> bool:
    """Whether nobody intends the going that a noun tells of: "حظر السفر إلى أ", not "ينوي السفر إلى أ"."""
    if hit.form.trigger.id != "going-noun":
        return False
    if not _leads_on_a_day(hit, clause):
        return True  # "وافق على السفر"
    passed = 0
    for token in range(hit.first - 1, clause.sentence.first - 1, -1):
        if token in clause.inside or clause.words[token] in COMMAS or clause.tells_when(clause.words[token]):
            continue
        if is_among(clause.words[token], clause.knowledge.lexicon.events.setting_out):
            return False
        passed += 1
        if passed > _INTENDED or clause.is_boundary(token):
            break
    return True


def _leads_on_a_day(hit: Hit, clause: Clause) -> bool:
    """Whether only when stands between a noun of going and where to: "السفر، يوم السبت، إلى أ"."""
    dates, words = clause.knowledge.lexicon.dates, clause.words
    for token in range(hit.last - 1, clause.sentence.last):
        if words[token] == "الي":
            return True
        of_time = clause.tells_when(words[token]) or words[token] in COMMAS or words[token].isdecimal()
        near = (clause.lists.day_openers, dates.next, dates.near_times, dates.demonstratives)
        next_one = any(words[token] in w for w in near)
        if token >= hit.last and not (of_time or next_one):
            return False
    return False


def _only_settles(hit: Hit, clause: Clause) -> bool:
    """Verbs such as حل mean arrival only where they open a clause, and not before what is settled."""
    events, verb = clause.knowledge.lexicon.events, clause.words[hit.first].removeprefix("و")
    if verb in events.lookalikes:
        return True
    settles = any(stem.removeprefix("س") in events.settling_verbs for _, stem in readings(verb))
    if not settles or not hit.form.trigger.id.endswith("-verb"):
        return False
    solves = hit.last < clause.sentence.last and clause.words[hit.last] in events.solved
    after = clause.words[hit.last : min(hit.last + _ABOUT, clause.sentence.last)]
    solves = solves or any(word in events.successions for word in after) or turns_into(hit, clause)
    if is_imperfect_verb(verb.removeprefix("س")):
        return solves or not (_is_beside_person(hit, clause) or _settles_at_place(hit, clause))
    comes = any(a.last == hit.first and clause.cast.mentions[a.index].office for a in clause.arguments)
    return solves or not (comes or clause.at_clause_start(hit.first) or _settles_at_place(hit, clause))


def _settles_at_place(hit: Hit, clause: Clause) -> bool:
    """Whether a verb leads to a place right after it: "يحل بنواكشوط غدا أ", "أ الذي حل بتونس"."""
    after = [a for a in clause.arguments if a.first == hit.last and a.preposition == "ب"]
    geos = [clause.cast.mentions[a.index].geo for a in after]
    opens = clause.at_clause_start(hit.first) or _is_of_person(hit, clause)
    return opens and any(g is not None and g.kind != "organisation" for g in geos)


def _is_of_person(hit: Hit, clause: Clause) -> bool:
    """Whether a verb opens a relative clause about somebody: "أ الذي حل بتونس", no "الدمار الذي حل بها"."""
    at = hit.first - 1
    if clause.words[at] not in clause.lists.relatives:
        return False
    at -= clause.words[at - 1] in COMMAS
    ends = (a for a in clause.arguments if a.last == at)
    return any(a.entity and a.entity.kind in ("person", "delegation") for a in ends)


def _is_beside_person(hit: Hit, clause: Clause) -> bool:
    """Whether somebody is named right after a verb, or right before it."""
    beside = [a for a in clause.arguments if a.first == hit.last or a.last == hit.first]
    return any(a.entity and a.entity.kind in ("person", "delegation") for a in beside)


def _is_adjective(hit: Hit, clause: Clause) -> bool:
    """Whether the word says what an attack is like: "هجوم غادر"."""
    if hit.form.trigger.id != "leave-verb" or hit.first == clause.sentence.first:
        return False
    return (
        clause.words[hit.first - 1].lstrip("وب").removesuffix("ا") in clause.knowledge.lexicon.events.attacks
    )


def _is_no_stay(hit: Hit, clause: Clause) -> bool:
    """Whether somebody spends more than days, or something else than time: "قضى طفولته في أ"."""
    if hit.form.trigger.id == "presence-noun":
        return clause.words[hit.first - 1] not in clause.knowledge.lexicon.events.presence_openers
    if hit.form.trigger.id != "stay-verb" or "تواجد" in clause.words[hit.first]:
        return False
    if hit.last - hit.first > 1:
        return clause.words[hit.last - 1] == "في" and not _is_somebodys_stay(hit, clause)
    after = clause.words[hit.last : min(hit.last + 14, clause.sentence.last)]
    events = clause.knowledge.lexicon.events
    return not any(w in events.durations for w in after) or any(w in events.hospitals for w in after)


def _is_somebodys_stay(hit: Hit, clause: Clause) -> bool:
    """Whether somebody, no ambassador, stands right before what tells where he is: "أ موجود في ب"."""
    beside = hit.first - (clause.words[hit.first - 1] in COMMAS)
    near = [a for a in clause.arguments if a.last == beside and not a.preposition]
    people = [m for m in (clause.cast.mentions[a.index] for a in near) if m.kind == "person"]
    leads = any(a.first == hit.last for a in clause.arguments)
    after = clause.words[hit.last : min(hit.last + 1, clause.sentence.last)]
    leads = leads or any(word in clause.knowledge.lexicon.events.place_heads for word in after)
    return leads and any(person.duty is None for person in people)


def _leads_elsewhere(hit: Hit, clause: Clause) -> bool:
    """Whether somebody leads anything but a delegation: "ترأس أ وفدا إلى ب" is a visit."""
    if hit.form.trigger.id != "lead-verb":
        return False
    travels = any(h.form.trigger.type == "visit" and h.last < hit.first for h in clause.hits)
    if travels and hit.first - 1 in clause.asides:
        return True  # "يصل أ الذي يرأس وفدا إلى ب": the journey is told before
    spots = range(hit.last, min(hit.last + 16, clause.sentence.last - 1))
    goes = ("وفد", "وفدا", "الوفد")
    led = next((t for t in spots if clause.words[t] in goes), None)
    return led is None or "الي" not in clause.words[led : min(led + 6, clause.sentence.last)]


def _only_tells_when(hit: Hit, clause: Clause) -> bool:
    """Whether a visit without a place is what a journey comes after: "يتوجه أ بعد زيارته إلى ب"."""
    own = hit.form.trigger.pattern == "visit-noun" and clause.words[hit.last - 1].endswith(("ه", "ها"))
    if not own or clause.words[hit.first - 1] not in clause.lists.temporal:
        return False
    if hit.last >= clause.sentence.last or clause.words[hit.last] not in ("الي", "نحو"):
        return False
    return any(h.form.trigger.id == "head-verb" and 0 < hit.first - h.last <= 8 for h in clause.hits)


def _moves_another(hit: Hit, clause: Clause) -> bool:
    """Whether a ship, a cargo or somebody unnamed arrives: "وصلت سفينة", "الطائرة لحظة وصولها"."""
    movers = clause.knowledge.lexicon.events.movers
    if hit.form.trigger.pattern == "visit-noun" and hit.form.trigger.subtype == "other":
        return False
    moved = mover_of(hit, clause)
    if moved is not None and official_aboard(clause, moved) is None:
        return True
    verb, end = clause.words[hit.first].lstrip("وس"), clause.words[hit.last - 1]
    owned = hit.form.trigger.pattern == "visit-noun" and end.endswith("ها")  # no "متوجها"
    if not verb.startswith("ت") and not owned:
        return False
    for token in range(hit.first - 1, max(clause.sentence.first, hit.first - 6) - 1, -1):
        if token in clause.inside or clause.words[token] in movers:
            return token not in clause.inside
    return False


def _is_of_another(hit: Hit, clause: Clause) -> bool:
    """Whether the genitive of a journey's end or begin is neither somebody read nor a time.

    Such as "وصول الصواريخ إلى أ", "قبيل مغادرة اللاعبين إلى أ".
    """
    at, events = hit.last, clause.knowledge.lexicon.events
    if not clause.words[at - 1].endswith(_OF_WHOM.get(hit.form.trigger.id, "-")):
        return False
    if at >= clause.sentence.last or at in clause.inside or not clause.words[at].isalpha():
        return False
    word, before = clause.words[at], clause.words[hit.first]
    leads = (
        word in clause.lists.prepositions
        or word.startswith(("ل", "ب"))
        or (word[-1] == "ا" and not word.endswith("ها"))
        or word in events.host_lands | events.place_heads | events.seats
    )
    return not (before.endswith("الوصول") or leads or tells_when(clause, at) or _leads_to_person(clause, at))


def _leads_to_person(clause: Clause, token: int) -> bool:
    """Whether a word stands right before somebody: "وصول طائرة أ", "وصول كبار المسؤولين"."""
    return any(a.first in (token + 1, token + 2) and not a.preposition for a in clause.arguments)


def _addresses(hit: Hit, clause: Clause) -> bool:
    """Whether somebody turns to another with words: "توجه أ بالشكر إلى ب", "توجه في تغريدات إلى ب"."""
    if hit.form.trigger.id != "head-verb":
        return False
    words, events = clause.words, clause.knowledge.lexicon.events
    after = range(hit.last, min(hit.last + 10, clause.sentence.last))
    invited = {t for t in after if words[t] in events.invitations and words[t + 1 : t + 2] == ["من"]}
    return any(words[t] in events.addresses and t not in invited for t in after)


def _depends_or_takes(hit: Hit, clause: Clause) -> bool:
    """Whether the verb means another thing by its preposition: "يتوقف على", "يتوجه بها إلى"."""
    after = clause.words[hit.last] if hit.last < clause.sentence.last else ""
    stops = hit.form.trigger.id == "stop-verb" and "عرج" not in clause.words[hit.first]
    depends = stops and (after == "علي" or _ceases(hit, clause))
    return depends or (hit.form.trigger.id == "head-verb" and after in ("بها", "بهم", "به"))


def _ceases(hit: Hit, clause: Clause) -> bool:
    """Whether somebody only ceases to do something: "توقف أ عن إطلاق الصواريخ"."""
    outside = [t for t in range(hit.last, clause.sentence.last) if t not in clause.inside]
    return any(clause.words[t] == "عن" for t in outside[:_SUBJECT])


def _is_whoevers(hit: Hit, clause: Clause) -> bool:
    """Whether anybody who means to come is spoken of: "نرحب بكل من ينوي زيارة أ"."""
    words, events = clause.words, clause.knowledge.lexicon.events
    near = range(max(clause.sentence.first + 2, hit.first - _INTENDED - 1), hit.first)
    leads = (t for t in near if words[t] in events.setting_out and words[t - 1] == "من")
    return any(is_among(words[t - 2].removeprefix("ب"), clause.lists.each) for t in leads)


def _is_wished(hit: Hit, clause: Clause) -> bool:
    """Whether a hope governs the verb: "تمنى أ أن يزور"; a plan is none."""
    first = clause.sentence.first
    carried = hit.first - 1 > first and clause.knowledge.light_verb(clause.words[hit.first - 1]) is not None
    verb = hit.first - 1 if carried else hit.first  # "أعرب عن أمله في أن يقوم بزيارة"
    if verb <= first or clause.words[verb - 1] != "ان":
        return False
    before = clause.words[max(first, verb - 12) : verb - 1]
    return any(is_among(w, clause.knowledge.lexicon.events.hopes) for w in before)


def _is_only_invited(hit: Hit, clause: Clause) -> bool:
    """Whether somebody is asked to come and nothing says that he will, or no longer: "دعا أ ب لزيارة"."""
    if not is_invitation(hit, clause):
        return False
    events, cancelled = clause.knowledge.lexicon.events, clause.knowledge.lexicon.cues.cancelled
    before = clause.words[max(clause.sentence.first, hit.first - _REACH) : hit.first]
    if any(one == "لم" and is_among(other, events.asking) for one, other in pairwise(before)):
        return True  # "لم يدعوا أ إلى زيارة ب"
    if any(is_among(word, cancelled) for word in before):
        return False
    return not is_accepted(clause) or any(is_among(word, events.considering) for word in before)


def is_accepted(clause: Clause) -> bool:
    """Whether an invitation of a sentence is said to be accepted, in it or soon after it."""
    acceptance = clause.knowledge.lexicon.events.acceptance
    answer = clause.words[clause.sentence.first : clause.sentence.last + _ANSWER]
    return any(is_among(w.removeprefix("ب"), acceptance) for w in answer) or _is_taken_up(clause)


def _is_taken_up(clause: Clause) -> bool:
    """Whether somebody "accepted the invitation", which is also the word for "before"."""
    spots = range(clause.sentence.first, min(clause.sentence.last + _ANSWER, len(clause.words) - 1))
    return any(
        clause.words[t].lstrip("وف") == "قبل"
        and any(w.startswith(("دعوت", "الدعو", "دعوه")) for w in _words_after(t, clause))
        for t in spots
    )


def _words_after(token: int, clause: Clause) -> list[str]:
    """The three words after a token and after whoever is named there: "قبل أ دعوة", "قبل دعوة"."""
    after = clause.past_time(token + 1)
    named = next((a.last for a in clause.arguments if a.first == after), after)
    return [*clause.words[token + 1 : token + 4], *clause.words[named : named + 3]]
