"""Accusatives: those whose form shows that they were met: "كما التقى كلا من أ وب", "والتقى وزيري أ وب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.text.phrasebook import readings

# "Each of", where it is an object, and how the offices of two and of several end there.
_EACH_OF = (["كلا", "من"], ["كلا", "من", ":"])
_OBLIQUE = ("ي", "ين")


def are_met(clause: Clause, people: list[Argument]) -> bool:
    """Whether several right behind a verb are whom its subject met, who is told before.

    Args:
        clause: the sentence.
        people: who stand behind the verb.
    """
    words, first = clause.words, people[0].first
    if any(words[max(0, first - len(each)) : first] == each for each in _EACH_OF):
        return True
    if len(people) == 1 or not words[first].endswith(_OBLIQUE):
        return False
    office = clause.knowledge.offices.match(words, first)
    several = office is not None and office.value.number > 1 and not office.clitic
    return several and not any(stem in clause.knowledge.given for _, stem in readings(words[first]))
