"""Visits to a body of another land, which its adjective tells: "زيارة لقيادة القوات البحرية المصرية"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Filler, Frame, frame_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.mentions.mentions import Mention, state_mention
from liqaa.ingest.extraction.talks.sides import is_party
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ingest.extraction.visits.visit_hosts import host_person

# Tokens from a trigger to the body, its visitor between them, and from the body to its adjective.
_SEAT, _NATION = 14, 6
_VISITS = frozenset(("visit-verb", "visit-noun"))
# What leads to where somebody goes.
_TO = "الي"


def read_seat_visit(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The visit of somebody from abroad; a diplomat goes to the ministries of the land where he serves."""
    land = _land(hit, clause) if hit.form.trigger.id in _VISITS else None
    visitor = _visitor(hit, clause) if land else None
    if land is None or visitor is None or visitor.country in (None, land.country):
        return []
    head = visitor.office_key.partition(" ")[0]
    if head in clause.knowledge.lexicon.offices.diplomats or land.country is None:
        return []
    frame = frame_of(hit, clause)
    fill_unnamed(frame, scene, visitor, "visitor")
    state = scene.state(land.country, clause.sentence.section.index)
    frame.fillers.append(host_person(clause, land.country) or Filler(state.index, "host", land))
    frame.place = _place(clause, land)
    return [frame]


def _land(hit: Hit, clause: Clause) -> Mention | None:
    """The adjective of the land whose body is visited: "مقر وزارة الدفاع السنغالية"."""
    events = clause.knowledge.lexicon.events
    for token in range(hit.last, min(hit.last + _SEAT, clause.sentence.last)):
        led = token > hit.last and clause.words[token - 1] == _TO
        led = led or hit.form.trigger.pattern == "visit"
        for clitic, stem in readings(clause.words[token]):
            if stem in events.bodies_visited and (clitic == "ل" or (not clitic and led)):
                return _nation(clause, token + 1) or _where_it_lies(clause, token + 1)
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
        if not word.startswith("ال") and word not in bodies:
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
