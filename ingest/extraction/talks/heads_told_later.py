"""Heads told later: who leads a delegation, in a sentence of its own: "وصل وفد كيني. ويرأس الوفد أ"."""

from __future__ import annotations

from dataclasses import replace

from liqaa.ingest.extraction.cast.entities import Cast, Entity
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.phrasebook import is_among
from liqaa.ontology.folding import without_article

# Sentences after an event in which the head of its delegation is told.
_SOON = 4
# Tokens from "the delegation" to its head, or to the word for leading, with whose it is between them.
_NEAR = 4


def add_heads(frames: list[Frame], clauses: list[Clause]) -> None:
    """Put who leads a delegation beside it where its event names nobody of it.

    Args:
        frames: what the sentences state.
        clauses: the sentences, in order.
    """
    for frame in frames:
        clause = clauses[frame.sentence]
        cast = clause.cast
        groups = [f for f in frame.fillers if cast.entities[f.entity].kind == "delegation"]
        people = {cast.entities[e].country for e in frame.entities() if cast.entities[e].kind == "person"}
        for filler in groups:
            group = cast.entities[filler.entity]
            if group.country is None or group.country in people or frame.type not in ("talks", "visit"):
                continue
            head = _head_of(group, cast, clause, clauses)
            if head is not None and head.entity is not None and head.entity.index not in frame.entities():
                frame.fillers.append(
                    replace(filler, entity=head.entity.index, mention=cast.mentions[head.index])
                )


def _head_of(group: Entity, cast: Cast, clause: Clause, clauses: list[Clause]) -> Argument | None:
    """Who leads a delegation by the sentences that speak of it; nobody where they speak of several."""
    section = clause.sentence.section
    first = clause.sentence.index
    told = {
        e.country
        for e in cast.entities
        if e.kind == "delegation" and any(cast.mentions[i].sentence <= first + _SOON for i in e.mentions)
    }
    begun = min((cast.mentions[i].sentence for i in group.mentions), default=first)
    for later in clauses[min(begun, first) : first + 1 + _SOON]:
        if later.sentence.section is not section:
            continue
        head, land = _told_head(later)
        person = head.entity if head is not None else None
        if head is None or person is None:
            continue
        own = land == group.country if land else len(told) == 1
        if own and person.name and person.country in (None, group.country):
            person.country = group.country
            return head
    return None


def _told_head(clause: Clause) -> tuple[Argument | None, str | None]:
    """Who leads "the delegation" by a sentence, and whose it is there; nobody where it does not tell."""
    words, lexicon = clause.words, clause.knowledge.lexicon
    for token in range(clause.sentence.first + 1, clause.sentence.last - 1):
        group = words[token].removeprefix("و")
        if not group.startswith("ال") or without_article(group) not in lexicon.events.headed:
            continue
        near = range(token + 1, min(token + 1 + _NEAR, clause.sentence.last))
        led = next((t for t in near if words[t] in lexicon.syntax.led_by), None)
        if led is None and not is_among(words[token - 1], lexicon.events.leading):
            continue
        start = token + 1 if led is None else led + 1
        adjectives = (
            clause.knowledge.adjectives.match(words, t, clitics=False)
            for t in range(token + 1, start + _NEAR)
        )
        land = next((match.value.code for match in adjectives if match), None)
        people = [a for a in clause.arguments if a.entity and a.entity.kind == "person" and a.first >= start]
        head = people[0] if people and people[0].first - start < _NEAR else None
        return head, land
    return None, None
