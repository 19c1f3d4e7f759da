"""Meetings that are the occasion of what is told: "اتفق أ وب خلال اجتماع في ج", "وفي قمة بج، اتفق أ وب"."""

from __future__ import annotations

from liqaa.ingest.extraction.document import COMMAS, QUOTES
from liqaa.ingest.extraction.frames import Frame
from liqaa.ingest.extraction.nouns import Noun
from liqaa.ingest.extraction.phrasebook import is_among
from liqaa.ingest.extraction.sides import joint
from liqaa.ingest.extraction.subjects import nearest_subject

# Tokens between those who meet and a noun that is the occasion: "في ختام".
_RIGHT_BEFORE = 3
# Tokens before a noun among which those who agree stand, and from them to when they do, on what between.
_SIDES, _AGREED = 32, 10
# Words between a noun and those whose meeting it is.
_BESIDE = 4


def read_on_occasion(noun: Noun) -> list[Frame]:
    """Such as "اتفقت أ وب خلال اجتماع في ج على": those of whom something is told right before it."""
    clause, first = noun.clause, noun.hit.first
    if noun.possessed or _is_of_many(noun) or not _is_occasion(noun):
        return []
    if first - clause.sentence.first <= 1:
        return _of_whom_it_opens(noun)
    if _is_of_others(noun):
        return []
    run = nearest_subject(clause, first, states=True)
    with_him = [a for a in clause.left(first, _SIDES)[:1] if a.preposition == "مع"]
    agree = bool(run and with_him) and is_among(clause.words[run[0].first - 1], _agreeing(noun))
    run, reach = (run + with_him, _AGREED) if agree else (run, _RIGHT_BEFORE)
    if len(run) < 2 or run[0].preposition:
        return []
    between = [word for word in clause.words[run[-1].last : first] if word not in QUOTES]
    return joint(noun.hit, clause, noun.scene, run) if len(between) <= reach else []


def _agreeing(noun: Noun) -> frozenset[str]:
    """Verbs whose "with" leads to who takes part as well: "اتفق أ مع ب على ذلك خلال لقاء"."""
    return noun.clause.knowledge.lexicon.cues.agreeing


def _is_occasion(noun: Noun) -> bool:
    """Whether a noun is the time of what is told, or a meeting not told before in which it happened."""
    before = noun.clause.words[noun.hit.first - 1]
    if before.removeprefix("و") != "في":
        return is_among(before, noun.clause.lists.occasions)
    told = any(h.first < noun.hit.first for h in noun.clause.hits)  # "يستقبل أ ب وج في قمة بد"
    return not told and not noun.clause.words[noun.hit.first].startswith("ال")


def _of_whom_it_opens(noun: Noun) -> list[Frame]:
    """Such as "وخلال اجتماع في ج، اتفق أ وب على": those of whom the sentence tells what they did there."""
    clause = noun.clause
    comma = next((t for t in range(noun.hit.last, clause.sentence.last) if clause.words[t] in COMMAS), None)
    if comma is None or any(a.preposition not in ("في", "ب") for a in noun.right if a.first < comma):
        return []
    told = [a for a in clause.arguments if a.first == comma + 2 and not a.preposition]
    run = clause.chain(clause.arguments, clause.arguments.index(told[0])) if told else []
    return joint(noun.hit, clause, noun.scene, run) if len(run) >= 2 else []


def _is_of_many(noun: Noun) -> bool:
    """Whether it is held year by year: "خلال القمة العربية"."""
    after = noun.clause.words[noun.hit.last : noun.hit.last + 1]
    return any(word in noun.clause.knowledge.lexicon.events.standing_summits for word in after)


def _is_of_others(noun: Noun) -> bool:
    """Whether more hold it: "خلال اجتماع لمجلس الأمن"."""
    near = [a for a in noun.right if a.first - noun.hit.last <= _BESIDE]
    return any(a.preposition not in ("في", "ب") for a in near)
