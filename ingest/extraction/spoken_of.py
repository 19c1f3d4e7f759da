"""Spoken of: who is the object of a verb that states no contact, so that another is its subject."""

from __future__ import annotations

from liqaa.ingest.extraction.arguments import Argument
from liqaa.ingest.extraction.clauses import Clause

# Tokens of a verb and of "the latter" after it, who is the last named: "بعد أن التقى الأخير أ".
_LATTER = 2


def is_spoken_of(clause: Clause, argument: Argument, token: int) -> bool:
    """Whether somebody or a state is the object of what another does: "انتقد أ ب", "أ ينتقد ب خلال لقائه".

    Args:
        clause: the sentence.
        argument: who or what may be the subject of what follows.
        token: where that begins; "the latter" in it is the one named last.
    """
    mentions = clause.cast.mentions
    if argument.preposition or argument.joined or mentions[argument.index].kind == "delegation":
        return False
    if any(word in clause.lists.latter for word in clause.words[token : token + _LATTER]):
        return False
    near = clause.left(argument.first, 1)
    before = [a for a in near if not a.preposition and mentions[a.index].kind == "person"]
    if mentions[argument.index].kind == "person":
        party = argument.entity.country if argument.entity else None
        before = [a for a in before if party and a.entity and a.entity.country not in (None, party)]
        before = [a for a in before if not any(h.last == a.first for h in clause.hits)]
        # A bare title before a name is none of another: "قال الرئيس ترامب إن".
        before = [a for a in before if mentions[a.index].name or mentions[a.index].country]
    return any(a.last == argument.first or _is_plain_word(clause, a.last) for a in before)


def _is_plain_word(clause: Clause, token: int) -> bool:
    """Whether a word may be a verb that tells what somebody before it does to whom stands after it."""
    word, lists = clause.words[token], clause.lists
    leads = word in lists.prepositions or word in clause.knowledge.lexicon.cues.conjunctions
    begins = word.startswith(("و", "ف", "ال")) or clause.is_boundary(token)
    return word.isalpha() and not (leads or begins or clause.hit_between(token, token + 1))
