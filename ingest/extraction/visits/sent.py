"""Sent delegations: "أرسل أ وفدا إلى ب" makes the delegation the visitor, of the sender's party."""

from __future__ import annotations

from dataclasses import dataclass

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Filler, Frame, frame_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.mentions.mentions import Mention
from liqaa.ingest.extraction.text.meanings import Geo
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from the verb to the delegation, and on to the goal.
_REACH = 10
# Tokens before the verb in which a call to send somebody stands.
_CALL = 16


@dataclass(frozen=True, slots=True)
class _Goal:
    """Where the delegation goes: the place, its mention, and the token of its preposition."""

    geo: Geo
    mention: Mention
    at: int


def read_sent(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The visit of those who are sent, if their sender and goal are known and differ.

    Args:
        hit: a verb or noun of sending.
        clause: its sentence.
        scene: the cast and whom the text is about.
    """
    head = _delegation(hit, clause)
    if head is None:
        head = _person(hit, clause)
    goals = _goals(clause, head + 1) if head is not None else []
    if head is None or not goals or _is_asked_for(hit, clause):
        return []
    sender = _sender(hit, clause, scene, head)
    goals = [g for g in goals if sender and sender.country not in (None, g.geo.code, g.geo.country)]
    if sender is None or not goals:
        return []
    guest = _guest(clause, scene, head, goals[0].at, sender)
    if guest.country != sender.country:
        return []
    told = [scene.cast.mentions[i] for i in guest.mentions]
    mention = next((m for m in told if m.first <= head < m.last), told[0])
    frames = []
    for goal in goals:
        holder = scene.holder(goal.mention, clause)
        land = holder or scene.state(goal.geo.code, clause.sentence.section.index)
        frame = frame_of(hit, clause)
        frame.place = goal.mention
        frame.fillers = [Filler(guest.index, "visitor", mention), Filler(land.index, "host", goal.mention)]
        frames.append(frame)
    return frames


def _delegation(hit: Hit, clause: Clause) -> int | None:
    """The token that names who is sent: "وفدا", "فريق", "مبعوث"."""
    names = clause.knowledge.lexicon.events.delegations
    for token in range(hit.last, min(hit.last + _REACH, clause.sentence.last)):
        if clause.words[token] in names:
            return token
        if clause.words[token] in clause.lists.prepositions and token not in clause.inside:
            return None
    return None


def _person(hit: Hit, clause: Clause) -> int | None:
    """The token at which the official who is sent is named, after the sender: "أوفد أ وزير الخارجية ب"."""
    if _is_noun(hit, clause):
        return None
    bare = [a for a in clause.right(hit.last) if not a.preposition and not a.joined]
    before = nearest_subject(clause, hit.first, states=True)
    had = clause.words[hit.first - 1] == "قد" and before[-1:] and before[-1].last == hit.first - 1
    sender_before = (had or not clause.at_clause_start(hit.first)) and before  # "وكان أ قد أوفد ب"
    sent = bare[0 if sender_before else 1 :][:1]
    return next((a.first for a in sent if clause.cast.mentions[a.index].kind == "person"), None)


def _goals(clause: Clause, token: int) -> list[_Goal]:
    """The lands after إلى, also where it is part of the office: "مبعوثا خاصا إلى سوريا", "إلى كل من أ وب"."""
    heads = clause.knowledge.lexicon.events.place_heads
    stop = min(clause.sentence.last, token + _REACH)
    at = next((t for t in range(token, stop - 1) if clause.words[t] == "الي"), None)
    if at is None:
        return []
    first = at + 1
    if clause.words[first] in clause.lists.each and clause.words[first + 1 : first + 2] == ["من"]:
        first, stop = first + 2, min(clause.sentence.last, stop + 2)
    goals: list[_Goal] = []
    capitals = [a for a in clause.arguments if a.first == first and clause.words[first] in heads]
    for mention in (clause.cast.mentions[a.index] for a in capitals):  # "إلى العاصمة الإثيوبية"
        if mention.geo is not None:
            return [_Goal(mention.geo, mention, at)]
    while first < stop and clause.words[first] in heads:
        first += 1
    while first < stop:
        match = clause.knowledge.geo.match(clause.words, first, clitics=bool(goals))
        if match is None or match.value.kind in ("organisation", "metonym"):
            break
        if goals and match.clitic != "و":
            break  # "إلى أ لبحث ب": only what و joins is a goal, too
        mention = Mention(
            first,
            match.last,
            clause.sentence.index,
            match.clitic,
            "state",
            country=match.value.code,
            geo=match.value,
        )
        goals.append(_Goal(match.value, mention, at))
        first, stop = match.last, min(clause.sentence.last, match.last + _REACH)
    return goals


def _sender(hit: Hit, clause: Clause, scene: Scene, head: int) -> Entity | None:
    """Who sends: the subject beside the verb, the genitive of the noun, or whom a pronoun stands for."""
    after = [a for a in clause.right(hit.last) if a.last <= head and not a.preposition and a.entity]
    if after:
        return after[0].entity
    word = clause.words[hit.first - 1] if hit.first > clause.sentence.first else ""
    before = nearest_subject(clause, hit.first, states=True)
    if before and hit.first - before[-1].last <= 1:
        return before[0].entity
    relative = clause.left(hit.first, 14)[:1]
    if relative and word in clause.lists.relatives:
        return relative[0].entity
    speaks = clause.words[hit.first].startswith("سن")  # "قال أ: سنرسل وفدا"
    events = clause.knowledge.lexicon.events
    pronoun = word in events.speaker_pronouns or word in events.sender_pronouns
    if not pronoun and not speaks and not _is_noun(hit, clause):
        return None  # the subject is somebody unknown
    if before:
        return before[0].entity
    return scene.cast.entities[scene.topic] if scene.topic >= 0 else None


def _is_noun(hit: Hit, clause: Clause) -> bool:
    """Whether the trigger is a noun of sending, whose sender is the sentence's subject."""
    return any(clause.words[hit.first].endswith(noun) for noun in ("ارسال", "ايفاد"))


def _guest(clause: Clause, scene: Scene, head: int, stop: int, sender: Entity) -> Entity:
    """The delegation, made when no mention names it; it represents its sender."""
    known = next((a for a in clause.arguments if a.first <= head < a.last), None)
    if known is not None and known.entity is not None and known.entity.kind in ("person", "delegation"):
        if known.entity.country is None:
            known.entity.country = sender.country
        return known.entity
    office = clause.words[head].removesuffix("ا")
    for entity in scene.cast.entities:
        same = entity.country == sender.country and entity.office_key.startswith(office)
        if same and entity.section == clause.sentence.section.index and entity.kind != "organisation":
            return entity
    words = clause.words[head + 1 : stop]
    last = head + 1 + (bool(words) and _describes(words[0], clause))
    entity = scene.cast.add("delegation", clause.sentence.section.index, sender.country)
    mention = Mention(
        head, last, clause.sentence.index, "", "delegation", office=((head, last),), office_key=office
    )
    scene.cast.mentions.append(mention)
    scene.cast.entity_of.append(entity.index)
    scene.cast.join(entity, len(scene.cast.mentions) - 1)
    return entity


def _describes(word: str, clause: Clause) -> bool:
    """Whether a word after a delegation says what it is like: "وفد عسكري", not "وفد يضم خبراء"."""
    events, lists = clause.knowledge.lexicon.events, clause.lists
    of_whom = (lists.prepositions, lists.led_by, lists.relatives, events.joining_verbs, events.composed)
    return word.isalpha() and not any(word in words for words in of_whom)


def _is_asked_for(hit: Hit, clause: Clause) -> bool:
    """Whether somebody only calls for a delegation: "دعا أ إلى إرسال بعثة"."""
    before = clause.words[max(clause.sentence.first, hit.first - _CALL) : hit.first]
    lexicon = clause.knowledge.lexicon
    asked = lexicon.events.asking | lexicon.cues.hypothetical
    return any(is_among(word, asked) for word in before)
