"""Calls with somebody named before: "في اتصال أجراه معه أ", "أجرى أ به اتصالا", "تلقى أ منه مكالمة"."""

from __future__ import annotations

from typing import NamedTuple

from liqaa.ingest.extraction.calls.callers import governing_verb
from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.sides import is_party

# Words between a verb and the call it governs, besides those who hold it.
_APART = 4


class PronounCall(NamedTuple):
    """A call with whom a pronoun means.

    Attributes:
        whom: whom the pronoun means, empty where it is whom the text is about.
        subject: who is the subject of the call's verb.
        roles: the roles of both.
    """

    whom: list[Argument]
    subject: list[Argument]
    roles: tuple[str, str]


def pronoun_call(hit: Hit, clause: Clause) -> PronounCall | None:
    """The call with whom a pronoun beside its verb means; none where no pronoun or no subject stands.

    Args:
        hit: the noun of a call.
        clause: its sentence.
    """
    verb, _ = governing_verb(hit, clause)
    if verb is None or hit.form.trigger.pattern != "call" or clause.apart(verb, hit.first) > _APART:
        return None
    spots = (verb + 1, hit.first - 1, hit.last)
    lists = clause.lists
    pronouns = dict.fromkeys(lists.with_pronouns, ("party", "party"))
    pronouns |= dict.fromkeys(lists.by_pronouns, ("callee", "caller"))
    pronouns |= dict.fromkeys(lists.from_pronouns, ("caller", "callee"))
    last = clause.sentence.last
    beside = [t for t in spots if (verb < t or t == hit.last) and t < last and t not in clause.inside]
    found = next((t for t in beside if clause.words[t] in pronouns), None)
    subject = _subject(hit, clause, verb, found) if found is not None else []
    if found is None or not subject:
        return None
    whom = [a for a in nearest_subject(clause, min(verb, hit.first)) if a not in subject]
    return PronounCall(whom[:1], subject, pronouns[clause.words[found]])


def _subject(hit: Hit, clause: Clause, verb: int, pronoun: int) -> list[Argument]:
    """Who is the subject of a call's verb: right after the pronoun, or between verb and call."""
    people = [a for a in clause.arguments if not a.preposition and is_party(clause, a)]
    after = [a for a in people if 0 < a.first - pronoun <= 1 or (verb < a.first < hit.first)]
    return clause.chain(clause.arguments, clause.arguments.index(after[0])) if after else []
