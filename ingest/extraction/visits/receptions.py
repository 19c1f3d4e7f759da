"""Receptions that are visits: who is received at an airport, or by a city, has come."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.lands import land_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.talks.sides import is_party
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ingest.extraction.visits.visits import by_party, visit_of

# Words that say that somebody is received as he comes: "استقبل أ ب لدى وصوله".
_UPON = frozenset(("لدي", "عند", "فور", "حين"))
# Tokens from the beginning of a sentence in which the airport stands at which somebody comes.
_OPENING = 6
_COMINGS = frozenset(("وصوله", "وصولها", "وصولهم", "وصولهما"))


def receptions_as_visits(frames: list[Frame], hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The frames of a trigger, the receptions among them that are visits as visits."""
    receives = hit.form.trigger.pattern in ("receive", "receive-noun")
    if receives and (_at_an_airport(hit, clause) or _at_the_same_airport(frames, hit, clause, scene)):
        frames = [_arrival(f) for f in frames if {"host", "guest"} <= {filler.role for filler in f.fillers}]
        scene.welcomer = next((i for f in frames for i in f.entities(("host",))), scene.welcomer)
    visits = _visits_to_a_place(hit, clause, scene)
    return visits or [told for frame in frames for told in _by_a_place(frame, clause, scene)]


def _at_an_airport(hit: Hit, clause: Clause) -> bool:
    """Whether a guest is received where he arrives: a welcome, which belongs to his visit."""
    airports = clause.knowledge.lexicon.events.airports
    if _comes_to_airport(hit, clause):
        return True
    after = range(hit.last, min(hit.last + 30, clause.sentence.last))
    return any(
        stem in airports or (stem in _COMINGS and clause.words[t - 1] in _UPON)
        for t in after
        for _, stem in readings(clause.words[t])
    )


def _comes_to_airport(hit: Hit, clause: Clause) -> bool:
    """Whether the sentence opens with his coming to an airport: "لدى وصوله إلى مطار أ، استُقبل ب من طرف ج"."""
    first = clause.sentence.first
    coming = clause.words[first].removeprefix("و") in _UPON and clause.words[first + 1] in _COMINGS
    before = clause.words[first + 1 : min(hit.first, first + _OPENING)]
    return coming and any(word in clause.knowledge.lexicon.events.airports for word in before)


def _at_the_same_airport(frames: list[Frame], hit: Hit, clause: Clause, scene: Scene) -> bool:
    """Whether who has received somebody at an airport receives another as well: "كما استقبل ج"."""
    again = clause.lists.again
    near = clause.words[max(clause.sentence.first, hit.first - 1) : min(hit.last + 1, clause.sentence.last)]
    hosts = {i for f in frames for i in f.entities(("host",))}
    return hosts == {scene.welcomer} and any(word in again for word in near)


def _arrival(frame: Frame) -> Frame:
    people = [replace(f, role="visitor") if f.role == "guest" else f for f in frame.fillers]
    return replace(frame, type="visit", subtype="arrival", fillers=people)


def _visits_to_a_place(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The visits that "استقبلت القاهرة أ", "تستقبل مصر أ وب", "يستقبل مطار ج أ" state: a place receives."""
    right = clause.right(hit.last, 24)
    received = [a for a in right if not a.preposition and not a.joined]
    city = received[0] if received else None
    if hit.form.trigger.pattern != "receive" or city is None or not clause.at_clause_start(hit.first):
        return []
    geo = land_of(clause, city)
    if geo is None or city.first - hit.last > 1:
        return []
    if received[1:2] and clause.hit_between(city.last, received[1].first):
        return []  # "تستضيف القاهرة اجتماعا يضم وزراء أ وب"
    named = clause.chain(right, right.index(received[1])) if received[1:2] else []
    guests = [a.entity for a in named if a.entity and is_party(clause, a) and a.entity.country]
    if guests and _is_of_an_event(clause, received[1]):
        return []  # "تستضيف باريس مؤتمر الأمم المتحدة"
    visits = (visit_of(hit, clause, scene, party, city) for party in by_party(guests))
    return [replace(visit, type="visit", subtype="other") for visit in visits if visit]


def _is_of_an_event(clause: Clause, argument: Argument) -> bool:
    """Whether a body only names what is held: "مؤتمر الأمم المتحدة"."""
    before = argument.first - 1
    named = clause.cast.mentions[argument.index].kind == "organisation" and before not in clause.inside
    return named and clause.words[before].isalpha() and not clause.is_of_time(clause.words[before])


def _by_a_place(frame: Frame, clause: Clause, scene: Scene) -> list[Frame]:
    """The visits that "القاهرة تستقبل أ" means, where it is a place that receives; else the frame itself."""
    hosts = [f for f in frame.fillers if f.role == "host"]
    geo = hosts[0].mention.geo if len(hosts) == 1 else None
    if frame.rule != "receive-verb" or geo is None or geo.kind not in ("city", "capital", "country"):
        return [frame]
    city, before = hosts[0].mention.first, clause.words[hosts[0].mention.first - 1]
    opens = city == clause.sentence.first or clause.is_boundary(city - 1)
    alone = opens or city == frame.last or not before.isalpha()
    if not alone and before not in clause.knowledge.lexicon.events.place_heads:
        return [frame]  # "أمير الرياض يستقبل أ": it is no city that receives
    guests = [replace(f, role="visitor") for f in frame.fillers if f.role == "guest"]
    visit = replace(frame, type="visit", subtype="other", place=hosts[0].mention)
    parties = {g.entity: scene.cast.entities[g.entity].country for g in guests}
    return [
        replace(visit, fillers=[*(g for g in guests if parties[g.entity] == party), hosts[0]])
        for party in dict.fromkeys(parties.values())
    ]
