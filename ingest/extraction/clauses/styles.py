"""Styles: whom a title with its pronoun may stand for: "سموه" for who was called "سمو"."""

from __future__ import annotations

from liqaa.ingest.extraction.cast.entities import Entity
from liqaa.ingest.extraction.clauses.clauses import Clause, Hit
from liqaa.ingest.extraction.clauses.scene import Scene
from liqaa.ingest.extraction.text.phrasebook import readings

# Tokens before a trigger among which the title of its subject stands: "كما عقد سموه أمس اجتماعا".
_NEAR = 4


def titled_topic(hit: Hit, clause: Clause, scene: Scene) -> int:
    """Whom a text is about, where the subject is left out; where it is a title, who of two is so styled.

    Args:
        hit: the trigger.
        clause: its sentence.
        scene: whom the text is about, and who met last.
    """
    near = clause.words[max(clause.sentence.first, hit.first - _NEAR) : hit.last + 1]
    title = next((word for word in near if word in clause.lists.titles_with_pronoun), None)
    if title is None or scene.topic < 0 or is_styled(title, scene.cast.entities[scene.topic], clause):
        return scene.topic
    met = (*scene.pair, *(scene.received or ()), *(scene.visit or ()))
    return next((i for i in met if is_styled(title, scene.cast.entities[i], clause)), scene.topic)


def is_styled(title: str, person: Entity, clause: Clause) -> bool:
    """Whether somebody has been named with the style that a title with a pronoun has: "سمو" of "سموه".

    Args:
        title: the title with its pronoun, folded.
        person: of whom it may be.
        clause: the sentence, for the words of the article.
    """
    return _is_named_with(frozenset((_style(title),)), person, clause)


def may_be_styled(title: str, person: Entity, clause: Clause) -> bool:
    """Whether somebody's rank or office is one that a title with a pronoun honours: "الأمير" of "سموه".

    Args:
        title: the title with its pronoun, folded.
        person: of whom it may be.
        clause: the sentence, for the words of the article.
    """
    return _is_named_with(clause.lists.borne_with.get(_style(title), frozenset()), person, clause)


def _style(title: str) -> str:
    bare = title.removesuffix("ها").removesuffix("ه")
    return f"{bare.removesuffix('ت')}ه" if bare.endswith("ت") else bare


def _is_named_with(words: frozenset[str], person: Entity, clause: Clause) -> bool:
    """Whether a mention of somebody has one of some words, with the article or a preposition or without."""
    mentions = (clause.cast.mentions[index] for index in person.mentions)
    said = (word for m in mentions for word in clause.words[m.first : m.last])
    return any(stem.removeprefix("ال") in words for word in said for _, stem in readings(word))
