"""Members: sentences that only tell who leads or makes up the delegation spoken of: "ويرأس الوفد أ"."""

from __future__ import annotations

from liqaa.ingest.extraction.clauses.clauses import Clause
from liqaa.ingest.extraction.text.phrasebook import is_among
from liqaa.ontology.folding import without_article

# Tokens in which such a sentence opens: "وكان يرأس الوفد".
_OPENING = 3


def tells_members(clause: Clause) -> bool:
    """Whether a sentence opens by telling who leads "the delegation", or of whom it consists.

    The text goes on to be about the delegation: "ويرأس الوفد أ. والتقى الوفد ب".

    Args:
        clause: the sentence.
    """
    words, events, last = clause.words, clause.knowledge.lexicon.events, clause.sentence.last
    verbs = events.leading | events.consisting
    for token in range(clause.sentence.first, min(clause.sentence.first + _OPENING, last - 1)):
        group = words[token + 1]
        the_group = group.startswith("ال") and without_article(group) in events.headed
        if the_group and is_among(words[token], verbs):
            return token + 1 not in clause.inside  # "ويرأس الوفد الكيني أ": it is told whose
    return False
