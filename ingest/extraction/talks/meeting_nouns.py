"""Meeting nouns: who met whom where a noun states it: "لقاء", "مباحثات"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.possessors import person_before
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import is_genitive, is_unread, nearest_subject
from liqaa.ingest.extraction.talks.agreed_meetings import read_agreed
from liqaa.ingest.extraction.talks.announced_talks import read_announced
from liqaa.ingest.extraction.talks.called_off import read_called_off
from liqaa.ingest.extraction.talks.chaired_sessions import read_chaired_session
from liqaa.ingest.extraction.talks.held_between import read_held_between
from liqaa.ingest.extraction.talks.intended_meetings import read_intended
from liqaa.ingest.extraction.talks.interviews import interviewed
from liqaa.ingest.extraction.talks.joint_meetings import joined_by_verb, read_joint, read_own_members
from liqaa.ingest.extraction.talks.letters import read_delivered
from liqaa.ingest.extraction.talks.meeting_levels import read_level
from liqaa.ingest.extraction.talks.met_by_speaker import is_met_by_speaker
from liqaa.ingest.extraction.talks.met_guests import read_talks_with_guest
from liqaa.ingest.extraction.talks.met_objects import read_met_object
from liqaa.ingest.extraction.talks.met_pronouns import read_with_pronoun
from liqaa.ingest.extraction.talks.met_together import read_their_meeting
from liqaa.ingest.extraction.talks.nouns import Noun, is_wanted_or_refused, noun_of, takes_place
from liqaa.ingest.extraction.talks.sessions import (
    beside,
    participants,
    read_attended,
    read_came_to,
    read_session,
)
from liqaa.ingest.extraction.talks.sides import (
    by_party,
    first_object,
    is_of_several,
    is_party,
    joint,
    speaker_after,
    with_entity,
    with_topic,
)
from liqaa.ingest.extraction.talks.states_talking import read_at_seat, read_there, read_with_state
from liqaa.ingest.extraction.talks.titled_pairs import read_titled_pair
from liqaa.ingest.extraction.talks.trios import read_trio
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens between a noun and whom ب leads to, and where a day may stand between.
_BESIDE = 4
_DATED = 10
# Words said of a noun before whose it is: "لقاء مرتقب لأ مع ب".
_DESCRIBED = 2


def read_nominal(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "لقاء بين أ وب", "أجرى أ مباحثات مع ب", "خلال لقائه ب", "عقد الرئيسان محادثات"."""
    noun = noun_of(hit, clause, scene)
    if any(h.first == hit.last and clause.words[h.first].startswith("ل") for h in clause.hits):
        return []  # "أول جلسة عمل لقمتهم": one of another's
    if _only_attended(hit, clause):
        told = read_came_to(noun)
        _pass_over_attendees(hit, clause)
        return told
    if _taken_part_in(hit, clause):
        people = [*beside(noun), *participants(noun)]
        return joint(hit, clause, scene, people) if len(people) >= 2 else []
    meal = hit.form.trigger.id == "dine-noun" and hit.last - hit.first == 1  # "غداء عمل" is a meeting
    governed = meal or noun.word in clause.knowledge.lexicon.events.governed_nouns
    if governed and noun.light_verb() is None and (meal or not (noun.errand or takes_place(noun))):
        return []  # "وسيط التفاوض بين أ وب"
    if noun.word in clause.knowledge.lexicon.events.sessions:
        met = first_object(clause, noun.right, ("مع",)) if noun.light_verb() is not None else []
        return _with_objects(noun, met) if met else joined_by_verb(noun)
    together = read_trio(noun) or read_joint(noun) or read_held_between(noun)
    if together:
        return together
    objects = _objects(noun)
    agreed = [] if objects else read_agreed(noun)
    if agreed:
        return agreed
    told = _with_objects(noun, objects) if objects else read_with_pronoun(noun) or read_own_members(noun)
    told = told or read_titled_pair(noun) or read_talks_with_guest(noun)
    told = told or read_met_object(noun) or read_session(noun) or read_called_off(noun)
    told = told or read_intended(noun) or read_announced(noun) or read_level(noun)
    told = told or (read_delivered(hit, clause, scene) if noun.possessed or _is_during(noun) else [])
    told = told or read_with_state(noun) or read_at_seat(noun) or read_there(noun) or read_attended(noun)
    return told or read_chaired_session(noun)


