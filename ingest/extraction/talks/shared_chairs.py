"""Shared chairs: those who lead a meeting together: "أشغال اللجنة الكينية الغانية برئاسة أ مناصفة مع ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.talks.nations import lend_nations_of_body
from liqaa.ingest.extraction.talks.nouns import Noun
from liqaa.ingest.extraction.talks.sides import is_party


def read_chairs(noun: Noun, right: list[Argument], position: int) -> list[Argument]:
    """Who chairs or takes part, with who does it to the same share, each of a land of the body that meets.

    Args:
        noun: the meeting.
        right: whoever is named behind it.
        position: which of them is the first who does.
    """
    clause = noun.clause
    members: list[Argument] = clause.chain(right, position)
    if len(members) == 1:
        members += _by_halves(noun, members[0])
    lend_nations_of_body(noun, members)
    return members


def chair_of(noun: Noun, members: list[Argument]) -> list[Argument]:
    """Who chairs a meeting that brings others together: "اجتماع برئاسة أ ضم ب وج".

    Args:
        noun: the meeting.
        members: the others.
    """
    clause = noun.clause
    led = clause.knowledge.lexicon.syntax.chaired_by
    last = members[0].first if members else noun.hit.last
    near = (a for a in clause.arguments if noun.hit.last < a.first < last)
    chair = next((a for a in near if clause.words[a.first - 1] in led and is_party(clause, a)), None)
    return [chair] if chair is not None and not clause.hit_between(noun.hit.last, chair.first) else []


def _by_halves(noun: Noun, first: Argument) -> list[Argument]:
    """Who leads with somebody to the same share: "برئاسة أ مناصفة مع ب"."""
    clause, sharing = noun.clause, noun.clause.knowledge.lexicon.events.shared_by
    after = [a for a in clause.arguments if a.first > first.last + 1 and a.preposition == "مع"]
    other = next((a for a in after if clause.words[a.first - 2] in sharing), None)
    if other is None or clause.hit_between(first.last, other.first) or not is_party(clause, other):
        return []
    return [other]
