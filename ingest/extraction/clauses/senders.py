"""Senders: whose letter or greetings another hands over, and who meets nobody: "سلم أ رسالة من ب إلى ج"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from a letter to who sends it: "رسالة خطية من".
_SENT = 4


def is_sender(clause: Clause, argument: Argument) -> bool:
    """Whether a verb of handing over or conveying leads to what somebody sends.

    Args:
        clause: the sentence.
        argument: somebody in it.
    """
    events, words, first = clause.knowledge.lexicon.events, clause.words, clause.sentence.first
    verbs = events.handing_verbs | events.conveying_verbs | events.delivering_verbs
    letter = argument.preposition == "من"
    near = range(max(first, argument.first - _SENT), argument.first)
    sent = [t for t in near if words[t] in (events.messages if letter else events.greetings_sent)]
    if not sent or not (letter or all(w.startswith("و") for w in words[sent[0] + 1 : argument.first])):
        return False  # "تحيات وتقدير أ"
    return any(t not in clause.inside and is_among(words[t], verbs) for t in range(first, sent[0]))
