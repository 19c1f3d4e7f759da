"""Circumstances: what tells only when or where before the verb that opens a clause: "بعد أشهر التقى أ ب"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liqaa.ingest.extraction.text.document import COMMAS, QUOTES

if TYPE_CHECKING:
    from liqaa.ingest.extraction.clauses.clauses import Clause

# Tokens that may tell when or where before the verb that opens a clause.
_OPENING = 8
# Quotation marks that only close, and those that only open.
_CLOSING, _OPENING_MARKS = "»”", "«“"


def follows_circumstance(clause: Clause, token: int) -> bool:
    """Whether only when or where stands before a verb: "على صعيد الزيارة التقى أ", "قال: قبل أيام زار أ".

    Args:
        clause: the sentence.
        token: the verb.
    """
    return any(_is_circumstance(clause, first, token) for first in _openings(clause, token))


def _openings(clause: Clause, token: int) -> list[int]:
    """Where the clause of a token may begin: with the sentence, with what is quoted, or joined by a comma."""
    near = range(max(clause.sentence.first + 1, token - _OPENING), token)
    begun = (t for t in near if _opens_quotation(clause, t - 1) or _is_joined(clause, t))
    return [clause.sentence.first, *begun]


def _is_joined(clause: Clause, token: int) -> bool:
    """Whether a further clause begins behind a comma: "وصل أ، وفور وصوله التقى ب"."""
    return clause.words[token - 1] in COMMAS and clause.words[token].startswith("و")


def _opens_quotation(clause: Clause, token: int) -> bool:
    """Whether a token is a colon, or a quotation mark that closes nothing: not that of «أ» في ب."""
    word, before = clause.words[token], clause.words[clause.sentence.first : token]
    if word not in QUOTES:
        return word == ":"
    return word not in _CLOSING and (word in _OPENING_MARKS or before.count(word) % 2 == 0)


def _is_circumstance(clause: Clause, first: int, token: int) -> bool:
    """Whether a time or a place opens at a token, and nothing else stands from there to another."""
    opening = clause.words[first].removeprefix("و")
    opens = opening in clause.lists.prepositions or opening in clause.lists.openings
    if _is_time(clause, first, token):
        return True
    if not opens or token - first > _OPENING:
        return False
    people = any(first <= a.first < token and a.entity and a.entity.kind != "state" for a in clause.arguments)
    return not people and not any(map(clause.is_boundary, range(first + 1, token)))


def _is_time(clause: Clause, first: int, token: int) -> bool:
    """Whether nothing but a time stands from a token to another: "والأحد الماضي التقى أ ب"."""
    opening, *told = clause.words[first:token]
    opening, dates = opening.removeprefix("و"), clause.knowledge.lexicon.dates
    if first in clause.inside:
        return False
    if " ".join((opening, *told)) in clause.knowledge.days:
        return True  # "أمس الأول"
    named = clause.knowledge.tells_day(opening) or opening in dates.near_times | dates.year_openers
    return named and all(map(clause.is_of_time, told))
