"""What must hold between the entries of the lexicon: a rule yields ``file: key: reason`` for a breach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from liqaa.ontology.folding import fold
from liqaa.ontology.register_rules import broken_register_rules

if TYPE_CHECKING:
    from liqaa.ontology.lexicon import Lexicon


def broken_rules(lexicon: Lexicon) -> Iterator[str]:
    """Every entry that clashes with another, names what is not there, or could never be used."""
    yield from _codes(lexicon)
    yield from _triggers(lexicon)
    yield from _subsets(lexicon)
    yield from _offices(lexicon)
    yield from _latin(lexicon)
    yield from broken_register_rules(lexicon.register)


def _codes(lexicon: Lexicon) -> Iterator[str]:
    """Codes given twice, and codes that no file defines."""
    seen: dict[str, str] = {}
    for file, entries in (
        ("countries.yml", lexicon.countries),
        ("organisations.yml", lexicon.organisations),
        ("authorities.yml", lexicon.authorities),
    ):
        for entry in entries:
            if entry.code in seen:
                yield f"{file}: {entry.code}: the code is given twice, also in {seen[entry.code]}"
            seen[entry.code] = file
    for where, code in _used_codes(lexicon):
        if code not in seen:
            yield f"{where}: {code} is not a known code"


def _used_codes(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Where each code is used that an entry must define."""
    for place in lexicon.places:
        yield f"places.yml: {place.name}: country", place.country
    for sheet in lexicon.register:
        yield f"register/{sheet.party.lower()}.yml: party", sheet.party
    for title in lexicon.offices.titles:
        if title.country is not None:
            yield f"offices.yml: titles: {title.title}: country", title.country
    for code in lexicon.topics.conflicts:
        yield "topics.yml: conflicts", code
    for spread in lexicon.topics.spreads:
        for code in spread.lands:
            yield f"topics.yml: spreads: {spread.word}: lands", code


def _triggers(lexicon: Lexicon) -> Iterator[str]:
    """Trigger ids given twice, and forms that an earlier trigger has taken."""
    ids: set[str] = set()
    owner: dict[str, str] = {}
    for trigger in lexicon.triggers:
        if trigger.id in ids:
            yield f"triggers.yml: {trigger.id}: the id is given twice"
        ids.add(trigger.id)
        for form in trigger.forms:
            first = owner.setdefault(fold(form), trigger.id)
            if first != trigger.id:
                yield f"triggers.yml: {trigger.id}: forms: {form} is a form of {first} already"


def _subsets(lexicon: Lexicon) -> Iterator[str]:
    """Lists that pick from another list: what is not in that one is never asked for."""
    syntax, events, offices = lexicon.syntax, lexicon.events, lexicon.offices
    told = frozenset(entry.topic for entry in lexicon.topics.phrases)
    wars, conflicts = frozenset(lexicon.topics.wars), frozenset(lexicon.topics.conflicts)
    for where, part, whole, name in (
        ("syntax.yml: receiving_verbs", syntax.receiving_verbs, syntax.light_verbs, "light_verbs"),
        ("syntax.yml: joined_prepositions", syntax.joined_prepositions, syntax.prepositions, "prepositions"),
        ("events.yml: banquets", events.banquets, events.meals, "meals"),
        ("events.yml: degree_objects", events.degree_objects, events.award_objects, "award_objects"),
        ("topics.yml: wars", wars, conflicts, "conflicts"),
        ("topics.yml: passing", frozenset(lexicon.topics.passing), told, "phrases"),
        ("topics.yml: untitled", frozenset(lexicon.topics.untitled), told, "phrases"),
        ("topics.yml: general", frozenset(lexicon.topics.general), told, "phrases"),
        ("offices.yml: bodies", offices.bodies, offices.groups, "groups"),
        ("offices.yml: voices", offices.voices, offices.bodies, "bodies"),
    ):
        yield from (f"{where}: {word} is not in {name}" for word in sorted(part - whole))


def _offices(lexicon: Lexicon) -> Iterator[str]:
    """Kinds of office whose word begins no office, and titles or pairs given twice."""
    offices = lexicon.offices
    heads = {fold(head.word) for head in offices.heads}
    for title in offices.titles:
        heads |= {fold(title.title), fold(title.title).partition(" ")[0]}
    for name in (
        "further_heads",
        "incomplete",
        "artists",
        "governors",
        "diplomats",
        "sent",
        "generic",
        "envoys",
    ):
        for word in sorted(getattr(offices, name) - heads):
            yield f"offices.yml: {name}: {word} begins no office of 'heads' or 'titles'"
    yield from _repeated("offices.yml: titles", (title.title for title in offices.titles))
    yield from _repeated("offices.yml: heads", (head.word for head in offices.heads))
    yield from _repeated(
        "offices.yml: pairs", (word for pair in offices.pairs for word in sorted(pair.words))
    )


def _latin(lexicon: Lexicon) -> Iterator[str]:
    """Rows of one word, and Arabic letters that no table spells."""
    latin = lexicon.latin
    yield from _repeated("latin.yml: words", latin.words)
    yield from _repeated("latin.yml: short", latin.short)
    spelt = set(latin.letters)
    for word in latin.words:
        for letter in sorted(set(word) - spelt):
            yield f"latin.yml: words: {word}: {letter} is not in letters"


def _repeated(where: str, words: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for word in words:
        if fold(word) in seen:
            yield f"{where}: {word} is given twice"
        seen.add(fold(word))
