"""Holders by their lands: several who are named each behind his land: "وزيرا خارجية أ زيد وب عمرو"."""

from __future__ import annotations

from liqaa.ingest.extraction.mentions.person import Person
from liqaa.ingest.extraction.text.knowledge import Knowledge

# Tokens of a name at most, before the next land.
_NAME = 4


def is_named_in(knowledge: Knowledge, words: list[str], at: int, end: int) -> bool:
    """Whether a land and its holder's name are the first of several: "وزيرا الري في أ زيد وب عمرو".

    Args:
        knowledge: the lexicon, compiled.
        words: folded words of the document.
        at: the token at which the land stands.
        end: the token after the sentence.
    """
    land = knowledge.geo.match(words, at, clitics=False) if at < end else None
    if land is None or land.value.kind != "country":
        return False
    holder = Person(words, at, land.last, end, country=land.value.code)
    return is_named_for_land(knowledge, words, holder, named=False)


def is_named_for_land(knowledge: Knowledge, words: list[str], person: Person, named: bool) -> bool:
    """Whether a land's holder is named right after it: somebody known, or as the one before or after him.

    Args:
        knowledge: the lexicon, compiled.
        words: folded words of the document.
        person: the holder so far, by his land.
        named: the holder before him has a name.
    """
    return _is_known(knowledge, words, person) or _has_given_name(knowledge, words, person, named)


def past_respect(knowledge: Knowledge, words: list[str], person: Person) -> int:
    """The token of a name behind a title of respect after its holder's land, 0 for none: "سفراء أ السيد ب".

    Args:
        knowledge: the lexicon, compiled.
        words: folded words of the document.
        person: the holder so far, by his land.
    """
    title = (
        knowledge.honorifics.match(words, person.here, clitics=False) if person.here < person.end else None
    )
    if title is None or title.last >= person.end:
        return 0
    named = words[title.last] in knowledge.given or knowledge.people.match(words, title.last, clitics=False)
    return title.last if named else 0


def _is_known(knowledge: Knowledge, words: list[str], person: Person) -> bool:
    """Whether somebody of the land is known by the name behind it, and others are named like him."""
    known = knowledge.people.match(words, person.here, clitics=False)
    if known is None or known.last > person.end or all(k.party != person.country for k in known.value):
        return False
    return person.clitic == "و" or _is_land_joined(knowledge, words, known.last, person.end)


def _has_given_name(knowledge: Knowledge, words: list[str], person: Person, named: bool) -> bool:
    """Whether a land's holder whom nobody knows is named behind it, as the one before or after him."""
    word = words[person.here] if person.here < person.end else ""
    unknown = named and word.isalpha() and word not in knowledge.lexicon.common_words
    if word not in knowledge.given and not unknown:
        return False
    after = range(person.here + 1, min(person.here + _NAME + 1, person.end))
    joined = next((t for t in after if words[t].startswith("و")), person.end)
    return named or _is_land_joined(knowledge, words, joined, person.end)


def _is_land_joined(knowledge: Knowledge, words: list[str], at: int, end: int) -> bool:
    """Whether و joins a land at a token."""
    land = knowledge.geo.match(words, at) if at < end and words[at].startswith("و") else None
    return land is not None and land.clitic == "و" and land.value.kind == "country"
