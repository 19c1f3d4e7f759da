"""Visitors: who travels, by the verb's subject, the noun's owner, or the scene."""

from __future__ import annotations

import re
from collections.abc import Iterator

from liqaa.ingest.extraction.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses import Clause, Hit
from liqaa.ingest.extraction.destinations import after_relative
from liqaa.ingest.extraction.entities import Entity
from liqaa.ingest.extraction.lands import antecedents, home_of
from liqaa.ingest.extraction.mentions import Mention
from liqaa.ingest.extraction.no_visits import is_invitation
from liqaa.ingest.extraction.phrasebook import is_among
from liqaa.ingest.extraction.scene import Scene
from liqaa.ingest.extraction.sides import head_of, is_agent
from liqaa.ingest.extraction.subjects import is_unread, nearest_subject

# Tokens before the noun of a visit with which a sentence opens: "وفي ختام زيارته".
_OPENING = 3
# Tokens from a verb of saying whose subject is left out to the visit on which it was said.
_SAID = 6
# Tokens between somebody under a preposition and the pronoun that means her.
_NEAR = 4
# Tokens from the noun of a visit to the pronoun of the visitor: "زيارة رسمية له".
_PRONOUN = 3
# Tokens between a relative pronoun and the last of somebody read to whom it belongs: "أ، (62 عاما) الذي".
_ANTECEDENT = 5
# Tokens between the verb of a relative clause and its own subject: "في حين الذي وصل أمس أ".
_BESIDE = 2
# A noun of a visit with the pronoun of the visitor: "زيارته", "وصولهم".
_POSSESSED = re.compile(r"(?:ت|وصول|وجود|تواجد|حلول)(?:ه|ها|هما|هم)$")
# A verb or a noun of a visit that several travel.
_PLURAL = re.compile(r"(?:وا|ون|وصولهم)$")


def visitors(hit: Hit, clause: Clause, scene: Scene, place: Argument) -> list[Entity]:
    """Who travels to a place; nobody when the text leaves it open.

    Args:
        hit: a trigger of a visit.
        clause: its sentence.
        scene: the cast and whom the text is about.
        place: the first destination.
    """
    noun = hit.form.trigger.pattern == "visit-noun"
    people = (_of_noun if noun else _of_verb)(hit, clause, scene, place)
    alone = len(people) == 1 and people[0].kind == "person" and bool(people[0].name)
    word = clause.words[hit.last - 1 if noun else hit.first]
    is_to_be = word.lstrip("وس") in clause.knowledge.lexicon.events.being_verbs  # "سيكون في أ"
    if alone and _PLURAL.search(word) and not is_to_be:
        return []  # "المهاجرون الذين يصلون", "لدى وصولهم": those who travel are others
    groups = [a for a in clause.arguments if a.entity in people]
    heads = [head.entity for head in (head_of(clause, a) for a in groups) if head is not None]
    return people + [e for e in heads if e is not None and e not in people]


def _of_noun(hit: Hit, clause: Clause, scene: Scene, place: Argument) -> list[Entity]:
    """The genitive or agent of the noun, else the sentence's subject, else whom the text is about."""
    possessed = _is_possessed(hit, clause, place)
    start = after_relative(hit, clause)
    right = people_among(clause.right(start, 40))
    if not possessed:
        own = [a for a in right if not a.joined and a.preposition in ("", "ل") and a.first - start <= 6]
        own = [a for a in own if a.entity and (a.entity.name or a.entity.country)]
        if own and (own[0].first < place.first or place.first < hit.first):
            run = clause.chain(right, right.index(own[0]))
            return _named(scene, run) or (_officials(scene, run) if own[0].first == hit.last else [])
    if is_invitation(hit, clause):
        return _named(scene, _nearest_guest(clause, scene, hit.first, place))
    by = [a for a in right if is_agent(clause, a) and 0 < a.first - place.last <= _NEAR and not possessed]
    known = _named(scene, clause.chain(right, right.index(by[0]))) if by else []
    known = known or _of_known_visit(hit, clause, scene, place)
    known = known or (_agent(clause, scene, place) if possessed else [])
    if known:
        return known
    if possessed and clause.words[hit.last - 1].endswith("ها"):
        women = _named(scene, [a for a in clause.left(hit.first, _NEAR)[:1] if _is_woman(clause, a)])
        if women and not _at_home(clause, women, place):
            return women  # "شكره للمبعوثة الأوروبية على زيارتها"
    subject = _performer(hit, clause) or nearest_subject(clause, hit.first)
    left = _told_of(hit, clause, scene, subject, place) if possessed else _named(scene, subject)
    receives = bool(left) and _at_home(clause, left, place)
    if receives or _agent_follows(hit, clause):
        guest = _agent(clause, scene, place)
        return guest or _named(scene, _nearest_guest(clause, scene, hit.first, place))
    if subject:
        return left
    during = hit.first > clause.sentence.first and clause.words[hit.first - 1] in clause.lists.during
    guest = _named(scene, _nearest_guest(clause, scene, hit.first, place)) if possessed or during else []
    opens = hit.first - clause.sentence.first <= _OPENING if possessed else _opens(hit, clause)
    if guest or (during and not possessed and not opens):
        return guest  # "الزيارة الثانية لأ بعد زيارته لب", "تصريحات لأ خلال زيارة لب"
    trip = clause.words[hit.first] in clause.knowledge.lexicon.events.trips
    if opens or (possessed and not trip and _follows_circumstance(hit, clause)):
        return _named(scene, _subject_after(clause, place.last, place)) or _topic(scene)
    return _topic(scene) if not trip and (possessed or _is_carried(hit, clause)) else []


