"""Objects of verbs: which body or state is the object of what somebody before it does."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from "against" to a body that is joined to somebody unread: "ضد حركة أ وب", a quotation mark at each.
_FACED = 8


def is_object(clause: Clause, argument: Argument) -> bool:
    """Whether a body or state is the object of what somebody does: "انتقد أ ب", "أ ينتقد ب خلال لقائه".

    Args:
        clause: the sentence.
        argument: what may be the subject of what follows.
    """
    mentions = clause.cast.mentions
    thing = mentions[argument.index].kind in ("organisation", "state")
    if argument.joined and thing:
        return is_faced(clause, argument)
    if argument.preposition or not thing:
        return False  # a person may travel: "ودع أ ب في ختام زيارته"
    near = clause.left(argument.first, 1)
    before = [a for a in near if not a.preposition and mentions[a.index].kind == "person"]
    return any(a.last == argument.first or _is_plain_word(clause, a.last) for a in before)


def is_informed(clause: Clause, argument: Argument) -> bool:
    """Whether somebody is only told what another is to do: "أبلغ أ ب أنه سيزور ج".

    Args:
        clause: the sentence.
        argument: what may be the subject of what follows.
    """
    words, cues = clause.words, clause.knowledge.lexicon.cues
    teller = next((a for a in clause.arguments if a.last == argument.first and not a.preposition), None)
    if teller is None or argument.last >= clause.sentence.last or teller.first == clause.sentence.first:
        return False
    return is_among(words[teller.first - 1], cues.informing) and words[argument.last] in cues.that_he


def is_faced(clause: Clause, argument: Argument) -> bool:
    """Whether a body is joined to somebody unread against or towards whom something is: "الحرب ضد أ وب".

    Args:
        clause: the sentence.
        argument: the body or state.
    """
    for token in range(argument.first - 1, max(clause.sentence.first, argument.first - _FACED) - 1, -1):
        if token in clause.inside or clause.hit_between(token, token + 1):
            return False
        if clause.words[token] in clause.lists.facing:
            return argument.joined
    return False


def _is_plain_word(clause: Clause, token: int) -> bool:
    """Whether a word may be a verb that tells what somebody before it does to whom stands after it."""
    word, lists = clause.words[token], clause.lists
    leads = word in lists.prepositions or word in clause.knowledge.lexicon.cues.conjunctions
    begins = word.startswith(("و", "ف", "ال")) or clause.is_boundary(token)
    return word.isalpha() and not (leads or begins or clause.hit_between(token, token + 1))
