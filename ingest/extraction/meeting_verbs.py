"""Meeting verbs: who met whom where a verb states it: "التقى أ ب", "أ اجتمع مع ب", "استقبله ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.arguments import Argument
from liqaa.ingest.extraction.asides import is_circumstance
from liqaa.ingest.extraction.clauses import Clause, Hit
from liqaa.ingest.extraction.document import COMMAS
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.left_out import beyond_time, is_onward, met_unread, met_unsaid
from liqaa.ingest.extraction.met_pairs import leads_pair
from liqaa.ingest.extraction.met_pronouns import (
    carries_object,
    governs_pronoun,
    leads_to_host,
    met_others,
    read_met_pronoun,
)
from liqaa.ingest.extraction.met_together import read_group
from liqaa.ingest.extraction.pairs import pair_of
from liqaa.ingest.extraction.scene import Scene
from liqaa.ingest.extraction.several_guests import at_one_meeting, parts_host
from liqaa.ingest.extraction.sides import (
    by_party,
    first_object,
    is_agent,
    is_party,
    joined_object,
    joint,
    met_by,
    pair_frame,
    with_entity,
    with_topic,
)
from liqaa.ingest.extraction.states_talking import read_negotiating
from liqaa.ingest.extraction.subjects import (
    is_unnamed_group,
    is_unread,
    nearest_subject,
    spoken_for,
    two_before,
)

# Endings of a dual or plural verb, whose subjects met one another.
_SEVERAL = ("ا", "ان", "وا", "ون")
_PLURAL = ("وا", "ون")
# Endings of a dual that is a subject.
_NOMINATIVE = ("ا", "ان")
# Tokens between a verb and its subject; a verb that carries its object waits longer for it.
_NEAR, _FAR = 2, 8
# Tokens of what is discussed before what it is about.
_QUESTION = 3
# Tokens of a relative clause between a verb's subject and its object.
_ASIDE = 12


def read_verbal(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The meeting a verb states: its subject stands before or after it, then the object."""
    if _hosts_an_event(hit, clause) or _reviews_guard(hit, clause) or _seeks(hit, clause):
        return []
    pattern = hit.form.trigger.pattern
    right = _own_arguments(hit, clause)
    before = [] if is_unread(clause, hit.first) else nearest_subject(clause, hit.first, states=True)
    after = _subject_after(hit, clause, right)
    beside = _counterpart_beside(hit, clause, right) if before else []
    received = joint(hit, clause, scene, [*before, *beside]) if beside else []
    received = received or _received_by(hit, clause, scene, right, after or before)
    carried_on = _of_the_last_verb(hit, clause, scene, right)
    if received or carried_on:
        return received or with_entity(hit, clause, scene, scene.agent, carried_on)
    met = pattern == "transitive" and [a for a in right if not a.preposition and a.first == hit.last]
    several = clause.words[hit.first].endswith(_SEVERAL) or _are_groups(hit, clause, before)
    if len(before) >= 2 and pattern != "receive" and not met and several:
        third = first_object(clause, right, ("مع", "ب"))  # "أ وب سيجتمعان غدا مع ج"
        together = joint(hit, clause, scene, before) and joint(hit, clause, scene, [*before, *third])
        if together:
            return together  # else those before are of one side: "قال أ إن ب وج التقوا في الرياض د"
    alone = not after or _are_both_alone(hit, clause, after, right)
    alone = alone and (not before or _follows_pair(hit, clause) or leads_pair(hit, clause))
    pair = _pair(hit, clause, scene) if alone and pattern != "receive" else ()
    pair = pair or (() if after or met else _two_who_then_met(hit, clause))
    if pair:
        return pair_frame(hit, clause, scene, pair)
    of_pronoun = read_met_pronoun(hit, clause, scene, after, before)
    if of_pronoun:
        return of_pronoun
    subject, objects = _sides(hit, clause, right, before, after)
    objects = objects or _beyond_topic(hit, clause, subject)
    if after and not objects and parts_host(hit, clause, subject):
        subject, objects = subject[:1], subject[1:]
    if after and not objects and len(subject) > 1 and pattern != "receive":
        together = _met_there(hit, clause, scene, subject) or joint(hit, clause, scene, subject)
        if together or pattern != "transitive":
            return together
    again = pattern == "receive" and clause.words[hit.first - 1] in clause.lists.again
    again = again or pattern == "transitive"
    unread = pattern == "transitive" and met_unread(clause, subject) if after else False
    if after and not objects and (unread or met_others(hit, clause, scene)):
        return []
    if after and not objects and again and scene.agent >= 0:
        return with_entity(hit, clause, scene, scene.agent, subject)  # "التقى أ ب، كما استقبل ج"
    if after and not objects and pattern in ("transitive", "receive"):
        subject, objects = before, subject  # "والتقى ب": what follows the verb is whom its subject met
    return _frames(hit, clause, scene, right, subject, objects)