def _performer(hit: Hit, clause: Clause) -> list[Argument]:
    """Who stands right after "made" and has a relative clause: "قام أ الذي اغتال ب بزيارة"."""
    words, relatives = clause.words, clause.lists.relatives
    if not words[hit.first].startswith("ب"):
        return []
    for argument in clause.arguments:
        at, after = argument.first - 1, argument.last
        made = clause.sentence.first <= at and clause.knowledge.light_verb(words[at]) is not None
        if made and not argument.preposition and after < hit.first and words[after] in relatives:
            return [argument]
    return []


def _told_of(
    hit: Hit, clause: Clause, scene: Scene, subject: list[Argument], place: Argument
) -> list[Entity]:
    """The subject before a visit; after a spokesman the one told of: "قالت المتحدثة: في زيارته سيصل أ"."""
    if subject and all(a.entity and scene.only_speaks(a.entity.index) for a in subject):
        return _named(scene, _subject_after(clause, hit.last, place)) or _topic(scene)
    return _named(scene, subject)


def _is_possessed(hit: Hit, clause: Clause, place: Argument) -> bool:
    """Whether a pronoun stands for the visitor: "زيارته", "سفره إلى", "أول زيارة رسمية له"."""
    if hit.form.trigger.id == "head-noun":
        return True
    after = clause.words[hit.last : min(place.first, hit.last + _PRONOUN)] if place.first >= hit.last else []
    pronouns = clause.knowledge.lexicon.events.visitor_pronouns
    return _POSSESSED.search(clause.words[hit.last - 1]) is not None or any(w in pronouns for w in after)


def _follows_circumstance(hit: Hit, clause: Clause) -> bool:
    """Whether a sentence that names nobody yet opens with a circumstance: "وفي تصريح قبل زيارته"."""
    opening = clause.words[clause.sentence.first].removeprefix("و")
    people = people_among(clause.left(hit.first))
    return not people and (opening in clause.lists.openings or opening in clause.lists.circumstances)


def _opens(hit: Hit, clause: Clause) -> bool:
    """Whether a sentence opens with a visit, or says what was said on it: "وخلال زيارة لأ", "وقال خلالها"."""
    first = clause.sentence.first
    before = clause.words[hit.first - 1].removeprefix("و")
    ends = hit.first - first == _OPENING - 1 and before in clause.lists.openings
    if ends and clause.words[first].removeprefix("و") in clause.lists.circumstances:
        return True  # "في ختام جولة"
    if hit.first == first or before not in clause.lists.circumstances:
        return False
    if hit.first - first <= 1:
        return True
    said = is_among(clause.words[first], clause.knowledge.lexicon.cues.speech)
    return said and not any(a.first < hit.first for a in clause.arguments) and hit.first - first <= _SAID


def _subject_after(clause: Clause, token: int, place: Argument) -> list[Argument]:
    """The subject of a sentence that opens with the visit: "في ختام زيارته إلى أ، قال ب"."""
    after = [a for a in clause.arguments if a.first >= token and not a.preposition and not a.joined]
    return [a for a in people_among(after) if not _at_home(clause, [a.entity] if a.entity else [], place)][:1]


def _of_verb(hit: Hit, clause: Clause, scene: Scene, place: Argument) -> list[Entity]:
    """The subject beside the verb, else after it, else before it, else whom the text is about."""
    right = people_among(clause.right(hit.last, 40))
    bare = [
        a for a in right if not a.preposition and not a.joined and not clause.hit_between(hit.last, a.first)
    ]
    bare = [a for a in bare if scene.person(a) and a.entity and a.entity.country] or bare
    if hit.form.trigger.id == "lead-verb" and bare:
        return _led(hit, clause, scene, bare)
    if _is_of_another(hit, clause):
        near = [a for a in bare[:1] if a.first - hit.last <= _BESIDE]
        return _named(scene, clause.chain(right, right.index(near[0]))) if near else []
    where = antecedents(hit, clause)
    if where and not (bare and bare[0].first == hit.last):
        return _named(scene, nearest_subject(clause, where[0].first)) or _topic(scene)
    return _of_bare_verb(hit, clause, scene, place, right, bare)


