"""Meeting verbs: who met whom where a verb states it: "التقى أ ب", "أ اجتمع مع ب", "استقبله ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.opening_clauses import named_behind
from liqaa.ingest.extraction.clauses.pairs import pair_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import (
    is_unnamed_group,
    is_unread,
    nearest_subject,
    spoken_for,
    two_before,
)
from liqaa.ingest.extraction.talks.accusatives import are_met
from liqaa.ingest.extraction.talks.left_out import (
    beyond_time,
    is_onward,
    met_unread,
    met_unsaid,
    whom_several_met,
)
from liqaa.ingest.extraction.talks.met_guests import read_met_guest
from liqaa.ingest.extraction.talks.met_in_turn import host_of_meetings
from liqaa.ingest.extraction.talks.met_pairs import leads_pair, two_again
from liqaa.ingest.extraction.talks.met_pronouns import (
    met_others,
    read_met_pronoun,
)
from liqaa.ingest.extraction.talks.met_together import read_group
from liqaa.ingest.extraction.talks.nations import read_body_that_met
from liqaa.ingest.extraction.talks.no_meetings import is_no_meeting
from liqaa.ingest.extraction.talks.nouns import noun_of
from liqaa.ingest.extraction.talks.several_guests import at_one_meeting, parts_host
from liqaa.ingest.extraction.talks.sides import (
    by_party,
    first_object,
    is_agent,
    is_party,
    joined_object,
    joint,
    pair_frame,
    with_entity,
    with_topic,
)
from liqaa.ingest.extraction.talks.states_talking import read_negotiating
from liqaa.ingest.extraction.talks.the_delegation import read_delegation
from liqaa.ingest.extraction.talks.titled_pairs import titled_pair
from liqaa.ingest.extraction.talks.verb_arguments import NOMINATIVE, own_arguments, subject_after

# Endings of a dual or plural verb, whose subjects met one another.
_SEVERAL = ("ا", "ان", "وا", "ون")
_PLURAL = ("وا", "ون")
# Tokens of what is discussed before what it is about.
_QUESTION = 3


def read_verbal(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The meeting a verb states: its subject stands before or after it, then the object."""
    if is_no_meeting(hit, clause):
        return []
    pattern = hit.form.trigger.pattern
    right = own_arguments(hit, clause)
    before = [] if is_unread(clause, hit.first) else nearest_subject(clause, hit.first, states=True)
    after = subject_after(hit, clause, right)
    before = before or _named_later(hit, clause, right, after)
    beside = _counterpart_beside(hit, clause, right) if before else []
    received = joint(hit, clause, scene, [*before, *beside]) if beside else []
    received = received or _received_by(hit, clause, scene, right, after or before)
    carried_on = _of_the_last_verb(hit, clause, scene, right)
    spoken_of = [] if before or received or carried_on else read_delegation(hit, clause, scene, right)
    received = received or spoken_of
    if received or carried_on or _hosts(hit, clause, right):  # none by whom no party is known
        return received or with_entity(hit, clause, scene, scene.agent, carried_on)
    met = pattern == "transitive" and [a for a in right if not a.preposition and a.first == hit.last]
    several = clause.words[hit.first].endswith(_SEVERAL) or _are_groups(hit, clause, before)
    if len(before) >= 2 and pattern != "receive" and not met and several:
        third = first_object(clause, right, ("مع", "ب")) or whom_several_met(hit, clause)  # "سيجتمعان مع ج"
        together = joint(hit, clause, scene, before) and joint(hit, clause, scene, [*before, *third])
        if together:
            return together  # else those before are of one side: "قال أ إن ب وج التقوا في الرياض د"
    alone = not after or _are_both_alone(hit, clause, after, right)
    alone = alone and (not before or _follows_pair(hit, clause) or leads_pair(hit, clause))
    pair = _pair(hit, clause, scene) if alone and pattern != "receive" else ()
    pair = pair or (() if after or met else _two_who_then_met(hit, clause) or two_again(hit, clause, scene))
    if pair:
        return pair_frame(hit, clause, scene, pair)
    referred = read_met_pronoun(hit, clause, scene, after, before)
    referred = referred or read_met_guest(hit, clause, scene, after or before, right)
    referred = referred or (titled_pair(hit.first, hit, clause, scene) if pattern == "discuss" else [])
    if referred:
        return referred
    subject, objects = _sides(hit, clause, right, before, after)
    objects = objects or _beyond_topic(hit, clause, subject)
    if after and not objects and parts_host(hit, clause, subject):
        subject, objects = subject[:1], subject[1:]
    faced = len(subject) > 1 and pattern != "receive" and not are_met(clause, subject)
    if after and not objects and faced:
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
    frames = _frames(hit, clause, scene, right, subject, objects)
    alone = pattern == "prepositional" and not frames and not objects
    return read_body_that_met(noun_of(hit, clause, scene)) if alone else frames


def _named_later(hit: Hit, clause: Clause, right: list[Argument], after: list[Argument]) -> list[Argument]:
    """Who acts behind a clause that opens with what he did: "بعد أن التقى ب، توجه أ إلى ج"."""
    met = first_object(clause, right, hit.form.trigger.prepositions or ("", "مع", "ب"))
    own = bool(after and met) and met[0] not in after
    return [] if own else [a for a in named_behind(clause, hit.first) if a not in met]


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
    """Those whom a traveller meets where he goes: "يتوجه أ إلى ب حيث سيلتقي ج ود".

    Or those whom somebody met in turn: "عقد أ لقاءات عدة، حيث التقى ب، وج".
    """
    host = host_of_meetings(hit, clause)
    if host is not None and host.entity is not None:
        return with_entity(hit, clause, scene, host.entity.index, people)
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
    subjects = clause.words[people[0].first].endswith(NOMINATIVE)  # "ويلتقي وزيرا خارجية أ وب"
    return hit.form.trigger.pattern == "transitive" and led and not subjects


def _received_by(
    hit: Hit, clause: Clause, scene: Scene, right: list[Argument], guests: list[Argument]
) -> list[Frame]:
    """The reception of a verb in the passive, which says by whom: "استُقبل أ، أمس، من طرف ب"."""
    hosts = _hosts(hit, clause, right)
    return by_party(hit, clause, scene, hosts, [a for a in guests if a not in hosts])


def _hosts(hit: Hit, clause: Clause, right: list[Argument]) -> list[Argument]:
    """Those by whom somebody is said to be received."""
    return [a for a in right if is_agent(clause, a)] if hit.form.trigger.pattern == "receive" else []


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
    return at_one_meeting(hit, clause, scene, told) if pattern == "receive" else told


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
