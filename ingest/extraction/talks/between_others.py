"""Between others: what talks are only about, which is between those named: "تناول اللقاء الأزمة بين أ وب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among

# Words before "between" among which stands the noun of what is between those named after it.
_BESIDE = 2
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
    if _is_told_beside(noun, first) or _is_amid(noun, first):
        return True
    told = noun.hit.first > clause.sentence.first and before in cues.treating
    between = [w for w in clause.words[noun.hit.last : first - 1] if w.isalpha()]
    held = any(word in clause.lists.relatives for word in between)  # "المحادثات التي جرت بين أ وب"
    theirs = len(between) > 1 or any(is_among(word, cues.between_two) for word in between)
    return told and not held and theirs and all(mentions[a.index].kind in _IMPERSONAL for a in members)


def _is_told_beside(noun: Noun, first: int) -> bool:
    """Whether what is between them is told past a comma: "تنطلق قمة أ، في وقت تزداد التوترات بين ب وج"."""
    clause, cues = noun.clause, noun.clause.knowledge.lexicon.cues
    between = [t for t in range(noun.hit.last, first - 1) if t not in clause.inside]
    apart = [t for t in between if clause.words[t] in COMMAS or clause.words[t] in cues.amid]
    if any(clause.words[t] == "بين" and not _is_of_two(clause, t) for t in between):
        return False  # "المحادثات بين الكوريتين، والعلاقات بين أ وب"
    beside = [t for t in between if t > max(apart, default=first)][-_BESIDE:]
    return any(is_among(clause.words[t], cues.between_two) for t in beside)


def _is_of_two(clause: Clause, token: int) -> bool:
    """Whether "between" at a token belongs to what is between others: "توتر ملحوظ بين أ وب"."""
    before = clause.words[max(clause.sentence.first, token - _BESIDE) : token]
    return any(is_among(word, clause.knowledge.lexicon.cues.between_two) for word in before)


def _is_amid(noun: Noun, first: int) -> bool:
    """Whether what is between them only goes on around the talks: "قمة أ وسط خلافات، لا سيما بين ب وج"."""
    clause, cues = noun.clause, noun.clause.knowledge.lexicon.cues
    around = next((t for t in range(noun.hit.last, first - 1) if clause.words[t] in cues.amid), first)
    told = (clause.words[t] for t in range(around, first - 1) if t not in clause.inside)
    return any(is_among(word, cues.between_two) for word in told)
