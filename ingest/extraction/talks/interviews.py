"""Interviews: whom a pronoun means beside them: "أجرت الصحيفة الحوار مع أ بعد ساعات من استقباله ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause


def interviewed(clause: Clause, token: int) -> list[Argument]:
    """The person of whom an interview is told before a token, nobody else standing between them.

    Args:
        clause: the sentence.
        token: where a noun stands that carries his pronoun.
    """
    people = [a for a in clause.left(token) if a.entity is not None and a.entity.kind == "person"]
    if not people or people[0].preposition != "مع":
        return []
    told = clause.words[people[0].first - 2 : people[0].first - 1]
    return people[:1] if any(word in clause.knowledge.lexicon.events.interviews for word in told) else []
