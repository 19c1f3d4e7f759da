"""Talks called off: a verb says so of both sides, of which either may be a state: "ألغت أ محادثات مع ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import by_party
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from the verb to the noun, besides who calls off, and from the noun to "with".
_VERB_REACH = 3
_BESIDE = 4
# Tokens from a state that speaks of itself to the verb.
_SPOKEN = 20
_STATES = frozenset(("country", "capital"))


def read_called_off(noun: Noun) -> list[Frame]:
    """The talks that one side calls off with the other."""
    clause = noun.clause
    verb = _verb(noun)
    other = next((a for a in noun.right if not a.joined), None)
    if verb is None or other is None or other.preposition != "مع" or not _is_side(noun, other):
        return []
    if clause.apart(noun.hit.last, other.first) > _BESIDE:
        return []
    named = [a for a in clause.arguments if verb < a.first < noun.hit.first and not a.preposition]
    subject = named[:1] or nearest_subject(clause, verb, states=True) or _speaking_state(noun, verb)
    mine = [a for a in subject if _is_side(noun, a)]
    return by_party(noun.hit, clause, noun.scene, mine, clause.chain(noun.right, noun.right.index(other)))


def _verb(noun: Noun) -> int | None:
    """The token of the verb that calls off, in front of the noun."""
    clause, passed = noun.clause, 0
    for token in range(noun.hit.first - 1, clause.sentence.first - 1, -1):
        if token in clause.inside:
            continue
        if clause.words[token].removeprefix("و") in clause.knowledge.lexicon.events.calling_off:
            return token
        passed += not _tells_when(clause, token)
        if passed > _VERB_REACH or clause.is_boundary(token):
            return None
    return None


def _tells_when(clause: Clause, token: int) -> bool:
    """Whether a word belongs to a time between the verb and the noun: "ألغت أ الأسبوع الماضي لقاء مع ب"."""
    word = clause.words[token]
    return clause.is_of_time(word) or word in clause.knowledge.lexicon.events.last_moments


def _speaking_state(noun: Noun, verb: int) -> list[Argument]:
    """The state that speaks of itself in the sentence: "أعلنت أ أنها ... بعد أن ألغت محادثات مع ب"."""
    clause = noun.clause
    for argument in clause.left(verb, _SPOKEN):
        beside = clause.words[max(clause.sentence.first, argument.first - 1) : argument.last + 1]
        speaks = any(is_among(w, clause.knowledge.lexicon.cues.speech) for w in beside)
        after = clause.words[argument.last : argument.last + 2]  # "كانت أ قالت إنها"
        own = any(w in clause.knowledge.lexicon.events.speaker_pronouns for w in after)
        if speaks and own and not argument.preposition and _is_side(noun, argument):
            return [argument]
    return []


def _is_side(noun: Noun, argument: Argument) -> bool:
    """Whether an argument is a party, no place in one."""
    geo = noun.clause.cast.mentions[argument.index].geo
    return argument.entity is not None and (
        argument.entity.kind != "state" or geo is None or geo.kind in _STATES
    )
