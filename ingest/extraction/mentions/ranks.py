"""Ranks: those behind an office, "وزير العدل المستشار أ", and the arms behind them: "الركن (طيار) أ"."""

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


def is_inner_rank(knowledge: Knowledge, word: str, office: str) -> bool:
    """Whether a word is a rank that a holder of an office at home bears: "وزير العدل المستشار أ".

    In an office abroad it is the office: "رئيس البعثة السفير أ".

    Args:
        knowledge: the lexicon.
        word: the word behind the office, folded.
        office: the folded head of the office.
    """
    lists = knowledge.lexicon.offices
    if not (word.startswith("ال") and word[2:] in lists.inner_ranks):
        return False
    return lists.missions.isdisjoint(office.split()) and not office.startswith(tuple(lists.diplomats))
