"""Visitors: who travels, by the verb's subject, the noun's owner, or the scene."""

from __future__ import annotations

import re

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.lands import where_told
from liqaa.ingest.extraction.clauses.possessors import person_before
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.nouns import of_his_highness
from liqaa.ingest.extraction.talks.sides import head_of, is_agent
from liqaa.ingest.extraction.text.phrasebook import is_among
from liqaa.ingest.extraction.visits.counterpart_visits import unnamed_counterpart
from liqaa.ingest.extraction.visits.destinations import after_relative
from liqaa.ingest.extraction.visits.no_visits import is_invitation
from liqaa.ingest.extraction.visits.travellers import (
    agent_of,
    at_home,
    is_woman,
    named,
    nearest_guest,
    officials,
    subject_after,
    topic_of,
)
from liqaa.ingest.extraction.visits.visitors_of_verbs import visitors_of_verb

# Tokens before the noun of a visit with which a sentence opens: "وفي ختام زيارته".
_OPENING = 3
# Tokens from a verb of saying whose subject is left out to the visit on which it was said.
_SAID = 6
# Tokens between somebody under a preposition and the pronoun that means her.
_NEAR = 4
# Tokens from the noun of a visit to the pronoun of the visitor: "زيارة رسمية له".
_PRONOUN = 3
# Tokens from "makes it" to who does, and the pronouns of a visit that a verb carries.
_MAKER, _IT = 3, ("ها", "ه")
# Tokens from a visit to the verb by which somebody makes it: "زيارة عمل رسمية قام بها".
_MADE_BY = 5
# A noun of a visit with the pronoun of the visitor: "زيارته", "وصولهم".
_POSSESSED = re.compile(r"(?:ت|وصول|وجود|تواجد|حلول)(?:ه|ها|هما|هم)$")
# A verb or a noun of a visit that two or several travel.
_PLURAL = re.compile(r"(?:وا|ون|وصولهم|^[وس]*[يت].*(?:ان|[^ه]ا|جها))$")
# A verb before the noun of a visit of which several are the subject: "يواصلون مغادرة أ", "قرروا زيارة ب".
_OF_SEVERAL = re.compile(r"^(?:[وس]*ي.+ون|.{2,}[^هو]وا)$")


def visitors(hit: Hit, clause: Clause, scene: Scene, place: Argument) -> list[Entity]:
    """Who travels to a place; nobody when the text leaves it open.

    Args:
        hit: a trigger of a visit.
        clause: its sentence.
        scene: the cast and whom the text is about.
        place: the first destination.
    """
    noun = hit.form.trigger.pattern == "visit-noun"
    people = (_of_noun if noun else visitors_of_verb)(hit, clause, scene, place)
    people = [e for e in people if not _fights(e, clause)]
    alone = len(people) == 1 and people[0].kind == "person" and bool(people[0].name)
    word = clause.words[hit.last - 1 if noun else hit.first]
    is_to_be = word.lstrip("وس") in clause.knowledge.lexicon.events.being_verbs  # "سيكون في أ"
    if alone and _PLURAL.search(word) and not is_to_be:
        return []  # "المهاجرون الذين يصلون", "لدى وصولهم": those who travel are others
    after = clause.words[hit.last : hit.last + 1]
    if alone and not noun and not clause.knowledge.lexicon.offices.others.isdisjoint(after):
        return []  # "قال أ إن فريقا توجه إلى ب وسيتوجه آخرون إلى ج"
    if alone and noun and _is_of_several(hit, clause, people):
        return []  # "أكد أ أن السكان بدأوا مغادرة ب"
    groups = [a for a in clause.arguments if a.entity in people]
    heads = [head.entity for head in (head_of(clause, a) for a in groups) if head is not None]
    return people + [e for e in heads if e is not None and e not in people]


