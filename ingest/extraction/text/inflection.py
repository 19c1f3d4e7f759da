"""Inflection: the forms of a word that the lexicon leaves out because they follow from the one it gives."""

from __future__ import annotations

from collections.abc import Iterator

from liqaa.ingest.extraction.text.meanings import Number
from liqaa.ontology.lexicon_words import Trigger

# Endings of an adjective: (ending, feminine, number).
_ENDINGS: tuple[tuple[str, bool, Number], ...] = (
    ("", False, 1),
    ("ة", True, 1),
    ("ا", False, 1),
    ("ان", False, 2),
    ("ين", False, 3),
    ("ون", False, 3),
    ("تان", True, 2),
    ("تين", True, 2),
    ("ات", True, 3),
)
# The pronouns that a verb may carry for its object.
_PRONOUNS = ("ه", "ها", "هم", "هما")


def adjective_forms(adjective: str) -> Iterator[tuple[str, bool, bool, Number]]:
    """The forms of a masculine singular adjective, of one or two words.

    Yields:
        The form, whether it is definite, whether it is feminine, and its number.
    """
    for article in ("", "ال"):
        for ending, feminine, number in _ENDINGS:
            form = " ".join(article + stem + ending for stem in adjective.split())
            yield form, bool(article), feminine, number


def accusative_of(people: str) -> tuple[str, ...]:
    """The indefinite accusative of a broken plural: روس and روسا."""
    bare = not people.startswith("ال") and " " not in people and not people.endswith(("ون", "ة", "ا"))
    return (people + "ا",) if bare else ()


def of_the_speaker(form: str) -> tuple[str, ...]:
    """The future of an imperfect verb in the mouth of its subject: يلتقي, سألتقي and سنلتقي."""
    alone = form[0] == "ي" and not form.endswith(("ان", "ون"))
    return ("سأ" + form[1:], "سن" + form[1:]) if alone else ()


def to_be_of_the_speaker(form: str) -> tuple[str, ...]:
    """The same with the word for it, without which أجتمع is written like اجتمع: سوف ألتقي and سوف نلتقي."""
    return tuple("سوف " + said[1:] for said in of_the_speaker(form))


def with_object(trigger: Trigger) -> tuple[str, ...]:
    """The forms of a verb that carry the pronoun of its object: استقبلته, التقاها."""
    if trigger.pattern not in ("transitive", "receive"):
        return ()
    verbs = [form[:-1] + "ا" if form.endswith("ى") else form for form in trigger.forms if " " not in form]
    return tuple(verb + pronoun for verb in verbs for pronoun in _PRONOUNS if not verb.endswith(_PRONOUNS))


def takes_article(form: str, number: Number, head: str) -> bool:
    """A dual that has lost its ن stands before another noun; كبير with the article is the adjective."""
    return head not in ("كبير", "شقيق", "قرينة") and (number != 2 or form.endswith("ن"))


def with_future(verbs: frozenset[str]) -> frozenset[str]:
    """Verbs with the future of those that are imperfect."""
    return verbs | {"س" + verb for verb in verbs if verb[0] in "يت"}
