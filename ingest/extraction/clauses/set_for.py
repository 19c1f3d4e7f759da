"""Set for somebody: subjects after "for" of what they did before or are to do: "من المقرر لأ أن يزور ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause

# The preposition of him for whom it is, and the word between him and what he does.
_FOR, _THAT = "ل", "ان"


def is_set_for(clause: Clause, argument: Argument, token: int) -> bool:
    """Whether what begins at a token somebody did before or is to do: "سبق لأ أن زار ب"."""
    if argument.preposition != _FOR or argument.first == clause.sentence.first:
        return False
    cues, before = clause.knowledge.lexicon.cues, clause.words[argument.first - 1].removeprefix("و")
    already = cues.pluperfect - clause.knowledge.lexicon.events.being_verbs  # not "ما كان لأ أن"
    return clause.words[argument.last : token] == [_THAT] and (before in cues.planned or before in already)