def _fights(entity: Entity, clause: Clause) -> bool:
    """Whether somebody is a group of fighters: "غادر مقاتلو أ ب إلى ج"."""
    told = entity.office_mention
    fighters = clause.knowledge.lexicon.offices.fighters
    return entity.kind == "delegation" and told is not None and clause.words[told.first] in fighters


def _is_of_several(hit: Hit, clause: Clause, people: list[Entity]) -> bool:
    """Whether several are the subject of the verb before a noun, and who is told of stands before it."""
    before = hit.first - 1
    if before <= clause.sentence.first or before in clause.inside:
        return False
    after = any(a.entity in people and a.first >= hit.last for a in clause.arguments)
    return not after and _OF_SEVERAL.search(clause.words[before]) is not None


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
            return named(scene, run) or (officials(scene, run) if own[0].first == hit.last else [])
    if is_invitation(hit, clause):
        return named(scene, nearest_guest(clause, scene, hit.first, place))
    by = _made_by(hit, clause, place) if not possessed else []
    known = [] if possessed else unnamed_counterpart(hit, clause, scene)
    known = known or (
        named(scene, clause.chain(clause.arguments, clause.arguments.index(by[0]))) if by else []
    )
    known = known or _of_known_visit(hit, clause, scene, place)
    known = known or (agent_of(clause, scene, place) if possessed else [])
    if known:
        return known
    if possessed and clause.words[hit.last - 1].endswith("ها"):
        women = named(scene, [a for a in clause.left(hit.first, _NEAR)[:1] if is_woman(clause, a)])
        if women and not at_home(clause, women, place):
            return women  # "شكره للمبعوثة الأوروبية على زيارتها"
    subject = _performer(hit, clause) or nearest_subject(clause, hit.first)
    subject = (person_before(clause, subject) if possessed and subject else []) or subject
    left = _told_of(hit, clause, scene, subject, place) if possessed else named(scene, subject)
    receives = bool(left) and at_home(clause, left, place)
    if receives or (_agent_follows(hit, clause) and not _is_made_by_title(hit, clause)):
        guest = agent_of(clause, scene, place)
        return guest or named(scene, nearest_guest(clause, scene, hit.first, place))
    if subject:
        return left
    during = hit.first > clause.sentence.first and clause.words[hit.first - 1] in clause.lists.during
    guest = named(scene, nearest_guest(clause, scene, hit.first, place)) if possessed or during else []
    opens = hit.first - clause.sentence.first <= _OPENING if possessed else _opens(hit, clause)
    if guest or (during and not possessed and not opens):
        return guest  # "الزيارة الثانية لأ بعد زيارته لب", "تصريحات لأ خلال زيارة لب"
    trip = clause.words[hit.first] in clause.knowledge.lexicon.events.trips
    where = place in where_told(hit, clause)
    if opens or where or (possessed and not trip and _follows_circumstance(hit, clause)):
        return named(scene, subject_after(clause, place.last, place)) or topic_of(scene)
    return topic_of(scene) if not trip and (possessed or _is_carried(hit, clause)) else []


def _made_by(hit: Hit, clause: Clause, place: Argument) -> list[Argument]:
    """Who makes a visit by what is told past where it leads to.

    Such as "زيارة إلى أ من قبل ب", "زيارة رسمية إلى أ لب", "أول زيارة لأ يقوم بها ب".
    """
    verb = _making(hit, clause, place)
    for argument in people_among(a for a in clause.arguments if a.first >= hit.last):
        apart = argument.first - place.last
        if is_agent(clause, argument) and 0 < apart <= _NEAR:
            return [argument]
        if argument.preposition == "ل" and apart == 0:
            return [argument]
        if verb is not None and 0 < argument.first - verb <= _MAKER and not argument.preposition:
            return [argument]
    return []