def _only_attended(hit: Hit, clause: Clause) -> bool:
    """Whether the noun names what somebody was present at: "حضر اللقاء"."""
    attending = clause.knowledge.lexicon.events.attending
    begins = hit.first == clause.sentence.first
    return not begins and is_among(clause.words[hit.first - 1], attending)


def _pass_over_attendees(hit: Hit, clause: Clause) -> None:
    """Let those who were present be the subject of nothing that follows: "حضر اللقاء أ وب، وخلال لقائه ج"."""
    said, last = clause.knowledge.lexicon.cues.speech, clause.sentence.last
    ends = (
        t for t in range(hit.last, last) if clause.hit_between(t, t + 1) or is_among(clause.words[t], said)
    )
    end = next(ends, last)
    clause.met.update(a.index for a in clause.arguments if hit.last <= a.first < end)


def _taken_part_in(hit: Hit, clause: Clause) -> bool:
    """Whether a verb of taking part leads to the noun: "شارك في الاجتماع أ وب"."""
    before = clause.words[max(clause.sentence.first, hit.first - 2) : hit.first]
    verbs = clause.knowledge.lexicon.events.participating_verbs
    return before[1:] == ["في"] and before[0].lstrip("وس") in verbs


# -- the counterpart -----------------------------------------------------------------------------------


def _objects(noun: Noun) -> list[Argument]:
    """With whom: after مع, also past what was spoken about, after ب, before the noun, or as its genitive."""
    clause = noun.clause
    right = clause.right(noun.start, 26, over=clause.lists.topical)
    met = first_object(clause, noun.right, ("مع",)) or first_object(clause, right, ("مع",))
    if met and _is_of_a_later_noun(noun, met[0]):
        met = []  # "لقائه أ لمناقشة القمة مع ب"
    return met or _included(noun) or _with_b(noun) or _before(noun) or _genitive(noun)


def _is_of_a_later_noun(noun: Noun, argument: Argument) -> bool:
    """Whether another noun of talks, which "with" then belongs to, stands between a noun and an argument."""
    return any(
        noun.hit.last < h.first < argument.first and h.form.trigger.pattern in ("noun", "press")
        for h in noun.clause.hits
    )


def _included(noun: Noun) -> list[Argument]:
    """Such as "عقد أ سلسلة لقاءات شملت ب وج"."""
    clause, hit = noun.clause, noun.hit
    verbs = clause.knowledge.lexicon.events.including_verbs
    if hit.first > clause.sentence.first and clause.words[hit.first - 1].lstrip("وس") in verbs:
        rest = noun.right[1:] if noun.right and noun.right[0].first == hit.last else noun.right
        return first_object(clause, rest, ("",))  # "شملت لقاءات أ ب وج"
    for token in range(hit.last, min(hit.last + 5, clause.sentence.last)):
        if clause.words[token] in verbs:
            return first_object(clause, clause.right(token + 1, 26), ("",))
    return []


def _with_b(noun: Noun) -> list[Argument]:
    """Such as "لقائه ب", "لقاء أ بب"."""
    if "ب" not in noun.hit.form.trigger.prepositions:
        return []
    found = first_object(noun.clause, noun.right, ("ب",))
    before = [a.last for a in noun.right if found and a.last <= found[0].first]
    reach = _DATED if noun.possessed else _BESIDE  # "لقائه المقرر في الثالث من أغسطس المقبل بأ"
    return found if found and found[0].first - max(noun.hit.last, *before, 0) <= reach else []


def _before(noun: Noun) -> list[Argument]:
    """Such as "عقد أ مع ب جلسة مباحثات": the counterpart stands between the light verb and the noun."""
    verb = noun.light_verb()
    if verb is None:
        return []
    between = [a for a in noun.clause.arguments if verb < a.first < noun.hit.first]
    return first_object(noun.clause, between, ("مع",))


