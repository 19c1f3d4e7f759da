"""Journeys of which it is said first when they are, then where to: "زيارة أ التي تبدأ اليوم إلى ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.lands import governor, land_of
from liqaa.ingest.extraction.text.document import COMMAS

# Tokens from the noun to the traveller, and from the relative clause about his journey to where it leads.
_TRAVELLER, _TIME = 1, 7


def past_time(hit: Hit, clause: Clause) -> int | None:
    """The token after a relative clause that only tells when a journey is, if a land follows.

    Args:
        hit: the noun of a visit.
        clause: its sentence.

    Returns:
        None where there is no such clause.
    """
    words, last = clause.words, clause.sentence.last
    traveller = next((a for a in clause.right(hit.last, _TRAVELLER + 1)), None)
    if traveller is None or traveller.first != hit.last or traveller.preposition:
        return None
    at = traveller.last
    at += at < last and words[at] in COMMAS
    if at + 1 >= last or words[at] not in clause.lists.relatives_of_one:
        return None
    dates, events = clause.knowledge.lexicon.dates, clause.knowledge.lexicon.events
    if words[at + 1].removeprefix("س") not in events.beginning_verbs | dates.lasting | dates.ending_verbs:
        return None
    goal = next((a for a in clause.arguments if a.first >= at + 2), None)
    if goal is None or goal.first - at > _TIME or clause.hit_between(hit.last, goal.first):
        return None
    leads = land_of(clause, goal) is not None and governor(clause, goal) in ("الي", "ل")
    begin = goal.first - (goal.preposition == "الي")
    lengths = {word for form in sum(dates.lengths_in_days.values(), ()) for word in form.split()}
    timed = all(clause.is_of_time(word) or word in lengths for word in words[at + 2 : begin])
    return begin if leads and timed else None
