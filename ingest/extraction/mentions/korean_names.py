"""Korean names: the last of three syllables is part of one, whatever it means elsewhere: "كيم يونغ هو"."""

from __future__ import annotations

from liqaa.ingest.extraction.text.phrasebook import readings
from liqaa.ontology.lexicon_people import Names

# Words of a Korean name, and letters of the longest syllable before the last.
SYLLABLES, _GIVEN = 3, 4


def is_last_syllable(words: list[str], at: int, lists: Names) -> bool:
    """Whether a word closes a name that a Korean family's and a syllable begin.

    Args:
        words: folded words of the document.
        at: the word.
        lists: words of names.
    """
    if at + 1 < SYLLABLES or words[at] not in lists.last_syllables:
        return False
    family, given = words[at - 2], words[at - 1]
    before = readings(words[at - SYLLABLES]) if at >= SYLLABLES else ()
    if any(stem in lists.korean_families for _, stem in before):
        return False  # "كيم جونغ أون هو الذي": he has his three
    return family in lists.korean_families and len(given) <= _GIVEN
