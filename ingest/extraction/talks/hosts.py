"""Hosts: who meets in his own office, palace or headquarters is the host."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.attributes.place_binding import is_of_the_teller
from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.talks.own_bodies import host_in_own_body
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from the word of a venue to the land that it lies in: "مقر وزارة الخارجية في أ".
_VENUE = 4
# Tokens from the word of a venue to the body that sits there: "مقر وزارة الخارجية".
_BODY = 2


def set_host(frame: Frame, clause: Clause, scene: Scene) -> None:
    """Who meets in his own office, palace or headquarters is the host: "في مكتبه", "في البيت الأبيض"."""
    if len(frame.fillers) < 2 or any(f.role != "party" for f in frame.fillers):
        return
    if all(scene.cast.entities[f.entity].kind == "state" for f in frame.fillers):
        return  # "عقد الجانبان اجتماعا في قصر السلام": no one's office
    host = _host_by_name(frame, clause, scene)
    host = _host_by_venue(frame, clause, scene) if host is None else host
    if host is None:
        return
    land = scene.cast.entities[host].country
    frame.fillers = [
        replace(f, role="host" if scene.cast.entities[f.entity].country == land else "guest")
        for f in frame.fillers
    ]


def _host_by_name(frame: Frame, clause: Clause, scene: Scene) -> int | None:
    """Who is told to have the other as his guest, or to be his host: "مع ضيفه أ", "مع مضيفه أ"."""
    events, words = clause.knowledge.lexicon.events, clause.words
    for filler in frame.fillers:
        first = filler.mention.first
        if filler.mention.sentence != frame.sentence or first == clause.sentence.first:
            continue
        if any(is_among(word, events.his_hosts) for word in words[first - 1 : first + 1]):
            return filler.entity
        if any(is_among(word, events.his_guests) for word in words[first - 1 : first + 1]):
            land = scene.cast.entities[filler.entity].country
            others = (f.entity for f in frame.fillers if scene.cast.entities[f.entity].country != land)
            return next(others, None)
    return None


def _host_by_venue(frame: Frame, clause: Clause, scene: Scene) -> int | None:
    first = max(clause.sentence.first, frame.first - 30)
    for token in range(first, min(clause.sentence.last, frame.last + 30)):
        if _is_of_other_talks(token, frame, clause):
            continue
        own = clause.words[token] in clause.knowledge.lexicon.events.own_venues
        own = own and clause.words[token + 1 : token + 2] != ["السياسي"]  # a party's bureau
        own = own and not clause.document.text(token, token + 1).endswith("ة")  # مكتبة is no مكتبه
        own = own and not is_among(clause.words[token - 1], clause.knowledge.lexicon.cues.speech)
        if own and token not in clause.inside:  # a name may look like one: أبو قصرة
            return _at_home(token, frame, clause, scene) or _owner(token, frame, clause)
        head = _head_in_palace(token, clause, frame, scene) or _of_body_at_home(token, clause, frame, scene)
        if head is not None:
            return head.index
        if _is_residence(token, clause):
            return _abroad(token, frame, clause, scene)
        own_body = host_in_own_body(token, frame, clause, scene)
        if own_body is not None and not _land_of_venue(token, frame, clause):
            return own_body.index
        land = _land_of_body(token, frame, clause) or _land_of_venue(token, frame, clause)
        if land is not None:
            owners = [f for f in frame.fillers if scene.cast.entities[f.entity].country == land]
            return owners[0].entity if owners else None
    return None


def _owner(token: int, frame: Frame, clause: Clause) -> int:
    """Whose office "his" is: of who is named before it, an official before a diplomat: "التقى السفير أ ب"."""
    told = [f for f in frame.fillers if f.mention.first < token and f.mention.sentence == frame.sentence]
    at_home = [f for f in told if not clause.knowledge.is_diplomats(f.mention.office_key)]
    return (at_home or told or frame.fillers)[0].entity


def _of_body_at_home(token: int, clause: Clause, frame: Frame, scene: Scene) -> Entity | None:
    """Who acts for the body in whose headquarters somebody is met: "بمقر الجامعة العربية", "بمقر المنظمة"."""
    if not _is_venue(token, clause):
        return None
    knowledge, last = clause.knowledge, min(token + 1 + _BODY, clause.sentence.last)
    named = (knowledge.geo.match(clause.words, t) for t in range(token, last))
    bodies = {body.value.code for body in named if body is not None and body.value.kind == "organisation"}
    people = [scene.cast.entities[f.entity] for f in frame.fillers]
    alone = clause.words[token + 1 : last]
    told = alone[:1] and alone[0] in knowledge.lexicon.events.of_bodies
    if not bodies and told and not any(word.startswith("ال") for word in alone[1:]):
        bodies = {*knowledge.bodies}
    at_home = [e for e in people if e.country in bodies]
    return at_home[0] if len({e.country for e in at_home}) == 1 else None


def _is_venue(token: int, clause: Clause) -> bool:
    """Whether the word for a palace or headquarters stands at a token."""
    return clause.words[token] in clause.knowledge.lexicon.events.venues


def _head_in_palace(token: int, clause: Clause, frame: Frame, scene: Scene) -> Entity | None:
    """The one head of state who meets somebody in a palace of which no land is told: "بالقصر الرئاسي"."""
    events, after = clause.knowledge.lexicon.events, clause.words[token + 1 : clause.sentence.last][:1]
    palace = _is_venue(token, clause) and any(word in events.of_heads for word in after)
    if not palace or token in clause.inside or _land_of_venue(token, frame, clause):
        return None
    heads = clause.knowledge.lexicon.offices.heads_of_state
    people = (scene.cast.entities[f.entity] for f in frame.fillers)
    leading = [e for e in people if clause.knowledge.office_head(e.office_key) in heads]
    return leading[0] if len({e.country for e in leading}) == 1 else None


def _is_residence(token: int, clause: Clause) -> bool:
    """Whether somebody stays at a token: "في مقر إقامته"."""
    events, after = clause.knowledge.lexicon.events, clause.words[token + 1 : clause.sentence.last][:1]
    return clause.words[token] in events.venues and any(word in events.own_residences for word in after)


def _abroad(token: int, frame: Frame, clause: Clause, scene: Scene) -> int | None:
    """Who of those who meet stays in a land, which is not his: "اجتمع أ مع ب في مقر إقامته في نيويورك"."""
    home = _at_home(token, frame, clause, scene)
    guests = [f.entity for f in frame.fillers if home is None or f.entity != home]
    return guests[0] if guests else None


def _at_home(token: int, frame: Frame, clause: Clause, scene: Scene) -> int | None:
    """Who of those who meet is of the land in which "his office" lies: "اجتمع أ مع ب، في مكتبه في القدس"."""
    near = (a for a in clause.arguments if token < a.first <= token + _VENUE and a.preposition in ("في", "ب"))
    lands = {m.country for a in near if (m := clause.cast.mentions[a.index]).kind == "state"}
    return next((f.entity for f in frame.fillers if scene.cast.entities[f.entity].country in lands), None)


def _is_of_other_talks(token: int, frame: Frame, clause: Clause) -> bool:
    """Whether a place is where others talk: "قال خلال اجتماع في البيت الأبيض إنه سيلتقي أ"."""
    others = [
        h
        for h in clause.hits
        if h.form.trigger.type == "talks" and h.form.trigger.pattern != "discuss" and h.first != frame.first
    ]
    if frame.rule == "discuss-verb":  # "بحث أ وب الأزمة خلال لقاء في قصر"
        others = [h for h in others if clause.words[h.first - 1] not in clause.lists.during]
    if token < frame.first:
        return any(h.last <= token for h in others)
    return any(frame.last < h.first < token for h in others)  # "لقاء قمة في البيت الأبيض" is one


def _land_of_venue(token: int, frame: Frame, clause: Clause) -> str | None:
    """The land of a palace or headquarters at a token: "في البيت الأبيض", "بقصر قرطاج".

    Of that of who tells there is no host: "أفاد مسؤول في البيت الأبيض بأن أ سيلتقي ب".
    """
    at_venue = clause.words[token] in clause.knowledge.lexicon.events.venues
    for argument in clause.arguments:
        geo = clause.cast.mentions[argument.index].geo
        if geo is None or argument.first < token:
            continue
        inside = argument.first == token and (
            argument.preposition in ("في", "ب") or _is_visited(token, clause, argument.preposition)
        )
        inside = inside and not is_of_the_teller(argument, frame, clause)
        seat = inside and (geo.kind == "metonym" or (at_venue and geo.kind == "place"))
        if seat or (at_venue and 0 < argument.first - token <= _VENUE):
            return geo.code
    return None


def _is_visited(token: int, clause: Clause, preposition: str) -> bool:
    """Whether somebody meets on a visit to where a token stands: "يجتمع بأ في زيارته الأولى إلى الإليزيه"."""
    if preposition != "الي":
        return False
    visits = (h for h in clause.hits if h.form.trigger.id == "visit-noun" and 0 < token - h.last <= _VENUE)
    return any(clause.words[h.first - 1] in clause.lists.during | {"في"} for h in visits)


def _land_of_body(token: int, frame: Frame, clause: Clause) -> str | None:
    """The land of a body in whose headquarters somebody meets: "في مقر الحكومة المؤقت بعمان"."""
    word = clause.words[token]
    if token < frame.last or word not in clause.knowledge.lexicon.events.venues:
        return None
    if clause.hit_between(frame.last, token):
        return None
    within = word.startswith("ب") or clause.words[token - 1] == "في"
    for argument in clause.arguments:
        mention = clause.cast.mentions[argument.index]
        if any(f.mention == mention for f in frame.fillers):
            continue  # "التقى أ بمقر الوزارة وفدا من ب"
        if within and mention.kind in ("organisation", "delegation") and 0 < argument.first - token <= _BODY:
            return mention.country
    return None
