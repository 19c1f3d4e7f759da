"""Between others: what talks are only about, which is between those named: "تناول اللقاء الأزمة بين أ وب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.text.phrasebook import is_among

# Kinds of those of whom nobody is named.
_IMPERSONAL = ("state", "organisation")


def is_about(noun: Noun, members: list[Argument]) -> bool:
    """Whether a verb before talks leads to what they are about, which is between states: "تتناول".

    Args:
        noun: the noun of talks.
        members: those whom "between" names after it.
    """
    clause, before = noun.clause, noun.clause.words[noun.hit.first - 1].removeprefix("و").removeprefix("س")
    cues, mentions = clause.knowledge.lexicon.cues, clause.cast.mentions
    first = min((a.first for a in members), default=noun.hit.last)
    told = noun.hit.first > clause.sentence.first and before in cues.treating
    between = [w for w in clause.words[noun.hit.last : first - 1] if w.isalpha()]
    held = any(word in clause.lists.relatives for word in between)  # "المحادثات التي جرت بين أ وب"
    theirs = len(between) > 1 or any(is_among(word, cues.between_two) for word in between)
    return told and not held and theirs and all(mentions[a.index].kind in _IMPERSONAL for a in members)
