"""Meanwhile: contacts during which something was discussed, so that they were: "ناقشا في اتصال التحضير"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.clauses.frames import Frame
from liqaa.ingest.extraction.status.tenses import is_future_verb
from liqaa.ingest.extraction.text.phrasebook import is_among

# Prepositions before a contact in which something is discussed, besides those of what goes on during it.
_WITHIN = frozenset(("في", "عبر"))


def was_held_meanwhile(frame: Frame, clause: Clause) -> bool:
    """Whether a verb in the perfect tells what was said in a contact, which words of plans are about.

    Args:
        frame: the contact.
        clause: its sentence.
    """
    first = frame.first
    before = clause.words[first - 1] if first > clause.sentence.first else ""
    adverb = frame.type == "call" and clause.words[first].endswith("يا")  # "بحث أ مع ب هاتفيا"
    if not adverb and before not in _WITHIN | clause.knowledge.lexicon.cues.during:
        return False
    return any(
        _is_perfect(clause.words[token], clause) and not any(map(clause.is_boundary, range(token + 1, first)))
        for token in _tellers(frame, clause)
    )


def _tellers(frame: Frame, clause: Clause) -> list[int]:
    """The verbs of discussing and of saying before a contact."""
    triggers = [h.first for h in clause.hits if h.form.trigger.pattern == "discuss" and not h.form.future]
    before, said = range(clause.sentence.first, frame.first), clause.knowledge.lexicon.cues.speech
    return [
        t for t in before if t in triggers or (t not in clause.inside and is_among(clause.words[t], said))
    ]


def _is_perfect(word: str, clause: Clause) -> bool:
    """Whether a verb is in the perfect, "تناول" too, which looks like an imperfect."""
    verb, triggers = word.removeprefix("و"), clause.knowledge.triggers
    imperfect = verb.startswith("ي") or (verb.startswith("ت") and "ي" + verb[1:] in triggers)
    return not (imperfect or is_future_verb(verb))
