"""Private journeys, on no official business: "زيارة خاصة", "توجه أ إلى ب لقضاء إجازته"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit

# Tokens after the noun of a visit in which it is called private, and from a verb to such a noun.
_CALLED, _CARRIED = 3, 14
# Words besides mentions from a journey to what it is for.
_AIM = 6


def is_private(hit: Hit, clause: Clause) -> bool:
    """Whether a journey is called private, or is for somebody's holidays or health.

    Args:
        hit: a trigger of a visit.
        clause: its sentence.
    """
    return _is_called_private(hit, clause) or _has_private_aim(hit, clause)


def _is_called_private(hit: Hit, clause: Clause) -> bool:
    """Whether the noun of a visit is called private: "زيارة عائلية"."""
    visits = [h for h in clause.hits if h.form.trigger.pattern == "visit-noun" and h.first >= hit.first]
    ends = [hit.last, *(h.last for h in visits[:1] if h.first - hit.last < _CARRIED)]
    private, last = clause.knowledge.lexicon.events.private, clause.sentence.last
    return any(w in private for end in ends for w in clause.words[end : min(end + _CALLED, last)])


def _has_private_aim(hit: Hit, clause: Clause) -> bool:
    """Whether a journey is for holidays or a cure: "وصل أ إلى ب لتلقي العلاج"."""
    passed = 0
    for token in range(hit.last, clause.sentence.last):
        if token in clause.inside:
            continue
        if clause.knowledge.private_aims.match(clause.words, token, clitics=False):
            return True
        passed += 1
        if passed > _AIM or (clause.is_boundary(token) and not clause.tells_when(clause.words[token])):
            return False
    return False
