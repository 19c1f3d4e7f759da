"""Tenses: what the form of a word alone tells of when something is."""

from __future__ import annotations

from liqaa.ingest.extraction.text.knowledge import Knowledge


def is_imperfect_verb(verb: str) -> bool:
    """Whether a verb is in the imperfect; some in the perfect begin with ت, too."""
    return verb.startswith(("ي", "ت"))


def is_future_verb(word: str) -> bool:
    """Whether a word begins like a verb in the future, or is the particle of one: "سوف يذهب"."""
    return word.startswith(("سي", "ست")) or word == "سوف"


def is_perfect_verb(verb: str) -> bool:
    """Whether a verb is in the perfect: neither ahead nor under way, nor a participle."""
    verb = verb.removeprefix("و")
    return verb[:1] != "م" and not is_imperfect_verb(verb) and not is_future_verb(verb)


def is_perfect_with_t(knowledge: Knowledge, verb: str) -> bool:
    """Whether a verb with ت is the perfect of one whose imperfect keeps it: "توجه", "تباحث"."""
    triggers = knowledge.triggers
    return verb.startswith("ت") and "ي" + verb in triggers and "ي" + verb[1:] not in triggers


def tells_future(knowledge: Knowledge, word: str) -> bool:
    """Whether a word that looks like a future is one: "ستستمر", not "ستة"."""
    verb = len(word) > 4 and is_future_verb(word) and word[1:] in knowledge.lexicon.common_words
    return verb or word in knowledge.lexicon.cues.planned
