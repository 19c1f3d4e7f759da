"""Credentials: an ambassador who hands them over is received: "تسلم أ أوراق اعتماد السفير ب"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.arguments import Argument
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.clauses.subjects import nearest_subject
from liqaa.ingest.extraction.talks.sides import by_party, is_party
from liqaa.ingest.extraction.text.phrasebook import is_among

# Tokens from the verb to the credentials, its subject between them.
_REACH = 24
# Tokens from the credentials to "who are" and those who hand them over: "عدد من السفراء الجدد وهم".
_LISTED = 10


def read_credentials(hit: Hit, clause: Clause, scene: Scene) -> list[Frame]:
    """The reception at which credentials are taken or handed over."""
    events = clause.knowledge.lexicon.events
    before = [t for t in range(hit.first - 1, _start(hit, clause) - 1, -1) if t not in clause.inside]
    verb = next(
        (t for t in before if is_among(clause.words[t], events.accepting_verbs | events.handing_verbs)), None
    )
    if verb is None:
        return []
    subject = _subject(hit, clause, verb)
    right = [a for a in clause.right(hit.last, 40) if is_party(clause, a)]
    if is_among(clause.words[verb], events.accepting_verbs):
        listed = _listed(hit, clause)
        return by_party(hit, clause, scene, subject, listed or _run(clause, right, ("", "من", "ل")))
    run = clause.chain(clause.arguments, clause.arguments.index(subject[0])) if subject else []
    return by_party(hit, clause, scene, _run(clause, right, ("ل", "الي", "امام")), run or subject)


def _start(hit: Hit, clause: Clause) -> int:
    return max(clause.sentence.first, hit.first - _REACH)


def _subject(hit: Hit, clause: Clause, verb: int) -> list[Argument]:
    """Who takes or hands over: after the verb, else before it."""
    after = [a for a in clause.arguments if verb < a.first < hit.first and not a.preposition]
    after = [a for a in after if is_party(clause, a) and a.entity and a.entity.country]
    return after[:1] or nearest_subject(clause, verb)[:1]


def _run(clause: Clause, right: list[Argument], prepositions: tuple[str, ...]) -> list[Argument]:
    """The first argument under one of the prepositions, with those joined to it.

    Also past what each is to serve as: "أوراق اعتماد أ سفيرا لكينيا، وب سفيرا لغانا".
    """
    first = next((i for i, a in enumerate(right) if a.preposition in prepositions), None)
    if first is None:
        return []
    run = clause.chain(right, first)
    people = [a for a in right[first + 1 :] if a.joined and a.entity and a.entity.kind == "person"]
    return [*run, *(a for a in people if a not in run and _serves(clause, a))]


def _listed(hit: Hit, clause: Clause) -> list[Argument]:
    """Those who are named behind "who are": "أوراق اعتماد عدد من السفراء الجدد وهم: أ، وب"."""
    near = range(hit.last, min(hit.last + _LISTED, clause.sentence.last - 1))
    at = next((t for t in near if clause.words[t].removeprefix("و") in clause.lists.who_are), None)
    if at is None or any(is_among(clause.words[t], clause.lists.relatives) for t in range(hit.last, at)):
        return []
    begun = at + 1 + (clause.words[at + 1] == ":")
    people = [a for a in clause.arguments if a.first >= begun and is_party(clause, a)]
    if not people or people[0].first != begun:
        return []
    run = clause.chain(people, 0)
    return [*run, *(a for a in people if a not in run and a.joined and _serves(clause, a))]


def _serves(clause: Clause, argument: Argument) -> bool:
    """Whether somebody is told with what he is to serve as: "أ سفيرا لكينيا"."""
    after = clause.words[argument.last : argument.last + 1]
    served = any(word in clause.knowledge.lexicon.offices.accredited for word in after)
    return served or bool(clause.cast.mentions[argument.index].office)
