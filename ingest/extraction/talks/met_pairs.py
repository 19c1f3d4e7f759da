"""Pairs that met: two already spoken of who are a verb's subject: "دعا أ ب عندما التقى الرئيسان"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause, Hit

# The ending of two who are a subject.
_NOMINATIVE = "ان"


def leads_pair(hit: Hit, clause: Clause) -> bool:
    """Whether two already spoken of stand right after a verb of meeting as its subject.

    Not of discussing, which goes on about a meeting told before: "وبحث الوزيران خلال الاتصال".
    """
    if hit.form.trigger.pattern not in ("transitive", "prepositional"):
        return False
    after = next((a for a in clause.arguments if a.first == hit.last and not a.preposition), None)
    pair = after is not None and clause.cast.mentions[after.index].anaphor == "pair"
    return pair and clause.words[hit.last].endswith(_NOMINATIVE)