def _making(hit: Hit, clause: Clause, place: Argument) -> int | None:
    """The last token of the relative clause about a visit before who makes it: "يقوم بها", "يؤديها"."""
    end = max(hit.last, place.last) + _NEAR
    for token in range(hit.last, min(end, clause.sentence.last - 1)):
        word, after = clause.words[token], clause.words[token + 1]
        if token in clause.inside or word in clause.lists.relatives:
            continue
        if clause.is_boundary(token):
            return None
        by_it = clause.knowledge.light_verb(word) is not None and after in ("بها", "به")
        if clause.hit_between(token + 1, token + 2):
            continue  # "زيارة إلى أ يستهلها بلقاء ب"
        it = next((p for p in _IT if word.endswith(p)), "")
        if by_it or (it and clause.knowledge.light_verb(word.removesuffix(it)) is not None):
            return max(token + by_it, place.last - 1)
    return None


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
        return named(scene, subject_after(clause, hit.last, place)) or topic_of(scene)
    return named(scene, subject)


def _is_possessed(hit: Hit, clause: Clause, place: Argument) -> bool:
    """Whether a pronoun stands for the visitor: "زيارته", "سفره إلى", "أول زيارة رسمية له"."""
    if hit.form.trigger.id == "head-noun":
        return True
    after = clause.words[hit.last : min(place.first, hit.last + _PRONOUN)] if place.first >= hit.last else []
    events = clause.knowledge.lexicon.events
    if clause.words[hit.first].startswith("ال") and is_among(clause.words[hit.first - 1], events.tour_verbs):
        return True  # "تشمل الجولة أ"
    pronouns = events.visitor_pronouns
    if _is_made_by_title(hit, clause):
        return True
    return _POSSESSED.search(clause.words[hit.last - 1]) is not None or any(w in pronouns for w in after)


def _is_made_by_title(hit: Hit, clause: Clause) -> bool:
    """Whether a title alone makes the visit: "خلال زيارة عمل قام بها سموه إلى أ", "التي يقوم بها معاليه"."""
    words, titles = clause.words, clause.lists.titles_with_pronoun
    near = range(hit.last, min(hit.last + _MADE_BY, clause.sentence.last - 2))
    made = (t for t in near if words[t + 1] == "بها" and clause.knowledge.light_verb(words[t]) is not None)
    return any(words[t + 2] in titles for t in made)


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


def _of_known_visit(hit: Hit, clause: Clause, scene: Scene, place: Argument) -> list[Entity]:
    """Such as "الزيارة" alone, "زيارة سموه": who made the visit read last, where it goes to the same land."""
    geo = clause.cast.mentions[place.index].geo
    told = clause.words[hit.first].startswith("ال") or of_his_highness(hit, clause)
    if scene.visit is None or geo is None or not told:
        return []
    guest, host = (scene.cast.entities[index] for index in scene.visit)
    return [guest] if host.country in (geo.code, geo.country) else []


def _is_carried(hit: Hit, clause: Clause) -> bool:
    """Whether a verb without a subject of its own carries the noun: "سيقوم بزيارة", "تشمل الجولة زيارة أ".

    Or intends it: "بينما يستعد للسفر إلى أ".
    """
    events = clause.knowledge.lexicon.events
    if hit.form.trigger.id == "going-noun":
        return is_among(clause.words[hit.first - 1], events.setting_out)
    verbs = events.trip_verbs | events.tour_verbs
    for token in range(hit.first - 1, max(clause.sentence.first, hit.first - 7) - 1, -1):
        if token in clause.inside or clause.is_boundary(token):
            return False
        word = clause.words[token]
        if clause.knowledge.light_verb(word) or is_among(word, verbs):
            return True
    return False


def _agent_follows(hit: Hit, clause: Clause) -> bool:
    """Whether a relative clause says that somebody named before makes the visit: "زيارة يقوم بها"."""
    after = range(hit.last, min(hit.last + 6, clause.sentence.last - 1))
    return any(
        clause.knowledge.light_verb(clause.words[t]) and clause.words[t + 1] in ("بها", "به") for t in after
    )
