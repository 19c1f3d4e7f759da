"""Own bodies: whoever meets somebody in the building of his own body is host: "بمقر الوزارة"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ontology.folding import without_article
from liqaa.ontology.lexicon_words import Events

# Tokens of the body's name.
_BODY = 3
_IN = "في"


def host_in_own_body(token: int, frame: Frame, clause: Clause, scene: Scene) -> Entity | None:
    """The one of those who meet who is at home in a state's body at a token, of which no land is told.

    The other serves there as a diplomat, or holds no office of such a body.

    Args:
        token: where the word of a building may stand.
        frame: the meeting.
        clause: its sentence.
        scene: what was told before.
    """
    words, events = clause.words, clause.knowledge.lexicon.events
    last = min(token + 1 + _BODY, clause.sentence.last)
    after = words[token + 1 : last]
    inside = words[token].startswith("ب") or words[token - 1] == _IN
    if words[token] not in events.buildings or not inside or after[:1] == []:
        return None
    if after[0] not in events.housed_bodies or token in clause.inside or frame.implied:
        return None  # nor where who spoke to the press with another did so
    told = (t for t in range(token + 1, min(last + 1, clause.sentence.last)) if t not in clause.inside)
    nations = clause.knowledge.adjectives
    if token + 1 in clause.inside or any(nations.match(words, t, clitics=False) for t in told):
        return None  # "في مقر وزارة الخزانة الأميركية"
    people = [scene.cast.entities[f.entity] for f in frame.fillers]
    people = [e for e in people if e.kind == "person" and e.office_key]
    residents = [e for e in people if not clause.knowledge.is_diplomats(e.office_key)]
    return _only_party(residents) or _only_party([e for e in residents if _heads(e, after, events)])


def _only_party(people: list[Entity]) -> Entity | None:
    """The first of several who are all of one party."""
    return people[0] if len({e.country for e in people}) == 1 else None


def _heads(entity: Entity, body: list[str], events: Events) -> bool:
    """Whether somebody's office is that of a body, by its words: "رئيس مجلس الوزراء"."""
    named = {without_article(stem) for word in body for _, stem in readings(word)[:1]}
    head, *rest = entity.office_key.split()
    holds = any(events.heads_of_bodies.get(word) == head for word in named)
    return holds and (body[0] in events.bodies_alone or not named.isdisjoint(rest))