def _of_bare_verb(
    hit: Hit, clause: Clause, scene: Scene, place: Argument, right: list[Argument], bare: list[Argument]
) -> list[Entity]:
    """The subject of a verb in no relative clause, among those named around it or in the text."""
    unread = is_unread(clause, hit.first)
    left = [] if unread else nearest_subject(clause, hit.first)
    feminine = _is_feminine(clause.words[hit.first])
    if left and hit.first - left[-1].last <= 1:
        return _named(scene, left) or _officials(scene, left)
    own = bool(bare) and bare[0].first == hit.last
    going_on = [] if own else _going_on(hit, clause, scene, left, place)
    if going_on:
        return going_on
    if bare and (own or clause.at_clause_start(hit.first) or not left):
        run = clause.chain(right, right.index(bare[0]))
        some = own and not clause.words[hit.last].startswith("ال")
        return _named(scene, run) or (_officials(scene, run) if some else [])
    if left and not (feminine and hit.first - left[-1].last > 3):
        return _named(scene, left)
    if feminine and not _woman_goes(hit, clause, scene):
        return []  # "وصلت سفينة"
    if _thing_follows(clause, place) or unread or _another_follows(hit, clause, place):
        return []  # "وصل إلى القاعدة الفوج الأول": the subject is a thing
    return _topic(scene)


def _going_on(hit: Hit, clause: Clause, scene: Scene, left: list[Argument], place: Argument) -> list[Entity]:
    """Who travels where the subject beside is another: "التقى أ قبل أن يتوجه", "سيجتمع أ مع ب حين يزور ج"."""
    before = clause.words[hit.first - 1]
    met = [h for h in clause.hits if h.form.trigger.type == "talks" and h.last <= hit.first]
    verbs = [h for h in met if h.form.trigger.id.endswith("-verb") and h.form.trigger.pattern != "receive"]
    if before == "ان" and clause.words[hit.first - 2] in clause.lists.temporal and verbs:
        return _agent(clause, scene, place)
    at_home = _at_home(clause, [a.entity for a in left if a.entity], place)
    if before in clause.lists.when and met and at_home:
        return _named(scene, _nearest_guest(clause, scene, hit.first, place))
    return []


def _led(hit: Hit, clause: Clause, scene: Scene, bare: list[Argument]) -> list[Entity]:
    """Who leads a delegation, and it: "ترأس أ الوفد الصيني إلى ب", or whom the text is about."""
    led = _named(scene, bare[:2])
    leaders = _named(scene, nearest_subject(clause, hit.first)) or _topic(scene)
    if any(e.kind == "person" for e in led) or not led:
        return led
    return [e for e in leaders if e.kind == "person" and e.country == led[0].country] + led


def _of_known_visit(hit: Hit, clause: Clause, scene: Scene, place: Argument) -> list[Entity]:
    """Such as "الزيارة" alone: the visitor of the visit read last, where it goes to the same land."""
    geo = clause.cast.mentions[place.index].geo
    if scene.visit is None or geo is None or not clause.words[hit.first].startswith("ال"):
        return []
    guest, host = (scene.cast.entities[index] for index in scene.visit)
    return [guest] if host.country in (geo.code, geo.country) else []


def _is_woman(clause: Clause, argument: Argument) -> bool:
    """Whether an argument is named by a woman's title."""
    office = clause.cast.mentions[argument.index].office
    return bool(office) and clause.words[office[0][0]].endswith("ه")


def _woman_goes(hit: Hit, clause: Clause, scene: Scene) -> bool:
    """Whether the verb of a woman opens the sentence and the text is about one: "وستزور أ"."""
    topic = next(iter(_topic(scene)), None)
    titles = (clause.words[m.office[0][0]] for m in _told(scene, topic) if m.office)
    return hit.first == clause.sentence.first and any(title.endswith("ه") for title in titles)


def _told(scene: Scene, entity: Entity | None) -> list[Mention]:
    return [scene.cast.mentions[i] for i in entity.mentions] if entity is not None else []


def _agent(clause: Clause, scene: Scene, place: Argument) -> list[Entity]:
    """Who did what the sentence's verb states, unless at home there: "التقى أ ب في ثاني أيام زيارته"."""
    agent = scene.cast.entities[scene.agent] if scene.agent >= 0 else None
    if agent is None or agent.kind not in ("person", "delegation") or not agent.country:
        return []
    return [] if _at_home(clause, [agent], place) else [agent]


