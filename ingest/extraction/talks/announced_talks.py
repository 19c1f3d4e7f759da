"""Announced talks: a party tells of its own with another: "أعلنت أ عن محادثات مع ب", "أ تعلن بدء مفاوضات"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import joint
from liqaa.ingest.extraction.text.phrasebook import is_among

# Words between talks and "with".
_BESIDE = 4
_TALKS = frozenset(("talks-noun", "negotiate-noun"))


def read_announced(noun: Noun) -> list[Frame]:
    """The talks that a state or body announces, with the parties that "with" leads to."""
    clause = noun.clause
    subject = _who_announces(clause, _past_holding(noun)) if noun.hit.form.trigger.id in _TALKS else None
    other = next((a for a in noun.right if not a.joined), None)
    if subject is None or other is None or other.preposition != "مع" or other.entity is None:
        return []
    if clause.apart(noun.hit.last, other.first) > _BESIDE:
        return []
    return joint(noun.hit, clause, noun.scene, [subject, *clause.chain(noun.right, noun.right.index(other))])


def _past_holding(noun: Noun) -> int:
    """The token before talks, over the words for holding them: "عن بدء محادثات"."""
    clause, at = noun.clause, noun.hit.first - 1
    while at > clause.sentence.first and clause.words[at] in clause.knowledge.lexicon.cues.holding:
        at -= 1
    return at - (at > clause.sentence.first and clause.words[at] == "عن")


def _who_announces(clause: Clause, end: int) -> Argument | None:
    """The party whose announcement ends at a token: "أعلنت أ عن", "أ تعلن عن"."""
    announcing = clause.knowledge.lexicon.events.announcing
    told = is_among(clause.words[end], announcing)
    last = end if told else end + 1
    party = next((a for a in clause.arguments if a.last == last and not a.preposition), None)
    if party is None or party.entity is None or party.entity.kind not in ("state", "organisation"):
        return None
    before = clause.words[party.first - 1] if party.first > clause.sentence.first else ""
    return party if told or (before and is_among(before, announcing)) else None
