"""Visits to a paper's own land, which it calls "the country": "وصل إلى البلاد أ", "يزور أ البلاد غدا"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses import Clause, Hit
from liqaa.ingest.extraction.entities import Entity
from liqaa.ingest.extraction.filling import fill_unnamed
from liqaa.ingest.extraction.frames import Frame, frame_of
from liqaa.ingest.extraction.phrasebook import readings
from liqaa.ingest.extraction.scene import Scene
from liqaa.ingest.extraction.sides import is_party
from liqaa.ingest.extraction.subjects import nearest_subject
from liqaa.ingest.extraction.visit_hosts import host_person

# Tokens from a trigger to the word for the land: "زيارة رسمية إلى البلاد".
_NEAR = 3
_VISITS = frozenset(("arrive-verb", "visit-verb", "visit-noun", "leave-verb"))


def read_home_visit(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The visit of a foreigner, where the article names no third land that may be meant."""
    home = clause.knowledge.homes.of(clause.document.article)
    if home is None or hit.form.trigger.id not in _VISITS or not _leads_home(hit, clause):
        return []
    visitor = _visitor(hit, clause)
    if visitor is None or visitor.country in (None, home):
        return []
    told = _lands_told(clause, scene)
    visits = any(h.form.trigger.id == "visit-noun" for h in clause.hits)
    if not told <= {home, visitor.country} or not (visits or home in told):
        return []  # "غادر الرئيس اليمني البلاد": his own
    frame = frame_of(hit, clause)
    fill_unnamed(frame, scene, visitor, "visitor")
    person = host_person(clause, home)
    if person is not None:
        frame.fillers.append(person)
    else:
        fill_unnamed(frame, scene, scene.state(home, clause.sentence.section.index), "host")
    return [frame]


def _leads_home(hit: Hit, clause: Clause) -> bool:
    """Whether "the country" is where somebody goes or what he leaves."""
    lands = clause.knowledge.lexicon.events.host_lands
    after = range(hit.last, min(hit.last + _NEAR, clause.sentence.last))
    return any(
        stem in lands
        for t in after
        if t not in clause.inside
        for clitic, stem in readings(clause.words[t])
        if clitic == "ل" or (not clitic and (t == hit.last or clause.words[t - 1] == "الي"))
    )


def _visitor(hit: Hit, clause: Clause) -> Entity | None:
    """Who comes or goes: after a verb that opens its clause, else before it."""
    right = [a for a in clause.right(hit.last) if not a.preposition and not a.joined and is_party(clause, a)]
    opens = hit.form.trigger.id.endswith("-verb") and clause.at_clause_start(hit.first)
    people = right[:1] if opens else nearest_subject(clause, hit.first)[:1]
    return people[0].entity if people else None


def _lands_told(clause: Clause, scene: Scene) -> set[str | None]:
    """The parties of all whom the article names up to the end of a sentence."""
    told = (
        scene.cast.of(i)
        for i, mention in enumerate(scene.cast.mentions)
        if mention.sentence <= clause.sentence.index
    )
    return {entity.country for entity in told if entity is not None and entity.country}