def _genitive(noun: Noun) -> list[Argument]:
    """Such as "رفض أ لقاء ب", "وصل أ للقاء ب", "خلال لقائه ب": what follows the noun is whom it is with."""
    found = first_object(noun.clause, noun.right, ("",))
    if not found:
        return []
    refused = noun.word in ("لقاء", "بلقاء") and is_wanted_or_refused(noun.hit, clause=noun.clause)
    come_for = noun.purpose and noun.right[0].first - noun.hit.last <= 2
    come_for = come_for and not _is_of_both(noun, found)
    owned = noun.possessed and _apart(noun, found[0]) <= _BESIDE
    owned = owned or (noun.possessed_by_two and found[0].first == noun.hit.last)
    said = is_met_by_speaker(noun, found)
    return found if refused or come_for or owned or said or _opens_a_journey(noun) else []


def _is_of_both(noun: Noun, found: list[Argument]) -> bool:
    """Whether those after "for a meeting" meet one another, for nobody comes for it: "مكان للقاء أ وب"."""
    parties = {a.entity.country for a in found if a.entity}
    come = any(h.form.trigger.type == "visit" for h in noun.clause.hits if h.first < noun.hit.first)
    return len(parties) > 1 and not come and not people_among(noun.clause.left(noun.hit.first))


def _apart(noun: Noun, argument: Argument) -> int:
    """How many words stand between a noun and an argument, besides those that tell when."""
    clause, between = noun.clause, range(noun.hit.last, argument.first)
    timed = sum(clause.tells_when(clause.words[t]) for t in between)
    return clause.apart(noun.hit.last, argument.first) - timed


def _opens_a_journey(noun: Noun) -> bool:
    """Whether a journey or what somebody does on it begins or ends so: "استهل أ نشاطه في ب بلقاء ج"."""
    clause, hit = noun.clause, noun.hit
    events = clause.knowledge.lexicon.events
    journeys = [h.first for h in clause.hits if h.form.trigger.id == "visit-noun" and h.last <= hit.first]
    doings = range(clause.sentence.first, hit.first)
    journeys += [t for t in doings if clause.words[t] in events.activities]
    if not journeys or not clause.words[hit.first].startswith("ب"):
        return False
    before = clause.words[clause.sentence.first : max(journeys)]
    verbs = events.beginning_verbs | events.ending_verbs
    return any(is_among(word.removeprefix("س"), verbs) for word in before)


# -- the subject ---------------------------------------------------------------------------------------


def _with_objects(noun: Noun, objects: list[Argument]) -> list[Frame]:
    """The frames of whoever met the objects: the owner, the subject, or whom the text is about."""
    hit, clause, scene = noun.hit, noun.clause, noun.scene
    if noun.possessed and scene.agent >= 0:
        return with_entity(hit, clause, scene, scene.agent, objects)
    subject = _subject(noun, objects) or speaker_after(hit, clause, objects, noun.possessed)
    subject = subject or (interviewed(clause, hit.first) if noun.possessed else [])
    if subject and is_of_several(hit, clause):
        return joint(hit, clause, scene, [*subject, *(a for a in objects if a not in subject)])
    if subject:
        return by_party(hit, clause, scene, subject, objects)
    theirs = read_their_meeting(noun, objects)
    if theirs:
        return theirs
    if noun.errand and scene.agent >= 0:
        return with_entity(hit, clause, scene, scene.agent, objects)
    if any(_only_attended(h, clause) for h in clause.hits if h.first < hit.first):
        return []  # "حضر الاجتماع أ ... أثناء اجتماعه مع ب": whose it is is not told
    own = noun.possessed or _of_titled_subject(noun) or _has_pronoun(noun)
    verb = noun.light_verb()
    if noun.errand or own or (verb is not None and not is_unread(clause, verb)):
        return with_topic(hit, clause, scene, objects)
    if _is_when_said(noun):
        return with_topic(hit, clause, scene, objects)
    return []


def _of_titled_subject(noun: Noun) -> bool:
    """Whether a title with a pronoun is the sentence's subject: "نوه معاليه بالاجتماعات مع ب"."""
    before = noun.clause.words[noun.clause.sentence.first : noun.hit.first][:3]
    return any(word in noun.clause.lists.titles_with_pronoun for word in before)


