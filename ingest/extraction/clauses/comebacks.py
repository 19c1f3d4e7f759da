"""Comebacks: who comes back to a land that is not his, and so visits it: "عاد المبعوث الأممي إلى صنعاء"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.text.document import COMMAS

if TYPE_CHECKING:
    from liqaa.ingest.extraction.clauses.clauses import Clause

# Tokens between the verb and who comes back, and from the later of the two to where he comes.
_NEAR = 4
_REACH = 8
_TO = "الي"
_KINDS = frozenset(("person", "delegation"))
# What else stands between a subject and its verb: "كان أ قد عاد", "عاد، أمس، أ".
_PASSED = COMMAS | {"قد"}


def is_comeback(clause: Clause, verb: int) -> bool:
    """Whether a verb of returning leads an official, named beside it, to a land that is not his.

    Args:
        clause: the sentence.
        verb: the verb's token.
    """
    traveller = next((a for a in clause.arguments if _travels(clause, a, verb)), None)
    if traveller is None or traveller.entity is None:
        return False
    if traveller.entity.office_key.partition(" ")[0] in clause.knowledge.lexicon.offices.stationed:
        return False  # "عاد السفير إلى الدوحة"
    start = max(traveller.last, verb + 1)
    for argument in clause.arguments:
        geo = clause.cast.mentions[argument.index].geo
        near = verb < argument.first and argument.first - start <= _REACH
        if near and argument.preposition == _TO and geo is not None and geo.country:
            return geo.country != traveller.entity.country
    return False


def _travels(clause: Clause, argument: Argument, verb: int) -> bool:
    """Whether somebody of a known party is the subject of a verb, no more than the time between them."""
    entity = argument.entity
    if argument.preposition or argument.joined or entity is None or entity.kind not in _KINDS:
        return False
    behind = argument.first > verb
    between = range(verb + 1, argument.first) if behind else range(argument.last, verb)
    told = [clause.words[t] for t in between]
    beside = len(told) <= _NEAR and all(clause.is_of_time(w) or w in _PASSED for w in told)
    return beside and entity.country is not None