def _are_groups(hit: Hit, clause: Clause, people: list[Argument]) -> bool:
    """Whether a woman's verb is that of groups of several lands: "وفود من أ وب تجتمع"."""
    mentions = [clause.cast.mentions[a.index] for a in people]
    verb = clause.words[hit.first].removeprefix("و")
    hers = verb.startswith(("ت", "ست")) or verb.endswith("ت")
    return hers and all(m.kind == "delegation" and m.office == mentions[0].office for m in mentions)


def _counterpart_beside(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    """Whose counterpart و joins to a verb's subject before it: "أ بحث ونظيره ب التعاون"."""
    near = [a for a in right[:1] if a.joined and a.first == hit.last and not a.preposition]
    others = first_object(clause, right[1:], ("", "مع", "ب"))
    counterpart = near and clause.cast.mentions[near[0].index].anaphor == "counterpart"
    return near if counterpart and not others and hit.form.trigger.pattern != "receive" else []


def _met_there(hit: Hit, clause: Clause, scene: Scene, people: list[Argument]) -> list[Frame]:
    """Those whom a traveller meets where he goes: "يتوجه أ إلى ب حيث سيلتقي ج ود"."""
    onward = clause.words[hit.first - 1].removeprefix("و") in clause.lists.onward
    if (
        not (onward or _goes_on(hit, clause, people))
        or scene.journey is None
        or any(a.entity and a.entity.index == scene.journey[0] for a in people)
    ):
        return []
    return with_entity(hit, clause, scene, scene.journey[0], people)


def _goes_on(hit: Hit, clause: Clause, people: list[Argument]) -> bool:
    """Whether a verb goes on from a journey: "حيث من المقرر أن يلتقي قادة أ وب", "وسيلتقي رئيسي أ وب"."""
    led = clause.words[hit.first].startswith("و") or clause.words[hit.first - 1] == "ان"
    subjects = clause.words[people[0].first].endswith(_NOMINATIVE)  # "ويلتقي وزيرا خارجية أ وب"
    return hit.form.trigger.pattern == "transitive" and led and not subjects


def _received_by(
    hit: Hit, clause: Clause, scene: Scene, right: list[Argument], guests: list[Argument]
) -> list[Frame]:
    """The reception of a verb in the passive, which says by whom: "استُقبل أ، أمس، من طرف ب"."""
    hosts = [a for a in right if is_agent(clause, a)] if hit.form.trigger.pattern == "receive" else []
    return by_party(hit, clause, scene, hosts, [a for a in guests if a not in hosts])


def _frames(
    hit: Hit,
    clause: Clause,
    scene: Scene,
    right: list[Argument],
    subject: list[Argument],
    objects: list[Argument],
) -> list[Frame]:
    """The frames of a verb's two sides."""
    pattern = hit.form.trigger.pattern
    if pattern == "discuss" and not any(a.preposition == "مع" for a in objects):
        if _with_the_guest(hit, clause, subject):
            return met_by(hit, clause, scene, subject, _guest(scene, subject))
        several = len(subject) > 1
        return joint(hit, clause, scene, subject) if several else read_negotiating(hit, clause, scene)
    if not subject and objects and scene.journey and is_onward(hit, clause):
        return with_entity(hit, clause, scene, scene.journey[0], objects)
    if not subject and objects:
        others = _is_done_by_others(hit, clause, scene) or is_unnamed_group(clause, hit.first)
        others = others or _is_where_another_went(hit, clause)
        return [] if others else with_topic(hit, clause, scene, objects)
    if not objects and pattern == "prepositional":
        return read_negotiating(hit, clause, scene)
    told = by_party(hit, clause, scene, subject, objects) or read_group(hit, clause, scene, subject, objects)
    return at_one_meeting(hit, clause, told) if pattern == "receive" else told


def _is_done_by_others(hit: Hit, clause: Clause, scene: Scene) -> bool:
    """Whether a plural verb is of people unread, for the text is about one: "وتحرك الأهالي حيث التقوا أ"."""
    if scene.topic < 0 or not clause.words[hit.first].endswith(_PLURAL):
        return False
    topic = scene.cast.entities[scene.topic]
    several = any(scene.cast.mentions[i].number > 1 for i in topic.mentions)
    travels = scene.visit is not None and scene.visit[0] == scene.topic  # others with him
    return topic.kind == "person" and not (several or travels)


def _is_where_another_went(hit: Hit, clause: Clause) -> bool:
    """Whether somebody unread met another where he went: "وكان حامد قد وصل إلى أ حيث التقى ب"."""
    went = (h for h in clause.hits if h.form.trigger.type == "visit" and h.first < hit.first)
    return is_onward(hit, clause) and any(is_unread(clause, h.first) for h in went)


def _with_the_guest(hit: Hit, clause: Clause, subject: list[Argument]) -> bool:
    """Whether "the guest" stands for whom the subject met: "بحث أ مع الضيف أوجه التعاون"."""
    end = subject[-1].last if subject and subject[-1].first >= hit.last else hit.last
    after = clause.words[end : min(end + 2, clause.sentence.last)]
    return len(after) == 2 and after[0] == "مع" and after[1] in clause.knowledge.lexicon.events.guests


def _guest(scene: Scene, subject: list[Argument]) -> int:
    """Whom "the guest" means: the visitor of the scene, else the other of the last pair; -1 for nobody."""
    own = {a.entity.country for a in subject if a.entity}
    known = [*(scene.visit or ())[:1], *scene.pair]
    others = (index for index in known if scene.cast.entities[index].country not in own)
    return next(others, -1)


def _sides(
    hit: Hit, clause: Clause, right: list[Argument], before: list[Argument], after: list[Argument]
) -> tuple[list[Argument], list[Argument]]:
    """The verb's subject and its objects, as they stand in the sentence."""
    wanted = hit.form.trigger.prepositions or ("", "مع", "ب")
    if after:
        rest = [a for a in right if a.first >= after[-1].last]
        return after, first_object(clause, rest, wanted) or _joined_object(hit, clause, rest, after[-1].last)
    followed = any(is_party(clause, a) and a.preposition in ("", "مع", "ب") for a in right if not a.joined)
    governed = any(is_party(clause, a) and a.preposition in ("مع", "ب") for a in right)
    if before and (followed or governed or not clause.at_clause_start(hit.first)):
        objects = first_object(clause, right, wanted) or beyond_time(hit, clause)
        return before, objects or _joined_object(hit, clause, right, hit.last)
    if not before and spoken_for(clause, hit.first) is not None:
        return [], first_object(clause, right, wanted)  # "قال المتحدث باسمه إنه سيلتقي ب"
    return [], met_unsaid(hit, clause, right)


def _joined_object(hit: Hit, clause: Clause, right: list[Argument], start: int) -> list[Argument]:
    """Whom و joins to somebody met who is no party: "التقى أ رجال الأعمال والرئيس ب"."""
    return (
        joined_object(clause, right, start) if hit.form.trigger.pattern in ("transitive", "receive") else []
    )


def _beyond_topic(hit: Hit, clause: Clause, subject: list[Argument]) -> list[Argument]:
    """With whom the subject talked, past what about: "سيتباحث أ حول الأزمة مع ب"."""
    end = subject[-1].last if subject and subject[0].first >= hit.last else hit.last
    discusses = hit.form.trigger.pattern == "discuss"  # "بحث أ المخاوف بشأن ج مع ب"
    alone = len(subject) == 1 or (not subject and is_onward(hit, clause))
    if not alone or not (discusses or hit.form.trigger.pattern == "prepositional"):
        return []
    about = range(end, min(end + 1 + _QUESTION * discusses, clause.sentence.last))
    start = next((t for t in about if clause.words[t] in clause.lists.topical), None)
    if start is None:
        return []
    return first_object(clause, clause.right(start, 26, over=clause.lists.topical), ("مع",))


def _subject_after(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    """The subject of a verb that opens its clause, with those joined to it; empty if it stands elsewhere."""
    if clause.words[hit.first - 1] == "قد" and hit.first - 2 in clause.inside:
        return []  # "وكان أ قد التقى ب"
    bare = [a for a in right if not a.preposition and not a.joined and is_party(clause, a)]
    bare = [a for a in bare if not _is_at_its_margin(hit, clause, a)]
    carries = carries_object(hit, clause)
    near = _FAR if carries or governs_pronoun(hit, clause, hit.last) else _NEAR
    each = any(word in clause.lists.each for word in clause.words[hit.last : hit.last + 2])
    near += 2 * each  # "التقى اليوم كل من أ وب"
    if not bare or not (
        clause.at_clause_start(hit.first) or (carries and leads_to_host(hit, clause, bare[0]))
    ):
        return []
    start = clause.past_aside(hit.last)
    beside = _stands_beside(hit, right, bare[0])
    if bare[0].first - start <= near or beside or _only_tells_when_or_where(clause, start, bare[0].first):
        return clause.chain(right, right.index(bare[0]))
    return _beyond_circumstance(hit, clause, right, bare[0])


def _beyond_circumstance(
    hit: Hit, clause: Clause, right: list[Argument], subject: Argument
) -> list[Argument]:
    """The subject past when and where it was, where whom he met follows: "استقبل في مكتبه أ اليوم ب"."""
    counted = clause.words[subject.first - 1] == "من"  # "التقى الخميس عددا من الوزراء، بينهم أ"
    back = counted or clause.cast.mentions[subject.index].anaphor
    if back or not is_circumstance(clause, hit.last, subject.first):
        return []
    run = clause.chain(right, right.index(subject))
    rest = [a for a in right if a.first >= run[-1].last]
    met = first_object(clause, rest, hit.form.trigger.prepositions or ("", "مع", "ب"))
    pattern, first = hit.form.trigger.pattern, clause.words[subject.first]
    together = pattern in ("prepositional", "discuss") or first.endswith(_NOMINATIVE)
    return run if met or (len(run) > 1 and together) or _receives_on(hit, clause) else []


def _receives_on(hit: Hit, clause: Clause) -> bool:
    """Whether a verb tells of one more guest of whom the text is about: "واستقبل في مكتبه أ"."""
    joined = clause.words[hit.first].startswith("و") or clause.words[hit.first - 1] in clause.lists.again
    return hit.form.trigger.pattern == "receive" and joined


def _is_at_its_margin(hit: Hit, clause: Clause, argument: Argument) -> bool:
    """Whether a body's work is only where somebody met: "التقى على هامش أعمال الجمعية العامة أ ب"."""
    between = clause.words[hit.last : argument.first]
    body = clause.cast.mentions[argument.index].kind == "organisation"
    return body and any(word in clause.knowledge.lexicon.events.margins for word in between)


def _stands_beside(hit: Hit, right: list[Argument], subject: Argument) -> bool:
    """Whether whom somebody met follows him, however far the verb is: "التقى على هامش القمة أمس أ ب"."""
    wanted = hit.form.trigger.prepositions or ("", "مع", "ب")
    after = (a for a in right if a.first == subject.last + (a.preposition == "مع") and not a.joined)
    return any(a.preposition in wanted for a in after)


def _only_tells_when_or_where(clause: Clause, first: int, last: int) -> bool:
    """Whether no more stands between a verb and its subject: "يجتمع الجمعة، في فيينا، أ وب"."""
    places = [a for a in clause.arguments if clause.cast.mentions[a.index].kind == "state" and a.preposition]
    here = {t for a in places for t in range(a.first - (a.preposition == "في"), a.last)}
    told = (*COMMAS, *clause.lists.day_openers)
    return all(
        t in here or clause.words[t] in told or clause.tells_when(clause.words[t]) for t in range(first, last)
    )


def _own_arguments(hit: Hit, clause: Clause) -> list[Argument]:
    """The arguments after a verb that are its own: not of the next verb, nor of what somebody says."""
    verbs = (h for h in clause.hits if h.first >= hit.last and h.form.trigger.id.endswith("-verb"))
    end = next((h.first for h in verbs if not _is_aside(h, clause)), clause.sentence.last)
    end = next((t for t in range(hit.last, end - 1) if _is_told_by(clause, t)), end)
    end = next((t for t in range(hit.last, end - 1) if _is_time_of_talks(hit, clause, t)), end)
    over = clause.lists.presence if hit.form.trigger.pattern in ("receive", "transitive") else frozenset()
    return [a for a in clause.right(hit.last, 34, over) if a.first < end]


def _is_told_by(clause: Clause, token: int) -> bool:
    """Whether a relative clause begins that tells what somebody says: "التقى أ، الذي أكد أن ب"."""
    speech = clause.knowledge.lexicon.cues.speech
    return clause.words[token] in clause.lists.relatives_of_one and clause.words[token + 1] in speech


def _is_time_of_talks(hit: Hit, clause: Clause, token: int) -> bool:
    """Whether a word leads to other talks, whose "with" follows: "عرض أ رؤيته، غداة محادثات مع ب"."""
    cues, discusses = clause.knowledge.lexicon.cues, hit.form.trigger.pattern == "discuss"
    leads = clause.words[token] in cues.after | cues.before
    return discusses and leads and any(h.first == token + 1 for h in clause.hits)


def _is_aside(hit: Hit, clause: Clause) -> bool:
    """Whether a verb only says of somebody who he is, or is one of an aside: "أ الذي وصل أمس إلى ب،"."""
    if any(first <= hit.first < last for first, last in clause.asides.items()):
        return True
    if clause.words[hit.first - 1] not in clause.lists.relatives:
        return False
    return any(
        clause.words[t] in COMMAS for t in range(hit.last, min(hit.last + _ASIDE, clause.sentence.last))
    )


def _of_the_last_verb(hit: Hit, clause: Clause, scene: Scene, right: list[Argument]) -> list[Argument]:
    """Whom the subject of the verb before met as well: "التقى أ ب واجتمع مع ج", "ثم سيجتمع مع ج"."""
    before = clause.words[hit.first - 1] if hit.first > clause.sentence.first else ""
    carried_on = clause.words[hit.first][0] == "و" or before in clause.lists.then
    if not carried_on or scene.agent < 0:
        return []
    objects = first_object(clause, right, ("مع", "ب"))
    bare = any(not a.preposition and a.first < objects[0].first for a in right) if objects else False
    return [] if bare else objects


def _pair(hit: Hit, clause: Clause, scene: Scene) -> tuple[int, ...]:
    """The two already spoken of who are a verb's subject: "كان الوزيران التقيا", "التقى الرئيسان"."""
    for argument in clause.arguments:
        mention = clause.cast.mentions[argument.index]
        near = (
            -5 <= hit.first - argument.last <= 5
            if argument.first < hit.first
            else argument.first - hit.last <= 2
        )
        if near and mention.anaphor == "pair" and not argument.preposition:
            return pair_of(scene, mention, clause)
    return ()


def _two_who_then_met(hit: Hit, clause: Clause) -> tuple[int, ...]:
    """The two named before a dual verb of what they did then: "صافح أ ب قبل أن يجتمعا"."""
    words, first = clause.words, hit.first
    dual = words[first].startswith(("ي", "ت")) and words[first].endswith("ا")
    then = first - 2 >= clause.sentence.first and words[first - 1] == "ان"
    if not (dual and then and words[first - 2] in clause.lists.temporal):
        return ()
    people = [a for a in clause.left(first) if is_party(clause, a)]
    return two_before(clause, first) if len(people) == 2 else ()


def _follows_pair(hit: Hit, clause: Clause) -> bool:
    """Whether two already spoken of stand right before a verb as its subject: "قال أ إن الوزيرين التقيا"."""
    before = (a for a in clause.arguments if a.last == hit.first and not a.preposition)
    dual = clause.words[hit.first].endswith(("ا", "ان"))
    return dual and any(clause.cast.mentions[a.index].anaphor == "pair" for a in before)


def _are_both_alone(hit: Hit, clause: Clause, after: list[Argument], right: list[Argument]) -> bool:
    """Whether two, or groups of two sides, alone follow a verb: "التقى مسؤولون من الجانبين"."""
    rest = [a for a in right if a.first >= after[-1].last]
    group = clause.cast.mentions[after[0].index]
    both = group.anaphor == "pair" and (group.kind == "delegation" or leads_pair(hit, clause))
    return both and not first_object(clause, rest, hit.form.trigger.prepositions or ("", "مع", "ب"))


def _reviews_guard(hit: Hit, clause: Clause) -> bool:
    """Such as "استعرض أ وب حرس الشرف": what is reviewed is a guard, no question."""
    after = [h for h in clause.hits if h.first >= hit.last][:1]
    discusses = hit.form.trigger.pattern == "discuss"
    return discusses and any(h.form.trigger.id == "guard-noun" for h in after)


def _seeks(hit: Hit, clause: Clause) -> bool:
    """Whether a verb of discussing is one of searching or offering: "بحثا عن", "عرض عقد لقاء"."""
    if hit.form.trigger.pattern != "discuss":
        return False
    return clause.words[hit.last : hit.last + 1] == ["عن"] or _offers(hit, clause)


def _offers(hit: Hit, clause: Clause) -> bool:
    """Whether a verb offers to hold an event, of which its subject speaks: "عرض أ عقد لقاء مع ب"."""
    if clause.words[hit.first].lstrip("وس") not in clause.knowledge.lexicon.cues.offering:
        return False
    end = next((a.last for a in clause.arguments if a.first == hit.last), hit.last)
    before = next((a for a in clause.arguments if a.last == hit.first), None)
    at = hit.last if before is not None else end
    return at < clause.sentence.last and clause.words[at] in clause.knowledge.lexicon.cues.urged_holding


def _hosts_an_event(hit: Hit, clause: Clause) -> bool:
    """Such as "استضاف أ قمة جمعت ب وج": the noun that follows states the event; not "استضاف أ ب في قمة"."""
    if (
        not clause.words[hit.first]
        .lstrip("وس")
        .startswith(tuple(clause.knowledge.lexicon.events.hosting_verbs))
    ):
        return False
    events = [
        h for h in clause.hits if h.form.trigger.pattern == "noun" and hit.last <= h.first < hit.last + 14
    ]
    return any(not _holds_guest(hit, h, clause) for h in events)


def _holds_guest(hit: Hit, event: Hit, clause: Clause) -> bool:
    """Whether somebody stands between a verb of hosting and the event at which he is a guest."""
    guests = [a for a in clause.arguments if hit.last <= a.first < event.first and not a.preposition]
    return clause.words[event.first - 1] == "في" and any(is_party(clause, a) for a in guests)
