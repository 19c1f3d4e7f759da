"""Conditions and anniversaries: what is to be only if something else is, and what is only remembered."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.status.tenses import is_imperfect_verb
from liqaa.ingest.extraction.text.document import COMMAS
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens before a noun among which the word for an anniversary stands: "الذكرى السنوية الأولى لزيارة أ".
_NEAR = 4
# Tokens, mentions aside, from a verb to the condition behind it.
_REACH = 8


def is_on_condition(hit: Hit, clause: Clause) -> bool:
    """Whether something is to be only if something else is: "سيزور أ ب إذا وجهت إليه دعوة".

    A day for it makes it a plan, and "except" tells that it is not to be before: "لن يلتقي أ ب إلا إذا".

    Args:
        hit: the trigger.
        clause: its sentence.
    """
    words, cues = clause.words, clause.knowledge.lexicon.cues
    verb = hit.form.trigger.id.endswith("-verb")
    if not verb or not (hit.form.future or is_imperfect_verb(words[hit.first].removeprefix("و"))):
        return False
    passed = 0
    for token in range(hit.last, clause.sentence.last - 1):
        if token in clause.inside:
            continue
        word = words[token]
        if word in cues.if_words or (word == "في" and words[token + 1] in cues.in_case):
            return words[token - 1] not in cues.no_condition
        passed += 1
        parts = word in COMMAS or word in clause.knowledge.days or clause.hit_between(token, token + 1)
        if passed > _REACH or parts or is_among(word, cues.conjunctions):
            return False
    return False


def is_remembered(hit: Hit, clause: Clause) -> bool:
    """Whether only the anniversary of an event is told: "في الذكرى الأربعين لزيارة أ إلى ب".

    Args:
        hit: the trigger.
        clause: its sentence.
    """
    if not hit.form.trigger.id.endswith("-noun"):
        return False
    near = range(hit.first - 1, max(clause.sentence.first, hit.first - _NEAR) - 1, -1)
    anniversaries = clause.knowledge.lexicon.cues.anniversaries
    at = next((t for t in near if is_among(clause.words[t].lstrip("بل"), anniversaries)), None)
    if at is None or any(t in clause.inside for t in range(at, hit.first)):
        return False
    bare = at == hit.first - 1 and not clause.words[at].startswith("ال")
    return bare or clause.words[hit.first].startswith("ل")  # "ذكرى زيارة أ", "الذكرى الأولى لزيارة أ"