def _topic(scene: Scene) -> list[Entity]:
    topic = scene.cast.entities[scene.topic] if scene.topic >= 0 else None
    return [topic] if topic is not None and topic.kind == "person" and topic.country else []


def _is_carried(hit: Hit, clause: Clause) -> bool:
    """Whether a verb without a subject of its own carries the noun: "سيقوم بزيارة", "يعود في زيارة"."""
    for token in range(hit.first - 1, max(clause.sentence.first, hit.first - 7) - 1, -1):
        if token in clause.inside or clause.is_boundary(token):
            return False
        word = clause.words[token]
        if clause.knowledge.light_verb(word) or is_among(word, clause.knowledge.lexicon.events.trip_verbs):
            return True
    return False


def _agent_follows(hit: Hit, clause: Clause) -> bool:
    """Whether a relative clause says that somebody named before makes the visit: "زيارة يقوم بها"."""
    after = range(hit.last, min(hit.last + 6, clause.sentence.last - 1))
    return any(
        clause.knowledge.light_verb(clause.words[t]) and clause.words[t + 1] in ("بها", "به") for t in after
    )


def _nearest_guest(clause: Clause, scene: Scene, token: int, place: Argument) -> list[Argument]:
    """The nearest person before a token under any preposition who is no host of the place."""
    for argument in clause.left(token, 20):
        entity = argument.entity
        if entity is None or entity.kind not in ("person", "delegation"):
            continue
        if entity.country is None:
            return []  # somebody unknown stands nearer
        if not _at_home(clause, [entity], place):
            return [argument]
    return []


def _at_home(clause: Clause, people: list[Entity], place: Argument) -> bool:
    home = home_of(clause, place)
    return any(p.country is not None and p.country in home for p in people)


def _thing_follows(clause: Clause, place: Argument) -> bool:
    """Whether a noun that is no time and no adjective stands right after the destination."""
    if place.last >= clause.sentence.last or place.last in clause.inside:
        return False
    word = clause.words[place.last]
    noun = word.startswith("ال") and len(word) > 4 and not word.endswith(("ي", "يه"))
    return noun and not clause.tells_when(word) and word not in clause.lists.relatives


def _another_follows(hit: Hit, clause: Clause, place: Argument) -> bool:
    """Whether somebody unread is the subject of a verb of going: "سيصل خبراء من أ إلى ب", "وصل أكثر من"."""
    word = clause.words[hit.last] if hit.last < clause.sentence.last else ""
    leaves = hit.form.trigger.pattern in ("leave", "visit") and not word.startswith("ال")  # "غادر البلاد"
    arrives = hit.form.trigger.pattern == "arrive"
    if not (arrives or leaves) or not word.isalpha() or hit.last in clause.inside:
        return False
    leads = word in clause.lists.prepositions or word in clause.knowledge.lexicon.events.place_heads
    when_or_how = clause.tells_when(word) or word.endswith("ا") or word[0] in "بلو"
    return not (leads or when_or_how or clause.is_boundary(hit.last) or hit.last + 1 == place.first)


def _is_of_another(hit: Hit, clause: Clause) -> bool:
    """Whether a noun that names nobody has the verb: "المهاجرين الذين يصلون", "القوات المتواجدة"."""
    before = hit.first - 1
    if before <= clause.sentence.first or before in clause.inside:
        return False
    if clause.words[hit.first].startswith("الم"):
        return clause.words[before].isalpha() and clause.words[before] not in clause.lists.prepositions
    if clause.words[before] not in clause.lists.relatives:
        return False
    after = clause.words[hit.last : min(hit.last + 3, clause.sentence.last)]
    if any(word.endswith(("يه", "يها")) and len(word) <= 5 for word in after):
        return False  # "الوقت الذي وصل فيه أ", "المدينة التي وصل إليها"
    return not any(0 <= before - a.last <= _ANTECEDENT for a in clause.arguments)


def _is_feminine(verb: str) -> bool:
    return verb.endswith("ت") or verb.lstrip("وس").startswith("ت")


def _named(scene: Scene, arguments: list[Argument]) -> list[Entity]:
    """Those of the arguments who represent a party; "officials" of whom nothing is known are nobody."""
    return list(_representatives(scene, arguments))


def _officials(scene: Scene, arguments: list[Argument]) -> list[Entity]:
    """Officials right beside the verb whose subject they are: "إن مسؤولين أميركيين زاروا أ"."""
    people = (scene.person(a) for a in arguments)
    return [e for e in people if e is not None and e.kind == "delegation" and e.country]


def _representatives(scene: Scene, arguments: list[Argument]) -> Iterator[Entity]:
    for argument in arguments:
        entity = scene.person(argument)
        if entity is None or entity.kind not in ("person", "delegation") or not entity.country:
            continue
        if entity.name or not entity.office_key.startswith("مسوول"):
            yield entity
