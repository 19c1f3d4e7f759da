"""Visits to a body of another land, which its adjective tells: "زيارة لقيادة القوات البحرية المصرية".

Or which is that of the paper, whose dispatch tells no land: "زار وفد كيني قاعدة أ وكان في استقباله آمرها".
"""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Filler, Frame, frame_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.mentions.mentions import Mention, state_mention
from liqaa.ingest.extraction.talks.sides import head_of, is_party
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ingest.extraction.visits.visit_hosts import host_person

# Tokens from a trigger to the body, its visitor between them, and from the body to its adjective.
_SEAT, _NATION = 14, 6
_VISITS = frozenset(("visit-verb", "visit-noun"))
# What leads to where somebody goes.
_TO = "الي"


def read_seat_visit(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The visit of somebody from abroad; a diplomat goes to the ministries of the land where he serves."""
    if hit.form.trigger.id not in _VISITS:
        return []
    visitor = _visitor(hit, clause)
    if visitor is None or visitor.country is None or clause.knowledge.is_diplomats(visitor.office_key):
        return []
    land = _land(hit, clause)
    if land is None:
        return _read_at_home(hit, clause, scene, visitor)
    if land.country in (None, visitor.country):
        return []
    state = scene.state(land.country or "", clause.sentence.section.index)
    host = host_person(clause, land.country, visitor) or Filler(state.index, "host", land)
    frame = _visit(hit, clause, scene, visitor, host)
    frame.place = _place(clause, land)
    return [frame]


def _visit(hit: Hit, clause: Clause, scene: Scene, visitor: Entity, host: Filler) -> Frame:
    frame = frame_of(hit, clause)
    fill_unnamed(frame, scene, visitor, "visitor")
    group = next((a for a in clause.arguments if a.entity is visitor), None)
    head = head_of(clause, group) if group is not None else None
    if head is not None and head.entity is not None:
        fill_unnamed(frame, scene, head.entity, "visitor")
    frame.fillers.append(host)
    return frame


def _read_at_home(hit: Hit, clause: Clause, scene: Scene, visitor: Entity) -> list[Frame]:
    """The visit to a body of the paper's own land, as who is there says or where the news was sent from."""
    home = clause.knowledge.homes.of(clause.document.article)
    told = [m for m in clause.cast.mentions if m.sentence == clause.sentence.index and m.country]
    away = any(m.geo is not None and m.country == visitor.country for m in told)  # "مقر القيادة في لندن"
    if home in (None, visitor.country) or away or not {m.country for m in told} <= {home, visitor.country}:
        return []
    if _body(hit, clause) is None:
        return []
    person = host_person(clause, home, visitor)
    if person is None and _sent_from(clause) != home:
        return []
    state = scene.state(home or "", clause.sentence.section.index)
    first = clause.cast.mentions[visitor.mentions[0]]
    host = person or Filler(
        state.index, "host", replace(first, country=home, kind="state", name=None, office=())
    )
    return [_visit(hit, clause, scene, visitor, host)]


def _sent_from(clause: Clause) -> str | None:
    """The land of the place from which a dispatch was sent: "عمان 12 آذار (بترا)"."""
    document = clause.document
    opening = next((s for s in document.sentences if not s.title), None)
    if opening is None or opening.index == clause.sentence.index:
        return None
    match = clause.knowledge.geo.match(document.words, opening.first, clitics=False)
    return match.value.country if match else None


def _land(hit: Hit, clause: Clause) -> Mention | None:
    """The adjective of the land whose body is visited: "مقر وزارة الدفاع السنغالية"."""
    body = _body(hit, clause)
    return None if body is None else _nation(clause, body + 1) or _where_it_lies(clause, body + 1)


def _body(hit: Hit, clause: Clause) -> int | None:
    """The token of the body visited: "زيارة لقيادة أ", "زار ب مقر أ"; none of what a visitor is called."""
    events = clause.knowledge.lexicon.events
    visitors = [clause.cast.mentions[a.index] for a in clause.right(hit.last)[:1] if not a.preposition]
    start = max((m.last for m in visitors if m.kind in ("person", "delegation")), default=hit.last)
    for token in range(hit.last, min(start + _SEAT, clause.sentence.last)):
        if token < start and token in clause.inside:
            continue
        led = token > hit.last and clause.words[token - 1] == _TO
        led = led or hit.form.trigger.pattern == "visit"
        for clitic, stem in readings(clause.words[token]):
            if stem in events.bodies_visited and (clitic == "ل" or (not clitic and led)):
                return token
    return None


def _where_it_lies(clause: Clause, at: int) -> Mention | None:
    """The land in which a body lies, however long it is called: "مقر الإدارة العامة لأ في دولة ب"."""
    for argument in clause.arguments:
        mention, between = clause.cast.mentions[argument.index], clause.words[at : argument.first]
        near = at <= argument.first <= at + _SEAT and argument.preposition in ("في", "ب")
        abroad = (word.removeprefix("ال") in clause.knowledge.lexicon.events.outposts for word in between)
        if near and mention.geo is not None and mention.kind == "state":
            plain = all(word.isalpha() for word in between) and not any(abroad)
            return mention if plain and not clause.hit_between(at, argument.first) else None
    return None


def _nation(clause: Clause, at: int) -> Mention | None:
    """The nationality behind a body, none of an embassy, which lies abroad."""
    bodies = clause.knowledge.lexicon.events.bodies_visited | clause.knowledge.lexicon.offices.complements
    for token in range(at, min(at + _NATION, clause.sentence.last)):
        word = clause.words[token]
        if not word.isalpha() or word.removeprefix("ال") in clause.knowledge.lexicon.events.outposts:
            return None
        match = clause.knowledge.adjectives.match(clause.words, token, clitics=False)
        if match and match.value.definite:
            return state_mention(token, match.last, clause.sentence.index, match.value.code)
        if not word.startswith(("ال", "لل")) and word not in bodies:
            return None  # "زار مقر الحكومة والتقى السفير الكيني"
    return None


def _visitor(hit: Hit, clause: Clause) -> Entity | None:
    """Who goes: behind a verb that opens its clause, else before the verb or the noun."""
    right = [a for a in clause.right(hit.last) if not a.preposition and not a.joined and is_party(clause, a)]
    opens = hit.form.trigger.pattern == "visit" and clause.at_clause_start(hit.first)
    people = right[:1] if opens else nearest_subject(clause, hit.first)[:1]
    return people[0].entity if people else None


def _place(clause: Clause, land: Mention) -> Mention | None:
    """The city in which the body lies, named behind it."""
    for argument in clause.right(land.last, 3):
        mention = clause.cast.mentions[argument.index]
        if (
            mention.geo is not None
            and mention.country == land.country
            and argument.preposition in ("في", "ب")
        ):
            return mention
    return None
