"""Firsts: who is the first to do something, by what stands around it: "أول زعيم أفريقي يستقبله أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.text.phrasebook import is_among, readings

# Tokens from the word for first to the verb that tells what was first done: "أول زعيم أفريقي يستقبله أ".
_FAR = 4
# Verbs of coming, which tell of the visit themselves.
_COMING = frozenset(("visit-verb", "arrive-verb", "land-verb"))
# Tokens from a visit to who makes it: "أول زيارة إلى أ يجريها وزير".
_MADE = 8


def first_since(frame: Frame, clause: Clause, reach: int) -> int:
    """The token after what tells of an event's time: not "since", where it is the first: "أول لقاء منذ 1959".

    Args:
        frame: the event.
        clause: its sentence.
        reach: how many tokens after the event's words tell of it.
    """
    cues, words, last = clause.knowledge.lexicon.cues, clause.words, frame.last + reach
    before = words[max(clause.sentence.first, frame.first - 1) : frame.first]
    told = words[max(clause.sentence.first, frame.first - 2)] in clause.lists.temporal  # "قبل أول زيارة لأ"
    first = not told and any(stem in cues.firsts for word in before for _, stem in readings(word))
    since = (t for t in range(frame.last, min(last, clause.sentence.last)) if words[t] in cues.since)
    return next(since, last) if first else last


def first_before(clause: Clause, verb: int) -> int | None:
    """The word for first of which a verb tells what it was first done to: "كان أ أول زعيم يستقبله ب"."""
    firsts = clause.knowledge.lexicon.cues.firsts
    near = range(verb - 2, max(clause.sentence.first, verb - _FAR), -1)
    return next((t for t in near if t not in clause.inside and clause.words[t] in firsts), None)


def is_told_as_first(clause: Clause, argument: Argument) -> bool:
    """Whether a mention only says what somebody is: "أ هو أول مسؤول يزور ب", "يعد أ أرفع مسؤول يزور ب".

    Args:
        clause: the sentence.
        argument: somebody who is said to be the first or the highest.
    """
    words, first, lists = clause.words, clause.sentence.first, clause.lists
    at = argument.first - 1
    if at - 1 <= first or words[at] not in clause.knowledge.lexicon.cues.firsts:
        return False
    if words[at - 1] in lists.copular_pronouns:
        return True
    at -= words[at - 1] in lists.thereby
    if is_among(words[at - 1], lists.counted_as) and words[at - 2] in lists.relatives:
        return True  # "أ، الذي أصبح أول مسؤول يزور ب"
    named = next((a for a in clause.arguments if a.last == at and not a.preposition), None)
    if named is None or named.first == first:
        return False
    return is_among(words[named.first - 1], lists.counted_as)


def is_first_by_anybody(hit: Hit, clause: Clause) -> bool:
    """Whether a visit told before is only said to be the first that somebody of a rank makes.

    Such as "يزور أ ب، في أول زيارة يقوم بها أكبر دبلوماسي إلى ب منذ أعوام".

    Args:
        hit: the noun of a visit.
        clause: its sentence.
    """
    told = any(h.form.trigger.id in _COMING and h.last < hit.first for h in clause.hits)
    before = clause.words[max(clause.sentence.first, hit.first - 1) : hit.first]
    if not told or clause.knowledge.lexicon.cues.firsts.isdisjoint(before):
        return False
    people = [a for a in clause.right(hit.last, _MADE) if a.entity and a.entity.kind == "person"]
    verbs = clause.words[hit.last : people[0].first] if people else []
    made = any(clause.knowledge.light_verb(word.removesuffix("ها")) for word in verbs)
    return made and clause.cast.mentions[people[0].index].name is None
