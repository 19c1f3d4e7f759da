"""Talks with a state: a verb states or carries them and a party is its subject: "تجري أ محادثات مع ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.lands import held_by
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import by_party, joint, with_entity

# Words between "with" and the talks, or a verb of talking.
_BESIDE, _RIGHT_BESIDE = 4, 1
# Words between a verb and its subject.
_NEAR = 3
# Words from talks to the seat in which they are: "محادثات ثنائية في الكرملين".
_IN_SEAT = 2
# Tokens before a verb among which the word for its plan stands: "من المقرر أن تجري".
_PLAN = 4
_TALKS = frozenset(("talks-noun", "negotiate-noun"))
_STATES = frozenset(("country", "capital"))


def read_with_state(noun: Noun) -> list[Frame]:
    """The talks that a light verb's subject holds with a state: "يجري أ محادثات مع ب"."""
    clause, verb = noun.clause, noun.light_verb()
    if _is_said_to_be(noun):
        return _between(noun.hit, clause, noun.scene, nearest_subject(clause, noun.hit.first))
    if noun.hit.form.trigger.id in _TALKS and verb is None and noun.errand and noun.scene.journey is not None:
        return _of_traveller(noun)
    if noun.hit.form.trigger.id not in _TALKS or verb is None or _is_governed(noun):
        return []
    return _between(noun.hit, clause, noun.scene, _subject(clause, verb, noun.hit.first))


