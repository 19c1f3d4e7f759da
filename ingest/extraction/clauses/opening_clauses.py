"""Opening clauses: a sentence that first says after or before what it was: "بعد أن التقى ب، توجه أ إلى ج"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument, people_among
from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.text.document import COMMAS

# Tokens from the comma behind an opening clause to who acts: "، توجه أ", "، سوف يتوجه أ".
_ACTS = 4
# Tokens from that comma to a verb: "، فقد توجه".
_LED = 2
# Words that open a clause: "بعد أن".
_OPENERS = 2


def named_behind(clause: Clause, token: int) -> list[Argument]:
    """Who acts behind the opening clause in which a token stands, and so in it, too; else nobody.

    Args:
        clause: the sentence.
        token: a token of the opening clause, after whom else it tells of.
    """
    comma = _end(clause, token) if is_in_opening(clause, token) else None
    people = people_among(a for a in clause.arguments if comma is not None and a.first > comma)
    bare = [a for a in people if not a.preposition and not a.joined]
    if comma is None or not bare or bare[0].first - comma > _ACTS:
        return []
    return clause.chain(clause.arguments, clause.arguments.index(bare[0]))


def is_in_opening(clause: Clause, token: int) -> bool:
    """Whether a token is in the clause with which its sentence opens: in "بعد أن عقد لقاء مع ب، قال أ"."""
    verb = _verb(clause)
    comma = _end(clause, verb) if verb is not None else None
    return verb is not None and comma is not None and verb <= token < comma


def are_parted(clause: Clause, one: int, other: int) -> bool:
    """Whether one of two tokens is in the clause with which a sentence opens, the other behind it."""
    return is_in_opening(clause, one) != is_in_opening(clause, other)


def is_behind(clause: Clause, token: int) -> bool:
    """Whether a verb comes right behind an opening clause, and its own subject behind it: "، فقد زار أ ب"."""
    verb = _verb(clause)
    if verb is None or COMMAS.isdisjoint(clause.words[max(verb, token - _LED) : token]):
        return False
    return any(a.first == token + 1 and not a.preposition for a in people_among(clause.arguments))


def _verb(clause: Clause) -> int | None:
    """The token of the verb of the clause with which a sentence opens; None where it opens with none."""
    first = clause.sentence.first
    words = [clause.words[first].removeprefix("و"), *clause.words[first + 1 : first + _OPENERS]]
    lengths = range(len(words), 0, -1)
    return next((first + n for n in lengths if " ".join(words[:n]) in clause.lists.opening_clauses), None)


def _end(clause: Clause, token: int) -> int | None:
    """The comma that ends the clause in which a token stands; None where there is none."""
    commas = (t for t in range(token, clause.sentence.last - 1) if clause.words[t] in COMMAS)
    return next((t for t in commas if t not in clause.inside), None)
