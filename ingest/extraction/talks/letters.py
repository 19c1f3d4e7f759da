"""Letters handed over at a reception: "تسلم أ رسالة من ج، سلمها له ب لدى استقباله اليوم"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.sides import by_party, with_topic
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from the verb of handing over to who does it.
_BEARER = 4
# Prepositions before whom a letter is for, folded.
_ADDRESSING = ("الي", "ل")


def read_delivered(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The reception of who brings a letter, by whom it is for, where nobody received is named.

    Args:
        hit: the noun of receiving.
        clause: its sentence.
        scene: what the section has told so far.
    """
    events = clause.knowledge.lexicon.events
    before = [t for t in range(clause.sentence.first, hit.first) if t not in clause.inside]
    if not any(is_among(clause.words[t], events.messages) for t in before):
        return []
    verbs = events.delivering_verbs | events.handing_verbs | events.conveying_verbs
    verb = next((t for t in reversed(before) if is_among(clause.words[t], verbs)), None)
    bearer = _bearer(clause, hit, verb) if verb is not None else []
    if verb is None or not bearer:
        return []
    receiver = _receiver(clause, hit, verb, bearer[0])
    return (
        by_party(hit, clause, scene, receiver, bearer) if receiver else with_topic(hit, clause, scene, bearer)
    )


def _between(clause: Clause, first: int, last: int) -> list[Argument]:
    return people_among(a for a in clause.arguments if first < a.first < last)


def _bearer(clause: Clause, hit: Hit, verb: int) -> list[Argument]:
    """Who hands the letter over: right after the verb, past whom it is for, or before what he "did"."""
    if clause.words[verb].startswith("ب"):
        did = [a for a in clause.left(verb, 1)[:1] if a in _between(clause, clause.sentence.first, verb)]
        if did:
            return did  # "قام أ بتسليم رسالة"
    people = _between(clause, verb, hit.first)
    for_whom = [a for a in people[:1] if a.preposition in _ADDRESSING]
    start = for_whom[0].last if for_whom else verb
    own = [a for a in people[len(for_whom) :][:1] if not a.preposition]
    return [a for a in own if a.first - start <= _BEARER]


def _receiver(clause: Clause, hit: Hit, verb: int, bearer: Argument) -> list[Argument]:
    """For whom the letter is: after "to", as the verb's object, or who is said to have got it."""
    after = _between(clause, bearer.first, hit.first)
    addressed = [a for a in _between(clause, verb, hit.first) if a.preposition in _ADDRESSING]
    handed = [a for a in after[:1] if not a.preposition and not a.joined]
    return addressed[:1] or handed or nearest_subject(clause, verb)[:1]
