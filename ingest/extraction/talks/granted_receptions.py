"""Receptions granted: who received whom, where a verb of granting says it: "خص أ ب باستقبال"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.talks.sides import by_party, is_agent, met_by
from liqaa.ingest.extraction.talks.the_delegation import spoken_delegation, stands_at
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from the verb to the noun of the reception, whom it was granted between.
_REACH = 40


def read_granted(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The reception that a verb of granting before it tells; nothing where there is none."""
    if not clause.words[hit.first].startswith("ب"):
        return []
    verbs = clause.knowledge.lexicon.events.granting_verbs
    first = max(clause.sentence.first, hit.first - _REACH)
    verb = next((t for t in range(hit.first - 1, first - 1, -1) if is_among(clause.words[t], verbs)), None)
    if verb is None:
        return []
    told = [h.form.trigger.type for h in clause.hits if verb < h.first < hit.first]
    if any(kind != "visit" for kind in told):
        return []  # but "خص أ ب، الذي يزور ج، باستقبال"
    between = people_among(a for a in clause.arguments if verb < a.first < hit.first)
    people = [a for a in between if not a.preposition]
    before = clause.left(verb)[:1]  # "كان أ قد خص ب باستقبال"
    if len(people) == 1 and not clause.words[verb].endswith(("ه", "ها")):
        return by_party(hit, clause, scene, people_among(before), people)
    spoken_of = (
        spoken_delegation(scene) if not people and stands_at(clause, verb + 1, frozenset(("",))) else -1
    )
    if spoken_of >= 0:  # "وقد خص الوفد باستقبال من طرف أ"
        by = [a for a in people_among(clause.right(hit.last)) if is_agent(clause, a)]
        return met_by(hit, clause, scene, by, spoken_of)
    lead = people[0].entity if people else None
    own = [a for a in people if a.entity and lead and a.entity.country == lead.country]
    guests = [a for a in people if a not in own]
    return by_party(hit, clause, scene, own, guests) or met_by(hit, clause, scene, own, scene.topic)
