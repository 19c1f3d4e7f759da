"""Ranks: the arm or retirement of an officer in brackets behind his rank: "الفريق الركن (طيار) أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.text.knowledge import Knowledge
from liqaa.ontology.folding import fold_word


def past_arm(knowledge: Knowledge, words: list[str], at: int, end: int) -> int:
    """The token after an arm in brackets at a token; the token itself where none stands.

    Args:
        knowledge: the lexicon.
        words: the folded words of the document.
        at: the token after the rank.
        end: the token after the sentence.
    """
    lists = knowledge.lexicon.offices
    bracketed = at + 3 < end and words[at] == "(" and words[at + 2] == ")"
    if not bracketed:
        return at
    told = words[at + 1] in lists.degrees or words[at + 1] in map(fold_word, lists.arms)  # "اللواء (م)"
    return at + 3 if told else at
