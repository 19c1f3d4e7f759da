"""Visits to a paper's own land, which it calls "the country": "وصل إلى البلاد أ", "يزور أ البلاد غدا"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.filling import fill_unnamed
from liqaa.ingest.extraction.clauses.frames import Frame, frame_of
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.sides import is_party
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ingest.extraction.visits.travellers import titled_guest
from liqaa.ingest.extraction.visits.visit_hosts import host_person

# Words from a trigger to the word for the land, whoever comes aside: "وصول أ والوفد المرافق له إلى البلاد".
_NEAR = 7
_ARRIVALS = frozenset(("arrive-verb", "arrive-noun"))
_VISITS = _ARRIVALS | {"visit-verb", "visit-noun", "leave-verb"}


def read_home_visit(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The visit of a foreigner, where the article names no third land that may be meant."""
    if hit.form.trigger.id not in _VISITS or not _leads_home(hit, clause):
        return []
    visitor = _visitor(hit, clause) or next(iter(titled_guest(hit, clause, scene)), None)
    if visitor is None or visitor.country is None:
        return []
    told = _lands_told(clause, scene)
    arrives = hit.form.trigger.id in _ARRIVALS
    comes = arrives or hit.form.trigger.id == "visit-verb"
    visits = comes or any(h.form.trigger.id == "visit-noun" for h in clause.hits)
    home = clause.knowledge.homes.of(clause.document.article)
    if home is None and arrives:
        home = _only_other(told | _lands_before(hit, clause), visitor, clause)
    if home in (None, visitor.country) or not told <= {home, visitor.country}:
        return []
    if not (visits or home in told):
        return []  # "غادر الرئيس اليمني البلاد": his own
    frame = frame_of(hit, clause)
    fill_unnamed(frame, scene, visitor, "visitor")
    person = host_person(clause, home, visitor)
    if person is not None:
        frame.fillers.append(person)
    else:
        fill_unnamed(frame, scene, scene.state(home, clause.sentence.section.index), "host")
    return [frame]


def _only_other(told: set[str | None], visitor: Entity, clause: Clause) -> str | None:
    """The one land told besides the visitor's: "أعلنت الرئاسة الكينية وصول أ إلى البلاد"."""
    states = (country.code for country in clause.knowledge.lexicon.countries)
    return next((code for code in states if {code} == told - {visitor.country}), None)


def _lands_before(hit: Hit, clause: Clause) -> set[str | None]:
    """The lands whose adjectives stand before a trigger, of bodies, too, that are no parties."""
    before = (t for t in range(clause.sentence.first, hit.first) if t not in clause.inside)
    found = (clause.knowledge.adjectives.match(clause.words, t, clitics=False) for t in before)
    return {match.value.code for match in found if match}


def _leads_home(hit: Hit, clause: Clause) -> bool:
    """Whether "the country" is where somebody goes or what he leaves."""
    lands, passed = clause.knowledge.lexicon.events.host_lands, 0
    past = _past_subject(hit, clause)
    for token in range(hit.last, clause.sentence.last):
        if token in clause.inside:
            continue
        passed += 1
        if passed > _NEAR or clause.is_boundary(token):
            break
        for clitic, stem in readings(clause.words[token]):
            led = token in (hit.last, past) or clause.words[token - 1] == "الي"
            alights = clitic == "ب" and token == hit.last and hit.form.trigger.id == "arrive-verb"
            if stem in lands and (clitic == "ل" or alights or (not clitic and led)):  # "سيحل بالبلاد"
                return True
    return False


def _past_subject(hit: Hit, clause: Clause) -> int:
    """The token after a verb and its subject: "غادر الرئيس أ البلاد", "وغادر فخامته البلاد"."""
    past = hit.last
    titles, verb = clause.lists.titles_with_pronoun, hit.form.trigger.id.endswith("-verb")
    while verb and past < clause.sentence.last and (past in clause.inside or clause.words[past] in titles):
        past += 1
    return past


def _visitor(hit: Hit, clause: Clause) -> Entity | None:
    """Who comes or goes: after a verb that opens its clause or the noun of his coming, else before it."""
    right = [a for a in clause.right(hit.last) if not a.preposition and not a.joined and is_party(clause, a)]
    opens = hit.form.trigger.id.endswith("-verb") and clause.at_clause_start(hit.first)
    of_him = hit.form.trigger.id == "arrive-noun" and bool(right) and right[0].first == hit.last
    after = right[:1] if opens or of_him else []
    people = after or nearest_subject(clause, hit.first)[:1]  # "وكان أ قد وصل"
    return people[0].entity if people else None


def _lands_told(clause: Clause, scene: Scene) -> set[str | None]:
    """The parties of all whom the article names up to the end of a sentence."""
    told = (
        scene.cast.of(i)
        for i, mention in enumerate(scene.cast.mentions)
        if mention.sentence <= clause.sentence.index
    )
    return {entity.country for entity in told if entity is not None and entity.country}