def _is_when_said(noun: Noun) -> bool:
    """Whether a sentence tells when it was said what the text has told: "وجاءت تصريحاته عقب محادثات مع ب"."""
    clause, hit = noun.clause, noun.hit
    before = clause.words[hit.first - 1] if hit.first > clause.sentence.first else ""
    opens = is_among(clause.words[clause.sentence.first], clause.lists.came)
    when = before in clause.lists.temporal or before in clause.lists.during
    return opens and when and not people_among(clause.left(hit.first))


def _is_during(noun: Noun) -> bool:
    """Whether something was done during a meeting: "سلمها له ب خلال مقابلة جرت اليوم"."""
    before = noun.clause.words[noun.hit.first - 1] if noun.hit.first > noun.clause.sentence.first else ""
    return before in noun.clause.lists.during


def _has_pronoun(noun: Noun) -> bool:
    """Whether a pronoun stands for who had a meeting: "كما كانت له لقاءات مع ب"."""
    events = noun.clause.knowledge.lexicon.events
    before = noun.clause.words[max(noun.clause.sentence.first, noun.hit.first - 2) : noun.hit.first]
    had = len(before) == 2 and before[0].lstrip("وس") in events.being_verbs
    return had and before[1] in events.visitor_pronouns


def _is_another_meetings(clause: Clause, argument: Argument) -> bool:
    """Whether a body or state before a noun is another meeting's: "قمة مجموعة السبع ... القمة مع أ"."""
    people = argument.entity is not None and argument.entity.kind == "person"
    return not people and is_genitive(clause, argument)


def _is_venue(noun: Noun, argument: Argument, other: Argument) -> bool:
    """Whether a genitive is where the meeting is held: "اجتماع مكة", "قمة سنغافورة مع أ"."""
    geo = noun.clause.cast.mentions[argument.index].geo
    summit = noun.hit.form.trigger.id == "summit-noun" and argument.entity is not None
    state = summit and argument.entity is not None and argument.entity.kind == "state"
    with_person = other.entity is not None and other.entity.kind == "person"
    return geo is not None and (geo.kind in ("city", "place") or (state and with_person))


def _subject(noun: Noun, objects: list[Argument]) -> list[Argument]:
    """Who held the talks a noun names: the noun's genitive, the light verb's subject, or the sentence's."""
    clause = noun.clause
    near = [a for a in noun.right if a.first < objects[0].first and not a.preposition and not a.joined]
    if near and near[0].first - noun.start <= 1 and not _is_venue(noun, near[0], objects[0]):
        return clause.chain(noun.right, noun.right.index(near[0]))
    owner = next((a for a in noun.right if a.preposition == "ل" and a.first < objects[0].first), None)
    if owner and owner.first - noun.past_place <= _DESCRIBED and is_party(clause, owner):
        return clause.chain(noun.right, noun.right.index(owner))  # "لقاء مرتقب لأ مع ب"
    verb = noun.light_verb()
    if verb is not None:
        between = [a for a in clause.arguments if verb < a.first < noun.hit.first and not a.preposition]
        if between and between[0].first - verb <= 3:
            return clause.chain(clause.arguments, clause.arguments.index(between[0]))
    his = noun.possessed and not clause.words[noun.hit.first].endswith("ها")
    subject = nearest_subject(clause, noun.hit.first, states=not his)  # "أكد أ دعم لبنان خلال لقائه ب"
    while subject and _is_another_meetings(clause, subject[0]):
        subject = nearest_subject(clause, subject[0].first, states=not his)
    if his and subject:
        subject = person_before(clause, subject) or subject
    return _possessor(noun) or [a for a in subject if a not in objects]


def _possessor(noun: Noun) -> list[Argument]:
    """Such as "كان لأ لقاء مع ب": the verb of being gives a meeting to whom ل leads to."""
    clause = noun.clause
    for argument in clause.left(noun.hit.first, 4)[:1]:
        opens = argument.first == clause.sentence.first
        before = "" if opens else clause.words[clause.before_time(argument.first)]
        if argument.preposition == "ل" and before.lstrip("وس") in clause.knowledge.lexicon.events.being_verbs:
            return [argument]
    return []
