"""Those met in turn: who held several meetings is told before: "عقد أ لقاءات عدة، حيث التقى ب، وج"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.talks.sides import is_party

# How nouns of several meetings end.
_SEVERAL = "ات"


def host_of_meetings(hit: Hit, clause: Clause) -> Argument | None:
    """Who is told to have held several meetings before "where" and a verb that tells whom he met.

    Args:
        hit: the verb.
        clause: its sentence.
    """
    words = clause.words
    if words[hit.first - 1].removeprefix("و") not in clause.lists.onward:
        return None
    nouns = [h for h in clause.hits if h.last < hit.first and h.form.trigger.pattern == "noun"]
    held = next((h for h in nouns if words[h.last - 1].endswith(_SEVERAL)), None)
    if held is None:
        return None
    verbs = (t for t in range(clause.sentence.first, held.first) if clause.knowledge.light_verb(words[t]))
    verb = next((t for t in verbs if t not in clause.inside), None)
    before = (a for a in clause.arguments if a.first < held.first and not a.preposition)
    people = (a for a in before if is_party(clause, a))
    return next(people, None) if verb is not None else None