def read_gathering_states(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """States that a verb right before them says meet: "يجتمع العراق والأردن ومصر الأحد في بغداد".

    Args:
        hit: a verb of meeting.
        clause: its sentence.
        scene: what is known there.
    """
    right = [a for a in clause.right(hit.last) if not a.preposition]
    if hit.form.trigger.id != "gather-verb" or not right or right[0].first != hit.last:
        return []
    members = clause.chain(right, 0)
    states = all(clause.cast.mentions[a.index].kind in ("state", "organisation") for a in members)
    return joint(hit, clause, scene, members) if states and len(members) > 1 else []


def _of_traveller(noun: Noun) -> list[Frame]:
    """The talks with a state for which somebody goes to it: "سيزور أ ب لإجراء حوار استراتيجي مع ب"."""
    guest, host = (noun.scene.cast.entities[index] for index in noun.scene.journey or ())
    other = next((a for a in noun.right if a.preposition == "مع" and _is_state(noun.clause, a)), None)
    if other is None or other.entity is None or other.entity.country != host.country:
        return []
    return with_entity(noun.hit, noun.clause, noun.scene, guest.index, [other])


def read_there(noun: Noun) -> list[Frame]:
    """Talks with nobody named where somebody goes, so with its land: "وصل إلى أ حيث يجري محادثات"."""
    clause, scene, verb = noun.clause, noun.scene, noun.light_verb()
    events = clause.knowledge.lexicon.events
    led = verb is not None and clause.words[verb - 1] in clause.lists.onward
    if not led or noun.word not in events.visitors_talks or scene.journey is None:
        return []
    guest, host = (scene.cast.entities[index] for index in scene.journey)
    place = next((a for a in clause.arguments if a.entity is host and a.last <= noun.hit.first), None)
    others = [a for a in clause.arguments if a.first >= noun.hit.last and a.preposition in ("مع", "بين", "ب")]
    further = any(h.form.trigger.type == "talks" for h in clause.hits if h is not noun.hit)
    told = others or further or any(clause.words[t] in events.meeting_grounds for t in _around(clause, place))
    several = len(scene.visited.get(guest.index, ())) != 1  # "جولة تشمل أ وب حيث ستجري مباحثات"
    if place is None or told or several or clause.cast.mentions[place.index].kind != "state":
        return []
    if held_by(clause, clause.cast.mentions[place.index]) is not None:
        return []
    return with_entity(noun.hit, clause, scene, guest.index, [place])


def _around(clause: Clause, place: Argument | None) -> range:
    """The tokens of a place."""
    return range(place.first, place.last) if place is not None else range(0)


def read_at_seat(noun: Noun) -> list[Frame]:
    """Talks of a foreigner at a seat of power are with whom sits there: "أجرى أ محادثات في الكرملين".

    Those that a verb says he holds in a land or its capital are with the land: "يجري أ محادثات في طهران".
    """
    clause, seat = noun.clause, next(iter(noun.right), None)
    geo = clause.cast.mentions[seat.index].geo if seat is not None else None
    if seat is None or geo is None or seat.preposition not in ("في", "ب"):
        return []
    if geo.kind != "metonym" and not (geo.kind in _STATES and _are_a_visitors(noun, seat)):
        return []
    verb, before = noun.light_verb(), clause.words[noun.hit.first - 1]
    holding = clause.lists.occasions | clause.knowledge.lexicon.events.own_holdings
    told = verb is not None or noun.possessed or before in holding
    if not told or clause.apart(noun.hit.last, seat.first) > _IN_SEAT:
        return []
    own = [a for a in people_among(clause.arguments) if verb is not None and verb < a.first < noun.hit.first]
    subject = own[:1] or nearest_subject(clause, noun.hit.first)[:1]
    return by_party(noun.hit, clause, noun.scene, people_among(subject), [seat])


def _are_a_visitors(noun: Noun, land: Argument) -> bool:
    """Whether a verb says that somebody alone holds talks in a land where no third parties use to meet."""
    clause, verb, events = noun.clause, noun.light_verb(), noun.clause.knowledge.lexicon.events
    if verb is None or noun.word not in events.visitors_talks or _is_wished(clause, verb):
        return False
    if clause.words[noun.hit.first - 1] in clause.lists.prepositions | clause.lists.occasions:
        return False
    if held_by(clause, clause.cast.mentions[land.index]) is not None:
        return False  # "في صنعاء": not with the state
    own = [a for a in people_among(clause.arguments) if verb < a.first < noun.hit.first]
    after = [a for a in clause.arguments if a.first > land.first and a.preposition in ("مع", "بين")]
    others = [a for a in after if clause.cast.mentions[a.index].anaphor != "pair"]  # "العلاقات بين البلدين"
    meeting_ground = any(clause.words[t] in events.meeting_grounds for t in range(land.first, land.last))
    return len(own) <= 1 and not others and not meeting_ground


def read_negotiating(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """Such as "تتفاوض أ مع ب"."""
    return _between(hit, clause, scene, _subject(clause, hit.first, clause.sentence.last))


def _between(hit: Hit, clause: Clause, scene: Scene, subject: list[Argument]) -> list[Frame]:
    """The talks of a subject with the states that "with" leads to, which take part in them together."""
    others = states_with(hit, clause, subject)
    return joint(hit, clause, scene, [*subject, *others]) if subject and others else []


def states_with(hit: Hit, clause: Clause, subject: list[Argument]) -> list[Argument]:
    """The states that "with" leads to right behind talks.

    Args:
        hit: the noun or verb of the talks.
        clause: its sentence.
        subject: those who hold them.
    """
    right = [a for a in clause.right(hit.last, 26, over=clause.lists.topical) if a not in subject]
    other = next((a for a in right if not a.joined), None)
    if other is None or other.preposition != "مع" or not _is_state(clause, other):
        return []
    reach = _RIGHT_BESIDE if hit.form.trigger.id.endswith("-verb") else _BESIDE
    start = max([hit.last, *(a.last for a in subject)])
    near = clause.apart(_past_level(clause, start, other.first), other.first) <= reach
    return clause.chain(right, right.index(other)) if near else []


def _past_level(clause: Clause, first: int, last: int) -> int:
    """Past what is said of the level of talks: "محادثات مباشرة على مستويات رفيعة للغاية مع أ"."""
    levels = clause.knowledge.lexicon.events.levels
    told = any(clause.words[t] == "علي" and clause.words[t + 1] in levels for t in range(first, last - 1))
    return last - 1 if told else first


def _subject(clause: Clause, verb: int, end: int) -> list[Argument]:
    """The subject of a verb: right after it, or else right before; none of what is only wished for."""
    if _is_wished(clause, verb):
        return []
    after = [a for a in clause.right(verb + 1, end - verb) if not a.preposition][:1]
    if after and clause.apart(verb + 1, after[0].first) == 0 and after[0].last <= end:
        return clause.chain(clause.arguments, clause.arguments.index(after[0]))
    before = nearest_subject(clause, verb, states=True)
    near = before and clause.apart(before[-1].last, verb) <= _NEAR
    return before if near and not any(map(clause.is_boundary, range(before[-1].last, verb))) else []


def _is_said_to_be(noun: Noun) -> bool:
    """Whether a speaker says that talks of his side are: "هناك محادثات مع أ", "نحن في محادثات مع أ"."""
    clause, at = noun.clause, noun.hit.first - 1
    if noun.hit.form.trigger.id not in _TALKS or at <= clause.sentence.first:
        return False
    at -= clause.words[at] == "في"
    events = clause.knowledge.lexicon.events
    none = any(word in events.absence for word in clause.words[max(clause.sentence.first, at - 2) : at])
    return clause.words[at] in events.existing and not none


def _is_wished(clause: Clause, verb: int) -> bool:
    """Whether a verb follows "that" with no plan before it: "طالب بأن تجري أ محادثات مع ب"."""
    before = clause.words[max(clause.sentence.first, verb - _PLAN) : verb]
    planned = clause.knowledge.lexicon.cues.planned
    return before[-1:] in (["ان"], ["بان"]) and not any(word in planned for word in before)


def _is_governed(noun: Noun) -> bool:
    """Whether a preposition governs a noun, so that no verb carries it: "تم ذلك خلال المفاوضات"."""
    clause, at = noun.clause, noun.hit.first
    before = clause.words[at - 1] if at > clause.sentence.first and at - 1 not in clause.inside else ""
    return clause.words[at][0] in "لبوفك" or before in clause.lists.prepositions or before == "خلال"


def _is_state(clause: Clause, argument: Argument) -> bool:
    """Whether an argument is a state, no place in one."""
    geo = clause.cast.mentions[argument.index].geo
    return argument.entity is not None and geo is not None and geo.kind in _STATES
